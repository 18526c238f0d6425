"""Asks a library that is not open yet which account was last used, without SQLAlchemy, which loads slowly."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sourcing_desktop.domain.account import SANDBOX, Account


def last_account(library: Path) -> Account | None:
    """The account in use, the sandbox where there is no library yet; None when only opening it can tell.

    Only reads, and only the tables `accounts` and `choices`, which every version has.
    """
    if not library.exists():
        return SANDBOX
    try:
        with closing(sqlite3.connect(f"{library.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as file:
            choices = dict(file.execute("SELECT name, value FROM choices"))
            accounts = dict(file.execute("SELECT id, account FROM accounts"))
    except sqlite3.Error:
        return None
    text = accounts.get(choices.get("account")) or accounts.get(SANDBOX.id)
    return _read(text) if text else SANDBOX


def _read(text: str) -> Account | None:
    import msgspec  # only here: who never had another account than the sandbox is known sooner

    try:
        return msgspec.json.decode(text, type=Account)
    except msgspec.DecodeError:
        return None
