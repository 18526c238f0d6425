"""Where goods are delivered: an address inside mainland China, usually a forwarding warehouse."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields

ALLOWED_FORMAT = "\u200c\u200d"
"""Joiners, which emoji and some scripts need; other invisible marks turn the direction of a line around."""

_COUNTRY_CODE = re.compile(r"^(?:\+|00)?86(?=1\d{10}$)")


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

    def tidied(self) -> Address:
        """The same without blanks around, control characters, and what is not needed in a Chinese mobile."""
        parts = {field.name: tidy(getattr(self, field.name)) for field in fields(self)}
        parts["mobile"] = tidy_mobile(parts["mobile"])
        return Address(**parts)

    @property
    def one_line(self) -> str:
        """Province to street, then who receives it."""
        place = " ".join(filter(None, (self.province, self.city, self.district, self.town, self.street)))
        return f"{place} · {self.name} {self.mobile or self.phone}"


def tidy(text: str) -> str:
    """Text in one line, without characters that cannot be seen."""
    seen = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or character in ALLOWED_FORMAT or unicodedata.category(character)[0] != "C"
    )
    return " ".join("".join(seen).split())


def tidy_mobile(text: str) -> str:
    """A mobile number as its eleven digits, if it is one: `+86 138-0000 0000` is `13800000000`."""
    digits = re.sub(r"[\s()-]", "", text)
    bare = _COUNTRY_CODE.sub("", digits)
    return bare if re.fullmatch(r"1\d{10}", bare) else text


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

    def is_same(self, other: AddressEntry) -> bool:
        """Whether both are one entry of the book, or the same address where one is in no book yet."""
        return self.id == other.id if self.id and other.id else self.address == other.address
