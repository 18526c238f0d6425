"""What 1688 orders would cost now (contract AO2, AO6, AK3). Pure. The sums are fen.

Assumed: `sumTotalPayment`, which only a sibling of the gateway answers, is `sumPayment` and a fee of the
gateway's; `additionalFee` is part of both. The amounts of lines are yuan or fen (contract 1.11): they
are read in the unit in which they come to the sum of the order, and not at all where they come to neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sourcing_desktop.domain.address import Address
from sourcing_desktop.domain.cart import CartGroup
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.order import OrderPreview
from sourcing_desktop.gateways.pandapon.alibaba.lines import FINE, LineNames, cargo, refusals
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import NO_PRICE, seller_reason
from sourcing_desktop.gateways.pandapon.shapes import Caller, fast_address
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

NOT_BY_API = tr("The seller does not take orders through the gateway.")
NOT_FROM_ABROAD = tr("This cannot be paid for from abroad.")

NO_FOREIGN_PAYMENT = "unsupportedCrossBorderPayOfferList"
OPEN_FREIGHT = "postFeeByDescOfferList"
"""Lists of lines; what the latter's freight costs is told in words elsewhere."""


def preview_request(
    groups: Sequence[CartGroup], address: Address, caller: Caller, *, with_seller: bool = False
) -> dict[str, object]:
    """AO6 for the lines of one seller, AO2 `with_seller` for those of any number."""
    return {
        "addressParam": fast_address(address),
        "cargoParamList": [
            cargo(
                line.ref, line.sku.spec_id, line.quantity, group.supplier.id, caller, with_seller=with_seller
            )
            for group in groups
            for line in group.orderable_lines
        ],
    }


def read_preview(envelope: Reader, names: LineNames, asked_at: datetime) -> OrderPreview:
    """One preview; where the gateway splits the order, the sum of its parts."""
    return _preview(_entries(envelope), envelope, names, asked_at)


def read_previews(
    envelope: Reader, groups: Sequence[CartGroup], asked_at: datetime
) -> tuple[OrderPreview, ...]:
    """One preview per group, found by the lines of each entry."""
    entries = _entries(envelope)
    every = LineNames.of_cart(line for group in groups for line in group.lines)
    return tuple(
        _preview([entry for entry in entries if _is_about(entry, names)], envelope, names, asked_at, every)
        for names in (LineNames.of_cart(group.lines) for group in groups)
    )


def _entries(envelope: Reader) -> list[Reader]:
    if envelope.holds("data") is list:
        return list(envelope.rows("data"))
    return list(envelope.child("data").rows("orderPreviewResuslt", "orderPreviewResult"))


def _is_about(entry: Reader, names: LineNames) -> bool:
    return any(names.knows(line) for line in entry.rows("cargoList"))


def _preview(
    entries: Sequence[Reader],
    envelope: Reader,
    names: LineNames,
    asked_at: datetime,
    every: LineNames | None = None,
) -> OrderPreview:
    """`every` knows the lines of all orders previewed together; a line it does not know may be of any."""
    freight, discount, added = (
        _sum(entries, "sumCarriage"),
        _sum(entries, "discountFee"),
        _sum(entries, "additionalFee"),
    )
    to_pay, with_fee = _sum(entries, "sumPayment"), _sum(entries, "sumTotalPayment", "sumPayment")
    unpayable, open_freight = (
        [line for line in _listed(envelope, name) if names.knows(line) or not (every and every.knows(line))]
        for name in (NO_FOREIGN_PAYMENT, OPEN_FREIGHT)
    )
    refused = {names.sku_id(line): NOT_FROM_ABROAD for line in unpayable}
    refused |= refusals((line for entry in entries for line in entry.rows("cargoList")), names)
    trade_types = [name for entry in entries for name in entry.texts("tradeModeNameList")]
    promotions = (each for entry in entries for each in entry.lenient().rows("shopPromotionList"))
    return OrderPreview(
        goods=to_pay - added - freight + discount,
        freight=freight,
        discount=discount,
        total=with_fee,
        asked_at=asked_at,
        flow=next((entry.text("flowFlag") for entry in entries), ""),
        trade_types=tuple(dict.fromkeys(trade_types)),
        refusals=refused,
        refusal="" if refused else _refusal(entries, envelope),
        fee=with_fee - to_pay + added,
        freight_is_final=not open_freight,
        promotion=next((each.text("promotionId") for each in promotions if each.yes("selected")), ""),
        amounts=_amounts(entries, names, to_pay - added - freight),
    )


def _amounts(entries: Sequence[Reader], names: LineNames, goods: Money) -> dict[str, Money]:
    """What each SKU costs, after what is taken off, in the unit in which that is what all goods cost."""
    lines = [line.lenient() for entry in entries for line in entry.rows("cargoList")]
    for unit in (Reader.yuan, Reader.fen):
        read = [(names.sku_id(line), unit(line, "amount")) for line in lines]
        known = [(sku_id, amount) for sku_id, amount in read if sku_id and amount is not None]
        if len(known) == len(lines) and total(amount for _, amount in known) == goods:
            skus = dict.fromkeys(sku_id for sku_id, _ in known)
            return {sku: total(amount for each, amount in known if each == sku) for sku in skus}
    return {}


def _sum(entries: Sequence[Reader], *names: str) -> Money:
    return total(entry.fen(*names) or Money(0) for entry in entries)


def _listed(envelope: Reader, name: str) -> list[Reader]:
    """The lines in a list, which may be the bare ids of their offers."""
    if envelope.holds("data") is not dict:
        return []
    data = envelope.lenient().child("data")
    return [*(Reader({"offerId": each}) for each in data.texts(name)), *data.rows(name)]


def _refusal(entries: Sequence[Reader], envelope: Reader) -> str:
    """Why the order as a whole is refused, when no line is; empty when it is not."""
    for entry in entries:
        code = entry.text("resultCode")
        if entry.yes("status") is False or code.lower() not in FINE:
            return seller_reason(code, entry.plain("message"))
    if refused := refusal_in(envelope):
        return seller_reason(*refused)
    if not entries:
        return NO_PRICE
    closed = (entry for entry in entries if entry.holds("tradeModeNameList") is list)
    return NOT_BY_API if any(not entry.texts("tradeModeNameList") for entry in closed) else ""
