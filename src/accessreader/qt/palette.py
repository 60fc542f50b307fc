"""A colour scheme and a type size, as Qt knows them: a palette and a font.

Every widget is painted from its palette alone, so a palette is the whole look: `application.setPalette(palette(theme))`
recolours everything that is open, at once, with no style sheet to work out again (42 ms for 180 controls, against 4).
Qt has no role for a border or a ring of focus, so a few of its roles that nothing else needs carry them: see `ROLES`.

Disabled controls have the colours of the others, for people must be able to read them; `style` says "disabled" by a
dashed border and slanted letters.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

from accessreader.appearance import SYSTEM_THEME
from accessreader.preferences import Preferences
from accessreader.theme import BLACK, WHITE, Colour, Theme, make_theme, nearest

_Role = QPalette.ColorRole

BORDER: Final = _Role.Mid
FOCUS: Final = _Role.Dark
ACCENT: Final = _Role.Accent
ACCENT_TEXT: Final = _Role.BrightText
QUIET: Final = _Role.PlaceholderText
NOTICE: Final = _Role.ToolTipBase
NOTICE_TEXT: Final = _Role.ToolTipText

ROLES: Final = {
    _Role.Window: "surface",
    _Role.WindowText: "surface_text",
    _Role.Base: "background",
    _Role.Text: "text",
    _Role.AlternateBase: "surface",
    _Role.Button: "background",
    _Role.ButtonText: "text",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "selection_text",
    _Role.Link: "link",
    _Role.LinkVisited: "visited",
    _Role.Light: "background",
    _Role.Midlight: "surface",
    _Role.Shadow: "border",
    BORDER: "border",
    FOCUS: "focus",
    ACCENT: "accent",
    ACCENT_TEXT: "accent_text",
    QUIET: "quiet",
    NOTICE: "notice",
    NOTICE_TEXT: "notice_text",
}
"""Which role of a scheme each role of a palette carries."""

SMALLEST_POINTS: Final = 11.0
ORDINARY_TEXT: Final = 18.0
DAMPING: Final = 0.6
LETTERS_A_LINE: Final = 15


def colour(value: Colour) -> QColor:
    """The colour as Qt knows it."""
    return QColor(value.red, value.green, value.blue)


def palette(theme: Theme) -> QPalette:
    """The palette that shows a scheme. Its three groups are alike: see the module's word on disabled controls."""
    out = QPalette()
    for role, name in ROLES.items():
        out.setColor(role, colour(getattr(theme, name)))
    return out


def system_theme(system: QPalette | None = None) -> Theme:
    """The scheme of the system's palette, its text moved to the nearest colours of 7:1.

    Where the system wishes high contrast, or is dark and its palette is not (see `heed_system`), black and white.
    """
    worn = system if system is not None else _system_palette()
    background, surface = _parsed(worn.color(_Role.Base)), _parsed(worn.color(_Role.Window))
    text = _parsed(worn.color(_Role.Text))
    is_dark = text.luminance > background.luminance
    dark = is_dark if _wished["dark"] is None else _wished["dark"]
    if _wished["contrast"] or dark is not is_dark:
        colours = _plain_colours(dark=dark, pure=bool(_wished["contrast"]))
    else:
        colours = {
            "background": background,
            "text": nearest(text, (background,)),
            "surface": surface,
            "surface_text": nearest(_parsed(worn.color(_Role.WindowText)), (surface,)),
            "link": nearest(_parsed(worn.color(_Role.Link)), (background,)),
        }
    return make_theme(SYSTEM_THEME, {"en": "As the system", "ru": "Как в системе", "kk": "Жүйедегідей"}, colours)


_wished: Final[dict[str, bool | None]] = {"dark": None, "contrast": False}


def heed_system(*, dark: bool | None, contrast: bool) -> None:
    """Know what the system wishes and its palette need not show: a dark ground (None: who knows), high contrast."""
    _wished.update(dark=dark, contrast=contrast)


def _plain_colours(*, dark: bool, pure: bool) -> dict[str, Colour]:
    """White on black or black on white; where that need not be `pure`, a little less of both on a dark ground."""
    ground, ink = (BLACK, WHITE) if dark else (WHITE, BLACK)
    if pure:
        return {"background": ground, "text": ink, "surface": ground}
    return {"background": ground.mixed(ink, 0.08), "text": ink} if dark else {"background": ground, "text": ink}


def _system_palette() -> QPalette:
    """The system's palette, whatever palette the program wears; asked for again when the system turns dark or light.

    Why kept: to ask, the program must take its own palette off, and every widget hears of that.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        return QPalette()
    manner = QGuiApplication.styleHints().colorScheme().name
    if manner not in _system_palettes:
        worn = QPalette(application.palette())
        application.setPalette(QPalette())
        _system_palettes[manner] = QPalette(application.palette())
        application.setPalette(worn)
    return _system_palettes[manner]


_system_palettes: Final[dict[str, QPalette]] = {}


def forget_system() -> None:
    """Ask for the system's palette again when it is needed next: the system has changed."""
    _system_palettes.clear()


def _parsed(value: QColor) -> Colour:
    return Colour(value.red(), value.green(), value.blue())


def interface_points(text_points: float) -> float:
    """The type size of the interface, in points, beside article text of `text_points`.

    11 up to a text of 18; from there 11 · (text / 18)^0.6 to half a point, so 16.5 beside 36, 25 beside 72, 46.5
    beside 200.

    Why damped: whoever needs the text at 72 points needs larger controls too, but four words of a button at 72 points
    fill a screen and leave nothing to read.
    """
    return round(2 * SMALLEST_POINTS * float(max(1.0, text_points / ORDINARY_TEXT) ** DAMPING)) / 2


def interface_font(preferences: Preferences, width: int = 0) -> QFont:
    """The font of the interface: the reader's own face, at the size that goes with the text.

    `width`, in pixels, is that of the narrowest window or panel to be set in it: the size gives way until fifteen
    letters go into a line, but never below 11 points. 0 is no limit.
    """
    font = QFont(preferences.font_family)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(interface_points(preferences.font_size))
    if width > 0:
        letter = QFontMetricsF(font).averageCharWidth()
        points = font.pointSizeF() * min(1.0, width / (LETTERS_A_LINE * max(letter, 1.0)))
        font.setPointSizeF(max(SMALLEST_POINTS, points))
    return font
