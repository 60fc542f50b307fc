"""Reading by kind: every kind on and back, by letters, by the keys of a chosen kind, and what is said at the ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.article import Article, Divider, Figure, Heading, ListItem, Paragraph, Position, Quotation, Run
from accessreader.keys.commands import BY_NAME, COMMANDS
from accessreader.qt.by_kind import FIRST_KIND
from accessreader.qt.letter_keys import letter_of
from accessreader.qt.list_dialog import ListDialog
from accessreader.qt.places import KINDS, beyond, places
from qt.pretend_voice import with_voice
from qt.view_articles import articles, runs, table

LINKED = Paragraph(
    (Run("See "), Run("one", href="https://a.test/1"), Run(" and "), Run("two", href="https://a.test/2"))
)
BLOCKS = (
    LINKED,
    Heading(2, runs("First part")),
    ListItem(runs("a")),
    ListItem(runs("a a"), depth=1),
    ListItem(runs("b")),
    ListItem(runs("one"), ordinal=1),
    ListItem(runs("two"), ordinal=2),
    Quotation(runs("A promise must be kept.")),
    Heading(3, runs("Within it")),
    Figure("", "A hall", runs("Astana")),
    table(("Region", "Number"), ("Astana", "2")),
    Heading(2, runs("Second part")),
    Paragraph(runs("The last words.")),
    Heading(2, runs("Notes")),
    Paragraph(runs("A note.")),
)
ARTICLE = Article(url="https://a.test/", title="A title", author="A. Writer", blocks=BLOCKS)
"""On its sheet title and author stand first: block 2 is the paragraph with the links."""
PLACES = {
    "heading": [0, 3, 10, 13, 15],
    "link": [2, 2],
    "list": [4, 5, 7],
    "list-item": [4, 5, 6, 7, 8],
    "quotation": [9],
    "picture": [11],
    "table": [12],
    "landmark": [0, 1, 2, 15],
    "passage": [1, 2, 4, 5, 6, 7, 8, 9, 14, 16],
    "heading-1": [0],
    "heading-2": [3, 13, 15],
    "heading-3": [10],
    "heading-4": [],
    "heading-5": [],
    "heading-6": [],
}


@pytest.fixture
def window(open_window, services, engines):
    opened = open_window(parts=with_voice(services, engines))
    opened.show_article(ARTICLE)
    opened.view.setFocus()
    return opened


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def walked(window, keys):
    """Where a key leads, until it says that there is nothing further."""
    out = []
    window.say("")
    while not window.status.text().startswith("No "):
        press(window, keys)
        out.append(window.view.caret)
    assert out.pop() == (out[-1] if out else window.view.caret)
    return out


def test_a_landmark_is_called_by_its_name_before_the_caret_comes_there(window):
    told = []
    window.status.said.connect(told.append)
    window.view.caret_moved.connect(lambda place: told.append(place.block))
    for _step in range(3):
        press(window, "D")
    assert told == ["Date and authors.", 1, "Text of the article.", 2, "Notes and what follows.", 15]
    press(window, "Shift+H")
    assert told[6:] == [13]


def test_every_kind_has_its_places():
    assert set(PLACES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_letters_go_through_a_kind_to_its_end_and_back(window, kind):
    on, back = (BY_NAME[f"{way}-{kind}"].letter for way in ("next", "previous"))
    window.view.set_caret(Position())
    forward = walked(window, on)
    assert [place.block for place in forward] == [number for number in PLACES[kind] if number > 0]
    assert window.status.text().startswith("No next ")
    last = len(window.view.blocks) - 1
    window.view.set_caret(Position(last, 3))
    backward = walked(window, back)
    assert [place.block for place in backward] == [number for number in reversed(PLACES[kind]) if number < last]
    assert window.status.text().startswith("No previous ")


def test_there_are_letters_for_every_kind_both_ways_and_no_letter_twice():
    letters = [command.letter for command in COMMANDS if command.letter]
    assert len(set(letters)) == len(letters) == 2 * len(KINDS)
    for kind in KINDS:
        assert f"Shift+{BY_NAME[f'next-{kind}'].letter}" == BY_NAME[f"previous-{kind}"].letter


def test_links_of_one_paragraph_are_gone_to_one_by_one(window):
    assert walked(window, "K") == [Position(2, 4), Position(2, 12)]


def test_letters_are_typed_where_there_is_something_to_type_into(window):
    press(window, "Ctrl+F")
    QTest.keyClicks(window.find_bar.field, "xhk1")
    assert window.find_bar.field.text() == "xhk1"
    assert window.view.caret == Position()


def test_letters_do_nothing_beside_the_article(window):
    window.bars.address.setFocus()
    QTest.keyClicks(window.bars.address, "h")
    press(window, "Ctrl+Shift+H")
    dialog = window.findChild(ListDialog)
    QTest.keyClicks(dialog.field, "second")
    assert len(dialog.list.rows_left()) == 1
    assert window.view.caret == Position()
    dialog.reject()


def test_letters_are_switched_off_and_the_switch_is_said(window):
    window.prefer(letter_keys=False)
    assert window.status.text().endswith(": off")
    press(window, "H")
    assert window.view.caret == Position()
    window.prefer(letter_keys=True)
    press(window, "H")
    assert window.view.caret == Position(3, 0)


@pytest.mark.parametrize("keys", ["Alt+H", "Ctrl+Alt+H", "Meta+H", "X", "7"])
def test_other_keys_go_their_way(window, keys):
    press(window, keys)
    assert window.view.caret == Position()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_reached_by_keys_that_need_no_letter(window, kind):
    window.prefer(letter_keys=False)
    for _kind in KINDS:
        press(window, "Alt+K")
        if window.status.text().startswith(f"{KINDS[kind].name.format(level=kind[-1])}: "):
            break
    else:
        assert PLACES[kind] == []  # there is none in this article
        return
    assert window.status.text().endswith(f": {len(PLACES[kind])}")
    window.view.set_caret(Position())
    assert [place.block for place in walked(window, "Ctrl+Shift+PgDown")] == [n for n in PLACES[kind] if n > 0]
    before = window.view.caret
    window.view.set_caret(Position(len(window.view.blocks) - 1, 0))
    press(window, "Ctrl+Shift+PgUp")
    assert window.view.caret == before or PLACES[kind][-1] in (0, len(window.view.blocks) - 1)


def test_kinds_are_chosen_both_ways_round(window):
    press(window, "Alt+K")
    assert window.status.text() == "Lists: 3"
    press(window, "Alt+J")
    assert window.status.text() == "Links: 2"
    press(window, "Alt+J")
    press(window, "Alt+J")
    assert window.status.text() == "Headings of level 3: 1"


def test_a_kind_of_which_there_is_nothing_is_told_and_left(window):
    window.show_article(Article(url="https://a.test/", title="", blocks=(Paragraph(runs("Alone")),)))
    press(window, "Ctrl+Shift+PgDown")
    assert window.status.text() == KINDS[FIRST_KIND].no_next
    press(window, "Alt+K")
    assert window.status.text() == "Landmarks: 1"


def test_from_a_panel_the_way_leads_into_the_article(window):
    window.bars.address.setFocus()
    window.actions_by_name["next-heading"].trigger()
    assert window.view.hasFocus()
    assert window.view.caret == Position(3, 0)


def test_what_a_kiosk_hides_has_no_letter_either(open_window):
    window = open_window(kiosk=True)
    window.show_article(ARTICLE)
    del window.actions_by_name["next-heading"]
    press(window, "H")
    assert window.view.caret == Position()
    press(window, "T")
    assert window.view.caret == Position(12, 0)


def test_the_voice_goes_along_and_the_end_is_said_by_it(window, engines):
    press(window, "Ctrl+Shift+F8")
    engines[0].word()
    QApplication.processEvents()
    press(window, "H")
    assert engines[0].said.split(" | ")[0].endswith("First part")
    assert window.narration.speaking
    window.view.set_caret(Position(16, 0))
    press(window, "H")
    assert engines[0].said == "No next heading."


RUSSIAN = {"H": "Р", "K": "Л", "L": "Д", "I": "Ш", "Q": "Й", "G": "П", "T": "Е", "D": "В", "P": "З"}
ROWS = {**dict(zip("1234567890", range(2, 12), strict=True)), **dict(zip("QWERTYUIOP", range(16, 26), strict=True)),
        **dict(zip("ASDFGHJKL", range(30, 39), strict=True))}  # fmt: skip


@pytest.mark.parametrize(("letter", "sign"), RUSSIAN.items())
@pytest.mark.parametrize(("platform", "added"), [("xcb", 8), ("wayland", 8), ("windows", 0), ("cocoa", None)])
def test_a_key_is_known_on_a_cyrillic_layout(letter, sign, platform, added):
    code = 1 if added is None else ROWS[letter] + added
    assert letter_of(ord(sign), code, platform) == letter


@pytest.mark.parametrize(("figure", "sign"), [("1", '"'), ("2", "Ә"), ("3", "І"), ("4", "Ң"), ("5", "Ғ"), ("6", ",")])
def test_the_row_of_figures_is_known_where_kazakh_letters_stand_on_it(figure, sign):
    assert letter_of(ord(sign), ROWS[figure] + 8, "xcb") == figure
    assert letter_of(ord(sign), ROWS[figure], "windows") == figure


def test_shift_with_a_figure_is_known_by_its_place():
    assert letter_of(Qt.Key.Key_Exclam, 10, "xcb") == "1"


def test_a_latin_letter_counts_wherever_it_lies():
    assert letter_of(Qt.Key.Key_A, ROWS["Q"] + 8, "xcb") == "A"
    assert letter_of(Qt.Key.Key_H, 0, "offscreen") == "H"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F1, Qt.Key.Key_Space, 0, Qt.Key.Key_Semicolon])
def test_what_is_no_letter_is_none(key):
    assert letter_of(key, 0, "xcb") == ""


def test_a_cyrillic_key_moves_in_the_window(window):
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Р"), Qt.KeyboardModifier.NoModifier, "р")
    QApplication.sendEvent(window.view, event)
    assert window.view.caret == Position(3, 0)
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Р"), Qt.KeyboardModifier.ShiftModifier, "Р")
    QApplication.sendEvent(window.view, event)
    assert window.view.caret == Position(0, 0)


@pytest.mark.parametrize(("sign", "held", "command"), [("А", "Ctrl", "find"), ("Л", "Alt", "next-kind")])
def test_keys_of_commands_work_where_the_only_layout_is_cyrillic(window, sign, held, command):
    done = []
    window.actions_by_name[command].triggered.connect(lambda: done.append(command))
    modifiers = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}[held]
    for pressed in (modifiers, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.MetaModifier):
        QApplication.sendEvent(window.view, QKeyEvent(QEvent.Type.KeyPress, ord(sign), pressed))
    assert done == [command]


@given(article=articles, kind=st.sampled_from(sorted(KINDS)))
def test_on_and_back_come_to_every_place_of_any_article(article, kind):
    there = list(places(article, kind))
    last = Position(len(article), 0)
    forward, place = [], Position(-1, 0)
    while (found := beyond(article, place, kind, forward=True)) is not None:
        forward.append(place := found)
    backward, place = [], last
    while (found := beyond(article, place, kind, forward=False)) is not None:
        backward.append(place := found)
    assert forward == there
    assert backward == there[::-1]


def test_a_list_that_begins_anew_is_another_list():
    items = [ListItem(runs("x"), ordinal=number) for number in (1, 2, 1, 2)]
    assert list(places(tuple(items), "list")) == [Position(0, 0), Position(2, 0)]
    mixed = (ListItem(runs("x")), ListItem(runs("x"), ordinal=1), Divider(), ListItem(runs("x"), ordinal=2))
    assert list(places(mixed, "list")) == [Position(0, 0), Position(1, 0), Position(3, 0)]
