"""Words found in everything that is kept.

Tried one after another: the words as they were written, each as the beginning of a word; then without their endings,
if there is room for more; and where nothing at all was found, as if the keyboard had been in another layout.

Articles are looked through from the newest kept, part by part of the index, until enough match; the best of these come
first: words in the title weigh most, then names of people, then how often and how near the beginning of a rare word.
Of a word of which only a letter or two are typed only titles are looked at, or the words before it.
Why not all that match: whoever looks for a word that is in every article is served by the newest, and at once.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any, Final

from accessreader.article import Span
from accessreader.library import door, schema
from accessreader.library.folding import folded, retyped
from accessreader.library.packing import texts
from accessreader.library.query import Term, expression, terms, without_endings
from accessreader.library.store import KEPT_COLUMNS, Library, as_kept
from accessreader.library.values import Found, Hit, Manner, Wish

ENOUGH: Final = 2000
"""How many matching articles are compared with each other."""
_TITLE, _PEOPLE, _TEXT = 8.0, 4.0, 1.0
_AROUND: Final = 70
"""How many characters of the text stand before and after the words that were found."""
_MOST: Final = 50
"""How many places of a word in one article are compared."""
_TOGETHER: Final = 200
"""How far apart the words may stand that one looks at together."""


@dataclass(frozen=True, slots=True)
class _Matches:
    numbers: tuple[int, ...]
    counted: int
    more: bool


def search(library: Library, wish: Wish) -> Found:
    """What is found, the best first; with filters alone, the newest kept. Raises LibraryError."""
    wanted = terms(wish.words, typing=wish.typing)
    found = _found(library, wish, wanted, Manner.AS_WRITTEN)
    if found.hits or not wanted:
        return found
    for words in retyped(wish.words):
        other = replace(wish, words=words)
        found_so = _found(library, other, terms(words, typing=wish.typing), Manner.KEYBOARD)
        if found_so.hits:
            return found_so
    return found


def _found(library: Library, wish: Wish, wanted: tuple[Term, ...], manner: Manner) -> Found:
    """The words as beginnings, and, where these are few, without their endings."""
    if not wanted and wish.words.strip():
        return Found((), 0, more=False, words=wish.words, manner=manner)
    with door.told(library.path):
        if wanted and wanted[-1].is_hardly_begun:
            if len(wanted) == 1 and wish == Wish(words=wish.words, typing=wish.typing, at_most=wish.at_most):
                return _in_titles(library, wish, wanted)
            wanted = wanted[:-1]  # its letters are waited for
        matches = _matches(library, wish, wanted)
        hits = list(_hits(library, matches.numbers, wanted))
        looser = without_endings(wanted)
        if len(hits) < wish.at_most and looser != wanted:
            wider = _matches(library, wish, looser)
            manner = manner if hits or not wider.numbers else max(manner, Manner.ENDINGS, key=list(Manner).index)
            known = set(matches.numbers)
            numbers = [number for number in wider.numbers if number not in known]
            hits += _hits(library, numbers[: wish.at_most - len(hits)], looser)
            matches = wider
    return Found(tuple(hits), matches.counted, matches.more, wish.words, manner)


def _in_titles(library: Library, wish: Wish, wanted: tuple[Term, ...]) -> Found:
    """The articles kept last whose titles have a word with these first letters: of every text that would be all."""
    rows = library.connection.execute("SELECT id, title FROM article ORDER BY id DESC LIMIT ?", (ENOUGH,)).fetchall()
    found = dict.fromkeys(span.block for span in _places([title for _number, title in rows], wanted[0]))
    numbers = [rows[at][0] for at in sorted(found)]
    hits = tuple(_hits(library, numbers[: wish.at_most], wanted))
    return Found(hits, len(numbers), more=False, words=wish.words, manner=Manner.AS_WRITTEN)


def _matches(library: Library, wish: Wish, wanted: tuple[Term, ...]) -> _Matches:
    """The numbers of the best articles, and how many match."""
    asked = expression(wanted, wish)
    if not asked:
        return _newest(library, wish)
    days, values = _days(wish)
    ranked: list[tuple[float, int]] = []
    more = False
    for part in schema.parts(library.connection):
        rows = library.connection.execute(
            f"SELECT bm25({part}, {_TITLE}, {_PEOPLE}, {_TEXT}, 0.0), {part}.rowid FROM {part}"  # noqa: S608 - our own
            f"{' CROSS JOIN article ON article.id = ' + part + '.rowid' if days else ''}"
            f" WHERE {part} MATCH ?{days} ORDER BY {part}.rowid DESC LIMIT ?",
            (asked, *values, ENOUGH + 1 - len(ranked)),
        )
        ranked += rows.fetchall()
        if len(ranked) > ENOUGH:
            more = True
            break
    best = sorted(ranked[:ENOUGH], key=lambda row: (row[0], -row[1]) if wanted else (0.0, -row[1]))
    return _Matches(tuple(number for _rank, number in best[: wish.at_most]), min(len(ranked), ENOUGH), more)


def _newest(library: Library, wish: Wish) -> _Matches:
    days, values = _days(wish)
    rows = library.connection.execute(
        f"SELECT id FROM article WHERE 1{days} ORDER BY id DESC LIMIT ?",  # noqa: S608 - our own words
        (*values, ENOUGH + 1),
    ).fetchall()
    numbers = tuple(number for (number,) in rows[: wish.at_most])
    return _Matches(numbers, min(len(rows), ENOUGH), len(rows) > ENOUGH)


def _days(wish: Wish) -> tuple[str, tuple[str, ...]]:
    """The days of the filter for SQL."""
    bounds: tuple[tuple[str, dt.date | None], ...] = ((">=", wish.since), ("<=", wish.until))
    told = [(sign, day.isoformat()) for sign, day in bounds if day is not None]
    return "".join(f" AND article.published {sign} ?" for sign, _day in told), tuple(day for _sign, day in told)


def _hits(library: Library, numbers: Iterable[int], wanted: tuple[Term, ...]) -> Iterator[Hit]:
    for number in numbers:
        row: tuple[Any, ...] | None = library.connection.execute(
            f"SELECT {KEPT_COLUMNS}, (SELECT body FROM version WHERE version.article = article.id"  # noqa: S608
            " ORDER BY id DESC LIMIT 1) FROM article WHERE id = ?",
            (number,),
        ).fetchone()
        if row is not None and row[-1] is not None:
            yield _hit(row, wanted)


def _hit(row: tuple[Any, ...], wanted: tuple[Term, ...]) -> Hit:
    blocks, above = texts(row[-1])
    kept = as_kept(row[:-1])
    span = best_place(blocks, wanted, above)
    if span is None:
        text = next(filter(None, blocks[above:]), "")
        return Hit(kept, None, "", "", _plain(_cut_after(text, 2 * _AROUND)))
    text = blocks[span.block]
    before = _plain(_cut_before(text[: span.start], _AROUND))
    return Hit(kept, span, before, _plain(text[span.start : span.end]), _plain(_cut_after(text[span.end :], _AROUND)))


def best_place(blocks: Sequence[str], wanted: tuple[Term, ...], above: int) -> Span | None:
    """Where to look first: the earliest place with most of the terms near each other; the lines above the text last."""
    spans = sorted((span, which) for which, term in enumerate(wanted) for span in islice(_places(blocks, term), _MOST))
    best, place = (0, False), None
    for number, (span, _which) in enumerate(spans):
        near = {which for other, which in islice(spans, number, number + _MOST) if _is_near(span, other)}
        if (len(near), span.block >= above) > best:
            best, place = (len(near), span.block >= above), span
    return place


def _is_near(span: Span, other: Span) -> bool:
    return other.block == span.block and other.start - span.start <= _TOGETHER


def places(blocks: Sequence[str], words: str) -> tuple[Span, ...]:
    """Every place of the words of a search in the texts of the blocks of `sheet`, in their order."""
    return tuple(sorted({span for term in terms(words) for span in _places(blocks, term)}))


def _places(blocks: Sequence[str], term: Term) -> Iterator[Span]:
    """Where a term stands. All blocks are folded and looked through as one text, which is much sooner done."""
    starts = [0, *accumulate(len(text) + 1 for text in blocks)]
    for start, end in term.spans(_folded_as_one(tuple(blocks))):
        number = bisect_right(starts, start) - 1
        if end < starts[number + 1]:
            yield Span(number, start - starts[number], end - starts[number])


@lru_cache(maxsize=2)
def _folded_as_one(blocks: tuple[str, ...]) -> str:
    return folded("\n".join(blocks))


def _cut_before(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[-length:]
    return "…" + (cut.partition(" ")[2] or cut)


def _cut_after(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _plain(text: str) -> str:
    """The text on one line, its blanks at the ends kept as one."""
    return "".join(" " if letter in "\n\t" else letter for letter in text)
