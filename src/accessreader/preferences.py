"""Preferences: how the reader likes it. Declared once, read by five.

From a declaration come the check of a hand-edited file, the switches of the command line, the controls of the panel,
the keys that a policy may lock, and the table in the README. To add a preference, add a field.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from accessreader.errors import PreferenceError, PreferenceProblem
from accessreader.messages import N_, _, current_language, ngettext


@dataclass(frozen=True, slots=True)
class Preference:
    """What is known of a preference beside its value: `label` (to be translated) and `group` it is shown in."""

    label: str
    group: str

    def check(self, value: object) -> object:
        """The value as it is kept.

        Raises:
            ValueError: the value cannot be had; the text says what can.
        """
        raise NotImplementedError

    def allowed(self) -> str:
        """What can be had, in the reader's language."""
        raise NotImplementedError

    def parse(self, text: str) -> object:
        """The value written as text, checked. Raises ValueError as `check` does."""
        return self.check(text)


@dataclass(frozen=True, slots=True)
class Amount(Preference):
    """A number between `low` and `high`, in whole `step`s, in a `unit`. `stops` are values with a name."""

    low: float
    high: float
    step: float
    unit: str
    stops: tuple[tuple[float, str], ...] = ()

    def check(self, value: object) -> float:
        """The number, on a whole step. Raises ValueError out of range."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(self.allowed())  # noqa: TRY004 - one kind of refusal for all preferences
        if not self.low - 1e-9 <= value <= self.high + 1e-9:
            raise ValueError(self.allowed())
        steps = round((value - self.low) / self.step)
        return float(round(self.low + steps * self.step, 4))

    def parse(self, text: str) -> float:
        """The number as written, with a point or a comma, and any minus. Raises ValueError."""
        try:
            return self.check(float(text.replace(",", ".").replace("\u2212", "-")))
        except ValueError as error:
            raise ValueError(self.allowed()) from error

    def allowed(self) -> str:
        """What can be had, in the reader's language."""
        low, high = _number(self.low), _number(self.high)
        return _("from {low} to {high} {unit}").format(low=low, high=high, unit=_(self.unit))

    def written(self, value: float) -> str:
        """A value with its unit, as the reader's language writes it: "0.12 em", «0,12 em», "66 characters"."""
        if self.unit == _CHARACTERS:
            counted = ngettext("{number} character", "{number} characters", round(value))
            return counted.format(number=_number(value))
        return _("{number} {unit}").format(number=_number(value), unit=_(self.unit))


def _number(value: float) -> str:
    text = f"{value:g}".replace("-", "\u2212")
    return text if current_language() == "en" else text.replace(".", ",")


@dataclass(frozen=True, slots=True)
class Switch(Preference):
    """On or off."""

    def check(self, value: object) -> bool:
        """The value if it is a truth value. Raises ValueError."""
        if not isinstance(value, bool):
            raise ValueError(self.allowed())  # noqa: TRY004 - one kind of refusal for all preferences
        return value

    def parse(self, text: str) -> bool:
        """on, yes, true, 1 and their opposites. Raises ValueError."""
        words = {
            "on": True,
            "yes": True,
            "true": True,
            "1": True,
            "off": False,
            "no": False,
            "false": False,
            "0": False,
        }
        if text.strip().lower() not in words:
            raise ValueError(self.allowed())
        return words[text.strip().lower()]

    def allowed(self) -> str:
        """What can be had."""
        return _("on or off")


@dataclass(frozen=True, slots=True)
class Choice(Preference):
    """One of some words; `choices` maps each to its label."""

    choices: tuple[tuple[str, str], ...]

    def check(self, value: object) -> str:
        """The word if it is one of the choices. Raises ValueError."""
        if not isinstance(value, str) or value not in dict(self.choices):
            raise ValueError(self.allowed())
        return value

    def allowed(self) -> str:
        """What can be had."""
        return _("one of {choices}").format(choices=", ".join(word for word, _label in self.choices))


@dataclass(frozen=True, slots=True)
class Name(Preference):
    """A name that is looked up elsewhere: a colour scheme, a typeface."""

    def check(self, value: object) -> str:
        """The name without blanks around it. Raises ValueError."""
        if not isinstance(value, str) or not value.strip() or len(value) > 100:
            raise ValueError(self.allowed())
        return value.strip()

    def allowed(self) -> str:
        """What can be had."""
        return _("a name")


@dataclass(frozen=True, slots=True)
class ColourCode(Preference):
    """A colour written #rrggbb."""

    def check(self, value: object) -> str:
        """The colour in lower case. Raises ValueError."""
        if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value.strip()):
            raise ValueError(self.allowed())
        return value.strip().lower()

    def allowed(self) -> str:
        """What can be had."""
        return _("a colour such as #1a2b3c")


def _declared(default: object, preference: Preference) -> Any:
    return dataclasses.field(default=default, metadata={"preference": preference})


