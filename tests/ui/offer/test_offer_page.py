"""One offer: prices that follow the quantity, quantities typed and pasted, pictures, and what is related."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from sourcing_desktop.app.hand import click, press
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.ui import formats
from tests.support.waiting import until
from tests.ui.offer.conftest import in_lots, tiered

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BILLION = 10**9


async def test_the_tier_follows_the_quantity_over_all_skus(bench, pick):
    detail = await bench.open(pick(tiered))
    first, second = detail.prices.tiers[:2]
    assert bench.page.prices.reached is None
    await bench.type_quantity(str(first.start))
    assert bench.page.prices.reached == first
    assert bench.page.foot.sum.text() == f"{first.start} pieces · {formats.money(first.price * first.start)}"
    await bench.type_quantity(str(second.start - first.start), row=1)
    assert bench.page.prices.reached == second
    said = bench.page.prices.accessibleDescription()
    assert f"from {second.start}: {formats.money(second.price)}, reached" in said
    assert bench.page.price.text() == formats.money(second.price)
    assert (
        bench.page.foot.sum.text() == f"{second.start} pieces · {formats.money(second.price * second.start)}"
    )
    assert bench.page.add.isEnabled()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("abc", "Enter a whole number, such as 12."),
        ("12.5", "Enter a whole number, such as 12."),
        ("1,5", "Enter a whole number, such as 12."),
        ("-3", "Enter a whole number, such as 12."),
        ("٣", "Enter a whole number, such as 12."),
        ("1e3", "Enter a whole number, such as 12."),
        (str(BILLION), "More than 1,000,000 pieces; check the number."),
        ("9" * 40, "More than 1,000,000 pieces; check the number."),
    ],
)
async def test_what_is_no_quantity_says_so_and_stays(bench, pick, typed, fault):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity(typed)
    assert bench.cell().data() == typed
    assert bench.page.foot.problem.text() == f"{detail.skus[0].name}: {fault}"
    assert bench.page.foot.problem.isVisible()
    assert not bench.page.add.isEnabled()
    await bench.type_quantity("")
    assert not bench.page.foot.problem.isVisible()


@pytest.mark.parametrize("typed", ["1,000", " 1000 ", "1 000", "0001000"])
async def test_a_number_is_read_however_it_is_written(bench, pick, typed):
    await bench.open(pick(lambda offer: offer.lot == 1 and offer.moq < 1000 < offer.skus[0].stock))
    await bench.type_quantity(typed)
    assert list(bench.page.skus.quantities().values()) == [1000]
    assert not bench.page.foot.problem.isVisible()


async def test_below_the_minimum_warns_and_lets_the_buyer(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("1")
    assert bench.page.foot.problem.text().startswith(
        f"Below the minimum of {detail.rules.moq} for this offer."
    )
    assert bench.page.add.isEnabled()


async def test_above_the_stock(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity(str(detail.skus[0].stock + 1))
    assert f"Only {detail.skus[0].stock:,} in stock." in bench.page.foot.problem.text()
    assert not bench.page.add.isEnabled()


async def test_not_a_multiple_of_the_lot(bench, pick):
    detail = await bench.open(pick(in_lots))
    assert f"Sold in lots of {detail.rules.lot}." in bench.page.rules.text()
    await bench.type_quantity(str(detail.rules.lot + 1))
    assert f"Sold in lots of {detail.rules.lot}." in bench.page.foot.problem.text()
    await bench.type_quantity(str(detail.rules.lot))
    assert not any("lots" in fault for fault in bench.page.skus.faults())


async def test_the_picture_of_a_sku_is_shown(bench, pick):
    detail = await bench.open(pick(tiered))
    assert bench.page.gallery.url == detail.pictures[0]
    bench.table.setCurrentIndex(bench.cell(2))
    assert bench.page.gallery.url == detail.skus[2].picture
    click(bench.page.gallery.small[1])
    assert bench.page.gallery.url == detail.pictures[1]
    asked = QSignalSpy(bench.page.similar_requested)
    click(bench.page.similar)
    assert asked.at(0) == [detail.pictures[1]]


async def test_related_offers_are_opened(bench, pick):
    detail = await bench.open(pick(tiered))
    related = bench.page.related
    await until(related.isVisible)
    assert 0 < len(related.pictures) <= 8
    press(related.pictures[0], KEY.Key_Space)
    await until(lambda: bench.page.detail is not None and bench.page.detail is not detail)
    assert bench.page.detail.ref != detail.ref


async def test_an_offer_without_related_ones_has_no_strip(bench, pick):
    bench.desk.sandbox.control.fault("AG8", "http_500", times=0)
    await bench.open(pick(tiered))
    assert not bench.page.related.isVisible()
    assert not bench.page.banner.isVisible()


async def test_an_offer_that_is_gone(bench, pick):
    await bench.open(pick(tiered))
    bench.controller.open_ref(OfferRef(Platform.ALIBABA, "v2", "aaaaaaaaaaaaaaaaaaaaaa"))
    assert bench.page.hint.text.text() == "Reading the offer…"
    await until(bench.page.banner.isVisible)
    assert bench.page.banner.text.text().startswith("The gateway does not know this any more.")
    assert bench.page.detail is None
    assert not bench.page.add.isVisible()


async def test_a_card_whose_offer_cannot_be_read_keeps_what_it_knew(bench, pick):
    offer = (await bench.desk.offer()).offer
    bench.desk.sandbox.control.fault("AG1", "http_500", times=0)
    bench.controller.open(offer)
    assert bench.page.title.text() == offer.title.shown
    await until(bench.page.banner.isVisible)
    assert bench.page.title.isVisible()
    bench.desk.sandbox.control.clear()
    click(bench.page.banner.retry)
    await until(lambda: bench.page.detail is not None)
    assert bench.page.detail.ref == offer.ref
    assert not bench.page.banner.isVisible()


async def test_a_slow_detail_of_another_offer_is_dropped(bench, pick):
    slow, quick = pick(tiered), pick(in_lots)
    bench.desk.sandbox.control.fault("AG1", "delay", seconds=0.4)
    bench.controller.open_ref(slow)
    await until(lambda: bench.desk.sandbox.control.calls("AG1"))
    await bench.open(quick)
    assert bench.page.detail.ref == quick


async def test_the_skus_keep_to_the_rules_of_models(bench, pick):
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(bench.page.skus.model, mode)
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    await bench.type_quantity("abc", row=1)
    bench.page.skus.clear_quantities([bench.page.detail.skus[0].id])
    await bench.open(pick(in_lots))
    assert tester.model() is bench.page.skus.model
