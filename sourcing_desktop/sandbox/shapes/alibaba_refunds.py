"""1688 refunds as upstream writes them (contract AA1 to AA6). Amounts are fen."""

from __future__ import annotations

from collections.abc import Sequence

from sourcing_desktop.sandbox.market.model import MarketOffer
from sourcing_desktop.sandbox.orders.carriers import CARRIERS
from sourcing_desktop.sandbox.orders.order import PlacedLine, PlacedOrder
from sourcing_desktop.sandbox.refunds.reasons import Reason, reason_of
from sourcing_desktop.sandbox.refunds.refund import Refund, RefundState, Step, Whereabouts
from sourcing_desktop.sandbox.refunds.rules import value_of
from sourcing_desktop.sandbox.shapes.alibaba_goods import Shape
from sourcing_desktop.sandbox.shapes.amounts import alibaba_time, taobao_time, yuan

_STATUS = {
    RefundState.APPLIED: ("waitselleragree", "WAIT_SELLER_AGREE"),
    RefundState.TO_SEND: ("waitbuyersend", "WAIT_BUYER_SEND"),
    RefundState.SENT: ("waitsellerreceive", "WAIT_SELLER_RECEIVE"),
    RefundState.REFUNDED: ("refundsuccess", "REFUND_SUCCESS"),
    RefundState.REFUSED: ("waitbuyermodify", "WAIT_BUYER_MODIFY"),
    RefundState.CLOSED: ("refundclose", "REFUND_CLOSED"),
}
_OPERATIONS = {
    "BUYER_APPLY_REFUND": 1,
    "BUYER_MODIFY_REFUND": 2,
    "SELLER_AGREE_REFUND": 3,
    "SELLER_REJECT_REFUND": 4,
    "SELLER_ASK_RETURN": 5,
    "BUYER_SEND_GOODS": 6,
    "SELLER_RECEIVE_GOODS": 7,
    "BUYER_CANCEL_REFUND_CLOSE": 8,
    "SYSTEM_CLOSE_REFUND": 9,
}
"""`operateTypeInt`, whose values are invented."""


def status_word(refund: Refund) -> str:
    """The status of a refund, as the refund itself and its order tell it."""
    return _STATUS[refund.state][0]


def shouted_status(refund: Refund) -> str:
    """The status of a refund, as order lines tell it."""
    return _STATUS[refund.state][1]


def reasons(fitting: Sequence[Reason]) -> Shape:
    """What AA2 answers."""
    return {
        "reasons": [
            {
                "id": reason.id,
                "name": reason.name,
                "needVoucher": reason.proof,
                "noRefundCarriage": reason.keeps_freight,
                "tip": reason.tip or None,
            }
            for reason in fitting
        ]
    }


def companies() -> list[Shape]:
    """What AA6 answers."""
    return [
        {
            "id": number,
            "companyName": carrier.name,
            "companyNo": carrier.code,
            "companyPhone": carrier.phone,
            "supportPrint": "0",
            "spelling": carrier.spelling,
        }
        for number, carrier in enumerate(CARRIERS, start=1)
    ]


def info(refund: Refund, order: PlacedOrder, offer: MarketOffer) -> Shape:
    """A refund in full (AA1): eight fields of the platform's own record, then upstream's. `offer` is that of
    the first line."""
    return _record(refund) | _asked(refund, order) | _parties(order, offer) | _progress(refund)


def refund_of_line(order: PlacedOrder, line: PlacedLine) -> Shape:
    """What an order line (3.7) tells of refunds; the money is yuan here."""
    paid = sum(_share(refund, order, line) for refund in order.refunds if refund.paid_back)
    in_sale, after_sale = (order.last_refund(line.id, after) for after in (False, True))
    return {
        "refund": yuan(paid),
        "refundStatus": shouted_status(in_sale) if in_sale else None,
        "refundId": in_sale.id if in_sale else None,
        "refundIdForAs": after_sale.id if after_sale else None,
    }


def refund_of_order(order: PlacedOrder) -> Shape:
    """What `baseInfo` of an order (3.7) tells of refunds: the money in yuan and once more in fen."""
    in_sale, after_sale, last = (order.last_refund(after_sale=after) for after in (False, True, None))
    return {
        "refund": yuan(order.refunded_fen),
        "refundPayment": order.refunded_fen,
        "refundStatus": status_word(in_sale) if in_sale else None,
        "refundStatusForAs": status_word(after_sale) if after_sale else None,
        "refundId": last.id if last else None,
    }


