"""The cart over both platforms, with what the gateway's rows do not carry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcing_desktop.domain.errors import Rejected, SourcingError, StorageFailed
from sourcing_desktop.domain.offer import Platform
from tests.support.desk import Desk, OpenDesk


async def test_lines_keep_their_rules_over_a_restart(open_desk: OpenDesk):
    first = await open_desk()
    detail = await first.offer()
    sku = detail.skus[0]
    await first.basket.add(detail, {sku.id: detail.rules.rounded_up(detail.rules.moq)})
    second = await open_desk()
    await second.basket.refresh()
    (line,) = second.basket.cart.lines
    assert (line.rules, line.prices, line.supplier) == (detail.rules, detail.prices, detail.supplier)
    assert line.sku.name == sku.name


async def test_the_same_sku_twice_is_one_line_with_the_sum(desk: Desk):
    detail = await desk.offer()
    sku = detail.skus[0]
    for _ in range(2):
        await desk.basket.add(detail, {sku.id: detail.rules.rounded_up(1)})
    (line,) = desk.basket.cart.lines
    assert line.quantity == 2 * detail.rules.rounded_up(1)


async def test_both_platforms_are_in_one_cart(desk: Desk):
    for platform in Platform:
        await desk.fill(platform)
    assert [group.platform for group in desk.basket.cart.groups()] == list(Platform)


@pytest.mark.parametrize(("call", "pieces"), [("AK4", 50), ("AK2", None)])
async def test_a_change_the_gateway_refuses_is_taken_back(desk: Desk, call: str, pieces: int | None):
    line = (await desk.fill()).lines[0]
    desk.sandbox.control.fault(call, "code", code=50000)
    with pytest.raises(Rejected):
        await (desk.basket.set_quantity(line.key, pieces) if pieces else desk.basket.remove([line.key]))
    assert desk.basket.cart.lines == (line,)
    await desk.basket.refresh()  # and the refusal is said once
    assert desk.basket.cart.lines == (line,)
    assert desk.sandbox.control.calls(call) == 1


async def test_goods_the_gateway_refuses_are_not_in_the_cart(desk: Desk):
    detail = await desk.offer()
    desk.sandbox.control.fault("AK5", "code", code=50000)
    with pytest.raises(Rejected):
        await desk.basket.add(detail, {detail.skus[0].id: 6})
    assert desk.basket.cart.lines == ()
    assert desk.basket.pieces(detail, detail.skus[0].id) == 0
    await desk.basket.add(detail, {detail.skus[0].id: 6})
    assert desk.basket.pieces(detail, detail.skus[0].id) == 6


async def test_many_refusals_are_said_with_their_number(desk: Desk):
    offers = [await desk.offer(), await desk.offer(row=6), await desk.offer(Platform.TAOBAO)]
    desk.sandbox.control.fault("AK5", "code", code=50000, times=2)
    with pytest.raises(SourcingError, match="2 lines were refused and are as before"):
        await desk.basket.add_all((offer, {offer.skus[0].id: 20}) for offer in offers)
    assert [line.ref for line in desk.basket.cart.lines] == [offers[2].ref]


@pytest.mark.parametrize("pieces", [0, -1, 10**9])
async def test_a_number_of_pieces_nobody_means_changes_nothing(desk: Desk, pieces: int):
    line = (await desk.fill()).lines[0]
    for change in (desk.basket.set_quantity, desk.basket.decide):
        with pytest.raises(SourcingError, match="from 1 to 1,000,000"):
            await change(line.key, pieces)
    with pytest.raises(SourcingError, match="from 1 to 1,000,000"):
        await desk.basket.add(await desk.offer(), {line.sku.id: 10**6})
    assert desk.basket.cart.lines == (line,)
    assert desk.sandbox.control.calls("AK4") == 0


async def test_a_quantity_nobody_means_that_is_at_the_gateway_is_shown_with_its_problem(desk: Desk):
    line = (await desk.fill()).lines[0]
    await desk.gateway.alibaba.edit_cart(line.row_id, 10**9)
    await desk.basket.refresh()
    (group,) = desk.basket.cart.groups()
    assert group.lines[0].quantity == 10**9
    assert group.problem(group.lines[0]) is not None


async def test_what_cannot_be_written_is_neither_shown_nor_told(desk: Desk):
    line = (await desk.fill()).lines[0]
    statement = "CREATE TRIGGER full BEFORE INSERT ON cart_lines BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    await desk.database.run(lambda connection: connection.exec_driver_sql(statement))
    detail = await desk.offer(row=6)
    for change in (
        desk.basket.set_quantity(line.key, 77),
        desk.basket.remove([line.key]),
        desk.basket.add(detail, {detail.skus[0].id: 6}),
        desk.basket.set_note(line.key, "n"),
        desk.basket.set_later([line.key], True),
    ):
        with pytest.raises(StorageFailed):
            await change
    assert desk.basket.cart.lines == (line,)
    assert desk.sandbox.control.calls("AK4") == desk.sandbox.control.calls("AK2") == 0


async def test_a_removal_can_be_undone(desk: Desk):
    await desk.fill()
    (line,) = desk.basket.cart.lines
    removed = await desk.basket.remove([line.key])
    assert not desk.basket.cart.lines
    await desk.basket.refresh()
    assert not desk.basket.cart.lines
    await desk.basket.put_back(removed)
    (back,) = desk.basket.cart.lines
    assert (back.sku.id, back.quantity) == (line.sku.id, line.quantity)


async def test_lines_come_back_with_their_marks(desk: Desk):
    line = (await desk.fill()).lines[0]
    await desk.basket.set_note(line.key, "👍🏽 \u202eשלום" + "x" * 10_000)
    await desk.basket.set_later([line.key], True)
    before = desk.basket.cart
    await desk.basket.put_back(await desk.basket.remove([line.key]))
    (back,) = desk.basket.cart.lines
    assert (back.note, back.later, back.quantity) == (before.lines[0].note, True, line.quantity)
    await desk.basket.put_back(before.lines)  # what is in the cart is not put in twice
    assert desk.basket.cart.lines == (back,)


async def test_half_a_character_does_not_keep_a_note_from_the_disk(desk: Desk):
    line = (await desk.fill()).lines[0]
    await desk.basket.set_note(line.key, "a\ud83d")
    await desk.basket.set_seller_note("1688:S1", "\ude00b")
    assert desk.basket.cart.lines[0].note == "a?"
    assert desk.basket.cart.notes == {"1688:S1": "?b"}


async def test_goods_of_many_offers_are_told_in_one_go(desk: Desk):
    details = [await desk.offer(), await desk.offer(row=6), await desk.offer(Platform.TAOBAO)]
    await desk.basket.add_all((detail, {detail.skus[0].id: 20}) for detail in details)
    assert [line.quantity for line in desk.basket.cart.lines] == [20, 20, 20]
    assert not any(line.untold for line in desk.basket.cart.lines)
    assert desk.sandbox.control.calls("AK6") == 2  # before and after


async def test_more_of_goods_kept_for_later_is_for_now(desk: Desk):
    line = (await desk.fill()).lines[0]
    await desk.basket.set_later([line.key], True)
    assert desk.basket.cart.groups() == ()
    await desk.basket.add(await desk.offer(), {line.sku.id: 5})
    assert [(each.quantity, each.later) for each in desk.basket.cart.lines] == [(line.quantity + 5, False)]


async def test_ordered_lines_leave_with_the_transaction_or_not_at_all(desk: Desk):
    line = (await desk.fill()).lines[0]
    with pytest.raises(ZeroDivisionError):
        async with desk.basket.ordered({line.key: line.quantity}) as also:
            await desk.database.run(lambda connection: (also(connection), 1 // 0))
    await desk.basket.load()
    assert desk.basket.cart.lines == (line,)
    async with desk.basket.ordered({line.key: line.quantity}) as also:
        await desk.database.run(also)
    assert desk.basket.cart.lines == await desk.gateway.alibaba.cart_lines() == ()


async def test_a_note_to_the_seller_goes_with_the_last_line_that_is_ordered(desk: Desk):
    offers = [await desk.offer(row=row) for row in (0, 6)]
    one_seller = [replace(offer, supplier=offers[0].supplier) for offer in offers]
    await desk.basket.add_all((offer, {offer.skus[0].id: 20}) for offer in one_seller)
    (group,) = desk.basket.cart.groups()
    await desk.basket.set_seller_note(group.key, "by Friday")
    for line, left in zip(group.lines, ("by Friday", ""), strict=True):
        async with desk.basket.ordered({line.key: 20}) as also:
            await desk.database.run(also)
        assert desk.basket.cart.notes.get(group.key, "") == left


async def test_what_is_bought_stays_out_although_the_gateway_keeps_it(desk: Desk):
    line = (await desk.fill()).lines[0]
    desk.sandbox.control.fault("AK2", "code", code=50000, times=2)
    async with desk.basket.ordered({line.key: line.quantity}) as also:
        await desk.database.run(also)
    assert desk.basket.cart.lines == ()
    with pytest.raises(Rejected):
        await desk.basket.refresh()
    assert desk.basket.cart.lines == ()
    await desk.basket.refresh()
    assert await desk.gateway.alibaba.cart_lines() == ()


async def test_the_weight_of_the_offer_is_that_of_its_skus(desk: Desk):
    line = (await desk.fill()).lines[0]
    detail = await desk.offer()
    assert line.weight_g == (detail.sku(line.sku.id).weight_g or detail.weight_g) * line.quantity


async def test_one_platform_down_leaves_the_other_in_the_cart(desk: Desk):
    for platform in Platform:
        await desk.fill(platform)
    before = desk.basket.cart
    desk.sandbox.control.fault("TK3", "html", times=0)
    with pytest.raises(SourcingError):
        await desk.basket.refresh()
    assert desk.basket.cart == before
