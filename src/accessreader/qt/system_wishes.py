"""What the user of the system wishes, dark, contrast, larger text, less motion: at the start and whenever it changes.

::

    Qt's own hints           Windows, macOS, the desktops that Qt knows      at once
    the portal of settings   Linux, whatever the desktop, over D-Bus         asked when the window is there, then told

They are the lowest layer of the preferences (`PreferenceStore.follow`): they hold for what nobody has chosen, so that
the reader's own choice always wins, and to take a setting back to its default is to follow the system again.

Why Qt's hints are not enough: on Linux Qt knows the desktops of two makers, and tells of contrast only from 6.10 on and
of motion from 6.12.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from accessreader.appearance import SYSTEM_THEME
from accessreader.preferences import Amount, Preferences, declarations

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from accessreader.qt.portal import Portal

_APPEARANCE: Final = "org.freedesktop.appearance"
_KEYS: Final = {
    (_APPEARANCE, "color-scheme"): "dark",
    (_APPEARANCE, "contrast"): "contrast",
    (_APPEARANCE, "reduced-motion"): "still",
    ("org.gnome.desktop.interface", "text-scaling-factor"): "scale",
}
"""The portal's settings, and the names that we have for them."""
_DARK, _LIGHT, _HIGH, _REDUCED = 1, 2, 1, 1
_ORDINARY_DPI: Final = 96.0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wishes. `dark` is None where nothing is said; `scale` is that of all text, 1 as usual."""

    dark: bool | None = None
    contrast: bool = False
    still: bool = False
    scale: float = 1.0

    def values(self) -> Mapping[str, object]:
        """The preferences that go with them."""
        values: dict[str, object] = {}
        if self.dark or self.contrast:
            values["theme"] = SYSTEM_THEME
        if self.still:
            values["smooth_scrolling"] = False
        amount = declarations()["font_size"]
        if self.scale > 1 and isinstance(amount, Amount):
            values["font_size"] = min(amount.high, float(round(Preferences().font_size * self.scale)))
        return values


class SystemWishes(QObject):
    """Follows the system. `changed` says that `wishes` are others now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = Wishes()
        self._portal: Portal | None = None
        self._hints = QGuiApplication.styleHints()  # kept: its parts end with it
        self._hints.colorSchemeChanged.connect(self._settle)
        self._eased = self._hints.accessibility() if hasattr(self._hints, "accessibility") else None  # since Qt 6.10
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
            if hasattr(self._eased, name):
                getattr(self._eased, name).connect(self._settle)
        self.wishes = self._together()

    def ask(self, bus: QDBusConnection | None = None) -> None:
        """Ask the portal where there may be one, and hear from it whatever changes; nobody waits for the answers."""
        if self._portal is None and sys.platform.startswith("linux"):
            from accessreader.qt.portal import Portal  # noqa: PLC0415 - the window should not wait for it

            self._portal = Portal(self)
            self._portal.told.connect(self._take)
            self._portal.ask(_KEYS, bus)

    def close(self) -> None:
        """Follow no longer what the portal says."""
        if self._portal is not None:
            self._portal.close()

    def _take(self, space: str, key: str, value: object) -> None:
        name = _KEYS.get((space, key))
        if name is None or not isinstance(value, int | float):
            return
        number = float(value)
        meant: Mapping[str, Wishes] = {
            "dark": replace(self._told, dark={_DARK: True, _LIGHT: False}.get(int(number))),
            "contrast": replace(self._told, contrast=number == _HIGH),
            "still": replace(self._told, still=number == _REDUCED),
            "scale": replace(self._told, scale=number / _already_scaled()),
        }
        self._told = meant[name]
        self._settle()

    def _settle(self, *_told: object) -> None:
        wishes = self._together()
        if wishes != self.wishes:
            self.wishes = wishes
            self.changed.emit()

    def _together(self) -> Wishes:
        """What the portal says and what Qt knows; where one of them wishes, that is enough."""
        dark = {Qt.ColorScheme.Dark: True, Qt.ColorScheme.Light: False}.get(self._hints.colorScheme())
        return replace(
            self._told,
            dark=dark if self._told.dark is None else self._told.dark,
            contrast=self._told.contrast or "HighContrast" in self._hint("contrastPreference"),
            still=self._told.still or "Reduce" in self._hint("motionPreference"),
        )

    def _hint(self, name: str) -> str:
        """What a hint says, or nothing where this Qt does not know it."""
        asked = getattr(self._eased, name, None)
        return str(asked()) if callable(asked) else ""


def _already_scaled() -> float:
    """By how much the system shows all letters larger already, so that nothing is enlarged twice."""
    screen = QGuiApplication.primaryScreen()
    return max(1.0, screen.logicalDotsPerInch() / _ORDINARY_DPI) if screen is not None else 1.0
