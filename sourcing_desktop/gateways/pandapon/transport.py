"""Asks the gateway's endpoints and brings back their envelopes. Reads are tried again when the connection
fails or the gateway is busy; what changes something is sent at most once. Knows no endpoint's fields."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

from sourcing_desktop.contract.endpoints import BINDING, ENDPOINTS
from sourcing_desktop.domain.account import Account, Credentials
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.gateways.exchange import Call, Exchange, Limits, filled_path
from sourcing_desktop.gateways.failures import hide_secrets, patiently
from sourcing_desktop.gateways.gate import Gate, Priority
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.signing import Signer
from sourcing_desktop.gateways.upload import Upload
from sourcing_desktop.gateways.values import encode_json
from sourcing_desktop.gateways.wire import Reader
from sourcing_desktop.tasks import TaskScope

LOG = logging.getLogger(__name__)
DEFAULT_LIMITS = Limits()
NO_PATHS: Mapping[str, str] = {}


class Transport:
    """Signed calls on one account. `now` is Unix time in seconds, `pause` waits for seconds.

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
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._generation = account.generation
        self._paths = account.paths
        self._limits = limits
        self._now = now
        self._pause = pause
        self._signer = Signer(credentials, now, account.clock_unit)
        self._exchange = Exchange(account, self._signer, limits, now)
        self._scope = TaskScope("gateway", self._log_bug)
        self._gate = Gate(limits.slots, self._scope)

    @property
    def clock_offset(self) -> timedelta | None:
        """How far this computer's clock is ahead of the gateway's; None before the first answer."""
        return self._exchange.clock_offset

    def moment(self) -> datetime:
        """The time now on this computer."""
        return datetime.fromtimestamp(self._now(), UTC)

    async def read(
        self,
        code: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, object] | None = None,
        priority: Priority = Priority.INTERACTIVE,
        refusal_is_answer: bool = False,
        generation: str = "",
    ) -> Reader:
        """Ask an endpoint that changes nothing, in the account's generation unless told; the envelope.

        What the path leaves open, such as `{refundId}`, is taken from the query. With `refusal_is_answer` a
        refusal that says more in its `data` is returned instead of raised. ValueError for a call that changes
        an order or spends money: it must not be tried again, so `write` it.
        """
        if code in BINDING:
            raise ValueError(f"{code} is binding and cannot be read")
        call = prepared(code, generation or self._generation, query, body, paths=self._paths)
        return await patiently(
            lambda: self._send(call, priority, refusal_is_answer), self._limits, self._pause, code
        )

    async def write(
        self,
        code: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, object] | None = None,
        upload: Upload | None = None,
        refusal_is_answer: bool = False,
    ) -> Reader:
        """Ask an endpoint that changes something, once; returns the envelope. Some of them are GETs,
        one takes an `upload` instead of a JSON body.

        BadReply, and Unreachable with `sent`, leave open whether it was done.
        """
        call = prepared(code, self._generation, query, body, upload, writing=True, paths=self._paths)
        return await self._send(call, Priority.INTERACTIVE, refusal_is_answer)

    async def close(self) -> None:
        """End what is under way and close every connection."""
        await self._scope.close()
        await self._exchange.close()

    async def _send(self, call: Call, priority: Priority, refusal_is_answer: bool) -> Reader:
        async def exchange() -> Reader:
            started = time.monotonic()
            answer = await self._exchange.answer(call)
            took_ms = (time.monotonic() - started) * 1000
            LOG.debug("%s in %.0f ms", answer.detail, took_ms)
            try:
                return open_envelope(answer, refusal_is_answer=refusal_is_answer)
            except SourcingError as error:
                hide_secrets(error, self._signer.without_secrets)
                raise

        return await self._gate.run(exchange, name=call.code, priority=priority)

    def _log_bug(self, error: BaseException) -> None:
        LOG.error("A request whose answer nobody waited for failed", exc_info=error)


def prepared(
    code: str,
    generation: str,
    query: Mapping[str, str] | None = None,
    body: Mapping[str, object] | None = None,
    upload: Upload | None = None,
    *,
    writing: bool = False,
    paths: Mapping[str, str] = NO_PATHS,
) -> Call:
    """The call to an endpoint, ready to be signed, by its path in `paths` (see Account) if there is one.
    LookupError where that generation has no such endpoint, or the query lacks what the path needs; NotFound
    for what no path can have."""
    route = ENDPOINTS[code].route(generation)
    asked = dict(query or {})
    path = filled_path(paths.get(f"{code} {generation}") or paths.get(code) or route.path, asked)
    if upload is not None:
        return Call(code, route.verb, path, asked, upload.content, writing, upload.content_type)
    content = None if body is None else encode_json(body).encode()
    return Call(code, route.verb, path, asked, content, writing)
