"""Refunds of 1688 orders (contract AA1 to AA6). Amounts are fen.

Assumed: the bodies of AA2 and AA3 are upstream's, and so is most of what AA1 answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.parcel import Carrier
from sourcing_desktop.domain.refund import (
    GoodsState,
    Refund,
    RefundKind,
    RefundLine,
    RefundMessage,
    RefundReason,
    RefundRequest,
    RefundTerms,
    ReturnAddress,
    ReturnParcel,
    refund_state,
)
from sourcing_desktop.gateways.pandapon.answers import answer_in, rows_in
from sourcing_desktop.gateways.pandapon.refund_parts import read_address
from sourcing_desktop.gateways.pandapon.shapes import filled, wire_number
from sourcing_desktop.gateways.upload import Upload, jpeg_upload
from sourcing_desktop.gateways.wire import Reader, https_url

KINDS: Mapping[RefundKind, str] = {RefundKind.MONEY_ONLY: "refund", RefundKind.RETURN: "returnRefund"}
"""`disputeRequest` (contract AA4)."""

IN_SALE: Mapping[GoodsState, str] = {
    GoodsState.NOT_SHIPPED: "refundWaitSellerSend",
    GoodsState.SHIPPED: "refundWaitBuyerReceive",
    GoodsState.NOT_RECEIVED: "refundWaitBuyerReceive",
    GoodsState.RECEIVED: "refundBuyerReceived",
}
AFTER_SALE: Mapping[GoodsState, str] = {
    GoodsState.SHIPPED: "aftersaleBuyerNotReceived",
    GoodsState.NOT_RECEIVED: "aftersaleBuyerNotReceived",
    GoodsState.RECEIVED: "aftersaleBuyerReceived",
}
"""`goodsStatus` before and after the order is finished (contract AA2)."""

READ_GOODS: Mapping[str, GoodsState] = {
    "1": GoodsState.NOT_RECEIVED,
    "2": GoodsState.RECEIVED,
    "3": GoodsState.SENT_BACK,
}
"""`goodsStatus` of a refund (contract AA1)."""

UPLOAD_FIELD = "imageData"
"""Assumed: upstream's name of the picture in AA3."""


def terms_request(
    order_id: str, line_ids: Iterable[str], goods: GoodsState, *, after_sale: bool
) -> dict[str, object]:
    """AA2."""
    return {
        "orderId": wire_number(order_id),
        "orderEntryIds": [wire_number(line_id) for line_id in line_ids],
        "goodsStatus": goods_word(goods, after_sale=after_sale),
    }


def goods_word(goods: GoodsState, *, after_sale: bool) -> str:
    """Where the goods are, in 1688's words; goods that went back already are no longer asked about, and
    count as received. ValueError for an order that is finished and never shipped."""
    if after_sale and goods is GoodsState.NOT_SHIPPED:
        raise ValueError("goods of a finished order cannot be waiting to be shipped")
    words = AFTER_SALE if after_sale else IN_SALE
    return words.get(goods, words[GoodsState.RECEIVED])


def voucher_upload(jpeg: bytes) -> Upload:
    """AA3."""
    return jpeg_upload(UPLOAD_FIELD, jpeg)


def refund_request(request: RefundRequest) -> dict[str, object]:
    """AA4."""
    counts = [
        {"id": wire_number(line_id), "count": count}
        for line_id, count in request.pieces.items()
        if count is not None
    ]
    fields = {
        "orderId": wire_number(request.order_id),
        "orderEntryIds": [wire_number(line_id) for line_id in request.pieces],
        "disputeRequest": KINDS[request.kind],
        "applyPayment": request.amount.minor,
        "applyCarriage": request.freight.minor,
        "applyReasonId": wire_number(request.reason_id),
        "description": request.description.strip(),
        "goodsStatus": goods_word(request.goods, after_sale=request.after_sale),
        "vouchers": list(request.vouchers) or None,
        "orderEntryCountList": counts or None,
    }
    return filled(fields, keep=("description",))


def return_request(refund_id: str, parcel: ReturnParcel) -> dict[str, object]:
    """AA5."""
    fields = {
        "refundId": refund_id,
        "logisticsCompanyNo": parcel.carrier,
        "freightBill": parcel.waybill,
        "description": parcel.description.strip(),
        "vouchers": list(parcel.vouchers) or None,
    }
    return filled(fields, keep=("logisticsCompanyNo", "freightBill"))


