"""The article as assistive technology sees it."""

import gc

import pytest
from PySide6.QtGui import QAccessible

from accessreader.article import Figure, Heading, Paragraph, Position
from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, looks, runs

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def view(qtbot):
    QAccessible.setActive(True)
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.setAccessibleName("Article")
    made.show_article(EVERY_KIND, looks(), language="kk")
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    QAccessible.setActive(False)


def drawn(view):
    """The tree as text."""
    document = QAccessible.queryAccessibleInterface(view)
    out = [f"{document.role().name} {document.text(Name)}"]
    for number in range(document.childCount()):
        node = document.child(number)
        attributes = node.attributesInterface()
        level = attributes.attributeValue(QAccessible.Attribute.Level) if attributes else None
        out.append(f"  {node.role().name}{level or ''} {node.text(Name)[:24]}".rstrip())
        out.extend(f"    {node.child(at).role().name} {node.child(at).text(Name)}" for at in range(node.childCount()))
    return "\n".join(out)


def test_the_tree_says_what_every_block_is(view):
    view.set_caret(Position(14, 0))
    assert (
        drawn(view)
        == """Document Article
  Heading1 Сенат заң қабылдады
  Paragraph Жаңалықтар · 2026 ж. 23
  Paragraph Бүгін жалпы отырыста деп
    Link заң жобасын
  Graphic Зал
  Heading2 Что меняется
  ListItem Первое. Сенат жалпы отыр
  ListItem Второе: онлайн.
    Link онлайн
  ListItem Үшінші
  BlockQuote A promise must be kept.
  Paragraph Өңір\tСаны\nАстана\t2\nАлмат
  Paragraph a\tb
  c  d
    Link c  d
  Paragraph هذا نص عربي قصير مع كلمة
  Paragraph Бейнежазба
    Link Бейнежазба
  Separator
  Paragraph"""
    )


def test_a_picture_has_its_alternative_for_a_name_and_its_caption_for_a_description(view):
    view.show_article((Figure("a", "Зал", runs("Астана")), Figure("b", "", runs("Тек жазу")), Figure("c")), looks())
    document = QAccessible.queryAccessibleInterface(view)
    said = [(document.child(at).text(Name), document.child(at).text(Description)) for at in range(3)]
    assert said == [("Зал", "Астана"), ("Тек жазу", "Тек жазу"), ("Picture without a description", "")]


def test_the_text_interface_has_the_whole_text_of_the_block_wherever_the_caret_is(view):
    document = QAccessible.queryAccessibleInterface(view)
    for caret in (0, 2, 5, 9):
        view.set_caret(Position(caret, 0))
        for number, block in enumerate(EVERY_KIND):
            text = document.child(number).textInterface()
            if block.kind in ("figure", "divider"):
                assert text is None
                continue
            assert text.characterCount() == len(block.text.encode("utf-16-le")) // 2
            said = text.text(0, text.characterCount())
            assert said.replace("\n", " ").replace("\t", " ") == block.text.replace("\n", " ").replace("\t", " ")
            assert "\ufffc" not in said


