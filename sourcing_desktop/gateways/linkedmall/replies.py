"""Opens LinkedMall's answers: the HTTP status decides, or a code where there is nothing else; what is no
success becomes an error of the domain.

LinkedMall documents no codes of its own (contract upstream A3). Those below are the general ones of Alibaba
Cloud; every other code is passed on in the gateway's own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcing_desktop.contract.acs3 import CLOCK_WINDOW_SECONDS
from sourcing_desktop.domain.errors import NotFound, Rejected, SignInNeeded, SourcingError
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.failures import (
    broken,
    busy,
    clock_skewed,
    elsewhere,
    is_off,
    no_gateway,
    no_json,
)
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import INSIDE, Reader
from sourcing_desktop.language import tr

LONGEST_QUOTE = 200  # characters of the gateway's own words

THROTTLED = "throttling"
"""How codes begin that ask to slow down, such as `Throttling.Api`; here and below in lower case."""

CLOCK_CODES = ("invalidtimestamp",)
KEY_CODES = ("invalidaccesskeyid", "missingaccesskeyid", "invalidaccesskeysecret")
SIGNATURE_CODES = ("signaturedoesnotmatch", "incompletesignature", "invalidsignature")
TOKEN_CODES = ("invalidsecuritytoken", "missingsecuritytoken")
PERMISSION_CODES = ("nopermission", "forbidden", "accessdenied", "unauthorizedoperation")
"""How codes begin that are about who asks."""

AROUND = frozenset({"code", "message", "requestid", "hostid", "recommend", "accessdenieddetail", "success"})
"""What an answer may say besides what was asked for; in lower case."""

SUCCESS = frozenset({"200", "ok", "success"})
"""ASSUMED: codes in lower case that are none of a refusal; documented successes come without one."""

XML_FIELD = re.compile(r"<(Code|Message|RequestId)>([^<]{0,2000})</\1>")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a refusal says. `action` is the permission that is missing, where it tells."""

    code: str = ""
    message: str = ""
    request_id: str = ""
    action: str = ""


def open_answer(answer: Answer) -> Reader:
    """The JSON object of a success. Raises the domain's errors."""
    if not 200 <= answer.status < 300:
        raise _failure(answer)
    reply = _object(answer.content)
    if reply is None:
        raise no_json(answer.content, answer.detail, writing=answer.writing)
    if failure := refusal_in(reply, answer):
        raise failure
    return reply


def refusal_in(reply: Reader, answer: Answer) -> SourcingError | None:
    """The error of a refusal that came with the status of a success: code and message and nothing else."""
    around = reply.lenient()
    code, message = around.text("Code", "code"), around.plain("Message", "message")
    if not (code and message) or code.lower() in SUCCESS:
        return None
    is_more = any(INSIDE.split(path)[0].lower() not in AROUND for path, _ in reply.values())
    return None if is_more else _failure(answer)


def read_request_id(reply: Reader) -> str:
    """What support asks for; empty where an answer does not say it, as the documented search does not."""
    return reply.lenient().text("requestId", "RequestId")


def _failure(answer: Answer) -> SourcingError:
    status, refusal = answer.status, _refusal(answer)
    asked = refusal.request_id or answer.headers.get("x-acs-request-id", "")
    detail = f"{answer.detail}, code {refusal.code}, request {asked}: {refusal.message[:LONGEST_QUOTE]}"
    if 300 <= status < 400:
        return elsewhere(answer.location, detail)
    if refusal.code.lower().startswith(THROTTLED) or status == 429 or (status == 503 and not answer.writing):
        return busy(_retry_after(answer), detail)
    if status >= 500:
        return broken(detail, writing=answer.writing)
    if failure := _about_who_asks(answer, refusal, detail):
        return failure
    if not refusal.code and not refusal.message:
        return no_gateway(status, detail)
    words = refusal.message[:LONGEST_QUOTE] or tr("code {code}", code=refusal.code)
    if status == 404:
        return NotFound(tr("LinkedMall does not know this (any more): {words}", words=words), detail=detail)
    return Rejected(tr("LinkedMall refused: {words}", words=words), code=refusal.code, detail=detail)


def _about_who_asks(answer: Answer, refusal: Refusal, detail: str) -> SourcingError | None:
    """The error for a key, signature, time or permission that is not accepted; None for anything else."""
    code = refusal.code.lower()
    is_key, is_signature = code.startswith(KEY_CODES), code.startswith(SIGNATURE_CODES)
    clock_matters = is_signature and is_off(answer.clock_offset, CLOCK_WINDOW_SECONDS)
    if code.startswith(CLOCK_CODES) or clock_matters:
        return clock_skewed(answer.clock_offset, CLOCK_WINDOW_SECONDS, detail)
    if is_key or (answer.status == 401 and not code):
        sentence = tr("LinkedMall did not accept the AccessKey id. Check it in Account settings.")
    elif is_signature:
        sentence = tr(
            "LinkedMall did not accept the signature. Check the AccessKey secret in Account settings."
        )
    elif code.startswith(TOKEN_CODES):
        sentence = tr("The security token is not accepted or has expired. Get a new temporary key.")
    elif refusal.action or answer.status == 403 or code.startswith(PERMISSION_CODES):
        named = tr("the permission {action}", action=refusal.action)
        sentence = tr(
            "This AccessKey lacks {permission}. Ask whoever manages your Alibaba Cloud account to grant it.",
            permission=named if refusal.action else tr("a permission"),
        )
    else:
        return None
    return SignInNeeded(sentence, detail=detail)


def _refusal(answer: Answer) -> Refusal:
    """What the body says, whatever it is."""
    reply = _object(answer.content)
    if reply is None:
        text = answer.content[:10_000].decode(errors="replace")
        fields = {match[1]: match[2].strip() for match in XML_FIELD.finditer(text)}
        return Refusal(fields.get("Code", ""), fields.get("Message", ""), fields.get("RequestId", ""))
    reply = reply.lenient()
    return Refusal(
        code=reply.text("Code", "code"),
        message=reply.plain("Message", "message", "Description"),
        request_id=reply.text("RequestId", "requestId"),
        action=reply.child("AccessDeniedDetail", "accessDeniedDetail").text("AuthAction", "authAction"),
    )


def _object(content: bytes) -> Reader | None:
    try:
        decoded = decode_json(content)
    except (ValueError, RecursionError):
        return None
    return Reader(decoded) if isinstance(decoded, dict) else None


def _retry_after(answer: Answer) -> float | None:
    """Seconds to wait: Alibaba Cloud's own header says them in milliseconds."""
    text = answer.headers.get("x-acs-retry-after", "").strip()
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text) / 1000
    return answer.retry_after
