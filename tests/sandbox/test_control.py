"""The switchboard says what is wrong with a command, and such a command changes nothing."""

from __future__ import annotations

import json

import pytest

from tests.support.sandbox import RunningSandbox

FAULT = {"endpoint": "AG3", "kind": "delay"}
WRONG = [
    ("/faults", FAULT | {"endpoint": "NOPE"}, "endpoint is no code"),
    ("/faults", FAULT | {"kind": "explode"}, "kind is none of delay, "),
    ("/faults", FAULT | {"times": -3}, "times is below 0: -3"),
    ("/faults", FAULT | {"seconds": "nan"}, "seconds is not between"),
    ("/faults", FAULT | {"seconds": "soon"}, "seconds is no number: soon"),
    ("/faults", FAULT | {"seconds": -1}, "seconds is not between"),
    ("/faults", FAULT | {"code": "five"}, "code"),
    ("/faults", {"kind": "delay"}, "缺少必填参数: endpoint"),
    ("/nonces", {"needed": 0}, "needed is neither true nor false: 0"),
    ("/time", {"seconds": -40 * 86_400}, "seconds is below 0"),
    ("/stock", {"sku_id": "1", "pieces": -5}, "pieces is below 0: -5"),
    ("/stock", {"sku_id": "1", "pieces": 5}, "no such SKU"),
    ("/price", {"offer_id": "1", "percent": 0}, "percent is below 1: 0"),
    ("/price", {"offer_id": "1", "percent": 50}, "no such offer"),
    ("/refusals", {"offer_id": "1", "code": "500_007"}, "no such offer"),
    ("/refusals", {"order_id": "1", "code": "500_007"}, "no such order"),
    ("/refusals", {"order_id": "1", "code": "500_123"}, "code is none of 500_001, "),
    ("/orders/advance", {"order_id": "1"}, "no such order"),
    ("/orders/voucher", {}, "order_id"),
    ("/likeness", {}, "缺少必填参数: imageBase64"),
    ("/likeness", {"imageBase64": "AAAA"}, "图片无法识别"),
    ("/linkedmall/rates", {"kept": "yes"}, "kept is neither true nor false: yes"),
]


@pytest.mark.parametrize(("path", "body", "sentence"), WRONG)
def test_a_wrong_command_is_told(sandbox: RunningSandbox, path: str, body: dict, sentence: str):
    answer = sandbox.control.send("POST", path, json.dumps(body).encode())
    assert answer.status_code == 400
    assert sentence in answer.json()["error"]
    assert "Code." not in answer.json()["error"]


@pytest.mark.parametrize("endpoint", ["AO9", "SearchProducts", "IMG", "*"])
def test_every_kind_of_endpoint_is_known(sandbox: RunningSandbox, endpoint: str):
    sandbox.control.fault(endpoint, "delay")
