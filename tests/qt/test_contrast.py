"""Contrast measured from what is on the screen: every kind of control, every state, every scheme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from accessreader.qt.controls import Button, Check, Radio
from accessreader.qt.focus_ring import THICKNESS, FocusRing
from accessreader.qt.samples import Sample
from accessreader.qt.words import Label
from accessreader.theme import SHAPE_CONTRAST, TEXT_CONTRAST, Colour, contrast
from qt.panels import PANELS, THEMES, settle, wear

ROUNDING = 0.05
LARGE = 90
"""At so large a text the strokes of the interface have pixels of pure ink."""


def colours_of(image: QImage, place: QRect | None = None) -> Counter[Colour]:
    """How often each colour is there."""
    room = place.intersected(image.rect()) if place is not None else image.rect()
    counted: Counter[int] = Counter(
        image.pixel(x, y) for x in range(room.left(), room.right() + 1) for y in range(room.top(), room.bottom() + 1)
    )
    out: Counter[Colour] = Counter()
    for pixel, number in counted.items():
        out[Colour((pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255)] += number
    return out


def ratio_of_ink(image: QImage, place: QRect | None = None) -> float:
    """The contrast of the strongest ink to the ground it stands on: the colour that is there most."""
    counted = colours_of(image, place)
    ground = counted.most_common(1)[0][0]
    return max(contrast(ink, ground) for ink in counted)


def inner(widget: QWidget) -> QRect:
    """Where a control's words are, its border left out."""
    return widget.rect().adjusted(7, 7, -7, -7)


def _tool_button() -> QToolButton:
    button = QToolButton()
    button.setText("Ил")
    return button


def _number() -> QSpinBox:
    number = QSpinBox()
    number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    number.setValue(44)
    return number


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.addItem("Ил")
    return choice


WORDY: dict[str, Callable[[], QWidget]] = {
    "button": lambda: Button("Ил"),
    "main button": lambda: Button("Ил", main=True),
    "small button": lambda: Button("Ил", small=True),
    "check": lambda: Check("Ил"),
    "radio": lambda: Radio("Ил"),
    "label": lambda: Label("Ил"),
    "Qt's label": lambda: QLabel("Ил"),
    "Qt's button": lambda: QPushButton("Ил"),
    "Qt's check box": lambda: QCheckBox("Ил"),
    "Qt's radio button": lambda: QRadioButton("Ил"),
    "tool button": _tool_button,
    "field": lambda: QLineEdit("Ил"),
    "number": _number,
    "choice": _choice,
}


def check(widget: QWidget) -> None:
    widget.setCheckable(True)  # type: ignore[attr-defined]
    widget.setChecked(True)  # type: ignore[attr-defined]


STATES: dict[str, Callable[[QWidget], None]] = {
    "at rest": lambda _widget: None,
    "under the pointer": lambda widget: widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse),
    "pressed": lambda widget: widget.setDown(True) if hasattr(widget, "setDown") else None,
    "on": lambda widget: check(widget) if hasattr(widget, "setCheckable") else None,
    "disabled": lambda widget: widget.setEnabled(False),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_words_have_seven_to_one_in_every_state(state: str, theme: str, qapp: QApplication) -> None:
    wear(qapp, theme, LARGE)
    weak = []
    for name, make in WORDY.items():
        holder = QWidget()
        column = QVBoxLayout(holder)
        widget = make()
        column.addWidget(widget)
        STATES[state](widget)
        holder.show()
        settle(qapp)
        image = holder.grab(widget.geometry()).toImage()
        place = inner(widget)
        if isinstance(widget, QCheckBox | QRadioButton):
            place.setLeft(widget.height())
        found = ratio_of_ink(image, place)
        holder.close()
        if found < TEXT_CONTRAST - ROUNDING:
            weak.append(f"{name}: {found:.2f}")
    assert not weak, weak


