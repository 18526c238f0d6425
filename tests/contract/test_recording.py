"""What listens to the sandbox tells what is not as described, and notes the calls that are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support import openapi
from tests.support.openapi import Exchange, Observed, Recorder, described
from tests.support.sandbox import SignedClient, recorded_sandbox

OURS = {"user-agent": "sourcing-desktop/test"}
OPERATIONS = {(each.code, each.generation): each for each in described("pandapon.yaml").operations}


def test_requests_of_the_program_are_held_against_the_description(market_path: Path, qapp: object):
    with recorded_sandbox(market_path) as (running, recorder):
        client = SignedClient(running.url, running.keys, "v2")
        client.send("AG7", {"beginPage": "1", "pageSize": 2, "langauge": "en"}, **OURS)
        client.send("AG7", {"beginPage": "1"})
        client.close()
    assert sorted(recorder.problems()) == [
        'AG7 v2: body.beginPage: "1" is not of type "integer"',
        "AG7 v2: body.langauge is not described",
        'AG7 v2: body: "language" is a required property',
    ]
    assert recorder.problems() == []


def test_calls_that_go_well_are_observed(market_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch):
    observed = Observed()
    monkeypatch.setattr(openapi, "OBSERVED", observed)
    with recorded_sandbox(market_path) as (running, recorder):
        client = SignedClient(running.url, running.keys, "v1")
        client.send("AG7", {"beginPage": 1, "pageSize": 2, "language": "en"}, **OURS)
        client.send("AG8", {"offerId": 1, "language": "en"}, **OURS)
        client.close()
    assert recorder.problems() == []
    assert observed.requests == observed.answers == {("AG7", "v1")}


def test_a_query_without_its_fields_or_with_others_is_told():
    headers = {
        "access-key": "a",
        "nonce-str": "b",
        "user-id": "c",
        "timestamp": "17356896",
        "signature": "187599D6FA1FFA7754FAEFA1F2677C2B",
    }
    asked = Exchange("GET", "/v2/alibaba/order/pay/url", "orderID=7", headers)
    problems = OPERATIONS["AO9", "v2"].problems_of_request(asked)
    assert [each.partition(": ")[2] for each in problems] == [
        'header timestamp: "17356896" does not match "^([0-9]{10}|[0-9]{13})$"',
        "query orderId is missing",
        "query orderID is not described",
    ]


@pytest.mark.parametrize(("success", "seen"), [(True, {("AO10", "v1")}), (False, set())])
async def test_a_failure_inside_a_success_is_not_observed(success, seen, monkeypatch: pytest.MonkeyPatch):
    observed = Observed()
    monkeypatch.setattr(openapi, "OBSERVED", observed)
    data = {"success": success, "errorInfo": None, "errorCode": None}
    answer = json.dumps({"code": 200, "msg": "", "data": data}).encode()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    recorder = Recorder(app, described("pandapon.yaml"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(recorder)) as client:
        await client.post("http://sandbox/alibaba/order/receivegoods", json={})
    assert recorder.problems() == []
    assert observed.answers == seen
