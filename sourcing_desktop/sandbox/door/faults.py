"""What a test script lets go wrong, call by call: delays, cut connections, and answers that are none."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from enum import StrEnum

from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

PICTURES, EVERYTHING = "IMG", "*"
"""What pictures, and all endpoints together, are called in scripts."""

OVERSIZED_BYTES = 50_000_000
_CHUNK = b"x" * 65_536

Answer = Callable[[], Awaitable[Response]]


class FaultKind(StrEnum):
    """`before`: the call has no effect. `after`: it takes effect, and the client cannot know."""

    DELAY = "delay"  # then the call runs
    DELAY_ANSWER = "delay_answer"  # the call has run
    HTTP_500 = "http_500"  # before
    HTML = "html"  # before: a proxy's page with status 200
    CODE = "code"  # before: a refusal with any code
    THROTTLE = "throttle"  # before: too many calls, and when to come again
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    CUT_MIDDLE = "cut_middle"  # after: half of the answer arrives
    OVERSIZED = "oversized"  # after: an endless string of 50 MB


@dataclass(slots=True)
class Fault:
    """One scripted fault for the next `times` calls of an endpoint; 0 times means every call from now on.

    `seconds` is the delay, or when to come again; `code` what a refusal says.
    """

    kind: FaultKind
    times: int = 1
    seconds: float = 0.0
    code: str = "0"


Scripted = Callable[[Fault, datetime], Response]
"""How a door words a scripted refusal (`CODE`, `THROTTLE`), which each gateway does in its own shape."""


class Faults:
    """The script, and how often each endpoint was called."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self._scripts: dict[str, deque[Fault]] = {}

    def script(self, endpoint: str, fault: Fault) -> None:
        """Add a fault behind those already waiting for this endpoint; `*` stands for every endpoint."""
        self._scripts.setdefault(endpoint, deque()).append(fault)

    def clear(self) -> None:
        self._scripts.clear()
        self.calls.clear()

    def next(self, endpoint: str) -> Fault | None:
        """Count a call and take the fault it meets, if any."""
        self.calls[endpoint] += 1
        waiting = self._scripts.get(endpoint) or self._scripts.get(EVERYTHING)
        if not waiting:
            return None
        fault = waiting[0]
        if fault.times == 1:
            waiting.popleft()
        elif fault.times > 1:
            fault.times -= 1
        return fault


def dated(now: datetime) -> dict[str, str]:
    """The Date header, by the sandbox's own clock."""
    return {"date": format_datetime(now, usegmt=True)}


async def answer_faultily(
    fault: Fault,
    answer: Answer,
    scripted: Scripted,
    now: Callable[[], datetime],
    scope: Scope,
    receive: Receive,
    send: Send,
) -> None:
    """Answer a call the way its fault says."""
    if fault.kind is FaultKind.DELAY:
        await asyncio.sleep(fault.seconds)
    if fault.kind is FaultKind.CUT_BEFORE:
        return await _cut(receive, send)
    response = _without_effect(fault, scripted, now())
    if response is None:
        response = await answer()
    if fault.kind is FaultKind.DELAY_ANSWER:
        await asyncio.sleep(fault.seconds)
    if fault.kind is FaultKind.CUT_AFTER:
        return await _cut(receive, send)
    if fault.kind is FaultKind.CUT_MIDDLE:
        return await _cut_in_the_middle(response, receive, send)
    if fault.kind is FaultKind.OVERSIZED:
        response = StreamingResponse(_endless(), media_type="application/json", headers=dated(now()))
    await response(scope, receive, send)


def _without_effect(fault: Fault, scripted: Scripted, now: datetime) -> Response | None:
    """The answer in place of the call's own, for the faults that keep the call from running."""
    headers = dated(now)
    if fault.kind is FaultKind.HTTP_500:
        return PlainTextResponse("Internal Server Error", 500, headers)
    if fault.kind is FaultKind.HTML:
        return HTMLResponse("<html><body><h1>Welcome to the hotel network</h1></body></html>", 200, headers)
    return scripted(fault, now) if fault.kind in (FaultKind.CODE, FaultKind.THROTTLE) else None


async def _cut(receive: Receive, send: Send) -> None:
    # ASGI has no word for hanging up; uvicorn's `send` is a method of the object that holds the transport.
    send.__self__.transport.close()  # type: ignore[attr-defined]
    while (await receive())["type"] != "http.disconnect":
        continue


async def _cut_in_the_middle(response: Response, receive: Receive, send: Send) -> None:
    body = bytes(response.body)
    await send(
        {"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers}
    )
    await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    await _cut(receive, send)


async def _endless() -> AsyncIterator[bytes]:
    yield b'{"requestId":"","code":200,"developId":"","msg":"'
    for _ in range(OVERSIZED_BYTES // len(_CHUNK) + 1):
        yield _CHUNK
        await asyncio.sleep(0)  # lets the loop notice that the client has left
    yield b'","data":null}'
