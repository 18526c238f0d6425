"""Previews on a real sandbox: one call per seller, what differs, what is remembered, what is never asked."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from sourcing_desktop.domain.errors import Conflict, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.second_look import Cost, Enquiry
from sourcing_desktop.services.previewing import Previewing
from sourcing_desktop.storage.seen_previews import SeenPreviews
from sourcing_desktop.tasks import TaskScope
from tests.support.desk import WAREHOUSE, Desk
from tests.support.waiting import until

CODES = {Platform.ALIBABA: "AO6", Platform.TAOBAO: "TK2"}
pytestmark = pytest.mark.parametrize("desk", ["v1"], indirect=True)  # whose numbers `set_price` goes by


def previewing(desk: Desk) -> Previewing:
    return Previewing(desk.gateway, desk.basket, SeenPreviews(desk.database, "sandbox"))


async def enquiry(desk: Desk, platform: Platform = Platform.ALIBABA) -> Enquiry:
    return Enquiry(await desk.fill(platform), WAREHOUSE)


@pytest.mark.parametrize("platform", list(Platform))
async def test_nothing_differs_while_nothing_changed(desk, platform):
    asked = await enquiry(desk, platform)
    first = await previewing(desk).ask(asked)
    second = await previewing(desk).ask(asked)
    assert first.preview.orderable
    assert (first.changes, second.changes) == ((), ())
    assert first.preview.total == second.preview.total


async def test_a_price_that_doubled_startles_until_it_was_seen_also_after_a_restart(desk):
    asked = await enquiry(desk)
    before = (await previewing(desk).ask(asked)).preview
    desk.sandbox.control.set_price(asked.group.lines[0].ref.id, 200)
    for _ in range(2):
        answer = await previewing(desk).ask(asked)
        in_cart, in_all = answer.changes
        assert (in_cart.cost, in_cart.before, in_cart.since) == (Cost.GOODS, before.goods, None)
        assert (in_all.cost, in_all.before, in_all.since) == (Cost.TOTAL, before.total, before.asked_at)
        assert in_cart.now == in_cart.before * 2
        assert answer.startling
    await previewing(desk).saw(answer)
    again = await previewing(desk).ask(asked)
    assert [change.cost for change in again.changes] == [Cost.GOODS]  # the cart still says the old price


async def test_a_price_that_doubled_startles_also_when_the_cart_was_read_since(desk):
    offers = [await desk.offer(row=row) for row in range(0, 18, 3)]
    detail = next(each for each in offers if not each.prices.by_quantity)
    await desk.basket.add(detail, {detail.skus[0].id: detail.rules.rounded_up(detail.rules.moq)})
    (before,) = desk.basket.cart.groups()
    desk.sandbox.control.set_price(before.lines[0].ref.id, 200)
    await desk.basket.refresh()
    await desk.basket.load()
    (group,) = desk.basket.cart.groups()
    assert group.total == before.total * 2
    assert group.unit_price_before(group.lines[0]) == before.unit_price(before.lines[0])
    answer = await previewing(desk).ask(Enquiry(group, WAREHOUSE))
    assert [(change.now, change.before) for change in answer.changes] == [(group.total, before.total)]
    assert answer.startling


async def test_a_small_change_counts_as_seen(desk):
    asked = await enquiry(desk)
    await previewing(desk).ask(asked)
    desk.sandbox.control.set_price(asked.group.lines[0].ref.id, 105)
    assert [change.cost for change in (await previewing(desk).ask(asked)).changes] == [Cost.GOODS, Cost.TOTAL]
    assert [change.cost for change in (await previewing(desk).ask(asked)).changes] == [Cost.GOODS]


async def test_what_cannot_be_bought_is_no_preview_to_compare_with(desk):
    asked = await enquiry(desk)
    desk.sandbox.control.set_stock(asked.group.lines[0].sku.id, 0)
    answer = await previewing(desk).ask(asked)
    assert answer.preview.refusals == {
        asked.group.lines[0].sku.id: "The seller has not enough stock. Take fewer."
    }
    assert answer.changes == ()
    assert await SeenPreviews(desk.database, "sandbox").of(asked.key) is None


async def test_lines_the_cart_no_longer_has_like_this_are_not_asked_for(desk):
    asked = await enquiry(desk)
    line = asked.group.lines[0]
    await desk.basket.set_quantity(line.key, line.quantity + line.rules.lot)
    with pytest.raises(Conflict, match="check out again"):
        await previewing(desk).ask(asked)
    await desk.basket.set_quantity(line.key, line.quantity)
    await desk.basket.set_later([line.key], True)
    with pytest.raises(Conflict):
        await previewing(desk).ask(asked)
    assert desk.sandbox.control.calls("AO6") == 0


async def test_a_cart_that_could_not_be_told_matters_to_taobao_alone(desk):
    fallen = await enquiry(desk, Platform.TAOBAO)
    fine = await enquiry(desk, Platform.ALIBABA)
    desk.sandbox.control.fault("TK6", "cut_before", times=0)
    line = fallen.group.lines[0]
    await desk.basket.set_quantity(line.key, line.quantity + line.rules.lot)
    (changed,) = [group for group in desk.basket.cart.groups() if group.platform is Platform.TAOBAO]
    with pytest.raises(Unreachable):
        await previewing(desk).prepare()
    assert (await previewing(desk).ask(fine)).preview.orderable
    with pytest.raises(Conflict):
        await previewing(desk).ask(replace(fallen, group=changed))
    desk.sandbox.control.clear()
    await previewing(desk).prepare()
    answer = await previewing(desk).ask(replace(fallen, group=changed))
    assert answer.preview.goods == changed.total


async def test_rows_the_gateway_gave_since_are_what_is_asked_for(desk):
    asked = await enquiry(desk, Platform.TAOBAO)
    rowless = replace(asked.group, lines=tuple(replace(line, row_id="") for line in asked.group.lines))
    answer = await previewing(desk).ask(replace(asked, group=rowless))
    assert answer.enquiry.group.lines[0].row_id == asked.group.lines[0].row_id
    assert answer.preview.total > Money(0)


async def test_what_waits_for_its_turn_when_it_is_cancelled_is_never_sent(desk, at_the_end):
    asked = await enquiry(desk)
    desk.sandbox.control.fault("AO6", "delay", times=0, seconds=0.3)
    scope, ours = TaskScope("previews", pytest.fail), previewing(desk)
    at_the_end.append(scope.close)
    tasks = [scope.start(ours.ask(replace(asked, part=part)), name=str(part)) for part in range(1, 21)]
    await until(lambda: desk.sandbox.control.calls("AO6"))
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    assert (await ours.ask(asked)).preview.orderable
    assert desk.sandbox.control.calls("AO6") <= 5


async def test_a_preview_that_never_answers_ends_and_the_others_go_on(open_desk, desk):
    quick = await open_desk("v1", silence=0.5)
    await quick.basket.load()
    slow, fine = await enquiry(quick), await enquiry(quick, Platform.TAOBAO)
    quick.sandbox.control.fault("AO6", "delay", times=0, seconds=2)
    ours = previewing(quick)
    answers = await asyncio.gather(ours.ask(slow), ours.ask(fine), return_exceptions=True)
    assert isinstance(answers[0], Unreachable)
    assert answers[1].preview.orderable


async def test_what_another_computer_ordered_is_not_asked_for(open_desk, desk):
    there = await open_desk("v1", library="there")
    asked = await enquiry(desk)
    await there.basket.refresh()
    (line,) = there.basket.cart.lines
    async with there.basket.ordered({line.key: line.quantity}) as also:
        await there.database.run(also)
    await previewing(desk).prepare()
    with pytest.raises(Conflict, match="is not in it any more"):
        await previewing(desk).ask(asked)
    assert desk.sandbox.control.calls("AO6") == 0


@pytest.mark.parametrize("platform", list(Platform))
async def test_what_another_computer_changed_is_said(open_desk, desk, platform):
    there = await open_desk("v1", library="there")
    asked = await enquiry(desk, platform)
    line, more = asked.group.lines[0], asked.group.lines[0].quantity + 7 * asked.group.lines[0].rules.lot
    await there.basket.refresh()
    await there.basket.set_quantity(line.key, more)
    await previewing(desk).prepare()
    with pytest.raises(Conflict, match=f"another quantity now: {more}, not {line.quantity}"):
        await previewing(desk).ask(asked)
    assert desk.sandbox.control.calls(CODES[platform]) == 0


async def test_what_two_computers_want_differently_is_decided_first(open_desk, desk):
    there = await open_desk("v1", library="there")
    asked = await enquiry(desk)
    line = asked.group.lines[0]
    mine, theirs = (line.quantity + times * line.rules.lot for times in (1, 2))
    await there.basket.refresh()
    desk.sandbox.control.fault("*", "cut_before", times=0)
    await desk.basket.set_quantity(line.key, mine)
    desk.sandbox.control.clear()
    await there.basket.set_quantity(line.key, theirs)
    await previewing(desk).prepare()
    (group,) = desk.basket.cart.groups()
    assert group.lines[0].quantity == mine
    with pytest.raises(Conflict, match=f"was set to {theirs} on another computer"):
        await previewing(desk).ask(replace(asked, group=group))
    await desk.basket.decide(line.key, mine)
    assert (await previewing(desk).ask(replace(asked, group=group))).preview.orderable
