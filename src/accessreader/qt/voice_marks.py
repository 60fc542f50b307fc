"""What the voice leaves in the article: marks on sentence and word, the caret at the word, the line in sight."""

from __future__ import annotations

from accessreader.article import Position, Span
from accessreader.preferences import Preferences
from accessreader.qt.article_view import ArticleView
from accessreader.qt.following import Following


class VoiceMarks:
    """The marks in one view. `moving` says that it is the voice which moves the caret, and not the reader."""

    def __init__(self, view: ArticleView) -> None:
        self.following = Following(view)
        self.moving = False
        self._view = view
        self._kind = "both"
        self._sentence: Span | None = None
        self._word: Span | None = None

    def configure(self, preferences: Preferences) -> None:
        """Mark and follow as the reader prefers, at once."""
        self.following.on = preferences.speech_follow
        self._kind = preferences.speech_highlight
        self._paint()

    def show(self, sentence: Span, word: Span, *, carry: bool) -> None:
        """The voice has come to a word, an empty one where what it says stands nowhere; `carry` the caret along."""
        self._sentence = sentence
        self._word = word if word.start < word.end else None
        self._paint()
        if self._word is not None:
            place = Position(word.block, word.start)
            if carry:
                self._view.carry_caret(place)
            self.following.show(place)

    def rest(self, position: Position) -> None:
        """Leave the caret, for all to know, at a word; a selection stays as it is."""
        if self._view.selection() is None:
            self.moving = True
            self._view.set_caret(position, follow=False)
            self.moving = False

    def clear(self) -> None:
        """The voice is silent: no marks, and nothing moves."""
        self._sentence = self._word = None
        self._paint()
        self.following.stop()

    def _paint(self) -> None:
        self._view.point_at(
            self._sentence if self._kind in ("both", "sentence") else None,
            self._word if self._kind in ("both", "word") else None,
        )
