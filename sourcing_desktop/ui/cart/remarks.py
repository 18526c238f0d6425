"""The sentences below the rows of the cart: what is wrong, what another computer said, what would be cheaper,
what the buyer noted."""

from __future__ import annotations

from sourcing_desktop.domain.cart import CartGroup, CartLine, Cheaper
from sourcing_desktop.domain.quantity import MixedBatch
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart.row_states import Deed, Does, LineState, Remark

MODERATE = 2
"""A cheaper tier is worth a word when at most so many times the quantity reaches it."""

SHOWN_OF_A_NOTE = 200
"""Characters; more never fit into a row."""


def of_line(state: LineState) -> tuple[Remark, ...]:
    """What stands below a line."""
    line = state.line
    found = []
    if state.sentence:
        mend = (Deed(Does.SET, f"→ {state.mend:,}", state.mend),) if state.mend is not None else ()
        sign = "warning" if state.blocks else "info"
        found.append(Remark(sign, state.sentence, mend, warns=state.blocks))
    elif state.cheaper is not None:
        take = Deed(Does.SET, _take(state.cheaper.quantity), state.cheaper.quantity)
        found.append(Remark("cheaper", saving(state.cheaper), (take,)))
    if state.before is not None:
        found.append(
            Remark("info", tr("{price} each when you took it", price=formats.money(state.before)), warns=True)
        )
    if line.elsewhere is not None:
        found.append(
            Remark(
                "elsewhere",
                tr("Another computer set {pieces}", pieces=f"{line.elsewhere:,}"),
                (
                    Deed(Does.DECIDE, _take(line.elsewhere), line.elsewhere),
                    Deed(Does.DECIDE, tr("keep {pieces}", pieces=f"{line.quantity:,}"), line.quantity),
                ),
                warns=state.blocks,
            )
        )
    return (*found, *of_note(line.note))


def of_note(note: str) -> tuple[Remark, ...]:
    """A note's beginning, which opens it."""
    shown = " ".join(note[:SHOWN_OF_A_NOTE].split())
    return (Remark("note", shown, (Deed(Does.NOTE),)),) if shown else ()


def worth_a_word(group: CartGroup, line: CartLine) -> Cheaper | None:
    """What the next tier would save, where it saves something for a moderate step. Said once per offer, at
    its largest line, because tiers count all its SKUs."""
    same_offer = [other for other in group.lines if other.ref == line.ref]
    if max(same_offer, key=lambda other: other.quantity) is not line:
        return None
    cheaper = group.cheaper(line)
    return cheaper if cheaper is not None and cheaper.quantity <= MODERATE * line.quantity else None


def how_far_to_mix(group: CartGroup) -> str:
    """How far the order is from the seller's mixed-batch rule."""
    rule = group.supplier.mixed_batch
    if rule is None or not group.lines:
        return ""
    if group.mixing:
        return tr("Mixed batch reached: the minimum of each offer is lifted")
    return tr(
        "Mixes from {limits}: {missing} more to go",
        limits=formats.mixed_limits(rule),
        missing=_missing(rule, group),
    )


def saving(cheaper: Cheaper) -> str:
    """What the next tier would make of the sum."""
    price, difference = formats.money(cheaper.unit_price), cheaper.difference
    if difference.minor < 0:
        return tr("{saved} less in all at {price} each", saved=formats.money(-difference), price=price)
    if difference.minor == 0:
        return tr("The same in all at {price} each", price=price)
    return tr("{price} each for {amount} more in all", price=price, amount=formats.money(difference))


def _take(quantity: int) -> str:
    return tr("take {pieces}", pieces=f"{quantity:,}")


def _missing(rule: MixedBatch, group: CartGroup) -> str:
    parts = []
    if rule.pieces is not None:
        short = rule.pieces - group.pieces
        parts.append(f"{short:,}" if rule.amount is None else formats.pieces(short))
    if rule.amount is not None:
        parts.append(formats.money(rule.amount - group.total))
    return formats.either(parts)
