"""Orders and their lives: placed, paid, shipped, received, cancelled, by the clock or on command."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.codes import Upstream, refused_upstream
from sourcing_desktop.sandbox.market.catalogue import Catalogue
from sourcing_desktop.sandbox.quote import Quote
from sourcing_desktop.sandbox.refunds import Refund, refunds_of
from sourcing_desktop.sandbox.shelf import Shelf

BUILDING_MS = 2_000
SHIPPING_MS = 120_000
RECEIVING_MS = 600_000
TOO_FAST_MS = 10_000


class State(StrEnum):
    """Where an order is; each platform has its own words for it."""

    BUILDING = "building"
    TO_PAY = "to pay"
    TO_SHIP = "to ship"
    SHIPPED = "shipped"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line as it was bought. `purchase_id` is Taobao's number of it."""

    id: str
    purchase_id: str
    offer_id: str
    sku_id: str
    quantity: int
    unit_fen: int

    @property
    def amount_fen(self) -> int:
        return self.unit_fen * self.quantity


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """One order of one seller. Times are milliseconds; `receiver` is the address as it was sent."""

    id: str
    number: str
    purchase_id: str
    user_id: str
    platform: str
    seller_open_id: str
    state: State
    freight_fen: int
    note: str
    reference: str
    source: str
    receiver: dict[str, Any]
    close_reason: str
    created_at: int
    paid_at: int | None
    sent_at: int | None
    done_at: int | None
    closed_at: int | None
    lines: tuple[PlacedLine, ...]
    refunds: tuple[Refund, ...]

    @property
    def goods_fen(self) -> int:
        return sum(line.amount_fen for line in self.lines)

    @property
    def total_fen(self) -> int:
        return self.goods_fen + self.freight_fen


@dataclass(frozen=True, slots=True)
class Wish:
    """What the buyer sends along with an order."""

    receiver: dict[str, Any]
    note: str = ""
    reference: str = ""
    source: str = ""


