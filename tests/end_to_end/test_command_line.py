"""The installed program, as a person runs it: a process, pages over HTTP, folders of its own."""

import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest

PROGRAM = shutil.which("accessreader", path=str(Path(sys.executable).parent))
TEXTS = {
    "kk": ("Су қайтып келді", "Сарыкөл қаласында екі апталық жөндеуден кейін су құбыры қайтадан іске қосылды."),
    "ru": ("Вода вернулась", "В городе Сарыколь после двух недель ремонта снова заработал водопровод."),
    "en": (
        "Water is back",
        "The town of Sarykol has had running water again since Monday, after two weeks of repairs.",
    ),
}
MORE = {
    "kk": "Жұмысты қала тұрғындарының өзі атқарды, ең алдымен мектеп пен аурухана қосылды, деді қала әкімі.",
    "ru": "Работы выполнили сами жители города, первыми подключили школу и больницу, рассказал глава города.",
    "en": "The works were done by the people of the town, and the school was the first to be connected, they say.",
}


def page(language):
    title, text = TEXTS[language]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<nav><a href="/">Home</a> <a href="/about">About</a></nav><article><h1>{title}</h1><p>{text}</p>'
        f'<p>{MORE[language]} <a href="/next">{language}</a></p></article></body></html>'
    )


class Site(http.server.BaseHTTPRequestHandler):
    """Pages in three languages, one that breaks, and none else."""

    def do_GET(self):
        name = urlsplit(self.path).path.strip("/")
        status = 200 if name in TEXTS else 500 if name == "broken" else 404
        content = page(name).encode() if status == 200 else b"<p>no</p>"
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        serving = threading.Thread(target=server.serve_forever, args=(0.05,))
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        serving.join()


@pytest.fixture
def command(tmp_path):
    assert PROGRAM, "the program is not installed beside this Python"
    return [PROGRAM, "--home", str(tmp_path / "home")]


@pytest.fixture
def run(command):
    def run(*arguments, environment=None, **options):
        env = {**os.environ, **(environment or {})}
        return subprocess.run(
            [*command, *arguments], capture_output=True, encoding="utf-8", env=env, timeout=50, check=False, **options
        )

    return run


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_is_printed_as_text(run, site, language):
    done = run("get", f"{site}/{language}")
    title, text = TEXTS[language]
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{title}\n{'=' * len(title)}\n")
    assert text in done.stdout
    assert "About" not in done.stdout


def test_a_page_is_printed_in_every_form(run, site):
    title, text = TEXTS["ru"]
    printed = {name: run("get", "--as", name, f"{site}/ru") for name in ("markdown", "html", "json", "jsonl")}
    assert {done.returncode for done in printed.values()} == {0}
    assert printed["markdown"].stdout.startswith(f"# {title}\n")
    assert f"[ru](<{site}/next>)" in printed["markdown"].stdout
    assert printed["html"].stdout.startswith('<!DOCTYPE html>\n<html lang="ru">')
    assert f"<p>{text}</p>" in printed["html"].stdout
    whole, line = (json.loads(printed[name].stdout) for name in ("json", "jsonl"))
    assert whole["title"] == line["title"] == title
    assert whole["url"] == f"{site}/ru"
    assert whole["blocks"][0]["text"] == text
    assert printed["jsonl"].stdout.count("\n") == 1


def test_what_was_taken_out_is_shown_when_asked_for(run, site):
    done = run("get", "--removed", f"{site}/en")
    assert done.returncode == 0
    shown, removed = done.stdout.split("Taken out of the page\n")
    assert "About" not in shown
    assert "About" in removed


def test_several_pages_are_printed_one_after_another_and_a_bad_one_stops_none(run, site):
    done = run("get", f"{site}/en", f"{site}/missing", f"{site}/broken", f"{site}/ru")
    assert done.returncode == 3
    assert done.stdout.index(TEXTS["en"][0]) < done.stdout.index("=" * 60) < done.stdout.index(TEXTS["ru"][0])
    assert ["127.0.0.1" in line for line in done.stderr.splitlines()] == [True, True]


