"""The book of all orders: placed and changed by buyers, sellers and the time that passes."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.codes import Upstream, refused_upstream
from sourcing_desktop.sandbox.lives import PAYING, SHIPPING, Step, forced_step, own_step
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.order_news import OrderNews
from sourcing_desktop.sandbox.orders import (
    ON_THE_WAY,
    PAYABLE,
    UNPAID,
    Change,
    PlacedLine,
    PlacedOrder,
    State,
    Wish,
)
from sourcing_desktop.sandbox.quote import Quote
from sourcing_desktop.sandbox.refunds import Refund, Whereabouts, refunds_of
from sourcing_desktop.sandbox.shelf import Shelf

TOO_FAST_MS = 10_000

_TIMES = {
    State.CHECKING: "voucher_at",
    State.ACCEPTED: "paid_at",
    State.TO_SHIP: "paid_at",
    State.SHIPPED: "sent_at",
    State.SIGNED: "signed_at",
    State.CONFIRMED: "confirmed_at",
    State.DONE: "done_at",
    State.CANCELLED: "closed_at",
}


class OrderBook:
    """All orders. Writing methods commit nothing: callers wrap them in `with trade:`, and read outside it."""

    def __init__(
        self, trade: sqlite3.Connection, catalogue: Catalogue, shelf: Shelf, clock: Clock, news: OrderNews
    ) -> None:
        self._trade = trade
        self._catalogue = catalogue
        self._shelf = shelf
        self._clock = clock
        self._news = news

    def place(self, user_id: str, quote: Quote, wish: Wish) -> str:
        """Write an order whose quote has no refusal, take its stock, and answer its id."""
        seller = quote.lines[0].wanted.goods[0].seller
        alibaba = seller.platform == "1688"
        order_id = _new_id(alibaba, user_id)
        self._insert(
            "trade_order",
            id=order_id,
            number=order_id if alibaba else _new_id(alibaba, user_id),
            purchase_id=_new_purchase_id(),
            user_id=user_id,
            platform=seller.platform,
            seller_open_id=seller.open_id,
            state=State.TO_PAY if alibaba else State.BUILDING,
            freight_fen=quote.freight_fen,
            note=wish.note,
            reference=wish.reference,
            source=wish.source,
            receiver=json.dumps(wish.receiver),
            created_at=self._clock.milliseconds(),
        )
        for line in quote.lines:
            offer, sku = line.wanted.goods
            self._shelf.take(offer, sku, line.wanted.quantity)
            self._insert(
                "order_line",
                id=_new_id(alibaba, user_id),
                order_id=order_id,
                purchase_id=_new_purchase_id(),
                offer_id=offer.id,
                sku_id=sku.id,
                quantity=line.wanted.quantity,
                unit_fen=line.unit_fen,
            )
        self._changed(order_id, Change.CREATED, self._clock.milliseconds())
        return order_id

    def find(self, user_id: str, platform: str, order_id: str) -> PlacedOrder:
        """The order as it is now. Refused with ORDER_NOT_EXIST when there is none of that id, and with 400_3
        when it is somebody else's."""
        found = self.select("platform = ? AND ? IN (id, number, purchase_id)", (platform, order_id))
        if not found:
            raise refused_upstream(Upstream.NO_SUCH_ORDER)
        if found[0].user_id != user_id:
            raise refused_upstream(Upstream.NOT_YOURS)
        return found[0]

    def select(
        self, where: str, arguments: Sequence[object], limit: int = -1, offset: int = 0
    ) -> list[PlacedOrder]:
        """Orders that meet an SQL condition as they are now, newest first."""
        self.settle()
        rows = self._trade.execute(
            f"SELECT * FROM trade_order WHERE {where} ORDER BY position DESC LIMIT ? OFFSET ?",
            (*arguments, limit, offset),
        ).fetchall()
        return [self._read(row) for row in rows]

    def count(self, where: str, arguments: Sequence[object]) -> int:
        """How many orders meet an SQL condition now."""
        self.settle()
        row = self._trade.execute(f"SELECT count(*) FROM trade_order WHERE {where}", arguments).fetchone()
        return int(row[0])

    def settle(self) -> None:
        """Let the time that has passed have its effect, in the order in which things were due."""
        now = self._clock.milliseconds()
        due = "SELECT id, due_at FROM trade_order WHERE due_at <= ? ORDER BY due_at, position LIMIT 1"
        while row := self._trade.execute(due, (now,)).fetchone():
            order = self.of_id(row["id"])
            step = own_step(order)
            if step is None:
                raise LookupError(f"order {order.id} is due, but nothing follows {order.state}")
            with self._trade:
                self._take(order, step[1], row["due_at"])

    def pay(self, order: PlacedOrder) -> None:
        """Refused with ORDER_STATUS_ERROR unless the order waits for payment."""
        if order.state not in PAYABLE:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._take(order, PAYING, self._clock.milliseconds())

    def send_voucher(self, order: PlacedOrder) -> None:
        """Pay by a transfer whose proof somebody has to check. Refused unless the order waits for payment."""
        if order.state not in PAYABLE:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._take(order, Step(State.CHECKING, Change.VOUCHER_SENT), self._clock.milliseconds())

    def script_voucher(self, order: PlacedOrder, refused: bool) -> None:
        """Decide beforehand what becomes of the next voucher of an order."""
        self._set(order, voucher_refused=refused)

    def cancel(self, order: PlacedOrder, reason: str) -> None:
        """Close an unpaid order for the buyer. 1688 refuses in the first ten seconds."""
        if order.state not in UNPAID:
            raise refused_upstream(Upstream.STATUS_ERROR)
        if order.platform == "1688" and self._clock.milliseconds() - order.created_at < TOO_FAST_MS:
            raise refused_upstream(Upstream.CLOSED_TOO_FAST)
        self.close(order, reason, Change.CLOSED_BY_BUYER)

    def cancel_lines(self, order: PlacedOrder, lines: Sequence[PlacedLine], reason: str) -> None:
        """Close some lines of an unpaid order, and the order with the last of them."""
        if set(lines) >= set(order.open_lines):
            return self.cancel(order, reason)
        if order.state not in UNPAID:
            raise refused_upstream(Upstream.STATUS_ERROR)
        now = self._clock.milliseconds()
        for line in lines:
            self._trade.execute("UPDATE order_line SET closed_at = ? WHERE id = ?", (now, line.id))
        self._put_back(order, {line.id: line.quantity for line in lines})
        self._changed(order.id, Change.CLOSED_BY_BUYER, now)

    def close(self, order: PlacedOrder, reason: str, change: Change) -> None:
        """Close an order, whatever its state, and put its stock back."""
        self._set(order, close_reason=reason)
        self._take(order, Step(State.CANCELLED, change), self._clock.milliseconds())

    def refund_moved(self, refund: Refund, moment: int) -> None:
        """Take notice of a refund as it is now. An open one holds its order up, unshipped goods that were
        paid back are on sale again, and an unfinished order is closed when all its goods were; the refund
        tells."""
        order = self.of_id(refund.order_id)
        if refund.paid_back and refund.claim.whereabouts is Whereabouts.UNSHIPPED:
            self._put_back(order, refund.claim.pieces)
        back = sum(each.claim.goods_fen for each in order.refunds if each.paid_back)
        if refund.paid_back and back >= order.goods_fen and not order.done_at:
            self._set(order, state=State.CANCELLED, closed_at=moment, close_reason="refund", due_at=None)
        else:
            step = own_step(order)
            self._set(order, due_at=max(step[0], moment) if step else None)

    def _put_back(self, order: PlacedOrder, pieces: Mapping[str, int]) -> None:
        """Put so many pieces of an order's lines, by line id, back into stock."""
        for line in order.lines:
            offer = self._catalogue.offer(line.offer_id)
            sku = next((sku for sku in offer.skus if sku.id == line.sku_id), None) if offer else None
            if offer and sku and line.id in pieces:
                self._shelf.take(offer, sku, -pieces[line.id])

    def ship(self, order: PlacedOrder, parcels: int | None = None) -> None:
        """Ship a paid order now, in so many parcels if that is given. Refused for any other order."""
        if order.state is not State.TO_SHIP:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._set(order, parcels=parcels)
        self._take(order, SHIPPING, self._clock.milliseconds())

    def confirm(self, order: PlacedOrder, lines: Iterable[PlacedLine]) -> None:
        """Note that the buyer has received these lines; with the last of them the order is confirmed."""
        if order.state not in ON_THE_WAY:
            raise refused_upstream(Upstream.STATUS_ERROR)
        now, received = self._clock.milliseconds(), {line.id for line in lines}
        for line_id in received:
            self._trade.execute("UPDATE order_line SET received_at = ? WHERE id = ?", (now, line_id))
        if all(line.received_at or line.id in received for line in order.open_lines):
            self._take(order, Step(State.CONFIRMED, Change.CONFIRMED), now)

    def change_price(self, order: PlacedOrder, total_fen: int) -> None:
        """Let the seller ask another total for an unpaid order; the freight stays. ValueError for a total
        that does not even cover the freight."""
        if order.state not in PAYABLE:
            raise refused_upstream(Upstream.STATUS_ERROR)
        left = total_fen - order.freight_fen
        if left < 0:
            raise ValueError(f"total_fen is below the freight of {order.freight_fen}")
        prices = [line.unit_fen * line.quantity for line in order.open_lines]
        for position, line in enumerate(order.open_lines):
            share = left * prices[position] // max(1, sum(prices[position:]))
            left -= share
            change = share - prices[position]
            self._trade.execute("UPDATE order_line SET change_fen = ? WHERE id = ?", (change, line.id))
        self._changed(order.id, Change.PRICED, self._clock.milliseconds())

    def move_warehouse(self, order: PlacedOrder, name: str, address: str) -> None:
        """Send an order that has not left yet to another forwarding warehouse."""
        if order.state not in UNPAID | {State.ACCEPTED, State.TO_SHIP}:
            raise refused_upstream(Upstream.STATUS_ERROR)
        changed = order.warehouse | {
            key: value for key, value in (("name", name), ("address", address)) if value
        }
        self._set(order, warehouse=json.dumps(changed, ensure_ascii=False))

    def advance(self, order: PlacedOrder) -> None:
        """Take the next step of an order's life at once; a finished or closed one stays as it is."""
        if step := forced_step(order):
            self._take(order, step, self._clock.milliseconds())

    def _take(self, order: PlacedOrder, step: Step, moment: int) -> None:
        self._trade.execute("UPDATE trade_order SET state = ? WHERE id = ?", (step.state, order.id))
        if column := _TIMES.get(step.state):
            kept = f"coalesce({column}, ?)" if step.state is State.TO_SHIP else "?"
            self._trade.execute(f"UPDATE trade_order SET {column} = {kept} WHERE id = ?", (moment, order.id))
        if step.state is State.CANCELLED:
            self._put_back(order, {line.id: line.quantity for line in order.open_lines})
        self._changed(order.id, step.change, moment)

    def _changed(self, order_id: str, change: Change, moment: int) -> None:
        """Work out what an order does next by itself, and tell what happened to it."""
        order = self.of_id(order_id)
        step = own_step(order)
        self._set(order, due_at=step[0] if step else None)
        self._news.tell(order, change, moment)

    def _insert(self, table: str, **values: object) -> None:
        marks = ", ".join("?" * len(values))
        self._trade.execute(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )

    def _set(self, order: PlacedOrder, **values: object) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        self._trade.execute(f"UPDATE trade_order SET {columns} WHERE id = ?", (*values.values(), order.id))

    def of_id(self, order_id: str) -> PlacedOrder:
        """The order of that id as it stands in the book, whatever is due."""
        return self._read(
            self._trade.execute("SELECT * FROM trade_order WHERE id = ?", (order_id,)).fetchone()
        )

    def _read(self, row: sqlite3.Row) -> PlacedOrder:
        rows = self._trade.execute("SELECT * FROM order_line WHERE order_id = ? ORDER BY rowid", (row["id"],))
        lines = tuple(PlacedLine(**_values(line, "order_id")) for line in rows)
        read = {
            "state": State(row["state"]),
            "receiver": json.loads(row["receiver"]),
            "warehouse": json.loads(row["warehouse"]),
            "voucher_refused": bool(row["voucher_refused"]),
        }
        return PlacedOrder(
            **_values(row, "position", "due_at") | read,
            lines=lines,
            refunds=refunds_of(self._trade, row["id"]),
        )


def _values(row: sqlite3.Row, *without: str) -> dict[str, Any]:
    return {name: row[name] for name in row.keys() if name not in without}  # noqa: SIM118


def _new_id(alibaba: bool, user_id: str) -> str:
    """Nineteen digits; those of 1688 end in the buyer's tail (contract 1.10)."""
    if alibaba:
        return f"2{secrets.randbelow(10**14):014d}{user_id[-4:]}"
    return f"11{secrets.randbelow(10**17):017d}"


def _new_purchase_id() -> str:
    return f"2000{secrets.randbelow(10**8):08d}"
