"""The buyer's delivery addresses for one account: the default one first, then the last used."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import ADDRESSES

COLUMNS = ADDRESSES.c


class AddressBook:
    """Addresses as the buyer wrote them. What a method returns is on disk."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._mine = COLUMNS.account == account
        self._account = account

    async def entries(self) -> tuple[AddressEntry, ...]:
        """All addresses, the default one first, then the last used."""
        query = select(ADDRESSES).where(self._mine)
        query = query.order_by(COLUMNS.preferred.desc(), COLUMNS.used_at.desc(), COLUMNS.id.desc())
        return await self._database.run(
            lambda connection: tuple(_entry(row) for row in connection.execute(query))
        )

    async def save(self, entry: AddressEntry) -> AddressEntry:
        """Keep an entry: a new one where it has no id, else in its old place. At most one is the default."""

        def work(connection: Connection) -> AddressEntry:
            if entry.default:
                connection.execute(update(ADDRESSES).where(self._mine).values(preferred=0))
            told = update(ADDRESSES).where(self._mine & (COLUMNS.id == _number(entry.id)))
            if entry.id and connection.execute(told.values(_values(entry))).rowcount:
                return entry
            values = _values(entry) | {"account": self._account, "used_at": _now()}
            (number,) = connection.execute(insert(ADDRESSES).values(values)).inserted_primary_key or (None,)
            return replace(entry, id=str(number))

        return await self._database.run(work)

    async def use(self, address: Address) -> None:
        """Put an address before all but the default one, and keep it if it is not kept yet."""

        def work(connection: Connection) -> None:
            same = self._mine & (COLUMNS.address == _text(address))
            used = connection.execute(update(ADDRESSES).where(same).values(used_at=_now()))
            if not used.rowcount:
                values = _values(AddressEntry(address)) | {"account": self._account, "used_at": _now()}
                connection.execute(insert(ADDRESSES).values(values))

        await self._database.run(work)

    async def remove(self, entry: AddressEntry) -> None:
        """Forget an entry."""
        one = self._mine & (COLUMNS.id == _number(entry.id))
        await self._database.run(lambda connection: connection.execute(delete(ADDRESSES).where(one)))


def _entry(row: Row[Any]) -> AddressEntry:
    return AddressEntry(
        address=msgspec.json.decode(row.address, type=Address),
        id=str(row.id),
        label=row.label,
        default=bool(row.preferred),
        gateway_id=row.gateway_id,
    )


def _values(entry: AddressEntry) -> dict[str, object]:
    return {
        "address": _text(entry.address),
        "label": entry.label,
        "preferred": int(entry.default),
        "gateway_id": entry.gateway_id,
    }


def _text(address: Address) -> str:
    return msgspec.json.encode(address).decode()


def _number(entry_id: str) -> int:
    return int(entry_id or -1)


def _now() -> str:
    return datetime.now(UTC).isoformat()
