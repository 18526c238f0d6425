"""What came back from a picture host, and what that means for asking again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from sourcing_desktop.language import tr


class Verdict(Enum):
    """What an answer means for asking again."""

    GOOD = auto()
    BUSY = auto()  # the host wants a pause; the address is fine
    REFUSED = auto()  # the same, or the host refuses just this address: nobody can tell
    AWAY = auto()  # the host says nothing, to anybody
    CUT = auto()  # this answer broke off, failed or never came, while the host may answer others
    DROPPED = auto()  # it was ended here: nobody wants it any more, or others need its place
    TOO_LARGE = auto()  # and the original of a rendition is larger still
    BAD = auto()  # this address gives no picture


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes, or the reason why there are none, and for how many seconds the host wants a pause."""

    verdict: Verdict
    data: bytes = b""
    reason: str = ""
    pause_s: float = 0.0


def without_picture(status: int, others_answered: bool, pause_s: float) -> Answer:
    """What a status other than 200 means (contract upstream D5 for 403, 420 and 429).

    A host may fail at one picture for ever, so that failures of its own say nothing of other pictures;
    503 does, as long as nobody else was answered since this was asked.
    """
    if status in (403, 420, 429):
        verdict = Verdict.REFUSED if status == 403 else Verdict.BUSY
        return Answer(
            verdict, reason=tr("the picture host refuses ({status})", status=status), pause_s=pause_s
        )
    reason = (
        tr("the picture is gone")
        if status in (404, 410)
        else tr("the picture host answered {status}", status=status)
    )
    if status == 503 and not others_answered:
        return Answer(Verdict.REFUSED, reason=reason, pause_s=pause_s)
    if status == 408 or status >= 500:
        return Answer(Verdict.CUT, reason=reason)
    return Answer(Verdict.BAD, reason=reason)


def pause_asked(retry_after: bytes, date: bytes) -> float:
    """Seconds from the header Retry-After, a number or a date; dates count from the answer's own `date`."""
    if retry_after.isdigit():
        return float(retry_after)
    until = _when(retry_after)
    return max(0.0, (until - (_when(date) or datetime.now(UTC))).total_seconds()) if until else 0.0


def _when(header: bytes) -> datetime | None:
    from email.utils import parsedate_to_datetime  # not at the top: with sockets, and start-up can do without

    try:
        when = parsedate_to_datetime(header.decode("latin-1"))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
