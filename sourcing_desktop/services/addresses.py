"""The buyer's address book. What is in it is on disk, and works offline; the gateway's own list is asked and
told only when the buyer wants it, since how it is asked is not documented (contract F1)."""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.address import Address, AddressEntry, tidy, tidy_mobile
from sourcing_desktop.domain.pasted_address import take_town
from sourcing_desktop.gateways.pandapon.addresses import NEW, SavedAddresses, as_kept
from sourcing_desktop.services.changes import Changes
from sourcing_desktop.storage.address_book import AddressBook

Entries = tuple[AddressEntry, ...]


class Addresses:
    """One account's addresses, the default one first, then the last used. `changed` tells all of them after
    each change."""

    def __init__(self, book: AddressBook, gateway: SavedAddresses) -> None:
        self._book = book
        self._gateway = gateway
        self.changed: Changes[Entries] = Changes()

    async def entries(self) -> Entries:
        """All entries."""
        return await self._book.entries()

    async def save(self, entry: AddressEntry) -> AddressEntry:
        """Keep an entry, a new one where it has no id. As the default it takes the place of another one."""
        kept = await self._book.save(replace(entry, address=entry.address.tidied(), label=tidy(entry.label)))
        await self._tell()
        return kept

    async def use(self, address: Address) -> None:
        """An order goes to this address: put it before all but the default one, and keep it if it is new."""
        await self._book.use(address)
        await self._tell()

    async def remove(self, entry: AddressEntry) -> None:
        """Take an entry out of the book. The gateway may still have it: it has no way to forget one."""
        await self._book.remove(entry)
        await self._tell()

    async def keep_at_gateway(self, entry: AddressEntry) -> AddressEntry:
        """Have the gateway keep an entry, too. It is asked first what it has, so that an answer that was lost
        makes no second copy. Returns the entry with its id there, if the gateway tells it."""
        theirs = {saved.id: as_kept(saved.address) for saved in await self._gateway.all()}
        wanted = as_kept(entry.address)
        known = entry.gateway_id if entry.gateway_id in theirs else _id_of(wanted, theirs)
        if theirs.get(known) != wanted:
            await self._gateway.save(entry.address, known or NEW)
        if not known:
            theirs = {saved.id: as_kept(saved.address) for saved in await self._gateway.all()}
            known = _id_of(wanted, theirs)
        return await self.save(replace(entry, gateway_id=known))

    async def bring(self) -> int:
        """Add to the book what only the gateway has, and return how many that were. What is in the book stays
        as the buyer wrote it here."""
        mine = await self.entries()
        ids = {entry.gateway_id for entry in mine}
        addresses = [as_kept(entry.address) for entry in mine]
        new = [
            saved
            for saved in await self._gateway.all()
            if saved.id not in ids and as_kept(saved.address) not in addresses
        ]
        for saved in new:
            await self._book.save(AddressEntry(_apart(saved.address).tidied(), gateway_id=saved.id))
        await self._tell()
        return len(new)

    async def _tell(self) -> None:
        self.changed.tell(await self._book.entries())


def _id_of(wanted: Address, theirs: dict[str, Address]) -> str:
    """The gateway's id of an address just like this one; empty when it has none."""
    return next((known for known, address in theirs.items() if address == wanted), "")


def _apart(address: Address) -> Address:
    """Town and street, mobile and other phones, which the gateway keeps as one."""
    town, street = take_town(address.street)
    number = tidy_mobile(address.mobile)
    if len(number) != 11 or not number.startswith("1"):
        return replace(address, town=town, street=street, mobile="", phone=number)
    return replace(address, town=town, street=street, mobile=number)
