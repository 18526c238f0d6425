"""What can go wrong, in one small tree. Only gateways and storage raise these; everything else is a bug.

After a change was asked for they are of three kinds: `Unreachable` with `sent`, `Busy` and `BadReply` leave
open whether it was done, `Unreachable` without `sent` never arrived, all others say that it was not done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta


class SourcingError(Exception):
    """`sentence` tells the buyer what happened and what to do; `detail` is for the log, without secrets."""

    def __init__(self, sentence: str, *, detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail


class Unreachable(SourcingError):
    """No route, refused, cut off or no answer in time. `sent` tells whether the request may have arrived."""

    def __init__(self, sentence: str, *, detail: str = "", sent: bool = False) -> None:
        super().__init__(sentence, detail=detail)
        self.sent = sent


class Busy(SourcingError):
    """The gateway asks to slow down."""

    def __init__(self, sentence: str, *, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(sentence, detail=detail)
        self.retry_after = retry_after


class SignInNeeded(SourcingError):
    """The key, the secret or the user is not accepted."""


class ClockSkewed(SourcingError):
    """This computer's clock is off by `offset` (positive: it is ahead), too far for signed requests."""

    def __init__(self, sentence: str, offset: timedelta, *, detail: str = "") -> None:
        super().__init__(sentence, detail=detail)
        self.offset = offset


class Rejected(SourcingError):
    """The gateway understood and said no. `lines` maps SKU ids of order lines to the reason in words."""

    def __init__(
        self, sentence: str, *, detail: str = "", code: str = "", lines: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence, detail=detail)
        self.code = code
        self.lines = dict(lines or {})


class NotFound(SourcingError):
    """The offer, shop or order does not exist (any more)."""


class BadReply(SourcingError):
    """The gateway answered with something that cannot be read; `path` names the field."""

    def __init__(self, sentence: str, *, detail: str = "", path: str = "") -> None:
        super().__init__(sentence, detail=detail)
        self.path = path


class BadPicture(SourcingError):
    """A picture that cannot be searched with."""


class BadList(SourcingError):
    """A list of goods that cannot be read."""


class Conflict(SourcingError):
    """What is asked for clashes with what is kept here."""


class StorageFailed(SourcingError):
    """The disk is full, or the library is locked or damaged."""
