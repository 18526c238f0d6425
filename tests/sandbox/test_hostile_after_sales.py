"""Whatever is sent to the calls about refunds, freight, selections and addresses, the sandbox answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES
from tests.sandbox.conftest import Goods, cargo, order_1688, order_taobao
from tests.support.sandbox import RunningSandbox, SignedClient

CALLS = [
    code
    for code in ENDPOINTS
    if code[:2] in ("TA", "AA", "AM")
    or code in {"F1", "F2", "W1", "W2", "W3", "W4", "AG2", "AG6", "TG5", "TGS"}
]
COMMANDS = ["/refunds/agree", "/refunds/refuse", "/refunds/want-back", "/refunds/receive"]
NAMES = st.sampled_from(
    """
    refundId subOrderId refundType goodsStatus reasonId refundFee refundDesc refundImages refundMessage
    refundStatus refundStartTime refundEndTime pageNo pageSize logisticsCompanyCode logisticsNo buyerPhone
    orderId orderEntryIds disputeRequest applyPayment applyCarriage applyReasonId description vouchers
    orderEntryCountList id count imageData logisticsCompanyNo freightBill rankId rankType limit keyword
    categoryId itemId skuId quantity receiverAddress renderItems freightInfo renderId lineItems country name
    tmallOrderInfo logisticInfos domesticLogisticInfo rtsTime openUid beginPage phone reason refund_id
    """.split()  # noqa: SIM905 - a list of fifty would be fifty lines
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**15, -(10**15), 10**40, 2**63, 1e308]),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["\ud800", "\x00", "[" * 5000, "{}", "[[]]", "9" * 5000, "/9j/" + "A" * 999]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
BODIES = st.one_of(
    st.binary(max_size=200),
    st.sampled_from([b"[" * 100_000, b'{"a":' * 50_000, b"\xff\xfe", b"null", b"NaN"]),
    st.dictionaries(NAMES, VALUES, max_size=6).map(lambda fields: json.dumps(fields).encode()),
)
BOUNDED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
Send = Callable[[str, bytes, str], Any]


@pytest.fixture
def send(either: SignedClient) -> Send:
    """Send any bytes to a call, as its body or as a query, and have the envelope back."""

    def sent(code: str, body: bytes, content_type: str = "application/json") -> Any:
        generation = "v1" if code == "TG5" else either.generation
        route, headers = ENDPOINTS[code].route(generation), either.headers() | {"content-type": content_type}
        query = {"refundId": body[:500].decode("latin-1")} if route.verb == "GET" else {}
        if code in WAREHOUSE_CODES:
            query = {"timestamp": headers.pop("timestamp"), "sign": headers.pop("signature")}
        content = body if route.verb == "POST" else None
        path = route.path.replace("{refundId}", "TQ1")
        answer = either.http.request(route.verb, path, params=query, content=content, headers=headers)
        assert answer.status_code == 200
        return answer.json()

    return sent


@pytest.fixture
def refunds(sandbox: RunningSandbox, v2: SignedClient, goods: Goods) -> dict[str, dict[str, object]]:
    """Fields that name a real refund, so that more than the look-up is reached, by first letter of calls."""
    offer = goods.plain()
    alibaba = v2.data("AO7", order_1688(cargo(v2, offer, offer.moq)))["orderId"]
    taobao = v2.data("TO1", order_taobao((goods.single(), 2)))["order_list"][0]
    line_id = v2.data("TO8", {"orderId": taobao["purchase_id"]})["subOrderVOS"][0]["subOrderId"]
    sandbox.control.let_pass(seconds=12)
    v2.data("AO9", {"orderId": alibaba})
    v2.data("TO6", {"orderIds": [taobao["purchase_id"]]})
    for order_id in (alibaba, taobao["purchase_id"]):
        sandbox.control.ship(order_id)
    in_sale = {"orderId": alibaba, "goodsStatus": "refundBuyerReceived", "applyReasonId": 20044}
    asked = {"disputeRequest": "returnRefund", "applyPayment": 1, "applyCarriage": 0, "description": "退款"}
    tq = v2.data("AA4", in_sale | asked)["refundId"]
    claim = {"subOrderId": line_id, "refundType": 2, "goodsStatus": 4, "reasonId": 20044, "refundFee": 1}
    number = v2.data("TA7", claim)["refundId"]
    for refund_id in (tq, number):
        sandbox.control.answer_refund(refund_id, "agree")
    parcel = {"logisticsCompanyNo": "SF", "freightBill": "12345678", "logisticsCompanyCode": "SF"}
    return {
        "A": {**in_sale, **asked, **parcel, "refundId": tq},
        "T": {**claim, **parcel, "refundId": number, "refundMessage": "?", "logisticsNo": "12345678"},
    }


@BOUNDED
@given(code=st.sampled_from(CALLS), body=BODIES)
def test_any_body_is_answered(send, code, body):
    assert isinstance(send(code, body)["code"], int)


@BOUNDED
@given(
    code=st.sampled_from([code for code in CALLS if code[:2] in ("TA", "AA")]),
    fields=st.dictionaries(NAMES, VALUES, max_size=3),
    data=st.data(),
)
def test_any_field_of_a_real_refund_is_answered(send, refunds, code, fields, data):
    known = refunds[code[0]]
    kept = data.draw(st.sets(st.sampled_from(sorted(known)), min_size=len(known) - 2))
    body = fields | {name: known[name] for name in kept}
    assert isinstance(send(code, json.dumps(body).encode())["code"], int)


@BOUNDED
@given(
    body=st.binary(max_size=300) | st.just(b'--x\r\n\r\n; name="imageData"; filename="\r\n\r\n\xff\r\n--x--'),
    content_type=st.sampled_from(["multipart/form-data; boundary=x", 'multipart/form-data; boundary="', "?"]),
)
def test_any_form_is_answered(send, body, content_type):
    assert isinstance(send("AA3", body, content_type)["code"], int)


@BOUNDED
@given(fields=st.dictionaries(NAMES, VALUES, max_size=4))
def test_any_freight_is_answered(send, goods: Goods, fields):
    item = goods.single()
    line = {
        "itemId": item.mp_id,
        "skuId": item.skus[0].id,
        "quantity": 1,
        "freightInfo": {"serviceId": "1001"},
    }
    receiver = {"name": "a", "address": "b", "city": "c", "country": "US"} | fields
    body = {**line, "renderItems": [line, line | fields], "receiverAddress": receiver, **fields}
    for code in sorted(WAREHOUSE_CODES):
        assert isinstance(send(code, json.dumps(body).encode())["code"], int)


@BOUNDED
@given(command=st.sampled_from(COMMANDS), body=BODIES)
def test_the_switchboard_refuses_nonsense(sandbox, command, body):
    assert sandbox.control.send("POST", command, body).status_code in (200, 400)
