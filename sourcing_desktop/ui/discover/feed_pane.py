"""One feed on the page: what may be asked of it above, its offers below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.discover.category_trail import CategoryTrail
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.theme import Theme

WORDS_WIDTH = 280
"""px."""


class FeedPane(QWidget):
    """Emits `asked` with itself when something else is asked of the feed, and `below_wanted` with itself and
    the id of a category whose categories are to be shown in its `trail`."""

    asked = Signal(object)
    below_wanted = Signal(object, str)

    trail: CategoryTrail | None = None
    words: QLineEdit | None = None
    filters: FilterBar | None = None

    def __init__(
        self, theme: Theme, loader: PictureLoader, kind: FeedKind, sign: str, note: str, hint: str = ""
    ) -> None:
        super().__init__()
        self.kind = kind
        self.note = QLabel(note)
        self.note.setProperty("role", "soft")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(16, 4, 16, 4)
        self.results = ResultsView(theme, loader, sign, hint or note)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.note)
        self.column.addWidget(self.results, 1)

    def feed(self) -> Feed | None:
        """What is asked for now; None while a price cannot be read, which its field then says."""
        return Feed(self.kind)

    def put(self, widget: QWidget) -> None:
        """Stand a widget above the offers, below those put before."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def put_row(self, *widgets: QWidget) -> QWidget:
        """Stand widgets side by side above the offers."""
        row = QWidget()
        flow = Flow(8)
        for widget in widgets:
            flow.add(widget)
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 4, 16, 0)
        column.addWidget(flow)
        self.put(row)
        return row

    def put_trail(self) -> CategoryTrail:
        """Let the buyer choose a category."""
        self.trail = CategoryTrail()
        self.trail.chosen.connect(self._ask)
        self.trail.below_wanted.connect(lambda category_id: self.below_wanted.emit(self, category_id))
        self.put(self.trail)
        return self.trail

    def put_words(self, hint: str) -> QLineEdit:
        """Let the buyer search inside the feed."""
        self.words = QLineEdit()
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(WORDS_WIDTH)
        self.words.returnPressed.connect(self._ask)
        self.put_row(self.words)
        return self.words

    def put_filters(self, theme: Theme) -> FilterBar:
        """Let the buyer narrow the feed."""
        self.filters = FilterBar(theme)
        self.filters.changed.connect(self._ask)
        self.put(self.filters)
        return self.filters

    def _ask(self) -> None:
        self.asked.emit(self)


class SelectionPane(FeedPane):
    """A selection: words inside it, and all filters of a search."""

    def __init__(self, theme: Theme, loader: PictureLoader, kind: FeedKind, note: str) -> None:
        super().__init__(theme, loader, kind, "check", note)
        self._words = self.put_words(tr("Search inside this selection"))
        self._filters = self.put_filters(theme)

    def feed(self) -> Feed | None:
        filters = self._filters.filters()
        return None if filters is None else Feed(self.kind, self._words.text().strip(), filters)


def recommended_pane(theme: Theme, loader: PictureLoader) -> FeedPane:
    return FeedPane(
        theme, loader, FeedKind.RECOMMENDED, "similar", tr("What 1688 recommends to this account.")
    )


def strict_pane(theme: Theme, loader: PictureLoader) -> FeedPane:
    note = tr("1688’s strict selection: goods the platform has looked at itself.")
    return SelectionPane(theme, loader, FeedKind.STRICT_SELECTION, note)


def global_pane(theme: Theme, loader: PictureLoader) -> FeedPane:
    note = tr("The global strict selection: goods 1688 has chosen for buyers abroad.")
    return SelectionPane(theme, loader, FeedKind.GLOBAL_SELECTION, note)
