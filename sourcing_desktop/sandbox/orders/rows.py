"""Orders and their lines in the trade file: written, changed and read back. Knows no rule of the trade."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Sequence
from typing import Any

from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder, State, Wish
from sourcing_desktop.sandbox.orders.quote import Quote
from sourcing_desktop.sandbox.refunds.refund import refunds_of


class OrderRows:
    """The rows of all orders; commits nothing."""

    def __init__(self, trade: sqlite3.Connection) -> None:
        self._trade = trade

    def add(self, user_id: str, quote: Quote, wish: Wish, created_at: int) -> str:
        """Write an order whose quote has no refusal, and answer its new id."""
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
            created_at=created_at,
        )
        for line in quote.lines:
            offer, sku = line.wanted.goods
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
        return order_id

    def select(
        self,
        where: str,
        arguments: Sequence[object],
        limit: int = -1,
        offset: int = 0,
        *,
        oldest_first: bool = False,
    ) -> list[PlacedOrder]:
        """Orders that meet an SQL condition, newest first unless told otherwise."""
        direction = "ASC" if oldest_first else "DESC"
        rows = self._trade.execute(
            f"SELECT * FROM trade_order WHERE {where} ORDER BY position {direction} LIMIT ? OFFSET ?",
            (*arguments, limit, offset),
        ).fetchall()
        return [self._read(row) for row in rows]

    def count(self, where: str, arguments: Sequence[object]) -> int:
        """How many orders meet an SQL condition."""
        row = self._trade.execute(f"SELECT count(*) FROM trade_order WHERE {where}", arguments).fetchone()
        return int(row[0])

    def of_id(self, order_id: str) -> PlacedOrder:
        """The order of that id; IndexError when there is none."""
        return self.select("id = ?", (order_id,))[0]

    def first_due(self, now: int) -> tuple[str, int] | None:
        """Id and moment of the order for which something was due first, up to now."""
        row = self._trade.execute(
            "SELECT id, due_at FROM trade_order WHERE due_at <= ? ORDER BY due_at, position LIMIT 1", (now,)
        ).fetchone()
        return (row["id"], row["due_at"]) if row else None

    def change(self, order_id: str, **values: object) -> None:
        """Set columns of an order."""
        self._update("trade_order", order_id, values)

    def change_line(self, line_id: str, **values: object) -> None:
        """Set columns of a line."""
        self._update("order_line", line_id, values)

    def take_money(self, order_id: str, fen: int, moment: int) -> None:
        """Write down that a buyer paid."""
        self._insert("money_taken", order_id=order_id, fen=fen, at=moment)

    def money_taken(self, order_id: str) -> list[int]:
        """What was taken for an order, in fen, payment by payment."""
        rows = self._trade.execute(
            "SELECT fen FROM money_taken WHERE order_id = ? ORDER BY rowid", (order_id,)
        )
        return [int(row["fen"]) for row in rows]

    def _insert(self, table: str, **values: object) -> None:
        marks = ", ".join("?" * len(values))
        self._trade.execute(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )

    def _update(self, table: str, row_id: str, values: dict[str, object]) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        self._trade.execute(f"UPDATE {table} SET {columns} WHERE id = ?", (*values.values(), row_id))

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
