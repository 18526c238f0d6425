"""Finds what stands in a JSON value under names that its schema does not have. Schemas leave objects open, so
that readers stay tolerant; what the sandbox answers is held to the names all the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

Schema = dict[str, Any]


class Rules(Protocol):
    """Where schemas come from."""

    def at(self, pointer: str) -> Schema: ...

    def validator(self, schema: Schema) -> Any: ...


def strangers(rules: Rules, schema: Schema, value: object, place: str = "") -> Iterator[str]:
    """The places of a value that the schema has no name for. An object without any described name is free."""
    schemas = list(_applying(rules, schema, value))
    if isinstance(value, dict):
        yield from _in_object(rules, schemas, value, place)
    elif isinstance(value, list):
        items = _all_of(each["items"] for each in schemas if "items" in each)
        for inner in value:
            yield from strangers(rules, items, inner, place)
    elif isinstance(value, str) and value:
        for each in schemas:
            if "contentSchema" in each:
                yield from strangers(rules, each["contentSchema"], json.loads(value), place)


def _in_object(rules: Rules, schemas: list[Schema], value: dict[str, Any], place: str) -> Iterator[str]:
    named = {name for each in schemas for name in each.get("properties", ())}
    others = [each["additionalProperties"] for each in schemas if "additionalProperties" in each]
    for name, inner in value.items():
        where = f"{place}.{name}".lstrip(".")
        if name in named:
            properties = [each.get("properties", {}) for each in schemas]
            own = _all_of(each[name] for each in properties if name in each)
            yield from strangers(rules, own, inner, where)
        elif others:
            yield from strangers(rules, _all_of(others), inner, where)
        elif named:
            yield where


def _applying(rules: Rules, schema: Schema, value: object) -> Iterator[Schema]:
    """The schema and all it consists of, as far as it is about this value."""
    yield schema
    if "$ref" in schema:
        yield from _applying(rules, rules.at(schema["$ref"]), value)
    parts = [*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if "if" in schema and rules.validator(schema["if"]).is_valid(value):
        parts.append(schema.get("then", {}))
    for part in parts:
        yield from _applying(rules, part, value)


def _all_of(schemas: Iterable[Schema]) -> Schema:
    return {"allOf": [each for each in schemas if isinstance(each, dict)]}
