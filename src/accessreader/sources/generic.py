"""Any page: which of its elements is the article, and what in it is not.

The page is judged in three steps. *Condemn*: elements that by tag, role or name are furniture are left out, unless
most of the page's prose stands in them. *Choose*: each line of prose votes for the elements round it, the nearest
most; the best one is widened as long as what is won is prose. *Tidy*: inside it, what is mostly links, repeats the
title or is known by its words goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from accessreader.article import Reason
from accessreader.sources import hints, phrases
from accessreader.sources.dates import date_in
from accessreader.sources.lines import Line, Lines
from accessreader.sources.tree import Element
from accessreader.sources.weights import Weights

_TEXT_BLOCKS: Final = frozenset(
    [
        "p",
        "pre",
        "blockquote",
        "li",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figcaption",
        "td",
        "ul",
        "ol",
        "dl",
        "tr",
        "tbody",
        "table",
        "font",
        "center",
    ]
)
_STRUCTURE: Final = frozenset({"html", "body", "article", "main"})
_NEVER_BY_NAME: Final = frozenset({"a", "p", "tr", "tbody", "span", "h1", "figure", "li", "b", "strong", "em", "i"})


def condemn(body: Element, lines: Lines, title: Line | None) -> None:
    """Give a reason to every element that is furniture by its tag, role or name; never to what holds the title."""
    weights = Weights(lines)
    whole = max(weights.prose(body), 1.0)
    kept = {id(each) for each in _round(title)}
    forms: list[Element] = []
    stack = [body]
    while stack:
        element = stack.pop()
        if element.reason is not None:
            continue
        if element is not body and (reason := _verdict(element, weights, whole, kept)) is not None:
            _leave_out(element, lines, reason)
            if element.tag == "form":
                forms.append(element)
            continue
        stack.extend(child for child in element.children if isinstance(child, Element))
    for form in forms:
        _leave_out(_box_of(form, weights, kept), lines, form.reason or Reason.FORM)


def _leave_out(element: Element, lines: Lines, reason: Reason) -> None:
    element.reason = reason
    for line in lines.wholly(element):
        line.condemned = True


def _box_of(form: Element, weights: Weights, kept: set[int]) -> Element:
    """The box in which a form stands that asks for an address: what else it says is why one should give it."""
    if not any(each.get("type").lower() == "email" for each in form.find("input")):
        return form
    box = form
    for around in form.ancestors():
        if id(around) in kept or around.tag in _STRUCTURE or weights.letters(around) > _LARGEST_BOX:
            break
        box = around
    return box


_LARGEST_BOX: Final = 600
"""Letters up to which what stands round a form belongs to it."""


def _round(title: Line | None) -> Iterator[Element]:
    if title is not None:
        yield title.owner
        yield from title.owner.ancestors()


def _verdict(element: Element, weights: Weights, whole: float, kept: set[int]) -> Reason | None:
    share = weights.prose(element) / whole
    if hints.is_hidden(element):
        return Reason.HIDDEN if share < 0.6 else None
    if (reason := hints.reason_by_tag(element)) is not None:
        return reason if share < 0.5 and id(element) not in kept else None
    if element.tag in _STRUCTURE or id(element) in kept:
        return None
    words = hints.words_of(element)
    if element.tag in _NEVER_BY_NAME:
        if hints.is_counter(words) and _COUNTED.fullmatch(element.text):
            return Reason.SHARE
        return Reason.HIDDEN if share < 0.1 and hints.is_unseen(words) else None
    reason = _verdict_by_name(element, words, share)
    return reason if _may_be(element, reason) else None


def _may_be(element: Element, reason: Reason | None) -> bool:
    """Whether an element of such a tag may be what its name says."""
    if element.tag == "td":
        return reason is Reason.COMMENTS
    return element.tag not in _SUBHEADINGS or reason not in _NEVER_A_HEADING


def _leads_nowhere(element: Element) -> bool:
    """Whether an element neither holds nor stands in a link: a teaser of another story leads there, a lead does not."""
    return next(element.find("a", "h2", "h3", "h4"), None) is None and all(
        each.tag != "a" for each in element.ancestors()
    )


_COUNTED: Final = re.compile(r"[(\[]?\+?\d{1,6}[)\]]?")
_SUBHEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NEVER_A_HEADING: Final = frozenset({Reason.NAVIGATION, Reason.DATE, Reason.NOTICE, Reason.AUTHOR})
"""What the name of a heading does not make of it: "time", "toc" or "widget" there tell how it looks or is reached."""


_CONTENTS: Final = re.compile(r"(?<!\w)(?:toc|tocs|toclist|contents|inhaltsverzeichnis)(?!\w)")


def _leads_within(element: Element) -> bool:
    """Whether all links lead to places of the same page, as the contents of a long article do."""
    links = [each.get("href") for each in element.find("a") if each.get("href")]
    return len(links) > 1 and all(each.startswith("#") and len(each) > 1 for each in links)


def _verdict_by_name(element: Element, words: str, share: float) -> Reason | None:
    reason = hints.judged(words)
    if reason is Reason.NAVIGATION and _CONTENTS.search(words) and _leads_within(element):
        return None
    if reason is None or hints.is_body(words) or share > (0.9 if reason is Reason.COMMENTS else 0.5):
        return None
    if hints.is_frame(words) and share > 0.1:
        return None
    if reason is Reason.RELATED and share > 0 and _leads_nowhere(element):
        return None
    return reason if share < 0.3 or next(element.find("article", "main"), None) is None else None


def choose(body: Element, lines: Lines, title: Line | None) -> Element:
    """The element that holds the article.

    Each line of prose votes for the element it stands in as a paragraph, for half as much of the one round that, and
    so on. A line before the title, or with much between the title and it that is no prose, has less of a voice.
    """
    weights = Weights(lines)
    scores: dict[int, float] = defaultdict(float)
    seen: dict[int, Element] = {}
    between = 0
    for line, prose in zip(lines.all, weights.prose_of_line, strict=True):
        before = title is not None and line.number < title.number
        if not prose:
            between += 0 if before else min(line.letters, 200)
            continue
        vote = (min(prose, 400.0) + max(0.0, min(prose, 2500.0) - 400.0) * 0.3 + 25) * (
            0.3 if before else 1 / (1 + between / _FAR)
        )
        element: Element | None = _container(line, lines)
        level = 0
        while element is not None and element is not body.parent and level < 5:
            scores[id(element)] += vote / (1, 2, 6, 9, 12)[level]
            seen[id(element)] = element
            element, level = element.parent, level + 1
    if not scores:
        return body
    best = max(seen.values(), key=lambda each: scores[id(each)] * (1 - weights.linked(each)) * _bonus(each))
    return _widened(best, weights)


_FAR: Final = 600
"""Letters of no prose after the title at which a line's voice is half."""


