"""Prepares the market's file from a seed: the same seed gives the same rows."""

from __future__ import annotations

import math
import os
import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path
from random import Random

from sourcing_desktop.sandbox.market.model import MarketOffer, Term
from sourcing_desktop.sandbox.market.offers import make_offers
from sourcing_desktop.sandbox.market.rows import SCHEMA, pack_offer, pack_seller
from sourcing_desktop.sandbox.market.sellers import make_sellers
from sourcing_desktop.sandbox.market.vocabulary import KINDS
from sourcing_desktop.sandbox.market.words import stored_words

VERSION = 9
"""Raised with every change of the market or of its file, so that an older file is prepared anew."""


def prepare(path: Path, *, seed: int = 2026) -> None:
    """Make sure the market of that seed lies at `path`. A new file replaces the old one only when whole."""
    if is_prepared(path, seed=seed):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as database, database:
            _write(database, seed)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def is_prepared(path: Path, *, seed: int = 2026) -> bool:
    """Whether `path` holds the market of that seed as this version makes it."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("SELECT version, seed FROM about").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(found == (VERSION, seed))


def _write(database: sqlite3.Connection, seed: int) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    for platform in ("1688", "taobao"):
        dealers = make_sellers(platform, seed)
        database.executemany(
            "INSERT INTO sellers VALUES (?, ?, ?)",
            ((seller.open_id, seller.id, pack_seller(seller)) for seller, _ in dealers),
        )
        for offer in make_offers(dealers, seed):
            _write_offer(database, offer)
    database.execute("INSERT INTO words (words) VALUES ('optimize')")
    database.execute("INSERT INTO about (version, seed) VALUES (?, ?)", (VERSION, seed))


def _write_offer(database: sqlite3.Connection, offer: MarketOffer) -> None:
    row = (
        offer.id,
        offer.map_id,
        offer.mp_id or None,
        offer.platform,
        offer.seller.open_id,
        offer.kind,
        *offer.categories,
        offer.price_fen,
        offer.sold_30_days,
        offer.repurchase_percent,
        _appeal(offer),
        offer.seed,
        offer.colour,
        offer.accent,
        f" {' '.join(offer.filter_words)} ",
        pack_offer(offer),
    )
    number = database.execute(f"INSERT INTO offers VALUES (NULL{', ?' * len(row)})", row).lastrowid
    database.executemany(
        "INSERT INTO skus VALUES (?, ?, ?)", ((sku.id, sku.spec_id, number) for sku in offer.skus)
    )
    database.execute(
        "INSERT INTO words (rowid, kind, said) VALUES (?, ?, ?)",
        (number, " ".join(_kind_words(offer)), " ".join(_said_words(offer))),
    )


def _kind_words(offer: MarketOffer) -> list[str]:
    """The words for what the goods are."""
    kind = KINDS[offer.kind]
    names = chain.from_iterable(map(_texts, kind.nouns))
    return stored_words(" , ".join((*names, *kind.also)))


def _said_words(offer: MarketOffer) -> list[str]:
    """The words of the title, of the attributes and of the variants."""
    values = dict.fromkeys(
        value for _, value in chain(offer.attributes, *(sku.attributes for sku in offer.skus))
    )
    terms = (offer.title, *values)
    return stored_words(" , ".join(chain.from_iterable(map(_texts, terms))))


def _texts(term: Term) -> tuple[str, ...]:
    return term.zh, term.en, term.vi, term.es, term.th


def _appeal(offer: MarketOffer) -> float:
    """How early the offer is recommended: sales, with luck so that kinds and shops mix."""
    return math.log(offer.sold_30_days + 2) * Random(f"appeal {offer.id}").random()
