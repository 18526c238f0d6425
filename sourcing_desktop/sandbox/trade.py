"""What buyers change: carts, orders, addresses, stock, prices; in a file apart from the catalogue."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SCHEMA_NUMBER = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS cart_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL,
    platform TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    sku_id TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    UNIQUE (user_id, offer_id, sku_id)
);
CREATE TABLE IF NOT EXISTS trade_order (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    purchase_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    platform TEXT NOT NULL,
    seller_open_id TEXT NOT NULL,
    state TEXT NOT NULL,
    freight_fen INTEGER NOT NULL,
    note TEXT NOT NULL,
    reference TEXT NOT NULL,
    source TEXT NOT NULL,
    receiver TEXT NOT NULL,
    warehouse TEXT NOT NULL DEFAULT '{}',
    close_reason TEXT NOT NULL DEFAULT '',
    voucher_refused INTEGER NOT NULL DEFAULT 0,
    parcels INTEGER,
    due_at INTEGER,
    created_at INTEGER NOT NULL,
    voucher_at INTEGER,
    paid_at INTEGER,
    sent_at INTEGER,
    signed_at INTEGER,
    confirmed_at INTEGER,
    done_at INTEGER,
    closed_at INTEGER
);
CREATE INDEX IF NOT EXISTS trade_order_due ON trade_order (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS trade_order_of_user ON trade_order (user_id, platform, position);
CREATE TABLE IF NOT EXISTS order_line (
    id TEXT PRIMARY KEY,
    order_id TEXT NOT NULL REFERENCES trade_order (id),
    purchase_id TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    sku_id TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit_fen INTEGER NOT NULL,
    change_fen INTEGER NOT NULL DEFAULT 0,
    received_at INTEGER,
    closed_at INTEGER
);
CREATE INDEX IF NOT EXISTS order_line_of_purchase ON order_line (purchase_id);
CREATE INDEX IF NOT EXISTS order_line_of_order ON order_line (order_id);
CREATE TABLE IF NOT EXISTS address (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    province TEXT NOT NULL,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS stock (
    offer_id TEXT NOT NULL,
    sku_id TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    PRIMARY KEY (offer_id, sku_id)
);
CREATE TABLE IF NOT EXISTS passed_time (
    seconds INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS money_taken (
    order_id TEXT NOT NULL REFERENCES trade_order (id),
    fen INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS money_taken_of_order ON money_taken (order_id);
CREATE TABLE IF NOT EXISTS refusal (
    subject TEXT PRIMARY KEY,
    code TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS price_change (
    offer_id TEXT PRIMARY KEY,
    percent INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS refund (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    platform TEXT NOT NULL,
    order_id TEXT NOT NULL REFERENCES trade_order (id),
    state TEXT NOT NULL,
    after_sale INTEGER NOT NULL,
    claim TEXT NOT NULL,
    parcel TEXT NOT NULL DEFAULT '',
    refusal TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS refund_of_order ON refund (order_id);
CREATE TABLE IF NOT EXISTS refund_step (
    refund_id TEXT NOT NULL REFERENCES refund (id),
    action TEXT NOT NULL,
    actor TEXT NOT NULL,
    text TEXT NOT NULL,
    pictures TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS refund_step_of_refund ON refund_step (refund_id);
CREATE TABLE IF NOT EXISTS voucher (
    name TEXT PRIMARY KEY,
    jpeg BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS freight_preview (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    items TEXT NOT NULL,
    fen INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS booking (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    preview_id TEXT NOT NULL UNIQUE REFERENCES freight_preview (id),
    user_id TEXT NOT NULL,
    platform_order_id TEXT NOT NULL,
    receiver TEXT NOT NULL,
    remark TEXT NOT NULL,
    parcels TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL
);
"""


def open_trade(path: str, edition: int) -> sqlite3.Connection:
    """The trade database at `path` or `:memory:`, made when missing.

    `edition` numbers the market that carts and orders refer to; a file of another edition is emptied. All
    of it is used by one thread at a time, which need not be the one that opened it.
    """
    if path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if connection.execute("PRAGMA user_version").fetchone()[0] != edition * 100 + _SCHEMA_NUMBER:
        _empty(connection)
    connection.executescript(_SCHEMA)
    connection.execute(f"PRAGMA user_version = {edition * 100 + _SCHEMA_NUMBER}")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _empty(connection: sqlite3.Connection) -> None:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    for (name,) in tables.fetchall():
        connection.execute(f"DROP TABLE {name}")
