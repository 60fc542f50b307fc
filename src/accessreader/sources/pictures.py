"""Which file a picture is: behind lazy loading, sets of sizes and `<picture>`; and what film an embedding shows."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qs, urljoin, urlsplit

from accessreader.sources.tree import Element

_LAZY: Final = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image", "data-hi-res-src",
    "data-full-src", "data-orig-file", "data-large-file", "data-img-url", "data-original-src", "data-echo",
    "data-runner-src",
)  # fmt: skip
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset", "data-sizes-srcset")
_PLACEHOLDER: Final = re.compile(
    r"(?:^data:|/(?:1x1|blank|spacer|pixel|transparent|placeholder|lazy|loading|grey|gray|empty|clear|dot|trans)"
    r"[^/]*\.(?:gif|png|jpe?g|svg|webp)(?:\?|$))",
    re.IGNORECASE,
)
_TINY: Final = re.compile(r"^\s*(\d{1,2})(?:px)?\s*$")
_CANDIDATE: Final = re.compile(r"(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_FILM: Final = re.compile(
    r"(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rutube\.ru|vk(?:video)?\.(?:com|ru)/video|"
    r"ok\.ru/video|facebook\.com/plugins/video|twitch\.tv|ted\.com|soundcloud\.com|spotify\.com/embed|brightcove|"
    r"jwplatform|jwplayer|player\.|/video|video\.|videoplayer|kaltura|wistia|streamable\.com|coub\.com|archive\.org/embed|"
    r"bbc\.co\.uk.*/media|v\.qq\.com|bilibili|tudou|youku|smotri\.com|kaztube|/embed/)",
    re.IGNORECASE,
)
_FILM_FILE: Final = re.compile(r"\.(?:mp4|webm|ogv|ogg|mp3|m4a|m4v|flv|mov|m3u8|wav)(?:\?|$)", re.IGNORECASE)


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
    """The address of the best file of an `<img>` (or of an `<amp-img>`), or nothing."""
    for candidate in _candidates(picture):
        if candidate and not _PLACEHOLDER.search(candidate) and (found := absolute(candidate, base)):
            return found
    return ""


def _candidates(picture: Element) -> list[str]:
    found = [picture.get("src")]
    found.extend(picture.get(name) for name in _LAZY)
    found.extend(_largest(picture.get(name)) for name in _SETS)
    parent = picture.parent
    if parent is not None and parent.tag == "picture":
        for source in parent.find("source"):
            found.extend(_largest(source.get(name)) for name in _SETS)
    return found


def _largest(candidates: str) -> str:
    best, size = "", -1.0
    for address, number, _unit in _CANDIDATE.findall(candidates[:4000]):
        width = float(number) if number and number.count(".") < 2 and number != "." else 1.0
        if width > size:
            best, size = address, width
    return best


def is_ornament(picture: Element) -> bool:
    """Whether a picture is too small to show anything: counters, icons, smileys."""
    return any(
        (found := _TINY.match(picture.get(name))) is not None and int(found[1]) <= 24 for name in ("width", "height")
    )


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
