"""What each command of the group Speech does in a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from accessreader.article import Position
from accessreader.messages import _
from accessreader.preferences import Amount, declarations
from accessreader.qt.early_wish import EarlyWish
from accessreader.qt.window import Window

RATE_SHARE: Final = 0.1
"""How much faster or slower a key makes the voice."""


def speech_deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command of speech, by its name."""
    narration, early = window.narration, EarlyWish(window)
    steps = {
        f"{way}-{unit}": early.if_there(partial(narration.step, unit, forward=way == "next"))
        for unit in ("word", "sentence", "paragraph")
        for way in ("next", "previous")
    }
    return {
        "speak": early.when_there(lambda: narration.toggle(window.keeper.place)),
        "speak-stop": lambda: _stop(window, early),
        "speak-all": early.when_there(partial(narration.play, Position())),
        "speak-selection": lambda: _speak_selection(window),
        "spell-word": early.if_there(narration.spell),
        "repeat": early.if_there(narration.repeat),
        **steps,
        "speak-faster": partial(_change_rate, window, 1),
        "speak-slower": partial(_change_rate, window, -1),
        "voice": window.voices.choose_voice,
        "next-voice": window.voices.next_voice,
        "show-spoken": narration.show_spoken,
        "own-words": lambda: _open_words(window),
        "save-sound": early.if_there(window.sound.ask),
    }


def _change_rate(window: Window, by: int) -> None:
    """Speak a step faster (1) or slower (-1) in the language that is being read."""
    key = f"speech_rate_{window.narration.language}"
    amount, rate = declarations()[key], getattr(window.services.preferences.preferences, key)
    if isinstance(amount, Amount):
        step = max(amount.step, round(rate * RATE_SHARE / amount.step) * amount.step)
        window.prefer(**{key: min(amount.high, max(amount.low, rate + by * step))})


def _open_words(window: Window) -> None:
    """Let the reader say how words are said, first the one at which they are."""
    from accessreader.qt.words_dialog import WordsDialog  # noqa: PLC0415 - only who listens pays for it

    WordsDialog(window.services.folders, window.narration, window).open()


def _stop(window: Window, early: EarlyWish) -> None:
    early.forget()
    active = window.narration.active
    window.narration.stop()
    if not active:
        window.say(_("Nothing is being read aloud."))


def _speak_selection(window: Window) -> None:
    chosen = window.view.selection()
    if chosen is None:
        window.say(_("Nothing is selected."))
    else:
        window.narration.play(*chosen)


def say_where(window: Window, words: str) -> None:
    """Say where the reader is; while the own voice reads, it says it too."""
    say_to_all(window, f"{words} {window.narration.where()}".strip())


def say_to_all(window: Window, words: str, *, assertive: bool = False) -> None:
    """Say something that is not in the article, also to whoever has only the own voice, which reads just now."""
    if window.narration.active:
        window.narration.remark(words)
    window.say(words, assertive=assertive)
