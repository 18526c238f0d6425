"""Widgets side by side that go on in the next line where the line is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Keeps every widget at the size it asks for, so that a narrow window hides none of them; only what was
    put there with a `least` width gives way up to that before the next line is begun. Lines begin at the
    left, or are `centred`."""

    def __init__(self, gap: int, *, centred: bool = False) -> None:
        super().__init__()
        self._gap = gap
        self._centred = centred
        self._widgets: list[QWidget] = []
        self._least: dict[QWidget, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, *, least: int | None = None) -> None:
        """Put a widget behind the others; `least` is the width in px that will do for it."""
        widget.setParent(self)
        self._widgets.append(widget)
        if least is not None:
            self._least[widget] = least

    def take(self, widget: QWidget) -> None:
        """Let go of a widget, which is hidden and no longer anybody's."""
        self._widgets.remove(widget)
        self._least.pop(widget, None)
        widget.setParent(None)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self._gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(_size(widget).width() for widget in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, _height(shown))

    def minimumSizeHint(self) -> QSize:
        shown = self._shown()
        return QSize(max((self._least_width(widget) for widget in shown), default=0), _height(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a widget was shown, hidden, or wants another size
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            widths = self._widths(line)
            used = sum(widths) + self._gap * (len(line) - 1)
            left, height = (self.width() - used) // 2 if self._centred else 0, _height(line)
            for widget, width in zip(line, widths, strict=True):
                size = QSize(width, _size(widget).height())
                widget.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += width + self._gap
            top += height + self._gap

    def _widths(self, line: list[QWidget]) -> list[int]:
        """What each gets: what it asks for, or less in the measure in which it can do with less."""
        wanted = [_size(widget).width() for widget in line]
        slack = [width - self._least_width(widget) for widget, width in zip(line, wanted, strict=True)]
        lacking = sum(wanted) + self._gap * (len(line) - 1) - self.width()
        if lacking <= 0 or not any(slack):
            return wanted
        given = min(lacking, sum(slack))
        return [width - -(-given * less // sum(slack)) for width, less in zip(wanted, slack, strict=True)]

    def _least_width(self, widget: QWidget) -> int:
        wanted = _size(widget).width()
        return min(wanted, self._least.get(widget, wanted))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        room = 0
        for widget in self._shown():
            wanted = self._least_width(widget)
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(widget)
            room -= wanted + self._gap
        return lines


def _size(widget: QWidget) -> QSize:
    wanted = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return wanted.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _height(widgets: list[QWidget]) -> int:
    return max((_size(widget).height() for widget in widgets), default=0)
