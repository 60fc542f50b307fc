"""The ring round the control that has the focus: one for the whole program, over everything.

Three pixels in the scheme's colour of focus, between two lines of the ground, so that it stands out from whatever lies
beside it, and in the space between controls, so that nothing of the control is hidden. A control which fills its
window or scrolls has the ring inside its edge.

Why not each control's own: a control that forgets it would be lost for whoever works by keyboard.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFocusFrame, QMenu, QWidget
from shiboken6 import isValid

from accessreader.qt.palette import FOCUS

THICKNESS: Final = 3
_HALO: Final = 1
_REACH: Final = THICKNESS + 2 * _HALO
_CHANGES: Final = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
)


class FocusRing(QObject):
    """Follows the focus of an application, and puts the ring into whichever window has it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ringed: QWidget | None = None
        self._frame: _Frame | None = None
        self._watched: list[QWidget] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        application.focusChanged.connect(self._follow)

    @property
    def frame(self) -> _Frame | None:
        """The ring, if it is anywhere."""
        return self._frame if self._frame is not None and isValid(self._frame) else None

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._ringed = _whole(now)
        walked = self._ringed
        while walked is not None:
            walked.installEventFilter(self)
            self._watched.append(walked)
            walked = None if walked.isWindow() else walked.parentWidget()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Come along when the control or what holds it moves."""
        if event.type() in _CHANGES:
            self._later.start()
        return False

    def _place(self) -> None:
        ringed, frame = self._ringed, self.frame
        if ringed is None or not isValid(ringed) or not ringed.isVisible() or ringed.isWindow():
            if frame is not None:
                frame.hide()
            return
        window = ringed.window()
        if frame is None or frame.parentWidget() is not window:
            if frame is not None:
                frame.hide()
                frame.deleteLater()
            frame = _Frame(window)
            self._frame = frame
        frame.surround(_ring(ringed, window))


class _Frame(QFocusFrame):
    """The ring itself. A focus frame by birth, since assistive technology leaves those out."""

    def surround(self, place: QRect) -> None:
        """Lie at a place of the window, over everything, with a hole for what is inside."""
        self.setGeometry(place)
        hole = self.rect().adjusted(_REACH, _REACH, -_REACH, -_REACH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(hole)))
        self.setVisible(not place.isEmpty())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring between two lines of the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        pen = QPen(self.palette().color(FOCUS), THICKNESS)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = _HALO + THICKNESS // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))


def _whole(widget: QWidget | None) -> QWidget | None:
    """The control as people see it: the spin box, not the line inside it."""
    if widget is None or isinstance(widget, QMenu):
        return None
    proxy = widget
    while (above := proxy.parentWidget()) is not None and above.focusProxy() is proxy:
        proxy = above
    return proxy


def _ring(ringed: QWidget, window: QWidget) -> QRect:
    """Where the ring lies, in its window, cut off where a scrolling area cuts the control off."""
    whole = QRect(ringed.mapTo(window, QPoint(0, 0)), ringed.size())
    inside = isinstance(ringed, QAbstractScrollArea)
    place = whole if inside else whole.adjusted(-_REACH, -_REACH, _REACH, _REACH)
    above = ringed.parentWidget()
    while above is not None and above is not window:
        holder = above.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is above:
            place = place.intersected(QRect(above.mapTo(window, QPoint(0, 0)), above.size()))
        above = holder
    return place.intersected(window.rect())
