"""Holds a request to the fields the documents name for its call: those that must be there, and their kinds.

Numbers may come as text and texts as numbers, since the documents write the same ids both ways (contract
1.10), and samples have objects where a text would do (dates): texts are the handlers' to judge. Fields nobody
documented are left alone.
"""

from __future__ import annotations

from collections.abc import Callable

from sourcing_desktop.contract.fields import fields_of
from sourcing_desktop.sandbox.door.call import Call
from sourcing_desktop.sandbox.door.codes import Code, Refused

REFUSES_ITSELF = frozenset({"AA5"})
"""Calls whose handlers have upstream's own word for a missing field (contract 1.6)."""


def check_documented(call: Call) -> None:
    """Refused when a field is missing that the documents require, or is of another kind than theirs."""
    for field in fields_of(call.code, call.generation):
        value = call.fields.value(field.name)
        if value is None:
            value = call.query.value(field.name)  # the pages of AA1 disagree on where its field stands
        if value in (None, "", [], {}):
            if field.needed and call.code not in REFUSES_ITSELF:
                raise Refused(Code.MISSING_PARAMETER, field.name)
        elif field.kind in _FITS and not _FITS[field.kind](value):
            raise Refused(Code.BAD_PARAMETER, field.name)


def _is_whole(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().removeprefix("-").isdecimal()
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _is_number(value: object) -> bool:
    if not isinstance(value, str):
        return isinstance(value, (int, float))
    try:
        float(value)
    except ValueError:
        return False
    return True


_FITS: dict[str, Callable[[object], bool]] = {
    "whole": _is_whole,
    "number": _is_number,
    "list": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
