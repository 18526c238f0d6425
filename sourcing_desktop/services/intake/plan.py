"""What adding a list would do, row by row, before anything is added. No I/O; the buyer changes it until it is
right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.domain.offer import OfferDetail, OfferRef, Sku
from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.services.intake.sku_choice import chosen_sku
from sourcing_desktop.services.intake.wishes import Wish

Goods = tuple[OfferRef, ...]
"""What a line may name, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What a row would put into the cart."""

    detail: OfferDetail
    sku: Sku
    pieces: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the plan, which `number` names for good. `places` are the lines of the list it stands for.

    `quantity` is as typed; `by_rule` where the list says none and the minimum was taken. `trouble` says why
    the goods cannot be added, `passing` that asking again may help.
    """

    number: int
    wish: Wish
    places: tuple[int, ...]
    quantity: str = ""
    detail: OfferDetail | None = None
    sku_id: str = ""
    by_rule: bool = False
    trouble: str = ""
    passing: bool = False
    wanted: bool = True

    @property
    def sku(self) -> Sku | None:
        """The chosen SKU, if one is."""
        return self.detail.sku(self.sku_id) if self.detail is not None and self.sku_id else None

    @property
    def coming(self) -> Coming | None:
        """What would be added; None while something is missing or in the way."""
        pieces, sku = read_quantity(self.quantity), self.sku
        if self.detail is None or self.detail.obstacle or sku is None or not pieces or not self.wanted:
            return None
        return Coming(self.detail, sku, pieces)

    @property
    def looking(self) -> bool:
        """Whether the goods are still to be looked up."""
        return self.detail is None and not self.trouble


class Plan:
    """The rows, in the order of the list."""

    def __init__(self, wishes: Iterable[Wish]) -> None:
        self.rows = tuple(
            PlanRow(number, wish, wish.places, wish.quantity, trouble=wish.trouble)
            for number, wish in enumerate(wishes)
        )

    @property
    def waiting(self) -> tuple[Goods, ...]:
        """The goods that are still to be looked up, each once."""
        return tuple(dict.fromkeys(row.wish.refs for row in self.rows if row.looking))

    def found(self, goods: Goods, detail: OfferDetail) -> None:
        """Goods were looked up. Rows that turn out to mean the same SKU become one, with the sum."""
        self._change(lambda row: row.wish.refs == goods, lambda row: _with_detail(row, detail))
        self.rows = _together(self.rows, detail.ref)

    def failed(self, goods: Goods, error: SourcingError) -> None:
        """Goods could not be looked up."""
        passing = not isinstance(error, NotFound)
        self._change(
            lambda row: row.wish.refs == goods,
            lambda row: replace(row, trouble=error.sentence, passing=passing),
        )

    def ask_again(self, numbers: Iterable[int]) -> None:
        """Rows whose trouble may have passed are to be looked up once more."""
        chosen = set(numbers)
        goods = {row.wish.refs for row in self.rows if row.number in chosen and row.passing}
        self._change(
            lambda row: row.passing and row.wish.refs in goods,
            lambda row: replace(row, trouble="", passing=False),
        )

    def choose_sku(self, number: int, sku_id: str) -> None:
        """The buyer says which SKU is meant."""
        self._change_those([number], sku_id=sku_id)

    def set_quantity(self, number: int, text: str) -> None:
        """The buyer types a quantity."""
        self._change_those([number], quantity=text.strip(), by_rule=False)

    def want(self, numbers: Iterable[int], wanted: bool) -> None:
        """The buyer leaves rows out, or takes them in again."""
        self._change_those(numbers, wanted=wanted)

    def _change_those(self, numbers: Iterable[int], **values: object) -> None:
        chosen = set(numbers)
        self._change(lambda row: row.number in chosen, lambda row: replace(row, **values))  # type: ignore[arg-type]

    def _change(self, which: Callable[[PlanRow], bool], change: Callable[[PlanRow], PlanRow]) -> None:
        self.rows = tuple(change(row) if which(row) else row for row in self.rows)


def _with_detail(row: PlanRow, detail: OfferDetail) -> PlanRow:
    sku_id = chosen_sku(detail.skus, row.wish.words, row.wish.sku_id)
    if row.quantity:
        return replace(row, detail=detail, sku_id=sku_id)
    fewest = str(detail.rules.rounded_up(detail.rules.moq))
    return replace(row, detail=detail, sku_id=sku_id, quantity=fewest, by_rule=True)


def _together(rows: Iterable[PlanRow], ref: OfferRef) -> tuple[PlanRow, ...]:
    """Rows of one SKU of this offer as the first of them. A quantity that was written outweighs those that
    were not; one that is no number keeps its own row."""
    first: dict[str, PlanRow] = {}
    kept: list[int] = []
    others: dict[int, PlanRow] = {}
    for row in rows:
        kept.append(row.number)
        others[row.number] = row
        if row.detail is None or row.detail.ref != ref or not row.sku_id:
            continue
        if read_quantity(row.quantity) is None:
            continue
        before = first.get(row.sku_id)
        if before is None:
            first[row.sku_id] = row
            continue
        kept.pop()
        first[row.sku_id] = others[before.number] = _joined(before, row)
    return tuple(others[number] for number in kept)


def _joined(one: PlanRow, other: PlanRow) -> PlanRow:
    written = [row for row in (one, other) if not row.by_rule] or [one]
    pieces = sum(read_quantity(row.quantity) or 0 for row in written)
    places = tuple(sorted({*one.places, *other.places}))
    return replace(one, places=places, quantity=str(pieces), by_rule=written[0].by_rule)
