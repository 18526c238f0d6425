"""A real sandbox per test, in a thread on a free port, with one prepared market for the whole run.

`sandbox` is the running server; its `control` scripts what goes wrong. Nothing here knows the program's
own client: `SignedClient` speaks to the server with nothing but headers and JSON.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.warehouse_signature import WAREHOUSE_CODES
from sourcing_desktop.sandbox.door.gatekeeper import Keys
from sourcing_desktop.sandbox.market.catalogue import prepare
from sourcing_desktop.sandbox.server import Sandbox
from tests.support.openapi import Recorder, every_description


class Control:
    """The sandbox's switchboard, for tests."""

    def __init__(self, url: str, token: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/_sandbox", headers={"control-token": token})

    def fault(
        self, endpoint: str, kind: str, *, times: int = 1, seconds: float = 0, code: int | str = 0
    ) -> None:
        """Let the next `times` calls of an endpoint (a code, operation, IMG or *) go wrong; 0 times: all."""
        body = {"endpoint": endpoint, "kind": kind, "times": times, "seconds": seconds, "code": code}
        self._ask("POST", "/faults", body)

    def clear(self) -> None:
        """Forget scripted faults and counted calls."""
        self._ask("DELETE", "/faults")

    def calls(self, endpoint: str) -> int:
        """How often an endpoint was called."""
        return self._ask("GET", "/calls").get(endpoint, 0)

    def need_nonces(self, needed: bool) -> None:
        """Whether requests without a nonce are refused."""
        self._ask("POST", "/nonces", {"needed": needed})

    def set_clock(self, offset_seconds: int) -> None:
        self._ask("POST", "/clock", {"offset_seconds": offset_seconds})

    def let_pass(self, *, days: float = 0, seconds: float = 0) -> None:
        """Let time pass in the market, while the server's clock stays right."""
        self._ask("POST", "/time", {"seconds": round(days * 86_400 + seconds)})

    def set_stock(self, sku_id: str, pieces: int) -> None:
        self._ask("POST", "/stock", {"sku_id": sku_id, "pieces": pieces})

    def set_price(self, offer_id: str, percent: int) -> None:
        """Set the prices of the offer of a v1 number to so many percent of the catalogue's."""
        self._ask("POST", "/price", {"offer_id": offer_id, "percent": percent})

    def refuse(self, code: str, *, offer_id: str = "", order_id: str = "") -> None:
        """Let orders of the offer of a v1 number, or payments of an order, be refused; no longer without a
        code."""
        self._ask("POST", "/refusals", {"code": code, "offer_id": offer_id, "order_id": order_id})

    def orders(self) -> list[dict[str, Any]]:
        """Every order there is, newest first."""
        return self._ask("GET", "/orders")

    def advance(self, order_id: str = "") -> list[dict[str, Any]]:
        """Take the next step of one order's life, or of all."""
        return self._ask("POST", "/orders/advance", {"order_id": order_id})

    def change_total(self, order_id: str, total_fen: int) -> None:
        """Let the seller ask another total for an unpaid order."""
        self._ask("POST", "/orders/price", {"order_id": order_id, "total_fen": total_fen})

    def close_order(self, order_id: str, reason: str = "sellerGoodsLack") -> None:
        """Let the seller close an unpaid order."""
        self._ask("POST", "/orders/close", {"order_id": order_id, "reason": reason})

    def ship(self, order_id: str, parcels: int = 0) -> None:
        """Let the seller ship a paid order now, in so many parcels, or by its size."""
        self._ask("POST", "/orders/ship", {"order_id": order_id, "parcels": parcels})

    def refuse_voucher(self, order_id: str, refused: bool = True) -> None:
        """Script what the finance department says of the vouchers of an order."""
        self._ask("POST", "/orders/voucher", {"order_id": order_id, "refused": int(refused)})

    def refunds(self) -> list[dict[str, Any]]:
        """Every refund there is, newest first."""
        return self._ask("GET", "/refunds")

    def answer_refund(self, refund_id: str, answer: str, **said: str) -> None:
        """Let the seller `agree`, `refuse` (with a `reason`), `want-back` the goods, or `receive` them."""
        self._ask("POST", f"/refunds/{answer}", {"refund_id": refund_id, **said})

    def bookings(self) -> list[dict[str, Any]]:
        """Every booking of freight, newest first."""
        return self._ask("GET", "/bookings")

    def listen(self, url: str, *, held: bool = False) -> None:
        """Push callbacks to a URL from now on; held ones wait for `push` or `tick`."""
        self._ask("POST", "/callbacks", {"url": url, "held": int(held)})

    def messages(self) -> list[dict[str, Any]]:
        """Every callback with what became of it, oldest first."""
        return self._ask("GET", "/callbacks")

    def push(
        self, *, newest_first: bool = False, times: int = 1, again: bool = False
    ) -> list[dict[str, Any]]:
        """Push what is not delivered yet, due or not."""
        body = {"newest_first": int(newest_first), "times": times, "again": int(again)}
        return self._ask("POST", "/callbacks/push", body)

    def tick(self) -> list[dict[str, Any]]:
        """Let everything happen that is due, and push it."""
        return self._ask("POST", "/tick")

    def know(self, user_id: str) -> None:
        """Let another buyer call, too, with the keys of the first."""
        self._ask("POST", "/buyers", {"user_id": user_id})

    def fill(self, user_id: str, sku_id: str, quantity: int) -> int:
        """Put goods into a buyer's cart; the row's id."""
        body = {"user_id": user_id, "sku_id": sku_id, "quantity": quantity}
        return self._ask("POST", "/buyers/cart", body)["id"]

    def show_late(self, user_id: str, milliseconds: int) -> None:
        """Show a buyer's new orders so much later."""
        self.show_orders(user_id, orders_ms=milliseconds)

    def show_orders(self, user_id: str, **how: int | bool) -> None:
        """Show a buyer's orders otherwise: `orders_ms`, `payments_ms`, `most`, `oldest_first`."""
        self._ask("POST", "/buyers/lists", {"user_id": user_id, **how})

    def buy_elsewhere(self, user_id: str, sku_id: str) -> dict[str, Any]:
        """Another computer of the buyer orders what lies of a SKU in the cart."""
        return self._ask("POST", "/buyers/bought", {"user_id": user_id, "sku_id": sku_id})

    def ordered(self, user_id: str) -> list[dict[str, Any]]:
        """A buyer's orders with lines and payments, newest first."""
        return self._ask("POST", "/buyers/orders", {"user_id": user_id})

    def forget_payments(self, forgetful: bool = True) -> None:
        """Let the cashier take money again for what is paid already."""
        self._ask("POST", "/cashier", {"forgetful": forgetful})

    def send(self, verb: str, path: str, content: bytes) -> httpx.Response:
        """Send anything to a command."""
        return self._http.request(verb, path, content=content)

    def close(self) -> None:
        self._http.close()

    def _ask(self, verb: str, path: str, body: object = None) -> Any:
        answer = self._http.request(verb, path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()


@dataclass(frozen=True)
class RunningSandbox:
    """A started sandbox."""

    url: str
    keys: Keys
    control: Control


class SignedClient:
    """Signs and sends, and hands back what came."""

    def __init__(self, url: str, keys: Keys, generation: str = "v2") -> None:
        self.keys = keys
        self.generation = generation
        self.http = httpx.Client(base_url=url, timeout=10)

    def headers(self, *, timestamp: str = "", nonce: str = "", secret: str = "") -> dict[str, str]:
        timestamp = timestamp or str(int(time.time()))
        nonce = nonce or secrets.token_hex(16)
        text = self.keys.access_key + timestamp + nonce + (secret or self.keys.secret)
        return {
            "access-key": self.keys.access_key,
            "timestamp": timestamp,
            "nonce-str": nonce,
            "user-id": self.keys.user_id,
            "signature": hashlib.md5(text.encode()).hexdigest().upper(),
        }

    def send(self, code: str, fields: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
        """Send one call by its code in this client's generation."""
        route = ENDPOINTS[code].route(self.generation)
        signed = self.headers() | headers
        if code in WAREHOUSE_CODES:
            query = {"timestamp": signed.pop("timestamp"), "sign": signed.pop("signature")}
            return self.http.post(route.path, params=query, json=fields or {}, headers=signed)
        if route.verb == "GET":
            sent = dict(fields or {})
            path = re.sub(r"\{(\w+)\}", lambda name: str(sent.pop(name[1])), route.path)
            return self.http.get(path, params=sent, headers=signed)
        return self.http.post(route.path, json=fields or {}, headers=signed)

    def call(self, code: str, fields: dict[str, Any] | None = None) -> Any:
        """The whole answer of one call."""
        answer = self.send(code, fields)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def data(self, code: str, fields: dict[str, Any] | None = None) -> Any:
        """The data of a call that goes well."""
        answer = self.call(code, fields)
        assert answer["code"] == 200, answer
        return answer["data"]

    def close(self) -> None:
        self.http.close()


def market_file(config: pytest.Config) -> Path:
    """Where the market lies: in pytest's cache, for the next run."""
    assert config.cache is not None
    return config.cache.mkdir("sandbox") / "market.db"


@pytest.fixture(scope="session")
def market_path(request: pytest.FixtureRequest) -> Path:
    """The prepared market."""
    path = market_file(request.config)
    prepare(path)
    return path


@pytest.fixture
def sandbox(market_path: Path, qapp: object) -> Iterator[RunningSandbox]:
    """A sandbox with empty carts and no orders, until the end of the test. It draws in a thread of its own,
    so somebody has to be Qt's main thread before: hence `qapp`.

    Whatever the program's client asked it, and whatever it answered to anybody, must be as the OpenAPI
    descriptions say.
    """
    with recorded_sandbox(market_path) as (running, recorder):
        yield running
    problems = recorder.problems()
    assert not problems, "\n".join(["not as docs/openapi describes:", *problems])


@contextmanager
def recorded_sandbox(market_path: Path) -> Iterator[tuple[RunningSandbox, Recorder]]:
    """A running sandbox, and what listens to it."""
    server = Sandbox(market_path, ":memory:")
    config = server._server.config  # nothing else needs the application from outside
    recorder = Recorder(config.app, *every_description())
    config.app = recorder
    thread = threading.Thread(target=server.run, name="sandbox")
    thread.start()
    control = Control(server.url, server.keys.control_token)
    try:
        yield RunningSandbox(server.url, server.keys, control), recorder
    finally:
        control.close()
        server.stop()
        thread.join()
