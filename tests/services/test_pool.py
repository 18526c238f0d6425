"""The pool as a source: found by its account, searched like any other, and its products read as offers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import NotFound, SignInNeeded
from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, Obstacle, OfferRef, Platform
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.domain.selection import SoldOrder, Source
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.discovery import Discovery
from sourcing_desktop.services.pool import Pool
from sourcing_desktop.services.search import Search
from tests.support.pool import mall_account, pool_without_account, sandbox_pool


@pytest.fixture
def pool(sandbox, runner) -> Iterator[Pool]:
    pool = sandbox_pool(sandbox)
    yield pool
    runner.run(pool.close())


async def test_the_pool_is_walked_page_by_page(pool):
    first, second = [await pool.page(Feed(FeedKind.POOL), number) for number in (1, 2)]
    assert len(first.offers) == len(second.offers) == 20
    assert not {offer.ref for offer in first.offers} & {offer.ref for offer in second.offers}
    assert first.total > 1000


async def test_everything_that_can_be_asked(pool):
    category = (await pool.categories_below())[0]
    filters = Filters(Money.yuan(5), Money.yuan(60), category_id=category.id)
    feed = Feed(FeedKind.POOL, "包", filters, source=Source.ALIBABA, sold=SoldOrder.MOST_FIRST)
    page = await pool.page(feed, 1)
    assert page.offers
    for offer in page.offers:
        assert "包" in offer.title.original
        assert offer.ref.platform is Platform.ALIBABA
        assert Money.yuan(5) <= offer.price <= Money.yuan(60)


async def test_a_product_opens_like_any_offer_but_goes_into_no_cart(desk, pool):
    catalog = Catalog(desk.gateway, pool)
    card = (await pool.page(Feed(FeedKind.POOL), 1)).offers[0]
    detail = await catalog.detail(card.ref)
    assert (detail.ref, detail.offer.title) == (card.ref, card.title)
    assert detail.offer.price == card.price
    assert detail.pictures
    assert detail.attributes
    assert detail.skus
    assert all(sku.price is not None for sku in detail.skus)
    assert all(sku.stock in (None, 0) for sku in detail.skus)
    assert detail.obstacle is Obstacle.IN_POOL
    assert detail.ref.page == ""


async def test_nothing_of_the_pool_is_asked_of_the_gateway(desk, pool):
    ref = (await pool.page(Feed(FeedKind.POOL), 1)).offers[0].ref
    await Catalog(desk.gateway, pool).detail(ref)
    assert await Search(desk.gateway).related(ref) == ()
    asked = desk.sandbox.control
    assert [asked.calls(code) for code in ("AG1", "AG8", "TG4")] == [0, 0, 0]


async def test_a_product_that_is_gone(desk, pool):
    ref = OfferRef(Platform.ALIBABA, LINKEDMALL_IDS, "660000000000000000")
    with pytest.raises(NotFound):
        await Catalog(desk.gateway, pool).detail(ref)


async def test_rules_of_a_product_are_those_of_its_limits(pool):
    page = await pool.page(Feed(FeedKind.POOL, sold=SoldOrder.MOST_FIRST), 1)
    rules = [(await pool.detail(offer.ref)).rules for offer in page.offers[:6]]
    assert any(rule.moq > 1 for rule in rules)


async def test_without_an_account_there_is_no_pool_and_it_is_said_how_to_get_one(desk):
    pool = pool_without_account()
    with pytest.raises(SignInNeeded, match="Add one in the account settings"):
        await pool.page(Feed(FeedKind.POOL), 1)
    assert (await Discovery(desk.gateway, pool).pool_lacks()).endswith("Add one in the account settings.")


async def test_keys_that_are_refused_are_said_to_be(desk, sandbox, at_the_end):
    async def find() -> tuple[Account, Credentials]:
        account, keys = mall_account(sandbox)
        return account, Credentials(keys.access_key, "wrong")

    pool = Pool(find)
    at_the_end.append(pool.close)
    assert await Discovery(desk.gateway, pool).pool_lacks()


async def test_a_pool_out_of_reach_lacks_nothing_the_buyer_could_do(desk, sandbox, at_the_end):
    async def find() -> tuple[Account, Credentials]:
        account = Account("Mall", AccountKind.LINKEDMALL, base_url="http://127.0.0.1:9")
        return account, mall_account(sandbox)[1]

    pool = Pool(find)
    at_the_end.append(pool.close)
    assert await Discovery(desk.gateway, pool).pool_lacks() == ""


async def test_nobody_can_be_written_to_about_a_product(desk, pool):
    catalog = Catalog(desk.gateway, pool)
    detail = await catalog.detail((await pool.page(Feed(FeedKind.POOL), 1)).offers[0].ref)
    assert not detail.supplier.id
    with pytest.raises(NotFound, match="cannot be written to"):
        await catalog.chat(detail)
