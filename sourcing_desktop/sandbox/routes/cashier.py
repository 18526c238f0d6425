"""The page that stands for the platform's cashier: whoever opens it can pay the order with one click."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sourcing_desktop.sandbox.door.codes import Refused, Upstream, refused_upstream
from sourcing_desktop.sandbox.orders.order import PlacedOrder, State
from sourcing_desktop.sandbox.shapes.amounts import yuan_text
from sourcing_desktop.sandbox.world import World

_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Sandbox cashier</title></head>
<body style="font-family:sans-serif;margin:4rem auto;max-width:28rem"><h1>Sandbox cashier</h1>
<p>{text}</p>{form}<p><small>Nothing is really bought here.</small></p></body></html>"""


class Cashier:
    """Shows what is to be paid on GET, takes the money on POST."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def answer(self, request: Request) -> Response:
        orders = self._world.orders
        try:
            order = self._order(request.query_params.get("orderId", ""))
            if request.method == "POST":
                with self._world.trade:
                    orders.pay(order)
                order = self._order(order.id)
        except Refused as refusal:
            return HTMLResponse(_PAGE.format(text=escape(refusal.detail), form=""), 404)
        text = f"Order {order.id}, {yuan_text(order.total_fen)} yuan: {order.state}."
        form = '<form method="post"><button>Pay</button></form>' if order.state is State.TO_PAY else ""
        return HTMLResponse(_PAGE.format(text=text, form=form))

    def _order(self, order_id: str) -> PlacedOrder:
        found = self._world.orders.select("platform = '1688' AND id = ?", (order_id,))
        if not found:
            raise refused_upstream(Upstream.NO_SUCH_ORDER)
        return found[0]
