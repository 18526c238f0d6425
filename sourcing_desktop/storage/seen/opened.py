"""What became of offers that were seen: opened with all their detail, ordered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.domain.seen import FoundBy, FoundIn, Sighting, price_as_on_cards
from sourcing_desktop.storage.seen.recording import Known, Recorder, index_words, key, known, text_of
from sourcing_desktop.storage.seen.rows import decode_detail, decode_offer, encode, to_number, to_time


def mark_opened(connection: sqlite3.Connection, detail: OfferDetail, at: datetime) -> None:
    """Keep the detail, and the price, stock and seller it tells."""
    recorder, ref = Recorder(connection), detail.ref
    if known(connection, ref) is None:
        recorder.record(Sighting(detail.offer, at, FoundBy(FoundIn.WORDS, ref.page or ref.id)))
    row = known(connection, ref)
    assert row is not None
    recorder.tell(row, to_number(at), price_as_on_cards(detail), _stock(detail))
    _complete_card(connection, row, detail, newest=to_number(at) >= row.last_seen)
    connection.execute("UPDATE offers SET opened_at = ? WHERE number = ?", (to_number(at), row.number))
    kept = (row.number, to_number(at), encode(detail))
    connection.execute("INSERT OR REPLACE INTO details VALUES (?, ?, ?)", kept)


def detail(connection: sqlite3.Connection, ref: OfferRef) -> tuple[OfferDetail, datetime] | None:
    """The kept detail and when it was kept; None as well for one that cannot be read."""
    row = connection.execute(
        """SELECT detail, at FROM details JOIN offers USING (number)
           WHERE offer_id = ? AND platform = ? AND generation = ?""",
        key(ref),
    ).fetchone()
    try:
        return None if row is None else (decode_detail(row[0]), to_time(row[1]))
    except ValueError:
        return None


def mark_ordered(connection: sqlite3.Connection, refs: Iterable[OfferRef], at: int) -> None:
    """Note when they were ordered last."""
    connection.executemany(
        """UPDATE offers SET ordered_at = max(coalesce(ordered_at, 0), ?)
           WHERE offer_id = ? AND platform = ? AND generation = ?""",
        [(at, *key(ref)) for ref in refs],
    )


def _complete_card(connection: sqlite3.Connection, row: Known, detail: OfferDetail, *, newest: bool) -> None:
    """Name who sells it, which cards of 1688 leave out, and what it costs now."""
    (card,) = connection.execute("SELECT offer FROM cards WHERE number = ?", (row.number,)).fetchone()
    try:
        kept = decode_offer(card)
    except ValueError:  # shown anew by the next sighting
        return
    supplier, price = detail.supplier, price_as_on_cards(detail)
    completed = replace(
        kept,
        price=price if newest and price is not None else kept.price,
        shop_name=supplier.name or kept.shop_name,
        seller_id=supplier.id or kept.seller_id,
    )
    before = text_of(connection, row.number)
    Recorder(connection).replace_card(row, completed, card, encode(completed))
    index_words(connection, row.number, before, text_of(connection, row.number))


def _stock(detail: OfferDetail) -> int | None:
    """Pieces of all SKUs together, as far as they are told."""
    told = [sku.stock for sku in detail.skus if sku.stock is not None]
    return sum(told) if told else None
