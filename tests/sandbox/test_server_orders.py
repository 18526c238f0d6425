"""1688 previews and orders over the wire (contract AO2 to AO9, 3.7)."""

from __future__ import annotations

import re

import pytest

from sourcing_desktop.sandbox.door.codes import Code, Upstream
from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller, MarketSku
from sourcing_desktop.sandbox.routes.alibaba_trade import PASSWORD_FREE_FEN
from tests.sandbox.conftest import ADDRESS_1688, Goods, cargo, cargo_with_seller, mixes, order_1688
from tests.support.shapes import differences, example

WEB_SITE = {"webSite": "1688"}


def refusal(data: dict) -> str:
    """The one reason a preview gives."""
    lines = [line for entry in data["orderPreviewResuslt"] for line in entry["cargoList"]]
    (code,) = {line["resultCode"] for line in lines} - {"200"}
    assert data["success"] is False
    assert data["errorCode"] == code
    assert data["orderPreviewResuslt"][0]["tradeModeNameList"] == []
    return code


def fen(yuan: float) -> int:
    return round(yuan * 100)


def test_a_preview_sums_in_fen_what_its_lines_say_in_yuan(either, goods: Goods):
    offer = goods.plain()
    data = either.data("AO6", order_1688(cargo(either, offer, offer.moq)))
    (entry,) = data["orderPreviewResuslt"]
    assert len(entry) == 14
    assert (data["success"], entry["status"], entry["flowFlag"]) == (True, True, "general")
    assert "alipay" in entry["tradeModeNameList"]
    (line,) = entry["cargoList"]
    assert fen(line["amount"]) == fen(line["finalUnitPrice"]) * offer.moq == entry["sumPaymentNoCarriage"]
    assert entry["sumPayment"] == entry["sumPaymentNoCarriage"] + entry["sumCarriage"]
    assert ("offerMapId" in line) == (either.generation == "v2")


def test_tiers_count_all_pieces_of_the_offer(v2, goods: Goods):
    offer = goods.some(
        "1688",
        lambda offer: (
            offer.quote == 2
            and offer.lot == 1
            and len(offer.tiers) > 1
            and len(offer.skus) > 1
            and all(sku.stock > offer.tiers[1][0] for sku in offer.skus)
        ),
    )
    (first, dear), (second, cheap) = offer.tiers[:2]
    alone = cargo(v2, offer, second - 1)
    both = [alone, cargo(v2, offer, 1, offer.skus[1])]
    (entry,) = v2.data("AO6", order_1688(alone))["orderPreviewResuslt"]
    assert first <= second - 1
    assert [fen(line["finalUnitPrice"]) for line in entry["cargoList"]] == [dear]
    (entry,) = v2.data("AO6", order_1688(*both))["orderPreviewResuslt"]
    assert [fen(line["finalUnitPrice"]) for line in entry["cargoList"]] == [cheap, cheap]


def test_freight_is_the_same_each_time_and_differs_by_province(v2, goods: Goods):
    def freight(province: str) -> int:
        body = order_1688(line) | {"addressParam": ADDRESS_1688 | {"provinceText": province}}
        return v2.data("AO6", body)["orderPreviewResuslt"][0]["sumCarriage"]

    offer = goods.plain()
    line = cargo(v2, offer, offer.moq)
    provinces = ["浙江省", "新疆维吾尔自治区", "广东省", "黑龙江省"]
    once, twice = ([freight(province) for province in provinces] for _ in range(2))
    assert once == twice
    assert len(set(once)) > 1 or set(once) == {0}


def test_below_the_minimum(v2, goods: Goods):
    offer = goods.plain()
    assert refusal(v2.data("AO6", order_1688(cargo(v2, offer, offer.moq - 1)))) == Upstream.BELOW_MOQ


def test_not_a_whole_lot(v2, goods: Goods):
    offer = goods.some("1688", lambda offer: offer.lot > 1 and offer.skus[0].stock > 10 * offer.moq)
    assert refusal(v2.data("AO6", order_1688(cargo(v2, offer, offer.moq + 1)))) == Upstream.NOT_A_LOT


@pytest.mark.parametrize("quantity", [1_000_000_000, None])
def test_more_than_there_is(v2, goods: Goods, quantity):
    offer = goods.plain()
    too_many = quantity or offer.skus[0].stock + 1
    assert refusal(v2.data("AO6", order_1688(cargo(v2, offer, too_many)))) == Upstream.STOCK


