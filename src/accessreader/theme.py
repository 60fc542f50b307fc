"""Colour schemes: colours by meaning, never by widget, with a contrast that is promised.

A scheme file gives a name, titles in three languages, and at least `text` and `background`. Every role that it leaves
out is worked out from those two so that the promise holds: text on what it stands on is 7:1 or better, what must be
seen but not read (`focus`, `border`) 3:1 or better. `Theme.pairs()` lists what is promised, for tests and for the
reader's own colours.

Contrast is WCAG 2.2's: (L1 + 0.05) / (L2 + 0.05) of the relative luminances, sRGB.
"""

from __future__ import annotations

import colorsys
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Final

from accessreader import resources
from accessreader.errors import ResourceFileError
from accessreader.messages import current_language
from accessreader.own_files import own_texts

TEXT_CONTRAST: Final = 7.0
SHAPE_CONTRAST: Final = 3.0


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of sRGB, 0 to 255 a channel."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """The colour written as #rrggbb or #rgb.

        Raises:
            ValueError: it is not written so.
        """
        found = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text.strip())
        if found is None:
            raise ValueError(text)
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return cls(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """The relative luminance of WCAG 2.2, 0 to 1."""
        return 0.2126 * _LINEAR[self.red] + 0.7152 * _LINEAR[self.green] + 0.0722 * _LINEAR[self.blue]

    def mixed(self, other: Colour, share: float) -> Colour:
        """This colour with `share` (0 to 1) of another."""
        pairs = ((self.red, other.red), (self.green, other.green), (self.blue, other.blue))
        return Colour(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))


BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


_LINEAR: Final = tuple(_linear(channel / 255) for channel in range(256))
"""Kept because a program that starts asks for some thousands of contrasts."""


@lru_cache(maxsize=4096)
def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: Colour, on: Iterable[Colour], ratio: float = TEXT_CONTRAST) -> Colour:
    """The colour of the same hue nearest to `colour` that has at least `ratio` on each of `on`.

    Lightness moves first, up or down, whichever is nearer; saturation only gives way at the ends. Black or white,
    whichever is better, where none does.
    """
    grounds = tuple(on)

    def worst(candidate: Colour) -> float:
        return min(contrast(candidate, ground) for ground in grounds)

    if worst(colour) >= ratio:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(colour.red / 255, colour.green / 255, colour.blue / 255)
    for step in range(1, 256):
        for direction in (-1, 1):
            light = lightness + direction * step / 255
            if 0 <= light <= 1:
                red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
                candidate = Colour(round(red * 255), round(green * 255), round(blue * 255))
                if worst(candidate) >= ratio:
                    return candidate
    return max((BLACK, WHITE), key=worst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A colour scheme. `titles` maps languages to its name for people; the rest are roles."""

    name: str
    titles: Mapping[str, str]
    text: Colour
    background: Colour
    heading: Colour
    link: Colour
    visited: Colour
    quiet: Colour
    surface: Colour
    surface_text: Colour
    accent: Colour
    accent_text: Colour
    selection: Colour
    selection_text: Colour
    finding: Colour
    finding_text: Colour
    current: Colour
    current_text: Colour
    reading: Colour
    reading_text: Colour
    spoken: Colour
    spoken_text: Colour
    notice: Colour
    notice_text: Colour
    focus: Colour
    border: Colour

    @property
    def title(self) -> str:
        """The scheme's name in the language of the interface."""
        return self.titles.get(current_language()) or self.titles.get("en") or self.name

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.text.luminance > self.background.luminance

    def pairs(self) -> tuple[tuple[str, str, float], ...]:
        """(what is seen, on what, the least ratio), for every pair that the program ever paints."""
        text = (
            ("text", "background"), ("heading", "background"), ("link", "background"), ("visited", "background"),
            ("quiet", "background"), ("surface_text", "surface"), ("accent_text", "accent"),
            ("selection_text", "selection"), ("finding_text", "finding"), ("current_text", "current"),
            ("reading_text", "reading"), ("spoken_text", "spoken"), ("notice_text", "notice"),
        )  # fmt: skip
        shapes = (
            ("focus", "background"), ("focus", "surface"), ("border", "background"), ("border", "surface"),
            ("spoken", "reading"),
        )  # fmt: skip
        return (
            *((a, b, TEXT_CONTRAST) for a, b in text),
            *((a, b, SHAPE_CONTRAST) for a, b in shapes),
        )


ROLES: Final = tuple(field.name for field in fields(Theme) if field.name not in ("name", "titles"))


