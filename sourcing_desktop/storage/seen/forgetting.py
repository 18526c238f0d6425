"""Takes offers out of the library, whole or in part, a portion at a time so that nobody waits long."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.seen import FoundBy, SeenQuery
from sourcing_desktop.storage.seen import questions
from sourcing_desktop.storage.seen.recording import index_words, key, text_of
from sourcing_desktop.storage.seen.statements import search_key

PORTION = 500
"""Offers forgotten in one transaction; some 50 ms."""

TABLES = ("cards", "details", "found", "prices", "vectors", "to_describe", "undescribable", "offers")

FORGET_ROW = "DELETE FROM found WHERE number = ? AND search = ?"


class Everything(NamedTuple):
    """The numbers of all offers, the highest ever given, and what the buyer chose."""

    numbers: array[int]
    last: int
    wishes: list[tuple[str, str]]


def portions(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    """The numbers, a transaction's worth at a time."""
    return (numbers[begin : begin + PORTION] for begin in range(0, len(numbers), PORTION))


def forget(connection: sqlite3.Connection, numbers: Sequence[int]) -> array[int]:
    """Take these offers out; the numbers of those that were in."""
    listed = ",".join(str(int(number)) for number in numbers)
    gone = _numbers(connection.execute(f"SELECT number FROM offers WHERE number IN ({listed})"))
    for number in gone:
        index_words(connection, number, text_of(connection, number), "")
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE number IN ({listed})")
    return gone


def forget_unused(connection: sqlite3.Connection) -> None:
    """Drop names of sellers and texts of searches that no offer has any more."""
    connection.execute(
        "DELETE FROM searches WHERE NOT EXISTS (SELECT 1 FROM found WHERE search = searches.number)"
    )
    connection.execute(
        "DELETE FROM sellers WHERE NOT EXISTS (SELECT 1 FROM offers WHERE seller = sellers.number)"
    )


def of_search(connection: sqlite3.Connection, found_by: FoundBy) -> tuple[array[int], array[int]]:
    """What only this search found, and what others found too."""
    row = connection.execute(
        "SELECT number FROM searches WHERE found_in = ? AND text = ? AND category = ?",
        search_key(found_by),
    ).fetchone()
    by_others = (
        "EXISTS (SELECT 1 FROM found AS other WHERE other.number = mine.number AND other.search != ?1)"
    )
    alone, shared = (
        _numbers(
            connection.execute(f"SELECT number FROM found AS mine WHERE search = ?1 AND {which}", row or (0,))
        )
        for which in (f"NOT {by_others}", by_others)
    )
    return alone, shared


def unfind(connection: sqlite3.Connection, numbers: Iterable[int], found_by: FoundBy) -> None:
    """Forget that this search found these offers; others did as well."""
    search = connection.execute(
        "SELECT number FROM searches WHERE found_in = ? AND text = ? AND category = ?",
        search_key(found_by),
    ).fetchone()[0]
    for number in numbers:
        before = text_of(connection, number)
        connection.execute(FORGET_ROW, (number, search))
        _tell_anew(connection, number, before)


def of_period(connection: sqlite3.Connection, since: int, until: int) -> tuple[array[int], array[int]]:
    """What was seen, opened and ordered in the period only, and what was then but also at another time."""
    period = {"since": since, "until": until}
    alone = _numbers(
        connection.execute(
            """SELECT number FROM offers WHERE last_seen >= :since AND last_seen < :until
               AND first_seen >= :since
               AND (opened_at IS NULL OR (opened_at >= :since AND opened_at < :until))
               AND (ordered_at IS NULL OR (ordered_at >= :since AND ordered_at < :until))""",
            period,
        )
    )
    touched = _numbers(
        connection.execute(
            """SELECT number FROM found WHERE (first >= :since AND first < :until)
               OR (last >= :since AND last < :until)
               UNION SELECT number FROM offers WHERE opened_at >= :since AND opened_at < :until
               UNION SELECT number FROM offers WHERE ordered_at >= :since AND ordered_at < :until
               UNION SELECT number FROM prices WHERE at >= :since AND at < :until""",
            period,
        )
    )
    only_then = set(alone)
    return alone, array("q", (number for number in touched if number not in only_then))