def test_a_list_is_answered_line_by_line_in_order_before_it_ends(command, site, tmp_path):
    saved = tmp_path / "saved – копия.html"
    saved.write_text(page("kk"), encoding="utf-8")
    empty = tmp_path / "empty.html"
    empty.write_text("", encoding="utf-8")
    asked = [
        (f"{saved}\thttps://a.test/kk/1", "https://a.test/kk/1", TEXTS["kk"][0], None),
        (f"{site}/missing", f"{site}/missing", None, "not-found"),
        (f"{empty}\thttps://a.test/2", "https://a.test/2", None, "empty"),
        (f"{tmp_path}/nothing.html", f"{tmp_path}/nothing.html", None, "no-file"),
        (f"{site}/en", f"{site}/en", TEXTS["en"][0], None),
    ]
    with subprocess.Popen(
        [*command, "get", "--as", "jsonl", "--from", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    ) as program:  # fmt: skip
        for line, url, title, reason in asked:
            program.stdin.write(line + "\n")
            program.stdin.flush()
            answer = json.loads(program.stdout.readline())
            assert (answer["url"], answer.get("title"), answer.get("reason")) == (url, title, reason)
            assert ("error" in answer) == (reason is not None)
        program.stdin.close()
        assert program.stdout.read() == ""
        assert program.wait(50) == 3


def test_the_links_of_a_saved_page_lead_to_where_it_was_saved_from(run, tmp_path):
    saved = tmp_path / "page.html"
    saved.write_text(page("en"), encoding="utf-8")
    done = run("get", "--as", "jsonl", "--from", "-", input=f"{saved}\thttps://a.test/en/1\n")
    (article,) = map(json.loads, done.stdout.splitlines())
    links = [run["href"] for block in article["blocks"] for run in block["runs"] if "href" in run]
    assert links == ["https://a.test/next"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_demonstration_is_printed_where_there_is_no_screen(run, language):
    nothing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run("--language", language, "--demo", environment=nothing)
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == run("--language", language, "get", "--demo").stdout
    title = done.stdout.splitlines()[0]
    assert bool(re.search("[а-яёәғқңөұүһі]", title)) == (language != "en")
    assert len(done.stdout) > 500
    assert "must not be read" not in done.stdout


def test_preferences_are_found_by_the_next_process(run):
    assert run("prefer", "theme", "yellow-on-black").stdout == "theme = yellow-on-black\n"
    assert run("prefer", "theme").stdout == "theme = yellow-on-black\n"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_help_speaks_three_languages_whatever_the_terminal_can_show(run, language):
    for encoding in ("utf-8", "ascii"):
        done = run("--language", language, "--help", environment={"PYTHONIOENCODING": encoding, "COLUMNS": "100"})
        assert (done.returncode, done.stderr) == (0, "")
        assert ("usage:" in done.stdout) == (language == "en")
        assert "accessreader" in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--language", "ru", "get", "--help"], ["themes"], ["prefer"]])
def test_what_needs_no_page_loads_neither_the_network_nor_a_parser_nor_the_window(arguments, tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "accessreader", "--home", str(tmp_path), *arguments],
        capture_output=True, encoding="utf-8", timeout=50, check=True,
    )  # fmt: skip
    loaded = {name.split(".")[0] for name in re.findall(r"^import time:.*\|\s*(\S+)$", done.stderr, re.MULTILINE)}
    assert "accessreader" in loaded
    assert loaded & {"requests", "urllib3", "bs4", "selectolax", "PySide6", "shiboken6", "pyttsx3", "tomlkit"} == set()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise on Windows")
def test_a_reader_that_leaves_early_is_no_error(command, tmp_path):
    saved = tmp_path / "page.html"
    saved.write_text(page("en"), encoding="utf-8")
    listed = tmp_path / "list.txt"
    listed.write_text(f"{saved}\n" * 2000, encoding="utf-8")
    told = tmp_path / "told.txt"
    with (
        told.open("wb") as errors,
        subprocess.Popen(
            [*command, "get", "--from", str(listed)], stdout=subprocess.PIPE, stderr=errors, encoding="utf-8"
        ) as program,
    ):
        assert program.stdout.readline() == "Water is back\n"
        program.stdout.close()
        assert program.wait(50) == 141
    assert told.read_text("utf-8") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise on Windows")
def test_the_demonstration_is_served_until_ctrl_c(command, run):
    def hear_ctrl_c():
        """Whoever runs the tests in the background has made their children deaf to it."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(
        [*command, "demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - no other thread runs here
    ) as program:
        homes = [program.stdout.readline().strip() for _language in range(3)]
        assert "Ctrl+C" in program.stderr.readline()
        answers = [run("get", "--as", "jsonl", home).returncode for home in homes]
        program.send_signal(signal.SIGINT)
        assert program.wait(50) == 130
        assert program.stderr.read() == ""
    assert answers == [0, 0, 0]
    assert run("get", homes[0]).returncode == 3


@pytest.mark.parametrize("arguments", [[], ["open", "demo:"], ["shot", "demo:", "-o", "page.png"]], ids=" ".join)
def test_a_machine_that_lacks_the_windows_libraries_is_told_so_in_a_sentence(run, tmp_path, arguments):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text('raise ImportError("libEGL.so.1: cannot open shared object")')
    done = run(*arguments, environment={"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"})
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr == (
        "The window cannot be opened: libEGL.so.1: cannot open shared object. "
        "The commands work without it: accessreader --help\n"
    )


@pytest.mark.slow
def test_a_page_is_drawn_into_a_picture_of_the_size_that_was_asked_for(run, site, tmp_path):
    picture = tmp_path / "page.png"
    size = ("--width", "320", "--height", "256", "--set", "font_size=40")
    nothing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run("shot", f"{site}/kk", "-o", str(picture), *size, environment=nothing)
    assert (done.returncode, done.stdout) == (0, "")
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (320, 256)
    assert run("shot", f"{site}/missing", "-o", str(picture)).returncode == 3
    assert run("prefer", "font_size").stdout == "font_size = 18\n"
