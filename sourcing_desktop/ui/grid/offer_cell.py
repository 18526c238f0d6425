"""Paints one offer as a card: picture, title, price, facts and badges. Asks the loader, fetches nothing."""

from __future__ import annotations

from enum import Flag, auto
from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from sourcing_desktop.domain.offer import Badge, Offer, Platform
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats, seen_words
from sourcing_desktop.ui.grid.card_frame import CardFrame
from sourcing_desktop.ui.grid.offer_model import OFFER
from sourcing_desktop.ui.grid.seen_badge import SeenBadge
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.tags import Face, Tags
from sourcing_desktop.ui.theme import Theme
from sourcing_desktop.ui.torn_picture import TornPicture, sentence

PADDING = 10
TITLE_LINE = 18
COMPACT_BELOW = 160
"""Narrower cards have one line of title, and no facts."""

TILE_BELOW = 110
"""Narrower cards have a picture and a price."""

CAPTION = 8 + 2 * TITLE_LINE + 4 + 24 + 2 + 18 + PADDING
COMPACT_CAPTION = 6 + TITLE_LINE + 22 + 6
TILE_CAPTION = 24
VEIL = 0.55
"""How much of a dimmed card the window's colour hides."""

SHORT_BADGES: dict[str, str] = {
    Badge.SUPER_FACTORY: tr("Factory"),
    Badge.POWERFUL_MERCHANT: tr("Proven"),
    Badge.TRUST_MEMBER: tr("Trusted"),
    Badge.CURATED: tr("Curated"),
    Badge.DROPSHIP: tr("Dropship"),
    Badge.STRICT_SELECTION: tr("Selected"),
}


class Look(Flag):
    """The states a card may be in."""

    PLAIN = 0
    HOVER = auto()
    SELECTED = auto()
    FOCUS = auto()
    DIMMED = auto()
    SHORTLISTED = auto()
    ALIKE = auto()
    """It looks the same as the picture that is looked for."""


def caption_height(width: int) -> int:
    """px below the square picture of a card that wide."""
    if width < TILE_BELOW:
        return TILE_CAPTION
    return COMPACT_CAPTION if width < COMPACT_BELOW else CAPTION


def placeholder_bars(width: int) -> tuple[tuple[int, float, int], ...]:
    """Where text will be in a card that wide: px below the picture, share of the width, height."""
    if width < TILE_BELOW:
        return ((7, 0.6, 10),)
    if width < COMPACT_BELOW:
        return ((12, 0.9, 10), (32, 0.4, 10))
    return ((12, 0.92, 10), (32, 0.6, 10), (52, 0.36, 14))


def picture_box(card: QRect) -> QRect:
    """The part of a card its picture fills."""
    return QRect(card.x(), card.y(), card.width(), card.width())


def picture_side(width: int, ratio: float) -> int:
    """Device pixels of the picture in a card of that width."""
    return round(width * ratio)


