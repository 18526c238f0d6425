"""One account at work: its services on an open library, and the controllers that join them to the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, SignalInstance

from sourcing_desktop.app.around_the_desk import join_desk
from sourcing_desktop.app.around_the_library import AroundLibrary
from sourcing_desktop.app.connection import Connection
from sourcing_desktop.app.palette_entries import join_palette
from sourcing_desktop.domain.account import SANDBOX, Account, AccountKind, Credentials
from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.language import tr
from sourcing_desktop.services.addresses import Addresses
from sourcing_desktop.services.basket import Basket
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.discovery import Discovery
from sourcing_desktop.services.exchange import Exchange
from sourcing_desktop.services.intake.intake import Intake
from sourcing_desktop.services.journal_book import JournalBook
from sourcing_desktop.services.ordering import Ordering
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.services.paying import Paying
from sourcing_desktop.services.pool import Pool
from sourcing_desktop.services.previewing import Previewing
from sourcing_desktop.services.searches import Searches
from sourcing_desktop.services.shops import Shops
from sourcing_desktop.services.shortlist import Shortlist
from sourcing_desktop.services.sign_in import SignIn
from sourcing_desktop.services.transfer_picture import TransferPictures
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.storage.cart_facts import CartFacts
from sourcing_desktop.storage.cart_lines import CartLines
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.exchange_rate import ExchangeRate
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.journal_pages import JournalPages
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.storage.remembered_shops import RememberedShops
from sourcing_desktop.storage.searches import SearchRows
from sourcing_desktop.storage.seen_previews import SeenPreviews
from sourcing_desktop.storage.shortlist import ShortlistRows
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.address.address_controller import AddressController
from sourcing_desktop.ui.cart.cart_controller import CartController
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.checkout.checkout_controller import CheckoutController
from sourcing_desktop.ui.checkout.confirmation import Services as CheckoutServices
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.discover.discover_controller import DiscoverController
from sourcing_desktop.ui.exchange.rate_controller import RateController
from sourcing_desktop.ui.intake.intake_controller import IntakeController
from sourcing_desktop.ui.journal.journal_controller import JournalController
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.offer.offer_controller import OfferController
from sourcing_desktop.ui.orders.orders_controller import OrdersController
from sourcing_desktop.ui.paying.paying_controller import PayingController
from sourcing_desktop.ui.searches.searches_controller import SearchesController
from sourcing_desktop.ui.shortlist.shortlist_controller import ShortlistController
from sourcing_desktop.ui.store.store_controller import StoreController

log = logging.getLogger(__name__)

SANDBOX_WAREHOUSE = Address(
    name="Sandbox Warehouse",
    mobile="13800000000",
    province="浙江省",
    city="金华市",
    district="义乌市",
    town="福田街道",
    street="商城大道1号 3号仓",
    postcode="322000",
    district_code="330782",
)
"""Where sandbox orders go until the buyer writes an address of their own. Nothing is really sent."""


class Session:
    """Services and controllers of one account, from `open` to `close`, on a connection that is open; the
    session ends it, too."""

    def __init__(
        self,
        window: MainWindow,
        database: Database,
        connection: Connection,
        around_library: AroundLibrary,
        report: Callable[[BaseException], None],
    ) -> None:
        self._window = window
        self._database = database
        self._connection = connection
        self.around_library = around_library
        self.account = connection.account
        self._controllers: list[QObject] = []
        self._connections: list[tuple[SignalInstance, Callable[..., object]]] = []
        self.scope = connection.scope
        """Controllers' work; ends with the session."""
        self.placing = TaskScope("orders under way", report)
        """Orders being placed and paid; the session waits for them when it closes."""
        self.keeping = TaskScope("what is being kept", report)
        """Hearts, notes and changes of the cart on their way to the disk; the session waits for them, too."""

    async def open(self, joined: Callable[[], object] = lambda: None) -> None:
        """Build everything and let the window work. `joined` is called as soon as it is heard. SourcingError
        when that cannot be."""
        self._join(self._connection)
        joined()
        await self._prepare()

    async def close(self, left: Callable[[], object] = lambda: None) -> None:
        """Take the controllers off the window, wait for orders under way, and end everything else. `left` is
        called when nobody hears the window any more."""
        controllers, self._controllers = self._controllers, []
        if controllers:
            self._leave_palette()
            self._window.shortlist.save_note()
            self.cart.keep()
        await self.keeping.finish(seconds=5)
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections.clear()
        for controller in controllers:
            controller.deleteLater()
        left()
        self.around_library.withdraw()
        self._connection.withdraw()
        await self.scope.close()
        if controllers:
            self.journal.close()
            await self.pool.close()
        await self.placing.finish(seconds=5)
        await self.around_library.close()
        await self._connection.close()

    def _join(self, connection: Connection) -> None:
        account, gateway, search = self.account.id, connection.gateway, connection.search
        shortlist = Shortlist(ShortlistRows(self._database, account))
        self.basket = Basket(gateway, CartLines(self._database, account), CartFacts(self._database, account))
        journal = Journal(self._database, account)
        self.ordering = Ordering(gateway, journal, self.basket)
        self.addresses = Addresses(AddressBook(self._database, account), gateway.addresses)
        self.pool = Pool(self._pool_account)
        self.catalog = Catalog(gateway, self.pool)
        self.exchange = Exchange(ExchangeRate(self._database))
        window, scope, toast = self._window, self.scope, self._window.toast
        undo = CartUndo(toast, self.keeping)
        self.image = DeskController(window.image, search, scope, toast)
        shops = Shops(gateway, RememberedShops(self._database, account))
        self.store = StoreController(window.store, search, shops, scope, self.keeping, toast)
        self.discover = DiscoverController(
            window.discover, Discovery(gateway, self.pool, connection.sightings), scope
        )
        self.offer = OfferController(
            window.offer,
            self.catalog,
            search,
            self.basket,
            self.exchange,
            scope,
            toast,
            undo,
            self.around_library.library,
        )
        self.cart = CartController(window.cart, self.basket, self.ordering, scope, self.keeping, undo)
        self.paying = Paying(gateway, journal)
        orders = Orders(gateway, self.ordering.heed, self.paying.heed)
        self.orders = OrdersController(window.orders, orders, self.ordering, self.paying, scope, self.placing)
        self.payment = PayingController(
            window.orders,
            orders,
            self.paying,
            TransferPictures(gateway),
            self.exchange,
            scope,
            self.placing,
            transfers=self.account.generation == "v1",
        )
        intake = Intake(self.catalog, self.basket)
        self.intake = IntakeController(window.cart, intake, self.basket, scope, undo)
        self.address_book = AddressController(window, self.addresses, scope, self.keeping)
        self.rate = RateController(window, window.theme, self.exchange, scope)
        previewing = Previewing(gateway, self.basket, SeenPreviews(self._database, account))
        checking_out = CheckoutServices(
            self.ordering, previewing, self.basket, self.addresses, self.exchange, self.rate.edit
        )
        self.checkout = CheckoutController(window.cart, checking_out, scope, self.placing)
        self.checkout.pay_requested.connect(self.payment.begin_with)
        book = JournalBook(JournalPages(self._database, account))
        self.journal = JournalController(window.theme, window.loader, window.settings, book, scope)
        self.journal.follow(self.ordering.changed)
        self.journal.follow(self.paying.changed)
        self.shortlist = ShortlistController(
            window.shortlist, shortlist, window.cards, scope, self.keeping, toast
        )
        searches = Searches(SearchRows(self._database, account), self.account.language)
        self.searches = SearchesController(window.keyword, window.theme, searches, self.keeping, toast)
        self._leave_palette = join_palette(window, self.searches, self.store, self.offer)
        queued = QueuedPictures(self._database, account)
        around_desk = join_desk(window, self.image, search, queued, scope, self.keeping)
        self.around_library.join(self.ordering, journal, self.image, shortlist)
        self._controllers = [
            self.image, self.store, self.discover, self.offer, self.cart, self.orders, self.payment,
            self.checkout, self.shortlist, self.rate, self.intake, self.address_book, self.searches,
            *around_desk, undo,
        ]  # fmt: skip
        self._connect(window.cards.opened, self._open_offer)
        self._connect(window.cards.opened_apart, self._open_apart)
        self._connect(window.cards.similar_wanted, self._similar_to)
        self._connect(window.cards.shop_wanted, self._shop_of)
        self._connect(window.similar_wanted, self._find_similar)
        self._connect(window.offer.similar_requested, self._similar_to_picture)
        self._connect(self.offer.shop_requested, self._open_shop)
        self._connect(window.cart.offer_requested, self._open_ref)
        self._connect(window.discover.accounts_requested, window.actions_by_name["accounts"].trigger)
        self._connect(window.actions_by_name["add list"].triggered, self._add_list)
        self._connect(window.actions_by_name["journal"].triggered, self.journal.open)
        self._connect(window.actions_by_name["refresh"].triggered, self._refresh)
        self._connect(window.actions_by_name["addresses"].triggered, self.address_book.open)
        self._connect(window.actions_by_name["exchange rate"].triggered, self._edit_rate)
        self._connect(window.actions_by_name["save search"].triggered, self._name_search)
        self._connect(window.actions_by_name["searches"].triggered, self._offer_searches)

    async def _pool_account(self) -> tuple[Account, Credentials] | None:
        """Who looks into LinkedMall's pool: the sandbox's own account, or one that the buyer keeps."""
        market = self._connection.market
        if market is not None:
            return replace(SANDBOX, kind=AccountKind.LINKEDMALL, base_url=market.url), market.linkedmall
        return await SignIn(Accounts(self._database)).pool_account()

    def _connect(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Connect until the session ends: the window outlives it."""
        signal.connect(slot)
        self._connections.append((signal, slot))

    async def _prepare(self) -> None:
        """What every session begins with. A gateway that fails here says so at the cart, with Retry."""
        if self.account.kind is AccountKind.SANDBOX and not await self.addresses.entries():
            await self.addresses.use(SANDBOX_WAREHOUSE)
        await self.exchange.load()
        await self.basket.load()
        self._refresh()
        self.shortlist.read()
        self.scope.start(self._learn_categories(), name="categories")

    async def _learn_categories(self) -> None:
        """Fill the category filters. Without categories the filter stays at all of them."""
        try:
            categories = await self.catalog.categories()
        except SourcingError as error:
            log.info("no categories: %s", error.sentence)
            return
        for page in (self._window.keyword, self._window.image, self._window.store):
            page.filters.set_categories(categories)
        self._window.library.set_categories(categories)

    def _refresh(self) -> None:
        self.cart.refresh()
        self.orders.refresh()

    def _edit_rate(self) -> None:
        self.rate.edit()

    def _add_list(self) -> None:
        self.intake.begin()

    def _name_search(self) -> None:
        self._window.show_page(self._window.keyword)
        self.searches.name()

    def _offer_searches(self) -> None:
        self._window.show_page(self._window.keyword)
        self.searches.offer()

    def _open_offer(self, offer: Offer) -> None:
        self._window.raise_dock(self._window.offer_dock)
        self.offer.open(offer)

    def _open_apart(self, offer: Offer) -> None:
        self._window.offer_dock.show()
        self.offer.open_apart(offer)

    def _open_ref(self, ref: OfferRef) -> None:
        self._window.raise_dock(self._window.offer_dock)
        self.offer.open_ref(ref)

    def _similar_to(self, offer: Offer) -> None:
        self._find_similar(offer.picture, offer.title.shown)

    def _similar_to_picture(self, url: str) -> None:
        detail = self._window.offer.page.detail
        self._find_similar(url, detail.offer.title.shown if detail is not None else "")

    def _find_similar(self, url: str, title: str = "") -> None:
        self._window.show_page(self._window.image)
        self.image.use(PictureSource(url=url, title=title or tr("A picture")))
        self._window.image.take_keyboard()

    def _open_shop(self, supplier: Supplier) -> None:
        self._window.show_page(self._window.store)
        self.store.open(supplier)

    def _shop_of(self, offer: Offer) -> None:
        self._window.show_page(self._window.store)
        self.store.open_shop_of(offer.ref)
