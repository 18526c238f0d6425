"""The network gives what its definition says, however it is run."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from numpy.typing import NDArray

from sourcing_desktop.vision.fast_network import FastNetwork
from sourcing_desktop.vision.layers import FEATURES, Convolution, blocks
from sourcing_desktop.vision.network import Network
from sourcing_desktop.vision.weights import Filters, load_weights


@pytest.fixture(scope="module")
def filters() -> list[Filters]:
    return load_weights()


def picture(side: int) -> NDArray[np.float32]:
    return np.random.default_rng(side).uniform(-1, 1, (side, side, 3)).astype(np.float32)


def by_definition(filters: list[Filters], pixels: NDArray[np.float32]) -> NDArray[np.float64]:
    """Every layer as a sum over windows, of the whole map and in double precision."""
    remaining, state = iter(filters), pixels.astype(np.float64)
    for block in blocks():
        entered = state
        for layer in block.convolutions:
            state = convolved(layer, next(remaining), state)
            state = state.clip(0, 6) if layer.clipped else state
        state = state + entered if block.adds else state
    return state


def convolved(layer: Convolution, filters: Filters, state: NDArray[np.float64]) -> NDArray[np.float64]:
    side = len(state)
    around = max(0, (-(-side // layer.stride) - 1) * layer.stride + layer.kernel - side)
    before, after = around // 2, around - around // 2
    padded = np.pad(state, ((before, after), (before, after), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (layer.kernel, layer.kernel), axis=(0, 1))
    windows = windows[:: layer.stride, :: layer.stride]  # rows, columns, channel, kernel rows and columns
    if layer.depthwise:
        kernels = filters.weights.reshape(layer.kernel, layer.kernel, layer.outgoing)
        return np.einsum("yxckl,klc->yxc", windows, kernels) + filters.bias
    kernels = filters.weights.reshape(layer.kernel, layer.kernel, layer.incoming, layer.outgoing)
    return np.einsum("yxckl,klco->yxo", windows, kernels, optimize=True) + filters.bias


@pytest.mark.parametrize("side", [32, 96, 224])
def test_the_map_is_that_of_the_definition(filters, side):
    found = Network(filters).map(picture(side))
    assert found.shape == (side // 32, side // 32, FEATURES)
    assert np.abs(found - by_definition(filters, picture(side))).max() < 1e-3


def test_a_network_used_before_for_another_size_gives_the_same(filters):
    used, fresh = Network(filters), Network(filters)
    for side in (96, 32, 128):
        assert np.array_equal(used.map(picture(side)), Network(filters).map(picture(side)))
    assert np.array_equal(used.map(picture(64)), fresh.map(picture(64)))


def test_a_map_is_the_callers_own(filters):
    network = Network(filters)
    first = network.map(picture(64))
    kept = first.copy()
    network.map(picture(96))
    assert np.array_equal(first, kept)


@pytest.mark.parametrize("side", [224, 352])
def test_onnxruntime_gives_the_same(filters, side):
    pytest.importorskip("onnxruntime")
    fast = FastNetwork.load(filters)
    assert fast is not None
    assert np.abs(fast.map(picture(side)) - Network(filters).map(picture(side))).max() < 1e-3


def test_an_onnxruntime_that_does_not_work_is_done_without(filters, tmp_path, monkeypatch):
    (tmp_path / "onnxruntime.py").write_text("raise OSError('a library of it is missing')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    assert FastNetwork.load(filters) is None
