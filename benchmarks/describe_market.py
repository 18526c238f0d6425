"""Describes the main pictures of the sandbox's market: `python -m benchmarks.describe_market`.

To be repeated when the market, its drawings or the engine changed. Writes the vectors into the package; takes
some two minutes, less where onnxruntime is installed.
"""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.sandbox.drawing.goods import draw
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.market.index import SIDE, VECTORS, WAY, name_of, offers_and_looks
from sourcing_desktop.sandbox.market.prepare import prepare
from sourcing_desktop.vision.encoder import Encoder


def main() -> None:
    """Prepare the market, describe it, write the file."""
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "market.sqlite"
        prepare(catalogue)
        looks = {name_of(look): look for look in offers_and_looks(catalogue)[1]}
    names = sorted(looks)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        parts = pool.map(
            described, [[looks[name] for name in names[at : at + 64]] for at in range(0, len(names), 64)]
        )
        vectors = np.concatenate([*parts])
    np.savez(VECTORS, way=np.array(WAY), names=np.array(names, np.uint64), vectors=vectors)
    size, took = VECTORS.stat().st_size, time.monotonic() - begin
    print(f"{len(names)} pictures by {WAY}: {size / 1e3:.0f} kB, {took:.0f} s")


def described(looks: list[Look]) -> NDArray[np.int8]:
    """A row for each look."""
    encoder = Encoder.load()
    return np.stack([encoder.describe(drawn(look)) for look in looks])


def drawn(look: Look) -> NDArray[np.uint8]:
    """The look's main picture as rows of RGB pixels."""
    image = draw(look, View.MAIN, SIDE)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)
    return np.ascontiguousarray(pixels[:, :, 2::-1])


if __name__ == "__main__":
    main()