class OrderBook:
    """All orders. Writing methods commit nothing; callers wrap them in `with trade:`."""

    def __init__(self, trade: sqlite3.Connection, catalogue: Catalogue, shelf: Shelf, clock: Clock) -> None:
        self._trade = trade
        self._catalogue = catalogue
        self._shelf = shelf
        self._clock = clock

    def place(self, user_id: str, quote: Quote, wish: Wish) -> str:
        """Write an order whose quote has no refusal, take its stock, and answer its id."""
        seller = quote.lines[0].wanted.goods[0].seller
        alibaba = seller.platform == "1688"
        order_id = _new_id(alibaba, user_id)
        self._trade.execute(
            "INSERT INTO trade_order (id, number, purchase_id, user_id, platform, seller_open_id, state,"
            " freight_fen, note, reference, source, receiver, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                order_id,
                order_id if alibaba else _new_id(alibaba, user_id),
                _new_purchase_id(),
                user_id,
                seller.platform,
                seller.open_id,
                State.TO_PAY if alibaba else State.BUILDING,
                quote.freight_fen,
                wish.note,
                wish.reference,
                wish.source,
                json.dumps(wish.receiver),
                self._clock.milliseconds(),
            ),
        )
        for line in quote.lines:
            offer, sku = line.wanted.goods
            self._shelf.take(offer, sku, line.wanted.quantity)
            self._trade.execute(
                "INSERT INTO order_line (id, order_id, purchase_id, offer_id, sku_id, quantity, unit_fen)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    _new_id(alibaba, user_id),
                    order_id,
                    _new_purchase_id(),
                    offer.id,
                    sku.id,
                    line.wanted.quantity,
                    line.unit_fen,
                ),
            )
        return order_id

    def find(self, user_id: str, platform: str, order_id: str) -> PlacedOrder:
        """The order as it is now; refused with ORDER_NOT_EXIST when this buyer has none of that id."""
        found = self.select(
            "user_id = ? AND platform = ? AND ? IN (id, number, purchase_id)", (user_id, platform, order_id)
        )
        if not found:
            raise refused_upstream(Upstream.NO_SUCH_ORDER)
        return found[0]

    def select(
        self, where: str, arguments: Sequence[object], limit: int = -1, offset: int = 0
    ) -> list[PlacedOrder]:
        """Orders that meet an SQL condition as they are now, newest first."""
        self._settle()
        rows = self._trade.execute(
            f"SELECT * FROM trade_order WHERE {where} ORDER BY position DESC LIMIT ? OFFSET ?",
            (*arguments, limit, offset),
        ).fetchall()
        return [self._read(row) for row in rows]

    def count(self, where: str, arguments: Sequence[object]) -> int:
        """How many orders meet an SQL condition now."""
        self._settle()
        row = self._trade.execute(f"SELECT count(*) FROM trade_order WHERE {where}", arguments).fetchone()
        return int(row[0])

    def pay(self, order: PlacedOrder) -> None:
        """Refused with ORDER_STATUS_ERROR unless the order waits for payment."""
        if order.state is not State.TO_PAY:
            raise refused_upstream(Upstream.STATUS_ERROR)
        self._move(order, State.TO_SHIP)

    def cancel(self, order: PlacedOrder, reason: str) -> None:
        """Close an unpaid order and put its stock back. 1688 refuses in the first ten seconds."""
        if order.state not in (State.BUILDING, State.TO_PAY):
            raise refused_upstream(Upstream.STATUS_ERROR)
        if order.platform == "1688" and self._clock.milliseconds() - order.created_at < TOO_FAST_MS:
            raise refused_upstream(Upstream.CLOSED_TOO_FAST)
        self._trade.execute("UPDATE trade_order SET close_reason = ? WHERE id = ?", (reason, order.id))
        self._move(order, State.CANCELLED)
        self.put_back(order, {line.id: line.quantity for line in order.lines})

    def close_refunded(self, order_id: str, at: int) -> None:
        """Close an order all of whose goods were paid back, at that time in milliseconds."""
        self._trade.execute(
            "UPDATE trade_order SET state = ?, closed_at = ?, close_reason = ? WHERE id = ?",
            (State.CANCELLED, at, "refund", order_id),
        )

    def put_back(self, order: PlacedOrder, pieces: Mapping[str, int]) -> None:
        """Put so many pieces of an order's lines, by line id, back into stock."""
        for line in order.lines:
            offer = self._catalogue.offer(line.offer_id)
            sku = next((sku for sku in offer.skus if sku.id == line.sku_id), None) if offer else None
            if offer and sku and line.id in pieces:
                self._shelf.take(offer, sku, -pieces[line.id])

    def advance(self, order: PlacedOrder) -> None:
        """Take the next step of an order's life at once; a finished or closed one stays as it is."""
        following = {
            State.BUILDING: State.TO_PAY,
            State.TO_PAY: State.TO_SHIP,
            State.TO_SHIP: State.SHIPPED,
            State.SHIPPED: State.DONE,
        }
        if order.state in following:
            self._move(order, following[order.state])

    def _move(self, order: PlacedOrder, state: State) -> None:
        column = {
            State.TO_SHIP: "paid_at",
            State.SHIPPED: "sent_at",
            State.DONE: "done_at",
            State.CANCELLED: "closed_at",
        }.get(state)
        self._trade.execute("UPDATE trade_order SET state = ? WHERE id = ?", (state, order.id))
        if column:
            now = self._clock.milliseconds()
            self._trade.execute(f"UPDATE trade_order SET {column} = ? WHERE id = ?", (now, order.id))

    def _settle(self) -> None:
        """Let the time that has passed have its effect."""
        now = self._clock.milliseconds()
        with self._trade:
            self._trade.execute(
                "UPDATE trade_order SET state = ? WHERE state = ? AND created_at <= ?",
                (State.TO_PAY, State.BUILDING, now - BUILDING_MS),
            )
            self._trade.execute(
                "UPDATE trade_order SET state = ?, sent_at = paid_at + ? WHERE state = ? AND paid_at <= ?",
                (State.SHIPPED, SHIPPING_MS, State.TO_SHIP, now - SHIPPING_MS),
            )
            self._trade.execute(
                "UPDATE trade_order SET state = ?, done_at = sent_at + ? WHERE state = ? AND sent_at <= ?",
                (State.DONE, RECEIVING_MS, State.SHIPPED, now - RECEIVING_MS),
            )

    def _read(self, row: sqlite3.Row) -> PlacedOrder:
        lines = self._trade.execute(
            "SELECT * FROM order_line WHERE order_id = ? ORDER BY rowid", (row["id"],)
        )
        values = {name: row[name] for name in row.keys() if name != "position"}  # noqa: SIM118
        values |= {"state": State(row["state"]), "receiver": json.loads(row["receiver"])}
        return PlacedOrder(
            **values,
            lines=tuple(_read_line(line) for line in lines),
            refunds=refunds_of(self._trade, row["id"]),
        )


def _read_line(row: sqlite3.Row) -> PlacedLine:
    return PlacedLine(
        row["id"], row["purchase_id"], row["offer_id"], row["sku_id"], row["quantity"], row["unit_fen"]
    )


def _new_id(alibaba: bool, user_id: str) -> str:
    """Nineteen digits; those of 1688 end in the buyer's tail (contract 1.10)."""
    if alibaba:
        return f"2{secrets.randbelow(10**14):014d}{user_id[-4:]}"
    return f"11{secrets.randbelow(10**17):017d}"


def _new_purchase_id() -> str:
    return f"2000{secrets.randbelow(10**8):08d}"
