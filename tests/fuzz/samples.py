"""Answers to begin with: one of every call and callback as docs/openapi describes it, in which no two values
are the same, and every documented example."""

from __future__ import annotations

import json
from functools import cache
from itertools import count
from typing import Any

from tests.gateways.test_saved_answers import EXAMPLES, content
from tests.support.openapi import FOLDER, Description, described

CERTAIN = {"code": 200, "success": True, "yoloCropRegion": "1,20,2,30", "currency": "CNY"}
"""Fields that take no value but such."""
DEEPEST = 14


@cache
def described_answers() -> dict[tuple[str, str], Any]:
    """An answer with all its fields by code and generation; bodies of callbacks and LinkedMall have none."""
    found = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        description = described(file.name)
        for operation in description.operations:
            answer = description.followed(operation.spec["responses"]["200"])
            found[operation.code, operation.generation] = Sampler(description).value(schema_in(answer))
        for code, item in description.document.get("webhooks", {}).items():
            found[code, ""] = Sampler(description).value(schema_in(item["post"]["requestBody"]))
    return found


@cache
def samples() -> dict[str, list[Any]]:
    """JSON values by the code of the call or callback, or the name of the operation."""
    found: dict[str, list[Any]] = {}
    for (code, _), answer in described_answers().items():
        found.setdefault(code, []).append(answer)
    for name, code in EXAMPLES.items():
        found.setdefault(code, []).append(json.loads(content(name)))
    return found


def schema_in(part: dict[str, Any]) -> dict[str, Any]:
    return part["content"]["application/json"]["schema"]


class Sampler:
    """Makes values of schemas of one description; each text and number only once."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._numbers = count(1001)

    def value(self, schema: dict[str, Any], depth: int = 0) -> Any:
        """A value with all fields the schema knows."""
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        if "contentSchema" in schema:
            return json.dumps(self.value(schema["contentSchema"], depth + 1))
        if depth > DEEPEST:
            return None
        fields: dict[str, Any] = {}
        for part in self._parts(schema):
            value = self.value(part, depth + 1)
            if not isinstance(value, dict):
                return value
            fields |= value
        for name, each in schema.get("properties", {}).items():
            fields[name] = CERTAIN[name] if name in CERTAIN else self.value(each, depth + 1)
        kind = kind_of(schema)
        if kind == "array":
            return [self.value(schema.get("items", {}), depth + 1)]
        return fields if fields or kind == "object" else self._plain(kind)

    def _parts(self, schema: dict[str, Any]) -> list[dict[str, Any]]:
        """The schemas a value must also be of; of several to choose from the first."""
        also = list(schema.get("allOf", []))
        also += [self._description.at(schema["$ref"])] if "$ref" in schema else []
        also += [schema["then"]] if "then" in schema else []
        choices = (schema[word] for word in ("anyOf", "oneOf") if word in schema)
        return also + [next(each for each in several if kind_of(each) != "null") for several in choices]

    def _plain(self, kind: str) -> Any:
        number = next(self._numbers)
        return {"string": str(number), "integer": number, "number": number, "boolean": True}.get(kind, {})


def kind_of(schema: dict[str, Any]) -> str:
    kind = schema.get("type", "array" if "items" in schema else "")
    return next(each for each in kind if each != "null") if isinstance(kind, list) else kind
