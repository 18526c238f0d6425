"""Money and times the way the contract writes them (contract 1.11, 1.12). Inside the sandbox money is fen."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))


def yuan_text(fen: int) -> str:
    """Yuan with two places, as in search rows: `6.80`."""
    return f"{fen // 100}.{fen % 100:02d}"


def yuan(fen: int) -> float:
    """Yuan as a JSON number, as in order objects: 6.8."""
    return fen / 100


def alibaba_time(milliseconds: int | None) -> str | None:
    """`yyyyMMddHHmmssSSS+0800`, as in 1688 orders; None stays None."""
    if milliseconds is None:
        return None
    moment = _in_china(milliseconds)
    return f"{moment:%Y%m%d%H%M%S}{milliseconds % 1000:03d}+0800"


def taobao_time(milliseconds: int | None) -> str | None:
    """`yyyy-MM-dd HH:mm:ss` in China time, as in Taobao orders; None stays None."""
    return None if milliseconds is None else f"{_in_china(milliseconds):%Y-%m-%d %H:%M:%S}"


def milliseconds_of(text: str) -> int | None:
    """A date of either spelling as milliseconds since the epoch; None for text that is no date."""
    digits = "".join(letter for letter in text.partition("+")[0] if letter.isdigit())[:14]
    try:
        moment = datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=_CHINA)
    except ValueError:
        return None
    return int(moment.timestamp() * 1000)


def stable_number(text: str, digits: int = 9) -> int:
    """An invented number that is always the same for the same text."""
    return zlib.crc32(text.encode()) % int(10**digits)


def _in_china(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(_CHINA)
