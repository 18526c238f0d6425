"""The product pictures of the sandbox market: ground, shadow, goods; equal looks give equal pixels."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from sourcing_desktop.sandbox.drawing import grounds, props
from sourcing_desktop.sandbox.drawing.brush import Brush, Painter
from sourcing_desktop.sandbox.drawing.kinds import (
    bags,
    beauty,
    electronics,
    furniture,
    home,
    jewellery,
    kitchen,
    mens_clothing,
    pets,
    shoes,
    sports,
    stationery,
    tools,
    toys,
    womens_clothing,
)
from sourcing_desktop.sandbox.drawing.look import Look, View
from sourcing_desktop.sandbox.drawing.shapes import Point

_CATEGORIES = (
    bags,
    shoes,
    womens_clothing,
    mens_clothing,
    jewellery,
    beauty,
    kitchen,
    home,
    furniture,
    toys,
    electronics,
    tools,
    sports,
    stationery,
    pets,
)
PAINTERS: dict[str, Painter] = {
    kind: painter for category in _CATEGORIES for kind, painter in category.PAINTERS.items()
}
"""One painter for every kind of goods."""

_FOCUS: dict[str, Point] = {
    "handbag": (500, 620),
    "crossbody_bag": (500, 660),
    "suitcase": (500, 450),
    "sneaker": (430, 560),
    "high_heel": (330, 560),
    "ankle_boot": (400, 620),
    "sandal": (330, 360),
    "slipper": (320, 360),
    "loafer": (560, 600),
    "dress": (500, 330),
    "knit_sweater": (500, 400),
    "jeans": (500, 270),
    "necklace": (500, 640),
    "earrings": (320, 480),
    "ring": (500, 330),
    "bracelet": (500, 700),
    "lipstick": (400, 380),
    "dog_collar": (460, 640),
    "cat_tree": (600, 640),
}
"""Where the telling detail of a kind is; elsewhere it is a little above the middle."""


@dataclass(frozen=True, slots=True)
class _Pose:
    """How a thing lies in the picture: its centre, size and turn."""

    x: float = 500.0
    y: float = 500.0
    scale: float = 1.0
    angle: float = 0.0
    mirror: bool = False


def draw(look: Look, view: View, side: int) -> QImage:
    """The square picture of `side` pixels (RGB32) of a look. KeyError for an unknown kind."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    rng = random.Random(f"{look.kind} {look.seed} pose")
    pose = _Pose(
        scale=rng.uniform(0.93, 1.03), angle=rng.choice((0.0, rng.uniform(-4, 4))), mirror=rng.random() < 0.5
    )
    _PICTURES[view](image, look, pose, random.Random(f"{look.kind} {look.seed} {view.name}"))
    return image


