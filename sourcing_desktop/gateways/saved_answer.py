"""Reads an answer that somebody saved: what it became, and every field that nobody used. Sends nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sourcing_desktop.contract.endpoints import CALLBACKS
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import Refusal, fault
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader

READABLE = frozenset(READERS)
"""Every call and callback whose answer somebody reads."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands around an answer. `refusal` says in a sentence why it is no success; empty for one."""

    code: str
    message: str
    request_id: str
    refusal: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """`objects` are the domain's; `unread` holds by its path whatever was not used for them. A callback has
    no envelope."""

    objects: object
    unread: Mapping[str, object]
    envelope: Envelope | None = None


def read_saved(name: str, content: bytes, generation: str) -> SavedAnswer:
    """Read the answer of a call, or the body of a callback, as it was saved: whole, or only its `data`.

    BadReply with the field's path where it cannot be understood, KeyError for a name nobody reads.
    """
    try:
        decoded = decode_json(content)
    except (ValueError, RecursionError) as error:
        raise BadReply(f"This is no JSON, or only a part of it: {error}.") from error
    try:
        if name in CALLBACKS:
            body = Reader(decoded)
            return SavedAnswer(READERS[name](body, Caller(generation)), body.unread())
        if _is_envelope(decoded):
            return _whole(name, decoded, Caller(generation))
        data = Reader({"data": decoded})
        return SavedAnswer(READERS[name](data, Caller(generation)), data.unread())
    except RecursionError as error:
        raise BadReply("The answer is nested too deeply to be read.") from error


def _whole(name: str, decoded: object, caller: Caller) -> SavedAnswer:
    answer = Reader(decoded)
    refused = refusal_in(answer)
    refusal = fault(Refusal(*refused, status=200, call=name)).sentence if refused else ""
    envelope = Envelope(
        answer.text("code"), answer.text("msg", "message"), answer.text("requestId", "traceId"), refusal
    )
    try:
        return SavedAnswer(READERS[name](answer, caller), answer.unread(), envelope)
    except BadReply:
        if not refused:
            raise
    return SavedAnswer(None, Reader(decoded).unread(), envelope)  # it need not hold what a success does


def _is_envelope(decoded: object) -> bool:
    """Whether this is a whole answer and not only what stands in its `data`."""
    return isinstance(decoded, dict) and "code" in decoded and bool({"data", "msg", "message"} & set(decoded))
