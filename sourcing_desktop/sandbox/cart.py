"""The rows of the buyers' carts. Row ids are integers on both platforms (contract AK6, TK1)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sourcing_desktop.sandbox.door.codes import Code, Refused

MOST_PIECES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class CartRow:
    """One SKU in a cart."""

    id: int
    offer_id: str
    sku_id: str
    quantity: int


class Carts:
    """All carts of one platform. Commits every change."""

    def __init__(self, trade: sqlite3.Connection, platform: str) -> None:
        self._trade = trade
        self._platform = platform

    def rows(self, user_id: str) -> list[CartRow]:
        """The buyer's rows, oldest first."""
        found = self._trade.execute(
            "SELECT id, offer_id, sku_id, quantity FROM cart_row WHERE user_id = ? AND platform = ?"
            " ORDER BY id",
            (user_id, self._platform),
        )
        return [CartRow(*row) for row in found]

    def chosen(self, user_id: str, ids: Sequence[str]) -> list[CartRow]:
        """The rows of those ids; refused unless there is at least one and all are there."""
        rows = [row for row in self.rows(user_id) if str(row.id) in ids]
        if not ids or len(rows) != len(set(ids)):
            raise Refused(Code.NOT_FOUND, "cart row")
        return rows

    def add(self, user_id: str, offer_id: str, sku_id: str, quantity: int) -> int:
        """Put a SKU in, or more of it where it already lies; answers the row's id."""
        check_quantity(quantity)
        with self._trade:
            row = self._trade.execute(
                "INSERT INTO cart_row (user_id, platform, offer_id, sku_id, quantity) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (user_id, offer_id, sku_id)"
                " DO UPDATE SET quantity = quantity + excluded.quantity RETURNING id",
                (user_id, self._platform, offer_id, sku_id, quantity),
            ).fetchone()
        return int(row["id"])

    def edit(self, user_id: str, row_id: str, quantity: int) -> None:
        """Set a row's quantity; refused when the buyer has no such row."""
        check_quantity(quantity)
        self.chosen(user_id, [row_id])
        with self._trade:
            self._trade.execute("UPDATE cart_row SET quantity = ? WHERE id = ?", (quantity, row_id))

    def remove(self, user_id: str, ids: Sequence[str]) -> None:
        """Take rows out, as one change with whatever else is under way; the caller commits."""
        for row in self.chosen(user_id, ids):
            self._trade.execute("DELETE FROM cart_row WHERE id = ?", (row.id,))


def check_quantity(quantity: int) -> None:
    """Refused unless it is a number of pieces anybody could mean."""
    if not 0 < quantity <= MOST_PIECES:
        raise Refused(Code.BAD_PARAMETER, "quantity")
