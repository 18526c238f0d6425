"""The failures both remote systems share, in sentences a buyer can act on, and what is worth another try.
Knows no system's codes."""

from __future__ import annotations

import logging
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from sourcing_desktop.domain.errors import BadReply, Busy, ClockSkewed, SourcingError, Unreachable
from sourcing_desktop.gateways.connection import LOOK_FIRST, WORTH_ANOTHER_TRY
from sourcing_desktop.gateways.exchange import Limits

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")

CHECK_ADDRESS = "Check the gateway's address in Account settings."

SHORTEST_HIDDEN = 4
"""A key of fewer characters is a slip of the keyboard; blotting it out would spoil every word that has it."""


async def patiently(
    ask: Callable[[], Awaitable[Result]], limits: Limits, pause: Callable[[float], Awaitable[None]], name: str
) -> Result:
    """What `ask` returns, asked again while the connection fails or the gateway is busy: for reads only."""
    for tried in range(1, limits.tries):
        try:
            return await ask()
        except (Busy, Unreachable) as error:
            seconds = _pause_after(tried, error, limits)
            if seconds is None:
                raise
            LOG.debug("%s: try %d failed, next in %.1f s: %s", name, tried, seconds, error.detail)
        await pause(seconds)
    return await ask()


def busy(retry_after: float | None, detail: str) -> Busy:
    """The error for a gateway that asks to slow down; `retry_after` in seconds."""
    when = f"in {round(retry_after)} seconds" if retry_after and retry_after >= 2 else "in a moment"
    return Busy(f"The gateway is busy. Try again {when}.", retry_after=retry_after, detail=detail)


def broken(detail: str, *, writing: bool) -> Unreachable:
    """The error for a gateway that failed on its side: what was asked of it may have been done or not."""
    remedy = LOOK_FIRST if writing else "Try again in a moment."
    return Unreachable(f"The gateway failed on its side. {remedy}", sent=True, detail=detail)


def elsewhere(location: str, detail: str) -> BadReply:
    """The error for an address that only points to another one."""
    return BadReply(
        f"The gateway's address points elsewhere ({location or 'no address given'}), and signed "
        f"requests do not follow. {CHECK_ADDRESS}",
        detail=detail,
    )


def no_gateway(status: int, detail: str) -> BadReply:
    """The error for an address where somebody else refuses."""
    return BadReply(
        f"There is no gateway at this address, or it does not know this call (HTTP {status}). "
        f"{CHECK_ADDRESS}",
        detail=detail,
    )


def no_json(content: bytes, detail: str, *, writing: bool) -> BadReply:
    """The error for an answer that is no JSON object."""
    what, remedy = _what_came(content)
    return BadReply(f"{what} {LOOK_FIRST if writing else remedy}", detail=detail)


def clock_skewed(offset: timedelta | None, window_seconds: int, detail: str) -> ClockSkewed:
    """The error for a time that is not accepted. `offset`: how far our clock is ahead, None where unknown."""
    offset = offset or timedelta()
    if is_off(offset, window_seconds):
        sentence = (
            f"This computer's clock is {offset_in_words(offset)}; the gateway accepts at most "
            f"{window_seconds // 60} minutes. Set the clock of this computer and try again."
        )
    else:
        sentence = (
            "The gateway does not accept the time of this request, although the clock of this computer looks "
            "right. Check date, time and time zone, and try again."
        )
    return ClockSkewed(sentence, offset, detail=detail)


def is_off(offset: timedelta | None, window_seconds: int) -> bool:
    """Whether a clock that is off this much makes a gateway refuse requests."""
    return offset is not None and abs(offset.total_seconds()) > window_seconds


def offset_in_words(offset: timedelta) -> str:
    """Such as `1 hour 2 minutes ahead`; positive offsets are ahead."""
    minutes = round(abs(offset.total_seconds()) / 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = ((days, "day"), (hours, "hour"), (minutes, "minute"))
    words = [f"{count} {unit}{'s' if count > 1 else ''}" for count, unit in parts if count]
    return f"{' '.join(words) or 'less than a minute'} {'ahead' if offset > timedelta() else 'behind'}"


def without_secrets(text: str, *secrets: str) -> str:
    """The text with the secrets blotted out, should the gateway have echoed them."""
    for hidden in secrets:
        if len(hidden) >= SHORTEST_HIDDEN:
            text = text.replace(hidden, "•••")
    return text


def hide_secrets(error: SourcingError, without: Callable[[str], str]) -> None:
    """Blot secrets out of what an error says."""
    error.sentence = without(error.sentence)
    error.detail = without(error.detail)
    error.args = (error.sentence,)


def _pause_after(tried: int, error: Busy | Unreachable, limits: Limits) -> float | None:
    """Seconds until the next try, spread so that many clients do not return at once; None for no more."""
    pause = limits.first_pause * 2 ** (tried - 1) * random.uniform(0.5, 1.0)
    if isinstance(error, Busy):
        pause = max(pause, error.retry_after or 0.0)
        return pause if pause <= limits.longest_pause else None
    return pause if isinstance(error.__cause__, WORTH_ANOTHER_TRY) else None


def _what_came(content: bytes) -> tuple[str, str]:
    """What came instead of JSON, and what to do where nothing was to be changed."""
    start = content.lstrip()[:1]
    if start == b"<":
        return (
            "A web page came instead of the gateway's answer. A sign-in page of your network may be in the "
            "way, or the address is wrong.",
            CHECK_ADDRESS,
        )
    if not start:
        return "The gateway's answer is empty.", "Try again."
    if start in (b"{", b"["):
        return "The gateway's answer is damaged or incomplete.", "Try again."
    return "The gateway's answer is not in its usual format.", CHECK_ADDRESS
