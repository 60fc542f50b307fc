"""The toolkit's own dialogs speak the language of the program."""

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QTranslator
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QLabel

from accessreader import messages
from accessreader.qt.toolkit import translate_toolkit

pytestmark = pytest.mark.usefixtures("_spoken")


@pytest.fixture(params=["kk", "ru"])
def _spoken(request, qapp):
    """The toolkit in a language; in English again afterwards."""
    before = set(qapp.findChildren(QTranslator))
    messages.use_language(request.param)
    translate_toolkit(qapp)
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    messages.use_language("en")


def test_every_label_of_a_file_dialog_is_in_the_readers_language(qtbot, tmp_path):
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(labels) >= 3
    assert [label for label in labels if any("a" <= letter <= "z" for letter in label.lower())] == []


def test_a_folder_is_called_so_in_the_readers_language(tmp_path):
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) in {"Папка", "Бума", "Қапшық"}


def test_what_nobody_has_words_for_stays():
    assert QCoreApplication.translate("QFileDialog", "Nobody knows this") == "Nobody knows this"
