"""The addresses that markup refers to, changed in place before it is parsed; all other markup stays as it is.

Why not in the tree: whatever reads the page afterwards (articles, lists of news, metadata) then sees the right
addresses and need not know that there were others. One pass, each character looked at once, whatever the markup.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from typing import Final

from accessreader.sources.guard import MOST_ATTRIBUTES

Change = Callable[[str, str], str | None]
"""What becomes of a reference, by the tag it stands in and its words; None leaves it."""

_TAG: Final = re.compile(
    r"<(a|amp-img|area|audio|base|embed|form|frame|iframe|img|input|link|meta|object|source|track|video)(?=[\s/])",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?:[\s/]++|(?<=["']))([^\s/>="'][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+"""
)
_SINGLE: Final = frozenset(
    {"src", "href", "data", "action", "poster", "content", "data-src", "data-original", "data-lazy-src", "data-url"}
)
_SETS: Final = frozenset({"srcset", "data-srcset", "data-lazy-srcset"})
_CANDIDATE: Final = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(\s+[\d.]{1,20}[wx])?\s*+(?:,|$)")
_LONGEST: Final = 4000
"""Characters of a reference that is looked at, and of a set of them."""


def changed(html: str, change: Change) -> str:
    """The markup with the references that `change` answers for replaced by its answers."""
    out: list[str] = []
    done = at = 0
    while tag := _TAG.search(html, at):
        at = tag.end()
        for _ in range(MOST_ATTRIBUTES):
            attribute = _ATTRIBUTE.match(html, at)
            if attribute is None:
                break
            at = attribute.end()
            answer = _answer(tag[1].lower(), attribute, change)
            if answer is not None:
                group = attribute.lastindex or 0
                out.extend((html[done : attribute.start(group)], entities.escape(answer)))
                done = attribute.end(group)
    out.append(html[done:])
    return "".join(out)


def _answer(tag: str, attribute: re.Match[str], change: Change) -> str | None:
    name, group = attribute[1].lower(), attribute.lastindex or 0
    if group < 2 or attribute.end(group) - attribute.start(group) > _LONGEST:
        return None
    if name in _SINGLE:
        return change(tag, entities.unescape(attribute[group]).strip())
    if name not in _SETS:
        return None

    def candidate(found: re.Match[str]) -> str:
        answer = change(tag, found[1])
        return found[0] if answer is None else found[0].replace(found[1], answer, 1)

    before = entities.unescape(attribute[group])
    after = _CANDIDATE.sub(candidate, before)
    return after if after != before else None
