"""A reader in a hurry, and assistive technology that asks all the while: `make storm` in short."""

import pytest

from accessibility.outside import has_atspi
from accessibility.storm import weather

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(180)]


def test_moves_other_articles_and_closings_leave_nothing_behind_and_nothing_falls_over():
    if not has_atspi():
        pytest.skip("the system's Python cannot load Atspi: python3-gi, gir1.2-atspi-2.0")
    sums = weather(10_000, 7, 150)
    assert sums["wrong"] == []
    assert sums["moves"] == 10_000
    assert sums["heard"] > 1000
    assert sums["answered"] > 100
    assert sums["asked"] > 100
    assert sums["alive"] <= sums["kept"]
