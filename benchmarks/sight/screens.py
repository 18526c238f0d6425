"""A picture on a screen: as a screenshot with the shop's page round it, and photographed off the glass."""

from __future__ import annotations

import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

_STRIPES = 3  # a pixel of a screen is three stripes side by side


def screenshot(picture: Image.Image, rng: random.Random) -> Image.Image:
    """The picture on a shop's page: a bar on top, words, buttons and small icons round it."""
    width, height = rng.choice(((1280, 800), (1080, 1400), (1000, 1000)))
    paper = rng.choice(("#ffffff", "#f4f5f7", "#fafafa", "#1f2227"))
    ink = "#c9ccd1" if paper == "#1f2227" else "#3c4043"
    page = Image.new("RGB", (width, height), paper)
    pen = ImageDraw.Draw(page)
    pen.rectangle(
        (0, 0, width, rng.randint(40, 90)), rng.choice(("#ff5000", "#e8eaed", "#2d6cdf", "#333333"))
    )
    for _ in range(rng.randint(10, 26)):
        x, y, long = rng.randint(10, width - 120), rng.randint(110, height - 20), rng.randint(40, 260)
        pen.rectangle((x, y, x + long, y + rng.choice((6, 8, 12))), ink)
    for _ in range(rng.randint(2, 5)):
        x, y, size = rng.randint(10, width - 90), rng.randint(110, height - 90), rng.randint(24, 70)
        pen.rounded_rectangle(
            (x, y, x + size, y + size), 8, rng.choice(("#ff5000", "#2d6cdf", "#19a974", ink))
        )
    scale = min(width, height) * rng.uniform(0.4, 0.7) / max(picture.size)
    shown = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    left, top = rng.randint(20, width - shown.width - 20), rng.randint(110, height - shown.height - 20)
    pen.rectangle((left - 14, top - 14, left + shown.width + 13, top + shown.height + 13), paper)
    page.paste(shown, (left, top))
    return page


def photo_of_a_screen(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Stripes of the glass that beat with the camera's pixels, its own light, a lamp in it, a dark frame."""
    scale = rng.uniform(1.6, 2.2)
    shown = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    turned = _striped(shown, rng).rotate(rng.uniform(-3, 3), Image.Resampling.BICUBIC, fillcolor=(18, 18, 20))
    taken = turned.resize(picture.size, Image.Resampling.BILINEAR)
    return _framed(_with_glare(_photographed(taken, rng), rng), rng)


def _striped(shown: Image.Image, rng: random.Random) -> Image.Image:
    """Every column lets one colour through most, every few rows are darker."""
    lit = np.asarray(shown).astype(np.float32)
    dark = rng.uniform(0.45, 0.75)
    columns = (np.arange(lit.shape[1])[:, None] // rng.choice((1, 2)) % _STRIPES) == np.arange(_STRIPES)
    rows = np.where(np.arange(lit.shape[0]) % rng.choice((3, 4)) == 0, dark, 1.0)
    lit *= np.where(columns, 1.0, dark) * rows[:, None, None] / (dark + 1) * 1.9
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def _photographed(taken: Image.Image, rng: random.Random) -> Image.Image:
    """The curve and the cold light of a screen, waves across it, noise, a hand that was not quite still."""
    noise = np.random.default_rng(rng.getrandbits(32))
    light = (np.asarray(taken.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.0)))) / 255) ** rng.uniform(
        0.7, 1.4
    )
    height, width = light.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    angle, length = rng.uniform(0, 3.1), rng.uniform(5, 40)
    waves = np.sin((x * np.cos(angle) + y * np.sin(angle)) * 6.28 / length + noise.uniform(0, 6, (3, 1, 1)))
    light = light * (1 + rng.uniform(0, 0.12) * np.moveaxis(waves, 0, 2))
    light = light * (rng.uniform(0.85, 1.0), rng.uniform(0.9, 1.05), rng.uniform(0.95, 1.15))
    light = light + noise.normal(0, rng.uniform(0.005, 0.03), light.shape)
    return Image.fromarray(np.clip(255 * (0.04 + 0.94 * light), 0, 255).astype(np.uint8))


def _with_glare(taken: Image.Image, rng: random.Random) -> Image.Image:
    """A lamp or a window mirrored in the glass."""
    width, height = taken.size
    lamp = Image.new("L", taken.size, 0)
    x, y = rng.uniform(-0.1, 1.1) * width, rng.uniform(-0.1, 1.1) * height
    across, down = rng.uniform(0.06, 0.3) * width, rng.uniform(0.06, 0.3) * height
    pen = ImageDraw.Draw(lamp)
    lamp_shape = rng.choice((pen.ellipse, pen.rectangle))
    lamp_shape((x - across, y - down, x + across, y + down), rng.randint(60, 190))
    return Image.composite(
        Image.new("RGB", taken.size, "white"), taken, lamp.filter(ImageFilter.GaussianBlur(0.06 * width))
    )


def _framed(taken: Image.Image, rng: random.Random) -> Image.Image:
    """The dark frame round the glass, as far as it is in the photo."""
    wide = round(rng.uniform(0, 0.07) * taken.width)
    frame = Image.new("RGB", (taken.width + 2 * wide, taken.height + 2 * wide), (18, 18, 20))
    frame.paste(taken, (wide, wide))
    return frame
