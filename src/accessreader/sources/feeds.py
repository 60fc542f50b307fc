"""Headlines out of a feed: RSS of every version, RDF, Atom, and JSON Feed; broken ones as far as they can be read.

The fields are those of RSS 2.0 (with Dublin Core, Media RSS and content:encoded), RFC 4287 and RFC 5005 for Atom and
its pages, and JSON Feed 1.1.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from typing import Any, Final

from accessreader.sources.dates import machine_date
from accessreader.sources.headline import Headline, Headlines, ListKind
from accessreader.sources.pictures import absolute
from accessreader.sources.plain_words import lead_of, picture_in, plain, shortened
from accessreader.sources.tagged import child, raw_text, read_tagged, text_of
from accessreader.sources.tree import Document, Element

_DATES: Final = (
    "pubdate",
    "published",
    "issued",
    "dc:date",
    "dc:issued",
    "dc:created",
    "created",
    "updated",
    "modified",
    "date",
)
_LEADS: Final = ("description", "summary", "dc:description", "content:encoded", "content")
_LONGEST_NAME: Final = 80
"""Characters of its text by which an entry without a title is called."""
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)", re.IGNORECASE)


_FEED_KINDS: Final = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
_OF_COMMENTS: Final = re.compile(r"comment|коммент|пікір|talk", re.IGNORECASE)


def feed_of(document: Document, base: str) -> str:
    """The address of the first feed that a page's head names, one of comments aside; empty where it names none."""
    for element in document.root.find("link"):
        kind = element.get("type").partition(";")[0].strip().lower()
        if "alternate" not in element.get("rel").lower().split() or kind not in _FEED_KINDS:
            continue
        address = absolute(element.get("href"), base)
        if address is not None and not _OF_COMMENTS.search(f"{element.get('title')} {element.get('href')}"):
            return address
    return ""


def read_feed(xml: str, url: str) -> Headlines:
    """The headlines of an RSS, RDF or Atom feed; `url` is where it came from. Never raises."""
    root = read_tagged(xml)
    top = next(iter(root.elements), root)
    channel = next(top.find("channel"), top)
    base = _site_of(channel, url)
    entries = [each for each in root.find("item", "entry") if not _is_inside_another(each)]
    items = _distinct(_headline(each, base) for each in entries)
    return Headlines(
        title=plain(text_of(channel, "title")),
        url=url,
        items=items,
        next_page=_linked(channel, "next", url) or "",
        kind=ListKind.ATOM if top.tag == "feed" else ListKind.RSS,
    )


def read_json_feed(text: str, url: str) -> Headlines | None:
    """The headlines of a JSON Feed; None where the text is none. Never raises."""
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    base = absolute(_string(feed, "home_page_url"), url) or url
    items = _distinct(_json_headline(each, base) for each in feed["items"] if isinstance(each, dict))
    return Headlines(
        title=plain(_string(feed, "title")),
        url=url,
        items=items,
        next_page=absolute(_string(feed, "next_url"), url) or "",
        kind=ListKind.JSON,
    )


def day_of(text: str) -> dt.date | None:
    """The day a feed's date names, as it stands there: by RFC 822, by RFC 3339, or as people write it."""
    text = text.strip()[:100]
    if date := machine_date(text):
        return date
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_inside_another(element: Element) -> bool:
    return any(each.tag in {"item", "entry"} for each in element.ancestors())


def _site_of(channel: Element, url: str) -> str:
    """What references in the feed are relative to: its `xml:base`, else its site, else itself."""
    return absolute(channel.get("xml:base"), url) or absolute(text_of(channel, "link"), url) or url


def _linked(element: Element, relation: str, base: str) -> str | None:
    for each in element.elements:
        if each.tag == "link" and each.get("rel") == relation and (address := absolute(each.get("href"), base)):
            return address
    return None


def _headline(entry: Element, base: str) -> Headline | None:
    base = absolute(entry.get("xml:base"), base) or base
    address = _address(entry, base)
    if address is None:
        return None
    markup = next((text for tag in _LEADS if (text := text_of(entry, tag))), "")
    lead = lead_of(markup)
    title = plain(text_of(entry, "title", "dc:title", "media:title")) or shortened(lead, _LONGEST_NAME) or address
    return Headline(
        title=title,
        url=address,
        published=next((day for tag in _DATES if (day := day_of(text_of(entry, tag)))), None),
        lead="" if lead == title else lead,
        picture=_picture(entry, base),
    )


def _address(entry: Element, base: str) -> str | None:
    """Where an entry leads: its link, its id where that is an address, or what it is about."""
    for each in entry.elements:
        is_it = each.tag == "link" and each.get("rel") in {"", "alternate"}
        if is_it and (address := absolute(each.get("href"), base)):
            return address
    if address := absolute(text_of(entry, "link"), base):
        return address
    identity = child(entry, "guid", "id")
    if identity is not None and identity.get("ispermalink") != "false":
        said = raw_text(identity)
        if said.startswith(("http://", "https://")):
            return absolute(said, base)
    return absolute(entry.get("rdf:about"), base)


def _picture(entry: Element, base: str) -> str:
    for each in entry.find("media:thumbnail", "media:content", "enclosure", "link", "image"):
        if each.tag == "link" and each.get("rel") != "enclosure":
            continue
        reference = each.get("url") or each.get("href") or (raw_text(child(each, "url")) if each.tag == "image" else "")
        if _shows(each, reference) and (address := absolute(reference, base)):
            return address
    for each in entry.find("img", "html:img"):
        if address := absolute(each.get("src"), base):
            return address
    for tag in ("description", "content:encoded", "content", "summary"):
        if (reference := picture_in(text_of(entry, tag))) and (address := absolute(reference, base)):
            return address
    return ""


def _shows(element: Element, reference: str) -> bool:
    if element.tag in {"media:thumbnail", "image"} or element.get("medium") == "image":
        return True
    kind = element.get("type")
    return kind.startswith("image/") if kind else bool(_PICTURE.search(reference))


def _distinct(found: Any) -> tuple[Headline, ...]:
    """Each address once, as it came first."""
    out: dict[str, Headline] = {}
    for each in found:
        if each is not None:
            out.setdefault(each.url, each)
    return tuple(out.values())


def _string(entry: dict[str, Any], *keys: str) -> str:
    return next((value for key in keys if isinstance(value := entry.get(key), str) and value.strip()), "")


def _json_headline(entry: dict[str, Any], base: str) -> Headline | None:
    address = absolute(_string(entry, "url", "external_url") or _address_in(_string(entry, "id")), base)
    if address is None:
        return None
    markup = _string(entry, "content_html")
    lead = lead_of(_string(entry, "summary", "content_text") or markup)
    title = plain(_string(entry, "title")) or shortened(lead, _LONGEST_NAME) or address
    return Headline(
        title=title,
        url=address,
        published=day_of(_string(entry, "date_published", "date_modified")),
        lead="" if lead == title else lead,
        picture=absolute(_string(entry, "image", "banner_image") or picture_in(markup), base) or "",
    )


def _address_in(identity: str) -> str:
    return identity if identity.startswith(("http://", "https://")) else ""
