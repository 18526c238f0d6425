"""Finding goods through the real client in the real sandbox, in both generations."""

from __future__ import annotations

import io
from dataclasses import replace

import httpx
import pytest
from PIL import Image

from sourcing_desktop.domain.errors import BadPicture, NotFound
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.pricing import QuoteType
from sourcing_desktop.domain.search import (
    Filters,
    KeywordQuery,
    PictureQuery,
    QueryPicture,
    Region,
    ShopQuery,
    Sort,
)
from sourcing_desktop.gateways import web
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.gateways.pandapon.taobao.goods import lacks_supply


def words(platform: Platform, keyword: str = "bag", **filters: object) -> KeywordQuery:
    return KeywordQuery(platform, keyword, Filters(**filters))


async def query_picture(url: str, region: Region | None = None) -> QueryPicture:
    jpeg = await web.fetch_picture(url)
    with Image.open(io.BytesIO(jpeg)) as image:
        return QueryPicture(jpeg, *image.size, region)


@pytest.mark.parametrize("platform", Platform)
async def test_keyword(pandapon: PandaPon, platform):
    page = await pandapon.side(platform).keyword(words(platform), 1, 8)
    assert len(page.offers) == 8
    for offer in page.offers:
        assert offer.ref.platform is platform
        assert offer.title.original != offer.title.translated != ""
        assert offer.price > Money(0)
        assert offer.picture.startswith("http")
    beyond = await pandapon.side(platform).keyword(words(platform), 2, 8)
    assert not {offer.ref for offer in page.offers} & {offer.ref for offer in beyond.offers}


async def test_a_keyword_nobody_sells(pandapon: PandaPon):
    for platform in Platform:
        assert (await pandapon.side(platform).keyword(words(platform, "qqqqzz"), 1, 8)).offers == ()


async def test_ids_live_in_the_generation(connect):
    for generation in ("v1", "v2"):
        page = await connect(generation).alibaba.keyword(words(Platform.ALIBABA), 1, 1)
        assert page.offers[0].ref.generation == generation
        assert page.offers[0].ref.id.isdecimal() == (generation == "v1")


async def test_an_id_of_the_other_generation_is_not_sent(connect, sandbox):
    ref = (await connect("v1").alibaba.keyword(words(Platform.ALIBABA), 1, 1)).offers[0].ref
    with pytest.raises(NotFound) as caught:
        await connect("v2").alibaba.detail(ref)
    assert caught.value.sentence.endswith("Search for it again.")
    assert sandbox.control.calls("AG1") == 0


@pytest.mark.parametrize("language", ["en", "vi", "es", "th"])
async def test_titles_are_in_the_accounts_language(connect, language):
    page = await connect(language=language).alibaba.keyword(words(Platform.ALIBABA, "包"), 1, 5)
    assert len({offer.title.translated for offer in page.offers}) > 1
    english = await connect(language="en").alibaba.keyword(words(Platform.ALIBABA, "包"), 1, 5)
    same = [one.title.translated for one in page.offers] == [one.title.translated for one in english.offers]
    assert same == (language == "en")


async def test_price_range_and_sort(pandapon: PandaPon):
    asked = words(Platform.ALIBABA, price_from=Money(2000), price_to=Money(5000), sort=Sort.PRICE_DOWN)
    prices = [offer.price for offer in (await pandapon.alibaba.keyword(asked, 1, 20)).offers]
    assert len(prices) == 20
    assert all(Money(2000) <= price <= Money(5000) for price in prices)
    assert [price.minor for price in prices] == sorted((price.minor for price in prices), reverse=True)


async def test_taobao_sorts_by_price(pandapon: PandaPon):
    page = await pandapon.taobao.keyword(words(Platform.TAOBAO, sort=Sort.PRICE_UP), 1, 20)
    prices = [offer.price.minor for offer in page.offers]
    assert prices == sorted(prices)


