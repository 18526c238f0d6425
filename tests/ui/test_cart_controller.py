"""The cart page on real services: quantities told once, refusals, removal and its undo, failures."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.cart.cart_controller import CartController
from sourcing_desktop.ui.cart.cart_model import GOODS, QUANTITY
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.cart.cart_undo import CartUndo
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

    async def at_rest(self):
        """After everything under way."""
        await until(lambda: not self.scope.busy)

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
    controller = CartController(page, desk.basket, desk.ordering, scope, scope, CartUndo(toast, scope))
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


async def test_of_quantities_typed_in_haste_the_last_one_is_told(bench):
    await bench.desk.fill()
    quantity = bench.lines[0].quantity
    lot = bench.lines[0].rules.lot
    for more in (1, 2, 3):
        bench.enter(quantity + more * lot)
    await bench.at_rest()
    assert bench.lines[0].quantity == quantity + 3 * lot
    assert await bench.on_the_gateway() == [quantity + 3 * lot]
    assert bench.desk.sandbox.control.calls("AK4") <= 2
    bench.page.undo_requested.emit()
    await bench.at_rest()
    assert bench.lines[0].quantity == quantity


async def test_checking_out_tells_the_quantity_at_once(bench):
    await bench.desk.fill()
    quantity = bench.lines[0].quantity + bench.lines[0].rules.lot
    bench.enter(quantity)
    bench.page.checkout.click()
    await until(lambda: not bench.scope.running("checking out"))
    assert await bench.on_the_gateway() == [quantity]


async def test_a_quantity_nobody_answers_for_is_kept_and_told_later(bench):
    await bench.desk.fill()
    wanted = bench.lines[0].quantity + bench.lines[0].rules.lot
    bench.desk.sandbox.control.fault("AK4", "cut_before", times=0)
    bench.enter(wanted)
    await until(bench.page.banner.isVisible)
    assert bench.page.banner.text.text().endswith("1 change here is kept and told when it answers.")
    assert (bench.cell().data(), bench.lines[0].quantity) == (str(wanted), wanted)
    assert bench.page.model.line(bench.cell()).untold
    assert bench.page.checkout.isEnabled()
    bench.desk.sandbox.control.clear()
    bench.page.banner.retry.click()
    await bench.at_rest()
    assert not bench.page.model.line(bench.cell()).untold
    assert not bench.page.banner.isVisible()
    assert await bench.on_the_gateway() == [wanted]


async def test_checking_out_waits_until_the_gateway_knows(bench):
    await bench.desk.fill()
    bench.desk.sandbox.control.fault("AK4", "cut_before", times=0)
    ready = QSignalSpy(bench.page.checkout_ready)
    bench.enter(bench.lines[0].quantity + bench.lines[0].rules.lot)
    bench.page.checkout.click()
    await until(lambda: not bench.scope.running("checking out"))
    assert ready.count() == 0
    assert bench.page.banner.isVisible()
    bench.desk.sandbox.control.clear()
    bench.page.checkout.click()
    await until(ready.count)


async def test_a_quantity_typed_at_the_last_moment_is_kept(bench, open_desk):
    await bench.desk.fill()
    wanted = bench.lines[0].quantity + bench.lines[0].rules.lot
    bench.page.tree.setCurrentIndex(bench.cell())
    bench.page.tree.commands.edit_quantity()
    (editor,) = bench.page.tree.viewport().findChildren(QLineEdit)
    editor.setText(str(wanted))
    editor.setModified(True)
    bench.controller.keep()
    await bench.scope.finish(seconds=5)
    assert bench.lines[0].quantity == wanted
    after_restart = await open_desk()
    await after_restart.basket.load()
    assert [line.quantity for line in after_restart.basket.cart.lines] == [wanted]


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
    bench.page.tree.commands.remove_requested.emit((line.key,))
    assert bench.toast.isVisible()
    await bench.at_rest()
    assert bench.page.hint.isVisibleTo(bench.page)
    assert await bench.on_the_gateway() == []
    bench.toast.undo.click()
    await bench.at_rest()
    assert (bench.lines[0].sku.id, bench.lines[0].quantity) == (line.sku.id, line.quantity)
    assert await bench.on_the_gateway() == [line.quantity]


async def test_every_change_is_taken_back_in_turn(bench):
    await bench.desk.fill()
    (line,) = bench.lines
    commands = bench.page.tree.commands
    bench.enter(line.quantity + line.rules.lot)
    await bench.at_rest()
    bench.page.note_written.emit(line.key, "for the fair \U0001f9f5 \u0645\u0631\u062d\u0628\u0627")
    await bench.at_rest()
    bench.page.seller_note_written.emit(f"1688:{line.supplier.id}", "no invoice")
    await bench.at_rest()
    commands.move_requested.emit((line.key,), True)
    await bench.at_rest()
    commands.remove_requested.emit((line.key,))
    await bench.at_rest()
    assert not bench.lines
    seen = []
    for _ in range(5):
        bench.page.undo_requested.emit()
        await bench.at_rest()
        assert bench.toast.text.text().startswith("Undone: ")
        (now,) = bench.lines
        told = bench.desk.basket.cart.notes.get(f"1688:{line.supplier.id}", "")
        seen.append((now.later, told, now.note[:12], now.quantity - line.quantity))
    more = line.rules.lot
    assert seen == [
        (True, "no invoice", "for the fair", more),
        (False, "no invoice", "for the fair", more),
        (False, "", "for the fair", more),
        (False, "", "", more),
        (False, "", "", 0),
    ]
    bench.page.undo_requested.emit()
    await bench.at_rest()
    assert bench.toast.text.text() == "There is nothing to undo in the cart."


async def test_the_last_change_is_the_one_typed_a_moment_ago(bench):
    await bench.desk.fill()
    (line,) = bench.lines
    bench.enter(line.quantity + line.rules.lot)
    bench.page.undo_requested.emit()
    await bench.at_rest()
    assert (bench.cell().data(), bench.lines[0].quantity) == (str(line.quantity), line.quantity)


async def test_a_line_kept_for_later_is_in_no_order(bench):
    for platform in Platform:
        await bench.desk.fill(platform)
    line = bench.lines[0]
    bench.page.tree.commands.move_requested.emit((line.key,), True)
    await bench.at_rest()
    assert bench.page.checkout.text() == "Check out 1 seller"
    assert bench.page.model.cart.later[0].line.key == line.key
    assert bench.toast.text.text().endswith("for later")


async def test_the_buyer_decides_between_two_computers(bench):
    await bench.desk.fill()
    (line,) = bench.lines
    ours, theirs = line.quantity + line.rules.lot, line.quantity + 2 * line.rules.lot
    bench.desk.sandbox.control.fault("AK4", "cut_before", times=0)
    bench.enter(ours)
    await until(bench.page.banner.isVisible)
    bench.desk.sandbox.control.clear()
    row = bench.lines[0].row_id
    await bench.desk.gateway.side(Platform.ALIBABA).edit_cart(row, theirs)
    bench.controller.refresh()
    await until(lambda: bench.lines[0].elsewhere == theirs)
    shown = bench.page.model.line(bench.cell())
    assert [remark.text for remark in shown.remarks] == [f"Another computer set {theirs:,}"]
    bench.page.tree.commands.do(bench.cell().siblingAtColumn(GOODS), shown.remarks[0].deeds[0])
    await bench.at_rest()
    assert (bench.lines[0].quantity, bench.lines[0].elsewhere) == (theirs, None)
    assert await bench.on_the_gateway() == [theirs]


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


async def test_what_was_ordered_is_not_offered_to_be_taken_back(bench):
    draft = await bench.desk.draft()
    bench.enter(2 * bench.lines[0].quantity)
    await bench.at_rest()
    bench.enter(draft.lines[0].quantity)
    await bench.at_rest()
    bench.toast.say("Added", lambda: None)
    assert not bench.toast.isHidden()
    await bench.desk.ordering.place(draft)
    assert bench.toast.isHidden()
    await bench.at_rest()
