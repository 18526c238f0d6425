"""Small shapes that several calls share: ids in their id space, the buyer's mark on an order, cart lists,
SKU properties, addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef, Sku, SkuAttribute, Words
from sourcing_desktop.domain.order import OrderPage, OrderState, newest_first
from sourcing_desktop.gateways.values import CHINA, encode_json, unreadable
from sourcing_desktop.gateways.wire import Reader, https_url
from sourcing_desktop.language import tr

WEB_SITE = "1688"
"""What calls about 1688 orders name as the site (contract AO8)."""

WHOLE_OFFER = "0"
"""The SKU id of goods without SKUs (contract TG4)."""

NO_ADDRESS = Address(*[""] * 6)

REFERENCE = re.compile(
    r"\s*(?:\[(SD-[0-9A-Za-z]+)\]|\[?(?<![0-9A-Za-z-])(SD-[0-9A-Z]{12})(?![0-9A-Za-z-])\]?)", re.ASCII
)
"""Our mark in a note: in brackets as it was sent, or bare where a hand on the way changed the brackets."""


@dataclass(frozen=True, slots=True)
class Caller:
    """What requests say of who asks: generation of the contract, language of titles, user id."""

    generation: str
    language: str = "en"
    user_id: str = ""

    @property
    def is_v1(self) -> bool:
        return self.generation == "v1"


def wire_offer_id(ref: OfferRef, caller: Caller) -> int | str:
    """A number in v1, opaque text in v2 (contract 1.10). NotFound for an id of the other generation."""
    alien = ref.generation != caller.generation or (caller.is_v1 and not ref.id.isdecimal())
    if alien:
        raise NotFound(
            tr(
                "This offer was found under the gateway's other numbering, which this account does not use. "
                "Search for it again."
            )
        )
    return int(ref.id) if caller.is_v1 else ref.id


def wire_number(text: str) -> int | str:
    """An id that the contract writes as a number; anything else is passed on as it is."""
    return int(text) if text.isascii() and text.isdecimal() else text


def wire_yuan(money: Money) -> str:
    """Yuan as text: `10`, `647.60`."""
    whole, fen = divmod(money.minor, 100)
    return f"{whole}.{fen:02d}" if fen else str(whole)


def wire_time(moment: datetime | None, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """A time in China as text; empty for none."""
    return moment.astimezone(CHINA).strftime(form) if moment else ""


def filled(fields: Mapping[str, object], *, keep: Iterable[str] = ()) -> dict[str, object]:
    """The fields without those that are None or empty text, unless they are to be kept."""
    kept = set(keep)
    return {name: value for name, value in fields.items() if name in kept or value not in (None, "")}


def note_with_reference(note: str, references: Iterable[str]) -> str:
    """The buyer's note with our references before it, so that the order can be found again, also where a
    platform cuts long notes short."""
    marks = " ".join(f"[{reference}]" for reference in references)
    return f"{marks} {note.strip()}".strip()


def split_note(text: str) -> tuple[str, str]:
    """Note and reference of `note_with_reference`, wherever in the note they stand by now; several references
    come back joined by blanks."""
    references = dict.fromkeys(match[1] or match[2] for match in REFERENCE.finditer(text))
    return REFERENCE.sub("", text).strip(), " ".join(references)


def order_rows(envelope: Reader, lists: Sequence[str], totals: Sequence[str]) -> tuple[Reader, ...]:
    """The rows of an order list, under the first of several names.

    BadReply where there is no such list, unless the count is 0: an order that is only overlooked must not
    pass for one that was never placed.
    """
    data = envelope.child("data")
    if not any(data.holds(name) is list for name in lists) and data.lenient().whole(*totals) != 0:
        unreadable(f"{data.path}.{lists[0]}", tr("is missing"))
    return data.rows(*lists)


def words_by_state(states: Mapping[str, OrderState]) -> dict[OrderState, tuple[str, ...]]:
    """The status words that have a meaning, by the meaning."""
    return {
        state: tuple(word for word, meaning in states.items() if meaning is state)
        for state in dict.fromkeys(states.values())
    }


def merged(pages: Sequence[OrderPage]) -> OrderPage:
    """Pages of several lists as one, newest first; the total is known where each list's is."""
    found = {order.id: order for page in pages for order in page.orders}
    totals = [page.total for page in pages if page.total is not None]
    return OrderPage(newest_first(found.values()), sum(totals) if len(totals) == len(pages) else None)


