"""The vectors of pictures, as one engine describes them. Those of another engine are worth nothing."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

from sourcing_desktop.storage.seen.recording import picture_of
from sourcing_desktop.storage.seen.rows import all_numbers

CHUNK = 4096
"""Vectors read at once."""


def engine(connection: sqlite3.Connection) -> str:
    """The engine whose vectors are kept; empty when there never was one."""
    row = connection.execute("SELECT value FROM choices WHERE name = 'engine'").fetchone()
    return row[0] if row else ""


def change_engine(connection: sqlite3.Connection, new: str) -> None:
    """Drop the vectors of any other engine, so that every picture is described anew. One that could not be
    is no better for another."""
    if engine(connection) == new:
        return
    connection.execute("DELETE FROM vectors")
    connection.execute(
        """INSERT OR IGNORE INTO to_describe SELECT number FROM offers
           WHERE number NOT IN (SELECT number FROM undescribable)"""
    )
    connection.execute("INSERT OR REPLACE INTO choices VALUES ('engine', ?)", (new,))


def undescribed(connection: sqlite3.Connection, most: int) -> list[tuple[int, str]]:
    """Offers without a vector and the address of their picture, those found last first."""
    rows = connection.execute(
        "SELECT number, offer FROM to_describe JOIN cards USING (number) ORDER BY number DESC LIMIT ?",
        (most,),
    )
    return [(number, picture_of(card) or "") for number, card in rows]


def keep(connection: sqlite3.Connection, described: Iterable[tuple[int, bytes]]) -> list[int]:
    """Keep vectors of offers that are still known; an empty one says that the picture cannot be described.
    The numbers of those offers."""
    kept: list[int] = []
    for number, vector in described:
        if connection.execute("SELECT 1 FROM offers WHERE number = ?", (number,)).fetchone() is None:
            continue
        kept.append(number)
        connection.execute("DELETE FROM to_describe WHERE number = ?", (number,))
        if vector:
            connection.execute("DELETE FROM undescribable WHERE number = ?", (number,))
            connection.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?)", (number, vector))
        else:
            connection.execute("INSERT OR IGNORE INTO undescribable VALUES (?)", (number,))
    return kept


def chunk(connection: sqlite3.Connection, after: int) -> tuple[array[int], bytes]:
    """The next vectors above a number, one behind the other, and whose they are."""
    asked = "SELECT number, vector FROM vectors WHERE number > ? ORDER BY number LIMIT ?"
    rows = connection.execute(asked, (after, CHUNK)).fetchall()
    return array("q", (number for number, _ in rows)), b"".join(vector for _, vector in rows)


def some(connection: sqlite3.Connection, wanted: Iterable[int]) -> dict[int, bytes]:
    """The vectors of those offers that have one, and empty ones of those that cannot be described."""
    listed = ",".join(str(int(number)) for number in wanted)
    rows = connection.execute(
        f"""SELECT number, vector FROM vectors WHERE number IN ({listed}) UNION ALL
            SELECT number, x'' FROM undescribable WHERE number IN ({listed})"""
    )
    return dict(rows.fetchall())


def described(connection: sqlite3.Connection) -> array[int]:
    """The numbers of all offers with a vector, in order. The vectors themselves are not read."""
    return all_numbers(
        connection,
        """SELECT number FROM offers NOT INDEXED WHERE number NOT IN (SELECT number FROM to_describe)
           AND number NOT IN (SELECT number FROM undescribable) ORDER BY number""",
    )


def count_described(connection: sqlite3.Connection) -> int:
    """How many offers have a vector."""
    every, waiting, never = (
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("offers", "to_describe", "undescribable")
    )
    return int(every - waiting - never)
