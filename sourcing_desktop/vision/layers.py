"""The shape of the picture network: EfficientNet-Lite0 without its last layer, convolution by convolution.

Shared by what reads the weights and what runs them; holds no numbers of the weights and loads no library.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

FEATURES = 1280
"""Channels of the last map."""

_STEM = 32
_STAGES = (  # repeats, kernel, stride of the first, growth inside a block, outgoing channels
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


@dataclass(frozen=True, slots=True)
class Convolution:
    """One layer. `name` and `norm` are what its filters and its normalisation are called in the weights."""

    name: str
    norm: str
    kernel: int
    stride: int
    incoming: int
    outgoing: int
    depthwise: bool = False
    clipped: bool = True
    """Whether its results are held between 0 and 6."""

    @property
    def rows(self) -> int:
        """Weights of one outgoing channel."""
        return self.kernel**2 * (1 if self.depthwise else self.incoming)


@dataclass(frozen=True, slots=True)
class Block:
    """Convolutions one after the other; `adds`: what went in is added to what comes out."""

    convolutions: tuple[Convolution, ...]
    adds: bool = False


@cache
def blocks() -> tuple[Block, ...]:
    """The whole network, from pixels to the last map."""
    result = [Block((Convolution("_conv_stem", "_bn0", 3, 2, 3, _STEM),))]
    incoming = _STEM
    for repeats, kernel, stride, growth, outgoing in _STAGES:
        for repeat in range(repeats):
            prefix = f"_blocks.{len(result) - 1}."
            step = stride if repeat == 0 else 1
            result.append(_block(prefix, kernel, step, growth, incoming, outgoing))
            incoming = outgoing
    result.append(Block((Convolution("_conv_head", "_bn1", 1, 1, incoming, FEATURES),)))
    return tuple(result)


@cache
def convolutions() -> tuple[Convolution, ...]:
    """All layers in the order in which they run."""
    return tuple(convolution for block in blocks() for convolution in block.convolutions)


def _block(prefix: str, kernel: int, stride: int, growth: int, incoming: int, outgoing: int) -> Block:
    inner = incoming * growth
    expand = Convolution(f"{prefix}_expand_conv", f"{prefix}_bn0", 1, 1, incoming, inner)
    depthwise = Convolution(f"{prefix}_depthwise_conv", f"{prefix}_bn1", kernel, stride, inner, inner, True)
    project = Convolution(f"{prefix}_project_conv", f"{prefix}_bn2", 1, 1, inner, outgoing, clipped=False)
    adds = stride == 1 and incoming == outgoing
    return Block((depthwise, project) if growth == 1 else (expand, depthwise, project), adds)
