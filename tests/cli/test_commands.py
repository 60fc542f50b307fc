"""The command line, command by command, with a pretended window behind it."""

import gettext
import json
import re
import tomllib

import pytest

from accessreader import __version__, cli
from accessreader.cli.commands import COMMANDS
from accessreader.errors import StoreError
from accessreader.messages import use_catalogue


class PretendedShell:
    """A window that writes down how it was opened, and then does what it is told to."""

    def __init__(self, then=lambda: 0):
        self.shown, self.drawn, self.then = [], [], then

    def show(self, services, places, *, demo, kiosk):
        self.shown.append((services.folders, list(places), demo, kiosk))
        return self.then()

    def draw(self, _services, picture):
        self.drawn.append(picture)
        return self.then()


@pytest.fixture
def shell():
    return PretendedShell()


@pytest.fixture
def run(tmp_path, capsys, shell):
    """Run a command line at a home of its own: the exit code and what was said on both streams."""

    def run(*arguments):
        capsys.readouterr()
        try:
            code = cli.main(["--home", str(tmp_path / "home"), *arguments], shell)
        except SystemExit as left:
            code = left.code
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def preferences(tmp_path):
    path = tmp_path / "home" / "config" / "preferences.toml"
    path.parent.mkdir(parents=True)
    return path


# Preferences


def test_a_preference_is_set_shown_and_found_in_the_file(run, preferences):
    assert run("prefer", "letter_spacing", "0,12") == (0, "letter_spacing = 0.12\n", "")
    assert run("prefer", "smooth_scrolling", "off") == (0, "smooth_scrolling = off\n", "")
    assert run("prefer", "smooth_scrolling")[1] == "smooth_scrolling = off\n"
    assert tomllib.loads(preferences.read_text()) == {"version": 1, "letter_spacing": 0.12, "smooth_scrolling": False}


def test_negative_values_need_no_tricks(run):
    assert run("prefer", "letter_spacing", "-0.02")[:2] == (0, "letter_spacing = -0.02\n")


def test_all_preferences_are_listed_with_what_can_be_had(run):
    code, out, _err = run("prefer")
    assert code == 0
    rows = [" ".join(row.split()) for row in out.splitlines()]
    assert "font_size 18 Text size: from 12 to 200 pt" in rows
    assert any(row.startswith("theme black-on-white Colour scheme: one of black-on-white, white-on-") for row in rows)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fnt", "1"], "There is no preference named fnt."),
        (["fnt"], "There is no preference named fnt."),
        (["--reset", "fnt"], "There is no preference named fnt."),
        (["font_size", "big"], "font_size cannot be big: from 12 to 200 pt."),
        (["theme", "pink"], "theme cannot be pink: one of black-on-white"),
    ],
)
def test_a_preference_that_cannot_be_had_is_refused_with_what_can(run, preferences, arguments, said):
    code, out, err = run("prefer", *arguments)
    assert (code, out) == (5, "")
    assert said in err
    assert not preferences.exists()


def test_preferences_go_back_to_their_defaults_one_by_one_or_all(run, preferences):
    run("prefer", "font_size", "40")
    run("prefer", "measure", "40")
    assert run("prefer", "--reset", "font_size")[1] == "font_size = 18\n"
    assert tomllib.loads(preferences.read_text()) == {"version": 1, "measure": 40.0}
    assert run("prefer", "--reset")[0] == 0
    assert tomllib.loads(preferences.read_text()) == {"version": 1}


def test_a_preset_is_taken_over_and_an_unknown_one_answered_with_the_known(run, preferences):
    assert run("prefer", "--preset", "very-low-vision")[0] == 0
    assert tomllib.loads(preferences.read_text())["font_size"] == 56
    code, _out, err = run("prefer", "--preset", "perfect")
    assert code == 2
    assert "There is no preset named perfect. There are: low-vision, very-low-vision" in err


def test_what_the_owner_of_the_computer_locked_stays(run, tmp_path):
    site = tmp_path / "home" / "site"
    site.mkdir(parents=True)
    (site / "policy.toml").write_text("[locked]\nfont_size = 40\n")
    code, _out, err = run("prefer", "font_size", "20")
    assert (code, err) == (5, "font_size is set by the owner of this computer and cannot be changed here.\n")
    assert "Text size: locked by the owner of this computer" in run("prefer")[1]