def test_a_spec_of_another_offer(v2, goods: Goods):
    offer = goods.plain()
    stranger = goods.plain(other_than=offer).skus[0]
    assert refusal(v2.data("AO6", order_1688(cargo(v2, offer, 20, stranger)))) == Upstream.FOREIGN_SPEC


def test_an_offer_that_is_not_there(v2, goods: Goods):
    line = cargo(v2, goods.plain(), 20) | {"offerMapId": "AAAAAAAAAAAAAAAAAAAAAA"}
    assert refusal(v2.data("AO6", order_1688(line))) == Upstream.NOT_TRADABLE


def test_goods_of_two_sellers_are_no_single_order(v2, goods: Goods):
    first = goods.plain()
    lines = [cargo(v2, first, 20), cargo(v2, goods.plain(other_than=first), 20)]
    assert refusal(v2.data("AO6", order_1688(*lines))) == Upstream.DIFFERENT_SELLERS
    answer = v2.call("AO7", order_1688(*lines))
    assert (answer["code"], answer["data"]["errorCode"]) == (Code.REFUSED, Upstream.DIFFERENT_SELLERS)


def test_a_line_without_spec_is_refused_as_upstream_does(v2, goods: Goods):
    line = cargo(v2, goods.plain(), 20) | {"specId": ""}
    answer = v2.call("AO6", order_1688(line))
    assert answer["data"]["errorCode"] == Upstream.DIFFERENT_SELLERS


def test_a_mixed_batch_lifts_the_minimum_once_reached(v2, goods: Goods):
    def single(offer: MarketOffer) -> bool:
        """One piece is below the minimum and does not reach the seller's mixed batch."""
        rule = offer.seller
        pieces, fen = rule.mix_pieces or 0, rule.mix_fen or 10**9
        return pieces > 1 and fen > dearest(offer) and offer.moq > 1 == offer.lot

    offer = goods.some("1688", lambda offer: single(offer) and len(company(offer, goods)) > 0)
    few = [cargo(v2, offer, 1)]
    assert refusal(v2.data("AO6", order_1688(*few))) == Upstream.MIXED_BATCH
    other = company(offer, goods)[0]
    enough = [*few, cargo(v2, other, offer.seller.mix_pieces)]
    assert v2.data("AO6", order_1688(*enough))["success"] is True


def dearest(offer: MarketOffer) -> int:
    """The most one piece can cost, in fen."""
    return max(sku.price_fen for sku in offer.skus)


def company(offer: MarketOffer, goods: Goods) -> list[MarketOffer]:
    """Other offers of its seller that can fill a mixed batch."""
    return [
        other
        for other in goods.offers
        if other.seller == offer.seller
        and other != offer
        and other.lot == 1
        and other.skus[0].stock >= (offer.seller.mix_pieces or 0)
    ]


def test_more_than_fifty_skus(v2, goods: Goods):
    def skus_of(seller: MarketSeller) -> list[tuple[MarketOffer, MarketSku]]:
        return [(offer, sku) for offer in goods.offers if offer.seller == seller for sku in offer.skus]

    seller = goods.some("1688", lambda offer: len(skus_of(offer.seller)) > 50).seller
    lines = [cargo(v2, offer, offer.lot, sku) for offer, sku in skus_of(seller)[:51]]
    assert refusal(v2.data("AO6", order_1688(*lines))) == Upstream.TOO_MANY_SKUS


@pytest.mark.parametrize("quantity", [0, -1, 1.5, "many", 10**12])
def test_a_quantity_must_be_a_number_of_pieces(v2, goods: Goods, quantity):
    line = cargo(v2, goods.plain(), quantity)
    assert v2.call("AO6", order_1688(line))["code"] == Code.BAD_PARAMETER


@pytest.mark.parametrize("field", ["addressParam", "cargoParamList"])
def test_a_missing_part_is_named(v2, goods: Goods, field):
    answer = v2.call("AO6", order_1688(cargo(v2, goods.plain(), 20)) | {field: None})
    assert answer["code"] == Code.MISSING_PARAMETER
    assert field in answer["msg"]


