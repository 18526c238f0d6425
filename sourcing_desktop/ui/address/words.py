"""How addresses are told in a line, and what is wrong with them."""

from __future__ import annotations

from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.domain.address_checks import faults
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.address.places import places

PARTS = {
    "name": tr("the recipient"),
    "mobile": tr("a Chinese mobile number"),
    "province": tr("the province"),
    "city": tr("the city"),
    "town": tr("the town or subdistrict"),
    "street": tr("street and house"),
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
        return tr("Orders cannot go here yet. {fault} Edit it.", fault=fault) if fault else ""
    return trn(
        "Orders cannot go here yet: {parts} is missing. Edit it.",
        "Orders cannot go here yet: {parts} are missing. Edit it.",
        len(missing),
        parts=formats.all_of(missing),
    )
