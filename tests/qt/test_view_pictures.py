"""Pictures from the web: only pixels, only within limits, never a crash."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage

from accessreader.qt.pictures import LARGEST_FILE, decode_picture, fitted

pytestmark = pytest.mark.usefixtures("qapp")


def encoded(image, kind):
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(content.data())


def two_colours(width=40, height=20):
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixel(x, y, 0xFFFF0000 if x < width // 2 else 0xFF0000FF)
    return image


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of_size(width, height):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def turned_jpeg():
    """A JPEG which says that it must be turned by a quarter (orientation 6), and where it was taken."""
    plain = encoded(two_colours(), "JPEG")
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + b"\0\0\0\0"
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_the_usual_formats_are_read(kind):
    image = decode_picture(encoded(two_colours(), kind))
    assert image.size() == QSize(40, 20)
    assert image.pixelColor(5, 10).red() > 200


def test_the_orientation_of_the_camera_is_applied_and_its_notes_are_left():
    image = decode_picture(turned_jpeg())
    assert image.size() == QSize(20, 40)
    assert image.pixelColor(10, 5).red() > 200
    assert image.pixelColor(10, 35).blue() > 200


def test_notes_in_a_picture_stay_behind():
    image = two_colours()
    image.setText("Author", "somebody")
    data = encoded(image, "PNG")
    assert QImage.fromData(data).text("Author") == "somebody"
    assert decode_picture(data).textKeys() == []


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'><rect width='5' height='5'/></svg>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        b"\0" * (LARGEST_FILE + 1),
        png_of_size(20000, 20000),
    ],
)
def test_what_is_no_picture_or_beyond_the_limits_is_none(data):
    assert decode_picture(data) is None


@pytest.mark.qt_log_ignore("JPEG|Bogus|Invalid")
def test_every_cut_of_a_picture_is_survived():
    for kind in ("PNG", "JPEG"):
        data = encoded(two_colours(), kind)
        for length in range(0, len(data), 7):
            decode_picture(data[:length])


def test_a_large_picture_is_made_smaller_as_it_is_read():
    assert decode_picture(encoded(QImage(3000, 1000, QImage.Format.Format_RGB32), "PNG"), 600).size() == QSize(600, 200)


def test_a_picture_fits_the_size_asked_for_and_loses_its_colour_at_wish():
    small = fitted(two_colours(), QSize(10, 10))
    assert small.size() == QSize(10, 10)
    assert small.pixelColor(1, 5).red() > 200
    grey = fitted(two_colours(), QSize(10, 10), grey=True).pixelColor(1, 5)
    assert grey.red() == grey.green() == grey.blue()


def test_a_picture_with_transparent_parts_keeps_them_without_colour():
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    image.fill(0x00FFFFFF)
    image.setPixel(5, 5, 0xFF2266AA)
    grey = fitted(decode_picture(encoded(image, "PNG")), QSize(10, 10), grey=True)
    assert grey.pixelColor(1, 1).alpha() == 0
    assert grey.pixelColor(5, 5).alpha() == 255
    assert grey.pixelColor(5, 5).red() == grey.pixelColor(5, 5).blue()
