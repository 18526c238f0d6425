"""The carts of both platforms over the wire (contract AK1 to AK6, TK1 to TK6)."""

from __future__ import annotations

import json

import pytest

from sourcing_desktop.sandbox.door.codes import Code, Upstream
from tests.sandbox.conftest import ADDRESS_1688, ADDRESS_TAOBAO, Goods, cargo
from tests.support.shapes import differences, example

ROW_FIELDS = {"id", "specId", "skuId", "itemTitle", "itemPic"}
ROW_FIELDS |= {"price", "quantity", "amountOnSale", "properties"}


def rows_of(cart: dict) -> list[dict]:
    return [row for group in cart["enableList"] for row in group["cartItemInfos"]]


def taobao_item(client, offer, quantity: int) -> dict:
    """The body of TK5 in the id space of the client's generation."""
    sku = offer.skus[0]
    named = {"itemMapId": offer.map_id} if client.generation == "v2" else {"itemId": int(offer.id)}
    return {
        **named,
        "platform": 0,
        "skuId": sku.id,
        "mpId": offer.mp_id,
        "mpSkuId": sku.mp_sku_id,
        "itemTitle": offer.title.zh,
        "price": sku.price_fen,
        "quantity": quantity,
    }


def test_an_empty_cart(either):
    for code in ("AK6", "TK3"):
        assert either.data(code) == {"enableList": [], "disableList": []}


def test_rows_stand_under_their_sellers(either, goods: Goods):
    first = goods.plain()
    second = goods.plain(other_than=first)
    for offer in (first, second):
        assert isinstance(either.data("AK5", cargo(either, offer, 5)), int)
    cart = either.data("AK6")
    assert [group["sellerOpenId"] for group in cart["enableList"]] == [
        first.seller.open_id,
        second.seller.open_id,
    ]
    (row,) = cart["enableList"][0]["cartItemInfos"]
    id_name = "offerMapId" if either.generation == "v2" else "offerId"
    assert set(row) == ROW_FIELDS | {id_name}
    assert (row["quantity"], row["amountOnSale"]) == (5, first.skus[0].stock)
    assert type(row["skuId"]) is (str if either.generation == "v2" else int)
    assert json.loads(row["properties"])[0]["valueName"] == first.skus[0].attributes[0][1].zh


def test_adding_again_adds_up(v2, goods: Goods):
    line = cargo(v2, goods.plain(), 5)
    assert v2.data("AK5", line) == v2.data("AK5", line)
    (row,) = rows_of(v2.data("AK6"))
    assert row["quantity"] == 10


def test_editing_answers_as_the_example_and_changes_the_row(v1, goods: Goods):
    row_id = v1.data("AK5", cargo(v1, goods.plain(), 5))
    answer = v1.call("AK4", example("1688-cart-edit-quantity.v1.request") | {"id": row_id, "quantity": 7})
    assert set(differences(answer, example("1688-cart-edit-quantity.v1.response"))) == {
        ".developId: {'str'} instead of {'int'}"  # integer in schemas, text in every real sample
    }
    assert answer["data"] is True
    assert [row["quantity"] for row in rows_of(v1.data("AK6"))] == [7]


@pytest.mark.parametrize("quantity", [0, -3, "x", 10**10])
def test_a_row_keeps_its_quantity_when_the_new_one_is_none(v2, goods: Goods, quantity):
    row_id = v2.data("AK5", cargo(v2, goods.plain(), 5))
    assert v2.call("AK4", {"id": row_id, "quantity": quantity})["code"] == Code.BAD_PARAMETER
    assert [row["quantity"] for row in rows_of(v2.data("AK6"))] == [5]


def test_rows_can_be_deleted_once(either, goods: Goods):
    row_id = either.data("AK5", cargo(either, goods.plain(), 5))
    assert either.data("AK2", {"cartIds": [row_id]}) is True
    assert rows_of(either.data("AK6")) == []
    assert either.call("AK2", {"cartIds": [row_id]})["code"] == Code.NOT_FOUND
    assert either.call("AK4", {"id": row_id, "quantity": 1})["code"] == Code.NOT_FOUND


