"""The addresses the gateway keeps for its user (contract F1, F2).

Assumed: that they are listed with the fields they are saved with, and that id 0 means a new one.
"""

from __future__ import annotations

from sourcing_desktop.domain.address import Address, SavedAddress
from sourcing_desktop.gateways.pandapon.answers import ensure_done, rows_in
from sourcing_desktop.gateways.pandapon.shapes import wire_number
from sourcing_desktop.gateways.pandapon.transport import Transport
from sourcing_desktop.gateways.wire import Reader

NEW = "0"
LISTS = ("data", "list", "records", "addressList", "addresses")


class SavedAddresses:
    """Addresses through one account."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def all(self) -> tuple[SavedAddress, ...]:
        """Every address that is kept."""
        return read_addresses(await self._transport.read("F1", body={}))

    async def save(self, address: Address, address_id: str = NEW) -> None:
        """Keep an address, or replace the one of that id. The id of a new one is not told: ask for all."""
        ensure_done(await self._transport.write("F2", body=save_request(address, address_id)))


def as_kept(address: Address) -> Address:
    """What the gateway can keep: F2 has one field for town and street, and one for any phone."""
    return Address(
        name=address.name,
        mobile=address.mobile or address.phone,
        province=address.province,
        city=address.city,
        district=address.district,
        street=" ".join(filter(None, (address.town, address.street))),
    )


def save_request(address: Address, address_id: str) -> dict[str, object]:
    """F2."""
    kept = as_kept(address)
    return {
        "id": wire_number(address_id),
        "name": kept.name,
        "province": kept.province,
        "city": kept.city,
        "district": kept.district,
        "address": kept.street,
        "phone": kept.mobile,
    }


def read_addresses(envelope: Reader) -> tuple[SavedAddress, ...]:
    """F1."""
    return tuple(map(_address, rows_in(envelope, *LISTS)))


def _address(row: Reader) -> SavedAddress:
    address = Address(
        name=row.plain("name"),
        mobile=row.text("phone", "mobile"),
        province=row.plain("province"),
        city=row.plain("city"),
        district=row.plain("district"),
        street=row.plain("address"),
    )
    return SavedAddress(row.text("id"), address)
