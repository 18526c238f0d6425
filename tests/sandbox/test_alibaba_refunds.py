"""Refunds of 1688 orders over the wire (contract AA1 to AA6, upstream C9)."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_desktop.sandbox.door.codes import Code, Upstream
from sourcing_desktop.sandbox.refunds.codes import RefundCode
from tests.sandbox.conftest import Goods, cargo, order_1688
from tests.support.sandbox import RunningSandbox, SignedClient
from tests.support.shapes import differences, example

UNSHIPPED, RECEIVED, KEEPS_FREIGHT, PROOF = 20021, 20044, 20041, 20042


class Bought:
    """A paid 1688 order, and claims against it."""

    def __init__(self, client: SignedClient, goods: Goods, lines: int = 1) -> None:
        offer = goods.some(
            "1688",
            lambda offer: (
                offer.lot == 1
                and 1 < offer.moq < 20
                and len(offer.skus) > 1
                and all(sku.stock > 60 for sku in offer.skus)
            ),
        )
        rows = [cargo(client, offer, offer.moq, sku) for sku in offer.skus[:lines]]
        self.client = client
        self.goods = goods
        self.offer = offer
        self.id = client.data("AO7", order_1688(*rows))["orderId"]
        assert client.data("AO9", {"orderId": self.id})["protocolPaySuccess"] is True

    @property
    def order(self) -> dict[str, Any]:
        return self.client.data("AOD", {"webSite": "1688", "orderId": self.id})

    @property
    def items(self) -> list[dict[str, Any]]:
        return self.order["productItems"]

    def claim(self, **others: object) -> dict[str, Any]:
        """The body of AA4 for all that was paid before shipping."""
        order = self.order
        return {
            "orderId": int(self.id),
            "orderEntryIds": [item["subItemID"] for item in order["productItems"]],
            "disputeRequest": "refund",
            "applyPayment": fen(order["baseInfo"]["sumProductPayment"]),
            "applyCarriage": fen(order["baseInfo"]["shippingFee"]),
            "applyReasonId": UNSHIPPED,
            "description": "不想要了",
            "goodsStatus": "refundWaitSellerSend",
            **others,
        }

    def shipped_claim(self, **others: object) -> dict[str, Any]:
        words = {"goodsStatus": "refundBuyerReceived", "applyReasonId": RECEIVED, "applyCarriage": 0}
        return self.claim(**{**words, **others})

    def apply(self, claim: dict[str, Any]) -> str:
        return self.client.data("AA4", claim)["refundId"]

    def refund(self, refund_id: str) -> dict[str, Any]:
        return self.client.data("AA1", {"refundId": refund_id})


def fen(yuan: float) -> int:
    return round(yuan * 100)


def refusal(client: SignedClient, code: str, body: dict[str, Any]) -> str:
    """The upstream code a call is refused with."""
    answer = client.call(code, body)
    assert answer["code"] == Code.REFUSED, answer
    assert answer["msg"].startswith(answer["data"]["errorCode"])
    return answer["data"]["errorCode"]


@pytest.fixture
def bought(either: SignedClient, goods: Goods) -> Bought:
    return Bought(either, goods)


@pytest.fixture
def shipped(sandbox: RunningSandbox, v2: SignedClient, goods: Goods) -> Bought:
    order = Bought(v2, goods)
    sandbox.control.ship(order.id)
    return order


def test_before_shipping_all_is_paid_back_and_the_order_closed(sandbox, bought: Bought):
    stock = bought.client.data("AG1", cargo(bought.client, bought.offer, 1))
    refund_id = bought.apply(bought.claim())
    assert refund_id.startswith("TQ")
    (item,) = bought.items
    assert (item["refundStatus"], item["refundId"]) == ("WAIT_SELLER_AGREE", refund_id)
    assert bought.order["baseInfo"]["refundStatus"] == "waitselleragree"
    sandbox.control.let_pass(seconds=61)
    info, order = bought.refund(refund_id), bought.order
    base, (item,) = order["baseInfo"], order["productItems"]
    assert (info["status"], info["refundPayment"]) == ("refundsuccess", info["applyPayment"])
    assert (base["status"], base["refundStatus"], item["refundStatus"]) == (
        "cancel",
        "refundsuccess",
        "REFUND_SUCCESS",
    )
    assert base["refundPayment"] == fen(base["totalAmount"]) == fen(base["refund"])
    assert fen(item["refund"]) == fen(item["itemAmount"])
    assert order["tradeTerms"][0]["payStatus"] == "4"
    back = bought.client.data("AG1", cargo(bought.client, bought.offer, 1))
    pieces = [each["productSkuInfos"][0]["amountOnSale"] for each in (stock, back)]
    assert pieces[1] - pieces[0] == bought.offer.moq


def test_an_open_refund_holds_the_order_up_and_a_refused_one_lets_it_go(sandbox, bought: Bought):
    refund_id = bought.apply(bought.claim())
    sandbox.control.answer_refund(refund_id, "refuse", reason="已经打包")
    info = bought.refund(refund_id)
    assert (info["status"], info["rejectReason"], info["rejectTimes"]) == ("waitbuyermodify", "已经打包", 1)
    sandbox.control.let_pass(seconds=150)
    assert bought.order["baseInfo"]["status"] == "waitbuyerreceive"
    sandbox.control.let_pass(days=8)
    assert bought.refund(refund_id)["status"] == "refundclose"
    assert bought.items[0]["refundStatus"] == "REFUND_CLOSED"


def test_under_an_open_refund_nobody_ships_or_confirms(sandbox, bought: Bought):
    refund_id = bought.apply(bought.claim())
    with pytest.raises(AssertionError, match=Upstream.STATUS_ERROR):
        sandbox.control.ship(bought.id)
    sandbox.control.answer_refund(refund_id, "refuse")
    sandbox.control.ship(bought.id)
    stock = bought.client.data("AG1", cargo(bought.client, bought.offer, 1))["productSkuInfos"]
    other = Bought(bought.client, bought.goods)
    sandbox.control.ship(other.id)
    refund_id = other.apply(other.shipped_claim())
    confirmed = bought.client.data("AO10", {"orderId": int(other.id)})
    assert confirmed["errorCode"] == Upstream.STATUS_ERROR
    sandbox.control.answer_refund(refund_id, "agree")
    assert other.order["baseInfo"]["status"] == "cancel"
    left = bought.client.data("AG1", cargo(bought.client, bought.offer, 1))["productSkuInfos"]
    assert left[0]["amountOnSale"] == stock[0]["amountOnSale"] - bought.offer.moq


def test_a_seller_who_is_slow_is_waited_for(sandbox, v2, goods: Goods):
    bought = Bought(v2, goods)
    sandbox.control.let_pass(seconds=100)
    refund_id = bought.apply(bought.claim())
    sandbox.control.let_pass(seconds=30)  # past the moment of shipping
    assert bought.order["baseInfo"]["status"] == "waitsellersend"
    sandbox.control.let_pass(seconds=31)
    assert bought.refund(refund_id)["status"] == "refundsuccess"
    assert bought.order["baseInfo"]["allDeliveredTime"] is None


def test_goods_go_back_before_the_money_does(sandbox, shipped: Bought):
    claim = shipped.shipped_claim(disputeRequest="returnRefund")
    refund_id = shipped.apply(claim)
    sandbox.control.answer_refund(refund_id, "agree")
    assert shipped.refund(refund_id)["status"] == "waitbuyersend"
    parcel = {"refundId": refund_id, "logisticsCompanyNo": "ZTO", "freightBill": "75312345678901"}
    answer = shipped.client.data("AA5", parcel)
    assert answer == {"success": True, "errorCode": None, "errorInfo": None}
    info = shipped.refund(refund_id)
    assert (info["status"], info["freightBill"], info["goodsStatus"]) == (
        "waitsellerreceive",
        "75312345678901",
        3,
    )
    assert info["buyerSendGoods"] is True
    sandbox.control.let_pass(seconds=601)
    info = shipped.refund(refund_id)
    assert (info["status"], info["refundPayment"]) == ("refundsuccess", claim["applyPayment"])
    assert [each["operateTypeInt"] for each in info["refundOperationList"]] == [1, 3, 6, 7]
    assert info["refundOperationList"][2]["logisticsCompany"] == "ZTO"
    assert shipped.order["baseInfo"]["status"] == "cancel"


def test_a_seller_may_want_the_goods_back(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim())
    assert shipped.refund(refund_id)["onlyRefund"] is True
    sandbox.control.answer_refund(refund_id, "want-back")
    info = shipped.refund(refund_id)
    assert (info["status"], info["onlyRefund"]) == ("waitbuyersend", False)
    sandbox.control.let_pass(days=7.1)
    assert shipped.refund(refund_id)["status"] == "refundclose"


def test_a_part_of_the_money_leaves_the_order_open(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim(applyPayment=1))
    sandbox.control.answer_refund(refund_id, "agree")
    base = shipped.order["baseInfo"]
    assert (base["status"], base["refundPayment"], base["refund"]) == ("waitbuyerreceive", 1, 0.01)


def test_one_of_two_lines(sandbox, v2, goods: Goods):
    bought = Bought(v2, goods, lines=2)
    first, second = bought.items
    share = {
        "orderEntryIds": [first["subItemID"]],
        "applyPayment": fen(first["itemAmount"]),
        "applyCarriage": 0,
    }
    refund_id = bought.apply(bought.claim(**share))
    sandbox.control.answer_refund(refund_id, "agree")
    first, second = bought.items
    assert (first["refundStatus"], second["refundStatus"]) == ("REFUND_SUCCESS", None)
    assert (fen(first["refund"]), second["refund"]) == (fen(first["itemAmount"]), 0)
    assert bought.order["baseInfo"]["status"] == "waitsellersend"


def test_after_sale_is_another_field(sandbox, shipped: Bought):
    for _ in range(3):
        sandbox.control.advance(shipped.id)
    assert shipped.order["baseInfo"]["status"] == "success"
    assert refusal(shipped.client, "AA4", shipped.shipped_claim()) == RefundCode.WRONG_GOODS_STATUS
    refund_id = shipped.apply(shipped.shipped_claim(goodsStatus="aftersaleBuyerReceived"))
    sandbox.control.answer_refund(refund_id, "agree")
    base, (item,) = shipped.order["baseInfo"], shipped.items
    assert (base["refundStatus"], base["refundStatusForAs"]) == (None, "refundsuccess")
    assert (item["refundId"], item["refundIdForAs"]) == (None, refund_id)
    assert base["status"] == "success"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"orderId": 1}, RefundCode.NO_ORDER),
        ({"goodsStatus": "refundBuyerReceived"}, RefundCode.WRONG_GOODS_STATUS),
        ({"goodsStatus": "anything"}, RefundCode.WRONG_GOODS_STATUS),
        ({"applyReasonId": RECEIVED}, RefundCode.BAD_REASON),
        ({"applyReasonId": 1}, RefundCode.BAD_REASON),
        ({"applyPayment": 1}, RefundCode.BAD_AMOUNT),
        ({"applyCarriage": 10**9}, RefundCode.NO_FREIGHT),
        ({"applyCarriage": -1}, RefundCode.NO_FREIGHT),
        ({"description": "短"}, RefundCode.BAD_DESCRIPTION),
        ({"description": "长" * 151}, RefundCode.BAD_DESCRIPTION),
        ({"disputeRequest": "returnRefund"}, RefundCode.WRONG_PROGRESS),
        ({"orderEntryIds": [7]}, RefundCode.BAD_PIECES),
        ({"orderEntryCountList": [{"id": 7, "count": 1}]}, RefundCode.BAD_PIECES),
        ({"vouchers": ["u"] * 6}, RefundCode.PROOF_NEEDED),
    ],
)
def test_upstream_says_no(sandbox, v2, goods: Goods, change, code):
    bought = Bought(v2, goods)
    assert refusal(v2, "AA4", bought.claim(**change)) == code
    assert sandbox.control.refunds() == []


@pytest.mark.parametrize("change", [{"disputeRequest": "exchange"}, {"applyPayment": "many"}])
def test_a_claim_of_another_type_is_a_bad_parameter(v2, goods: Goods, change):
    assert v2.call("AA4", Bought(v2, goods).claim(**change))["code"] == Code.BAD_PARAMETER


def test_counts_of_pieces(sandbox, shipped: Bought):
    (item,) = shipped.items
    too_many = [{"id": item["subItemID"], "count": item["quantity"] + 1}]
    claim = shipped.shipped_claim(orderEntryCountList=too_many)
    assert refusal(shipped.client, "AA4", claim) == RefundCode.BAD_PIECES
    one = [{"id": item["subItemID"], "count": 1}]
    claim = shipped.shipped_claim(orderEntryCountList=one)
    assert refusal(shipped.client, "AA4", claim) == RefundCode.BAD_AMOUNT
    refund_id = shipped.apply(claim | {"applyPayment": fen(item["price"])})
    assert shipped.refund(refund_id)["orderEntryCountMap"] == {str(item["subItemID"]): 1}


def test_proof_and_freight_depend_on_the_reason(shipped: Bought):
    assert (
        refusal(shipped.client, "AA4", shipped.shipped_claim(applyReasonId=PROOF)) == RefundCode.PROOF_NEEDED
    )
    freight = shipped.shipped_claim(applyReasonId=KEEPS_FREIGHT, applyCarriage=1)
    assert refusal(shipped.client, "AA4", freight) == RefundCode.NO_FREIGHT
    proven = shipped.shipped_claim(applyReasonId=PROOF, vouchers=["https://example.invalid/1.jpg"])
    assert shipped.apply(proven).startswith("TQ")
    assert refusal(shipped.client, "AA4", proven) == RefundCode.WRONG_PROGRESS


def test_an_unpaid_order_has_nothing_to_give_back(v2, goods: Goods):
    offer = goods.plain()
    order_id = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    body = {"orderId": order_id, "goodsStatus": "refundWaitSellerSend", "applyReasonId": UNSHIPPED}
    claim = {**body, "disputeRequest": "refund", "applyPayment": 1, "applyCarriage": 0, "description": "退款"}
    assert refusal(v2, "AA4", claim) == RefundCode.WRONG_GOODS_STATUS


def test_reasons_fit_where_the_goods_are(bought: Bought):
    asked = {"orderId": int(bought.id), "orderEntryIds": [bought.items[0]["subItemID"]]}
    data = bought.client.data("AA2", asked | {"goodsStatus": "refundWaitSellerSend"})
    assert UNSHIPPED in [reason["id"] for reason in data["reasons"]]
    assert set(data["reasons"][0]) == {"id", "name", "needVoucher", "noRefundCarriage", "tip"}
    late = asked | {"goodsStatus": "refundBuyerReceived"}
    received = bought.client.data("AA2", late)["reasons"]
    assert any(reason["needVoucher"] for reason in received)
    assert any(reason["noRefundCarriage"] for reason in received)
    assert refusal(bought.client, "AA2", asked | {"goodsStatus": "?"}) == RefundCode.WRONG_GOODS_STATUS


def test_a_refund_in_full_by_body_or_query(bought: Bought):
    refund_id = bought.apply(bought.claim())
    by_body = bought.refund(refund_id)
    path = ("/v2" if bought.client.generation == "v2" else "") + "/alibaba/refund/info"
    query = {"refundId": refund_id}
    by_query = bought.client.http.post(path, params=query, headers=bought.client.headers()).json()["data"]
    assert by_query == by_body
    assert type(by_body["id"]) is type(by_body["buyerUserId"]) is type(by_body["applyPayment"]) is int
    assert type(by_body["buyerAlipayId"]) is str
    assert (by_body["refundId"], by_body["orderId"]) == (refund_id, int(bought.id))
    assert (by_body["applyReasonId"], by_body["applyReason"]) == (UNSHIPPED, "不想买了")
    assert refusal(bought.client, "AA1", {"refundId": "TQ1"}) == RefundCode.NO_REFUND


def test_a_created_refund_answers_as_documented(bought: Bought):
    answer = bought.client.call("AA4", bought.claim())
    documented = example("1688-refund-create.v1.response")
    documented["developId"] = ""  # an integer in the placeholder, text in every real sample
    assert differences(answer, documented) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"refundId": "110002685755"}, RefundCode.BAD_REFUND_NUMBER),
        ({"refundId": "TQ1"}, RefundCode.NO_REFUND),
        ({"freightBill": ""}, RefundCode.RETURN_FIELD_MISSING),
        ({"freightBill": "SF1234567890"}, RefundCode.RETURN_WAYBILL),
        ({"logisticsCompanyNo": "PIGEON"}, RefundCode.RETURN_WAYBILL),
        ({"vouchers": ["u"] * 11}, RefundCode.RETURN_PICTURES),
        ({}, RefundCode.RETURN_NOT_WANTED),
    ],
)
def test_goods_that_cannot_go_back(shipped: Bought, change, code):
    refund_id = shipped.apply(shipped.shipped_claim())
    parcel = {"refundId": refund_id, "logisticsCompanyNo": "ZTO", "freightBill": "75312345678901"}
    assert refusal(shipped.client, "AA5", parcel | change) == code


def test_all_logistics_companies(either):
    companies = either.data("AA6")
    assert {"ZTO", "SF"} <= {company["companyNo"] for company in companies}
    assert set(companies[0]) == {"id", "companyName", "companyNo", "companyPhone", "supportPrint", "spelling"}
