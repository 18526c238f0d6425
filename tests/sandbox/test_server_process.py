"""The sandbox as a process: what it prints, how fast it is there, and that it ends with its parent."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from sourcing_desktop.sandbox.preparation import prepare_market
from sourcing_desktop.sandbox.trade import open_trade
from tests.sandbox.conftest import Goods, cargo, order_1688
from tests.support.sandbox import Control, SignedClient

PARENT = """
import subprocess, sys, time
sandbox = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=sys.stdout)
time.sleep(600)
"""


def command(market: Path, trade: str) -> list[str]:
    return [sys.executable, "-m", "sourcing_desktop.sandbox", "--catalogue", str(market), "--trade", trade]


def announced(process: subprocess.Popen[str]) -> dict[str, str]:
    """The line with the address; steps of preparing come before it."""
    while True:
        line = json.loads(process.stdout.readline())
        if "preparing" not in line:
            return line


def client_of(line: dict[str, str]) -> SignedClient:
    return SignedClient(line["url"], SimpleNamespace(**line))


@pytest.fixture
def start() -> Iterator:
    """Start a process with pipes; killed at the end of the test if it still runs."""
    started: list[subprocess.Popen[str]] = []

    def start(arguments: list[str]) -> subprocess.Popen[str]:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(arguments, text=True, **pipes)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_one_line_says_all_a_client_needs(start, market_path):
    process = start(command(market_path, ":memory:"))
    line = announced(process)
    own = {"access_key", "secret", "user_id", "control_token"}
    assert set(line) == {"url", *own, "linkedmall_key", "linkedmall_secret"}
    assert line["url"].startswith("http://127.0.0.1:")
    assert (len(line["access_key"]), len(line["user_id"])) == (32, 13)
    client = client_of(line)
    assert client.data("AG3", {"keyword": "bag", "pageSize": 1, "country": "en"})["data"]
    client.close()


def test_it_comes_back_where_it_was_unless_somebody_else_is_there(start, market_path, tmp_path):
    """Pictures kept on disk and on the shortlist are known by their addresses."""
    again = [*command(market_path, ":memory:"), "--port-file", str(tmp_path / "port.txt")]
    first = start(again)
    url = announced(first)["url"]
    with httpx.Client() as client:
        assert client.get(f"{url}/nowhere").status_code == 404  # a connection that is closed by the server
        first.communicate()
    second = start(again)
    assert announced(second)["url"] == url
    assert announced(start(again))["url"] != url
    (tmp_path / "port.txt").write_text("far too much 99999999")
    assert announced(start(again))["url"]


def test_it_ends_quietly_when_its_input_ends(start, market_path):
    process = start(command(market_path, ":memory:"))
    client = client_of(announced(process))
    rows = client.data("AG7", {"beginPage": 1, "pageSize": 20, "language": "en"})
    urls = [row["imageUrl"].replace(".jpg", ".100x100.jpg") for row in rows]
    with ThreadPoolExecutor(4) as threads:
        assert all(answer.status_code == 200 for answer in threads.map(client.http.get, urls))
    client.close()
    _, errors = process.communicate("", timeout=10)
    assert (process.returncode, errors) == (0, "")


def test_it_ends_while_it_still_prepares(start, tmp_path):
    process = start(command(tmp_path / "market.db", ":memory:"))
    assert json.loads(process.stdout.readline()) == {"preparing": "market"}
    process.communicate("", timeout=10)
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
def test_it_ends_when_its_parent_is_killed(start, market_path):
    parent = start([sys.executable, "-c", PARENT, *command(market_path, ":memory:")])
    url = announced(parent)["url"]
    assert httpx.get(url).status_code == 404
    parent.send_signal(signal.SIGKILL)
    parent.stdout.read()  # returns once the sandbox, which shares it, has ended too
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_orders_and_the_time_that_passed_outlive_the_process(start, market_path, tmp_path, goods: Goods):
    offer = goods.plain()
    trade = str(tmp_path / "trade.db")
    first = start(command(market_path, trade))
    line = announced(first)
    client = client_of(line)
    order_id = client.data("AO7", order_1688(cargo(client, offer, offer.moq)))["orderId"]
    client.close()
    control = Control(line["url"], line["control_token"])
    control.let_pass(days=1)
    control.let_pass(days=1)
    control.close()
    first.communicate("", timeout=10)
    line = announced(start(command(market_path, trade)))
    control, client = Control(line["url"], line["control_token"]), client_of(line)
    assert [order["id"] for order in control.orders()] == [order_id]
    detail = client.data("AG1", cargo(client, offer, 1))
    assert detail["productSkuInfos"][0]["amountOnSale"] == offer.skus[0].stock - offer.moq
    control.let_pass(days=2)
    assert control.orders()[0]["state"] == "to pay"
    control.let_pass(days=1)
    assert control.orders()[0]["state"] == "cancelled"
    control.close()
    client.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs Unix signals")
def test_ctrl_c_ends_it_quietly(start, market_path):
    process = start(command(market_path, ":memory:"))
    client = client_of(announced(process))
    client.data("AK6")
    client.close()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (0, "")


def test_trade_with_another_market_is_forgotten(tmp_path):
    path = str(tmp_path / "new folder" / "trade.db")
    for edition, rows in ((1, 0), (1, 1), (2, 0)):
        trade = open_trade(path, edition)
        with trade:
            assert len(trade.execute("SELECT * FROM stock").fetchall()) == rows
            trade.execute("INSERT OR REPLACE INTO stock VALUES ('offer', 'sku', 1)")
        trade.close()


def test_what_is_missing_is_made_step_by_step(market_path, tmp_path):
    steps = prepare_market(tmp_path / "market.db")
    assert next(steps) == "market"
    steps.close()
    assert list(prepare_market(market_path)) == []
