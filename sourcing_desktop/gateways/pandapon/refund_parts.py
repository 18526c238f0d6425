"""Parts of refunds that both platforms write alike: where an answer keeps them, return addresses, whether
something was done. Pure."""

from __future__ import annotations

from dataclasses import replace

from sourcing_desktop.domain.errors import BadReply, Rejected
from sourcing_desktop.domain.refund import Refund, ReturnAddress
from sourcing_desktop.gateways.wire import Reader

DEEPEST_RESULT = 2
"""Upstream wraps an answer in `result`, some answers twice (contract upstream C1)."""


def answer_in(envelope: Reader) -> Reader:
    """The object that holds the answer: `data`, or what is in its `result`; lenient."""
    envelope = envelope.lenient()
    inner = envelope.child("data") if envelope.holds("data") is dict else envelope
    for _ in range(DEEPEST_RESULT):
        inner = inner.child("result") if inner.holds("result") is dict else inner
    return inner


def rows_in(envelope: Reader, *names: str) -> tuple[Reader, ...]:
    """The rows of a list that is `data` itself, or has one of the names in it; lenient."""
    envelope = envelope.lenient()
    if envelope.holds("data") is list:
        return envelope.rows("data")
    return answer_in(envelope).rows(*names)


def read_refund_id(envelope: Reader) -> str:
    """The id of a refund that was asked for (AA4, TA7), also where it stands alone; empty where there is
    none."""
    return answer_in(envelope).text("refundId") or envelope.lenient().text("data")


def read_address(row: Reader, name: str) -> ReturnAddress | None:
    """A return address: an object in one generation, text in the other (contract 7)."""
    if row.holds(name) is not dict:
        text = row.plain(name)
        return ReturnAddress(text) if text else None
    parts = row.child(name)
    address = ReturnAddress(
        parts.plain("detailAddress", "address"),
        parts.plain("receiver", "name"),
        parts.text("phone", "mobile"),
    )
    return address if address != ReturnAddress("") else None


def read_done(envelope: Reader, flag: str = "success") -> bool | None:
    """Whether something was done: what stands alone in `data`, or under a flag in it; None where nothing is
    said, which then goes by the envelope's code."""
    alone = envelope.lenient().yes("data")
    return answer_in(envelope).yes(flag) if alone is None else alone


def ensure_done(envelope: Reader, flag: str = "success") -> None:
    """Raises Rejected where the answer inside a success says that nothing was done (contract 7)."""
    if read_done(envelope, flag) is False:
        answer = answer_in(envelope)
        why = answer.plain("errorInfo", "errorMsg", "errorMessage", "message")
        raise Rejected(
            f"The gateway refused: {why or 'it did not say why. Refresh, something may have changed'}.",
            code=answer.text("errorCode", "code"),
        )


def refund_id_of(envelope: Reader) -> str:
    """The id of a refund that was asked for; Rejected or BadReply where the answer has none."""
    ensure_done(envelope)
    refund_id = read_refund_id(envelope)
    if not refund_id:
        raise BadReply(
            "The gateway took the refund but did not say its number. Look at the order's refunds before "
            "asking again.",
            path="data.refundId",
        )
    return refund_id


def known(refund: Refund, refund_id: str) -> Refund:
    """The refund that was asked about; BadReply where the answer does not say how it stands."""
    if not refund.raw_state:
        raise BadReply("The gateway did not say how this refund stands. Try again.", path="data.refundStatus")
    return replace(refund, id=refund.id or refund_id)
