"""Pictures to find: drawn goods, and those of packages that were unpacked into folders.

Nothing here is copied into the project: without folders only drawn goods are there.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

from benchmarks.sight.peers import difference_hash
from sourcing_desktop.sandbox.drawing import goods, grounds
from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.goods import PAINTERS
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.drawing.shapes import box
from sourcing_desktop.sandbox.drawing.tones import Colour
from sourcing_desktop.vision.subject import subject_mask

SIDE = 400
"""Longer side, in pixels, of every picture."""

DRAWN = "drawn goods"

_MARGIN = 0.07
"""Share of the side left free round a thing that comes without a ground."""

_UNEVEN = 14
"""Levels by which the border of a picture may vary so that it still counts as one ground."""

_TWINS = 6
"""Up to so many of 256 bits may differ in two pictures of the same art."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as a shop shows it, and where it is known the thing alone, see-through round it."""

    whole: Image.Image
    cut_out: Image.Image | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from; its pixels are made when they are wanted, thousands fit into memory."""

    name: str
    kind: str
    shot: Callable[[], Shot]


def drawn(each: int, seed: int) -> list[Source]:
    """`each` drawn goods of every kind, with colours at random."""
    rng = random.Random(seed)
    looks = [
        Look(kind, rng.randrange(10**6), _colour(rng), _colour(rng)) for kind in PAINTERS for _ in range(each)
    ]
    return [
        Source(f"{look.kind}-{index}", DRAWN, partial(_of_look, look)) for index, look in enumerate(looks)
    ]


def _of_look(look: Look) -> Shot:
    return Shot(_main_picture(look), _alone(look))


def shot(picture: Image.Image) -> Shot:
    """A picture from a file: what is see-through stands on white, what fills its frame is left as it is."""
    if not picture.has_transparency_data:
        whole = _fitted(picture.convert("RGB"))
        return Shot(whole, _freed(whole))
    free = picture.convert("RGBA")
    thing = _fitted(free.crop(free.getchannel("A").getbbox()), 1 - 2 * _MARGIN)
    cut_out = Image.new("RGBA", (SIDE, SIDE), (255, 255, 255, 0))
    cut_out.paste(thing, ((SIDE - thing.width) // 2, (SIDE - thing.height) // 2))
    return Shot(on_ground(cut_out, Image.new("RGB", cut_out.size, "white")), cut_out)


def on_ground(cut_out: Image.Image, ground: Image.Image) -> Image.Image:
    """The thing laid on a picture of the same size."""
    result = ground.convert("RGBA")
    result.alpha_composite(cut_out)
    return result.convert("RGB")


def without_twins(sources: Iterable[Source]) -> list[Source]:
    """The sources without those that show what an earlier one shows."""
    kept: list[Source] = []
    hashes = np.empty((0, 32), np.uint8)
    for one in sources:
        bits = difference_hash(one.shot().whole)
        if not (np.bitwise_count(hashes ^ bits).sum(axis=1) <= _TWINS).any():
            kept.append(one)
            hashes = np.concatenate([hashes, bits[None]])
    return kept


def pixels(image: QImage) -> NDArray[np.uint8]:
    """A 32-bit picture of Qt's as an array of height x width x 3."""
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return np.ascontiguousarray(raw[:, : 4 * image.width()].reshape(image.height(), -1, 4)[..., 2::-1])


def _main_picture(look: Look) -> Image.Image:
    return Image.fromarray(pixels(goods.draw(look, View.MAIN, SIDE)))


def _alone(look: Look) -> Image.Image:
    """The goods with their shadow, from how they look on white and on black."""
    pair = []
    for ground in ("#ffffff", "#000000"):
        with _plain(ground):
            pair.append(np.asarray(_main_picture(look)).astype(np.float32))
    light, dark = pair
    presence = np.clip(255 - (light - dark).mean(axis=2, keepdims=True), 0, 255)
    colour = np.clip(dark * 255 / np.maximum(presence, 1), 0, 255)
    return Image.fromarray(np.concatenate([colour, presence], axis=2).round().astype(np.uint8))


@contextmanager
def _plain(ground: str) -> Iterator[None]:
    """Main pictures drawn within stand on an even ground of this colour."""
    usual = grounds.main_ground

    def plain(brush: Brush, colour: Colour, rng: random.Random) -> None:
        brush.flat(box(-20, -20, 1040, 1040), ground)

    grounds.main_ground = plain
    try:
        yield
    finally:
        grounds.main_ground = usual


def _colour(rng: random.Random) -> str:
    """A colour goods are made in: black, white and greys are common, the rest is spread."""
    if rng.random() < 0.3:
        level = rng.choice((30, 60, 110, 160, 205, 240))
        red, green, blue = (min(255, level + rng.randrange(-8, 9)) for _ in range(3))
    else:
        red, green, blue = (rng.randrange(20, 240) for _ in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _fitted(picture: Image.Image, share: float = 1.0) -> Image.Image:
    """The picture enlarged or shrunk until its longer side is that share of `SIDE`."""
    scale = share * SIDE / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BICUBIC)


def _freed(whole: Image.Image) -> Image.Image | None:
    """The thing in a picture of an even ground; None where it fills the frame or cannot be told from it."""
    mask = subject_mask(whole)
    cover = np.asarray(mask) > 0
    rim = np.concatenate([edge for part in (0, -1) for edge in (cover[part], cover[:, part])])
    frame = np.asarray(whole.resize((32, 32), Image.Resampling.BOX)).astype(np.float32)
    edges = np.concatenate([edge for part in (0, -1) for edge in (frame[part], frame[:, part])])
    uneven = edges.std(axis=0).max() > _UNEVEN
    if uneven or rim.mean() > 0.2 or not 0.04 < cover.mean() < 0.8:
        return None
    cut_out = whole.convert("RGBA")
    cut_out.putalpha(mask.resize(whole.size, Image.Resampling.BICUBIC))
    return cut_out
