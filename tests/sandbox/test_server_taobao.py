"""Taobao goods and orders, and the address book, over the wire (contract TG1 to TG4, TO1 to TO6, F1, F2)."""

from __future__ import annotations

import json
import re

import pytest

from sourcing_desktop.sandbox.door.codes import Code, Upstream
from tests.sandbox.conftest import Goods, order_taobao
from tests.support.shapes import differences, example


@pytest.fixture
def item(goods: Goods):
    return goods.some(
        "taobao", lambda offer: offer.moq == 1 and offer.skus[0].stock > 10 and len(offer.skus) > 1
    )


def test_search_rows_are_in_yuan_with_a_translation(either):
    data = either.data("TG2", {"keyword": "包", "pageNo": 1, "pageSize": 5, "language": "es"})
    assert (data["pageNo"], data["pageSize"], len(data["data"])) == (1, 5, 5)
    row = data["data"][0]
    assert re.fullmatch(r"\d+\.\d\d", row["price"])
    assert row["multiLanguageInfo"]["language"] == "es"
    assert type(row["itemMapId" if either.generation == "v2" else "itemId"]) is (
        str if either.generation == "v2" else int
    )


def test_search_understands_the_documented_request_and_upstream_sorts(v2):
    assert v2.call("TG2", example("taobao-item-search.v2.request"))["code"] == 200
    cheap = v2.data("TG2", {"keyword": "包", "pageSize": 40, "sort": "PRICE_ASC"})["data"]
    prices = [float(row["price"]) for row in cheap]
    assert prices == sorted(prices)
    assert v2.call("TG2", {"keyword": "包", "sort": "COLOUR"})["code"] == Code.BAD_PARAMETER
    assert v2.call("TG2", {"keyword": ""})["code"] == Code.MISSING_PARAMETER


def test_an_item_is_in_fen_with_its_misspelling(either, item):
    asked = item.map_id if either.generation == "v2" else item.id
    data = either.data("TG4", {"itemId": asked})
    assert (data["mpId"], data["price"], data["status"]) == (item.mp_id, item.price_fen, "active")
    sku = data["skuList"][0]
    assert sku["mpSkuld"] is None
    assert "mpSkuId" not in sku
    assert type(sku["promotionPrice"]) is str
    assert (sku["skuId"], sku["price"]) == (item.skus[0].id, item.skus[0].price_fen)
    assert set(sku["properties"][0]) == {"valueId", "valueName", "propId", "propName"}


def test_a_supply_match_gives_the_ids_that_orders_want(either, item):
    asked = item.map_id if either.generation == "v2" else item.id
    wanted = [{"itemId": asked, "skuIds": [item.skus[1].id]}, {"itemId": "7", "skuIds": []}]
    data = either.data("TG3", {"params": json.dumps(wanted)})
    (matched,) = data["mpProducts"]
    assert (matched["itemId"], matched["mpId"]) == (asked, item.mp_id)
    assert matched["skuList"] == [{"skuId": item.skus[1].id, "mpSkuId": item.skus[1].mp_sku_id}]
    assert data["noMpProductItemIds"] == ["7"]
    assert data["noMpReasonList"][0]["itemId"] == "7"


def test_params_must_be_json_in_a_string(v2):
    assert v2.call("TG3", {"params": "[{"})["code"] == Code.BAD_PARAMETER


def test_the_order_list_is_that_of_the_example(v2, item):
    v2.data("TO1", order_taobao((item, 2)))
    answer = v2.call("TO2", example("taobao-order-page.v2.request"))
    assert differences(answer, example("taobao-order-page.v2.response")) == []
    (order,) = answer["data"]["data"]
    assert (order["status"], order["purchaseAmount"], order["sellerOrderNumber"]) == (12, 0, None)
    (line,) = order["subOrderVOS"]
    documented = example("taobao-order-page.v2.response")["data"]["data"][0]["subOrderVOS"][0]
    inner, theirs = json.loads(line["subOrderResult"]), json.loads(documented["subOrderResult"])
    assert differences(inner, theirs) == []
    innermost = json.loads(inner["option_fields"]["en"])
    assert innermost == {name.zh: value.zh for name, value in item.skus[0].attributes}
    assert line["status"] == inner["status"] == "BULIDING"


def test_reference_and_source_come_back(either, item):
    placed = either.data("TO1", order_taobao((item, 1), sellerOrderNumber="ref-42", orderSource="lazada"))
    (order,) = either.data("TO2", {"pageNum": 1, "pageSize": 5})["data"]
    assert (order["sellerOrderNumber"], order["orderSource"]) == ("ref-42", "lazada")
    assert order["id"] == placed["order_list"][0]["purchase_id"]
    assert ("itemMapId" in order["subOrderVOS"][0]) == (either.generation == "v2")


