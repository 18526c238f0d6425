"""What a test script lets the platform refuse against its rules: orders of an offer, payments of an order."""

from __future__ import annotations

import sqlite3

from sourcing_desktop.sandbox.door.codes import Upstream


class Refusals:
    """Refusals by the id of an offer (its v1 number) or of an order; commits nothing."""

    def __init__(self, trade: sqlite3.Connection) -> None:
        self._trade = trade

    def script(self, subject: str, refusal: Upstream | None) -> None:
        """Refuse with that code from now on; no longer with None."""
        self._trade.execute("DELETE FROM refusal WHERE subject = ?", (subject,))
        if refusal:
            self._trade.execute("INSERT INTO refusal VALUES (?, ?)", (subject, refusal))

    def of(self, subject: str) -> Upstream | None:
        """What an offer or an order is refused with, if it is."""
        row = self._trade.execute("SELECT code FROM refusal WHERE subject = ?", (subject,)).fetchone()
        return Upstream(row["code"]) if row else None
