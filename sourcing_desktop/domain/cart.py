"""One cart over both platforms, split by platform and seller, because that is how orders are placed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList
from sourcing_desktop.domain.quantity import Fault, Problem, QuantityRules
from sourcing_desktop.domain.supplier import Supplier

MOST_SKUS = 50
"""SKUs in one 1688 order (contract upstream C2)."""


@dataclass(frozen=True, slots=True)
class CartLine:
    """A SKU and how many of it. `row_id` is the gateway's own id of the line, empty before it is added.

    `supply_id` is the Taobao supply-side id of the offer (contract TG3); `sold` is False where the gateway
    lists the line as one that cannot be bought any more.
    """

    row_id: str
    ref: OfferRef
    sku: Sku
    quantity: int
    title: Words
    picture: str
    prices: PriceList
    rules: QuantityRules
    supplier: Supplier
    supply_id: str = ""
    sold: bool = True

    @property
    def key(self) -> str:
        """Names the line over both platforms, whose row ids are counted separately."""
        return f"{self.ref.platform}:{self.row_id}"


@dataclass(frozen=True, slots=True)
class CartGroup:
    """The lines of one seller: what becomes one order."""

    platform: Platform
    supplier: Supplier
    lines: tuple[CartLine, ...]

    @property
    def key(self) -> str:
        """Names the seller over both platforms."""
        return f"{self.platform}:{self.supplier.id}"

    def offer_quantity(self, ref: OfferRef) -> int:
        """Pieces of one offer over all its SKUs: what tiers and the MOQ count."""
        return sum(line.quantity for line in self.lines if line.ref == ref and line.sold)

    def unit_price(self, line: CartLine) -> Money | None:
        """The price of one piece at what is in the cart now; below the first tier, that tier's price."""
        price = line.prices.unit_price(line.sku.price, self.offer_quantity(line.ref))
        if price is None and line.prices.tiers:
            return line.prices.tiers[0].price
        return price

    def line_total(self, line: CartLine) -> Money:
        """Unit price times quantity; zero when no price is known or the line cannot be bought."""
        price = self.unit_price(line)
        return price * line.quantity if price is not None and line.sold else Money(0)

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines if line.sold)

    @property
    def total(self) -> Money:
        """Goods without freight; only the preview knows the freight."""
        return total(self.line_total(line) for line in self.lines)

    @property
    def mixing(self) -> bool:
        """Whether the seller's mixed-batch rule is reached, which lifts the MOQ of each offer."""
        rule = self.supplier.mixed_batch
        return rule is not None and rule.reached(self.pieces, self.total)

    def problem(self, line: CartLine) -> Problem | None:
        """The first thing wrong with a line, alone or together with its offer's other lines."""
        return self._problem(line, self.mixing)

    def _problem(self, line: CartLine, mixing: bool) -> Problem | None:
        if not line.sold:
            return Problem(Fault.NOT_SOLD)
        alone = line.rules.line_problem(line.quantity, line.sku.stock)
        if alone is not None:
            return alone
        same_offer = [other.quantity for other in self.lines if other.ref == line.ref and other.sold]
        together = line.rules.offer_problem(same_offer, mixing=mixing)
        if together is None:
            return None
        missing = together.limit - sum(same_offer)
        return replace(together, mend=line.rules.rounded_up(line.quantity + missing))

    @property
    def problems(self) -> dict[str, Problem]:
        """Problems by `CartLine.key`, only of lines that have one."""
        mixing = self.mixing  # sums the whole group up
        found = ((line.key, self._problem(line, mixing)) for line in self.lines)
        return {key: problem for key, problem in found if problem is not None}

    @property
    def orderable_lines(self) -> tuple[CartLine, ...]:
        return tuple(line for line in self.lines if line.sold)


@dataclass(frozen=True, slots=True)
class Cart:
    """All lines, in the order they were added."""

    lines: tuple[CartLine, ...] = ()

    def groups(self) -> tuple[CartGroup, ...]:
        """Lines by platform, then seller, both in order of first appearance; 1688 first."""
        split: dict[tuple[Platform, str], list[CartLine]] = {}
        for platform in Platform:
            for line in self.lines:
                if line.ref.platform is platform:
                    split.setdefault((platform, line.supplier.id), []).append(line)
        return tuple(
            CartGroup(platform, lines[0].supplier, tuple(lines)) for (platform, _), lines in split.items()
        )

    @property
    def total(self) -> Money:
        return total(group.total for group in self.groups())

    def line(self, key: str) -> CartLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def with_quantity(self, key: str, quantity: int) -> Cart:
        """The same cart with another quantity in one line."""
        return Cart(
            tuple(replace(line, quantity=quantity) if line.key == key else line for line in self.lines)
        )

    def without(self, keys: frozenset[str]) -> Cart:
        """The same cart without those lines."""
        return Cart(tuple(line for line in self.lines if line.key not in keys))


def order_batches(group: CartGroup) -> tuple[CartGroup, ...]:
    """A seller's lines in groups of at most MOST_SKUS, each of which becomes one order."""
    lines = group.orderable_lines
    if group.platform is not Platform.ALIBABA:
        return (replace(group, lines=lines),) if lines else ()
    starts = range(0, len(lines), MOST_SKUS)
    return tuple(replace(group, lines=lines[start : start + MOST_SKUS]) for start in starts)
