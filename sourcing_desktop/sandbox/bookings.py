"""Freight that was previewed and booked, and the parcels that are on their way to the warehouse for it."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sourcing_desktop.sandbox.clock import Clock
from sourcing_desktop.sandbox.door.codes import Code, Refused

VALID_MS = 86_400_000
"""How long a preview may be booked (invented)."""


@dataclass(frozen=True, slots=True)
class FreightItem:
    """So many pieces of a SKU, by supply-side ids, and the service that is to take them."""

    item_id: str
    sku_id: str
    quantity: int
    service_id: str
    fen: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What sending some goods costs; it may be booked once until `valid_until`, in milliseconds."""

    id: str
    items: tuple[FreightItem, ...]
    fen: int
    valid_until: int


class Bookings:
    """All previews and bookings of all buyers. Commits every change."""

    def __init__(self, trade: sqlite3.Connection, clock: Clock) -> None:
        self._trade = trade
        self._clock = clock

    def preview(self, user_id: str, items: tuple[FreightItem, ...]) -> Preview:
        """Remember what was priced; its id begins with `FF` as the documented one does."""
        now, preview_id = self._clock.milliseconds(), f"FF{secrets.randbelow(10**16):016d}"
        fen = sum(item.fen for item in items)
        listed = json.dumps([[item.item_id, item.sku_id, item.quantity, item.service_id] for item in items])
        with self._trade:
            self._trade.execute(
                "INSERT INTO freight_preview VALUES (?, ?, ?, ?, ?)", (preview_id, user_id, listed, fen, now)
            )
        return Preview(preview_id, items, fen, now + VALID_MS)

    def open_preview(self, user_id: str, preview_id: str) -> Preview:
        """A preview that can still be booked; refused when there is none."""
        row = self._trade.execute(
            "SELECT * FROM freight_preview WHERE id = ? AND user_id = ?"
            " AND id NOT IN (SELECT preview_id FROM booking)",
            (preview_id, user_id),
        ).fetchone()
        if row is None or row["created_at"] + VALID_MS < self._clock.milliseconds():
            raise Refused(Code.NOT_FOUND, "renderId")
        items = tuple(FreightItem(*values) for values in json.loads(row["items"]))
        return Preview(row["id"], items, row["fen"], row["created_at"] + VALID_MS)

    def book(
        self,
        user_id: str,
        preview: Preview,
        platform_order: str,
        receiver: Mapping[str, str | None],
        remark: str,
    ) -> str:
        """Order what was previewed, and answer the booking's id: a small number."""
        with self._trade:
            row = self._trade.execute(
                "INSERT INTO booking (preview_id, user_id, platform_order_id, receiver, remark, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                (
                    preview.id,
                    user_id,
                    platform_order,
                    json.dumps(dict(receiver)),
                    remark,
                    self._clock.milliseconds(),
                ),
            ).fetchone()
        return str(row["id"])

    def announce(self, user_id: str, booking_id: str, parcels: list[dict[str, Any]]) -> None:
        """Note the parcels on their way for a booking, instead of those noted before. Refused when the buyer
        has no such booking."""
        with self._trade:
            changed = self._trade.execute(
                "UPDATE booking SET parcels = ? WHERE CAST(id AS TEXT) = ? AND user_id = ?",
                (json.dumps(parcels), booking_id, user_id),
            )
        if changed.rowcount == 0:
            raise Refused(Code.NOT_FOUND, "orderId")

    def goods(self, user_id: str, booking_id: str) -> set[tuple[str, str]]:
        """Supply-side ids of item and SKU of all a booking sends; none when the buyer has no such booking."""
        row = self._trade.execute(
            "SELECT items FROM freight_preview JOIN booking ON preview_id = freight_preview.id"
            " WHERE CAST(booking.id AS TEXT) = ? AND booking.user_id = ?",
            (booking_id, user_id),
        ).fetchone()
        return {(item_id, sku_id) for item_id, sku_id, *_ in json.loads(row["items"])} if row else set()

    def all(self) -> list[dict[str, Any]]:
        """Every booking with its parcels, the newest first."""
        rows = self._trade.execute("SELECT * FROM booking ORDER BY id DESC")
        return [
            {
                "id": str(row["id"]),
                "preview_id": row["preview_id"],
                "platform_order_id": row["platform_order_id"],
                "parcels": json.loads(row["parcels"]),
            }
            for row in rows
        ]
