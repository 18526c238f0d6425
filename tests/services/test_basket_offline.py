"""The cart while the gateway does not answer: nothing is lost, nothing is told twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from sourcing_desktop.domain.cart import CartLine
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.tasks import TaskScope
from tests.support.desk import Desk, OpenDesk
from tests.support.waiting import until

ADD = {Platform.ALIBABA: "AK5", Platform.TAOBAO: "TK5"}
EDIT = {Platform.ALIBABA: "AK4", Platform.TAOBAO: "TK6"}
UNCLEAR = ["cut_after", "cut_middle"]


async def at_gateway(desk: Desk, platform: Platform = Platform.ALIBABA) -> dict[str, int]:
    """Pieces by SKU, as another program would read them."""
    return {line.sku.id: line.quantity for line in await desk.gateway.side(platform).cart_lines()}


def shown(desk: Desk) -> dict[str, int]:
    return {line.sku.id: line.quantity for line in desk.basket.cart.lines}


async def filled(desk: Desk, platform: Platform = Platform.ALIBABA) -> CartLine:
    """A desk with one line that is told."""
    await desk.fill(platform)
    (line,) = [line for line in desk.basket.cart.lines if line.ref.platform is platform]
    assert not line.untold
    return line


async def restarted(open_desk: OpenDesk) -> Desk:
    desk = await open_desk()
    await desk.basket.load()
    return desk


@pytest.mark.parametrize("kind", ["cut_before", "http_500", "html", "throttle"])
async def test_a_quantity_nobody_takes_is_kept_and_said(desk: Desk, kind: str):
    line = await filled(desk)
    desk.sandbox.control.fault("*", kind, times=0)
    await desk.basket.set_quantity(line.key, 77)
    (mine,) = desk.basket.cart.lines
    assert (mine.quantity, mine.untold) == (77, True)
    assert desk.basket.trouble
    with pytest.raises(SourcingError):
        await desk.basket.tell()
    desk.sandbox.control.clear()
    await desk.basket.tell()
    assert await at_gateway(desk) == {line.sku.id: 77}
    assert [each.untold for each in desk.basket.cart.lines] == [False]
    assert desk.basket.trouble == ""


async def test_a_day_without_a_network_survives_the_night(open_desk: OpenDesk):
    desk = await open_desk()
    edited, dropped = await filled(desk), await filled(desk, Platform.TAOBAO)
    detail = await desk.offer(row=6)
    fresh = detail.skus[0]
    desk.sandbox.control.fault("*", "cut_before", times=0)
    await desk.basket.set_quantity(edited.key, 33)
    await desk.basket.set_note(edited.key, "sample first")
    await desk.basket.set_seller_note(f"1688:{edited.supplier.id}", "请用纸箱")
    await desk.basket.add(detail, {fresh.id: 12})
    await desk.basket.set_later([f"1688:{fresh.id}"], True)
    await desk.basket.remove([dropped.key])
    before = desk.basket.cart

    morning = await restarted(open_desk)
    assert morning.basket.cart == before
    assert [line.untold for line in before.lines] == [True, True]
    assert [(line.note, line.later) for line in before.lines] == [("sample first", False), ("", True)]
    assert before.groups()[0].note == "请用纸箱"
    morning.sandbox.control.clear()
    await morning.basket.refresh()
    assert await at_gateway(morning) == {edited.sku.id: 33, fresh.id: 12} == shown(morning)
    assert await at_gateway(morning, Platform.TAOBAO) == {}
    assert not any(line.untold for line in morning.basket.cart.lines)
    assert [line.later for line in morning.basket.cart.lines] == [False, True]


@pytest.mark.parametrize("kind", UNCLEAR)
@pytest.mark.parametrize("platform", list(Platform))
async def test_goods_added_without_an_answer_are_added_once(desk: Desk, platform: Platform, kind: str):
    detail = await desk.offer(platform)
    sku = detail.skus[0].id
    desk.sandbox.control.fault(ADD[platform], kind)
    await desk.basket.add(detail, {sku: 6})
    assert [line.untold for line in desk.basket.cart.lines] == [True]
    await desk.basket.tell()
    assert await at_gateway(desk, platform) == {sku: 6} == shown(desk)
    assert desk.sandbox.control.calls(ADD[platform]) == 1


@pytest.mark.parametrize("wanted", [9, 6, 4, None])
@pytest.mark.parametrize("kind", ["cut_before", *UNCLEAR])
@pytest.mark.parametrize("call", ["AK4", "AK5"])
async def test_what_is_wanted_by_then_holds_after_an_unclear_answer(
    open_desk: OpenDesk, call: str, kind: str, wanted: int | None
):
    desk = await open_desk()
    detail = await desk.offer()
    key = f"1688:{detail.skus[0].id}"
    if call == "AK4":
        await desk.basket.add(detail, {detail.skus[0].id: 4})
    desk.sandbox.control.fault(call, kind)
    if call == "AK5":
        desk.sandbox.control.fault("AK6", "delay")  # the reading before the adding works
    desk.sandbox.control.fault("AK6", "http_500", times=0)
    if call == "AK4":
        await desk.basket.set_quantity(key, 6)
    else:
        await desk.basket.add(detail, {detail.skus[0].id: 6})
    assert desk.sandbox.control.calls(call) == 1
    if wanted is None:
        await desk.basket.remove([key])
    else:
        await desk.basket.set_quantity(key, wanted)
    desk.sandbox.control.clear()
    again = await restarted(open_desk)
    await again.basket.refresh()
    assert await at_gateway(again) == ({detail.skus[0].id: wanted} if wanted else {}) == shown(again)
    assert [line.elsewhere for line in again.basket.cart.lines] == ([None] if wanted else [])


async def test_a_removal_without_an_answer_can_be_undone(desk: Desk):
    line = await filled(desk)
    desk.sandbox.control.fault("AK2", "cut_after")
    removed = await desk.basket.remove([line.key])
    assert desk.basket.cart.lines == ()
    assert (desk.basket.untold, bool(desk.basket.trouble)) == (1, True)
    await desk.basket.put_back(removed)
    assert await at_gateway(desk) == {line.sku.id: line.quantity} == shown(desk)
    assert not desk.basket.cart.lines[0].untold


async def test_a_program_that_ends_while_telling_tells_once(open_desk: OpenDesk):
    first = await open_desk()
    detail = await first.offer()
    sku = detail.skus[0].id
    first.sandbox.control.fault("AK5", "delay", seconds=0.3)
    scope = TaskScope("test", print)
    scope.start(first.basket.add(detail, {sku: 6}), name="add")
    await until(lambda: first.sandbox.control.calls("AK5") == 1)
    await scope.close()
    await until(lambda: not any(task.get_name().startswith("gateway") for task in asyncio.all_tasks()))
    second = await restarted(open_desk)
    assert [line.untold for line in second.basket.cart.lines] == [True]
    await second.basket.refresh()
    assert await at_gateway(second) == {sku: 6} == shown(second)
    assert second.sandbox.control.calls("AK5") == 1


async def test_the_last_of_many_quantities_is_told_last(desk: Desk):
    line = await filled(desk)
    desk.sandbox.control.fault("AK4", "delay", seconds=0.2)
    await asyncio.gather(*(desk.basket.set_quantity(line.key, pieces) for pieces in (30, 50, 40)))
    assert await at_gateway(desk) == {line.sku.id: 40} == shown(desk)
    assert desk.sandbox.control.calls("AK4") <= 2  # what was typed while the first was told is one call


async def test_the_quantity_shown_can_be_wanted_again_before_another_is_written(desk: Desk):
    line = await filled(desk)
    wanted = (line.quantity + 1, line.quantity)
    await asyncio.gather(*(desk.basket.set_quantity(line.key, pieces) for pieces in wanted))
    assert await at_gateway(desk) == {line.sku.id: line.quantity} == shown(desk)


async def test_one_platform_that_is_silent_does_not_keep_the_other_untold(desk: Desk):
    lines = [await filled(desk, platform) for platform in Platform]
    desk.sandbox.control.fault(EDIT[Platform.ALIBABA], "html", times=0)
    for line in lines:
        await desk.basket.set_quantity(line.key, 55)
    assert [line.untold for line in desk.basket.cart.lines] == [True, False]
    assert await at_gateway(desk, Platform.TAOBAO) == {lines[1].sku.id: 55}


async def meanwhile(desk: Desk, telling, calls: int, work) -> None:
    """Do `work` at the gateway between the telling and the reading after it, the `calls`th."""
    for _ in range(calls - 1):
        desk.sandbox.control.fault("AK6", "delay")
    desk.sandbox.control.fault("AK6", "delay", seconds=0.3)
    told = TaskScope("test", print).start(telling, name="telling")
    await until(lambda: desk.sandbox.control.calls("AK6") == calls)
    await work
    await told


async def test_goods_the_gateway_took_but_does_not_show_are_not_added_twice_at_once(desk: Desk):
    detail = await desk.offer()
    sku = detail.skus[0].id
    nothing_there = desk.gateway.alibaba.delete_from_cart(["1"])
    await meanwhile(desk, desk.basket.add(detail, {sku: 6}), 2, nothing_there)
    assert "does not show it yet" in desk.basket.trouble
    assert (desk.sandbox.control.calls("AK5"), shown(desk)) == (1, {sku: 6})
    await desk.basket.tell()
    assert await at_gateway(desk) == {sku: 6} == shown(desk)


async def test_a_quantity_the_gateway_took_but_does_not_have_is_not_taken_for_told(desk: Desk):
    line = await filled(desk)
    as_before = desk.gateway.alibaba.edit_cart(line.row_id, line.quantity)
    desk.sandbox.control.clear()
    await meanwhile(desk, desk.basket.set_quantity(line.key, 77), 1, as_before)
    assert "does not show it yet" in desk.basket.trouble
    assert [(each.quantity, each.untold) for each in desk.basket.cart.lines] == [(77, True)]
    await desk.basket.tell()
    assert await at_gateway(desk) == {line.sku.id: 77} == shown(desk)


async def test_a_refusal_of_what_the_gateway_has_all_the_same_is_none(desk: Desk):
    line = await filled(desk)
    after_all = desk.gateway.alibaba.edit_cart(line.row_id, 77)
    desk.sandbox.control.clear()
    desk.sandbox.control.fault("AK4", "code", code=50000)
    await meanwhile(desk, desk.basket.set_quantity(line.key, 77), 1, after_all)
    assert await at_gateway(desk) == {line.sku.id: 77} == shown(desk)
    assert [each.untold for each in desk.basket.cart.lines] == [False]


async def test_goods_that_were_there_already_become_what_was_wanted(desk: Desk):
    """An addition that arrives twice, as through a proxy that repeats it."""
    detail = await desk.offer()
    sku = detail.skus[0].id
    desk.sandbox.control.fault("AK5", "cut_after")
    await desk.basket.add(detail, {sku: 6})
    row = next(iter(await desk.gateway.alibaba.cart_lines()))
    await desk.gateway.alibaba.add_to_cart(replace(row, quantity=6))
    await desk.basket.tell()
    assert await at_gateway(desk) == {sku: 6} == shown(desk)
    assert desk.basket.cart.lines[0].elsewhere == 12  # and it is said
