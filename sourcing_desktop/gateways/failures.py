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
from sourcing_desktop.language import tr, trn

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")

CHECK_ADDRESS = tr("Check the gateway's address in Account settings.")

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
    sentence = tr("The gateway is busy. Try again in a moment.")
    if retry_after and retry_after >= 2:
        sentence = trn(
            "The gateway is busy. Try again in {count} second.",
            "The gateway is busy. Try again in {count} seconds.",
            round(retry_after),
        )
    return Busy(sentence, retry_after=retry_after, detail=detail)


def broken(detail: str, *, writing: bool) -> Unreachable:
    """The error for a gateway that failed on its side: what was asked of it may have been done or not."""
    remedy = LOOK_FIRST if writing else tr("Try again in a moment.")
    what = tr("The gateway failed on its side.")
    return Unreachable(f"{what} {remedy}", sent=True, detail=detail)


def elsewhere(location: str, detail: str) -> BadReply:
    """The error for an address that only points to another one."""
    what = tr(
        "The gateway's address points elsewhere ({address}), and signed requests do not follow.",
        address=location or tr("no address given"),
    )
    return BadReply(f"{what} {CHECK_ADDRESS}", detail=detail)


def no_gateway(status: int, detail: str) -> BadReply:
    """The error for an address where somebody else refuses."""
    what = tr(
        "There is no gateway at this address, or it does not know this call (HTTP {status}).", status=status
    )
    return BadReply(f"{what} {CHECK_ADDRESS}", detail=detail)


def no_json(content: bytes, detail: str, *, writing: bool) -> BadReply:
    """The error for an answer that is no JSON object."""
    what, remedy = _what_came(content)
    return BadReply(f"{what} {LOOK_FIRST if writing else remedy}", detail=detail)


def clock_skewed(offset: timedelta | None, window_seconds: int, detail: str) -> ClockSkewed:
    """The error for a time that is not accepted. `offset`: how far our clock is ahead, None where unknown."""
    offset = offset or timedelta()
    if is_off(offset, window_seconds):
        sentence = tr(
            "This computer's clock is {offset}; the gateway accepts at most {minutes} minutes. Set the clock "
            "of this computer and try again.",
            offset=offset_in_words(offset),
            minutes=window_seconds // 60,
        )
    else:
        sentence = tr(
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
    words = (
        trn("{count} day", "{count} days", days) if days else "",
        trn("{count} hour", "{count} hours", hours) if hours else "",
        trn("{count} minute", "{count} minutes", minutes) if minutes else "",
    )
    time = " ".join(filter(None, words)) or tr("less than a minute")
    return tr("{time} ahead", time=time) if offset > timedelta() else tr("{time} behind", time=time)


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
            tr(
                "A web page came instead of the gateway's answer. A sign-in page of your network may be in "
                "the way, or the address is wrong."
            ),
            CHECK_ADDRESS,
        )
    if not start:
        return tr("The gateway's answer is empty."), tr("Try again.")
    if start in (b"{", b"["):
        return tr("The gateway's answer is damaged or incomplete."), tr("Try again.")
    return tr("The gateway's answer is not in its usual format."), CHECK_ADDRESS
