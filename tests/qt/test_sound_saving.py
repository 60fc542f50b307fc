"""The article of a window, saved as sound while one reads on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from accessreader.article import Article, Paragraph, Run
from accessreader.qt.saving import file_name, where_to_save

pytestmark = pytest.mark.voice

SHORT = Article(
    url="https://senate.test/1", title="A bill", blocks=(Paragraph((Run("The house met."),)),), language="en"
)
LONG = Article(
    url="https://senate.test/2", title="A day",
    blocks=tuple(Paragraph((Run(f"The house met on day {number}, and went home."),)) for number in range(4000)),
    language="en",
)  # fmt: skip


@pytest.fixture
def window(open_window):
    made = open_window()
    made.show_article(SHORT)
    return made


def test_it_is_saved_and_said(window, qtbot, tmp_path):
    window.sound.save(tmp_path / "a.wav")
    assert window.banner.isVisible()
    saved = "Saved as sound: " + str(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: window.status.text() == saved, timeout=20_000)
    assert (tmp_path / "a.vtt").exists()


def test_it_tells_how_far_it_is_and_can_be_cancelled_without_a_trace(window, qtbot, tmp_path):
    window.show_article(LONG)
    window.sound.save(tmp_path / "a.wav")
    qtbot.waitUntil(lambda: "percent" in window.banner.sentence.text(), timeout=20_000)
    window.banner.buttons[0].click()
    assert window.status.text() == "Stopped."
    assert not window.banner.isVisible()
    qtbot.waitUntil(lambda: list(tmp_path.glob("*a*.wav")) == [], timeout=20_000)


def test_a_window_that_closes_leaves_nothing_unfinished(window, tmp_path):
    window.show_article(LONG)
    window.sound.save(tmp_path / "a.wav")
    window.close()
    assert list(tmp_path.glob("*.wav")) == []


def test_a_folder_that_cannot_be_written_is_told_over_the_article(window, qtbot, tmp_path):
    window.sound.save(tmp_path / "gone" / "a.wav")
    qtbot.waitUntil(lambda: "could not be written" in window.banner.sentence.text(), timeout=20_000)


def test_the_name_that_is_offered_can_be_a_file_everywhere():
    assert file_name('Закон: "О Сенате" <1/2>?') == "Закон О Сенате 1 2"
    assert file_name("///") == "article"
    assert len(file_name("слово " * 100)) <= 80


def test_a_file_of_the_longer_name_is_not_replaced_unasked(qtbot, tmp_path, monkeypatch):
    (tmp_path / "news.wav").touch()
    seen = []

    def choose(_parent, _title, suggested, _kinds):
        seen.append(suggested)
        return (str(tmp_path / "news") if len(seen) == 1 else suggested), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window = QWidget()
    qtbot.addWidget(window)
    assert where_to_save(window, "Save", "a", {".wav": "WAV"}) == tmp_path / "news.wav"
    assert [Path(one).name for one in seen] == ["a.wav", "news.wav"]


def test_an_ending_is_added_where_none_that_is_known_was_typed(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "news 16.09"), "WAV (*.wav)"))
    window.actions_by_name["save-sound"].trigger()
    qtbot.waitUntil((tmp_path / "news 16.09.wav").exists, timeout=20_000)
