"""Every command of the program with its text, icon and shortcut, in one table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """One row: `menu` is where it stands, `shortcut` is in Qt's portable form."""

    name: str
    menu: str
    text: str
    icon: str
    shortcut: str


COMMANDS = (
    Command("keyword", "&Go", "Search by &keyword", "search", "Ctrl+1"),
    Command("image", "&Go", "Search by &picture", "image", "Ctrl+2"),
    Command("store", "&Go", "Search in a &shop", "store", "Ctrl+3"),
    Command("find", "&Go", "To the search &field", "search", "Ctrl+F"),
    Command("results", "&Go", "To the &results", "filter", "Ctrl+R"),
    Command("paste", "&Go", "Search with the p&asted picture", "paste", "Ctrl+Shift+V"),
    Command("offer", "&View", "&Offer", "offer", "Ctrl+D"),
    Command("cart", "&View", "&Cart", "cart", "Ctrl+K"),
    Command("orders", "&View", "O&rders", "orders", "Ctrl+O"),
    Command("refresh", "&View", "Re&fresh cart and orders", "refresh", "F5"),
    Command("theme", "&View", "Light or &dark", "contrast", "Ctrl+Shift+L"),
    Command("accounts", "&Account", "Account &settings…", "account", "Ctrl+Shift+A"),
    Command("quit", "&Account", "&Quit", "close", "Ctrl+Q"),
)


def make_actions(theme: Theme, parent: QWidget) -> dict[str, QAction]:
    """An action for each command, by name."""
    actions = {}
    for command in COMMANDS:
        action = QAction(icon(command.icon, theme.text), command.text, parent)
        action.setShortcut(
            QKeySequence.fromString(command.shortcut, QKeySequence.SequenceFormat.PortableText)
        )
        action.setObjectName(command.name)
        actions[command.name] = action
    return actions
