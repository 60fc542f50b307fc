"""An article: a flat run of blocks, and the two numbers with which everything points into it.

The view highlights a `Span`, the voice says a `Span`, a search finds one, a bookmark keeps a `Position`. All of them
count in the same blocks, those of `sheet(article)`, and in the same unit: code points of NFC text.

Why flat: nesting is how HTML is written, not how it is read, heard, searched or corrected. A list item is a block
with a depth. A table is one block whose text joins cells by tabs and rows by line breaks.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from accessreader.messages import N_, _, long_date
from accessreader.notice import Notice


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters: the block's number and the offset in its text."""

    block: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` to `end` (exclusive) of one block."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one manner. `language` stands only where it differs from its block's; `href` is absolute http(s)."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    language: str | None = None


Runs = tuple[Run, ...]


def joined(runs: Runs) -> str:
    """The text of some runs."""
    return "".join(run.text for run in runs)


class _InRuns:
    """What the blocks that are nothing but runs have in common."""

    runs: Runs

    @cached_property
    def text(self) -> str:
        """The block's text: its runs joined."""
        return joined(self.runs)


@dataclass(frozen=True)
class Heading(_InRuns):
    """A heading of level 1 to 6. In `Article.blocks` levels begin at 2: level 1 is the article's title."""

    kind: ClassVar = "heading"
    level: int
    runs: Runs
    language: str | None = None


@dataclass(frozen=True)
class Paragraph(_InRuns):
    """A paragraph; line breaks that matter stand in it as line feeds."""

    kind: ClassVar = "paragraph"
    runs: Runs
    language: str | None = None


@dataclass(frozen=True)
class ListItem(_InRuns):
    """An item of a list: `depth` from 0, `ordinal` its number in an ordered list, or None under a bullet."""

    kind: ClassVar = "list_item"
    runs: Runs
    depth: int = 0
    ordinal: int | None = None
    language: str | None = None


@dataclass(frozen=True)
class Quotation(_InRuns):
    """A block quotation; its paragraphs are parted by line feeds."""

    kind: ClassVar = "quotation"
    runs: Runs
    language: str | None = None


@dataclass(frozen=True)
class Figure:
    """A picture. Its text is what it shows (the alternative) and, on the next line, its caption."""

    kind: ClassVar = "figure"
    source: str
    alternative: str = ""
    caption: Runs = ()
    language: str | None = None

    @cached_property
    def runs(self) -> Runs:
        """The alternative and the caption; one of them where the other is empty or says the same."""
        caption = joined(self.caption)
        if not self.alternative or self.alternative.casefold().strip() == caption.casefold().strip():
            return self.caption
        if not caption:
            return (Run(self.alternative),)
        return (Run(self.alternative), Run("\n"), *self.caption)

    @cached_property
    def text(self) -> str:
        """The text that stands under the picture, or instead of it."""
        return joined(self.runs)

    @property
    def caption_start(self) -> int:
        """The offset in `text` at which the caption begins."""
        return len(self.text) - len(joined(self.caption))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; no tabs or line feeds. `pictures` stand in it instead of text: its runs say what they show."""

    runs: Runs
    header: bool = False
    pictures: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The cell's text."""
        return joined(self.runs)


@dataclass(frozen=True)
class Table:
    """A table of data, row by row; every row has as many cells as the widest, empty ones included."""

    kind: ClassVar = "table"
    cells: tuple[tuple[Cell, ...], ...]
    language: str | None = None

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells' texts."""
        return tuple(tuple(cell.text for cell in row) for row in self.cells)

    @cached_property
    def runs(self) -> Runs:
        """The cells' runs, with a tab between cells and a line feed between rows."""
        out: list[Run] = []
        for number, row in enumerate(self.cells):
            if number:
                out.append(Run("\n"))
            for column, cell in enumerate(row):
                if column:
                    out.append(Run("\t"))
                out.extend(cell.runs)
        return tuple(out)

    @cached_property
    def text(self) -> str:
        """The table as lines of tab-separated cells."""
        return joined(self.runs)

    @cached_property
    def spans(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each row and cell, the start and end of the cell in `text`."""
        out: list[tuple[tuple[int, int], ...]] = []
        at = 0
        for row in self.cells:
            places: list[tuple[int, int]] = []
            for cell in row:
                places.append((at, at + len(cell.text)))
                at += len(cell.text) + 1
            at += not row  # a row without cells is an empty line
            out.append(tuple(places))
        return tuple(out)


@dataclass(frozen=True)
class Preformatted(_InRuns):
    """Text whose line breaks and blanks are part of it: code, a poem set by hand, a page as typewriters wrote it."""

    kind: ClassVar = "preformatted"
    runs: Runs
    language: str | None = None


@dataclass(frozen=True)
class Video:
    """A film or sound that the page embeds, kept as a link with a name."""

    kind: ClassVar = "video"
    href: str
    title: str
    language: str | None = None

    @property
    def text(self) -> str:
        """The name of the link."""
        return self.title or self.href

    @property
    def runs(self) -> Runs:
        """The link as one run."""
        return (Run(self.text, href=self.href),)


@dataclass(frozen=True)
class Divider:
    """A break between parts; it has no text."""

    kind: ClassVar = "divider"
    text: ClassVar[str] = ""
    runs: ClassVar[Runs] = ()
    language: ClassVar[str | None] = None


Block = Heading | Paragraph | ListItem | Quotation | Figure | Table | Preformatted | Video | Divider


class Reason(StrEnum):
    """Why some text of a page does not stand in the article's blocks."""

    TITLE = "title"
    SECTION = "section"
    DATE = "date"
    CREDITS = "credits"
    AUTHOR = "author"
    PANEL = "panel"
    SITE_NAME = "site-name"
    SHARE = "share"
    NAVIGATION = "navigation"
    RELATED = "related"
    COMMENTS = "comments"
    ADVERTISEMENT = "advertisement"
    FORM = "form"
    NOTICE = "notice"
    HIDDEN = "hidden"
    REPEATED = "repeated"
    OUTSIDE = "outside"

    def sentence(self) -> str:
        """The reason in the reader's language."""
        return _(_REASONS[self])


_REASONS = {
    Reason.TITLE: N_("Shown as the title"),
    Reason.SECTION: N_("Shown as the section"),
    Reason.DATE: N_("Shown as the date; the counter of views is kept with it"),
    Reason.CREDITS: N_("Shown with the date as credits"),
    Reason.AUTHOR: N_("Shown with the date as the author"),
    Reason.PANEL: N_("Label of the site's accessibility panel"),
    Reason.SITE_NAME: N_("Name of the site"),
    Reason.SHARE: N_("Invitation to share"),
    Reason.NAVIGATION: N_("Navigation of the site"),
    Reason.RELATED: N_("Links to other stories"),
    Reason.COMMENTS: N_("Comments of readers"),
    Reason.ADVERTISEMENT: N_("Advertisement"),
    Reason.FORM: N_("Form or button"),
    Reason.NOTICE: N_("Notice of the site: cookies, subscription, copyright"),
    Reason.HIDDEN: N_("Hidden on the page"),
    Reason.REPEATED: N_("Said twice on the page"),
    Reason.OUTSIDE: N_("Outside the article"),
}


@dataclass(frozen=True, slots=True)
class Removed:
    """Text of the page that is not in the blocks, why, and where on the page it stood (a CSS selector)."""

    text: str
    reason: Reason
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """The same article in another language."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links of the same page lead to: the number of its block in `Article.blocks`, and an offset there."""

    name: str
    block: int
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page says, and everything that was taken out of it.

    For every page: the characters of `blocks` (alternatives aside) and of `removed` together are the characters of
    the page's text, blanks not counted. A list of headlines has its days, and the way to its next page, written anew.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    published: dt.date | None = None
    section: str = ""
    views: int | None = None
    credits: str = ""
    author: str = ""
    site: str = ""
    source: str = ""
    fetched: dt.datetime | None = None
    removed: tuple[Removed, ...] = ()
    versions: tuple[Version, ...] = field(default=())
    next_page: str = ""
    """The address at which a list of headlines goes on."""
    feed: str = ""
    """The address of a feed that the page names as its site's own."""
    anchors: tuple[Anchor, ...] = ()
    whole: bool = True
    """False when the connection broke and only the beginning of the page came."""
    notice: Notice | None = None

    @property
    def text(self) -> str:
        """The blocks' text, an empty line between them."""
        return "\n\n".join(block.text for block in self.blocks if block.text)


def byline(article: Article) -> str:
    """Section, date, author and credits in one line, the date in the article's own language; may be empty."""
    date = long_date(article.published, article.language) if article.published else ""
    parts = (article.section, date, article.author, article.credits)
    return " · ".join(part for part in parts if part)


def sheet(article: Article) -> tuple[Block, ...]:
    """What the reader has before them: the title, the byline, then the blocks. Every position counts in this."""
    head: list[Block] = []
    if article.title:
        head.append(Heading(1, (Run(article.title),)))
    if line := byline(article):
        head.append(Paragraph((Run(line),)))
    return (*head, *article.blocks)


def place_of(article: Article, href: str) -> Position | None:
    """The place in `sheet(article)` that a link within the article leads to; None for any other link."""
    page, hash_, name = href.rpartition("#")
    if not hash_ or page not in (article.url, article.url.partition("#")[0]):
        return None
    above = len(sheet(article)) - len(article.blocks)
    found = (Position(above + anchor.block, anchor.offset) for anchor in article.anchors if anchor.name == name)
    return next(found, None)


def words_after(blocks: tuple[Block, ...], position: Position, length: int) -> str:
    """The text of one block from a position on, at most `length` characters; "" for a place that is not there."""
    if not 0 <= position.block < len(blocks):
        return ""
    return blocks[position.block].text[position.offset : position.offset + length]


def refound(blocks: tuple[Block, ...], position: Position, words: str) -> Position:
    """A remembered place in blocks that may have changed since: where `words` follow, nearest to where they were.

    Where they are nowhere any more, the old place or the nearest that there is.
    """
    if not blocks:
        return Position()
    if not words or words_after(blocks, position, len(words)) == words:
        number = min(max(position.block, 0), len(blocks) - 1)
        return Position(number, min(max(position.offset, 0), len(blocks[number].text)))
    for number in sorted(range(len(blocks)), key=lambda number: abs(number - position.block)):
        at = blocks[number].text.find(words)
        if at >= 0:
            return Position(number, at)
    return refound(blocks, position, "")