def test_a_row_without_stock_is_disabled(sandbox, v2, goods: Goods):
    offer = goods.plain()
    v2.data("AK5", cargo(v2, offer, 5))
    sandbox.control.set_stock(offer.skus[0].id, 0)
    cart = v2.data("AK6")
    assert cart["enableList"] == []
    assert cart["disableList"][0]["cartItemInfos"][0]["amountOnSale"] == 0


def test_ordering_rows_of_two_sellers_empties_the_cart(sandbox, either, goods: Goods):
    first = goods.plain()
    second = goods.plain(other_than=first)
    ids = [either.data("AK5", cargo(either, offer, offer.moq)) for offer in (first, second)]
    chosen = {"addressParam": ADDRESS_1688, "cartIds": ids}
    previewed = either.data("AK3", chosen)["orderPreviewResuslt"]
    placed = either.data("AK1", chosen | {"flow": "general", "message": "from the cart"})
    assert placed["orderId"] is None
    assert len(placed["orderList"]) == len(previewed) == 2
    assert rows_of(either.data("AK6")) == []
    totals = sorted(order["total_fen"] for order in sandbox.control.orders())
    assert totals == sorted(entry["sumPayment"] for entry in previewed)
    assert {order["note"] for order in sandbox.control.orders()} == {"from the cart"}


def test_a_refused_order_keeps_the_cart(sandbox, v2, goods: Goods):
    offer = goods.plain()
    row_id = v2.data("AK5", cargo(v2, offer, offer.moq - 1))
    body = {"flow": "general", "addressParam": ADDRESS_1688, "cartIds": [row_id]}
    assert v2.call("AK1", body)["data"]["errorCode"] == Upstream.BELOW_MOQ
    assert len(rows_of(v2.data("AK6"))) == 1
    assert sandbox.control.orders() == []


def test_the_taobao_cart_from_adding_to_ordering(sandbox, either, goods: Goods):
    offer = goods.some("taobao", lambda offer: offer.moq == 1 and offer.skus[0].stock > 3)
    row_id = either.data("TK5", taobao_item(either, offer, 2))
    (row,) = rows_of(either.data("TK3"))
    assert (row["id"], row["mpId"], row["mpSkuId"]) == (row_id, offer.mp_id, offer.skus[0].mp_sku_id)
    assert either.data("TK6", {"id": row_id, "quantity": 3}) is True
    chosen = {"ids": [row_id], "orderAddress": ADDRESS_TAOBAO}
    price = offer.skus[0].promotion_fen or offer.skus[0].price_fen
    previewed = either.data("TK2", chosen)
    assert previewed["orderFee"] == {"amount": 3 * price, "currency": "CNY"}
    assert previewed["totalRealPayPrice"]["amount"] == 3 * price + previewed["mainlandShippingFee"]["amount"]
    placed = either.data("TK1", chosen)
    assert placed["success"] is True
    assert placed["order_list"][0]["estimate_amount"] == previewed["totalRealPayPrice"]["amount"]
    assert rows_of(either.data("TK3")) == []
    assert [order["platform"] for order in sandbox.control.orders()] == ["taobao"]


def test_what_cannot_be_bought_on_taobao_is_named(sandbox, v2, goods: Goods):
    offer = goods.some("taobao", lambda offer: offer.moq == 1 and offer.skus[0].stock > 1)
    row_id = v2.data("TK5", taobao_item(v2, offer, 2))
    sandbox.control.set_stock(offer.skus[0].id, 1)
    chosen = {"ids": [row_id], "orderAddress": ADDRESS_TAOBAO}
    previewed = v2.data("TK2", chosen)
    assert previewed["success"] is False
    (line,) = previewed["unavailableList"]
    assert (line["skuId"], line["errorCode"]) == (offer.skus[0].id, Upstream.STOCK)
    assert v2.call("TK1", chosen)["data"]["errorCode"] == Upstream.STOCK
    assert v2.data("TK4", {"ids": [row_id]}) is True


def test_goods_nobody_sells_stay_out(v2, goods: Goods):
    taobao = goods.some("taobao")
    assert v2.call("AK5", {"offerMapId": taobao.map_id, "quantity": 1})["code"] == Code.NOT_FOUND
    assert v2.call("AK5", cargo(v2, goods.plain(), 1) | {"specId": "0" * 32})["code"] == Code.NOT_FOUND
    assert v2.call("TK5", taobao_item(v2, taobao, 1) | {"mpId": "1"})["code"] == Code.NOT_FOUND
