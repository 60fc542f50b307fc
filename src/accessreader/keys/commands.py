"""COMMANDS: the one table of everything the reader can do.

Menus, keys, the tool bar, the sheet of keys, the kiosk's filter and the tests read this table. To add a command, add a
row here and a function under its name in `Window.deeds`.

Why function keys for the settings: they are the same on a Kazakh, a Russian and an English layout, need no second
hand, and clash with no screen reader (Orca, NVDA and JAWS take Insert, Caps Lock and Ctrl+Alt combinations). What
others take, Ctrl with F1 to F4, F7, F9 and F10 on KDE's desktop or Alt+Up and Alt+Down with NVDA and JAWS, is in
`keys.reserved`; where that leaves no function key, two letters lie side by side: the left for less, the right for more.

Why letters: with H, K, L and their like people go by headings, links and lists in every screen reader. They count in
the article alone and can be switched off; every command that has one has another way (`by_kind`).

Why words and paragraphs have no keys of their own while the voice speaks: the caret is where the voice is, so that the
keys which move it (Ctrl with the arrows, Ctrl+Page Up and Down) take the voice along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from accessreader.messages import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can do. `title`, `group` and `bar` are to be translated; `keys` are Qt's portable names.

    `letter` is a single key that counts in the article alone, such as "H" or "Shift+H".
    `icon` names a drawing in `resources/icons`; `bar` is the word under which it stands in the tool bar, if it does;
    `kiosk` leaves it to an unattended machine; `checkable` says that it has a state.
    """

    name: str
    title: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    bar: str = ""
    kiosk: bool = True
    checkable: bool = False
    letter: str = ""

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Its keys and its letter."""
        return (*self.keys, self.letter) if self.letter else self.keys

    @property
    def said(self) -> str:
        """Its title as it is said within a sentence: in the reader's language, without the sign of a dialog."""
        return _(self.title).rstrip("…")


PAGE: Final = N_("Page")
TEXT: Final = N_("Text")
LOOK: Final = N_("Look")
SPEECH: Final = N_("Speech")
GO: Final = N_("Go")
# Translators: a menu: what is in the article, headings, links, lists, pictures, and going from one to the next.
CONTENTS: Final = N_("Contents")
HELP: Final = N_("Help")
GROUPS: Final = (PAGE, TEXT, CONTENTS, LOOK, SPEECH, GO, HELP)

