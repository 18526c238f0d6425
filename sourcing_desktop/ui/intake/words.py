"""What becomes of a row of a list, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from sourcing_desktop.domain.quantity import read_quantity
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
        return Fate(Tone.WAITING, "Being looked up…")
    if verdict.standing is Standing.UNWANTED:
        return Fate(Tone.WAITING, "Left out.", note)
    if problem is not None:
        tone = Tone.BAD if verdict.standing is Standing.OUT else Tone.WARNING
        goes_in = "Goes in as it is." if verdict.standing is Standing.READY else ""
        notes = (goes_in, note) if verdict.standing is not Standing.OPEN else ()
        return Fate(tone, formats.problem(problem), " ".join(filter(None, notes)), problem.mend)
    if verdict.standing is Standing.READY:
        return Fate(Tone.GOOD, "Goes into the cart.", note)
    if verdict.standing is Standing.OPEN and not row.sku_id:
        return Fate(Tone.WARNING, "Choose a SKU.", note)
    if verdict.standing is Standing.OPEN:
        return Fate(Tone.WARNING, formats.no_quantity(row.quantity), note)
    obstacle = row.detail.obstacle if row.detail is not None else None
    return Fate(Tone.BAD, formats.obstacle(obstacle) if obstacle is not None else row.trouble)


def _note(row: PlanRow, verdict: Verdict) -> str:
    parts = []
    if len(row.places) > 1:
        parts.append(f"Lines {places(row.places)} together.")
    if row.by_rule and row.detail is not None:
        parts.append("No quantity given; the minimum was taken.")
    if verdict.in_cart:
        many = "is" if verdict.in_cart == 1 else "are"
        come = "this comes" if read_quantity(row.quantity) == 1 else "these come"
        parts.append(f"{verdict.in_cart:,} {many} in the cart; {come} on top.")
    return " ".join(parts)


def places(numbers: Iterable[int]) -> str:
    """`3`, `3 and 7`, `3, 7 and 12`, `3, 7, 12 and 5 more`."""
    *first, last = [f"{number:,}" for number in numbers]
    if len(first) > 3:
        first, last = first[:3], f"{len(first) - 2:,} more"
    return f"{', '.join(first)} and {last}" if first else last


def addition(counts: Summary) -> str:
    """What the button does: `Add 38 lines of 12 sellers`."""
    if not counts.lines:
        return "Add to the cart"
    lines = "1 line" if counts.lines == 1 else f"{counts.lines:,} lines"
    sellers = "1 seller" if counts.sellers == 1 else f"{counts.sellers:,} sellers"
    return f"Add {lines} of {sellers}"


def remainder(counts: Summary) -> str:
    """What does not go in: `4 left out · 3 being looked up`."""
    parts = []
    if counts.left_out:
        parts.append(f"{counts.left_out:,} left out")
    if counts.looking:
        parts.append(f"{counts.looking:,} being looked up")
    return " · ".join(parts)
