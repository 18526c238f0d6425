"""Commands of the switchboard about orders: what sellers and the finance department do, and the callbacks."""

from __future__ import annotations

from collections.abc import Iterable

from sourcing_desktop.sandbox.callbacks import Callbacks, loopback_url
from sourcing_desktop.sandbox.control.commands import Row, order_of
from sourcing_desktop.sandbox.door.call import Fields
from sourcing_desktop.sandbox.door.codes import Upstream, refused_upstream
from sourcing_desktop.sandbox.events import Message
from sourcing_desktop.sandbox.orders.order import UNPAID, Change, PlacedOrder
from sourcing_desktop.sandbox.orders.parcels import MOST_PARCELS
from sourcing_desktop.sandbox.world import World

MOST_REPEATS = 10


class OrderCommands:
    """What happens to orders without the buyer. All of them answer the list of orders, newest first."""

    def __init__(self, world: World) -> None:
        self._world = world

    def rows(self) -> list[Row]:
        return [
            ("GET", "/orders", self._list),
            ("POST", "/orders/advance", self._advance),
            ("POST", "/orders/price", self._change_price),
            ("POST", "/orders/close", self._close),
            ("POST", "/orders/ship", self._ship),
            ("POST", "/orders/voucher", self._script_voucher),
        ]

    def _list(self, fields: Fields) -> object:
        """Every order there is."""
        return [_summary(order) for order in self._world.orders.select("TRUE", ())]

    def _advance(self, fields: Fields) -> object:
        """The next step of a good life at once, for the order of `order_id` or for all."""
        every = self._world.orders.select("TRUE", ())
        orders = [order_of(self._world, fields)] if fields.text("order_id") else every
        with self._world.trade:
            for order in orders:
                self._world.orders.advance(order)
        return self._list(fields)

    def _change_price(self, fields: Fields) -> object:
        """The seller asks `total_fen` for the unpaid order of `order_id`."""
        order, total = order_of(self._world, fields), fields.whole("total_fen")
        with self._world.trade:
            self._world.orders.change_price(order, total)
        return self._list(fields)

    def _close(self, fields: Fields) -> object:
        """The seller closes the unpaid order of `order_id`; `reason` is `sellerGoodsLack` if not given."""
        order = order_of(self._world, fields)
        if order.state not in UNPAID:
            raise refused_upstream(Upstream.STATUS_ERROR)
        with self._world.trade:
            reason = fields.text("reason", "sellerGoodsLack")
            self._world.orders.close(order, reason, Change.CLOSED_BY_SELLER)
        return self._list(fields)

    def _ship(self, fields: Fields) -> object:
        """The seller ships the paid order of `order_id` now, in `parcels` parcels if that is given."""
        order, parcels = order_of(self._world, fields), fields.whole("parcels", 0)
        if not 0 <= parcels <= MOST_PARCELS:
            raise ValueError(f"parcels is not a number up to {MOST_PARCELS}")
        with self._world.trade:
            self._world.orders.ship(order, parcels or None)
        return self._list(fields)

    def _script_voucher(self, fields: Fields) -> object:
        """The finance department will refuse (`refused` 1) vouchers of the order of `order_id`, or not."""
        order, refused = order_of(self._world, fields), bool(fields.whole("refused", 1))
        with self._world.trade:
            self._world.orders.script_voucher(order, refused)
        return self._list(fields)


class CallbackCommands:
    """Who listens for callbacks, and what is pushed when. All of them answer messages, oldest first."""

    def __init__(self, world: World, callbacks: Callbacks) -> None:
        self._events = world.events
        self._callbacks = callbacks

    def rows(self) -> list[Row]:
        return [
            ("GET", "/callbacks", self._list),
            ("POST", "/callbacks", self._listen),
            ("POST", "/callbacks/push", self._push),
            ("POST", "/tick", self._tick),
        ]

    def _list(self, fields: Fields) -> object:
        """Every message told since somebody listens, with what became of it."""
        return [_told(message) for message in self._events.all()]

    def _listen(self, fields: Fields) -> object:
        """Push to `url` on this machine from now on, nowhere if it is empty; `held` 1 waits for orders."""
        url = fields.text("url")
        self._events.listen(loopback_url(url) if url else "", held=bool(fields.whole("held", 0)))
        return self._list(fields)

    async def _push(self, fields: Fields) -> object:
        """Push what is not delivered yet, whether due or not: `newest_first` 1 in the wrong order, `times`
        more than once, `again` 1 the delivered ones too."""
        times = fields.whole("times", 1)
        if not 1 <= times <= MOST_REPEATS:
            raise ValueError(f"times is not a number from 1 to {MOST_REPEATS}")
        newest_first, again = fields.whole("newest_first", 0), fields.whole("again", 0)

        def chosen() -> Iterable[Message]:
            messages = self._events.all() if again else self._events.waiting()
            ordered = messages[::-1] if newest_first else messages
            return [message for message in ordered for _ in range(times)]

        await self._callbacks.push(chosen)
        return self._list(fields)

    async def _tick(self, fields: Fields) -> object:
        """Let everything happen that is due by now, and push what is to be pushed."""
        await self._callbacks.tick()
        return self._list(fields)


def _summary(order: PlacedOrder) -> dict[str, object]:
    return {
        "id": order.id,
        "platform": order.platform,
        "state": order.state,
        "note": order.note,
        "reference": order.reference,
        "total_fen": order.total_fen,
        "pieces": sum(line.quantity for line in order.open_lines),
    }


def _told(message: Message) -> dict[str, object]:
    return {
        "id": message.id,
        "platform": message.platform,
        "type": message.kind,
        "body": message.body,
        "told_at": message.told_at,
        "tries": message.tries,
        "outcome": message.outcome,
        "waiting": message.due_at is not None,
    }