class OfferCell(QStyledItemDelegate):
    """Draws cards in one theme. Cuts each title to fit once, and remembers how."""

    def __init__(self, theme: Theme, loader: PictureLoader, parent=None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self._frame = CardFrame(theme)
        self._veil = QColor(theme.window)
        self._veil.setAlphaF(VEIL)
        self._waiting = _between(theme.card, theme.placeholder)
        self._title, self._price = Face(theme.font(13)), Face(theme.font(16, bold=True))
        self._tile_prices = [Face(theme.font(size, bold=True)) for size in (13, 11, 9)]
        self._fact = Face(theme.font(12))
        self._tags = Tags(theme)
        self.seen = SeenBadge(theme)
        self._torn = TornPicture(theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """What is dragged along with the cursor."""
        self.draw(painter, option.rect, QRegion(option.rect), index.data(OFFER), Look.PLAIN)

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        exposed: QRegion,
        offer: Offer,
        look: Look,
        mark: SeenBefore | None = None,
    ) -> None:
        """What is exposed of one card, with `mark` if it was seen before. Leaves the painter's font, pen and
        brush as they come."""
        colour = self._theme.card_hover if Look.HOVER in look else self._theme.card
        picture = picture_box(rect)
        caption = rect.adjusted(0, picture.height(), 0, 0)
        painter.fillRect(rect, colour)
        if exposed.intersects(picture):
            self._draw_picture(painter, picture, offer.picture)
            if picture.width() >= TILE_BELOW:
                self._draw_origin(painter, picture, offer)
            if mark is not None:
                self.seen.draw(painter, picture, mark)
            if Look.ALIKE in look:
                self.seen.draw_alike(painter, picture)
        if exposed.intersects(caption):
            self._draw_caption(painter, caption, offer)
        self._frame.draw(painter, rect, hover=Look.HOVER in look, selected=Look.SELECTED in look)
        self._frame.draw_marks(painter, rect, Look.SELECTED in look, Look.SHORTLISTED in look)
        if Look.FOCUS in look:
            self._frame.draw_focus(painter, rect)
        if Look.DIMMED in look:
            painter.fillRect(rect, self._veil)

    def draw_placeholder(self, painter: QPainter, rect: QRect, look: Look = Look.PLAIN) -> None:
        """A card whose offer is still on its way. It may have the keyboard and be selected already."""
        flat = self._theme.placeholder
        painter.fillRect(rect, self._theme.card)
        painter.fillRect(picture_box(rect), self._waiting)
        self._frame.draw(painter, rect, hover=False, selected=Look.SELECTED in look)
        x, y, width = rect.x() + PADDING, rect.y() + rect.width(), rect.width() - 2 * PADDING
        for down, share, height in placeholder_bars(rect.width()):
            painter.fillRect(x, y + down, int(width * share), height, flat)
        if Look.FOCUS in look:
            self._frame.draw_focus(painter, rect)

    def helpEvent(self, event, view, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        """Where the mouse rests: a larger picture, or why there is none; else the usual tool tip."""
        resting = event.type() is QEvent.Type.ToolTip and index.data(OFFER) is not None
        if resting and (earlier := view.seen_marks.at(event.pos())) is not None:
            text = seen_words.sentence(view.seen_marks.of(earlier))
            QToolTip.showText(event.globalPos(), plain_tip(text), view)
            return True
        if resting and picture_box(view.visualRect(index)).contains(event.pos()):
            reason = self._loader.broken(index.data(OFFER).picture)
            if reason is not None:
                text = f"{sentence(reason)}\n{index.data(Qt.ItemDataRole.ToolTipRole)}"
                QToolTip.showText(event.globalPos(), text, view)
                return True
            if view.preview is not None and view.preview.show_beside(view, index.row()):
                return True
        return super().helpEvent(event, view, option, index)

    # The picture

    def _draw_picture(self, painter: QPainter, box: QRect, url: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._loader.pixmap(url, picture_side(box.width(), ratio))
        if pixmap is not None:
            _draw_centred(painter, box, pixmap, 1 / ratio)
        elif (other := self._loader.any_size(url)) is not None:
            _draw_centred(painter, box, other, box.width() / max(other.width(), other.height()))
        else:
            painter.fillRect(box, self._waiting)
            if (reason := self._loader.broken(url)) is not None:
                self._torn.draw(painter, box, reason)

    def _draw_origin(self, painter: QPainter, box: QRect, offer: Offer) -> None:
        """A tab in the corner, where it hides least of the goods."""
        colour = self._theme.alibaba if offer.ref.platform is Platform.ALIBABA else self._theme.taobao
        self._tags.draw_tab(painter, QPointF(box.topLeft()), formats.origin(offer), colour)

    # The caption

    def _draw_caption(self, painter: QPainter, rect: QRect, offer: Offer) -> None:
        if rect.width() < TILE_BELOW:
            self._draw_tile_price(painter, rect, _money(offer.price))
            return
        compact = rect.width() < COMPACT_BELOW
        x, width = rect.x() + PADDING, rect.width() - 2 * PADDING
        painter.setFont(self._title.font)
        painter.setPen(self._theme.text)
        lines = self._title.cut(offer.title.shown, width, 1 if compact else 2)
        for number, line in enumerate(lines):
            painter.drawText(QPointF(x, rect.y() + (20 if compact else 22) + number * TITLE_LINE), line)
        baseline = rect.bottom() - (10 if compact else 38)
        painter.setFont(self._price.font)
        painter.setPen(self._theme.accent)
        price = _money(offer.price)
        painter.drawText(QPointF(x, baseline), price)
        if compact:
            return
        painter.setFont(self._fact.font)
        painter.setPen(self._theme.text_soft)
        self._draw_sold(painter, x + width, baseline, width - self._price.width(price), offer)
        self._draw_facts(painter, x, rect.bottom() - 14, width, offer)

    def _draw_tile_price(self, painter: QPainter, rect: QRect, price: str) -> None:
        face = next((face for face in self._tile_prices if face.width(price) <= rect.width() - 8), None)
        face = face or self._tile_prices[-1]
        painter.setFont(face.font)
        painter.setPen(self._theme.accent)
        painter.drawText(QPointF(rect.x() + (rect.width() - face.width(price)) / 2, rect.bottom() - 7), price)

    def _draw_sold(self, painter: QPainter, right: int, baseline: int, room: float, offer: Offer) -> None:
        if offer.sold_30_days is None:
            return
        text = tr("{pieces} sold", pieces=short_count(offer.sold_30_days))
        width = self._fact.width(text)
        if width + 8 <= room:
            painter.drawText(QPointF(right - width, baseline), text)

    def _draw_facts(self, painter: QPainter, x: float, baseline: int, room: float, offer: Offer) -> None:
        right = x + room
        text = _first_fact(offer)
        if text:
            painter.drawText(QPointF(x, baseline), text)
            x += self._fact.width(text) + 8
        for code in offer.badges:
            text = SHORT_BADGES.get(code, "")
            width = self._tags.width(text)
            if text and x + width <= right:
                self._tags.draw_pill(painter, QPointF(x, baseline - 13), text)
                x += width + 4


def _first_fact(offer: Offer) -> str:
    """The MOQ; in a hot list, which tells none, how many bought."""
    if offer.moq is not None:
        return formats.moq(offer.moq)
    return "" if offer.buyers_30_days is None else formats.buyers(offer.buyers_30_days)


def _between(one: QColor, other: QColor) -> QColor:
    """Near a card's own colour, so that a picture that comes late comes quietly."""
    red, green, blue = one.red() + other.red(), one.green() + other.green(), one.blue() + other.blue()
    return QColor(red // 2, green // 2, blue // 2)


_money = lru_cache(maxsize=4096)(formats.money)


def _draw_centred(painter: QPainter, box: QRect, pixmap: QPixmap, scale: float) -> None:
    """The whole picture in the middle of its square, on white as the platforms show it."""
    size = QSizeF(pixmap.size()) * scale
    corner = QPointF(box.topLeft()) + QPointF(box.width() - size.width(), box.height() - size.height()) / 2
    resampled = abs(scale * painter.device().devicePixelRatioF() - 1) > 1e-6
    if min(size.width(), size.height()) < box.width() - 1:
        painter.fillRect(box, Qt.GlobalColor.white)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, resampled)
    if not resampled:
        corner = _on_whole_pixels(painter, corner)
    painter.drawPixmap(QRectF(corner, size), pixmap, QRectF(pixmap.rect()))


def _on_whole_pixels(painter: QPainter, point: QPointF) -> QPointF:
    """The nearest point where a device pixel begins: from there a picture is copied as it is."""
    to_device = painter.deviceTransform()
    exact = to_device.map(point)
    beside = QPointF(round(exact.x()) - exact.x(), round(exact.y()) - exact.y())
    return point + beside / to_device.m11()


def short_count(number: int) -> str:
    """`950`, `9,400`, `12k`, `3.4M`: a number for a narrow place."""
    if number < 10_000:
        return f"{number:,}"
    return f"{number // 1000}k" if number < 1_000_000 else f"{number / 1_000_000:.1f}M"
