"""Where goods are delivered: an address inside mainland China, usually a forwarding warehouse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A consignee in China. Empty text means not given. `district_code` is the six-digit division code."""

    name: str
    mobile: str
    province: str
    city: str
    district: str
    street: str
    town: str = ""
    postcode: str = ""
    phone: str = ""
    district_code: str = ""

    def missing(self) -> tuple[str, ...]:
        """The parts an order cannot do without (contract 3.4, 3.6) and that are empty."""
        required = {
            "name": self.name,
            "mobile": self.mobile,
            "province": self.province,
            "city": self.city,
            "town": self.town,
            "street": self.street,
        }
        return tuple(part for part, text in required.items() if not text.strip())

    @property
    def one_line(self) -> str:
        """Province to street, then who receives it."""
        place = " ".join(filter(None, (self.province, self.city, self.district, self.town, self.street)))
        return f"{place} · {self.name} {self.mobile}"


@dataclass(frozen=True, slots=True)
class SavedAddress:
    """An address that the gateway keeps, and its id there."""

    id: str
    address: Address


@dataclass(frozen=True, slots=True)
class AddressEntry:
    """An address in the buyer's own book. `id` is the book's; an entry with none is not kept yet."""

    address: Address
    id: str = ""
    label: str = ""
    """What the buyer calls it, such as `Yiwu forwarder`."""
    default: bool = False
    """The checkout begins with it."""
    gateway_id: str = ""
    """Its id at the gateway, once it is known to be kept there, too."""

    @property
    def title(self) -> str:
        """Its label or, without one, who receives the goods."""
        return self.label or self.address.name
