"""How orders live: by themselves, by the buyer, by the seller, by the finance department."""

from __future__ import annotations

import pytest

from sourcing_desktop.sandbox.door.codes import Upstream
from tests.sandbox.conftest import ADDRESS_TAOBAO, Goods, cargo, order_1688, order_taobao
from tests.support.sandbox import RunningSandbox, SignedClient

DAY, MINUTE = 86_400_000, 60_000


def place_1688(client: SignedClient, goods: Goods) -> str:
    offer = goods.plain()
    return client.data("AO7", order_1688(cargo(client, offer, offer.moq)))["orderId"]


def place_taobao(client: SignedClient, goods: Goods, **others: object) -> str:
    placed = client.data("TO1", order_taobao((goods.single(), 2), **others))
    return placed["order_list"][0]["purchase_id"]


def detail(client: SignedClient, order_id: str) -> dict:
    return client.data("AOD", {"webSite": "1688", "orderId": order_id})


def facts(client: SignedClient, order_id: str) -> dict:
    return detail(client, order_id)["baseInfo"]


def taobao(client: SignedClient, order_id: str) -> dict:
    return client.data("TO8", {"orderId": order_id})


def state(sandbox: RunningSandbox) -> str:
    return sandbox.control.orders()[0]["state"]


def test_a_month_passes_over_1688(sandbox, v2, goods: Goods):
    order_id = place_1688(v2, goods)
    assert v2.data("AO9", {"orderId": order_id})["protocolPaySuccess"] is True
    seen = []
    for days in (0, 0.01, 3.9, 26):
        sandbox.control.let_pass(days=days)
        seen.append(facts(v2, order_id)["status"])
    assert seen == ["waitsellersend", "waitbuyerreceive", "signinsuccess", "success"]


def test_what_is_due_at_once_happens_in_order_and_at_its_time(sandbox, v2, goods: Goods):
    order_id = place_1688(v2, goods)
    v2.data("AO9", {"orderId": order_id})
    sandbox.control.let_pass(days=30)
    base = facts(v2, order_id)
    times = [
        base[name] for name in ("createTime", "payTime", "allDeliveredTime", "receivingTime", "completeTime")
    ]
    assert base["status"] == "success"
    assert times == sorted(times)
    sent, done = base["allDeliveredTime"], base["completeTime"]
    assert done[8:] == sent[8:]  # ten days later to the millisecond
    assert base["modifyTime"] == done


@pytest.mark.parametrize("days", [4.99, 5.01])
def test_an_unpaid_order_closes_after_five_days(sandbox, v2, goods: Goods, days):
    order_id = place_1688(v2, goods)
    sandbox.control.let_pass(days=days)
    base = facts(v2, order_id)
    assert base["status"] == ("waitbuyerpay" if days < 5 else "cancel")
    if days > 5:
        assert v2.call("AO9", {"orderId": order_id})["data"]["errorCode"] == Upstream.STATUS_ERROR
        assert detail(v2, order_id)["tradeTerms"][0]["payStatus"] == "8"


def test_receipt_is_confirmed_as_the_page_shows(sandbox, either, goods: Goods):
    order_id = place_1688(either, goods)
    asked = {"orderId": int(order_id), "orderEntryIds": []}
    early = either.call("AO10", asked)
    assert (early["code"], early["data"]["success"]) == (200, False)
    assert early["data"]["errorCode"] == Upstream.STATUS_ERROR
    for _ in range(2):
        sandbox.control.advance(order_id)
    (line,) = detail(either, order_id)["productItems"]
    stranger = either.call("AO10", asked | {"orderEntryIds": [7]})
    assert stranger["data"]["errorCode"] == Upstream.NO_ORDER_TO_CONFIRM
    confirmed = either.call("AO10", asked | {"orderEntryIds": [line["subItemID"]]})
    assert confirmed["data"] == {"success": True, "errorInfo": "", "errorCode": ""}
    assert (confirmed["requestId"] is None) == (either.generation == "v1")
    assert facts(either, order_id)["status"] == "confirm_goods"
    sandbox.control.let_pass(seconds=61)
    base = facts(either, order_id)
    assert base["status"] == "success"
    assert base["confirmedTime"] < base["completeTime"]


