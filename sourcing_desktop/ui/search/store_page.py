"""Walking through one shop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.search import ShopQuery
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_controller import SearchController
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search
    from sourcing_desktop.services.shops import Shops

FINDING = "find shop"
HINT = (
    "Paste the id of a 1688 shop, an offer number or the link of an offer,"
    " or choose “More of this shop” at any offer."
)


class StorePage(SearchPage):
    """Names a shop, shows what is known of it, and its goods."""

    shop_named = Signal(str)
    search_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.supplier: Supplier | None = None
        self.shop = QLineEdit()
        self.shop.setPlaceholderText("Shop id, offer number or link")
        self.shop.setAccessibleName("Shop id, offer number or link")
        self.shop.setClearButtonEnabled(True)
        self.open = QPushButton("Open shop")
        self.open.setProperty("kind", "primary")
        self.name = QLabel()
        self.name.setProperty("role", "title")
        self.known = QLabel()
        self.known.setProperty("role", "soft")
        for line in (self.name, self.known):
            line.setWordWrap(True)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Search inside this shop")
        self.words.setAccessibleName("Words to search for inside this shop")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(160)
        self.words.setMaximumWidth(280)
        self.banner = Banner(theme)
        self.filters = FilterBar(theme)
        self.add_view(ResultsView(theme, loader, "store", HINT))

        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 4)
        top.setSpacing(8)
        top.addWidget(self.shop, 1)
        top.addWidget(self.open)
        self.header = QFrame()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.known)
        row = QHBoxLayout(self.header)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addLayout(names, 3)
        row.addWidget(self.words, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.results, 1)
        self.header.hide()
        self.filters.hide()

        self.shop.returnPressed.connect(self._named)
        self.open.clicked.connect(self._named)
        self.words.returnPressed.connect(self.search_requested)
        self.filters.changed.connect(self.search_requested)

    def show_shop(self, supplier: Supplier) -> None:
        """Head the page with a shop."""
        self.supplier = supplier
        self.shop.setText(supplier.id)
        self.name.setText(supplier.name or supplier.id)
        self.known.setText(formats.evidence(supplier))
        self.known.setVisible(bool(self.known.text()))
        self.words.clear()
        self.header.show()
        self.filters.show()

    def show_finding(self, finding: bool) -> None:
        """While the shop is looked for that was named."""
        self.banner.hide()
        self.open.setText("Opening…" if finding else "Open shop")

    def _named(self) -> None:
        if self.shop.text().strip():
            self.shop_named.emit(self.shop.text().strip())


class StoreController(QObject):
    """Finds the shop that was named and searches in it."""

    def __init__(self, page: StorePage, search: Search, shops: Shops, scope: TaskScope) -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._shops = shops
        self._scope = scope
        self._results = SearchController(page.results, scope, self)
        page.shop_named.connect(self.find)
        page.search_requested.connect(self.search)
        page.show_finding(False)
        if page.supplier is not None:
            self.search()  # again, because the account was changed
        else:
            self._results.forget()

    def find(self, text: str) -> None:
        """Open the shop a text names."""
        self._look_for(lambda: self._shops.find(text))

    def open_shop_of(self, ref: OfferRef) -> None:
        """Walk through the shop that sells an offer."""
        self._look_for(lambda: self._shops.of(ref))

    def open(self, supplier: Supplier) -> None:
        """Walk through this shop."""
        self._scope.cancel(FINDING)
        self._enter(supplier)

    def search(self) -> None:
        """Search inside the shop with words and filters as they are."""
        filters = self._page.filters.filters()
        if self._page.supplier is None or filters is None:
            return
        query = ShopQuery(self._page.supplier.id, self._page.words.text().strip(), filters)
        self._results.search(
            self._search.begin(query), "This shop has no such goods. Try other words or fewer filters."
        )

    def _look_for(self, find: Callable[[], Awaitable[Supplier]]) -> None:
        self._page.show_finding(True)
        self._scope.replace(self._enter_found(find), name=FINDING)

    async def _enter_found(self, find: Callable[[], Awaitable[Supplier]]) -> None:
        try:
            supplier = await find()
        except SourcingError as error:
            self._page.show_finding(False)
            lasting = isinstance(error, NotFound)
            self._page.banner.say(error.sentence, None if lasting else lambda: self._look_for(find))
        else:
            self._enter(supplier)

    def _enter(self, supplier: Supplier) -> None:
        self._page.show_finding(False)
        self._page.show_shop(supplier)
        self.search()
