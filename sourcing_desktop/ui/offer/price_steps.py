"""Prices by quantity as steps that go down, beside the same as a table. The step the quantity reaches is
marked in both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sourcing_desktop.domain.pricing import PriceTier
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.price_chart import (
    CHART_GAP,
    CHART_WIDTH,
    LEAST_HEIGHT,
    ROW,
    paint_dot,
    write,
)
from sourcing_desktop.ui.theme import Theme

MOST_TIERS = 12
"""More are not drawn: no seller has them."""


class PriceSteps(QWidget):
    """Hidden where the quantity does not change the price."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiers: tuple[PriceTier, ...] = ()
        self._pieces = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Price by quantity"))
        self.hide()

    @property
    def reached(self) -> PriceTier | None:
        """The tier of the quantity that is marked."""
        return max(
            (tier for tier in self._tiers if tier.start <= self._pieces), key=lambda t: t.start, default=None
        )

    def show_tiers(self, tiers: Sequence[PriceTier], pieces: int) -> None:
        """Show the tiers, sorted by their start, with a quantity marked; nothing for fewer than two."""
        shown = tuple(tiers[:MOST_TIERS]) if len(tiers) > 1 else ()
        if (shown, pieces) == (self._tiers, self._pieces):
            return
        if shown != self._tiers:
            self._tiers = shown
            self.setFixedHeight(self.sizeHint().height())
            self.setVisible(bool(shown))
        self._pieces = pieces
        self.setAccessibleDescription("; ".join(self._row(tier) for tier in shown))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CHART_WIDTH + 180, max(LEAST_HEIGHT, ROW * len(self._tiers)))

    def _row(self, tier: PriceTier) -> str:
        start, price = formats.count(tier.start), formats.money(tier.price)
        if tier == self.reached:
            return tr("from {start}: {price}, reached", start=start, price=price)
        return tr("from {start}: {price}", start=start, price=price)

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(CHART_WIDTH, self.width() // 3)
        chart = QRectF(0, 4, wide, min(self.height(), 96) - 8)
        table = QRectF(self.rect()).adjusted(wide + CHART_GAP, 0, 0, 0)
        if self._tiers:
            self._paint_chart(painter, chart)
            self._paint_table(painter, table)
        painter.end()

    def _paint_chart(self, painter: QPainter, box: QRectF) -> None:
        wide = box.width() / len(self._tiers)
        steps = [
            QRectF(box.left() + wide * number, top, wide, box.bottom() - top)
            for number, top in enumerate(self._tops(box))
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        for tier, step in zip(self._tiers, steps, strict=True):
            painter.fillRect(
                step, self._theme.accent_soft if tier == self.reached else self._theme.placeholder
            )
        line = QPolygonF()
        for step in steps:
            line << step.topLeft() << step.topRight()
        painter.setPen(QPen(self._theme.accent, 2))
        painter.drawPolyline(line)
        if (here := self._here(steps)) is not None:
            paint_dot(painter, self._theme, here)

    def _tops(self, box: QRectF) -> list[float]:
        """From a third of the height for the lowest price to all of it for the highest."""
        prices = [tier.price.minor for tier in self._tiers]
        low, span = min(prices), max(prices) - min(prices)
        shares = [(price - low) / span if span else 1.0 for price in prices]
        return [box.bottom() - box.height() * (1 + 2 * share) / 3 for share in shares]

    def _here(self, steps: Sequence[QRectF]) -> QPointF | None:
        """Where the quantity is: the share of the way to the next tier, in the last one the middle."""
        if (reached := self.reached) is None:
            return None
        number = self._tiers.index(reached)
        share = 0.5
        if number + 1 < len(self._tiers):
            width = self._tiers[number + 1].start - reached.start
            share = (self._pieces - reached.start) / width if width else 0.5
        step = steps[number]
        return QPointF(step.left() + step.width() * min(max(share, 0.06), 0.94), step.top())

    def _paint_table(self, painter: QPainter, box: QRectF) -> None:
        first = self._tiers[0].price.minor
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        for number, tier in enumerate(self._tiers):
            row = QRectF(box.left(), box.top() + ROW * number, box.width(), ROW)
            reached = tier == self.reached
            if reached:
                painter.setPen(QPen(self._theme.accent, 1))
                painter.setBrush(self._theme.accent_soft)
                painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            inside = row.adjusted(8, 0, -8, 0)
            start = tr("from {start}", start=formats.count(tier.start))
            write(painter, self._theme, inside, left, start, self._theme.text_soft)
            price = formats.money(tier.price)
            write(painter, self._theme, inside, right, price, self._theme.text, bold=True)
            if first and tier.price.minor < first:
                less = f"−{(first - tier.price.minor) / first:.0%}".replace("%", " %")
                before = inside.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(price) - 12, 0)
                write(painter, self._theme, before, right, less, self._theme.success)
