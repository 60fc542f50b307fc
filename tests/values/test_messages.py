"""The program's languages: chosen, spoken, and never a reason to stop."""

import datetime as dt
import gettext

import pytest

from accessreader.language import detect
from accessreader.messages import N_, _, _catalogue, current_language, long_date, ngettext, use_catalogue, use_language


@pytest.fixture(autouse=True)
def english():
    use_language("en")
    yield
    use_language("en")


def test_english_is_what_stands_in_the_code():
    assert use_language("en") == current_language() == "en"
    assert _("Letter spacing") == N_("Letter spacing") == "Letter spacing"
    assert _("") == ""
    assert (ngettext("{n} a", "{n} b", 1), ngettext("{n} a", "{n} b", 2)) == ("{n} a", "{n} b")


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_a_language_is_spoken_from_its_choice_on(code):
    assert use_language(code) == current_language() == code
    assert detect(_("Notice of the site: cookies, subscription, copyright")) == code
    assert _("a sentence that nobody translated") == "a sentence that nobody translated"
    assert _("") == ""


def test_a_language_that_is_not_there_is_english():
    assert use_language("de") == "en"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk"), ({"LANG": "kk_KZ.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LC_MESSAGES": "ru_RU", "LANG": "kk_KZ"}, "ru"), ({"LANG": "C"}, "en"), ({}, "en"),
    ],
)  # fmt: skip
def test_the_systems_language_is_the_environments(environment, code, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert use_language("system") == code


def test_a_catalogue_that_is_not_there_is_english_and_a_line_in_the_log(caplog):
    assert _catalogue("de").gettext("Letter spacing") == "Letter spacing"
    assert "locale/de" in caplog.text


@pytest.mark.parametrize(
    ("code", "written"),
    [("kk", "2025 жылғы 16 қыркүйек"), ("ru", "16 сентября 2025 г."), ("en", "16 September 2025")],
)
def test_a_date_is_written_as_people_write_it(code, written):
    assert long_date(dt.date(2025, 9, 16), code) == written


class Louder(gettext.NullTranslations):
    """A language in which everything is said in capitals."""

    def gettext(self, message):
        return message.upper()


def test_a_catalogue_of_ones_own_is_spoken_until_the_next_language():
    use_catalogue(Louder())
    assert _("Letter spacing") == "LETTER SPACING"
    use_language("en")
    assert _("Letter spacing") == "Letter spacing"
