"""The house as a house: its files short, its commands what the README says, its doors where Qt waits."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 400
CONSOLE = re.compile(r"^```(?:console|sh|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Water is back</title>
<body><article><h1>Water is back</h1>
<p>The town of Sary has had running water again since Monday, after two weeks of repairs.</p>
<p>The works were done by the town's own people, and the school was the first to be connected.</p>
</article></body></html>
"""


def source_files():
    return sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("file", source_files(), ids=lambda path: path.name)
def test_a_file_is_short_enough_to_read_at_one_sitting(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_readme_names_only_commands_that_there_are():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    blocks = "\n".join(CONSOLE.findall((ROOT / "README.md").read_text("utf-8")))
    named = set(re.findall(r"\bmake ([a-z-]+)", blocks))
    assert {"run", "test"} <= named <= targets


def test_every_make_command_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    described = re.findall(r"^([a-z-]+):.*## .+$", makefile, re.MULTILINE)
    assert sorted(phony) == sorted(described)


def test_every_script_that_a_make_command_starts_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    scripts = set(re.findall(r"\b(?:packaging|tests)/[\w/]+\.(?:py|sh)", makefile))
    assert [name for name in sorted(scripts) if not (ROOT / name).is_file()] == []


def imported_by(*arguments):
    """Run the command line and return its exit code and the modules that it imported."""
    command = [sys.executable, "-X", "importtime", "-m", "accessreader", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", timeout=50)
    told = re.findall(r"^import time:.*\|\s*(\S+)$", done.stderr, re.MULTILINE)
    assert "accessreader" in told, done.stderr
    return done, set(told)


def test_help_is_given_without_loading_qt():
    done, modules = imported_by("--help")
    assert done.returncode == 0
    assert not {name for name in modules if name.startswith(("PySide6", "shiboken6"))}


def test_an_article_is_printed_without_loading_qt(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    done, modules = imported_by("get", str(page))
    assert done.returncode == 0, done.stderr[-2000:]
    assert "running water again" in done.stdout
    assert not {name for name in modules if name.startswith(("PySide6", "shiboken6"))}
