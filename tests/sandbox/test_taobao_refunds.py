"""Refunds of Taobao orders over the wire (contract TA1 to TA10)."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_desktop.sandbox.door.codes import Code, Upstream
from sourcing_desktop.sandbox.refunds.codes import RefundCode
from tests.sandbox.conftest import Goods, order_taobao
from tests.support.sandbox import RunningSandbox, SignedClient

UNSHIPPED, RECEIVED, PROOF = 20021, 20044, 20042


class Bought:
    """A paid Taobao order of one line, and claims against it."""

    def __init__(self, sandbox: RunningSandbox, client: SignedClient, goods: Goods) -> None:
        self.client = client
        placed = client.data("TO1", order_taobao((goods.single(), 2)))
        self.id = placed["order_list"][0]["purchase_id"]
        sandbox.control.let_pass(seconds=3)
        assert client.data("TO6", {"orderIds": [self.id]})["success"] is True

    @property
    def order(self) -> dict[str, Any]:
        return self.client.data("TO8", {"orderId": self.id})

    @property
    def line(self) -> dict[str, Any]:
        return self.order["subOrderVOS"][0]

    def claim(self, **others: object) -> dict[str, Any]:
        """The body of TA7 for all that was paid before shipping."""
        line = self.line
        return {
            "subOrderId": line["subOrderId"],
            "refundType": 1,
            "goodsStatus": 1,
            "reasonId": UNSHIPPED,
            "refundFee": line["purchaseAmount"] + line["domesticPostFee"],
            "currency": "CNY",
            "refundDesc": "不想要了",
            **others,
        }

    def shipped_claim(self, **others: object) -> dict[str, Any]:
        fee = self.line["purchaseAmount"]
        return self.claim(**{"goodsStatus": 4, "reasonId": RECEIVED, "refundFee": fee, **others})

    def apply(self, claim: dict[str, Any]) -> str:
        return self.client.data("TA7", claim)["refundId"]

    def whole(self, refund_id: str) -> dict[str, Any]:
        return self.client.data("TA10", {"refundId": refund_id})["refundOrderAggregate"]

    def status(self, refund_id: str) -> int:
        return self.whole(refund_id)["refundOrder"]["refundStatus"]

    def parcel(self, refund_id: str, **others: object) -> dict[str, Any]:
        return {
            "refundId": refund_id,
            "logisticsCompanyCode": "SF",
            "logisticsNo": "SF1234567890123",
            "buyerPhone": "13800000000",
            "returnGoodsDesc": "一箱",
            **others,
        }


def refusal(client: SignedClient, code: str, body: dict[str, Any]) -> str:
    """The code of the platform a call is refused with."""
    answer = client.call(code, body)
    assert answer["code"] == Code.REFUSED, answer
    return answer["data"]["errorCode"]


@pytest.fixture
def bought(sandbox: RunningSandbox, either: SignedClient, goods: Goods) -> Bought:
    return Bought(sandbox, either, goods)


@pytest.fixture
def shipped(sandbox: RunningSandbox, bought: Bought) -> Bought:
    sandbox.control.ship(bought.id)
    return bought


def test_rendering_tells_what_may_be_asked_for(bought: Bought):
    line = bought.line
    asked = {"subOrderId": line["subOrderId"], "refundType": 1, "goodsStatus": 1}
    data = bought.client.data("TA2", asked)
    assert set(data) == {"distributorId", "currency", "saleFlag", "refundOrderTemplate"}
    template = data["refundOrderTemplate"]
    assert set(template) == {"refundReasons", "goodsStatusList", "refundOrder", "maxRefundFee"}
    assert (data["saleFlag"], template["goodsStatusList"], template["refundOrder"]) == (True, ["1"], None)
    assert set(template["refundReasons"][0]) == {"reasonId", "reasonDesc", "tips"}
    bounds = template["maxRefundFee"]
    assert bounds["minRefundFee"] == line["purchaseAmount"]
    assert bounds["refundFee"] == line["purchaseAmount"] + line["domesticPostFee"]
    refund_id = bought.apply(bought.claim(refundFee=bounds["refundFee"]))
    data = bought.client.data("TA2", asked)
    earlier = data["refundOrderTemplate"]["refundOrder"]
    assert data["saleFlag"] is False
    assert (earlier["refundId"], earlier["refundStatus"]) == (refund_id, "10")


def test_before_shipping_the_seller_agrees_and_the_order_is_closed(sandbox, bought: Bought):
    refund_id = bought.apply(bought.claim())
    line = bought.line
    assert (line["refundStatus"], line["refundType"], line["goodsStatus"]) == (10, 1, 1)
    assert bought.status(refund_id) == 10
    sandbox.control.let_pass(seconds=61)
    assert bought.status(refund_id) == bought.line["refundStatus"] == 100
    assert (bought.order["status"], bought.line["status"]) == (4, "TRADE_CLOSED")


def test_goods_go_back_before_the_money_does(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim(refundType=2))
    assert refusal(shipped.client, "TA3", {"refundId": refund_id}) == RefundCode.TAOBAO_STATUS
    sandbox.control.answer_refund(refund_id, "agree")
    assert shipped.status(refund_id) == 20
    v1 = shipped.client.generation == "v1"
    terms = shipped.client.data("TA3", {"refundId": refund_id})
    assert type(terms["receiverAddress"]) is (dict if v1 else str)
    code = "logisticCompanyCode" if v1 else "logisticsCompanyCode"
    assert "SF" in [company[code] for company in terms["logisticsCompanyList"]]
    assert shipped.client.data("TA4", shipped.parcel(refund_id))["success"] is True
    whole = shipped.whole(refund_id)
    way = whole["logistics"]
    assert (whole["refundOrder"]["refundStatus"], whole["refundOrder"]["goodsStatus"]) == (30, 5)
    assert (way["logisticsNo"], way["buyerPhone"], way["returnGoodsDesc"]) == (
        "SF1234567890123",
        "13800000000",
        "一箱",
    )
    assert way["logisticsCompany"] == {code: "SF", "logisticsCompanyName": "顺丰速运"}
    assert type(way["receiverAddress"]) is (dict if v1 else str)
    sandbox.control.answer_refund(refund_id, "receive")
    assert shipped.status(refund_id) == 100
    assert shipped.line["goodsStatus"] == 6


def test_a_refused_refund_is_changed_and_asked_for_again(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim())
    sandbox.control.answer_refund(refund_id, "refuse", reason="少退一点")
    refund = shipped.whole(refund_id)["refundOrder"]
    assert (refund["refundStatus"], refund["sellerRefuseReason"], refund["canEditFee"]) == (
        -10,
        "少退一点",
        True,
    )
    less = shipped.shipped_claim(refundId=refund_id, refundFee=100, refundDesc="好吧")
    assert shipped.client.data("TA9", less)["refundId"] == refund_id
    refund = shipped.whole(refund_id)["refundOrder"]
    assert (refund["refundStatus"], refund["refundFee"], refund["sellerRefuseReason"]) == (10, 100, None)
    sandbox.control.answer_refund(refund_id, "agree")
    assert shipped.status(refund_id) == 100
    assert shipped.order["status"] == 11
    assert refusal(shipped.client, "TA9", less) == RefundCode.TAOBAO_STATUS


def test_cancelling_is_a_get_that_changes_something(shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim(refundType=2))
    data = shipped.client.data("TA5", {"refundId": refund_id})
    assert (data["cancelSuccess"], data["currency"]) == (True, "CNY")
    assert data["refundOrderAggregate"]["refundOrder"]["refundStatus"] == -20
    assert shipped.status(refund_id) == shipped.line["refundStatus"] == -20
    assert refusal(shipped.client, "TA5", {"refundId": refund_id}) == RefundCode.TAOBAO_STATUS
    assert shipped.apply(shipped.shipped_claim()) != refund_id


def test_what_the_buyer_leaves_lying_is_closed(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim())
    sandbox.control.answer_refund(refund_id, "want-back")
    refund = shipped.whole(refund_id)["refundOrder"]
    assert (refund["refundStatus"], refund["refundType"]) == (20, 2)
    assert refund["timeoutDate"]
    sandbox.control.let_pass(days=30)
    assert shipped.status(refund_id) == -20
    assert shipped.order["status"] == 9


def test_a_refund_in_full_has_the_documented_types(bought: Bought):
    refund_id = bought.apply(bought.claim())
    answer = bought.client.call("TA10", {"refundId": refund_id})
    assert (answer["requestId"] is None) == (bought.client.generation == "v1")
    data = answer["data"]
    line, refund = (data["refundOrderAggregate"][part] for part in ("purchaseOrderLine", "refundOrder"))
    assert type(data["distributorId"]) is type(line["salesOrderId"]) is type(refund["refundId"]) is str
    for name in ("purchaseOrderLineId", "purchaseOrderId", "createTime", "supplierId", "price"):
        assert type(line[name]) is int
    assert type(refund["refundStatus"]) is int
    assert line["totalPrice"] == line["productFee"] + line["postFee"] == refund["refundFee"]
    assert (line["salesOrderId"], line["quantity"]) == (bought.id, 2)
    assert refund["payOrderId"] == bought.line["taobaoPurchaseId"]


def test_the_list_is_narrowed_by_every_field(bought: Bought):
    refund_id = bought.apply(bought.claim())
    line, order = bought.line, bought.order
    asked = {"pageNo": 1, "pageSize": 10}
    page = bought.client.data("TA1", asked)
    assert (page["total"], page["pageNo"], page["pageSize"]) == (1, 1, 10)
    (row,) = page["data"]
    assert row["refundOrderAggregate"]["refundOrder"]["refundId"] == refund_id
    created = row["refundOrderAggregate"]["purchaseOrderLine"]["createTime"]
    fitting = {
        "refundId": refund_id,
        "purchaseOrderId": line["taobaoPurchaseId"],
        "salesOrderId": order["id"],
        "refundStatus": 10,
        "refundStartTime": created - 10**6,
        "refundEndTime": created + 10**6,
    }
    others = {
        "refundId": "1",
        "purchaseOrderId": "1",
        "salesOrderId": "1",
        "refundStatus": 100,
        "refundStartTime": created + 10**6,
        "refundEndTime": created - 10**6,
    }
    for name, value in fitting.items():
        assert bought.client.data("TA1", asked | {name: value})["total"] == 1, name
        assert bought.client.data("TA1", asked | {name: others[name]})["total"] == 0, name
    assert bought.client.data("TA1", asked | {"pageNo": 2})["data"] == []


def test_messages_are_kept_in_order(sandbox, bought: Bought):
    refund_id = bought.apply(bought.claim())
    said = {
        "refundId": refund_id,
        "refundMessage": "请尽快",
        "refundImages": "https://a/1.jpg,https://a/2.jpg",
    }
    assert bought.client.data("TA6", said)["success"] is True
    sandbox.control.answer_refund(refund_id, "refuse", reason="已发货")
    data = bought.client.data("TA8", {"refundId": refund_id, "pageNo": 1, "pageSize": 10})
    assert data["total"] == 3
    assert [(row["operator"], row["refundMessage"]) for row in data["data"]] == [
        ("buyer", "不想要了"),
        ("buyer", "请尽快"),
        ("seller", "已发货"),
    ]
    assert data["data"][1]["refundImages"] == said["refundImages"]
    second = bought.client.data("TA8", {"refundId": refund_id, "pageNo": 2, "pageSize": 2})
    assert [row["refundMessage"] for row in second["data"]] == ["已发货"]
    assert bought.client.call("TA6", said | {"refundMessage": ""})["code"] == Code.MISSING_PARAMETER
    assert bought.client.call("TA6", said | {"refundMessage": "长" * 501})["code"] == Code.BAD_PARAMETER


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"refundFee": 1}, RefundCode.TAOBAO_CLAIM),
        ({"refundFee": 10**9}, RefundCode.TAOBAO_CLAIM),
        ({"refundFee": -5}, RefundCode.TAOBAO_CLAIM),
        ({"goodsStatus": 4}, RefundCode.TAOBAO_CLAIM),
        ({"reasonId": 1}, RefundCode.TAOBAO_CLAIM),
        ({"refundType": 2}, RefundCode.TAOBAO_CLAIM),
        ({"refundDesc": "长" * 151}, RefundCode.TAOBAO_CLAIM),
        ({"subOrderId": "1"}, Upstream.NO_SUCH_ORDER),
    ],
)
def test_claims_that_do_not_hold(sandbox, bought: Bought, change, code):
    assert refusal(bought.client, "TA7", bought.claim(**change)) == code
    assert sandbox.control.refunds() == []


@pytest.mark.parametrize("change", [{"refundType": 3}, {"goodsStatus": 5}, {"reasonId": "x"}])
def test_numbers_without_meaning_are_bad_parameters(bought: Bought, change):
    assert bought.client.call("TA7", bought.claim(**change))["code"] == Code.BAD_PARAMETER


@pytest.mark.parametrize("code", ["TA2", "TA7"])
def test_a_line_goes_by_its_number_at_the_platform(bought: Bought, code):
    upstream = {"subOrderId": bought.line["taobaoSubPurchaseId"]}
    assert refusal(bought.client, code, bought.claim(**upstream)) == Upstream.NO_SUCH_ORDER


def test_goods_that_cannot_go_back(sandbox, shipped: Bought):
    refund_id = shipped.apply(shipped.shipped_claim(refundType=2))
    assert refusal(shipped.client, "TA4", shipped.parcel(refund_id)) == RefundCode.TAOBAO_STATUS
    sandbox.control.answer_refund(refund_id, "agree")
    for change in ({"logisticsCompanyCode": "PIGEON"}, {"logisticsNo": "YT1234567890"}):
        wrong = shipped.client.call("TA4", shipped.parcel(refund_id, **change))
        assert wrong["code"] == Code.BAD_PARAMETER
    assert refusal(shipped.client, "TA4", shipped.parcel("1")) == RefundCode.TAOBAO_NO_REFUND


@pytest.mark.parametrize("code", ["TA3", "TA4", "TA5", "TA6", "TA8", "TA9", "TA10"])
def test_refunds_of_other_platforms_do_not_exist(either, code):
    body = {"refundId": "TQ1", "refundMessage": "x", "logisticsCompanyCode": "SF", "logisticsNo": "1"}
    claim = {"refundType": 1, "goodsStatus": 1, "reasonId": 20021, "refundFee": 1}
    assert refusal(either, code, body | claim) == RefundCode.TAOBAO_NO_REFUND
