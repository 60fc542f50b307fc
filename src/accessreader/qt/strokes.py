"""The strokes of which controls are made: fields, buttons, ticks, arrows, handles. All ink comes from the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
)

from accessreader.qt.palette import ACCENT, ACCENT_TEXT, BORDER, NOTICE

_Paint = Callable[[QStyleOption, QPainter], None]
_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Sub = QStyle.SubControl
_Role = QPalette.ColorRole


def has(option: QStyleOption, state: QStyle.StateFlag) -> bool:
    """Whether a control is in a state."""
    return bool(option.state & state)


def _edge(option: QStyleOption, line: QColor) -> QPen:
    """The line round a control: thicker under the pointer, dashed when it cannot be used."""
    pressed = has(option, _State.State_Sunken) and isinstance(option, QStyleOptionButton)
    pen = QPen(line, 3 if has(option, _State.State_MouseOver) or pressed else 2)
    if not has(option, _State.State_Enabled):
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _rounded(option: QStyleOption, painter: QPainter, ground: QColor, line: QColor) -> None:
    pen = _edge(option, line)
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), 6, 6)


def _paint_button(option: QStyleOption, painter: QPainter) -> None:
    colours = option.palette
    if has(option, _State.State_On) or is_main(option):
        _rounded(option, painter, colours.color(ACCENT), colours.color(ACCENT))
        if has(option, _State.State_MouseOver) or has(option, _State.State_Sunken):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.color(ACCENT_TEXT), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(5, 5, -5, -5), 3, 3)
        return
    pressed = has(option, _State.State_Sunken)
    _rounded(option, painter, colours.color(_Role.Base), colours.color(_Role.Text if pressed else BORDER))


def is_main(option: QStyleOption) -> bool:
    """Whether a button is the one that its dialog is about."""
    if not isinstance(option, QStyleOptionButton):
        return False
    main = QStyleOptionButton.ButtonFeature.DefaultButton
    return bool(option.features & main)


def _paint_tool_button(option: QStyleOption, painter: QPainter) -> None:
    if has(option, _State.State_On):
        _paint_button(option, painter)
    elif has(option, _State.State_MouseOver) or has(option, _State.State_Sunken):
        _rounded(option, painter, option.palette.color(_Role.Base), option.palette.color(BORDER))


def paint_field(option: QStyleOption, painter: QPainter) -> None:
    """The ground and border of something to type into; none for a line within a control that has its own."""
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        return
    _rounded(option, painter, option.palette.color(_Role.Base), option.palette.color(BORDER))


def _paint_check(option: QStyleOption, painter: QPainter) -> None:
    checked = has(option, _State.State_On)
    colours = option.palette
    _rounded(
        option, painter, colours.color(ACCENT if checked else _Role.Base), colours.color(ACCENT if checked else BORDER)
    )
    if checked:
        paint_tick(painter, QRectF(option.rect).adjusted(3, 3, -3, -3), colours.color(ACCENT_TEXT))


def paint_tick(painter: QPainter, place: QRectF, ink: QColor) -> None:
    """A tick that fills a square."""
    side = min(place.width(), place.height())
    corner = QPointF(place.center().x() - side / 2, place.center().y() - side / 2)
    points = [corner + QPointF(x * side, y * side) for x, y in ((0.12, 0.54), (0.40, 0.80), (0.88, 0.22))]
    pen = QPen(ink, max(2.0, side / 7), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def _paint_radio(option: QStyleOption, painter: QPainter) -> None:
    checked = has(option, _State.State_On)
    colours = option.palette
    pen = _edge(option, colours.color(ACCENT if checked else BORDER))
    painter.setPen(pen)
    painter.setBrush(colours.color(_Role.Base))
    whole = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawEllipse(whole)
    if checked:
        inset = whole.width() * 0.24
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(ACCENT))
        painter.drawEllipse(whole.adjusted(inset, inset, -inset, -inset))


def _paint_menu_tick(option: QStyleOption, painter: QPainter) -> None:
    chosen = has(option, _State.State_Selected)
    paint_tick(
        painter, QRectF(option.rect), option.palette.color(_Role.HighlightedText if chosen else _Role.WindowText)
    )


def paint_arrow(ink: QColor, place: QRectF, painter: QPainter, way: Qt.ArrowType) -> None:
    """An arrow head in the middle of a place."""
    turns = {
        Qt.ArrowType.DownArrow: 0,
        Qt.ArrowType.LeftArrow: 90,
        Qt.ArrowType.UpArrow: 180,
        Qt.ArrowType.RightArrow: 270,
    }
    side = min(place.width(), place.height(), 20.0) / 3
    painter.save()
    painter.translate(place.center())
    painter.rotate(turns.get(way, 0))
    pen = QPen(ink, max(2.0, side / 2.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(-side, -side / 2), QPointF(0, side / 2), QPointF(side, -side / 2)]))
    painter.restore()


def _arrow_of(way: Qt.ArrowType) -> _Paint:
    def paint(option: QStyleOption, painter: QPainter) -> None:
        chosen = has(option, _State.State_Selected)
        ink = option.palette.color(_Role.HighlightedText if chosen else _Role.WindowText)
        paint_arrow(ink, QRectF(option.rect), painter, way)

    return paint


def _floating_on(role: QPalette.ColorRole) -> _Paint:
    def paint(option: QStyleOption, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(option.palette.color(BORDER), 2))
        painter.setBrush(option.palette.color(role))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    return paint


def _paint_frame(option: QStyleOption, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(option.palette.color(BORDER), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def _paint_nothing(option: QStyleOption, painter: QPainter) -> None:
    """The ring of focus is painted by `FocusRing`."""


def _paint_progress(option: QStyleOption, painter: QPainter) -> None:
    if not isinstance(option, QStyleOptionProgressBar):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(ACCENT))
    room = QRect(option.rect).adjusted(4, 4, -4, -4)
    span = option.maximum - option.minimum
    if span <= 0:
        third = room.width() // 3
        room = QRect(room.left() + third, room.top(), third, room.height())
    else:
        room.setWidth(round(room.width() * (option.progress - option.minimum) / span))
    painter.drawRoundedRect(room, 3, 3)


def _paint_tool_bar(option: QStyleOption, painter: QPainter) -> None:
    painter.fillRect(option.rect, option.palette.color(_Role.Window))


def _paint_splitter(option: QStyleOption, painter: QPainter) -> None:
    painter.fillRect(option.rect, option.palette.color(_Role.Window))
    middle = QRectF(option.rect).center()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(BORDER))
    wide, high = (4, 44) if option.rect.width() < option.rect.height() else (44, 4)
    painter.drawRoundedRect(QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high), 2, 2)


def paint_scroll_bar(option: QStyleOptionSlider, handle: QRect, painter: QPainter) -> None:
    """A scroll bar without buttons: a handle on a plain ground."""
    colours = option.palette
    painter.fillRect(option.rect, colours.color(_Role.Window))
    active = has(option, _State.State_MouseOver) or has(option, _State.State_Sunken)
    inset = 2 if active else 4
    place = QRectF(handle).adjusted(inset, inset, -inset, -inset)
    radius = min(place.width(), place.height()) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.color(_Role.WindowText if active else BORDER))
    painter.drawRoundedRect(place, radius, radius)


def scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl, shortest: int) -> QRect:
    """Where a part of a scroll bar lies. It has no buttons: the handle has the whole length, `shortest` at least."""
    whole = QRect(option.rect)
    upright = option.orientation == Qt.Orientation.Vertical
    length = whole.height() if upright else whole.width()
    span = option.maximum - option.minimum
    handle = length if span <= 0 else max(min(shortest, length), length * option.pageStep // (span + option.pageStep))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    places = {
        _Sub.SC_ScrollBarGroove: (0, length),
        _Sub.SC_ScrollBarSlider: (start, handle),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    if part not in places:
        return QRect()
    begin, size = places[part]
    if upright:
        return QRect(whole.left(), whole.top() + begin, whole.width(), size)
    return QRect(whole.left() + begin, whole.top(), size, whole.height())


def paint_slider(option: QStyleOptionSlider, handle: QRect, painter: QPainter) -> None:
    """A slider: a line and a knob."""
    colours = option.palette
    room = QRectF(option.rect)
    middle = room.center()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.color(BORDER))
    if option.orientation == Qt.Orientation.Horizontal:
        groove = QRectF(room.left(), middle.y() - 3, room.width(), 6)
    else:
        groove = QRectF(middle.x() - 3, room.top(), 6, room.height())
    painter.drawRoundedRect(groove, 3, 3)
    painter.setPen(QPen(colours.color(_Role.Base), 3))
    painter.setBrush(colours.color(ACCENT))
    side = min(handle.width(), handle.height())
    knob = QRect(QPoint(0, 0), QSize(side, side))
    knob.moveCenter(handle.center())
    painter.drawEllipse(QRectF(knob).adjusted(1.5, 1.5, -1.5, -1.5))


PRIMITIVES: Final = {
    _Primitive.PE_PanelButtonCommand: _paint_button,
    _Primitive.PE_PanelButtonTool: _paint_tool_button,
    _Primitive.PE_PanelLineEdit: paint_field,
    _Primitive.PE_FrameLineEdit: _paint_nothing,
    _Primitive.PE_IndicatorCheckBox: _paint_check,
    _Primitive.PE_IndicatorRadioButton: _paint_radio,
    _Primitive.PE_IndicatorMenuCheckMark: _paint_menu_tick,
    _Primitive.PE_IndicatorArrowDown: _arrow_of(Qt.ArrowType.DownArrow),
    _Primitive.PE_IndicatorArrowUp: _arrow_of(Qt.ArrowType.UpArrow),
    _Primitive.PE_IndicatorArrowLeft: _arrow_of(Qt.ArrowType.LeftArrow),
    _Primitive.PE_IndicatorArrowRight: _arrow_of(Qt.ArrowType.RightArrow),
    _Primitive.PE_PanelTipLabel: _floating_on(NOTICE),
    _Primitive.PE_PanelMenu: _floating_on(_Role.Window),
    _Primitive.PE_FrameMenu: _paint_frame,
    _Primitive.PE_Frame: _paint_frame,
    _Primitive.PE_FrameFocusRect: _paint_nothing,
}
CONTROLS: Final = {
    _Control.CE_FocusFrame: _paint_nothing,
    _Control.CE_ProgressBarGroove: paint_field,
    _Control.CE_ProgressBarContents: _paint_progress,
    _Control.CE_ToolBar: _paint_tool_bar,
    _Control.CE_Splitter: _paint_splitter,
}
