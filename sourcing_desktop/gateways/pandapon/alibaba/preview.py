"""What 1688 orders would cost now (contract AO2, AO6, AK3). Pure. The sums are fen."""

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

NOT_BY_API = "The seller does not take orders through the gateway."


def preview_request(groups: Sequence[CartGroup], address: Address, caller: Caller) -> dict[str, object]:
    """AO6 for the lines of one seller, AO2 for those of several."""
    return {
        "addressParam": fast_address(address),
        "cargoParamList": [
            cargo(line.ref, line.sku.spec_id, line.quantity, group.supplier.id, caller, sellers=len(groups))
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
    return tuple(
        _preview([entry for entry in entries if _is_about(entry, names)], envelope, names, asked_at)
        for names in (LineNames.of_cart(group.lines) for group in groups)
    )


def _entries(envelope: Reader) -> list[Reader]:
    if envelope.holds("data") is list:
        return list(envelope.rows("data"))
    return list(envelope.child("data").rows("orderPreviewResuslt", "orderPreviewResult"))


def _is_about(entry: Reader, names: LineNames) -> bool:
    return any(names.knows(line) for line in entry.rows("cargoList"))


def _preview(
    entries: Sequence[Reader], envelope: Reader, names: LineNames, asked_at: datetime
) -> OrderPreview:
    payment, freight, discount = (
        _sum(entries, "sumPayment"),
        _sum(entries, "sumCarriage"),
        _sum(entries, "discountFee"),
    )
    refused = refusals((line for entry in entries for line in entry.rows("cargoList")), names)
    trade_types = [name for entry in entries for name in entry.texts("tradeModeNameList")]
    return OrderPreview(
        goods=payment - freight + discount,
        freight=freight,
        discount=discount,
        total=payment,
        asked_at=asked_at,
        flow=next((entry.text("flowFlag") for entry in entries), ""),
        trade_types=tuple(dict.fromkeys(trade_types)),
        refusals=refused,
        refusal="" if refused else _refusal(entries, envelope),
    )


def _sum(entries: Sequence[Reader], name: str) -> Money:
    return total(entry.fen(name) or Money(0) for entry in entries)


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