_COLOURS: Final = N_("Colours")
_LETTERS: Final = N_("Letters")
_SPACING: Final = N_("Spacing")
_PAGE: Final = N_("Page")
_SPEECH: Final = N_("Speech")
_KAZAKH: Final = N_("Speech in Kazakh")
_RUSSIAN: Final = N_("Speech in Russian")
_ENGLISH: Final = N_("Speech in English")
_BRAILLE: Final = N_("Braille")
_PROGRAM: Final = N_("Program")
_EM: Final = N_("em")
_CHARACTERS: Final = N_("characters")
# Translators: words per minute, as short as can be.
_WPM: Final = N_("wpm")
_PERCENT: Final = N_("%")
# Translators: milliseconds.
_MS: Final = N_("ms")
# Translators: cells of braille, as in "from 8 to 80 cells".
_CELLS: Final = N_("cells")
# Translators: rows of braille on a page, as in "from 5 to 60 rows".
_ROWS: Final = N_("rows")

AUTOMATIC: Final = "automatic"
"""The name of a voice or of a sound device that the program chooses."""


def _voice(label: str, group: str) -> Any:
    return _declared(AUTOMATIC, Name(label, group))


def _rate(label: str, group: str) -> Any:
    return _declared(180.0, Amount(label, group, 80, 900, 10, _WPM))


def _pitch(label: str, group: str) -> Any:
    return _declared(50.0, Amount(label, group, 0, 100, 5, _PERCENT))


def _volume(label: str, group: str) -> Any:
    return _declared(100.0, Amount(label, group, 5, 100, 5, _PERCENT))


