"""Freight abroad over the wire, and how those calls are signed (contract 1.2, W1 to W4)."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.warehouse_signature import warehouse_query
from sourcing_desktop.sandbox.door.codes import Code
from tests.sandbox.conftest import Goods
from tests.support.sandbox import SignedClient
from tests.support.shapes import example

RECEIVER = {
    "name": "Ana",
    "email": "ana@example.com",
    "phone": "",
    "mobilePhone": "5550100",
    "address": "1 Main Street",
    "taxId": "",
    "country": "US",
    "city": "Springfield",
    "zip": "12345",
    "state": "IL",
}


PRICED = {"currency": "CNY", "price": "1200"}


class Shipment:
    """Two pieces of one SKU for somebody abroad."""

    def __init__(self, client: SignedClient, goods: Goods) -> None:
        item = goods.single()
        self.client = client
        self.weight = 2 * item.skus[0].weight_g
        self.goods = {"itemId": item.mp_id, "skuId": item.skus[0].id, "quantity": 2}

    def services(self, **others: object) -> list[dict[str, Any]]:
        asked = {**self.goods, **PRICED, "receiverAddress": RECEIVER, **others}
        return self.client.data("W1", asked)["freightServices"]

    def line(self, **others: object) -> dict[str, Any]:
        service = {key: self.services()[0][key] for key in ("serviceId", "companyName", "serviceCategory")}
        return {**self.goods, "freightInfo": service, "currency": "CNY", "price": "1200", **others}

    def preview(self) -> dict[str, Any]:
        return self.client.data("W2", {"receiverAddress": RECEIVER, "renderItems": [self.line()]})

    def order(self, preview_id: str, **others: object) -> dict[str, Any]:
        return {
            "renderId": preview_id,
            "receiverAddress": RECEIVER,
            "lineItems": [self.line(title="商品", imageUrl="url")],
            "tmallOrderInfo": {"tmallOrderId": "12345667"},
            "remark": "",
            **others,
        }


@pytest.fixture
def shipment(either: SignedClient, goods: Goods) -> Shipment:
    return Shipment(either, goods)


def test_freight_is_priced_previewed_booked_and_announced(sandbox, shipment: Shipment):
    services = shipment.services()
    assert services == shipment.services()
    prices = [service["price"] for service in services]
    assert prices == sorted(prices)
    assert {service["weight"] for service in services} == {shipment.weight}
    preview = shipment.preview()
    assert re.fullmatch(r"FF\d{16}", preview["renderId"])
    assert preview["price"] == prices[0] == preview["renderItems"][0]["price"]
    booked = shipment.client.data("W4", shipment.order(preview["renderId"]))
    assert re.fullmatch(r"\d{1,6}", booked["orderId"])
    assert booked["price"] == prices[0]
    number = booked["logisticInfos"][0]["logisticNumer"]
    assert re.fullmatch(r"FARUS\d{10}YQ", number)
    documented = example("logistics-update-domestic.v1.request")["logisticInfos"][0]
    info = documented | {"lineItem": shipment.goods, "logisticNumer": number}
    told = {"orderId": booked["orderId"], "tmallOrderId": "12345667", "logisticInfos": [info]}
    assert shipment.client.data("W3", told)["success"] is True
    (booking,) = sandbox.control.bookings()
    assert booking["platform_order_id"] == "12345667"
    waybills = [parcel["logisticNumer"] for parcel in booking["parcels"][0]["domesticLogisticInfo"]]
    assert waybills == ["SF1234521212678", "YT122323345678"]


def test_more_weight_and_more_distance_cost_more(shipment: Shipment):
    near = shipment.services(receiverAddress=RECEIVER | {"country": "JP"})[0]["price"]
    assert near < shipment.services()[0]["price"] < shipment.services(quantity=200)[0]["price"]


def test_a_preview_is_booked_once_and_in_time(sandbox, shipment: Shipment):
    order = shipment.order(shipment.preview()["renderId"])
    assert shipment.client.call("W4", order)["code"] == 200
    assert shipment.client.call("W4", order)["code"] == Code.NOT_FOUND
    late = shipment.order(shipment.preview()["renderId"])
    sandbox.control.let_pass(days=1.01)
    assert shipment.client.call("W4", late)["code"] == Code.NOT_FOUND
    assert len(sandbox.control.bookings()) == 1


def test_what_is_booked_is_what_was_previewed(sandbox, shipment: Shipment):
    preview_id = shipment.preview()["renderId"]
    for line in (shipment.line(quantity=3), shipment.line(freightInfo={"serviceId": "1001"})):
        answer = shipment.client.call("W4", shipment.order(preview_id, lineItems=[line]))
        assert answer["code"] == Code.BAD_PARAMETER
    assert sandbox.control.bookings() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"itemId": "1"}, Code.NOT_FOUND),
        ({"skuId": "1"}, Code.NOT_FOUND),
        ({"quantity": 0}, Code.BAD_PARAMETER),
        ({"receiverAddress": None}, Code.MISSING_PARAMETER),
        ({"currency": None}, Code.MISSING_PARAMETER),
        ({"price": ""}, Code.MISSING_PARAMETER),
        ({"receiverAddress": RECEIVER | {"country": "USA"}}, Code.BAD_PARAMETER),
    ],
)
def test_what_cannot_be_priced(shipment: Shipment, change, code):
    asked = {**shipment.goods, **PRICED, "receiverAddress": RECEIVER, **change}
    assert shipment.client.call("W1", asked)["code"] == code


def test_parcels_belong_to_a_booking_and_its_goods(shipment: Shipment):
    documented = example("logistics-update-domestic.v1.request")
    assert shipment.client.call("W3", documented)["code"] == Code.NOT_FOUND
    booked = shipment.client.data("W4", shipment.order(shipment.preview()["renderId"]))
    strange = documented | {"orderId": booked["orderId"]}
    assert shipment.client.call("W3", strange)["code"] == Code.BAD_PARAMETER


def warehouse_call(client: SignedClient, query: dict[str, str], headers: dict[str, str]) -> int:
    path = ENDPOINTS["W1"].route(client.generation).path
    return client.http.post(path, params=query, json={}, headers=headers).json()["code"]


def test_time_and_signature_stand_in_the_query(either):
    signed = either.headers()
    unsigned = {name: signed[name] for name in ("access-key", "nonce-str", "user-id")}
    query = warehouse_query(
        either.keys.access_key, signed["timestamp"], signed["nonce-str"], either.keys.secret
    )
    assert query["sign"] == signed["signature"]
    assert warehouse_call(either, {}, signed) == Code.NOT_SIGNED
    assert warehouse_call(either, query | {"sign": "0"}, unsigned) == Code.BAD_SIGNATURE
    assert warehouse_call(either, query, unsigned | {"access-key": "0"}) == Code.WRONG_KEY
    assert warehouse_call(either, query, unsigned) == Code.MISSING_PARAMETER
    assert warehouse_call(either, query, unsigned) == Code.REPLAYED_NONCE


def test_an_old_query_is_refused(either):
    signed = either.headers(timestamp=str(int(time.time()) - 700))
    query = {"timestamp": signed.pop("timestamp"), "sign": signed.pop("signature")}
    assert warehouse_call(either, query, signed) == Code.CLOCK_OFF


def test_other_calls_are_not_signed_by_query(either):
    signed = either.headers()
    query = {"timestamp": signed.pop("timestamp"), "sign": signed.pop("signature")}
    path = ENDPOINTS["AG3"].route(either.generation).path
    answer = either.http.post(path, params=query, json={"keyword": "包"}, headers=signed)
    assert answer.json()["code"] == Code.NOT_SIGNED
