"""What stands between a preview and the buyer's word: changes, refusals, repetition, notes, addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.offer import Platform
from tests.support.desk import WAREHOUSE, fits
from tests.support.goods import cart_line, supplier
from tests.support.waiting import until

pytestmark = pytest.mark.parametrize("desk", ["v1"], indirect=True)  # whose numbers `set_price` goes by
YIWU = replace(WAREHOUSE, city="金华市", district="义乌市", town="福田街道", district_code="330782")


async def drafts(bench):
    return [intent.draft for intent in await bench.desk.ordering.intents()]


async def offer_with_two_skus(desk):
    for row in range(0, 18, 3):
        detail = await desk.offer(row=row)
        if sum(fits(sku, detail) for sku in detail.skus) > 1:
            return detail
    raise AssertionError("no such offer")


async def test_a_price_that_doubled_is_agreed_to_or_nothing_is_placed(bench):
    sheet = await bench.begin()
    await bench.close()
    bench.desk.sandbox.control.set_price(bench.desk.basket.cart.lines[0].ref.id, 200)
    for _ in range(2):  # looking at it and going away is no consent
        bench.page.checkout.click()
        await bench.answered()
        sheet, (card,) = bench.sheet, bench.sheet.cards
        assert "(100 %) more than when you took it." in card.lines.accessibleDescription()
        assert sheet.foot.obstacle.text() == f"Look at what is marked at {card.name}, and tick it."
        assert not sheet.place.isEnabled()
        sheet.place_requested.emit()
        await bench.close()
    bench.page.checkout.click()
    await bench.answered()
    bench.sheet.foot.deed.click()
    assert bench.sheet.focusWidget() is bench.sheet.cards[0].differences.large.tick
    QTest.keyClick(bench.sheet.focusWidget(), Qt.Key.Key_Space)
    bench.sheet.place.click()
    await until(lambda: bench.sheet.title.text() == "1 order placed")
    await bench.close()
    (draft,) = await drafts(bench)
    assert draft.goods == draft.lines[0].unit_price * draft.lines[0].quantity * 2
    assert len(bench.orders) == 1


async def test_lines_that_cannot_be_bought_are_kept_for_later_by_one_click(bench):
    detail = await offer_with_two_skus(bench.desk)
    gone, fine = [sku.id for sku in detail.skus if fits(sku, detail)][:2]
    await bench.desk.basket.add(
        detail, dict.fromkeys((gone, fine), detail.rules.rounded_up(detail.rules.moq))
    )
    bench.desk.sandbox.control.set_stock(gone, 0)
    await bench.addresses.use(WAREHOUSE)
    bench.page.checkout.click()
    await bench.answered()
    (card,) = bench.sheet.cards
    assert card.banner.text.text() == "1 of 2 lines cannot be bought like this; why is said below them."
    card.banner.retry.click()
    await until(bench.sheet.place.isEnabled)
    assert [line.sku.id for line in bench.desk.basket.cart.later] == [gone]
    assert card.included
    bench.sheet.place.click()
    await until(lambda: bench.sheet.title.text() == "1 order placed")
    await bench.close()
    (draft,) = await drafts(bench)
    assert [line.sku_id for line in draft.lines] == [fine]
    assert [line.sku.id for line in bench.desk.basket.cart.lines] == [gone]


async def test_lines_of_the_seller_that_are_gone_are_said(bench):
    detail = await offer_with_two_skus(bench.desk)
    gone, fine = [sku.id for sku in detail.skus if fits(sku, detail)][:2]
    pieces = detail.rules.rounded_up(detail.rules.moq)
    await bench.desk.basket.add(detail, dict.fromkeys((gone, fine), pieces))
    bench.desk.sandbox.control.set_stock(gone, 0)
    await bench.desk.basket.refresh()
    await bench.addresses.use(WAREHOUSE)
    bench.page.checkout.click()
    await bench.answered()
    (card,) = bench.sheet.cards
    assert [line.sku.id for line in card.group.lines] == [fine]
    assert card.split.isVisible()
    assert card.split.text() == "1 line of this seller cannot be ordered now and stays in the cart."
    await bench.close()


async def test_no_other_button_comes_under_a_double_click(bench):
    sheet = await bench.begin()
    bench.desk.sandbox.control.fault("AO7", "delay", seconds=0.3)
    before = sheet.place.geometry()
    sheet.place.click()
    assert (sheet.place.text(), sheet.place.isVisible(), sheet.place.isEnabled()) == ("Placing…", True, False)
    sheet.foot.layout().activate()
    assert all(
        not button.isVisible() or not button.geometry().intersects(before)
        for button in (sheet.leave, sheet.pay)
    )
    await until(lambda: sheet.title.text() == "1 order placed")
    await until(lambda: not sheet.place.isVisible())
    await bench.close()


async def test_the_same_goods_to_the_same_address_ask_twice(bench):
    sheet = await bench.begin()
    lines = bench.desk.basket.cart.lines
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    await bench.desk.basket.put_back(lines)
    bench.page.checkout.click()
    await bench.answered()
    sheet = bench.sheet
    repeat = sheet.cards[0].differences.repeat
    assert bench.orders[0]["id"] in repeat.text.text()
    assert not sheet.place.isEnabled()
    repeat.tick.click()
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    assert len(bench.orders) == 2


async def test_asking_can_be_stopped_and_taken_up_again(bench):
    await bench.desk.fill(Platform.ALIBABA)
    await bench.desk.fill(Platform.TAOBAO)
    await bench.addresses.use(WAREHOUSE)
    for code in ("AO6", "TK2"):
        bench.desk.sandbox.control.fault(code, "delay", times=0, seconds=0.5)
    bench.page.checkout.click()
    await until(lambda: bench.checkout.confirmation is not None and len(bench.sheet.cards) == 2)
    await until(lambda: bench.sheet.foot.obstacle.text() == "Asking for freight and totals: 0 of 2")
    assert bench.sheet.foot.deed.text() == "Stop"
    bench.sheet.foot.deed.click()
    assert [card.age.text() for card in bench.sheet.cards] == ["Not asked for freight and total."] * 2
    assert bench.sheet.foot.deed.text() == "Ask again"
    bench.desk.sandbox.control.clear()
    bench.sheet.foot.deed.click()
    await until(bench.sheet.place.isEnabled)
    await bench.close()


async def test_a_note_is_there_again_when_the_sheet_was_closed(bench):
    sheet = await bench.begin()
    QTest.keyClicks(sheet.cards[0].note, "no invoice")
    await bench.close()
    (group,) = bench.desk.basket.cart.groups()
    assert group.note == "no invoice"
    bench.page.model.show_cart(bench.desk.basket.cart)
    bench.page.checkout.click()
    await bench.answered()
    assert bench.sheet.cards[0].note.text() == "no invoice"
    await bench.close()


async def test_one_order_goes_elsewhere(bench):
    await bench.addresses.save(AddressEntry(YIWU, label="Yiwu"))
    sheet = await bench.begin(*Platform)
    terms, asked = sheet.cards[1].terms, bench.desk.sandbox.control.calls("TK2")
    terms.elsewhere.click()
    terms.own_address.setCurrentIndex(terms.own_address.findText("Yiwu", Qt.MatchFlag.MatchContains))
    terms.own_address.activated.emit(terms.own_address.currentIndex())
    terms.own_address.hidePopup()
    assert not sheet.place.isEnabled()
    await until(sheet.place.isEnabled)
    assert bench.desk.sandbox.control.calls("TK2") == asked + 1
    sheet.place.click()
    await until(lambda: sheet.title.text() == "2 orders placed")
    await bench.close()
    went = {draft.platform: draft.address for draft in await drafts(bench)}
    assert went == {Platform.ALIBABA: WAREHOUSE, Platform.TAOBAO: YIWU}


async def test_one_order_goes_elsewhere_also_when_that_address_is_edited(bench):
    await bench.addresses.save(AddressEntry(YIWU, label="Yiwu"))
    sheet = await bench.begin()
    own = sheet.cards[0].terms.own_address
    own.setCurrentIndex(own.findText("Yiwu", Qt.MatchFlag.MatchContains))
    own.activated.emit(own.currentIndex())
    box = sheet.address.box
    box.setCurrentIndex(box.findText("Yiwu", Qt.MatchFlag.MatchContains))
    sheet.address.edit.click()
    sheet.address.form.lines["street"].setText("城店路999号")
    sheet.address.form.save.click()
    box.setCurrentIndex(box.findText("余杭", Qt.MatchFlag.MatchContains))
    box.activated.emit(box.currentIndex())
    await until(sheet.place.isEnabled)
    assert sheet.address.address == WAREHOUSE
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    (draft,) = await drafts(bench)
    assert draft.address == replace(YIWU, street="城店路999号")


async def test_another_way_of_trading_travels_with_the_order(bench):
    sheet = await bench.begin()
    box = sheet.cards[0].terms.trade.box
    box.setCurrentIndex(box.findData("alipay"))
    box.activated.emit(box.currentIndex())
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    assert [draft.trade_type for draft in await drafts(bench)] == ["alipay"]


async def test_the_total_is_said_in_the_buyers_currency_at_the_rate_they_stated(bench):
    sheet = await bench.begin()
    assert not sheet.foot.about.isVisible()
    await bench.exchange.state("VND", Decimal(3550))
    dong = bench.exchange.rate.convert(sheet.cards[0].preview.total).minor
    assert sheet.foot.about.text().startswith(f"about ₫{dong:,} at ₫3,550 for ¥1, your rate of ")
    await bench.close()


async def test_partial_success_is_plain_and_what_was_placed_can_be_paid(bench):
    sheet = await bench.begin(*Platform)
    bench.desk.sandbox.control.fault("AO7", "code", code=40001)
    wanted = []
    bench.checkout.pay_requested.connect(wanted.append)
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 of 2 orders placed")
    assert sheet.foot.obstacle.text() == f"Not ordered: {sheet.cards[0].name}."
    assert sheet.subtitle.text().startswith("1 not ordered.")
    assert sheet.foot.total.text() == sheet.cards[1].sums.amounts["total"].text()
    assert sheet.foot.count.text() == "1 order placed"
    assert sheet.pay.text() == "Pay 1 order…"
    sheet.pay.click()
    await bench.close()
    assert wanted == [((Platform.TAOBAO, bench.orders[0]["id"]),)]


async def test_every_step_of_an_order_is_said(bench):
    sheet = await bench.begin()
    steps = []
    bench.desk.ordering.changed.subscribe(lambda _intent: steps.append(sheet.cards[0].outcome.text()))
    sheet.place.click()
    assert sheet.cards[0].outcome.text() == "Writing down…"
    await until(lambda: sheet.title.text() == "1 order placed")
    await bench.close()
    named = bench.orders[0]["id"]
    assert steps == [
        "Written down. Waiting to be sent…",
        "Sending…",
        f"Order {named} is named. Looking whether it is there…",
        f"Ordered. Order {named}.",
    ]


async def test_what_is_left_out_stays_in_the_cart_and_is_said(bench):
    sheet = await bench.begin(*Platform)
    sheet.cards[1].include.click()
    sheet.place.click()
    await until(lambda: sheet.title.text() == "1 order placed")
    assert sheet.cards[1].outcome.text() == "Left out. Its goods stay in your cart."
    await bench.close()
    assert [line.ref.platform for line in bench.desk.basket.cart.lines] == [Platform.TAOBAO]


async def test_fifty_sellers_open_card_by_card_and_a_cart_that_changed_is_not_ordered(bench):
    await bench.addresses.use(WAREHOUSE)
    lines = tuple(
        cart_line(seller * 10 + row, seller=supplier(seller)) for seller in range(50) for row in range(10)
    )
    bench.checkout.begin(Cart(lines).groups())
    await until(lambda: bench.checkout.confirmation is not None and bench.sheet.isVisible())
    assert len(bench.sheet.cards) < 50
    await until(lambda: len(bench.sheet.cards) == 50, seconds=20)
    await bench.answered()
    assert bench.sheet.foot.obstacle.text().endswith("and 47 more.")
    assert "check out again" in bench.sheet.cards[49].banner.text.text()
    assert not bench.sheet.place.isEnabled()
    await bench.close()


async def test_a_cart_that_changes_under_the_sheet_is_not_ordered_as_it_was(bench):
    sheet = await bench.begin()
    (line,) = bench.desk.basket.cart.lines
    await bench.desk.basket.set_quantity(line.key, line.quantity + line.rules.lot)
    sheet.place.click()
    assert sheet.banner.text.text().startswith("Your cart has changed")
    await bench.answered()
    assert "another quantity now" in sheet.cards[0].banner.text.text()
    assert not sheet.place.isEnabled()
    await bench.close()
    assert bench.orders == []


async def test_totals_from_before_the_clock_was_set_back_are_asked_for_again(bench):
    sheet = await bench.begin()
    bench.clock.ahead = timedelta(hours=-5)
    sheet.place.click()
    assert "asked for again" in sheet.banner.text.text()
    await bench.close()
    assert bench.orders == []
