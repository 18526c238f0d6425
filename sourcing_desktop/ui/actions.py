"""Every command of the program with its text, icon and shortcut, in one table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """One row: `menu` is where it stands, `shortcut` is in Qt's portable form, `key` does the same among the
    cards; a `switch` is on or off."""

    name: str
    menu: str
    text: str
    icon: str
    shortcut: str
    key: str = ""
    switch: bool = False


COMMANDS = (
    Command("keyword", "&Go", "Search by &keyword", "search", "Ctrl+1"),
    Command("image", "&Go", "Search by &picture", "image", "Ctrl+2"),
    Command("store", "&Go", "Search in a &shop", "store", "Ctrl+3"),
    Command("shortlisted", "&Go", "Your short&list", "heart", "Ctrl+4"),
    Command("find", "&Go", "To the search &field", "search", "Ctrl+F"),
    Command("results", "&Go", "To the &results", "results", "Ctrl+R"),
    Command("paste", "&Go", "Search with the p&asted picture", "paste", "Ctrl+Shift+V"),
    Command("open", "&Offers", "&Open", "offer", "Ctrl+Shift+O", key="Enter"),
    Command("quick look", "&Offers", "&Quick look", "eye", "Ctrl+Y", key="Space"),
    Command("shortlist", "&Offers", "Short&list", "heart", "Ctrl+B"),
    Command("similar", "&Offers", "Find &similar", "similar", "Ctrl+G"),
    Command("shop", "&Offers", "More of this s&hop", "store", "Ctrl+Shift+S"),
    Command("add list", "&Offers", "&Add a list to the cart…", "list-add", "Ctrl+L"),
    Command("offer", "&View", "&Offer", "offer", "Ctrl+D"),
    Command("cart", "&View", "&Cart", "cart", "Ctrl+K"),
    Command("orders", "&View", "O&rders", "orders", "Ctrl+O"),
    Command("journal", "&View", "&Journal…", "journal", "Ctrl+J"),
    Command("refresh", "&View", "Re&fresh cart and orders", "refresh", "F5"),
    Command("larger", "&View", "&Larger cards", "larger", "Ctrl++"),
    Command("smaller", "&View", "&Smaller cards", "smaller", "Ctrl+-"),
    Command("usual", "&View", "&Usual size of cards", "grid", "Ctrl+0"),
    Command("preview", "&View", "&Preview while the mouse rests", "eye", "Ctrl+Shift+P", switch=True),
    Command("theme", "&View", "Light or &dark", "contrast", "Ctrl+Shift+L"),
    Command("accounts", "&Account", "Account &settings…", "account", "Ctrl+Shift+A"),
    Command("addresses", "&Account", "Ad&dresses…", "address", "Ctrl+Shift+D"),
    Command("exchange rate", "&Account", "E&xchange rate…", "exchange", "Ctrl+Shift+X"),
    Command("quit", "&Account", "&Quit", "close", "Ctrl+Q"),
)


def make_actions(theme: Theme, parent: QWidget) -> dict[str, QAction]:
    """An action for each command, by name."""
    actions = {}
    for command in COMMANDS:
        text = f"{command.text}\t{keys(command.name)}" if command.key else command.text
        action = QAction(icon(command.icon, theme.text), text, parent)
        action.setShortcut(
            QKeySequence.fromString(command.shortcut, QKeySequence.SequenceFormat.PortableText)
        )
        action.setObjectName(command.name)
        action.setCheckable(command.switch)
        action.setIconVisibleInMenu(not command.switch)  # it would stand in the tick's place
        actions[command.name] = action
    return actions


def shortcut(name: str) -> str:
    """The shortcut of a command as the system writes it."""
    portable = _named(name).shortcut
    written = QKeySequence.fromString(portable, QKeySequence.SequenceFormat.PortableText)
    return written.toString(QKeySequence.SequenceFormat.NativeText)


def keys(name: str) -> str:
    """All that can be pressed for a command: `Space or Ctrl+Y`."""
    return " or ".join(filter(None, (_named(name).key, shortcut(name))))


def _named(name: str) -> Command:
    return next(command for command in COMMANDS if command.name == name)
