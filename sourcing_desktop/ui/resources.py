"""Finds the files of `resources/`: in the source tree, in an installed wheel, in the frozen program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


@cache
def resource(name: str) -> Path:
    """The path of a resource such as `icons/cart.svg`. FileNotFoundError names it when it is not shipped."""
    for place in _PLACES:
        if (path := place / name).is_file():
            return path
    raise FileNotFoundError(f"resource {name} is missing")
