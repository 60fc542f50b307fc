"""A part of an article into its layout: what each kind of block looks like.

One function a kind, each filling a `PartLayout` from the top down and returning the height it has used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

from PySide6.QtCore import QRectF, QSize

from accessreader.article import Block, Heading, ListItem, Run, Runs, Video
from accessreader.messages import _
from accessreader.qt.figure_setting import set_figure
from accessreader.qt.layout import Mark, PartLayout, Piece, Shape
from accessreader.qt.parts import Part
from accessreader.qt.table_setting import set_signs, set_table
from accessreader.qt.typesetting import PLAIN, Manner, set_piece
from accessreader.qt.typography import Typography
from accessreader.sentences import sentence_ends

_BULLETS: Final = ("•", "◦", "▪")
_PLAY: Final = "▶"


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting needs beside the block: measures, neighbours' kinds, and the sizes of pictures that have come."""

    typography: Typography
    language: str
    pictures: Mapping[str, QSize]
    before: str = ""
    after: str = ""
    byline: bool = False
    letters: tuple[tuple[int, int], ...] = ()
    wanted: Callable[[str], bool] = bool


def cut_runs(runs: Runs, start: int, end: int) -> Runs:
    """The runs of the characters from `start` to `end`."""
    out: list[Run] = []
    at = 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        if low < high:
            out.append(run if high - low == len(run.text) else replace(run, text=run.text[low:high]))
        at += len(run.text)
    return tuple(out)


def set_part(block: Block, part: Part, setting: Setting) -> PartLayout:
    """The part, laid out."""
    layout = PartLayout()
    above, below = _spaces(block, part, setting)
    height = _SETTERS[block.kind](block, part, setting, layout)
    for piece in (*layout.pieces, *layout.labels):
        piece.shift(0, above)
    layout.shapes = [replace(shape, rect=shape.rect.translated(0, above)) for shape in layout.shapes]
    layout.marks = [replace(mark, baseline=mark.baseline + above) for mark in layout.marks]
    _stretch_bar(block, layout, below, setting)
    return layout.close(above + height + below)


def _spaces(block: Block, part: Part, setting: Setting) -> tuple[float, float]:
    typography = setting.typography
    gap, em = typography.gap, typography.em
    above = below = 0.0
    if isinstance(block, Heading):
        size = typography.size(typography.heading_scale(block.level))
        above = 0.0 if not setting.before or setting.before == "heading" else max(0.4 * em, 1.5 * size - gap)
        below = max(0.3 * size, 0.5 * gap)
    elif block.kind == "list_item" and setting.after == "list_item":
        below = 0.45 * gap
    elif block.kind in ("figure", "table", "divider"):
        above, below = 0.4 * em, gap + 0.4 * em
    else:
        below = gap
    if setting.byline:
        below += 0.5 * em
    return (above if part.opens else 0.0, below if part.closes else 0.0)


def _stretch_bar(block: Block, layout: PartLayout, below: float, setting: Setting) -> None:
    """The bar of a quotation runs through to the next paragraph of the same quotation."""
    if block.kind == "quotation" and setting.after == "quotation":
        layout.shapes = [
            replace(shape, rect=shape.rect.adjusted(0, 0, 0, below + 1)) if shape.kind == "bar" else shape
            for shape in layout.shapes
        ]


def _breaks(text: str, block: Block, setting: Setting) -> tuple[int, ...]:
    if not setting.typography.appearance.sentence_per_line:
        return ()
    out: list[int] = []
    for end in sentence_ends(text, block.language or setting.language):
        after = end
        while after < len(text) and text[after] in " \u00a0":
            after += 1
        if after > end:
            out.append(after - 1)
    return tuple(out)


def _set_text(block: Block, part: Part, setting: Setting, *, manner: Manner = PLAIN, indent: float = 0.0) -> Piece:
    typography = setting.typography
    whole = part.opens and part.closes
    runs = block.runs if whole else cut_runs(block.runs, part.start, part.end)
    text = block.text if whole else block.text[part.start : part.end]
    manner = replace(manner, breaks=_breaks(text, block, setting))
    piece = set_piece(runs, part.start, typography.column - indent, typography=typography, manner=manner)
    if not piece.rtl:
        piece.shift(indent, 0)
    return piece


