"""What becomes of a row of a list, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.language import tr, trn
from sourcing_desktop.services.intake.plan import PlanRow
from sourcing_desktop.services.intake.verdicts import Standing, Summary, Verdict
from sourcing_desktop.ui import formats


class Tone(Enum):
    """How a sentence is meant."""

    WAITING = auto()
    GOOD = auto()
    WARNING = auto()
    BAD = auto()


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a row: a sentence, a note to it, and the quantity that would mend it."""

    tone: Tone
    sentence: str
    note: str = ""
    mend: int | None = None

    @property
    def is_problem(self) -> bool:
        return self.tone in (Tone.WARNING, Tone.BAD)


def fate(row: PlanRow, verdict: Verdict) -> Fate:
    """What to say of a row."""
    note = _note(row, verdict)
    problem = verdict.problem
    if verdict.standing is Standing.LOOKING:
        return Fate(Tone.WAITING, tr("Being looked up…"))
    if verdict.standing is Standing.UNWANTED:
        return Fate(Tone.WAITING, tr("Left out."), note)
    if problem is not None:
        tone = Tone.BAD if verdict.standing is Standing.OUT else Tone.WARNING
        goes_in = tr("Goes in as it is.") if verdict.standing is Standing.READY else ""
        notes = (goes_in, note) if verdict.standing is not Standing.OPEN else ()
        return Fate(tone, formats.problem(problem), " ".join(filter(None, notes)), problem.mend)
    if verdict.standing is Standing.READY:
        return Fate(Tone.GOOD, tr("Goes into the cart."), note)
    if verdict.standing is Standing.OPEN and not row.sku_id:
        return Fate(Tone.WARNING, tr("Choose a SKU."), note)
    if verdict.standing is Standing.OPEN:
        return Fate(Tone.WARNING, formats.no_quantity(row.quantity), note)
    obstacle = row.detail.obstacle if row.detail is not None else None
    return Fate(Tone.BAD, formats.obstacle(obstacle) if obstacle is not None else row.trouble)


def _note(row: PlanRow, verdict: Verdict) -> str:
    parts = []
    if len(row.places) > 1:
        parts.append(tr("Lines {places} together.", places=places(row.places)))
    if row.by_rule and row.detail is not None:
        parts.append(tr("No quantity given; the minimum was taken."))
    if verdict.in_cart:
        parts.append(_on_top(verdict.in_cart, one=read_quantity(row.quantity) == 1))
    return " ".join(parts)


def _on_top(in_cart: int, one: bool) -> str:
    if one:
        return trn(
            "{count} is in the cart; this comes on top.",
            "{count} are in the cart; this comes on top.",
            in_cart,
        )
    return trn(
        "{count} is in the cart; these come on top.", "{count} are in the cart; these come on top.", in_cart
    )


def places(numbers: Iterable[int]) -> str:
    """`3`, `3 and 7`, `3, 7 and 12`, `3, 7, 12 and 5 more`."""
    named = [f"{number:,}" for number in numbers]
    return formats.all_of(named) if len(named) <= 4 else formats.some_names(named, 3)


def addition(counts: Summary) -> str:
    """What the button does: `Add 38 lines of 12 sellers`."""
    if not counts.lines:
        return tr("Add to the cart")
    lines, sellers = formats.lines(counts.lines), formats.sellers(counts.sellers)
    return tr("Add {lines} of {sellers}", lines=lines, sellers=sellers)


def remainder(counts: Summary) -> str:
    """What does not go in: `4 left out · 3 being looked up`."""
    parts = []
    if counts.left_out:
        parts.append(tr("{lines} left out", lines=f"{counts.left_out:,}"))
    if counts.looking:
        parts.append(tr("{lines} being looked up", lines=f"{counts.looking:,}"))
    return " · ".join(parts)
