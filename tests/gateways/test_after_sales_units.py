"""Every amount that answers of after-sales, selections, chosen goods and freight carry, field by field
(contract 1.11)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader

V1 = Caller("v1", "en", "2100007340000")


def read(code: str, data: object, caller: Caller = V1) -> Any:
    return READERS[code](Reader(decode_json(json.dumps({"code": 200, "data": data}))), caller)


def taobao(part: str, **fields: object) -> Any:
    return read("TA10", {"refundOrderAggregate": {part: fields}})


def rendered(**fields: object) -> Any:
    return read("TA2", {"refundOrderTemplate": {"maxRefundFee": fields}})


FEN = Money(1230)
UNITS = {
    "1688 refund applyPayment, fen": lambda: read("AA1", {"applyPayment": 1230}).asked,
    "1688 refund applyCarriage, fen": lambda: read("AA1", {"applyCarriage": "1230"}).asked_freight,
    "1688 refund refundPayment, fen": lambda: read("AA1", {"refundPayment": 1230}).paid_back,
    "1688 refund refundCarriage, fen": lambda: read("AA1", {"refundCarriage": 1230}).paid_back_freight,
    "Taobao refundFee, fen": lambda: taobao("refundOrder", refundFee=1230).asked,
    "Taobao line price, fen (assumed)": lambda: taobao("purchaseOrderLine", price=1230).lines[0].price,
    "Taobao line productFee, fen": lambda: taobao("purchaseOrderLine", productFee=1230).lines[0].goods_paid,
    "Taobao line postFee, fen": lambda: taobao("purchaseOrderLine", postFee=1230).lines[0].freight_paid,
    "Taobao line totalPrice, fen": lambda: taobao("purchaseOrderLine", totalPrice=1230).lines[0].total,
    "Taobao most refundFee, fen": lambda: rendered(refundFee=1230).most,
    "Taobao least minRefundFee, fen": lambda: rendered(minRefundFee=1230).least,
    "Taobao chosen price, fen (assumed)": lambda: (
        read("TG5", {"data": [{"itemId": 1, "price": 1230}]}).offers[0].price
    ),
    "Taobao source price, fen (assumed)": lambda: read("TGS", {"itemId": 1, "price": 1230}).offer.price,
    "1688 selection price, yuan": lambda: (
        read("AM1", {"data": [{"offerId": 1, "priceInfo": {"price": "12.3"}}]}).offers[0].price
    ),
    "freight service price, fen (assumed)": lambda: read("W1", [{"price": 1230}])[0].price,
    "freight quote price, fen (assumed)": lambda: read("W2", {"renderId": "FF", "price": 1230}).price,
    "booking price, fen (assumed)": lambda: read("W4", {"orderId": "21", "price": 1230}).price,
}


@pytest.mark.parametrize("field", UNITS)
def test_an_amount_is_read_in_its_unit(field):
    assert UNITS[field]() == FEN
