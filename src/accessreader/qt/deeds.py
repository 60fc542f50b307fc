"""What each command does in a window, and the dialogs in which the reader chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from accessreader import __version__, manual
from accessreader.article import Article, Heading
from accessreader.errors import AccessReaderError
from accessreader.language import LANGUAGES
from accessreader.messages import _, current_language, ngettext
from accessreader.qt import steps
from accessreader.qt.aloud import Aloud
from accessreader.qt.braille import braille_deeds
from accessreader.qt.by_kind import kind_deeds
from accessreader.qt.choosing import choose
from accessreader.qt.keeping import keeping_deeds
from accessreader.qt.key_deeds import key_deeds
from accessreader.qt.key_names import by_key
from accessreader.qt.layout_keys import LayoutKeys
from accessreader.qt.list_windows import list_deeds
from accessreader.qt.mending import Mending
from accessreader.qt.neighbours import Neighbours
from accessreader.qt.panel_width import panel_deeds
from accessreader.qt.revisiting import Revisiting
from accessreader.qt.speech_deeds import say_where, speech_deeds
from accessreader.qt.window import Window


def deeds(window: Window) -> Mapping[str, Callable[[], object]]:
    """A function for every command, by its name."""
    mending, neighbours = Mending(window), Neighbours(window)
    Revisiting(window)
    LayoutKeys(window)
    aloud = Aloud(window)
    window.view.zoom_wanted.connect(partial(_zoom, window))
    looks = (*steps.AMOUNTS, *steps.SWITCHES, *steps.ROUNDS, "text-normal", "wcag-spacing")
    return {
        **{name: partial(window.step, name) for name in looks},
        **speech_deeds(window),
        **kind_deeds(window),
        **list_deeds(window),
        **braille_deeds(window),
        "address": lambda: window.bars.edit_address(),  # noqa: PLW0108 - the bars are made from these deeds
        "open-file": lambda: open_file(window),
        "paste-open": lambda: _open_pasted(window),
        "reload": lambda: _reload(window),
        "stop": lambda: _escape(window),
        "next-version": lambda: _next_version(window),
        "removed": lambda: window.side.toggle("removed"),
        "not-article": mending.choose_article,
        "unmend": mending.undo,
        "where": lambda: say_where(window, _where(window)),
        "new-window": window.another.emit,
        "quit": lambda: window.window().close(),
        "copy": window.view.copy,
        "select-all": window.view.select_all,
        "find": lambda: window.find_bar.open(window.view.selected_text()),
        "find-next": window.pane.find_next,
        "find-previous": window.pane.find_previous,
        "settings": lambda: window.side.toggle("settings"),
        "recent": lambda: window.side.toggle("recent"),
        "preset": lambda: _choose_preset(window),
        "undo": window.undo,
        "safe-defaults": window.safe_defaults,
        "full-screen": lambda: _turn_full_screen(window.window()),
        "back": partial(window.visit, -1),
        "forward": partial(window.visit, 1),
        "home": partial(_go_home, window),
        "next-page": lambda: _follow(window, "next_page", _("This page names no next page.")),
        "headlines": lambda: _list_headlines(window),
        "feed": lambda: _follow(window, "feed", _("This page names no feed of its site.")),
        "next-article": partial(neighbours.step, 1),
        "previous-article": partial(neighbours.step, -1),
        "menu": lambda: window.bars.open_menu(),  # noqa: PLW0108 - as with the address
        "next-pane": partial(_go_round, window, 1),
        "previous-pane": partial(_go_round, window, -1),
        **key_deeds(window),
        **keeping_deeds(window),
        **panel_deeds(window),
        "first-questions": aloud.ask,
        "accessibility": lambda: window.open(manual.address("accessibility", current_language())),
        "conformance": lambda: window.open(manual.address("conformance", current_language())),
        "about": lambda: window.say(_("AccessReader {version}: news, read your way.").format(version=__version__)),
    }


def open_file(window: Window) -> None:
    """Let the reader choose a saved page."""
    chosen, _kind = QFileDialog.getOpenFileName(window, _("Open a saved page"), "", saved_kinds())
    if chosen:
        window.open(chosen)


def saved_kinds() -> str:
    """The kinds of file among which a reader chooses a saved page, all that can be read first."""
    kinds = {
        _("Pages, alone or with a folder of pictures"): ("html", "htm", "xhtml", "txt"),
        _("Pages with their pictures in one file (MHTML)"): ("mhtml", "mht"),
        _("Zips of pages"): ("zip",),
        _("Web archives (WARC, WACZ)"): ("warc", "warc.gz", "wacz"),
        _("Feeds and site maps"): ("xml", "rss", "atom", "json"),
    }
    every = {_("Saved pages"): tuple(ending for endings in kinds.values() for ending in endings)}
    named = [f"{name} ({' '.join(f'*.{ending}' for ending in endings)})" for name, endings in (every | kinds).items()]
    anything = _("All files")
    return ";;".join([*named, f"{anything} (*)"])


def _go_home(window: Window) -> None:
    window.go_home()
    window.view.setFocus()


def _zoom(window: Window, by: int) -> None:
    for _step in range(abs(by)):
        window.step("text-larger" if by > 0 else "text-smaller")


def _turn_full_screen(frame: QWidget) -> None:
    frame.setWindowState(frame.windowState() ^ Qt.WindowState.WindowFullScreen)


def _where(window: Window) -> str:
    """Where the reader is, in words."""
    blocks = window.view.blocks
    if window.article is None or not blocks:
        return _("No page is open.")
    number = window.view.caret.block + 1
    return _("{title}. Part {number} of {count}, {share} percent.").format(
        title=window.article.title, number=number, count=len(blocks), share=round(100 * number / len(blocks))
    )


def _open_pasted(window: Window) -> None:
    words = QApplication.clipboard().text().strip()
    if words and "\n" not in words:
        window.open(words)
    else:
        window.say(_("There is no address in the clipboard."))


def _reload(window: Window) -> None:
    if window.article is not None and window.article.url:
        window.open(window.article.url, window.view.caret)
    else:
        window.go_home()


def _escape(window: Window) -> None:
    """Stop what is under way; else close what lies over the article; else go to the article."""
    if window.loading:
        window.stop()
        window.say(_("Stopped."))
    elif window.narration.active:
        window.narration.stop()
    elif window.find_bar.isVisible():
        window.find_bar.closed.emit()
    elif window.side.isVisible():
        window.side.close_panel()
    else:
        window.banner.clear()
        window.view.setFocus()


def _next_version(window: Window) -> None:
    article = window.article
    if article is None or not article.versions:
        window.say(_("This page names no other language versions."))
        return
    versions = sorted(article.versions, key=lambda version: version.language)
    others = {version.language for version in versions}
    # An address of one language may bring a text in another: then it is the one that is not offered.
    own = next((code for code in (article.language, *LANGUAGES) if code not in others), article.language)
    version = next((version for version in versions if version.language > own), versions[0])
    window.open(version.url)
    name = LANGUAGES[version.language].name if version.language in LANGUAGES else version.language
    window.say(_("Opening this page in another language: {language}").format(language=name))


def _follow(window: Window, kind: Literal["next_page", "feed"], otherwise: str) -> None:
    """Open what the page names as its next one or as its site's feed."""
    address = getattr(window.article, kind, "")
    if address:
        window.open(address)
    else:
        window.say(otherwise)


