"""What is said of the structure: headings, list items, quotations, pictures, tables, links.

It is said by the voice that reads, so it is in the language of the text and not in that of the window.
"""

from __future__ import annotations

from typing import Final

from accessreader.messages import N_, said_in
from accessreader.speech.utterance import Cue, CueKind

ANNOUNCED: Final = frozenset(
    {
        CueKind.HEADING,
        CueKind.LIST_ITEM,
        CueKind.QUOTATION,
        CueKind.QUOTATION_END,
        CueKind.PICTURE,
        CueKind.TABLE,
        CueKind.VIDEO,
    }
)
"""What is announced unless the reader wishes otherwise: all but links, of which a text may be full."""

_WORDS: Final = {
    CueKind.HEADING: N_("Heading, level {number}."),
    CueKind.LIST_ITEM: N_("Item {number}."),
    CueKind.QUOTATION: N_("Quotation."),
    CueKind.QUOTATION_END: N_("End of quotation."),
    CueKind.PICTURE: N_("Picture."),
    CueKind.TABLE: N_("Table."),
    CueKind.VIDEO: N_("Video."),
    CueKind.LINK: N_("link"),
}
_BULLET: Final = N_("Item.")


def announcement(cue: Cue, language: str) -> str:
    """What is said for a cue in a language, with the blank that parts it from what is read."""
    words = _BULLET if cue.kind == CueKind.LIST_ITEM and not cue.number else _WORDS[cue.kind]
    said = said_in(language, words).format(number=cue.number)
    return f" {said}" if cue.kind == CueKind.QUOTATION_END else f"{said} "
