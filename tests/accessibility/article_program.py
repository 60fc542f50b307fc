"""A program with nothing but a button and an article, for an assistive technology to look at; F5 shows another."""

import sys
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))

from accessreader.qt.article_view import ArticleView
from qt.view_articles import EVERY_KIND, long_article, looks

application = QApplication([])
application.setApplicationName("article-program")
window = QWidget()
window.setWindowTitle("An article")
button, view = QPushButton("Before"), ArticleView()
view.setAccessibleName("Article")
view.show_article(EVERY_KIND, looks(), language="kk")
column = QVBoxLayout(window)
column.addWidget(button)
column.addWidget(view)
another = QShortcut(QKeySequence("F5"), window)
another.activated.connect(lambda: view.show_article(long_article(2000), looks(), language="ru"))
window.resize(700, 600)
window.show()
view.setFocus()
application.exec()
