"""Inside the article: what is mostly links, said twice, or only round the text, goes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from accessreader.article import Reason
from accessreader.sources import hints, house, phrases
from accessreader.sources.dates import date_at
from accessreader.sources.lines import Line, Lines
from accessreader.sources.said_twice import drop_repeated
from accessreader.sources.shape import leave_out
from accessreader.sources.tables import is_data
from accessreader.sources.tree import Element
from accessreader.sources.weights import SENTENCE, Weights, scale_of

_GROUPS: Final = frozenset({"ul", "ol", "div", "section", "aside", "table", "dl"})
_LINKS: Final = 0.6
"""Share of letters in links from which a group is one of links."""
_LISTS: Final = ("ul", "ol")
_SEVERAL: Final = 5
"""Lists side by side, from which lists are the manner of the text."""
_TITLED: Final = 0.6
"""Share of common words from which a line near the top says the title again."""


def tidy(chosen: Element, lines: Lines, title: str) -> None:
    """Leave out what in the chosen element is not the article."""
    weights = Weights(lines)
    _cut_tail(chosen, lines, weights)
    _drop_inner_articles(chosen, lines, weights)
    drop_repeated(chosen, lines)
    _drop_head(chosen, lines, title, weights)
    _drop_credits(chosen, lines)
    _drop_links(chosen, lines, Weights(lines))
    _drop_announcements(chosen, lines)
    _drop_last_headings(chosen, lines)


def _cut_tail(chosen: Element, lines: Lines, weights: Weights) -> None:
    """Leave out what follows a line that announces comments or other stories, when most of the text is before it."""
    whole = weights.prose(chosen)
    read = 0.0
    furthest = -1  # the number of the last line that is set as one that was read
    last_of = {_manner(line): line.number for line in lines.of(chosen) if _goes_on(line, weights)}
    for line in lines.of(chosen):
        if weights.prose_of_line[line.number]:
            furthest = max(furthest, last_of.get(_manner(line), -1))
        read += weights.prose_of_line[line.number]
        if line.letters >= 60 or line.condemned or read < _SHORTEST:
            continue
        comments = read > 0.3 * whole and phrases.announces_comments(line.text)
        if not (comments or phrases.announces_others(line.text)) or _is_cell(line):
            continue
        if comments:
            _leave_out_from(line, chosen, lines)
            return
        if _ends(line, read / whole, chosen, weights):
            if furthest <= line.number:
                _leave_out_from(line, chosen, lines)
                return
            leave_out(line, Reason.RELATED)


_Manner = tuple[str, str, str, str]


def _manner(line: Line) -> _Manner:
    """How a line is set: the tags and classes of the element it stands in and of the one round that."""
    owner, around = line.owner, line.owner.parent or line.owner
    return owner.tag, owner.get("class"), around.tag, around.get("class")


def _goes_on(line: Line, weights: Weights) -> bool:
    """Whether a line is prose without links: where it is set as the text before it was, the text goes on."""
    return bool(weights.prose_of_line[line.number]) and not line.linked


_SHORTEST: Final = 150
"""Letters of prose that must stand before an end of the text is believed."""


def _is_cell(line: Line) -> bool:
    """Whether a line stands in a row of several short cells."""
    cell = next((each for each in (line.owner, *line.owner.ancestors()) if each.tag in {"td", "th"}), None)
    if cell is None or cell.parent is None or _is_longer(cell, 300):
        return False
    filled = (each for each in cell.parent.children if isinstance(each, Element) and _is_longer(each, 0))
    return next(filled, None) is not None and next(filled, None) is not None


def _is_longer(element: Element, letters: int) -> bool:
    """Whether an element says more than this; no more of it is looked at than is needed to know."""
    read = 0
    for piece in element.texts():
        if not piece.text.isspace():
            read += sum(map(len, piece.text[:1000].split()))
        if read > letters:
            return True
    return False


def _ends(line: Line, share: float, chosen: Element, weights: Weights) -> bool:
    """Whether a line that announces other stories ends the text: most is before it, or much after it is links."""
    if share > 0.8:
        return True
    return weights.linked_between(line.number + 1, chosen.last) > 0.45 and share > 0.12


def _leave_out_from(line: Line, chosen: Element, lines: Lines) -> None:
    """Leave out all of an element from a line on, its pictures too."""
    _first, last = lines.span(chosen)
    for later in lines.all[line.number : last]:
        leave_out(later, Reason.RELATED)
    node: Element = line.owner
    while node is not chosen and node.parent is not None:
        siblings = node.parent.elements
        for sibling in siblings[siblings.index(node) + 1 :]:
            sibling.reason = sibling.reason or Reason.RELATED
        node = node.parent


def _drop_inner_articles(chosen: Element, lines: Lines, weights: Weights) -> None:
    """Leave out articles within the article: they are teasers, unless most of the text stands in them."""
    inner = [each for each in chosen.find("article") if each.reason is None]
    if inner and sum(map(weights.prose, inner)) < 0.4 * weights.prose(chosen):
        for each in inner:
            _leave_out_all(each, lines)


def _drop_credits(chosen: Element, lines: Lines) -> None:
    """Leave out lines that say whose a picture is and nothing of what it shows, but not those in its caption."""
    for line in lines.of(chosen):
        if not line.condemned and house.credits_picture(line.text) and not _is_in_figure(line, chosen):
            leave_out(line, Reason.NOTICE)


def _is_in_figure(line: Line, chosen: Element) -> bool:
    for each in (line.owner, *line.owner.ancestors()):
        if each.tag in {"figure", "figcaption"} or hints.is_caption_text(hints.words_of(each)):
            return True
        if each is chosen:
            break
    return False


_BYLINE: Final = re.compile(
    r"(?:by|von|par|por|автор|текст|авторы|da|av|text|written by|reported by)\b:?\s+\S.{0,60}", re.IGNORECASE
)


def _drop_head(chosen: Element, lines: Lines, title: str, weights: Weights) -> None:
    """Leave out, above the first paragraphs, what says the title, the date or the author again."""
    prose = 0
    for line in lines.of(chosen):
        if line.condemned:
            continue
        if _says(line.text, title):
            leave_out(line, Reason.REPEATED)
        elif not prose and line.text.isdecimal():
            leave_out(line, Reason.NAVIGATION)
        elif line.letters < 45 or (line.letters < 90 and not weights.prose_of_line[line.number]):
            _drop_byline(line)
        prose += bool(weights.prose_of_line[line.number])
        if prose >= 2:
            return


def _drop_byline(line: Line) -> None:
    dated = date_at(line.text)
    if dated is not None and len(line.text) - (dated[2] - dated[1]) < 45 and line.owner.tag not in {"h2", "h3", "h4"}:
        leave_out(line, Reason.DATE)
    elif _is_byline(line):
        leave_out(line, Reason.AUTHOR)


def _is_byline(line: Line) -> bool:
    if line.owner.tag == "p" and hints.judged(hints.words_of(line.owner)) is Reason.AUTHOR:
        return True
    return line.letters < 60 and _BYLINE.fullmatch(line.text) is not None and not line.text.endswith((".", "?", "!"))


def _says(text: str, title: str) -> bool:
    """Whether a line says the title, or nearly."""
    if len(text) > 2 * len(title) + 20 or len(title) < 15:
        return False
    one, other = set(re.findall(r"\w+", text.casefold())), set(re.findall(r"\w+", title.casefold()))
    return len(one) > 2 and len(one & other) > _TITLED * len(one | other)


def _told_in_lists(chosen: Element, weights: Weights) -> Iterator[Element]:
    """The lists of places that tell what they tell in lists, few of which are mostly links; those within them too."""
    lists: dict[int, list[Element]] = defaultdict(list)
    for each in chosen.find(*_LISTS):
        if each.parent is not None and each.parent.tag not in {"li", *_LISTS}:
            lists[id(each.parent)].append(each)
    for alike in lists.values():
        if len(alike) >= _SEVERAL and sum(weights.linked(each) > _LINKS for each in alike) * 3 <= len(alike):
            for each in alike:
                yield from each.walk()


def _in_cells(chosen: Element) -> Iterator[Element]:
    """The elements in tables of data: a cell that is a link belongs to its row."""
    for table in chosen.find("table"):
        if is_data(table):
            yield from (each for each in table.walk() if each is not table)


def _drop_links(chosen: Element, lines: Lines, weights: Weights) -> None:
    """Leave out groups that are mostly links, and lines that lead to other stories or promote the site."""
    whole = max(weights.prose(chosen), 1.0)
    kept = {id(each) for each in (*_in_cells(chosen), *_told_in_lists(chosen, weights))}
    for element in list(chosen.walk()):
        if element is chosen or element.reason is not None or element.tag not in _GROUPS or id(element) in kept:
            continue
        letters = weights.letters(element)
        if letters and letters < 0.3 * whole and weights.linked(element) > _linked_enough(element, lines):
            _leave_out_all(element, lines)
    _drop_teasers(chosen, lines, whole)
    _drop_pictures(chosen)
    _drop_linked_lines(chosen, lines, weights)
    for line in lines.of(chosen):
        if line.condemned or line.letters > 400 or not line.linked:
            continue
        if line.letters < 250 and phrases.leads_elsewhere(line.text) and line.linked * 4 > line.letters:
            leave_out(line, Reason.RELATED)
        elif line.letters < 250 and phrases.promotes(line.text) and not hints.is_body(hints.words_of(line.owner)):
            leave_out(line, Reason.NOTICE)


def _linked_enough(element: Element, lines: Lines) -> float:
    """The share of links from which a group is one of links: more of a lone sentence, which may be linked for long."""
    inside = lines.of(element)
    if len(inside) != 1 or inside[0].letters - inside[0].linked < _OWN_WORDS:
        return _MOSTLY_LINKED
    return _LINKED if SENTENCE.search(inside[0].text[-4:]) is not None else _MOSTLY_LINKED


_MOSTLY_LINKED: Final = 0.6
_OWN_WORDS: Final = 15
"""Letters without a link from which a line says something of its own."""


def _drop_announcements(chosen: Element, lines: Lines) -> None:
    """Leave out lines that announce other stories where what they announced is left out."""
    after: Line | None = None
    for line in reversed(lines.of(chosen)):
        alone = after is None or after.condemned
        if alone and not line.condemned and line.letters < 60 and phrases.announces_others(line.text):
            leave_out(line, Reason.RELATED)
        after = line


def _drop_teasers(chosen: Element, lines: Lines, whole: float) -> None:
    """Leave out boxes that are the linked heading of another story and its first words, where they are few."""
    found = [each for each in chosen.walk() if each.tag in _BOXES and each is not chosen and _is_teaser(each, lines)]
    found = [each for each in found if not any(around in found for around in each.ancestors())]
    letters = sum(line.letters for each in found for line in lines.of(each))
    if len(found) <= _MOST_TEASERS and letters < 0.2 * whole:
        for each in found:
            _leave_out_all(each, lines)


def _leave_out_all(element: Element, lines: Lines) -> None:
    """Leave out an element as other stories; the first reason given stands."""
    element.reason = element.reason or Reason.RELATED
    for line in lines.wholly(element):
        line.condemned = True


_BOXES: Final = frozenset({"aside", "section", "div", "li", "figure"})
_MOST_TEASERS: Final = 4
"""Boxes from which they are the article's own list of stories."""


