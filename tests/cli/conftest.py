"""The command line speaks a language from then on: every test leaves English behind."""

import pytest

from accessreader.messages import use_language


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")