def test_the_block_with_the_caret_gives_its_visual_lines_and_its_caret(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.set_caret(Position(2, 0))
    view.move("line")
    text = document.child(2).textInterface()
    said = text.text(0, text.characterCount())
    assert said[: view.caret.offset].endswith("\n")
    assert text.cursorPosition() == view.caret.offset
    view.set_caret(Position(2, EVERY_KIND[2].text.index("😀") + 1))
    assert document.child(2).textInterface().cursorPosition() == view.caret.offset + 1


def test_a_selection_is_known_to_the_text_interface(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.select(Position(2, 3), Position(2, 9))
    assert document.child(2).textInterface().selectionCount() == 1
    view.clear_selection()
    assert document.child(2).textInterface().selectionCount() == 0


def test_assistive_technology_can_move_the_caret(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.set_caret(Position(0, 0))
    document.child(5).textInterface().setCursorPosition(7)
    assert view.caret == Position(5, 7)
    document.child(5).textInterface().setCursorPosition(3)
    assert view.caret == Position(5, 3)


def test_the_focus_is_in_the_block_of_the_caret_and_in_a_link_that_was_gone_to(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.set_caret(Position(1, 2))
    assert document.focusChild() is document.child(1)
    assert document.child(1).state().focused
    assert not document.child(0).state().focused
    view.move("link")
    assert document.focusChild().role() == QAccessible.Role.Link
    view.move("character")
    assert document.focusChild() is document.child(2)


def test_blocks_are_neither_focusable_nor_read_only(view):
    document = QAccessible.queryAccessibleInterface(view)
    for number in range(document.childCount()):
        state = document.child(number).state()
        assert not state.focusable
        assert not state.readOnly
    assert not document.child(0).state().offscreen
    assert document.child(14).state().offscreen


def test_pressing_a_link_follows_it(view):
    told = []
    view.link_activated.connect(told.append)
    link = QAccessible.queryAccessibleInterface(view).child(2).child(0)
    action = link.actionInterface()
    action.doAction(action.pressAction())
    assert told == ["https://senate.test/1"]
    action.doAction(action.setFocusAction())
    assert view.blocks[2].text[view.caret.offset :].startswith("заң жобасын")


def test_each_block_flows_to_the_next(view):
    document = QAccessible.queryAccessibleInterface(view)
    relations = document.child(3).relations()
    flags = QAccessible.RelationFlag
    assert [(node.number, flag) for node, flag in relations] == [(4, flags.FlowsFrom), (2, flags.FlowsTo)]
    assert len(document.child(0).relations()) == 1


def test_a_block_is_where_it_is_painted(view):
    document = QAccessible.queryAccessibleInterface(view)
    first, second = document.child(0).rect(), document.child(1).rect()
    assert first.bottom() <= second.top() + 1
    assert document.childAt(first.center().x(), first.center().y()) is document.child(0)
    corner = view.viewport().mapToGlobal(view.viewport().rect().bottomLeft())
    assert document.child(14).rect().top() >= corner.y()


def test_another_article_makes_the_old_nodes_invalid_and_nothing_crashes(view):
    document = QAccessible.queryAccessibleInterface(view)
    for turn in range(30):
        nodes = [document.child(number) for number in range(document.childCount())]
        for node in nodes:
            node.textInterface()
            node.attributesInterface()
            node.rect()
            node.relations()
        view.show_article(
            (Heading(1, runs(f"№ {turn}")), Paragraph(runs("а"))) if turn % 2 else EVERY_KIND, looks(), language="ru"
        )
        assert not any(node.isValid() for node in nodes)
        del node, nodes
        view.move("block")
        gc.collect()
    assert document.childCount() == 2


def test_qt_forgets_the_nodes_of_an_article_that_was_left_and_of_a_view_that_is_gone(view):
    document = QAccessible.queryAccessibleInterface(view)
    first = QAccessible.uniqueId(document.child(2))
    link = QAccessible.uniqueId(document.child(2).child(0))
    view.show_article(EVERY_KIND, looks())
    second = QAccessible.uniqueId(document.child(2))
    assert QAccessible.accessibleInterface(first) is not None
    view.show_article(EVERY_KIND, looks())
    assert QAccessible.accessibleInterface(first) is None
    assert QAccessible.accessibleInterface(link) is None
    last = QAccessible.uniqueId(document.child(3))
    node = view.node
    node.close()
    assert QAccessible.accessibleInterface(second) is None
    assert QAccessible.accessibleInterface(last) is None


def test_nodes_are_made_only_when_they_are_asked_for(view):
    view.show_article(tuple(Paragraph(runs(str(number))) for number in range(5000)), looks())
    QAccessible.queryAccessibleInterface(view).child(4000)
    assert len(view.node._nodes) < 5
