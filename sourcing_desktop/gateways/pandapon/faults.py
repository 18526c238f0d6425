"""What a refusal of the gateway means, in the domain's errors and in sentences a buyer can act on.

INVENTED marks what is guessed: PandaPon's code table is not public (contract 1.6). Guessed words never close
a call that orders, pays or asks for money back: see LEAVES_OPEN.
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
from sourcing_desktop.gateways.pandapon.reasons import CALL_REASONS, ORDER_REASONS, SELLER_REASONS
from sourcing_desktop.language import tr

HTTP_OK = 200
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
"""INVENTED: words of the message that tell more than the code; the first that is found counts. Never asked
about calls of LEAVES_OPEN: "created, but signing the payment failed" has words of them too."""

ORDER_OPEN = tr("The gateway did not confirm the order: {words}.")
PAYMENT_OPEN = tr("The gateway did not confirm the payment: {words}.")
REFUND_OPEN = tr("The gateway did not confirm the refund: {words}.")

LEAVES_OPEN: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("AO3", "AO7", "AK1", "TO1", "TK1"), (ORDER_OPEN, tr("Look at the orders before ordering again."))
    ),
    **dict.fromkeys(("AO1", "AO9", "TO6"), (PAYMENT_OPEN, tr("Look at the orders before paying again."))),
    **dict.fromkeys(("AA4", "TA7"), (REFUND_OPEN, tr("Look at the order's refunds before asking again."))),
    "TA9": (
        tr("The gateway did not confirm the change: {words}."),
        tr("Look at the refund before changing it again."),
    ),
    "W4": (
        tr("The gateway did not confirm the booking: {words}."),
        tr("Ask the warehouse before booking again."),
    ),
}
"""Calls after whose refusal it may have been done all the same, unless the refusal is clear: what the gateway
did not confirm, and what to do then."""

CLEAR_CODES = frozenset({*SANDBOX_CODES, "40000", "40001", "40002", "40004"})
"""INVENTED: codes of the sandbox for requests that it did not even begin to carry out. Not 40104, for a nonce
that was used: the request that used it may have been the same one, sent twice on the way."""

NO_PRICE = tr("The gateway could not say what this order costs. Try again.")

SENTENCES: Mapping[Meaning, tuple[type[SignInNeeded | NotFound | BadPicture], str]] = {
    Meaning.KEY: (
        SignInNeeded,
        tr("The gateway did not accept the access key. Check the key in Account settings."),
    ),
    Meaning.SIGNATURE: (
        SignInNeeded,
        tr("The gateway did not accept the signature. Check the secret in Account settings."),
    ),
    Meaning.PERMISSION: (
        SignInNeeded,
        tr(
            "The gateway does not let this user do this. Check the user id in Account settings, or ask "
            "PandaPon to open the service for your account."
        ),
    ),
    Meaning.ABSENT: (NotFound, tr("The gateway does not know this any more. Refresh and choose again.")),
    Meaning.PICTURE: (BadPicture, tr("The gateway could not read the picture. Try another one.")),
}

NO_SUCH_ORDER = "ORDER_NOT_EXIST"
SELLER_CODE = re.compile(r"500_0*([1-9][0-9]{0,2})(?![0-9])")
CODE_WORD = re.compile(r"[A-Za-z0-9_.]+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What an answer that is no success says, and how it came. `writing`: something was to be changed."""

    code: str
    message: str
    status: int
    call: str
    writing: bool = False
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
    if meaning is Meaning.REFUSED or (meaning is Meaning.ABSENT and _leaves_open(refusal)):
        return refused(refusal)
    clock_matters = meaning in (Meaning.KEY, Meaning.SIGNATURE, Meaning.CLOCK)
    if meaning is Meaning.CLOCK or (clock_matters and is_off(refusal.clock_offset, CLOCK_WINDOW_SECONDS)):
        return clock_skewed(refusal.clock_offset, CLOCK_WINDOW_SECONDS, refusal.detail)
    if meaning is Meaning.BUSY:
        return busy(refusal.retry_after, refusal.detail)
    if meaning is Meaning.BROKEN:
        return broken(refusal.detail, writing=refusal.writing)
    kind, sentence = SENTENCES[meaning]
    own = _own_reason(refusal.code, refusal.message, refusal.call)
    return kind(own or sentence, detail=refusal.detail)


