"""Selections, hot lists, categories and chosen goods over the wire (AM1 to AM3, AG2, AG6, TG5, TGS)."""

from __future__ import annotations

import pytest

from sourcing_desktop.sandbox.door.codes import Code
from tests.sandbox.conftest import Goods
from tests.support.shapes import differences, example


@pytest.mark.parametrize(("code", "word"), [("AM1", "isQqyx"), ("AM2", "1688Selection")])
def test_a_selection_is_a_search_narrowed_by_its_flag(either, goods: Goods, code, word):
    asked = {"keyword": "包", "beginPage": 1, "pageSize": 50}
    assert either.data(code, asked) == either.data("AG3", asked | {"filter": word})
    whole = either.data(code, {"beginPage": 1, "pageSize": 50})
    assert whole["totalRecords"] == sum(word in offer.filter_words for offer in goods.offers)
    dear = either.data(code, {"beginPage": 1, "pageSize": 50, "sort": '{"price":"desc"}', "filter": "new30"})
    assert dear["totalRecords"] < whole["totalRecords"]
    prices = [float(row["priceInfo"]["price"]) for row in dear["data"]]
    assert prices == sorted(prices, reverse=True)


def test_a_hot_list_ranks_a_category(either, goods: Goods):
    category = goods.some("1688").categories[0]
    asked = {"rankId": str(category), "rankType": "hot", "limit": 5, "language": "es"}
    data = either.data("AM3", asked)
    assert (data["rankId"], data["rankType"]) == (str(category), "hot")
    rows = data["rankProductModels"]
    assert [row["sort"] for row in rows] == [1, 2, 3, 4, 5]
    sold = [row["soldOut"] for row in rows]
    assert sold == sorted(sold, reverse=True)
    assert set(rows[0]) == {
        "itemId",
        "title",
        "translateTitle",
        "imgUrl",
        "sort",
        "serviceList",
        "buyerNum",
        "soldOut",
        "goodsScore",
    }
    v2 = either.generation == "v2"
    by_id = {(offer.map_id if v2 else int(offer.id)): offer for offer in goods.offers}
    first = by_id[rows[0]["itemId"]]
    assert (rows[0]["title"], rows[0]["translateTitle"]) == (first.title.zh, first.title.es)
    assert category in first.categories
    assert either.data("AM3", asked) == data


@pytest.mark.parametrize(
    "kind", ["complex", "goodPrice", "anchorHot", "anchorNew", "anchorRecommend", "VNHot", "VNTrend"]
)
def test_every_documented_kind_of_list(v2, goods: Goods, kind):
    rank_id = str(goods.some("1688").categories[0])
    rows = v2.data("AM3", {"rankId": rank_id, "rankType": kind, "limit": 100})["rankProductModels"]
    assert 0 < len(rows) <= 20


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"rankType": "hot"}, Code.MISSING_PARAMETER),
        ({"rankId": "101"}, Code.MISSING_PARAMETER),
        ({"rankId": "7", "rankType": "hot"}, Code.NOT_FOUND),
        ({"rankId": "101", "rankType": "tepid"}, Code.BAD_PARAMETER),
    ],
)
def test_lists_that_are_none(v2, asked, code):
    assert v2.call("AM3", asked)["code"] == code


def test_a_category_is_shaped_as_upstream_does_with_those_below(either):
    root = either.data("AG6", {"categoryId": 0, "language": "vi"})
    top = root["children"][0]
    middle = either.data("AG6", {"categoryId": top["categoryId"], "language": "vi"})
    assert (middle["level"], middle["parentCateId"], middle["language"]) == ("1", 0, "vi")
    leaf = either.data("AG6", {"categoryId": middle["children"][0]["categoryId"]})["children"][0]
    alone = either.data("AG6", {"categoryId": leaf["categoryId"]})
    assert differences(alone, example("upstream-1688-category-translation.result")) == []
    assert (alone["level"], alone["leaf"], alone["children"]) == ("3", True, None)


def test_chat_is_a_link_in_one_generation_and_a_nickname_in_the_other(either, goods: Goods):
    seller = goods.some("1688").seller
    asked = example("xport-ka-1688-im-decrypt.request") | {"openUid": seller.open_id}
    said = either.data("AG2", asked)
    assert said == seller.nick if either.generation == "v2" else said.startswith("http")
    assert either.call("AG2", asked | {"openUid": "BBB"})["code"] == Code.NOT_FOUND


def test_chosen_goods_can_all_be_ordered(v1, goods: Goods):
    first = v1.data("TG5", {"pageNo": 1, "pageSize": 5})
    second = v1.data("TG5", {"pageNo": 2, "pageSize": 5})
    ids = [row["itemId"] for page in (first, second) for row in page["data"]]
    assert len(set(ids)) == 10
    assert first["total"] == sum(offer.platform == "taobao" and bool(offer.mp_id) for offer in goods.offers)
    by_id = {int(offer.id): offer for offer in goods.offers}
    row = first["data"][0]
    assert (row["mpId"], row["price"]) == (by_id[row["itemId"]].mp_id, by_id[row["itemId"]].price_fen)


def test_a_source_item_is_translated_and_has_no_supply_side_id(either, goods: Goods):
    item = goods.single()
    asked = item.map_id if either.generation == "v2" else item.id
    data = either.data("TGS", example("taobao-source-get.v1.request") | {"itemId": asked})
    assert list(data)[:2] == ["description", "itemMapId" if either.generation == "v2" else "itemId"]
    assert data["multiLanguageInfo"]["title"] == item.title.vi
    assert "mpId" not in data
    assert either.call("TGS", {"itemId": "7"})["code"] == Code.NOT_FOUND
