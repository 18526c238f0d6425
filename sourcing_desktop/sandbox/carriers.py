"""The carriers that bring goods back to sellers (contract AA6, TA3). Ids are invented, codes are upstream's."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WAYBILL = re.compile(r"(?P<lead>[A-Z]*)[0-9]{8,18}")


@dataclass(frozen=True, slots=True)
class Carrier:
    """One company. Its waybills begin with `lead`, which may be empty (invented: a check upstream has, whose
    rule is not documented)."""

    id: int
    code: str
    name: str
    spelling: str
    phone: str
    lead: str = ""

    def issues(self, waybill: str) -> bool:
        """Whether a waybill can be one of this company's."""
        match = _WAYBILL.fullmatch(waybill.strip().upper())
        return match is not None and match["lead"] in ("", self.lead)


CARRIERS = (
    Carrier(1, "SF", "顺丰速运", "shunfeng", "95338", "SF"),
    Carrier(2, "ZTO", "中通快递", "zhongtong", "95311"),
    Carrier(3, "YTO", "圆通速递", "yuantong", "95554", "YT"),
    Carrier(4, "STO", "申通快递", "shentong", "95543", "STO"),
    Carrier(5, "YUNDA", "韵达快递", "yunda", "95546"),
    Carrier(6, "JTSD", "极兔速递", "jitu", "956025", "JT"),
    Carrier(7, "EMS", "邮政EMS", "youzhengems", "11183"),
    Carrier(8, "DBKD", "德邦快递", "debang", "95353", "DPK"),
)


def carrier_of(code: str) -> Carrier | None:
    """The carrier of that code."""
    return next((carrier for carrier in CARRIERS if carrier.code == code), None)
