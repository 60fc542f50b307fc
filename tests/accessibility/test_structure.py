"""What Orca says of lists, tables, quotations and pictures, as it is drawn; `make redraw-trees` draws it anew."""

from functools import cache

import pytest

from accessibility.screen_reader import missing
from accessibility.structure import drawn, heard

pytestmark = [pytest.mark.accessibility, pytest.mark.timeout(240)]
hear = cache(heard)


@pytest.mark.parametrize("title", [journey.title for journey in drawn().journeys])
def test_orca_says_what_is_drawn(title):
    if lacking := missing():
        pytest.skip(f"Orca does not run here. Missing: {lacking}")
    said, wanted = (next(one for one in drawing.journeys if one.title == title) for drawing in (hear(), drawn()))
    assert str(said) == str(wanted)
