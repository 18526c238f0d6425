"""Writes down that offers were shown, what they cost then, and the words they are found by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Offer, OfferRef
from sourcing_desktop.domain.seen import FoundBy, Sighting, as_kept
from sourcing_desktop.storage.seen.rows import clean, decode_offer, encode, to_number
from sourcing_desktop.storage.seen.words import searchable

KNOWN = """SELECT number, seller, category, first_seen, last_seen, currency, price, lowest, stock
    FROM offers WHERE offer_id = ? AND platform = ? AND generation = ?"""


class Known(NamedTuple):
    """What the file knows of an offer that is shown again."""

    number: int
    seller: int
    category: str
    first_seen: int
    last_seen: int
    currency: str | None
    price: int | None
    lowest: int | None
    stock: int | None


def key(ref: OfferRef) -> tuple[str, str, str]:
    """The columns of `offers_ref`."""
    return clean(ref.id), ref.platform.value, clean(ref.generation)


def known(connection: sqlite3.Connection, ref: OfferRef) -> Known | None:
    """The row of an offer."""
    row = connection.execute(KNOWN, key(ref)).fetchone()
    return None if row is None else Known(*row)


def text_of(connection: sqlite3.Connection, number: int) -> str:
    """The text under which an offer stands in the index of words; to be asked before it changes, because the
    index must be told what to take out."""
    card = connection.execute("SELECT offer FROM cards WHERE number = ?", (number,)).fetchone()
    searches = connection.execute(
        "SELECT text FROM found JOIN searches ON searches.number = search WHERE found.number = ? ORDER BY 1",
        (number,),
    )
    try:
        return _text(decode_offer(card[0]), [text for (text,) in searches])
    except ValueError:
        return ""


def index_words(connection: sqlite3.Connection, number: int, before: str, after: str) -> None:
    """Find an offer by the text `after` and not by `before` any more."""
    if before == after:
        return
    if before:
        take_out = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"
        connection.execute(take_out, (number, before))
    if after:
        connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, after))


def _text(offer: Offer, searches: Iterable[str]) -> str:
    texts = (offer.title.original, offer.title.translated, offer.shop_name, *dict.fromkeys(searches))
    return searchable(clean("\n".join(text for text in texts if text)))


def _completed(shown: Offer, card: bytes) -> Offer:
    """The offer as it is kept; the card before is only read where this one leaves something out."""
    if shown.price is not None and shown.shop_name and shown.title.translated and shown.picture:
        return as_kept(shown)
    try:
        return as_kept(shown, decode_offer(card))
    except ValueError:
        return as_kept(shown)


class Recorder:
    """Writes sightings within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sellers: dict[str, int] = {}
        self._searches: dict[FoundBy, int] = {}

    def record_all(self, sightings: Iterable[Sighting]) -> None:
        """Write them down, one after the other."""
        for sighting in sightings:
            self.record(sighting)

    def record(self, sighting: Sighting) -> int:
        """Write one down; returns the number of its offer."""
        search = self._search(sighting.found_by)
        row = known(self._connection, sighting.offer.ref)
        if row is None:
            return self._first_time(sighting, search)
        self._again(row, sighting, search)
        return row.number

    def tell(self, row: Known, at: int, price: Money | None, stock: int | None) -> None:
        """Note what an offer costs and how many pieces there are, where they are told and differ from what
        was known. What is older than the last sighting tells nothing new."""
        dearer = price is not None and (price.minor, price.currency) != (row.price, row.currency)
        fewer = stock is not None and stock != row.stock
        if at < row.last_seen or not (dearer or fewer):
            return
        write = "INSERT OR REPLACE INTO prices VALUES (?, ?, ?, ?, ?)"
        if not self._has_prices(row.number):
            before = (row.number, row.first_seen, row.currency, row.price, row.stock)
            self._connection.execute(write, before)
        told = (price.currency, price.minor) if price is not None else (row.currency, row.price)
        self._connection.execute(write, (row.number, at, *told, stock if stock is not None else row.stock))
        same = told[0] == row.currency and row.lowest is not None and told[1] is not None
        lowest = min(row.lowest, told[1]) if same else told[1]  # type: ignore[type-var]
        self._connection.execute(
            """UPDATE offers SET currency = ?, price = ?, lowest = ?, stock = coalesce(?, stock)
               WHERE number = ?""",
            (*told, lowest, stock, row.number),
        )

    def replace_card(self, row: Known, offer: Offer, card: bytes, shown: bytes) -> None:
        """Show an offer so, `shown` in the file, and no longer as on `card`; the index of words is the
        caller's."""
        run = self._connection.execute
        run("UPDATE cards SET offer = ? WHERE number = ?", (shown, row.number))
        if (seller := self._seller(offer.shop_name)) != row.seller:
            run("UPDATE offers SET seller = ? WHERE number = ?", (seller, row.number))
        if picture_of(card) != offer.picture:
            for table in ("vectors", "to_describe", "undescribable"):
                run(f"DELETE FROM {table} WHERE number = ?", (row.number,))
            run(_where_to_describe(offer), (row.number,))

    def _first_time(self, sighting: Sighting, search: int) -> int:
        offer, at = as_kept(sighting.offer), to_number(sighting.at)
        price = (None, None) if offer.price is None else (offer.price.currency, offer.price.minor)
        run = self._connection.execute
        number = run(
            """INSERT INTO offers (offer_id, platform, generation, seller, category, search, first_seen,
               last_seen, times, currency, price, lowest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)""",
            (
                *key(offer.ref),
                self._seller(offer.shop_name),
                clean(sighting.found_by.category_id),
                search,
                at,
                at,
                *price,
                price[1],
            ),
        ).lastrowid
        assert number is not None
        run("INSERT INTO cards VALUES (?, ?)", (number, encode(offer)))
        run("INSERT INTO found VALUES (?, ?, ?, ?, 1)", (search, number, at, at))
        run(_where_to_describe(offer), (number,))
        index_words(self._connection, number, "", _text(offer, (sighting.found_by.text,)))
        return number

    def _again(self, row: Known, sighting: Sighting, search: int) -> None:
        at, run = to_number(sighting.at), self._connection.execute
        newest = at >= row.last_seen
        found = run("SELECT 1 FROM found WHERE search = ? AND number = ?", (search, row.number)).fetchone()
        card = run("SELECT offer FROM cards WHERE number = ?", (row.number,)).fetchone()
        offer = _completed(sighting.offer, card[0])
        shown = encode(offer)
        reworded = not found or (newest and shown != card[0])
        before = text_of(self._connection, row.number) if reworded else ""
        run(
            """INSERT INTO found VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET
               first = min(first, excluded.first), last = max(last, excluded.last), times = times + 1""",
            (search, row.number, at, at),
        )
        if newest and shown != card[0]:
            self.replace_card(row, offer, card[0], shown)
        if reworded:
            index_words(self._connection, row.number, before, text_of(self._connection, row.number))
        self.tell(row, at, sighting.offer.price, None)
        run(
            """UPDATE offers SET first_seen = min(first_seen, ?1), last_seen = max(last_seen, ?1),
               times = times + 1, search = iif(?2, ?3, search) WHERE number = ?4""",
            (at, newest, search, row.number),
        )
        category = clean(sighting.found_by.category_id)
        if newest and category and category != row.category:
            run("UPDATE offers SET category = ? WHERE number = ?", (category, row.number))

    def _has_prices(self, number: int) -> bool:
        found = self._connection.execute("SELECT 1 FROM prices WHERE number = ? LIMIT 1", (number,))
        return found.fetchone() is not None

    def _seller(self, name: str) -> int:
        if name not in self._sellers:
            run, cleaned = self._connection.execute, (clean(name),)
            run("INSERT OR IGNORE INTO sellers (name) VALUES (?)", cleaned)
            self._sellers[name] = run("SELECT number FROM sellers WHERE name = ?", cleaned).fetchone()[0]
        return self._sellers[name]

    def _search(self, found_by: FoundBy) -> int:
        if found_by not in self._searches:
            row = (found_by.found_in.value, clean(found_by.text), clean(found_by.category_id))
            self._searches[found_by] = self._connection.execute(
                """INSERT INTO searches (found_in, text, category) VALUES (?, ?, ?)
                   ON CONFLICT DO UPDATE SET text = text RETURNING number""",
                row,
            ).fetchone()[0]
        return self._searches[found_by]


def picture_of(card: bytes) -> str | None:
    """The address of the picture on a card; None when the card cannot be read."""
    try:
        return decode_offer(card).picture
    except ValueError:
        return None


def _where_to_describe(offer: Offer) -> str:
    table = "to_describe" if offer.picture else "undescribable"
    return f"INSERT INTO {table} VALUES (?)"
