"""Every documented example about orders and callbacks: requests are produced exactly, answers read without
loss, and the upstream calls they wrap are asked in the same words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.order import Order, OrderLine
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon import chats
from sourcing_desktop.gateways.pandapon.alibaba import orders as alibaba_orders
from sourcing_desktop.gateways.pandapon.answers import ensure_done
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.payments import read_outcome
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import orders as taobao_orders
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.goods import draft_line, draft_of

FOLDER = Path(__file__).resolve().parents[1] / "contract" / "examples"
ABOUT_ORDERS = (
    "1688-order-cancel",
    "1688-order-confirm",
    "1688-order-detail",
    "1688-order-pay",
    "taobao-im",
    "taobao-order",
    "taobao-update-warehouse",
    "upstream-daji",
    "xport-ka-1688",
)
V1 = Caller("v1")
PLACEHOLDER = "1688-order-pay-url.v1.response"
NOT_OURS = {"appKey", "appSecret", "isvBizType", "thirdOrderId"}
"""What a competitor's front adds to the upstream calls it wraps."""


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def upstream_order() -> dict[str, object]:
    """The upstream sample's order as we send it, without our reference in its message."""
    sample = read("upstream-daji-1688-create-order.request")
    to, [goods] = sample["addressParam"], sample["cargoParamList"]
    ref = OfferRef(Platform.ALIBABA, "v1", str(goods["offerId"]))
    line = draft_line(ref, "", goods["specId"], goods["quantity"])
    parts = ("fullName", "mobile", "provinceText", "cityText", "areaText", "address", "townText", "postCode")
    address = Address(*map(to.get, (*parts, "phone", "districtCode")))
    draft = replace(draft_of(line, note=sample["message"]), address=address)
    body = alibaba_orders.create_request([draft], V1)
    return body | {"message": str(body["message"]).removeprefix("[SD-1] ")}


REQUESTS: dict[str, Callable[[], object]] = {
    "1688-order-cancel.v2.request": lambda: alibaba_orders.cancel_request(
        "2542285634920880600", "不想要了", ""
    ),
    "1688-order-cancel.v2.request-curl": lambda: alibaba_orders.cancel_request(
        "2542285634920880794", "不想要了", ""
    ),
    "1688-order-confirm-receipt.v1.request": lambda: alibaba_orders.receipt_request("0", ["0"]),
    "1688-order-detail.v1.request": lambda: alibaba_orders.detail_request("2019601741959504495"),
    "taobao-im-link.v1.request": lambda: chats.item_request(OfferRef(Platform.TAOBAO, "v1", "234576234"), V1),
    "taobao-order-page.v2.request": lambda: taobao_orders.list_request(1, 5, ""),
    "taobao-update-warehouse.v1.request": lambda: taobao_orders.warehouse_request(
        "1024285237573584051", "一号仓库", "广西省"
    ),
    "upstream-daji-1688-cancel.request": lambda: alibaba_orders.cancel_request(
        "2257164624870311973", "buyerCancel", "取消订单备注"
    ),
    "upstream-daji-1688-create-order.request": upstream_order,
    "upstream-daji-taobao-cancel.request": lambda: taobao_orders.cancel_request(
        "200049962700", "取消的原因", "备注", ["200049962701"]
    ),
    "xport-ka-1688-im-decrypt.request": lambda: chats.seller_request(
        "BBBJ82cNui3EUaxxMi_7Go73g", OfferRef(Platform.ALIBABA, "v1", "951807530375"), V1
    ),
}


def documented(name: str) -> Any:
    """The example in the gateway's words where it is upstream's."""
    body = {field: value for field, value in read(name).items() if field not in NOT_OURS}
    if name == "upstream-daji-1688-cancel.request":
        return body | {"orderId": int(body["orderId"])}  # a number at the gateway (contract AO8)
    return body


@pytest.mark.parametrize("name", REQUESTS)
def test_the_documented_request_is_produced(name):
    built = REQUESTS[name]()
    assert built == documented(name)
    if "create-order" not in name:  # upstream's fields stand in another order
        assert json.dumps(built) == json.dumps(documented(name))


