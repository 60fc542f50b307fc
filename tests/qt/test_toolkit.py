"""The toolkit's own dialogs speak the language of the program."""

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QFileIconProvider, QLabel

from accessreader import messages
from accessreader.qt.toolkit import translate_toolkit

pytestmark = pytest.mark.usefixtures("_spoken")


@pytest.fixture(params=["kk", "ru"])
def _spoken(request, qapp):
    """The toolkit in a language; in English again afterwards."""
    assert qapp
    messages.use_language(request.param)
    translate_toolkit()
    yield
    messages.use_language("en")
    translate_toolkit()


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


def test_they_change_with_the_program_while_it_runs(open_window, qapp):
    def buttons():
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        return {button.text().replace("&", "") for button in box.buttons()}

    window = open_window()
    heard = []
    for _press in range(4):
        heard.append(buttons())
        window.actions_by_name["next-language"].trigger()
    assert {"Save", "Cancel"} in heard
    assert {"Сохранить", "Отмена"} in heard
    assert {"Сақтау", "Бас тарту"} in heard
    assert len(qapp.findChildren(QTranslator)) <= 2
