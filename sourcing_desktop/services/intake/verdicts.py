"""Says of each row of a plan what would become of it, together with what is in the cart already. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sourcing_desktop.domain.cart import Cart, goods_id
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import OfferDetail, OfferRef
from sourcing_desktop.domain.quantity import Fault, Problem, read_quantity
from sourcing_desktop.services.intake.plan import Coming, PlanRow


class Standing(StrEnum):
    """How far a row is."""

    LOOKING = "being looked up"
    OPEN = "the buyer has to choose or type something"
    READY = "would be added"
    OUT = "cannot be added"
    UNWANTED = "left out by the buyer"


LEFT_OUT = (Standing.OPEN, Standing.OUT, Standing.UNWANTED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What would become of a row: `problem` is the first thing wrong with its quantity, `unit` the price of
    one piece at all pieces of the offer, `in_cart` how many of the SKU are in the cart before."""

    standing: Standing
    problem: Problem | None = None
    unit: Money | None = None
    in_cart: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in numbers: what would be added, how many rows would not, how many are being looked up."""

    lines: int
    sellers: int
    total: Money
    left_out: int
    looking: int


def verdicts(rows: Iterable[PlanRow], cart: Cart) -> dict[int, Verdict]:
    """A verdict for each row, by its number."""
    rows = tuple(rows)
    sums = _Sums(cart, [coming for row in rows if (coming := row.coming)])
    return {row.number: _verdict(row, sums) for row in rows}


def summary(rows: Iterable[PlanRow], judged: Mapping[int, Verdict]) -> Summary:
    """The plan in numbers, from its verdicts."""
    ready = [
        (coming, judged[row.number].unit)
        for row in rows
        if (coming := row.coming) and judged[row.number].standing is Standing.READY
    ]
    standings = Counter(verdict.standing for verdict in judged.values())
    return Summary(
        lines=len(ready),
        sellers=len({_seller(coming.detail) for coming, _ in ready}),
        total=total(unit * coming.pieces for coming, unit in ready if unit is not None),
        left_out=sum(standings[each] for each in LEFT_OUT),
        looking=standings[Standing.LOOKING],
    )


def _verdict(row: PlanRow, sums: _Sums) -> Verdict:
    if row.looking:
        return Verdict(Standing.LOOKING)
    if row.detail is None or row.detail.obstacle:
        return Verdict(Standing.OUT)
    if not row.wanted:
        return Verdict(Standing.UNWANTED)
    if (coming := row.coming) is None:
        empty = read_quantity(row.quantity) == 0
        return Verdict(Standing.OPEN, row.detail.rules.line_problem(0, None) if empty else None)
    problem = sums.problem(coming)
    standing = Standing.READY
    if problem is not None and problem.fault is Fault.TOO_MANY:
        standing = Standing.OPEN
    elif problem is not None and problem.fault is Fault.ABOVE_STOCK and not problem.limit:
        standing = Standing.OUT
    return Verdict(standing, problem, sums.unit_price(coming), sums.in_cart[_key(coming)])


class _Sums:
    """Pieces and money of the cart together with what is to come, as far as rules and prices ask for them."""

    def __init__(self, cart: Cart, coming: Iterable[Coming]) -> None:
        coming = tuple(coming)
        self.in_cart: Counter[str] = Counter()
        self._offer: Counter[OfferRef] = Counter()
        self._seller: Counter[tuple[str, str]] = Counter()
        self._fen: Counter[tuple[str, str]] = Counter()
        for line in cart.lines:
            self.in_cart[line.goods] += line.quantity
        for group in cart.groups():
            seller = (group.platform.value, group.supplier.id)
            self._seller[seller] += group.pieces
            self._fen[seller] += group.total.minor
            for line in group.orderable_lines:
                self._offer[line.ref] += line.quantity
        self._sku = Counter(self.in_cart)
        for each in coming:
            self._offer[each.detail.ref] += each.pieces
            self._sku[_key(each)] += each.pieces
            self._seller[_seller(each.detail)] += each.pieces
        for each in coming:
            unit = self.unit_price(each)
            self._fen[_seller(each.detail)] += (unit * each.pieces).minor if unit is not None else 0

    def unit_price(self, coming: Coming) -> Money | None:
        """At all pieces of the offer; below the first tier, that tier's price, as in the cart."""
        prices = coming.detail.prices
        price = prices.unit_price(coming.sku.price, self._offer[coming.detail.ref])
        return prices.tiers[0].price if price is None and prices.tiers else price

    def problem(self, coming: Coming) -> Problem | None:
        """What would be wrong in the cart, with the quantity of this row that would mend it."""
        rules, others = coming.detail.rules, self._sku[_key(coming)] - coming.pieces
        alone = rules.line_problem(coming.pieces + others, coming.sku.stock)
        if alone is not None:
            mend = alone.mend - others if alone.mend is not None and alone.mend > others else None
            return replace(alone, mend=mend)
        pieces = self._offer[coming.detail.ref]
        together = rules.offer_problem([pieces], mixing=self._mixing(coming.detail))
        if together is None:
            return None
        return replace(together, mend=rules.rounded_up(coming.pieces + together.limit - pieces))

    def _mixing(self, detail: OfferDetail) -> bool:
        rule, seller = detail.supplier.mixed_batch, _seller(detail)
        return rule is not None and rule.reached(self._seller[seller], Money(self._fen[seller]))


def _key(coming: Coming) -> str:
    """As `CartLine.goods`."""
    ref = coming.detail.ref
    return f"{ref.platform}:{goods_id(ref, coming.sku.id)}"


def _seller(detail: OfferDetail) -> tuple[str, str]:
    return detail.ref.platform.value, detail.supplier.id
