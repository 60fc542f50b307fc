"""Braille is tested with the real liblouis, or not at all."""

import pytest

from accessreader.braille.louis import Louis, louis
from accessreader.braille.tables import load_tables
from accessreader.braille.writing import Writer
from accessreader.errors import BrailleError
from accessreader.messages import use_language


@pytest.fixture(scope="session")
def library() -> Louis:
    """The liblouis of this computer."""
    try:
        return louis()
    except BrailleError as error:
        pytest.skip(f"no liblouis here: {error}")


@pytest.fixture(scope="session")
def plain(library) -> Writer:
    """Writes uncontracted braille."""
    return Writer(library, load_tables()[0])


@pytest.fixture(scope="session")
def contracted(library) -> Writer:
    """Contracts Russian and English."""
    return Writer(library, load_tables()[0], ("ru", "en"))


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("en")
