"""How addresses are told in a line, and what is wrong with them."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.domain.address_checks import faults
from sourcing_desktop.ui.address.places import places

PARTS = {
    "name": "the recipient",
    "mobile": "a Chinese mobile number",
    "province": "the province",
    "city": "the city",
    "town": "the town or subdistrict",
    "street": "street and house",
}


def in_short(entry: AddressEntry) -> str:
    """An address in one short line: `Yiwu forwarder · 义乌市 福田街道`."""
    address = entry.address
    place = " ".join(filter(None, (address.district or address.city, address.town or address.street)))
    return " · ".join(filter(None, (entry.title, place)))


def what_is_wrong(address: Address) -> str:
    """Why orders cannot go to an address, in a sentence; empty when they can. It may never have been in a
    form: the gateway's own list is not judged by anybody."""
    missing = [PARTS[part] for part in address.missing()]
    if not missing:
        fault = next(iter(faults(address, places()).values()), "")
        return f"Orders cannot go here yet. {fault} Edit it." if fault else ""
    *all_but_last, last = missing
    named = f"{', '.join(all_but_last)} and {last} are" if all_but_last else f"{last} is"
    return f"Orders cannot go here yet: {named} missing. Edit it."
