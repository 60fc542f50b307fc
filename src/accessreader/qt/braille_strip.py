"""Braille under the article: the row in which the caret stands, as cells that are large to the eye.

::

    the caret moves, by hand or by voice ──▶ follow ──▶ Line.show ──▶ cells
    Page Down, Page Up in the strip, or the keys of the commands ──▶ turn ──▶ the next row; the caret stays
    a click on a cell, or Enter ──▶ the caret goes to what the cell says

For whoever helps a reader of braille by sight, and for one who sees little and reads dots. A braille display needs
nothing of it: it is driven by the screen reader, from the article itself. So that two do not talk at a time the strip
announces nothing by itself; its name and its text are told when the focus comes to it.

Why it is as wide as its cells need: a cell has the width of most of a letter of the article, smaller only until as many
stand in the window as the reader wishes, or where they would be too small to tell apart, as many as there is room for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from accessreader.errors import BrailleError
from accessreader.folders import Folders
from accessreader.messages import _
from accessreader.preferences import Preferences
from accessreader.qt.article_view import ArticleView
from accessreader.qt.typesetting import paint
from accessreader.touch import contracted, writer

if TYPE_CHECKING:
    from accessreader.braille.line import Line
    from accessreader.braille.writing import Writer

_OF_EM: Final = 1.0
"""The width of a cell in em of the article, where there is room."""
_LEAST_OF_EM: Final = 0.25
_LEAST: Final = 11.0
_FEWEST: Final = 12
_MARGIN: Final = 6.0
# In widths of a cell: what stands between two dots and between rows of dots, and how thick a dot is. A cell on paper
# is 6 mm wide, its dots are 2.5 mm apart and 1.5 mm thick.
_APART: Final = 0.42
_DOT: Final = 0.29
_HEIGHT: Final = 1.3
_BAR: Final = 0.14
_SEEN_FROM: Final = 16.0
"""The width of a cell from which on the places of dots that are not raised are shown."""
_PLACES: Final = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2))


class BrailleStrip(QWidget):
    """Shows one row of the article in a view.

    `turned` says that it is there or no more, `failed` carries why it cannot be, `ended` which way there is no
    further row.
    """

    turned = Signal()
    failed = Signal(str)
    ended = Signal(int)

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.writer = writer
        """Makes what writes braille, or says why it cannot."""
        self._writer: Writer | None = None
        self._line: Line | None = None
        self._made_of: tuple[object, ...] = ()
        self._refused: tuple[object, ...] | None = None  # what braille was asked of in vain
        self._trouble = ""
        self._wished = 40
        self._finger = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        view.caret_moved.connect(self.follow)
        view.caret_carried.connect(self.follow)

    def configure(self, preferences: Preferences, places: Folders) -> None:
        """Be there or not, as the reader prefers, in the colours of the article."""
        self.retranslate()
        wanted = preferences.braille_strip and self._is_to_be_had(preferences, places)
        self._wished = round(preferences.braille_strip_cells)
        if not wanted:
            if self.hasFocus():
                self._view.setFocus()
            self._line, self._made_of = None, ()
        if not preferences.braille_strip:
            self._refused = None
        self.setVisible(wanted)
        self.turned.emit()
        if wanted:
            self._fit()
            self._follow_anew()

    def _is_to_be_had(self, preferences: Preferences, places: Folders) -> bool:
        """Whether there is braille; where there is none, that is looked for and said once, not at each other change."""
        asked = (contracted(preferences), places)
        if asked != self._refused:
            why = self.hindrance(preferences, places)
            self._refused = asked if why else None
            if why:
                self.failed.emit(why)
        return self._refused is None

    def hindrance(self, preferences: Preferences, places: Folders) -> str:
        """Why there can be no braille, in a sentence; "" where there can."""
        try:
            self._writer = self.writer(preferences, places)
        except BrailleError as error:
            return str(error)
        return ""

    def retranslate(self) -> None:
        """Be called what it is in the language of now; nothing is told where that has not changed."""
        if self.accessibleName() != (name := _("Braille under the article")):
            self.setAccessibleName(name)

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────────────

    def follow(self, _position: object = None) -> None:
        """Show the row of the caret."""
        if self.isHidden() or self._writer is None:
            return
        self._make(self._writer)
        if self._line is not None:
            self._attempt(partial(self._line.show, self._view.caret))
            self._finger = self.marked or 0
        self.update()

    def _attempt(self, step: Callable[[], object]) -> object:
        """What a step answers; None where liblouis fails in it: nothing is shown any more, and that is said."""
        try:
            answer = step()
        except BrailleError as error:
            self._line, self._made_of = None, ()
            if self._trouble != str(error):  # else it would be said at each key
                self._trouble = str(error)
                self.failed.emit(self._trouble)
            return None
        self._trouble = ""
        return answer

    def _follow_anew(self) -> None:
        """Show the row of the caret where what was shown is no longer right; else leave the finger where it is."""
        if self._made_of != self._making():
            self.follow()
        self.update()

    def _making(self) -> tuple[object, ...]:
        return (self._writer, self._view.blocks, self._view.column.language, self.count)

    def _make(self, writing: Writer) -> None:
        from accessreader.braille.line import Line  # noqa: PLC0415 - only who reads by touch pays for it

        if self._made_of != (made_of := self._making()):
            self._line = Line(writing, self._view.blocks, self._view.column.language, self.count)
            self._made_of = made_of

    def turn(self, by: int) -> None:
        """Show the next row (1) or the one before (-1); the caret stays where it is."""
        if self._line is None:
            return
        turned = self._attempt(partial(self._line.turn, by))
        if turned:
            self._finger = 0
            self._describe()
            self.update()
        elif turned is not None:
            self.ended.emit(by)

    def route(self, cell: int) -> None:
        """Bring the caret to what a cell of the row says."""
        if self._line is not None and self._view.blocks:
            self._view.set_caret(self._line.position_of(cell))

    @property
    def cells(self) -> str:
        """The cells that are shown."""
        return self._line.cells if self._line is not None else ""

    @property
    def words(self) -> str:
        """What they say, in print."""
        if self._line is None or not self._view.blocks:
            return ""
        span = self._line.span
        return self._view.blocks[span.block].text[span.start : span.end].strip() if span.block >= 0 else ""

    @property
    def marked(self) -> int | None:
        """The cell of the caret, where it stands in the row."""
        return self._line.cell_of(self._view.caret) if self._line is not None else None

    # ── how it looks ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def pitch(self) -> float:
        """The width of a cell in pixels."""
        em, width = self._view.column.typography.em, self._room
        least = max(_LEAST, min(_LEAST_OF_EM * em, width / _FEWEST))
        return max(least, min(_OF_EM * em, width / self._wished))

    @property
    def count(self) -> int:
        """How many cells there is room for, of those that are wished."""
        return max(1, min(self._wished, int(self._room / self.pitch + 1e-6)))

    @property
    def _room(self) -> float:
        return max(1.0, self.width() - 2 * _MARGIN)

    def cell_rect(self, cell: int) -> QRectF:
        """Where a cell stands, the bar under it included."""
        pitch = self.pitch
        left = (self.width() - self.count * pitch) / 2
        return QRectF(left + cell * pitch, _MARGIN, pitch, (_HEIGHT + 2 * _BAR) * pitch)

    def sizeHint(self) -> QSize:
        """As high as a cell and its bar."""
        return QSize(self.width(), round((_HEIGHT + 2 * _BAR) * self.pitch + 2 * _MARGIN))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer cells."""
        super().resizeEvent(event)
        self._fit()
        self._follow_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, a bar under the cell of the caret, and a frame around that of the finger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._view.appearance.theme
        painter.fillRect(self.rect(), paint(theme.surface))
        painter.fillRect(QRectF(0, 0, self.width(), 1), paint(theme.border))
        self._paint_dots(painter)
        if (marked := self.marked) is not None:
            rect = self.cell_rect(min(marked, self.count - 1))
            thick = max(3.0, _BAR * rect.width())
            painter.fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), paint(theme.surface_text))
        if self.hasFocus():  # the ring around the whole is the program's
            painter.setPen(QPen(paint(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(self._finger).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        """Paint all dots at once, small ones where none is raised: one call each, for a key waits for it."""
        theme, pitch, corner = self._view.appearance.theme, self.pitch, self.cell_rect(0).topLeft()
        raised: list[QPointF] = []
        others: list[QPointF] = []
        for cell, character in enumerate(self.cells):
            for number, (column, row) in enumerate(_PLACES):
                across, down = cell + 0.5 + _APART * (column - 0.5), 0.22 + _APART * row
                place = corner + QPointF(pitch * across, pitch * down)
                (raised if ord(character) >> number & 1 else others).append(place)
        if pitch >= _SEEN_FROM and others:
            painter.setPen(_round(paint(theme.border), max(2.0, pitch * 0.08)))
            painter.drawPoints(others)
        if raised:
            painter.setPen(_round(paint(theme.surface_text), pitch * _DOT))
            painter.drawPoints(raised)

    # ── what is done in it ───────────────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a cell brings the caret there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.route(int((event.position().x() - self.cell_rect(0).left()) // self.pitch))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Page Up and Down from row to row, Enter brings the caret."""
        key, last = event.key(), max(0, len(self.cells) - 1)
        cell = {
            Qt.Key.Key_Right: self._finger + 1,
            Qt.Key.Key_Left: self._finger - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(key))
        turn = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif cell is not None:
            self._feel(cell)
        elif turn is not None:
            self.turn(turn)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.route(self._finger)
        else:
            super().keyPressEvent(event)

    def _feel(self, cell: int) -> None:
        """Come to a cell; beyond the row to the next row's first, or to the last of the one before."""
        last = max(0, len(self.cells) - 1)
        if cell > last:
            self.turn(1)
        elif cell < 0:
            before = self.cells
            self.turn(-1)
            self._finger = max(0, len(self.cells) - 1) if self.cells != before else 0
        else:
            self._finger = cell
        self.update()

    def _describe(self) -> None:
        """Let assistive technology have the text where the focus is here, and only there."""
        if self.hasFocus():
            self.setAccessibleDescription(self.words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus comes: the finger is at the caret."""
        self.setAccessibleDescription(self.words)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus goes."""
        super().focusOutEvent(event)
        self.update()


def _round(ink: QColor, thick: float) -> QPen:
    """A pen whose points are discs."""
    return QPen(ink, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
