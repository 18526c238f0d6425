"""The shops a buyer was in. Those kept on purpose stay; of the others only the latest do."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.supplier import KnownShop, Supplier
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import SHOPS

log = logging.getLogger(__name__)

MOST_VISITED = 50
"""So many shops that nobody kept on purpose are known at once."""


class RememberedShops:
    """The shops of one account. Only 1688's can be walked through (contract AG5)."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def all(self) -> tuple[KnownShop, ...]:
        """Every known shop, the one seen last first. A row that cannot be read is left out."""
        query = select(SHOPS).where(self._mine()).order_by(SHOPS.c.seen_at.desc())

        def work(connection: Connection) -> tuple[KnownShop, ...]:
            shops = []
            for row in connection.execute(query):
                try:
                    supplier = msgspec.json.decode(row.facts, type=Supplier)
                    seen_at = datetime.fromisoformat(row.seen_at).astimezone(UTC)
                except ValueError as error:
                    log.warning("the shop %s cannot be read: %s", row.seller, error)
                else:
                    shops.append(KnownShop(supplier, seen_at, bool(row.remembered)))
            return tuple(shops)

        return await self._database.run(work)

    async def put(self, shop: KnownShop) -> None:
        """Know a shop as it is now. The oldest that nobody kept is forgotten for it."""
        values = {
            "facts": msgspec.json.encode(shop.supplier).decode(),
            "remembered": int(shop.remembered),
            "seen_at": shop.seen_at.isoformat(),
        }
        key = {"account": self._account, "platform": Platform.ALIBABA.value, "seller": shop.supplier.id}
        upsert = (
            insert(SHOPS).values(**key, **values).on_conflict_do_update(index_elements=list(key), set_=values)
        )
        visited = (
            select(SHOPS.c.seller)
            .where(self._mine(), SHOPS.c.remembered == 0)
            .order_by(SHOPS.c.seen_at.desc())
            .offset(MOST_VISITED)
            .limit(-1)
        )

        def work(connection: Connection) -> None:
            connection.execute(upsert)
            connection.execute(delete(SHOPS).where(self._mine(), SHOPS.c.seller.in_(visited)))

        await self._database.run(work)

    async def forget(self, seller_id: str) -> None:
        """Know nothing of a shop any more."""
        gone = delete(SHOPS).where(self._mine(), SHOPS.c.seller == seller_id)
        await self._database.run(lambda connection: connection.execute(gone))

    def _mine(self) -> ColumnElement[bool]:
        return (SHOPS.c.account == self._account) & (SHOPS.c.platform == Platform.ALIBABA.value)
