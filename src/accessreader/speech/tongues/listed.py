"""Lists of words, written as a line of text: so they stay lines and can be read."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())
