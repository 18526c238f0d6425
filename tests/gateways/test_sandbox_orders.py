"""Cart, preview and orders through the real client in the real sandbox, in both generations."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sourcing_desktop.domain.cart import Cart, CartGroup
from sourcing_desktop.domain.errors import BadReply, Rejected, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Platform
from sourcing_desktop.domain.order import OrderState, draft_order
from sourcing_desktop.domain.order_filter import OrderFilter
from sourcing_desktop.domain.search import Filters, KeywordQuery, Sort
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.gateways.goods import WAREHOUSE, chosen, draft_line, draft_of, group_of

HOUR = timedelta(hours=1)


async def details(
    pandapon: PandaPon, platform: Platform, count: int = 1, keyword: str = "bag"
) -> list[OfferDetail]:
    """Offers of different sellers that can be bought, small enough to be paid."""
    side = pandapon.side(platform)
    found: dict[str, OfferDetail] = {}
    page = await side.keyword(KeywordQuery(platform, keyword, Filters(sort=Sort.PRICE_UP)), 1, 30)
    for row in page.offers:
        detail = await side.detail(row.ref)
        if max(sku.stock or 0 for sku in detail.skus) > 3 * detail.rules.moq:
            found.setdefault(detail.supplier.id, detail)
        if len(found) == count:
            return list(found.values())
    raise AssertionError("the market has too few sellers of this")


@pytest.mark.parametrize("platform", Platform)
async def test_the_cart(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    first, second = await details(pandapon, platform, 2)
    for detail in (first, second):
        await side.add_to_cart(chosen(detail))
    lines = await side.cart_lines()
    assert {line.ref for line in lines} == {first.ref, second.ref}
    line = next(line for line in lines if line.ref == first.ref)
    wanted = chosen(first)
    assert (line.sku.id, line.sku.spec_id, line.sku.supply_id) == (
        wanted.sku.id,
        wanted.sku.spec_id,
        wanted.sku.supply_id,
    )
    assert (line.supply_id, line.quantity, line.supplier.id) == (
        wanted.supply_id,
        wanted.quantity,
        first.supplier.id,
    )
    assert line.sku.original_name == wanted.sku.original_name
    assert line.sku.stock == wanted.sku.stock
    assert line.sold
    assert line.title.original == first.offer.title.original

    await side.edit_cart(line.row_id, wanted.quantity * 2)
    assert wanted.quantity * 2 in [each.quantity for each in await side.cart_lines()]
    await side.delete_from_cart([each.row_id for each in lines])
    assert await side.cart_lines() == ()


@pytest.mark.parametrize("platform", Platform)
async def test_a_line_whose_stock_is_gone_is_not_sold(pandapon: PandaPon, sandbox, platform):
    side = pandapon.side(platform)
    line = chosen((await details(pandapon, platform))[0])
    await side.add_to_cart(line)
    sandbox.control.set_stock(line.sku.id, 0)
    [row] = await side.cart_lines()
    assert not row.sold


async def group_in_cart(pandapon: PandaPon, platform: Platform) -> CartGroup:
    """One seller's group that the gateway's cart holds too."""
    side = pandapon.side(platform)
    line = chosen((await details(pandapon, platform))[0])
    await side.add_to_cart(line)
    [row] = await side.cart_lines()
    return group_of(replace(line, row_id=row.row_id))


@pytest.mark.parametrize("platform", Platform)
async def test_preview_create_and_find_again(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    group = await group_in_cart(pandapon, platform)
    preview = await side.preview(group, WAREHOUSE)
    assert preview.orderable
    assert preview.goods == group.total
    assert preview.total == preview.goods + preview.freight
    draft = draft_order(group, preview, WAREHOUSE, "SD-42", note="小心轻放 [fragile] please")
    placed = await side.create(draft)
    assert placed.left_out == {}
    [order] = (await side.orders(1, 20)).orders
    assert placed.order_ids == (order.id,)
    assert order.reference == "SD-42"
    assert [(line.quantity, line.sku_id) for line in order.lines] == [
        (line.quantity, line.sku.id) for line in group.lines
    ]
    assert order.lines[0].picture.startswith("http")
    assert order.created_at.tzinfo is not None
    if platform is Platform.ALIBABA:
        assert order.note == "小心轻放 [fragile] please"
        assert (order.state, order.total, order.freight) == (
            OrderState.TO_PAY,
            preview.total,
            preview.freight,
        )
        assert order.lines[0].spec_id == group.lines[0].sku.spec_id


@pytest.mark.parametrize("platform", Platform)
async def test_orders_live_through_their_states(pandapon: PandaPon, sandbox, platform):
    side = pandapon.side(platform)
    group = await group_in_cart(pandapon, platform)
    preview = await side.preview(group, WAREHOUSE)
    for number in range(3):
        await side.create(draft_order(group, preview, WAREHOUSE, f"SD-{number}"))
    steps = [OrderState.TO_PAY, OrderState.TO_SHIP, OrderState.SHIPPED]
    for state in steps if platform is Platform.ALIBABA else [OrderState.BUILDING, *steps]:
        page = await side.orders(1, 2, state)
        assert [order.state for order in page.orders] == [state, state]
        assert page.total == 3
        assert len((await side.orders(2, 2, state)).orders) == 1
        assert (await side.orders(1, 2, OrderState.CANCELLED)).orders == ()
        sandbox.control.advance()
    everything = (await side.orders(1, 20)).orders
    assert [order.reference for order in everything] == ["SD-2", "SD-1", "SD-0"]
    assert all(order.paid_at and order.total == preview.total for order in everything)
    last = everything[0]
    for which, found in (
        (OrderFilter(order_ids=(last.id,)), (last,)),
        (OrderFilter(since=last.created_at - HOUR, until=last.created_at + HOUR), everything),
        (OrderFilter(since=last.created_at + HOUR), ()),
        (OrderFilter(until=everything[-1].created_at - HOUR), ()),
    ):
        assert (await side.orders(1, 20, which=which)).orders == found


async def test_a_state_a_platform_does_not_have_is_empty(pandapon: PandaPon, sandbox):
    assert (await pandapon.alibaba.orders(1, 20, OrderState.BUILDING)).orders == ()
    assert (await pandapon.taobao.orders(1, 20, OrderState.RECEIVED)).orders == ()
    assert sandbox.control.calls("AO5") + sandbox.control.calls("TO2") == 0


async def test_a_taobao_state_of_several_numbers_is_asked_number_by_number(pandapon: PandaPon, sandbox):
    await pandapon.taobao.orders(1, 20, OrderState.CHECKING_PAYMENT)
    assert sandbox.control.calls("TO2") == 3


async def test_a_1688_state_of_several_words_is_asked_word_by_word(pandapon: PandaPon, sandbox):
    for state, calls in ((OrderState.TO_PAY, 1), (OrderState.TO_SHIP, 2), (OrderState.RECEIVED, 2)):
        before = sandbox.control.calls("AO5")
        await pandapon.alibaba.orders(1, 20, state)
        assert sandbox.control.calls("AO5") - before == calls


async def test_several_sellers_at_once(pandapon: PandaPon):
    side = pandapon.alibaba
    groups = Cart(tuple(chosen(each) for each in await details(pandapon, Platform.ALIBABA, 3))).groups()
    previews = await side.preview_many(groups, WAREHOUSE)
    assert [preview.goods for preview in previews] == [group.total for group in groups]
    assert previews[0] == replace(await side.preview(groups[0], WAREHOUSE), asked_at=previews[0].asked_at)
    drafts = [
        draft_order(group, preview, WAREHOUSE, f"SD-{group.supplier.id}", note="together")
        for group, preview in zip(groups, previews, strict=True)
    ]
    placed = await side.create_many(drafts)
    orders = {order.id: order for order in (await side.orders(1, 20)).orders}
    assert len(orders) == 3
    for draft, each in zip(drafts, placed, strict=True):
        order = orders[each.order_ids[0]]
        assert [line.sku_id for line in order.lines] == [line.sku_id for line in draft.lines]
        assert draft.reference in order.reference.split()
        assert order.note == "together"


async def test_drafts_with_different_notes_do_not_go_together(pandapon: PandaPon):
    ref = OfferRef(Platform.ALIBABA, "v2", "x")
    with pytest.raises(ValueError, match="share address, note"):
        await pandapon.alibaba.create_many([draft_of(draft_line(ref), note=note) for note in ("a", "b")])


@pytest.mark.parametrize("platform", Platform)
async def test_ordering_rows_of_the_gateways_cart(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    rows = [line.row_id for line in (await group_in_cart(pandapon, platform)).lines]
    if platform is Platform.ALIBABA:
        preview = await pandapon.alibaba.preview_cart(rows, WAREHOUSE)
        assert preview.orderable
        placed = await pandapon.alibaba.order_cart(rows, WAREHOUSE, reference="SD-1", note="soon")
    else:
        placed = await pandapon.taobao.order_cart(rows, WAREHOUSE)
    [order] = (await side.orders(1, 20)).orders
    assert placed.order_ids == (order.id,)
    assert order.reference == ("SD-1" if platform is Platform.ALIBABA else "")
    assert await side.cart_lines() == ()


@pytest.mark.parametrize("platform", Platform)
async def test_too_many_for_the_stock(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    line = chosen((await details(pandapon, platform))[0])
    await side.add_to_cart(line)
    [row] = await side.cart_lines()
    stock = line.sku.stock or 0
    much = replace(line, row_id=row.row_id, quantity=(stock // line.rules.lot + 1) * line.rules.lot)
    await side.edit_cart(row.row_id, much.quantity)
    group = group_of(much)
    preview = await side.preview(group, WAREHOUSE)
    why = "The seller has not enough stock. Take fewer."
    assert not preview.orderable
    assert preview.refusals == {line.sku.id: why}
    with pytest.raises(Rejected) as caught:
        await side.create(draft_order(group, preview, WAREHOUSE, "SD-1"))
    assert (caught.value.sentence, caught.value.code) == (why, "500_004")
    if platform is Platform.ALIBABA:
        assert caught.value.lines == {line.sku.id: why}
    assert (await side.orders(1, 20)).orders == ()


async def test_below_the_minimum(pandapon: PandaPon):
    for detail in await details(pandapon, Platform.ALIBABA, 6):
        if detail.rules.moq > detail.rules.lot and detail.supplier.mixed_batch is None:
            preview = await pandapon.alibaba.preview(
                group_of(chosen(detail, quantity=detail.rules.lot)), WAREHOUSE
            )
            assert list(preview.refusals.values()) == ["This is below the minimum order quantity. Take more."]
            return
    raise AssertionError("the market has no seller with a plain minimum")


async def test_a_price_that_moves_shows_in_the_preview(pandapon: PandaPon, connect, sandbox):
    line = chosen((await details(connect("v1"), Platform.ALIBABA))[0])
    before = await connect("v1").alibaba.preview(group_of(line), WAREHOUSE)
    sandbox.control.set_price(line.ref.id, 150)
    after = await connect("v1").alibaba.preview(group_of(line), WAREHOUSE)
    assert after.goods > before.goods > Money(0)


async def test_taobao_lines_without_supply_are_not_sent(pandapon: PandaPon, sandbox):
    bare = replace(draft_line(OfferRef(Platform.TAOBAO, "v2", "x")), supply_sku_id="")
    with pytest.raises(Rejected) as caught:
        await pandapon.taobao.create(draft_of(bare))
    assert list(caught.value.lines) == ["11"]
    assert sandbox.control.calls("TO1") == 0


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("fault", ["cut_after", "cut_before", "cut_middle", "http_500", "html", "oversized"])
async def test_an_order_is_sent_once_whatever_happens(connect, sandbox, platform, fault):
    pandapon = connect("v2")
    side = pandapon.side(platform)
    group = await group_in_cart(pandapon, platform)
    draft = draft_order(group, await side.preview(group, WAREHOUSE), WAREHOUSE, "SD-7")
    call = "AO7" if platform is Platform.ALIBABA else "TO1"
    sandbox.control.fault(call, fault)
    with pytest.raises((Unreachable, BadReply)) as caught:
        await side.create(draft)
    assert isinstance(caught.value, BadReply) or caught.value.sent
    assert sandbox.control.calls(call) == 1
    found = [order.reference for order in (await side.orders(1, 20)).orders]
    assert found == (["SD-7"] if fault in ("cut_after", "cut_middle", "oversized") else [])
