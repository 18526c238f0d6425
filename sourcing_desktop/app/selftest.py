"""Proves that an installation works: starts the sandbox, searches, paints, orders, and ends."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from PySide6.QtCore import QBuffer, Qt

from sourcing_desktop.app.buyer import confirmation_sheet, open_offer, see_orders_placed
from sourcing_desktop.app.demonstration import Step
from sourcing_desktop.app.hand import click, press, until, write
from sourcing_desktop.app.session import Session
from sourcing_desktop.ui.main_window import MainWindow
from sourcing_desktop.ui.search.results_view import Stage

log = logging.getLogger(__name__)


class SelfTest:
    """The shortest way through everything an installation can lack."""

    def __init__(self, window: MainWindow, session: Session, scratch: Path) -> None:
        self.window = window
        self.session = session

    def steps(self) -> list[Step]:
        return [
            ("The sandbox answers", self.open),
            ("Words find goods and their pictures are painted", self.search),
            ("A picture is described by what it shows", self.describe),
            ("An offer opens and goes into the cart", self.take),
            ("It is previewed and ordered", self.order),
        ]

    def keep(self, number: int, what: str) -> None:
        """Nothing is kept of a self-test."""
        log.debug("step %d done: %s", number, what)

    async def open(self) -> None:
        await until(lambda: not self.window.cart.loading.isVisible(), "the cart")

    async def search(self) -> None:
        page = self.window.keyword
        write(page.words, "mug")
        press(page.words, Qt.Key.Key_Return)
        await until(lambda: page.results.stage is Stage.RESULTS, "results")
        first = page.results.model.offer(0).picture
        await until(lambda: self.window.loader.any_size(first) is not None, "a picture")
        assert not self.window.grab().isNull()

    async def describe(self) -> None:
        """By the process for it, and here."""
        from sourcing_desktop.services.describer import Describer
        from sourcing_desktop.vision.encoder import Encoder
        from sourcing_desktop.vision.reading import read_rgb

        file, describer = QBuffer(), Describer()
        self.window.grab().save(file, "PNG")
        picture = bytes(file.data().data())
        try:
            described = await asyncio.to_thread(describer.describe, picture)
        finally:
            describer.close()
        rgb = await asyncio.to_thread(read_rgb, picture, 400)
        encoder = await asyncio.to_thread(Encoder.load)
        assert described
        assert (await asyncio.to_thread(encoder.describe, rgb)).any()

    async def take(self) -> None:
        results, offer = self.window.keyword.results, self.window.offer.page
        results.grid.setCurrentIndex(results.model.index(0, 0))
        press(results.grid, Qt.Key.Key_Return)
        await until(lambda: offer.detail is not None, "the offer")
        detail = open_offer(self.window)
        sku = max(detail.skus, key=lambda each: each.stock or 0)
        quantity = detail.rules.rounded_up(detail.rules.moq)
        offer.skus.set_quantity(sku.id, quantity)
        click(offer.add)
        await until(lambda: self.session.basket.cart.lines, "the line in the cart")

    async def order(self) -> None:
        checkout = self.session.checkout
        self.window.actions_by_name["cart"].trigger()
        await until(self.window.cart.checkout.isEnabled, "a cart that can be ordered")
        click(self.window.cart.checkout)
        await until(lambda: checkout.confirmation is not None, "the confirmation")
        sheet = confirmation_sheet(self.session)
        await until(sheet.place.isEnabled, "a preview")
        click(sheet.place)
        await see_orders_placed(self.session)
        sheet.leave.click()
