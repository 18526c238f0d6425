"""From the offer into the cart: once, whatever the answer was, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app.hand import click, press
from tests.support.waiting import until
from tests.ui.offer.conftest import in_lots, tiered

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


async def test_into_the_cart(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20", row=0)
    await bench.type_quantity("30", row=2)
    click(bench.page.add)
    assert bench.page.add.text() == "Adding…"
    await until(bench.toast.isVisible)
    assert bench.toast.text.text() == "Added 50 pieces to the cart"
    assert bench.cart() == {detail.skus[0].id: 20, detail.skus[2].id: 30}
    assert not bench.page.skus.quantities()
    assert not bench.page.add.isEnabled()
    assert bench.page.add.text() == "Add to cart"


async def test_what_was_added_is_taken_back(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.desk.basket.add(detail, {detail.skus[0].id: 25})
    await bench.type_quantity("20", row=0)
    await bench.type_quantity("30", row=2)
    click(bench.page.add)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 45, detail.skus[2].id: 30}
    click(bench.toast.undo)
    await until(lambda: bench.cart() == {detail.skus[0].id: 25})
    await bench.type_quantity("7", row=1)
    click(bench.page.add)
    await until(lambda: detail.skus[1].id in bench.cart() and bench.page.add.text() == "Add to cart")
    bench.undo.undo_last()
    await until(lambda: bench.cart() == {detail.skus[0].id: 25})
    await bench.answered()


async def test_twice_in_haste_adds_once(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    for _ in range(2):
        bench.page.add.click()
        bench.page.add_requested.emit()
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 20}
    assert bench.desk.sandbox.control.calls("AK5") == 1


async def test_what_is_still_in_the_editor_is_taken_along(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.table.setCurrentIndex(bench.cell(1))
    press(bench.table, KEY.Key_3)
    press(bench.table, KEY.Key_0)
    press(bench.table, KEY.Key_Return, CTRL)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 20, detail.skus[1].id: 30}


async def test_goods_are_in_the_cart_while_the_gateway_cannot_be_reached(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.desk.sandbox.control.fault("*", "http_500", times=0)
    click(bench.page.add)
    await until(bench.toast.isVisible)
    assert bench.toast.text.text() == "Added 20 pieces to the cart"
    assert bench.cart() == {detail.skus[0].id: 20}
    assert not bench.page.banner.isVisible()
    bench.desk.sandbox.control.clear()
    await bench.desk.basket.tell()
    assert [line.quantity for line in await bench.desk.gateway.alibaba.cart_lines()] == [20]


async def test_a_refused_sku_stays_typed_and_the_other_is_not_added_again(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20", row=0)
    await bench.type_quantity("30", row=1)
    control = bench.desk.sandbox.control
    control.fault("AK5", "delay")  # the first one works
    control.fault("AK5", "code", code=50000)
    click(bench.page.add)
    await until(bench.page.banner.isVisible)
    assert (bench.cell(0).data(), bench.cell(1).data()) == ("", "30")
    assert bench.page.add.isEnabled()
    click(bench.page.banner.retry)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 20, detail.skus[1].id: 30}
    assert not bench.page.banner.isVisible()


async def test_an_answer_that_was_cut_off_is_settled_by_looking_into_the_cart(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.desk.sandbox.control.fault("AK5", "cut_after")
    click(bench.page.add)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 20}
    assert bench.desk.sandbox.control.calls("AK5") == 1
    assert not bench.page.skus.quantities()


async def test_what_was_added_without_a_word_is_not_added_again(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.desk.sandbox.control.fault("AK5", "cut_after")
    bench.desk.sandbox.control.fault("AK6", "delay")  # before adding it can be read
    for code in ("AK6", "TK3"):
        bench.desk.sandbox.control.fault(code, "http_500", times=0)
    click(bench.page.add)
    await until(bench.toast.isVisible)
    assert [line.untold for line in bench.desk.basket.cart.lines] == [True]
    bench.desk.sandbox.control.clear()
    await bench.desk.basket.tell()
    assert bench.cart() == {detail.skus[0].id: 20}
    assert [line.quantity for line in await bench.desk.gateway.alibaba.cart_lines()] == [20]
    assert bench.desk.sandbox.control.calls("AK5") == 0


async def test_what_is_typed_while_adding_stays(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.desk.sandbox.control.fault("AK5", "delay", seconds=0.3)
    click(bench.page.add)
    await bench.type_quantity("25", row=0)
    await bench.type_quantity("x", row=1)
    await until(bench.toast.isVisible)
    assert (bench.cell(0).data(), bench.cell(1).data()) == ("25", "x")
    assert not bench.page.add.isEnabled()


async def test_a_failure_is_not_told_at_another_offer(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.desk.sandbox.control.fault("AK6", "delay", seconds=0.3)
    bench.desk.sandbox.control.fault("AK5", "code", code=50000)
    title = bench.page.title.text()
    click(bench.page.add)
    await until(lambda: bench.desk.sandbox.control.calls("AK6"))
    await bench.open(pick(in_lots))
    await until(bench.toast.isVisible)
    assert bench.toast.text.text().startswith(f"Not added to the cart: {title}.")
    assert not bench.page.banner.isVisible()


async def test_the_keyboard_and_the_place_stay_while_adding(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    bench.page.scroll_to(10_000)
    bench.page.scroll_to(place := bench.page.scroll - 100)
    assert bench.table.visibleRegion().isEmpty()
    bench.page.add.setFocus()
    press(bench.page.add, KEY.Key_Space)
    assert bench.page.add.hasFocus()
    await until(bench.toast.isVisible)
    assert not bench.page.add.isEnabled()
    assert QApplication.focusWidget() is bench.page._area
    assert bench.page.scroll == place
    await bench.type_quantity("20")
    bench.page.scroll_to(0)
    bench.table.scrollTo(bench.cell())
    bench.page._area.ensureWidgetVisible(bench.table)
    bench.page.add.setFocus()
    press(bench.page.add, KEY.Key_Space)
    await until(lambda: not bench.page.add.isEnabled())
    assert bench.table.hasFocus()


async def test_the_words_below_stand_beside_the_middle_of_the_button(bench, pick):
    await bench.open(pick(tiered))
    foot = bench.page.foot
    await until(lambda: abs(foot.parts.geometry().center().y() - foot.add.geometry().center().y()) <= 1)
    assert foot.sum.isHidden()
    await bench.type_quantity("20")
    assert foot.sum.isVisible()
