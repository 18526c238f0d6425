"""The client of LinkedMall against the sandbox: every operation, and what a buyer reads when one fails."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from sourcing_desktop.domain.errors import BadReply, Busy, ClockSkewed, NotFound, SignInNeeded, Unreachable
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, Platform
from sourcing_desktop.domain.pool_product import SkuWanted
from sourcing_desktop.domain.selection import Bounds, SelectionQuery, SoldOrder, Source, TaxFilter
from sourcing_desktop.gateways.linkedmall import LinkedMall
from tests.support.sandbox import RunningSandbox

NOW = datetime(2026, 11, 22, tzinfo=UTC)


async def no_pause(seconds: float) -> None:
    """Tries follow each other at once."""


async def works(mall: LinkedMall) -> str:
    """The buyer's shop that buys, as a buyer finds it."""
    shops = (await mall.purchaser_shops()).shops
    return next(shop.purchaser_id for shop in shops if shop.works)


async def test_from_the_shop_to_the_sale(mall: LinkedMall):
    purchaser = await works(mall)
    assert (await mall.purchaser_shop(purchaser)).distributor_id
    query = SelectionQuery(
        purchaser,
        name="suitcase",
        price=Bounds(Money.yuan(10), Money.yuan(900)),
        premium=Bounds(high=Decimal("-1.5")),
        source=Source.ALIBABA,
        taxes=frozenset({TaxFilter.SIX, TaxFilter.THIRTEEN}),
        created=Bounds(NOW - timedelta(days=3000), NOW),
        sold=SoldOrder.MOST_FIRST,
    )
    page = await mall.search(query, 1, 20)
    assert page.total >= len(page.products) > 0
    assert all(Money.yuan(10) <= each.price.low <= Money.yuan(900) for each in page.products)
    assert all(each.premium.low < 0 and each.difference.low.minor < 0 for each in page.products)
    assert {each.tax.percent for each in page.products} <= {6, 13}
    first = page.products[0]
    offer = first.offer
    assert (offer.ref.platform, offer.ref.generation) == (Platform.ALIBABA, LINKEDMALL_IDS)
    assert offer.price == first.price.low
    product = await mall.product(first.product_id, purchaser, "330106109")
    assert (product.title, product.brand, product.item_id) == (first.name, first.brand, first.item_id)
    assert min(sku.price for sku in product.skus) == first.price.low
    assert product.state.division == "330106109"
    assert product.rules(NOW).moq >= 1
    info = await mall.sale_info(first.product_id, purchaser, "330106109")
    assert [sku.price for sku in info.skus] == [sku.price for sku in product.skus]
    assert await mall.sale_infos([first.product_id], purchaser, "330106109") == (info,)
    wanted = SkuWanted(first.product_id, product.skus[0].sku_id, 1)
    assert await mall.sku_sale_infos([wanted], purchaser, "330106109") == info.skus[:1]


async def test_pictures_of_skus_are_on_the_server(mall: LinkedMall, sandbox: RunningSandbox):
    purchaser = await works(mall)
    found = (await mall.search(SelectionQuery(purchaser), 1, 1)).products[0]
    product = await mall.product(found.product_id, purchaser)
    assert all(sku.picture.startswith(f"{sandbox.url}/img") for sku in product.skus)


async def test_the_selection_trees_and_places(mall: LinkedMall):
    purchaser = await works(mall)
    outside = (await mall.search(SelectionQuery(purchaser, in_selection=False), 1, 2)).products
    ids = [product.product_id for product in outside]
    before = (await mall.selection(purchaser, 1, 1)).total
    assert await mall.add_to_selection(purchaser, ids) == tuple(ids)
    page = await mall.selection(purchaser, 1, 20)
    assert page.total == before + 2
    assert all(product.in_selection for product in page.products)
    assert await mall.remove_from_selection(purchaser, ids) == tuple(ids)
    [top, *_] = await mall.categories_below()
    [below, *_] = await mall.categories_below(top.id)
    assert below.parent_id == top.id
    assert await mall.categories([below.id]) == (below,)
    provinces = await mall.divisions_below()
    assert {place.parent_code for place in provinces} == {"1"}
    assert all(place.parent_code == "330000" for place in await mall.divisions_below("330000"))


async def test_the_pace_keeps_the_gateway_calm(connect, sandbox: RunningSandbox):
    mall = connect()
    started = time.monotonic()
    for _ in range(7):
        await mall.categories_below()
    assert time.monotonic() - started > 1
    assert sandbox.control.calls("ListCategories") <= 8  # one more try where this computer stood still


async def test_without_a_pace_the_gateway_says_when_to_come_again(connect):
    hasty = connect(clock=iter(range(0, 1000, 5)).__next__, pause=no_pause)
    for _ in range(5):
        await hasty.categories_below()
    with pytest.raises(Busy) as caught:
        await hasty.categories_below()
    assert 0 < caught.value.retry_after <= 1


async def test_a_wrong_key_and_a_wrong_secret(connect):
    with pytest.raises(SignInNeeded, match="AccessKey id"):
        await connect(key="another").purchaser_shops()
    with pytest.raises(SignInNeeded, match="AccessKey secret"):
        await connect(secret="another").purchaser_shops()


async def test_a_token_is_signed_with_the_rest(connect):
    assert (await connect(token="temporary").purchaser_shops()).shops


@pytest.mark.parametrize(("minutes", "words"), [(16, "16 minutes ahead"), (-62, "1 hour 2 minutes behind")])
async def test_a_clock_that_is_off(connect, minutes, words):
    mall = connect(now=lambda: time.time() + 60 * minutes)
    with pytest.raises(ClockSkewed) as caught:
        await mall.purchaser_shops()
    assert caught.value.sentence.startswith(
        f"This computer's clock is {words}; the gateway accepts at most 15 minutes."
    )
    assert round(mall.clock_offset.total_seconds() / 60) == minutes


async def test_an_unknown_product_is_not_found(mall: LinkedMall):
    with pytest.raises(NotFound):
        await mall.product("1", await works(mall))


FAULTS = {
    "http_500": (Unreachable, 1),
    "html": (BadReply, 1),
    "cut_before": (Unreachable, 3),
    "cut_middle": (Unreachable, 3),
    "oversized": (BadReply, 1),
    "throttle": (Busy, 3),
}


@pytest.mark.parametrize(("fault", "expected"), FAULTS.items())
async def test_faults_of_a_read(connect, sandbox: RunningSandbox, fault, expected):
    kind, calls = expected
    sandbox.control.fault("ListPurchaserShops", fault, times=0)
    with pytest.raises(kind):
        await connect(pause=no_pause).purchaser_shops()
    assert sandbox.control.calls("ListPurchaserShops") == calls


@pytest.mark.parametrize("fault", ["cut_after", "http_500"])
async def test_faults_of_a_change_leave_it_open(connect, sandbox: RunningSandbox, fault):
    sandbox.control.fault("SelectionGroupAddProduct", fault, times=0)
    with pytest.raises(Unreachable) as caught:
        await connect(pause=no_pause).add_to_selection("PID22000009", ["1"])
    assert caught.value.sent
    assert sandbox.control.calls("SelectionGroupAddProduct") == 1
