"""The switchboard of tests, under `/_sandbox`. No part of the contract.

Requests carry the token printed at the start in the header `control-token`; bodies and answers are JSON. What
each command takes is told where it is written, and all of them are listed in docs/sandbox.md.
"""

from __future__ import annotations

import hmac
import inspect
from collections.abc import Callable, Iterable
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.sandbox.door.call import Fields, read_body
from sourcing_desktop.sandbox.door.codes import Refused, Upstream
from sourcing_desktop.sandbox.door.faults import EVERYTHING, PICTURES, Fault, FaultKind, Faults
from sourcing_desktop.sandbox.door.gatekeeper import Gatekeeper
from sourcing_desktop.sandbox.orders.order import PlacedOrder
from sourcing_desktop.sandbox.query_picture import file_of
from sourcing_desktop.sandbox.world import World

Command = Callable[[Fields], object]
"""Answers something JSON can say, or an awaitable of it."""
Row = tuple[str, str, Command]
"""Verb, path and command."""

LONGEST_SECONDS = 100 * 365 * 86_400
"""That a clock may be moved."""


def control_routes(token: str, rows: Iterable[Row]) -> list[Route]:
    """The routes that the commands are reached by."""
    return [
        Route(f"/_sandbox{path}", _guarded(token, command), methods=[verb]) for verb, path, command in rows
    ]


def _guarded(token: str, command: Command) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        sent = request.headers.get("control-token", "")
        if not hmac.compare_digest(sent.encode(), token.encode()):
            return JSONResponse({"error": "wrong control-token"}, 403)
        try:
            said = command(read_body(await request.body()))
            return JSONResponse(await said if inspect.isawaitable(said) else said)
        except Refused as refusal:
            return JSONResponse({"error": refusal.message}, 400)
        except ValueError as error:
            return JSONResponse({"error": str(error)}, 400)

    return answer


