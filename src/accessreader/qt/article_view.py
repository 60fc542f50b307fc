"""ArticleView: the article in the window. It lays out and paints the blocks in sight, and nothing else.

::

    show_article(blocks, appearance)    ──▶ Column: parts, layouts, the place of the window
    set_appearance(appearance)          ──▶ new measures, every layout forgotten; the place stays to the character
    move(by), set_caret, select…        ──▶ caret.py says where
    find(words), point_at(sentence)     ──▶ paint over the layout, never a changed text

Why our own view: a repaint after any change costs the same in an article of a thousand words and of a million, and
assistive technology gets headings, links and pictures (`accessible`), which no text widget gives it.
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QMetaMethod, QMimeData, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from accessreader.appearance import Appearance, appearance
from accessreader.article import Block, Position, Span
from accessreader.preferences import Preferences
from accessreader.qt import accessible
from accessreader.qt.caret import STEPS, Link, by_line, clamped, end_of, link_at, links_in, next_link
from accessreader.qt.column import Column
from accessreader.qt.copying import as_html, as_text, pieces_between
from accessreader.qt.painting import Brush, Tint, paint_caret, paint_part, paint_ring
from accessreader.qt.pictures import decode_picture
from accessreader.qt.scrolling import ScrollingView
from accessreader.qt.searching import Search
from accessreader.qt.shelf import Shelf
from accessreader.qt.tinting import ReadAloud, hit_tints, link_tints, selection_tints
from accessreader.qt.typesetting import paint
from accessreader.qt.typography import Typography

_TALL: Final = 100_000


class ArticleView(ScrollingView):
    """The article, laid out as an `Appearance` says, with a caret, a selection and a remembered place."""

    link_activated = Signal(str)
    link_hovered = Signal(str)
    caret_moved = Signal(object)
    caret_carried = Signal(object)
    picture_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        accessible.install()
        self.shelf = Shelf(self._ask_for)
        self._appearance = appearance(Preferences(), {})
        super().__init__(parent)
        self.may_copy = True
        """Whether anything may be put on the clipboard; not on a machine that is everybody's."""
        self._caret = Position()
        self._mark: Position | None = None
        self._goal: float | None = None
        self.search = Search(self)
        self.search.ended.connect(self.viewport().update)
        self._told = Position()
        self._reading = ReadAloud()
        self._hovered = ""
        self._on_link = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────

    def show_article(
        self,
        blocks: tuple[Block, ...],
        appearance: Appearance,
        *,
        language: str = "en",
        place: Position | None = None,
    ) -> None:
        """Show the blocks of a sheet from `place` on (the beginning without one); the caret goes there too."""
        self.glide.stop()
        self.shelf.clear()
        self._appearance = appearance
        self.column = Column(blocks, language, self.measures(), wanted=self.shelf.wanted)
        self._caret = clamped(blocks, place or Position())
        self.column.place(self._caret)
        self._mark = self._goal = None
        self._told = self._caret
        self._reading = ReadAloud()
        self.search.show(blocks)
        self.settle()
        accessible.tell_article(self)

    def set_appearance(self, appearance: Appearance) -> None:
        """Look different from now on. The character at the top of the window stays the same, however often."""
        self._appearance = appearance
        self.glide.stop()
        self._remeasure()

    def _remeasure(self) -> None:
        self._goal = None
        self.column.change(self.measures())
        self.settle()

    def measures(self) -> Typography:
        """The appearance in pixels, for the window as it is."""
        size = self.viewport().size()
        return Typography(self._appearance, self.logicalDpiY(), max(1, size.width()), max(1, size.height()))

    def whole_height(self) -> int:
        """How high the window must be to show the whole article at its width. Lays out all of it: for drawings."""
        tall = Typography(self._appearance, self.logicalDpiY(), max(1, self.viewport().width()), _TALL)
        column = Column(self.blocks, self.column.language, tall, wanted=self.shelf.wanted)
        column.pictures = self.column.pictures
        heights = sum(column.layout(index).height for index in range(len(column.parts)))
        return math.ceil(heights + 2 * column.margin)

    @property
    def appearance(self) -> Appearance:
        """How the article looks."""
        return self._appearance

    def set_picture(self, source: str, picture: QImage | bytes | None) -> None:
        """Show a picture that was wanted; None when it cannot be had. Bytes are decoded here and now."""
        image = decode_picture(picture) if isinstance(picture, bytes) else picture
        size = self.shelf.put(source, image)
        if size is None:
            self.column.pictures.pop(source, None)
        else:
            self.column.pictures[source] = size
        self.column.forget(source)
        self.settle()

    def _ask_for(self, source: str) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(self.picture_wanted)):
            QTimer.singleShot(0, self, lambda: self.picture_wanted.emit(source))
        else:
            QTimer.singleShot(0, self, lambda: self.set_picture(source, None))

    # ── caret and selection ──────────────────────────────────────────────────────────────────────────────────────

    @property
    def caret(self) -> Position:
        """Where the caret stands."""
        return self._caret

    def set_caret(self, position: Position, *, select: bool = False, follow: bool = True) -> None:
        """Move the caret; `select` extends the selection to it, `follow` brings it into the window."""
        position = clamped(self.blocks, position)
        selecting = select or self.selection() is not None
        if select and self._mark is None:
            self._mark = self._caret
        elif not select:
            self._mark = None
        moved, before = position != self._told, self._told
        self._caret = self._told = position
        self._goal = None
        if follow:
            self.ensure_visible(position)
        self.viewport().update()
        if moved:
            self.caret_moved.emit(position)
            accessible.tell_caret(self, before, on_link=self._on_link, selecting=selecting)

    def select(self, start: Position, end: Position) -> None:
        """Select from one position to another; the caret stands at `end`."""
        self._caret = self._told = self._mark = clamped(self.blocks, start)
        self.set_caret(end, select=True, follow=False)

    def selection(self) -> tuple[Position, Position] | None:
        """The beginning and the end of what is selected, or None."""
        if self._mark is None or self._mark == self._caret:
            return None
        return (min(self._mark, self._caret), max(self._mark, self._caret))

    def selected_text(self) -> str:
        """The text that is selected."""
        chosen = self.selection()
        return as_text(pieces_between(self.blocks, *chosen)) if chosen else ""

    def select_all(self) -> None:
        """Select the whole article; the window stays where it is."""
        if self.blocks:
            self.select(Position(), end_of(self.blocks))

    def copy(self) -> None:
        """Put what is selected on the clipboard, as text and as HTML."""
        chosen = self.selection()
        if not chosen or not self.may_copy:
            return
        pieces = pieces_between(self.blocks, *chosen)
        content = QMimeData()
        content.setText(as_text(pieces))
        content.setHtml(as_html(pieces))
        QGuiApplication.clipboard().setMimeData(content)

    def move(self, by: str, *, forward: bool = True, select: bool = False) -> None:  # type: ignore[override]
        """Move the caret by a character, word, line, sentence, block, page or link, or to an edge.

        `by` is one of character, word, line, sentence, block, page, line_start, line_end, start, end, link.
        """
        if not self.blocks:
            return
        self._on_link = by == "link" and not select
        if by in ("line", "page"):
            self._move_down(by, forward=forward, select=select)
        else:
            self.set_caret(STEPS[by](self.column, self._caret, forward=forward), select=select)
        self._on_link = False

    def _move_down(self, by: str, *, forward: bool, select: bool) -> None:
        start = self._caret if select or self.is_visible(self._caret) else self.top
        goal = self._goal if self._goal is not None and start == self._caret else self.caret_x(start)
        if by == "line":
            target = by_line(self.column, start, goal, forward=forward)
        else:
            target = self.turn_page(start, goal, forward=forward)
        self.set_caret(target, select=select)
        self._goal = goal

    # ── links ────────────────────────────────────────────────────────────────────────────────────────────────────

    def link_under(self, point: QPointF) -> Link | None:
        """The link at a point of the window; None beside its letters."""
        placed = self.placed_at(point.y())
        if placed is None:
            return None
        number = self.column.parts.parts[placed.index].block
        spot = point - QPointF(self.column.typography.left, placed.y)
        for link in links_in(self.blocks[number], number):
            if any(rect.contains(spot) for rect in placed.layout.rects(link.start, link.end)):
                return link
        return None

    def follow(self, link: Link) -> None:
        """Go where a link leads."""
        self.link_activated.emit(link.href)

    def follow_current(self) -> bool:
        """Follow the link at the caret; answers whether there is one."""
        link = link_at(self.blocks, self._caret)
        if link is not None:
            self.follow(link)
        return link is not None

    def hover(self, link: Link | None) -> None:
        """The pointer has come to a link, or left it."""
        href = link.href if link else ""
        if href != self._hovered:
            self._hovered = href
            self.link_hovered.emit(href)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, FBT001, A002 - Qt calls it
        """Tab goes from link to link, and on to the next widget behind the last one."""
        start = self._caret if self.is_visible(self._caret) else self.top
        link = next_link(self.blocks, start, forward=next) if self.blocks else None
        if link is None:
            return super().focusNextPrevChild(next)
        self.go_to_link(link)
        return True

    def go_to_link(self, link: Link) -> None:
        """Bring the caret to a link: assistive technology hears the link and not the line."""
        self._on_link = True
        self.set_caret(link.position)
        self._on_link = False

    # ── finding and reading ──────────────────────────────────────────────────────────────────────────────────────

    def find(self, words: str) -> int:  # type: ignore[override]
        """Mark every place of some words, forgiving case and look-alike letters; answers how many there are.

        In a very long article they are not known at once: `search` tells when they are.
        """
        self.search.begin(words)
        self.viewport().update()
        return len(self.search.hits.spans)

    def find_next(self) -> tuple[int, int]:
        """Go to the next hit, the first from the caret on; answers (its number from 1, how many there are)."""
        return self._go_to_hit(forward=True)

    def find_previous(self) -> tuple[int, int]:
        """Go to the hit before."""
        return self._go_to_hit(forward=False)

    def _go_to_hit(self, *, forward: bool) -> tuple[int, int]:
        hit = self.search.hits.go(self._caret, forward=forward)
        if hit is None:
            return (0, 0)
        self.set_caret(Position(hit.block, hit.start))
        self.viewport().update()
        return (self.search.hits.current + 1, len(self.search.hits.spans))

    def clear_find(self) -> None:
        """Unmark the hits."""
        self.search.clear()
        self.viewport().update()

    def point_at(self, sentence: Span | None, word: Span | None = None) -> None:
        """Mark what is being read aloud. Paint only: neither caret nor place move, and only the marks are repainted."""
        before, self._reading = self._reading, ReadAloud(sentence, word)
        for span in before.changed(self._reading):
            self.update_span(span)

    def carry_caret(self, position: Position) -> None:
        """Let the caret go along with the voice, telling nobody; where something is selected, it stays.

        `set_caret` to the same place tells of it later.
        """
        if self.selection() is not None:
            return
        before, self._caret = self._caret, clamped(self.blocks, position)
        self._mark = self._goal = None
        for place in (before, self._caret):
            if link := link_at(self.blocks, place):
                self.update_span(Span(place.block, link.start, link.end))
            self.update_span(Span(place.block, place.offset, place.offset))
        self.caret_carried.emit(self._caret)

    # ── painting ─────────────────────────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts in the window."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._appearance.theme
        clip = QRectF(event.rect())
        painter.fillRect(clip, paint(theme.background))
        brush = Brush(painter, theme, self.column.typography.em, clip, self._picture)
        left = self.column.typography.left
        for placed in self.column.placed():
            if placed.y <= clip.bottom() and placed.y + placed.layout.height >= clip.top():
                block = self.column.parts.parts[placed.index].block
                paint_part(brush, placed.layout, QPointF(left, placed.y), self._tints(block))
        if self.hasFocus():
            self._paint_focus(brush)
        painter.end()

    def _picture(self, source: str, size: QSize) -> QPixmap | None:
        sharp = size * self.devicePixelRatioF()
        return self.shelf.pixmap(source, sharp, grey=self._appearance.images == "greyscale")

    def _tints(self, block: int) -> list[Tint]:
        link = link_at(self.blocks, self._caret) if self.hasFocus() and self._caret.block == block else None
        return [
            *self._reading.sentence_tints(block),
            *hit_tints(self.search.hits, block),
            *self._reading.word_tints(block),
            *selection_tints(self.selection(), block, len(self.blocks[block].text)),
            *link_tints(link),
        ]

    def _paint_focus(self, brush: Brush) -> None:
        for placed in self.column.placed():
            if placed.index == self._caret_part():
                rect = placed.layout.caret_rect(self._caret.offset)
                paint_caret(brush, rect.translated(self.column.typography.left, placed.y))
        paint_ring(brush, QRectF(self.viewport().rect()))

    def _caret_part(self) -> int:
        return self.column.parts.at(self._caret) if self.blocks else -1

    # ── Qt's calls ───────────────────────────────────────────────────────────────────────────────────────────────

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size: the same place in it."""
        super().resizeEvent(event)
        self._remeasure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus comes: ring and caret are seen."""
        super().focusInEvent(event)
        self.viewport().update()
        QTimer.singleShot(0, self, lambda: accessible.tell_focus(self))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: labels beside the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._remeasure()

    def event(self, event: QEvent) -> bool:
        """A screen of another resolution."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._remeasure()
        return super().event(event)
