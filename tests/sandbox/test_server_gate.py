"""Who may call: signature, clock, nonce, key and user (contract 1.2 to 1.5)."""

from __future__ import annotations

import email.utils
import hashlib
import re
import time

import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.sandbox.door.codes import Code
from sourcing_desktop.sandbox.door.gatekeeper import Keys
from sourcing_desktop.sandbox.routes.table import HANDLERS
from tests.support.sandbox import Control, SignedClient

SEARCH = {"keyword": "包", "beginPage": 1, "pageSize": 1, "country": "en"}


def test_the_envelope_is_as_documented(either):
    answer = either.call("AG3", SEARCH)
    assert list(answer) == ["requestId", "code", "developId", "msg", "data"]
    assert re.fullmatch("[0-9a-f]{32}", answer["requestId"])
    assert re.fullmatch("[0-9]{19}", answer["developId"])
    assert (answer["code"], answer["msg"]) == (200, "成功")


@pytest.mark.parametrize("header", ["access-key", "timestamp", "nonce-str", "user-id", "signature"])
def test_every_header_is_needed(v2, header):
    answer = v2.send("AG3", SEARCH, **{header: ""}).json()
    assert answer["code"] == Code.NOT_SIGNED
    assert header in answer["msg"]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"access-key": "0" * 32}, Code.WRONG_KEY),
        ({"signature": "0" * 32}, Code.BAD_SIGNATURE),
        ({"user-id": "2100000000000"}, Code.WRONG_USER),
        ({"timestamp": "yesterday"}, Code.BAD_PARAMETER),
    ],
)
def test_refuses_with_an_invented_code_and_status_200(v2, headers, code):
    response = v2.send("AG3", SEARCH, **headers)
    assert (response.status_code, response.json()["code"], response.json()["data"]) == (200, code, None)


def test_a_wrong_secret_is_a_bad_signature(v2):
    assert v2.send("AG3", SEARCH, **v2.headers(secret="not it")).json()["code"] == Code.BAD_SIGNATURE


def test_milliseconds_are_a_timestamp_too(v2):
    signed = v2.headers(timestamp=str(int(time.time() * 1000)))
    assert v2.send("AG3", SEARCH, **signed).json()["code"] == 200


@pytest.mark.parametrize(
    ("off", "code"), [(-590, 200), (590, 200), (-610, Code.CLOCK_OFF), (610, Code.CLOCK_OFF)]
)
def test_the_clock_may_be_ten_minutes_off(v2, off, code):
    signed = v2.headers(timestamp=str(int(time.time()) + off))
    assert v2.send("AG3", SEARCH, **signed).json()["code"] == code


def test_a_nonce_is_good_once(v2):
    signed = v2.headers(nonce="a" * 32)
    assert v2.send("AG3", SEARCH, **signed).json()["code"] == 200
    assert v2.send("AG3", SEARCH, **signed).json()["code"] == Code.REPLAYED_NONCE


def test_whether_a_nonce_is_needed_can_be_switched(sandbox, v2):
    unsigned = v2.headers() | {"nonce-str": ""}
    text = v2.keys.access_key + unsigned["timestamp"] + v2.keys.secret
    unsigned["signature"] = hashlib.md5(text.encode()).hexdigest().upper()
    assert v2.send("AG3", SEARCH, **unsigned).json()["code"] == Code.NOT_SIGNED
    sandbox.control.need_nonces(False)
    assert [v2.send("AG3", SEARCH, **unsigned).json()["code"] for _ in range(2)] == [200, 200]
    signed = v2.headers(nonce="a" * 32)
    assert [v2.send("AG3", SEARCH, **signed).json()["code"] for _ in range(2)] == [200, Code.REPLAYED_NONCE]


@pytest.mark.parametrize("code", ["AO9", "TA5"])
def test_a_head_has_no_effect(sandbox, either, code):
    path = ENDPOINTS[code].route(either.generation).path
    answer = either.http.head(path, headers=either.headers())
    assert answer.status_code == 405
    assert sandbox.control.calls(code) == 0


def test_failures_tell_the_time_of_the_server(sandbox, v2):
    sandbox.control.set_clock(3600)
    response = v2.send("AG3", SEARCH)
    assert response.json()["code"] == Code.CLOCK_OFF
    told = email.utils.parsedate_to_datetime(response.headers["date"]).timestamp()
    assert abs(told - time.time() - 3600) < 60
    signed = v2.headers(timestamp=str(int(told)))
    assert v2.send("AG3", SEARCH, **signed).json()["code"] == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"{", Code.UNREADABLE), (b"[]", Code.BAD_PARAMETER), (b"x" * 7_000_000, Code.TOO_LARGE)],
)
def test_a_body_must_be_a_json_object_of_sane_size(v2, body, code):
    response = v2.http.post("/v2/alibaba/product/keywords/query", content=body, headers=v2.headers())
    assert response.json()["code"] == code


def test_every_documented_call_is_answered():
    assert set(HANDLERS) == set(ENDPOINTS)


def test_the_control_interface_wants_its_token(sandbox):
    stranger = Control(sandbox.url, "guess")
    with pytest.raises(AssertionError, match="control-token"):
        stranger.orders()
    stranger.close()


def test_two_starts_have_different_keys(sandbox, market_path):
    other = SignedClient(sandbox.url, Keys.random())
    assert other.call("AG3", SEARCH)["code"] == Code.WRONG_KEY
    other.close()
