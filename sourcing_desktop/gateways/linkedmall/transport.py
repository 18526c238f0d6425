"""Asks LinkedMall's operations at their pace and brings back what they answer. Reads are tried again when the
connection fails or the gateway is busy; what changes something is sent at most once. Knows no fields."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.gateways.exchange import Call, Exchange, Limits, filled_path
from sourcing_desktop.gateways.failures import hide_secrets, patiently
from sourcing_desktop.gateways.gate import Gate, Priority
from sourcing_desktop.gateways.linkedmall.pace import Pace
from sourcing_desktop.gateways.linkedmall.replies import open_answer, read_request_id
from sourcing_desktop.gateways.linkedmall.signing import Signer
from sourcing_desktop.gateways.values import encode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.tasks import TaskScope

CONTENT_TYPE = "application/json; charset=utf-8"
LOG = logging.getLogger(__name__)
DEFAULT_LIMITS = Limits()


class Transport:
    """Signed calls on one account. `now` is Unix time in seconds, `clock` counts seconds for the pace and
    `pause` waits for seconds.

    All errors are the domain's. A caller may be cancelled at any time: what waits for its turn is not sent,
    what has been sent runs to its end and its answer is dropped.
    """

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        *,
        limits: Limits = DEFAULT_LIMITS,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._limits = limits
        self._pause = pause
        self._signer = Signer(credentials, account.base_url, now)
        self._exchange = Exchange(account, self._signer, limits, now)
        self._scope = TaskScope("linkedmall", self._log_bug)
        pace = Pace({name: operation.per_second for name, operation in OPERATIONS.items()}, clock)
        self._gate = Gate(limits.slots, self._scope, delay=pace.delay, pause=pause)

    @property
    def clock_offset(self) -> timedelta | None:
        """How far this computer's clock is ahead of the gateway's; None before the first answer."""
        return self._exchange.clock_offset

    async def ask(
        self,
        name: str,
        fields: Mapping[str, object],
        *,
        priority: Priority = Priority.INTERACTIVE,
    ) -> Reader:
        """Call an operation. What its path leaves open is taken from the fields; the rest goes into the body,
        or into the query of a GET.

        After one that changes something, BadReply and Unreachable with `sent` leave open whether it was done.
        """
        call = prepared(name, fields)
        if call.writing:
            return await self._send(call, priority)
        return await patiently(lambda: self._send(call, priority), self._limits, self._pause, name)

    async def close(self) -> None:
        """End what is under way and close every connection."""
        await self._scope.close()
        await self._exchange.close()

    async def _send(self, call: Call, priority: Priority) -> Reader:
        async def exchange() -> Reader:
            started = time.monotonic()
            answer = await self._exchange.answer(call)
            took_ms = (time.monotonic() - started) * 1000
            try:
                reply = open_answer(answer)
            except SourcingError as error:
                hide_secrets(error, self._signer.without_secrets)
                raise
            LOG.debug("%s, request %s, in %.0f ms", answer.detail, read_request_id(reply), took_ms)
            return reply

        return await self._gate.run(exchange, name=call.code, priority=priority)

    def _log_bug(self, error: BaseException) -> None:
        LOG.error("A request whose answer nobody waited for failed", exc_info=error)


def prepared(name: str, fields: Mapping[str, object]) -> Call:
    """The call of an operation, ready to be signed. LookupError for an unknown one, or where the fields lack
    what the path needs; NotFound for what no path can have."""
    operation = OPERATIONS[name]
    rest = dict(fields)
    path = filled_path(operation.path, rest)
    if operation.verb == "GET":
        query = {field: str(value) for field, value in rest.items()}
        return Call(name, operation.verb, path, query, None, operation.writes)
    body = encode_json(rest).encode()
    return Call(name, operation.verb, path, {}, body, operation.writes, CONTENT_TYPE)
