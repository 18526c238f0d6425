"""Opens the envelope around every answer: `code` decides whether it is a success, not the HTTP status."""

from __future__ import annotations

from sourcing_desktop.domain.errors import BadReply, Rejected, SourcingError
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.failures import broken, busy, elsewhere, no_gateway, no_json
from sourcing_desktop.gateways.pandapon.faults import Refusal, fault
from sourcing_desktop.gateways.values import decode_json
from sourcing_desktop.gateways.wire import Reader

SUCCESS = "200"


def open_envelope(answer: Answer, *, refusal_is_answer: bool = False) -> Reader:
    """The whole envelope of a success; its `data` may be anything. Raises the domain's errors.

    A failure may hide behind code 200 in `data.success` (contract 7). With `refusal_is_answer` a refusal
    that says more in its `data` is returned too.
    """
    try:
        decoded = decode_json(answer.content)
    except (ValueError, RecursionError) as error:
        raise _no_envelope(answer) from error
    if not isinstance(decoded, dict) or "code" not in decoded:
        raise _no_envelope(answer)
    envelope = Reader(decoded)
    failure = _failure(answer, envelope)
    if failure is None:
        return envelope
    if refusal_is_answer and isinstance(failure, Rejected | BadReply) and envelope.holds("data") is dict:
        return envelope
    raise failure


def refusal_in(envelope: Reader) -> tuple[str, str] | None:
    """Code and message where the envelope, or the `data` inside it, says that it is no success. An envelope
    without a code, as saved answers may have, says nothing."""
    inside = envelope.lenient()  # an odd `success` refuses nothing: an order's number may stand beside it
    data = inside.child("data") if inside.holds("data") is dict else Reader({})
    refused = "code" in envelope.names() and envelope.text("code") != SUCCESS
    if not refused and data.yes("success") is not False:
        return None
    code = data.text("errorCode", "error_code", "resultCode", "code")
    message = data.plain("errorMsg", "errorMessage", "error_message", "errorInfo", "message")
    if refused:
        return code or envelope.text("code"), message or envelope.plain("msg", "message")
    return code, message


def _failure(answer: Answer, envelope: Reader) -> SourcingError | None:
    refused = refusal_in(envelope)
    if refused is None:
        return None
    code, message = refused
    refusal = Refusal(
        code=code,
        message=message,
        status=answer.status,
        call=answer.call,
        writing=answer.writing,
        request_id=envelope.text("requestId"),
        retry_after=answer.retry_after,
        clock_offset=answer.clock_offset,
    )
    return fault(refusal)


def _no_envelope(answer: Answer) -> SourcingError:
    """What a proxy, a web page or half an answer means."""
    status = answer.status
    if 300 <= status < 400:
        return elsewhere(answer.location, answer.detail)
    if status == 429 or (status == 503 and not answer.writing):
        return busy(answer.retry_after, answer.detail)
    if status >= 500:
        return broken(answer.detail, writing=answer.writing)
    if status in (401, 403):
        return fault(Refusal(str(status), "", status, answer.call, clock_offset=answer.clock_offset))
    if status >= 400:
        return no_gateway(status, answer.detail)
    return no_json(answer.content, answer.detail, writing=answer.writing)
