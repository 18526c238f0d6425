"""How LinkedMall says no. Its own codes are in no document: those of the gate are the general ones of Alibaba
Cloud, and the status of all, like every code marked INVENTED, is the sandbox's."""

from __future__ import annotations

import uuid
from datetime import datetime

from starlette.responses import JSONResponse

from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.door.faults import Fault, FaultKind, dated

RECOMMEND = "https://api.aliyun.com/troubleshoot"


class Denied(Exception):
    """A call that the gate turns away, in Alibaba Cloud's words. `retry_ms`: when to come again."""

    def __init__(self, status: int, code: str, message: str, retry_ms: int | None = None) -> None:
        super().__init__(code, message)
        self.status = status
        self.code = code
        self.message = message
        self.retry_ms = retry_ms


REFUSALS: dict[Code, tuple[int, str, str]] = {
    Code.UNREADABLE: (400, "InvalidParameter", "The body is not a JSON object"),
    Code.MISSING_PARAMETER: (400, "MissingParameter", "A required parameter is missing"),
    Code.BAD_PARAMETER: (400, "InvalidParameter", "A parameter is not valid"),
    Code.TOO_LARGE: (400, "InvalidParameter", "The body is too large"),
    Code.NOT_FOUND: (404, "EntityNotExist", "There is no such entity"),
}
"""INVENTED: how an operation refuses what it is asked; lower-case names tell such answers from the gate's."""


def denied(denial: Denied, host: str, now: datetime) -> JSONResponse:
    """The gate's answer, with capital names."""
    request_id = _request_id()
    headers = {**dated(now), "x-acs-request-id": request_id}
    if denial.retry_ms is not None:
        headers["x-acs-retry-after"] = str(denial.retry_ms)
    content = {
        "RequestId": request_id,
        "HostId": host,
        "Code": denial.code,
        "Message": denial.message,
        "Recommend": RECOMMEND,
    }
    return JSONResponse(content, denial.status, headers)


def refused(refusal: Refused, now: datetime) -> JSONResponse:
    """An operation's answer, with names in lower case."""
    status, code, message = REFUSALS[refusal.code]
    return _said(status, code, f"{message}: {refusal.detail}", now)


def scripted(fault: Fault, now: datetime) -> JSONResponse:
    """The answer a test script asks for. The code of a throttled buyer is Alibaba Cloud's general one."""
    if fault.kind is FaultKind.THROTTLE:
        wait_ms = round(fault.seconds * 1000)
        return denied(
            Denied(400, "Throttling.User", "Request was denied due to user flow control.", wait_ms), "", now
        )
    return _said(400, fault.code, "scripted", now)


def answered(data: dict[str, object], now: datetime) -> JSONResponse:
    """What an operation says when it went well. Its request id is in the header only: the documented search
    has none in its body."""
    return JSONResponse(data, headers={**dated(now), "x-acs-request-id": _request_id()})


def _said(status: int, code: str, message: str, now: datetime) -> JSONResponse:
    request_id = _request_id()
    content = {"requestId": request_id, "code": code, "message": message}
    return JSONResponse(content, status, {**dated(now), "x-acs-request-id": request_id})


def _request_id() -> str:
    return str(uuid.uuid4()).upper()
