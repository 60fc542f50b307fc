"""Nothing is cut off, nothing scrolls sideways: at any text size, in a small window, in the longest language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from accessreader import messages
from accessreader.qt.controls import Button, Check, Radio
from accessreader.qt.samples import Sample
from accessreader.qt.words import Label
from qt.panels import PANELS, Longer, settle, wear


@pytest.fixture(params=["en", "ru", "kk", "longer"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "longer":
        messages.use_language("en")
        messages.use_catalogue(Longer())
    else:
        messages.use_language(request.param)
    yield request.param
    messages.use_language("en")


def is_too_low(widget: QWidget) -> bool:
    """Whether its words, or its line to type into, need more height than it has."""
    if isinstance(widget, Label | Button | Check | Radio | Sample):
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    typed_into = isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    return typed_into and widget.height() < widget.minimumSizeHint().height()


def cut_off(panel: QWidget) -> list[str]:
    """What does not fit into its place, in words."""
    out: list[str] = []
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible():
            continue
        told = f"{type(widget).__name__} {widget.accessibleName()!r} {widget.size().toTuple()}"
        if is_too_low(widget):
            out.append(f"too low: {told}")
        if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            out.append(f"scrolls sideways: {told}")
        left = widget.mapTo(panel, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > panel.width():
            out.append(f"sticks out: {told} at {left}")
    return out


@pytest.mark.parametrize("name", PANELS)
def test_nothing_is_cut_off(name: str, language: str, qapp: QApplication) -> None:
    assert language
    for text, size in ((18, (420, 700)), (36, (420, 700)), (72, (640, 700)), (18, (320, 256)), (200, (320, 256))):
        wear(qapp, text=text, width=size[0])
        panel = PANELS[name]()
        panel.resize(*size)
        panel.show()
        settle(qapp)
        found = cut_off(panel)
        assert panel.size().toTuple() == size, f"{name} will not be as small as {size}: {panel.size().toTuple()}"
        panel.close()
        panel.deleteLater()
        assert not found, f"{name} at {text} pt in {size}: " + "; ".join(found)


def test_a_width_too_small_is_noticed(qapp: QApplication) -> None:
    """The measure above can fail."""
    wear(qapp)
    holder = QWidget()
    label = Label("Several words that want more than one line", bold=True)
    label.setParent(holder)
    label.setGeometry(0, 0, 80, 15)
    holder.resize(60, 40)
    holder.show()
    assert {words.split(":")[0] for words in cut_off(holder)} == {"too low", "sticks out"}


def test_the_whole_text_of_something_removed_wraps(qapp: QApplication) -> None:
    wear(qapp, text=200, width=320)
    panel = PANELS["removed"]()
    panel.resize(320, 256)
    panel.show()
    settle(qapp)
    field = panel.findChild(QPlainTextEdit)
    assert field is not None
    assert field.lineWrapMode() == QPlainTextEdit.LineWrapMode.WidgetWidth
    panel.close()
