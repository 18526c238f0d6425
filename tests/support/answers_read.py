"""Watches the client while tests run: of which calls' described successes its methods made something without
raising, and which callbacks its receiver understood. Changes nothing of what they do."""

from __future__ import annotations

import functools
import inspect
import json
from contextvars import ContextVar

from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.domain.event import EventKind
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.gateways.exchange import Exchange
from sourcing_desktop.gateways.linkedmall import LinkedMall
from sourcing_desktop.gateways.pandapon import Alibaba, Taobao, callback_receiver
from sourcing_desktop.gateways.pandapon.addresses import SavedAddresses
from sourcing_desktop.gateways.pandapon.alibaba.marketing import Marketing
from sourcing_desktop.gateways.pandapon.refunds import AlibabaRefunds, TaobaoRefunds
from sourcing_desktop.gateways.pandapon.warehouse import Warehouse
from tests.support.openapi import Operation, every_description, hides_failure

CLIENTS = (Alibaba, AlibabaRefunds, LinkedMall, Marketing, SavedAddresses, Taobao, TaobaoRefunds, Warehouse)
CALLBACKS = {
    (platform, kind): f"{letter}C{number}"
    for platform, letter in ((Platform.TAOBAO, "T"), (Platform.ALIBABA, "A"))
    for number, kind in enumerate((EventKind.PRICE, EventKind.STATUS, EventKind.REFUND), 1)
}

SEEN: set[tuple[str, str]] = set()
"""Code and generation, empty where there are none, of what the running test has read."""

_came: ContextVar[list[tuple[str, str]] | None] = ContextVar("came", default=None)
"""The successes that came for the method that runs now."""


def watch() -> None:
    """Begin."""
    for client in CLIENTS:
        for name, method in [*vars(client).items()]:
            if inspect.iscoroutinefunction(method) and not name.startswith("_"):
                setattr(client, name, noting_what_it_reads(method))
    Exchange.answer = noting_what_comes(Exchange.answer)
    callback_receiver.read_event = noting_the_event(callback_receiver.read_event)


def noting_what_it_reads(method):
    @functools.wraps(method)
    async def noting(*args, **options):
        came: list[tuple[str, str]] = []
        before = _came.set(came)
        try:
            result = await method(*args, **options)
        finally:
            _came.reset(before)
        SEEN.update(came)
        return result

    return noting


def noting_what_comes(answer):
    @functools.wraps(answer)
    async def noting(exchange, call):
        reply = await answer(exchange, call)
        came = _came.get()
        if came is not None and is_described_success(call, reply):
            came.append((call.code, generation_of(call)))
        return reply

    return noting


def noting_the_event(read_event):
    @functools.wraps(read_event)
    def noting(message):
        event = read_event(message)
        code = CALLBACKS.get((event.platform, event.kind))
        if code and event.order_ids:
            SEEN.add((code, ""))
        return event

    return noting


def is_described_success(call, reply) -> bool:
    """Whether docs/openapi describes such an answer; canned ones often are made up."""
    try:
        said = json.loads(reply.content)
        if reply.status != 200 or hides_failure(said) or (call.code in ENDPOINTS and code_in(said) != 200):
            return False
        return not operations()[call.code, generation_of(call)].problems_of_answer(said)
    except (ValueError, RecursionError):  # no JSON, or texts that are none, which nobody described
        return False


def code_in(said: object) -> object:
    return said.get("code") if isinstance(said, dict) else None


@functools.cache
def operations() -> dict[tuple[str, str], Operation]:
    """Every operation by code and generation."""
    return {
        (each.code, each.generation): each
        for description in every_description()
        for each in description.operations
    }


def generation_of(call) -> str:
    if call.code not in ENDPOINTS:
        return ""
    return "v2" if call.path.startswith("/v2/") else "v1"