class MarketCommands:
    """What goes wrong with calls, what time it is, and what stands on the shelf."""

    def __init__(self, world: World, faults: Faults, gatekeeper: Gatekeeper) -> None:
        self._world = world
        self._faults = faults
        self._gatekeeper = gatekeeper

    def rows(self) -> list[Row]:
        return [
            ("POST", "/faults", self._add_fault),
            ("DELETE", "/faults", self._clear_faults),
            ("GET", "/calls", self._count_calls),
            ("POST", "/nonces", self._need_nonces),
            ("POST", "/clock", self._set_clock),
            ("POST", "/time", self._pass_time),
            ("POST", "/stock", self._set_stock),
            ("POST", "/price", self._set_price),
            ("POST", "/refusals", self._refuse),
            ("POST", "/likeness", self._likeness),
        ]

    def _add_fault(self, fields: Fields) -> object:
        """`endpoint` (a code, an operation, `IMG` or `*`), `kind`, `times` (0: always), `seconds`, `code`."""
        endpoint, kind = fields.needed("endpoint"), fields.needed("kind")
        if endpoint not in (*ENDPOINTS, *OPERATIONS, PICTURES, EVERYTHING):
            raise ValueError(f"endpoint is no code, operation, {PICTURES} or {EVERYTHING}: {endpoint}")
        if kind not in list(FaultKind):
            raise ValueError(f"kind is none of {', '.join(FaultKind)}: {kind}")
        if endpoint not in OPERATIONS:
            fields.whole("code", 0)
        fault = Fault(
            FaultKind(kind),
            times=at_least(0, fields.whole("times", 1), "times"),
            seconds=_seconds(fields),
            code=fields.text("code", "0"),
        )
        self._faults.script(endpoint, fault)
        return {}

    def _clear_faults(self, fields: Fields) -> object:
        """Forget scripted faults and counted calls."""
        self._faults.clear()
        return {}

    def _count_calls(self, fields: Fields) -> object:
        """How often each endpoint was called."""
        return dict(self._faults.calls)

    def _need_nonces(self, fields: Fields) -> object:
        """`needed`: whether requests without a nonce are refused."""
        self._gatekeeper.nonce_needed = switched(fields, "needed")
        return {}

    def _set_clock(self, fields: Fields) -> object:
        """`offset_seconds` from the machine's clock: what clients see of the server's time."""
        self._world.clock.offset = _duration(fields, "offset_seconds")
        return {}

    def _pass_time(self, fields: Fields) -> object:
        """`seconds` more that have passed in the market; the server's own time stays."""
        passed = _duration(fields, "seconds")
        at_least(0, fields.whole("seconds"), "seconds")
        self._world.clock.let_pass(passed)
        self._world.settle()
        return {}

    def _set_stock(self, fields: Fields) -> object:
        """`sku_id`, `pieces`."""
        pieces = at_least(0, fields.whole("pieces"), "pieces")
        offer = self._world.catalogue.by_sku(fields.needed("sku_id"))
        if offer is None:
            raise ValueError("no such SKU")
        with self._world.trade:
            self._world.shelf.set_stock(offer.id, fields.needed("sku_id"), pieces)
        return {}

    def _set_price(self, fields: Fields) -> object:
        """`offer_id` (the v1 number), `percent` of the catalogue's prices."""
        offer_id, percent = fields.needed("offer_id"), at_least(1, fields.whole("percent"), "percent")
        if self._world.catalogue.offer(offer_id) is None:
            raise ValueError("no such offer")
        with self._world.trade:
            self._world.shelf.set_percent(offer_id, percent)
        return {}

    def _refuse(self, fields: Fields) -> object:
        """Orders of `offer_id` (the v1 number), or payments of `order_id`, are refused with `code`; no longer
        without one."""
        offer_id, code = fields.text("offer_id"), fields.text("code")
        if code not in ("", *Upstream):
            raise ValueError(f"code is none of {', '.join(Upstream)}: {code}")
        if offer_id and self._world.catalogue.offer(offer_id) is None:
            raise ValueError("no such offer")
        subject = offer_id or order_of(self._world, fields).id
        with self._world.trade:
            self._world.refusals.script(subject, Upstream(code) if code else None)
        return {}

    async def _likeness(self, fields: Fields) -> object:
        """What a search with `imageBase64`, in its box `region`, goes by: offers by v1 number, each with the
        cosine of its picture and this one. The contract has no field for it."""
        file = file_of(fields.needed("imageBase64"))
        return (await self._world.picture_search.find(file, fields.text("region"))).alike


def order_of(world: World, fields: Fields) -> PlacedOrder:
    """The order of `order_id`; ValueError when there is none."""
    found = world.orders.select("id = ?", (fields.needed("order_id"),))
    if not found:
        raise ValueError("no such order")
    return found[0]


def at_least(least: int, number: int, name: str) -> int:
    """The number; ValueError for a smaller one."""
    if number < least:
        raise ValueError(f"{name} is below {least}: {number}")
    return number


def switched(fields: Fields, name: str) -> bool:
    """A field that is true or false; ValueError for anything else."""
    text = fields.needed(name).lower()
    if text not in ("true", "false"):
        raise ValueError(f"{name} is neither true nor false: {text}")
    return text == "true"


def _seconds(fields: Fields) -> float:
    """`seconds`, also parts of one; ValueError for what nobody can wait."""
    text = fields.text("seconds", "0")
    try:
        seconds = float(text)
    except ValueError as error:
        raise ValueError(f"seconds is no number: {text}") from error
    if not 0 <= seconds <= LONGEST_SECONDS:
        raise ValueError(f"seconds is not between 0 and {LONGEST_SECONDS}: {text}")
    return seconds


def _duration(fields: Fields, name: str) -> timedelta:
    seconds = fields.whole(name)
    if abs(seconds) > LONGEST_SECONDS:
        raise ValueError(f"{name} is more than a hundred years")
    return timedelta(seconds=seconds)
