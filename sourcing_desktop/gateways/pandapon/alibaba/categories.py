"""The 1688 category tree (contract AG6). Pure. The body is upstream's."""

from __future__ import annotations

from sourcing_desktop.domain.category import Category
from sourcing_desktop.domain.offer import Words
from sourcing_desktop.gateways.pandapon.answers import answer_in
from sourcing_desktop.gateways.pandapon.shapes import Caller, filled, wire_number
from sourcing_desktop.gateways.wire import Reader

DEEPEST = 8
"""Levels that are read; 1688 has three."""


def category_request(category_id: str, caller: Caller) -> dict[str, object]:
    """AG6; the root lists the top categories."""
    fields = {
        "language": caller.language,
        "categoryId": wire_number(category_id),
        "outMemberId": caller.user_id,
    }
    return filled(fields)


def read_category(envelope: Reader) -> Category:
    """A category and those below it."""
    return _category(answer_in(envelope), DEEPEST)


def _category(row: Reader, levels: int) -> Category:
    below = row.rows("children") if levels else ()
    return Category(
        id=row.text("categoryId"),
        name=Words(row.plain("chineseName"), row.plain("translatedName")),
        parent_id=row.text("parentCateId"),
        level=row.whole("level"),
        leaf=row.yes("leaf"),
        children=tuple(_category(each, levels - 1) for each in below),
    )
