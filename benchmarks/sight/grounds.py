"""Grounds to put things on: even ones, made ones that stand in for photographs, and parts of photographs."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Ground = Callable[[random.Random, tuple[int, int]], Image.Image]
"""Makes a ground of a size in pixels."""

_EVEN = (
    "#ffffff", "#e9e9e9", "#f3d9d6", "#cfe0ee", "#d8ead8",
    "#b9b2aa", "#8fa7b8", "#d3a85c", "#55606b", "#202226",
)  # fmt: skip


def even(rng: random.Random, size: tuple[int, int]) -> Image.Image:
    """Paper, a wall, a studio: one colour with at most a little falling light."""
    ground = Image.new("RGB", size, rng.choice(_EVEN))
    if rng.random() < 0.5:
        return ground
    return _lit(np.asarray(ground).astype(np.float32), rng, 0.18)


def of_photographs(photographs: Sequence[Image.Image]) -> Ground:
    """Parts of these photographs; made grounds where there are none."""

    def part(rng: random.Random, size: tuple[int, int]) -> Image.Image:
        photograph = rng.choice(photographs)
        share = rng.uniform(0.45, 1.0)
        scale = share * min(photograph.width / size[0], photograph.height / size[1])
        width, height = size[0] * scale, size[1] * scale
        left, top = rng.uniform(0, photograph.width - width), rng.uniform(0, photograph.height - height)
        return photograph.resize(size, box=(left, top, left + width, top + height))

    return part if photographs else made


def cluttered(things: Sequence[Image.Image]) -> Ground:
    """Made grounds on which some of these see-through things lie about."""

    def scene(rng: random.Random, size: tuple[int, int]) -> Image.Image:
        ground = made(rng, size)
        for _ in range(rng.randint(0, 6)):
            thing, side = rng.choice(things), rng.uniform(0.15, 0.6) * max(size)
            small = thing.resize((round(side), round(side))).rotate(rng.uniform(0, 360), expand=True)
            if rng.random() < 0.5:
                small = small.filter(ImageFilter.GaussianBlur(rng.uniform(1, 6)))
            place = (round(rng.uniform(-0.3, 1) * size[0]), round(rng.uniform(-0.3, 1) * size[1]))
            ground.paste(small, place, small)
        return ground

    return scene


def made(rng: random.Random, size: tuple[int, int]) -> Image.Image:
    """Something between two to four colours: clouds, grain, boards, checks, leaves; sharp or out of focus."""
    width, height = size
    noise = np.random.default_rng(rng.getrandbits(32))
    height_of = rng.choice((_clouds, _boards, _tiles, _blobs))(noise, width, height)
    stops = rng.randint(2, 4)
    colours = noise.uniform(0, 255, (stops, 3)) * 0.6 + noise.uniform(0, 255, 3) * 0.4
    places = np.linspace(0, 1, stops)
    painted = np.stack([np.interp(height_of, places, colours[:, channel]) for channel in range(3)], axis=2)
    painted += noise.normal(0, rng.uniform(0, 9), (height, width, 1))
    ground = _lit(painted.astype(np.float32), rng, 0.4)
    return ground.filter(ImageFilter.GaussianBlur(rng.choice((0.0, 0.0, 1.5, 4.0))))


def _lit(painted: NDArray[np.float32], rng: random.Random, strength: float) -> Image.Image:
    """Light that falls off in one direction."""
    height, width = painted.shape[:2]
    slope = np.cos(rng.uniform(0, 6.3)) * np.linspace(-1, 1, width)[None, :]
    slope = slope + np.sin(rng.uniform(0, 6.3)) * np.linspace(-1, 1, height)[:, None]
    shaded = painted * (1 + strength * rng.random() * slope[:, :, None] / 2)
    return Image.fromarray(np.clip(shaded, 0, 255).astype(np.uint8))


def _clouds(noise: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    """Noise at several scales, one of them leading."""
    total = np.zeros((height, width), np.float32)
    fall = noise.uniform(0.4, 0.85)
    for octave in range(6):
        cells = 2 ** (octave + 1)
        rough = Image.fromarray(noise.random((cells, cells), dtype=np.float32))
        total += fall**octave * np.asarray(rough.resize((width, height), Image.Resampling.BICUBIC))
    return _spread(total)


def _boards(noise: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    """Boards with grain along them, standing or lying."""
    if noise.random() < 0.5:
        return _standing_boards(noise, height, width).T
    return _standing_boards(noise, width, height)


def _standing_boards(noise: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    stretched = Image.fromarray(noise.random((4, 60), dtype=np.float32)).resize((width, height))
    boards = noise.integers(2, 9)
    tone = noise.random(boards)[np.minimum(np.arange(width) * boards // width, boards - 1)]
    return _spread(np.asarray(stretched) * noise.uniform(0.2, 1) + tone[None, :])


def _tiles(noise: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    """Checks, tiles or stripes."""
    across, down = noise.integers(1, 12, 2)
    x, y = np.arange(width) * across // width, np.arange(height) * down // height
    if noise.random() < 0.4:
        return _spread(((x[None, :] + y[:, None]) % 2).astype(np.float32))
    return _spread(noise.random((down, across), dtype=np.float32)[y[:, None], x[None, :]])


def _blobs(noise: np.random.Generator, width: int, height: int) -> NDArray[np.float32]:
    """Round things lying over each other, like fruit, leaves, lights."""
    result = np.full((height, width), 0.5, np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(noise.integers(6, 40)):
        radius = noise.uniform(0.03, 0.2) * width
        stretch = noise.uniform(0.4, 2.5)
        far = ((x - noise.uniform(0, width)) / radius) ** 2 * stretch
        far += ((y - noise.uniform(0, height)) / radius) ** 2 / stretch
        result = np.where(far < 1, noise.random() * (1 - 0.5 * far), result)
    return _spread(result)


def _spread(values: NDArray[np.floating]) -> NDArray[np.float32]:
    """The values from 0 to 1."""
    low, high = values.min(), values.max()
    return np.asarray((values - low) / max(high - low, 1e-6), dtype=np.float32)
