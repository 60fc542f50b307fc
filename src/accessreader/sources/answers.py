"""What can be asked of a page beside its article: each answer as forms of plain values, and those understood again.

    candidates   the places that could be the article          Candidate
    exact        a selector that finds one place alone         text
    headlines    the list that the page is                     Headlines

Why forms: the same question may be asked here or apart, of a process that answers in lines of JSON.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from accessreader.sources.candidates import Candidate, candidates
from accessreader.sources.headline import Headline, Headlines, ListKind
from accessreader.sources.headlines import headlines
from accessreader.sources.page import Page
from accessreader.sources.place import exact
from accessreader.sources.site import Site

Form = dict[str, Any]
"""A part of an answer: a line of JSON, where it is given apart."""


def answer(question: str, page: Page, sites: Sequence[Site], said: Sequence[str]) -> list[Form]:
    """The answer to a question of the list above, which is asked with what else is said.

    Raises:
        UsageError: a selector is none, or finds nothing.
        NotAnArticleError: there are no headlines.
    """
    return list(_QUESTIONS[question](page, sites, *said))


def as_candidates(forms: Iterable[Form]) -> tuple[Candidate, ...]:
    """The answer to `candidates`."""
    return tuple(Candidate(**form) for form in forms)


def as_selector(forms: Sequence[Form]) -> str:
    """The answer to `exact`."""
    return str(forms[0]["selector"])


def as_headlines(forms: Sequence[Form]) -> Headlines:
    """The answer to `headlines`."""
    head, *items = forms
    return Headlines(**head | {"kind": ListKind(head["kind"])}, items=tuple(map(_headline, items)))


def _headline(form: Form) -> Headline:
    day = form["published"]
    return Headline(**form | {"published": dt.date.fromisoformat(day) if day else None})


def _candidates(page: Page, _sites: Sequence[Site], shown: str) -> Iterable[Form]:
    return map(dataclasses.asdict, candidates(page, shown))


def _exact(page: Page, _sites: Sequence[Site], selector: str, words: str) -> Iterable[Form]:
    return [{"selector": exact(page, selector, words)}]


def _headlines(page: Page, sites: Sequence[Site]) -> Iterable[Form]:
    found = headlines(page, sites)
    yield {"title": found.title, "url": found.url, "next_page": found.next_page, "kind": found.kind.value}
    for one in found.items:
        yield dataclasses.asdict(one) | {"published": one.published.isoformat() if one.published else None}


_QUESTIONS: Final[Mapping[str, Callable[..., Iterable[Form]]]] = {
    "candidates": _candidates,
    "exact": _exact,
    "headlines": _headlines,
}
