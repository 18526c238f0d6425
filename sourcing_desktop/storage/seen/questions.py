"""Looks into the library of what was seen: which offers fit a query, in what order, and how they looked."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.seen import (
    LibrarySize,
    PriceChange,
    SeenBefore,
    SeenOffer,
    SeenQuery,
)
from sourcing_desktop.storage.seen.recording import key
from sourcing_desktop.storage.seen.rows import SEEN_OFFERS, all_numbers, seen_offers, to_money, to_time
from sourcing_desktop.storage.seen.statements import in_order, source
from sourcing_desktop.storage.seen.vectors import count_described
from sourcing_desktop.storage.seen.words import question


def numbers(connection: sqlite3.Connection, query: SeenQuery) -> array[int]:
    """The numbers of all offers that fit, in order."""
    return all_numbers(connection, *in_order(query))


def total(connection: sqlite3.Connection, query: SeenQuery) -> int:
    """How many offers fit."""
    which, values = source(query)
    return int(connection.execute(f"SELECT count(*) {which}", values).fetchone()[0])


def offers(connection: sqlite3.Connection, wanted: Sequence[int], told: set[int]) -> tuple[SeenOffer, ...]:
    """The offers of these numbers, in that order; those that are unknown or cannot be read are left out."""
    listed = ",".join(str(int(number)) for number in wanted)
    found = seen_offers(connection.execute(f"{SEEN_OFFERS} WHERE offers.number IN ({listed})"), told)
    return tuple(found[number] for number in wanted if number in found)


def first(
    connection: sqlite3.Connection, query: SeenQuery, most: int, told: set[int]
) -> tuple[int, tuple[SeenOffer, ...]]:
    """How many offers fit, and the first of them."""
    if question(query.words):  # to find them is all the work, so it is done once
        every = numbers(connection, query)
        return len(every), offers(connection, every[:most], told)
    asked, values = in_order(query)
    rows = connection.execute(f"{asked} LIMIT ?", [*values, most])
    return total(connection, query), offers(connection, [number for (number,) in rows], told)


def history(connection: sqlite3.Connection, ref: OfferRef) -> tuple[PriceChange, ...]:
    """What an offer cost from when on, the earliest first; nothing of an unknown one."""
    found = "SELECT number, first_seen, currency, price, stock FROM offers WHERE " + IS_REF
    first = connection.execute(found, key(ref)).fetchone()
    if first is None:
        return ()
    asked = "SELECT at, currency, price, stock FROM prices WHERE number = ? ORDER BY at"
    rows = connection.execute(asked, (first[0],)).fetchall() or [first[1:]]
    return tuple(
        PriceChange(to_time(at), to_money(price, currency), stock) for at, currency, price, stock in rows
    )


def numbers_of(connection: sqlite3.Connection, refs: Iterable[OfferRef]) -> dict[OfferRef, int]:
    """The numbers of those offers that are known."""
    asked = "SELECT number FROM offers WHERE " + IS_REF
    found = ((ref, connection.execute(asked, key(ref)).fetchone()) for ref in refs)
    return {ref: row[0] for ref, row in found if row is not None}


def seen_before(
    connection: sqlite3.Connection, refs: Iterable[OfferRef], before: int
) -> dict[OfferRef, SeenBefore]:
    """Of the offers seen before that time: when last, their lowest price and seller then."""
    marks: dict[OfferRef, SeenBefore] = {}
    for ref in refs:
        row = connection.execute(SEEN_BEFORE, (*key(ref), before)).fetchone()
        if row is not None:
            number, last, currency, lowest, seller = row
            if last >= before:
                last, currency, lowest = _until(connection, number, before, currency, lowest)
            marks[ref] = SeenBefore(ref, to_time(last), to_money(lowest, currency), seller)
    return marks


def sellers(connection: sqlite3.Connection, most: int) -> tuple[tuple[str, int], ...]:
    """The sellers with most offers."""
    rows = connection.execute(
        """SELECT name, count(*) AS offers FROM offers JOIN sellers ON sellers.number = seller
           WHERE name != '' GROUP BY seller ORDER BY offers DESC, name LIMIT ?""",
        (most,),
    )
    return tuple(rows)


def categories(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """The categories offers were found in, with how many; most first."""
    rows = connection.execute(
        """SELECT category, count(*) AS offers FROM offers WHERE category != ''
           GROUP BY category ORDER BY offers DESC, category"""
    )
    return tuple(rows)


def searches(connection: sqlite3.Connection, most: int) -> list[tuple[str, str, str, int, int]]:
    """What offers were found by last, how many by each and when last; latest first."""
    return connection.execute(
        """SELECT found_in, text, category, offers, last FROM searches JOIN
           (SELECT search, count(*) AS offers, max(last) AS last FROM found GROUP BY search)
           ON search = number ORDER BY last DESC, number DESC LIMIT ?""",
        (most,),
    ).fetchall()


def size(connection: sqlite3.Connection, folder: Path) -> LibrarySize:
    """How much there is, with everything in the folder."""
    counted, opened = (
        connection.execute(f"SELECT count(*) FROM offers {condition}").fetchone()[0]
        for condition in ("", "WHERE opened_at IS NOT NULL")
    )
    return LibrarySize(counted, opened, count_described(connection), _bytes_in(folder))


def _bytes_in(folder: Path) -> int:
    found = 0
    for entry in os.scandir(folder):
        with contextlib.suppress(FileNotFoundError):  # a file of the index may just have been replaced
            found += entry.stat().st_size
    return found


IS_REF = "offer_id = ? AND platform = ? AND generation = ?"

SEEN_BEFORE = f"""SELECT offers.number, last_seen, currency, lowest, name
    FROM offers JOIN sellers ON sellers.number = seller WHERE {IS_REF} AND first_seen < ?"""


def _until(
    connection: sqlite3.Connection, number: int, before: int, currency: str | None, lowest: int | None
) -> tuple[int, str | None, int | None]:
    """When an offer was seen last before a time, and its lowest price until then, as well as can be told."""
    last = connection.execute(
        """SELECT max(CASE WHEN last < ?1 THEN last WHEN first < ?1 THEN first END) FROM found
           WHERE number = ?2""",
        (before, number),
    ).fetchone()[0]
    then = connection.execute(
        """SELECT currency, price FROM prices WHERE number = ? AND at < ? AND price IS NOT NULL
           ORDER BY at DESC""",
        (number, before),
    ).fetchall()
    if not then:
        return last, currency, lowest
    return last, then[0][0], min(price for each, price in then if each == then[0][0])
