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
from accessreader.sources import hints
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
_NEVER_BY_NAME: Final = frozenset(
    {"a", "p", "td", "tr", "tbody", "span", "h1", "figure", "li", "b", "strong", "em", "i"}
)


def condemn(body: Element, lines: Lines, title: Line | None) -> None:
    """Give a reason to every element that is furniture by its tag, role or name; never to what holds the title."""
    weights = Weights(lines)
    whole = max(weights.prose(body), 1.0)
    kept = {id(each) for each in _round(title)}
    stack = [body]
    while stack:
        element = stack.pop()
        if element is not body and (reason := _verdict(element, weights, whole, kept)) is not None:
            element.reason = reason
            for line in lines.of(element):
                line.condemned = True
            continue
        stack.extend(child for child in element.children if isinstance(child, Element))


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
    if element.tag in _STRUCTURE or element.tag in _NEVER_BY_NAME:
        return None
    words = hints.words_of(element)
    reason = hints.judged(words)
    if reason is None or hints.is_body(words) or id(element) in kept or share > 0.5:
        return None
    if hints.is_frame(words) and share > 0.1:
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


def choose_list(body: Element, lines: Lines) -> Element:
    """The element that holds a list of links to articles."""
    scores: dict[int, float] = defaultdict(float)
    seen: dict[int, Element] = {}
    for line in lines.all:
        if line.condemned or line.letters < 12 or line.linked * 2 < line.letters:
            continue
        element: Element | None = line.owner
        level = 0
        while element is not None and element is not body.parent and level < 8:
            scores[id(element)] += min(line.letters, 120) * 0.92**level
            seen[id(element)] = element
            element, level = element.parent, level + 1
    return max(seen.values(), key=lambda each: scores[id(each)], default=body)


_FAR: Final = 4000
"""Letters of no prose after the title at which a line's voice is half."""


def _container(line: Line, lines: Lines) -> Element:
    """The element of which a line is a paragraph: the block it stands in, or the one round it."""
    element = line.owner
    first, last = lines.span(element)
    if last - first <= 1 and element.parent is not None:
        element = element.parent
    while element.tag in _TEXT_BLOCKS and element.parent is not None:
        element = element.parent
    return element


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
        if element.tag == "article" and _others(element):
            break
        element = element.parent
        won = weights.prose(element) - weights.prose(chosen)
        added = weights.letters(element) - weights.letters(chosen)
        named = element.tag == "article" or hints.is_body(hints.words_of(element))
        if won > (0.05 if named else 0.1) * weights.prose(chosen) and won > (0.5 if named else 0.6) * added:
            chosen = element
    return chosen


def _others(article: Element) -> bool:
    """Whether an article has others beside it."""
    return article.parent is not None and any(
        child.tag == "article" and child is not article for child in article.parent.elements
    )


_MORE: Final = re.compile(
    r"(?:read (?:more|also|next)|see also|more (?:on|from|about)|related|also read|don't miss|recommended|"
    r"читайте также|читать также|смотрите также|по теме|ранее|другие новости|похожие|"
    r"тағы оқыңыз|сондай-ақ оқыңыз|lees ook|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|leer también|"
    r"leggi anche|czytaj także)\b",
    re.IGNORECASE,
)


def tidy(chosen: Element, lines: Lines) -> None:
    """Leave out what is mostly links inside the article."""
    weights = Weights(lines)
    whole = max(weights.prose(chosen), 1.0)
    _cut_tail(chosen, lines, weights)
    _drop_inner_articles(chosen, weights)
    _drop_repeated(chosen, lines)
    for element in list(chosen.walk()):
        if element is chosen or element.reason is not None:
            continue
        letters = weights.letters(element)
        if not letters:
            continue
        linked = weights.linked(element)
        if (
            element.tag in {"ul", "ol", "div", "section", "aside", "table", "dl"}
            and linked > 0.6
            and letters < 0.3 * whole
        ) or (element.tag in {"p", "div"} and letters < 300 and linked > 0.3 and _MORE.match(element.text)):
            element.reason = Reason.RELATED


_COMMENTS: Final = re.compile(
    r"(?:\d+ )?(?:comments?|leave a (?:comment|reply)|add (?:a |your )?comment|post a comment|"
    r"комментари[ия]\w*(?: \(?\d+\)?)?|(?:оставить|добавить|написать) комментарий|ваш комментарий|пікірлер|пікір қалдыру|"
    r"commentaires?|kommentare?|comentarios|commenti|reacties|komentarze)\s*[:.…!?»>*]*",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:\d+ )?(?:discussion|responses?|"
    r"related(?: (?:articles?|stories|posts|content|links|news|topics|items|coverage))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|"
    r"(?:more|read more|see more|also) (?:on this|from|in|about|stories|news)\b.{0,40}|recommended(?: .{0,20})?|read (?:next|also|more)|see also|"
    r"tags?|topics|share (?:this|on)\b.{0,20}|most (?:read|popular|viewed)|trending(?: now)?|about the author|latest (?:news|stories)|"
    r"обсуждение|обсудить|отзывы|"
    r"(?:читайте|читать|смотрите|смотри|см\.?) (?:также|ещё|еще|по теме)|(?:материалы|новости|статьи|ещё|еще)? ?(?:по|на эту|на ту же|этой) тем[еуы]|"
    r"другие (?:новости|материалы|статьи)\b.{0,30}|похожие (?:новости|материалы|статьи)|последние новости|ранее по теме|"
    r"(?:самое )?(?:популярное|читаемое|обсуждаемое)|(?:новости|публикации) раздела|новости партн[её]ров|связанные (?:новости|материалы)|"
    r"(?:теги|метки|ключевые слова)|поделиться\b.{0,30}|рекомендуем\b.{0,20}|ссылки по теме|"
    r"тағы оқыңыз|ұқсас жаңалықтар|басқа жаңалықтар|сондай-ақ оқыңыз|тегтер|"
    r"à lire aussi|lire aussi|sur le même sujet|mehr zum thema|lesen sie auch|auch interessant|"
    r"relacionad[oa]s|te puede interesar|leggi anche|lees ook|czytaj także)"
    r"\s*[:.…!?»>]*",
    re.IGNORECASE,
)


