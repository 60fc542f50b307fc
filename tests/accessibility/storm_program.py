"""A program that reads in a hurry: moves, other articles, closings by chance, while it asks its own tree and others do.

storm_program.py STEPS SEED     ends with one JSON line
"""

import faulthandler
import gc
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from accessibility.ten_articles import ten_articles
from accessreader.article import Position, Span, Table, sheet
from accessreader.qt.accessible.nodes import Node
from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, long_article, looks

WAYS = ("character", "word", "line", "block", "sentence", "link", "line_start", "line_end", "page", "start", "end")
OFTEN = (*WAYS[:4] * 4, *WAYS)
MOVES = 4
"""So many moves are made at once, before the program listens to others again."""


class Storm:
    """The window, what is done to it, and who asks."""

    def __init__(self, steps, seed):
        self.chance = random.Random(seed)
        self.left = steps
        self.counts = {"moves": 0, "heard": 0, "articles": 0, "windows": 0, "asked": 0}
        articles = [sheet(article) for article in ten_articles().values()]
        self.articles = [*articles, EVERY_KIND, long_article(120), (), (Table(()),), (EVERY_KIND[9],)]
        self.window = None
        self.open_window()

    def open_window(self):
        """Close the window there is, at once or later, and open another."""
        old, self.window = self.window, QWidget()
        self.view = ArticleView()
        self.view.setAccessibleName("Article")
        column = QVBoxLayout(self.window)
        self.button = QPushButton("Elsewhere")
        column.addWidget(self.button)
        column.addWidget(self.view)
        self.window.resize(600, 500)
        self.change_article()
        self.window.show()
        self.view.setFocus()
        if old is not None:
            old.close()
            old.deleteLater()
        self.counts["windows"] += 1

    def change_article(self):
        """Show another article."""
        self.view.show_article(self.chance.choice(self.articles), looks(), language=self.chance.choice(["kk", "ru"]))
        self.counts["articles"] += 1

    def place(self):
        """A place that there is, or nearly."""
        blocks = self.view.blocks
        number = self.chance.randrange(len(blocks)) if blocks else 0
        return Position(number, self.chance.randrange(-1, 60))

    def do_something_else(self):
        """What a reader does now and then."""
        view, chance = self.view, self.chance
        deeds = (
            lambda: view.set_appearance(looks(font_size=chance.choice([14.0, 40.0, 72.0]))),
            lambda: self.window.resize(chance.randrange(200, 1000), chance.randrange(200, 700)),
            lambda: view.set_caret(view.caret if not view.blocks else self.place()),
            lambda: view.scroll_by(chance.randrange(-3000, 3000)),
            lambda: view.point_at(Span(0, 0, 3) if view.blocks else None),
            self.button.setFocus,
            view.setFocus,
            view.select_all,
            self.change_article,
            self.change_article,
            gc.collect,
        )
        chance.choice(deeds)()

    def ask(self):
        """Walk down the tree by chance and ask everything of where it ends."""
        node = QAccessible.queryAccessibleInterface(self.view)
        while node is not None and node.childCount() and self.chance.random() < 0.8:
            node = node.child(self.chance.randrange(-1, node.childCount() + 1))
        if node is None:
            return
        self.counts["asked"] += 1
        assert node.isValid()
        node.role(), node.state(), node.rect(), node.parent(), node.relations()
        node.text(QAccessible.Text.Name), node.text(QAccessible.Text.Description)
        for other in (node.childAt(QPoint(1, 1).x(), 1), node.focusChild()):
            assert other is None or other.isValid()
        text = node.textInterface()
        if text is not None:
            text.text(-1, 10_000), text.text(0, 1), text.cursorPosition(), text.characterRect(3), text.selectionCount()
            if self.chance.random() < 0.1:
                text.setCursorPosition(self.chance.randrange(-2, 400))
        if node.tableCellInterface() is not None:
            cell = node.tableCellInterface()
            assert all(header.isValid() for header in (*cell.rowHeaderCells(), *cell.columnHeaderCells()))

    def go_on(self):
        """Some moves; now and then something else; at the end the sum."""
        for _move in range(min(MOVES, self.left)):
            self.view.move(
                self.chance.choice(OFTEN), forward=self.chance.random() < 0.6, select=self.chance.random() < 0.1
            )
            self.counts["moves"] += 1
            self.counts["heard"] += self.view.hasFocus()
            self.left -= 1
            if self.chance.random() < 0.02:
                self.do_something_else()
            if self.chance.random() < 0.1:
                self.ask()
        if self.chance.random() < 0.1:
            self.view.setFocus()
        if self.chance.random() < 0.02:
            self.open_window()
        if self.left <= 0:
            self.end()

    def end(self):
        """Two more articles, after which Qt has let go of the nodes of all others."""
        for _turn in range(2):
            self.view.show_article(EVERY_KIND, looks())
        QApplication.processEvents()
        gc.collect()
        kept = len(self.view.node.made) + len(self.view.node._former) if self.view.node else 0
        alive = sum(isinstance(thing, Node) for thing in gc.get_objects())
        sys.stdout.write(json.dumps({**self.counts, "kept": kept, "alive": alive}) + "\n")
        sys.stdout.flush()
        QApplication.quit()


if __name__ == "__main__":
    faulthandler.enable()
    application = QApplication([])
    application.setApplicationName("storm-program")
    QAccessible.setActive(True)
    storm = Storm(int(sys.argv[1]), int(sys.argv[2]))
    application.setQuitOnLastWindowClosed(False)
    timer = QTimer()
    timer.timeout.connect(storm.go_on)
    timer.start(0)
    application.exec()
