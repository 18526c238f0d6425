"""Makes answers worse: wrong types, nulls, missing and misnamed fields, text for numbers, JSON in text, huge
numbers, megabytes, deep nesting, truncation. Callers choose by numbers: hypothesis and atheris share it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

Choose = Callable[[int], int]
"""A whole number from 0 up to, and without, the one given."""

DEEP, MEGABYTES, HUGE = "@deep@", "@megabytes@", "@huge@"
"""Stand in for what would be costly to carry around; see `BYTES`."""

LARGEST = 3_000_000
"""Bytes: enough for one such megabytes."""

BYTES = {
    f'"{DEEP}"': b'{"data":[' * 400 + b"1" + b"]}" * 400,
    f'"{MEGABYTES}"': b'"' + b"9" * 2_000_000 + b'"',
    f'"{HUGE}"': b"1e999999",
}
NASTY: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        -0.0,
        2**53 + 1,
        10**30,
        10**400,
        1e308,
        [],
        {},
        [[]],
        [None],
        {"": None},
    ),
    *(DEEP, MEGABYTES, HUGE, "", " ", "null", "true", "{", "[1", '{"a":', "[" * 2000, "\ud800", "NaN"),
    *("Infinity", "1e999", "-0", "１２", "9" * 50, "9" * 5000, "0x10", "1_000", "12.5.1", "Y", "200", "12"),
    *("2024-13-45 99:99:99", "20241399999999", "9999999999999999", "0000-00-00 00:00:00"),
    *("2024-01-01T00:00:00+99:99", "<font", "&#x110000;", "&#0;", "//", "http://[", "%", "-%", "¥", "¥ ~ ¥"),
    *("1% ~", "~", "100+", "[SD-", "SD-000000000000", "a,b,,c", '["a"]', '{"a": {"b": [1]}}', '"x"'),
)
ODD_NAMES = ("", "a.b", "data[0]", "[", "code", "data", "result", "\ud800", "id")


def mutated(sample: Any, choose: Choose) -> bytes:
    """The sample with up to five things wrong, as it would come over the wire."""
    value = deepcopy(sample)
    for _ in range(1 + choose(5)):
        value = _with_one_wrong(value, choose)
    content = json.dumps(value, ensure_ascii=choose(2) == 0).encode(errors="surrogatepass")
    for mark, meant in BYTES.items():
        content = content.replace(mark.encode(), meant)
    content = content[:LARGEST]
    return content[: choose(len(content) + 1)] if choose(10) == 0 else content


def _with_one_wrong(value: Any, choose: Choose) -> Any:
    places = list(_places(value))
    if not places:
        return _nasty(choose)
    parent, key = places[choose(len(places))]
    wrong = choose(8)
    if wrong == 0:
        del parent[key]
    elif wrong == 1:
        parent[key] = _as_text(parent[key])
    elif wrong == 2:
        parent[key] = _out_of_text(parent[key])
    elif wrong == 3:
        parent[key] = [parent[key]] * (1 + choose(2))
    elif wrong == 4 and isinstance(parent, dict):
        parent[ODD_NAMES[choose(len(ODD_NAMES))]] = parent.pop(key)
    elif wrong == 5 and isinstance(parent, dict):
        parent[ODD_NAMES[choose(len(ODD_NAMES))]] = _nasty(choose)
    else:
        parent[key] = _nasty(choose)
    return value


def _nasty(choose: Choose) -> Any:
    return deepcopy(NASTY[choose(len(NASTY))])


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every field and item in the value, as parent and key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _out_of_text(value: Any) -> Any:
    try:
        return json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return value