def read_terms(envelope: Reader) -> RefundTerms:
    """AA2: the reasons; 1688 says nothing of amounts."""
    return RefundTerms(tuple(map(_reason, rows_in(envelope, "reasons", "data"))))


def read_voucher(envelope: Reader) -> str:
    """AA3: the URL of the picture, from its two halves; empty where there is none."""
    answer = answer_in(envelope)
    domain, path = answer.text("imageDomain"), answer.text("imageRelativeUrl")
    if not path:
        return ""
    joined = f"{domain.rstrip('/')}/{path.lstrip('/')}" if domain else path
    return https_url(joined if "//" in joined or not domain else f"//{joined}")


def read_carriers(envelope: Reader) -> tuple[Carrier, ...]:
    """AA6: who may carry goods back."""
    return tuple(
        Carrier(
            code=row.text("companyNo"),
            name=row.plain("companyName"),
            id=row.text("id"),
            phone=row.text("companyPhone"),
        )
        for row in rows_in(envelope, "result", "data", "list")
    )


def read_refund(envelope: Reader) -> Refund:
    """AA1."""
    row = answer_in(envelope)
    raw_state = row.text("status")
    carrier = Carrier("", row.plain("buyerLogisticsName"))
    return Refund(
        platform=Platform.ALIBABA,
        id=row.text("refundId"),
        state=refund_state(Platform.ALIBABA, raw_state),
        raw_state=raw_state,
        order_id=row.text("orderId"),
        kind=_kind(row),
        goods=row.meaning(READ_GOODS, "goodsStatus"),
        asked=row.fen("applyPayment"),
        asked_freight=row.fen("applyCarriage"),
        paid_back=row.fen("refundPayment"),
        paid_back_freight=row.fen("refundCarriage"),
        reason_id=row.text("applyReasonId"),
        reason=row.plain("applyReason"),
        description=row.plain("description"),
        refused_because=row.plain("rejectReason"),
        asked_at=row.moment("gmtApply", "gmtCreate", "createTime"),
        changed_at=row.moment("gmtModified", "updateTime"),
        finished_at=row.moment("gmtCompleted"),
        due_at=row.moment("gmtTimeOut"),
        line_ids=row.texts("orderEntryIdList"),
        lines=_lines(row),
        carrier=carrier if carrier.name else None,
        waybill=row.text("freightBill"),
        return_address=_address(row),
        messages=tuple(map(_message, row.rows("refundOperationList"))),
    )


def _reason(row: Reader) -> RefundReason:
    return RefundReason(
        id=row.text("id"),
        name=row.plain("name"),
        tip=row.plain("tip"),
        needs_voucher=row.yes("needVoucher"),
        keeps_freight=row.yes("noRefundCarriage"),
    )


def _kind(row: Reader) -> RefundKind | None:
    """By whether goods go back; what the numbers of `disputeRequest` mean is not documented."""
    returns, only_money = row.yes("refundGoods"), row.yes("onlyRefund")
    if returns is None and only_money is None:
        return None
    return RefundKind.RETURN if returns or only_money is False else RefundKind.MONEY_ONLY


def _lines(row: Reader) -> tuple[RefundLine, ...]:
    """One for each line with a count; the name of the goods goes with the first."""
    title, counts = row.plain("productName"), row.child("orderEntryCountMap")
    lines = [RefundLine(line_id, "", counts.whole(line_id)) for line_id in counts.names()]
    if not title:
        return tuple(lines)
    first = lines[0] if lines else RefundLine("", "")
    return (RefundLine(first.id, title, first.quantity), *lines[1:])


def _address(row: Reader) -> ReturnAddress | None:
    address = read_address(row, "sellerReceiveAddress") or ReturnAddress("")
    name = address.name or row.plain("sellerRealName")
    phone = address.phone or row.text("sellerMobile", "sellerTel")
    return ReturnAddress(address.text, name, phone) if address.text or name or phone else None


def _message(row: Reader) -> RefundMessage:
    inside = row.child("logisticsCompany") if row.holds("logisticsCompany") is dict else Reader({})
    return RefundMessage(
        text=row.plain("operateRemark"),
        action=row.text("operateTypeInt"),
        at=row.moment("gmtCreate"),
        pictures=tuple(map(https_url, row.texts("vouchers"))),
        carrier=row.plain("logisticsCompany") or inside.plain("companyName"),
    )
