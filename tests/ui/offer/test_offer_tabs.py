"""Several offers in tabs, each with its way back and what was typed there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.app.hand import click, press
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.ui.offer.visits import MOST_DETAILS, MOST_VISITS, Lately, Trail, Visit
from tests.support.waiting import until
from tests.ui.offer.conftest import in_lots, tiered

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


async def apart(bench, ref):
    """Open an offer in a tab of its own and wait until it is read."""
    detail = await bench.desk.gateway.alibaba.detail(ref)
    bench.controller.open_apart(detail.offer)
    await bench.all_read()
    return detail


async def test_back_and_forward(bench, pick):
    first = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    await bench.type_quantity("abc", row=1)
    second = await bench.open(pick(in_lots))
    assert not bench.page.typed()
    press(bench.page, KEY.Key_Left, ALT)
    assert bench.page.detail is first
    assert [bench.cell(row).data() for row in (0, 1)] == ["20", "abc"]
    assert not bench.tabs.back.isEnabled()
    press(bench.page, KEY.Key_Right, ALT)
    assert bench.page.detail is second
    assert not bench.tabs.forward.isEnabled()
    click(bench.tabs.back)
    assert bench.page.detail is first
    QTest.mouseClick(bench.tabs, Qt.MouseButton.ForwardButton, pos=bench.tabs.rect().center())
    assert bench.page.detail is second
    assert bench.desk.sandbox.control.calls("AG1") == 2


async def test_what_is_opened_next_ends_the_way_forward(bench, pick):
    first = await bench.open(pick(tiered))
    await bench.open(pick(in_lots))
    bench.tabs.go(-1)
    third = await bench.open(pick(lambda offer: offer.quote == 1))
    assert not bench.tabs.forward.isEnabled()
    bench.tabs.go(-1)
    assert bench.page.detail is first
    bench.tabs.go(1)
    assert bench.page.detail is third


async def test_a_tab_of_its_own_stays_behind(bench, pick):
    first = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    other = await apart(bench, pick(in_lots))
    assert bench.page.detail is first
    assert [bench.tabs.bar.tabToolTip(place) for place in (0, 1)] == [
        first.offer.title.shown,
        other.offer.title.shown,
    ]
    press(bench.page, KEY.Key_Tab, CTRL)
    assert bench.page.detail.ref == other.ref
    await bench.type_quantity("7")
    press(bench.page, KEY.Key_Tab, CTRL)
    assert (bench.page.detail, bench.cell().data()) == (first, "20")
    press(bench.page, KEY.Key_Backtab, CTRL | SHIFT)
    assert bench.cell().data() == "7"


async def test_the_same_offer_in_two_tabs_has_quantities_of_each(bench, pick):
    await bench.open(pick(tiered))
    await bench.type_quantity("20")
    await apart(bench, pick(tiered))
    bench.tabs.walk(1)
    assert not bench.page.typed()
    await bench.type_quantity("5")
    bench.tabs.walk(1)
    assert bench.cell().data() == "20"


async def test_tabs_are_closed_and_opened_again(bench, pick):
    first = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    other = await apart(bench, pick(in_lots))
    press(bench.page, KEY.Key_W, CTRL)
    assert bench.page.detail.ref == other.ref
    press(bench.page, KEY.Key_W, CTRL)
    assert (bench.tabs.front, bench.page.detail) == (None, None)
    assert bench.page.hint.isVisible()
    press(bench.page, KEY.Key_T, CTRL | SHIFT)
    press(bench.page, KEY.Key_T, CTRL | SHIFT)
    assert (bench.page.detail, bench.cell().data()) == (first, "20")


async def test_a_slow_answer_goes_to_the_tab_that_asked(bench, pick):
    slow = (await bench.desk.gateway.alibaba.detail(pick(tiered))).offer
    await bench.open(pick(in_lots))
    shown = bench.page.detail
    bench.desk.sandbox.control.fault("AG1", "delay", seconds=0.3)
    bench.controller.open_apart(slow)
    await bench.all_read()
    assert bench.page.detail is shown
    bench.tabs.walk(1)
    assert bench.page.detail.ref == slow.ref


async def test_a_tab_that_could_not_be_read_says_so_when_it_is_looked_at(bench, pick):
    await bench.open(pick(tiered))
    offer = (await bench.desk.gateway.alibaba.detail(pick(in_lots))).offer
    bench.desk.sandbox.control.fault("AG1", "http_500", times=0)
    bench.controller.open_apart(offer)
    await bench.all_read()
    assert not bench.page.banner.isVisible()
    bench.tabs.walk(1)
    assert bench.page.banner.isVisible()
    bench.desk.sandbox.control.clear()
    click(bench.page.banner.retry)
    await until(lambda: bench.page.detail is not None)
    assert bench.page.detail.ref == offer.ref


async def test_goods_added_from_a_tab_that_was_left_are_not_typed_there_any_more(bench, pick):
    detail = await bench.open(pick(tiered))
    await bench.type_quantity("20")
    await apart(bench, pick(in_lots))
    bench.desk.sandbox.control.fault("AK5", "delay", seconds=0.2)
    click(bench.page.add)
    bench.tabs.walk(1)
    await until(bench.toast.isVisible)
    assert bench.cart() == {detail.skus[0].id: 20}
    bench.tabs.walk(1)
    assert bench.page.detail is detail
    assert not bench.page.typed()


async def test_related_offers_open_apart_with_the_middle_button(bench, pick):
    detail = await bench.open(pick(tiered))
    await until(bench.page.related.isVisible)
    QTest.mouseClick(bench.page.related.pictures[1], Qt.MouseButton.MiddleButton)
    await bench.all_read()
    assert bench.page.detail is detail
    assert bench.tabs.bar.count() == 2
    bench.tabs.walk(1)
    assert bench.page.detail is not detail


def visit(number: int) -> Visit:
    return Visit(OfferRef(Platform.ALIBABA, "v1", str(number)))


async def test_offers_looked_at_long_ago_keep_their_cards_and_are_read_again(bench, pick):
    detail = await bench.open(pick(tiered))
    lately, first = Lately(), Visit(detail.ref, None, detail)
    lately.look_at(first)
    for number in range(MOST_DETAILS):
        assert first.detail is detail
        lately.look_at(visit(number))
    assert (first.detail, first.offer) == (None, detail.offer)


def test_a_trail_has_an_end():
    trail = Trail(1, visit(0))
    for number in range(1, MOST_VISITS + 10):
        trail.go_to(visit(number))
    trail.go(-1000)
    assert (trail.here.ref.id, trail.can_go_back, trail.can_go_on) == ("10", False, True)


async def test_two_steps_back_at_once_read_what_is_in_front(bench, pick):
    """As a held Alt+Left goes: twice before anything is read."""
    first = await bench.open(pick(tiered))
    await bench.open(pick(in_lots))
    await bench.open(pick(lambda offer: offer.quote == 1))
    bench.tabs.read_again()
    bench.tabs.go(-1)
    bench.tabs.go(-1)
    bench.tabs.go(1)
    bench.tabs.go(-1)
    await until(lambda: bench.page.detail is not None)
    assert bench.page.detail.ref == first.ref


async def test_related_offers_that_did_not_come_are_asked_for_again(bench, pick):
    await bench.open(pick(tiered))
    bench.desk.sandbox.control.fault("AG8", "delay", seconds=0.3)
    bench.controller.open_ref(pick(in_lots))
    await until(lambda: bench.page.detail is not None)
    bench.controller.open_ref(pick(lambda offer: offer.quote == 1))
    await bench.all_read()
    bench.tabs.go(-1)
    await until(bench.page.related.isVisible)
