"""Turns single JSON values into numbers, texts and times, however the gateway wrote them today.

Each function takes the field's path and raises BadReply with it for what cannot be read; nothing is guessed.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import NoReturn

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.language import tr

CHINA = timezone(timedelta(hours=8))
"""The zone of times that come without one (contract 1.12)."""

MOST_DIGITS = 40
"""A number longer than this, on either side of the point, is nonsense and would only cost memory."""

NUMBER = re.compile(
    r"[¥￥]?\s*([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)\s*\+?"
)
COMPACT_TIME = re.compile(r"(\d{14})(\d{3})?([+-]\d{4})?", re.ASCII)
UNIX_DIGITS = {10: 1, 13: 1000}
"""How many to a second, by the digits of a Unix time."""

YES = {"true": True, "1": True, "y": True, "yes": True, "false": False, "0": False, "n": False, "no": False}


def decode_json(text: str | bytes) -> object:
    """JSON with exact decimals and integers of any size. ValueError or RecursionError for anything else,
    also for NaN and Infinity, which are no JSON."""
    result: object = json.loads(text, parse_float=Decimal, parse_constant=_refuse_constant)
    return result


def encode_json(value: object) -> str:
    """Compact JSON, Chinese as it is, keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def opened(value: object, path: str) -> object:
    """The value, or what its text holds when a list or object was written as JSON in a string."""
    if not isinstance(value, str):
        return value
    try:
        return decode_json(value) if value.strip() else None
    except (ValueError, RecursionError):
        unreadable(path, tr("holds text that is no JSON"))


def as_text(value: object, path: str) -> str:
    """Text as it is; numbers without a needless fraction, so that an id stays an id; null is empty."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        number = as_number(value, path)
        return str(int(number)) if number == number.to_integral_value() else format(number, "f")
    unreadable(path, tr("is neither text nor number"))


def as_number(value: object, path: str) -> Decimal:
    """A number, or a text that says one: `"12.50"`, `"1,200"`, `"¥3"`, `"100+"`."""
    number = _number(value)
    if number is None or not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        unreadable(path, tr("is no number"))
    return number


def as_whole(value: object, path: str) -> int:
    """A whole number; 12.0 is one, 12.5 is not."""
    number = as_number(value, path)
    if number != number.to_integral_value():
        unreadable(path, tr("is not a whole number"))
    return int(number)


def as_boolean(value: object, path: str) -> bool:
    """True and false, also as text and as 0 and 1."""
    word = as_text(value, path).strip().lower()
    return YES[word] if word in YES else unreadable(path, tr("is neither yes nor no"))


def as_percent(value: object, path: str) -> float:
    """A rate in percent: `"35%"` is 35, but `"0.4666"` is a fraction and 46.66 (contract upstream C3)."""
    text = as_text(value, path).strip()
    number = as_number(text.removesuffix("%"), path)
    is_fraction = not text.endswith("%") and number <= 1
    return float(number * 100 if is_fraction else number)


def as_moment(value: object, path: str) -> datetime:
    """A time in any form of contract 1.12: a date with or without a zone, compact, Unix (milli)seconds of 10
    or 13 digits, which is any time of this century."""
    text = as_text(value, path).strip()
    try:
        return _moment(text)
    except (ValueError, OverflowError, OSError):
        unreadable(path, tr("is no time"))


def unreadable(path: str, why: str) -> NoReturn:
    """Raise BadReply for a field."""
    raise BadReply(
        tr(
            "The gateway's answer could not be understood: {path} {why}. If it stays like this, the "
            "gateway has changed and this program needs an update.",
            path=path,
            why=why,
        ),
        path=path,
    )


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Decimal(value)
    match = NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    digits = match[1].replace(",", "") if match else ""
    return Decimal(digits) if any(each.isdigit() for each in digits.split("e")[0]) else None


def _moment(text: str) -> datetime:
    if match := COMPACT_TIME.fullmatch(text):
        moment = datetime.strptime(match[1] + (match[3] or "+0800"), "%Y%m%d%H%M%S%z")
        return moment + timedelta(milliseconds=int(match[2] or 0))
    if text.isdecimal() and len(text) in UNIX_DIGITS:
        return datetime.fromtimestamp(int(text) / UNIX_DIGITS[len(text)], UTC)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
