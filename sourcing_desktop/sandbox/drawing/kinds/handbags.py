"""Bags with handles and long straps: tote bag, handbag, crossbody bag; part of the category bags."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.sandbox.drawing.patterns import PLAIN, choose
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    beads,
    box,
    curve,
    flower,
    frame,
    heart,
    lathe,
    lines,
    moved,
    oval,
    polygon,
    ring,
    smooth,
    star,
    trapeze,
)
from sourcing_desktop.sandbox.drawing.tones import (
    HARDWARE,
    Colour,
    contrast,
    distinct,
    shade,
    tint,
)

_DAISY = "#f3cf6a"


@dataclass(frozen=True, slots=True)
class _Cut:
    """What the parts of one bag share: half width, upper and lower edge, second colour, metal."""

    half: float
    top: float
    bottom: float
    second: Colour
    hardware: str


def _tote_bag(brush: Brush, look: Look, rng: random.Random) -> None:
    half, top, bottom = rng.uniform(265, 345), rng.uniform(380, 450), 890
    foot = half * rng.uniform(0.82, 1.12)
    reach, spread, width = rng.uniform(240, 340), half * rng.uniform(0.36, 0.56), rng.choice((22, 34, 46))
    strap = distinct(look.colour, look.accent) if rng.random() < 0.5 else shade(look.colour, 0.12)
    brush.contact(500, bottom - 4, half * 1.15)
    brush.strap(_handle(top + 20, spread * 0.94, reach * 1.1), shade(strap, 0.3), width)
    brush.body(trapeze(top - 14, half, top + 40, half, 10), shade(look.colour, 0.4))
    printed = rng.random() < 0.45
    prints = "stripes bands checks plaid floral dots leaves diamonds zigzag hearts gradient"
    pattern = choose(rng, prints, 0.2)
    body = trapeze(top, half, bottom, foot, rng.choice((14, 60)))
    brush.cloth(body, look.colour, look.accent, PLAIN if printed else pattern)
    at = frame(500, bottom, half)
    brush.fold(curve(at((-0.7, -20), (-0.55, -190), (-0.6, -300))), look.colour, 30)
    brush.fold(curve(at((0.76, -40), (0.6, -170))), look.colour, 26)
    if printed:
        _tote_print(brush, rng, distinct(look.colour, look.accent), half)
    if rng.random() < 0.4:
        base = rng.uniform(690, 760)
        edge = half + (foot - half) * (base - top) / (bottom - top)
        brush.body(trapeze(base, edge, bottom, foot, 12), strap)
    brush.stitch(lines(frame(500, top, half)((-0.97, 34), (0.97, 34))), contrast(look.colour, 0.3))
    brush.strap(_handle(top + 70, spread, reach), strap, width)
    for sign in (-1, 1):
        brush.body(box(500 + sign * spread - width * 0.62, top + 34, width * 1.24, 74, 6), strap)


def _handle(foot: float, spread: float, reach: float) -> QPainterPath:
    at = frame(500, foot, spread, reach)
    return curve(at((-1, 0), (-0.86, -0.65), (0, -1), (0.86, -0.65), (1, 0)))


def _tote_print(brush: Brush, rng: random.Random, ink: Colour, half: float) -> None:
    y, size = 655, half * rng.uniform(0.42, 0.56)
    at = frame(500, y, size, size)
    motif = rng.randrange(6)
    if motif == 0:
        brush.flat(heart(500, y, size * 1.5), ink)
    elif motif == 1:
        _blossom(brush, 500, y, size, ink, rng.choice((5, 6, 8)))
    elif motif == 2:
        for index in range(4):
            radius = size * (1 - index * 0.22)
            brush.line(
                arc(500, y + size * 0.5, radius, radius, 0, 180), tint(ink, index * 0.2), size * 0.15, True
            )
    elif motif == 3:
        brush.flat(oval(500 + size * 0.2, y - size * 0.3, size * 0.5), tint(ink, 0.45))
        brush.flat(polygon(at((-1, 0.6), (-0.3, -0.4), (0.4, 0.6))), ink)
        brush.flat(polygon(at((-0.2, 0.6), (0.45, -0.1), (1, 0.6))), shade(ink, 0.25))
    elif motif == 4:
        brush.flat(star(500, y, size, size * 0.42), ink)
    else:
        for x, rise in ((-0.5, 0.1), (0, 0.5), (0.5, 0.1)):
            brush.line(curve(at((x, 0.8), (x * 1.5, 0))), "#6f9a72", 10)
            _blossom(brush, 500 + x * size * 1.6, y - rise * size, size * 0.36, ink, 5)


def _blossom(brush: Brush, x: float, y: float, size: float, ink: Colour, petals: int) -> None:
    brush.flat(flower(x, y, size, petals), ink)
    brush.flat(oval(x, y, size * 0.28), _DAISY)


def _handbag(brush: Brush, look: Look, rng: random.Random) -> None:
    second = distinct(look.colour, look.accent) if rng.random() < 0.55 else shade(look.colour, 0.14)
    cut = _Cut(rng.uniform(290, 365), rng.uniform(400, 470), 850, second, rng.choice(HARDWARE))
    brush.contact(500, cut.bottom, cut.half * 1.15)
    rng.choice((_satchel, _satchel, _dome_bag, _hobo))(brush, look, rng, cut)


def _satchel(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, bottom, second = cut.half, cut.top, cut.bottom, cut.second
    upper = half * rng.uniform(0.72, 0.98)
    brush.strap(
        _handle(top + 30, half * rng.uniform(0.36, 0.5), rng.uniform(230, 310)), second, rng.uniform(28, 40)
    )
    brush.body(trapeze(top + 30, upper * 1.06, bottom - 4, half * 1.1, 30), shade(look.colour, 0.35))
    body = trapeze(top, upper, bottom, half, 40)
    brush.gloss(body, look.colour)
    brush.print(body, look.colour, look.accent, choose(rng, "checks diamonds dots plaid", 0.75))
    end, lip = top + (bottom - top) * rng.uniform(0.42, 0.6), rng.choice((0.0, 40.0, 90.0))
    hem = frame(500, end, half)((0.97, -40), (0.5, lip * 0.4), (0, lip), (-0.5, lip * 0.4), (-0.97, -40))
    brush.gloss(smooth([*frame(500, top, upper)((-1.02, -6), (0, -10), (1.02, -6)), *hem], 0.55), second)
    brush.stitch(moved(curve(hem[1:-1]), 0, -24), tint(second, 0.4))
    y = end + lip - 20
    brush.metal(
        rng.choice((box(455, y - 20, 90, 62, 12), oval(500, y, 38), ring(500, y, 48, 40, 14))), cut.hardware
    )
    for sign in (-1, 1):
        brush.metal(ring(500 + sign * half * 0.43, top + 26, 26, 30, 9), cut.hardware)
    if rng.random() < 0.4:
        _tassel(brush, look, 500 + half * 0.44, top + 50)


def _dome_bag(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, bottom, second = cut.half, cut.top, cut.bottom, cut.second
    for shift, tone in ((-16, shade(second, 0.3)), (14, second)):
        brush.strap(_handle(top + 70 + shift, half * 0.42, rng.uniform(250, 290)), tone, 26)
    at = frame(500, top, half)
    height = bottom - top
    body = lathe(at((0, -30), (0.6, -12), (0.92, 90), (1.02, height - 120), (0.98, height)))
    brush.gloss(body, look.colour)
    brush.print(body, look.colour, look.accent, choose(rng, "checks diamonds plaid dots floral", 0.6))
    brush.zipper(
        curve(at((-0.86, 110), (-0.5, 34), (0, 14), (0.5, 34), (0.86, 110))), look.colour, cut.hardware
    )
    base = bottom - rng.uniform(70, 130)
    brush.body(trapeze(base, half * 1.02, bottom, half * 0.98, 16), second)
    for sign in (-1, 1):
        x = 500 + sign * half * 0.42
        brush.body(box(x - 24, top + 60, 48, base - top - 60), second)
        brush.metal(ring(x, top + 76, 28, 28, 9), cut.hardware)
    if rng.random() < 0.6:
        _tassel(brush, look, 500, top + 70)


def _hobo(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top, bottom, sag = cut.half, cut.top, cut.bottom, rng.uniform(60, 130)
    peak, thick = rng.uniform(130, 210), rng.uniform(40, 70)
    at = frame(500, 0, half)
    outer = at((-0.95, top + 120), (-0.6, peak + 70), (0, peak), (0.6, peak + 70), (0.95, top + 120))
    inner = at((0.8, top + 100), (0.45, peak + 70 + thick), (0, peak + thick), (-0.45, peak + 70 + thick))
    brush.gloss(smooth([*outer, *inner, *at((-0.8, top + 100))]), shade(cut.second, 0.05))
    mouth = at((-1, top + 60), (-0.5, top + sag), (0, top + sag + 30), (0.5, top + sag), (1, top + 60))
    belly = at((1.08, 700), (0.7, bottom - 8), (0, bottom + 6), (-0.7, bottom - 8), (-1.08, 700))
    body = smooth([*mouth, *belly])
    brush.gloss(body, look.colour)
    brush.print(body, look.colour, look.accent, choose(rng, "checks leaves dots zigzag stripes", 0.55))
    for x, lean in ((-0.5, 50), (0.1, -20), (0.55, -60)):
        crease = at((x, top + sag + 60), (x * 0.8, 660), (x * 0.6, 760))
        brush.fold(moved(curve(crease), lean * 0.5, 0), look.colour, 34, 0.6)
    brush.zipper(moved(curve(mouth[0:1] + mouth[2:3] + mouth[4:5]), 0, 26), look.colour, cut.hardware)
    for sign in (-1, 1):
        brush.metal(ring(500 + sign * half * 0.92, top + 90, 34, 40, 11), cut.hardware)
    if rng.random() < 0.6:
        _tassel(brush, look, 500 + half * 0.7, top + 120)


def _tassel(brush: Brush, look: Look, x: float, y: float) -> None:
    colour = distinct(look.colour, look.accent)
    brush.line(lines([(x, y - 20), (x, y + 40)]), shade(colour, 0.3), 7)
    brush.body(polygon([(x - 18, y + 60), (x + 18, y + 60), (x + 32, y + 190), (x - 32, y + 190)]), colour)
    for offset in (-16, -5, 6, 17):
        brush.line(lines([(x + offset * 0.7, y + 72), (x + offset * 1.4, y + 186)]), shade(colour, 0.3), 3)
    brush.round(box(x - 21, y + 36, 42, 34, 10), shade(colour, 0.1))


def _crossbody_bag(brush: Brush, look: Look, rng: random.Random) -> None:
    second = distinct(look.colour, look.accent) if rng.random() < 0.55 else shade(look.colour, 0.12)
    cut = _Cut(rng.uniform(225, 300), rng.uniform(510, 570), 880, second, rng.choice(HARDWARE))
    half, top, bottom = cut.half, cut.top, cut.bottom
    brush.contact(500, bottom, half * 1.1)
    _long_strap(brush, rng, cut)
    saddle = ((-1, top), (0, top - 8), (1, top), (0.96, 740), (0, bottom), (-0.96, 740))
    body, front = rng.choice((
        (oval(500, 680, half * 0.86, half * 0.8), _round_front),
        (smooth(frame(500, 0, half)(*saddle), 0.85), _flap_front),
        (trapeze(top, half, bottom, half, 60), _flap_front),
        (trapeze(top, half * 0.9, bottom, half, 26), _camera_front),
        (trapeze(top, half, bottom, half, 110), _camera_front),
    ))  # fmt: skip
    brush.gloss(body, look.colour)
    brush.print(
        body, look.colour, look.accent, choose(rng, "diamonds checks stripes dots floral plaid zigzag", 0.5)
    )
    front(brush, look, rng, cut)
    for sign in (-1, 1):
        brush.metal(
            ring(500 + sign * half * (0.76 if front is _round_front else 0.94), top + 14, 24, 28, 8),
            cut.hardware,
        )


def _long_strap(brush: Brush, rng: random.Random, cut: _Cut) -> None:
    sway, peak, style = rng.uniform(-60, 60), rng.uniform(90, 170), rng.randrange(3)
    at = frame(500 + sway * 0.6, 0, cut.half)
    over = at((-1.2, 330), (-0.75, peak + 70), (0, peak), (0.75, peak + 70), (1.2, 350))
    loop = curve([(500 - cut.half * 0.94, cut.top + 10), *over, (500 + cut.half * 0.94, cut.top + 10)])
    if style == 0:
        for x, y in beads(loop, 30):
            brush.line(oval(x, y, 13, 10), shade(cut.hardware, 0.35), 9)
            brush.line(oval(x, y, 13, 10), tint(cut.hardware, 0.25), 5)
        return
    brush.strap(loop, cut.second, 24 if style == 1 else 44)
    if style == 2:
        brush.stitch(loop, contrast(cut.second, 0.4))


def _round_front(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half = cut.half
    brush.zipper(arc(500, 680, half * 0.72, half * 0.66, 15, 150), look.colour, cut.hardware)
    brush.stitch(oval(500, 690, half * 0.55, half * 0.48), tint(look.colour, 0.4))
    mark = rng.choice(
        (star(500, 710, 70, 60, 8), heart(500, 715, 130), flower(500, 710, 74, 6), oval(500, 710, 60))
    )
    brush.body(mark, cut.second)


def _flap_front(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    end, point = cut.top + (cut.bottom - cut.top) * rng.uniform(0.5, 0.66), rng.choice((0.4, 0.75, 1.0))
    upper = frame(500, cut.top, cut.half)((-1.01, -8), (0, -14), (1.01, -8))
    brush.gloss(
        smooth([*upper, *frame(500, end, cut.half)((0.98, -110), (0, 20), (-0.98, -110))], point), cut.second
    )
    clasp = (oval(500, end - 20, 32), box(464, end - 44, 72, 50, 10), star(500, end - 20, 40, 30, 6))
    brush.metal(rng.choice(clasp), cut.hardware)


def _camera_front(brush: Brush, look: Look, rng: random.Random, cut: _Cut) -> None:
    half, top = cut.half, cut.top
    brush.zipper(lines(frame(500, top, half)((-0.86, 60), (0.86, 60))), look.colour, cut.hardware)
    brush.puff(trapeze(top + 120, half * 0.8, cut.bottom - 30, half * 0.8, 36), cut.second)
    _tassel(brush, look, 500 + half * 0.7, top + 60)


PAINTERS: dict[str, Painter] = {
    "tote_bag": _tote_bag,
    "handbag": _handbag,
    "crossbody_bag": _crossbody_bag,
}
