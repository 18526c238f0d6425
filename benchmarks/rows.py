"""One measured line: ours, its goal, and where there is one a floor or a peer measured in the same run."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles

RUNS = 5
"""How often everything is measured, ours and the floor in turns; the median counts."""


@dataclass(frozen=True, slots=True)
class Row:
    """A result. `ratio` is ours to floor; `spread` says how far the runs of ours lie apart, in `unit`.

    Without a `goal` the row explains others."""

    name: str
    unit: str
    ours: float
    spread: float
    floor: float | None
    ratio: float | None
    goal: str
    met: bool


def at_most_times(name: str, unit: str, ours: list[float], floor: list[float], times: float) -> Row:
    """A row whose goal is a multiple of the floor."""
    return _row(name, unit, ours, floor, f"≤ {times:g} ×", median(ours) <= times * median(floor))


def at_most_more(name: str, unit: str, ours: list[float], floor: list[float], more: float) -> Row:
    """A row whose goal is a distance from the floor."""
    return _row(name, unit, ours, floor, f"≤ {more:g} {unit} more", median(ours) <= median(floor) + more)


def at_most(name: str, unit: str, ours: list[float], floor: list[float] | None, limit: float) -> Row:
    """A row whose goal is a number; a floor stands beside it for comparison."""
    return _row(name, unit, ours, floor, f"≤ {limit:g} {unit}", median(ours) <= limit)


def at_least(name: str, unit: str, ours: list[float], limit: float) -> Row:
    """A row whose goal is a number to reach."""
    return _row(name, unit, ours, None, f"≥ {limit:g} {unit}", median(ours) >= limit)


def at_least_times(name: str, unit: str, ours: list[float], floor: list[float], times: float) -> Row:
    """A row whose goal is a share of what the peer reaches."""
    return _row(name, unit, ours, floor, f"≥ {times:g} ×", median(ours) >= times * median(floor))


def informs(name: str, unit: str, ours: list[float], floor: list[float] | None) -> Row:
    """A row without a goal: it explains the others."""
    return _row(name, unit, ours, floor, "", True)


def p99(values: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100)[98]


def _row(name: str, unit: str, ours: list[float], floor: list[float] | None, goal: str, met: bool) -> Row:
    spread = round(max(ours) - min(ours), 3)
    theirs = None if floor is None else round(median(floor), 3)
    ratio = None if floor is None or not median(floor) else round(median(ours) / median(floor), 3)
    return Row(name, unit, round(median(ours), 3), spread, theirs, ratio, goal, met)
