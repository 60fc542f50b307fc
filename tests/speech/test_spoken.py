"""What is said, and the way back to what is written."""

from hypothesis import given
from hypothesis import strategies as st

from accessreader.speech.spoken import spoken


@given(st.text(max_size=80), st.sampled_from(["kk", "ru", "en"]))
def test_what_is_said_leads_back_to_every_written_character_in_order(text, language):
    said = spoken(text, language)
    pieces = [piece for part in said.parts for piece in part.pieces]
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    places = [said.written(offset) for offset in range(len(said.text))]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)
