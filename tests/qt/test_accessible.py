"""The article as assistive technology sees it."""

import gc

import pytest
from PySide6.QtGui import QAccessible

from accessreader.article import Cell, Divider, Figure, Heading, ListItem, Paragraph, Position, Quotation, Run, Table
from accessreader.qt.accessible.grid import is_known_here
from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, looks, runs, table

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


def leaf(view, number, offset=0):
    """The leaf in which a position of the article lies."""
    document = QAccessible.queryAccessibleInterface(view)
    return document.leaf_at(Position(number, offset))


def drawn(node, depth=0):
    """A tree as text."""
    attributes = node.attributesInterface()
    level = attributes.attributeValue(QAccessible.Attribute.Level) if attributes else None
    lines = [f"{'  ' * depth}{node.role().name}{level or ''} {node.text(Name)[:24]}".rstrip()]
    for number in range(node.childCount()):
        lines += drawn(node.child(number), depth + 1)
    return lines


def whole(node):
    """A node and everything in it."""
    yield node
    for number in range(node.childCount()):
        yield from whole(node.child(number))


def test_the_tree_says_what_everything_is(view):
    view.set_caret(Position(14, 0))
    assert (
        "\n".join(drawn(QAccessible.queryAccessibleInterface(view)))
        == """Document Article
  Heading1 Сенат заң қабылдады
  Paragraph Жаңалықтар · 2026 ж. 23
  Paragraph Бүгін жалпы отырыста деп
    Link заң жобасын
  Graphic Зал
  Heading2 Что меняется
  List
    ListItem1
      Paragraph Первое. Сенат жалпы отыр
      List
        ListItem2
          Paragraph Второе: онлайн.
            Link онлайн
  List
    ListItem1 3.
      Paragraph Үшінші
  BlockQuote
    Paragraph A promise must be kept.
  Table
    ColumnHeader Өңір
    ColumnHeader Саны
    Cell Астана
    Cell 2
    Cell Алматы облысы
    Cell 14
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
    assert said == [("Зал", "Астана"), ("Тек жазу", ""), ("Picture without a description", "")]


def test_the_text_interface_has_the_whole_text_of_the_block_wherever_the_caret_is(view):
    for caret in (0, 2, 3, 5, 8, 9):
        view.set_caret(Position(caret, 0))
        for number, block in enumerate(EVERY_KIND):
            text = leaf(view, number).textInterface()
            if block.kind == "divider":
                assert text is None
            if block.kind in ("divider", "table"):
                continue
            assert text.characterCount() == len(block.text.encode("utf-16-le")) // 2
            said = text.text(0, text.characterCount())
            assert said.replace("\n", " ").replace("\t", " ") == block.text.replace("\n", " ").replace("\t", " ")
            assert "\ufffc" not in said


def test_the_block_with_the_caret_gives_its_visual_lines_and_its_caret(view):
    view.set_caret(Position(2, 0))
    view.move("line")
    text = leaf(view, 2).textInterface()
    said = text.text(0, text.characterCount())
    assert said[: view.caret.offset].endswith("\n")
    assert text.cursorPosition() == view.caret.offset
    view.set_caret(Position(2, EVERY_KIND[2].text.index("😀") + 1))
    assert leaf(view, 2).textInterface().cursorPosition() == view.caret.offset + 1


def test_a_selection_is_known_to_the_text_interface(view):
    view.select(Position(2, 3), Position(2, 9))
    assert leaf(view, 2).textInterface().selectionCount() == 1
    view.set_caret(view.caret)
    assert leaf(view, 2).textInterface().selectionCount() == 0


def test_assistive_technology_can_move_the_caret(view):
    view.set_caret(Position(0, 0))
    leaf(view, 5).textInterface().setCursorPosition(7)
    assert view.caret == Position(5, 7)
    leaf(view, 5).textInterface().setCursorPosition(3)
    assert view.caret == Position(5, 3)


def test_the_focus_is_in_the_block_of_the_caret_and_in_a_link_that_was_gone_to(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.set_caret(Position(1, 2))
    assert document.focusChild() is leaf(view, 1)
    assert document.child(1).state().focused
    assert not document.child(0).state().focused
    view.move("link")
    assert document.focusChild().role() == QAccessible.Role.Link
    view.move("character")
    assert document.focusChild() is document.child(2)


def test_blocks_are_neither_focusable_nor_read_only(view):
    document = QAccessible.queryAccessibleInterface(view)
    for node in whole(document):
        if node is document or node.role() == QAccessible.Role.Link:
            continue
        state = node.state()
        assert not state.focusable
        assert not state.readOnly
    assert not document.child(0).state().offscreen
    assert leaf(view, 14).state().offscreen


def test_pressing_a_link_follows_it(view):
    told = []
    view.link_activated.connect(told.append)
    link = QAccessible.queryAccessibleInterface(view).child(2).child(0)
    action = link.actionInterface()
    action.doAction(action.pressAction())
    assert told == ["https://senate.test/1"]
    action.doAction(action.setFocusAction())
    assert view.blocks[2].text[view.caret.offset :].startswith("заң жобасын")


def test_each_leaf_flows_to_the_next_so_that_reading_on_is_reading_the_article(view):
    flags = QAccessible.RelationFlag
    node, said = leaf(view, 0), []
    assert len(node.relations()) == 1
    while node is not None:
        said.append(EVERY_KIND[node.span.block].text[node.span.start : node.span.end])
        onward = [there for there, flag in node.relations() if flag == flags.FlowsFrom]
        assert node.textInterface() is not None
        for there in onward:
            assert (node, flags.FlowsTo) in there.relations()
        node = onward[0] if onward else None
    cells = [text for block in EVERY_KIND for text in (block.text.split() if block.kind == "table" else [block.text])]
    assert "".join("".join(said).split()) == "".join("".join(cells).split())


def test_a_block_is_where_it_is_painted(view):
    document = QAccessible.queryAccessibleInterface(view)
    first, second = document.child(0).rect(), document.child(1).rect()
    assert first.bottom() <= second.top() + 1
    assert document.childAt(first.center().x(), first.center().y()) is document.child(0)
    corner = view.viewport().mapToGlobal(view.viewport().rect().bottomLeft())
    assert leaf(view, 14).rect().top() >= corner.y()


def test_another_article_makes_the_old_nodes_invalid_and_nothing_crashes(view):
    document = QAccessible.queryAccessibleInterface(view)
    for turn in range(30):
        nodes = list(whole(document))[1:]
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
    items = tuple(ListItem(runs(str(number))) for number in range(5000))
    cells = table(*((str(number), "x") for number in range(5000)))
    view.show_article((*(Paragraph(runs(str(number))) for number in range(5000)), *items, cells), looks())
    document = QAccessible.queryAccessibleInterface(view)
    document.child(4000)
    leaf(view, 7000)
    leaf(view, 10000, 20000)
    assert len(view.node.made) < 12


def test_an_item_below_another_is_in_a_list_of_its_own_and_numbers_that_begin_anew_are_another_list(view):
    depths = ((0, None), (2, None), (1, None), (1, None), (0, None), (0, 1), (1, 1), (1, 2), (1, 1), (0, 2), (0, 1))
    items = tuple(ListItem(runs(str(at)), depth, ordinal) for at, (depth, ordinal) in enumerate(depths))
    view.show_article(items, looks())
    view.clearFocus()
    document = QAccessible.queryAccessibleInterface(view)
    kinds = {"ListItem": "item", "List": "list"}

    def outline(node, depth=0):
        lines = []
        for at in range(node.childCount()):
            child = node.child(at)
            if child.role() == QAccessible.Role.Paragraph:
                lines.append("  " * depth + child.text(Name))
            else:
                lines.append("  " * depth + f"{kinds[child.role().name]} {child.text(Name)}".rstrip())
                lines += outline(child, depth + 1)
        return lines

    assert (
        "\n".join(outline(document))
        == """list
  item
    0
    list
      item
        1
    list
      item
        2
      item
        3
  item
    4
list
  item 1.
    5
    list
      item 1.
        6
      item 2.
        7
    list
      item 1.
        8
  item 2.
    9
list
  item 1.
    10"""
    )
    for number in range(len(items)):
        assert leaf(view, number).text(Name) == str(number)


def test_a_cell_knows_its_place_and_its_headers(view):
    def cell(words, *, header=False, pictures=()):
        return Cell(runs(words), header, pictures)

    rows = (
        (cell("", header=False), cell("2024", header=True), cell("2025", header=True)),
        (cell("Астана", header=True), cell("1"), cell("Ту", pictures=(Figure("a", "Ту"),))),
        (cell("", header=False), cell("Жоспар", header=True), cell("Іс", header=True)),
        (cell("Алматы", header=True), cell(""), cell("4")),
    )
    view.show_article((Table(rows),), looks())
    node = QAccessible.queryAccessibleInterface(view).child(0)
    assert node.childCount() == 12
    said = []
    for place in range(12):
        one = node.child(place)
        where = one.tableCellInterface()
        assert (where.rowIndex(), where.columnIndex()) == divmod(place, 3)
        assert where.table() is node
        said.append(
            (
                one.role().name,
                one.text(Name),
                [header.text(Name) for header in where.rowHeaderCells()],
                [header.text(Name) for header in where.columnHeaderCells()],
            )
        )
    assert said[1] == ("ColumnHeader", "2024", [], ["2024"])
    assert said[4] == ("Cell", "1", ["Астана"], ["2024"])
    assert said[3] == ("RowHeader", "Астана", ["Астана"], [])
    assert said[8] == ("ColumnHeader", "Іс", [], ["2025"])
    assert said[10] == ("Cell", "", ["Алматы"], ["Жоспар"])
    picture = node.child(5).child(0)
    assert (picture.role(), picture.text(Name)) == (QAccessible.Role.Graphic, "Ту")


def test_the_caret_goes_from_cell_to_cell_and_each_is_where_it_is_painted(view):
    document = QAccessible.queryAccessibleInterface(view)
    view.set_caret(Position(9, 0))
    view.scroll_to(Position(9, 0))
    cells = []
    while view.caret.block == 9:
        if document.focusChild() not in cells:
            cells.append(document.focusChild())
        view.move("character")
    assert [one.text(Name) for one in cells] == ["Өңір", "Саны", "Астана", "2", "Алматы облысы", "14"]
    first, second, below = cells[0].rect(), cells[1].rect(), cells[2].rect()
    assert first.right() <= second.left()
    assert first.bottom() <= below.top() + 1
    assert document.childAt(below.center().x(), below.center().y()) is cells[2]


def test_a_text_tells_which_letters_are_strong_and_which_are_a_link(view):
    view.set_caret(Position(2, 0))
    mirror = view.node.mirror._follow(leaf(view, 2).span)
    cursor = mirror.textCursor()
    cursor.setPosition(EVERY_KIND[2].text.index("жалпы") + 1)
    assert cursor.charFormat().fontWeight() > 600
    cursor.setPosition(EVERY_KIND[2].text.index("заң") + 1)
    assert cursor.charFormat().fontUnderline()


def test_a_leaf_is_in_the_language_of_its_words(view):
    russian = Paragraph((Run("Закон принят.", language="ru"),))
    view.show_article((Heading(1, runs("Заң")), russian, Quotation(runs("Kept."), "en")), looks(), language="kk")
    languages = []
    for number in range(3):
        attributes = leaf(view, number).attributesInterface()
        languages.append(attributes.attributeValue(QAccessible.Attribute.Locale).name()[:2])
    assert languages == ["kk", "ru", "en"]


def test_a_table_that_names_neither_rows_nor_columns_is_called_one(view):
    bare = Table(((Cell(runs("a")), Cell(runs("b"))), (Cell(runs("c")), Cell(runs("d")))))
    view.show_article((bare, table(("A", "B"), ("c", "d")), Table(())), looks())
    document = QAccessible.queryAccessibleInterface(view)
    assert document.child(0).text(Name) == "Table"
    assert (document.child(1).text(Name) == "") == is_known_here()
    assert (document.child(2).childCount(), document.child(2).text(Name)) == (0, "Table")


def test_a_list_is_in_sight_while_any_of_its_items_is(view):
    items = tuple(ListItem(runs(f"№ {number}"), depth=number % 2) for number in range(60))
    view.show_article((Heading(1, runs("A")), *items, *(Paragraph(runs("b")) for _ in range(60))), looks())
    node = QAccessible.queryAccessibleInterface(view).child(1)
    whole = node.rect()
    view.scroll_to(Position(30, 0))
    assert not node.state().offscreen
    assert node.child(0).state().offscreen
    assert not node.child(15).state().offscreen
    assert node.rect().height() > 100
    assert whole.top() > node.rect().top()
    view.scroll_to(Position(90, 0))
    assert node.state().offscreen


def test_reading_on_passes_over_what_has_no_text(view):
    blocks = (Paragraph(runs("a")), Divider(), Figure("x"), Table(()), Paragraph(runs("b")))
    view.show_article(blocks, looks())
    (onward,) = leaf(view, 0).relations()
    assert onward[0] is leaf(view, 4)
    view.set_caret(Position(1, 0))
    assert QAccessible.queryAccessibleInterface(view).focusChild().role() == QAccessible.Role.Separator
    assert [there for there, _flag in leaf(view, 1).relations()] == [leaf(view, 4), leaf(view, 0)]


def test_in_a_paragraph_without_end_the_lines_around_the_caret_are_known(view):
    view.show_article((Paragraph(runs("Ұзын мәтін. " * 5000)),), looks())
    text = leaf(view, 0).textInterface
    for offset in (0, 30_000, 59_990):
        view.set_caret(Position(0, offset))
        said = text().text(0, 60_000)
        assert len(said) == 60_000
        assert "\n" in said[max(0, offset - 200) : offset + 200]
        assert said.count("\n") < 1500


def test_a_cell_has_its_own_links_and_letters(view):
    linked = Cell((Run("see "), Run("here", href="https://senate.test/7"), Run(" now", strong=True)))
    view.show_article((Table(((Cell(runs("😀"), header=True), linked),)),), looks())
    view.set_caret(Position(0, 3))
    cell = QAccessible.queryAccessibleInterface(view).child(0).child(1)
    assert cell.child(0).text(Name) == "here"
    cursor = view.node.mirror._follow(cell.span).textCursor()
    cursor.setPosition(11)
    assert cursor.charFormat().fontWeight() > 600
    view.set_caret(Position(0, 0))
    view.move("link")
    assert QAccessible.queryAccessibleInterface(view).focusChild() is cell.child(0)
