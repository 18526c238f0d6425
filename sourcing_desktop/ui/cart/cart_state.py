"""What the cart page shows: the cart, what was typed over it, sellers chosen, what is wrong. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sourcing_desktop.domain.cart import Cart, CartGroup, CartLine
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.quantity import MOST_PIECES, Fault, read_quantity
from sourcing_desktop.ui import formats

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class LineState:
    """One line as it is shown. `quantity` is the text in the cell, `mend` a quantity that would put it right,
    `blocks` tells that its seller cannot be ordered from like this."""

    line: CartLine
    quantity: str
    unit: Money | None
    total: Money
    sentence: str = ""
    mend: int | None = None
    being_ordered: bool = False
    blocks: bool = False

    @property
    def editable(self) -> bool:
        return self.line.sold and not self.being_ordered


@dataclass(frozen=True, slots=True)
class SellerState:
    """One seller as it is shown. `group` holds what an order would take: lines that are sold and not being
    ordered already."""

    group: CartGroup
    lines: tuple[LineState, ...]
    chosen: bool
    note: str

    @property
    def name(self) -> str:
        return self.group.supplier.name or self.group.supplier.id

    @property
    def choosable(self) -> bool:
        return bool(self.group.lines)

    @property
    def blocked(self) -> bool:
        return any(line.blocks for line in self.lines)


class CartState:
    """Changes by what the gateway says and by what the buyer types; `sellers` is the outcome."""

    def __init__(self) -> None:
        self._cart = Cart()
        self._typed: dict[str, str] = {}
        self._refused: dict[str, str] = {}
        self._in_flight: frozenset[str] = frozenset()
        self._left_out: set[str] = set()
        self.sellers: tuple[SellerState, ...] = ()

    def take(self, cart: Cart) -> None:
        """The cart as it is now. What was typed stays until it is confirmed."""
        self._cart = cart
        present = {line.key for line in cart.lines}
        self._typed = {key: text for key, text in self._typed.items() if key in present}
        self._refused = {key: text for key, text in self._refused.items() if key in present}
        self._work_out()

    def type(self, key: str, text: str) -> int | None:
        """Text entered as a line's quantity; returns the quantity to tell the gateway, None for none."""
        line = self._cart.line(key)
        if line is None:
            return None
        self._refused.pop(key, None)
        self._typed[key] = text
        number = read_quantity(text)
        if number == line.quantity:
            del self._typed[key]
        self._work_out()
        wanted = number is not None and 0 < number <= MOST_PIECES
        return number if wanted else None

    def confirm(self, key: str, number: int) -> None:
        """The gateway took this quantity. Something else typed meanwhile stays."""
        if read_quantity(self._typed.get(key, "")) == number:
            del self._typed[key]
        self._work_out()

    def refuse(self, key: str, number: int, sentence: str) -> None:
        """The gateway did not take this quantity: it stays visible with the reason."""
        if read_quantity(self._typed.get(key, str(number))) == number:
            self._typed[key] = str(number)
            self._refused[key] = sentence
        self._work_out()

    def set_in_flight(self, keys: frozenset[str]) -> None:
        """Lines that are being ordered, by key."""
        self._in_flight = keys
        self._work_out()

    def choose(self, seller_keys: Iterable[str], chosen: bool) -> None:
        """Order from these sellers, or not."""
        if chosen:
            self._left_out.difference_update(seller_keys)
        else:
            self._left_out.update(seller_keys)
        self._work_out()

    @property
    def chosen(self) -> tuple[SellerState, ...]:
        return tuple(seller for seller in self.sellers if seller.chosen)

    @property
    def total(self) -> Money:
        """Goods of the sellers chosen, without freight."""
        return total(seller.group.total for seller in self.chosen)

    @property
    def pieces(self) -> int:
        """Pieces at the sellers chosen."""
        return sum(seller.group.pieces for seller in self.chosen)

    @property
    def obstacle(self) -> str:
        """Why the sellers chosen cannot be ordered from now; empty when they can."""
        if not any(seller.choosable for seller in self.sellers):
            return "Nothing here can be ordered now."
        if not self.chosen:
            return "Choose at least one seller."
        blocked = [seller.name for seller in self.chosen if seller.blocked]
        if not blocked:
            return ""
        more = f" and {len(blocked) - MOST_NAMED} more" if len(blocked) > MOST_NAMED else ""
        return f"Mend the marked quantities or leave out {', '.join(blocked[:MOST_NAMED])}{more}."

    def _work_out(self) -> None:
        cart = self._cart
        for key, text in self._typed.items():
            number = read_quantity(text)
            if number is not None:
                cart = cart.with_quantity(key, number)
        self.sellers = tuple(self._seller(group) for group in cart.groups())

    def _seller(self, group: CartGroup) -> SellerState:
        waiting = replace(group, lines=tuple(line for line in group.lines if line.key in self._in_flight))
        free = replace(group, lines=tuple(line for line in group.lines if line.key not in self._in_flight))
        states = {line.key: _being_ordered(waiting, line) for line in waiting.lines}
        states.update(self._free_lines(free))
        orderable = replace(free, lines=free.orderable_lines)
        return SellerState(
            group=orderable,
            lines=tuple(states[line.key] for line in group.lines),
            chosen=bool(orderable.lines) and group.key not in self._left_out,
            note=_mixing_note(orderable),
        )

    def _free_lines(self, group: CartGroup) -> dict[str, LineState]:
        problems = group.problems
        states = {}
        for line in group.lines:
            state = LineState(line, str(line.quantity), group.unit_price(line), group.line_total(line))
            typed = self._typed.get(line.key)
            problem = problems.get(line.key)
            if typed is not None:
                state = replace(state, quantity=typed)
            if typed is not None and read_quantity(typed) is None:
                sentence = f"“{typed}” is not a whole number." if typed else "Enter a quantity."
                state = replace(state, sentence=sentence, mend=self._told(line.key), blocks=True)
            elif line.key in self._refused:
                state = replace(
                    state, sentence=self._refused[line.key], mend=self._told(line.key), blocks=True
                )
            elif problem is not None:
                blocks = problem.fault is not Fault.NOT_SOLD
                state = replace(state, sentence=formats.problem(problem), mend=problem.mend, blocks=blocks)
            states[line.key] = state
        return states

    def _told(self, key: str) -> int | None:
        """The quantity the gateway has."""
        line = self._cart.line(key)
        return line.quantity if line is not None else None


def _being_ordered(group: CartGroup, line: CartLine) -> LineState:
    return LineState(
        line=line,
        quantity=str(line.quantity),
        unit=group.unit_price(line),
        total=group.line_total(line),
        sentence="Being ordered. See Orders for what becomes of it.",
        being_ordered=True,
    )


def _mixing_note(group: CartGroup) -> str:
    """How far the order is from the seller's mixed-batch rule."""
    rule = group.supplier.mixed_batch
    if rule is None or not group.lines:
        return ""
    if group.mixing:
        return "Mixed batch reached: the minimum of each offer is lifted"
    limits, missing = [], []
    if rule.pieces is not None:
        limits.append(formats.pieces(rule.pieces))
        short = rule.pieces - group.pieces
        missing.append(f"{short:,}" if rule.amount is None else formats.pieces(short))
    if rule.amount is not None:
        limits.append(formats.money(rule.amount))
        missing.append(formats.money(rule.amount - group.total))
    return f"Mixes from {' or '.join(limits)}: {' or '.join(missing)} more to go"
