"""What each seller's order would have cost when the buyer last saw it."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.second_look import SeenPreview
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import SEEN_PREVIEWS


class SeenPreviews:
    """One preview per order of an account, by `Enquiry.key`."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def of(self, name: str) -> SeenPreview | None:
        """The last one seen; None for an order that was never previewed."""
        mine = (SEEN_PREVIEWS.c.account == self._account) & (SEEN_PREVIEWS.c.name == name)
        query = select(SEEN_PREVIEWS.c.preview).where(mine)
        text: str | None = await self._database.run(lambda connection: connection.scalar(query))
        return msgspec.json.decode(text, type=SeenPreview) if text else None

    async def keep(self, name: str, seen: SeenPreview) -> None:
        """Put a preview in place of the one before."""
        text = msgspec.json.encode(seen).decode()
        statement = insert(SEEN_PREVIEWS).values(account=self._account, name=name, preview=text)
        upsert = statement.on_conflict_do_update(index_elements=["account", "name"], set_={"preview": text})
        await self._database.run(lambda connection: connection.execute(upsert))
