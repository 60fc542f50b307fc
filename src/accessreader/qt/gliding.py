"""Smooth scrolling: a distance is covered in a moment, a new one is added to what is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

_MOMENT: Final = 140
"""Milliseconds."""


class Glide:
    """Covers distances by calling `step` with pixels, until they are all covered."""

    def __init__(self, parent: QObject, step: Callable[[float], None]) -> None:
        self._step = step
        self._done = 0.0
        self._animation = QVariantAnimation(parent)
        self._animation.setDuration(_MOMENT)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._advance)

    def add(self, pixels: float, *, smoothly: bool) -> None:
        """Scroll by so much, over a moment or at once."""
        running = self._animation.state() == QVariantAnimation.State.Running
        left = float(self._animation.endValue()) - self._done if running else 0.0
        self._animation.stop()
        if not smoothly:
            self._step(pixels + left)
            return
        self._done = 0.0
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(left + pixels)
        self._animation.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._animation.stop()

    def _advance(self, value: object) -> None:
        covered = float(value) if isinstance(value, (int, float)) else 0.0
        step, self._done = covered - self._done, covered
        if step:
            self._step(step)