def _container(line: Line, lines: Lines) -> Element:
    """The element of which a line is a paragraph: the block it stands in, or the one round it."""
    element = line.owner
    first, last = lines.span(element)
    if last - first <= 1 and element.parent is not None:
        element = element.parent
    elif element.tag in _CELLS:
        return element
    while element.tag in _TEXT_BLOCKS and element.parent is not None:
        if element.tag == "td" and _size(element, lines) > _PAGE_OF_A_TEXT:
            break
        element = element.parent
    return element


def _size(element: Element, lines: Lines) -> int:
    return sum(line.letters for line in lines.of(element))


_PAGE_OF_A_TEXT: Final = 600
"""Letters from which a cell is the page of a text, not a paragraph."""
_CELLS: Final = frozenset({"td", "font", "center"})
"""Elements that are a paragraph when they hold one line, and the page of a text when they hold many."""


def _bonus(element: Element) -> float:
    if element.tag == "article" or hints.is_body(hints.words_of(element)):
        return 1.4
    if element.tag == "body":
        return 0.8
    return 1.0


def _widened(best: Element, weights: Weights) -> Element:
    """The element, or one round it that adds prose and little else; sooner where it is named as an article."""
    chosen, element = best, best
    for _ in range(6):
        if element.parent is None or element.parent.tag == "html":
            break
        if element.tag == "main" or (element.tag == "article" and _others(element)):
            break
        element = element.parent
        won = weights.won(element, chosen)
        added = weights.junk(element) - weights.junk(chosen)
        named = element.tag == "article" or hints.is_body(hints.words_of(element))
        if won > (0.05 if named else 0.1) * weights.prose(chosen) and won > (1.0 if named else 1.6) * added:
            chosen = element
    return chosen


