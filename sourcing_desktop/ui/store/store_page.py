"""A page to walk through one shop, and to find it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sourcing_desktop.domain.supplier import KnownShop, Supplier
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.store.shop_header import ShopHeader
from sourcing_desktop.ui.store.shop_list import ShopList
from sourcing_desktop.ui.theme import Theme

HINT = tr(
    "Paste the id of a 1688 shop, an offer number or the link of an offer, or choose “More of this shop” at"
    " any offer. Shops you were in are listed here."
)


class StorePage(SearchPage):
    """Names a shop, shows what is known of it, and its goods; without a shop those the buyer knows."""

    shop_named = Signal(str)
    search_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.supplier: Supplier | None = None
        self._known: tuple[KnownShop, ...] = ()
        self.shop = QLineEdit()
        self.shop.setPlaceholderText(tr("Shop id, offer number or link"))
        self.shop.setAccessibleName(tr("Shop id, offer number or link"))
        self.shop.setClearButtonEnabled(True)
        self.open = QPushButton(tr("Open shop"))
        self.open.setProperty("kind", "primary")
        self.known = QPushButton(tr("Your shops"))
        self.known.setIcon(icon("star", theme.text))
        self.known.setToolTip(tr("The shops you remembered and those you were in lately"))
        self.known.setCheckable(True)
        self.banner = Banner(theme)
        self.header = ShopHeader(theme)
        self.filters = FilterBar(theme)
        self.add_view(ResultsView(theme, loader, "store", HINT))
        self.shops = ShopList(theme)

        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 4)
        top.setSpacing(8)
        top.addWidget(self.shop, 1)
        top.addWidget(self.open)
        top.addWidget(self.known)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(0)
        within.addWidget(self.header)
        within.addWidget(self.filters)
        within.addWidget(self.results, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stack.addWidget(self.shops)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.header.hide()
        self.filters.hide()
        self.known.hide()

        self.shop.returnPressed.connect(self._named)
        self.open.clicked.connect(self._named)
        self.known.clicked.connect(self._show_list)
        self.header.words.returnPressed.connect(self.search_requested)
        self.filters.changed.connect(self.search_requested)

    @property
    def words(self) -> QLineEdit:
        """What is searched for inside the shop."""
        return self.header.words

    def show_shop(self, supplier: Supplier) -> None:
        """Head the page with another shop."""
        self.shop.setText(supplier.id)
        self.words.clear()
        self.show_facts(supplier)
        self.header.show()
        self.filters.show()
        self._show_list(False)

    def show_facts(self, supplier: Supplier) -> None:
        """Say what is known of the shop by now."""
        self.supplier = supplier
        self.header.show_shop(supplier)
        self._show_kept()

    def show_known(self, shops: Sequence[KnownShop]) -> None:
        """Offer the shops the buyer knows; at once where no shop is open."""
        self._known = tuple(shops)
        self.known.setVisible(bool(shops))
        self.shops.show_shops(shops)
        self._show_kept()
        self._show_list(bool(shops) and (self.supplier is None or self.known.isChecked()))

    def show_finding(self, finding: bool) -> None:
        """While the shop is looked for that was named."""
        self.banner.hide()
        self.open.setText(tr("Opening…") if finding else tr("Open shop"))

    def words_field(self) -> QLineEdit:
        return self.words if self.words.isVisible() else self.shop

    def _show_kept(self) -> None:
        shown = self.supplier.id if self.supplier is not None else ""
        self.header.show_kept(any(shop.remembered and shop.supplier.id == shown for shop in self._known))

    def _show_list(self, wanted: bool) -> None:
        self.known.setChecked(wanted)
        self._stack.setCurrentIndex(int(wanted))
        if wanted and self.known.hasFocus():
            self.shops.setFocus()

    def _named(self) -> None:
        if self.shop.text().strip():
            self.shop_named.emit(self.shop.text().strip())
