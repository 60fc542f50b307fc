"""An unattended machine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessreader.assembly import assemble
from accessreader.errors import ResourceFileError
from accessreader.folders import folders
from accessreader.qt.kiosk import Kiosk

POLICY = """
[defaults]
theme = "yellow-on-black"
[locked]
measure = 50
[kiosk]
home = "http://demo.localhost/ru-RU/news"
hosts = ["senate.parlam.kz"]
idle_seconds = 30
hide = ["find"]
"""


@pytest.fixture
def kiosk(tmp_path, open_window, qtbot):
    places = folders(tmp_path)
    places.site.mkdir(parents=True)
    (places.site / "policy.toml").write_text(POLICY, encoding="utf-8")
    parts = assemble(places, kiosk=True, language="en")
    window = open_window(parts=parts, kiosk=True)
    window.guard = Kiosk(window, parts.policy)
    qtbot.waitUntil(lambda: not window.loading, timeout=20_000)
    yield window
    window.kiosk = False


def test_it_starts_at_its_home_under_its_policy(kiosk):
    assert kiosk.article.url.endswith("/ru-RU/news")
    assert kiosk.view.appearance.theme.name == "yellow-on-black"
    assert kiosk.view.appearance.measure == 50


@pytest.mark.parametrize("name", ["quit", "new-window", "open-file", "copy", "recent", "find", "full-screen"])
def test_what_leads_out_or_is_hidden_is_not_there(kiosk, name):
    assert name not in kiosk.actions_by_name


def test_no_key_closes_it(kiosk):
    for key, modifiers in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(kiosk, key, modifiers)
    kiosk.close()
    assert kiosk.isVisible()


@pytest.mark.parametrize(
    "address", ["https://example.org/", "file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:9/"]
)
def test_other_hosts_and_files_are_refused_in_words(kiosk, qtbot, address):
    before = kiosk.article
    kiosk.open(address)
    qtbot.waitUntil(lambda: not kiosk.loading, timeout=20_000)
    assert kiosk.article is before
    assert "not on the list" in kiosk.status.text()


def test_it_forgets_everything(kiosk, qtbot):
    start = kiosk.services.preferences.preferences
    kiosk.prefer(theme="white-on-black", font_size=60)
    QApplication.clipboard().setText("secret")
    kiosk.guard.forget()
    qtbot.waitUntil(lambda: not kiosk.loading, timeout=20_000)
    assert kiosk.services.preferences.preferences == start
    assert not kiosk.services.preferences.can_undo
    assert QApplication.clipboard().text() == ""
    assert kiosk.services.history.recent() == ()
    assert not kiosk.visits.can_step(-1)


def test_a_policy_that_cannot_be_read_stops_a_kiosk_and_nothing_else(tmp_path):
    places = folders(tmp_path)
    places.site.mkdir(parents=True)
    (places.site / "policy.toml").write_text("[kiosk\n", encoding="utf-8")
    with pytest.raises(ResourceFileError):
        assemble(places, kiosk=True)
    assert assemble(places).problems