def _is_teaser(element: Element, lines: Lines) -> bool:
    first, last = lines.span(element)
    if not 1 <= last - first <= 6:
        return False
    inside = [line for line in lines.all[first:last] if not line.condemned] or lines.all[first:last]
    headings = [line for line in inside if line.owner.tag in _HEADINGS and line.owner is not element]
    return (
        len(headings) == 1
        and headings[0].letters >= 15
        and headings[0].linked > _LINKED * headings[0].letters
        and inside.index(headings[0]) <= 1
        and sum(line.letters for line in inside) <= 500
    )


def _drop_last_headings(chosen: Element, lines: Lines) -> None:
    """Leave out headings at the end under which nothing is left."""
    for line in reversed(lines.of(chosen)):
        if line.condemned:
            continue
        if line.owner.tag not in _HEADINGS:
            return
        leave_out(line, Reason.RELATED)


_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CREDIT: Final = re.compile(
    r"\W{0,3}(?:artist|photos?|image|picture|illustration|credits?|фото|иллюстрация|рисунок|сурет|foto|bild|crédit)\w*"
    r"(?: by)?\s*:\s",
    re.IGNORECASE,
)
"""How a line begins that says whose a picture is: it leads to them, not to a story."""
_LOOSE: Final = frozenset({"p", "div", "strong", "section", "center", "td"})
_LINKED: Final = 0.9