def _others(article: Element) -> bool:
    """Whether an article has others near it, which are not its parts."""
    round_it = list(article.ancestors())[:3]
    inside = {id(each) for each in article.walk()} | {id(each) for each in round_it}
    return any(
        each.tag == "article" and id(each) not in inside for around in round_it for each in around.find("article")
    )


def leads(chosen: Element, lines: Lines, title: Line | None, description: str) -> list[Element]:
    """The paragraphs between the title and the article that belong to it: a lead that stands in the page's head.

    What the page's own description says is a lead in any manner and wherever it stands there; other words only near
    the title, as a paragraph or under the name of a lead.
    """
    first, _last = lines.span(chosen)
    if title is None or title.number >= first:
        return []
    body = "".join(_letters(line.text) for line in lines.of(chosen)[:_BEGINNING])
    wanted = _start(description)[:40]
    found: list[Element] = []
    for line in lines.all[title.number + 1 : first]:
        if len(found) >= _MOST_LEADS or not _is_lead(line, lines) or _is_beginning(line, body):
            continue
        if wanted and _start(line.text)[:40] == wanted:
            if not _is_under_picture(line) and not _is_out_of_sight(line):
                found.append(line.owner)
        elif line.number < title.number + _NEAR and not line.condemned and _reads_as_lead(line):
            found.append(line.owner)
    return found


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text[:_LONGEST_LEAD].casefold()))


def _is_beginning(line: Line, body: str) -> bool:
    """Whether a line is no more than what the text says itself, its end perhaps cut off."""
    said = _letters(line.text)
    return said[: max(20, len(said) * 9 // 10)] in body


def _start(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:300].casefold()))[:80]


def _reads_as_lead(line: Line) -> bool:
    if _is_captioned(line):
        return False
    if line.owner.tag in _SUBHEADINGS:
        return hints.is_lead(hints.words_of(line.owner))
    return line.letters >= 50 and (line.letters >= 100 or date_in(line.text) is None)


def _is_out_of_sight(line: Line) -> bool:
    """Whether a line stands in what the page does not show by itself."""
    return any(
        each.reason in {Reason.HIDDEN, Reason.FORM, Reason.NOTICE} for each in (line.owner, *line.owner.ancestors())
    )


def _is_lead(line: Line, lines: Lines) -> bool:
    """Whether a line may be a paragraph on its own, and is no link to another story."""
    first, last = lines.span(line.owner)
    return (
        line.letters >= 30
        and line.linked * 3 < line.letters
        and last - first == 1
        and line.owner.tag in _LEAD_TAGS
        and not phrases.leads_elsewhere(line.text)
    )


_MOST_LEADS: Final = 3
_BEGINNING: Final = 200
"""Lines of the text among which a lead is looked for that the text says itself."""
_LONGEST_LEAD: Final = 3000
"""Characters of a line that are looked at for that."""
_NEAR: Final = 40
"""Lines after the title among which a lead may stand that nothing else speaks for."""
_LEAD_TAGS: Final = frozenset({"h2", "h3", "h4", "p", "div", "section", "blockquote"})


_CREDITED: Final = re.compile(r"(?:\b(?:foto|photo|picture|image|bild|фото|сурет)\w*\s*(?::|by\b|/)|©)", re.IGNORECASE)


def _is_captioned(line: Line) -> bool:
    """Whether a line stands under a picture, or in what is named after pictures."""
    around = [line.owner, *line.owner.ancestors()][:3]
    return _is_under_picture(line) or any(hints.is_caption(hints.words_of(each)) for each in around)


def _is_under_picture(line: Line) -> bool:
    if _CREDITED.search(line.text):
        return True
    around = [line.owner, *line.owner.ancestors()][:3]
    if line.owner.tag in _SUBHEADINGS:
        return any(each.tag in {"figure", "figcaption"} for each in around)
    return any(each.tag in {"figure", "figcaption"} or hints.is_caption_text(hints.words_of(each)) for each in around)
