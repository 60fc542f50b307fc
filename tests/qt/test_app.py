"""The program as a process."""

import os
import subprocess
import sys

COPY_AND_END = """
from accessreader.article import Paragraph, Run
from accessreader.appearance import appearance
from accessreader.preferences import Preferences
from accessreader.qt.app import make_application
from accessreader.qt.article_view import ArticleView
application = make_application()
view = ArticleView()
view.show_article((Paragraph((Run("kept", strong=True),)),), appearance(Preferences(), {}))
view.select_all()
view.copy()
print(application.clipboard().mimeData().html())
"""


def test_a_program_that_has_copied_something_ends_in_peace():
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_END],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "kept" in done.stdout
    assert done.returncode == 0
