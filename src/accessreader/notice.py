"""What a reader should know of an article before they rely on it."""

from __future__ import annotations

from enum import StrEnum

from accessreader.messages import N_, _


class Notice(StrEnum):
    """What a reader should know of an article before they rely on it."""

    LOCKED = "locked"
    CARRIED = "carried"
    KEPT = "kept"

    def sentence(self) -> str:
        """The notice in the reader's language."""
        return _(_NOTICES[self])


_NOTICES = {
    Notice.LOCKED: N_("The site shows only the beginning of this article to those who have no subscription."),
    Notice.CARRIED: N_(
        "The page shows its text only by scripts, and it was taken from them: headings and pictures may be missing."
    ),
    Notice.KEPT: N_("The page could not be fetched. This is the copy that you have kept."),
}
