"""What a key does to the preferences: pure functions from a command's name to the values that change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from accessreader.appearance import SYSTEM_THEME
from accessreader.messages import _
from accessreader.preferences import (
    WCAG_SPACING,
    Amount,
    Choice,
    Preferences,
    Switch,
    declarations,
    has_wcag_spacing,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A command that moves an amount: which, and by how much; a `share` moves by that part of the value."""

    key: str
    amount: float = 0
    share: float = 0


AMOUNTS: Final[Mapping[str, Step]] = {
    "text-larger": Step("font_size", share=0.1),
    "text-smaller": Step("font_size", share=-0.1),
    "letters-wider": Step("letter_spacing", 0.02),
    "letters-narrower": Step("letter_spacing", -0.02),
    "words-wider": Step("word_spacing", 0.04),
    "words-narrower": Step("word_spacing", -0.04),
    "lines-higher": Step("line_height", 0.1),
    "lines-lower": Step("line_height", -0.1),
    "paragraphs-wider": Step("paragraph_spacing", 0.2),
    "paragraphs-narrower": Step("paragraph_spacing", -0.2),
    "column-wider": Step("measure", 2),
    "column-narrower": Step("measure", -2),
}
SWITCHES: Final[Mapping[str, str]] = {"sentences": "sentence_per_line", "invisible": "invisible_characters"}
ROUNDS: Final[Mapping[str, tuple[str, int]]] = {
    "next-theme": ("theme", 1),
    "previous-theme": ("theme", -1),
    "next-font": ("font_family", 1),
    "previous-font": ("font_family", -1),
    "next-images": ("images", 1),
    "next-language": ("interface_language", 1),
}
"""Commands that go round a list of values, forwards or backwards."""


def change(
    command: str, preferences: Preferences, themes: Sequence[str] = (), fonts: Sequence[str] = ()
) -> dict[str, object]:
    """The values that a command of the group Look changes; an amount stops at its end, a list goes round."""
    if command in AMOUNTS:
        return _moved(AMOUNTS[command], preferences)
    if command in SWITCHES:
        key = SWITCHES[command]
        return {key: not getattr(preferences, key)}
    if command in ROUNDS:
        key, direction = ROUNDS[command]
        return {key: _next(_values(key, themes, fonts), getattr(preferences, key), direction)}
    if command == "text-normal":
        return {"font_size": Preferences().font_size}
    if command == "wcag-spacing":
        plain = Preferences()
        off = {key: getattr(plain, key) for key in WCAG_SPACING}
        on = {key: max(value, getattr(preferences, key)) for key, value in WCAG_SPACING.items()}
        return dict(off if has_wcag_spacing(preferences) else on)
    raise KeyError(command)


def _moved(step: Step, preferences: Preferences) -> dict[str, object]:
    amount = declarations()[step.key]
    assert isinstance(amount, Amount)  # noqa: S101 - the table above names amounts only
    value = getattr(preferences, step.key)
    move = step.amount
    if step.share:
        move = max(amount.step, round(abs(value * step.share))) * (1 if step.share > 0 else -1)
    return {step.key: min(amount.high, max(amount.low, round(value + move, 4)))}


def _values(key: str, themes: Sequence[str], fonts: Sequence[str]) -> Sequence[str]:
    if key == "theme":
        return (*themes, SYSTEM_THEME)
    if key == "font_family":
        return fonts
    choice = declarations()[key]
    assert isinstance(choice, Choice)  # noqa: S101
    words = [word for word, _label in choice.choices]
    return [word for word in words if word != "system"]


def _next(values: Sequence[str], value: str, direction: int) -> str:
    if not values:
        return value
    if value not in values:
        return values[0 if direction > 0 else -1]
    return values[(values.index(value) + direction) % len(values)]


def said(key: str, preferences: Preferences, names: Mapping[str, str]) -> str:
    """A preference and its value in words, to be announced: «Letter spacing: 0.12 em».

    `names` gives titles for values that are names, such as a theme's.
    """
    preference = declarations()[key]
    value = getattr(preferences, key)
    label = _(preference.label)
    if isinstance(preference, Amount):
        words = preference.written(value)
    elif isinstance(preference, Switch):
        words = _("on") if value else _("off")
    elif isinstance(preference, Choice):
        words = _(dict(preference.choices)[value])
    else:
        words = names.get(value, str(value))
    # Translators: a setting and its value, such as "Letter spacing: 0.12 em".
    return _("{setting}: {value}").format(setting=label, value=words)
