"""The carriers that goods travel with, out and back (contract AA6, TA3). Codes and names are the real ones;
the prefixes of their waybills are simplified."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WAYBILL = re.compile(r"([A-Z]*)[0-9]{8,18}")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A courier: its code, name, the number people call, how its waybills begin, and its name in letters."""

    code: str
    name: str
    phone: str
    prefix: str
    spelling: str

    def issues(self, waybill: str) -> bool:
        """Whether a waybill can be one of this company's: its letters, if it has any, are the company's own.
        (Upstream checks too; its rule is not documented.)"""
        match = _WAYBILL.fullmatch(waybill)
        return match is not None and match[1] in ("", self.prefix)


CARRIERS = (
    Carrier("ZTO", "中通快递", "95311", "7", "zhongtong"),
    Carrier("YTO", "圆通速递", "95554", "YT", "yuantong"),
    Carrier("STO", "申通快递", "95543", "77", "shentong"),
    Carrier("YUNDA", "韵达快递", "95546", "43", "yunda"),
    Carrier("SF", "顺丰速运", "95338", "SF", "shunfeng"),
    Carrier("JTSD", "极兔速递", "956025", "JT", "jitu"),
)


def carrier_of(code: str) -> Carrier | None:
    """The carrier of that code."""
    return next((carrier for carrier in CARRIERS if carrier.code == code), None)