def jpeg(image: QImage, quality: int = 88) -> bytes:
    """The picture as a JPEG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", quality)  # type: ignore[call-overload]  # the stub says bytes, PySide takes text
    return bytes(buffer.data().data())


def _main(image: QImage, look: Look, pose: _Pose, rng: random.Random) -> None:
    _ground(image, look, rng, scene=False)
    _lay(image, look, pose)


def _detail(image: QImage, look: Look, pose: _Pose, rng: random.Random) -> None:
    _ground(image, look, rng, scene=False)
    x, y = _FOCUS.get(look.kind, (500.0, 430.0))
    zoom = rng.uniform(1.75, 2.1)
    across = (x - 500) * (-1 if pose.mirror else 1)
    near = _Pose(500 - across * zoom, 500 - (y - 500) * zoom, zoom, 0.0, pose.mirror)
    _lay(image, look, near)


def _scene(image: QImage, look: Look, pose: _Pose, rng: random.Random) -> None:
    _ground(image, look, rng, scene=True)
    side = rng.choice((-1, 1))
    scale = rng.uniform(0.75, 0.95)
    beside = _Pose(500 + side * 330 + 500 * scale, rng.uniform(760, 800) + 500 * scale, scale)
    _lay(image, look, _Pose(500 - side * 60, 470, 0.86, rng.uniform(-9, 9), rng.random() < 0.5))
    _settle(image, _layer(image, beside, lambda brush: props.paint_prop(brush, rng)), beside)


def _pair(image: QImage, look: Look, pose: _Pose, rng: random.Random) -> None:
    _ground(image, look, rng, scene=rng.random() < 0.35)
    other = replace(look, colour=look.accent, accent=look.colour)
    lean = rng.uniform(2, 9)
    if rng.random() < 0.7:
        _lay(image, other, _Pose(330, 390, 0.66, -lean, pose.mirror))
        _lay(image, look, _Pose(650, 600, 0.7, lean, pose.mirror))
    else:
        _lay(image, other, _Pose(270, 330, 0.5, -lean, pose.mirror))
        _lay(image, look, _Pose(730, 360, 0.5, lean, not pose.mirror))
        _lay(image, look, _Pose(500, 680, 0.55, 0.0, pose.mirror))


_PICTURES = {View.MAIN: _main, View.DETAIL: _detail, View.SCENE: _scene, View.PAIR: _pair}


def _ground(image: QImage, look: Look, rng: random.Random, scene: bool) -> None:
    with QPainter(image) as painter:
        painter.scale(image.width() / 1000, image.width() / 1000)
        choose = grounds.scene_ground if scene else grounds.main_ground
        choose(Brush(painter), look.colour, rng)


def _lay(image: QImage, look: Look, pose: _Pose) -> None:
    """Paint the goods of a look with their shadow; the same goods whatever the pose."""
    paint, rng = PAINTERS[look.kind], random.Random(f"{look.kind} {look.seed}")
    _settle(image, _layer(image, pose, lambda brush: paint(brush, look, rng)), pose)


def _layer(image: QImage, pose: _Pose, paint: Callable[[Brush], None]) -> QImage:
    """Something painted in a pose, on a see-through picture of the same size."""
    layer = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    layer.fill(0)
    with QPainter(layer) as painter:
        painter.scale(image.width() / 1000, image.width() / 1000)
        painter.translate(pose.x, pose.y)
        painter.rotate(pose.angle)
        painter.scale(-pose.scale if pose.mirror else pose.scale, pose.scale)
        painter.translate(-500, -500)
        paint(Brush(painter))
    return layer


def _settle(image: QImage, layer: QImage, pose: _Pose) -> None:
    """Round the goods' edges with light and shade, and put them with a soft shadow on the picture."""
    small = max(8, round(48 / pose.scale))
    mask = layer.scaled(small, small, mode=Qt.TransformationMode.SmoothTransformation)
    side = -1 if pose.mirror else 1
    everywhere = QRectF(layer.rect())
    with QPainter(layer) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.drawImage(everywhere, _softer(_relief(mask, side)))
    drop = image.width() * pose.scale
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fallen = everywhere.translated(side * 0.014 * drop, 0.024 * drop)
        painter.drawImage(fallen, _softer(_filled(mask, QColor(30, 26, 38, 80))))
        painter.drawImage(0, 0, layer)


def _filled(mask: QImage, colour: QColor) -> QImage:
    """The mask in one colour."""
    result = QImage(mask)
    with QPainter(result) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(result.rect(), colour)
    return result


def _softer(mask: QImage) -> QImage:
    """The mask finer, so that its pixels do not show once it is spread over the picture."""
    return mask.scaled(mask.size() * 3, mode=Qt.TransformationMode.SmoothTransformation)


def _relief(mask: QImage, side: int) -> QImage:
    """Light along the edges that face the lamp, shade along those that turn away from it."""
    relief = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    relief.fill(0)
    for shift, colour in ((-1, QColor(20, 16, 32, 105)), (1, QColor(255, 255, 255, 90))):
        edge = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
        edge.fill(colour)
        with QPainter(edge) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.drawImage(shift * side, shift, mask)
            for strip in _borders(mask):
                painter.drawImage(strip, mask, strip)
        with QPainter(relief) as painter:
            painter.drawImage(0, 0, edge)
    return relief


def _borders(mask: QImage) -> tuple[QRect, QRect, QRect, QRect]:
    """The outermost pixels: goods cut off by the picture's frame have no edge there."""
    width, height = mask.width(), mask.height()
    return (
        QRect(0, 0, width, 1),
        QRect(0, height - 1, width, 1),
        QRect(0, 0, 1, height),
        QRect(width - 1, 0, 1, height),
    )
