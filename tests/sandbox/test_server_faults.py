"""What a test can let go wrong, and that it goes wrong the way it says."""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.sandbox.door.faults import OVERSIZED_BYTES
from tests.sandbox.conftest import Goods, cargo, order_1688

SEARCH = {"keyword": "bag", "pageSize": 1, "country": "en"}


@pytest.fixture
def order(v2, goods: Goods) -> dict:
    offer = goods.plain()
    return order_1688(cargo(v2, offer, offer.moq))


def test_calls_are_counted_by_endpoint(sandbox, v2):
    for _ in range(3):
        v2.data("AG3", SEARCH)
    assert sandbox.control.calls("AG3") == 3
    assert sandbox.control.calls("AG4") == 0


@pytest.mark.parametrize("kind", ["delay", "delay_answer"])
def test_a_delay(sandbox, v2, kind):
    sandbox.control.fault("AG3", kind, seconds=0.2)
    started = time.perf_counter()
    assert v2.data("AG3", SEARCH)["data"]
    assert time.perf_counter() - started >= 0.19


def test_a_client_that_gives_up_does_not_undo_the_order(sandbox, v2, order):
    sandbox.control.fault("AO7", "delay_answer", seconds=30)
    with pytest.raises(httpx.ReadTimeout):
        v2.http.post("/v2/alibaba/order/create", json=order, headers=v2.headers(), timeout=0.3)
    assert len(sandbox.control.orders()) == 1


@pytest.mark.parametrize("kind", ["cut_before", "http_500", "html", "throttle", "code"])
def test_faults_before_the_commit_leave_nothing_behind(sandbox, v2, order, kind):
    sandbox.control.fault("AO7", kind, seconds=2, code=50123)
    try:
        response = v2.send("AO7", order)
    except (httpx.RemoteProtocolError, httpx.ReadError):  # as the cut falls before or after a reset
        assert kind == "cut_before"
    else:
        assert "date" in response.headers
        assert told_by(response) == kind
    assert sandbox.control.orders() == []
    assert v2.call("AO7", order)["code"] == 200


def told_by(response: httpx.Response) -> str:
    """Which fault an answer shows."""
    if response.status_code == 429:
        assert response.headers["retry-after"] == "2"
        return "throttle"
    if response.status_code == 500:
        return "http_500"
    if response.headers["content-type"].startswith("text/html"):
        return "html"
    assert response.json()["code"] == 50123
    return "code"


def test_a_cut_after_the_commit_leaves_the_order(sandbox, v2, order):
    sandbox.control.fault("AO7", "cut_after")
    with pytest.raises(httpx.RemoteProtocolError):
        v2.send("AO7", order)
    assert len(sandbox.control.orders()) == 1


def test_a_cut_in_the_middle_leaves_the_order_and_half_an_answer(sandbox, v2, order):
    sandbox.control.fault("AO7", "cut_middle")
    with pytest.raises(httpx.RemoteProtocolError, match="complete message body"):
        v2.send("AO7", order)
    assert len(sandbox.control.orders()) == 1


def test_an_oversized_answer_streams_and_can_be_left(sandbox, v2):
    sandbox.control.fault("AG3", "oversized", times=2)
    asked = ("POST", "/v2/alibaba/product/keywords/query")
    with v2.http.stream(*asked, json=SEARCH, headers=v2.headers()) as answer:
        assert sum(map(len, answer.iter_raw())) > OVERSIZED_BYTES
    with v2.http.stream(*asked, json=SEARCH, headers=v2.headers()) as answer:
        next(answer.iter_raw())
    assert v2.data("AG3", SEARCH)["data"]


def test_faults_wait_in_line_and_can_be_for_all(sandbox, v2):
    sandbox.control.fault("AG3", "code", code=1)
    sandbox.control.fault("AG3", "code", code=2, times=2)
    sandbox.control.fault("*", "code", code=3, times=0)
    assert [v2.call("AG3", SEARCH)["code"] for _ in range(5)] == [1, 2, 2, 3, 3]
    assert v2.call("AK6")["code"] == 3
    sandbox.control.clear()
    assert v2.call("AG3", SEARCH)["code"] == 200
    assert sandbox.control.calls("AG3") == 1


def test_an_unknown_fault_is_told(sandbox):
    with pytest.raises(AssertionError, match="explode"):
        sandbox.control.fault("AG3", "explode")


def test_a_client_that_hangs_up_is_no_fault_of_the_sandbox(sandbox, v2):
    """Were it one, its log record would fail the test."""
    address = urlsplit(sandbox.url)
    headers = {"host": "sandbox", "content-length": "9"} | v2.headers()
    lines = [f"{name}: {value}" for name, value in headers.items()]
    request = "\r\n".join([f"POST {ENDPOINTS['AG3'].route('v2').path} HTTP/1.1", *lines, "", ""])
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(request.encode())
        while not sandbox.control.calls("AG3"):
            continue
