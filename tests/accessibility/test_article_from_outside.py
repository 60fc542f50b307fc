"""The article on the accessibility bus, seen from another process, as a screen reader sees it."""

import json
import subprocess
import sys

import pytest

from accessibility.outside import HERE, SYSTEM_PYTHON, has_atspi
from qt.view_articles import EVERY_KIND

BLOCK = "ctrl+Down"
CELLS = ("End", "Right", "Right", "Down")
KEYS = (
    "Down",
    "Right",
    "shift+Right",
    "Left",
    BLOCK,
    "Tab",
    BLOCK,
    BLOCK,
    BLOCK,
    BLOCK,
    BLOCK,
    BLOCK,
    BLOCK,
    *CELLS,
    "F5",
)


pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def seen():
    if not has_atspi():
        pytest.skip("the system's Python cannot load Atspi: python3-gi, gir1.2-atspi-2.0")
    command = [SYSTEM_PYTHON, HERE / "reader.py", sys.executable, HERE / "article_program.py", "--", *KEYS]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def test_every_block_has_its_role_and_headings_have_their_level(seen):
    blocks = [line for line in seen["tree"] if line["depth"] == 1]
    roles = ("heading", "paragraph", "paragraph", "image", "heading", "list", "list", "block quote", "table")
    assert [line["role"] for line in blocks] == [*roles, *["paragraph"] * 3, "separator", "paragraph"]
    assert [line["level"] for line in blocks if line["role"] == "heading"] == ["1", "2"]


def test_links_pictures_and_texts_can_be_read(seen):
    links = [line["name"] for line in seen["tree"] if line["role"] == "link"]
    assert links == ["заң жобасын", "онлайн", "c  d", "Бейнежазба"]
    assert [line["name"] for line in seen["tree"] if line["role"] == "image"] == ["Зал"]
    said = "".join(line["text"] for line in seen["tree"] if line["text"])
    assert "".join(said.split()) == "".join("".join(block.text for block in EVERY_KIND).split())


def test_the_focus_is_in_the_first_heading(seen):
    assert [line["name"] for line in seen["tree"] if line["focused"] and line["depth"]] == ["Сенат заң қабылдады"]


def test_each_key_is_told_once_and_by_the_block_alone(seen):
    caret, focus, chosen = "object:text-caret-moved", "object:state-changed:focused", "object:text-selection-changed"
    down, right, select, left, block, link = seen["events"][:6]
    assert [event[:2] for event in down] == [[focus, "paragraph"]]
    assert right == [[caret, "paragraph", 1]]
    assert sorted(event[:2] for event in select) == [[caret, "paragraph"], [chosen, "paragraph"]]
    assert sorted(event[:2] for event in left) == [[caret, "paragraph"], [chosen, "paragraph"]]
    assert [event[:2] for event in block] == [[focus, "paragraph"]]
    assert [event[:2] for event in link] == [[focus, "link"]]


def test_a_key_that_leads_to_a_picture_an_item_a_quotation_or_a_cell_is_told_once(seen):
    caret, focus = "object:text-caret-moved", "object:state-changed:focused"
    blocks = [event[:2] for told in seen["events"][6:13] for event in told]
    roles = ("image", "heading", "paragraph", "paragraph", "paragraph", "paragraph", "table column header")
    assert blocks == [[focus, role] for role in roles]
    end, right, character, down = seen["events"][13:17]
    assert [event[:2] for event in end] == [[caret, "table column header"]]
    assert [event[:2] for event in right] == [[focus, "table column header"]]
    assert [event[:2] for event in character] == [[caret, "table column header"]]
    assert [event[:2] for event in down] == [[focus, "table cell"]]


def test_another_article_is_told_once_however_long_it_is(seen):
    told = sorted(event[:2] for event in seen["events"][17])
    assert told == [
        ["object:children-changed:add", "document frame"],
        ["object:state-changed:focused", "heading"],
    ]
