"""Finds what an answer holds where the documents leave open how it is wrapped. All but `unwrapped` are
lenient: what cannot be read counts as missing and stays unread."""

from __future__ import annotations

from sourcing_desktop.gateways.pandapon.faults import HTTP_OK, Refusal, refused
from sourcing_desktop.gateways.wire import Reader

DEEPEST_RESULT = 2
"""Upstream wraps an answer in `result`, some answers twice (contract upstream C1)."""


def answer_in(envelope: Reader) -> Reader:
    """The object that holds the answer: `data`, or what is in its `result`; empty where there is none."""
    return unwrapped(envelope.lenient())


def unwrapped(envelope: Reader) -> Reader:
    """The same, as lenient as the envelope is: BadReply where there is something else than an object."""
    inner = envelope if "result" in envelope.names() else envelope.child("data")
    for _ in range(DEEPEST_RESULT):
        inner = inner.child("result") if inner.holds("result") is dict else inner
    return inner


def rows_in(envelope: Reader, *names: str) -> tuple[Reader, ...]:
    """The rows of a list that is `data` itself, or has one of the names in it."""
    envelope = envelope.lenient()
    if envelope.holds("data") is list:
        return envelope.rows("data")
    answer = answer_in(envelope)
    return next((rows for name in names if (rows := answer.rows(name))), ())


def read_done(envelope: Reader, flag: str = "success") -> bool | None:
    """Whether something was done: what stands alone in `data`, or under a flag in it; None where nothing is
    said, which then goes by the envelope's code."""
    alone = envelope.lenient().yes("data")
    return answer_in(envelope).yes(flag) if alone is None else alone


def read_alone(envelope: Reader) -> str:
    """An id that stands alone in `data`; empty for anything else, also for true and false."""
    alone = envelope.lenient().text("data")
    return "" if alone in ("true", "false") else alone


def ensure_done(envelope: Reader, flag: str = "success", *, call: str = "") -> None:
    """Raises Rejected where the answer inside a success says that nothing was done (contract 7), and BadReply
    where that leaves it open. `call` is needed for those that may (see faults) and for codes of their own."""
    if read_done(envelope, flag) is False:
        answer = answer_in(envelope)
        why = answer.plain("errorInfo", "errorMsg", "errorMessage", "message")
        raise refused(Refusal(answer.text("errorCode", "code"), why, HTTP_OK, call, writing=True))
