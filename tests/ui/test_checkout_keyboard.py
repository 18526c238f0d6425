"""The confirmation by keyboard: where Tab leads, and what Escape leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.ui.dialogs import in_order
from tests.support.desk import WAREHOUSE
from tests.support.waiting import until

pytestmark = pytest.mark.parametrize("desk", ["v1"], indirect=True)  # whose numbers `set_price` goes by
YIWU = replace(WAREHOUSE, city="金华市", district="义乌市", town="福田街道", district_code="330782")


async def test_the_keyboard_walks_through_the_sheet_as_it_is_read(bench):
    await bench.addresses.save(AddressEntry(YIWU, label="Yiwu"))
    sheet = await bench.begin(*Platform)
    terms = sheet.cards[0].terms
    terms.own_address.setCurrentIndex(0)
    bench.desk.sandbox.control.set_price(bench.desk.basket.cart.lines[0].ref.id, 200)
    sheet.cards[0].again.click()
    await bench.answered()
    tick = sheet.cards[0].differences.large.tick
    wanted = [
        sheet.address.box,
        sheet.address.new,
        sheet.cards[0].include,
        tick,
        sheet.cards[0].note,
        terms.own_address,
        terms.again,
        terms.trade.box,
        sheet.cards[1].include,
        sheet.foot.deed,
        sheet.foot.rate,
        *in_order(sheet.leave, sheet.place),
    ]
    passed = [wanted[0]]
    while (following := passed[-1].nextInFocusChain()) is not passed[0]:
        passed.append(following)
    assert [each for each in passed if each in wanted] == wanted
    await bench.close()


async def test_escape_leaves_the_address_that_is_being_written_and_not_the_sheet(bench):
    sheet = await bench.begin()
    sheet.address.new.click()
    sheet.address.form.lines["name"].setText("half written")
    QTest.keyClick(sheet.address.form.lines["name"], Qt.Key.Key_Escape)
    assert (sheet.isVisible(), sheet.address.writing) == (True, False)
    sheet.address.new.click()
    assert sheet.address.form.lines["name"].text() == "half written"
    sheet.address.form.cancel.click()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    await until(lambda: bench.checkout.confirmation is None)


async def test_escape_does_not_throw_away_the_first_address(bench):
    await bench.desk.fill()
    bench.page.checkout.click()
    await until(lambda: bench.checkout.confirmation is not None and bench.sheet.complete)
    sheet = bench.sheet
    sheet.address.form.lines["name"].setText("half written")
    QTest.keyClick(sheet.address.form.lines["name"], Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.banner.text.text().startswith("Use the address you have written")
    await bench.close()
