"""The accounts a buyer has and which one is in use. Keys and secrets live in the system keyring only."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from sourcing_desktop.domain.account import SANDBOX, Account, Credentials
from sourcing_desktop.domain.errors import Conflict
from sourcing_desktop.language import tr
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.storage.key_ring import forget_credentials, keep_credentials
from sourcing_desktop.storage.queued_pictures import QueuedPictures
from sourcing_desktop.storage.schema import ACCOUNTS, CHOICES, QUEUED_PICTURES, SEARCHES, SHOPS, SHORTLIST

FORGOTTEN = (QUEUED_PICTURES, SEARCHES, SHOPS, SHORTLIST)
"""What goes with an account. Its journal stays: it says what was ordered and paid."""


class Accounts:
    """Stored accounts besides the sandbox, which is always there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> tuple[Account, ...]:
        """The sandbox, then the buyer's accounts by name."""

        def work(connection: Connection) -> tuple[Account, ...]:
            texts = connection.scalars(select(ACCOUNTS.c.account))
            read = [msgspec.json.decode(text, type=Account) for text in texts]
            kept = {account.id: account for account in read}
            sandbox = kept.pop(SANDBOX.id, SANDBOX)
            return (sandbox, *sorted(kept.values(), key=lambda account: account.name.casefold()))

        return await self._database.run(work)

    async def current(self) -> Account:
        """The account in use; the sandbox on the first start."""

        def work(connection: Connection) -> str | None:
            return connection.scalar(select(CHOICES.c.value).where(CHOICES.c.name == "account"))

        chosen = await self._database.run(work)
        accounts = await self.all()
        return next((account for account in accounts if account.id == chosen), accounts[0])

    async def set_language(self, account: Account, language: str) -> None:
        """Remember which language an account's titles are shown in."""
        await self._keep(replace(account, language=language))

    async def choose(self, account: Account) -> None:
        """Use this account from now on."""
        await self._upsert(CHOICES, {"name": "account"}, {"value": account.id})

    async def save(self, account: Account, credentials: Credentials) -> None:
        """Keep an account: its settings in the library, its keys in the keyring. Conflict when another
        account has its name."""
        for other in await self.all():
            if other.id != account.id and other.name.casefold() == account.name.casefold():
                raise Conflict(
                    tr("There is an account named “{name}” already. Choose another name.", name=other.name)
                )
        await keep_credentials(account, credentials)
        await self._keep(account)

    async def remove(self, account: Account) -> None:
        """Forget an account, its keys, searches, shops, shortlist and queue of pictures. Conflict while
        nobody knows whether an order of it exists: only with its keys can the gateway be asked."""
        if await Journal(self._database, account.id).anything_open():
            raise Conflict(
                tr(
                    "An order of “{account}” may exist and is not settled yet. Use the account, settle the "
                    "order on the Orders page, then remove the account.",
                    account=account.name,
                )
            )
        await forget_credentials(account)

        def work(connection: Connection) -> None:
            connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.id == account.id))
            for table in FORGOTTEN:
                connection.execute(delete(table).where(table.c.account == account.id))

        await self._database.run(work)
        await QueuedPictures(self._database, account.id).tidy()

    async def _keep(self, account: Account) -> None:
        await self._upsert(ACCOUNTS, {"id": account.id}, {"account": msgspec.json.encode(account).decode()})

    async def _upsert(self, table: Table, key: dict[str, str], values: dict[str, str]) -> None:
        statement = insert(table).values(**key, **values)
        upsert = statement.on_conflict_do_update(index_elements=list(key), set_=values)
        await self._database.run(lambda connection: connection.execute(upsert))
