"""One cart over both platforms, split by platform and seller, because that is how orders are placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.offer import OfferRef, Platform, Sku, Words
from sourcing_desktop.domain.pricing import PriceList, PriceTier
from sourcing_desktop.domain.quantity import Fault, Problem, QuantityRules
from sourcing_desktop.domain.supplier import Supplier

MOST_SKUS = 50
"""SKUs in one 1688 order (contract upstream C2)."""

LONGEST_NOTE = 200
"""Characters of a note to the seller."""

LONGEST_PRIVATE_NOTE = 10_000
"""Characters of the buyer's own note at a line."""


def goods_id(ref: OfferRef, sku_id: str) -> str:
    """Names what is bought within its platform: the SKU, or the offer of goods without SKUs, whose SKU id is
    empty or 0 (contract TG4)."""
    return sku_id if sku_id not in ("", "0") else ref.id


@dataclass(frozen=True, slots=True)
class Quote:
    """What a SKU was said to cost: its offer's prices and, where it has one, its own."""

    prices: PriceList
    sku: Money | None


@dataclass(frozen=True, slots=True)
class CartLine:
    """A SKU and how many of it. `row_id` is the gateway's own id of the line, empty before it is added.

    `supply_id` is the Taobao supply-side id of the offer (contract TG3); `sold` is False where the gateway
    lists the line as one that cannot be bought any more. `later` and `note` are the buyer's own marks: a line
    kept for later is in no order and no sum. `untold`: the gateway does not know this state yet. `elsewhere`
    is the quantity another computer set while it was changed here, too, None for none. `second` marks a
    further row of the gateway with the same SKU. `taken_at` is what it was said to cost when the buyer took
    it, None where that has not changed.
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
    later: bool = False
    note: str = ""
    untold: bool = False
    elsewhere: int | None = None
    second: bool = False
    taken_at: Quote | None = None

    @property
    def quote(self) -> Quote:
        """What it is said to cost now."""
        return Quote(self.prices, self.sku.price)

    @property
    def as_taken(self) -> CartLine:
        """The same line at the prices the buyer took it at."""
        quote = self.taken_at or self.quote
        return replace(self, prices=quote.prices, sku=replace(self.sku, price=quote.sku), taken_at=None)

    @property
    def goods(self) -> str:
        """Names what is bought, over both platforms."""
        return f"{self.ref.platform}:{goods_id(self.ref, self.sku.id)}"

    @property
    def key(self) -> str:
        """Names the line, also before the gateway gave it a row; a second row of the same SKU by that."""
        return f"{self.goods}:{self.row_id}" if self.second else self.goods

    @property
    def available(self) -> bool:
        """Whether any quantity of it could be ordered now."""
        return self.sold and (self.sku.stock is None or self.sku.stock >= self.rules.rounded_up(1))

    @property
    def weight_g(self) -> int | None:
        """Grams of all its pieces; None where the weight is not known."""
        return self.sku.weight_g * self.quantity if self.sku.weight_g else None


@dataclass(frozen=True, slots=True)
class Cheaper:
    """A quantity of one line that reaches the next price tier: what a piece would cost there, and by how much
    the whole offer's sum would change; negative when more pieces cost less in all."""

    quantity: int
    unit_price: Money
    difference: Money


