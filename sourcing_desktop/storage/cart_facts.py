"""What the gateway's cart does not carry (tiers, MOQ, lot, shop): kept from the moment a line was added."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select, tuple_
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.cart import CartLine, goods_id
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.schema import CART_FACTS


def fact_key(line: CartLine) -> tuple[str, str]:
    """Platform and SKU id; the offer's id for goods without SKUs."""
    return line.ref.platform.value, goods_id(line.ref, line.sku.id)


class CartFacts:
    """Lines as they were when they were added, by platform and SKU."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def keep(self, lines: Iterable[CartLine]) -> None:
        """Remember the lines, in place of what was known of the same SKUs."""
        rows = [
            {
                "account": self._account,
                "platform": line.ref.platform.value,
                "sku": fact_key(line)[1],
                "line": msgspec.json.encode(line).decode(),
            }
            for line in lines
        ]
        if rows:
            statement = insert(CART_FACTS)
            upsert = statement.on_conflict_do_update(
                index_elements=["account", "platform", "sku"],
                set_={"line": statement.excluded.line},
            )
            await self._database.run(lambda connection: connection.execute(upsert, rows))

    async def known(self, lines: Iterable[CartLine]) -> dict[tuple[str, str], CartLine]:
        """What is remembered of these lines, by `fact_key`."""
        wanted = [fact_key(line) for line in lines]

        def work(connection: Connection) -> dict[tuple[str, str], CartLine]:
            these = tuple_(CART_FACTS.c.platform, CART_FACTS.c.sku).in_(wanted)
            query = select(CART_FACTS).where((CART_FACTS.c.account == self._account) & these)
            return {
                (row.platform, row.sku): msgspec.json.decode(row.line, type=CartLine)
                for row in connection.execute(query)
            }

        return await self._database.run(work)
