"""A category of goods and those below it (1688 has three levels)."""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_desktop.domain.offer import Words

ROOT = "0"
"""The id of the category above all others (contract AG6)."""


@dataclass(frozen=True, slots=True)
class Category:
    """`level` counts from 1 below the root; `leaf`: none is below it. None: the platform does not say, nor do
    empty `children` mean that there are none."""

    id: str
    name: Words
    parent_id: str = ""
    level: int | None = None
    leaf: bool | None = None
    children: tuple[Category, ...] = ()
