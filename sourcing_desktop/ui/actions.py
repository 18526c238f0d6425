"""Every command of the program with its text, icon and shortcut, in one table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sourcing_desktop.language import tr
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


MENUS = {
    "&Go": tr("&Go"),
    "&Offers": tr("&Offers"),
    "&View": tr("&View"),
    "&Account": tr("&Account"),
    "&Help": tr("&Help"),
}
"""The menus in their order, by what the table calls them."""

COMMANDS = (
    Command("palette", "&Go", tr("Find a &command…"), "command", "Ctrl+K"),
    Command("keyword", "&Go", tr("Search by &keyword"), "search", "Ctrl+1"),
    Command("image", "&Go", tr("Search by &picture"), "image", "Ctrl+2"),
    Command("store", "&Go", tr("Search in a &shop"), "store", "Ctrl+3"),
    Command("discover", "&Go", tr("&Discover goods"), "compass", "Ctrl+4"),
    Command("shortlisted", "&Go", tr("Your short&list"), "heart", "Ctrl+5"),
    Command("library", "&Go", tr("&Everything you have seen"), "library", "Ctrl+6"),
    Command("find", "&Go", tr("To the search &field"), "search", "Ctrl+F"),
    Command("results", "&Go", tr("To the &results"), "results", "Ctrl+R"),
    Command("paste", "&Go", tr("Search with the p&asted picture"), "paste", "Ctrl+Shift+V"),
    Command("capture", "&Go", tr("Search with a regio&n of the screen…"), "capture", "Ctrl+Shift+G"),
    Command("new search", "&Go", tr("New search in a &tab"), "plus", "Ctrl+T"),
    Command("save search", "&Go", tr("Sa&ve this search…"), "star", "Ctrl+S"),
    Command("searches", "&Go", tr("Searches &made before"), "later", "Ctrl+H"),
    Command("open", "&Offers", tr("&Open"), "offer", "Ctrl+Shift+O", key="Enter"),
    Command("open apart", "&Offers", tr("Open in a new &tab"), "tab", "Ctrl+Shift+N", key="Ctrl+Enter"),
    Command("quick look", "&Offers", tr("&Quick look"), "eye", "Ctrl+Y", key="Space"),
    Command("shortlist", "&Offers", tr("Short&list"), "heart", "Ctrl+B"),
    Command("similar", "&Offers", tr("Find &similar"), "similar", "Ctrl+G"),
    Command("kept similar", "&Offers", tr("Find in your li&brary"), "library-similar", "Ctrl+Shift+F"),
    Command("shop", "&Offers", tr("More of this s&hop"), "store", "Ctrl+Shift+S"),
    Command("add list", "&Offers", tr("&Add a list to the cart…"), "list-add", "Ctrl+L"),
    Command("undo", "&Offers", tr("&Undo"), "undo", "Ctrl+Z"),
    Command("offer", "&View", tr("&Offer"), "offer", "Ctrl+D"),
    Command("cart", "&View", tr("&Cart"), "cart", "Ctrl+Shift+K"),
    Command("orders", "&View", tr("O&rders"), "orders", "Ctrl+O"),
    Command("journal", "&View", tr("&Journal…"), "journal", "Ctrl+J"),
    Command("refresh", "&View", tr("Re&fresh cart and orders"), "refresh", "F5"),
    Command("larger", "&View", tr("&Larger cards"), "larger", "Ctrl++"),
    Command("smaller", "&View", tr("&Smaller cards"), "smaller", "Ctrl+-"),
    Command("usual", "&View", tr("&Usual size of cards"), "grid", "Ctrl+0"),
    Command("preview", "&View", tr("&Preview while the mouse rests"), "eye", "Ctrl+Shift+P", switch=True),
    Command("theme", "&View", tr("Light or &dark"), "contrast", "Ctrl+Shift+L"),
    Command("accounts", "&Account", tr("Account &settings…"), "account", "Ctrl+Shift+A"),
    Command("addresses", "&Account", tr("Ad&dresses…"), "address", "Ctrl+Shift+D"),
    Command("exchange rate", "&Account", tr("E&xchange rate…"), "exchange", "Ctrl+Shift+X"),
    Command("quit", "&Account", tr("&Quit"), "close", "Ctrl+Q"),
    Command("shortcuts", "&Help", tr("&Keys…"), "keyboard", "F1"),
    Command("welcome", "&Help", tr("&Welcome"), "flag", "Ctrl+F1"),
    Command("about", "&Help", tr("&About this program…"), "info", "Shift+F1"),
)

STANDARD = {
    "find": QKeySequence.StandardKey.Find,
    "undo": QKeySequence.StandardKey.Undo,
    "refresh": QKeySequence.StandardKey.Refresh,
    "larger": QKeySequence.StandardKey.ZoomIn,
    "smaller": QKeySequence.StandardKey.ZoomOut,
    "accounts": QKeySequence.StandardKey.Preferences,
    "quit": QKeySequence.StandardKey.Quit,
    "shortcuts": QKeySequence.StandardKey.HelpContents,
}
"""What systems have keys of their own for: these do the same, unless another command has them."""

ALSO = {"larger": "Ctrl+=", "shortcuts": "Ctrl+/"}
"""Easier to press on some keyboards."""

PLACES = {
    "accounts": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""Where macOS looks for a command, whatever its menu; it shall not guess about the others."""


def make_actions(theme: Theme, parent: QWidget) -> dict[str, QAction]:
    """An action for each command, by name."""
    actions = {}
    for command in COMMANDS:
        text = f"{command.text}\t{keys(command.name)}" if command.key else command.text
        action = QAction(icon(command.icon, theme.text), text, parent)
        action.setShortcuts(_sequences(command))
        action.setMenuRole(PLACES.get(command.name, QAction.MenuRole.NoRole))
        action.setObjectName(command.name)
        action.setCheckable(command.switch)
        action.setIconVisibleInMenu(not command.switch)  # it would stand in the tick's place
        actions[command.name] = action
    return actions


def shortcut(name: str) -> str:
    """The shortcut of a command as the system writes it."""
    return _sequence(_named(name).shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def keys(name: str) -> str:
    """All that can be pressed for a command: `Space or Ctrl+Y`."""
    key, other = _named(name).key, shortcut(name)
    return tr("{key} or {other}", key=key, other=other) if key else other


def with_standard(portable: str, standard: QKeySequence.StandardKey) -> list[QKeySequence]:
    """A shortcut, and the system's own for it that have a key held: Backspace alone would be for typing."""
    form = QKeySequence.SequenceFormat.PortableText
    theirs = (each.toString(form) for each in QKeySequence.keyBindings(standard))
    held = (each for each in theirs if each.startswith(("Ctrl+", "Meta+")))
    return [_sequence(each) for each in dict.fromkeys((portable, *held))]


def _sequence(portable: str) -> QKeySequence:
    return QKeySequence.fromString(portable, QKeySequence.SequenceFormat.PortableText)


def _sequences(command: Command) -> list[QKeySequence]:
    """Its own shortcut first, as menus show it, then the others."""
    others = [_sequence(ALSO[command.name])] if command.name in ALSO else []
    if command.name in STANDARD:
        others += QKeySequence.keyBindings(STANDARD[command.name])
    taken = {_sequence(each.shortcut) for each in COMMANDS}
    return [_sequence(command.shortcut), *(each for each in others if each not in taken)]


def _named(name: str) -> Command:
    return next(command for command in COMMANDS if command.name == name)
