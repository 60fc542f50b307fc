"""A page that came, and yet says that what was asked for is no longer there.

Closed sites seldom answer 410. They send every old address to their home page, hand their name to a dealer who
shows his advertisement there, or answer 200 with "not found".
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

_CULTURE: Final = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?|kaz|qaz|rus|eng", re.IGNORECASE)
_HOME_PAGES: Final = re.compile(r"(?:index|default|home|main)(?:\.\w{2,5})?", re.IGNORECASE)
_SLUG: Final = re.compile(r"\d|\.\w{2,5}$|.{16}")

_FOR_SALE: Final = re.compile(
    r"(?:this |the )?domain(?: name)?(?: \S+)?(?: is| has| may be| has been| could be)? (?:for sale|parked|expired)|"
    r"buy this domain|(?:domain|website) (?:has )?expired|domain parking|parked free|"
    r"домен(?:ное имя)?(?: \S+)? (?:выставлен на продажу|прода[её]тся|припаркован|свободен|истек|истёк)|"
    r"купить (?:этот )?домен|срок (?:регистрации|действия) домена|домен не (?:делегирован|прилинкован)|"
    r"домен (?:сатылады|сатылымда|мерзімі)",
    re.IGNORECASE,
)
_DEALERS: Final = re.compile(
    r"sedoparking|parkingcrew|hugedomains\.com|bodis\.com|dan\.com/|afternic\.com|parklogic|above\.com/|skenzo|"
    r"domainsponsor|parking\.reg\.ru|parked-content\.godaddy",
    re.IGNORECASE,
)
_NOT_FOUND: Final = re.compile(
    r"\W*(?:(?:error|ошибка|қате)\W*)?404(?:\W*$| *\W +| (?:not|error|page|страница|ошибка|бет|қате)\b)|"
    r"\W*(?:page|file|document)(?: was| is|) not found|"
    r"\W*(?:страница|документ|файл)(?: \S+)? (?:не найден|не существует)|"
    r"\W*(?:бет|парақ|құжат) табылма",
    re.IGNORECASE,
)
_BLANKS: Final = re.compile(r"\s+")

# An article about domains is longer than a dealer's page; so is one about a page that was not found.
_SHORT: Final = 1500
_LARGEST_LOOKED_AT: Final = 60_000
_UNSEEN: Final = ["script", "style", "noscript", "template"]


def landed_home(asked: str, landed: str) -> bool:
    """Whether a page deep inside a site was asked for and the site's front door was opened."""
    if asked == landed:
        return False
    there, here = urlsplit(asked), urlsplit(landed)
    if _steps(here.path) or here.query:
        return False
    steps = _steps(there.path)
    if len(steps) == 1 and there.hostname != here.hostname:
        return False  # short links are made to lead to front doors
    return len(steps) > 1 or (len(steps) == 1 and bool(_SLUG.search(steps[0])))


def says_gone(html: str) -> bool:
    """Whether a dealer in domain names speaks here."""
    if len(html) > _LARGEST_LOOKED_AT:
        return False
    _, words = _title_and_words(html)
    return len(words) < _SHORT and bool(_FOR_SALE.search(words) or _DEALERS.search(html))


def says_not_found(html: str) -> bool:
    """Whether a short page has "not found" for its title, whatever its status."""
    if len(html) > _LARGEST_LOOKED_AT:
        return False
    title, words = _title_and_words(html)
    return bool(_NOT_FOUND.match(title)) and len(words) < _SHORT


def _steps(path: str) -> list[str]:
    steps = [step for step in path.split("/") if step]
    if steps and _CULTURE.fullmatch(steps[0]):
        steps = steps[1:]
    return steps[:-1] if steps and _HOME_PAGES.fullmatch(steps[-1]) else steps


def _title_and_words(html: str) -> tuple[str, str]:
    tree = LexborHTMLParser(html)
    title = tree.css_first("title")
    named = title.text() if title is not None else ""
    tree.strip_tags([*_UNSEEN, "title"])
    body = tree.body
    words = body.text(separator=" ") if body is not None else ""
    return _BLANKS.sub(" ", named).strip(), _BLANKS.sub(" ", f"{named} {words}").strip()
