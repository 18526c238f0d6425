"""Finding 1688 goods over the wire, in both generations (contract AG1 to AG8)."""

from __future__ import annotations

import pytest

from sourcing_desktop.sandbox.door.codes import Code
from sourcing_desktop.sandbox.market.catalogue import MOST_RECORDS
from tests.sandbox.conftest import Goods
from tests.support.sandbox import SignedClient
from tests.support.shapes import differences, example


def id_of(row: dict) -> object:
    return row.get("offerMapId") or row.get("offerId")


def test_store_rows_are_those_of_the_example(v1, goods: Goods):
    everything = {
        "keyword": "",
        "filter": "ksCiphertext",
        "priceStart": "",
        "priceEnd": "",
        "categoryId": None,
    }
    asked = example("1688-store-search.v1.request") | everything
    answer = v1.call("AG5", asked | {"sellerOpenId": goods.some("1688").seller.open_id})
    assert differences(answer, example("1688-store-search.v1.response")) == []


def test_recommended_rows_are_those_of_the_example(v1):
    answer = v1.call("AG7", example("1688-recommend.v1.request"))
    assert differences(answer, example("1688-recommend.v1.response")) == []
    assert len(answer["data"]) == 10
    assert "%40" in answer["data"][0]["traceInfo"]


def test_related_rows_are_those_of_the_example(v2, goods: Goods):
    offer = goods.some("1688")
    answer = v2.call("AG8", example("1688-related.v2.request") | {"offerId": offer.map_id})
    filled_here = {"added .data[].sellerIdentities[]"}  # the example's lists are all empty
    assert set(differences(answer, example("1688-related.v2.response"))) <= filled_here
    assert offer.map_id not in map(id_of, answer["data"])


@pytest.mark.parametrize(("generation", "fields"), [("v1", 10), ("v2", 8)])
def test_keyword_rows_have_the_documented_number_of_fields(sandbox, generation, fields):
    client = SignedClient(sandbox.url, sandbox.keys, generation)
    rows = client.data("AG3", {"keyword": "bag", "beginPage": 1, "pageSize": 5, "country": "en"})["data"]
    assert {len(row) for row in rows} == {fields}
    client.close()


def test_each_generation_has_its_own_ids(v1, v2, goods: Goods):
    offer = goods.some("1688")
    old, new = v1.data("AG1", {"offerId": int(offer.id)}), v2.data("AG1", {"offerMapId": offer.map_id})
    assert (old["offerId"], new["offerMapId"]) == (int(offer.id), offer.map_id)
    assert {type(sku["skuId"]) for sku in old["productSkuInfos"]} == {int}
    assert {type(sku["skuId"]) for sku in new["productSkuInfos"]} == {str}
    assert v2.call("AG1", {"offerMapId": offer.id})["code"] == Code.NOT_FOUND
    assert v1.call("AG1", {"offerId": offer.map_id})["code"] == Code.BAD_PARAMETER


@pytest.mark.parametrize("word", ["背包", "backpack", "mochila", "ba lô"])
def test_words_of_every_language_find_goods(either, word):
    assert either.data("AG3", {"keyword": word, "beginPage": 1, "pageSize": 5, "country": "en"})["data"]


@pytest.mark.parametrize("language", ["en", "vi", "es", "th"])
def test_country_chooses_the_translation(v2, goods: Goods, language):
    offer = goods.some("1688")
    detail = v2.data("AG1", {"offerMapId": offer.map_id, "country": language})
    assert detail["subject"] == offer.title.zh
    assert detail["subjectTrans"] == offer.title.translated(language)
    first = detail["productAttribute"][0]
    assert first["valueTrans"] == offer.attributes[0][1].translated(language)


def test_pages_do_not_overlap_and_the_last_is_empty(either):
    asked = {"keyword": "", "categoryId": "101", "pageSize": 50, "country": "en"}
    first = either.data("AG3", asked | {"beginPage": 1})
    assert first["totalPage"] == first["totalRecords"] // 50 + 1
    seen = [id_of(row) for row in first["data"]]
    for number in range(2, first["totalPage"] + 1):
        seen += [id_of(row) for row in either.data("AG3", asked | {"beginPage": number})["data"]]
    assert len(seen) == len(set(seen)) == first["totalRecords"]
    assert either.data("AG3", asked | {"beginPage": first["totalPage"] + 1})["data"] == []


def test_page_zero_is_the_first_and_sizes_are_cut(v2):
    asked = {"keyword": "bag", "country": "en"}
    zero, one = (v2.data("AG3", asked | {"beginPage": page, "pageSize": 500}) for page in (0, 1))
    assert zero == one
    assert (one["pageSize"], one["currentPage"]) == (50, 1)


def test_no_search_tells_of_more_than_2000_records(v2):
    assert v2.data("AG3", {"keyword": "e", "pageSize": 1, "country": "en"})["totalRecords"] <= MOST_RECORDS


