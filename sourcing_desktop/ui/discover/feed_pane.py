"""One feed on the page: what may be asked of it above, its offers below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.search import UNFILTERED
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.discover.category_trail import LINES_ABOVE_ALL, CategoryTrail
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.theme import Theme

WORDS_WIDTH = 240
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
        if not note:  # to show what has no parent yet would open it as a window
            self.note.hide()
        self.results = ResultsView(theme, loader, sign, hint or note)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.note)
        self.column.addWidget(self.results, 1)

    def feed(self) -> Feed | None:
        """What is asked for now; None while a price cannot be read, which its field then says."""
        return Feed(self.kind)

    def forget(self) -> None:
        """Back to the beginning, for another account."""
        if self.trail is not None:
            self.trail.forget()

    @property
    def typed(self) -> str:
        """The words to search for inside the feed."""
        return self.words.text().strip() if self.words is not None else ""

    def steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What may find something where nothing was found, in words and as what to do."""
        if self.typed:
            yield tr("Leave out the words"), self._leave_out_words
        if self.filters is not None and self.filters.filters() not in (None, UNFILTERED):
            yield tr("Take all filters off"), self.filters.reset

    def put(self, widget: QWidget) -> None:
        """Stand a widget above the offers, below those put before."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def put_trail(self, *leading: QWidget, lines: int = LINES_ABOVE_ALL) -> CategoryTrail:
        """Let the buyer choose a category, behind other things to choose."""
        self.trail = CategoryTrail(*leading, lines=lines)
        self.trail.chosen.connect(self._ask)
        self.trail.below_wanted.connect(lambda category_id: self.below_wanted.emit(self, category_id))
        self.put(self.trail)
        return self.trail

    def put_search(self, theme: Theme, hint: str, *others: QWidget) -> FilterBar:
        """Let the buyer search inside the feed, and narrow it by other things and the usual filters."""
        self.words = QLineEdit()
        self.words.setPlaceholderText(hint)
        self.words.setAccessibleName(hint)
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(WORDS_WIDTH)
        self.words.returnPressed.connect(self._ask)
        self.filters = FilterBar(theme, self.words, *others)
        self.filters.changed.connect(self._ask)
        self.put(self.filters)
        return self.filters

    def _leave_out_words(self) -> None:
        if self.words is not None:
            self.words.clear()
            self._ask()

    def _ask(self) -> None:
        self.asked.emit(self)


class SelectionPane(FeedPane):
    """A selection: words inside it, and all filters of a search."""

    def __init__(self, theme: Theme, loader: PictureLoader, kind: FeedKind, note: str) -> None:
        super().__init__(theme, loader, kind, "check", note)
        self._filters = self.put_search(theme, tr("Search inside this selection"))

    def feed(self) -> Feed | None:
        filters = self._filters.filters()
        return None if filters is None else Feed(self.kind, self.typed, filters)


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