@pytest.mark.parametrize("theme", THEMES)
def test_a_border_stands_out_from_what_is_round_it(theme: str, qapp: QApplication) -> None:
    wear(qapp, theme)
    weak = []
    for name in ("button", "small button", "field", "number", "choice"):
        holder = QWidget()
        column = QVBoxLayout(holder)
        widget = WORDY[name]()
        column.addWidget(widget)
        holder.show()
        settle(qapp)
        widget.clearFocus()
        settle(qapp)
        image = holder.grab().toImage()
        middle = widget.geometry().center().y()
        line = [_colour(image, widget.x() + step, middle) for step in range(-4, 6)]
        border = max(line, key=lambda here: contrast(here, line[0]))
        if min(contrast(border, line[0]), contrast(border, line[-1])) < SHAPE_CONTRAST - ROUNDING:
            weak.append(name)
        holder.close()
    assert not weak, weak


def _colour(image: QImage, x: int, y: int) -> Colour:
    there = image.pixelColor(x, y)
    return Colour(there.red(), there.green(), there.blue())


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_no_text_but_must_be_seen_has_three_to_one(theme: str, qapp: QApplication) -> None:
    wear(qapp, theme)
    slider, bar, progress = QSlider(Qt.Orientation.Horizontal), QScrollBar(Qt.Orientation.Vertical), QProgressBar()
    bar.setRange(0, 100)
    progress.setRange(0, 100)
    progress.setValue(50)
    progress.setTextVisible(False)
    ticked, chosen = Check("x"), Radio("x")
    ticked.setChecked(True)
    chosen.setChecked(True)
    for widget in (slider, bar, progress, ticked, chosen):
        widget.resize(120, 120 if widget is bar else 44)
        found = ratio_of_ink(widget.grab().toImage(), QRect(0, 0, 44 if widget in (ticked, chosen) else 120, 120))
        assert found >= SHAPE_CONTRAST - ROUNDING, (type(widget).__name__, found)


@pytest.mark.parametrize("theme", THEMES)
def test_a_tick_is_a_shape_and_not_only_a_colour(theme: str, qapp: QApplication) -> None:
    """On and off differ within the mark, in grey as well."""
    wear(qapp, theme)
    for make in (lambda: Check("x"), lambda: Radio("x"), _checkable):
        widget = make()
        widget.resize(widget.sizeHint())
        off = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        widget.setChecked(True)
        on = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        assert off != on
        greys = colours_of(on.convertToFormat(QImage.Format.Format_RGB32), QRect(0, 0, 40, widget.height()))
        assert len(greys) > len(colours_of(off.convertToFormat(QImage.Format.Format_RGB32), QRect(0, 0, 40, 44))) / 2
        assert ratio_of_ink(on.convertToFormat(QImage.Format.Format_RGB32)) >= SHAPE_CONTRAST


def _checkable() -> Button:
    button = Button("x")
    button.setCheckable(True)
    return button


@pytest.mark.parametrize("theme", THEMES)
def test_the_ring_of_focus_is_three_pixels_and_three_to_one_on_both_sides(theme: str, qapp: QApplication) -> None:
    wear(qapp, theme)
    holder = QWidget()
    column = QVBoxLayout(holder)
    plain, main, checked, field = Button("One"), Button("Two", main=True), _checkable(), QLineEdit()
    checked.setChecked(True)
    for widget in (plain, main, checked, field):
        column.addWidget(widget)
    holder.show()
    holder.activateWindow()
    for widget in (plain, main, checked, field):
        field.setFocus()
        plain.setFocus()
        if widget is plain:
            field.setFocus()
        settle(qapp)
        before = holder.grab().toImage()
        widget.setFocus()
        settle(qapp)
        after = holder.grab().toImage()
        y = widget.geometry().center().y()
        line = [_colour(after, x, y) for x in range(widget.x() - 7, widget.x())]
        was = [_colour(before, x, y) for x in range(widget.x() - 7, widget.x())]
        focus = THEMES[theme].focus
        assert line.count(focus) == THICKNESS, line
        first = line.index(focus)
        assert contrast(focus, line[first - 1]) >= SHAPE_CONTRAST
        assert contrast(focus, line[first + THICKNESS]) >= SHAPE_CONTRAST
        for x in range(first, first + THICKNESS):
            assert contrast(line[x], was[x]) >= SHAPE_CONTRAST, "with the focus and without it look alike"
    holder.close()


