"""Who is asked the first questions."""

from __future__ import annotations

from typing import Final

from accessreader.assembly import Services

DONE: Final = "first_questions"
"""The preference that says whether the questions are still to be asked."""


def is_due(services: Services, *, kiosk: bool = False) -> bool:
    """Whether a plain start asks: nobody has decided anything yet, or the questions were not gone through.

    An unattended machine asks only where its owner says so.
    """
    store, policy = services.preferences, services.policy
    if kiosk:
        return {**policy.defaults, **policy.locked}.get(DONE) is True
    return store.preferences.first_questions and (not store.chosen or DONE in store.chosen)
