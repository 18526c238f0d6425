"""How often finding by sight finds the source of a changed picture: `python -m benchmarks.recall --help`.

The pictures searched for are not those the directions were fitted on. Those of packages are looked for in the
folders that the variable RECALL_PICTURES names, see `benchmarks/sight/packages.py`; nothing of them is kept.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks.rows import Row, at_least, at_most_more, informs
from benchmarks.sight import packages
from benchmarks.sight.changes import CHANGES
from benchmarks.sight.contest import COLOURS, CONTESTANTS, HASH, OURS, Answer, Cosines, Gallery, recall
from benchmarks.sight.grounds import Ground, of_photographs
from benchmarks.sight.shots import drawn, without_twins
from sourcing_desktop.vision import LOOKS_SIMILAR, LOOKS_THE_SAME, QUERY_LOOKS_THE_SAME
from sourcing_desktop.vision.encoder import Encoder

SEED, OTHER_SEED, TARGETS, EACH = 20, 20261, 250, 6
GOALS = {1: 94.0, 5: 98.0, 20: 99.0}
"""Percent of the sources that must be among the first."""

APART = 2.0
"""Percent by which other pictures and other seeds may differ."""


async def rows() -> list[Row]:
    """Mean recall beside the peers', each change, another seed, other pictures, what thresholds give."""
    looked_through = gallery(_folders())
    answers = searched(looked_through, SEED, TARGETS)
    again = searched(looked_through, OTHER_SEED, TARGETS)
    means = [
        at_least(f"mean recall@{first}, {len(answers):,} searches", "%", [recall(answers, OURS, first)], goal)
        for first, goal in GOALS.items()
    ]
    peers = [
        informs(
            f"mean recall@{first}; floor: {peer}",
            "%",
            [recall(answers, OURS, first)],
            [recall(answers, peer, first)],
        )
        for peer in (HASH, COLOURS)
        for first in GOALS
    ]
    changes = [
        informs(
            f"recall@1, {change.name}; floor: {COLOURS}",
            "%",
            [recall(one, OURS, 1)],
            [recall(one, COLOURS, 1)],
        )
        for change in CHANGES
        if (one := [answer for answer in answers if answer.change == change.name])
    ]
    seeds = [_apart(f"mean recall@{first}, another seed", answers, again, first) for first in GOALS]
    kinds = [
        informs(
            f"mean recall@1, {kind}",
            "%",
            [recall([one for one in answers if one.kind == kind], OURS, 1)],
            None,
        )
        for kind in sorted({answer.kind for answer in answers})
    ]
    return [*means, *peers, *changes, *seeds, *kinds, *_thresholds(answers)]


class LookedThrough(NamedTuple):
    """Pictures to find things among, the first of them `wanted`; the grounds things are photographed on."""

    gallery: Gallery
    wanted: int
    ground: Ground


def gallery(folders: list[Path]) -> LookedThrough:
    """All that is in the folders, and drawn goods."""
    found = [source for package in packages.MEASURED for source in packages.sources(folders, package)]
    if not found:
        print(packages.ADVICE)
    wanted = without_twins([*found, *drawn(EACH, SEED)])
    described = Gallery(Encoder.load(), [*wanted, *packages.not_fitted(folders)])
    print(f"{len(described.sources)} pictures described", flush=True)
    return LookedThrough(described, len(wanted), of_photographs(packages.photographs(folders)))


def searched(through: LookedThrough, seed: int, targets: int) -> list[Answer]:
    """Some of the pictures changed in every way, and looked for."""
    chosen = random.Random(seed).sample(range(through.wanted), min(targets, through.wanted))
    print(f"{len(chosen)} pictures looked for after each of {len(CHANGES)} changes", flush=True)
    return through.gallery.answers(chosen, seed, through.ground)


def main() -> None:
    """Search and print, change by change."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pictures", type=Path, nargs="*", default=_folders(), help="unpacked packages")
    options.add_argument("--targets", type=int, default=TARGETS, help=f"pictures looked for ({TARGETS})")
    options.add_argument("--seed", type=int, default=SEED)
    chosen = options.parse_args()
    answers = searched(gallery(chosen.pictures), chosen.seed, chosen.targets)
    print(f"{'':40}{''.join(f'{name:>22}' for name in CONTESTANTS)}")
    for change in CHANGES:
        _print(change.name, [answer for answer in answers if answer.change == change.name])
    for kind in sorted({answer.kind for answer in answers}):
        _print(kind, [answer for answer in answers if answer.kind == kind])
    _print("mean", answers)
    for name, cosines in (
        ("searched", [one.searched for one in answers]),
        ("single", [one.single for one in answers]),
    ):
        for least in np.arange(0.4, 0.95, 0.05):
            shown, right, absent = _worth(cosines, least)
            print(
                f"{name} {least:.2f}: shown {shown:5.1f} %, right {right:5.1f} %, if absent {absent:5.1f} %"
            )


def _print(name: str, answers: Sequence[Answer]) -> None:
    if answers:
        cells = [" / ".join(f"{recall(answers, one, first):.1f}" for first in GOALS) for one in CONTESTANTS]
        print(f"{name:40}{''.join(f'{cell:>22}' for cell in cells)}", flush=True)


def _apart(name: str, answers: list[Answer], again: list[Answer], first: int) -> Row:
    one, other = recall(again, OURS, first), recall(answers, OURS, first)
    return at_most_more(f"{name}: off by", "%", [abs(one - other)], [0.0], APART)


def _thresholds(answers: list[Answer]) -> list[Row]:
    """What is shown as the same or similar, how much of it rightly, how often without there being any."""
    result = []
    for name, least, cosines in (
        (f"looks the same ({LOOKS_THE_SAME})", LOOKS_THE_SAME, [answer.single for answer in answers]),
        (
            f"looks the same as a query ({QUERY_LOOKS_THE_SAME})",
            QUERY_LOOKS_THE_SAME,
            [answer.searched for answer in answers],
        ),
        (f"looks similar ({LOOKS_SIMILAR})", LOOKS_SIMILAR, [answer.searched for answer in answers]),
    ):
        for words, share in zip(
            ("shown", "right of these", "shown of what is absent"), _worth(cosines, least), strict=True
        ):
            result.append(informs(f"{name}: {words}", "%", [share], None))
    return result


def _worth(cosines: Sequence[Cosines], least: float) -> tuple[float, float, float]:
    """In percent: answers of this cosine, the right ones of them, those if the source were not there."""
    best = np.array([max(one.source, one.other) for one in cosines]) >= least
    right = np.array([one.source > one.other for one in cosines])
    absent = np.array([one.other for one in cosines]) >= least
    return (
        100 * float(best.mean()),
        100 * float(right[best].mean()) if best.any() else 0.0,
        100 * float(absent.mean()),
    )


def _folders() -> list[Path]:
    return [Path(name) for name in os.environ.get("RECALL_PICTURES", "").split(os.pathsep) if name]


if __name__ == "__main__":
    main()
