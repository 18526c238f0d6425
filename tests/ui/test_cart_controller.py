"""The cart page on real services: quantities told once, refusals, removal and its undo, failures."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_controller import CartController
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.notices import Toast
from tests.support.desk import Desk
from tests.support.waiting import until

LIST = {Platform.ALIBABA: "AK6", Platform.TAOBAO: "TK3"}


@dataclass
class Bench:
    """A page joined to a desk."""

    desk: Desk
    page: CartPage
    toast: Toast
    controller: CartController
    scope: TaskScope

    @property
    def lines(self) -> tuple[CartLine, ...]:
        return self.desk.basket.cart.lines

    def cell(self, platform=0, row=0):
        model = self.page.model
        return model.index(row, QUANTITY, model.index(0, GOODS, model.index(platform, GOODS)))

    def enter(self, text):
        assert self.page.model.setData(self.cell(), str(text))

    async def quantities_told(self):
        """After the pause in typing and the gateway's answer."""
        await until(lambda: self.scope.running("cart quantities"))
        await until(lambda: not self.scope.running("cart quantities"))

    async def on_the_gateway(self) -> list[int]:
        """Quantities as another program would read them."""
        answers = [await self.desk.gateway.side(platform).cart_lines() for platform in Platform]
        return [line.quantity for lines in answers for line in lines]


@pytest.fixture
def bench(desk, theme, loader, qtbot, open_scope):
    window = QWidget()
    qtbot.addWidget(window)
    page, toast = CartPage(theme, loader, window), Toast(window)
    window.show()
    scope = open_scope("session")
    controller = CartController(page, desk.basket, desk.ordering, scope, toast)
    yield Bench(desk, page, toast, controller, scope)
    controller.setParent(None)
    controller.deleteLater()


async def test_the_cart_is_read_and_shown(bench):
    for platform in Platform:
        await bench.desk.fill(platform)
    bench.controller.refresh()
    assert not bench.page.refresh.isEnabled()
    await until(bench.page.refresh.isEnabled)
    assert bench.page.model.rowCount() == 2
    assert bench.page.checkout.text() == "Check out 2 sellers"


async def test_quantities_typed_in_haste_are_told_once(bench):
    await bench.desk.fill()
    quantity = bench.lines[0].quantity
    lot = bench.lines[0].rules.lot
    for more in (1, 2, 3):
        bench.enter(quantity + more * lot)
    await bench.quantities_told()
    assert bench.lines[0].quantity == quantity + 3 * lot
    assert await bench.on_the_gateway() == [quantity + 3 * lot]
    assert bench.desk.sandbox.control.calls("AK4") == 1


async def test_checking_out_tells_the_quantity_at_once(bench):
    await bench.desk.fill()
    quantity = bench.lines[0].quantity + bench.lines[0].rules.lot
    bench.enter(quantity)
    bench.page.checkout.click()
    await until(lambda: not bench.scope.running("checking out"))
    assert await bench.on_the_gateway() == [quantity]


async def test_a_quantity_that_cannot_be_told_stays_with_the_reason(bench):
    await bench.desk.fill()
    quantity = bench.lines[0].quantity
    wanted = quantity + bench.lines[0].rules.lot
    bench.desk.sandbox.control.fault("AK4", "cut_before", times=0)
    bench.enter(wanted)
    await until(lambda: bench.page.model.line(bench.cell()).sentence)
    assert bench.cell().data() == str(wanted)
    assert bench.lines[0].quantity == quantity
    assert not bench.page.checkout.isEnabled()
    bench.desk.sandbox.control.clear()
    assert bench.page.model.mend(bench.cell())
    assert bench.page.checkout.isEnabled()


async def test_a_billion_is_not_told(bench):
    await bench.desk.fill()
    bench.enter(10**9)
    bench.page.checkout.click()
    bench.controller.refresh()
    await until(bench.page.refresh.isEnabled)
    assert bench.cell().data() == "1000000000"
    assert bench.desk.sandbox.control.calls("AK4") == 0


async def test_a_removal_is_undone(bench):
    await bench.desk.fill()
    (line,) = bench.lines
    bench.page.remove_requested.emit((line.key,))
    await until(bench.toast.isVisible)
    assert bench.page.hint.isVisibleTo(bench.page)
    assert await bench.on_the_gateway() == []
    bench.toast.undo.click()
    await until(lambda: bench.lines)
    assert (bench.lines[0].sku.id, bench.lines[0].quantity) == (line.sku.id, line.quantity)
    assert await bench.on_the_gateway() == [line.quantity]


async def test_one_platform_down_leaves_the_other(bench):
    for platform in Platform:
        await bench.desk.fill(platform)
    bench.desk.sandbox.control.fault(LIST[Platform.TAOBAO], "http_500", times=0)
    bench.controller.refresh()
    await until(bench.page.banner.isVisible)
    assert bench.page.model.rowCount() == 2
    bench.desk.sandbox.control.clear()
    bench.page.banner.retry.click()
    await until(bench.page.refresh.isEnabled)
    assert not bench.page.banner.isVisible()


async def test_a_gateway_that_is_down_can_be_tried_again(bench):
    await bench.desk.fill()
    await bench.desk.basket.remove([bench.lines[0].key])
    bench.desk.sandbox.control.fault("*", "http_500", times=0)
    bench.controller.refresh()
    await until(bench.page.failed.isVisible)
    bench.desk.sandbox.control.clear()
    bench.page.failed.button.click()
    await until(bench.page.hint.isVisible)


async def test_lines_of_an_order_without_an_answer_are_marked(bench):
    draft = await bench.desk.draft()
    bench.desk.sandbox.control.fault("AO7", "cut_before")
    await bench.desk.ordering.place(draft)
    await until(lambda: not bench.scope.running("lines being ordered"))
    assert bench.page.model.line(bench.cell()).being_ordered
    assert not bench.page.checkout.isEnabled()
