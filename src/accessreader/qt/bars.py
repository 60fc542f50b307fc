"""The top of the window: menus, the bar of words and drawings, the address.

All of it is made from the table of commands. Where the window is small, the bar and the menus fold into one button,
so that the article keeps its room and nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from accessreader.keys.commands import BAR, COMMANDS, GROUPS, Command
from accessreader.messages import _
from accessreader.qt.controls import Button
from accessreader.qt.flow import FlowLayout
from accessreader.qt.icons import icon
from accessreader.qt.key_names import natives
from accessreader.qt.menu_bar import MenuBar
from accessreader.theme import Theme


def make_actions(
    window: QMainWindow,
    deeds: Mapping[str, Callable[[], object]],
    permitted: Callable[[Command], bool],
    keys: Callable[[Command], Iterable[str]],
) -> dict[str, QAction]:
    """An action for each permitted command, its keys bound in the whole window."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        if not permitted(command):
            continue
        action = QAction(window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in keys(command)])
        action.setCheckable(command.checkable)
        action.triggered.connect(lambda _checked=False, deed=deeds[command.name]: deed())
        window.addAction(action)
        actions[command.name] = action
    return actions


def _button(action: QAction, drawing: str) -> Button:
    """A button that does what an action does, and can be pressed when the action can."""
    button = Button(icon=drawing, small=True)
    button.setCheckable(action.isCheckable())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setChecked(action.isChecked())

    action.changed.connect(follow)
    return button


TOLD_AFTER_MS = (0, 100)
"""How long after a menu opens its first row is told: at once behind the focus that the menu before it gave up, which a
screen reader then passes over, and once more where that comes late."""


def _tell_first(menu: QMenu) -> None:
    """Let assistive technology hear the row on which a menu has opened, after what the menu before it gave up."""
    row = menu.activeAction()
    if row is not None and menu.isVisible() and QAccessible.isActive():
        event = QAccessibleEvent(menu, QAccessible.Event.Focus)
        event.setChild(menu.actions().index(row))
        QAccessible.updateAccessibility(event)


class Bars(QWidget):
    """Menus, bar and address of one window. `opened` carries what the reader typed for an address."""

    opened = Signal(str)

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self._buttons: dict[str, Button] = {}
        self._compact = False
        self._covered = False
        self._dress: tuple[Theme, int] | None = None
        self._undressed: set[str] = set()
        self._make_menus()
        self._make_bar()
        self._make_address()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addLayout(self._row)
        self.retranslate()

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The menus, one a group of commands."""
        return tuple(self._menus.values())

    def _make_menus(self) -> None:
        self._window.setMenuBar(MenuBar(self._window))
        self._folded = QMenu(self)
        for group in GROUPS:
            menu = QMenu(self)
            menu.aboutToShow.connect(partial(self._draw, group))
            for after in TOLD_AFTER_MS:
                menu.aboutToShow.connect(partial(QTimer.singleShot, after, menu, partial(_tell_first, menu)))
            for command in COMMANDS:
                if command.group == group and command.name in self._actions:
                    menu.addAction(self._actions[command.name])
            self._menus[group] = menu
            self._window.menuBar().addMenu(menu)
            self._folded.addMenu(menu)

    def _make_bar(self) -> None:
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar)
        for command in COMMANDS:
            if not command.bar or command.name not in self._actions:
                continue
            self._buttons[command.name] = _button(self._actions[command.name], command.icon)
        for name in BAR:
            if name in self._buttons:
                flow.addWidget(self._buttons[name])

    def _make_address(self) -> None:
        self._row = QHBoxLayout()
        self._menu_button = Button()
        self._menu_button.clicked.connect(self.open_menu)
        self._menu_button.hide()
        self._label = QLabel(self)
        self.address = QLineEdit(self)
        self.address.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.address.setMinimumWidth(40)
        self._label.setBuddy(self.address)
        self._open = Button()
        self._open.clicked.connect(self._typed)
        self.address.returnPressed.connect(self._typed)
        for widget in (self._menu_button, self._label, self.address, self._open):
            self._row.addWidget(widget)

    def _typed(self) -> None:
        if words := self.address.text().strip():
            self.address.setModified(False)  # typed to its end: from now on it shows where the reader comes to
            self.opened.emit(words)

    def show_address(self, address: str) -> None:
        """Show where the reader is, unless they are typing."""
        if not self.typing():
            self.address.setText(address)
            self.address.setCursorPosition(0)

    def typing(self) -> bool:
        """Whether the reader has begun to type an address."""
        return self.address.hasFocus() and self.address.isModified()

    def edit_address(self) -> None:
        """Let the reader type an address."""
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the program."""
        for command in COMMANDS:
            if action := self._actions.get(command.name):
                action.setText(_(command.title))
                action.setIconText(_(command.bar) if command.bar else _(command.title))
                keys = natives(action)
                action.setToolTip(f"{_(command.title)} ({keys})" if keys else _(command.title))
            if button := self._buttons.get(command.name):
                button.setText(_(command.bar))
                button.setToolTip(action.toolTip() if action else "")
                button.setAccessibleDescription(_(command.title))
        for group, menu in self._menus.items():
            menu.setTitle(_(group))
            menu.setAccessibleName(_(group))
        self._menu_button.setText(_("Menu"))
        self._label.setText(_("Address"))
        self.address.setAccessibleName(_("Address of a page, or of a file"))
        self.address.setPlaceholderText(_("Address of a page, or of a file"))
        self._open.setText(_("Open"))
        self._open.setAccessibleName(_("Open the address"))
        self._window.menuBar().setAccessibleName(_("Menus"))

    def dress(self, theme: Theme, icon_size: int) -> None:
        """Colour the drawings in the menus for a scheme; their size in pixels. A menu is drawn when it is opened."""
        self._dress = (theme, icon_size)
        self._undressed = set(self._menus)

    def _draw(self, group: str) -> None:
        if self._dress is None or group not in self._undressed:
            return
        self._undressed.discard(group)
        for command in COMMANDS:
            action = self._actions.get(command.name)
            if action is not None and command.icon and command.group == group:
                action.setIcon(icon(command.icon, *self._dress))

    def fold(self, *, compact: bool) -> None:
        """Fold bar and menus into one button, or unfold them."""
        self._compact = compact
        self._bar.setVisible(not compact)
        self._window.menuBar().setVisible(not compact and not self._covered)
        self._menu_button.setVisible(compact)
        self._label.setVisible(not compact)
        self._open.setVisible(not compact)

    def cover(self, *, on: bool) -> None:
        """Be away, menus and all, while something else has the whole window; or be there again."""
        self._covered = on
        self.setVisible(not on)
        self.fold(compact=self._compact)

    def open_menu(self) -> None:
        """Open the first menu, or all of them where they are folded; the focus comes back when they close."""
        if self._compact:
            self._folded.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))
            # As the key does: to set the row that is active would open its menu as well.
            down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self._folded, down)
        else:
            bar = self._window.menuBar()
            bar.setActiveAction(bar.actions()[0])
            first = self.menus[0]
            first.setActiveAction(first.actions()[0])
