"""What is known of a run when it has ended: what the buyer saw and confirmed, what the gateway has, what the
journal says."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Told = dict[str, Any]


@dataclass(slots=True)
class Deed:
    """The buyer ordered, or paid: what the window then said of each order, and the gateway's orders before
    and after it."""

    kind: str
    outcomes: list[Told]
    before: list[Told]
    after: list[Told]


@dataclass(slots=True)
class Evidence:
    """All of one run. `cart` is what should be ordered: pieces by SKU. `typed` are the pieces the buyer
    typed, by SKU, and what there was before. `elsewhere` are orders another computer made, and `bought` their
    SKUs; `repriced` are orders whose total the seller changed when they were there. `prices_change`: sellers
    changed prices before something was ordered. `lame`: the library could not be written to for a while."""

    confirmed: list[Told] = field(default_factory=list)
    approved: list[Told] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    cart: dict[str, int] = field(default_factory=dict)
    typed: dict[str, tuple[int, int]] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    bought: set[str] = field(default_factory=set)
    repriced: set[str] = field(default_factory=set)
    prices_change: bool = False
    lame: bool = False
    address: dict[str, str] = field(default_factory=dict)
    gateway: list[Told] = field(default_factory=list)
    seen: Told = field(default_factory=dict)
    intents: list[Told] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """Column and what was noticed already while it ran."""

    @property
    def orders(self) -> list[Told]:
        """The gateway's orders that this program made."""
        return [order for order in self.gateway if order["id"] not in self.elsewhere]

    def of_kind(self, kind: str) -> list[Told]:
        """The intents of orders, or of payments."""
        return [intent for intent in self.intents if intent["kind"] == kind]


def journal(library: Path) -> list[Told]:
    """The last turn of every intent, read from the file itself, and whether it was ever sent."""
    with closing(sqlite3.connect(library)) as file:
        file.row_factory = sqlite3.Row
        turns: dict[str, list[sqlite3.Row]] = {}
        for row in file.execute("SELECT * FROM journal ORDER BY id"):
            turns.setdefault(row["reference"], []).append(row)
    return [
        {
            "reference": reference,
            "kind": rows[0]["kind"],
            "draft": json.loads(rows[0]["draft"]),
            "state": rows[-1]["state"],
            "order_ids": json.loads(rows[-1]["order_ids"]),
            "explanation": rows[-1]["explanation"],
            "sent": any(row["state"] == "sending" for row in rows),
            "turns": [
                f"{row['at']} {row['state']}: {row['explanation']} ({row['evidence']})" for row in rows
            ],
        }
        for reference, rows in turns.items()
    ]


def bugs(log: Path) -> list[str]:
    """What the program itself took for a bug, from its log: the last line of each traceback."""
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    return [_last_line(part) for part in re.split(r" ERROR [\w.]+: ", text)[1:]]


def _last_line(record: str) -> str:
    lines = [line for line in record.splitlines() if line and not line.startswith((" ", "Traceback"))]
    return " / ".join(lines[:1] + lines[1:2])
