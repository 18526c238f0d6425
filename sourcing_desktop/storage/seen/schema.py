"""The tables of the file of what was seen, and the numbered steps that lead from an empty file to today's.

What is asked of a million offers, `offers`, is narrow; what is shown of one lies beside it in `cards`. Times
are microseconds since 1970 in UTC, prices minor units.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE offers (number INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL,
           generation TEXT NOT NULL, offer_id TEXT NOT NULL, seller INTEGER NOT NULL, category TEXT NOT NULL,
           search INTEGER NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
           times INTEGER NOT NULL, currency TEXT, price INTEGER, lowest INTEGER, stock INTEGER,
           opened_at INTEGER, ordered_at INTEGER)""",
        "CREATE UNIQUE INDEX offers_ref ON offers (offer_id, platform, generation)",
        "CREATE INDEX offers_seen ON offers (last_seen DESC, number, platform, currency, price)",
        "CREATE INDEX offers_price ON offers (currency, price, number, platform, last_seen)",
        """CREATE INDEX offers_times
           ON offers (times DESC, last_seen DESC, number, platform, currency, price)""",
        "CREATE INDEX offers_seller ON offers (seller, last_seen)",
        "CREATE INDEX offers_category ON offers (category, last_seen) WHERE category != ''",
        "CREATE INDEX offers_opened ON offers (opened_at DESC, number) WHERE opened_at IS NOT NULL",
        "CREATE INDEX offers_ordered ON offers (ordered_at DESC, number) WHERE ordered_at IS NOT NULL",
        "CREATE TABLE cards (number INTEGER PRIMARY KEY, offer BLOB NOT NULL)",
        "CREATE TABLE details (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, detail BLOB NOT NULL)",
        "CREATE TABLE sellers (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        """CREATE TABLE searches (number INTEGER PRIMARY KEY, found_in TEXT NOT NULL, text TEXT NOT NULL,
           category TEXT NOT NULL, UNIQUE (found_in, text, category))""",
        """CREATE TABLE found (search INTEGER NOT NULL, number INTEGER NOT NULL, first INTEGER NOT NULL,
           last INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (search, number)) WITHOUT ROWID""",
        "CREATE INDEX found_number ON found (number)",
        """CREATE TABLE prices (number INTEGER NOT NULL, at INTEGER NOT NULL, currency TEXT, price INTEGER,
           stock INTEGER, PRIMARY KEY (number, at)) WITHOUT ROWID""",
        """CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0,
           tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")""",
        "CREATE TABLE vectors (number INTEGER PRIMARY KEY, vector BLOB NOT NULL)",
        "CREATE TABLE to_describe (number INTEGER PRIMARY KEY)",
        "CREATE TABLE undescribable (number INTEGER PRIMARY KEY)",
        "CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
)
"""Step N brings a file of version N to N + 1. A step that was released is never edited.

The index of each order carries what is filtered by most, so that a million rows are never looked up one by
one. `prices` has no row of an offer whose price never changed. `words` keeps no text, so what is taken out of
it has to be told as it was put in; numbers are never used again, so a stale entry finds nothing.
"""
