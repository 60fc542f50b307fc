"""On which screens what holds. It imports nothing: the first frame of the window is up before anything is loaded."""

from __future__ import annotations

from typing import Final

ORCA_HEARS: Final = ("xcb", "wayland")
"""Qt's names of the screens on which Orca is the screen reader."""
