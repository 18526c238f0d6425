"""Commands of the switchboard about buyers: who may call, their carts, their orders and what they paid."""

from __future__ import annotations

from sourcing_desktop.sandbox.cart import CartRow, Carts
from sourcing_desktop.sandbox.control.commands import Row, at_least, switched
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.gatekeeper import Gatekeeper
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder, Wish
from sourcing_desktop.sandbox.orders.quote import Wanted, quote
from sourcing_desktop.sandbox.orders.showing import Showing
from sourcing_desktop.sandbox.world import World

ELSEWHERE = {"country": "中国", "state": "浙江省", "city": "金华市", "name": "The other computer"}
"""Where orders of another computer go."""
NUMBERS = ("orders_ms", "payments_ms", "most")


class BuyerCommands:
    """One sandbox serves many buyers at a time, each with a cart and orders of their own."""

    def __init__(self, world: World, gatekeeper: Gatekeeper) -> None:
        self._world = world
        self._gatekeeper = gatekeeper

    def rows(self) -> list[Row]:
        return [
            ("POST", "/buyers", self._know),
            ("POST", "/buyers/cart", self._fill),
            ("POST", "/buyers/bought", self._buy),
            ("POST", "/buyers/lists", self._list),
            ("POST", "/buyers/orders", self._ordered),
            ("POST", "/cashier", self._forget),
        ]

    def _know(self, fields: Fields) -> object:
        """`user_id` may call from now on, with the keys of the first buyer."""
        self._gatekeeper.know(fields.needed("user_id"))
        return {}

    def _fill(self, fields: Fields) -> object:
        """`quantity` pieces of `sku_id` more in the cart of `user_id`, as another computer would put them."""
        offer = self._world.catalogue.by_sku(fields.needed("sku_id"))
        if offer is None:
            raise ValueError("no such SKU")
        carts = self._world.alibaba_carts if offer.platform == "1688" else self._world.taobao_carts
        user_id, pieces = fields.needed("user_id"), fields.whole("quantity")
        return {"id": carts.add(user_id, offer.id, fields.needed("sku_id"), pieces)}

    def _buy(self, fields: Fields) -> object:
        """Another computer of `user_id` orders what lies of `sku_id` in the cart; the order as told below."""
        user_id, sku_id = fields.needed("user_id"), fields.needed("sku_id")
        for carts in (self._world.alibaba_carts, self._world.taobao_carts):
            for row in carts.rows(user_id):
                if row.sku_id == sku_id:
                    return self._told(self._bought(user_id, row, carts))
        raise ValueError("no such row in the cart")

    def _bought(self, user_id: str, row: CartRow, carts: Carts) -> PlacedOrder:
        quoted = quote([Wanted(*self._world.line_of(row), row.quantity)], ELSEWHERE["state"])
        if quoted.refusal:
            raise ValueError(f"the order is refused: {quoted.refusal}")
        with self._world.trade:
            order_id = self._world.orders.place(user_id, quoted, Wish({**ELSEWHERE}))
            carts.remove(user_id, [str(row.id)])
        return self._world.orders.of_id(order_id)

    def _list(self, fields: Fields) -> object:
        """How `user_id` is shown orders: new ones `orders_ms` late and payments `payments_ms`, in lists and
        one by one; at `most` so many on a page; `oldest_first`."""
        numbers = {name: at_least(0, fields.whole(name, 0), name) for name in NUMBERS}
        oldest_first = fields.text("oldest_first") != "" and switched(fields, "oldest_first")
        self._world.orders.show(fields.needed("user_id"), Showing(**numbers, oldest_first=oldest_first))
        return {}

    def _ordered(self, fields: Fields) -> object:
        """All orders of `user_id`, late ones too, with lines and every payment; newest first."""
        orders = self._world.orders.select("user_id = ?", (fields.needed("user_id"),))
        return [self._told(order) for order in orders]

    def _forget(self, fields: Fields) -> object:
        """`forgetful`: whether the cashier takes money again for what is paid already."""
        self._world.orders.forgetful = switched(fields, "forgetful")
        return {}

    def _told(self, order: PlacedOrder) -> dict[str, object]:
        return {
            "id": order.id,
            "number": order.number,
            "platform": order.platform,
            "state": order.state,
            "reference": order.reference or order.note,
            "note": order.note,
            "receiver": order.receiver,
            "total_fen": order.total_fen,
            "lines": [_line(line) for line in order.open_lines],
            "paid": self._world.orders.money_taken(order.id),
        }


def _line(line: PlacedLine) -> dict[str, object]:
    return {"offer_id": line.offer_id, "sku_id": line.sku_id, "quantity": line.quantity}