def test_confirming_some_lines_leaves_the_order_open(sandbox, v2, goods: Goods):
    offer = goods.some("1688", lambda offer: offer.moq == offer.lot == 1 and len(offer.skus) > 1)
    lines = [cargo(v2, offer, 1, sku) for sku in offer.skus[:2]]
    order_id = v2.data("AO7", order_1688(*lines))["orderId"]
    for _ in range(2):
        sandbox.control.advance(order_id)
    first, second = (item["subItemID"] for item in detail(v2, order_id)["productItems"])
    v2.data("AO10", {"orderId": order_id, "orderEntryIds": [first]})
    assert [item["logisticsStatus"] for item in detail(v2, order_id)["productItems"]] == [3, 2]
    assert facts(v2, order_id)["status"] == "waitbuyerreceive"
    v2.data("AO10", {"orderId": order_id, "orderEntryIds": [second]})
    assert facts(v2, order_id)["status"] == "confirm_goods"


def test_nobody_confirms_an_order_that_is_not_there(v2):
    answer = v2.call("AO10", {"orderId": 1, "orderEntryIds": []})
    assert (answer["code"], answer["data"]["errorCode"]) == (200, Upstream.NO_ORDER_TO_CONFIRM)


def test_many_orders_are_paid_together(sandbox, either, goods: Goods):
    paid, unpaid = place_1688(either, goods), place_1688(either, goods)
    sandbox.control.advance(paid)
    data = either.data("AO1", {"orderIds": [unpaid, paid, "7"]})
    assert data["success"] is False
    assert [result["errorCode"] for result in data["payResults"]] == [
        None,
        Upstream.STATUS_ERROR,
        Upstream.NO_SUCH_ORDER,
    ]
    assert data["cantPayOrderList"] == [paid, "7"]
    assert facts(either, unpaid)["status"] == "waitsellersend"
    refused = either.call("AO1", {"orderIds": [unpaid]})
    assert refused["data"]["errorCode"] == Upstream.NOTHING_PAYABLE
    assert either.call("AO1", {"orderIds": [str(number) for number in range(31)]})["code"] != 200
    assert either.call("AO1", {"orderIds": []})["code"] != 200


def test_a_seller_changes_the_price_of_an_unpaid_order(sandbox, v2, goods: Goods):
    order_id = place_1688(v2, goods)
    before = facts(v2, order_id)
    total = round(before["totalAmount"] * 100)
    sandbox.control.change_total(order_id, total - 7)
    order = detail(v2, order_id)
    base, items = order["baseInfo"], order["productItems"]
    assert round(base["totalAmount"] * 100) == total - 7
    assert base["discount"] == sum(item["entryDiscount"] for item in items) == -7
    lines = sum(round(item["itemAmount"] * 100) for item in items)
    assert lines + round(base["shippingFee"] * 100) == total - 7
    sandbox.control.advance(order_id)
    with pytest.raises(AssertionError, match=Upstream.STATUS_ERROR):
        sandbox.control.change_total(order_id, total)


def test_a_seller_closes_an_unpaid_order_and_the_goods_are_free_again(sandbox, v2, goods: Goods):
    offer = goods.plain()
    order_id = place_1688(v2, goods)
    sandbox.control.close_order(order_id)
    base = facts(v2, order_id)
    assert (base["status"], base["closeReason"]) == ("cancel", "sellerGoodsLack")
    left = v2.data("AG1", cargo(v2, offer, 1))["productSkuInfos"][0]["amountOnSale"]
    assert left == offer.skus[0].stock
    with pytest.raises(AssertionError, match=Upstream.STATUS_ERROR):
        sandbox.control.close_order(order_id)


def test_a_seller_runs_out_of_stock_between_preview_and_order(sandbox, v2, goods: Goods):
    offer = goods.plain()
    body = order_1688(cargo(v2, offer, offer.moq))
    assert v2.data("AO6", body)["success"] is True
    sandbox.control.set_stock(offer.skus[0].id, 0)
    assert v2.call("AO7", body)["data"]["errorCode"] == Upstream.STOCK


