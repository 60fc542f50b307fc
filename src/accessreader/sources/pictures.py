"""Which file a picture is: behind lazy loading, sets of sizes and `<picture>`; and what film an embedding shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import parse_qs, urljoin, urlsplit

from accessreader.article import Reason
from accessreader.sources.tree import Element

_LAZY: Final = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image", "data-hi-res-src",
    "data-full-src", "data-orig-file", "data-large-file", "data-img-url", "data-original-src", "data-echo",
    "data-runner-src",
)  # fmt: skip
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset", "data-sizes-srcset")
_PLACEHOLDER: Final = re.compile(
    r"(?:^data:|/(?:1x1|blank|spacer|pixel|transparent|placeholder|lazy|loading|loader|gr[ea]y|empty|clear|dot|trans)"
    r"(?:[-_.]?(?:\d+(?:x\d+)?|image|img|bg|gif|px|small|large|load|loader|default|gr[ea]y|white))*"
    r"\.(?:gif|png|jpe?g|svg|webp)(?:\?|$)"
    r"|(?:placeholder|lazy[-_]?load|preloader|missing[-_]image|no[-_]?(?:image|photo)|/fallback|/stub|/favicon)"
    r"[^/?]{0,80}\.(?:gif|png|jpe?g|svg|webp|ico)(?:\?|$))",
    re.IGNORECASE,
)
"""What stands where a picture is to come: by its whole name, for a blanket is not blank."""
_SIZE: Final = re.compile(r"\s*(\d{1,5})(?:px)?\s*")
_CANDIDATE: Final = re.compile(r"(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_SMALL: Final = 24
"""Pixels up to which a picture shows nothing."""
_UNSEEN: Final = frozenset({"0", "1"})
_LARGEST: Final = 2000
"""Pixels of width above which a file of a set is not wanted."""
IMAGES: Final = frozenset({"img", "amp-img"})
_LAZY_CLASS: Final = re.compile(r"lazy|defer", re.IGNORECASE)
_FILE: Final = re.compile(
    r"(?:https?:/|\.{0,2})/[^\s\"'<>{}\\,]{1,500}\.(?:jpe?g|png|webp|avif)(?:\?[^\s\"'<>]{0,300})?(?=$|[\s,])"
)
_PHOTO: Final = re.compile(r"\.(?:jpe?g|png|webp|avif)\b|/image/|max/\d", re.IGNORECASE)
_COUNTS: Final = re.compile(
    r"\b(?:count(?:er)?|pixel|stats?|track(?:er)?|banners?|ads?(?:erver)?|logo)\b", re.IGNORECASE
)
_FILM: Final = re.compile(
    r"(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rutube\.ru|vk(?:video)?\.(?:com|ru)/video|"
    r"ok\.ru/video|facebook\.com/plugins/video|twitch\.tv|ted\.com|soundcloud\.com|spotify\.com/embed|brightcove|"
    r"jwplatform|jwplayer|player\.|/video|video\.|videoplayer|kaltura|wistia|streamable\.com|coub\.com|archive\.org/embed|"
    r"bbc\.co\.uk.*/media|v\.qq\.com|bilibili|tudou|youku|smotri\.com|kaztube|/embed/)",
    re.IGNORECASE,
)
_FILM_FILE: Final = re.compile(r"\.(?:mp4|webm|ogv|ogg|mp3|m4a|m4v|flv|mov|m3u8|wav)(?:\?|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the page: the element that shows it, the address of its file, and what it shows in words."""

    element: Element
    source: str
    alternative: str


def absolute(address: str, base: str) -> str | None:
    """The http(s) address a reference leads to, or None: other schemes are not followed."""
    address = address.strip()
    if not address or address.startswith("#"):
        return None
    try:
        joined = urljoin(base, address)
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return re.sub(r"[\s<>\"]", lambda found: f"%{ord(found[0]) % 256:02X}", joined)


def source_of(picture: Element, base: str) -> str:
    """The address of the best file of an `<img>`, an `<amp-img>` or a `<picture>` without one, or nothing."""
    for candidate in _candidates(picture):
        if candidate and not _PLACEHOLDER.search(candidate) and (found := absolute(candidate, base)):
            return found
    return ""


def _candidates(picture: Element) -> Iterator[str]:
    own = [picture.get("src"), *(picture.get(name) for name in _LAZY)]
    yield from reversed(own) if _LAZY_CLASS.search(picture.get("class")) else own
    yield from (_largest(picture.get(name)) for name in _SETS)
    frame = picture if picture.tag == "picture" else picture.parent
    if frame is not None and frame.tag == "picture":
        for source in frame.find("source"):
            yield from (_largest(source.get(name)) for name in _SETS)
    for name, value in picture.attributes.items():
        found = _FILE.match(value.strip()[:600]) if name.startswith("data-") else None
        if found is not None:
            yield found[0]


