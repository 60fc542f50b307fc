"""Every window in three languages as assistive technology sees it, from another process, and as it was drawn.

`make redraw-trees` draws them anew. What holds for all of them is asked beside, whatever is drawn.
"""

import re
from functools import cache

import pytest

from accessibility.outside import has_atspi
from accessibility.windows import LANGUAGES, LOOKS, OF_THE_MACHINE, expected, path, seen_in

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(300)]

NAMES = [look.name for look in LOOKS]
OPERATED = (
    "push button", "check box", "radio button", "text", "spin button", "slider", "list", "list item", "combo box",
    "menu item", "document frame", "tree",
)  # fmt: skip
LINE = re.compile(r"(?P<depth> *)(?P<role>[a-z ]+) “(?P<name>.*?)”(?P<rest>(?: [=\[(—⌨n].*)?$)")
LATIN = re.compile(r"(?<![#\w])[A-Za-z]{2,}")
OWN_NAMES = {
    "accessreader", "wcag", "en", "english", "brf", "pef", "wav", "flac", "ogg", "opus", "html", "zip", "cookie",
    "ctrl", "shift", "alt", "esc", "tab", "enter", "home", "end", "pgup", "pgdown", "left", "right", "up", "down",
    "page", "andika", "inter", "noto", "sans", "serif", "mono", "opendyslexic", "pt", "em", "file", "http", "example",
    "body", "nav", "which", "language", "of", "to", "go", "on", "in", "press", "then", "today", "named", "by",
}  # fmt: skip
"""Keys, formats, faces, products, units, addresses, words of the drawing, and the question put in all languages."""
SPOKEN_BY_QT = {"open-file", "save-braille", "save-sound"}
"""Windows that choose files are the toolkit's, in the languages that it knows."""


@cache
def seen(language):
    if not has_atspi():
        pytest.skip("the system's Python cannot load Atspi: python3-gi, gir1.2-atspi-2.0")
    return seen_in(language)


def things(language):
    """Every thing in every window: the window's name, and its depth, role, name and the rest of its line."""
    for window, lines in seen(language).items():
        for line in lines:
            if found := LINE.match(line):
                yield window, len(found["depth"]) // 2, found["role"], found["name"], found["rest"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_THE_MACHINE])
def test_a_window_is_seen_as_it_is_drawn(language, name):
    assert seen(language)[name] == expected(language, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_operated_has_a_name(language):
    nameless = [
        (window, role, rest)
        for window, _depth, role, name, rest in things(language)
        if (role in OPERATED or "focusable" in rest) and not name.strip()
    ]
    assert not nameless
    assert sum(role in OPERATED for _window, _depth, role, _name, _rest in things(language)) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_holds_a_mark_of_writing(language):
    marked = [
        (window, name)
        for window, _depth, _role, name, rest in things(language)
        if re.search(r"&|</?\w+>|\{\w*\}|[\ufffc\u2029]", name + rest)
    ]
    assert not marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_things_of_a_group_that_are_operated_are_called_alike(language):
    alike = []
    for window in NAMES:
        above, met = {}, set()
        for at, (of, depth, role, name, _rest) in enumerate(things(language)):
            if of != window:
                continue
            above[depth] = at
            thing = (above.get(depth - 1), role, name)
            if role in OPERATED and thing in met:
                alike.append((window, role, name))
            met.add(thing)
    assert not alike


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_tells_its_limits_and_its_unit(language):
    numbers = [
        (window, name, rest)
        for window, _depth, role, name, rest in things(language)
        if role in ("spin button", "slider")
    ]
    assert len(numbers) > 20
    bare = [
        (window, name)
        for window, name, rest in numbers
        if not re.search(r"\[\S+ ≤ \S+ ≤ \S+\]", rest) or not re.search(r"\d ?[^\W\d]|\d ?[%°]", name + rest)
    ]
    assert not bare


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_nothing_is_left_in_english(language):
    english = {
        (window, name, word)
        for window, _depth, role, name, rest in things(language)
        if window not in SPOKEN_BY_QT and window not in OF_THE_MACHINE
        for word in LATIN.findall(name + rest.partition("⌨")[0].replace(rest[rest.find("(") : rest.find(")") + 1], ""))
        if word.lower() not in OWN_NAMES
    }
    assert not english


def test_a_drawing_that_differs_is_noticed():
    lines = expected("en", "find")
    assert any("focused" in line for line in lines)
    assert [line.replace("Close", "") for line in lines] != lines
    assert not [file for file in path("en", "x").parent.glob("*.tree") if file.stem.rpartition(".")[0] not in NAMES]