def test_orders_split_by_supplier(sandbox, v2, goods: Goods, item):
    other = goods.some(
        "taobao", lambda offer: offer.moq == 1 and offer.seller != item.seller and offer.skus[0].stock > 1
    )
    placed = v2.data("TO1", order_taobao((item, 1), (other, 1), sellerOrderNumber="ref-2"))
    assert len({order["purchase_id"] for order in placed["order_list"]}) == 2
    assert {order["supplier_nick"] for order in placed["order_list"]} == {item.seller.nick, other.seller.nick}
    assert [order["reference"] for order in sandbox.control.orders()] == ["ref-2", "ref-2"]


def test_the_life_of_a_taobao_order(sandbox, v2, item):
    def order() -> dict:
        return v2.data("TO2", {})["data"][0]

    v2.data("TO1", order_taobao((item, 2)))
    order_id = order()["id"]
    assert v2.call("TO6", {"orderIds": [order_id]})["data"]["errorCode"] == Upstream.STATUS_ERROR
    sandbox.control.set_clock(3)
    built = order()
    price = item.skus[0].promotion_fen or item.skus[0].price_fen
    freight = built["subOrderVOS"][0]["domesticPostFee"]
    assert (built["status"], built["purchaseAmount"]) == (0, 2 * price + freight)
    assert v2.data("TO6", {"orderIds": [order_id]})["success"] is True
    paid = order()
    assert paid["status"] == 10
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", paid["payTime"])
    sandbox.control.advance(order_id)
    assert order()["status"] == 11
    assert order()["subOrderVOS"][0]["status"] == "WAIT_BUYER_CONFIRM_GOODS"


def test_cancelling_a_taobao_order(sandbox, v2, item):
    v2.data("TO1", order_taobao((item, 2)))
    order_id = v2.data("TO2", {})["data"][0]["id"]
    assert v2.data("TO4", {"purchase_id": order_id, "cancel_reason": "too dear"})["success"] is True
    (order,) = v2.data("TO2", {"status": 4})["data"]
    assert order["subOrderVOS"][0]["closeReason"] == "too dear"
    assert v2.data("TG4", {"itemId": item.map_id})["skuList"][0]["quantity"] == item.skus[0].stock
    assert v2.call("TO4", {"purchase_id": "1"})["data"]["errorCode"] == Upstream.NO_SUCH_ORDER


def test_the_list_can_be_asked_by_id_number_and_status(v2, item):
    for _ in range(3):
        v2.data("TO1", order_taobao((item, 1)))
    page = v2.data("TO2", {"pageNum": 2, "pageSize": 2})
    assert (page["total"], len(page["data"])) == (3, 1)
    (oldest,) = page["data"]
    assert v2.data("TO2", {"id": oldest["id"]})["data"] == [oldest]
    assert v2.data("TO2", {"orderNo": oldest["orderNo"]})["total"] == 1
    assert v2.data("TO2", {"status": 10})["total"] == 0
    assert v2.data("TO2", {"beginDateTime": "2099-01-01 00:00:00"})["total"] == 0
    assert v2.data("TO2", {"endDateTime": "2099-01-01 00:00:00"})["total"] == 3


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"receiver": "{"}, Code.BAD_PARAMETER),
        ({"receiver": "{}"}, Code.MISSING_PARAMETER),
        ({"orderLineList": "[]"}, Code.BAD_PARAMETER),
        ({"orderLineList": '[{"itemId":"1","skuId":"1","quantity":"1"}]'}, Code.REFUSED),
    ],
)
def test_what_cannot_be_ordered_leaves_no_order(sandbox, v2, item, change, code):
    assert v2.call("TO1", order_taobao((item, 1)) | change)["code"] == code
    assert sandbox.control.orders() == []


def test_addresses_are_added_changed_and_listed(either):
    asked = example("address-add-or-update.v2.request") | {"name": "仓库", "phone": "138"}
    answer = either.call("F2", asked)
    assert differences(answer, example("address-add-or-update.v2.response")) == []
    assert answer["code"] == 200
    (address,) = either.data("F1")
    assert address == asked | {"id": address["id"]}
    assert either.call("F2", asked | {"id": address["id"], "city": "广州市"})["code"] == 200
    assert [row["city"] for row in either.data("F1")] == ["广州市"]
    assert either.call("F2", asked | {"id": 999})["code"] == Code.NOT_FOUND
    assert either.call("F2", asked | {"name": ""})["code"] == Code.MISSING_PARAMETER