@pytest.mark.parametrize("platform", Platform)
async def test_picture(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    offer = (await side.keyword(words(platform), 1, 3)).offers[2]
    found = await side.picture(PictureQuery(platform, await query_picture(offer.picture)), 1, 10)
    assert offer.ref in [each.ref for each in found.offers[:5]]


async def test_part_of_a_picture(pandapon: PandaPon):
    offer = (await pandapon.alibaba.keyword(words(Platform.ALIBABA), 1, 1)).offers[0]
    part = await query_picture(offer.picture, Region(80, 60, 720, 740))
    found = await pandapon.alibaba.picture(PictureQuery(Platform.ALIBABA, part), 1, 10)
    assert offer.ref in [each.ref for each in found.offers]
    for subject in found.subjects:
        assert 0 <= subject.left < subject.right <= part.width
        assert 0 <= subject.top < subject.bottom <= part.height


async def test_a_picture_that_is_none(pandapon: PandaPon):
    with pytest.raises(BadPicture) as caught:
        await pandapon.alibaba.picture(
            PictureQuery(Platform.ALIBABA, QueryPicture(b"\xff\xd8 no picture", 9, 9)), 1, 10
        )
    assert caught.value.sentence == "The gateway could not read the picture. Try another one."


async def test_detail_shop_and_feeds(pandapon: PandaPon):
    side = pandapon.alibaba
    row = (await side.keyword(words(Platform.ALIBABA), 1, 1)).offers[0]
    detail = await side.detail(row.ref)
    assert detail.ref == row.ref
    assert detail.offer.title == row.title
    assert detail.offer.price == row.price
    assert detail.obstacle is None
    assert row.picture == detail.pictures[0]
    assert detail.supplier.name
    assert detail.weight_g
    assert detail.skus[0].weight_g
    assert detail.skus[0].name != detail.skus[0].original_name
    assert "data.categoryId" in detail.unread

    shop = await side.shop(ShopQuery(detail.supplier.id), 1, 20)
    assert {offer.seller_id for offer in shop.offers} == {detail.supplier.id}
    assert len((await side.recommendations(1, 10)).offers) == 10
    related = (await side.related(row.ref, 1, 50)).offers
    assert 0 < len(related) <= 10
    assert row.ref not in [offer.ref for offer in related]


async def test_the_three_ways_to_quote_are_met(pandapon: PandaPon):
    met = set()
    for keyword in ("bag", "mug", "pen"):
        for row in (await pandapon.alibaba.keyword(words(Platform.ALIBABA, keyword), 1, 10)).offers:
            detail = await pandapon.alibaba.detail(row.ref)
            met.add(detail.prices.quote)
            priced = [sku.price is not None for sku in detail.skus]
            assert all(priced) if detail.prices.quote is QuoteType.BY_SKU else detail.prices.tiers
            assert detail.prices.unit_price(detail.skus[0].price, detail.rules.moq)
    assert QuoteType.BY_SKU in met
    assert QuoteType.BY_QUANTITY_WITH_SKUS in met


async def test_taobao_detail_has_its_supply(pandapon: PandaPon, sandbox):
    row = (await pandapon.taobao.keyword(words(Platform.TAOBAO), 1, 1)).offers[0]
    detail = await pandapon.taobao.detail(row.ref)
    assert sandbox.control.calls("TG3") == 1
    assert not lacks_supply(detail)
    assert detail.supply_id != detail.ref.id
    assert len({sku.supply_id for sku in detail.skus}) == len(detail.skus)
    assert detail.offer.price == min(sku.price for sku in detail.skus)


@pytest.mark.parametrize("platform", Platform)
async def test_an_offer_that_is_gone(pandapon: PandaPon, platform):
    side = pandapon.side(platform)
    ref = (await side.keyword(words(platform), 1, 1)).offers[0].ref
    gone = "100000000001" if ref.generation == "v1" else "AAAAAAAAAAAAAAAAAAAAAA"
    with pytest.raises(NotFound):
        await side.detail(replace(ref, id=gone))


async def test_pictures_of_the_market_are_fetched(pandapon: PandaPon):
    row = (await pandapon.alibaba.keyword(words(Platform.ALIBABA), 1, 1)).offers[0]
    assert (await web.fetch_picture(row.picture)).startswith(b"\xff\xd8")
    assert httpx.URL(row.picture).scheme == "http"


async def test_an_item_without_supply_has_an_empty_match(pandapon: PandaPon):
    nobody = "100000000001" if await generation_of(pandapon) == "v1" else "AAAAAAAAAAAAAAAAAAAAAA"
    ref = OfferRef(Platform.TAOBAO, await generation_of(pandapon), nobody)
    match = await pandapon.taobao.supply_match(ref, ["1"])
    assert (match.item, dict(match.skus)) == ("", {})


async def generation_of(pandapon: PandaPon) -> str:
    return (await pandapon.taobao.keyword(words(Platform.TAOBAO), 1, 1)).offers[0].ref.generation