@dataclass(frozen=True, slots=True)
class CartGroup:
    """The lines of one seller: what becomes one order. `note` is what the buyer wants to tell the seller."""

    platform: Platform
    supplier: Supplier
    lines: tuple[CartLine, ...]
    note: str = ""

    @property
    def key(self) -> str:
        """Names the seller over both platforms."""
        return f"{self.platform}:{self.supplier.id}"

    def offer_quantity(self, ref: OfferRef) -> int:
        """Pieces of one offer over all its SKUs: what tiers and the MOQ count."""
        return sum(line.quantity for line in self.lines if line.ref == ref and line.sold)

    def tier(self, line: CartLine) -> PriceTier | None:
        """The tier that gives the unit price at all pieces of the offer, the first one below its start; None
        where the SKU's own price rules."""
        if not line.prices.by_quantity and line.sku.price is not None:
            return None
        return line.prices.tier_at(self.offer_quantity(line.ref)) or next(iter(line.prices.tiers), None)

    def unit_price(self, line: CartLine) -> Money | None:
        """The price of one piece at what is in the cart now; below the first tier, that tier's price."""
        tier = self.tier(line)
        return tier.price if tier is not None else line.sku.price

    def cheaper(self, line: CartLine) -> Cheaper | None:
        """What more of this line would make of the price; None where no next tier is cheaper, or where it
        takes more than may be bought."""
        pieces, now = self.offer_quantity(line.ref), self.unit_price(line)
        step = line.prices.next_tier(pieces)
        if step is None or now is None or not line.sold:
            return None
        quantity = line.rules.rounded_up(line.quantity + step.start - pieces)
        more = replace(self, lines=_with_quantity(self.lines, line.key, quantity))
        then = more.unit_price(line)
        if then is None or then >= now or line.rules.line_problem(quantity, line.sku.stock):
            return None
        return Cheaper(quantity, then, more.offer_total(line.ref) - self.offer_total(line.ref))

    @property
    def as_taken(self) -> CartGroup:
        """The same goods at the prices the buyer took them at."""
        return replace(self, lines=tuple(line.as_taken for line in self.lines))

    def unit_price_before(self, line: CartLine) -> Money | None:
        """What a piece would cost by what the buyer took the line at; None where that is the price now."""
        if line.taken_at is None:
            return None
        before = self.as_taken.unit_price(line.as_taken)
        return before if before != self.unit_price(line) else None

    def line_total(self, line: CartLine) -> Money:
        """Unit price times quantity; zero when no price is known or the line cannot be bought."""
        price = self.unit_price(line)
        return price * line.quantity if price is not None and line.sold else Money(0)

    def offer_total(self, ref: OfferRef) -> Money:
        """The sum of one offer's lines."""
        return total(self.line_total(line) for line in self.lines if line.ref == ref)

    @property
    def weight_g(self) -> int | None:
        """Grams of everything that can be bought; None when the weight of any line is not known."""
        weights = [line.weight_g for line in self.orderable_lines]
        known = [weight for weight in weights if weight is not None]
        return sum(known) if known and len(known) == len(weights) else None

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
    """All lines, in the order they were added, and the notes to sellers by `CartGroup.key`."""

    lines: tuple[CartLine, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def groups(self) -> tuple[CartGroup, ...]:
        """Lines for now by platform, then seller, both in order of first appearance; 1688 first."""
        split: dict[tuple[Platform, str], list[CartLine]] = {}
        for platform in Platform:
            for line in self.lines:
                if line.ref.platform is platform and not line.later:
                    split.setdefault((platform, line.supplier.id), []).append(line)
        groups = (
            CartGroup(platform, lines[0].supplier, tuple(lines)) for (platform, _), lines in split.items()
        )
        return tuple(replace(group, note=self.notes.get(group.key, "")) for group in groups)

    @property
    def later(self) -> tuple[CartLine, ...]:
        """Lines kept for later."""
        return tuple(line for line in self.lines if line.later)

    @property
    def total(self) -> Money:
        return total(group.total for group in self.groups())

    def line(self, key: str) -> CartLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def with_quantity(self, key: str, quantity: int) -> Cart:
        """The same cart with another quantity in one line."""
        return replace(self, lines=_with_quantity(self.lines, key, quantity))

    def without(self, keys: frozenset[str]) -> Cart:
        """The same cart without those lines."""
        return replace(self, lines=tuple(line for line in self.lines if line.key not in keys))


def order_batches(group: CartGroup) -> tuple[CartGroup, ...]:
    """A seller's lines in groups of at most MOST_SKUS, each of which becomes one order."""
    lines = group.orderable_lines
    if group.platform is not Platform.ALIBABA:
        return (replace(group, lines=lines),) if lines else ()
    starts = range(0, len(lines), MOST_SKUS)
    return tuple(replace(group, lines=lines[start : start + MOST_SKUS]) for start in starts)


def _with_quantity(lines: tuple[CartLine, ...], key: str, quantity: int) -> tuple[CartLine, ...]:
    return tuple(replace(line, quantity=quantity) if line.key == key else line for line in lines)
