"""The bar under the article while it is read aloud, and the key that silences."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from accessreader import messages
from accessreader.qt.hush_key import HushKey
from accessreader.qt.speech_bar import SpeechBar, UnderWay
from qt.panels import Longer, settle, wear

NAMES = ("speak", "previous-sentence", "next-sentence", "speak-slower", "speak-faster", "voice", "speak-stop")
AT_WORK = UnderWay(active=True, speaking=True, rate="180 wpm", voice="Russian")


@pytest.fixture
def bar(qtbot, qapp):
    wear(qapp)  # how large its letters are decides what there is room for
    frame = QWidget()
    column = QVBoxLayout(frame)
    field, made = QLineEdit(), SpeechBar(frame)
    column.addWidget(field)
    column.addWidget(made)
    qtbot.addWidget(frame)
    made.pressed = []
    actions = {}
    for name in NAMES:
        actions[name] = QAction(frame)
        actions[name].setObjectName(name)
        actions[name].triggered.connect(lambda _on=False, name=name: made.pressed.append(name))
    made.fill(actions)
    frame.resize(900, 300)
    frame.show()
    frame.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    made.field, made.frame = field, frame
    return made


def test_it_is_there_only_while_the_voice_is_under_way(bar):
    assert not bar.isVisible()
    bar.show_state(AT_WORK)
    assert bar.isVisible()
    bar.show_state(UnderWay())
    assert not bar.isVisible()


def kept(bar):
    """The buttons that are there, by the names of their commands."""
    return [name for name, button in bar.buttons.items() if button.isVisible()]


def test_in_a_small_window_it_is_one_row_of_drawings_and_comes_back(bar, qapp):
    bar.show_state(AT_WORK)
    settle(qapp)
    before = bar.height()
    bar.fold(compact=True)
    settle(qapp)
    assert kept(bar) == list(NAMES)
    assert not bar.more.isVisible()
    assert not bar.rate.isVisible()
    assert not any(button.text() for button in bar.buttons.values() if button.width() > 2 * button.height())
    assert bar.height() <= before
    bar.fold(compact=False)
    settle(qapp)
    assert bar.rate.isVisible()
    assert bar.height() == before


def test_what_has_no_room_in_the_row_is_in_a_menu_behind_it(bar, qapp, qtbot):
    bar.show_state(AT_WORK)
    bar.fold(compact=True)
    bar.frame.resize(220, 300)
    settle(qapp)
    there = kept(bar)
    assert 0 < len(there) < len(NAMES)
    assert "speak" in there
    assert {button.y() for name, button in bar.buttons.items() if name in there} == {bar.more.y()}
    bar.more.setFocus()
    QTest.keyClick(bar.more, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu.accessibleName() == "More"
    assert menu.activeAction() is menu.actions()[0]
    rest = [action.objectName() for action in menu.actions()]
    assert sorted(rest + there) == sorted(NAMES)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert bar.pressed == rest[:1]
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert bar.more.hasFocus()


def test_where_it_would_take_too_much_it_comes_up_when_it_is_called_and_goes_with_the_focus(bar, qapp):
    bar.show_state(AT_WORK)
    bar.fold(compact=True)
    settle(qapp)
    bar.frame.resize(220, 120)
    settle(qapp)
    bar.fold(compact=True)
    assert not bar.isVisible()
    assert bar.waits
    bar.come_up()
    bar.buttons["speak"].setFocus()
    settle(qapp)
    assert bar.isVisible()
    assert not bar.waits
    bar.field.setFocus()
    assert not bar.isVisible()
    assert bar.waits
    bar.show_state(UnderWay())
    assert not bar.waits
    bar.come_up()
    bar.show_state(AT_WORK)
    assert not bar.isVisible()


def test_every_button_has_a_name_a_tip_and_does_its_command(bar):
    bar.show_state(AT_WORK)
    assert {name: button.accessibleName() for name, button in bar.buttons.items()} == {
        "speak": "Pause", "previous-sentence": "Sentence back", "next-sentence": "Sentence on",
        "speak-slower": "Slower", "speak-faster": "Faster", "voice": "Voice: Russian", "speak-stop": "Stop",
    }  # fmt: skip
    for button in bar.buttons.values():
        assert button.toolTip() == button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.pressed == list(NAMES)


def test_pause_and_resume_take_turns_on_one_button_and_the_rate_is_told(bar):
    bar.show_state(AT_WORK)
    assert bar.rate.text() == "180 wpm"
    assert bar.buttons["speak-faster"].accessibleDescription() == "180 wpm"
    bar.show_state(UnderWay(active=True, rate="190 wpm"))
    assert bar.buttons["speak"].accessibleName() == "Resume"
    assert bar.rate.text() == "190 wpm"


def test_it_is_reached_by_tab_in_the_order_of_the_eye(bar):
    bar.show_state(AT_WORK)
    seen = []
    for _press in range(len(NAMES)):
        bar.window().focusNextChild()
        seen.append(next(name for name, button in bar.buttons.items() if button.hasFocus()))
    assert tuple(seen) == NAMES


def test_the_focus_is_not_lost_with_it(bar):
    bar.left.connect(bar.field.setFocus)
    bar.show_state(AT_WORK)
    bar.buttons["speak-stop"].setFocus()
    bar.show_state(UnderWay())
    assert QApplication.focusWidget() is bar.field


def test_it_speaks_the_language_of_the_program(bar):
    bar.show_state(AT_WORK)
    messages.use_catalogue(Longer())
    bar.retranslate()
    names = [button.accessibleName() for button in bar.buttons.values()]
    assert all(set(name) & set("әұ") for name in names), names


def test_a_command_that_is_not_permitted_has_no_button(qtbot):
    made = SpeechBar()
    qtbot.addWidget(made)
    made.fill({"speak": QAction(made)})
    assert list(made.buttons) == ["speak"]


# ── Ctrl alone ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def hushed(bar):
    heard = []
    key = HushKey(bar, lambda: heard.append(True))
    key.watch(on=True)
    yield heard
    key.watch(on=False)


def test_ctrl_pressed_and_let_go_silences(bar, hushed):
    QTest.keyPress(bar.field, Qt.Key.Key_Control)
    assert hushed == []
    QTest.keyRelease(bar.field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert hushed == [True]


@pytest.mark.parametrize("between", [Qt.Key.Key_C, Qt.Key.Key_Shift, Qt.Key.Key_Right, Qt.Key.Key_F8])
def test_ctrl_with_another_key_does_not(bar, hushed, between):
    QTest.keyPress(bar.field, Qt.Key.Key_Control)
    QTest.keyClick(bar.field, between, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(bar.field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert hushed == []


def test_ctrl_held_over_a_click_or_after_another_modifier_does_not(bar, hushed):
    QTest.keyPress(bar.field, Qt.Key.Key_Control)
    for kind in (QMouseEvent.Type.MouseButtonPress, QMouseEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(
            bar.field,
            QMouseEvent(
                kind, QPointF(3, 3), QPointF(QPoint(3, 3)), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.ControlModifier,
            ),
        )  # fmt: skip
    QTest.keyRelease(bar.field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    QTest.keyPress(bar.field, Qt.Key.Key_Control, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(bar.field, Qt.Key.Key_Control, Qt.KeyboardModifier.AltModifier)
    assert hushed == []


def test_where_nothing_speaks_nobody_watches(bar):
    heard = []
    key = HushKey(bar, lambda: heard.append(True))
    QTest.keyClick(bar.field, Qt.Key.Key_Control)
    key.watch(on=True)
    key.watch(on=False)
    QTest.keyClick(bar.field, Qt.Key.Key_Control)
    assert heard == []
