"""The top-level request fields of every PandaPon call, read from `fields.csv` beside this file, and how words
a person types become the JSON values the documents ask for.

A cell lists fields apart by blanks, each as `name:kind!@generation`: kind `text` and both generations where
nothing else is said, `!` for a field the documents require. A GET takes them in its query or path, a POST in
its body. Fields of calls whose body is not in the documents are assumed; the endpoint table marks those
calls.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Field:
    """A request field. `kind` is text, whole, number, yes, list or object; `generation` is v1, v2, or empty
    for both."""

    name: str
    kind: str
    generation: str
    needed: bool


_KINDS: dict[str, tuple[tuple[type, ...], str]] = {
    "whole": ((int,), "a whole number"),
    "number": ((int, float), "a number"),
    "yes": ((bool,), "true or false"),
    "list": ((list,), "a JSON list"),
    "object": ((dict,), "a JSON object"),
}
"""Python's types of each kind but text, and what to call it."""


def fields_of(code: str, generation: str) -> tuple[Field, ...]:
    """The fields of a call in `v1` or `v2`; KeyError for an unknown call."""
    return tuple(field for field in FIELDS[code] if field.generation in ("", generation))


def typed(code: str, generation: str, words: Mapping[str, str]) -> dict[str, object]:
    """The documented JSON values of fields given as text, in the order given.

    A field the documents do not know becomes the number, boolean, list or object its text reads as in JSON,
    else it stays text. Raises ValueError with a sentence for text that does not fit its field, KeyError for
    an unknown call.
    """
    return typed_as(fields_of(code, generation), words)


def typed_as(fields: Iterable[Field], words: Mapping[str, str]) -> dict[str, object]:
    """The same for a call with these fields."""
    kinds = {field.name: field.kind for field in fields}
    return {
        name: _fitting(name, kinds[name], text) if name in kinds else _guessed(text)
        for name, text in words.items()
    }


def _fitting(name: str, kind: str, text: str) -> object:
    if kind == "text":
        return text
    types, called = _KINDS[kind]
    value = _parsed(text)
    if type(value) not in types:  # a boolean is an int for isinstance
        raise ValueError(f"{name} must be {called}, not {text[:80]!r}.")
    return value


def _guessed(text: str) -> object:
    value = _parsed(text)
    return text if value is None else value


def _parsed(text: str) -> object:
    """The text read as JSON; None for null and for what is no JSON."""
    try:
        value: object = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def fields_in(cell: str) -> tuple[Field, ...]:
    """The fields a cell lists."""
    return tuple(map(_field, cell.split()))


def _field(entry: str) -> Field:
    rest, _, generation = entry.partition("@")
    name, _, kind = rest.removesuffix("!").partition(":")
    return Field(name, kind or "text", generation, rest.endswith("!"))


def _table() -> dict[str, tuple[Field, ...]]:
    text = (files(__package__) / "fields.csv").read_text(encoding="utf-8")
    return {row["code"]: fields_in(row["fields"]) for row in csv.DictReader(text.splitlines())}


FIELDS = _table()
