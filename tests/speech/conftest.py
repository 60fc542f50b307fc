"""A sound card that records, once for all tests that need one; they are skipped where it cannot be had."""

import pytest

from speech.sound_card import SoundCard, as_own, missing


@pytest.fixture(scope="session")
def sound_card():
    if lacking := missing():
        pytest.skip(f"a sound card that records needs {lacking}")
    try:
        card = SoundCard().__enter__()
    except TimeoutError as error:
        pytest.skip(str(error))
    yield card
    card.__exit__()


@pytest.fixture
def card(sound_card):
    with as_own(sound_card):
        yield sound_card
