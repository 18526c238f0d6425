"""The pieces clothes are sewn from, laid flat: torso, sleeves, necklines, ribbing, collars, buttons."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from sourcing_desktop.sandbox.drawing.brush import Brush
from sourcing_desktop.sandbox.drawing.patterns import PLAIN, Pattern
from sourcing_desktop.sandbox.drawing.shapes import (
    arc,
    box,
    curve,
    frame,
    lathe,
    lines,
    mirrored,
    moved,
    oval,
    smooth,
    tube,
)
from sourcing_desktop.sandbox.drawing.tones import OAK, STEEL, Colour, contrast, faded, shade, tint


@dataclass(frozen=True, slots=True)
class Cut:
    """The pattern of an upper garment: half widths from x = 500 and heights, from the neck down."""

    neck: float
    shoulder: float
    chest: float
    waist: float
    hem: float
    top: float
    armpit: float
    middle: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Fabric:
    """What the pieces of one garment are cut from."""

    colour: Colour
    accent: Colour
    pattern: Pattern = PLAIN


@dataclass(frozen=True, slots=True)
class Sleeve:
    """A sleeve hanging from the shoulder: length, degrees away from the body, width at the cuff, fullness."""

    length: float
    angle: float
    cuff: float
    puff: float = 0.0


def hanger(brush: Brush, rng: random.Random, cut: Cut) -> None:
    """For some seeds the garment hangs: a hook above the neck and the ends of the bar in it."""
    if rng.random() < 0.3:
        hook = curve(
            [
                (500, cut.top + 30),
                (500, cut.top - 40),
                (530, cut.top - 72),
                (508, cut.top - 104),
                (476, cut.top - 88),
            ]
        )
        brush.strap(hook, STEEL, 12)
        brush.strap(curve(frame(500, cut.top, cut.neck)((-1.1, 26), (0, 0), (1.1, 26))), OAK, 24)


def torso(brush: Brush, cut: Cut, fabric: Fabric) -> QPainterPath:
    """Paint the front and give its outline."""
    at = frame(500, cut.top)
    drop = (cut.armpit - cut.top) * 0.26
    shoulder = at((0, 10), (cut.neck, 0), (cut.shoulder, drop), (cut.shoulder * 0.97, drop + 26))
    side = [(500 + cut.chest, cut.armpit), (500 + cut.waist, cut.middle), (500 + cut.hem, cut.bottom)]
    path = lathe([*shoulder, *side], tension=0.5)
    brush.cloth(path, fabric.colour, fabric.accent, fabric.pattern)
    return path


def sleeves(brush: Brush, cut: Cut, fabric: Fabric, sleeve: Sleeve) -> QPainterPath:
    """Paint both sleeves, to be followed by the torso; the outline of the right one."""
    angle = math.radians(sleeve.angle)
    along, out = (math.sin(angle), math.cos(angle)), (math.cos(angle), -math.sin(angle))
    x, y = 500 + cut.shoulder, cut.top + (cut.armpit - cut.top) * 0.26

    def at(down: float, outward: float) -> tuple[float, float]:
        reach = down * sleeve.length
        return x + along[0] * reach + out[0] * outward, y + along[1] * reach + out[1] * outward

    upper = [
        (x - 50, y - 8),
        at(0, 0),
        at(0.2, 10 + sleeve.puff * 0.8),
        at(0.62, sleeve.puff + 4),
        at(0.94, sleeve.puff * 0.5),
        at(1, 0),
    ]
    inner = (500 + cut.chest - 12, cut.armpit + 6)
    lower = [
        at(1, -sleeve.cuff),
        at(0.92, -sleeve.cuff - sleeve.puff * 0.5),
        at(0.55, -(sleeve.cuff * 0.45 + cut.chest * 0.3) - sleeve.puff * 0.5),
        inner,
        (x - 70, inner[1]),
    ]
    path = smooth([*upper, *lower], 0.55)
    for side, turn in ((path, -sleeve.angle), (mirrored(path), sleeve.angle)):
        brush.cloth(side, fabric.colour, fabric.accent, fabric.pattern, turn)
        brush.ramp(
            side,
            [(0, faded("#14121f", 0.0)), (0.7, faded("#14121f", 0.0)), (1, faded("#14121f", 0.12))],
            (0.5, 0),
            (0.5, 1),
        )
    return path


def cuffs(brush: Brush, cut: Cut, colour: Colour, sleeve: Sleeve, depth: float, ribbed: bool = True) -> None:
    """Cuffs at the ends of `sleeves`; negative `depth` turns them back over the sleeve as plain bands."""
    angle = math.radians(sleeve.angle)
    x = 500 + cut.shoulder + math.sin(angle) * sleeve.length
    y = cut.top + (cut.armpit - cut.top) * 0.26 + math.cos(angle) * sleeve.length
    at = frame(x, y)
    ends = at(
        (2 * math.cos(angle), -2 * math.sin(angle)),
        (-sleeve.cuff * math.cos(angle), sleeve.cuff * math.sin(angle)),
    )
    down = (math.sin(angle) * depth, math.cos(angle) * depth)
    band = smooth(
        [
            ends[0],
            (ends[0][0] + down[0], ends[0][1] + down[1]),
            (ends[1][0] + down[0], ends[1][1] + down[1]),
            ends[1],
        ],
        0.15,
    )
    for side in (band, mirrored(band)):
        ribs(brush, side, colour) if ribbed else brush.body(side, colour)


def ribs(brush: Brush, path: QPainterPath, colour: Colour, step: float = 17.0) -> None:
    """A knitted band with upright ribs."""
    brush.body(path, colour)
    rect = path.boundingRect()
    strokes = QPainterPath()
    x = rect.left() + step / 2
    while x < rect.right():
        strokes.moveTo(x, rect.top())
        strokes.lineTo(x, rect.bottom())
        x += step
    with brush.inside(path):
        brush.line(strokes, shade(colour, 0.2), 4)


def round_neck(brush: Brush, cut: Cut, colour: Colour, depth: float, band: Colour | None = None) -> None:
    """A round opening that shows the inside of the back; with a band of the given colour around it."""
    at = frame(500, cut.top, cut.neck)
    front = at((-0.98, 9), (-0.8, depth * 0.6), (0, depth), (0.8, depth * 0.6), (0.98, 9))
    opening = smooth([*front, *at((0.5, 10), (0, 16), (-0.5, 10))], 0.9)
    _inside(brush, opening, colour, cut)
    if band is not None:
        brush.strap(curve(front), band, 24)


def v_neck(brush: Brush, cut: Cut, colour: Colour, depth: float, band: Colour | None = None) -> None:
    """A pointed opening, with an optional band."""
    at = frame(500, cut.top, cut.neck)
    front = at((-0.98, 9), (-0.6, depth * 0.4), (0, depth), (0.6, depth * 0.4), (0.98, 9))
    _inside(brush, smooth([*front, *at((0.5, 10), (0, 16), (-0.5, 10))], 0.35), colour, cut)
    if band is not None:
        brush.strap(lines(front), band, 24)


def square_neck(brush: Brush, cut: Cut, colour: Colour, depth: float, band: Colour | None = None) -> None:
    """A four-cornered opening, with an optional band."""
    at = frame(500, cut.top, cut.neck)
    front = at((-0.98, 9), (-0.86, depth), (0.86, depth), (0.98, 9))
    _inside(brush, smooth([*front, *at((0, 12))], 0.12), colour, cut)
    if band is not None:
        brush.strap(lines(front), band, 18)


def _inside(brush: Brush, opening: QPainterPath, colour: Colour, cut: Cut) -> None:
    brush.ramp(opening, [(0, shade(colour, 0.3)), (1, shade(colour, 0.52))], (0.5, 0), (0.5, 1))
    brush.edge(opening, colour)
    brush.flat(box(484, cut.top + 20, 32, 18, 3), tint(contrast(colour, 0.9), 0.2))


def turtleneck(brush: Brush, cut: Cut, colour: Colour, height: float) -> None:
    """A folded, ribbed tube around the neck."""
    at = frame(500, cut.top, cut.neck)
    tall = smooth(
        at((-1.04, 22), (-0.9, -height), (0, -height - 8), (0.9, -height), (1.04, 22), (0, 44)), 0.5
    )
    ribs(brush, tall, colour)
    brush.flat(oval(500, cut.top - height, cut.neck * 0.82, 11), shade(colour, 0.5))


def shirt_collar(brush: Brush, cut: Cut, colour: Colour, spread: float = 0.5, reach: float = 84.0) -> None:
    """A turn-down collar; `spread` 0 to 1 sets how far its points are apart."""
    at = frame(500, cut.top, cut.neck)
    stand = smooth(at((-0.98, 6), (-0.7, -30), (0, -40), (0.7, -30), (0.98, 6), (0, 60)), 0.7)
    brush.body(stand, shade(colour, 0.34))
    for sign in (-1, 1):
        side = frame(500, cut.top, cut.neck * sign)
        leaf = smooth(
            side((0.02, 56), (0.62, -34), (1.08, 8), (0.5 + spread * 0.7, reach), (0.34, reach * 0.82)), 0.22
        )
        brush.body(leaf, tint(colour, 0.06))


def buttons(
    brush: Brush, x: float, top: float, bottom: float, count: int, colour: Colour, size: float = 13.0
) -> None:
    """A row of sewn-on buttons."""
    for index in range(count):
        y = top + (bottom - top) * index / max(1, count - 1)
        brush.gloss(oval(x, y, size), colour)
        brush.flat(oval(x - size * 0.24, y, size * 0.14), shade(colour, 0.6))
        brush.flat(oval(x + size * 0.24, y, size * 0.14), shade(colour, 0.6))


def placket(brush: Brush, cut: Cut, colour: Colour, width: float = 44.0) -> None:
    """The strip down the front that carries the buttons."""
    strip = box(500 - width / 2, cut.top + 44, width, cut.bottom - cut.top - 46, 4)
    brush.ramp(
        strip, [(0, faded(tint(colour, 0.5), 0.35)), (1, faded(shade(colour, 0.5), 0.2))], (0, 0), (1, 0)
    )
    brush.line(
        lines([(500 + width / 2, cut.top + 44), (500 + width / 2, cut.bottom - 4)]), shade(colour, 0.35), 3
    )


def creases(brush: Brush, cut: Cut, colour: Colour, rng: random.Random) -> None:
    """Soft folds from the armpits and at the waist."""
    for sign in (-1, 1):
        at = frame(500, cut.armpit, sign)
        brush.fold(
            curve(at((cut.chest * 0.94, 20), (cut.chest * 0.7, 60), (cut.chest * 0.4, 74))), colour, 26, 0.6
        )
        start = rng.uniform(0.5, 0.8)
        waist = frame(500, cut.middle, sign)
        bend = rng.uniform(40, 90)
        fold = curve(waist((cut.waist * 0.96, 0), (cut.waist * start, bend * 0.5), (cut.waist * 0.3, bend)))
        brush.fold(fold, colour, 30, 0.5)
        brush.fold(moved(fold, sign * 8, (cut.bottom - cut.middle) * 0.4), colour, 26, 0.4)


def patch_pocket(brush: Brush, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """A sewn-on pocket from its upper middle."""
    at = frame(x, y, width / 2, height)
    pocket = smooth(at((-1, 0), (1, 0), (1, 0.82), (0, 1), (-1, 0.82)), 0.2)
    brush.body(pocket, colour)
    brush.stitch(lines(at((-0.9, 0.14), (0.9, 0.14))), contrast(colour, 0.3), 3)


def belt(
    brush: Brush, y: float, half: float, colour: Colour, metal: Colour | None, width: float = 40.0
) -> None:
    """A belt around the waist, with a buckle or, without metal, a tied bow."""
    brush.body(
        tube(curve(frame(500, y, half)((-1.01, -4), (0, 6), (1.01, -4))), width, flat_ends=True), colour
    )
    if metal is not None:
        brush.line(box(464, y - width * 0.7, 72, width * 1.5, 8), metal, 11)
        brush.line(lines([(500, y + 4), (548, y + 4)]), metal, 8)
        return
    for sign in (-1, 1):
        at = frame(500, y + 4, sign)
        brush.body(smooth(at((0, 0), (30, 50), (56, 170), (22, 176), (4, 60))), colour)
        brush.body(smooth(at((0, 0), (60, -44), (104, -20), (86, 26))), colour)
    brush.body(oval(500, y + 4, 20, 22), shade(colour, 0.1))


def drawstrings(brush: Brush, y: float, apart: float, length: float, colour: Colour) -> None:
    """Two cords hanging from the neck or the waistband, with knotted ends."""
    for sign in (-1, 1):
        at = frame(500, y, sign)
        brush.strap(curve(at((apart, 0), (apart + 10, length * 0.5), (apart + 4, length))), colour, 13)
        brush.body(box(500 + sign * (apart + 4) - 9, y + length - 6, 18, 34, 7), shade(colour, 0.25))


def hem_arc(y: float, half: float, sag: float) -> QPainterPath:
    """A line along a hem, sagging in the middle: stitching, stripes, lace."""
    return arc(500, y, half, sag, 200, 140)
