"""The text of a feed or of a site's map out of the bytes that came: unpacked, decoded, and known by how it begins."""

from __future__ import annotations

import zlib

from accessreader.sources import charset, kinds
from accessreader.sources.unpack import GZIP_MAGIC, Unpacker


def feed_text(data: bytes, declared: str, limit: int) -> charset.Decoded | None:
    """The text of a feed or a sitemap; None where the bytes are neither, or unpack to more than `limit` of them."""
    if data.startswith(GZIP_MAGIC):  # large maps are kept as files of gzip
        try:
            unpacker = Unpacker("gzip", limit)
            data = unpacker.feed(data)
        except zlib.error:
            return None
        if unpacker.overflowed:
            return None
    if not kinds.may_be_feed(data):  # to find out a charset may take long
        return None
    decoded = charset.decode(data, declared)
    return decoded if kinds.feed_form(decoded.text) is not None else None
