"""Every documented example of after-sales, foundations, warehouse, source goods and categories: requests are
produced exactly, answers read without loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.freight import Arrival, DomesticParcel, FreightItem
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform, Words
from sourcing_desktop.domain.refund import GoodsState, RefundKind
from sourcing_desktop.gateways.pandapon import addresses, warehouse
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.refund_parts import refund_id_of
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.taobao import goods as taobao_goods
from sourcing_desktop.gateways.pandapon.taobao import refunds as taobao_refunds
from sourcing_desktop.gateways.pandapon.transport import prepared
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from tests.gateways.after_sales import SAMPLES
from tests.gateways.test_examples import AFTER_SALES, FILES, offer, opened, read

PLACEHOLDER = Address("string", "string", "string", "string", "string", "string")


def arrival(parcel: str, item: FreightItem, *domestic: tuple[str, str]) -> Arrival:
    sent_at = datetime.fromtimestamp(1754342534, UTC)
    return Arrival(parcel, item, tuple(DomesticParcel(*each, sent_at) for each in domestic))


def goods(supply_id: str, sku_id: str, quantity: int, title: str) -> FreightItem:
    return FreightItem(supply_id, sku_id, quantity, Money(0), title, "url")


REQUESTS: dict[str, Callable[[], object]] = {
    "address-add-or-update.v2": lambda: addresses.save_request(PLACEHOLDER, "0"),
    "logistics-update-domestic.v1": lambda: warehouse.arrivals_request(
        "21",
        [
            arrival(
                "FARJP2408000013YQ",
                goods("2048020617114736", "413185732720", 1, "这是商品1"),
                ("SF1234521212678", "顺丰"),
                ("YT122323345678", "圆通"),
            ),
            arrival(
                "FARJP2408000014YQ",
                goods("2048232789087639", "4970432383383", 2, "这是商品2"),
                ("SF12345444111678", "顺丰"),
            ),
        ],
        purchase_id="12345667",
    ),
    "taobao-refund-render.v2": lambda: taobao_refunds.terms_request(
        "string", RefundKind.MONEY_ONLY, GoodsState.NOT_SHIPPED
    ),
    "taobao-refund-submit-message.v1": lambda: taobao_refunds.message_request("string", "string", ["string"]),
    "taobao-source-get.v1": lambda: taobao_goods.source_request(
        offer("v1", "42971808988", Platform.TAOBAO), Caller("v1", "vi")
    ),
}


def documented(name: str) -> Any:
    body = read(f"{name}.request")
    if name == "taobao-refund-render.v2":
        body |= {"refundType": 1, "goodsStatus": 1}  # its zeros are placeholders and mean nothing
    return body


@pytest.mark.parametrize("name", REQUESTS)
def test_the_documented_request_is_produced(name):
    assert json.dumps(REQUESTS[name]()) == json.dumps(documented(name))


def test_the_number_of_a_refund_goes_into_query_and_body():
    example = read("1688-refund-info.v1.request")
    call = prepared("AA1", "v1", example, example)
    assert (call.path, call.query) == (ENDPOINTS["AA1"].v1.path, {"refundId": "string"})
    assert decode_json(call.content) == example


def test_a_placeholder_is_no_success_and_can_still_be_read():
    with pytest.raises(Rejected):
        opened("1688-refund-create.v1")
    example = Reader(read("1688-refund-create.v1.response"))
    assert READERS["AA4"](example, Caller("v1")) == ""
    with pytest.raises(BadReply, match="Look at the order's refunds"):
        refund_id_of(example, "AA4")


def test_upstreams_refund_is_found_in_its_two_wrappers():
    example = Reader(read("upstream-1688-createRefund.response"))
    assert READERS["AA4"](example, Caller("v1")) == "TQ34931008034741532"
    assert refund_id_of(example, "AA4") == "TQ34931008034741532"


def test_a_saved_address_tells_nothing():
    with pytest.raises(Rejected):
        opened("address-add-or-update.v2")
    assert READERS["F2"](Reader(read("address-add-or-update.v2.response")), Caller("v2")) is None


def test_upstreams_category():
    answer = Reader({"data": read("upstream-1688-category-translation.result")})
    category = READERS["AG6"](answer, Caller("v1", "ja"))
    assert category == Category("1031910", Words("连衣裙", "ワンピース"), "10166", level=2, leaf=False)
    assert answer.unread() == {"data.fromCache": True, "data.language": "ja"}


def placeholder(value: Any) -> Any:
    """What the documentation tool writes where it has no example."""
    if isinstance(value, dict):
        return {name: placeholder(each) for name, each in value.items()}
    if isinstance(value, list):
        return [placeholder(each) for each in value]
    return {str: "string", int: 0, bool: True, type(None): None}[type(value)]


@pytest.mark.parametrize("code", SAMPLES)
def test_placeholders_can_be_read(code):
    for sample in SAMPLES[code]:
        READERS[code](Reader({"code": 0, "msg": "", "data": placeholder(sample)}), Caller("v1"))


def test_every_example_is_tested():
    answers = {
        "1688-refund-info.v1.request",
        "1688-refund-create.v1.response",
        "upstream-1688-createRefund.response",
        "address-add-or-update.v2.response",
        "upstream-1688-category-translation.result",
    }
    tested = {f"{name}.request" for name in REQUESTS} | answers
    assert tested == {name for name in FILES if name.startswith(AFTER_SALES)}
