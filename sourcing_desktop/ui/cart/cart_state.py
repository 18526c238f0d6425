"""What the cart page shows: the cart, what was typed over it, what is chosen, what is wrong. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sourcing_desktop.domain.cart import Cart, CartGroup, CartLine
from sourcing_desktop.domain.money import Money, total
from sourcing_desktop.domain.quantity import MOST_PIECES, Fault, Problem, read_quantity
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart import remarks
from sourcing_desktop.ui.cart.row_states import Choice, LineState, Section, SellerState, choice_of

MOST_NAMED = 3


class CartState:
    """Changes by what the basket says and by what the buyer types; `sellers`, `invalid` and `later` are the
    outcome. A seller nothing happened to keeps its very state."""

    def __init__(self) -> None:
        self._cart = Cart()
        self._places: dict[str, int] = {}
        self._typed: dict[str, str] = {}
        self._refused: dict[str, str] = {}
        self._in_flight: frozenset[str] = frozenset()
        self._left_out: set[str] = set()
        self._known: dict[str, tuple[object, SellerState]] = {}
        self.trouble = ""
        """Why the gateway does not know everything yet; empty when it does, or is being told."""
        self.untold = 0
        """Changes the gateway does not know yet, removals with them."""
        self.sellers: tuple[SellerState, ...] = ()
        self.invalid: tuple[LineState, ...] = ()
        self.later: tuple[LineState, ...] = ()

    def take(self, cart: Cart, trouble: str, untold: int = 0) -> None:
        """The cart as it is now. What was typed stays until it is confirmed."""
        keys = [line.key for line in cart.lines]
        before = (self._line(key) for key in keys)
        present = {key: place for place, key in enumerate(keys)}
        # The very line that is known where nothing changed: the same is found sooner than the equal.
        same = (old if old == line else line for old, line in zip(before, cart.lines, strict=True))
        self._cart, self._places = replace(cart, lines=tuple(same)), present
        self.trouble, self.untold = trouble, untold
        self._typed = {key: text for key, text in self._typed.items() if key in present}
        self._refused = {key: text for key, text in self._refused.items() if key in present}
        self._left_out &= present.keys()
        self._work_out()

    def type(self, key: str, text: str) -> int | None:
        """Text entered as a line's quantity; returns the quantity to put into the basket, None for none."""
        line = self._line(key)
        if line is None:
            return None
        self._refused.pop(key, None)
        self._typed[key] = text
        number = _meant(text)
        if number == line.quantity:
            del self._typed[key]
        self._work_out()
        return number or None

    def confirm(self, key: str, number: int) -> None:
        """The basket took this quantity. Something else typed meanwhile stays."""
        if read_quantity(self._typed.get(key, "")) == number:
            del self._typed[key]
        self._work_out()

    def refuse(self, key: str, number: int, sentence: str) -> None:
        """The quantity was not taken: it stays visible with the reason."""
        if key in self._places and read_quantity(self._typed.get(key, str(number))) == number:
            self._typed[key] = str(number)
            self._refused[key] = sentence
        self._work_out()

    def forget_typed(self, key: str) -> None:
        """What was typed at a line is taken back."""
        self._typed.pop(key, None)
        self._refused.pop(key, None)
        self._work_out()

    def set_in_flight(self, keys: frozenset[str]) -> None:
        """Lines that are being ordered, by key."""
        self._in_flight = keys
        self._work_out()

    def choose(self, keys: Iterable[str], chosen: bool) -> None:
        """Order these lines this time, or not."""
        if chosen:
            self._left_out.difference_update(keys)
        else:
            self._left_out.update(keys)
        self._work_out()

    @property
    def chosen(self) -> tuple[SellerState, ...]:
        return tuple(seller for seller in self.sellers if seller.chosen)

    @property
    def choice(self) -> Choice:
        """Of everything in the cart."""
        return choice_of(seller.choice for seller in self.sellers)

    @property
    def total(self) -> Money:
        """Goods that are chosen, without freight."""
        return total(seller.total for seller in self.chosen)

    @property
    def pieces(self) -> int:
        """Pieces that are chosen."""
        return sum(seller.pieces for seller in self.chosen)

    @property
    def count(self) -> int:
        """Lines in the cart, wherever they stand."""
        return len(self._cart.lines)

    @property
    def weight_g(self) -> int | None:
        """Grams of what is chosen; None while the weight of anything in it is not known."""
        weights = [seller.weight_g for seller in self.chosen]
        known = [weight for weight in weights if weight is not None]
        return sum(known) if known and len(known) == len(weights) else None

    @property
    def obstacle(self) -> str:
        """Why what is chosen cannot be ordered now; empty when it can."""
        if not any(seller.choosable for seller in self.sellers):
            return tr("Nothing here can be ordered now.")
        if not self.chosen:
            return tr("Choose at least one seller.")
        blocked = [seller.name for seller in self.chosen if seller.blocked]
        if not blocked:
            return ""
        lines = (line for seller in self.chosen for line in seller.lines if line.blocks)
        sellers = formats.some_names(blocked, MOST_NAMED)
        if any(line.sentence for line in lines):
            return tr("Mend the marked quantities or leave out {sellers}.", sellers=sellers)
        return tr("Decide which of two quantities counts or leave out {sellers}.", sellers=sellers)

    @property
    def first_blocked(self) -> str:
        """The key of the first line that stands in the way; empty when there is none."""
        lines = (line for seller in self.chosen for line in seller.lines if line.blocks)
        return next((state.line.key for state in lines), "")

    def _work_out(self) -> None:
        lines = list(self._cart.lines)
        for key, text in self._typed.items():
            number = _meant(text)
            if number is not None:
                place = self._places[key]
                lines[place] = replace(lines[place], quantity=number)
        cart = replace(self._cart, lines=tuple(lines))
        marks = self._marks()
        known, self._known = self._known, {}
        sellers = (self._known_or_new(group, marks.get(group.key), known) for group in cart.groups())
        self.sellers = tuple(seller for seller in sellers if seller.lines)
        self.invalid = tuple(
            self._apart(line, Section.INVALID) for line in cart.lines if self._is_invalid(line)
        )
        self.later = tuple(self._apart(line, Section.LATER) for line in cart.lines if line.later)

    def _known_or_new(
        self, group: CartGroup, marks: object, known: dict[str, tuple[object, SellerState]]
    ) -> SellerState:
        seen = (group, bool(self.trouble), marks)
        before = known.get(group.key)
        state = before[1] if before is not None and before[0] == seen else self._seller(group)
        self._known[group.key] = (seen, state)
        return state

    def _marks(self) -> dict[str, list[object]]:
        """All that sellers' states depend on besides the group, by `CartGroup.key`."""
        marks: dict[str, list[object]] = {}
        for key in sorted({*self._typed, *self._refused, *self._in_flight, *self._left_out}):
            line = self._line(key)
            if line is not None:
                seller = CartGroup(line.ref.platform, line.supplier, ()).key
                typed, refused = self._typed.get(key), self._refused.get(key)
                mark = (key, line.quantity, typed, refused, key in self._in_flight, key in self._left_out)
                marks.setdefault(seller, []).append(mark)
        return marks

    def _seller(self, group: CartGroup) -> SellerState:
        lines = tuple(line for line in group.lines if not self._is_invalid(line))
        waiting = replace(group, lines=tuple(line for line in lines if line.key in self._in_flight))
        free = replace(group, lines=tuple(line for line in lines if line.key not in self._in_flight))
        taken = replace(free, lines=tuple(line for line in free.lines if line.key not in self._left_out))
        states = {line.key: self._being_ordered(waiting, line) for line in waiting.lines}
        states.update(self._free_lines(free, Choice.NONE))
        states.update(self._free_lines(taken, Choice.ALL))
        ordered = taken if taken.lines else free
        return SellerState(
            group=ordered,
            lines=tuple(states[line.key] for line in lines),
            choice=choice_of(state.choice for state in states.values()),
            total=ordered.total,
            pieces=ordered.pieces,
            weight_g=ordered.weight_g,
            note=remarks.how_far_to_mix(ordered),
            remarks=remarks.of_note(group.note),
        )

    def _free_lines(self, group: CartGroup, choice: Choice) -> dict[str, LineState]:
        problems = group.problems
        states = {}
        for line in group.lines:
            state = self._judged(self._shown(group, line), problems.get(line.key))
            if choice is Choice.NONE:
                state = replace(state, choice=choice, blocks=False)
            else:
                state = replace(state, cheaper=remarks.worth_a_word(group, line))
            states[line.key] = replace(state, remarks=remarks.of_line(state))
        return states

    def _judged(self, state: LineState, problem: Problem | None) -> LineState:
        """A line with what was typed at it and what is wrong with that."""
        key = state.line.key
        typed = self._typed.get(key)
        if typed is not None:
            state = replace(state, quantity=typed)
        if typed is not None and _meant(typed) is None:
            return replace(state, sentence=formats.no_quantity(typed), mend=self._told(key), blocks=True)
        if key in self._refused:
            return replace(state, sentence=self._refused[key], mend=self._told(key), blocks=True)
        if problem is not None:
            return replace(state, sentence=formats.problem(problem), mend=problem.mend, blocks=True)
        return replace(state, blocks=state.line.elsewhere is not None)  # what is wanted is not decided

    def _apart(self, line: CartLine, section: Section) -> LineState:
        alone = CartGroup(line.ref.platform, line.supplier, (line,))
        state = replace(self._shown(alone, line), choice=Choice.IMPOSSIBLE, section=section)
        if section is Section.INVALID:
            state = replace(state, sentence=_why_invalid(line))
        else:
            state = replace(self._judged(state, None), blocks=False)
        return replace(state, remarks=remarks.of_line(state))

    def _being_ordered(self, group: CartGroup, line: CartLine) -> LineState:
        sentence = tr("Being ordered. See Orders for what becomes of it.")
        shown = self._shown(group, line)
        state = replace(shown, choice=Choice.IMPOSSIBLE, sentence=sentence, being_ordered=True)
        return replace(state, remarks=remarks.of_line(state))

    def _shown(self, group: CartGroup, line: CartLine) -> LineState:
        return LineState(
            line,
            str(line.quantity),
            group.unit_price(line),
            group.line_total(line),
            group.tier(line),
            untold=line.untold and bool(self.trouble),
            before=group.unit_price_before(line),
        )

    def _is_invalid(self, line: CartLine) -> bool:
        """Whether no quantity of it could be ordered."""
        return not line.later and bool(_why_invalid(line)) and line.key not in self._in_flight

    def _told(self, key: str) -> int | None:
        """The quantity in the basket."""
        line = self._line(key)
        return line.quantity if line is not None else None

    def _line(self, key: str) -> CartLine | None:
        place = self._places.get(key)
        return self._cart.lines[place] if place is not None else None


def _meant(text: str) -> int | None:
    """A quantity somebody may mean; None for what counts for nothing before it is mended."""
    number = read_quantity(text)
    return number if number is not None and number <= MOST_PIECES else None


def _why_invalid(line: CartLine) -> str:
    """Why no quantity of a line could be ordered; empty when some could."""
    if not line.sold:
        return formats.problem(Problem(Fault.NOT_SOLD))
    if not line.available and line.sku.stock is not None:
        left = formats.problem(Problem(Fault.ABOVE_STOCK, line.sku.stock))
        lots = formats.problem(Problem(Fault.NOT_A_LOT, line.rules.lot))
        return f"{left} {lots}" if line.sku.stock else left
    return ""
