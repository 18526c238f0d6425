"""The SKUs of an offer as rows and columns, or one under the other: every SKU stands in exactly one cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sourcing_desktop.domain.offer import Sku, SkuAttribute, Words

LEAST_FILLED = 0.5
"""Share of the cells of a matrix that hold a SKU; with fewer a list is easier to read."""


@dataclass(frozen=True, slots=True)
class Head:
    """One row or column: what its SKUs have in common, and nothing where there is no choice. `picture`
    is set where all of them show the same."""

    values: tuple[Words, ...] = ()
    picture: str = ""

    @property
    def shown(self) -> str:
        return " · ".join(value.shown for value in self.values)

    @property
    def original(self) -> str:
        return " · ".join(value.original for value in self.values)


@dataclass(frozen=True, slots=True)
class SkuGrid:
    """`cells[row][column]`; None where a combination is not sold. `shared` is what every SKU has, such as the
    one material there is, and therefore stands in no head."""

    rows: tuple[Head, ...] = ()
    columns: tuple[Head, ...] = ()
    cells: tuple[tuple[Sku | None, ...], ...] = ()
    row_names: tuple[Words, ...] = ()
    column_names: tuple[Words, ...] = ()
    shared: tuple[SkuAttribute, ...] = ()


def sku_list(skus: Sequence[Sku]) -> SkuGrid:
    """Every SKU in a row of its own, in the offer's order, whatever attributes it has or lacks. Nothing is
    shared where some lack one, or there is one SKU only."""
    if not skus:
        return SkuGrid()
    choices = _choices(skus) if len(skus) > 1 else None
    named = choices.varying if choices else [_name(each) for each in skus[0].attributes]
    shared = tuple(each for each in skus[0].attributes if _name(each) not in named)
    left_out = {_name(each) for each in shared}
    rows = tuple(
        Head(tuple(each.value for each in sku.attributes if _name(each) not in left_out), sku.picture)
        for sku in skus
    )
    return SkuGrid(
        rows,
        (Head(),),
        tuple((sku,) for sku in skus),
        row_names=tuple(each.name for each in skus[0].attributes if _name(each) in named),
        shared=shared,
    )


def sku_matrix(skus: Sequence[Sku]) -> SkuGrid | None:
    """One attribute across, all others down; None where the SKUs make no matrix: fewer than two choices,
    attributes that some lack, two SKUs of the same values, or most combinations not sold.

    Down goes what changes the picture, then what has most values; across what comes second in that, so that
    few columns are left. A third attribute makes more rows instead of a choice above the matrix: nothing that
    was typed is ever out of sight, and every sum is the sum of all that is there.
    """
    choices = _choices(skus)
    if choices is None or len(choices.varying) < 2:
        return None
    main, across, *_ = sorted(choices.varying, key=choices.weight, reverse=True)
    down = [main, *(name for name in choices.varying if name not in (main, across))]
    by_place = {(choices.place(sku, down), choices.place(sku, [across])): sku for sku in skus}
    rows = sorted({row for row, _ in by_place})
    columns = sorted({column for _, column in by_place})
    if len(by_place) < len(skus) or len(skus) < LEAST_FILLED * len(rows) * len(columns):
        return None
    cells = tuple(tuple(by_place.get((row, column)) for column in columns) for row in rows)
    return SkuGrid(
        tuple(choices.head(line, down) for line in cells),
        tuple(choices.head(line, [across]) for line in zip(*cells, strict=True)),
        cells,
        row_names=choices.names(down),
        column_names=choices.names([across]),
        shared=tuple(each for each in skus[0].attributes if _name(each) not in choices.varying),
    )


def labels(heads: Sequence[Head]) -> list[str]:
    """What to write at rows or columns; where two translations are the same, the original stands beside."""
    often = Counter(head.shown for head in heads)
    return [
        f"{head.shown} ({head.original})"
        if often[head.shown] > 1 and head.original != head.shown
        else head.shown
        for head in heads
    ]


class _Choices:
    """The attributes of SKUs that all have the same ones."""

    def __init__(self, skus: Sequence[Sku]) -> None:
        self._skus = skus
        self._values = {sku.id: {_name(each): each for each in sku.attributes} for sku in skus}
        self._order: dict[str, dict[str, int]] = {}
        for sku in skus:
            for each in sku.attributes:
                seen = self._order.setdefault(_name(each), {})
                seen.setdefault(_value(each), len(seen))
        self.varying = tuple(name for name, values in self._order.items() if len(values) > 1)

    def weight(self, name: str) -> tuple[bool, int]:
        """Whether each value has one picture of its own, and how many values there are."""
        pictures = {(_value(self._values[sku.id][name]), sku.picture) for sku in self._skus if sku.picture}
        values, different = {value for value, _ in pictures}, {picture for _, picture in pictures}
        return len(different) > 1 and len(pictures) == len(values), len(self._order[name])

    def place(self, sku: Sku, names: Sequence[str]) -> tuple[int, ...]:
        """Where these values of a SKU stand in the offer's order."""
        return tuple(self._order[name][_value(self._values[sku.id][name])] for name in names)

    def head(self, line: Sequence[Sku | None], names: Sequence[str]) -> Head:
        skus = [sku for sku in line if sku is not None]
        pictures = {sku.picture for sku in skus}
        values = tuple(self._values[skus[0].id][name].value for name in names)
        return Head(values, pictures.pop() if len(pictures) == 1 else "")

    def names(self, names: Sequence[str]) -> tuple[Words, ...]:
        first = self._values[self._skus[0].id]
        return tuple(first[name].name for name in names)


def _choices(skus: Sequence[Sku]) -> _Choices | None:
    """None where SKUs differ in which attributes they have, or ids are not unique."""
    names = {tuple(sorted(_name(each) for each in sku.attributes)) for sku in skus}
    clear = len(names) == 1 and all(len(set(each)) == len(each) for each in names)
    return _Choices(skus) if clear and len({sku.id for sku in skus}) == len(skus) else None


def _name(attribute: SkuAttribute) -> str:
    return attribute.name.original or attribute.name.shown


def _value(attribute: SkuAttribute) -> str:
    return attribute.value.original or attribute.value.shown
