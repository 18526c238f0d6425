"""One search made before, as it stands below the field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from sourcing_desktop.domain.kept_search import KeptSearch
from sourcing_desktop.domain.search import Sort
from sourcing_desktop.language import tr, trn
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.icons import IconLabel, icon
from sourcing_desktop.ui.theme import Theme


class SearchRow(QFrame):
    """Emits `chosen` with whether it shall get a tab of its own, `pointed` when the mouse comes, and
    `removed`."""

    chosen = Signal(bool)
    pointed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, search: KeptSearch) -> None:
        super().__init__()
        self.search = search
        self.setProperty("role", "row")
        self.setProperty("active", False)
        self.setAccessibleName(tr("Search for “{words}” again", words=search.title))
        sign = IconLabel("star-filled" if search.name else "later", theme.text_soft, 16)
        self.title = ElidedLabel(search.title, role="")
        self.details = QLabel(" · ".join(details(search)))
        self.details.setProperty("role", "soft")
        self.remove = QToolButton()
        self.remove.setIcon(icon("close", theme.text_soft))
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keys = QKeySequence("Shift+Del").toString(QKeySequence.SequenceFormat.NativeText)
        self.remove.setToolTip(tr("{what} ({keys})", what=tr("Forget this search"), keys=keys))
        self.remove.setAccessibleName(tr("Forget the search “{words}”", words=search.title))
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.title, 1)
        row.addWidget(self.details)
        row.addWidget(self.remove)

    def set_active(self, active: bool) -> None:
        """Mark it as the one that Enter takes."""
        if self.property("active") != active:
            self.setProperty("active", active)
            self.style().polish(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:  # the field keeps the keyboard
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            control = Qt.KeyboardModifier.ControlModifier in event.modifiers()
            self.chosen.emit(control or event.button() is Qt.MouseButton.MiddleButton)


def details(search: KeptSearch) -> Iterator[str]:
    """Where it was made, and what it was narrowed to, in words."""
    query = search.query
    if search.name and search.name != query.title:
        yield tr("“{words}”", words=query.title)
    if query.words:
        yield query.keyword
    yield formats.PLATFORM_NAMES[query.platform]
    filters = query.filters
    narrowed = len(filters.words) + bool(filters.category_id)
    narrowed += filters.price_from is not None or filters.price_to is not None
    if narrowed:
        yield trn("{count} filter", "{count} filters", narrowed)
    if filters.sort is not Sort.DEFAULT:
        yield formats.SORT_NAMES[filters.sort]
