"""The delivery addresses of an account, the last used first."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, delete, insert, select

from sourcing_desktop.domain.address import Address
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import ADDRESSES


class AddressBook:
    """Addresses as the buyer wrote them."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def addresses(self) -> tuple[Address, ...]:
        """All addresses, the last used first."""

        def work(connection: Connection) -> tuple[Address, ...]:
            query = (
                select(ADDRESSES.c.address)
                .where(ADDRESSES.c.account == self._account)
                .order_by(ADDRESSES.c.used_at.desc())
            )
            return tuple(msgspec.json.decode(text, type=Address) for text in connection.scalars(query))

        return await self._database.run(work)

    async def use(self, address: Address) -> None:
        """Keep an address and put it first."""
        text = msgspec.json.encode(address).decode()

        def work(connection: Connection) -> None:
            mine = (ADDRESSES.c.account == self._account) & (ADDRESSES.c.address == text)
            connection.execute(delete(ADDRESSES).where(mine))
            now = datetime.now(UTC).isoformat()
            connection.execute(insert(ADDRESSES).values(account=self._account, address=text, used_at=now))

        await self._database.run(work)

    async def forget(self, address: Address) -> None:
        """Remove an address."""
        text = msgspec.json.encode(address).decode()
        mine = (ADDRESSES.c.account == self._account) & (ADDRESSES.c.address == text)
        await self._database.run(lambda connection: connection.execute(delete(ADDRESSES).where(mine)))
