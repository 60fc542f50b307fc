"""What each command of the group Speech does in a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from accessreader.article import Position
from accessreader.messages import _
from accessreader.qt.window import Window


def speech_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command of speech, by its name."""
    narration = window.narration
    return {
        "speak": lambda: narration.toggle(window.keeper.place),
        "speak-stop": lambda: _stop(window),
        "speak-all": partial(narration.play, Position()),
        "speak-selection": lambda: _speak_selection(window),
        "spell-word": narration.spell,
        "repeat": narration.repeat,
        "next-word": partial(narration.step, "word", forward=True),
        "previous-word": partial(narration.step, "word", forward=False),
        "next-sentence": partial(narration.step, "sentence", forward=True),
        "previous-sentence": partial(narration.step, "sentence", forward=False),
        "next-paragraph": partial(narration.step, "paragraph", forward=True),
        "previous-paragraph": partial(narration.step, "paragraph", forward=False),
        "speak-faster": partial(narration.change_rate, 1),
        "speak-slower": partial(narration.change_rate, -1),
        "voice": window.voices.choose_voice,
        "next-voice": window.voices.next_voice,
        "show-spoken": narration.show_spoken,
        "save-sound": window.sound.ask,
    }


def _stop(window: Window) -> None:
    if window.narration.active:
        window.narration.stop()
    else:
        window.say(_("Nothing is being read aloud."))


def _speak_selection(window: Window) -> None:
    chosen = window.view.selection()
    if chosen is None:
        window.say(_("Nothing is selected."))
    else:
        window.narration.play(*chosen)


def say_where(window: Window, words: str) -> None:
    """Say where the reader is; while the own voice reads, it says it too."""
    if window.narration.active:
        words = f"{words} {window.narration.where()}".strip()
        window.narration.remark(words)
    window.say(words)
