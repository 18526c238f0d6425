"""What a buyer may do about a refund, and what keeps the gateway from taking one. Problems are sentences for
the buyer; the platform decides."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.refund import (
    GoodsState,
    Refund,
    RefundKind,
    RefundRequest,
    RefundState,
    RefundTerms,
    ReturnParcel,
)
from sourcing_desktop.language import tr

SHORTEST_DESCRIPTION = 2
LONGEST_DESCRIPTION = 150
LONGEST_RETURN_DESCRIPTION = 200
MOST_VOUCHERS = 5
MOST_RETURN_VOUCHERS = 10
"""1688's limits, in characters and pictures (contract 1.8). No others are documented, so they stand for
Taobao too."""

MOST_VOUCHER_BYTES = 1_000_000
JPEG = b"\xff\xd8\xff"
"""A voucher is a JPEG of at most 1 MB (contract 1.8)."""


class RefundMove(StrEnum):
    """What a buyer can do about a refund through the gateway."""

    CHANGE = "change"
    CANCEL = "cancel"
    SEND_BACK = "send the goods back"
    MESSAGE = "write a message"


MOVES: Mapping[Platform, Mapping[RefundState, frozenset[RefundMove]]] = {
    Platform.TAOBAO: {
        RefundState.APPLIED: frozenset({RefundMove.CHANGE, RefundMove.CANCEL, RefundMove.MESSAGE}),
        RefundState.REFUSED: frozenset({RefundMove.CHANGE, RefundMove.CANCEL, RefundMove.MESSAGE}),
        RefundState.TO_SEND_BACK: frozenset({RefundMove.SEND_BACK, RefundMove.CANCEL, RefundMove.MESSAGE}),
        RefundState.SENT_BACK: frozenset({RefundMove.MESSAGE}),
    },
    Platform.ALIBABA: {
        RefundState.TO_SEND_BACK: frozenset({RefundMove.SEND_BACK}),
    },
}
"""Assumed: the documents name states and calls, not which call goes with which state. 1688 has no call to
change, cancel or discuss a refund. A state that is not here, also one nobody documented, offers nothing."""


def moves(refund: Refund) -> frozenset[RefundMove]:
    """What the buyer can do now."""
    return MOVES[refund.platform].get(refund.state, frozenset())


def request_problems(
    platform: Platform, request: RefundRequest, terms: RefundTerms | None = None
) -> tuple[str, ...]:
    """What keeps this request from being taken, each in a sentence; nothing for one that may be sent. `terms`
    are what the platform allows for these lines, where it was asked."""
    return (
        *_line_problems(platform, request),
        *_amount_problems(request, terms),
        *_reason_problems(request, terms),
        *_text_problems(request.description, LONGEST_DESCRIPTION, needed=True),
        *_voucher_problems(request.vouchers, MOST_VOUCHERS),
    )


def return_problems(parcel: ReturnParcel) -> tuple[str, ...]:
    """What keeps goods from being told as sent back, each in a sentence."""
    return (
        *([] if parcel.carrier.strip() else [tr("Choose the carrier.")]),
        *([] if parcel.waybill.strip() else [tr("Enter the waybill number.")]),
        *_text_problems(parcel.description, LONGEST_RETURN_DESCRIPTION, needed=False),
        *_voucher_problems(parcel.vouchers, MOST_RETURN_VOUCHERS),
    )


def voucher_problem(jpeg: bytes) -> str:
    """Why a picture cannot be a voucher, in a sentence; empty where it can."""
    if not jpeg.startswith(JPEG):
        return tr("The picture must be a JPEG.")
    if len(jpeg) > MOST_VOUCHER_BYTES:
        return tr("The picture has {size} MB; at most 1 MB is taken.", size=f"{len(jpeg) / 1e6:.1f}")
    return ""


def _line_problems(platform: Platform, request: RefundRequest) -> list[str]:
    found = []
    if not request.pieces:
        found.append(tr("Choose the lines of the order."))
    if platform is Platform.TAOBAO and len(request.pieces) > 1:
        found.append(tr("Taobao takes one line of an order at a time."))
    if any(count is not None and count < 1 for count in request.pieces.values()):
        found.append(tr("The number of pieces must be 1 or more."))
    if request.kind is RefundKind.RETURN and request.goods is GoodsState.NOT_SHIPPED:
        found.append(tr("Nothing was shipped yet, so nothing can be returned. Ask for the money only."))
    if request.after_sale and request.goods is GoodsState.NOT_SHIPPED:
        found.append(tr("A finished order cannot be waiting to be shipped. Say where the goods are."))
    return found


def _amount_problems(request: RefundRequest, terms: RefundTerms | None) -> list[str]:
    asked = request.amount + request.freight
    if request.amount.minor < 0 or request.freight.minor < 0 or not asked:
        return [tr("The amount must be above zero.")]
    if terms is None:
        return []
    if not terms.refundable:
        return [tr("The platform takes no refund for this line.")]
    whole_only = terms.amount_is_fixed or request.goods is GoodsState.NOT_SHIPPED
    if terms.most is not None and asked > terms.most:
        return [tr("At most ¥{amount} can be refunded.", amount=terms.most.major)]
    if terms.most is not None and asked < terms.most and whole_only:
        return [tr("Only the whole amount of ¥{amount} can be asked for.", amount=terms.most.major)]
    if terms.least is not None and asked < terms.least:
        return [tr("At least ¥{amount} must be asked for.", amount=terms.least.major)]
    return []


def _reason_problems(request: RefundRequest, terms: RefundTerms | None) -> list[str]:
    if not request.reason_id:
        return [tr("Choose a reason.")]
    if terms is None:
        return []
    reason = next((each for each in terms.reasons if each.id == request.reason_id), None)
    if reason is None:
        return [tr("This reason is not offered any more. Choose another.")]
    found = []
    if reason.needs_voucher and not request.vouchers:
        found.append(tr("This reason needs at least one picture as proof."))
    if reason.keeps_freight and request.freight:
        found.append(tr("With this reason the freight is not paid back."))
    return found


def _text_problems(text: str, longest: int, *, needed: bool) -> list[str]:
    length = len(text.strip())
    if length > longest or ((length or needed) and length < SHORTEST_DESCRIPTION):
        return [
            tr(
                "Describe it in {least} to {most} characters; these are {length}.",
                least=SHORTEST_DESCRIPTION,
                most=longest,
                length=length,
            )
        ]
    return []


def _voucher_problems(vouchers: tuple[str, ...], most: int) -> list[str]:
    return [tr("At most {most} pictures are taken.", most=most)] if len(vouchers) > most else []
