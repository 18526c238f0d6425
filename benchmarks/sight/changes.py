"""What happens to a picture before a buyer searches with it: cuts, turns, light, other grounds, screens."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from benchmarks.sight.grounds import Ground, even
from benchmarks.sight.screens import photo_of_a_screen, screenshot
from benchmarks.sight.shots import Shot, on_ground

Whole = Callable[[Image.Image, random.Random], Image.Image]
Laid = Callable[[Image.Image, random.Random, Ground], Image.Image]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing buyers do: `whole` to the picture as it is, `laid` to the thing cut out, with a ground."""

    name: str
    whole: Whole | None = None
    laid: Laid | None = None

    def takes(self, shot: Shot) -> bool:
        """Whether it can be done to this one: some need a thing that could be cut out."""
        return self.whole is not None or shot.cut_out is not None

    def apply(self, shot: Shot, rng: random.Random, photographs: Ground) -> Image.Image:
        """The changed picture, the same for the same state of `rng`."""
        if self.whole is not None:
            return self.whole(shot.whole, rng)
        assert self.laid is not None
        assert shot.cut_out is not None
        return self.laid(shot.cut_out, rng, photographs)


def jpeg(picture: Image.Image, quality: int) -> Image.Image:
    """The picture as it comes out of a JPEG file."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _compressed(picture: Image.Image, rng: random.Random) -> Image.Image:
    return jpeg(picture, 40)


def _rescaled(picture: Image.Image, rng: random.Random) -> Image.Image:
    small = picture.copy()
    small.thumbnail((220, 220), Image.Resampling.LANCZOS)
    return jpeg(small, 85)


def _cropped(picture: Image.Image, rng: random.Random) -> Image.Image:
    """15 to 40 % of the area cut away."""
    kept, stretch = rng.uniform(0.6, 0.85), rng.uniform(0.8, 1.25) ** 0.5
    width, height = min(1.0, kept**0.5 * stretch), min(1.0, kept**0.5 / stretch)
    left, top = rng.uniform(0, 1 - width), rng.uniform(0, 1 - height)
    box = (left, top, left + width, top + height)
    return picture.crop(tuple(int(edge * picture.size[index % 2]) for index, edge in enumerate(box)))  # type: ignore[arg-type]


def _watermarked(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A shop's name over and over across the picture, and its logo in a corner."""
    width, height = picture.size
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    word = rng.choice(("SHOP 8866", "Golden Sun Trade", "WWW.EXAMPLE.COM", "No. 1 FACTORY"))
    letters = ImageFont.load_default(rng.uniform(0.045, 0.075) * max(picture.size))
    ink = (*rng.choice(((255, 255, 255), (120, 120, 120), (200, 40, 40), (20, 20, 20))), rng.randint(70, 130))
    step = round(max(picture.size) * rng.uniform(0.18, 0.3))
    for row, y in enumerate(range(0, height, step)):
        for x in range(-step * (row % 2), width, 2 * step):
            pen.text((x, y), word, fill=ink, font=letters)
    layer = layer.rotate(rng.uniform(-35, 35), Image.Resampling.BILINEAR)
    pen = ImageDraw.Draw(layer)
    side = round(max(picture.size) * rng.uniform(0.14, 0.22))
    x, y = rng.choice((4, width - side - 4)), rng.choice((4, height - side // 2 - 4))
    pen.rounded_rectangle((x, y, x + side, y + side // 2), 8, rng.choice(("#ff5000", "#2d6cdf", "#111111")))
    pen.text((x + side * 0.1, y + side * 0.1), word[:4], "white", ImageFont.load_default(side * 0.26))
    return jpeg(on_ground(layer, picture), 85)


def _flipped(picture: Image.Image, rng: random.Random) -> Image.Image:
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


def _turned(picture: Image.Image, rng: random.Random) -> Image.Image:
    angle = rng.uniform(5, 15) * rng.choice((-1, 1))
    return picture.rotate(angle, Image.Resampling.BICUBIC, rng.random() < 0.5, fillcolor=_corner(picture))


def _in_other_light(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Brightness, contrast curve and white balance of another camera."""
    level = np.arange(256) / 255
    bright, curve = rng.uniform(0.7, 1.25), rng.uniform(0.7, 1.4)
    warmth, green = rng.uniform(-0.14, 0.14), rng.uniform(-0.06, 0.06)
    gains = (1 + warmth, 1 + green, 1 - warmth)
    table = np.concatenate([np.clip(255 * bright * gain * level**curve, 0, 255).round() for gain in gains])
    return picture.point(table.astype(int).tolist())


def _in_perspective(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Taken from the side: every corner moves, what comes in looks like the border."""
    return tilted(picture, rng, 0.16, _corner(picture))


def tilted(picture: Image.Image, rng: random.Random, far: float, fill: tuple[int, ...]) -> Image.Image:
    """The picture with its corners moved inwards by up to the share `far` of its sides."""
    width, height = picture.size
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    rows, targets = [], []
    for x, y in corners:
        to_x = x + (1 if x == 0 else -1) * rng.uniform(0, far) * width
        to_y = y + (1 if y == 0 else -1) * rng.uniform(0, far) * height
        rows += [
            (to_x, to_y, 1, 0, 0, 0, -x * to_x, -x * to_y),
            (0, 0, 0, to_x, to_y, 1, -y * to_x, -y * to_y),
        ]
        targets += [x, y]
    eight = np.linalg.solve(np.array(rows), np.array(targets)).tolist()
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, eight, Image.Resampling.BICUBIC, fillcolor=fill
    )


def _off_a_screen(picture: Image.Image, rng: random.Random) -> Image.Image:
    shown = photo_of_a_screen(picture, rng)
    return jpeg(tilted(shown, rng, 0.06, (18, 18, 20)), 75)


def _in_a_screenshot(picture: Image.Image, rng: random.Random) -> Image.Image:
    return jpeg(screenshot(picture, rng), 80)


def _on_even_ground(cut_out: Image.Image, rng: random.Random, photographs: Ground) -> Image.Image:
    return jpeg(on_ground(cut_out, even(rng, cut_out.size)), 85)


def _on_photo_ground(cut_out: Image.Image, rng: random.Random, photographs: Ground) -> Image.Image:
    return jpeg(_set_down(cut_out, rng, photographs), 85)


def _by_phone(cut_out: Image.Image, rng: random.Random, photographs: Ground) -> Image.Image:
    """On a table somewhere, seen at an angle, in that room's light, a little blurred, q60."""
    leaning = tilted(cut_out, rng, 0.1, (255, 255, 255, 0))
    turned = leaning.rotate(rng.uniform(-8, 8), Image.Resampling.BICUBIC)
    photo = _in_other_light(_set_down(turned, rng, photographs), rng)
    return jpeg(photo.filter(ImageFilter.GaussianBlur(rng.uniform(0, 1.1))), 60)


def _set_down(cut_out: Image.Image, rng: random.Random, photographs: Ground) -> Image.Image:
    """The thing, 60 to 95 % of its size, on a ground, with a soft shadow."""
    width, height = cut_out.size
    share = rng.uniform(0.6, 0.95)
    thing = cut_out.resize((round(width * share), round(height * share)), Image.Resampling.LANCZOS)
    x, y = round(rng.random() * (width - thing.width)), round(rng.random() * (height - thing.height))
    placed = Image.new("RGBA", cut_out.size, (0, 0, 0, 0))
    placed.paste(thing, (x, y))
    shadow = Image.new("RGBA", cut_out.size, (0, 0, 0, 0))
    fallen = ImageChops.offset(placed.getchannel("A"), rng.randint(-8, 8), rng.randint(2, 10))
    shadow.putalpha(fallen.filter(ImageFilter.GaussianBlur(9)).point(lambda level: level * 0.4))
    return on_ground(placed, on_ground(shadow, photographs(rng, cut_out.size)))


def _corner(picture: Image.Image) -> tuple[int, ...]:
    colour = picture.getpixel((2, 2))
    assert isinstance(colour, tuple)
    return colour


CHANGES = (
    Change("jpeg q40", _compressed),
    Change("220 px", _rescaled),
    Change("crop 15-40 %", _cropped),
    Change("watermark and logo", _watermarked),
    Change("flip", _flipped),
    Change("rotate 5-15°", _turned),
    Change("light, white balance", _in_other_light),
    Change("perspective", _in_perspective),
    Change("photo of a screen", _off_a_screen),
    Change("screenshot", _in_a_screenshot),
    Change("other plain ground", laid=_on_even_ground),
    Change("photo ground", laid=_on_photo_ground),
    Change("photo ground, tilted, other light, q60", laid=_by_phone),
)