def shorten(connection: sqlite3.Connection, numbers: Iterable[int], since: int, until: int) -> None:
    """Forget what is known of these offers from the period.

    A search keeps its first or last sighting when only the other one lies in the period; of those between
    nobody knows the times, so they are forgotten too. One that was not in the period at either end stays as
    it is. Opening, ordering and prices then are forgotten; how the offer looked last is not. An offer that
    was only opened or ordered at another time counts as seen at that one.
    """
    for number in numbers:
        before = text_of(connection, number)
        row = {"number": number, "since": since, "until": until}
        for statement in SHORTEN:
            connection.execute(statement, row)
        _tell_anew(connection, number, before)


SHORTEN = (
    """DELETE FROM details WHERE number = :number
       AND number IN (SELECT number FROM offers WHERE opened_at >= :since AND opened_at < :until)""",
    """UPDATE offers SET opened_at = NULL
       WHERE number = :number AND opened_at >= :since AND opened_at < :until""",
    """UPDATE offers SET ordered_at = NULL
       WHERE number = :number AND ordered_at >= :since AND ordered_at < :until""",
    "DELETE FROM prices WHERE number = :number AND at >= :since AND at < :until",
    """UPDATE found SET last = first, times = 1
       WHERE number = :number AND first < :since AND last >= :since AND last < :until""",
    """UPDATE found SET first = last, times = 1
       WHERE number = :number AND first >= :since AND first < :until AND last >= :until""",
    """DELETE FROM found WHERE number = :number AND first >= :since AND last < :until
       AND search != (SELECT search FROM found WHERE number = :number
                      ORDER BY first >= :since AND last < :until, last DESC, search DESC)""",
    """UPDATE found SET times = 1, (first, last) = (SELECT coalesce(opened_at, ordered_at),
       coalesce(opened_at, ordered_at) FROM offers WHERE number = :number)
       WHERE number = :number AND first >= :since AND last < :until""",
)


def all_that_goes(connection: sqlite3.Connection) -> Everything:
    """What is to be told of a file that will be deleted."""
    last = connection.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()[0] or 0
    wishes = connection.execute("SELECT name, value FROM choices WHERE name != 'engine'").fetchall()
    return Everything(questions.numbers(connection, SeenQuery()), last, wishes)


def begin_after(connection: sqlite3.Connection, before: Everything) -> None:
    """Number offers on from there, and keep the buyer's wishes."""
    connection.execute("INSERT INTO sqlite_sequence VALUES ('offers', ?)", (before.last,))
    connection.executemany("INSERT INTO choices VALUES (?, ?)", before.wishes)


def too_many(connection: sqlite3.Connection, most: int, keep: Collection[OfferRef]) -> list[int]:
    """A portion of what is above the cap: seen longest ago, neither opened nor ordered nor to be kept."""
    above = connection.execute("SELECT count(*) FROM offers").fetchone()[0] - most
    if above <= 0:
        return []
    kept = {key(ref) for ref in keep}
    oldest = connection.execute(
        """SELECT number, offer_id, platform, generation FROM offers
           WHERE opened_at IS NULL AND ordered_at IS NULL ORDER BY last_seen, number DESC"""
    )
    found: list[int] = []
    for number, *ref in oldest:
        if tuple(ref) not in kept:
            found.append(number)
        if len(found) == min(above, PORTION):
            break
    oldest.close()
    return found


def _tell_anew(connection: sqlite3.Connection, number: int, before: str) -> None:
    """What stands of an offer as its searches now have it; `before` is its text until now."""
    connection.execute(
        """UPDATE offers SET
           (first_seen, last_seen, times) =
               (SELECT min(first), max(last), sum(times) FROM found WHERE number = ?1),
           search = (SELECT search FROM found WHERE number = ?1 ORDER BY last DESC, search DESC),
           category = coalesce((SELECT searches.category FROM found JOIN searches ON searches.number = search
               WHERE found.number = ?1 AND searches.category != '' ORDER BY last DESC, search DESC), '')
           WHERE number = ?1""",
        (number,),
    )
    index_words(connection, number, before, text_of(connection, number))


def _numbers(rows: Iterable[tuple[int]]) -> array[int]:
    return array("q", (number for (number,) in rows))