def test_the_ring_goes_along_when_its_control_moves(qapp: QApplication) -> None:
    wear(qapp)
    holder = QWidget()
    button = Button("One")
    button.setParent(holder)
    button.setGeometry(40, 40, 100, 50)
    holder.resize(400, 300)
    holder.show()
    holder.activateWindow()
    button.setFocus()
    settle(qapp)
    button.move(200, 150)
    settle(qapp)
    ring = qapp.findChild(FocusRing)
    assert ring is not None
    assert ring.frame is not None
    assert ring.frame.geometry().center() == QRect(200, 150, 100, 50).center()
    assert ring.frame.geometry().contains(QRect(QPoint(200, 150), button.size()))
    button.hide()
    settle(qapp)
    assert not ring.frame.isVisible()
    holder.close()


def test_a_window_that_closes_takes_the_ring_with_it_and_no_harm_is_done(qapp: QApplication) -> None:
    wear(qapp)
    for _turn in range(3):
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addWidget(Button("One"))
        column.addWidget(Button("Two"))
        holder.show()
        holder.activateWindow()
        settle(qapp)
        QTest.keyClick(holder, Qt.Key.Key_Tab)
        holder.close()
        holder.deleteLater()
        settle(qapp)


@pytest.mark.parametrize("theme", THEMES)
def test_lists_and_menus_keep_seven_to_one_for_the_chosen_row(theme: str, qapp: QApplication) -> None:
    wear(qapp, theme, LARGE)
    rows = QListWidget()
    rows.addItems(["Ил", "Ил"])
    rows.setCurrentRow(0)
    rows.resize(300, 200)
    menu = QMenu()
    first = menu.addAction("Ил")
    menu.addAction("Ил")
    menu.setActiveAction(first)
    for widget in (rows, menu):
        settle(qapp)
        image = widget.grab().toImage()
        assert ratio_of_ink(image, QRect(8, 8, 200, 24)) >= TEXT_CONTRAST - ROUNDING, type(widget).__name__
        assert ratio_of_ink(image) >= TEXT_CONTRAST - ROUNDING


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", [name for name in PANELS if name != "settings"])
def test_every_panel_is_painted_in_the_colours_of_its_scheme(name: str, theme: str, qapp: QApplication) -> None:
    """Whatever covers much of a panel is a ground of the scheme: no white left over in a dark one."""
    wear(qapp, theme)
    panel = PANELS[name]()
    panel.resize(420, 600)
    panel.show()
    settle(qapp)
    counted = colours_of(panel.grab().toImage())
    panel.close()
    panel.deleteLater()
    whole = sum(counted.values())
    worn = THEMES[theme]
    grounds = {worn.background, worn.surface, worn.notice, worn.selection, worn.accent}
    strange = {str(there) for there, number in counted.items() if number > whole * 0.02 and there not in grounds}
    own = {"#fdf6e3"} if name == "colours" else set()
    assert strange <= {str(worn.text), str(worn.border), *own}


def test_a_sample_shows_a_scheme_in_its_own_colours(qapp: QApplication) -> None:
    wear(qapp, "white-on-black", LARGE)
    panel = PANELS["settings"]()
    panel.resize(900, 900)
    panel.show()
    settle(qapp)
    for sample in panel.findChildren(Sample):
        found = ratio_of_ink(sample.grab().toImage(), inner(sample))
        assert found >= TEXT_CONTRAST - ROUNDING, (sample.accessibleName(), found)
    panel.close()