def fast_address(address: Address) -> dict[str, object]:
    """`FastAdress` of the 1688 calls (contract 3.4). Phone is required there: the mobile stands in for it."""
    return {
        "fullName": address.name,
        "mobile": address.mobile,
        "phone": address.phone or address.mobile,
        "postCode": address.postcode,
        "cityText": address.city,
        "provinceText": address.province,
        "areaText": address.district,
        "townText": address.town,
        "address": address.street,
        "districtCode": address.district_code,
    }


def taobao_address(address: Address) -> dict[str, object]:
    """`TaobaoAddress` (contract 3.6), snake_case as written there. A city that is a province is 北京 at 1688
    and 北京市 at Taobao (example taobao-order-page)."""
    is_city = f"{address.province}市" == address.city
    return {
        "zip": address.postcode,
        "country": "中国",
        "address": " ".join(filter(None, (address.town, address.street))),
        "phone": address.phone,
        "mobile_phone": address.mobile,
        "city": address.city,
        "district": address.district,
        "name": address.name,
        "state": address.city if is_city else address.province,
    }


def web_page(text: str) -> str:
    """The URL, if a browser may be sent there; empty for any other text."""
    url = https_url(text)
    return url if url.startswith(("https://", "http://")) else ""


def known_address(address: Address) -> Address | None:
    """The address, or None where every part of it is empty."""
    return None if address == NO_ADDRESS else address


def step_time(row: Reader, name: str) -> tuple[datetime | None, str]:
    """When a step of a parcel was, and what the carrier wrote where that is no time."""
    at = row.lenient().moment(name)
    return at, "" if at else row.text(name)


def cart_items(envelope: Reader) -> Iterator[tuple[Reader, Reader, bool]]:
    """Seller, item and whether it is still sold, for every row of a cart (contract AK6)."""
    data = envelope.child("data")
    for name, sold in (("enableList", True), ("disableList", False)):
        for seller in data.rows(name):
            for item in seller.rows("cartItemInfos"):
                yield seller.lenient(), item.lenient(), sold


def wire_properties(sku: Sku) -> str:
    """A cart row's SKU properties as JSON in a string; empty for none."""
    if not sku.attributes:
        return ""
    return encode_json(
        [
            filled(
                {
                    "propName": attribute.name.original,
                    "valueName": attribute.value.original,
                    "propNameTrans": attribute.name.translated,
                    "valueNameTrans": attribute.value.translated,
                }
            )
            for attribute in sku.attributes
        ]
    )


def read_properties(row: Reader, name: str) -> tuple[SkuAttribute, ...]:
    """SKU attributes from a list of objects, an object of names and values, or plain text."""
    kind = row.holds(name)
    if kind is list:
        return tuple(read_attribute(each) for each in row.rows(name))
    if kind is dict:
        pairs = row.child(name)
        return tuple(SkuAttribute(Words(each), Words(pairs.text(each))) for each in pairs.names())
    text = row.plain(name)
    return (SkuAttribute(Words(""), Words(text)),) if text else ()


def read_attribute(row: Reader) -> SkuAttribute:
    """One name and value, under the names 1688 and Taobao use for them."""
    return SkuAttribute(
        name=Words(
            row.plain("attributeName", "propName", "name"),
            row.plain("attributeNameTrans", "propNameTrans", "transPropName"),
        ),
        value=Words(
            row.plain("value", "valueName"),
            row.plain("valueTrans", "valueNameTrans", "transValueName"),
        ),
        picture=https_url(row.text("skuImageUrl", "picUrl")),
    )
