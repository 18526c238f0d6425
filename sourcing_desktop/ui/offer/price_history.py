"""What an offer cost each time it was seen: a line over time beside the changes as a table, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.seen import PriceChange
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.offer.breaking_label import BreakingLabel
from sourcing_desktop.ui.offer.price_chart import (
    CHART_GAP,
    CHART_WIDTH,
    DOT,
    LEAST_HEIGHT,
    ROW,
    paint_dot,
    write,
)
from sourcing_desktop.ui.theme import Theme

MOST_ROWS = 6
"""Older changes are in the line only."""

MOST_POINTS = 200


class PriceHistory(QWidget):
    """Hidden where nothing has changed since the offer was first seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(tr("Price history"))
        heading.setProperty("role", "heading")
        self.summary = BreakingLabel("soft")
        self.chart = _Chart(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (heading, self.summary, self.chart):
            column.addWidget(part)
        self.before: Money | None = None
        """The price before the last one; None where it never was another."""
        self.hide()

    def show_changes(self, changes: Sequence[PriceChange], now: Money | None = None, times: int = 0) -> None:
        """Show the changes, the oldest first, and what it costs `now` where that was just asked; `times` says
        how often it was seen."""
        told = list(changes[-MOST_POINTS:])
        if told and now is not None and told[-1].price != now:
            told.append(PriceChange(datetime.now(UTC), now))
        if told and now is not None:
            told = [each for each in told if each.price is None or each.price.currency == now.currency]
        self.before = _before(told)
        self.setVisible(len(told) > 1)
        if len(told) > 1:
            self.summary.setText(_summary(told, times))
            self.chart.show_changes(told)


class _Chart(QWidget):
    """The line and the table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._changes: list[PriceChange] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Price history"))

    def show_changes(self, changes: list[PriceChange]) -> None:
        self._changes = changes
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleDescription("; ".join(_row(each) for each in reversed(changes)))
        self.update()

    def sizeHint(self) -> QSize:
        rows = min(MOST_ROWS, len(self._changes))
        return QSize(CHART_WIDTH + 180, max(LEAST_HEIGHT, ROW * rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(CHART_WIDTH, self.width() // 3)
        self._paint_line(painter, QRectF(0, 4, wide, min(self.height(), 96) - 8))
        self._paint_table(painter, QRectF(self.rect()).adjusted(wide + CHART_GAP, 0, 0, 0))
        painter.end()

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        """A price stays what it is until it changes, so the line goes in steps."""
        points = self._points(box)
        if not points:
            return
        line = QPolygonF([points[0]])
        for before, point in pairwise(points):
            line << QPointF(point.x(), before.y()) << point
        line << QPointF(box.right(), points[-1].y())
        field = QPolygonF([QPointF(points[0].x(), box.bottom()), *line.toList(), box.bottomRight()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.placeholder)
        painter.drawPolygon(field)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.drawPolyline(line)
        paint_dot(painter, self._theme, QPointF(box.right() - DOT, points[-1].y()))

    def _points(self, box: QRectF) -> list[QPointF]:
        """From a third of the height for the lowest price to all of it for the highest."""
        priced = [(each.at.timestamp(), each.price.minor) for each in self._changes if each.price is not None]
        if not priced:
            return []
        first, span = priced[0][0], max(1.0, priced[-1][0] - priced[0][0])
        low = min(price for _, price in priced)
        reach = max(price for _, price in priced) - low
        room = box.width() * 0.85  # the last price has not ended yet
        return [
            QPointF(
                box.left() + room * (time - first) / span,
                box.bottom() - box.height() * (1 + 2 * ((price - low) / reach if reach else 0.5)) / 3,
            )
            for time, price in priced
        ]

    def _paint_table(self, painter: QPainter, box: QRectF) -> None:
        newest = [*reversed(self._changes)][:MOST_ROWS]
        earlier = [*newest[1:], *[*reversed(self._changes)][MOST_ROWS : MOST_ROWS + 1], None]
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        for number, (change, before) in enumerate(zip(newest, earlier, strict=False)):
            row = QRectF(box.left(), box.top() + ROW * number, box.width(), ROW).adjusted(8, 0, -8, 0)
            price = formats.money(change.price)
            write(painter, self._theme, row, right, price, self._theme.text, bold=True)
            row.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(price) - 12, 0)
            if before is not None and (turned := _turned(before.price, change.price)):
                colour = self._theme.success if turned.startswith("−") else self._theme.warning
                write(painter, self._theme, row, right, turned, colour)
                row.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(turned) - 12, 0)
            painter.setFont(self._theme.font(13))
            day = formats.day(change.at)
            both = " · ".join(filter(None, (day, _stock(change))))
            fits = painter.fontMetrics().horizontalAdvance(both) <= row.width()
            write(painter, self._theme, row, left, both if fits else day, self._theme.text_soft)


def _summary(changes: Sequence[PriceChange], times: int) -> str:
    """`¥9.80 to ¥12.00 · seen 4 times since 3 Nov 2026`."""
    prices = [each.price for each in changes if each.price is not None]
    said = []
    if prices:
        low, high = min(prices, key=lambda price: price.minor), max(prices, key=lambda price: price.minor)
        low_text, high_text = formats.money(low), formats.money(high)
        said.append(tr("{low} to {high}", low=low_text, high=high_text) if low != high else low_text)
    since = formats.day(changes[0].at)
    if times > 1:
        said.append(trn("seen {count} time since {day}", "seen {count} times since {day}", times, day=since))
    else:
        said.append(tr("since {day}", day=since))
    return " · ".join(said)


def _before(changes: Sequence[PriceChange]) -> Money | None:
    prices = [each.price for each in changes if each.price is not None]
    return next((price for price in reversed(prices) if price != prices[-1]), None)


def _row(change: PriceChange) -> str:
    return ", ".join(filter(None, (formats.day(change.at), formats.money(change.price), _stock(change))))


def _stock(change: PriceChange) -> str:
    return "" if change.stock is None else tr("{count} in stock", count=formats.count(change.stock))


def _turned(before: Money | None, now: Money | None) -> str:
    """`−5 %`, `+12 %`; empty where it cost the same, or nobody knows."""
    if before is None or now is None or not before.minor or before.minor == now.minor:
        return ""
    share = (now.minor - before.minor) / before.minor
    return f"{'+' if share > 0 else '−'}{abs(share):.0%}".replace("%", " %")
