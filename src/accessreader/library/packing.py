"""An article as the bytes that are stored, and the fingerprint of what it says."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any, Final

from accessreader.article import Article, sheet
from accessreader.codec import dump, load

_LEVEL: Final = 6


def packed(article: Article) -> bytes:
    """The article as JSON (`codec`), compressed."""
    form = json.dumps(dump(article), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(form.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(body: bytes) -> Article:
    """The article again. Raises ValueError for bytes that are none."""
    return load(_form(body))


def texts(body: bytes) -> tuple[tuple[str, ...], int]:
    """The text of each block of `sheet` of a packed article, and how many of them are title and byline.

    Sooner than by unpacking it. Raises as `unpacked`.
    """
    form = _form(body)
    try:
        blocks = [block["text"] for block in form["blocks"] if "cell" not in block]
    except (KeyError, TypeError) as error:
        raise ValueError("not a packed article") from error
    head = load(form | {"blocks": [], "removed": [], "anchors": []})
    above = tuple(block.text for block in sheet(head))
    return (*above, *blocks), len(above)


def _form(body: bytes) -> dict[str, Any]:
    try:
        form = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
        return dict(form)
    except (zlib.error, TypeError, RecursionError) as error:
        raise ValueError("not a packed article") from error


def fingerprint(article: Article) -> bytes:
    """The SHA-256 of what a reader has before them: the same text has the same, however often it was viewed."""
    digest = hashlib.sha256()
    for block in sheet(article):
        digest.update(f"{block.kind}\t{block.text}\0".encode("utf-8", "surrogatepass"))
    return digest.digest()
