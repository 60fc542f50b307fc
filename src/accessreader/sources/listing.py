"""Headlines out of any page that lists news, by its structure alone.

Links that stand in the same way — the same tags and classes round them — are one set. A set is the better, the more
its words look like headlines: long, all different, in headings, with a date and a lead beside each. The *place* of a
headline is the largest element round its link that holds no other link of the set; what stands between two places
belongs to the one before it, except a date that is seen to go before its headline.

Why by structure: the classes of a site are its own and change; that a list repeats itself does not.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from accessreader.article import Reason
from accessreader.sources import hints
from accessreader.sources.address import host_of
from accessreader.sources.days import day_at, is_day
from accessreader.sources.lines import Line, Lines
from accessreader.sources.links import Link, links_of, sets_of
from accessreader.sources.site import Site
from accessreader.sources.tree import Document, Element

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FEWEST: Final = 2
_ALIKE: Final = 0.4
"""Part of a set's links that must say something of their own; below, they are all "Read more"."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a page beside its markup: its address, its site where that is described, when it came."""

    url: str
    site: Site | None = None
    today: dt.date | None = None

    @property
    def name(self) -> str:
        """The name of the site, where it is described."""
        return self.site.name if self.site is not None else ""


@dataclass(eq=False, slots=True)
class Place:
    """Where a headline stands: its link, the element round it, and the lines that are about it."""

    link: Link
    element: Element
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a list: where its headlines stand, in order, and all of its links."""

    places: tuple[Place, ...]
    links: tuple[Link, ...]
    around: Element


def listed(document: Document, lines: Lines, about: About, base: str) -> Listed | None:
    """Where the headlines of a page stand; None where it has no list of any. References are relative to `base`."""
    links = links_of(document, about.url, base)
    words = _Words(document.body, lines)
    judge = _Judge(lines, about, words)
    best = max(sets_of(links), key=judge.worth, default=None)
    if best is None or judge.worth(best) <= 0:
        return None
    chosen = _one_an_address(best, words)
    elements = _places(chosen)
    around = _around(elements)
    chosen, elements = _with_odd_ones(chosen, elements, links, around)
    return Listed(tuple(_with_lines(chosen, elements, lines, around)), tuple(links), around)


class _Judge:
    """How much a set of links is like a list of news."""

    def __init__(self, lines: Lines, about: About, words: _Words) -> None:
        self._lines = lines
        self._words = words
        self._host = host_of(about.url)
        self._site = about.site
        self._today = about.today
        self._known: dict[int, float] = {}

    def worth(self, links: list[Link]) -> float:
        """A number without a unit; the more, the likelier."""
        if id(links) not in self._known:
            self._known[id(links)] = self._worth(_one_an_address(links, self._words))
        return self._known[id(links)]

    def _worth(self, links: list[Link]) -> float:
        texts = [self._words.of(link) for link in links]
        said = {text for text in texts if len(text) > 3}
        known = _part(links, self._is_article)
        if len(said) < max(1 if known == 1 else _FEWEST, _ALIKE * len(links)):
            return 0
        frame = min(map(_frame, (links[0].element, links[-1].element)))
        typical = sorted(map(len, texts))[len(texts) // 2]
        sample = links[:: max(1, len(links) // _SAMPLE)]
        dated, headed = self._dated(links), _part(sample, _is_headed)
        if not known and dated < _FEW and (frame < _MENU or (headed < _FEW and typical < _A_LINE)):
            return 0
        worth = frame * math.pow(sum(min(len(text), 110) for text in said), 0.8)
        worth *= 0.15 if typical < _A_WORD else 0.5 if typical < _A_LINE else 1
        worth *= (0.6 + 0.4 * _part(links, lambda link: not says_more(link.text))) * (1 + 0.4 * headed)
        worth *= (1 + 1.2 * dated) * (0.5 + 0.5 * _part(sample, lambda link: host_of(link.url) == self._host))
        return worth * (0.05 + 2 * known) if self._site is not None and self._site.articles else worth

    def _is_article(self, link: Link) -> bool:
        return self._site is not None and self._site.is_article(link.url)

    def _dated(self, links: list[Link]) -> float:
        """The part of some links near which a day is told: in the place of each, or in the line before or after."""
        places = _places(links)
        step = max(1, len(links) // _SAMPLE)
        return sum(map(self._is_dated, places[::step])) / len(places[::step])

    def _is_dated(self, place: Element) -> bool:
        first, last = self._lines.span(place)
        if last - first > _NEAR:
            return False
        if any(day_at(line.text, self._today) for line in self._lines.all[first:last] if line.letters < 400):
            return True
        return any(is_day(line.text, self._today) for line in self._lines.all[max(first - 1, 0) : last + 2])


_SAMPLE: Final = 30
_NEAR: Final = 12
_FEW: Final = 0.3
_A_WORD: Final = 12
_A_LINE: Final = 20
"""Characters of a title below which it is rather the name of a section."""
_MENU: Final = 0.2


def _is_headed(link: Link) -> bool:
    return heading_round(link.element) is not None


def _part(links: list[Link], is_so: Callable[[Link], bool]) -> float:
    return sum(map(is_so, links)) / len(links)


class _Words:
    """What the links of a page say, each found out once."""

    def __init__(self, body: Element, lines: Lines) -> None:
        self._lines = lines
        self._heads = [(lines.span(head)[0], head.text) for head in body.find(*HEADINGS) if head.text]
        self._starts = [start for start, _ in self._heads]
        self._known: dict[int, str] = {}

    def of(self, link: Link) -> str:
        """What a link says; where that is nothing, or no more than that there is more, the one heading near it."""
        if id(link) not in self._known:
            self._known[id(link)] = self._beside(link.element) if says_more(link.text) else link.text
        return self._known[id(link)]

    def _beside(self, element: Element) -> str:
        for each in (*element.ancestors(),)[:_NEAREST]:
            first, last = self._lines.span(each)
            at = bisect_left(self._starts, first)
            if at < len(self._starts) and self._starts[at] < last:
                alone = at + 1 == len(self._starts) or self._starts[at + 1] >= last
                return self._heads[at][1] if alone else ""
        return ""


_NEAREST: Final = 4


_MORE: Final = re.compile(
    r"(?:read|learn|see|view|continue|show|full|the|article|story|reading|text|details?|more|"
    r"подробнее|подробней|далее|дальше|ещ[её]|читать|полностью|смотреть|новость|узнать|больше|"
    r"толығырақ|толық|оқу|әрі|қарай|жалғасы|көбірек|тағы|[\W\d_]){1,9}",
    re.IGNORECASE,
)


def says_more(text: str) -> bool:
    """Whether some words only say that there is more to read, or nothing."""
    return not text or (len(text) < 40 and _MORE.fullmatch(text) is not None)


def heading_round(element: Element) -> Element | None:
    """The heading a link stands in, or that stands in the link."""
    for each in (element, *element.ancestors()):
        if each.tag in HEADINGS:
            return each
        if each is not element and each.tag in _ENDS:
            break
    return next(element.find(*HEADINGS), None)


_ENDS: Final = frozenset({"div", "li", "td", "tr", "article", "section", "body", "p", "dd", "dt", "table", "ul", "ol"})
_FRAMES: Final = {
    Reason.NAVIGATION: 0.15,
    Reason.COMMENTS: 0.2,
    Reason.SHARE: 0.1,
    Reason.ADVERTISEMENT: 0.4,
    Reason.RELATED: 0.6,
    Reason.NOTICE: 0.4,
    Reason.HIDDEN: 0.5,
}
_FRAME_TAGS: Final = {"nav": 0.03, "footer": 0.05, "menu": 0.05, "aside": 0.25, "select": 0.0, "form": 0.9}
_ITEMS: Final = frozenset({"html", "body", "main", "article"})


def _frame(element: Element) -> float:
    """How little what stands round a link speaks against its being news: 1 where nothing does."""
    worst = 1.0
    for each in element.ancestors():
        if each.tag in _ITEMS:
            continue
        worst = min(worst, _FRAME_TAGS.get(each.tag, 1.0))
        if each.get("role") in {"navigation", "menu", "contentinfo", "banner", "complementary"}:
            worst = min(worst, 0.1)
        words = hints.words_of(each)
        reason = hints.judged(words)
        if reason in _FRAMES and not hints.is_frame(words):
            worst = min(worst, _FRAMES[reason])
    return worst


def _one_an_address(links: Iterable[Link], words: _Words) -> list[Link]:
    """Of several links to one page the one that says most."""
    out: dict[str, Link] = {}
    for link in links:
        page = link.url.partition("#")[0]
        known = out.get(page)
        if known is None or len(words.of(link)) > len(words.of(known)):
            out[page] = link
    return list(out.values())


def _places(links: list[Link]) -> list[Element]:
    """The largest element round each link that holds no other of them."""
    holds: dict[int, int] = defaultdict(int)
    for link in links:
        holds[id(link.element)] += 1
        for each in link.element.ancestors():
            holds[id(each)] += 1
    out: list[Element] = []
    for link in links:
        element = link.element
        while element.parent is not None and element.parent.tag != "body" and holds[id(element.parent)] == 1:
            element = element.parent
        out.append(element)
    return out


def _around(elements: list[Element]) -> Element:
    """The smallest element that holds them all."""
    common = [*reversed(list(elements[0].ancestors()))]
    for element in elements[1:]:
        theirs = [*reversed(list(element.ancestors()))]
        same = next((at for at, (a, b) in enumerate(zip(common, theirs, strict=False)) if a is not b), None)
        common = common[: len(theirs) if same is None else same]
    return common[-1]


def _with_odd_ones(
    chosen: list[Link], elements: list[Element], links: Iterable[Link], around: Element
) -> tuple[list[Link], list[Element]]:
    """The places, and those among them that are made differently: the first one, large and with a picture."""
    tags = {each.tag for each in elements}
    parents = {id(each.parent) for each in elements}
    known, urls = {id(each) for each in elements}, {link.url for link in chosen}
    headed = _part(chosen, _is_headed) > 0.5
    odd: dict[int, tuple[Link, Element]] = {}
    sizes: dict[int, int] = {}

    def sized(element: Element) -> int:
        if id(element) not in sizes:
            sizes[id(element)] = len(element.text)
        return sizes[id(element)]

    for link in links:
        if link.url in urls or (headed and heading_round(link.element) is None):
            continue
        element = link.element
        while element is not around and element.parent is not None and id(element.parent) not in parents:
            element = element.parent
        fits = element is not around and element.tag in tags and id(element) not in known and element.parent is not None
        if fits and len(link.text) >= _SHORTEST_ODD and (headed or 2 * len(link.text) > sized(element)):
            before = odd.get(id(element))
            if before is None or len(before[0].text) < len(link.text):
                odd[id(element)] = link, element
    both = [*zip(chosen, elements, strict=True), *odd.values()]
    order = {id(link): number for number, link in enumerate(links)}
    both.sort(key=lambda pair: order[id(pair[0])])
    return [link for link, _ in both], [element for _, element in both]


_SHORTEST_ODD: Final = 15


def _with_lines(links: list[Link], elements: list[Element], lines: Lines, around: Element) -> list[Place]:
    """The places with the lines about each: its own, and its share of those between two."""
    spans = [lines.span(each) for each in elements]
    first, last = lines.span(around)
    edges = [first, *(end for _, end in spans)]
    begins = [*(start for start, _ in spans), last]
    gaps = [lines.all[max(end, first) : max(end, start)] for end, start in zip(edges, begins, strict=True)]
    return _shared(links, elements, lines, gaps)


def _shared(links: list[Link], elements: list[Element], lines: Lines, gaps: list[list[Line]]) -> list[Place]:
    gaps[0] = gaps[0][-2:]
    own = _unshared([lines.of(each) for each in elements])
    boxed = sorted(map(len, own))[len(own) // 2] > 1
    most = max((len(gap) for gap in gaps[1:-1]), default=0)
    gaps[-1] = gaps[-1][:most]
    leading = _lead(gaps)
    out: list[Place] = []
    day: list[Line] = []
    for number, (link, element) in enumerate(zip(links, elements, strict=True)):
        before, _ = _parted(gaps[number]) if leading else ([], [])
        day = before or day
        after = _parted(gaps[number + 1])[1] if leading else gaps[number + 1]
        out.append(Place(link, element, [*day, *own[number], *([] if boxed else _until_heading(after))]))
    return out


def _unshared(own: list[list[Line]]) -> list[list[Line]]:
    """The lines of each place but those in which others stand as well: such a line is about none of them."""
    times = Counter(id(line) for lines in own for line in lines)
    return [[line for line in lines if times[id(line)] == 1] for lines in own]


def _parted(gap: list[Line]) -> tuple[list[Line], list[Line]]:
    """A gap as what belongs to the place after it, from its last day on, and what belongs to the one before."""
    for at in range(len(gap) - 1, -1, -1):
        if is_day(gap[at].text):
            return gap[at:], gap[:at]
    return [], gap


def _lead(gaps: list[list[Line]]) -> bool:
    """Whether days stand before the headlines to which they belong, and not after.

    One before the first headline and none after the last says so; where both or neither are, the nearness does.
    """
    first, last = bool(gaps[0]) and is_day(gaps[0][-1].text), any(is_day(line.text) for line in gaps[-1])
    if first != last:
        return first
    leading = sum(bool(gap) and is_day(gap[-1].text) for gap in gaps[:-1])
    trailing = sum(bool(gap) and is_day(gap[0].text) for gap in gaps[1:])
    return leading > trailing or (first and leading == trailing)


def _until_heading(gap: list[Line]) -> list[Line]:
    end = next((at for at, line in enumerate(gap) if line.owner.tag in HEADINGS), len(gap))
    return gap[:end]