def _share(refund: Refund, order: PlacedOrder, line: PlacedLine) -> int:
    """The part of a refund that is for one of its lines, in fen."""
    worth = {each.id: value_of(each, refund.claim.pieces.get(each.id, 0)) for each in order.lines}
    return refund.claim.goods_fen * worth[line.id] // max(1, sum(worth.values()))


def _record(refund: Refund) -> Shape:
    name = f"sandbox{refund.user_id[-4:]}"
    return {
        "id": refund.position,
        "createBy": name,
        "createById": int(refund.user_id),
        "createTime": taobao_time(refund.created_at),
        "updateBy": name,
        "updateById": int(refund.user_id),
        "updateTime": taobao_time(refund.changed_at),
        "remark": None,
    }


def _asked(refund: Refund, order: PlacedOrder) -> Shape:
    claim = refund.claim
    reason = reason_of(claim.reason_id)
    return {
        "alipayPaymentId": f"2024{order.id[:16]}",
        "applyCarriage": claim.freight_fen,
        "applyExpect": claim.total_fen,
        "applyPayment": claim.goods_fen,
        "applyReason": reason.name if reason else None,
        "applyReasonId": claim.reason_id,
        "applySubReason": None,
        "applySubReasonId": None,
        "canRefundPayment": sum(line.amount_fen for line in order.lines if line.id in claim.pieces),
        "disputeRequest": 3 if claim.returns else 1,
        "disputeType": 2 if refund.after_sale else 1,
        "orderEntryCountMap": claim.pieces,
        "orderEntryIdList": [int(line_id) for line_id in claim.pieces],
        "orderId": int(order.id),
        "refundId": refund.id,
    }


def _parties(order: PlacedOrder, offer: MarketOffer) -> Shape:
    seller = offer.seller
    return {
        "buyerAlipayId": f"2088{order.user_id[-12:]}",
        "buyerMemberId": f"b2b-{order.user_id}",
        "buyerUserId": int(order.user_id),
        "buyerLoginId": f"sandbox{order.user_id[-4:]}",
        "productName": offer.title.zh,
        "sellerMemberId": f"b2b-{seller.shop_id}",
        "sellerLoginId": seller.nick,
        "sellerMobile": "13900000000",
        "sellerRealName": seller.name.zh,
        "sellerReceiveAddress": f"{seller.location.zh} 退货部",
        "sellerTel": "",
    }


def _progress(refund: Refund) -> Shape:
    claim, parcel, paid = refund.claim, refund.parcel, refund.paid_back
    closed = refund.state is RefundState.CLOSED
    return {
        "buyerLogisticsName": parcel.company if parcel else None,
        "buyerSendGoods": parcel is not None,
        "disburseChannel": "alipay" if paid else None,
        "extInfo": {},
        "freightBill": parcel.waybill if parcel else None,
        "frozenFund": 0 if paid or closed else claim.total_fen,
        "gmtApply": alibaba_time(refund.created_at),
        "gmtCreate": alibaba_time(refund.created_at),
        "gmtModified": alibaba_time(refund.changed_at),
        "gmtCompleted": alibaba_time(refund.changed_at) if paid else None,
        "gmtTimeOut": None,
        "goodsReceived": claim.whereabouts is Whereabouts.RECEIVED,
        "goodsStatus": _goods_status(refund),
        "onlyRefund": not claim.returns,
        "refundCarriage": claim.freight_fen if paid else 0,
        "refundGoods": claim.returns,
        "refundPayment": claim.goods_fen if paid else 0,
        "rejectReason": refund.refusal or None,
        "rejectTimes": sum(step.action == "SELLER_REJECT_REFUND" for step in refund.steps),
        "status": status_word(refund),
        "refundOperationList": [_operation(step, refund) for step in refund.steps if step.action],
    }


def _goods_status(refund: Refund) -> int:
    """1 not received, 2 received, 3 returned."""
    if refund.parcel:
        return 3
    return 2 if refund.claim.whereabouts is Whereabouts.RECEIVED else 1


def _operation(step: Step, refund: Refund) -> Shape:
    sending = step.action == "BUYER_SEND_GOODS" and refund.parcel
    return {
        "operateTypeInt": _OPERATIONS[step.action],
        "operateRemark": step.text or None,
        "gmtCreate": alibaba_time(step.at),
        "vouchers": list(step.pictures),
        "logisticsCompany": sending.company if sending else None,
    }
