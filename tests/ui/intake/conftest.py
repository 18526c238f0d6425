"""A cart page that takes lists, joined to a desk."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.intake.intake import Intake
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.cart_undo import CartUndo
from sourcing_desktop.ui.intake.intake_controller import IntakeController
from sourcing_desktop.ui.intake.intake_model import FATE, QUANTITY
from sourcing_desktop.ui.intake.intake_sheet import IntakeSheet
from sourcing_desktop.ui.notices import Toast
from tests.support.async_tests import Ends
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until


@dataclass
class Bench:
    """A page joined to a desk."""

    desk: Desk
    page: CartPage
    toast: Toast
    controller: IntakeController
    scope: TaskScope

    @property
    def sheet(self) -> IntakeSheet:
        return self.controller.open_list.sheet

    @property
    def in_cart(self) -> dict[str, int]:
        return {line.sku.id: line.quantity for line in self.desk.basket.cart.lines}

    async def give(self, text) -> None:
        """Paste a list and wait until everything is looked up."""
        self.page.list_given.emit(text)
        await until(lambda: self.controller.open_list is not None and self.sheet.model.rowCount())
        await self.looked_up()

    async def looked_up(self) -> None:
        await until(lambda: self.sheet.stop.isHidden(), seconds=15)

    async def added(self) -> None:
        """Wait until the sheet is gone, and the gateway has been told."""
        await until(lambda: self.controller.open_list is None)
        await until(lambda: not self.scope.busy)

    def fates(self) -> list[str]:
        """What is said of each row."""
        model = self.sheet.model
        return [model.index(row, FATE).data() for row in range(model.rowCount())]

    def quantity(self, row: int) -> str:
        return self.sheet.model.index(row, QUANTITY).data()


@pytest.fixture
def desk(open_desk: OpenDesk, runner: asyncio.Runner, at_the_end: Ends) -> Desk:
    """An account that knows offers by v2 ids, as most do: links carry v1 numbers. Its requests end with the
    test."""
    desk = runner.run(open_desk("v2"))
    at_the_end.append(desk.gateway.close)
    return desk


@pytest.fixture
def bench(desk, theme, loader, qtbot, open_scope):
    window = QWidget()
    qtbot.addWidget(window)
    page, toast = CartPage(theme, loader, window), Toast(window)
    desk.basket.changed.subscribe(page.model.show_cart)
    window.show()
    scope = open_scope("session")
    intake = Intake(Catalog(desk.gateway), desk.basket)
    undo = CartUndo(toast, scope)
    page.undo_requested.connect(undo.undo_last)
    controller = IntakeController(page, intake, desk.basket, scope, undo)
    yield Bench(desk, page, toast, controller, scope)
    controller.setParent(None)
    controller.deleteLater()