def _cut_tail(chosen: Element, lines: Lines, weights: Weights) -> None:
    """Leave out what follows a line that announces comments or other stories, when most of the text is before it."""
    first, last = lines.span(chosen)
    whole = weights.prose(chosen)
    read = 0.0
    for line in lines.all[first:last]:
        read += weights.prose_of_line[line.number]
        if line.letters < 60 and not line.condemned and read > 0.5 * whole:
            words = line.text.strip("•—–-| »›")
            if _COMMENTS.fullmatch(words) or (read > 0.75 * whole and _TAIL.fullmatch(words)):
                _leave_out_from(line, chosen, lines)
                return


def _leave_out_from(line: Line, chosen: Element, lines: Lines) -> None:
    """Leave out all texts of an element from a line on."""
    _first, last = lines.span(chosen)
    for later in lines.all[line.number : last]:
        later.condemned = True
        for piece in later.pieces:
            piece.reason = piece.reason or Reason.RELATED
    kept = {id(each) for each in line.owner.ancestors()}
    node: Element = line.owner
    while node is not chosen and node.parent is not None:
        siblings = node.parent.elements
        for sibling in siblings[siblings.index(node) + 1 :]:
            if sibling.reason is None and id(sibling) not in kept:
                sibling.reason = Reason.RELATED
        node = node.parent


def leads(chosen: Element, lines: Lines, title: Line | None) -> list[Element]:
    """The paragraphs between the title and the article that belong to it: a lead that stands in the page's head."""
    first, _last = lines.span(chosen)
    if title is None or title.number >= first:
        return []
    body = {line.text for line in lines.of(chosen)}
    found: list[Element] = []
    for line in lines.all[title.number + 1 : min(first, title.number + 40)]:
        owner = line.owner
        if (
            not line.condemned
            and line.letters >= 50
            and line.linked * 3 < line.letters
            and line.text not in body
            and lines.span(owner)[1] - lines.span(owner)[0] == 1
            and owner.tag in _LEAD_TAGS
            and not _MORE.match(line.text)
            and not _is_captioned(line)
            and len(found) < 3
        ):
            found.append(owner)
    return found


_LEAD_TAGS: Final = frozenset({"p", "h2", "h3", "h4", "div", "section", "blockquote"})


def _drop_inner_articles(chosen: Element, weights: Weights) -> None:
    """Leave out articles within the article: they are teasers, unless most of the text stands in them."""
    inner = [each for each in chosen.find("article") if each.reason is None]
    if inner and sum(map(weights.prose, inner)) < 0.4 * weights.prose(chosen):
        for each in inner:
            each.reason = Reason.RELATED


def _drop_repeated(chosen: Element, lines: Lines) -> None:
    """Leave out a long line that was said before, and a quotation set large that stands in a paragraph as well."""
    seen: dict[str, Line] = {}
    repeated: list[Line] = []
    longer = [line.text for line in lines.of(chosen) if line.letters > 120]
    for line in lines.of(chosen):
        if line.letters < 40 or line.condemned:
            continue
        first = seen.setdefault(line.text, line)
        if (first is not line and first.owner.parent is not line.owner.parent) or (first is line and line.letters <= 300 and _is_pulled(line, longer)):
            repeated.append(line)
    for line in repeated if len(repeated) <= _MOST_REPEATED else ():
        line.condemned = True
        for piece in line.pieces:
            piece.reason = piece.reason or Reason.REPEATED


_MOST_REPEATED: Final = 6
"""Lines said twice, from which saying things twice is the page's manner."""


def _is_pulled(line: Line, longer: list[str]) -> bool:
    if not any(each.tag in {"blockquote", "aside", "figure", "q"} for each in (line.owner, *line.owner.ancestors())):
        return False
    words = line.text.strip("\"'«»„“”‚‘’ .")
    return any(words in text and text != line.text for text in longer)


_CREDITED: Final = re.compile(r"(?:\b(?:foto|photo|picture|image|bild|фото|сурет)\w*\s*(?::|by\b|/)|©)", re.IGNORECASE)


def _is_captioned(line: Line) -> bool:
    """Whether a line stands under a picture."""
    if _CREDITED.search(line.text):
        return True
    around = [line.owner, *line.owner.ancestors()][:3]
    return any(each.tag in {"figure", "figcaption"} or hints.is_caption(hints.words_of(each)) for each in around)
