"""The tables of the library file and the numbered steps that lead from an empty file to today's schema."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, Text

METADATA = MetaData()

JOURNAL = Table(
    "journal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reference", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("draft", Text),
    Column("order_ids", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("evidence", Text, nullable=False),
)
"""Every turn of every intent. The first turn carries the draft."""

INTENTS = Table(
    "intents",
    METADATA,
    Column("reference", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("written_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)
"""Where each intent of the journal stands, with its first and last turn. A trigger keeps it, so that nobody
reads the whole journal to know what is unfinished."""

ACCOUNTS = Table(
    "accounts", METADATA, Column("id", Text, primary_key=True), Column("account", Text, nullable=False)
)

ADDRESSES = Table(
    "addresses",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("used_at", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("preferred", Integer, nullable=False),
    Column("gateway_id", Text, nullable=False),
)

CART_FACTS = Table(
    "cart_facts",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("platform", Text, primary_key=True),
    Column("sku", Text, primary_key=True),
    Column("line", Text, nullable=False),
)

CART_LINES = Table(
    "cart_lines",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("line", Text, nullable=False),
)

SELLER_NOTES = Table(
    "seller_notes",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("seller", Text, primary_key=True),
    Column("note", Text, nullable=False),
)

CHOICES = Table(
    "choices", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)

SHORTLIST = Table(
    "shortlist",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("platform", Text, primary_key=True),
    Column("generation", Text, primary_key=True),
    Column("offer_id", Text, primary_key=True),
    Column("offer", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("removed", Integer, nullable=False),
)
"""A removed row stays, so that its note comes back with the offer."""

SEEN_PREVIEWS = Table(
    "seen_previews",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("preview", Text, nullable=False),
)

SHOPS = Table(
    "shops",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("platform", Text, primary_key=True),
    Column("seller", Text, primary_key=True),
    Column("facts", Text, nullable=False),
    Column("remembered", Integer, nullable=False),
    Column("seen_at", Text, nullable=False),
)
"""Shops the buyer was in, the facts as they were then."""

SEARCHES = Table(
    "searches",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("query", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""Searches saved under a name, and recent ones, which have none."""

QUEUED_PICTURES = Table(
    "queued_pictures",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("key", Integer, primary_key=True),
    Column("picture", Text, nullable=False),
    Column("search", Text, nullable=False),
)
"""Searches of the queue of pictures. `picture` names the file it is in, empty before it was read."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL,
           account TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, draft TEXT,
           order_ids TEXT NOT NULL, explanation TEXT NOT NULL)""",
        "CREATE INDEX journal_reference ON journal (reference, id)",
        """CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
           BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
        """CREATE TRIGGER journal_changes_nothing BEFORE UPDATE ON journal
           BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
        "CREATE TABLE accounts (id TEXT PRIMARY KEY, account TEXT NOT NULL)",
        """CREATE TABLE addresses (id INTEGER PRIMARY KEY, account TEXT NOT NULL, address TEXT NOT NULL,
           used_at TEXT NOT NULL)""",
        """CREATE TABLE cart_facts (account TEXT, platform TEXT, sku TEXT, line TEXT NOT NULL,
           PRIMARY KEY (account, platform, sku))""",
        "CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        """CREATE TABLE shortlist (account TEXT NOT NULL, platform TEXT NOT NULL, generation TEXT NOT NULL,
           offer_id TEXT NOT NULL, offer TEXT NOT NULL, added_at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
           removed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (account, platform, generation, offer_id))""",
    ),
    (
        "ALTER TABLE journal ADD COLUMN kind TEXT NOT NULL DEFAULT 'order'",
        "ALTER TABLE journal ADD COLUMN evidence TEXT NOT NULL DEFAULT ''",
        "DROP TRIGGER journal_changes_nothing",
        "UPDATE journal SET state = 'done' WHERE state = 'placed'",
        """CREATE TRIGGER journal_changes_nothing BEFORE UPDATE ON journal
           BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
        """CREATE TABLE intents (reference TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL,
           state TEXT NOT NULL, written_at TEXT NOT NULL, changed_at TEXT NOT NULL, first INTEGER NOT NULL,
           last INTEGER NOT NULL)""",
        "CREATE INDEX intents_state ON intents (account, kind, state, changed_at)",
        """CREATE INDEX journal_paid ON journal (json_extract(draft, '$.order_id'))
           WHERE kind = 'payment'""",
        "CREATE INDEX intents_age ON intents (account, first)",
        """INSERT INTO intents SELECT first.reference, first.account, first.kind, last.state, first.at,
           last.at, first.id, last.id FROM journal AS first
           JOIN (SELECT reference, min(id) AS a, max(id) AS b FROM journal GROUP BY reference) AS ends
           ON first.id = ends.a JOIN journal AS last ON last.id = ends.b""",
        """CREATE TRIGGER journal_moves_intents AFTER INSERT ON journal BEGIN
           INSERT INTO intents VALUES (NEW.reference, NEW.account, NEW.kind, NEW.state, NEW.at, NEW.at,
           NEW.id, NEW.id) ON CONFLICT (reference) DO UPDATE
           SET state = NEW.state, changed_at = NEW.at, last = NEW.id; END""",
        "ALTER TABLE addresses ADD COLUMN label TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE addresses ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE addresses ADD COLUMN gateway_id TEXT NOT NULL DEFAULT ''",
        """CREATE TABLE cart_lines (id INTEGER PRIMARY KEY, account TEXT NOT NULL, key TEXT NOT NULL,
           line TEXT NOT NULL, UNIQUE (account, key))""",
        """CREATE TABLE seller_notes (account TEXT NOT NULL, seller TEXT NOT NULL, note TEXT NOT NULL,
           PRIMARY KEY (account, seller))""",
        """CREATE TABLE seen_previews (account TEXT NOT NULL, name TEXT NOT NULL, preview TEXT NOT NULL,
           PRIMARY KEY (account, name))""",
    ),
    (
        """CREATE TABLE shops (account TEXT NOT NULL, platform TEXT NOT NULL, seller TEXT NOT NULL,
           facts TEXT NOT NULL, remembered INTEGER NOT NULL DEFAULT 0, seen_at TEXT NOT NULL,
           PRIMARY KEY (account, platform, seller))""",
        """CREATE TABLE searches (account TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
           query TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, name, key))""",
        """CREATE TABLE queued_pictures (account TEXT NOT NULL, key INTEGER NOT NULL, picture TEXT NOT NULL,
           search TEXT NOT NULL, PRIMARY KEY (account, key))""",
    ),
)
"""Step N brings a file of version N to N + 1. A step that was released is never edited."""