@pytest.mark.parametrize("code", ["AO2", "AO3", "AO6", "AO7"])
@pytest.mark.parametrize("field", ["fullName", "provinceText", "townText", "address"])
def test_a_missing_part_of_the_address_is_named(v2, goods: Goods, code, field):
    body = order_1688(cargo(v2, goods.plain(), 20)) | {"addressParam": ADDRESS_1688 | {field: ""}}
    answer = v2.call(code, body)
    assert answer["code"] == Code.MISSING_PARAMETER
    assert field in answer["msg"]


def test_an_order_takes_stock_and_shows_in_the_list(either, goods: Goods):
    offer = goods.plain()
    placed = either.data("AO7", order_1688(cargo(either, offer, offer.moq), message="box 7 [ref-1]"))
    assert placed["success"] is True
    assert re.fullmatch("[0-9]{19}", placed["orderId"])
    detail = either.data("AG1", cargo(either, offer, 1))
    assert detail["productSkuInfos"][0]["amountOnSale"] == offer.skus[0].stock - offer.moq
    listed = either.data("AO5", {"page": 1, "pageSize": 20})
    (order,) = listed["result"]
    assert listed["totalRecord"] == 1
    base, (item,) = order["baseInfo"], order["productItems"]
    assert (base["idOfStr"], base["id"]) == (placed["orderId"], int(placed["orderId"]))
    assert placed["orderId"].endswith(str(base["buyerUserId"])[-4:])
    assert (base["status"], base["buyerFeedback"]) == ("waitbuyerpay", "box 7 [ref-1]")
    assert fen(base["totalAmount"]) == placed["totalSuccessAmount"]
    assert fen(base["shippingFee"]) == placed["postFee"]
    assert fen(item["itemAmount"]) + placed["postFee"] == placed["totalSuccessAmount"]
    assert re.fullmatch(r"\d{17}\+0800", base["createTime"])
    assert (item["specId"], item["quantity"]) == (offer.skus[0].spec_id, offer.moq)
    assert item["productImgUrl"][0].endswith(".80x80.jpg")
    assert order["nativeLogistics"]["contactPerson"] == ADDRESS_1688["fullName"]
    assert either.data("AOD", {**WEB_SITE, "orderId": placed["orderId"]}) == order


def test_a_refused_order_changes_nothing_and_names_its_lines(sandbox, v2, goods: Goods):
    offer = goods.plain()
    bad = cargo(v2, offer, offer.skus[0].stock + 1)
    answer = v2.call("AO7", order_1688(bad))
    assert answer["code"] == Code.REFUSED
    assert answer["msg"].startswith(Upstream.STOCK)
    assert answer["data"]["success"] is False
    (line,) = answer["data"]["failedOfferList"]
    assert (line["specId"], line["errorCode"]) == (offer.skus[0].spec_id, Upstream.STOCK)
    assert sandbox.control.orders() == []
    assert v2.data("AG1", bad)["productSkuInfos"][0]["amountOnSale"] == offer.skus[0].stock


def test_different_sellers_give_one_order_each(sandbox, either, goods: Goods):
    first = goods.plain()
    second = goods.plain(other_than=first)
    lines = [cargo_with_seller(either, offer, offer.moq) for offer in (first, second)]
    previewed = either.data("AO2", order_1688(*lines))["orderPreviewResuslt"]
    assert len(previewed) == 2
    orders = either.data("AO3", order_1688(*lines, message="two at once"))
    assert [order["baseInfo"]["buyerFeedback"] for order in orders] == ["two at once"] * 2
    assert [fen(order["baseInfo"]["totalAmount"]) for order in orders] == [
        entry["sumPayment"] for entry in previewed
    ]
    assert {order["productItems"][0]["productID"] for order in orders} == {int(first.id), int(second.id)}
    assert len(sandbox.control.orders()) == 2


def test_different_sellers_are_all_or_nothing(sandbox, v2, goods: Goods):
    first = goods.plain()
    second = goods.plain(other_than=first)
    lines = [cargo_with_seller(v2, first, first.moq), cargo_with_seller(v2, second, second.moq - 1)]
    assert v2.call("AO3", order_1688(*lines))["data"]["errorCode"] == Upstream.BELOW_MOQ
    assert sandbox.control.orders() == []


