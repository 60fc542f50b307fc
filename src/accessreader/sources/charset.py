"""Bytes to text, whatever they are. Never fails, never leaves a NUL or half a character.

In order: a byte order mark; UTF-16 by its shape; what is valid UTF-8 is UTF-8, whoever says otherwise (a text in
another charset is next to never valid by chance); then what the header and the page declare and what the letters
themselves look like, weighed together in `mojibake`, because headers lie: servers add `charset=utf-8` or
`iso-8859-1` to old windows-1251 pages unasked.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from accessreader.sources import mojibake

LOOKED_AT_FOR_META: Final = 4096

# The labels that pages use (WHATWG Encoding Standard §4.2), our names for them, and Python's.
_CODECS: Final = {
    "utf-8": "utf-8",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "ibm866": "cp866",
    "iso-8859-2": "iso8859-2",
    "iso-8859-3": "iso8859-3",
    "iso-8859-4": "iso8859-4",
    "iso-8859-5": "iso8859-5",
    "iso-8859-6": "iso8859-6",
    "iso-8859-7": "iso8859-7",
    "iso-8859-8": "iso8859-8",
    "iso-8859-10": "iso8859-10",
    "iso-8859-13": "iso8859-13",
    "iso-8859-14": "iso8859-14",
    "iso-8859-15": "iso8859-15",
    "iso-8859-16": "iso8859-16",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "windows-874": "cp874",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "x-mac-cyrillic": "mac-cyrillic",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    # Not in the standard, and made for Kazakh.
    "pt154": "ptcp154",
    "kz-1048": "kz1048",
}
_OTHER_LABELS: Final = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "utf-16": "utf-16le",
    "ucs-2": "utf-16le",
    "unicode": "utf-16le",
    "866": "ibm866",
    "cp866": "ibm866",
    "csibm866": "ibm866",
    "dos-866": "ibm866",
    "cyrillic": "iso-8859-5",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8_r": "koi8-r",
    "cskoi8r": "koi8-r",
    "koi8-ru": "koi8-u",
    "mac": "macintosh",
    "x-mac-roman": "macintosh",
    "x-mac-ukrainian": "x-mac-cyrillic",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "ansi_x3.4-1968": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso-ir-100": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "l1": "windows-1252",
    "latin2": "iso-8859-2",
    "latin5": "windows-1254",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
    "iso-8859-8-i": "iso-8859-8",
    "latin9": "iso-8859-15",
    "greek": "iso-8859-7",
    "arabic": "iso-8859-6",
    "hebrew": "iso-8859-8",
    "gb2312": "gbk",
    "gb18030": "gbk",
    "x-gbk": "gbk",
    "big5-hkscs": "big5",
    "x-sjis": "shift_jis",
    "sjis": "shift_jis",
    "windows-31j": "shift_jis",
    "x-euc-jp": "euc-jp",
    "ks_c_5601-1987": "euc-kr",
    "windows-949": "euc-kr",
    "ptcp154": "pt154",
    "cp154": "pt154",
    "cyrillic-asian": "pt154",
    "kz1048": "kz-1048",
    "strk1048-2002": "kz-1048",
    "rk1048": "kz-1048",
}
_MANY_BYTES: Final = frozenset({"gbk", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr"})

_NAMED: Final = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)
_META: Final = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_UNFIT: Final = re.compile("[\0\ud800-\udfff]")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the charset it was found in."""

    text: str
    charset: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of a page or file; `declared` is what the header calls its charset.

    What cannot be read becomes U+FFFD; NULs and lone surrogates are dropped. Never raises.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    if wide := _wide(data):
        return _decoded(data, wide)
    header, meta = known(declared), known(_declared_inside(data))
    if meta.startswith("utf-16"):
        meta = "utf-8"  # it was read as ASCII, so it cannot be (HTML Standard §13.2.3.2)
    if "iso-2022-jp" in {header, meta} and b"\x1b$" in data:
        return _decoded(data, "iso-2022-jp")
    if _is_utf8(data, trusted="utf-8" in {header, meta}):
        return _decoded(data, "utf-8")
    return _decoded(data, _eight_bit(data, header, meta))


def known(label: str) -> str:
    """The charset that a label means on the web, by its standard name; empty where it means none."""
    label = label.strip().lower()
    if label.startswith(("cp125", "x-cp125", "win-125")):
        label = "windows-" + label[-4:]
    if label.startswith(("iso8859", "iso_8859")):
        label = "iso-8859-" + label[7 if label[3] == "8" else 8 :].lstrip("-_")
    label = _OTHER_LABELS.get(label, label)
    return label if label in _CODECS else ""


def named_in(content_type: str) -> str:
    """The charset that a Content-Type names, as it stands there; empty where it names none."""
    found = _NAMED.search(content_type)
    return found[1] if found else ""


def _decoded(data: bytes, name: str) -> Decoded:
    return Decoded(_UNFIT.sub("", data.decode(_CODECS[name], "replace")), name)


def _declared_inside(data: bytes) -> str:
    start = _COMMENT.sub(b"", data[:LOOKED_AT_FOR_META])
    found = _XML.search(start) or _META.search(start)
    return found[1].decode("ascii") if found else ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: one of every two bytes is nearly always 00 (ASCII) or 04 (Cyrillic)."""
    start = data[:LOOKED_AT_FOR_META]
    half = len(start) // 2
    if half < 2 or 0 not in start:
        return ""
    even, odd = ((part.count(0) + part.count(4)) / half for part in (start[0::2], start[1::2]))
    if odd > 0.6 and even < 0.3:
        return "utf-16le"
    if even > 0.6 and odd < 0.3:
        return "utf-16be"
    return ""


def _is_utf8(data: bytes, *, trusted: bool) -> bool:
    """Valid, cut off in the middle of a character, or with few enough faults for what it says of itself."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        faults = text.count("\ufffd")
        letters = sum(not character.isascii() for character in text) - faults
        return letters >= faults * (4 if trusted else 10)
    # The one byte above 127 may be the last, and then it is a letter of another charset rather than half of one.
    return trusted or data.isascii() or not text.isascii()


def _eight_bit(data: bytes, header: str, meta: str) -> str:
    for name in (header, meta):
        if name in _MANY_BYTES and _is_valid(data, name):
            return name
    for name in (header, meta):
        # Of what we cannot judge (Greek, Arabic, Thai, ...) we believe what is said.
        if name and name not in mojibake.CANDIDATES and name not in _MANY_BYTES and not name.startswith("utf-"):
            return name
    choice = mojibake.choose(data, header, meta)
    if choice is None:
        choice = known(mojibake.guess(data))
    return choice or "windows-1252"


def _is_valid(data: bytes, name: str) -> bool:
    try:
        codecs.getincrementaldecoder(_CODECS[name])().decode(data)
    except UnicodeDecodeError:
        return False
    return True
