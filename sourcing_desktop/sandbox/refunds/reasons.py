"""The reasons a buyer may give for a refund. INVENTED: ids and wording; the contract knows only their shape
(AA2, TA2)."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_desktop.sandbox.refunds.refund import Whereabouts


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, for goods in one place. `proof`: there must be pictures; `keeps_freight`: the freight is
    not paid back."""

    id: int
    name: str
    whereabouts: Whereabouts
    proof: bool = False
    keeps_freight: bool = False
    tip: str = ""


REASONS = (
    Reason(20021, "不想买了", Whereabouts.UNSHIPPED),
    Reason(20022, "拍错了/订单信息错误", Whereabouts.UNSHIPPED),
    Reason(20023, "商家缺货", Whereabouts.UNSHIPPED),
    Reason(20031, "未按约定时间发货", Whereabouts.UNDERWAY),
    Reason(20032, "快递一直未送到", Whereabouts.UNDERWAY),
    Reason(20033, "快递无跟踪记录", Whereabouts.UNDERWAY, proof=True, tip="请上传物流截图"),
    Reason(20041, "七天无理由退货", Whereabouts.RECEIVED, keeps_freight=True, tip="运费不予退还"),
    Reason(20042, "质量问题", Whereabouts.RECEIVED, proof=True, tip="请上传商品照片"),
    Reason(20043, "收到商品少件或破损", Whereabouts.RECEIVED, proof=True, tip="请上传商品照片"),
    Reason(20044, "商品与描述不符", Whereabouts.RECEIVED),
)


def reasons_for(whereabouts: Whereabouts) -> list[Reason]:
    """The reasons that fit goods in that place."""
    return [reason for reason in REASONS if reason.whereabouts is whereabouts]


def reason_of(reason_id: int) -> Reason | None:
    """The reason of that id."""
    return next((reason for reason in REASONS if reason.id == reason_id), None)