def test_every_example_about_orders_is_tested():
    tested = {*REQUESTS, *DONE, PLACEHOLDER, "taobao-order-page.v2.response"}
    names = (path.name.removesuffix(".json") for path in FOLDER.glob("*.json"))
    assert tested == {name for name in names if name.startswith(ABOUT_ORDERS)}


def opened(name: str) -> Reader:
    return open_envelope(Answer(name, 200, (FOLDER / f"{name}.json").read_bytes()))


DONE = (
    "1688-order-cancel.v2.response",
    "1688-order-confirm-receipt.v1.response",
    "upstream-daji-1688-cancel.response",
    "upstream-daji-taobao-cancel.response",
)


@pytest.mark.parametrize("name", DONE)
def test_what_was_asked_for_was_done(name):
    ensure_done(opened(name))


def test_the_placeholder_of_a_payment_says_nothing():
    sample = read(PLACEHOLDER)
    with pytest.raises(BadReply):
        read_outcome(Reader(sample | {"code": 200}), ["7"])


def test_the_documented_page_of_orders():
    example = read("taobao-order-page.v2.response")["data"]
    page = taobao_orders.read_orders(opened("taobao-order-page.v2.response"))
    assert page.total == example["total"]
    assert [written_order(one) for one in page.orders] == [documented_order(row) for row in example["data"]]


def documented_order(row: dict[str, Any]) -> dict[str, Any]:
    """The row; of the text inside a line only what the line itself does not say."""
    lines = [{name: line[name] for name in line if name != "subOrderResult"} for line in row["subOrderVOS"]]
    options = [json.loads(line["subOrderResult"])["option_fields"] for line in row["subOrderVOS"]]
    choices = [" / ".join(json.loads(each["en"]).values()) for each in options]
    return row | {
        "subOrderVOS": [
            line | {"picture": each["SKU_IMG_URL"], "choices": chosen}
            for line, each, chosen in zip(lines, options, choices, strict=True)
        ]
    }


def written_order(one: Order) -> dict[str, Any]:
    """The row an order came from."""
    to, warehouse = one.receiver, one.warehouse
    assert to is not None
    assert warehouse is not None
    return {
        "id": one.id,
        "orderNo": one.number,
        "userName": one.user_name,
        "userId": one.user_id,
        "sellerOrderNumber": one.reference or None,
        "orderSource": one.source or None,
        "createTime": f"{one.created_at:%Y-%m-%d %H:%M:%S}",
        "payTime": one.paid_at,
        "purchaseAmount": one.total.minor if one.total else 0,
        "status": int(one.raw_state),
        "warehouseAddressInfoVO": written_place(warehouse)
        | {
            "phone": warehouse.phone,
            "name": warehouse.name,
            "mobilePhone": warehouse.mobile or None,
            "taxId": None,
        },
        "receiverVO": written_place(to),
        "remark": one.note or None,
        "subOrderVOS": [written_line(one, line) for line in one.lines],
    }


def written_place(address: Address) -> dict[str, Any]:
    return {
        "state": address.province,
        "zip": address.postcode or None,
        "country": "中国大陆",  # always, and not kept
        "address": address.street,
        "city": address.city,
        "district": address.district,
    }


def written_person(address: Address) -> dict[str, Any]:
    return {"phone": address.phone, "name": address.name, "mobilePhone": address.mobile or None}


def written_line(order: Order, line: OrderLine) -> dict[str, Any]:
    return {
        "subOrderId": line.id,
        "orderNo": order.number,
        "quantity": line.quantity,
        "title": line.title,
        "purchaseCurrency": "CNY",
        "purchaseAmount": line.amount,
        "itemMapId": line.offer_id,
        "domesticPostFee": line.freight.minor if line.freight is not None else None,
        "closeReason": line.close_reason or None,
        "skuId": line.sku_id,
        "status": line.raw_state,
        "goodsStatus": line.goods_state or None,
        "refundType": line.refund_type or None,
        "taobaoPurchaseId": line.purchase_id,
        "taobaoSubPurchaseId": line.sub_purchase_id,
        "errorCode": line.error_code or None,
        "errorMessage": line.error or None,
        "refundStatus": int(line.refund_state),
        "picture": line.picture,
        "choices": line.sku_name,
    }
