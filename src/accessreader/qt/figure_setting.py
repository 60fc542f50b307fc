"""A figure into its layout: the picture in the column, and under it, always, what it shows and its caption."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QRectF, QSize

from accessreader.article import Block, Figure, Run, joined
from accessreader.messages import _
from accessreader.qt.layout import PartLayout, Shape
from accessreader.qt.typesetting import Manner, set_piece
from accessreader.qt.typography import Typography

_LARGEST_ENLARGEMENT = 3.0


def picture_name(figure: Figure) -> str:
    """What a picture is called where one does not look at it: what it shows, or what is said of it."""
    return figure.alternative or joined(figure.caption) or _("Picture without a description")


def picture_size(natural: QSize, typography: Typography) -> tuple[float, float]:
    """The size in which a picture is shown: the column's width, no higher than most of the window, not blown up."""
    wide, high = max(1, natural.width()), max(1, natural.height())
    tallest = max(80.0, 0.75 * typography.height)
    scale = min(typography.column / wide, tallest / high, _LARGEST_ENLARGEMENT)
    return (max(1.0, wide * scale), max(1.0, high * scale))


def set_figure(
    block: Block,
    typography: Typography,
    pictures: Mapping[str, QSize],
    layout: PartLayout,
    *,
    wanted: Callable[[str], bool],
) -> float:
    """Fill the layout with a figure; answer its height. `wanted` says whether a picture may yet come."""
    figure = cast("Figure", block)
    mode = typography.appearance.images
    boxed = mode == "description"
    inset = min(0.8 * typography.em, 0.05 * typography.column) if boxed else 0.0
    y = inset
    if mode in ("shown", "greyscale"):
        y += _set_picture(figure, typography, pictures, layout, wanted=wanted)
    height = _set_words(figure, typography, layout, y=y, inset=inset) + inset
    if boxed:
        layout.shapes.insert(0, Shape("frame", QRectF(0, 0, typography.column, height), "surface"))
    return height


def _set_picture(
    figure: Figure,
    typography: Typography,
    pictures: Mapping[str, QSize],
    layout: PartLayout,
    *,
    wanted: Callable[[str], bool],
) -> float:
    natural = pictures.get(figure.source)
    if natural is None and not wanted(figure.source):
        return 0.0
    width, height = picture_size(natural or QSize(1600, 900), typography)
    layout.shapes.append(Shape("picture", QRectF(0, 0, width, height), "surface", figure.source))
    return height + 0.45 * typography.em


def _set_words(figure: Figure, typography: Typography, layout: PartLayout, *, y: float, inset: float) -> float:
    """The label, the alternative and the caption, from `y` down; answers where they end."""
    ink = "surface_text" if inset else "quiet"
    width = typography.column - 2 * inset
    sighted = any(shape.kind == "picture" for shape in layout.shapes)
    if not sighted or figure.alternative:
        # Translators: stands small above what a picture shows
        words = _("Picture") if figure.text else _("Picture without a description")
        label = set_piece((Run(words),), 0, width, typography=typography,
                          manner=Manner(scale=0.72, strong=True, role=ink))  # fmt: skip
        label.shift(inset, y)
        layout.labels.append(label)
        y += label.height
    for runs, start in _texts(figure):
        role = "text" if runs is figure.caption else "quiet"
        small = set_piece(runs, start, width, typography=typography,
                          manner=Manner(scale=0.9, role="surface_text" if inset else role))  # fmt: skip
        small.shift(inset, y)
        layout.pieces.append(small)
        y += small.height if figure.text else 0.0
    return y


def _texts(figure: Figure) -> list[tuple[tuple[Run, ...], int]]:
    """The alternative and the caption, each with its offset, as `Figure.text` has them."""
    caption = joined(figure.caption)
    if figure.text == caption:
        return [(figure.caption, 0)]
    if not caption:
        return [((Run(figure.alternative),), 0)]
    return [((Run(figure.alternative),), 0), (figure.caption, figure.caption_start)]
