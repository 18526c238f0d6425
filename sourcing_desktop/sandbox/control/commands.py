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

from sourcing_desktop.sandbox.door.call import Fields, read_body
from sourcing_desktop.sandbox.door.codes import Refused
from sourcing_desktop.sandbox.door.faults import Fault, FaultKind, Faults
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
        except (Refused, ValueError) as error:
            return JSONResponse({"error": str(error)}, 400)

    return answer


class MarketCommands:
    """What goes wrong with calls, what time it is, and what stands on the shelf."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults

    def rows(self) -> list[Row]:
        return [
            ("POST", "/faults", self._add_fault),
            ("DELETE", "/faults", self._clear_faults),
            ("GET", "/calls", self._count_calls),
            ("POST", "/clock", self._set_clock),
            ("POST", "/time", self._pass_time),
            ("POST", "/stock", self._set_stock),
            ("POST", "/price", self._set_price),
        ]

    def _add_fault(self, fields: Fields) -> object:
        """`endpoint` (a code, `IMG` or `*`), `kind`, `times` (0: always), `seconds`, `code`."""
        fault = Fault(
            FaultKind(fields.needed("kind")),
            times=fields.whole("times", 1),
            seconds=float(fields.text("seconds", "0")),
            code=fields.whole("code", 0),
        )
        self._faults.script(fields.needed("endpoint"), fault)
        return {}

    def _clear_faults(self, fields: Fields) -> object:
        """Forget scripted faults and counted calls."""
        self._faults.clear()
        return {}

    def _count_calls(self, fields: Fields) -> object:
        """How often each endpoint was called."""
        return dict(self._faults.calls)

    def _set_clock(self, fields: Fields) -> object:
        """`offset_seconds` from the machine's clock: what clients see of the server's time."""
        self._world.clock.offset = _duration(fields, "offset_seconds")
        return {}

    def _pass_time(self, fields: Fields) -> object:
        """`seconds` more that have passed in the market; the server's own time stays."""
        self._world.clock.passed += _duration(fields, "seconds")
        self._world.settle()
        return {}

    def _set_stock(self, fields: Fields) -> object:
        """`sku_id`, `pieces`."""
        offer = self._world.catalogue.by_sku(fields.needed("sku_id"))
        if offer is None:
            raise ValueError("no such SKU")
        with self._world.trade:
            self._world.shelf.set_stock(offer.id, fields.needed("sku_id"), fields.whole("pieces"))
        return {}

    def _set_price(self, fields: Fields) -> object:
        """`offer_id` (the v1 number), `percent` of the catalogue's prices."""
        with self._world.trade:
            self._world.shelf.set_percent(fields.needed("offer_id"), fields.whole("percent"))
        return {}


def _duration(fields: Fields, name: str) -> timedelta:
    seconds = fields.whole(name)
    if abs(seconds) > LONGEST_SECONDS:
        raise ValueError(f"{name} is more than a hundred years")
    return timedelta(seconds=seconds)
