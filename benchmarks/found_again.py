"""A library of a million offers, with the network cut: how soon a fresh start of the program shows it, and
whether a phone-like photo of one of them brings that offer back in the first row of cards.

The account is one whose gateway nobody answers for. The offers are invented, and the vectors of all but a few
hundred; those few are of drawn goods that nothing was fitted on, described and found as the program does it.
"""

from __future__ import annotations

import asyncio
import io
import os
import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PIL import Image

from benchmarks.rows import Row, at_least, at_most, informs
from benchmarks.seen_offers import library_of
from benchmarks.sight.changes import CHANGES
from benchmarks.sight.grounds import made
from benchmarks.sight.shots import Source, drawn
from benchmarks.sight_index import parts
from benchmarks.startup import BARE, HOME, start
from sourcing_desktop.app.paths import Paths
from sourcing_desktop.domain.account import Account, AccountKind
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.vision import ENGINE
from sourcing_desktop.vision.encoder import Encoder
from sourcing_desktop.vision.index import VectorIndex

OFFERS, STARTS = 1_000_000, 5
EACH, SEEDS, LOOKED_FOR = 8, (31, 77), 150
"""Drawn goods of a kind, for each seed; and how many of them are photographed."""

FIRST_ROW = 5
"""Cards that a usual window has beside each other."""

SECOND = 1000.0
CUT_OFF = Account("Cut off", AccountKind.PANDAPON, "http://127.0.0.1:9", id="cut-off")
PHOTO = CHANGES[-1]
AT_ONCE = 20_000


async def rows() -> list[Row]:
    """Prepares once, and keeps what was prepared between runs."""
    paths = Paths.below(HOME / "found-again")
    folder = paths.seen / CUT_OFF.id
    if not (folder / "ready").is_file():
        await _prepare(folder)
    await _use_cut_off(paths)
    paths.settings.write_text("[General]\npage=library\nwelcomed=true\n", encoding="utf-8")
    shown = ["-m", "sourcing_desktop", "--home", str(HOME / "found-again"), "--exit-at", "library"]
    bare = ["-c", BARE]
    for each in (shown, bare):
        start(each)
    starts, floor = zip(*((start(shown)[0], start(bare)[0]) for _ in range(STARTS)), strict=True)
    found = [await _searched(folder, seed) for seed in SEEDS]
    shares = [100 * sum(place < FIRST_ROW for place in places) / len(places) for places, _ in found]
    return [
        at_most(f"start to the library on the screen, {OFFERS:,} offers", "ms", [*starts], [*floor], SECOND),
        at_least(f"photos that bring their offer into the first row of {FIRST_ROW}", "%", shares[:1], 90.0),
        at_most("the same with other pictures: points apart", "", [abs(shares[0] - shares[1])], None, 2.0),
        informs("photo to offers, all of it", "ms", [took for _, times in found for took in times], None),
    ]


async def _use_cut_off(paths: Paths) -> None:
    database = Database(paths.library)
    await database.open()
    accounts = Accounts(database)
    await accounts.set_language(CUT_OFF, "en")
    await accounts.choose(CUT_OFF)
    await database.close()


async def _prepare(folder: Path) -> None:
    """Offers, vectors and index; some minutes."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(await library_of(OFFERS), folder)
    library = SeenLibrary(folder)
    await library.open()
    index = VectorIndex.open(folder, ENGINE)
    try:
        for first, vectors in _vectors():
            numbers = range(first, first + len(vectors))
            await library.keep_vectors(
                ENGINE, [(number, row.tobytes()) for number, row in zip(numbers, vectors, strict=True)]
            )
            index.add([*numbers], vectors)
    finally:
        index.close()
        await library.close()
    (folder / "ready").touch()


def _vectors() -> Iterator[tuple[int, np.ndarray]]:
    """The number of the first and the vectors: goods that were drawn, then others like none of them."""
    encoder = Encoder.load()
    real = np.stack(
        [encoder.describe(np.asarray(each.shot().whole)) for seed in SEEDS for each in drawn(EACH, seed)]
    )
    yield 1, real
    first = 1 + len(real)
    for part in parts(OFFERS - len(real)):
        whole = np.rint(127 * part / np.abs(part).max(axis=1, keepdims=True)).astype(np.int8)
        for begin in range(0, len(whole), AT_ONCE):
            yield first, whole[begin : begin + AT_ONCE]
            first += len(whole[begin : begin + AT_ONCE])


async def _searched(folder: Path, seed: int) -> tuple[list[int], list[float]]:
    """At which place each photographed offer came back, and what the search took in ms."""
    sources = drawn(EACH, seed)
    begin = 1 + SEEDS.index(seed) * len(sources)
    file, report = SeenLibrary(folder), _raise
    library = Library(file, Sightings(), report)
    recognition = Recognition(file, library, folder, lambda _url: None, report)
    places, times = [], []
    try:
        for index in random.Random(seed).sample(range(len(sources)), LOOKED_FOR):
            photo = _photo(sources[index], seed)
            before = time.perf_counter()
            found = [seen.number for seen, _ in await recognition.similar(photo)]
            times.append((time.perf_counter() - before) * 1000)
            places.append(found.index(begin + index) if begin + index in found else len(found) + FIRST_ROW)
    finally:
        await recognition.close()
        await library.close()
    return places, times


def _photo(source: Source, seed: int) -> bytes:
    picture: Image.Image = PHOTO.apply(source.shot(), random.Random(f"{seed} {source.name}"), made)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def _raise(error: BaseException) -> None:
    raise error


if __name__ == "__main__":
    print(*asyncio.run(rows()), sep="\n", file=sys.stdout)
