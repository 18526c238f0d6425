"""The address book together with the gateway's list: on disk first, and nothing kept there twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.gateways.exchange import Limits
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.addresses import Addresses
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.storage.database import Database
from tests.support.goods import ADDRESS

ENTRY = AddressEntry(ADDRESS, label="Guangzhou forwarder")
OTHER = AddressEntry(replace(ADDRESS, name="韩梅梅", mobile="", phone="020-85551234"))


class Office:
    """Books of one buyer on as many computers as are asked for."""

    def __init__(self, sandbox, tmp_path) -> None:
        account, keys = replace(SANDBOX, base_url=sandbox.url), sandbox.keys
        credentials = Credentials(keys.access_key, keys.secret, keys.user_id)
        self.control = sandbox.control
        self.gateway = PandaPon(account, credentials, limits=Limits(silence=10.0))
        self._folder = tmp_path
        self._databases: list[Database] = []

    async def computer(self) -> Addresses:
        database = Database(self._folder / f"{len(self._databases)}.sqlite")
        await database.open()
        self._databases.append(database)
        return Addresses(AddressBook(database, "trial"), self.gateway.addresses)

    async def close(self) -> None:
        await self.gateway.close()
        for database in self._databases:
            await database.close()


@pytest.fixture
def office(sandbox, tmp_path, runner):
    office = Office(sandbox, tmp_path)
    yield office
    runner.run(office.close())


async def test_the_book_works_without_the_gateway(office):
    office.control.fault("F1", "http_500", times=0)
    office.control.fault("F2", "http_500", times=0)
    book = await office.computer()
    told = []
    book.changed.subscribe(told.append)
    kept = await book.save(replace(ENTRY, address=replace(ADDRESS, mobile="+86 138 0000 1111")))
    assert kept.address == ADDRESS
    other = await book.save(replace(OTHER, default=True))
    assert await book.entries() == (other, kept) == told[-1]
    await book.use(ADDRESS)
    await book.remove(other)
    assert await book.entries() == (kept,) == told[-1]
    assert (office.control.calls("F1"), office.control.calls("F2")) == (0, 0)


async def test_halves_of_characters_are_not_kept(office):
    book = await office.computer()
    kept = await book.save(AddressEntry(replace(ADDRESS, name="李雷\ud83d"), label="Guang\udc9fzhou"))
    assert (kept.address.name, kept.label) == ("李雷", "Guangzhou")
    assert await book.entries() == (kept,)


async def test_an_address_kept_at_the_gateway_is_brought_to_another_computer_once(office):
    here, there = await office.computer(), await office.computer()
    first = await here.keep_at_gateway(await here.save(ENTRY))
    second = await here.keep_at_gateway(await here.save(OTHER))
    assert len({"", first.gateway_id, second.gateway_id}) == 3
    assert await here.bring() == 0
    assert await there.bring() == 2
    assert {entry.address for entry in await there.entries()} == {ADDRESS, OTHER.address}
    assert await there.bring() == 0


async def test_what_is_changed_here_is_changed_there_and_not_added(office):
    book = await office.computer()
    kept = await book.keep_at_gateway(await book.save(ENTRY))
    moved = replace(kept, address=replace(ADDRESS, street="新街1号"))
    assert await book.keep_at_gateway(await book.save(moved)) == moved
    assert await book.keep_at_gateway(moved) == moved
    assert [saved.address.street for saved in await office.gateway.addresses.all()] == ["石井街道 新街1号"]
    assert office.control.calls("F2") == 2


async def test_a_lost_answer_makes_no_second_copy(office):
    book = await office.computer()
    entry = await book.save(ENTRY)
    office.control.fault("F2", "cut_after")
    with pytest.raises(SourcingError):
        await book.keep_at_gateway(entry)
    assert (await book.entries()) == (entry,)
    assert (await book.keep_at_gateway(entry)).gateway_id
    assert len(await office.gateway.addresses.all()) == 1


async def test_what_the_gateway_refuses_is_raised_and_stays_in_the_book(office):
    book = await office.computer()
    entry = await book.save(ENTRY)
    office.control.fault("F1", "http_500")
    with pytest.raises(SourcingError):
        await book.bring()
    assert await book.entries() == (entry,)
