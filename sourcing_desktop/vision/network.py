"""Runs the picture network with NumPy alone: a square of pixels to its map of features."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.layers import Block, Convolution, blocks
from sourcing_desktop.vision.weights import Filters

Floats = NDArray[np.float32]

_MOST = np.float32(6)  # what results are clipped to, as in the training


class Network:
    """The layers, ready to run. One thread at a time."""

    def __init__(self, filters: list[Filters]) -> None:
        self._filters = iter(filters)
        self._blocks = [(block, [next(self._filters) for _ in block.convolutions]) for block in blocks()]

    def map(self, pixels: Floats) -> Floats:
        """(side, side, 3) scaled pixels to (side / 32, side / 32, 1280); sides are multiples of 32."""
        state = pixels
        for block, filters in self._blocks:
            state = _through(block, filters, state)
        return state


def _through(block: Block, filters: list[Filters], state: Floats) -> Floats:
    result = state
    for layer, (weights, bias) in zip(block.convolutions, filters, strict=True):
        if layer.depthwise:
            result = _depthwise(layer, weights, bias, result)
        elif layer.kernel == 1:
            result = result @ weights
            result += bias
        else:
            result = _full(layer, weights, bias, result)
        if layer.clipped:
            np.clip(result, 0, _MOST, out=result)
    if block.adds:
        result += state
    return result


def _padded(layer: Convolution, state: Floats) -> Floats:
    side = state.shape[0]
    out = -(-side // layer.stride)
    total = max(0, (out - 1) * layer.stride + layer.kernel - side)
    before = total // 2
    padded = np.zeros((side + total, side + total, state.shape[2]), np.float32)
    padded[before : before + side, before : before + side] = state
    return padded


def _depthwise(layer: Convolution, weights: Floats, bias: Floats, state: Floats) -> Floats:
    padded = _padded(layer, state)
    out = -(-state.shape[0] // layer.stride)
    result = np.empty((out, out, layer.outgoing), np.float32)
    result[:] = bias
    product = np.empty_like(result)
    reach = (out - 1) * layer.stride + 1
    for tap in range(layer.kernel**2):
        y, x = divmod(tap, layer.kernel)
        np.multiply(
            padded[y : y + reach : layer.stride, x : x + reach : layer.stride], weights[tap], out=product
        )
        result += product
    return result


def _full(layer: Convolution, weights: Floats, bias: Floats, state: Floats) -> Floats:
    padded = _padded(layer, state)
    out = -(-state.shape[0] // layer.stride)
    reach = (out - 1) * layer.stride + 1
    taps = [
        padded[y : y + reach : layer.stride, x : x + reach : layer.stride]
        for y in range(layer.kernel)
        for x in range(layer.kernel)
    ]
    return np.concatenate(taps, axis=2) @ weights + bias
