"""The category tree: three levels, the third being the kinds of goods."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sourcing_desktop.sandbox.market.model import Term
from sourcing_desktop.sandbox.market.vocabulary import SECTIONS


@dataclass(frozen=True, slots=True)
class Category:
    """One category. `parent` is 0 on the first level; `kind` is set on the third, where goods are."""

    id: int
    parent: int
    level: int
    name: Term
    kind: str = ""


@cache
def categories() -> tuple[Category, ...]:
    """All categories, each before its children."""
    tree: list[Category] = []
    for section_number, section in enumerate(SECTIONS, start=101):
        tree.append(Category(section_number, 0, 1, section.name))
        for group_number, group in enumerate(section.groups, start=section_number * 100 + 1):
            tree.append(Category(group_number, section_number, 2, group.name))
            for kind_number, kind in enumerate(group.kinds, start=group_number * 100 + 1):
                tree.append(Category(kind_number, group_number, 3, kind.nouns[0], kind.key))
    return tuple(tree)


@cache
def category_path(kind: str) -> tuple[int, int, int]:
    """The ids of the three levels a kind of goods stands in."""
    leaf = next(category for category in categories() if category.kind == kind)
    return leaf.parent // 100, leaf.parent, leaf.id
