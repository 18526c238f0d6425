"""The rows of the cart as text: cells, tool tips, and what a screen reader says."""

from __future__ import annotations

from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.cart import remarks
from sourcing_desktop.ui.cart.line_row import both_names, tier
from sourcing_desktop.ui.cart.row_states import LineState, PlatformState, RowState, SectionState, SellerState

MOST_OF_A_NOTE = 500
"""Characters in a tool tip."""

UNTOLD = tr("The gateway does not know this yet; it is told when it answers.")


def cell(state: RowState, column: int) -> str:
    """The text of one of the columns goods, quantity, unit price and total."""
    if isinstance(state, PlatformState):
        return formats.PLATFORM_NAMES[state.platform] if not column else ""
    if isinstance(state, SectionState):
        return (state.section.value, formats.lines(state.lines), "", "")[column]
    if isinstance(state, SellerState):
        return (state.name, formats.pieces(state.pieces), "", formats.money(state.total))[column]
    sku = f" · {state.line.sku.name}" if state.line.sku.name else ""
    return (
        state.line.title.shown + sku,
        state.quantity,
        formats.money(state.unit),
        formats.money(state.total),
    )[column]


def tool_tip(state: RowState) -> str:
    """What the row has no room for: a line's Chinese names, prices, remarks and note; of a seller how far the
    mixed batch is, and the note."""
    if isinstance(state, SellerState):
        weight = _weight(state.weight_g)
        return "\n".join(filter(None, (state.name, weight, state.note, state.group.note)))
    if not isinstance(state, LineState):
        return ""
    line = state.line
    price = " ".join(filter(None, (tr("{price} each", price=formats.money(state.unit)), tier(state))))
    parts = (
        line.title.original,
        both_names(line.sku),
        ", ".join(filter(None, (price, _weight(line.weight_g)))),
        *_remarks(state),
        UNTOLD if state.untold else "",
        _beginning(line.note),
    )
    return "\n".join(filter(None, parts))


def _remarks(state: LineState) -> list[str]:
    """What is said below a line, and the keys that answer it."""
    mend = tr("Press M to set {pieces}.", pieces=f"{state.mend:,}") if state.mend is not None else ""
    said = [" ".join(filter(None, (state.sentence, mend)))]
    if state.cheaper is not None:
        saving, wanted = remarks.saving(state.cheaper), f"{state.cheaper.quantity:,}"
        said.append(tr("{saving}. Press T to take {pieces}.", saving=saving, pieces=wanted))
    if state.before is not None:
        said.append(tr("It was {price} each when you took it.", price=formats.money(state.before)))
    if state.line.elsewhere is not None:
        theirs, ours = f"{state.line.elsewhere:,}", f"{state.line.quantity:,}"
        decide = tr(
            "Another computer set {theirs}. Press E to take that, K to keep {ours}.", theirs=theirs, ours=ours
        )
        said.append(decide)
    return said


def _weight(grams: int | None) -> str:
    return tr("{weight} in all", weight=formats.weight(grams)) if grams is not None else ""


def _beginning(note: str) -> str:
    return note if len(note) <= MOST_OF_A_NOTE else f"{note[:MOST_OF_A_NOTE]}…"
