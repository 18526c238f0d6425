"""What helps around in the window: the command palette, the sheet of keys, undo, the look, the first-run page
and what the program is. Made after the first paint."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout

from sourcing_desktop.language import tr
from sourcing_desktop.ui.appearance import DARK, LIGHT, SYSTEM
from sourcing_desktop.ui.menus import mark
from sourcing_desktop.ui.palette.command_palette import CommandPalette
from sourcing_desktop.ui.palette.menu_entries import menu_entries
from sourcing_desktop.ui.stillness import ask_for_stillness
from sourcing_desktop.ui.welcome.welcome_page import WelcomePage

if TYPE_CHECKING:
    from sourcing_desktop.ui.main_window import MainWindow
    from sourcing_desktop.ui.palette.key_sheet import KeySheet


class Guidance(QObject):
    """Others add providers to `palette`."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.palette = CommandPalette(window.theme, settings, window)
        self.palette.add(lambda _query: menu_entries(window.menuBar()))
        self.welcome: WelcomePage | None = None
        for name, call in (
            ("palette", self.palette.open),
            ("shortcuts", self._show_keys),
            ("undo", self._undo),
            ("welcome", self._welcome_again),
            ("about", self._show_about),
        ):
            window.actions_by_name[name].triggered.connect(call)
        window.cart.undo.defaultAction().setShortcuts([])  # the window's own asks it
        ask_for_stillness(self, window.appearance.heed_system)
        self._add_looks(window.menus.by_title["&View"])
        if settings.value("geometry") is None and not settings.value("welcomed", False, bool):
            self._welcome_first()

    @cached_property
    def key_sheet(self) -> KeySheet:
        """All keys; made when somebody asks for it."""
        from sourcing_desktop.ui.palette.key_sheet import KeySheet

        return KeySheet(self._window)

    def _show_keys(self) -> None:
        self.key_sheet.show()
        self.key_sheet.raise_()
        self.key_sheet.activateWindow()

    def _show_about(self) -> None:
        from sourcing_desktop.ui.about_dialog import AboutDialog

        data = Path(self._settings.fileName()).parent
        dialog = AboutDialog(self._window.theme, data, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _undo(self) -> None:
        """What the toast tells of; else the last change of the cart, for who works in it."""
        window, focus = self._window, QApplication.focusWidget()
        if window.toast.take_back():
            return
        if focus is not None and window.cart_dock.isAncestorOf(focus):
            window.cart.undo.defaultAction().trigger()
        else:
            window.toast.say(tr("There is nothing to undo here."))

    # The look

    def _add_looks(self, menu: QMenu) -> None:
        appearance = self._window.appearance
        below = menu.addMenu(tr("Appearance"))
        group = QActionGroup(below)
        for preference, words in (
            (SYSTEM, tr("As the system")),
            (LIGHT, tr("Light")),
            (DARK, tr("Dark")),
        ):
            action = _choice(below, words, appearance.chosen == preference)
            action.setData(preference)
            group.addAction(action)
        group.triggered.connect(lambda action: appearance.choose(action.data()))
        below.addSeparator()
        still = _choice(below, tr("Keep everything still"), appearance.still)
        still.toggled.connect(appearance.set_still)
        below.aboutToShow.connect(lambda: mark(group, appearance.chosen))

    # The first minute

    def _welcome_first(self) -> None:
        """Where results will be, until there are some."""
        page = self.welcome = self._welcome_page()
        hint = self._window.keyword.results.hint
        hint.put_above(page)

        def leave() -> None:
            self._settings.setValue("welcomed", True)
            hint.put_above(None)
            self.welcome = None

        page.left.connect(leave)
        page.sandbox_chosen.connect(leave)
        page.sandbox_chosen.connect(self._window.focus_words)

    def _welcome_again(self) -> None:
        """In front of whatever is there."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle(tr("Welcome"))
        page = self._welcome_page()
        column = QVBoxLayout(dialog)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(page)
        for chosen in (page.left, page.sandbox_chosen, page.account_chosen):
            chosen.connect(dialog.reject)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        page.sandbox.setFocus(Qt.FocusReason.OtherFocusReason)

    def _welcome_page(self) -> WelcomePage:
        window = self._window
        titles, interface = window.title_languages.parent(), window.interface_languages.parent()
        page = WelcomePage(window.theme, cast(QMenu, titles), cast(QMenu, interface))
        page.account_chosen.connect(window.actions_by_name["accounts"].trigger)
        return page


def _choice(menu: QMenu, words: str, chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    return action
