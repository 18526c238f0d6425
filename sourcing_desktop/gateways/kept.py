"""Which values of an answer are in what it became. A reader may look at a field and keep nothing of it;
whoever reads a saved answer shall see that field too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeVar

import msgspec

from sourcing_desktop.domain.errors import BadReply
from sourcing_desktop.gateways.values import as_moment, as_number, as_text
from sourcing_desktop.gateways.wire import Reader, https_url, without_marks

Read = TypeVar("Read")

SEVERAL = ("~", ",")
"""What stands between several values in one text: the ends of a range, the items of a list."""

LONG = 6
"""From so many characters on, a text that is part of another one is not so by chance."""


def unkept(answer: Reader, became: object) -> dict[str, object]:
    """By its path whatever of the answer was not read, or was read and is not in what it became.

    Yes and no, and what was read as a whole, count as kept once they were read: nothing shows where
    they went.
    """
    unread, kept = answer.unread(), Kept(became)
    return {path: value for path, value in answer.values() if path in unread or value not in kept}


class Kept:
    """What stands in domain objects: words, times, and numbers, amounts as minor units."""

    def __init__(self, became: object) -> None:
        plain = msgspec.to_builtins(became, builtin_types=(Decimal,), str_keys=True)
        self._words = {str(each) for each in _leaves(plain)}
        self._numbers = {number for word in self._words if (number := _number(word)) is not None}
        self._text = "\n".join(self._words)

    def __contains__(self, value: object) -> bool:
        if isinstance(value, bool | dict | list):
            return True
        text = as_text(value, "")
        return self._has(text) or any(
            all(map(self._has, text.split(mark))) for mark in SEVERAL if mark in text
        )

    def _has(self, text: str) -> bool:
        """Whether a word is there, without its marks or as the number or time it says."""
        words = {text, text.strip(), without_marks(text), https_url(text)}
        long = any(len(word) >= LONG and word in self._text for word in words)
        return long or not words.isdisjoint(self._words) or self._has_number(text) or self._has_time(text)

    def _has_number(self, text: str) -> bool:
        number = _number(text.strip("% "))
        return number is not None and not {number, number * 100}.isdisjoint(self._numbers)

    def _has_time(self, text: str) -> bool:
        moment = _understood(as_moment, text)
        return moment is not None and msgspec.to_builtins(moment) in self._words


def _leaves(plain: object) -> Iterator[object]:
    waiting = [plain]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
        elif value is not None:
            yield value


def _number(text: str) -> Decimal | None:
    return _understood(as_number, text)


def _understood(read: Callable[[str, str], Read], text: str) -> Read | None:
    try:
        return read(text, "")
    except BadReply:
        return None
