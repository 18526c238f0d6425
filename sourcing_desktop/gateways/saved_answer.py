"""Reads an answer that somebody saved: what it became, and every field that nobody used. Sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from sourcing_desktop.contract.endpoints import CALLBACKS, ENDPOINTS
from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.kept import unkept
from sourcing_desktop.gateways.linkedmall import readers as linkedmall
from sourcing_desktop.gateways.linkedmall.replies import read_request_id
from sourcing_desktop.gateways.linkedmall.replies import refusal_in as refusal_in_mall
from sourcing_desktop.gateways.pandapon.envelope import refusal_in
from sourcing_desktop.gateways.pandapon.faults import Refusal, fault
from sourcing_desktop.gateways.pandapon.readers import READERS
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.language import tr

OK = 200

PLAIN_IDS, OPAQUE_IDS = ("offerId", "itemId"), ("offerMapId", "itemMapId")
"""What offers are called by in v1 and v2 (contract 1.10)."""

PLACEHOLDER = "string"
"""What stands for any text in samples that documentation tools make up."""

READABLE = frozenset({*READERS, *linkedmall.READERS})
"""Every call and callback, and every operation of LinkedMall, whose answer somebody reads."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands around an answer. `refusal` says in a sentence why it is no success; empty for one."""

    code: str
    message: str
    request_id: str
    refusal: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """`objects` are the domain's; `unread` holds by its path whatever is not in them. A callback has no
    envelope."""

    objects: object
    unread: Mapping[str, object]
    envelope: Envelope | None = None


def read_saved(name: str, content: bytes, generation: str = "") -> SavedAnswer:
    """Read the answer of a call, or the body of a callback, as it was saved: whole, or only its `data`. The
    ids in it tell the generation unless it is given.

    BadReply with the field's path where it cannot be understood, KeyError for a name nobody reads.
    """
    try:
        decoded = decode_json(content)
    except (ValueError, RecursionError) as error:
        raise BadReply(tr("This is no JSON, or only a part of it: {error}.", error=error)) from error

    caller = Caller(generation or _generation_of(name, decoded))

    def read(answer: Reader) -> object:
        return READERS[name](answer, caller)

    try:
        if name in linkedmall.READERS:
            return _became(
                linkedmall.READERS[name], decoded, lambda reply: _linkedmall_envelope(name, reply, content)
            )
        if name in CALLBACKS:
            return _became(read, decoded)
        if _is_envelope(decoded):
            return _became(read, decoded, lambda answer: _envelope(name, answer))
        return _became(read, {"data": decoded})
    except RecursionError as error:
        raise BadReply(tr("The answer is nested too deeply to be read.")) from error


def _generation_of(name: str, decoded: object) -> str:
    """The one that has the call, or whose ids are in the answer; v2 where there is nothing to see.

    Opaque ids have names of their own, except for a few calls that put them where v1 has a number
    (contract 1.10).
    """
    if name in ENDPOINTS and not ENDPOINTS[name].v2.path:
        return "v1"
    plain = any(each.isdecimal() for each in _texts_named(PLAIN_IDS, decoded))
    opaque = any(_texts_named(OPAQUE_IDS, decoded))
    return "v1" if plain and not opaque else "v2"


def _texts_named(names: Collection[str], decoded: object) -> Iterator[str]:
    waiting = [decoded]  # and not this function again, which would end at a thousand levels
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from (str(value[name]) for name in names if isinstance(value.get(name), str | int))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _became(
    read: Callable[[Reader], object],
    decoded: object,
    envelope_of: Callable[[Reader], Envelope] | None = None,
) -> SavedAnswer:
    answer = Reader(decoded)
    envelope = envelope_of(answer.lenient()) if envelope_of else None
    try:
        objects = read(answer)
    except BadReply:
        refused = envelope is not None and bool(envelope.refusal)
        if not refused and PLACEHOLDER not in (value for _, value in answer.values()):
            raise
        objects, answer = _leniently(read, decoded)
    return SavedAnswer(objects, unkept(answer, (objects, envelope)), envelope)


def _leniently(read: Callable[[Reader], object], decoded: object) -> tuple[object, Reader]:
    """What can be read of an answer that need not hold what a success does."""
    answer = Reader(decoded, lenient=True)
    try:
        return read(answer), answer
    except BadReply:
        return None, Reader(decoded)


def _envelope(name: str, answer: Reader) -> Envelope:
    refused = refusal_in(answer)
    refusal = fault(Refusal(*refused, status=200, call=name)).sentence if refused else ""
    code, message = answer.text("code"), answer.text("msg", "message")
    return Envelope(code, message, answer.text("requestId", "traceId"), refusal)


def _linkedmall_envelope(name: str, answer: Reader, content: bytes) -> Envelope:
    """LinkedMall's refusals are told by the HTTP status, which is not saved; their fields tell as well."""
    code, message = answer.text("Code", "code"), answer.text("Message", "message")
    failure = refusal_in_mall(answer, Answer(name, OK, content))
    return Envelope(code, message, read_request_id(answer), failure.sentence if failure else "")


def _is_envelope(decoded: object) -> bool:
    """Whether this is a whole answer and not only what stands in its `data`."""
    return isinstance(decoded, dict) and "code" in decoded and bool({"data", "msg", "message"} & set(decoded))