COMMANDS: Final = (
    Command("address", N_("Type an address"), PAGE, ("Ctrl+L", "Alt+D"), "links"),
    Command("open-file", N_("Open a saved page…"), PAGE, ("Ctrl+O",), "open", kiosk=False),
    Command("paste-open", N_("Open the address in the clipboard"), PAGE, ("Ctrl+Shift+V",), "open", kiosk=False),
    Command("reload", N_("Read again"), PAGE, ("F5", "Ctrl+R"), "reload"),
    Command("stop", N_("Stop"), PAGE, ("Escape",), "stop"),
    Command("next-version", N_("This page in the next language"), PAGE, ("Ctrl+E",), "language"),
    Command("removed", N_("What was taken out"), PAGE, ("Ctrl+T",), "removed", checkable=True),
    Command("not-article", N_("This is not the article…"), PAGE, ("Ctrl+Shift+A",), "proofread", kiosk=False),
    Command("unmend", N_("Undo the last mending of this site"), PAGE, ("Ctrl+Shift+Z",), "undo", kiosk=False),
    Command("keep", N_("Keep this page"), PAGE, ("Ctrl+D",), "save", kiosk=False),
    Command("where", N_("Where am I?"), PAGE, ("Ctrl+Shift+K",), "information"),
    Command("new-window", N_("New window"), PAGE, ("Ctrl+N",), "fullscreen", kiosk=False),
    Command("quit", N_("Quit"), PAGE, ("Ctrl+Q",), "close", kiosk=False),
    Command("copy", N_("Copy"), TEXT, ("Ctrl+C",), "copy", kiosk=False),
    Command("select-all", N_("Select all"), TEXT, ("Ctrl+A",), "copy", kiosk=False),
    Command("find", N_("Find…"), TEXT, ("Ctrl+F",), "find", bar=N_("Find")),
    Command("find-next", N_("Find next"), TEXT, ("F3", "Ctrl+G"), "find-next"),
    Command("find-previous", N_("Find previous"), TEXT, ("Shift+F3", "Ctrl+Shift+G"), "find-previous"),
    Command("headings", N_("List of headings…"), CONTENTS, ("Ctrl+Shift+H",), "headings"),
    Command("links", N_("List of links…"), CONTENTS, ("Ctrl+Shift+L",), "links"),
    Command("pictures", N_("List of pictures…"), CONTENTS, ("Ctrl+Shift+D",), "images"),
    Command("tables", N_("List of tables…"), CONTENTS, ("Ctrl+Shift+T",), "measure"),
    Command("speakers", N_("List of speakers…"), CONTENTS, ("Ctrl+Shift+N",), "speak"),
    Command("next-heading", N_("Next heading"), CONTENTS, ("Ctrl+PgDown",), "headings", letter="H"),
    Command("previous-heading", N_("Previous heading"), CONTENTS, ("Ctrl+PgUp",), "headings", letter="Shift+H"),
    Command("next-link", N_("Next link"), CONTENTS, (), "links", letter="K"),
    Command("previous-link", N_("Previous link"), CONTENTS, (), "links", letter="Shift+K"),
    Command("next-list", N_("Next list"), CONTENTS, (), "library", letter="L"),
    Command("previous-list", N_("Previous list"), CONTENTS, (), "library", letter="Shift+L"),
    Command("next-list-item", N_("Next list item"), CONTENTS, (), "library", letter="I"),
    Command("previous-list-item", N_("Previous list item"), CONTENTS, (), "library", letter="Shift+I"),
    Command("next-quotation", N_("Next quotation"), CONTENTS, (), "speak-selection", letter="Q"),
    Command("previous-quotation", N_("Previous quotation"), CONTENTS, (), "speak-selection", letter="Shift+Q"),
    Command("next-picture", N_("Next picture"), CONTENTS, (), "images", letter="G"),
    Command("previous-picture", N_("Previous picture"), CONTENTS, (), "images", letter="Shift+G"),
    Command("next-table", N_("Next table"), CONTENTS, (), "measure", letter="T"),
    Command("previous-table", N_("Previous table"), CONTENTS, (), "measure", letter="Shift+T"),
    Command("next-landmark", N_("Next landmark"), CONTENTS, (), "information", letter="D"),
    Command("previous-landmark", N_("Previous landmark"), CONTENTS, (), "information", letter="Shift+D"),
    Command("next-passage", N_("Next paragraph in the text"), CONTENTS, (), "line-height", letter="P"),
    Command("previous-passage", N_("Previous paragraph in the text"), CONTENTS, (), "line-height", letter="Shift+P"),
    Command("next-heading-1", N_("Next heading of level 1"), CONTENTS, (), "headings", letter="1"),
    Command("previous-heading-1", N_("Previous heading of level 1"), CONTENTS, (), "headings", letter="Shift+1"),
    Command("next-heading-2", N_("Next heading of level 2"), CONTENTS, (), "headings", letter="2"),
    Command("previous-heading-2", N_("Previous heading of level 2"), CONTENTS, (), "headings", letter="Shift+2"),
    Command("next-heading-3", N_("Next heading of level 3"), CONTENTS, (), "headings", letter="3"),
    Command("previous-heading-3", N_("Previous heading of level 3"), CONTENTS, (), "headings", letter="Shift+3"),
    Command("next-heading-4", N_("Next heading of level 4"), CONTENTS, (), "headings", letter="4"),
    Command("previous-heading-4", N_("Previous heading of level 4"), CONTENTS, (), "headings", letter="Shift+4"),
    Command("next-heading-5", N_("Next heading of level 5"), CONTENTS, (), "headings", letter="5"),
    Command("previous-heading-5", N_("Previous heading of level 5"), CONTENTS, (), "headings", letter="Shift+5"),
    Command("next-heading-6", N_("Next heading of level 6"), CONTENTS, (), "headings", letter="6"),
    Command("previous-heading-6", N_("Previous heading of level 6"), CONTENTS, (), "headings", letter="Shift+6"),
    Command("next-of-kind", N_("Next of the chosen kind"), CONTENTS, ("Ctrl+Shift+PgDown",), "find-next"),
    Command("previous-of-kind", N_("Previous of the chosen kind"), CONTENTS, ("Ctrl+Shift+PgUp",), "find-previous"),
    Command("next-kind", N_("Choose the next kind"), CONTENTS, ("Alt+K",), "forward"),
    Command("previous-kind", N_("Choose the previous kind"), CONTENTS, ("Alt+J",), "back"),
    Command("save-braille", N_("Save as braille…"), TEXT, ("Ctrl+Shift+B",), "save", kiosk=False),
    Command("settings", N_("Settings"), LOOK, ("F2", "Ctrl+,"), "settings", bar=N_("Settings"), checkable=True),
    Command("text-larger", N_("Larger text"), LOOK, ("Ctrl++", "Ctrl+="), "text-larger", bar=N_("Larger")),
    Command("text-smaller", N_("Smaller text"), LOOK, ("Ctrl+-",), "text-smaller", bar=N_("Smaller")),
    Command("text-normal", N_("Normal text size"), LOOK, ("Ctrl+0",), "font"),
    Command("next-theme", N_("Next colours"), LOOK, ("F4",), "colours", bar=N_("Colours")),
    Command("previous-theme", N_("Previous colours"), LOOK, ("Shift+F4",), "colours"),
    Command("letters-wider", N_("Wider letter spacing"), LOOK, ("F7",), "letter-spacing", bar=N_("Letter spacing")),
    Command("letters-narrower", N_("Narrower letter spacing"), LOOK, ("Shift+F7",), "letter-spacing"),
    Command("words-wider", N_("Wider word spacing"), LOOK, ("Alt+W",), "word-spacing"),
    Command("words-narrower", N_("Narrower word spacing"), LOOK, ("Alt+Q",), "word-spacing"),
    Command("lines-higher", N_("More line height"), LOOK, ("F9",), "line-height"),
    Command("lines-lower", N_("Less line height"), LOOK, ("Shift+F9",), "line-height"),
    Command("paragraphs-wider", N_("More space between paragraphs"), LOOK, ("Alt+P",), "paragraph-spacing"),
    Command("paragraphs-narrower", N_("Less space between paragraphs"), LOOK, ("Alt+O",), "paragraph-spacing"),
    Command("next-font", N_("Next font"), LOOK, ("F12",), "font", bar=N_("Font")),
    Command("previous-font", N_("Previous font"), LOOK, ("Shift+F12",), "font"),
    Command("column-wider", N_("Wider column"), LOOK, ("Ctrl+F12",), "measure"),
    Command("column-narrower", N_("Narrower column"), LOOK, ("Ctrl+Shift+F12",), "measure"),
    Command("next-images", N_("Pictures: next manner"), LOOK, ("Ctrl+I",), "images", bar=N_("Pictures")),
    Command("wcag-spacing", N_("WCAG spacing"), LOOK, ("Ctrl+Shift+W",), "paragraph-spacing", checkable=True),
    Command("preset", N_("Presets…"), LOOK, ("Ctrl+Shift+P",), "presets"),
    Command("sentences", N_("One sentence a line"), LOOK, ("Ctrl+Shift+E",), "proofread", checkable=True),
    Command("invisible", N_("Show invisible characters"), LOOK, ("Ctrl+Shift+I",), "proofread", checkable=True),
    Command("braille", N_("Braille under the article"), LOOK, ("Ctrl+B",), "braille", checkable=True),
    Command("braille-on", N_("Next row of braille"), LOOK, ("Ctrl+F11",), "braille"),
    Command("braille-back", N_("Previous row of braille"), LOOK, ("Ctrl+Shift+F11",), "braille"),
    Command("undo", N_("Undo the last change of settings"), LOOK, ("Ctrl+Z",), "undo"),
    Command("safe-defaults", N_("Safe defaults"), LOOK, ("Ctrl+Shift+F1",), "reset"),
    Command("panel-wider", N_("Wider panel"), LOOK, ("Alt+N",), "measure"),
    Command("panel-narrower", N_("Narrower panel"), LOOK, ("Alt+B",), "measure"),
    Command("full-screen", N_("Full screen"), LOOK, ("F11",), "fullscreen", kiosk=False, checkable=True),
    Command("next-language", N_("Next language of the program"), LOOK, ("Ctrl+F8",), "language"),
    Command("speak", N_("Read aloud, or pause"), SPEECH, ("F8",), "speak", bar=N_("Read aloud")),
    Command("speak-stop", N_("Stop reading aloud"), SPEECH, ("Shift+F8",), "stop"),
    Command("speak-all", N_("Read the whole article aloud"), SPEECH, ("Ctrl+Shift+F8",), "speak-all"),
    Command("speak-selection", N_("Read the selection aloud"), SPEECH, ("Ctrl+Shift+R",), "speak-selection"),
    Command("spell-word", N_("Spell the word"), SPEECH, ("Ctrl+Shift+S",), "spell"),
    Command("repeat", N_("Say the sentence again"), SPEECH, ("Alt+End",), "repeat"),
    Command("next-sentence", N_("Next sentence"), SPEECH, ("Ctrl+F6",), "next-sentence"),
    Command("previous-sentence", N_("Previous sentence"), SPEECH, ("Ctrl+Shift+F6",), "previous-sentence"),
    Command("next-word", N_("Next word"), SPEECH, (), "next-sentence"),
    Command("previous-word", N_("Previous word"), SPEECH, (), "previous-sentence"),
    Command("next-paragraph", N_("Next paragraph"), SPEECH, (), "next-sentence"),
    Command("previous-paragraph", N_("Previous paragraph"), SPEECH, (), "previous-sentence"),
    Command("speak-faster", N_("Faster speech"), SPEECH, ("Ctrl+F5", "Alt++", "Alt+="), "faster"),
    Command("speak-slower", N_("Slower speech"), SPEECH, ("Ctrl+Shift+F5", "Alt+-"), "slower"),
    Command("next-voice", N_("Next voice"), SPEECH, ("Ctrl+Shift+F3",), "voice"),
    Command("voice", N_("Voices…"), SPEECH, (), "voice"),
    Command("own-words", N_("How words are said…"), SPEECH, ("Ctrl+Shift+Y",), "spell", kiosk=False),
    Command("show-spoken", N_("Show what is read aloud"), SPEECH, ("Ctrl+Shift+F",), "find"),
    Command("save-sound", N_("Save as sound…"), SPEECH, ("Ctrl+Shift+M",), "save", kiosk=False),
    Command("back", N_("Back"), GO, ("Alt+Left",), "back", bar=N_("Back")),
    Command("forward", N_("Forward"), GO, ("Alt+Right",), "forward", bar=N_("Forward")),
    Command("home", N_("Start page"), GO, ("Alt+Home",), "home", bar=N_("Start")),
    Command("recent", N_("Recent pages"), GO, ("Ctrl+H", "Ctrl+Y"), "recent", checkable=True, kiosk=False),
    Command("search-kept", N_("Search what was kept…"), GO, ("Ctrl+K",), "library", kiosk=False),
    Command("next-page", N_("Next page of the list"), GO, ("Alt+PgDown",), "forward"),
    Command("next-article", N_("Next article of the list"), GO, ("Shift+F2",), "forward"),
    Command("previous-article", N_("Previous article of the list"), GO, ("Ctrl+Shift+F2",), "back"),
    Command("headlines", N_("Headlines of this page"), GO, ("Ctrl+J",), "headings"),
    Command("feed", N_("News of this site, from its feed"), GO, ("Ctrl+Shift+J",), "links"),
    Command("menu", N_("Menu"), GO, ("F10",), "settings"),
    Command("next-pane", N_("Next part of the window"), GO, ("F6",), "forward"),
    Command("previous-pane", N_("Previous part of the window"), GO, ("Shift+F6",), "back"),
    Command("keys", N_("Keys"), HELP, ("F1",), "keys"),
    Command("key-help", N_("Key help: what a key does"), HELP, ("Shift+F1",), "help", checkable=True),
    Command("first-questions", N_("First questions again"), HELP, (), "help"),
    Command("accessibility", N_("Accessibility of the program"), HELP, (), "information"),
    Command("conformance", N_("Conformance to WCAG and EN 301 549"), HELP, (), "information"),
    Command("about", N_("About AccessReader"), HELP, (), "accessreader"),
)

BAR: Final = (
    "back", "forward", "home", "find", "text-smaller", "text-larger", "next-theme", "letters-wider", "next-font",
    "next-images", "speak", "settings",
)  # fmt: skip
"""The commands of the tool bar, those that have a word for it, from left to right."""

BY_NAME: Final = {command.name: command for command in COMMANDS}
