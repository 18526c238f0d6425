"""What a buyer does in the window again and again, for those who show or try the program."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import NotSeen, click, pause, press, until, write
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from sourcing_desktop.ui.search.search_page import SearchPage


class Buyer:
    """Somebody at the window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self.window = window
        self.session = session

    @property
    def sheet(self) -> CheckoutSheet:
        """The confirmation in front."""
        return confirmation_sheet(self.session)

    @property
    def detail(self) -> OfferDetail:
        """The offer that is open."""
        return open_offer(self.window)

    async def open_card(self, results: ResultsView, row: int) -> None:
        """Open a card with the keyboard and wait for the whole offer."""
        results.grid.setFocus()
        results.grid.setCurrentIndex(results.model.index(row, 0))
        before = self.window.offer.page.detail
        press(results.grid, Qt.Key.Key_Return)
        offer = self.window.offer.page
        await until(lambda: offer.detail is not None and offer.detail is not before, "the offer")
        await pause(0.4)

    async def take_pieces(self, pieces: int) -> bool:
        """Type a quantity at the first SKU with stock and press the button; False when it cannot be had."""
        offer = self.window.offer.page
        for sku in self.detail.skus:
            if (sku.stock or 0) >= 100:
                table = offer.skus.table
                table.setFocus()
                table.setCurrentIndex(offer.skus.model.index_of(sku.id))
                write(table, str(self.detail.rules.rounded_up(pieces)))
                press(table, Qt.Key.Key_Return)
                await until(offer.add.isEnabled, "the button that adds to the cart")
                before = self.session.basket.cart
                click(offer.add)
                await until(partial(self._grown, before), "the line in the cart")
                return True
        return False

    def _grown(self, before: Cart) -> bool:
        return len(self.session.basket.cart.lines) > len(before.lines)

    async def painted(self, page: SearchPage) -> None:
        """Wait until a search on a page has its first cards with their pictures."""
        await until(lambda: page.results.stage not in (Stage.HINT, Stage.LOADING), "an answer")
        results = page.results
        if results.stage is not Stage.RESULTS:
            raise AssertionError(f"no results: {results.none.text.text() or results.failed.text.text()}")
        await until(lambda: self.pictures_there(results), "the pictures")

    def pictures_there(self, results: ResultsView) -> bool:
        """Whether every card in sight has its picture, or cannot have one."""
        loader, offers = self.window.loader, [results.model.at(row) for row in results.grid.shown_rows()]
        return all(
            offer is not None and (loader.any_size(offer.picture) is not None or loader.broken(offer.picture))
            for offer in offers
        )


def open_offer(window: MainWindow) -> OfferDetail:
    """The offer the window shows in full."""
    if window.offer.page.detail is None:
        raise NotSeen("no offer is open")
    return window.offer.page.detail


async def see_orders_placed(session: Session) -> None:
    """Wait for the outcome of every order and look it up in the journal: each must have been placed."""
    sheet = confirmation_sheet(session)
    await until(lambda: sheet.all_answered, "the outcome of every order")
    outcomes = [(intent.state, intent.explanation) for intent in await session.ordering.intents()]
    if {state for state, _ in outcomes} != {IntentState.DONE}:
        raise AssertionError(f"not placed: {outcomes}")


def confirmation_sheet(session: Session) -> CheckoutSheet:
    """The confirmation the buyer has in front of them."""
    if session.checkout.confirmation is None:
        raise NotSeen("no confirmation is open")
    sheet: CheckoutSheet = session.checkout.confirmation.sheet
    return sheet


def paying_sheet(session: Session) -> PayingSheet:
    """The sheet the buyer pays on."""
    if session.payment.payment is None:
        raise NotSeen("no sheet to pay on is open")
    return session.payment.payment.sheet