def _drop_linked_lines(chosen: Element, lines: Lines, weights: Weights) -> None:
    """Leave out paragraphs that are nothing but a link, where they are few among paragraphs that are not."""
    found = [
        line
        for line in lines.of(chosen)
        if not line.condemned
        and line.letters * scale_of(line) >= 20
        and line.linked > _LINKED * line.letters
        and line.owner.tag in _LOOSE
        and not _is_cell(line)
        and not _CREDIT.match(line.text)
    ]
    prose = sum(bool(weights.prose_of_line[line.number]) for line in lines.of(chosen))
    for line in found:
        announcing = lines.all[max(0, line.number - 1)]
        if phrases.announces_others(announcing.text):
            leave_out(announcing, Reason.RELATED)
            leave_out(line, Reason.RELATED)
        elif len(found) * 2 <= prose:
            leave_out(line, Reason.RELATED)


def _drop_pictures(chosen: Element) -> None:
    """Leave out pictures without words that lead where a story already left out leads."""
    gone: set[str] = set()
    alone: list[Element] = []
    stack: list[tuple[Element, bool]] = [(chosen, False)]
    while stack:
        element, out = stack.pop()
        out = out or element.reason is not None
        if element.tag == "a" and element.get("href"):
            if out:
                gone.add(element.get("href"))
            elif not element.text:
                alone.append(element)
        stack.extend((child, out) for child in element.elements)
    for element in alone:
        if element.get("href") in gone:
            element.reason = Reason.RELATED
