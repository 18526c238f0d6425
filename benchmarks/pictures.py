"""How many pictures a second come over loopback and are ready to paint, flat out."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.bare_pipeline import BarePipeline, decode_seconds
from benchmarks.offers import photo
from benchmarks.picture_server import DIFFERENT, ORIGINALS, RENDITIONS, serving
from benchmarks.rows import RUNS, Row, at_least_times, informs
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.pictures.renditions import rendition

SIDE = 184
LARGE, SMALL = 800, 220
LARGE_COUNT, SMALL_COUNT = 360, 1_200
SCREEN = 24
"""So many pictures are asked for as visible, and twice as many as coming next."""

LOOK_S = 0.005
ON_DISK = "the same until all are on disk as well"


async def rows() -> list[Row]:
    """Ours and the floor in turns; every run begins with nothing in memory and on disk."""
    with serving() as host:
        await _flood(_addresses(host + RENDITIONS, RUNS, SMALL_COUNT))  # loads what is loaded once
        return [*await _originals(host), *await _renditions(host)]


async def _originals(host: str) -> list[Row]:
    photos = [photo(seed, LARGE) for seed in range(DIFFERENT)]
    shown, kept, floor = [], [], []
    for run in range(RUNS):
        one, other = await _flood(_addresses(host + ORIGINALS, run, LARGE_COUNT))
        shown.append(LARGE_COUNT / one)
        kept.append(LARGE_COUNT / other)
        floor.append(LARGE_COUNT / decode_seconds(photos * (LARGE_COUNT // DIFFERENT), SIDE))
    name = f"originals of {LARGE} px to pixmaps; floor: decoding from memory"
    return [at_least_times(name, "1/s", shown, floor, 0.75), informs(ON_DISK, "1/s", kept, floor)]


async def _renditions(host: str) -> list[Row]:
    bare = BarePipeline()
    shown, kept, floor = [], [], []
    for run in range(RUNS):
        urls = _addresses(host + RENDITIONS, run, SMALL_COUNT)
        one, other = await _flood(urls)
        shown.append(SMALL_COUNT / one)
        kept.append(SMALL_COUNT / other)
        floor.append(SMALL_COUNT / await bare.bring([rendition(url, SIDE) for url in urls], SIDE))
    name = f"renditions of {SMALL} px to pixmaps; floor: network and reader alone"
    return [at_least_times(name, "1/s", shown, floor, 0.9), informs(ON_DISK, "1/s", kept, floor)]


def _addresses(pictures: str, run: int, count: int) -> list[str]:
    return [pictures.format(number) for number in range(run * count, (run + 1) * count)]


async def _flood(urls: Sequence[str]) -> tuple[float, float]:
    """The seconds until the last is a pixmap and until all are on disk as well, asked for as by a grid that
    moves on a screen at a time."""
    with tempfile.TemporaryDirectory() as folder:
        loader = PictureLoader(Path(folder))
        over = asyncio.get_running_loop().create_future()
        left = {url: PictureKey(url, SIDE) for url in urls}

        def ask() -> None:
            keys = [*islice(left.values(), 3 * SCREEN)]
            loader.want(keys[:SCREEN], keys[SCREEN:])

        def came(url: str) -> None:
            del left[url]
            if not left:
                over.set_result(None)
            elif len(left) % SCREEN == 0:
                ask()

        loader.ready.connect(came)
        begin = perf_counter()
        ask()
        await over
        shown = perf_counter() - begin
        while loader._unsaved:  # noqa: ASYNC110  (nobody says when it is empty)
            await asyncio.sleep(LOOK_S)
        kept = perf_counter() - begin
        loader.close()
    return shown, kept
