"""How far the sandbox holds requests to the documents before it answers them."""

from __future__ import annotations

from typing import Any

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.fields import fields_of
from sourcing_desktop.sandbox.door.codes import Code
from sourcing_desktop.sandbox.door.documented import REFUSES_ITSELF
from sourcing_desktop.sandbox.refunds.codes import RefundCode
from tests.sandbox.conftest import Goods, cargo, order_1688
from tests.support.sandbox import RunningSandbox, SignedClient


@pytest.mark.parametrize("code", ENDPOINTS)
def test_what_the_documents_require_must_be_there(sandbox: RunningSandbox, either: SignedClient, code: str):
    route = getattr(ENDPOINTS[code], either.generation)
    needed = [field.name for field in fields_of(code, either.generation) if field.needed]
    if needed and route.path and "{" not in route.path:
        answer = either.call(code, {name: "" for name in needed})
        expected = RefundCode.RETURN_FIELD_MISSING if code in REFUSES_ITSELF else needed[0]
        assert expected in answer["msg"]
        assert answer["code"] == (Code.REFUSED if code in REFUSES_ITSELF else Code.MISSING_PARAMETER)


def test_a_reason_is_required_in_v1_only(sandbox: RunningSandbox, either: SignedClient, goods: Goods):
    offer = goods.plain()
    order_id = either.data("AO7", order_1688(cargo(either, offer, offer.moq)))["orderId"]
    sandbox.control.let_pass(seconds=11)
    asked = {"webSite": "1688", "orderId": order_id}  # a number in the documents of this call, text elsewhere
    code = either.call("AO8", asked)["code"]
    assert code == (Code.MISSING_PARAMETER if either.generation == "v1" else 200)
    if either.generation == "v1":
        assert either.data("AO8", asked | {"cancelReason": "不想要了"}) is True


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"flow": "nonsense"}, Code.BAD_PARAMETER),
        ({"flow": "saleproxy", "tradeType": "alipay"}, 200),
        ({"tradeType": "zzz"}, Code.BAD_PARAMETER),
        ({"tradeType": ["alipay"]}, Code.BAD_PARAMETER),
        ({"addressParam": ["Hangzhou"]}, Code.BAD_PARAMETER),
        ({"cargoParamList": {"offerId": 1}}, Code.BAD_PARAMETER),
        ({"unheardOf": {"of": []}}, 200),
    ],
)
def test_an_order_of_another_kind_is_refused(
    either: SignedClient, goods: Goods, change: dict[str, Any], code: int
):
    offer = goods.plain()
    assert either.call("AO7", order_1688(cargo(either, offer, offer.moq), **change))["code"] == code


@pytest.mark.parametrize(
    ("code", "field", "value", "fits"),
    [
        ("AG7", "pageSize", "5", True),
        ("AG7", "pageSize", 5.0, True),
        ("AG7", "pageSize", "five", False),
        ("AG7", "pageSize", 5.5, False),
        ("AG7", "language", ["en"], False),
        ("AG7", "language", 5, True),
    ],
)
def test_numbers_may_come_as_text_and_text_as_numbers(v2, code, field, value, fits):
    body = {"beginPage": 1, "pageSize": 2, "language": "en", field: value}
    assert (v2.call(code, body)["code"] == 200) is fits
