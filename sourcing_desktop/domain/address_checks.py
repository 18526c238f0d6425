"""What is wrong with an address that somebody typed, and what may be, in plain sentences for each part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.divisions import Divisions
from sourcing_desktop.language import tr

SHORTEST_STREET, LONGEST_STREET = 2, 120
"""Characters."""

LONGEST_NAME = 50
LONGEST_PART = 60
"""Characters; so much for a place."""

_MOBILE = re.compile(r"1\d{10}")
_PHONE = re.compile(r"\+?\d[\d ()/-]{5,24}")
_CODE = re.compile(r"\d{6}")

NOT_LISTED = tr("Not in the list: check the spelling.")


def faults(address: Address, divisions: Divisions) -> dict[str, str]:
    """What has to be mended before the address can be kept, by the part's name. An order needs no less
    (contract 3.4), except that its mobile is a must: see `Address.missing`."""
    known = divisions.place(address.province, address.city)
    has_districts = len(known) < 2 or bool(divisions.children(known[-1].code))
    found = {
        "name": _required(address.name, tr("Write who receives the goods."), LONGEST_NAME),
        "mobile": _mobile(address),
        "phone": _phone(address.phone),
        "province": _required(address.province, tr("Choose the province."), LONGEST_PART),
        "city": _required(address.city, tr("Choose the city."), LONGEST_PART),
        "district": _too_long(address.district, LONGEST_PART),
        "town": _required(address.town, tr("Write the town: it ends in 镇, 乡 or 街道."), LONGEST_PART),
        "street": _street(address.street),
    }
    if has_districts and not address.district:
        found["district"] = tr("Choose the district: without it the parcel may not arrive.")
    if address.postcode and not _CODE.fullmatch(address.postcode):
        found["postcode"] = tr("A Chinese postcode has six digits.")
    if address.district_code and not _CODE.fullmatch(address.district_code):
        found["district_code"] = tr("A Chinese division code has six digits.")
    return {part: sentence for part, sentence in found.items() if sentence}


def doubts(address: Address, divisions: Divisions) -> dict[str, str]:
    """What is unusual but may be right, by the part's name: lists of places are never quite up to date."""
    parts = list(takewhile(lambda part: getattr(address, part), ("province", "city", "district")))
    known = divisions.place(*(getattr(address, part) for part in parts))
    if len(known) < len(parts):
        return {parts[len(known)]: NOT_LISTED}
    deepest = known[-1] if known else None
    if address.district_code and deepest and address.district_code != deepest.code:
        return {"district_code": tr("{place} has {code} in the list.", place=deepest.name, code=deepest.code)}
    return {}


def completed(address: Address, divisions: Divisions) -> Address:
    """The address with its places named as 1688 names them and with their division code, as far as they are
    known."""
    parts = ("province", "city", "district")
    known = divisions.place(address.province, address.city, address.district)
    names = {part: division.name for part, division in zip(parts, known, strict=False)}
    written = sum(bool(getattr(address, part)) for part in parts)
    whole = bool(known) and len(known) == written and not divisions.children(known[-1].code)
    code = {"district_code": known[-1].code} if whole else {}
    return replace(address, **names, **code)


def _required(text: str, sentence: str, longest: int) -> str:
    return _too_long(text, longest) if text else sentence


def _too_long(text: str, longest: int) -> str:
    if len(text) <= longest:
        return ""
    return tr("At most {most} characters; these are {length}.", most=longest, length=len(text))


def _mobile(address: Address) -> str:
    if not address.mobile:
        return "" if address.phone else tr("Write a Chinese mobile number, or a phone number.")
    if _MOBILE.fullmatch(address.mobile):
        return ""
    if any(character.isalpha() for character in address.mobile):
        return tr("A mobile number has no letters.")
    return tr("A Chinese mobile number has 11 digits and begins with 1.")


def _phone(phone: str) -> str:
    if not phone or _PHONE.fullmatch(phone):
        return ""
    if any(character.isalpha() for character in phone):
        return tr("A phone number has no letters.")
    return tr("Write the phone number with its area code, such as 0579-85550000.")


def _street(street: str) -> str:
    if len(street) < SHORTEST_STREET:
        return tr("Write the street and the house.")
    return _too_long(street, LONGEST_STREET)
