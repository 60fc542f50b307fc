"""A command line in the same process, for a reader who has never been here.

It speaks a language from then on: every test leaves English behind.
"""

import pytest

from accessreader import cli
from accessreader.messages import use_language
from pretend import PretendedWeb


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


@pytest.fixture
def run(tmp_path, capsys):
    """A function that runs a command line: the exit code and what was said on both streams."""

    def run(*arguments):
        code = cli.main(["--home", str(tmp_path / "home"), *arguments], None)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def web():
    with PretendedWeb() as pretended:
        yield pretended