def _list_headlines(window: Window) -> None:
    """Show the page that is open as its headlines alone; reading it again brings the article back."""
    before = window.article
    if before is None or not before.url:
        window.say(_("No page is open."))
        return

    def show(article: Article) -> None:
        if window.article is not before:  # the reader has gone on to another page
            return
        if article.blocks != before.blocks:
            window.visits.list_headlines(leaving=window.keeper.place)
        window.show_article(article)
        number = sum(isinstance(block, Heading) for block in article.blocks)
        told = ngettext("{number} headline.", "{number} headlines.", number).format(number=number)
        back = _("{key} brings the page back.").format(key=by_key(window.services.keys, "reload"))
        way_back = "" if article.blocks == before.blocks else back
        window.say(f"{told} {way_back}".rstrip(), assertive=True)

    def tell(error: AccessReaderError) -> None:
        window.say(str(error), assertive=True)

    road = window.services.road
    window.jobs.run(lambda job: road.listed(before.url, job.dropped), then=show, otherwise=tell)


def _choose_preset(window: Window) -> None:
    presets = tuple(window.services.presets.values())
    titles = [preset.title for preset in presets]
    choose(window, _("Presets"), titles, lambda number: window.adopt(presets[number].name))


def _go_round(window: Window, by: int) -> None:
    """Move the focus to the next part of the window: article, panel, braille, speech bar, banner, bars."""
    bars = (window.pane.braille, window.pane.speech_bar, window.find_bar, window.banner, window.bars)
    panes: list[QWidget] = [window.view, window.side, *bars]
    waiting = [window.pane.speech_bar] if window.pane.speech_bar.waits else []
    shown = [pane for pane in panes if pane.isVisible() or pane in waiting]
    focused = QApplication.focusWidget()
    at = next((n for n, pane in enumerate(shown) if focused is pane or (focused and pane.isAncestorOf(focused))), 0)
    target = shown[(at + by) % len(shown)]
    if target.focusPolicy() & Qt.FocusPolicy.TabFocus:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    if target in waiting:
        window.pane.speech_bar.come_up()
    for child in target.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
