"""What came back from a picture host, and what that means for asking again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Verdict(Enum):
    """What an answer means for asking again."""

    GOOD = auto()
    BUSY = auto()  # the host wants a pause; the address is fine
    AWAY = auto()  # the host says nothing, to anybody
    CUT = auto()  # this answer broke off or never came, while the host answers others
    BAD = auto()  # this address gives no picture


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes, or the reason why there are none."""

    verdict: Verdict
    data: bytes = b""
    reason: str = ""
