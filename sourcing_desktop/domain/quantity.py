"""How many may be bought: MOQ, lots, mixed batches, stock. Problems warn; the gateway's preview decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sourcing_desktop.domain.money import Money

MOST_PIECES = 1_000_000
"""More of one SKU than this is taken for a slip of the keyboard."""

WHOLE_NUMBER = re.compile(r"[0-9]{1,10}|[0-9]{1,3}(?:([ ,])[0-9]{3}(?:\1[0-9]{3}){0,2})?")


def read_quantity(text: str) -> int | None:
    """A typed whole number of at most ten digits, its thousands separated by commas or spaces or not at all;
    None for anything else: what may mean 12.5 must not become 125."""
    text = text.strip()
    return int(re.sub("[ ,]", "", text)) if WHOLE_NUMBER.fullmatch(text) else None


class Fault(StrEnum):
    """What is wrong with a quantity."""

    NOT_POSITIVE = "not positive"
    TOO_MANY = "too many"
    BELOW_MOQ = "below MOQ"
    NOT_A_LOT = "not a multiple of the lot"
    ABOVE_STOCK = "above stock"
    NOT_SOLD = "not sold any more"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why a quantity may be refused, with the quantity that would mend it (None: none would)."""

    fault: Fault
    limit: int = 0
    mend: int | None = None


@dataclass(frozen=True, slots=True)
class MixedBatch:
    """A seller's rule for mixing goods (contract upstream C2): an order that reaches `pieces` or `amount`,
    either of them, may go below the MOQ of each offer."""

    pieces: int | None = None
    amount: Money | None = None

    def reached(self, pieces: int, amount: Money) -> bool:
        """Whether an order of that size at this seller may mix."""
        by_pieces = self.pieces is not None and pieces >= self.pieces
        return by_pieces or (self.amount is not None and amount >= self.amount)


@dataclass(frozen=True, slots=True)
class QuantityRules:
    """The MOQ counts over all SKUs of the offer, the lot for each SKU."""

    moq: int = 1
    lot: int = 1

    def rounded_up(self, quantity: int) -> int:
        """The smallest multiple of the lot that is at least `quantity` and at least one lot."""
        return max(1, -(-quantity // self.lot)) * self.lot

    def stepped(self, quantity: int, steps: int) -> int:
        """So many lots more, or fewer for a negative number: always whole lots, at least one, and at most
        MOST_PIECES."""
        lots = quantity // self.lot if steps > 0 else -(-quantity // self.lot)
        return min(max(1, lots + steps), max(1, MOST_PIECES // self.lot)) * self.lot

    def line_problem(self, quantity: int, stock: int | None) -> Problem | None:
        """What is wrong with this quantity of one SKU, taken alone."""
        if quantity <= 0:
            return Problem(Fault.NOT_POSITIVE, 1, self.rounded_up(1))
        if quantity > MOST_PIECES:
            return Problem(Fault.TOO_MANY, MOST_PIECES, None)
        if stock is not None and quantity > stock:
            whole_lots = stock // self.lot * self.lot
            return Problem(Fault.ABOVE_STOCK, stock, whole_lots or None)
        if quantity % self.lot:
            return Problem(Fault.NOT_A_LOT, self.lot, self._nearest_lot(quantity, stock))
        return None

    def offer_problem(self, quantities: Iterable[int], *, mixing: bool) -> Problem | None:
        """What is wrong with the SKUs of one offer taken together. `mixing`: the seller's mixed-batch rule
        is reached, which lifts the MOQ."""
        taken = sum(quantities)
        if mixing or taken >= self.moq:
            return None
        return Problem(Fault.BELOW_MOQ, self.moq, self.rounded_up(self.moq))

    def _nearest_lot(self, quantity: int, stock: int | None) -> int | None:
        up = self.rounded_up(quantity)
        if up <= (MOST_PIECES if stock is None else min(stock, MOST_PIECES)):
            return up
        return (quantity // self.lot * self.lot) or None
