"""The rules which hold for every test are real: they bite."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from accessreader import messages

ROOT = Path(__file__).parents[2]


def test_an_unregistered_name_is_unknown_as_it_is_in_the_world():
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("news.invalid", 80)


def test_the_name_of_a_foreign_host_may_not_be_asked_for():
    with pytest.raises(AssertionError, match="foreign host"):
        socket.getaddrinfo("parlam.kz", 80)


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "10.0.0.1"])
def test_a_foreign_address_may_not_be_reached(address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as lonely, pytest.raises(AssertionError, match="foreign address"):
        lonely.connect((address, 80))


def test_a_server_on_this_machine_may_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = ("localhost", server.getsockname()[1])
        with socket.create_connection(place, timeout=10) as reached:
            assert reached.getpeername()[1] == place[1]


SAMPLE = """
import logging

def test_says_a_warning():
    logging.getLogger("accessreader.part").warning("the %s is gone", "cable")

def test_looks_at_its_warning(caplog):
    logging.getLogger("accessreader.part").warning("the %s is gone", "cable")
    assert "cable is gone" in caplog.text

def test_says_something_small():
    logging.getLogger("accessreader.part").info("all is well")
"""


@pytest.mark.slow
def test_a_warning_that_no_one_looks_at_fails_its_test(tmp_path):
    (tmp_path / "test_sample.py").write_text(SAMPLE, encoding="utf-8")
    options = ["--config-file", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "conftest"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        check=False,
        text=True,
        timeout=50,
    )
    assert "3 passed, 1 error" in done.stdout, done.stdout
    assert "the cable is gone" in done.stdout


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_test_that_leaves_another_language_behind_harms_nobody(language):
    assert messages.current_language() == "en"
    messages.use_language(language)