def test_price_range_and_sort(either):
    asked = {"keyword": "bag", "pageSize": 50, "priceStart": "20", "priceEnd": "60.5", "country": "en"}
    data = either.data("AG3", asked | {"beginPage": 1, "sort": '{"price":"desc"}'})
    prices = [float(row["priceInfo"]["price"]) for row in data["data"]]
    assert prices == sorted(prices, reverse=True)
    assert prices
    assert 20 <= min(prices) <= max(prices) <= 60.5


@pytest.mark.parametrize("field", [{"sort": "price"}, {"sort": '{"colour":"asc"}'}, {"priceStart": "cheap"},
                                   {"beginPage": "one"}, {"priceEnd": "1e99999"}])  # fmt: skip
def test_what_cannot_be_read_is_refused(v2, field):
    assert v2.call("AG3", {"keyword": "bag", "country": "en", **field})["code"] == Code.BAD_PARAMETER


def test_filter_words_narrow_and_the_unexplained_one_does_not(v2):
    asked = {"keyword": "", "categoryId": "101", "pageSize": 1, "country": "en"}
    everything = v2.data("AG3", asked)["totalRecords"]
    assert v2.data("AG3", asked | {"filter": "ksCiphertext"})["totalRecords"] == everything
    assert 0 < v2.data("AG3", asked | {"filter": "shipInToday,ksCiphertext"})["totalRecords"] < everything


def test_the_documented_keyword_requests_are_understood(v1, v2):
    for client in (v1, v2):
        asked = example(f"1688-keyword-search.{client.generation}.request")
        assert client.data("AG3", asked)["currentPage"] == 1
    assert v2.data("AG3", example("1688-keyword-search.v2.request"))["totalRecords"] > 5


def test_a_search_needs_words_or_a_category(v2):
    assert v2.call("AG3", {"keyword": "", "country": "en"})["code"] == Code.MISSING_PARAMETER


def test_a_shop_has_only_its_own_goods(either, goods: Goods):
    seller = goods.some("1688").seller
    asked = {"sellerOpenId": seller.open_id, "beginPage": 1, "pageSize": 50, "country": "en"}
    rows = either.data("AG5", asked)
    own = {offer.map_id for offer in goods.offers if offer.seller == seller}
    own |= {int(offer.id) for offer in goods.offers if offer.seller == seller}
    assert rows["totalRecords"] * 2 == len(own)
    assert {id_of(row) for row in rows["data"]} <= own
    assert {len(row) for row in rows["data"]} == {10 if either.generation == "v1" else 9}


def test_an_unknown_shop_is_not_found(v2):
    asked = {"sellerOpenId": "BBBnobody", "country": "en", "beginPage": 1, "pageSize": 5}
    assert v2.call("AG5", asked)["code"] == Code.NOT_FOUND


def test_detail_says_everything_an_order_needs(either, goods: Goods):
    tiered = goods.some("1688", lambda offer: offer.quote == 2 and offer.lot > 1)
    asked = {"offerMapId": tiered.map_id} if either.generation == "v2" else {"offerId": tiered.id}
    detail = either.data("AG1", asked)
    assert (detail["minOrderQuantity"], detail["batchNumber"]) == (tiered.moq, tiered.lot)
    assert detail["productSaleInfo"]["quoteType"] == 2
    ranges = detail["productSaleInfo"]["priceRangeList"]
    assert [(tier["startQuantity"], round(float(tier["price"]) * 100)) for tier in ranges] == list(
        tiered.tiers
    )
    assert [sku["specId"] for sku in detail["productSkuInfos"]] == [sku.spec_id for sku in tiered.skus]
    assert detail["sellerOpenId"] == tiered.seller.open_id
    assert detail["productShippingInfo"]["skuShippingInfoList"][0]["weight"] == tiered.skus[0].weight_g


def test_prices_and_stock_follow_the_seller(sandbox, v2, goods: Goods):
    offer = goods.some("1688", lambda offer: offer.quote == 1)
    sku = offer.skus[0]
    sandbox.control.set_stock(sku.id, 3)
    sandbox.control.set_price(offer.id, 150)
    first = v2.data("AG1", {"offerMapId": offer.map_id})["productSkuInfos"][0]
    assert first["amountOnSale"] == 3
    assert round(float(first["price"]) * 100) == (sku.price_fen * 150 + 50) // 100


def test_chat_is_a_link_in_v1_and_a_nickname_in_v2(v1, v2, goods: Goods):
    seller = goods.some("1688").seller
    asked = {"openUid": seller.open_id, "offerId": goods.some("1688").id}
    assert v1.http.get(v1.data("AG2", asked)).status_code == 200
    assert v2.data("AG2", asked) == seller.nick
