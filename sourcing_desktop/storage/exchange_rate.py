"""The rate of exchange the buyer stated last. Of the person at this computer, not of an account."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.exchange import Rate
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import CHOICES

NAME = "exchange rate"


class ExchangeRate:
    """One row among the choices, or none."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rate(self) -> Rate | None:
        """The rate, None where none was stated."""
        query = select(CHOICES.c.value).where(CHOICES.c.name == NAME)
        text: str | None = await self._database.run(lambda connection: connection.scalar(query))
        return msgspec.json.decode(text, type=Rate) if text else None

    async def keep(self, rate: Rate) -> None:
        """Put a rate in place of the one before."""
        text = msgspec.json.encode(rate).decode()
        statement = insert(CHOICES).values(name=NAME, value=text)
        upsert = statement.on_conflict_do_update(index_elements=["name"], set_={"value": text})
        await self._database.run(lambda connection: connection.execute(upsert))

    async def forget(self) -> None:
        """Have no rate any more."""
        gone = delete(CHOICES).where(CHOICES.c.name == NAME)
        await self._database.run(lambda connection: connection.execute(gone))
