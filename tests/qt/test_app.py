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


RUN_A_KIOSK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from accessreader.assembly import assemble
from accessreader.folders import folders
from accessreader.qt.app import main, make_application
application = make_application()
QTimer.singleShot(0, lambda: print("up", flush=True))
sys.exit(main(assemble(folders(Path(sys.argv[1])), kiosk=True, language="en"), kiosk=True))
"""


def test_a_kiosk_ends_when_the_machine_asks_for_it(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", RUN_A_KIOSK, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as kiosk:
        try:
            assert kiosk.stdout
            assert kiosk.stdout.readline() == "up\n"
            kiosk.terminate()
            assert kiosk.wait(60) == 0
        finally:
            kiosk.kill()
