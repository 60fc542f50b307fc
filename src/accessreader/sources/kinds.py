"""What kind of thing has come, by its first bytes and by what the server called it.

The bytes decide where they speak clearly: a PDF called `text/html` is a PDF, and a page called
`application/octet-stream` is a page.
"""

from __future__ import annotations

import codecs
import json
import re
from enum import Enum
from typing import Final

from accessreader.messages import N_, _

HTML: Final = "html"
TEXT: Final = "text"
PDF: Final = N_("a PDF document")
PICTURE: Final = N_("a picture")
SOUND: Final = N_("a sound recording")
VIDEO: Final = N_("a video recording")
ARCHIVE: Final = N_("an archive of files")
OFFICE: Final = N_("an office document")
JSON: Final = N_("a table of values for programs (JSON)")
FEED: Final = N_("a feed or another XML file")
SCRIPT: Final = N_("a script or a style sheet")
UNKNOWN: Final = N_("unknown")

_MAGIC: Final = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"\x00\x00\x01\x00", PICTURE),
    (b"OggS", SOUND),
    (b"ID3", SOUND),
    (b"fLaC", SOUND),
    (b"\x1aE\xdf\xa3", VIDEO),
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"{\\rtf", OFFICE),
    (b"PK\x03\x04", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ", ARCHIVE),
    (b"\x7fELF", UNKNOWN),
    (b"MZ\x90", UNKNOWN),
)
_NAMES: Final = (
    (re.compile(r"application/(?:xhtml\+xml|vnd\.wap\.xhtml\+xml)|text/html"), HTML),
    (re.compile(r"text/(?:plain|markdown)"), TEXT),
    (re.compile(r"application/pdf"), PDF),
    (re.compile(r"image/"), PICTURE),
    (re.compile(r"audio/"), SOUND),
    (re.compile(r"video/"), VIDEO),
    (re.compile(r".*(?:msword|officedocument|opendocument|ms-excel|ms-powerpoint|rtf)"), OFFICE),
    (re.compile(r"application/(?:zip|gzip|x-(?:gzip|rar|7z|tar)|vnd\.rar)"), ARCHIVE),
    (re.compile(r".*json"), JSON),
    (re.compile(r".*xml"), FEED),
    (re.compile(r".*(?:javascript|ecmascript)|text/css"), SCRIPT),
)
_HTML_START: Final = re.compile(
    rb"(?:<!--.*?-->|<\?xml[^>]*>|<!doctype[^>\[]*(?:\[[^\]]*\])?>|\s)*+"
    rb"<(?:html|head|body|title|meta|link|script|style|base|div|p|table|h[1-6]|article|main|section|header|nav|ul|ol|"
    rb"span|a|b|i|br|hr|font|center|form|iframe|img|noscript|frameset)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_HTML_DOCTYPE: Final = re.compile(rb"(?:<!--.*?-->|<\?xml[^>]*>|\s)*+<!doctype\s+html", re.IGNORECASE | re.DOTALL)
_XML_START: Final = re.compile(rb"\s*<(?:\?xml|rss|feed|svg|sitemapindex|urlset)[\s>]", re.IGNORECASE)
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b"))
_LOOKED_AT: Final = 4096


def kind_of(data: bytes, content_type: str = "") -> str:
    """HTML, TEXT, or the untranslated name of another kind."""
    start = data[:_LOOKED_AT]
    named = named_kind(content_type)
    if (magic := _by_magic(start)) is not None:
        return magic
    start = _readable(start)
    if looks_like_html(start):
        return PICTURE if b"<svg" in start[:512] and b"<html" not in start else HTML
    if named == HTML:
        return _of_alleged_html(data, start)
    if named is None:
        return _of_nameless(start)
    if named == TEXT and _is_binary(start):
        return UNKNOWN
    return named


def named_kind(content_type: str) -> str | None:
    """The kind that a Content-Type names; None where it names none, or only "bytes"."""
    name = content_type.split(";", maxsplit=1)[0].strip().lower()
    return next((kind for pattern, kind in _NAMES if pattern.match(name)), None)


def looks_like_html(start: bytes) -> bool:
    """Whether the first bytes, white space and comments aside, are those of a page."""
    return bool(_HTML_DOCTYPE.match(start) or _HTML_START.match(start))


class Feed(Enum):
    """The kinds of list for programs that this program reads: feeds in XML and in JSON, and maps of a site."""

    XML = "xml"
    JSON = "json"
    SITEMAP = "sitemap"


_FEED_START: Final = re.compile(
    r"\ufeff?(?:<!--(?:[^-]|-(?!->))*+-->|<\?[^>]*>|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>|\s)*+"
    r"<(?:[\w-]{1,20}:)?(?:(?P<map>urlset|sitemapindex)|rss|feed|rdf|channel)[\s>]",
    re.IGNORECASE,
)
_JSON_FEED: Final = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org|"items"\s*:\s*\[', re.IGNORECASE)


_MAY_BE_FEED: Final = re.compile(
    rb"\s*\{|.*?[<:](?:rss|feed|rdf|channel|urlset|sitemapindex)[\s>]", re.IGNORECASE | re.DOTALL
)


def may_be_feed(data: bytes) -> bool:
    """Whether some bytes are worth being decoded to see whether they are a feed."""
    return _MAY_BE_FEED.match(_readable(data[:_LOOKED_AT])) is not None


def feed_form(text: str) -> Feed | None:
    """What kind of list a text is, by how it begins; None where it is none."""
    if (found := _FEED_START.match(text)) is not None:
        return Feed.SITEMAP if found["map"] else Feed.XML
    if text[:_LOOKED_AT].lstrip("\ufeff \t\r\n").startswith("{") and _JSON_FEED.search(text):
        return Feed.JSON
    return None


def kind_in_words(kind: str) -> str:
    """The kind in the reader's language."""
    return _(kind)


def _by_magic(start: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start[4:8] == b"ftyp":
        return PICTURE if start[8:12] in {b"avif", b"heic", b"mif1"} else VIDEO
    if start.startswith(b"RIFF"):
        return {b"WEBP": PICTURE, b"WAVE": SOUND}.get(start[8:12], VIDEO)
    return None


def _readable(start: bytes) -> bytes:
    """Without byte order mark; of UTF-16 the ASCII part, which is enough to know markup."""
    for mark in _BOMS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"") if _is_wide(start) else start


def _is_wide(start: bytes) -> bool:
    """Whether this is UTF-16: NULs stand at every second byte, or there is hardly a byte that is none."""
    zeros = (start[0::2].count(0), start[1::2].count(0))
    return max(zeros) * 8 > len(start) and min(zeros) * 4 < max(zeros)


def _is_binary(start: bytes) -> bool:
    return len(start) - len(start.translate(None, _CONTROLS)) > len(start) // 100


def _of_alleged_html(data: bytes, start: bytes) -> str:
    if _XML_START.match(start) and b"<html" not in start.lower():
        return FEED
    if start.lstrip()[:1] in {b"{", b"["} and _is_json(data):
        return JSON
    return UNKNOWN if _is_binary(start) else HTML


def _of_nameless(start: bytes) -> str:
    if _XML_START.match(start):
        return FEED
    return UNKNOWN if _is_binary(start) else TEXT


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict | list)
    except (ValueError, RecursionError):
        return False
