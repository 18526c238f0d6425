"""The codes refunds are refused with: upstream's for 1688 (contract 1.6). Those of Taobao, which are words
here, are INVENTED; none of them is documented."""

from __future__ import annotations

from enum import StrEnum

from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.refunds.rules import Objection


class RefundCode(StrEnum):
    """Why a refund cannot be made or moved."""

    NO_ORDER = "5001"
    WRONG_BUYER = "5002"
    WRONG_GOODS_STATUS = "5003"
    BAD_REASON = "5004"
    PROOF_NEEDED = "5005"
    NO_FREIGHT = "5006"
    WRONG_PROGRESS = "5010"
    BAD_AMOUNT = "5011"
    BAD_DESCRIPTION = "5012"
    BAD_PIECES = "5013"
    RETURN_FIELD_MISSING = "4002"
    RETURN_PICTURES = "4003"
    RETURN_WAYBILL = "4004"
    NO_REFUND = "4005"
    REFUND_NOT_YOURS = "4006"
    RETURN_NOT_WANTED = "4007"
    BAD_REFUND_NUMBER = "4008"
    TAOBAO_NO_REFUND = "REFUND_NOT_EXIST"
    TAOBAO_STATUS = "REFUND_STATUS_ERROR"
    TAOBAO_CLAIM = "REFUND_APPLY_ERROR"


_MESSAGES: dict[RefundCode, str] = {
    RefundCode.NO_ORDER: "订单不存在",
    RefundCode.WRONG_BUYER: "不是该订单的买家",
    RefundCode.WRONG_GOODS_STATUS: "货物状态不正确",
    RefundCode.BAD_REASON: "退款原因不正确",
    RefundCode.PROOF_NEEDED: "需要上传1到5张凭证",
    RefundCode.NO_FREIGHT: "运费不可退或超过实付运费",
    RefundCode.WRONG_PROGRESS: "当前状态不能申请该退款",
    RefundCode.BAD_AMOUNT: "退款金额不正确",
    RefundCode.BAD_DESCRIPTION: "退款说明需2到150个字",
    RefundCode.BAD_PIECES: "子订单或数量不正确",
    RefundCode.RETURN_FIELD_MISSING: "缺少必填参数",
    RefundCode.RETURN_PICTURES: "凭证不正确,最多10张",
    RefundCode.RETURN_WAYBILL: "物流公司与运单号不匹配",
    RefundCode.NO_REFUND: "退款单不存在",
    RefundCode.REFUND_NOT_YOURS: "无权限操作该退款单",
    RefundCode.RETURN_NOT_WANTED: "退款单状态不支持此操作",
    RefundCode.BAD_REFUND_NUMBER: "退款单号不正确",
    RefundCode.TAOBAO_NO_REFUND: "逆向单不存在",
    RefundCode.TAOBAO_STATUS: "逆向单状态不允许此操作",
    RefundCode.TAOBAO_CLAIM: "逆向申请不成立",
}

_OF_OBJECTION = {
    Objection.WHEREABOUTS: RefundCode.WRONG_GOODS_STATUS,
    Objection.REASON: RefundCode.BAD_REASON,
    Objection.PROOF: RefundCode.PROOF_NEEDED,
    Objection.FREIGHT: RefundCode.NO_FREIGHT,
    Objection.PROGRESS: RefundCode.WRONG_PROGRESS,
    Objection.AMOUNT: RefundCode.BAD_AMOUNT,
    Objection.DESCRIPTION: RefundCode.BAD_DESCRIPTION,
    Objection.PIECES: RefundCode.BAD_PIECES,
}


def refused_refund(error: RefundCode, reason: str = "") -> Refused:
    """A refused call about refunds; `errorInfo` is what AA5 calls its reason."""
    text = reason or _MESSAGES[error]
    names = ("errorMsg", "errorMessage", "errorInfo")
    data = {"success": False, "errorCode": error.value, **dict.fromkeys(names, text)}
    return Refused(Code.REFUSED, f"{error.value}:{text}", data)


def refused_claim(objection: Objection, platform: str) -> Refused:
    """A claim that something speaks against. Taobao has one code for all; the reason tells what it is."""
    error = _OF_OBJECTION[objection]
    if platform == "1688":
        return refused_refund(error)
    return refused_refund(RefundCode.TAOBAO_CLAIM, _MESSAGES[error])