def test_the_life_of_an_order(sandbox, v2, goods: Goods):
    def status() -> str:
        return v2.data("AOD", {**WEB_SITE, "orderId": order_id})["baseInfo"]["status"]

    offer = goods.some("1688", lambda offer: offer.moq == offer.lot == 1 and not mixes(offer))
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, 1)))["orderId"]
    paid = v2.data("AO9", {"orderId": order_id})
    assert paid == {"orderId": order_id, "protocolPaySuccess": True, "payUrl": None, "cantPayOrderList": []}
    assert status() == "waitsellersend"
    assert v2.call("AO9", {"orderId": order_id})["data"]["errorCode"] == Upstream.STATUS_ERROR
    sandbox.control.advance(order_id)
    assert status() == "waitbuyerreceive"
    sandbox.control.advance()
    assert status() == "signinsuccess"
    sandbox.control.advance()
    base = v2.data("AOD", {**WEB_SITE, "orderId": order_id})["baseInfo"]
    assert base["status"] == "success"
    assert None not in (base["payTime"], base["allDeliveredTime"], base["completeTime"])
    assert [order["state"] for order in sandbox.control.advance()] == ["done"]


def test_a_dear_order_is_paid_at_the_cashier(v2, goods: Goods):
    def all_of_it(offer: MarketOffer) -> int:
        return offer.skus[0].stock * min(fen for _, fen in offer.tiers) if offer.tiers else 0

    dear = goods.some("1688", lambda offer: offer.lot == 1 and all_of_it(offer) > PASSWORD_FREE_FEN)
    quantity = dear.skus[0].stock
    order_id = v2.data("AO7", order_1688(cargo(v2, dear, quantity)))["orderId"]
    paying = v2.data("AO9", {"orderId": order_id})
    assert paying["protocolPaySuccess"] is False
    assert order_id in v2.http.get(paying["payUrl"]).text
    assert v2.http.post(paying["payUrl"]).status_code == 200
    assert v2.data("AOD", {**WEB_SITE, "orderId": order_id})["baseInfo"]["status"] == "waitsellersend"
    assert v2.http.post(paying["payUrl"]).status_code == 404


def test_cancelling_takes_ten_seconds_and_gives_the_stock_back(sandbox, either, goods: Goods):
    offer = goods.plain()
    line = cargo(either, offer, offer.moq)
    order_id = int(either.data("AO7", order_1688(line))["orderId"])
    asked = {**WEB_SITE, "orderId": order_id, "cancelReason": "不想要了"}
    assert either.call("AO8", asked)["data"]["errorCode"] == Upstream.CLOSED_TOO_FAST
    sandbox.control.set_clock(11)
    answer = either.call("AO8", asked)
    assert differences(answer, example("1688-order-cancel.v2.response")) == []
    assert answer["data"] is True
    assert either.data("AG1", line)["productSkuInfos"][0]["amountOnSale"] == offer.skus[0].stock
    (order,) = either.data("AO5", {"page": 1, "orderStatus": "cancel"})["result"]
    assert order["baseInfo"]["closeReason"] == "不想要了"
    assert either.call("AO8", asked)["data"]["errorCode"] == Upstream.STATUS_ERROR


def test_an_order_nobody_knows(v2):
    assert v2.call("AO8", {**WEB_SITE, "orderId": 1})["data"]["errorCode"] == Upstream.NO_SUCH_ORDER


def test_the_list_has_pages_and_filters(sandbox, v2, goods: Goods):
    offer = goods.plain()
    line = cargo(v2, offer, offer.moq)
    ids = [v2.data("AO7", order_1688(line, message=str(number)))["orderId"] for number in range(3)]
    sandbox.control.advance(ids[0])

    def listed(**fields: object) -> list[str]:
        return [order["baseInfo"]["idOfStr"] for order in v2.data("AO5", fields)["result"]]

    assert listed(page=1, pageSize=2) == [ids[2], ids[1]]
    assert listed(page=2, pageSize=2) == [ids[0]]
    assert listed(page=3, pageSize=2) == []
    assert listed(orderStatus="waitsellersend") == [ids[0]]
    assert listed(orderStatus="waitbuyersign") == []
    assert listed(orderIds=[int(ids[1])]) == [ids[1]]
    assert listed(createStartTime="20990101000000000+0800") == []
    assert listed(createEndTime="20990101000000000+0800") == ids[::-1]
