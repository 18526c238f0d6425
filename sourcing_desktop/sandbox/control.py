"""The switchboard of tests, under `/_sandbox`: faults, clock, stock, prices, orders. No part of the contract.

Requests carry the token printed at the start in the header `control-token`; bodies and answers are JSON.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sourcing_desktop.sandbox.call import Fields, read_body
from sourcing_desktop.sandbox.codes import Refused
from sourcing_desktop.sandbox.faults import Fault, FaultKind, Faults
from sourcing_desktop.sandbox.orders import PlacedOrder
from sourcing_desktop.sandbox.world import World

Command = Callable[[Fields], object]


class Control:
    """The commands, and the routes they are reached by."""

    def __init__(self, world: World, faults: Faults, token: str) -> None:
        self._world = world
        self._faults = faults
        self._token = token

    def routes(self) -> list[Route]:
        commands: list[tuple[str, str, Command]] = [
            ("POST", "/faults", self._add_fault),
            ("DELETE", "/faults", self._clear_faults),
            ("GET", "/calls", self._count_calls),
            ("POST", "/clock", self._set_clock),
            ("POST", "/stock", self._set_stock),
            ("POST", "/price", self._set_price),
            ("GET", "/orders", self._list_orders),
            ("POST", "/orders/advance", self._advance_orders),
        ]
        return [
            Route(f"/_sandbox{path}", self._guarded(command), methods=[verb])
            for verb, path, command in commands
        ]

    def _guarded(self, command: Command) -> Callable[[Request], object]:
        async def answer(request: Request) -> Response:
            token = request.headers.get("control-token", "")
            if not hmac.compare_digest(token.encode(), self._token.encode()):
                return JSONResponse({"error": "wrong control-token"}, 403)
            try:
                return JSONResponse(command(read_body(await request.body())))
            except (Refused, ValueError) as error:
                return JSONResponse({"error": str(error)}, 400)

        return answer

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
        """`offset_seconds` from the machine's clock."""
        self._world.clock.offset = timedelta(seconds=fields.whole("offset_seconds"))
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

    def _list_orders(self, fields: Fields) -> object:
        """Every order there is, newest first."""
        return [_summary(order) for order in self._world.orders.select("TRUE", ())]

    def _advance_orders(self, fields: Fields) -> object:
        """The next step for the order of `order_id`, or for all."""
        order_id = fields.text("order_id")
        orders = self._world.orders.select("? IN ('', id)", (order_id,))
        with self._world.trade:
            for order in orders:
                self._world.orders.advance(order)
        return self._list_orders(fields)


def _summary(order: PlacedOrder) -> dict[str, object]:
    return {
        "id": order.id,
        "platform": order.platform,
        "state": order.state,
        "note": order.note,
        "reference": order.reference,
        "total_fen": order.total_fen,
        "pieces": sum(line.quantity for line in order.lines),
    }
