"""Whether there is a screen: asked of real servers."""

import os
import shutil
import socket
import subprocess

import pytest

from accessreader import cli
from accessreader.screen import has_screen

X_SERVER = shutil.which("Xvfb")


@pytest.mark.parametrize(
    ("environment", "system", "found"),
    [
        ({}, "win32", True), ({}, "darwin", True), ({}, "linux", False), ({"DISPLAY": ""}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"DISPLAY": ":987"}, "linux", False), ({"DISPLAY": "nonsense"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nowhere"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-987"}, "linux", False),
    ],
)  # fmt: skip
def test_a_screen_is_one_that_answers(environment, system, found):
    assert has_screen(environment, system) is found


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets here")
def test_a_wayland_server_that_listens_is_a_screen_by_name_and_by_path(tmp_path):
    place = tmp_path / "wayland-1"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen()
        assert has_screen({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
        assert has_screen({"WAYLAND_DISPLAY": str(place), "XDG_RUNTIME_DIR": "/nowhere"}, "linux")
    assert not has_screen({"WAYLAND_DISPLAY": str(place)}, "linux")


@pytest.mark.slow
@pytest.mark.skipif(X_SERVER is None, reason="there is no X server here")
def test_an_x_server_that_answers_is_a_screen_until_it_is_gone():
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [X_SERVER, "-displayfd", str(writing), "-screen", "0", "64x64x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        assert has_screen({"DISPLAY": display}, "linux")
    finally:
        server.terminate()
        server.wait(30)
    assert not has_screen({"DISPLAY": display}, "linux")


class NoShell:
    """A window that must not be opened."""

    def show(self, *_arguments, **_options):
        pytest.fail("a window was opened without a screen")


@pytest.fixture
def no_screen(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("arguments", [[], ["--kiosk"], ["--kiosk", "--demo"]], ids=" ".join)
def test_without_a_screen_a_window_is_refused_with_a_way_on(arguments, tmp_path, capsys):
    assert cli.main(["--home", str(tmp_path), *arguments], NoShell()) == 8
    assert capsys.readouterr().err == (
        "The window cannot be opened: there is no screen here. The commands work without it: accessreader --help\n"
    )


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("dead", [{}, {"DISPLAY": ":987"}], ids=["no screen", "a dead one"])
def test_without_a_screen_the_page_that_was_asked_for_is_printed(dead, tmp_path, capsys, monkeypatch):
    for name, value in dead.items():
        monkeypatch.setenv(name, value)
    for arguments in (["--demo"], ["open", "demo:"]):
        assert cli.main(["--home", str(tmp_path), "--language", "kk", *arguments], NoShell()) == 0
        out, err = capsys.readouterr()
        assert len(err.splitlines()) == 1
        assert len(out) > 300
        assert "қ" in out


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_a_page_that_does_not_come_is_an_error_as_ever(tmp_path, capsys):
    assert cli.main(["--home", str(tmp_path), "open", str(tmp_path / "missing.html")], NoShell()) == 3
    assert "missing.html" in capsys.readouterr().err
