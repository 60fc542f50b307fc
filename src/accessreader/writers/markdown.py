"""The article as Markdown: CommonMark, with the tables that most readers of Markdown know.

What the article says is shown as it says it, whatever signs it holds: those that Markdown would take are escaped.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from accessreader.article import (
    Article,
    Block,
    Cell,
    Divider,
    Figure,
    Heading,
    ListItem,
    Preformatted,
    Quotation,
    Run,
    Runs,
    Table,
    Video,
    joined,
    sheet,
)
from accessreader.writers import html

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_START: Final = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|[=-]+$)")
_NUMBER_AT_START: Final = re.compile(r"^(\d{1,9})([.)](?=\s|$))")
_BREAK: Final = "\\\n"


def write(article: Article) -> str:
    """The article as Markdown, ending with a line feed."""
    out: list[str] = []
    indents: list[int] = []
    before: Block | None = None
    for block in sheet(article):
        if before is not None and not (isinstance(before, ListItem) and isinstance(block, ListItem)):
            out.append(">" if isinstance(before, Quotation) and isinstance(block, Quotation) else "")
        if isinstance(block, ListItem):
            out.append(_item(block, indents))
        else:
            indents.clear()
            out.append(_block(block))
        before = block
    return "\n".join(out) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, runs=runs):
            form = f"{'#' * level} {_inline(runs).replace(_BREAK, ' ')}"
        case Quotation(runs=runs):
            form = "> " + _inline(runs).replace("\n", "\n> ")
        case Figure():
            form = _figure(block)
        case Table():
            form = _table(block)
        case Preformatted():
            form = _preformatted(block)
        case Video(href=href):
            form = f"[{_line(block.text)}]({_address(href)})"
        case Divider():
            form = "* * *"
        case _:
            form = _inline(block.runs)
    return form


def _preformatted(block: Preformatted) -> str:
    """A fence round it; with links in it an element of HTML, which Markdown may hold: in a fence they would be lost."""
    if any(run.href for run in block.runs):
        return html.preformatted(block)
    fence = "`" * max(3, 1 + max((len(ticks) for ticks in re.findall("`+", block.text)), default=0))
    return f"{fence}\n{block.text}\n{fence}"


def _item(item: ListItem, indents: list[int]) -> str:
    """A list item under the text of its parent; `indents` holds where the texts of the open items begin."""
    del indents[item.depth :]
    indent = indents[-1] if indents else 0
    mark = "- " if item.ordinal is None else f"{item.ordinal}. "
    indents.append(indent + len(mark))
    return " " * indent + mark + _inline(item.runs).replace("\n", "\n" + " " * indents[-1])


def _figure(figure: Figure) -> str:
    picture = f"![{_line(figure.alternative)}]({_address(figure.source)})"
    caption = joined(figure.caption)
    return picture + _BREAK + _inline(figure.caption) if caption.strip() else picture


def _table(table: Table) -> str:
    rows = [[_cell(cell) for cell in row] for row in table.cells]
    if not rows:
        return ""
    if not any(cell.header for cell in table.cells[0]):
        rows.insert(0, [""] * len(rows[0]))
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Cell) -> str:
    return _inline(cell.runs).replace(_BREAK, " ")


def _line(text: str) -> str:
    """Text escaped, in one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _address(href: str) -> str:
    return "<" + re.sub(r"[<>\\\s]", lambda sign: f"%{ord(sign[0]):02X}", href) + ">"


def _inline(runs: Runs) -> str:
    """Runs with their marks and links, signs at the start of a line escaped, line feeds as hard breaks."""
    out: list[str] = []
    for href, group in groupby(runs, key=lambda run: run.href):
        inner = _marked(tuple(group))
        if href and inner.strip():
            if out and out[-1].endswith("!"):
                out[-1] = out[-1][:-1] + "\\!"
            inner = f"[{inner}]({_address(href)})"
        out.append(inner)
    lines = [_start(line.strip(" \t")) for line in "".join(out).strip(" \t\n").split("\n")]
    return _BREAK.join(lines)


def _start(line: str) -> str:
    return _NUMBER_AT_START.sub(r"\1\\\2", _AT_START.sub(r"\\\1", line))


def _marked(runs: Runs) -> str:
    """Runs without links. Asterisks touch letters only, and never other asterisks: elsewhere they would be shown."""
    out: list[str] = []
    free = True
    for run in runs:
        bare = run.text.strip()
        text = _SIGNS.sub(r"\\\1", run.text)
        if not bare or not (run.strong or run.emphasis):
            out.append(text)
            free = True
            continue
        lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        signs = free and bare[0].isalnum() and bare[-1].isalnum() and "\n" not in bare
        out.append(lead + _mark(text.strip(), run, signs=signs) + trail)
        free = bool(trail)
    return "".join(out)


def _mark(text: str, run: Run, *, signs: bool) -> str:
    for wanted, sign, tag in ((run.emphasis, "*", "em"), (run.strong, "**", "strong")):
        if wanted:
            text = f"{sign}{text}{sign}" if signs else f"<{tag}>{text}</{tag}>"
    return text
