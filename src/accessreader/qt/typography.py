"""An appearance in pixels: fonts, heights of lines, the column, for one window.

Why a cap: at 200 points in a narrow window a single letter would be wider than the window. A letter is never set wider
than the column, so that there is never a second direction to scroll in.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from accessreader.appearance import Appearance

# What a column is measured with: text of the three languages, with its blanks.
_SAMPLE: Final = (
    "Сенат жалпы отырысында заң жобасын қарады және қабылдады. "
    "Депутаты рассмотрели и приняли закон на заседании. "
    "The deputies considered and adopted the bill at the session."
)
_HEADINGS: Final = (1.6, 1.35, 1.2, 1.1, 1.0, 1.0)
_WIDEST_LETTER: Final = 1.3
"""The widest letters of our alphabets (Щ, Ж, the em dash) in em, bold."""

_LEAST_INDENT: Final = 0.2
"""What is left beside the widest letter, in em."""

FIXED_FAMILIES: Final = ("Noto Sans Mono", "DejaVu Sans Mono", "Cascadia Mono", "Menlo", "monospace")
FALLBACK_FAMILIES: Final = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "sans-serif")


class Typography:
    """Lengths in pixels for an appearance in a viewport of some size. Immutable once made."""

    def __init__(self, appearance: Appearance, dpi: float, width: int, height: int) -> None:
        self.appearance = appearance
        self.theme = appearance.theme
        self.width = width
        self.height = height
        self._fonts: dict[tuple[float, bool, bool, bool], QFont] = {}
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        wanted = appearance.font_size * dpi / 72
        self.padding = max(12.0, min(2.0 * wanted, 0.06 * width))
        available = max(24.0, width - 2 * self.padding)
        self._largest = max(6.0, available / (_WIDEST_LETTER + _LEAST_INDENT + max(0.0, appearance.letter_spacing)))
        self.em = min(wanted, self._largest)
        metrics = self.metrics()
        self.character = max(1.0, metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE))
        self.column = min(available, appearance.measure * self.character)
        self.left = (width - self.column) / 2
        self.gap = appearance.paragraph_spacing * self.em
        self.indent = min(1.7 * self.em, 0.14 * self.column)
        widest = _WIDEST_LETTER + max(0.0, appearance.letter_spacing)
        self.spare = max(0.0, self.column - widest * self.em)
        """How far a text can be indented with room for a letter beside it."""

    def size(self, scale: float) -> float:
        """A multiple of the text size, in pixels, that the column can hold."""
        return min(scale * self.em, self._largest)

    def heading_scale(self, level: int) -> float:
        """How much larger than the text a heading is set."""
        return _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]

    def font(self, scale: float = 1.0, *, strong: bool = False, emphasis: bool = False, fixed: bool = False) -> QFont:
        """The reader's typeface at a multiple of the text size, spaced as they wish."""
        key = (scale, strong, emphasis, fixed)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = self._make_font(scale, strong=strong, emphasis=emphasis, fixed=fixed)
        return found

    def _make_font(self, scale: float, *, strong: bool, emphasis: bool, fixed: bool) -> QFont:
        font = QFont()
        font.setFamilies([*FIXED_FAMILIES] if fixed else [self.appearance.font_family, *FALLBACK_FAMILIES])
        size = self.size(scale)
        font.setPixelSize(max(1, round(size)))
        font.setWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
        font.setItalic(emphasis)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if self.appearance.letter_spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.appearance.letter_spacing * size)
        if self.appearance.word_spacing:
            font.setWordSpacing(self.appearance.word_spacing * size)
        return font

    def metrics(self, scale: float = 1.0, *, strong: bool = False) -> QFontMetricsF:
        """The measures of `font`."""
        key = (scale, strong)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(self.font(scale, strong=strong))
        return found

    def line(self, scale: float = 1.0) -> float:
        """From one line of text to the next."""
        return self.appearance.line_height * self.size(scale)
