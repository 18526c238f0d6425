"""What a refusal of the gateway means, in the domain's errors and in sentences a buyer can act on.

INVENTED marks what is guessed: PandaPon's code table is not public (contract 1.6). The seller codes 500_00x
are 1688's own and documented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sourcing_desktop.contract.signature import CLOCK_WINDOW_SECONDS
from sourcing_desktop.domain.errors import (
    BadPicture,
    BadReply,
    NotFound,
    Rejected,
    SignInNeeded,
    SourcingError,
)
from sourcing_desktop.gateways.failures import broken, busy, clock_skewed, is_off

LONGEST_QUOTE = 200  # characters of the gateway's own words


class Meaning(Enum):
    """What a refusal is about."""

    KEY = "the access key is unknown"
    SIGNATURE = "the signature does not match"
    CLOCK = "the time of the request is not accepted"
    PERMISSION = "the user may not do this"
    PICTURE = "the picture sent cannot be read"
    BUSY = "too many requests"
    ABSENT = "there is no such thing"
    BROKEN = "the gateway itself failed"
    REFUSED = "anything else"


SANDBOX_CODES: Mapping[str, Meaning] = {
    "40003": Meaning.PICTURE,
    "40100": Meaning.SIGNATURE,
    "40101": Meaning.KEY,
    "40102": Meaning.SIGNATURE,
    "40103": Meaning.CLOCK,
    "40300": Meaning.PERMISSION,
    "40400": Meaning.ABSENT,
}
"""INVENTED: envelope codes of the sandbox; every other of its codes is an ordinary refusal."""

STATUSES: Mapping[str, Meaning] = {
    "401": Meaning.KEY,
    "403": Meaning.PERMISSION,
    "404": Meaning.ABSENT,
    "429": Meaning.BUSY,
    "500": Meaning.BROKEN,
    "502": Meaning.BROKEN,
    "503": Meaning.BUSY,
    "504": Meaning.BROKEN,
}
"""HTTP statuses; INVENTED: an envelope's code of the same number means the same."""

INVENTED_WORDS: tuple[tuple[Meaning, tuple[str, ...]], ...] = (
    (Meaning.CLOCK, ("timestamp", "clock", "request expired", "时间戳", "请求过期")),
    (Meaning.SIGNATURE, ("signature", "签名", "验签")),
    (Meaning.KEY, ("access-key", "access key", "accesskey", "unauthorized", "未授权", "密钥")),
    (Meaning.PERMISSION, ("permission", "forbidden", "user-id", "权限")),
    (Meaning.BUSY, ("too many requests", "rate limit", "flow control", "throttl", "频繁", "限流")),
    (Meaning.ABSENT, ("not found", "not exist", "no such", "不存在")),
)
"""INVENTED: words of the message that tell more than the code; the first that is found counts."""

SELLER_REASONS: Mapping[str, str] = {
    "1": "This offer cannot be ordered online any more.",
    "2": "This line belongs to another seller, or its SKU is not named. Open the offer and choose again.",
    "3": "This SKU is not part of the offer any more. Open the offer and choose again.",
    "4": "The seller has not enough stock. Take fewer.",
    "5": "This is below the minimum order quantity. Take more.",
    "6": "This is below the seller's mixed-batch minimum. Take more from this seller.",
    "7": "The seller does not sell single pieces to this account. Ask the seller, or order wholesale.",
    "8": "The SKU has no price yet. Ask the seller.",
    "9": "This is below the wholesale minimum. Take more.",
    "901": "The seller sells this in lots only. Take a multiple of the lot.",
    "902": "One order takes at most 50 SKUs. Take fewer at a time.",
}
"""1688's reasons 500_001 to 500_009 (contract 1.6); INVENTED by the sandbox: 901 and 902."""

ORDER_REASONS: Mapping[str, str] = {
    "CLOSE_ORDER_TOO_FAST": "The order was placed only seconds ago. Wait a moment and cancel it again.",
    "ORDER_STATUS_ERROR": "The order has moved on and does not allow this any more. Refresh it.",
    "ORDER_NOT_EXIST": "There is no such order. Refresh the orders.",
    "400_3": "There is no such order on this account. Refresh the orders.",
    "400_4": "The order cannot be paid this way. Pay it on the platform's own page.",
    "order.nopermission.buyer": "The order belongs to another account.",
    "order.createtime.history": "The platform keeps no trace of orders older than a year.",
}
"""1688's reasons why something cannot be done to an order (contract 1.6)."""

LEAVES_OPEN: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("AO3", "AO7", "AK1", "TO1", "TK1"), ("order", "ordering")),
    **dict.fromkeys(("AO1", "AO9", "TO6"), ("payment", "paying")),
}
"""Calls after whose refusal an order may exist, or be paid, all the same, unless the refusal is clear."""

CLEAR_CODES = frozenset({*SANDBOX_CODES, "40000", "40001", "40002", "40004", "40104", "50100"})
"""INVENTED: codes of the sandbox for requests that it did not even begin to carry out."""

CLEAR_WORDS = ("parameter", "参数", "必填", "不能为空", "must not be empty")
"""INVENTED: words for a request that lacks something or is malformed."""

NO_PRICE = "The gateway could not say what this order costs. Try again."