def refused(refusal: Refusal) -> Rejected | BadReply:
    """The error for a no of the gateway: Rejected, unless it leaves open whether the call was done."""
    if not _leaves_open(refusal):
        return Rejected(_why(refusal), code=refusal.code, detail=refusal.detail)
    what, remedy = LEAVES_OPEN[refusal.call]
    words = in_words(refusal.code, refusal.message)
    return BadReply(f"{what.format(words=words)} {remedy}", detail=refusal.detail)


def is_clear(code: str, message: str, call: str = "") -> bool:
    """Whether a refusal leaves no doubt that nothing was done. Only codes do: words nobody knows may be those
    of a timeout inside the gateway, after which the order may exist."""
    match = SELLER_CODE.search(f"{code} {message}")
    if match:
        return match[1] in SELLER_REASONS
    return code in CLEAR_CODES or _own_reason(code, message, call) is not None


def seller_reason(code: str, message: str) -> str:
    """Why a seller's line is refused, in plain words; the gateway's own words where the code is unknown."""
    match = SELLER_CODE.search(code) or SELLER_CODE.search(message)
    if match and match[1] in SELLER_REASONS:
        return SELLER_REASONS[match[1]]
    return tr("The seller's side refuses this: {words}", words=in_words(code, message))


def order_reason(code: str, message: str) -> str:
    """Why something cannot be done to an order; the gateway's own words where the code is unknown."""
    return _own_reason(code, message) or tr(
        "The platform refuses this: {words}", words=in_words(code, message)
    )


def in_words(code: str, message: str) -> str:
    """What the gateway itself said, short."""
    if said := message.strip()[:LONGEST_QUOTE]:
        return said
    return tr("code {code}", code=code) if code else tr("no reason given")


def _meaning(refusal: Refusal) -> Meaning:
    code, message = refusal.code, refusal.message
    if NO_SUCH_ORDER in CODE_WORD.findall(f"{code} {message}"):
        return Meaning.ABSENT
    if SELLER_CODE.search(f"{code} {message}") or _own_reason(code, message, refusal.call):
        return Meaning.REFUSED
    if code in SANDBOX_CODES:
        return SANDBOX_CODES[code]
    if refusal.writing and "503" in (code, str(refusal.status)):
        return Meaning.BROKEN
    by_number = STATUSES.get(code) or STATUSES.get(str(refusal.status))
    if by_number in (Meaning.BROKEN, Meaning.BUSY) or refusal.call in LEAVES_OPEN:
        return by_number or Meaning.REFUSED
    words = message.lower()
    said = (meaning for meaning, marks in INVENTED_WORDS if any(mark in words for mark in marks))
    return next(said, by_number or Meaning.REFUSED)


def _leaves_open(refusal: Refusal) -> bool:
    return refusal.call in LEAVES_OPEN and not is_clear(refusal.code, refusal.message, refusal.call)


def _own_reason(code: str, message: str, call: str = "") -> str | None:
    """The sentence for a code of 1688's own that is no seller's."""
    said = CODE_WORD.findall(f"{code} {message}")
    of_order = next((ORDER_REASONS[word] for word in said if word in ORDER_REASONS), None)
    return CALL_REASONS.get(call, {}).get(code, of_order)


def _why(refusal: Refusal) -> str:
    code, message = refusal.code, refusal.message
    if SELLER_CODE.search(f"{code} {message}"):
        return seller_reason(code, message)
    if reason := _own_reason(code, message, refusal.call):
        return reason
    if message:
        return tr("The gateway refused: {words}", words=message[:LONGEST_QUOTE])
    if code:
        return tr("The gateway refused without giving a reason (code {code}).", code=code)
    return tr("The gateway refused and did not say why. Refresh, something may have changed.")