def _set_heading(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    scale = setting.typography.heading_scale(cast("Heading", block).level)
    piece = _set_text(block, part, setting, manner=Manner(scale=scale, strong=True, role="heading"))
    layout.pieces.append(piece)
    return piece.height


def _set_paragraph(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    manner = Manner(scale=0.85, role="quiet") if setting.byline else PLAIN
    piece = _set_text(block, part, setting, manner=manner)
    layout.pieces.append(piece)
    return piece.height


def _set_list_item(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    item, typography = cast("ListItem", block), setting.typography
    sign = _BULLETS[min(item.depth, 2)] if item.ordinal is None else f"{item.ordinal}."
    font = typography.font(strong=False)
    room = typography.metrics().horizontalAdvance(sign) + 0.5 * typography.em
    outer = min(item.depth * typography.indent, 0.3 * typography.column)
    indent = outer + max(typography.indent, room)
    above = 0.0
    if indent > min(0.5 * typography.column, typography.spare):
        # No room beside the text: the mark has a line of its own.
        indent, above = 0.0, typography.line() if part.opens else 0.0
    piece = _set_text(block, part, setting, indent=indent)
    layout.pieces.append(piece)
    if part.opens:
        x = typography.column - max(indent, room) + 0.5 * typography.em if piece.rtl else max(0.0, indent - room)
        layout.marks.append(Mark(sign, font, x, _first_baseline(piece)))
    piece.shift(0, above)
    return piece.height + above


def _first_baseline(piece: Piece) -> float:
    if not piece.layout.lineCount():
        return piece.y
    line = piece.layout.lineAt(0)
    return piece.y + line.y() + line.ascent()


def _set_quotation(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    typography = setting.typography
    indent = min(1.2 * typography.em, 0.12 * typography.column, typography.spare)
    piece = _set_text(block, part, setting, indent=indent)
    layout.pieces.append(piece)
    thick = max(3.0, min(typography.em / 6, indent / 2))
    x = typography.column - thick if piece.rtl else 0.0
    layout.shapes.append(Shape("bar", QRectF(x, 0, thick, piece.height), "accent"))
    return piece.height


def _set_preformatted(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    typography = setting.typography
    inset = min(0.8 * typography.em, 0.05 * typography.column, typography.spare / 2)
    runs = cut_runs(block.runs, part.start, part.end)
    width = typography.column - 2 * inset
    manner = Manner(scale=0.92, fixed=True, role="surface_text")
    piece = set_piece(runs, part.start, width, typography=typography, manner=manner, rtl=False)
    piece.shift(inset, inset if part.opens else 0.0)
    height = piece.height + (inset if part.opens else 0.0) + (inset if part.closes else 0.0)
    layout.shapes.append(Shape("surface", QRectF(0, 0, typography.column, height), "surface"))
    layout.pieces.append(piece)
    return height


def _set_video(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    typography = setting.typography
    video = cast("Video", block)
    indent = 1.5 * typography.em
    beside = indent <= min(0.3 * typography.column, typography.spare)
    indent = indent if beside else 0.0
    # Translators: stands small above the link to a film
    label = set_piece((Run(_("Video")),), 0, typography.column, typography=typography,
                      manner=Manner(scale=0.8, strong=True, role="quiet"))  # fmt: skip
    layout.labels.append(label)
    piece = set_piece(
        (Run(video.text, href=video.href),), part.start, typography.column - indent, typography=typography
    )
    piece.shift(0.0 if piece.rtl else indent, label.height)
    layout.pieces.append(piece)
    if beside:
        x = typography.column - indent + 0.3 * typography.em if piece.rtl else 0.0
        layout.marks.append(Mark(_PLAY, typography.font(0.8), x, _first_baseline(piece), "accent"))
    return label.height + piece.height


def _set_divider(_block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    typography = setting.typography
    piece = set_piece((), part.start, typography.column, typography=typography)
    layout.pieces.append(piece)
    width = 0.4 * typography.column
    thick = max(2.0, typography.em / 12)
    middle = QRectF((typography.column - width) / 2, (piece.height - thick) / 2, width, thick)
    layout.shapes.append(Shape("rule", middle))
    return piece.height


def _set_figure(block: Block, _part: Part, setting: Setting, layout: PartLayout) -> float:
    return set_figure(block, setting.typography, setting.pictures, layout, wanted=setting.wanted)


def _set_table(block: Block, part: Part, setting: Setting, layout: PartLayout) -> float:
    height = set_table(block, part, setting.typography, layout, letters=setting.letters)
    if setting.typography.appearance.images in ("shown", "greyscale"):
        set_signs(block, part, setting.typography, layout, pictures=setting.pictures, wanted=setting.wanted)
    return height


_SETTERS: Final[Mapping[str, Callable[[Block, Part, Setting, PartLayout], float]]] = {
    "heading": _set_heading,
    "paragraph": _set_paragraph,
    "list_item": _set_list_item,
    "quotation": _set_quotation,
    "figure": _set_figure,
    "table": _set_table,
    "preformatted": _set_preformatted,
    "video": _set_video,
    "divider": _set_divider,
}
