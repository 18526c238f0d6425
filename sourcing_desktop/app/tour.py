"""The whole job of a buyer on the sandbox, with a picture of the window after every step."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app.buyer import Buyer, paying_sheet, see_orders_placed
from sourcing_desktop.app.demonstration import Step
from sourcing_desktop.app.hand import click, drag, drop_file, pause, press, until, write
from sourcing_desktop.app.session import Session
from sourcing_desktop.domain.feed import FeedKind
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.desk.platform_choice import BOTH
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.results_view import Stage


class Tour(Buyer):
    """Pictures go to `folder`, numbered; `scratch` is for files the buyer has at hand."""

    def __init__(self, window: MainWindow, session: Session, scratch: Path, folder: Path) -> None:
        super().__init__(window, session)
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
            ("See both platforms side by side", self.both),
            ("Walk through the seller's shop", self.shop),
            ("Search inside the shop and take something", self.take_from_shop),
            ("Look at the cart: one line is below its minimum", self.cart),
            ("Mend the line", self.mend),
            ("Check out: every seller's order is previewed", self.check_out),
            ("Place the orders", self.place),
            ("See the orders of both platforms", self.orders),
            ("Choose what to pay", self.choose_to_pay),
            ("Pay it", self.pay),
            ("Look through a hot list", self.discover),
            ("Find a command by a few letters", self.palette),
            ("Put three lamps on the shortlist, with a note", self.shortlist),
            ("Look through all that was seen", self.library),
            ("Find a photograph in it", self.sight),
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
        await self.painted(page)

    async def narrow(self) -> None:
        page = self.window.keyword
        for field, text in ((page.filters.price_from, "20"), (page.filters.price_to, "60")):
            field.setFocus()
            write(field, text)
            press(field, Qt.Key.Key_Return)
        press(page.filters.sort, Qt.Key.Key_Down)
        await self.painted(page)

    async def open_offer(self) -> None:
        await self.open_card(self.window.keyword.results, 0)
        self._backpack = self.detail.ref

    async def take(self) -> None:
        await self.take_pieces(10)

    async def taobao(self) -> None:
        page = self.window.keyword
        page.filters.clear.click()
        page.platform.buttons[Platform.TAOBAO].click()
        page.words.clear()
        write(page.words, "lámpara")
        press(page.words, Qt.Key.Key_Return)
        await self.painted(page)
        for row in range(page.results.model.rowCount()):
            await self.open_card(page.results, row)
            if self.detail.obstacle is None and await self.take_pieces(1):
                return

    async def picture(self) -> None:
        """The photograph is a copy of the first backpack's picture, as a buyer may have it from a chat."""
        detail = await self.session.catalog.detail(self._backpack)
        photograph = await query_picture.from_url(detail.pictures[0])
        path = self._scratch / "photograph.jpg"
        path.write_bytes(photograph.jpeg)
        self.window.actions_by_name["image"].trigger()
        drop_file(self.window.image.box, path)
        await self.painted(self.window.image)

    async def box(self) -> None:
        box = self.window.image.box
        side = min(box.width(), box.height())
        middle = box.rect().center()
        reach = QPoint(side * 3 // 10, side * 3 // 10)
        drag(box, middle - reach, middle + reach)
        await self.painted(self.window.image)

    async def both(self) -> None:
        desk = self.window.image
        click(desk.platform.buttons[BOTH])
        sides = desk.chosen_views().values()
        await until(lambda: all(side.stage is Stage.RESULTS for side in sides), "both answers")
        await self.painted(desk)
        await pause(0.6)

    async def shop(self) -> None:
        """Not of the backpack's own: the cart shall hold goods of several sellers."""
        offers = self.window.image.results.model
        own = self.session.basket.cart.lines[0].supplier
        for row in range(1, offers.rowCount()):
            await self.open_card(self.window.image.results, row)
            if self.detail.supplier.id != own.id:
                break
        click(self.window.offer.page.supplier.more)
        await self.painted(self.window.store)

    async def take_from_shop(self) -> None:
        store = self.window.store
        write(store.words, self.detail.offer.title.shown.split()[-1])
        press(store.words, Qt.Key.Key_Return)
        await self.painted(store)
        if not await self._take_too_few():
            store.words.clear()
            press(store.words, Qt.Key.Key_Return)
            await self.painted(store)
            await self._take_too_few()

    async def _take_too_few(self) -> bool:
        """Take one lot of goods of the shop that are sold from more pieces on; False when it has none."""
        store = self.window.store
        for row in range(store.results.model.rowCount()):
            await self.open_card(store.results, row)
            rules = self.detail.rules
            if rules.moq > rules.rounded_up(1) and await self.take_pieces(1):
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
        await until(lambda: self.sheet.place.isEnabled(), "previews of every order")

    async def place(self) -> None:
        click(self.sheet.place)
        await see_orders_placed(self.session)
        await pause(0.3)

    async def orders(self) -> None:
        self.sheet.leave.click()
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
        await until(paying_sheet(self.session).pay.isHidden, "the payments")
        await pause(0.3)

    async def discover(self) -> None:
        paying_sheet(self.session).leave.click()
        page = self.window.discover
        self.window.actions_by_name["discover"].trigger()
        click(page.chips[FeedKind.HOT_LIST])
        await self.painted(page)

    async def palette(self) -> None:
        self.window.actions_by_name["palette"].trigger()
        write(self.window.guidance.palette.line, "sea")
        await pause(0.4)

    async def shortlist(self) -> None:
        press(self.window.guidance.palette.line, Qt.Key.Key_Escape)
        lamps, page = self.window.keyword.results, self.window.shortlist
        self.window.actions_by_name["keyword"].trigger()
        lamps.take_keyboard()
        press(lamps.grid, Qt.Key.Key_Home)
        for _ in range(2):
            press(lamps.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.window.actions_by_name["shortlist"].trigger()
        self.window.actions_by_name["shortlisted"].trigger()
        await self.painted(page)
        page.results.take_keyboard()
        write(page.note, "Ask for a sample in blue")
        await pause(0.6)

    async def library(self) -> None:
        page = self.window.library
        self.window.actions_by_name["library"].trigger()
        await self.painted(page)
        write(page.words, "backpack")
        await pause(0.6)
        await self.painted(page)

    async def sight(self) -> None:
        """Once no more pictures become findable, which goes on in the background."""
        page, library = self.window.library, self.session.around_library.library
        findable = -1
        while findable < (now := (await library.size()).described):
            findable = now
            await pause(2.0)
        page.words.clear()
        drop_file(page, self._scratch / "photograph.jpg")
        await self.painted(page)

    async def dark(self) -> None:
        self.window.actions_by_name["keyword"].trigger()
        self.window.actions_by_name["theme"].trigger()
        await pause(0.3)