def _largest(candidates: str) -> str:
    """The largest file of a set, but none that is much larger than any window: it would take long to come."""
    best, size = "", -1.0
    for address, number, _unit in _CANDIDATE.findall(candidates[:4000]):
        width = float(number) if number and number.count(".") < 2 and number != "." else 1.0
        if (width > size and (width <= _LARGEST or size < 0)) or width <= _LARGEST < size:
            best, size = address, width
    return best


def is_ornament(picture: Element) -> bool:
    """Whether a picture is too small to show anything: counters, icons, smileys."""
    sizes = [int(found[1]) for name in ("width", "height") if (found := _SIZE.fullmatch(picture.get(name)))]
    return any(0 < size <= _SMALL for size in sizes) or (bool(sizes) and not any(sizes))


def signs_in(cell: Element, base: str) -> list[Picture]:
    """The ticks, crosses and flags that stand in a cell of a table, each with what it is called if it is called so."""
    signs = [each for each in cell.find(*IMAGES) if is_ornament(each) and each.get("width") not in _UNSEEN]
    found = (Picture(each, source_of(each, base), _name_of(each)) for each in signs)
    return [each for each in found if each.source or each.alternative]


def _name_of(picture: Element) -> str:
    return (picture.get("alt") or picture.get("title") or picture.get("aria-label")).strip()


def all_in(element: Element, base: str) -> list[Picture]:
    """The pictures in an element, in order, with the elements they are shown by; ornaments are none.

    What the page names as anything else than hidden does not count here: names are for texts.
    """
    out: list[Picture] = []
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        each, quiet = stack.pop()
        if each.reason is Reason.HIDDEN and each.tag != "noscript":
            continue
        found = picture_of(each, base)
        if found is not None and not (quiet and (not is_photo(each) or (out and is_twin(each, out[-1])))):
            out.append(found)
        quiet = quiet or each.tag == "noscript"
        stack.extend((child, quiet) for child in reversed(each.elements))
    # A choice of files without an image of its own stands beside the same choice with one.
    return [each for each in out if each.element.tag in IMAGES] or out


def picture_of(element: Element, base: str) -> Picture | None:
    """What an element shows, if it is a picture and no ornament."""
    if element.tag == "picture":
        if next(element.find("img", "amp-img"), None) is not None:
            return None
    elif element.tag not in IMAGES or is_ornament(element):
        return None
    source = source_of(element, base)
    return Picture(element, source, element.get("alt") or element.get("aria-label")) if source else None


def is_photo(picture: Element) -> bool:
    """Whether a picture for readers without scripts is one to look at: most of them count visitors or advertise."""
    address = picture.get("src") or _largest(picture.get("srcset"))
    return _PHOTO.search(address) is not None and not _COUNTS.search(address)


def is_twin(quiet: Element, before: Picture) -> bool:
    """Whether a picture for readers without scripts is the one before it, which a script would have loaded."""
    if _file(quiet.get("src") or _largest(quiet.get("srcset"))) == _file(before.source):
        return True
    plain = before.element.get("src")
    if plain and not _PLACEHOLDER.search(plain) and not _LAZY_CLASS.search(before.element.get("class")):
        return False
    around = {id(each) for each in islice(before.element.ancestors(), 2)}
    return any(id(each) in around for each in islice(quiet.ancestors(), 1, 3))


def _file(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def film_of(element: Element, base: str) -> tuple[str, str] | None:
    """The address and name of a film or sound that an embedding shows, or None when it shows something else."""
    address = next((element.get(name) for name in ("src", "data-src", "data", "data-url") if element.get(name)), "")
    if not address and (source := next(element.find("source"), None)) is not None:
        address = source.get("src")
    if element.tag == "object" and not address:
        movie = next((each for each in element.find("param") if each.get("name").lower() == "movie"), None)
        address = movie.get("value") if movie is not None else ""
    found = absolute(address, base)
    if found is None:
        return None
    if element.tag not in {"video", "audio", "amp-youtube"} and not (_FILM.search(found) or _FILM_FILE.search(found)):
        return None
    return _watchable(found), element.get("title") or element.get("aria-label") or _name(found)


def _watchable(address: str) -> str:
    """A player's address as the one a person would open."""
    found = re.search(r"youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,})", address)
    return f"https://www.youtube.com/watch?v={found[1]}" if found else address


def _name(address: str) -> str:
    """What a film without a name is called: where it is shown."""
    parts = urlsplit(address)
    return parse_qs(parts.query).get("title", [""])[0] or parts.netloc.removeprefix("www.")
