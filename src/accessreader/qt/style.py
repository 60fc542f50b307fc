"""The manner in which every control is painted: quiet, even, large; from the palette alone.

One accent colour for what is on, a border of two pixels round what can be pressed or typed into, thicker under the
pointer. What a state says it says twice: a tick beside the colour, a dashed border and slanted letters for "disabled".
The ring of focus is painted by `focus_ring`, over the control, so that no control can forget it. All measures are
those of an 11-point interface and grow with its font: see `grown`.

Why not a style sheet: Qt resolves one anew for every widget at each change of scheme or size, ten times the cost of a
palette, and knows the tick of a check box only as a file in one colour.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionGroupBox,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from accessreader.qt.focus_ring import FocusRing
from accessreader.qt.palette import ACCENT_TEXT, palette
from accessreader.qt.strokes import (
    CONTROLS,
    PRIMITIVES,
    has,
    is_main,
    paint_arrow,
    paint_field,
    paint_scroll_bar,
    paint_slider,
    scroll_bar_part,
)
from accessreader.theme import Theme

_State = QStyle.StateFlag
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Sub = QStyle.SubControl
_Metric = QStyle.PixelMetric
_Contents = QStyle.ContentsType
_Role = QPalette.ColorRole

ORDINARY_PIXELS: Final = 15
"""The height, in pixels, of 11-point type on an ordinary screen."""
_GROWTH: Final = 0.7
TARGET: Final = 44
SMALL_TARGET: Final = 32

_METRICS: Final = {
    _Metric.PM_ScrollBarExtent: 18,
    _Metric.PM_ScrollBarSliderMin: 32,
    _Metric.PM_IndicatorWidth: 24,
    _Metric.PM_IndicatorHeight: 24,
    _Metric.PM_ExclusiveIndicatorWidth: 24,
    _Metric.PM_ExclusiveIndicatorHeight: 24,
    _Metric.PM_CheckBoxLabelSpacing: 10,
    _Metric.PM_RadioButtonLabelSpacing: 10,
    _Metric.PM_SliderThickness: 32,
    _Metric.PM_SliderControlThickness: 24,
    _Metric.PM_SliderLength: 24,
    _Metric.PM_ButtonIconSize: 22,
    _Metric.PM_ToolBarIconSize: 24,
    _Metric.PM_SmallIconSize: 22,
    _Metric.PM_ToolBarItemSpacing: 6,
    _Metric.PM_ToolBarItemMargin: 4,
    _Metric.PM_ToolBarFrameWidth: 4,
    _Metric.PM_ToolBarExtensionExtent: 44,
    _Metric.PM_SplitterWidth: 8,
    _Metric.PM_MenuHMargin: 4,
    _Metric.PM_MenuVMargin: 4,
    _Metric.PM_LayoutLeftMargin: 12,
    _Metric.PM_LayoutRightMargin: 12,
    _Metric.PM_LayoutTopMargin: 12,
    _Metric.PM_LayoutBottomMargin: 12,
    _Metric.PM_LayoutHorizontalSpacing: 10,
    _Metric.PM_LayoutVerticalSpacing: 10,
}

_LEAST: Final = {
    _Contents.CT_PushButton: (TARGET, TARGET, 26, 16),
    _Contents.CT_ToolButton: (TARGET, TARGET, 16, 12),
    _Contents.CT_LineEdit: (TARGET, TARGET, 12, 10),
    _Contents.CT_ComboBox: (TARGET, TARGET, 24, 10),
    _Contents.CT_SpinBox: (TARGET, TARGET, 12, 10),
    _Contents.CT_MenuBarItem: (TARGET, 36, 12, 10),
    _Contents.CT_ProgressBar: (TARGET, 24, 0, 0),
}
"""For each kind of control its least width and height, and what it adds to its contents."""


def grown(length: float, font: QFont) -> int:
    """A length of the 11-point interface, in pixels, as it is beside this font; never less than itself.

    Why not in proportion: a margin three times as wide would take the room of the letters that it is for.
    """
    return round(length * float(max(1.0, QFontInfo(font).pixelSize() / ORDINARY_PIXELS) ** _GROWTH))


_LABELS: Final = (
    _Control.CE_PushButtonLabel,
    _Control.CE_ToolButtonLabel,
    _Control.CE_CheckBoxLabel,
    _Control.CE_RadioButtonLabel,
    _Control.CE_ComboBoxLabel,
)


class PlainStyle(QProxyStyle):
    """Paints every control of the program; stateless, all colours come from the option's palette."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(  # noqa: D102 - Qt's
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == _Metric.PM_DefaultFrameWidth and isinstance(widget, QFrame):
            return 2
        length = _METRICS.get(metric)
        if length is None:
            return super().pixelMetric(metric, option, widget)
        return grown(length, widget.font() if widget is not None else QApplication.font())

    def styleHint(  # noqa: D102 - Qt's
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: object = None,
    ) -> int:
        if hint in (QStyle.StyleHint.SH_UnderlineShortcut, QStyle.StyleHint.SH_Menu_Scrollable):
            return 1  # a tall menu in columns would lie over the window, and Right would not lead to the next menu
        if hint in (QStyle.StyleHint.SH_ToolTipLabel_Opacity, QStyle.StyleHint.SH_ScrollView_FrameOnlyAroundContents):
            return 255 if hint == QStyle.StyleHint.SH_ToolTipLabel_Opacity else 0
        if hint in (QStyle.StyleHint.SH_Widget_Animation_Duration, QStyle.StyleHint.SH_EtchDisabledText):
            return 0
        return super().styleHint(hint, option, widget, returned)  # type: ignore[arg-type]

    def sizeFromContents(  # noqa: D102 - Qt's
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        font = widget.font() if widget is not None else QApplication.font()
        if kind == _Contents.CT_MenuItem:
            wide = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
            if isinstance(option, QStyleOptionMenuItem) and (
                option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator
            ):
                return QSize(wide.width(), grown(10, font))
            return QSize(wide.width() + grown(16, font), max(wide.height(), grown(36, font)))
        if kind == _Contents.CT_ScrollBar and isinstance(option, QStyleOptionSlider):
            least = QSize(grown(_METRICS[_Metric.PM_ScrollBarExtent], font), grown(SMALL_TARGET, font))
            return least if option.orientation == Qt.Orientation.Vertical else least.transposed()
        wide = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind not in _LEAST:
            return wide
        width, height, across, down = (grown(length, font) for length in _LEAST[kind])
        return QSize(max(width, size.width() + across, wide.width()), max(height, size.height() + down))

    def subElementRect(  # noqa: D102 - Qt's
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        place = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element == QStyle.SubElement.SE_LineEditContents and isinstance(option, QStyleOptionFrame):
            inset = grown(8, QApplication.font()) if option.lineWidth else 0
            return place.adjusted(inset, 0, -inset, 0)
        return place

    def subControlRect(  # noqa: D102 - Qt's
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if part == _Sub.SC_GroupBoxContents and isinstance(option, QStyleOptionGroupBox) and not option.text:
            return QRect(option.rect)
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            shortest = self.pixelMetric(_Metric.PM_ScrollBarSliderMin, option, widget)
            return scroll_bar_part(option, part, shortest)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def drawPrimitive(  # noqa: D102 - Qt's
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        paint = PRIMITIVES.get(element)
        if paint is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(option, painter)
        painter.restore()

    def drawControl(  # noqa: D102 - Qt's
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        paint = CONTROLS.get(element)
        if paint is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(option, painter)
            painter.restore()
            return
        if element in _LABELS:
            _prepare_label(element, option, painter)
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(  # noqa: D102 - Qt's
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, _Sub.SC_ScrollBarSlider, widget)
            paint_scroll_bar(option, handle, painter)
        elif control == _Complex.CC_Slider and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, _Sub.SC_SliderHandle, widget)
            paint_slider(option, handle, painter)
        elif control == _Complex.CC_ComboBox:
            paint_field(option, painter)
            arrow = self.subControlRect(control, option, _Sub.SC_ComboBoxArrow, widget)
            paint_arrow(option.palette.color(_Role.Text), QRectF(arrow), painter, Qt.ArrowType.DownArrow)
        elif control == _Complex.CC_SpinBox:
            paint_field(option, painter)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()


def dress(application: QApplication, theme: Theme, font: QFont) -> None:
    """Put the whole program into a scheme and a type size. Cheap enough for every change of either."""
    if not isinstance(application.style(), PlainStyle):
        style = PlainStyle()
        application.setStyle(style)
        FocusRing(application)
    application.setPalette(palette(theme))
    if application.font() != font:
        application.setFont(font)


def _prepare_label(element: QStyle.ControlElement, option: QStyleOption, painter: QPainter) -> None:
    """Slanted letters for "disabled", and ink that goes with the ground which the button has now."""
    if not has(option, _State.State_Enabled):
        font = painter.font()
        font.setItalic(True)
        painter.setFont(font)
    colours = QPalette(option.palette)
    if element in (_Control.CE_PushButtonLabel, _Control.CE_ToolButtonLabel):
        if has(option, _State.State_On) or is_main(option):
            colours.setColor(_Role.ButtonText, colours.color(ACCENT_TEXT))
        elif element == _Control.CE_ToolButtonLabel and not has(option, _State.State_MouseOver):
            colours.setColor(_Role.ButtonText, colours.color(_Role.WindowText))
    option.palette = colours
