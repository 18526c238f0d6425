"""The orders page on real services: both platforms, failures of one, and orders without an answer."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services.orders import Orders
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.orders import orders_controller
from sourcing_desktop.ui.orders.orders_controller import OrdersController
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from tests.support.desk import Desk
from tests.support.waiting import until


@dataclass
class Bench:
    """An orders page joined to a desk."""

    desk: Desk
    page: OrdersPage
    scope: TaskScope
    placing: TaskScope
    controller: OrdersController | None = None

    def join(self) -> OrdersController:
        desk = self.desk
        orders = Orders(desk.gateway, desk.ordering.heed)
        return OrdersController(self.page, orders, desk.ordering, desk.paying, self.scope, self.placing)

    async def read(self) -> None:
        """Wait until nothing is read or asked any more."""
        names = ("orders", "unsettled orders", "settle")
        await until(lambda: not any(self.scope.running(name) for name in names))

    async def place(self, platform=Platform.ALIBABA, row=0, fault=""):
        draft = await self.desk.draft(platform, row)
        if fault:
            self.desk.sandbox.control.fault("AO7", fault)
        intent = await self.desk.ordering.place(draft)
        await self.read()
        return intent

    @property
    def states(self):
        return [row.intent.state for row in self.page.unsettled.rows.values()]


@pytest.fixture
def bench(desk, theme, loader, on_screen, open_scope, monkeypatch):
    monkeypatch.setattr(orders_controller, "SETTLE_MS", 300)
    page = OrdersPage(theme, loader)
    on_screen(page)
    scope, placing = open_scope("session"), open_scope("placing")
    bench = Bench(desk, page, scope, placing)
    bench.controller = bench.join()
    return bench


async def test_orders_of_both_platforms_are_listed(bench):
    for platform in Platform:
        await bench.place(platform)
    bench.controller.refresh()
    await bench.read()
    platforms = {bench.page.model.order(row).platform for row in range(bench.page.model.rowCount())}
    assert platforms == set(Platform)
    assert bench.page.age.text() == "Read just now"


async def test_a_placed_order_appears_by_itself(bench):
    await bench.place()
    assert bench.page.model.rowCount() == 1
    assert bench.page.table.isVisible()


async def test_nothing_of_the_account_before_stays(bench):
    await bench.place()
    await bench.place(row=6, fault="cut_after")
    bench.page.banner.say("It failed.")
    bench.join()
    assert (bench.page.model.rowCount(), bench.states) == (0, [])
    assert bench.page.loading.isVisible()
    assert not bench.page.banner.isVisible()
    assert not bench.page.count.text()
    await bench.read()


async def test_one_platform_down_leaves_the_other(bench):
    for platform in Platform:
        await bench.place(platform)
    bench.desk.sandbox.control.fault("TO2", "http_500", times=0)
    bench.controller.refresh()
    await bench.read()
    assert bench.page.banner.text.text().startswith("Taobao orders are missing. ")
    assert [bench.page.model.order(0).platform] == [Platform.ALIBABA]
    bench.desk.sandbox.control.clear()
    bench.page.banner.retry.click()
    await bench.read()
    assert not bench.page.banner.isVisible()
    assert bench.page.model.rowCount() == 2


async def test_a_gateway_that_is_down_can_be_tried_again(bench):
    bench.desk.sandbox.control.fault("*", "http_500", times=0)
    bench.controller.refresh()
    await bench.read()
    assert bench.page.failed.isVisible()
    bench.desk.sandbox.control.clear()
    bench.page.failed.button.click()
    await bench.read()
    assert bench.page.hint.isVisible()


async def test_a_state_narrows_the_list(bench):
    await bench.place()
    for state, rows in (("To pay", 1), ("Shipped", 0), ("All orders", 1)):
        bench.page.states.setCurrentText(state)
        bench.page.states.activated.emit(bench.page.states.currentIndex())
        await bench.read()
        assert bench.page.model.rowCount() == rows
    assert bench.page.table.isVisible()


async def test_an_order_without_an_answer_is_settled_in_the_background(bench):
    await bench.place(fault="cut_after")
    assert bench.states == [IntentState.UNKNOWN]
    assert bench.page.unsettled.isVisible()
    await until(lambda: not bench.states)
    await bench.read()
    assert bench.page.model.rowCount() == 1
    assert bench.desk.sandbox.control.calls("AO7") == 1


async def test_an_order_is_asked_about_now(bench):
    await bench.place(fault="cut_after")
    (row,) = bench.page.unsettled.rows.values()
    row.ask.click()
    await bench.read()
    await until(lambda: not bench.states)
    await bench.read()
    assert bench.page.model.rowCount() == 1


async def test_an_order_that_never_arrived_is_sent_again_once(bench):
    await bench.place(fault="cut_before")
    bench.controller.refresh()
    await until(lambda: bench.states == [IntentState.ABSENT])
    (row,) = bench.page.unsettled.rows.values()
    row.send.click()
    row.send.click()
    bench.page.unsettled.send_requested.emit(row.intent.reference)
    await until(lambda: not bench.states)
    await bench.placing.finish(seconds=5)
    await bench.read()
    assert bench.desk.sandbox.control.calls("AO7") == 2
    assert len(bench.desk.sandbox.control.orders()) == 1


async def test_an_order_that_never_arrived_is_given_up(bench):
    await bench.place(fault="cut_before")
    bench.controller.refresh()
    await until(lambda: bench.states == [IntentState.ABSENT])
    (row,) = bench.page.unsettled.rows.values()
    row.give_up.click()
    await until(lambda: not bench.states)
    await bench.placing.finish(seconds=5)
    await bench.read()
    (intent,) = await bench.desk.ordering.intents()
    assert intent.state is IntentState.REJECTED
    assert bench.desk.basket.cart.lines
    assert not bench.desk.sandbox.control.orders()


async def test_a_refused_order_is_shown_until_it_is_dismissed(bench):
    draft = await bench.desk.draft()
    for line in draft.lines:
        bench.desk.sandbox.control.set_stock(line.sku_id, 0)
    await bench.desk.ordering.place(draft)
    await bench.read()
    (row,) = bench.page.unsettled.rows.values()
    assert row.sentence.text().startswith("Not ordered: ")
    row.dismiss.click()
    await until(lambda: not bench.states)
    bench.join().refresh()
    await bench.read()
    assert not bench.states


async def test_an_order_that_was_never_sent_says_so_at_the_next_start(bench):
    await bench.desk.journal.write(await bench.desk.draft())
    bench.controller.refresh()
    await bench.read()
    (row,) = bench.page.unsettled.rows.values()
    assert row.sentence.text().startswith("Not ordered: Never sent")


async def test_asking_goes_on_while_the_gateway_is_away(bench):
    await bench.place(fault="cut_after")
    bench.desk.sandbox.control.fault("AO5", "http_500", times=0)
    bench.controller.refresh()
    await bench.read()
    assert bench.page.banner.isVisible()
    assert bench.states == [IntentState.UNKNOWN]
    bench.desk.sandbox.control.clear()
    await until(lambda: not bench.states)
    await bench.read()
    assert not bench.page.banner.isVisible()


async def test_a_full_page_offers_more(bench, monkeypatch):
    monkeypatch.setattr("sourcing_desktop.services.orders.PAGE_SIZE", 1)
    for row in (0, 6):
        await bench.place(row=row)
    bench.controller.refresh()
    await bench.read()
    assert bench.page.model.rowCount() == 1
    bench.page.more.click()
    await bench.read()
    assert bench.page.model.rowCount() == 2
