"""Refunds of Taobao orders (contract TA1 to TA10), one order line each. Amounts are fen.

Assumed: the bodies of TA7 and TA9 (upstream's, with the platform's line id), of TA4 (upstream's) and TA8; how
several pictures share one text; what a list calls its rows; that a price is in fen like the sums.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.parcel import Carrier
from sourcing_desktop.domain.refund import (
    TAOBAO_REFUND_STATES,
    GoodsState,
    Refund,
    RefundKind,
    RefundLine,
    RefundMessage,
    RefundPage,
    RefundReason,
    RefundRequest,
    RefundState,
    RefundTerms,
    ReturnParcel,
    ReturnTerms,
    refund_state,
)
from sourcing_desktop.gateways.pandapon.answers import answer_in, rows_in
from sourcing_desktop.gateways.pandapon.refund_parts import read_address
from sourcing_desktop.gateways.pandapon.shapes import filled, wire_number
from sourcing_desktop.gateways.wire import Reader, https_url

Meaning = TypeVar("Meaning", RefundKind, GoodsState)

KINDS: Mapping[str, RefundKind] = {"1": RefundKind.MONEY_ONLY, "2": RefundKind.RETURN}
GOODS: Mapping[str, GoodsState] = {
    "1": GoodsState.NOT_SHIPPED,
    "2": GoodsState.SHIPPED,
    "3": GoodsState.NOT_RECEIVED,
    "4": GoodsState.RECEIVED,
    "5": GoodsState.SENT_BACK,
    "6": GoodsState.BACK_AT_SELLER,
}
"""`refundType` and `goodsStatus` (contract 3.2)."""

ASKED_STATES: Mapping[RefundState, int] = {state: int(raw) for raw, state in TAOBAO_REFUND_STATES.items()}
"""Status numbers to ask a list for, by what they mean."""

CURRENCY = "CNY"

LISTS = ("data", "list", "records", "refundOrderList", "refundOrders")
TOTALS = ("total", "totalRecords", "totalCount")
MESSAGES = ("data", "list", "records", "messageList", "messages")
CARRIERS = ("logisticsCompanyList", "logisticsCompanies", "logisticsCompany", "companies", "data", "list")
"""Assumed: what answers call their lists."""


def list_request(
    page: int,
    size: int,
    *,
    refund_id: str = "",
    purchase_id: str = "",
    order_id: str = "",
    state: RefundState | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> dict[str, object]:
    """TA1. Times are milliseconds (presumed by the contract). KeyError for a state Taobao does not have."""
    fields = {
        "refundId": refund_id,
        "purchaseOrderId": purchase_id,
        "salesOrderId": order_id,
        "refundStatus": None if state is None else ASKED_STATES[state],
        "refundStartTime": _milliseconds(since),
        "refundEndTime": _milliseconds(until),
        "pageNo": page,
        "pageSize": size,
    }
    return filled(fields)


def terms_request(line_id: str, kind: RefundKind, goods: GoodsState) -> dict[str, object]:
    """TA2."""
    return {"subOrderId": line_id, "refundType": _code(KINDS, kind), "goodsStatus": _code(GOODS, goods)}


def return_request(refund_id: str, parcel: ReturnParcel) -> dict[str, object]:
    """TA4."""
    fields = {
        "refundId": refund_id,
        "logisticsCompanyCode": parcel.carrier,
        "logisticsNo": parcel.waybill,
        "buyerPhone": parcel.phone,
        "returnGoodsDesc": parcel.description.strip(),
    }
    return filled(fields, keep=("logisticsCompanyCode", "logisticsNo"))


def message_request(refund_id: str, text: str, pictures: Sequence[str]) -> dict[str, object]:
    """TA6."""
    fields = {"refundId": refund_id, "refundMessage": text, "refundImages": ",".join(pictures)}
    return filled(fields, keep=("refundMessage",))


def refund_request(request: RefundRequest) -> dict[str, object]:
    """TA7; freight is part of the amount here."""
    return {"subOrderId": next(iter(request.pieces), ""), **_asked(request)}


def change_request(request: RefundRequest) -> dict[str, object]:
    """TA9: like TA7, for a refund there is."""
    return {"refundId": request.refund_id, **_asked(request)}


def messages_request(refund_id: str, page: int, size: int) -> dict[str, object]:
    """TA8."""
    return {"refundId": refund_id, "pageNo": page, "pageSize": size}


def read_page(envelope: Reader) -> RefundPage:
    """TA1."""
    rows = rows_in(envelope, *LISTS)
    total = None if envelope.lenient().holds("data") is list else answer_in(envelope).whole(*TOTALS)
    return RefundPage(tuple(map(_refund, rows)), total)


def read_terms(envelope: Reader) -> RefundTerms:
    """TA2."""
    answer = answer_in(envelope)
    template = answer.child("refundOrderTemplate")
    bounds, earlier = template.child("maxRefundFee"), template.child("refundOrder")
    return RefundTerms(
        reasons=tuple(map(_reason, template.rows("refundReasons"))),
        refundable=answer.yes("saleFlag") is not False,
        most=bounds.fen("refundFee"),
        least=bounds.fen("minRefundFee"),
        amount_is_fixed=bounds.yes("canEditRefundFee") is False,
        amount_tip=bounds.plain("feeTips"),
        goods_states=template.texts("goodsStatusList"),
        earlier=_refund(template) if earlier.text("refundId") else None,
    )


def read_return_terms(envelope: Reader) -> ReturnTerms:
    """TA3: carriers and where the goods go."""
    answer = answer_in(envelope)
    return ReturnTerms(
        carriers=tuple(map(_carrier, rows_in(envelope, *CARRIERS))),
        address=read_address(answer, "receiverAddress") or read_address(answer, "returnAddress"),
        tip=answer.plain("sellerAgreeReturnDescribe"),
    )


def read_refund(envelope: Reader) -> Refund:
    """TA5 and TA10."""
    return _refund(answer_in(envelope))


def read_messages(envelope: Reader) -> tuple[RefundMessage, ...]:
    """TA8."""
    return tuple(map(_message, rows_in(envelope, *MESSAGES)))


def _code(
    codes: Mapping[str, RefundKind] | Mapping[str, GoodsState], meaning: RefundKind | GoodsState
) -> int:
    return next(int(code) for code, each in codes.items() if each is meaning)


def _milliseconds(moment: datetime | None) -> int | None:
    return None if moment is None else round(moment.timestamp() * 1000)


def _asked(request: RefundRequest) -> dict[str, object]:
    fields = {
        "refundType": _code(KINDS, request.kind),
        "goodsStatus": _code(GOODS, request.goods),
        "reasonId": wire_number(request.reason_id),
        "refundFee": (request.amount + request.freight).minor,
        "currency": CURRENCY,
        "refundDesc": request.description.strip(),
        "refundImages": ",".join(request.vouchers),
    }
    return filled(fields)


def _refund(row: Reader) -> Refund:
    """A refund, taken apart into three objects that may be wrapped in a fourth, or flat."""
    row = row.lenient()
    whole = row.child("refundOrderAggregate") if row.holds("refundOrderAggregate") is dict else row
    facts = whole.child("refundOrder") if whole.holds("refundOrder") is dict else whole
    way = whole.child("logistics")
    line = _line(whole.child("purchaseOrderLine") if whole.holds("purchaseOrderLine") is dict else whole)
    raw_state = facts.text("refundStatus")
    return Refund(
        platform=Platform.TAOBAO,
        id=facts.text("refundId"),
        state=refund_state(Platform.TAOBAO, raw_state),
        raw_state=raw_state,
        order_id=line.sales_id,
        kind=facts.meaning(KINDS, "refundType"),
        goods=facts.meaning(GOODS, "goodsStatus"),
        asked=facts.fen("refundFee"),
        amount_is_fixed=facts.yes("canEditFee") is False,
        amount_tip=facts.plain("feeTips"),
        reason_id=facts.text("reasonId"),
        reason=facts.plain("reasonDesc"),
        description=facts.plain("refundDesc"),
        refused_because=facts.plain("sellerRefuseReason"),
        refused_in_detail=facts.plain("sellerRefuseReasonDescribe"),
        asked_at=facts.moment("refundCreateTime", "applyTime"),
        due_at=facts.moment("timeoutDate"),
        due_in_words=facts.text("remainingTime"),
        line_ids=(line.id,) if line.id else (),
        lines=(line,) if line != RefundLine("", "") else (),
        carrier=_carrier_of(way),
        waybill=way.text("logisticsNo"),
        return_note=way.plain("returnGoodsDesc"),
        buyer_phone=way.text("buyerPhone"),
        return_address=read_address(way, "receiverAddress"),
        seller_note=way.plain("sellerAgreeReturnDescribe"),
    )


def _line(row: Reader) -> RefundLine:
    return RefundLine(
        id=row.text("purchaseOrderLineId", "subOrderId"),
        title=row.plain("itemTitle"),
        quantity=row.whole("quantity"),
        picture=row.picture("itemImageUrl"),
        sku_name=_sku_name(row.child("properties")),
        price=row.fen("price"),
        goods_paid=row.fen("productFee"),
        freight_paid=row.fen("postFee"),
        total=row.fen("totalPrice"),
        purchase_id=row.text("purchaseOrderId"),
        sales_id=row.text("salesOrderId"),
        seller_id=row.text("supplierId"),
        seller_name=row.plain("supplierNick"),
        ordered_at=row.moment("createTime"),
    )


def _sku_name(properties: Reader) -> str:
    """The chosen values: `options` is one object of all pairs, or a list of objects of one pair."""
    pairs = (
        properties.rows("options") if properties.holds("options") is list else [properties.child("options")]
    )
    return " / ".join(value for pair in pairs for name in pair.names() if (value := pair.plain(name)))


def _carrier_of(way: Reader) -> Carrier | None:
    if way.holds("logisticsCompany") is not dict:
        return None
    carrier = _carrier(way.child("logisticsCompany"))
    return carrier if carrier != Carrier() else None


def _carrier(row: Reader) -> Carrier:
    """Its code has two spellings (contract 7)."""
    code = row.text("logisticsCompanyCode", "logisticCompanyCode")
    return Carrier(code, row.plain("logisticsCompanyName", "logisticCompanyName"))


def _reason(row: Reader) -> RefundReason:
    return RefundReason(row.text("reasonId"), row.plain("reasonDesc"), row.plain("tips"))


def _message(row: Reader) -> RefundMessage:
    return RefundMessage(
        text=row.plain("refundMessage", "message", "content"),
        author=row.text("operator", "author", "sender", "ownerNick"),
        action=row.text("action", "messageType"),
        at=row.moment("createTime", "time", "created"),
        pictures=tuple(map(https_url, row.texts("refundImages", "images", "pictures"))),
        id=row.text("messageId", "id"),
    )
