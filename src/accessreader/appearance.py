"""Preferences and a colour scheme, resolved for the eye: all that the view needs and nothing it must look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accessreader.preferences import Preferences
from accessreader.theme import Colour, Theme, make_theme, nearest

OWN_THEME = "own"
SYSTEM_THEME = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How an article looks. Lengths in em of the text size, `font_size` in points, `measure` in characters."""

    theme: Theme
    font_family: str
    font_size: float
    letter_spacing: float
    word_spacing: float
    line_height: float
    paragraph_spacing: float
    measure: float
    images: str
    smooth_scrolling: bool
    sentence_per_line: bool
    invisible_characters: bool


def own_theme(preferences: Preferences) -> Theme:
    """The scheme of the reader's own two colours.

    The text moves to the nearest colour of 7:1 when it must; on a middling ground, where none has that, the ground too.
    """
    background = Colour.parse(preferences.own_background)
    text = nearest(Colour.parse(preferences.own_text), (background,))
    background = nearest(background, (text,))
    titles = {"en": "Own colours", "ru": "Свои цвета", "kk": "Өз түстерім"}
    return make_theme(OWN_THEME, titles, {"text": text, "background": background})


def theme_of(preferences: Preferences, themes: Mapping[str, Theme], system: Theme | None = None) -> Theme:
    """The scheme that the preferences name; black on white for a name that is not there (any more)."""
    if preferences.theme == OWN_THEME:
        return own_theme(preferences)
    if preferences.theme == SYSTEM_THEME and system is not None:
        return system
    fallback = themes.get("black-on-white") or make_theme(
        "black-on-white", {}, {"text": Colour(0, 0, 0), "background": Colour(255, 255, 255)}
    )
    return themes.get(preferences.theme, fallback)


def appearance(preferences: Preferences, themes: Mapping[str, Theme], system: Theme | None = None) -> Appearance:
    """How an article looks for a reader with these preferences. `system` is the system's own scheme, if known."""
    return Appearance(
        theme=theme_of(preferences, themes, system),
        font_family=preferences.font_family,
        font_size=preferences.font_size,
        letter_spacing=preferences.letter_spacing,
        word_spacing=preferences.word_spacing,
        line_height=preferences.line_height,
        paragraph_spacing=preferences.paragraph_spacing,
        measure=preferences.measure,
        images=preferences.images,
        smooth_scrolling=preferences.smooth_scrolling,
        sentence_per_line=preferences.sentence_per_line,
        invisible_characters=preferences.invisible_characters,
    )