def test_what_is_wrong_in_the_readers_files_is_told(run, preferences, caplog):
    preferences.write_text("font_size = 'big'\n")
    assert "font_size cannot be big" in run("prefer", "measure")[2]
    preferences.write_text("==")
    code, out, err = run("prefer", "measure")
    assert (code, out) == (0, "measure = 66\n")
    assert re.search(r"damaged.*preferences\.damaged-", err)
    (preferences.parents[1] / "site").mkdir()
    (preferences.parents[1] / "site" / "policy.toml").write_text("[")
    assert "policy.toml cannot be used" in run("prefer", "measure")[2]
    assert caplog.records


def test_a_preference_that_cannot_be_saved_says_so(run, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config").write_text("a file where the folder should be")
    code, _out, err = run("prefer", "font_size", "40")
    assert code == StoreError.exit_code
    assert "could not be written" in err


# Lists


def test_schemes_are_listed_with_their_contrast(run):
    code, out, _err = run("themes")
    assert code == 0
    assert out.splitlines()[0] == "black-on-white           21.0:1  Black on white"


def test_presets_are_listed_the_readers_own_too(run, tmp_path):
    own = tmp_path / "home" / "config" / "presets"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("[title]\nen = 'Mine'\n[values]\nfont_size = 30\n")
    code, out, _err = run("presets")
    assert code == 0
    assert out.splitlines()[0] == "low-vision       Low vision"
    assert out.splitlines()[-1] == "mine             Mine"


# Windows and pictures


def test_without_a_command_the_window_opens(run, shell, tmp_path):
    assert run() == (0, "", "")
    assert run("--demo")[0] == run("--kiosk")[0] == run("open", "https://a.test/")[0] == 0
    assert [shown[1:] for shown in shell.shown] == [
        ([], False, False), ([], True, False), ([], False, True), (["https://a.test/"], False, False),
    ]  # fmt: skip
    assert shell.shown[0][0].config == tmp_path / "home" / "config"


def test_the_windows_exit_code_is_the_programs(run, shell):
    shell.then = lambda: 7
    assert run()[0] == 7


def test_a_kiosk_whose_policy_cannot_be_read_does_not_start(run, shell, tmp_path):
    (tmp_path / "home" / "site").mkdir(parents=True)
    (tmp_path / "home" / "site" / "policy.toml").write_text("[")
    code, _out, err = run("--kiosk")
    assert code == 6
    assert "policy.toml" in err
    assert shell.shown == []


def test_a_picture_is_asked_for_with_its_settings_checked(run, shell):
    size = ("--width", "320", "--height", "256", "--whole", "--window")
    settings = ("--set", "font_size=40", "--set", "theme=own", "--set", "measure = 50")
    assert run("shot", "page.html", "-o", "page.png", *size, *settings)[0] == 0
    (picture,) = shell.drawn
    assert (picture.place, str(picture.output), picture.width, picture.height) == ("page.html", "page.png", 320, 256)
    assert (picture.whole, picture.window) == (True, "window")
    assert picture.values == {"font_size": 40.0, "theme": "own", "measure": 50.0}
    run("shot", "page.html", "-o", "page.png", "--window", "settings")
    assert (shell.drawn[1].window, shell.drawn[1].whole, shell.drawn[1].values) == ("settings", False, {})


@pytest.mark.parametrize(
    ("setting", "code", "said"),
    [
        ("font_size", 2, "Write --set KEY=VALUE, not font_size."),
        ("fnt=1", 5, "fnt"),
        ("measure=500", 5, "from 30 to 80"),
    ],
)
def test_a_setting_of_a_picture_that_cannot_be_had_is_refused(run, shell, setting, code, said):
    found, _out, err = run("shot", "page.html", "-o", "page.png", "--set", setting)
    assert found == code
    assert said in err
    assert shell.drawn == []


@pytest.mark.parametrize("size", [["--width", "0"], ["--height", "-5"], ["--width", "100000000"]], ids=" ".join)
def test_a_picture_of_an_impossible_size_is_refused(run, shell, size):
    code, _out, err = run("shot", "page.html", "-o", "page.png", *size)
    assert (code, shell.drawn) == (2, [])
    assert "from 100 to 10000 pixels" in err


def test_a_picture_shows_nothing_that_the_owner_of_the_computer_has_not_allowed(run, shell, tmp_path):
    (tmp_path / "home" / "site").mkdir(parents=True)
    (tmp_path / "home" / "site" / "policy.toml").write_text("[locked]\nfont_size = 40\n")
    assert run("shot", "page.html", "-o", "page.png", "--set", "font_size=20")[0] == 5
    assert shell.drawn == []


# What goes wrong


def test_a_fault_of_the_programs_own_is_one_sentence_and_a_line_in_the_log(run, shell, tmp_path, caplog):
    shell.then = lambda: 1 // 0
    code, _out, err = run()
    log = tmp_path / "home" / "log" / "accessreader.log"
    assert (code, err) == (1, f"Something went wrong inside the program. What happened is written in {log}.\n")
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert caplog.records


def stopped():
    raise KeyboardInterrupt


def test_a_stopped_program_says_nothing_and_answers_130(run, shell):
    shell.then = stopped
    assert run() == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gett"], "invalid choice: 'gett'"), (["get", "--nothing"], "unrecognized arguments: --nothing"),
        (["open"], "the following arguments are required: URL|FILE"), (["get", "--as"], "argument --as: expected one"),
        (["get", "--as", "pdf", "x"], "invalid choice: 'pdf'"), (["--languag", "ru"], "invalid choice: 'ru'"),
        (["get"], "Give an address, a saved page, or --from LIST."),
        (["get", "--as", "html", "a", "b"], "Use --as jsonl for several."),
        (["get", "--as", "json", "--from", "-"], "Use --as jsonl for several."),
        (["shot", "x", "-o", "y", "--width", "wide"], "invalid int value: 'wide'"),
    ],
)  # fmt: skip
def test_a_command_line_that_cannot_be_understood_answers_2_and_says_why(run, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_list_that_is_not_there_is_said(run):
    code, _out, err = run("get", "--from", "missing.txt")
    assert code == 3
    assert "missing.txt" in err


def test_the_version_is_one_line(run):
    assert run("--version")[:2] == (0, f"AccessReader {__version__}\n")


# Languages


class Capitals(gettext.NullTranslations):
    """A language in which everything is said in capitals."""

    def gettext(self, message):
        return re.sub(r"(?<![%({])\b[a-z]+\b(?![)}])", lambda word: word[0].upper(), message).replace("USAGE", "Usage")


NOT_WORDS = re.compile(
    r"--?[a-z]+|\{[a-z,]+\}|accessreader|\b(?:" + "|".join(COMMANDS) + r")\b|, help|\\|\bkk\b|\bru\b|\ben\b"
)


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_no_word_of_the_help_is_left_in_english(command, capsys):
    use_catalogue(Capitals())
    with pytest.raises(SystemExit) as left:
        cli._parser().parse_args([command, "--help"] if command else ["--help"])
    assert left.value.code == 0
    said = NOT_WORDS.sub("", capsys.readouterr().out)
    assert re.findall(r"\b[a-z]{2,}\b", said) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_help_and_the_errors_speak_the_readers_language(run, language):
    _code, out, _err = run("--language", language, "--help")
    for english in ("usage:", "options:", "commands", "Reads public", "show this help"):
        assert english not in out
    _code, _out, err = run("--language", language, "get", "--as", "pdf", "x")
    assert "invalid choice" not in err
    assert re.search("[а-я]{5}", err)


@pytest.mark.parametrize(
    "arguments", [["--language", "ru"], ["--language=ru"], ["themes", "--language", "ru"]], ids=" ".join
)
def test_the_language_may_be_told_before_the_command_or_after_it(run, arguments):
    assert "Чёрн" in run(*arguments, *([] if "themes" in arguments else ["themes"]))[1]


def test_without_being_told_the_preferred_language_is_spoken(run):
    run("prefer", "interface_language", "ru")
    assert "Чёрн" in run("themes")[1]


def test_a_language_that_is_not_there_is_refused(run):
    assert run("--language", "de", "themes")[0] == 2
    assert run("themes", "--language")[0] == 2


# Reading, where no page comes


def test_pages_that_do_not_come_are_told_one_by_one_and_the_first_decides_the_code(run, tmp_path):
    missing = [str(tmp_path / name) for name in ("one.html", "two.html")]
    code, out, err = run("get", *missing)
    assert (code, out) == (3, "")
    assert [name in line for name, line in zip(missing, err.splitlines(), strict=True)] == [True, True]


def test_in_a_list_a_page_that_does_not_come_is_a_line_with_its_reason(run, tmp_path):
    listed = tmp_path / "list.txt"
    listed.write_text(f"\ufeff{tmp_path}/one.html\thttp://a.test/1\n\n  \n{tmp_path}/two.html\r\n", "utf-8")
    code, out, err = run("get", "--as", "jsonl", "--from", str(listed))
    assert (code, err) == (3, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["reason"] for answer in answers] == ["no-file", "no-file"]
    assert [answer["url"] for answer in answers] == ["http://a.test/1", f"{tmp_path}/two.html"]
    assert all(answer["error"].startswith("There is no file") for answer in answers)
