"""One call as a handler sees it: endpoint, generation, user, and tolerant readers of its fields."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.market.model import LANGUAGES

LARGEST_BODY = 6_000_000
"""Bytes of a request; a picture of 3 MB is 4 MB of base64."""
LARGEST_NUMBER = 10**15
"""Of quantities, pages and row ids; the 19-digit ids are read as text."""


class Fields:
    """A JSON object or a query string. Numbers may come as text and text as numbers."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def value(self, name: str) -> object:
        """The field as it came; None where it is missing."""
        return self._values.get(name)

    def text(self, name: str, default: str = "") -> str:
        """The field as text; `default` where it is missing or null."""
        value = self._values.get(name)
        if value is None:
            return default
        if isinstance(value, (dict, list)):
            raise Refused(Code.BAD_PARAMETER, name)
        return str(value)

    def needed(self, *names: str) -> str:
        """The first of these fields that is filled; Refused when none is."""
        for name in names:
            if text := self.text(name):
                return text
        raise Refused(Code.MISSING_PARAMETER, names[0])

    def whole(self, name: str, default: int | None = None) -> int:
        """The field as a whole number; without a default it must be there."""
        value = self._values.get(name)
        if value is None or value == "":
            if default is None:
                raise Refused(Code.MISSING_PARAMETER, name)
            return default
        try:
            number = int(value)
        except (TypeError, ValueError, OverflowError) as error:
            raise Refused(Code.BAD_PARAMETER, name) from error
        if abs(number) > LARGEST_NUMBER or (isinstance(value, float) and value != number):
            raise Refused(Code.BAD_PARAMETER, name)
        return number

    def texts(self, name: str) -> list[str]:
        """A list of texts or numbers; one value alone counts as a list of one."""
        value = self._values.get(name)
        if value is None or value == "":
            return []
        entries = value if isinstance(value, list) else [value]
        if any(isinstance(entry, (dict, list)) or entry is None for entry in entries):
            raise Refused(Code.BAD_PARAMETER, name)
        return [str(entry) for entry in entries]

    def child(self, name: str) -> Fields:
        """The JSON object in a field; it must be there."""
        return _fields(self._given(name), name)

    def children(self, name: str) -> list[Fields]:
        """The JSON objects of a list that must not be empty (contract AO6)."""
        return _all_fields(self._given(name), name)

    def child_in_text(self, name: str) -> Fields:
        """A JSON object inside a string (contract TO1)."""
        return _fields(_parsed(self.needed(name), name), name)

    def children_in_text(self, name: str) -> list[Fields]:
        """A JSON array of objects inside a string (contract TO1, TG3)."""
        return _all_fields(_parsed(self.needed(name), name), name)

    def filled(self, name: str) -> bool:
        """Whether anything stands in the field."""
        return bool(self._values.get(name))

    def besides(self, names: Collection[str]) -> Iterator[str]:
        """The names of the fields that are none of these."""
        return (name for name in self._values if name not in names)

    def only_texts(self, names: Iterable[str]) -> dict[str, str | None]:
        """These fields as texts; null where one is missing."""
        return {name: self.text(name) if self._values.get(name) is not None else None for name in names}

    def _given(self, name: str) -> object:
        value = self._values.get(name)
        if not value:
            raise Refused(Code.MISSING_PARAMETER, name)
        return value


@dataclass(frozen=True, slots=True)
class Call:
    """A request that passed the gate. `fields` is its body, or its query for a GET; `query` is what stands in
    its address either way."""

    code: str
    generation: str
    user_id: str
    fields: Fields
    query: Fields

    @property
    def language(self) -> str:
        """What titles are translated into; `country` is a language too (contract 1.13)."""
        asked = (self.fields.text("country") or self.fields.text("language")).lower()[:2]
        return asked if asked in LANGUAGES else "en"

    @property
    def is_v2(self) -> bool:
        return self.generation == "v2"


def read_body(body: bytes) -> Fields:
    """The fields of a JSON body; an empty body has none."""
    if not body:
        return Fields({})
    try:
        return _fields(_json(body.decode()), "body")
    except (ValueError, RecursionError) as error:
        raise Refused(Code.UNREADABLE) from error


def _json(text: str) -> object:
    """A JSON value of which every part can be written down again; ValueError for any other. Python's own
    reader takes infinities and halves of characters too."""
    value = json.loads(text, parse_float=_finite, parse_constant=_finite)
    if "\\ud" in text or "\\uD" in text:
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"not a number of JSON: {text}")
    return number


def _parsed(text: str, name: str) -> object:
    try:
        return _json(text)
    except (ValueError, RecursionError) as error:
        raise Refused(Code.BAD_PARAMETER, name) from error


def _fields(value: object, name: str) -> Fields:
    if not isinstance(value, dict):
        raise Refused(Code.BAD_PARAMETER, name)
    return Fields(value)


def _all_fields(value: object, name: str) -> list[Fields]:
    if not isinstance(value, list) or not value:
        raise Refused(Code.BAD_PARAMETER, name)
    return [_fields(entry, name) for entry in value]
