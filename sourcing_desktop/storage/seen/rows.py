"""Offers and times as the file keeps them. A row that cannot be read is left out and told in the log once."""

from __future__ import annotations

import logging
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferDetail
from sourcing_desktop.domain.seen import FoundBy, FoundIn, SeenOffer

log = logging.getLogger(__name__)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

SEEN_OFFERS = """SELECT offers.number, first_seen, last_seen, offers.times, currency, lowest, opened_at,
    ordered_at, found_in, text, searches.category, offer
    FROM offers JOIN cards ON cards.number = offers.number JOIN searches ON searches.number = offers.search"""
"""The columns `seen_offers` reads."""

AT_ONCE = 1_000_000
"""Characters of numbers read in one go; more would keep the window waiting."""

decode_offer = msgspec.json.Decoder(Offer).decode
decode_detail = msgspec.json.Decoder(OfferDetail).decode


def encode(value: Offer | OfferDetail) -> bytes:
    """JSON of an offer; characters no text may have are replaced."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_clean(msgspec.to_builtins(value)))


def clean(text: str) -> str:
    """A text without halves of characters."""
    return text.encode("utf-8", "replace").decode()


def to_number(at: datetime) -> int:
    """Microseconds since 1970 of an aware time."""
    return (at - EPOCH) // MICROSECOND


def to_time(number: int) -> datetime:
    """The aware time of so many microseconds since 1970."""
    return EPOCH + timedelta(microseconds=number)


def to_money(minor: int | None, currency: str | None) -> Money | None:
    """The price in a row."""
    return None if minor is None or currency is None else Money(minor, currency)


def seen_offers(rows: Iterable[tuple[Any, ...]], told: set[int]) -> dict[int, SeenOffer]:
    """The readable ones, by number. `told` is of which the log has told that they are not; it grows."""
    offers: dict[int, SeenOffer] = {}
    for row in rows:
        try:
            offers[row[0]] = _seen_offer(*row)
        except (ValueError, TypeError, OverflowError) as error:
            if row[0] not in told:
                told.add(row[0])
                log.warning("offer %d of the library cannot be read: %s", row[0], error)
    return offers


def all_numbers(connection: sqlite3.Connection, statement: str, values: Sequence[object] = ()) -> array[int]:
    """The column `number` of a statement, in its order. It leaves SQLite as one text, which for a million is
    four times as fast as row by row; it is read in pieces, because reading lets no other thread run."""
    import numpy as np

    row = connection.execute(f"SELECT group_concat(number) FROM ({statement})", values).fetchone()
    text, found, begin = row[0] or "", array("q"), 0
    while begin < len(text):
        end = text.find(",", begin + AT_ONCE)
        end = len(text) if end < 0 else end
        found.frombytes(np.fromstring(text[begin:end], np.int64, sep=",").tobytes())
        begin = end + 1
    return found


def _seen_offer(
    number: int,
    first_seen: int,
    last_seen: int,
    times: int,
    currency: str | None,
    lowest: int | None,
    opened_at: int | None,
    ordered_at: int | None,
    found_in: str,
    text: str,
    category: str,
    offer: bytes,
) -> SeenOffer:
    return SeenOffer(
        number,
        decode_offer(offer),
        to_time(first_seen),
        to_time(last_seen),
        times,
        FoundBy(FoundIn(found_in), text, category),
        to_money(lowest, currency),
        None if opened_at is None else to_time(opened_at),
        None if ordered_at is None else to_time(ordered_at),
    )


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list | tuple) else value