def _pause(at_first: float, label: str) -> Any:
    return _declared(at_first, Amount(label, _SPEECH, 0, 3000, 50, _MS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The reader's preferences. Every value has passed its check."""

    theme: str = _declared("black-on-white", Name(N_("Colour scheme"), _COLOURS))
    own_text: str = _declared("#1a1a1a", ColourCode(N_("Own text colour"), _COLOURS))
    own_background: str = _declared("#fdf6e3", ColourCode(N_("Own background colour"), _COLOURS))
    font_family: str = _declared("Noto Sans", Name(N_("Font"), _LETTERS))
    font_size: float = _declared(18.0, Amount(N_("Text size"), _LETTERS, 12, 200, 1, N_("pt")))
    letter_spacing: float = _declared(
        0.0,
        Amount(
            N_("Letter spacing"), _SPACING, -0.02, 0.5, 0.01, _EM,
            ((0.0, N_("Normal")), (0.06, N_("Medium")), (0.12, N_("WCAG")), (0.2, N_("Large"))),
        ),
    )  # fmt: skip
    word_spacing: float = _declared(
        0.0,
        Amount(N_("Word spacing"), _SPACING, 0, 1, 0.02, _EM, ((0.0, N_("Normal")), (0.16, N_("WCAG")))),
    )
    line_height: float = _declared(
        1.5,
        Amount(N_("Line height"), _SPACING, 1, 4, 0.1, N_("of the text size"), ((1.5, N_("WCAG")),)),
    )
    paragraph_spacing: float = _declared(
        1.0, Amount(N_("Paragraph spacing"), _SPACING, 0, 4, 0.1, _EM, ((2.0, N_("WCAG")),))
    )
    measure: float = _declared(66.0, Amount(N_("Column width"), _PAGE, 30, 80, 1, _CHARACTERS))
    images: str = _declared(
        "shown",
        Choice(
            N_("Images"), _PAGE,
            (("shown", N_("Shown")), ("greyscale", N_("Without colour")),
             ("description", N_("Description only")), ("hidden", N_("Hidden"))),
        ),
    )  # fmt: skip
    smooth_scrolling: bool = _declared(default=True, preference=Switch(N_("Smooth scrolling"), _PAGE))
    sentence_per_line: bool = _declared(default=False, preference=Switch(N_("One sentence a line"), _PAGE))
    invisible_characters: bool = _declared(default=False, preference=Switch(N_("Show invisible characters"), _PAGE))
    speech_highlight: str = _declared(
        "both",
        Choice(
            N_("Mark what is read aloud"), _SPEECH,
            (("both", N_("Sentence and word")), ("sentence", N_("Sentence only")), ("word", N_("Word only")),
             ("off", N_("Mark nothing"))),
        ),
    )  # fmt: skip
    speech_follow: bool = _declared(default=True, preference=Switch(N_("Keep what is read aloud in sight"), _SPEECH))
    speech_structure: bool = _declared(
        default=True, preference=Switch(N_("Say what is a heading, a list, a quotation, a picture"), _SPEECH)
    )
    speech_links: bool = _declared(default=False, preference=Switch(N_("Say where a link begins"), _SPEECH))
    speech_beside_reader: bool = _declared(
        default=False, preference=Switch(N_("Read aloud beside a screen reader too"), _SPEECH)
    )
    speech_of_program: bool = _declared(
        default=False, preference=Switch(N_("Say aloud what happens in the program"), _SPEECH)
    )
    speech_device: str = _declared(AUTOMATIC, Name(N_("Sound device"), _SPEECH))
    speech_pause_comma: float = _pause(150.0, N_("Pause at a comma"))
    speech_pause_sentence: float = _pause(350.0, N_("Pause after a sentence"))
    speech_pause_paragraph: float = _pause(600.0, N_("Pause after a paragraph"))
    speech_pause_heading: float = _pause(800.0, N_("Pause after a heading"))
    speech_voice_kk: str = _voice(N_("Kazakh voice"), _KAZAKH)
    speech_rate_kk: float = _rate(N_("Kazakh rate"), _KAZAKH)
    speech_pitch_kk: float = _pitch(N_("Kazakh pitch"), _KAZAKH)
    speech_volume_kk: float = _volume(N_("Kazakh volume"), _KAZAKH)
    speech_voice_ru: str = _voice(N_("Russian voice"), _RUSSIAN)
    speech_rate_ru: float = _rate(N_("Russian rate"), _RUSSIAN)
    speech_pitch_ru: float = _pitch(N_("Russian pitch"), _RUSSIAN)
    speech_volume_ru: float = _volume(N_("Russian volume"), _RUSSIAN)
    speech_voice_en: str = _voice(N_("English voice"), _ENGLISH)
    speech_rate_en: float = _rate(N_("English rate"), _ENGLISH)
    speech_pitch_en: float = _pitch(N_("English pitch"), _ENGLISH)
    speech_volume_en: float = _volume(N_("English volume"), _ENGLISH)
    braille_strip: bool = _declared(default=False, preference=Switch(N_("Braille under the article"), _BRAILLE))
    braille_strip_cells: float = _declared(40.0, Amount(N_("Cells under the article"), _BRAILLE, 8, 80, 1, _CELLS))
    braille_contracted_ru: bool = _declared(
        default=False, preference=Switch(N_("Contracted braille in Russian"), _BRAILLE)
    )
    braille_contracted_en: bool = _declared(
        default=False, preference=Switch(N_("Contracted braille in English"), _BRAILLE)
    )
    braille_row_cells: float = _declared(40.0, Amount(N_("Cells in a row of a page"), _BRAILLE, 12, 80, 1, _CELLS))
    braille_page_rows: float = _declared(25.0, Amount(N_("Rows on a page"), _BRAILLE, 5, 60, 1, _ROWS))
    interface_language: str = _declared(
        "system",
        Choice(
            N_("Language of the program"), _PROGRAM,
            (("system", N_("As the system")), ("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")),
        ),
    )  # fmt: skip
    letter_keys: bool = _declared(
        default=True, preference=Switch(N_("Single letters move in the article: H headings, K links"), _PROGRAM)
    )
    remember_pages: bool = _declared(default=True, preference=Switch(N_("Remember recent pages"), _PROGRAM))
    first_questions: bool = _declared(
        default=True, preference=Switch(N_("Ask the first questions at the start"), _PROGRAM)
    )


def declarations() -> dict[str, Preference]:
    """Every preference's declaration, by its key, in the order of the panel."""
    return {field.name: field.metadata["preference"] for field in dataclasses.fields(Preferences)}


def checked(key: str, value: object) -> object:
    """The value as `Preferences` keeps it.

    Raises:
        PreferenceError: there is no such preference, or it cannot have the value.
    """
    return _refusing(key, value, lambda preference: preference.check(value))


def parsed(key: str, text: str) -> object:
    """The value written as text on a command line, checked. Raises PreferenceError as `checked` does."""
    return _refusing(key, text, lambda preference: preference.parse(text))


def _refusing(key: str, value: object, check: Callable[[Preference], object]) -> object:
    preference = declarations().get(key)
    if preference is None:
        raise PreferenceError(key, PreferenceProblem.UNKNOWN, value)
    try:
        return check(preference)
    except ValueError as error:
        raise PreferenceError(key, PreferenceProblem.VALUE, value, str(error)) from error


def changed(preferences: Preferences, **values: object) -> Preferences:
    """The preferences with some values changed, each checked. Raises PreferenceError as `checked` does."""
    kept: dict[str, Any] = {key: checked(key, value) for key, value in values.items()}
    return dataclasses.replace(preferences, **kept)


def layered(
    layers: Iterable[Mapping[str, object]],
) -> tuple[Preferences, tuple[PreferenceError, ...]]:
    """Preferences from several mappings, later ones over earlier ones, and what was refused on the way.

    A refused value leaves what the layers below had.
    """
    values: dict[str, Any] = {}
    refused: list[PreferenceError] = []
    for layer in layers:
        for key, value in layer.items():
            try:
                values[key] = checked(key, value)
            except PreferenceError as error:
                refused.append(error)
    return Preferences(**values), tuple(refused)


WCAG_SPACING: Final[Mapping[str, float]] = {
    "line_height": 1.5,
    "paragraph_spacing": 2.0,
    "letter_spacing": 0.12,
    "word_spacing": 0.16,
}
"""The four figures of WCAG 2.2, criterion 1.4.12."""


def has_wcag_spacing(preferences: Preferences) -> bool:
    """Whether all four spacings are at the figures of WCAG 1.4.12 or wider."""
    return all(getattr(preferences, key) >= value - 1e-9 for key, value in WCAG_SPACING.items())
