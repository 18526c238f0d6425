"""Commands of the switchboard about buyers: who may call, their carts, their orders and what they paid."""

from __future__ import annotations

from sourcing_desktop.sandbox.control.commands import Row, at_least, switched
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.gatekeeper import Gatekeeper
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.world import World


class BuyerCommands:
    """One sandbox serves many buyers at a time, each with a cart and orders of their own."""

    def __init__(self, world: World, gatekeeper: Gatekeeper) -> None:
        self._world = world
        self._gatekeeper = gatekeeper

    def rows(self) -> list[Row]:
        return [
            ("POST", "/buyers", self._know),
            ("POST", "/buyers/cart", self._fill),
            ("POST", "/buyers/late", self._be_late),
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

    def _be_late(self, fields: Fields) -> object:
        """New orders of `user_id` are shown so many `milliseconds` late, in lists and one by one."""
        late = at_least(0, fields.whole("milliseconds"), "milliseconds")
        self._world.orders.let_be_late(fields.needed("user_id"), late)
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
            "total_fen": order.total_fen,
            "lines": [_line(line) for line in order.open_lines],
            "paid": self._world.orders.money_taken(order.id),
        }


def _line(line: PlacedLine) -> dict[str, object]:
    return {"offer_id": line.offer_id, "sku_id": line.sku_id, "quantity": line.quantity}
