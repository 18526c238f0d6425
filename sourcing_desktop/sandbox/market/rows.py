"""How the catalogue's file holds the market: its tables, and offers and sellers as compact JSON."""

from __future__ import annotations

import json
from typing import Any

from sourcing_desktop.sandbox.market.model import MarketOffer, MarketSeller, MarketSku, Term

SCHEMA = """
CREATE TABLE about (version INTEGER NOT NULL, seed INTEGER NOT NULL);
CREATE TABLE sellers (open_id TEXT PRIMARY KEY, id INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE offers (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, map_id TEXT NOT NULL UNIQUE, mp_id TEXT,
    platform TEXT NOT NULL, seller TEXT NOT NULL, kind TEXT NOT NULL,
    top INTEGER NOT NULL, second INTEGER NOT NULL, third INTEGER NOT NULL,
    price_fen INTEGER NOT NULL, sold INTEGER NOT NULL, repurchase INTEGER NOT NULL, appeal REAL NOT NULL,
    seed INTEGER NOT NULL, colour TEXT NOT NULL, accent TEXT NOT NULL,
    filter_words TEXT NOT NULL, body TEXT NOT NULL
);
CREATE UNIQUE INDEX offers_by_mp_id ON offers (mp_id) WHERE mp_id IS NOT NULL;
CREATE INDEX offers_by_seller ON offers (seller);
CREATE INDEX offers_by_kind ON offers (kind, platform);
CREATE TABLE skus (id TEXT PRIMARY KEY, spec_id TEXT NOT NULL UNIQUE, offer INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    kind, said, content='', detail=column,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
"""


def pack_seller(seller: MarketSeller) -> str:
    """The seller as JSON."""
    return _json(
        [
            seller.id,
            seller.platform,
            seller.open_id,
            seller.shop_id,
            _words(seller.name),
            seller.nick,
            _words(seller.location),
            seller.identities,
            seller.repurchase_percent,
            seller.service_score,
            seller.collect_48h_percent,
            seller.medal_level,
            seller.mix_pieces,
            seller.mix_fen,
        ]
    )


def unpack_seller(body: str) -> MarketSeller:
    """The seller `pack_seller` wrote."""
    row: list[Any] = json.loads(body)
    row[4], row[6], row[7] = Term(*row[4]), Term(*row[6]), tuple(row[7])
    return MarketSeller(*row)


def pack_offer(offer: MarketOffer) -> str:
    """The offer without its seller as JSON; terms its SKUs share are written once."""
    shared: dict[tuple[Term, Term], int] = {}
    skus = [
        [
            sku.id,
            sku.spec_id,
            sku.mp_sku_id,
            [shared.setdefault(pair, len(shared)) for pair in sku.attributes],
            sku.colour,
            sku.price_fen,
            sku.promotion_fen,
            sku.stock,
            sku.weight_g,
        ]
        for sku in offer.skus
    ]
    return _json(
        [
            [offer.id, offer.map_id, offer.mp_id, offer.platform],
            [
                offer.kind,
                _words(offer.title),
                offer.categories,
                _words(offer.category),
                offer.quote,
                offer.tiers,
            ],
            [offer.price_fen, offer.dropship_fen, offer.moq, offer.lot, _words(offer.unit)],
            [_pair(pair) for pair in shared],
            skus,
            [_pair(pair) for pair in offer.attributes],
            [offer.sold_30_days, offer.repurchase_percent, offer.curated, offer.tags, offer.filter_words],
            [offer.trade_score, offer.weight_g, offer.created_day, offer.seed, offer.colour, offer.accent],
        ]
    )


def unpack_offer(body: str, seller: MarketSeller) -> MarketOffer:
    """The offer `pack_offer` wrote, with its seller."""
    ids, subject, sale, shared_rows, sku_rows, attributes, standing, rest = json.loads(body)
    shared = [_unpair(row) for row in shared_rows]
    kind, title, categories, category, quote, tiers = subject
    price, dropship, moq, lot, unit = sale
    sold, repurchase, curated, tags, filter_words = standing
    score, weight, created, seed, colour, accent = rest
    offer_id, map_id, mp_id, platform = ids
    return MarketOffer(
        offer_id,
        map_id,
        mp_id,
        platform,
        seller,
        kind,
        Term(*title),
        tuple(categories),
        Term(*category),
        quote,
        tuple((start, fen) for start, fen in tiers),
        price,
        dropship,
        moq,
        lot,
        Term(*unit),
        tuple(_sku(row, shared) for row in sku_rows),
        tuple(_unpair(row) for row in attributes),
        sold,
        repurchase,
        curated,
        tuple(tags),
        tuple(filter_words),
        score,
        weight,
        created,
        seed,
        colour,
        accent,
    )


def _sku(row: list[Any], shared: list[tuple[Term, Term]]) -> MarketSku:
    row[3] = tuple(shared[place] for place in row[3])
    return MarketSku(*row)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(term: Term) -> list[str]:
    return [term.zh, term.en, term.vi, term.es, term.th]


def _pair(pair: tuple[Term, Term]) -> list[list[str]]:
    return [_words(pair[0]), _words(pair[1])]


def _unpair(row: list[list[str]]) -> tuple[Term, Term]:
    return Term(*row[0]), Term(*row[1])
