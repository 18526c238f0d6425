"""What happens to a product picture before a buyer searches with it: cuts, turns, light, grounds, screens."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from PySide6.QtGui import QImage

from sourcing_desktop.sandbox.drawing import goods, grounds
from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.drawing.shapes import box
from sourcing_desktop.sandbox.drawing.tones import Colour

Pixels = NDArray[np.uint8]
Change = Callable[[Look, random.Random], Image.Image]

SIDE = 400
"""Side in pixels of the copies that are changed; the gallery is described from smaller ones."""

GALLERY_SIDE = 256

_GROUNDS = (
    "#ffffff",
    "#e9e9e9",
    "#f3d9d6",
    "#cfe0ee",
    "#d8ead8",
    "#b9b2aa",
    "#8fa7b8",
    "#d3a85c",
    "#55606b",
    "#202226",
)


def picture(look: Look, side: int = GALLERY_SIDE) -> Pixels:
    """The main picture of a look, as an array."""
    return _pixels(goods.draw(look, View.MAIN, side))


def catalogue(kinds: list[str], each: int, seed: int) -> dict[str, Look]:
    """`each` looks of every kind with colours at random, by key."""
    rng = random.Random(seed)
    looks = [
        Look(kind, rng.randrange(10**6), _colour(rng), _colour(rng)) for kind in kinds for _ in range(each)
    ]
    return {f"{look.kind}-{index}": look for index, look in enumerate(looks)}


def _colour(rng: random.Random) -> str:
    """A colour goods are made in: black, white and greys are common, the rest is spread."""
    if rng.random() < 0.3:
        level = rng.choice((30, 60, 110, 160, 205, 240))
        red, green, blue = (min(255, level + rng.randrange(-8, 9)) for _ in range(3))
    else:
        red, green, blue = (rng.randrange(20, 240) for _ in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _copy(look: Look) -> Image.Image:
    return Image.fromarray(picture(look, SIDE))


def _compressed(look: Look, rng: random.Random) -> Image.Image:
    return _jpeg(_copy(look), 40)


def _rescaled(look: Look, rng: random.Random) -> Image.Image:
    return _copy(look).resize((220, 220), Image.Resampling.LANCZOS)


def _cropped(look: Look, rng: random.Random) -> Image.Image:
    """15 to 40 % of the area cut away."""
    kept, stretch = rng.uniform(0.6, 0.85), rng.uniform(0.8, 1.25) ** 0.5
    width, height = min(1.0, (kept * stretch) ** 0.5), min(1.0, (kept / stretch) ** 0.5)
    left, top = rng.uniform(0, 1 - width) * SIDE, rng.uniform(0, 1 - height) * SIDE
    return _copy(look).crop((int(left), int(top), int(left + width * SIDE), int(top + height * SIDE)))


def _on_other_ground(look: Look, rng: random.Random) -> Image.Image:
    with _ground(rng.choice(_GROUNDS)):
        return _jpeg(_copy(look), 85)


def _rotated(look: Look, rng: random.Random) -> Image.Image:
    copy = _copy(look)
    angle = rng.uniform(5, 15) * rng.choice((-1, 1))
    return copy.rotate(angle, Image.Resampling.BICUBIC, rng.random() < 0.5, fillcolor=copy.getpixel((2, 2)))


def _flipped(look: Look, rng: random.Random) -> Image.Image:
    return _copy(look).transpose(Image.Transpose.FLIP_LEFT_RIGHT)


def _in_other_light(look: Look, rng: random.Random) -> Image.Image:
    """Brightness, contrast curve and white balance of another camera."""
    level = np.arange(256) / 255
    bright, curve = rng.uniform(0.75, 1.15), rng.uniform(0.75, 1.35)
    warmth, green = rng.uniform(-0.1, 0.1), rng.uniform(-0.04, 0.04)
    gains = (1 + warmth, 1 + green, 1 - warmth)
    table = np.concatenate([np.clip(255 * bright * gain * level**curve, 0, 255).round() for gain in gains])
    return _copy(look).point(table.astype(int).tolist())


def _in_a_screenshot(look: Look, rng: random.Random) -> Image.Image:
    """The picture on a shop's page: a bar on top, words, buttons and small icons round it."""
    width, height = rng.choice(((1280, 800), (1080, 1400), (1000, 1000)))
    screen = Image.new("RGB", (width, height), rng.choice(("#ffffff", "#f4f5f7", "#fafafa", "#1f2227")))
    pen = ImageDraw.Draw(screen)
    ink = "#3c4043" if screen.getpixel((0, 0)) > (128, 128, 128) else "#c9ccd1"  # type: ignore[operator]
    pen.rectangle(
        (0, 0, width, rng.randint(40, 90)), rng.choice(("#ff5000", "#e8eaed", "#2d6cdf", "#333333"))
    )
    side = round(min(width, height) * rng.uniform(0.4, 0.7))
    left, top = rng.randint(20, width - side - 20), rng.randint(110, height - side - 20)
    for _ in range(rng.randint(10, 26)):
        x, y, long = rng.randint(10, width - 120), rng.randint(110, height - 20), rng.randint(40, 260)
        pen.rectangle((x, y, x + long, y + rng.choice((6, 8, 12))), ink)
    for _ in range(rng.randint(2, 5)):
        x, y, size = rng.randint(10, width - 90), rng.randint(110, height - 90), rng.randint(24, 70)
        pen.rounded_rectangle(
            (x, y, x + size, y + size), 8, rng.choice(("#ff5000", "#2d6cdf", "#19a974", ink))
        )
    pen.rectangle((left - 14, top - 14, left + side + 13, top + side + 13), screen.getpixel((0, height - 1)))
    screen.paste(_copy(look).resize((side, side), Image.Resampling.LANCZOS), (left, top))
    return _jpeg(screen, 80)


CHANGES: dict[str, Change] = {
    "jpeg q40": _compressed,
    "220 px": _rescaled,
    "crop 15-40 %": _cropped,
    "other plain ground": _on_other_ground,
    "rotate 5-15 deg": _rotated,
    "flip": _flipped,
    "light, white balance": _in_other_light,
    "screenshot": _in_a_screenshot,
}


@contextmanager
def _ground(ground: str) -> Iterator[None]:
    """Main pictures drawn within stand on an even ground of this colour."""
    usual = grounds.main_ground

    def plain(brush: Brush, colour: Colour, rng: random.Random) -> None:
        brush.flat(box(-20, -20, 1040, 1040), ground)

    grounds.main_ground = plain
    try:
        yield
    finally:
        grounds.main_ground = usual


def _jpeg(image: Image.Image, quality: int) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _pixels(image: QImage) -> Pixels:
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return np.ascontiguousarray(raw[:, : 4 * image.width()].reshape(image.height(), -1, 4)[..., 2::-1])
