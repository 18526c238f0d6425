"""What can be stated about a look without looking: nothing clipped, nothing on top of each other, everything
named, nothing too small to be hit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QTabBar,
    QWidget,
)

from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.elided_label import ElidedLabel

LEAST_TARGET = 24
"""px of what is clicked."""

SLACK = 2
"""px that styles round off."""


def broken(top: QWidget) -> list[str]:
    """What is wrong with a window or dialog as it is seen now, one line for each widget."""
    seen = [each for each in (top, *top.findChildren(QWidget)) if _is_seen(each)]
    return sorted({line for widget in seen for line in _broken(widget)})


def _broken(widget: QWidget) -> Iterator[str]:
    if _is_clipped(widget):
        yield f"clipped: {_named(widget)}"
    for one, other in _on_top(widget):
        yield f"on top of each other: {_named(one)} and {_named(other)}"
    if _takes_keyboard(widget) and not _spoken(widget):
        yield f"no accessible name: {_named(widget)}"
    if _is_clicked(widget) and min(widget.width(), widget.height()) < LEAST_TARGET:
        yield f"{widget.width()} × {widget.height()} px: {_named(widget)}"


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or isinstance(widget, ElidedLabel):
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + SLACK
        return widget.sizeHint().width() > widget.width() + SLACK
    if isinstance(widget, QAbstractButton):
        return bool(widget.text()) and widget.sizeHint().width() > widget.width() + SLACK
    if isinstance(widget, QComboBox):
        if isinstance(widget, ChoiceBox):
            return False  # ends in dots
        room = widget.width() - 40  # the arrow and what is around
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) > room + SLACK
    if isinstance(widget, QTabBar) and widget.count() and not widget.isMovable():  # those scroll
        return widget.tabRect(widget.count() - 1).right() > widget.width()
    return False


def _on_top(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Widgets of one layout that share pixels."""
    if isinstance(parent, QMainWindow):
        return  # docks that are tabs share their place
    placed = [each for each in _laid_out(parent.layout()) if each.isVisible()]
    for one, other in combinations(placed, 2):
        shared: QRect = one.geometry() & other.geometry()
        if shared.width() > SLACK and shared.height() > SLACK:
            yield one, other


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None:
            yield from _laid_out(item.layout())


def _takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _is_clicked(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton | QComboBox | QLineEdit) and not _of_qt(widget)


def _of_qt(widget: QWidget) -> bool:
    """Part of another widget, made by Qt."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), QLineEdit | QTabBar | QComboBox
    )


def _spoken(widget: QWidget) -> str:
    """What a screen reader says of it."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    labels = widget.window().findChildren(QLabel)
    buddies = (label.text() for label in labels if label.buddy() is widget)
    return widget.accessibleName() or text or next(buddies, "") or ("-" if _of_qt(widget) else "")


def _named(widget: QWidget) -> str:
    kinds = [type(widget).__name__]
    above = widget.parentWidget()
    while above is not None and len(kinds) < 4:
        kinds.append(type(above).__name__)
        above = above.parentWidget()
    text = widget.accessibleName() or (
        widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    )
    return f"{' in '.join(kinds)} “{text[:60]}”"
