"""A pretended web for whoever asks."""

import pytest

from pretend import PretendedWeb


@pytest.fixture
def web():
    with PretendedWeb() as pretended:
        yield pretended
