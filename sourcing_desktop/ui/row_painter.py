"""Pictures and elided words in rows of lists, in one look for cart, confirmation and orders."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.pictures.loader import PictureKey, PictureLoader
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.theme import Theme

PICTURE_SIDE = 44
LINE_HEIGHT = 20
"""px."""

MOST_WANTED = 40
"""Of what was painted and missing, the latest: rows tell nobody when they are out of sight."""

RADIUS = 6
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowPainter:
    """Paints parts of a row into rectangles. Asks the loader for pictures that are missing."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        self.theme = theme
        self._loader = loader
        self._wanted: dict[PictureKey, None] = {}
        self._signs: dict[tuple[str, int, int], QPixmap] = {}
        weakref.finalize(self, loader.want, [], asker=id(self)).atexit = False
        self.plain, self.bold = theme.font(13), theme.font(13, bold=True)
        self.small, self.tag_font = theme.font(12), theme.font(11, bold=True)
        self._metrics = {
            font.key(): QFontMetrics(font) for font in (self.plain, self.bold, self.small, self.tag_font)
        }

    def width(self, text: str, font: QFont) -> int:
        return self._metrics[font.key()].horizontalAdvance(text)

    def text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: QColor,
        font: QFont | None = None,
        align: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """Write one line, elided to the rectangle; returns its width in px."""
        font = font or self.plain
        shown = self._metrics[font.key()].elidedText(
            " ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, align, shown)
        return self.width(shown, font)

    def sign(self, painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
        """An icon of the set in a colour of the theme, drawn only once."""
        ratio = painter.device().devicePixelRatioF()
        pixels = round(box.width() * ratio)
        key = (name, colour.rgba(), pixels)
        if key not in self._signs:
            self._signs[key] = icon(name, colour).pixmap(QSize(pixels, pixels), 1)
            self._signs[key].setDevicePixelRatio(ratio)
        painter.drawPixmap(box, self._signs[key])

    def picture(self, painter: QPainter, box: QRect, url: str) -> None:
        """A product picture cropped to a rounded square, or its placeholder."""
        pixels = round(box.width() * painter.device().devicePixelRatioF())
        picture = self._loader.pixmap(url, pixels) if url else None
        if picture is None and url:
            self._want(PictureKey(url, pixels))
            picture = self._loader.any_size(url)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(box), RADIUS, RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(clip, self.theme.placeholder)
        if picture is not None:
            side = min(picture.width(), picture.height())
            middle = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
            painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(QRectF(box), picture, middle)
        elif not url or self._loader.broken(url):
            third = box.width() // 3
            self.sign(painter, box.adjusted(third, third, -third, -third), "image", self.theme.text_soft)
        painter.restore()

    def check_box(self, painter: QPainter, rect: QRect, check: Qt.CheckState) -> None:
        """A check box of 16 px in the middle of a rectangle."""
        theme = self.theme
        box = QRectF(0, 0, 16, 16)
        box.moveCenter(QRectF(rect).center())
        filled = check is not Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent if filled else theme.text_soft, 1.2))
        painter.setBrush(theme.accent if filled else theme.card)
        painter.drawRoundedRect(box, 4, 4)
        sign = {Qt.CheckState.Checked: "check", Qt.CheckState.PartiallyChecked: "minus"}.get(check)
        if sign:
            icon(sign, theme.on_accent).paint(painter, box.adjusted(2, 2, -2, -2).toRect())
        painter.restore()

    def _want(self, key: PictureKey) -> None:
        if key not in self._wanted:
            self._wanted[key] = None
            if len(self._wanted) > MOST_WANTED:
                del self._wanted[next(iter(self._wanted))]
            self._loader.want([*self._wanted], asker=id(self))

    def platform(self, painter: QPainter, left: int, middle: int, platform: Platform) -> int:
        """A small tag with the platform's name; returns its width in px."""
        name = PLATFORM_NAMES[platform]
        colour = self.theme.alibaba if platform is Platform.ALIBABA else self.theme.taobao
        tag = QRect(left, middle - 9, self.width(name, self.tag_font) + 12, 18)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()
        self.text(painter, tag, name, colour, self.tag_font, Qt.AlignmentFlag.AlignCenter)
        return tag.width()
