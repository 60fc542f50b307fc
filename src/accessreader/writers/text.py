"""The article as plain text, for a terminal, a braille display or a mail.

::

    Title                          underlined with =
    =====
    Section · date

    A paragraph, one line.         not wrapped: the program that shows it knows its width
    Heading                        underlined with -
    -------
    - an item                      two blanks more a depth
    > a quotation
    [Picture: what it shows. Caption]

Why links stand in the text and their addresses do not: an address read aloud letter by letter drowns the sentence.
"""

from __future__ import annotations

from accessreader.article import (
    Article,
    Block,
    Figure,
    Heading,
    ListItem,
    Preformatted,
    Quotation,
    Table,
    Video,
    joined,
    sheet,
)
from accessreader.messages import _


def write(article: Article) -> str:
    """The article as text, a blank line between blocks, none between the items of a list."""
    out: list[str] = []
    before: Block | None = None
    for block in sheet(article):
        if before is not None and not (isinstance(before, ListItem) and isinstance(block, ListItem)):
            out.append("")
        out.append(_lines(block))
        before = block
    return "\n".join(out) + "\n"


def _lines(block: Block) -> str:
    match block:
        case Heading(level=level):
            form = f"{block.text}\n{('=' if level == 1 else '-') * _width(block.text)}"
        case ListItem(depth=depth, ordinal=ordinal):
            form = _hung("  " * depth + ("- " if ordinal is None else f"{ordinal}. "), block.text)
        case Quotation():
            form = "\n".join(f"> {line}" for line in block.text.split("\n"))
        case Figure():
            form = _figure(block)
        case Table():
            form = "\n".join(" | ".join(row).rstrip() for row in block.rows)
        case Preformatted(text=text):
            form = "\n".join(f"    {line}" for line in text.split("\n"))
        case Video(href=href, title=title):
            # Translators: {name} is the name of a film or sound that the page embeds.
            form = _("[Video: {name}]").format(name=f"{title}, {href}" if title else href)
        case _:
            form = block.text or "* * *"
    return form


def _hung(mark: str, text: str) -> str:
    """The text after its mark, further lines under the first."""
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _width(text: str) -> int:
    return min(60, max((len(line) for line in text.split("\n")), default=0)) or 3


def _figure(figure: Figure) -> str:
    caption = joined(figure.caption)
    words = figure.text.replace("\n", ". ").replace(".. ", ". ") if figure.alternative else caption
    # Translators: {words} is what a picture shows, and its caption.
    return _("[Picture: {words}]").format(words=words) if words else _("[Picture without a description]")