def test_a_price_that_changes_between_preview_and_order(sandbox, v2, goods: Goods):
    offer = goods.plain()
    body = order_1688(cargo(v2, offer, offer.moq))
    (previewed,) = v2.data("AO6", body)["orderPreviewResuslt"]
    sandbox.control.set_price(offer.id, 150)
    assert v2.data("AO7", body)["totalSuccessAmount"] > previewed["sumPayment"]


@pytest.mark.parametrize("refused", [False, True])
def test_finance_checks_a_voucher(sandbox, v1, goods: Goods, refused):
    order_id = place_taobao(v1, goods)
    voucher = {"orderId": order_id, "voucherUrls": ["https://example.com/transfer.jpg"]}
    assert v1.call("TO3", voucher)["data"]["errorCode"] == Upstream.STATUS_ERROR  # still building
    sandbox.control.let_pass(seconds=3)
    sandbox.control.refuse_voucher(order_id, refused)
    assert v1.data("TO3", voucher)["success"] is True
    seen = [taobao(v1, order_id)["status"]]
    for seconds in (61, 11):
        sandbox.control.let_pass(seconds=seconds)
        seen.append(taobao(v1, order_id)["status"])
    assert seen == ([1, 3, 3] if refused else [1, 2, 10])
    assert (taobao(v1, order_id)["payTime"] is None) == refused


def test_a_refused_voucher_may_be_followed_by_another_payment(sandbox, v1, goods: Goods):
    order_id = place_taobao(v1, goods)
    sandbox.control.let_pass(seconds=3)
    sandbox.control.refuse_voucher(order_id)
    v1.data("TO3", {"orderId": order_id, "voucher": "/9j/4AAQ"})
    sandbox.control.let_pass(days=4.9)
    assert taobao(v1, order_id)["status"] == 3
    assert v1.data("TO6", {"orderIds": [order_id]})["success"] is True
    assert taobao(v1, order_id)["status"] == 10


def test_a_voucher_needs_a_picture(sandbox, v1, goods: Goods):
    order_id = place_taobao(v1, goods)
    sandbox.control.let_pass(seconds=3)
    assert "voucher" in v1.call("TO3", {"orderId": order_id})["msg"]
    assert state(sandbox) == "to pay"


def test_a_month_passes_over_taobao(sandbox, v2, goods: Goods):
    order_id = place_taobao(v2, goods)
    seen = [taobao(v2, order_id)["status"]]
    sandbox.control.let_pass(seconds=3)
    v2.data("TO6", {"orderIds": [order_id]})
    for days in (0, 0.01, 3.9, 26):
        sandbox.control.let_pass(days=days)
        seen.append(taobao(v2, order_id)["status"])
    assert seen == [12, 10, 11, 11, 9]
    assert taobao(v2, order_id)["subOrderVOS"][0]["status"] == "TRADE_FINISHED"


def test_the_list_finds_signed_orders_among_the_shipped(sandbox, v2, goods: Goods):
    place_taobao(v2, goods)
    for _ in range(4):
        sandbox.control.advance()
    assert state(sandbox) == "signed"
    assert v2.data("TO2", {"status": 11})["total"] == 1
    assert v2.data("TO2", {"status": 99})["total"] == 0


def test_ten_orders_are_paid_at_once_or_none(sandbox, either, goods: Goods):
    ids = [place_taobao(either, goods) for _ in range(3)]
    assert either.call("TO6", {"orderIds": ids})["data"]["errorCode"] == Upstream.STATUS_ERROR
    sandbox.control.let_pass(seconds=3)
    sandbox.control.advance(ids[2])
    assert either.call("TO6", {"orderIds": ids})["data"]["errorCode"] == Upstream.STATUS_ERROR
    assert [taobao(either, order_id)["status"] for order_id in ids] == [0, 0, 10]
    assert either.data("TO6", {"orderIds": ids[:2]})["success"] is True
    assert [taobao(either, order_id)["status"] for order_id in ids] == [10, 10, 10]
    assert either.call("TO6", {"orderIds": [str(number) for number in range(11)]})["code"] != 200


