"""What buyers put into their selection and took out of it, kept with carts and orders in the trade file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sourcing_desktop.sandbox.linkedmall.pool import Pooled

_SCHEMA = """
CREATE TABLE IF NOT EXISTS selection (product_id TEXT PRIMARY KEY, selected_at INTEGER);
"""


class Group:
    """The one buyer's selection: a fifth of the pool from the beginning, until it is changed."""

    def __init__(self, trade: sqlite3.Connection) -> None:
        self._trade = trade
        with trade:
            trade.execute(_SCHEMA)

    def changes(self) -> dict[str, int | None]:
        """Since when each product that was moved is in the selection, None for out of it."""
        rows = self._trade.execute("SELECT product_id, selected_at FROM selection")
        return {row["product_id"]: row["selected_at"] for row in rows}

    def selected_at(self, product: Pooled) -> int | None:
        """Since when a product is in the selection, in milliseconds since the epoch."""
        return self.changes().get(product.product_id, product.selected_at)

    def add(self, products: Iterable[Pooled], now: int) -> None:
        """Put products in; what is in already keeps its time."""
        self._write([(each.product_id, now) for each in products if self.selected_at(each) is None])

    def remove(self, products: Iterable[Pooled]) -> None:
        """Take products out."""
        self._write([(each.product_id, None) for each in products])

    def _write(self, rows: list[tuple[str, int | None]]) -> None:
        with self._trade:
            self._trade.executemany("INSERT OR REPLACE INTO selection VALUES (?, ?)", rows)
