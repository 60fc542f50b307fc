"""What a newcomer is asked: six questions, each about preferences, and what can be answered to them.

They are values and know no window. Every text is a function of a language, because a question is shown in the reader's
language and said in whichever has a voice; "" is the reader's own.

Why the language comes first and is asked in all three: nothing else can be understood before it. Why who reads aloud
comes second: the questions after it are said, or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from accessreader.appearance import OWN_THEME, own_theme
from accessreader.language import LANGUAGES
from accessreader.messages import N_, _, current_language, said_in
from accessreader.preferences import Amount, Choice, Preferences, declarations
from accessreader.theme import Theme

Said = Callable[[str], str]
"""A text in a language; "" is the one of the program."""

SIZES: Final = (18, 24, 32, 44, 60, 80, 110, 150, 200)
"""Points."""


def worded(text: str, **filled: object) -> Said:
    """A text of the program with something filled in; what is filled in may be `Said` itself."""

    def said(code: str) -> str:
        values = {name: value(code) if callable(value) else value for name, value in filled.items()}
        return (said_in(code, text) if code else _(text)).format(**values)

    return said


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: how it is called, what it brings, the preferences that it sets.

    `language` is that in which it is called and said, where it is not the reader's. `theme`, `points` and `spacing`
    (em) show on its card what it means.
    """

    title: Said
    values: Mapping[str, object]
    detail: Said = field(default=lambda _code: "")
    language: str = ""
    theme: Theme | None = None
    points: float = 0
    spacing: float = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question. `key` is the preference by which one knows whether it was answered; `keys` all that it decides.

    `find` tells the number of the answer that preferences give, where the value of `key` alone does not.
    """

    key: str
    title: Said
    hint: Said
    answers: tuple[Answer, ...]
    sample: bool = False
    find: Callable[[Preferences], int] | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The preferences that an answer sets."""
        return frozenset(key for answer in self.answers for key in answer.values)

    def present(self, preferences: Preferences) -> int:
        """The number of the answer that the preferences give now: the nearest, where none is exactly it."""
        if self.find is not None:
            return self.find(preferences)
        values = [answer.values[self.key] for answer in self.answers]
        now = getattr(preferences, self.key)
        if now in values:
            return values.index(now)
        if isinstance(now, float):
            return min(range(len(values)), key=lambda number: abs(float(str(values[number])) - now))
        return 0

    def kept(self, preferences: Preferences, number: int) -> Mapping[str, object]:
        """What to write down where the reader goes on without choosing: a value between two answers stays."""
        now = getattr(preferences, self.key)
        if isinstance(now, float):
            return {self.key: now}
        return self.answers[number].values


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the questions depend on: the `schemes` by name, what was `chosen` before, whether one is `assisted`.

    `reading` tells by which key an article is read aloud.
    """

    preferences: Preferences
    schemes: Mapping[str, Theme]
    reading: Said
    chosen: frozenset[str] = frozenset()
    assisted: bool = False


def questions(now: Circumstances) -> tuple[Question, ...]:
    """All the questions, in their order."""
    return (_language(), _reading_aloud(now), _colours(now), _size(), _spacing(), _pictures())


# Translators: the place of an answer among all answers.
_PLACE: Final = N_("{number} of {count}")


def told(answer: Answer, number: int, question: Question, code: str = "") -> str:
    """An answer as it is said: how it is called, its place, what it brings."""
    place = worded(_PLACE, number=number + 1, count=len(question.answers))(code)
    parts = (answer.title(code), place, answer.detail(code))
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


# Translators: each language is offered in itself: "To go on in English" is "По-русски" in Russian and so on.
_OWN: Final = N_("To go on in English, press {number}, then Enter.")
_NAMES: Final = {"kk": N_("Kazakh"), "ru": N_("Russian"), "en": N_("English")}
_FOREIGN: Final = N_("{language}: press {number}, then Enter.")


def _language() -> Question:
    answers = tuple(
        Answer(
            title=lambda _code, name=language.name: name,  # type: ignore[misc]
            values={"interface_language": code},
            detail=_offer(code, number),
            language=code,
        )
        for number, (code, language) in enumerate(LANGUAGES.items(), 1)
    )
    title = "\n".join(said_in(code, N_("Which language?")) for code in LANGUAGES)
    return Question(
        "interface_language",
        lambda _code: title,
        lambda _code: "",
        answers,
        find=lambda _preferences: list(LANGUAGES).index(current_language()),
    )


def _offer(code: str, number: int) -> Said:
    """How a language is offered: in itself, or in one that has a voice when it has none."""

    def said(spoken: str) -> str:
        if spoken in ("", code):
            return said_in(code, _OWN).format(number=number)
        return said_in(spoken, _FOREIGN).format(language=said_in(spoken, _NAMES[code]), number=number)

    return said


def _reading_aloud(now: Circumstances) -> Question:
    def find(preferences: Preferences) -> int:
        """The voice that has asked until now goes on, where nobody has said otherwise."""
        if preferences.speech_of_program or not (now.assisted or "speech_of_program" in now.chosen):
            return 0
        return 1 if now.assisted else 2

    answers = (
        Answer(
            worded(N_("The voice of this program")),
            {"speech_of_program": True, "speech_beside_reader": True},
            worded(N_("It says what happens, and reads an article when you press {key}."), key=now.reading),
        ),
        Answer(
            worded(N_("My screen reader")),
            {"speech_of_program": False, "speech_beside_reader": False},
            worded(N_("The voice of this program is silent beside it.")),
        ),
        Answer(
            worded(N_("Nobody")),
            {"speech_of_program": False, "speech_beside_reader": False},
            worded(N_("I read by myself. {key} still reads an article aloud."), key=now.reading),
        ),
    )
    return Question(
        "speech_of_program",
        worded(N_("Who reads aloud to you?")),
        worded(N_("You can change this at any time.")),
        answers,
        find=find,
    )


def _colours(now: Circumstances) -> Question:
    offered = dict(now.schemes)
    if now.preferences.theme == OWN_THEME:
        offered[OWN_THEME] = own_theme(now.preferences)
    answers = tuple(Answer(_titled(theme), {"theme": name}, theme=theme) for name, theme in offered.items())
    return Question(
        "theme",
        worded(N_("Which colours do you read best?")),
        worded(N_("The whole window shows the colours at once.")),
        answers,
        sample=True,
    )


def _titled(theme: Theme) -> Said:
    return lambda code: theme.titles.get(code or current_language()) or theme.title


def _size() -> Question:
    answers = tuple(
        # Translators: a size of text, in points.
        Answer(worded(N_("Size {number}"), number=points), {"font_size": float(points)}, points=points)
        for points in SIZES
    )
    return Question(
        "font_size",
        worded(N_("How large should the text be?")),
        worded(N_("Ctrl and plus, Ctrl and minus make it larger and smaller later on.")),
        answers,
        sample=True,
    )


def _spacing() -> Question:
    declared = declarations()["letter_spacing"]
    assert isinstance(declared, Amount)  # noqa: S101 - it is declared as one
    answers = tuple(
        Answer(worded(name), {"letter_spacing": amount}, spacing=amount)
        for amount, name in zip(
            (stop for stop, _name in declared.stops),
            # Translators: how far the letters stand apart.
            (N_("As usual"), N_("A little wider"), N_("Wide"), N_("Very wide")),
            strict=True,
        )
    )
    return Question(
        "letter_spacing",
        worded(N_("How far apart should the letters stand?")),
        worded(N_("Wider letters are easier to tell apart.")),
        answers,
        sample=True,
    )


def _pictures() -> Question:
    declared = declarations()["images"]
    assert isinstance(declared, Choice)  # noqa: S101
    answers = tuple(Answer(worded(label), {"images": word}) for word, label in declared.choices)
    return Question(
        "images",
        worded(N_("What about pictures?")),
        worded(N_("Captions and descriptions always stay.")),
        answers,
    )
