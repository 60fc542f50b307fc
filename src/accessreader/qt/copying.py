"""What a selection is on the clipboard: plain text, and HTML made from the blocks, every character escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from accessreader.article import Block, Heading, ListItem, Position, Run, Runs, Table
from accessreader.qt.setting import cut_runs

Piece = tuple[Block, int, int]


def pieces_between(blocks: tuple[Block, ...], start: Position, end: Position) -> tuple[Piece, ...]:
    """The blocks of a selection, each with the part of its text that is selected."""
    return tuple(
        (
            blocks[number],
            start.offset if number == start.block else 0,
            end.offset if number == end.block else len(blocks[number].text),
        )
        for number in range(start.block, end.block + 1)
    )


def as_text(pieces: Iterable[Piece]) -> str:
    """The selection as text: a line for a list item, an empty line between other blocks."""
    out: list[str] = []
    before = ""
    for block, start, end in pieces:
        text = block.text[start:end]
        if out:
            out.append("\n" if block.kind == before == "list_item" else "\n\n")
        out.append(text)
        before = block.kind
    return "".join(out)


def _escaped(text: str) -> str:
    import html  # noqa: PLC0415 - five thousand names of characters, which a window need not wait for

    return html.escape(text)


def as_html(pieces: Iterable[Piece]) -> str:
    """The selection as HTML."""
    return "<!DOCTYPE html><html><body>" + "".join(_grouped(pieces)) + "</body></html>"


def _grouped(pieces: Iterable[Piece]) -> Iterator[str]:
    def group(piece: Piece) -> str:
        block = piece[0]
        if isinstance(block, ListItem):
            return "ul" if block.ordinal is None else "ol"
        return "blockquote" if block.kind == "quotation" else ""

    for tag, members in groupby(pieces, key=group):
        inner = "".join(_html(*piece) for piece in members)
        yield f"<{tag}>{inner}</{tag}>" if tag else inner


def _html(block: Block, start: int, end: int) -> str:
    whole = start == 0 and end == len(block.text)
    if isinstance(block, Table) and whole:
        return _table(block)
    inner = _runs(cut_runs(block.runs, start, end))
    language = f' lang="{_escaped(block.language)}"' if block.language else ""
    if isinstance(block, ListItem):
        value = f' value="{block.ordinal}"' if block.ordinal is not None else ""
        return f"<li{value}{language}>{inner}</li>"
    if block.kind == "divider":
        return "<hr>"
    tag = f"h{block.level}" if isinstance(block, Heading) else "pre" if block.kind == "preformatted" else "p"
    return f"<{tag}{language}>{inner}</{tag}>"


def _table(table: Table) -> str:
    rows = (
        "".join(f"<{tag}>{_runs(cell.runs)}</{tag}>" for cell in row for tag in (("th" if cell.header else "td"),))
        for row in table.cells
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    markup = _escaped(run.text).replace("\n", "<br>")
    if run.emphasis:
        markup = f"<em>{markup}</em>"
    if run.strong:
        markup = f"<strong>{markup}</strong>"
    if run.href:
        markup = f'<a href="{_escaped(run.href)}">{markup}</a>'
    return f'<span lang="{_escaped(run.language)}">{markup}</span>' if run.language else markup
