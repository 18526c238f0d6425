"""Whatever is sent to the order calls and to the switchboard, the sandbox answers and lives on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_desktop.contract.endpoints import ENDPOINTS
from tests.sandbox.conftest import Goods, cargo, order_1688, order_taobao

CALLS = [code for code in ENDPOINTS if code[:2] in ("TO", "AO")]
COMMANDS = [
    "/time",
    "/clock",
    "/orders/advance",
    "/orders/price",
    "/orders/close",
    "/orders/ship",
    "/orders/voucher",
    "/callbacks",
    "/callbacks/push",
]
NAMES = st.sampled_from(
    """
    orderId orderIds orderEntryIds page pageSize pageNum id orderNo status orderStatus addressParam
    cargoParamList orderLineList receiver webSite cancelReason purchase_id sub_purchase_orderId_list
    voucherUrls voucher warehouseAddress bizId sourceType pageParamMap subPurchaseOrderId logisticsId
    createStartTime beginDateTime flow message order_id total_fen parcels url seconds offset_seconds
    refused times held
    """.split()  # noqa: SIM905 - a list of forty would be forty lines
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**15, -(10**15), 10**40, 2**63, 1e308]),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["\ud800", "\x00", "[" * 5000, "{}", "[[]]", '[{"itemId":{}}]', "9" * 5000, "http://[::1"]
    ),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe", b"null", b"NaN", b'"' + b"x" * 300_000]),
    st.dictionaries(NAMES, VALUES, max_size=6).map(lambda fields: json.dumps(fields).encode()),
)
BOUNDED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)


@pytest.fixture
def order_ids(sandbox, v2, goods: Goods) -> list[str]:
    """An order of each platform, so that more than the look-up is reached."""
    offer = goods.plain()
    alibaba = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    taobao = v2.data("TO1", order_taobao((goods.single(), 2)))["order_list"][0]["purchase_id"]
    sandbox.control.let_pass(seconds=12)
    return [alibaba, taobao]


@BOUNDED
@given(code=st.sampled_from(CALLS), body=BODIES)
def test_any_body_is_answered(sandbox, either, code, body):
    generation = "v1" if code == "TO3" else either.generation
    route = ENDPOINTS[code].route(generation)
    sent = {"params": body[:1000].decode("latin-1")} if route.verb == "GET" else {"content": body}
    answer = either.http.request(route.verb, route.path, headers=either.headers(), **sent)
    assert answer.status_code == 200
    assert isinstance(answer.json()["code"], int)


@BOUNDED
@given(
    code=st.sampled_from(CALLS),
    fields=st.dictionaries(NAMES, VALUES, max_size=5),
    data=st.data(),
)
def test_any_field_of_a_real_order_is_answered(sandbox, either, order_ids, code, fields, data):
    order_id = data.draw(st.sampled_from(order_ids))
    body: dict[str, Any] = {"orderId": order_id, "orderIds": [order_id], "webSite": "1688", **fields}
    generation = "v1" if code == "TO3" else either.generation
    route = ENDPOINTS[code].route(generation)
    texts = {name: str(value).encode("utf-8", "replace").decode() for name, value in body.items()}
    sent = {"params": texts} if route.verb == "GET" else {"content": json.dumps(body).encode()}
    answer = either.http.request(route.verb, route.path, headers=either.headers(), **sent)
    assert answer.status_code == 200
    assert isinstance(answer.json()["code"], int)


@BOUNDED
@given(address=st.dictionaries(st.sampled_from(["areaText", "postCode", "phone", "districtCode"]), VALUES))
def test_any_address_is_kept_and_travels(sandbox, v2, goods: Goods, address):
    offer = goods.plain()
    body = order_1688(cargo(v2, offer, offer.moq))
    body["addressParam"] = body["addressParam"] | address
    answer = v2.http.post(
        ENDPOINTS["AO7"].v2.path, content=json.dumps(body).encode(), headers=v2.headers()
    ).json()
    if answer["code"] == 200:
        order_id = answer["data"]["orderId"]
        for _ in range(2):
            sandbox.control.advance(order_id)
        assert v2.call("AO4", {"orderId": order_id, "webSite": "1688"})["code"] == 200
        assert v2.call("AOD", {"orderId": order_id, "webSite": "1688"})["code"] == 200


@BOUNDED
@given(command=st.sampled_from(COMMANDS), body=BODIES)
def test_the_switchboard_refuses_nonsense(sandbox, order_ids, command, body):
    answer = sandbox.control.send("POST", command, body)
    assert answer.status_code in (200, 400)
