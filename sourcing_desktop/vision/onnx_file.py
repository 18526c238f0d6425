"""Writes the picture network as an ONNX model, field by field, so that no library is needed to make one.

Numbers of fields and values are those of the format's own description, onnx.proto.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.layers import FEATURES, Convolution, blocks
from sourcing_desktop.vision.weights import Filters

INPUT, OUTPUT = "pixels", "map"

_FORMAT, _OPERATORS = 8, 13  # versions: of the file, and of the set of operators
_FLOAT = 1
_INTEGER_ATTRIBUTE, _TEXT_ATTRIBUTE, _INTEGERS_ATTRIBUTE = 2, 3, 7


def onnx_model(filters: list[Filters]) -> bytes:
    """The network that takes (1, 3, side, side) scaled pixels of any side that is a multiple of 32."""
    graph = _field(2, b"lite0") + _field(11, _shaped(INPUT, 3)) + _field(12, _shaped(OUTPUT, FEATURES))
    graph += _constant("least", np.float32(0)) + _constant("most", np.float32(6))
    remaining, state = iter(filters), INPUT
    for block in blocks():
        entered = state
        for layer in block.convolutions:
            graph += _layer(layer, next(remaining), state)
            state = layer.norm
        if block.adds:
            graph += _node("Add", [state, entered], f"{state}+")
            state = f"{state}+"
    graph += _node("Identity", [state], OUTPUT)
    return _number(1, _FORMAT) + _field(8, _field(1, b"") + _number(2, _OPERATORS)) + _field(7, graph)


def _layer(layer: Convolution, filters: Filters, state: str) -> bytes:
    """Named after its normalisation, as what is computed here comes after that."""
    incoming = 1 if layer.depthwise else layer.incoming
    kernels = filters.weights.reshape(layer.kernel, layer.kernel, incoming, layer.outgoing)
    result = f"{layer.norm} unclipped" if layer.clipped else layer.norm
    convolution = _node(
        "Conv",
        [state, f"{layer.name} weights", f"{layer.name} bias"],
        result,
        _field(5, _field(1, b"auto_pad") + _field(4, b"SAME_UPPER") + _number(20, _TEXT_ATTRIBUTE)),
        _integers("strides", [layer.stride, layer.stride]),
        _integers("kernel_shape", [layer.kernel, layer.kernel]),
        _integer("group", layer.outgoing if layer.depthwise else 1),
    )
    parts = [
        _constant(f"{layer.name} weights", kernels.transpose(3, 2, 0, 1)),
        _constant(f"{layer.name} bias", filters.bias),
        convolution,
    ]
    if layer.clipped:
        parts.append(_node("Clip", [result, "least", "most"], layer.norm))
    return b"".join(parts)


def _node(operator: str, inputs: Sequence[str], output: str, *attributes: bytes) -> bytes:
    names = b"".join(_field(1, name.encode()) for name in inputs)
    return _field(1, names + _field(2, output.encode()) + _field(4, operator.encode()) + b"".join(attributes))


def _integer(name: str, value: int) -> bytes:
    return _field(5, _field(1, name.encode()) + _number(3, value) + _number(20, _INTEGER_ATTRIBUTE))


def _integers(name: str, values: Sequence[int]) -> bytes:
    listed = b"".join(_number(8, value) for value in values)
    return _field(5, _field(1, name.encode()) + listed + _number(20, _INTEGERS_ATTRIBUTE))


def _constant(name: str, values: NDArray[np.float32] | np.float32) -> bytes:
    sizes = b"".join(_number(1, size) for size in values.shape)
    numbers = _field(9, values.astype("<f4").tobytes())
    return _field(5, sizes + _number(2, _FLOAT) + _field(8, name.encode()) + numbers)


def _shaped(name: str, channels: int) -> bytes:
    """An input or output of one picture, its height and width left open."""
    sides = [_field(2, f"{name} {side}".encode()) for side in ("rows", "columns")]
    shape = b"".join(_field(1, size) for size in (_number(1, 1), _number(1, channels), *sides))
    kind = _field(1, _number(1, _FLOAT) + _field(2, shape))
    return _field(1, name.encode()) + _field(2, kind)


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that more follow."""
    result = bytearray()
    while value > 0x7F:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*result, value])
