"""One measured line: ours beside a floor or a peer measured in the same run, and whether the goal is met."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles

RUNS = 5
"""How often everything is measured, ours and the floor in turns; the median counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """A result. `ratio` is ours to floor; `spread` says how far the runs of ours lie apart, in `unit`."""

    name: str
    unit: str
    ours: float
    floor: float
    ratio: float
    spread: float
    goal: str
    met: bool


def at_most_times(name: str, unit: str, ours: list[float], floor: list[float], times: float) -> Row:
    """A row whose goal is a multiple of the floor."""
    row = _row(name, unit, ours, floor)
    return Row(*row, goal=f"≤ {times:g} ×", met=row[2] <= times * row[3])


def at_most(name: str, unit: str, ours: list[float], floor: list[float], limit: float) -> Row:
    """A row whose goal is a number; the floor stands beside it for comparison."""
    row = _row(name, unit, ours, floor)
    return Row(*row, goal=f"≤ {limit:g} {unit}", met=row[2] <= limit)


def at_most_more(name: str, unit: str, ours: list[float], floor: list[float], more: float) -> Row:
    """A row whose goal is a distance from the floor."""
    row = _row(name, unit, ours, floor)
    return Row(*row, goal=f"≤ {more:g} {unit} more", met=row[2] <= row[3] + more)


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100)[98]


def _row(
    name: str, unit: str, ours: list[float], floor: list[float]
) -> tuple[str, str, float, float, float, float]:
    mine, theirs = median(ours), median(floor)
    return (
        name,
        unit,
        round(mine, 3),
        round(theirs, 3),
        round(mine / theirs, 3),
        round(max(ours) - min(ours), 3),
    )
