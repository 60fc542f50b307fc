"""What a blind newcomer hears: the first run beside real Orca, keys in, words out, in three languages.

`make journeys` draws it anew.
"""

import pytest

from accessibility.journeys import LANGUAGES, read_file
from accessibility.newcomer import heard, path
from accessibility.screen_reader import missing


@pytest.mark.accessibility
@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_orca_says_what_is_drawn(language):
    if lacking := missing():
        pytest.skip(f"Orca does not run here. Missing: {lacking}")
    assert str(heard(language)) == str(read_file(path(language)))
