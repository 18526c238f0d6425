"""Taobao requests and answers that have no example and that the sandbox does not give."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Obstacle, OfferRef, Platform, Sku
from sourcing_desktop.domain.order import OrderState, Placed
from sourcing_desktop.domain.order_filter import OrderFilter
from sourcing_desktop.gateways.pandapon.faults import NO_PRICE
from sourcing_desktop.gateways.pandapon.shapes import Caller, fast_address, merged, taobao_address
from sourcing_desktop.gateways.pandapon.taobao import cart as taobao_cart
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.pandapon.taobao.goods import SupplyMatch
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import draft_line, draft_of, line_of

V1, V2 = Caller("v1", "en", "21000"), Caller("v2", "en", "21000")
NOW = datetime(2025, 1, 1, tzinfo=UTC)
REF = OfferRef(Platform.TAOBAO, "v1", "672991141190")

# The sample of the development manual (contract TG4), as far as it goes.
MANUAL = {
    "quantity": 400,
    "categoryId": "121452038",
    "shopName": "u[2206891060210]",
    "shopId": 268763467,
    "title": "连衣裙",
    "productUnit": None,
    "picUrls": ["//img.alicdn.com/a.jpg"],
    "mpId": "2048057995392326",
    "itemId": 672991141190,
    "price": 1,
    "promotionPrice": 1,
    "beginAmount": 0,
    "status": "active",
    "skuList": [
        {
            "picUrl": None,
            "quantity": 200,
            "price": 1,
            "skuId": "4825362144932",
            "status": "active",
            "promotionPrice": "1",
            "postFee": 0,
            "mpSkuld": None,
            "properties": [{"valueId": 1, "valueName": "红色", "propId": 2, "propName": "颜色"}],
        }
    ],
}


def envelope(data: object) -> Reader:
    return Reader(decode_json(json.dumps({"code": 200, "data": data})))


def test_the_manuals_item():
    detail = taobao_goods.read_detail(envelope(MANUAL), V1)
    assert detail.ref == REF
    assert (detail.offer.price, detail.rules.moq, detail.supplier.id) == (Money(1), 1, "268763467")
    assert detail.pictures == ("https://img.alicdn.com/a.jpg",)
    assert detail.skus[0].original_name == "红色"
    assert detail.supply_id == "2048057995392326"
    assert taobao_goods.lacks_supply(detail)  # its SKU has none
    rest = {name.removeprefix("data."): value for name, value in detail.unread.items()}
    assert {name: rest[name] for name in ("quantity", "categoryId", "price")} == {
        "quantity": 400,
        "categoryId": "121452038",
        "price": 1,
    }
    assert "title" not in rest


MATCHES = {
    "right": [{"itemId": "672991141190", "mpId": "M", "skuList": [{"skuId": "4", "mpSkuId": "S"}]}],
    "misspelt": [{"itemId": 672991141190, "mpId": "M", "skus": [{"skuId": 4, "mpSkuld": "S"}]}],
    "behind another": [
        {"itemId": "1", "mpId": "X"},
        {"itemId": "672991141190", "mpId": "M", "skuPairs": [{"skuId": "4", "mpSkuId": "S"}]},
    ],
}


@pytest.mark.parametrize("products", MATCHES.values(), ids=MATCHES.keys())
def test_a_supply_match(products):
    match = taobao_goods.read_match(envelope({"mpProducts": products}), REF)
    assert (match.item, dict(match.skus)) == ("M", {"4": "S"})


def test_no_supply_is_no_error():
    nothing = {"mpProducts": [], "noMpProductItemIds": [REF.id], "noMpReasonList": [{"reason": "x"}]}
    match = taobao_goods.read_match(envelope(nothing), REF)
    detail = taobao_goods.read_detail(envelope(MANUAL | {"mpId": None}), V1)
    assert taobao_goods.with_supply(detail, match).obstacle is Obstacle.NO_SUPPLY


def test_a_match_fills_only_what_is_missing():
    detail = taobao_goods.read_detail(envelope(MANUAL), V1)
    filled = taobao_goods.with_supply(detail, SupplyMatch("other", {"4825362144932": "S"}))
    assert (filled.supply_id, filled.skus[0].supply_id) == ("2048057995392326", "S")
    assert not taobao_goods.lacks_supply(filled)


def test_upstreams_own_names_of_a_row():
    row = {
        "item_id": 672991141190,
        "title": "裙",
        "main_image_url": "//img.alicdn.com/a.jpg",
        "price": "12.30",
        "shop_name": "店",
        "multi_language_info": {"language": "en", "title": "Dress"},
    }
    [offer] = taobao_goods.read_page(envelope([row]), V1).offers
    assert (offer.ref, offer.title.shown, offer.price) == (REF, "Dress", Money(1230))
    assert (offer.picture, offer.shop_name) == ("https://img.alicdn.com/a.jpg", "店")


def test_a_line_is_added_with_both_of_its_ids():
    sku = Sku("4", price=Money(1230), stock=7, supply_id="S")
    body = taobao_cart.add_request(line_of(REF, sku=sku, seller="268", supply_id="M", quantity=3), V1)
    assert body["itemId"] == 672991141190
    names = ("skuId", "mpId", "mpSkuId", "price", "quantity", "shopId", "skuQuantity")
    assert [body[name] for name in names] == ["4", "M", "S", 1230, 3, 268, "7"]


def test_an_order_carries_text_inside_text():
    body = taobao_orders.create_request(draft_of(draft_line(REF), draft_line(REF, "12")))
    assert list(body) == ["orderLineList", "receiver", "purchaseAmount", "orderSource", "sellerOrderNumber"]
    lines = json.loads(str(body["orderLineList"]))
    assert lines[1] == {
        "itemId": "2048057995392326",
        "orderLineNo": "2",
        "quantity": "2",
        "price": "1250",
        "currency": "CNY",
        "skuId": "404812",
    }
    receiver = json.loads(str(body["receiver"]))
    assert (receiver["state"], receiver["mobile_phone"]) == ("浙江省", "13800000000")
    assert (body["purchaseAmount"], body["sellerOrderNumber"]) == (5500, "SD-1")
    assert body["orderSource"] == "sourcing-desktop"


@pytest.mark.parametrize(
    ("province", "city", "state"), [("上海", "上海市", "上海市"), ("吉林省", "吉林市", "吉林省")]
)
def test_a_city_that_is_a_province_is_named_as_each_platform_names_it(province, city, state):
    address = Address("李雷", "13800000000", province, city, "", "1号")
    assert taobao_address(address)["state"] == state
    assert fast_address(address)["provinceText"] == province


PLACED = {
    "upstream": ({"success": True, "order_list": [{"purchase_id": 1}, {"purchase_id": "2"}]}, ("1", "2")),
    "an order": ({"id": "1131284695074472264", "orderNo": "9"}, ("1131284695074472264",)),
    "a bare id": ("1131284695074472264", ("1131284695074472264",)),
    "numbers of both sides": ({"order_list": [{"purchase_id": "200048859479", "id": "7"}]}, ("7",)),
}


@pytest.mark.parametrize(("data", "ids"), PLACED.values(), ids=PLACED.keys())
def test_order_ids_are_found_wherever_they_are(data, ids):
    assert taobao_orders.read_placed(envelope(data)) == Placed(ids)


@pytest.mark.parametrize("rows", [[{"purchase_id": 1}, {"supplier_nick": "x"}], [{"supplier_nick": "x"}]])
def test_an_order_without_its_number_is_not_dropped(rows):
    made = "1" if len(rows) > 1 else "all without numbers"
    with pytest.raises(BadReply, match=rf"\({made}\).*Look at the orders before ordering again"):
        taobao_orders.read_placed(envelope({"success": True, "order_list": rows}))


def test_a_refused_order_and_one_left_open():
    with pytest.raises(Rejected) as caught:
        taobao_orders.read_placed(envelope({"success": False, "error_code": "500_004", "order_list": []}))
    assert caught.value.sentence == "The seller has not enough stock. Take fewer."
    for data in (None, {}, {"success": True}, {"success": False, "message": "read timed out"}, True, []):
        with pytest.raises(BadReply):
            taobao_orders.read_placed(envelope(data))


def test_a_preview_with_bare_amounts():
    preview = taobao_cart.read_preview(
        envelope({"totalRealPayPrice": 1500, "mainlandShippingFee": "500"}), [], NOW
    )
    assert (preview.goods, preview.freight, preview.total) == (Money(1000), Money(500), Money(1500))
    assert preview.orderable
    assert taobao_cart.read_preview(envelope({}), [], NOW).refusal == NO_PRICE


@pytest.mark.parametrize("data", [None, {}, {"orders": [{"id": 1}]}, {"list": [{"id": 1}], "total": 1}])
def test_a_list_nobody_recognises_is_no_empty_page(data):
    with pytest.raises(BadReply):
        taobao_orders.read_orders(envelope(data))


def test_several_lists_become_one():
    def page(*orders, **data):
        return taobao_orders.read_orders(envelope({"data": list(orders)} | data))

    old, new = {"id": 1, "createTime": "2024-01-01 00:00:00"}, {"id": 2, "createTime": "2024-01-02 00:00:00"}
    one = merged([page(old, {"id": 3}, total=5), page(new, old, total=2)])
    assert [order.id for order in one.orders] == ["2", "1", "3"]
    assert one.total == 7
    assert merged([page(total=5), page()]).total is None


def test_states_are_asked_by_number():
    assert taobao_orders.ASKED_STATES[OrderState.TO_PAY] == ("0",)
    assert taobao_orders.ASKED_STATES[OrderState.CHECKING_PAYMENT] == ("1", "2", "5")
    assert taobao_orders.list_request(2, 20, "0") == {"pageNum": 2, "pageSize": 20, "status": 0}
    noon = datetime(2025, 1, 1, 4, tzinfo=UTC)
    which = OrderFilter(noon, noon, ("7",), number="P1", seller_name="店主")
    assert taobao_orders.list_request(1, 5, "", which) == {
        "pageNum": 1,
        "pageSize": 5,
        "id": 7,
        "orderNo": "P1",
        "sellerNick": "店主",
        "beginDateTime": "2025-01-01 12:00:00",
        "endDateTime": "2025-01-01 12:00:00",
    }
    for other in (OrderFilter(order_ids=("7", "8")), OrderFilter(refund_state="refundsuccess")):
        with pytest.raises(ValueError, match="list of orders"):
            taobao_orders.list_request(1, 5, "", other)
