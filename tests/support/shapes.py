"""Compares answers with the documented examples: the same keys and JSON types at every place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "contract" / "examples"


def example(name: str) -> Any:
    """A documented request or response, such as `1688-recommend.v1.response`."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def places(value: Any, place: str = "") -> dict[str, set[str]]:
    """The JSON types seen at every place, list entries taken together: `.data[].price` -> {str}."""
    found: dict[str, set[str]] = {place: {type(value).__name__}}
    children = (
        [(f"{place}.{name}", child) for name, child in value.items()]
        if isinstance(value, dict)
        else [(f"{place}[]", child) for child in value]
        if isinstance(value, list)
        else []
    )
    for name, child in children:
        for where, kinds in places(child, name).items():
            found.setdefault(where, set()).update(kinds)
    return found


def differences(answer: Any, documented: Any) -> list[str]:
    """What is missing, added or of another type. Where the example shows only null, anything goes."""
    ours, theirs = places(answer), places(documented)
    lines = [f"missing {place}" for place in sorted(theirs.keys() - ours.keys())]
    lines += [f"added {place}" for place in sorted(ours.keys() - theirs.keys())]
    for place in sorted(ours.keys() & theirs.keys()):
        known = theirs[place] - {"NoneType"}
        if known and not ours[place] <= theirs[place]:
            lines.append(f"{place}: {ours[place]} instead of {theirs[place]}")
    return lines