SENTENCES: Mapping[Meaning, tuple[type[SignInNeeded | NotFound | BadPicture], str]] = {
    Meaning.KEY: (
        SignInNeeded,
        "The gateway did not accept the access key. Check the key in Account settings.",
    ),
    Meaning.SIGNATURE: (
        SignInNeeded,
        "The gateway did not accept the signature. Check the secret in Account settings.",
    ),
    Meaning.PERMISSION: (
        SignInNeeded,
        "The gateway does not let this user do this. Check the user id in Account settings, or ask PandaPon "
        "to open the service for your account.",
    ),
    Meaning.ABSENT: (NotFound, "The gateway does not know this any more. Refresh and choose again."),
    Meaning.PICTURE: (BadPicture, "The gateway could not read the picture. Try another one."),
}

SELLER_CODE = re.compile(r"500_0*([1-9][0-9]{0,2})(?![0-9])")
CODE_WORD = re.compile(r"[A-Za-z0-9_.]+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What an answer that is no success says, and how it came."""

    code: str
    message: str
    status: int
    call: str
    request_id: str = ""
    retry_after: float | None = None
    clock_offset: timedelta | None = None

    @property
    def detail(self) -> str:
        return (
            f"{self.call}: HTTP {self.status}, code {self.code}, request {self.request_id}: "
            f"{self.message[:LONGEST_QUOTE]}"
        )


def fault(refusal: Refusal) -> SourcingError:
    """The error a refusal stands for."""
    meaning = _meaning(refusal)
    left_open = meaning in (Meaning.REFUSED, Meaning.ABSENT) and refusal.call in LEAVES_OPEN
    if left_open and not is_clear(refusal.code, refusal.message):
        return _unclear(*LEAVES_OPEN[refusal.call], refusal.code, refusal.message, refusal.detail)
    clock_matters = meaning in (Meaning.KEY, Meaning.SIGNATURE, Meaning.CLOCK)
    if meaning is Meaning.CLOCK or (clock_matters and is_off(refusal.clock_offset, CLOCK_WINDOW_SECONDS)):
        return clock_skewed(refusal.clock_offset, CLOCK_WINDOW_SECONDS, refusal.detail)
    if meaning is Meaning.BUSY:
        return busy(refusal.retry_after, refusal.detail)
    if meaning is Meaning.BROKEN:
        return broken(refusal.detail)
    if meaning is Meaning.REFUSED:
        return Rejected(_why(refusal), code=refusal.code, detail=refusal.detail)
    kind, sentence = SENTENCES[meaning]
    return kind(sentence, detail=refusal.detail)


def not_ordered(code: str, message: str) -> Rejected | BadReply:
    """The error for an order that was refused: Rejected only where it is clear that none was made."""
    if is_clear(code, message):
        return Rejected(seller_reason(code, message), code=code)
    return _unclear(*LEAVES_OPEN["AO7"], code, message)


def not_paid(code: str, message: str) -> Rejected | BadReply:
    """The error for a refused payment: Rejected only where it is clear that no money went."""
    if is_clear(code, message):
        return Rejected(order_reason(code, message), code=code)
    return _unclear(*LEAVES_OPEN["AO9"], code, message)


def is_clear(code: str, message: str) -> bool:
    """Whether a refusal leaves no doubt that nothing was done. Words nobody knows may be those of a timeout
    inside the gateway, after which the order may exist."""
    match = SELLER_CODE.search(f"{code} {message}")
    if match:
        return match[1] in SELLER_REASONS
    if _order_reason(code, message):
        return True
    return code in CLEAR_CODES or any(mark in message.lower() for mark in CLEAR_WORDS)


def seller_reason(code: str, message: str) -> str:
    """Why a seller's line is refused, in plain words; the gateway's own words where the code is unknown."""
    match = SELLER_CODE.search(code) or SELLER_CODE.search(message)
    if match and match[1] in SELLER_REASONS:
        return SELLER_REASONS[match[1]]
    return f"The seller's side refuses this: {in_words(code, message)}"


def order_reason(code: str, message: str) -> str:
    """Why something cannot be done to an order; the gateway's own words where the code is unknown."""
    return _order_reason(code, message) or f"The platform refuses this: {in_words(code, message)}"


def in_words(code: str, message: str) -> str:
    """What the gateway itself said, short."""
    return message.strip()[:LONGEST_QUOTE] or (f"code {code}" if code else "no reason given")


def _meaning(refusal: Refusal) -> Meaning:
    if SELLER_CODE.search(f"{refusal.code} {refusal.message}"):
        return Meaning.REFUSED
    if refusal.code in SANDBOX_CODES:
        return SANDBOX_CODES[refusal.code]
    by_number = STATUSES.get(refusal.code) or STATUSES.get(str(refusal.status))
    if by_number in (Meaning.BROKEN, Meaning.BUSY):
        return by_number
    words = refusal.message.lower()
    said = (meaning for meaning, marks in INVENTED_WORDS if any(mark in words for mark in marks))
    return next(said, by_number or Meaning.REFUSED)


def _order_reason(code: str, message: str) -> str | None:
    said = CODE_WORD.findall(f"{code} {message}")
    return next((ORDER_REASONS[word] for word in said if word in ORDER_REASONS), None)


def _unclear(what: str, doing: str, code: str, message: str, detail: str = "") -> BadReply:
    return BadReply(
        f"The gateway did not confirm the {what}: {in_words(code, message)}. "
        f"Look at the orders before {doing} again.",
        detail=detail,
    )


def _why(refusal: Refusal) -> str:
    if SELLER_CODE.search(f"{refusal.code} {refusal.message}"):
        return seller_reason(refusal.code, refusal.message)
    if reason := _order_reason(refusal.code, refusal.message):
        return reason
    if refusal.message:
        return f"The gateway refused: {refusal.message[:LONGEST_QUOTE]}"
    return f"The gateway refused without giving a reason (code {refusal.code})."
