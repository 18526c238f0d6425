"""The one table of PandaPon endpoints and callbacks, read from the two CSV files beside this one.

It carries both generations with verb, path and how sure the path is, so a correction from the field is a
one-line change. The marks are those of the contract: a path is `seen`, follows from a `rule`, or is
`assumed`; `absent` means that generation has no such call. Besides the 69 calls of the documented tree it
holds two that only one language's tree lists (contract section 5): AOD and TGS.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Route:
    """Verb and path of a call in one generation; both empty where `confidence` is absent."""

    verb: str
    path: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One documented call. `body` says how sure its fields are."""

    code: str
    platform: str
    group: str
    name: str
    v1: Route
    v2: Route
    body: str

    def route(self, generation: str) -> Route:
        """The route in `v1` or `v2`; LookupError where that generation has no such call."""
        route = {"v1": self.v1, "v2": self.v2}[generation]
        if not route.path:
            raise LookupError(f"{self.code} does not exist in {generation}")
        return route


@dataclass(frozen=True, slots=True)
class Callback:
    """A kind of message the gateway pushes to an address of the developer's. The marks say how sure its
    delivery and its body are."""

    code: str
    platform: str
    name: str
    delivery: str
    body: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader((files(__package__) / name).read_text(encoding="utf-8").splitlines())


def _endpoints() -> dict[str, Endpoint]:
    return {
        row["code"]: Endpoint(
            row["code"],
            row["platform"],
            row["group"],
            row["name"],
            Route(row["v1_verb"], row["v1_path"], row["v1_path_confidence"]),
            Route(row["v2_verb"], row["v2_path"], row["v2_path_confidence"]),
            row["body_confidence"],
        )
        for row in _rows("endpoints.csv")
    }


def _callbacks() -> dict[str, Callback]:
    return {
        row["code"]: Callback(
            row["code"], row["platform"], row["name"], row["delivery_confidence"], row["body_confidence"]
        )
        for row in _rows("callbacks.csv")
    }


ENDPOINTS = _endpoints()
CALLBACKS = _callbacks()

BINDING = frozenset(
    {"TO1", "TO3", "TO4", "TO5", "TO6", "TA4", "TA5", "TA6", "TA7", "TA9", "TK1"}
    | {"AO1", "AO3", "AO7", "AO8", "AO9", "AO10", "AA4", "AA5", "AK1", "W3", "W4"}
)
"""Calls that change an order or spend money. AO9 and TA5 are among them, although they are GETs."""

CHANGING = BINDING | {"TK4", "TK5", "TK6", "AK2", "AK4", "AK5", "AA3", "F2"}
"""Calls that change anything: carts, addresses and uploaded vouchers too."""
