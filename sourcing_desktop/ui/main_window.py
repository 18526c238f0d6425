"""The window: ways to find goods, shortlist and library in the middle; offer, cart and orders in docks.
Decides nothing.

Only the page in front is made at once, the others when first needed: the window shall be seen soon.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.actions import make_actions
from sourcing_desktop.ui.appearance import Appearance
from sourcing_desktop.ui.dock_share import DockShare
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.menus import LANGUAGES, Menus, mark, spoken
from sourcing_desktop.ui.notices import Banner, Toast
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.page_tabs import PageTabs
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from sourcing_desktop.ui.search.results_view import Stage
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.tab_walk import bring_in_sight, walk
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.cart.cart_page import CartPage
    from sourcing_desktop.ui.desk.desk_page import DeskPage
    from sourcing_desktop.ui.discover.discover_page import DiscoverPage
    from sourcing_desktop.ui.guidance import Guidance
    from sourcing_desktop.ui.library.library_page import LibraryPage
    from sourcing_desktop.ui.offer.offer_tabs import OfferTabs
    from sourcing_desktop.ui.offer_commands import OfferCommands
    from sourcing_desktop.ui.orders.orders_page import OrdersPage
    from sourcing_desktop.ui.shortlist.shortlist_page import ShortlistPage
    from sourcing_desktop.ui.store.store_page import StorePage

USUAL_SIZE = QSize(1440, 900)

LATER = (
    "offer", "cart", "orders", "image", "store", "discover", "shortlist", "library", "offer_commands",
    "guidance",
)  # fmt: skip
"""The parts of the window that the first paint does without."""


class MainWindow(QMainWindow):
    """Emits `closing` once when the buyer closes it; whoever runs the program then ends it. `similar_wanted`
    carries the url of a picture whose like shall be found, `library_sight_wanted` a source of one and its box
    for the library, `picture_copy_wanted` and `picture_save_wanted` the url of one to take along."""

    closing = Signal()
    language_chosen = Signal(str)
    similar_wanted = Signal(str)
    library_sight_wanted = Signal(object, object)
    picture_copy_wanted = Signal(str)
    picture_save_wanted = Signal(str)

    def __init__(self, theme: Theme, loader: PictureLoader, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.loader = loader
        self.setWindowTitle("Sourcing Desktop")
        self.setWindowIcon(icon("sourcing-desktop", theme.accent))
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
        )
        self.appearance = Appearance(theme, settings, self)
        self.actions_by_name = make_actions(theme, self)
        self.cards = OfferCards(self)
        self.tabs = PageTabs(theme, settings)
        self.tabs.view_made.connect(self.cards.adopt)
        self.keyword = KeywordPage(theme, loader)
        self.tabs.fill("keyword", self.keyword)
        self.problem = Banner(theme)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.problem)
        column.addWidget(self.tabs)
        self.setCentralWidget(central)
        self.offer_dock = self._dock("Offer", tr("Offer"))
        self.cart_dock = self._dock("Cart", tr("Cart"))
        self.orders_dock = self._dock("Orders", tr("Orders"))
        self.tabifyDockWidget(self.offer_dock, self.cart_dock)
        self.tabifyDockWidget(self.cart_dock, self.orders_dock)
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(" · ".join((tr("Offer"), tr("Cart"), tr("Orders"))))
        self.offer_dock.raise_()
        self.toast = Toast(self, central)
        for part in (central, self.offer_dock, self.cart_dock, self.orders_dock):
            self.toast.stay_above(part)
        self.menus = Menus(self.menuBar(), self.actions_by_name)
        chosen = self.language_chosen.emit
        self.title_languages = self.menus.add_languages("&View", tr("Titles in"), [*LANGUAGES], chosen)
        self.interface_languages = self.menus.add_languages(
            "&View", tr("Interface in"), spoken(), self._speak_next
        )
        mark(self.interface_languages, str(settings.value("interface", "")))
        self._connect_actions()
        self.appearance.changed.connect(self._repaint)
        self.account_label = QLabel()
        self.work_label = QLabel()
        self.statusBar().setSizeGripEnabled(False)  # the window's frame does that
        self.statusBar().addWidget(self.account_label)
        self.statusBar().addPermanentWidget(self.work_label)
        self._restore()
        QApplication.instance().focusChanged.connect(self._follow_keyboard)  # type: ignore[union-attr]

    @cached_property
    def image(self) -> DeskPage:
        """Looking for goods by a picture."""
        from sourcing_desktop.ui.desk.desk_page import DeskPage

        return self.tabs.fill("image", DeskPage(self.theme, self.loader))

    @cached_property
    def store(self) -> StorePage:
        """Looking around in one shop."""
        from sourcing_desktop.ui.store.store_page import StorePage

        return self.tabs.fill("store", StorePage(self.theme, self.loader))

    @cached_property
    def discover(self) -> DiscoverPage:
        """What the platforms put forward."""
        from sourcing_desktop.ui.discover.discover_page import DiscoverPage

        return self.tabs.fill("discover", DiscoverPage(self.theme, self.loader))

    @cached_property
    def shortlist(self) -> ShortlistPage:
        """What the buyer put aside."""
        from sourcing_desktop.ui.shortlist.shortlist_page import ShortlistPage

        page = self.tabs.fill("shortlist", ShortlistPage(self.theme, self.loader))
        page.counted.connect(lambda count: self.tabs.count_on("shortlist", count))
        return page

    @cached_property
    def library(self) -> LibraryPage:
        """What was seen before."""
        from sourcing_desktop.ui.library.library_page import LibraryPage

        return self.tabs.fill("library", LibraryPage(self.theme, self.loader, self.settings))

    @cached_property
    def offer(self) -> OfferTabs:
        """Offers in full."""
        from sourcing_desktop.ui.offer.offer_tabs import OfferTabs

        tabs = OfferTabs(self.theme, self.loader)
        self.offer_dock.setWidget(tabs)
        return tabs

    @cached_property
    def cart(self) -> CartPage:
        """What will be ordered."""
        from sourcing_desktop.ui.cart.cart_page import CartPage

        page = CartPage(self.theme, self.loader)
        self.cart_dock.setWidget(page)
        return page

    @cached_property
    def orders(self) -> OrdersPage:
        """What was ordered."""
        from sourcing_desktop.ui.orders.orders_page import OrdersPage

        page = OrdersPage(self.theme, self.loader)
        self.orders_dock.setWidget(page)
        return page

    @cached_property
    def offer_commands(self) -> OfferCommands:
        """What can be done with the offers of every grid."""
        from sourcing_desktop.ui.offer_commands import OfferCommands

        commands = OfferCommands(self, self.settings)
        for view in self.tabs.views():
            commands.adopt(view.grid)
        self.cards.grid_made.connect(commands.adopt)
        _ = commands.quick_look
        return commands

    @cached_property
    def guidance(self) -> Guidance:
        """Palette, keys, undo, the look, and the first minute."""
        from sourcing_desktop.ui.guidance import Guidance

        return Guidance(self, self.settings)

    def furnish(self) -> None:
        """Make all that the first paint did without."""
        for part in self.parts():
            getattr(self, part)

    def parts(self) -> list[str]:
        """All that the first paint did without, what the buyer looks at first."""
        return sorted(LATER, key=lambda part: part != self.tabs.front_name)

    def sizeHint(self) -> QSize:
        return USUAL_SIZE

    def show_account(self, text: str) -> None:
        """Say in the status bar whom the program works as."""
        self.account_label.setText(text)

    def show_work(self, text: str) -> None:
        """Say in the status bar what goes on in the background; empty for nothing."""
        self.work_label.setText(text)

    def show_start(self, text: str) -> None:
        """Say what a start that takes longer is busy with, where the buyer looks; empty when it is over."""
        self.show_work(text)
        for view in self.tabs.views():
            if view.stage is Stage.HINT:
                view.show_hint(text)

    def withdraw_offers(self) -> None:
        """Offer no Undo and no Retry of a session that has ended."""
        self.toast.withdraw()
        for banner in self.findChildren(Banner):
            if banner is not self.problem:
                banner.withdraw()

    def raise_dock(self, dock: QDockWidget) -> None:
        """Bring a dock to the front and put the keyboard into it."""
        dock.show()
        dock.raise_()
        widget = dock.widget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_page(self, page: QWidget) -> None:
        """Bring one of the pages with offers to the front."""
        self.tabs.setCurrentWidget(page)

    def focus_words(self) -> None:
        """Put the keyboard where words are typed on the page in front, into the cards where none are."""
        page = self.tabs.front
        line = page.words_field() if page is not None else None
        if line is None:
            self.focus_results()
        else:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line.selectAll()

    def focus_results(self) -> None:
        """Put the keyboard into the results of the page in front."""
        if self.tabs.front is not None:
            self.tabs.front.results.take_keyboard()

    def set_language(self, language: str) -> None:
        """Mark the language titles are shown in."""
        mark(self.title_languages, language)

    def toggle_theme(self) -> None:
        """Change between light and dark, and remember it."""
        self.appearance.toggle()

    def _repaint(self) -> None:
        for view in self.tabs.views():
            view.set_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.setValue("docks", self.saveState())
        event.ignore()
        self.closing.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Docks behind others are reached by their commands and tabs."""
        return walk(self, forward)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        bring_in_sight(now)

    def _restore(self) -> None:
        geometry, docks = self.settings.value("geometry"), self.settings.value("docks")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(USUAL_SIZE)
        if isinstance(docks, QByteArray):
            self.restoreState(docks)
        else:
            DockShare(self, self.offer_dock)

    def _dock(self, name: str, title: str) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock

    def _speak_next(self, language: str) -> None:
        """The words of a window that stands are not changed: the next one speaks the language."""
        self.settings.setValue("interface", language)
        self.toast.say(tr("The program speaks this language when it is opened again."))

    def _connect_actions(self) -> None:
        for name, call in (
            ("keyword", lambda: self._go(self.keyword)),
            ("image", lambda: self._go(self.image)),
            ("store", lambda: self._go(self.store)),
            ("discover", lambda: self._go(self.discover)),
            ("shortlisted", lambda: self._go(self.shortlist)),
            ("library", lambda: self._go(self.library)),
            ("find", self.focus_words),
            ("results", self.focus_results),
            ("paste", self._paste),
            ("new search", self._new_search),
            ("offer", lambda: self.raise_dock(self.offer_dock)),
            ("cart", lambda: self.raise_dock(self.cart_dock)),
            ("orders", lambda: self.raise_dock(self.orders_dock)),
            ("theme", self.toggle_theme),
            ("quit", self.close),
        ):
            self.actions_by_name[name].triggered.connect(call)
        self.keyword.picture_wanted.connect(lambda: self._go(self.image))

    def _go(self, page: SearchPage) -> None:
        self.show_page(page)
        self.focus_words()

    def _new_search(self) -> None:
        self.show_page(self.keyword)
        self.keyword.new_search()

    def _paste(self) -> None:
        self.show_page(self.image)
        self.image.paste_picture()
        self.image.take_keyboard()
