"""Freight from the forwarding warehouse to buyers abroad (contract W1 to W4). INVENTED: companies, prices,
days.

Two calls with the same goods and country always get the same prices.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from sourcing_desktop.sandbox.door.codes import Code, Refused

_STEP_G = 500
_NEAR = frozenset({"JP", "KR", "TH", "VN", "MY", "SG", "PH", "ID"})


@dataclass(frozen=True, slots=True)
class Service:
    """A way to send goods: so many fen for the first 500 g and for each 500 g more, in so many days."""

    id: str
    company: str
    category: str
    first_fen: int
    more_fen: int
    min_days: int
    max_days: int

    def fen(self, weight_g: int, country: str) -> int:
        """What a weight costs to that country."""
        steps = max(1, -(-weight_g // _STEP_G))
        return (self.first_fen + (steps - 1) * self.more_fen) * _percent(country) // 100


SERVICES = (
    Service("1001", "环球速递", "EXPRESS", 6800, 2600, 3, 6),
    Service("1002", "蓝鲸航空专线", "AIR", 3900, 1500, 7, 12),
    Service("1003", "蓝鲸海运", "SEA", 2500, 400, 25, 40),
)


def service_of(service_id: str) -> Service:
    """The service of that id; refused when there is none."""
    for service in SERVICES:
        if service.id == service_id:
            return service
    raise Refused(Code.NOT_FOUND, "serviceId")


def country_of(text: str) -> str:
    """A country code of two letters, in capitals; refused for anything else."""
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise Refused(Code.BAD_PARAMETER, "country")
    return text.upper()


def _percent(country: str) -> int:
    return 100 if country in _NEAR else 140 + zlib.crc32(country.encode()) % 60
