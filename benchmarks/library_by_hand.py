"""The library of what was seen as one would ask it with sqlite3 and nothing else, in plain statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenOffer, Sighting
from sourcing_desktop.storage.seen.words import searchable

FACTS = """SELECT offers.number, first_seen, last_seen, offers.times, currency, lowest, opened_at, ordered_at,
    offer, found_in, text, searches.category FROM offers JOIN cards ON cards.number = offers.number
    JOIN searches ON searches.number = search"""
decode = msgspec.json.Decoder(Offer).decode


class ByHand:
    """One connection, with the caches of ours."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(
            folder / "offers.sqlite", isolation_level=None, check_same_thread=False
        )
        self._connection.execute("PRAGMA cache_size = -64000")
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        self._connection.close()

    def first(
        self, where: str, order: str, values: tuple[object, ...], most: int
    ) -> tuple[int, list[SeenOffer]]:
        """How many fit, and the first of them."""
        run = self._connection.execute
        total = run(f"SELECT count(*) FROM offers WHERE {where}", values).fetchone()[0]
        rows = run(f"SELECT number FROM offers WHERE {where} ORDER BY {order} LIMIT ?", (*values, most))
        return total, self.offers([number for (number,) in rows])

    def numbers(self, where: str, order: str, values: tuple[object, ...]) -> list[int]:
        """The numbers of all that fit."""
        rows = self._connection.execute(f"SELECT number FROM offers WHERE {where} ORDER BY {order}", values)
        return [number for (number,) in rows]

    def offers(self, numbers: Sequence[int]) -> list[SeenOffer]:
        """The offers of these numbers, in that order."""
        listed = ",".join("?" * len(numbers))
        asked = f"{FACTS} WHERE offers.number IN ({listed})"
        found = {row[0]: _offer(*row) for row in self._connection.execute(asked, numbers)}
        return [found[number] for number in numbers if number in found]

    def record(self, page: Sequence[Sighting]) -> None:
        """Write a page of new offers down, as one search found it."""
        run, encode = self._connection.execute, msgspec.json.encode
        run("BEGIN IMMEDIATE")
        found_by = page[0].found_by
        search = run("SELECT number FROM searches WHERE text = ?", (found_by.text,)).fetchone()[0]
        for sighting in page:
            offer, at = sighting.offer, round(sighting.at.timestamp() * 1_000_000)
            seller = run("SELECT number FROM sellers WHERE name = ?", (offer.shop_name,)).fetchone()[0]
            ref, price = offer.ref, offer.price.minor if offer.price else None
            number = run(
                """INSERT INTO offers (platform, generation, offer_id, seller, category, search, first_seen,
                   last_seen, times, currency, price, lowest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)""",
                (
                    *(ref.platform.value, ref.generation, ref.id, seller, found_by.category_id, search),
                    *(at, at, offer.price and offer.price.currency, price, price),
                ),
            ).lastrowid
            run("INSERT INTO cards VALUES (?, ?)", (number, encode(offer)))
            run("INSERT INTO found VALUES (?, ?, ?, ?, 1)", (search, number, at, at))
            run("INSERT INTO to_describe VALUES (?)", (number,))
            texts = (offer.title.original, offer.title.translated, offer.shop_name, found_by.text)
            text = searchable("\n".join(text for text in texts if text))
            run("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))
        run("COMMIT")


def _offer(
    number: int,
    first: int,
    last: int,
    times: int,
    currency: Any,
    lowest: Any,
    opened: Any,
    ordered: Any,
    offer: bytes,
    found_in: str,
    text: str,
    category: str,
) -> SeenOffer:
    return SeenOffer(
        number,
        decode(offer),
        _time(first),
        _time(last),
        times,
        FoundBy(FoundIn(found_in), text, category),
        lowest if lowest is None else Money(lowest, currency),
        opened if opened is None else _time(opened),
        ordered if ordered is None else _time(ordered),
    )  # fmt: skip


def _time(microseconds: int) -> datetime:
    return datetime.fromtimestamp(microseconds / 1_000_000, UTC)
