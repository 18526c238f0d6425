"""The envelope round every answer (contract 1.5) and the headers that go with it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import JSONResponse

from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Refused
from sourcing_desktop.sandbox.door.faults import Fault, FaultKind, dated

DEVELOPER_ID = "1110890638347337996"
BARE = object()
"""What a handler returns whose answer is only code and message (contract F2)."""


@dataclass(frozen=True, slots=True)
class Untraced:
    """An answer without request and developer id."""

    data: object


def untraced(data: object, call: Call) -> object:
    """What a handler returns whose v1 samples show neither request nor developer id (contract 1.5)."""
    return data if call.is_v2 else Untraced(data)


def success(data: object, now: datetime) -> JSONResponse:
    """The answer of a call that went well."""
    if data is BARE:
        return _answer({"code": 200, "msg": "成功"}, now)
    if isinstance(data, Untraced):
        return _answer(_wrapped(200, "成功", data.data) | {"requestId": None, "developId": None}, now)
    return _answer(_wrapped(200, "成功", data), now)


def failure(refusal: Refused, now: datetime) -> JSONResponse:
    """The answer of a call that failed: HTTP 200 with an invented code."""
    return _answer(_wrapped(int(refusal.code), refusal.message, refusal.data), now)


def scripted(fault: Fault, now: datetime) -> JSONResponse:
    """The answer a test script asks for: any code, or that there were too many calls."""
    if fault.kind is FaultKind.THROTTLE:
        headers = {**dated(now), "retry-after": f"{fault.seconds:g}"}
        return JSONResponse({"code": 429, "msg": "Too Many Requests"}, 429, headers)
    return _answer(_wrapped(int(fault.code), "scripted", None) | {"requestId": None, "developId": None}, now)


def _wrapped(code: int, message: str, data: object) -> dict[str, object]:
    return {
        "requestId": uuid.uuid4().hex,
        "code": code,
        "developId": DEVELOPER_ID,
        "msg": message,
        "data": data,
    }


def _answer(content: dict[str, object], now: datetime) -> JSONResponse:
    return JSONResponse(content, headers=dated(now))