def test_one_line_of_an_order_is_cancelled(sandbox, v2, goods: Goods):
    offer = goods.single()
    rows = [(offer, 1, offer.skus[0]), (offer, 2, offer.skus[1])]
    order_id = v2.data("TO1", order_taobao(*rows))["order_list"][0]["purchase_id"]
    sandbox.control.let_pass(seconds=3)
    whole = taobao(v2, order_id)
    gone = whole["subOrderVOS"][0]
    asked = {"purchase_id": order_id, "cancel_reason": "too dear"}
    named = {"sub_purchase_orderId_list": [gone["taobaoSubPurchaseId"]]}
    assert v2.data("TO4", asked | named)["success"] is True
    rest = taobao(v2, order_id)
    assert [line["status"] for line in rest["subOrderVOS"]] == ["TRADE_CLOSED", "WAIT_BUYER_PAY"]
    assert (rest["status"], rest["purchaseAmount"]) == (0, whole["purchaseAmount"] - gone["purchaseAmount"])
    stock = v2.data("TG4", {"itemId": offer.map_id})["skuList"]
    assert [sku["quantity"] for sku in stock[:2]] == [offer.skus[0].stock, offer.skus[1].stock - 2]
    for line_id in "7", gone["subOrderId"]:
        unknown = {"sub_purchase_orderId_list": [line_id]}
        assert v2.call("TO4", asked | unknown)["data"]["errorCode"] == Upstream.NO_SUCH_ORDER
    for misspelt in ("sub_purchase_order_id_list", "subPurchaseOrderIdList"):
        assert v2.call("TO4", asked | {misspelt: [gone["taobaoSubPurchaseId"]]})["code"] != 200
    assert taobao(v2, order_id)["status"] == 0
    v2.data("TO4", asked)
    assert taobao(v2, order_id)["status"] == 4
    assert v2.data("TG4", {"itemId": offer.map_id})["skuList"][1]["quantity"] == offer.skus[1].stock


def test_an_order_moves_to_another_warehouse_until_it_ships(sandbox, either, goods: Goods):
    order_id = place_taobao(either, goods)
    moved = {"warehouseAddress": "广西省", "warehouseName": "一号仓库", "orderId": order_id}
    assert either.data("TO5", moved)["success"] is True
    order = taobao(either, order_id)
    assert order["warehouseAddressInfoVO"]["address"] == "广西省"
    assert order["warehouseAddressInfoVO"]["name"] == "一号仓库"
    assert order["receiverVO"]["address"] == ADDRESS_TAOBAO["address"]
    for _ in range(3):
        sandbox.control.advance()
    assert either.call("TO5", moved)["data"]["errorCode"] == Upstream.STATUS_ERROR


@pytest.mark.parametrize(("code", "field"), [("TO8", "orderId"), ("TO4", "purchase_id")])
def test_an_order_goes_by_one_of_its_numbers(v2, goods: Goods, code, field):
    order = taobao(v2, v2.data("TO1", order_taobao((goods.single(), 1)))["order_list"][0]["purchase_id"])
    for number in order["orderNo"], order["subOrderVOS"][0]["taobaoPurchaseId"]:
        assert v2.call(code, {field: number})["data"]["errorCode"] == Upstream.NO_SUCH_ORDER


def test_the_detail_is_the_row_of_the_list(either, goods: Goods):
    order_id = place_taobao(either, goods, sellerOrderNumber="ref-7")
    (row,) = either.data("TO2", {"id": order_id})["data"]
    assert taobao(either, order_id) == row
    assert either.call("TO8", {"orderId": "7"})["data"]["errorCode"] == Upstream.NO_SUCH_ORDER


@pytest.mark.parametrize("body", ["alone", "as text"])
def test_the_chat_link_takes_both_documented_bodies(sandbox, either, body):
    about = '{"sourceType":"item","bizId":"700187748440"}'
    fields = {
        "alone": {"sourceType": "item", "bizId": "234576234"},
        "as text": {"loginName": "a", "password": "b", "pageName": "im", "pageParamMap": about},
    }[body]
    answer = either.call("TO7", fields)
    assert answer["data"].startswith(sandbox.url)
    assert "loginToken=" in answer["data"]
    assert (answer["requestId"], answer["developId"]) == (None, None) or either.generation == "v2"
    assert "item" in either.http.get(answer["data"]).text
    assert either.call("TO7", {"pageParamMap": "[]"})["code"] != 200
