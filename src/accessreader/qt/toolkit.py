"""Qt's own words, as of its file dialogs, in the language of the program.

Qt brings catalogues. What they lack, because its authors changed a sentence later, is looked up in ours.

Why whole dialogs are not ours instead: the toolkit's are those that screen readers know.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from accessreader import messages
from accessreader.messages import N_, _

LACKING: Final = frozenset(
    {
        # Translators: in a file dialog; "&" comes before the letter that is its key.
        N_("&Look in:"),
        # Translators: in a file dialog; "&" comes before the letter that is its key.
        N_("Files of &type:"),
        # Translators: a kind of file
        N_("Folder"),
        # Translators: a kind of file
        N_("File"),
        # Translators: a kind of file; %1 is the ending of its name. Keep %1.
        N_("%1 File"),
    }
)
"""What Qt's catalogues lack in Kazakh or Russian."""


class OwnWords(QTranslator):
    """Our words for what Qt has none for. It is asked last when it is installed first."""

    def translate(  # noqa: D102 - Qt's own
        self,
        context: str | bytes | bytearray | memoryview,  # noqa: ARG002 - the same word everywhere
        sourceText: str | bytes | bytearray | memoryview,  # noqa: N803
        disambiguation: str | bytes | bytearray | memoryview | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        return _(sourceText) if isinstance(sourceText, str) and sourceText in LACKING else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:  # noqa: D102, N802
        return False


class QtWords(QTranslator):
    """What Qt brings for a language; nothing for English, which is its own."""

    def __init__(self, application: QCoreApplication, language: str) -> None:
        super().__init__(application)
        self.spoken = language
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self.load(f"qtbase_{language}", folder):
            application.installTranslator(self)


def translate_toolkit() -> None:
    """Let Qt's own dialogs speak the program's language, from now on; nothing is done where they do already."""
    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101 - there are windows
    if application.findChild(OwnWords) is None:
        application.installTranslator(OwnWords(application))
    before = application.findChild(QtWords)
    language = messages.current_language()
    if before is not None and before.spoken == language:
        return
    QtWords(application, language)
    if before is not None:
        application.removeTranslator(before)
        before.setParent(None)
