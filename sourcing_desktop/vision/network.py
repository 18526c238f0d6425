"""Runs the picture network with NumPy alone: a square of pixels to its map of features.

What is widest inside a block is reckoned a few rows at a time, so that it stays in the processor's cache.
"""

from __future__ import annotations

from math import prod

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.layers import Block, Convolution, blocks
from sourcing_desktop.vision.weights import Filters

Floats = NDArray[np.float32]

_MOST = np.float32(6)  # results are clipped to it, as in training
_STRIP_BYTES = 400_000  # measured: half and double of it take longer


class Network:
    """The layers, and the space they work in. One thread at a time."""

    def __init__(self, filters: list[Filters]) -> None:
        remaining = iter(filters)
        layers = [(block, [next(remaining) for _ in block.convolutions]) for block in blocks()]
        (_, [self._stem]), *self._inner, (_, [self._head]) = layers
        self._space: dict[str, Floats] = {}

    def map(self, pixels: Floats) -> Floats:
        """(side, side, 3) scaled pixels to (side / 32, side / 32, 1280); sides are multiples of 32."""
        state = _clipped(_weighted(_neighbourhoods(pixels), self._stem))
        for block, filters in self._inner:
            state = self._through(block, filters, state)
        return _clipped(_weighted(state, self._head))

    def _through(self, block: Block, filters: list[Filters], state: Floats) -> Floats:
        *widening, mixing, project = filters
        layer = block.convolutions[-2]
        side = len(state) // layer.stride
        result = np.empty((side, side, project.bias.size), dtype=np.float32)
        strip = max(1, _STRIP_BYTES // (state.shape[1] * layer.stride * layer.outgoing * state.itemsize))
        for first in range(0, side, strip):
            rows = min(strip, side - first)
            seen = self._wide(
                layer, widening, state, first * layer.stride, (rows - 1) * layer.stride + layer.kernel
            )
            mixed = self._mixed(layer, mixing, seen, (rows, side, layer.outgoing))
            _weighted(mixed, project, out=result[first : first + rows])
        if block.adds:
            result += state
        return result

    def _wide(
        self, layer: Convolution, widening: list[Filters], state: Floats, first: int, rows: int
    ) -> Floats:
        """Rows of the block's input, widened where it does that, with the zeros round its edges that the
        kernel reaches into: `first` counts from the first row with those.
        """
        side = len(state)
        around = max(0, layer.kernel - layer.stride)
        before = around // 2  # what is left over goes below and to the right, as in training
        wide = self._taken("wide", (rows, side + around, layer.incoming))
        top, bottom = max(0, before - first), min(rows, before + side - first)
        wide[:top] = wide[bottom:] = wide[:, :before] = wide[:, before + side :] = 0
        inside = wide[top:bottom, before : before + side]
        part = state[first + top - before : first + bottom - before]
        if widening:
            space = self._taken("widened", inside.shape)
            np.clip(_weighted(part, widening[0], out=space), 0, _MOST, out=inside)
        else:
            inside[:] = part
        return wide

    def _mixed(
        self, layer: Convolution, filters: Filters, wide: Floats, shape: tuple[int, int, int]
    ) -> Floats:
        """Every channel with its own kernel: one place of the kernel after the other, for all pixels."""
        result, product = self._taken("mixed", shape), self._taken("product", shape)
        result[:] = filters.bias
        for place, weights in enumerate(filters.weights):
            y, x = divmod(place, layer.kernel)
            np.multiply(
                wide[y :: layer.stride, x :: layer.stride][: shape[0], : shape[1]], weights, out=product
            )
            result += product
        return _clipped(result)

    def _taken(self, use: str, shape: tuple[int, ...]) -> Floats:
        """Space for that many numbers, the same for every use of that name."""
        size = prod(shape)
        if use not in self._space or self._space[use].size < size:
            self._space[use] = np.empty(size, dtype=np.float32)
        return self._space[use][:size].reshape(shape)


def _neighbourhoods(pixels: Floats) -> Floats:
    """For every other pixel the 27 numbers of the 3 x 3 it begins, zeros beyond the right and lower edge."""
    padded = np.pad(pixels, ((0, 1), (0, 1), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(0, 1))[::2, ::2]
    return np.ascontiguousarray(windows.transpose(0, 1, 3, 4, 2)).reshape(*windows.shape[:2], 27)


def _weighted(state: Floats, filters: Filters, out: Floats | None = None) -> Floats:
    """Every pixel's channels by the weights, with the bias; into `out`, which has no gaps."""
    shape = (*state.shape[:2], filters.bias.size)
    flat = None if out is None else out.reshape(-1, filters.bias.size)
    result = np.matmul(state.reshape(-1, state.shape[2]), filters.weights, out=flat)
    result += filters.bias
    return result.reshape(shape)


def _clipped(state: Floats) -> Floats:
    return np.clip(state, 0, _MOST, out=state)
