"""The whole job of a buyer on the sandbox, with a picture of the window after every step."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app.demonstration import Step
from sourcing_desktop.app.hand import NotSeen, click, drag, drop_file, pause, press, until, write
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import OfferDetail, Platform
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.checkout.checkout_sheet import CheckoutSheet
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from sourcing_desktop.ui.search.search_page import SearchPage


class Tour:
    """Pictures go to `folder`, numbered; `scratch` is for files the buyer has at hand."""

    def __init__(self, window: MainWindow, session: Session, scratch: Path, folder: Path) -> None:
        self.window = window
        self.session = session
        self._scratch = scratch
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def steps(self) -> list[Step]:
        return [
            ("The program opens on the sandbox", self.open),
            ("Look for backpacks in English", self.keyword),
            ("Narrow to a price and sort by it", self.narrow),
            ("Open one of them", self.open_offer),
            ("Put ten of a SKU into the cart", self.take),
            ("Look for a lamp on Taobao in Spanish and take one", self.taobao),
            ("Drop a photograph of goods", self.picture),
            ("Draw a box around what matters", self.box),
            ("Walk through the seller's shop", self.shop),
            ("Search inside the shop and take something", self.take_from_shop),
            ("Look at the cart: one line is below its minimum", self.cart),
            ("Mend the line", self.mend),
            ("Check out: every seller's order is previewed", self.check_out),
            ("Place the orders", self.place),
            ("See the orders of both platforms", self.orders),
            ("Choose what to pay", self.choose_to_pay),
            ("Pay it", self.pay),
            ("Put three lamps on the shortlist, with a note", self.shortlist),
            ("Go back to the lamps, in the dark", self.dark),
        ]

    def keep(self, number: int, what: str) -> None:
        """Save a picture of the window, with what stands in front of it."""
        picture = self.window.grab()
        front = QApplication.activeModalWidget()
        if front is not None:
            painter = QPainter(picture)
            painter.fillRect(self.window.rect(), Qt.GlobalColor.black)
            painter.setOpacity(0.6)
            painter.drawPixmap(0, 0, self.window.grab())
            painter.setOpacity(1)
            painter.drawPixmap(self.window.rect().center() - front.rect().center(), front.grab())
            painter.end()
        name = re.sub(r"[^a-z0-9]+", "-", what.lower()).strip("-")[:40].rstrip("-")
        picture.save(str(self._folder / f"{number:02d}-{name}.png"))

    async def open(self) -> None:
        await until(lambda: not self.window.cart.loading.isVisible(), "the cart")

    async def keyword(self) -> None:
        page = self.window.keyword
        self.window.actions_by_name["keyword"].trigger()
        write(page.words, "backpack")
        press(page.words, Qt.Key.Key_Return)
        await self._painted(page)

    async def narrow(self) -> None:
        page = self.window.keyword
        for field, text in ((page.filters.price_from, "20"), (page.filters.price_to, "60")):
            field.setFocus()
            write(field, text)
            press(field, Qt.Key.Key_Return)
        press(page.filters.sort, Qt.Key.Key_Down)
        await self._painted(page)

    async def open_offer(self) -> None:
        await self._open_card(self.window.keyword.results, 0)
        self._backpack = self._detail.ref

    async def take(self) -> None:
        await self._take(10)

    async def taobao(self) -> None:
        page = self.window.keyword
        page.filters.clear.click()
        page.platform.buttons[Platform.TAOBAO].click()
        page.words.clear()
        write(page.words, "lámpara")
        press(page.words, Qt.Key.Key_Return)
        await self._painted(page)
        for row in range(page.results.model.rowCount()):
            await self._open_card(page.results, row)
            if self._detail.obstacle is None and await self._take(1):
                return

    async def picture(self) -> None:
        """The photograph is a copy of the first backpack's picture, as a buyer may have it from a chat."""
        detail = await self.session.catalog.detail(self._backpack)
        photograph = await query_picture.from_url(detail.pictures[0])
        path = self._scratch / "photograph.jpg"
        path.write_bytes(photograph.jpeg)
        self.window.actions_by_name["image"].trigger()
        drop_file(self.window.image.box, path)
        await self._painted(self.window.image)

    async def box(self) -> None:
        box = self.window.image.box
        side = min(box.width(), box.height())
        middle = box.rect().center()
        reach = QPoint(side * 3 // 10, side * 3 // 10)
        drag(box, middle - reach, middle + reach)
        await self._painted(self.window.image)

    async def shop(self) -> None:
        """Not of the backpack's own: the cart shall hold goods of several sellers."""
        offers = self.window.image.results.model
        own = self.session.basket.cart.lines[0].supplier
        for row in range(1, offers.rowCount()):
            await self._open_card(self.window.image.results, row)
            if self._detail.supplier.id != own.id:
                break
        click(self.window.offer.page.supplier.more)
        await self._painted(self.window.store)

    async def take_from_shop(self) -> None:
        store = self.window.store
        write(store.words, self._detail.offer.title.shown.split()[-1])
        press(store.words, Qt.Key.Key_Return)
        await self._painted(store)
        if not await self._take_too_few():
            store.words.clear()
            press(store.words, Qt.Key.Key_Return)
            await self._painted(store)
            await self._take_too_few()

    async def _take_too_few(self) -> bool:
        """Take one lot of goods of the shop that are sold from more pieces on; False when it has none."""
        store = self.window.store
        for row in range(store.results.model.rowCount()):
            await self._open_card(store.results, row)
            rules = self._detail.rules
            if rules.moq > rules.rounded_up(1) and await self._take(1):
                return True
        return False

    async def cart(self) -> None:
        self.window.actions_by_name["cart"].trigger()
        await until(lambda: len(self.session.basket.cart.groups()) >= 3, "goods of three sellers")
        await pause(0.5)

    async def mend(self) -> None:
        tree = self.window.cart.tree
        press(tree, Qt.Key.Key_Home)
        while (index := tree.currentIndex()).isValid():
            press(tree, Qt.Key.Key_M)
            press(tree, Qt.Key.Key_Down)
            if tree.currentIndex() == index:
                break
        await until(lambda: self.window.cart.checkout.isEnabled(), "a cart without problems")
        await pause(0.8)

    async def check_out(self) -> None:
        click(self.window.cart.checkout)
        await until(lambda: self.session.checkout.confirmation is not None, "the confirmation")
        await until(lambda: self._sheet.place.isEnabled(), "previews of every order")

    async def place(self) -> None:
        click(self._sheet.place)
        await see_orders_placed(self.session)
        await pause(0.3)

    async def orders(self) -> None:
        self._sheet.leave.click()
        self.window.actions_by_name["orders"].trigger()
        self.window.actions_by_name["refresh"].trigger()
        await until(lambda: self.window.orders.model.rowCount() >= 3, "the orders")
        await pause(0.8)

    async def choose_to_pay(self) -> None:
        """Whatever waits for its money: an order of Taobao may still be in the making."""
        bar = self.window.orders.pay_bar
        click(bar.all)
        click(bar.pay)
        await until(lambda: self.session.payment.payment is not None, "the sheet to pay on")
        await pause(0.3)

    async def pay(self) -> None:
        click(paying_sheet(self.session).pay)
        await until(lambda: paying_sheet(self.session).title.text().endswith("paid"), "the payments")
        await pause(0.3)

    async def shortlist(self) -> None:
        paying_sheet(self.session).leave.click()
        lamps, page = self.window.keyword.results, self.window.shortlist
        self.window.actions_by_name["keyword"].trigger()
        lamps.take_keyboard()
        press(lamps.grid, Qt.Key.Key_Home)
        for _ in range(2):
            press(lamps.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.window.actions_by_name["shortlist"].trigger()
        self.window.actions_by_name["shortlisted"].trigger()
        await self._painted(page)
        page.results.take_keyboard()
        write(page.note, "Ask for a sample in blue")
        await pause(0.6)

    async def dark(self) -> None:
        self.window.actions_by_name["keyword"].trigger()
        self.window.actions_by_name["theme"].trigger()
        await pause(0.3)

    @property
    def _sheet(self) -> CheckoutSheet:
        return confirmation_sheet(self.session)

    @property
    def _detail(self) -> OfferDetail:
        return open_offer(self.window)

    async def _open_card(self, results: ResultsView, row: int) -> None:
        """Open a card with the keyboard and wait for the whole offer."""
        results.grid.setFocus()
        results.grid.setCurrentIndex(results.model.index(row, 0))
        before = self.window.offer.page.detail
        press(results.grid, Qt.Key.Key_Return)
        offer = self.window.offer.page
        await until(lambda: offer.detail is not None and offer.detail is not before, "the offer")
        await pause(0.4)

    async def _take(self, pieces: int) -> bool:
        """Type a quantity at the first SKU with stock and press the button; False when it cannot be had."""
        offer = self.window.offer.page
        for sku in self._detail.skus:
            if (sku.stock or 0) >= 100:
                table = offer.skus.table
                table.setFocus()
                table.setCurrentIndex(offer.skus.model.index_of(sku.id))
                write(table, str(self._detail.rules.rounded_up(pieces)))
                press(table, Qt.Key.Key_Return)
                await until(offer.add.isEnabled, "the button that adds to the cart")
                before = self.session.basket.cart
                click(offer.add)
                await until(partial(self._grown, before), "the line in the cart")
                return True
        return False

    def _grown(self, before: Cart) -> bool:
        return len(self.session.basket.cart.lines) > len(before.lines)

    async def _painted(self, page: SearchPage) -> None:
        """Wait until a search on a page has its first cards with their pictures."""
        await until(lambda: page.results.stage not in (Stage.HINT, Stage.LOADING), "an answer")
        results = page.results
        if results.stage is not Stage.RESULTS:
            raise AssertionError(f"no results: {results.none.text.text() or results.failed.text.text()}")
        await until(lambda: self._pictures_there(results), "the pictures")

    def _pictures_there(self, results: ResultsView) -> bool:
        grid, model = results.grid, results.model
        seen = grid.viewport().rect()
        for row in range(model.rowCount()):
            if grid.visualRect(model.index(row, 0)).intersects(seen):
                url = model.offer(row).picture
                if self.window.loader.any_size(url) is None and not self.window.loader.broken(url):
                    return False
        return True


def open_offer(window: MainWindow) -> OfferDetail:
    """The offer the window shows in full."""
    if window.offer.page.detail is None:
        raise NotSeen("no offer is open")
    return window.offer.page.detail


async def see_orders_placed(session: Session) -> None:
    """Wait for the outcome of every order and look it up in the journal: each must have been placed."""
    sheet = confirmation_sheet(session)
    await until(lambda: sheet.title.text().endswith("placed"), "the outcome of every order")
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
