"""Every code the sandbox answers with besides 200.

INVENTED: the gateway's own code table is not public (contract 1.6), so the numbers of `Code` and the two
marked members of `Upstream` mean nothing outside the sandbox. The other `Upstream` codes are those of 1688.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Code(IntEnum):
    """Invented envelope codes, all answered with HTTP 200 (contract 1.5 leaves the status open)."""

    UNREADABLE = 40000
    MISSING_PARAMETER = 40001
    BAD_PARAMETER = 40002
    BAD_PICTURE = 40003
    TOO_LARGE = 40004
    NOT_SIGNED = 40100
    WRONG_KEY = 40101
    BAD_SIGNATURE = 40102
    CLOCK_OFF = 40103
    REPLAYED_NONCE = 40104
    WRONG_USER = 40300
    NOT_FOUND = 40400
    REFUSED = 50000
    NO_SIGHT = 50001


MESSAGES: dict[Code, str] = {
    Code.UNREADABLE: "请求体不是有效的JSON对象",
    Code.MISSING_PARAMETER: "缺少必填参数",
    Code.BAD_PARAMETER: "参数格式错误",
    Code.BAD_PICTURE: "图片无法识别",
    Code.TOO_LARGE: "内容过大",
    Code.NOT_SIGNED: "缺少签名请求头",
    Code.WRONG_KEY: "access-key不存在",
    Code.BAD_SIGNATURE: "签名错误",
    Code.CLOCK_OFF: "timestamp与服务器时间相差超过600秒",
    Code.REPLAYED_NONCE: "nonce-str已被使用",
    Code.WRONG_USER: "user-id无权限",
    Code.NOT_FOUND: "数据不存在",
    Code.REFUSED: "业务处理失败",
    Code.NO_SIGHT: "图片搜索暂不可用",
}


class Upstream(StrEnum):
    """Business errors of the wrapped platform, as they surface in `data` and in `msg` (contract 1.6)."""

    NOT_TRADABLE = "500_001"
    DIFFERENT_SELLERS = "500_002"
    FOREIGN_SPEC = "500_003"
    STOCK = "500_004"
    BELOW_MOQ = "500_005"
    MIXED_BATCH = "500_006"
    NO_DISTRIBUTION = "500_007"  # only when a test script says so, like the next and 400_1
    PRICE_ZERO = "500_008"
    BELOW_WHOLESALE = "500_009"
    NOT_A_LOT = "500_901"  # invented: no code for it is documented
    TOO_MANY_SKUS = "500_902"  # invented: no code for it is documented
    CLOSED_TOO_FAST = "CLOSE_ORDER_TOO_FAST"
    STATUS_ERROR = "ORDER_STATUS_ERROR"
    NO_SUCH_ORDER = "ORDER_NOT_EXIST"
    NOT_YOURS = "400_3"
    PAYMENT_FAILED = "400_1"
    NOTHING_PAYABLE = "400_4"
    NO_ORDER_TO_CONFIRM = "4003"
    NO_TRACE = "404"
    TRACE_NOT_YOURS = "order.nopermission.buyer"
    TRACE_TOO_OLD = "order.createtime.history"


REASONS: dict[Upstream, str] = {
    Upstream.NOT_TRADABLE: "商品不支持在线交易",
    Upstream.DIFFERENT_SELLERS: "商品不属于同一个卖家或缺少specId",
    Upstream.FOREIGN_SPEC: "规格不属于该商品",
    Upstream.STOCK: "商品库存不足",
    Upstream.BELOW_MOQ: "购买数量小于起批量",
    Upstream.MIXED_BATCH: "不满足混批条件,数量和金额均未达到",
    Upstream.NO_DISTRIBUTION: "与卖家没有分销关系",
    Upstream.PRICE_ZERO: "商品价格为0",
    Upstream.BELOW_WHOLESALE: "购买数量小于批发起订量",
    Upstream.NOT_A_LOT: "购买数量不是每手数量的整数倍",
    Upstream.TOO_MANY_SKUS: "单笔订单商品种类不能超过50",
    Upstream.CLOSED_TOO_FAST: "下单后10秒内不能关闭订单",
    Upstream.STATUS_ERROR: "订单状态不允许此操作",
    Upstream.NO_SUCH_ORDER: "订单不存在",
    Upstream.NOT_YOURS: "无权限操作该订单",
    Upstream.PAYMENT_FAILED: "支付失败",
    Upstream.NOTHING_PAYABLE: "没有可使用该渠道支付的订单",
    Upstream.NO_ORDER_TO_CONFIRM: "订单或子订单不存在",
    Upstream.NO_TRACE: "未查询到物流信息",
    Upstream.TRACE_NOT_YOURS: "不是该订单的买家",
    Upstream.TRACE_TOO_OLD: "订单创建时间超过一年",
}


class Refused(Exception):
    """A call that is answered with a failing envelope."""

    def __init__(self, code: Code, detail: str = "", data: object = None) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.data = data

    @property
    def message(self) -> str:
        """What the buyer is told: upstream's own words, or what the code means and of what."""
        if self.code is Code.REFUSED:
            return self.detail
        return ": ".join(filter(None, (MESSAGES[self.code], self.detail)))


def refused_upstream(error: Upstream, **facts: object) -> Refused:
    """The platform said no: its code stands in `data.errorCode`, next to further facts, and before `msg`."""
    reason = REASONS[error]
    data = {"success": False, "errorCode": error.value, "errorMsg": reason, "errorMessage": reason}
    return Refused(Code.REFUSED, f"{error.value}:{reason}", data | facts)
