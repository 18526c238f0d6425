"""What pushed messages say, in every documented body: the sibling's and those of both platforms."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sourcing_desktop.domain.event import Event, EventKind, EventLine
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.pandapon.callbacks import read_event
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import CHINA, decode_json
from sourcing_desktop.gateways.wire import Reader

FOLDER = Path(__file__).resolve().parents[1] / "contract" / "examples"
SIBLING = "xport-ka-callback-"
UPSTREAM = "upstream-1688-message-"
PUSHED = datetime(2026, 5, 20, 7, 47, 49, 913_000, tzinfo=UTC)


def event(message: object) -> Event:
    return read_event(Reader(decode_json(json.dumps(message))))


def example(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def sibling_event(name: str, kind: EventKind, state: str, goods: int = 9500, **more: Any) -> Event:
    paid = more.pop("paid", {})
    return Event(
        kind=kind,
        platform=Platform.ALIBABA,
        name=name,
        order_ids=("3305075341149134260", "PO202605200001"),
        raw_state=state,
        sent_at=PUSHED,
        total=Money(goods + 500),
        goods=Money(goods),
        freight=Money(500),
        refunded=Money(0),
        facts={"payStatus": "1", "tbCreateTime": "2026-05-20 15:40:00"} | paid,
        **more,
    )


PAID_AT = {"payTime": "2026-05-20 15:41:00"}
EXAMPLES = {
    f"{SIBLING}ORDER_CREATE": (
        "AC2",
        sibling_event("ORDER_CREATE", EventKind.STATUS, "WAITING_FOR_PAYMENT"),
    ),
    f"{SIBLING}ORDER_PAY_SUCCESS": (
        "AC2",
        sibling_event(
            "ORDER_PAY_SUCCESS", EventKind.STATUS, "WAITING_FOR_SENT", paid={"payStatus": "2"} | PAID_AT
        ),
    ),
    f"{SIBLING}ORDER_CANCEL": (
        "AC2",
        sibling_event("ORDER_CANCEL", EventKind.STATUS, "CANCEL", paid=PAID_AT, close_reason="buyer_cancel"),
    ),
    f"{SIBLING}ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": (
        "AC1",
        sibling_event(
            "ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", EventKind.PRICE, "WAITING_FOR_PAYMENT", goods=9300
        ),
    ),
    f"{UPSTREAM}ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES": (
        "AC3",
        Event(
            kind=EventKind.REFUND,
            platform=Platform.ALIBABA,
            name="",
            order_ids=("1479266113491823456",),
            happened_at=datetime(2018, 5, 30, 19, 30, 13, tzinfo=CHINA),
            refund_id="1234556",
            refund_state="refundsuccess",
            refund_action="SYSTEM_AGREE_REFUND_PROTOCOL",
            facts={
                "buyerMemberId": "b2b-9161839253fcc5",
                "operator": "system",
                "sellerMemberId": "b2b-346900403",
            },
        ),
    ),
}


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [pytest.param(name, code, said, id=name) for name, (code, said) in EXAMPLES.items()],
)
def test_a_documented_message(name, code, said):
    message = Reader(decode_json(json.dumps(example(name))))
    assert READERS[code](message, Caller("v2")) == said
    assert message.unread() == {}


def test_every_example_is_tested():
    assert set(EXAMPLES) == {
        path.name.removesuffix(".json")
        for path in FOLDER.glob("*.json")
        if path.name.startswith((SIBLING, UPSTREAM))
    }


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name.startswith(SIBLING)])
def test_a_body_may_be_an_object_or_text_and_the_platform_a_number_or_text(name):
    sample = example(name)
    loose = sample | {"messageBody": json.loads(sample["messageBody"]), "messagePlatform": "1"}
    assert event(loose) == EXAMPLES[name][1]
    assert event(sample | {"timestamp": int(sample["timestamp"])}) == EXAMPLES[name][1]


STATUS = {
    "business_time": 1723082400000,
    "outer_purchase_id": "1131284688996925671",
    "purchase_id": "200048859479",
    "status": "WAIT_BUYER_CONFIRM_GOODS",
    "sku_list": [
        {
            "item_id": "600120680003951077",
            "sku_id": "10103127885581",
            "order_line_no": "1",
            "status": "WAIT_BUYER_CONFIRM_GOODS",
            "logistic_company_name": "圆通",
            "logistic_number": "YT9876",
        }
    ],
}
PRICES = {
    "purchaseOrderId": 200048859479,
    "salesOrderId": "1131284688996925671",
    "purchaseOrderPriceDTO": {
        "purchaseCurrency": "CNY",
        "purchaseTotalFee": 1730,
        "purchaseProductFee": 1230,
        "purchaseShippingFee": 500,
    },
    "purchaseOrderLinePriceChangeMessageDTOList": [
        {"purchaseOrderLineId": "200048859480", "purchaseProductFee": 1230}
    ],
}
REFUND = {
    "refund_id": "110002685755",
    "purchase_id": "200048859479",
    "sub_purchase_order_ids": ["200048859480"],
    "refund_status": 20,
    "refund_fee": 1230,
}


def upstream(message_type: int, data: object) -> dict[str, object]:
    """As Taobao Global pushes it."""
    return {
        "seller_id": 9,
        "message_type": message_type,
        "data": data,
        "timestamp": 1723082400,
        "site": "taobao",
    }


def relayed(message_type: int, data: object) -> dict[str, object]:
    """As the gateway may hand it on."""
    return {
        "messageType": str(message_type),
        "messageBody": json.dumps(data),
        "messagePlatform": 0,
        "timestamp": "1723082400000",
    }


@pytest.mark.parametrize("frame", [upstream, relayed])
@pytest.mark.parametrize("text", [False, True], ids=["object", "text"])
def test_taobaos_messages(frame, text):
    at = datetime(2024, 8, 8, 2, tzinfo=UTC)

    def said(number: int, body: object) -> Event:
        return event(frame(number, json.dumps(body) if text and frame is upstream else body))

    status = said(3, STATUS)
    assert (status.kind, status.platform, status.name) == (EventKind.STATUS, Platform.TAOBAO, "3")
    assert status.order_ids == ("200048859479", "1131284688996925671")
    assert (status.sent_at, status.happened_at) == (at, at)
    assert status.raw_state == "WAIT_BUYER_CONFIRM_GOODS"
    assert status.lines == (
        EventLine("1", "600120680003951077", "10103127885581", "WAIT_BUYER_CONFIRM_GOODS", "圆通", "YT9876"),
    )
    price = said(8, PRICES)
    assert (price.kind, price.order_ids) == (EventKind.PRICE, ("200048859479", "1131284688996925671"))
    assert (price.total, price.goods, price.freight) == (Money(1730), Money(1230), Money(500))
    assert price.lines == (EventLine("200048859480", amount=Money(1230)),)
    refund = said(9, REFUND)
    assert (refund.kind, refund.refund_id, refund.refund_state) == (EventKind.REFUND, "110002685755", "20")
    assert (refund.refunded, refund.lines) == (Money(1230), (EventLine("200048859480"),))
    if frame is upstream:
        assert status.facts == {"seller_id": "9", "site": "taobao"}


KINDS = {
    "ORDER_BUYER_VIEW_ANNOUNCE_SENDGOODS": EventKind.STATUS,
    "ORDER_BUYER_VIEW_ORDER_COMFIRM_RECEIVEGOODS": EventKind.STATUS,
    "ORDER_BUYER_VIEW_ORDER_SELLER_CLOSE": EventKind.STATUS,
    "ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES": EventKind.REFUND,
    "ORDER_BUYER_VIEW_ORDER_BUYER_REFUND": EventKind.REFUND,
    "PRODUCT_RELATION_VIEW": EventKind.OTHER,
    "77": EventKind.OTHER,
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_what_a_name_means(name, kind):
    body = {"orderId": 7, "currentStatus": "waitbuyerreceive", "refundId": "TQ1"}
    said = event({"type": name, "data": body})
    assert (said.kind, said.name, said.order_ids) == (kind, name, ("7",))
    state = "waitbuyerreceive"
    assert (said.raw_state, said.refund_state) == (("", state) if kind is EventKind.REFUND else (state, ""))


def test_a_body_alone_is_known_by_what_it_holds():
    assert event(STATUS).kind is EventKind.STATUS
    assert event(PRICES).kind is EventKind.PRICE
    assert event({"orderId": 7, "currentStatus": "cancel"}).kind is EventKind.STATUS
    assert event({"orderId": 7}).kind is EventKind.OTHER
    assert event({"orderId": 7}).platform is None
    assert READERS["TC2"](Reader({"orderId": 7}), Caller("v1")).platform is Platform.TAOBAO


@pytest.mark.parametrize("body", ["", None, "no json", "[1]", 7, {}, "{"])
def test_a_body_nobody_understands_is_still_a_hint(body):
    said = event({"messageType": "ORDER_CANCEL", "messageBody": body, "messagePlatform": 1})
    assert (said.kind, said.platform, said.order_ids) == (EventKind.STATUS, Platform.ALIBABA, ())


def test_an_amount_nobody_understands_is_left_over():
    message = Reader({"messageBody": {"orderId": 7, "totalAmount": "much", "payTime": "x"}})
    said = read_event(message)
    assert (said.total, said.facts) == (None, {"payTime": "x"})
    assert message.unread() == {"messageBody.totalAmount": "much"}


def test_times_come_in_seconds_and_milliseconds():
    seconds, milliseconds = event({"timestamp": 1723082400}), event({"timestamp": "1723082400913"})
    assert milliseconds.sent_at - seconds.sent_at == timedelta(milliseconds=913)