def make_theme(name: str, titles: Mapping[str, str], colours: Mapping[str, Colour]) -> Theme:
    """A whole scheme from `text`, `background` and whatever other roles are given; the rest is worked out."""
    given = dict(colours)
    text, background = given["text"], given["background"]
    dark = text.luminance > background.luminance
    surface = given.setdefault("surface", _tinted(background, text, 0.07, text))
    accent_wish = given.get("link", Colour(0x9E, 0xC8, 0xFF) if dark else Colour(0x0B, 0x4F, 0x9E))
    given.setdefault("heading", text)
    given.setdefault("link", nearest(accent_wish, (background,)))
    given.setdefault(
        "visited",
        nearest(Colour(0xD3, 0xB5, 0xFF) if dark else Colour(0x5A, 0x2A, 0x82), (background,)),
    )
    given.setdefault("quiet", nearest(text.mixed(background, 0.25), (background,)))
    given.setdefault("surface_text", nearest(text, (surface,)))
    accent = given.setdefault("accent", given["link"])
    grounds = {
        "selection": text,
        "finding": Colour(0xFF, 0xE0, 0x66) if not dark else Colour(0x5C, 0x4A, 0x00),
        "current": Colour(0xFF, 0xB0, 0x3B) if not dark else Colour(0xFF, 0xD5, 0x4A),
        "reading": _tinted(background, accent, 0.16, text),
        "notice": Colour(0xFF, 0xF1, 0xC9) if not dark else Colour(0x42, 0x33, 0x00),
    }
    for role, ground in grounds.items():
        given.setdefault(role, ground)
    given.setdefault("spoken", _standing_out(accent, given["reading"], text))
    for role in ("accent", "spoken", *grounds):
        given.setdefault(
            f"{role}_text",
            nearest(background if role in ("accent", "spoken", "selection") else text, (given[role],)),
        )
    for role in ("focus", "border"):
        wish = accent if role == "focus" else text.mixed(background, 0.45)
        given.setdefault(role, nearest(wish, (background, surface), SHAPE_CONTRAST))
    return Theme(name=name, titles=dict(titles), **{role: given[role] for role in ROLES})


def _tinted(background: Colour, tint: Colour, share: float, text: Colour) -> Colour:
    """The background with a share of a tint: as much of it as leaves a colour like the text's readable."""
    for part in (share, share / 2, share / 4):
        ground = background.mixed(tint, part)
        if contrast(nearest(text, (ground,)), ground) >= TEXT_CONTRAST:
            return ground
    return background


def _standing_out(wish: Colour, ground: Colour, text: Colour) -> Colour:
    """The wished colour where it is seen on a ground and can be written on, else the text's own, which always is."""
    seen = contrast(wish, ground) >= SHAPE_CONTRAST
    written_on = max(contrast(wish, BLACK), contrast(wish, WHITE)) >= TEXT_CONTRAST
    return wish if seen and written_on else nearest(text, (ground,))


def parse_theme(text: str, path: str) -> Theme:
    """The scheme written in a TOML file; `path` names it in errors, its stem is the scheme's name.

    Raises:
        ResourceFileError: it is no TOML, lacks `text` or `background`, has an unknown role or a pair below its promise.
    """
    name = Path(path).stem
    try:
        table = tomllib.loads(text)
        colours = {_role(role): Colour.parse(value) for role, value in table["colours"].items()}
        theme = make_theme(name, table.get("title", {}), colours)
    except (KeyError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise ResourceFileError(path, str(error)) from error
    for seen, ground, ratio in theme.pairs():
        found = contrast(getattr(theme, seen), getattr(theme, ground))
        if found < ratio:
            raise ResourceFileError(path, f"{seen} / {ground}: {found:.2f} < {ratio:g}")
    return theme


def _role(name: str) -> str:
    if name not in ROLES:
        raise ValueError(name)
    return name


def load_themes(own: Path | None = None) -> tuple[dict[str, Theme], tuple[ResourceFileError, ...]]:
    """The schemes that came with the program and those in the reader's folder `own`, by name, and what was refused."""
    ours = ((name, resources.read_text(name)) for name in resources.names("themes", ".toml"))
    theirs, unread = own_texts(own)
    refused = list(unread)
    themes: dict[str, Theme] = {}
    for path_name, text in (*ours, *((str(path), text) for path, text in theirs)):
        try:
            theme = parse_theme(text, path_name)
        except ResourceFileError as error:
            refused.append(error)
        else:
            themes[theme.name] = theme
    ordered = sorted(themes.values(), key=lambda theme: _ORDER.get(theme.name, len(_ORDER)))
    return {theme.name: theme for theme in ordered}, tuple(refused)


_ORDER: Final = {
    name: place
    for place, name in enumerate(
        ("black-on-white", "white-on-black", "dark-blue-on-light-blue", "brown-on-beige", "green-on-dark-brown",
         "yellow-on-black", "low-luminance")
    )
}  # fmt: skip
