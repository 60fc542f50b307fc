"""The language of blocks and runs: what their letters say, and what the markup says where it can be true.

Why doubted: texts pasted from a word processor carry the language of the keyboard, not of the words; a voice that
believed them would read Russian as English.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from accessreader.article import (
    Block,
    Divider,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    Quotation,
    Runs,
    Table,
)
from accessreader.language import LANGUAGES, detect
from accessreader.sources.asides import in_own_tongue

_CYRILLIC: Final = frozenset(["kk", "ru", "uk", "be", "bg", "sr", "ky", "tg", "mn", "mk", "tt", "ba", "uz", "az"])
_RIGHT_TO_LEFT: Final = frozenset(["ar", "fa", "he", "ur", "ug", "yi", "ps", "ckb"])
_LETTERS: Final = (
    (re.compile(r"[\u0400-\u052f]"), _CYRILLIC),
    (re.compile(r"[\u0590-\u08ff\ufb1d-\ufeff]"), _RIGHT_TO_LEFT),
)
_ENOUGH: Final = 20
"""Letters from which a block's own language is asked for."""
_CLEAR: Final = 4.0
"""Evidence from which a block is in another language than the article."""


def in_tongues(blocks: list[Block], language: str) -> list[Block]:
    """The blocks, each with its language where that is another than the article's: the same list, changed."""
    for number, block in enumerate(blocks):
        blocks[number] = _spoken(block, language)
    return blocks


def _spoken(block: Block, language: str) -> Block:
    if isinstance(block, Divider):
        return block
    text = block.text
    own = detect(text, language, doubt=_CLEAR) if sum(map(str.isalpha, text)) >= _ENOUGH else language
    block = replace(block, language=own if own != language else None)
    if isinstance(block, Heading | Paragraph | ListItem | Quotation | Preformatted):
        return replace(block, runs=_plausible(block.runs, own))
    if isinstance(block, Figure):
        return replace(block, caption=_plausible(block.caption, own))
    if isinstance(block, Table):
        rows = tuple(tuple(replace(cell, runs=_plausible(cell.runs, own)) for cell in row) for row in block.cells)
        return replace(block, cells=rows)
    return block


def _plausible(runs: Runs, language: str) -> Runs:
    if any(run.language is not None for run in runs):
        runs = tuple(
            run if run.language is None or _may_be(run.language, run.text, language) else replace(run, language=None)
            for run in runs
        )
    return in_own_tongue(runs, language)


def _may_be(named: str, text: str, language: str) -> bool:
    """Whether a text can be in the language that its markup names, and that is another than the one round it."""
    if named == language:
        return False
    if named in LANGUAGES:
        return detect(text, language) == named
    for letters, languages in _LETTERS:
        if letters.search(text):
            return named in languages
    return named not in _RIGHT_TO_LEFT and (named not in _CYRILLIC or named in {"uz", "az"})
