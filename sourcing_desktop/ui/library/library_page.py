"""Everything the buyer has seen, found again without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSettings, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Words
from sourcing_desktop.domain.seen import SeenKind, SeenOffer, SeenQuery
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.elided_label import ElidedLabel
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.library import kept_filters, words
from sourcing_desktop.ui.library.library_filters import LibraryFilters
from sourcing_desktop.ui.library.library_menu import LibraryMenu
from sourcing_desktop.ui.library.library_results import LibraryResults
from sourcing_desktop.ui.library.quiet_line import QuietLine
from sourcing_desktop.ui.library.sight_bar import SightBar
from sourcing_desktop.ui.library.sight_intake import SightIntake
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

PAUSE_MS = 250
READING = tr("Reading what you have seen…")


class LibraryPage(SearchPage):
    """Words and filters above cards. In their place something else may stand that brings offers of its own:
    `show_sight` puts it into `bar_area`, `show_all` takes it away.

    Emits `query_changed` when something else is to be shown, `came` when the page comes to the front, and
    `newest_wanted` when what was seen meanwhile shall be shown, too.
    """

    query_changed = Signal()
    came = Signal()
    newest_wanted = Signal()

    def __init__(
        self, theme: Theme, loader: PictureLoader, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._settings = settings
        self._account_id = ""
        self._sight: QWidget | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Words in titles, shops and searches"))
        self.words.setAccessibleName(tr("Words to look for in what you have seen"))
        self.words.setClearButtonEnabled(True)
        self.by_picture = QPushButton(tr("By a picture…"))
        self.by_picture.setIcon(icon("library-similar", theme.text))
        self.by_picture.setToolTip(tr("Find a picture in what you have seen: open, paste or drop one here"))
        self.menu = LibraryMenu(theme)
        self.filters = LibraryFilters(theme)
        self.newer = QuietLine(tr("Show"), self.newest_wanted.emit)
        self.off = QuietLine(tr("Remember again"), lambda: self.menu.remember_wanted.emit(True))
        self.found = LibraryResults(theme, loader, "library", words.NOTHING[SeenKind.SEEN])
        self.add_view(self.found)
        self.sight = SightBar(theme, self)
        self.intake = SightIntake(self, self.words)
        self.facts = ElidedLabel("")
        self.facts.setAccessibleName(tr("About this offer"))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self.filters.name_categories(kept_filters.kept_categories(settings))
        self._connect()

    def begin(self, account_id: str) -> None:
        """That account looks now: with its filters as it left them, and with nothing of another one."""
        self._account_id = account_id
        self._pause.stop()
        with QSignalBlocker(self.words):
            self.words.clear()
        self.filters.show_chosen(*kept_filters.kept(self._settings, account_id))
        self.show_all()
        self.found.model.show(0, ())
        self.found.show_hint(READING)

    # What is shown

    def query(self) -> SeenQuery:
        """What is wanted now."""
        return replace(self.filters.query(), words=self.words.text().strip())

    def show_reading(self) -> None:
        """It takes a while to find what is wanted."""
        self.found.show_loading()
        self.found.count.setText(READING)

    def show_found(self, count: int, first: Sequence[SeenOffer]) -> None:
        """That many offers fit, of which these are the first."""
        self.newer.say("")
        self.found.banner.hide()
        self.found.model.show(count, first)
        if count:
            self.found.show_results()
            self.show_count()
        elif self.narrowed:
            steps = [(tr("Take all filters off"), self.filters.reset)] * self.filters.narrowed
            steps += [(tr("Leave out the words"), self.words.clear)] * bool(self.words.text().strip())
            self.found.show_none(tr("Nothing you have seen fits."), *steps)
        elif (part := self.filters.kind.chosen) is not SeenKind.SEEN:
            all_seen = self.filters.kind.buttons[SeenKind.SEEN].click
            self.found.show_none(words.NOTHING[part], (tr("Show all you have seen"), all_seen))
        else:
            self.found.show_hint(words.NOTHING[part])
        self._tell_facts()

    def show_count(self) -> None:
        """Say how many offers the cards are."""
        self.found.count.setText(formats.offers(self.found.model.rowCount()))

    @property
    def narrowed(self) -> bool:
        """Whether filters or words leave something out."""
        return self.filters.narrowed or bool(self.words.text().strip())

    def show_newer(self, count: int) -> None:
        """That many offers fit that are not among the cards."""
        self.newer.say(words.newer(count) if count > 0 else "")

    def show_remembering(self, remembering: bool) -> None:
        """Whether what is shown anywhere comes here."""
        self.menu.show_remembering(remembering)
        self.off.say("" if remembering else tr("What you see is not remembered at the moment."))

    def set_categories(self, categories: Sequence[tuple[str, Words]]) -> None:
        """Learn what categories are called, also for when there is no network."""
        names = {category_id: name.shown for category_id, name in categories}
        kept_filters.keep_categories(self._settings, names)
        self.filters.name_categories(names)

    @property
    def at_top(self) -> bool:
        """Whether the first cards are in sight."""
        return not self.found.has_grid or self.found.grid.verticalOffset() == 0

    # By sight

    @property
    def by_sight(self) -> bool:
        """Whether the cards are those of `show_sight`."""
        return self._sight is not None

    def show_sight(self, bar: QWidget) -> None:
        """Put a bar in the place of words and filters. Who does fills the cards by `show_found`."""
        if self._sight is not bar:
            self._take_bar()
            self._sight = bar
            self.bar_area.addWidget(bar)
        bar.show()
        self.whole.hide()
        self.newer.say("")

    def show_all(self) -> None:
        """Back to words and filters, and to what fits them."""
        if self._sight is not None:
            self._take_bar()
            self.whole.show()
            self.query_changed.emit()

    def words_field(self) -> QLineEdit | None:
        return None if self.by_sight else self.words

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit()

    def _take_bar(self) -> None:
        if self._sight is not None:
            self.bar_area.removeWidget(self._sight)
            self._sight.hide()
            self._sight = None
            self.found.model.likeness = {}

    def _tell_facts(self) -> None:
        """What is known of the offer the keyboard is at."""
        model, row = self.found.model, self.found.grid.currentIndex().row()
        seen = model.seen(row) if row >= 0 else None
        said = [] if seen is None else [words.facts(seen)]
        if seen is not None and seen.number in model.likeness:
            said.insert(0, words.LIKENESS[model.likeness[seen.number]])
        text = " · ".join(said)
        self.facts.setText(text)
        self.facts.setToolTip(plain_tip(text))

    def _changed(self) -> None:
        self._pause.stop()
        kept_filters.keep(self._settings, self._account_id, self.filters.chosen, self.filters.period)
        self.query_changed.emit()

    def _to_cards(self) -> None:
        if self._pause.isActive():
            self._changed()
        self.found.take_keyboard()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 4)
        top.setSpacing(8)
        top.addWidget(self.words, 1)
        top.addWidget(self.by_picture)
        top.addWidget(self.menu)
        self.whole = QWidget()
        within = QVBoxLayout(self.whole)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(0)
        within.addLayout(top)
        within.addWidget(self.filters)
        self.bar_area = QVBoxLayout()
        self.bar_area.addWidget(self.whole)
        self.found.foot.setSpacing(16)
        self.found.foot.insertWidget(1, self.facts, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar_area)
        for line in (self.off, self.newer):
            column.addWidget(line)
        column.addWidget(self.found, 1)

    def _connect(self) -> None:
        grid = self.found.grid
        grid.seen_marks.switch_off()  # all of these were
        delete = QShortcut(QKeySequence.StandardKey.Delete, grid, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.found.forget_wanted)
        down = QShortcut(Qt.Key.Key_Down, self.words, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._to_cards)
        grid.selectionModel().currentChanged.connect(self._tell_facts)
        self.found.model.dataChanged.connect(self._rows_changed)
        self.found.seller_wanted.connect(self.filters.only_seller)
        self.intake.refused.connect(self.found.banner.say)
        self.words.textChanged.connect(self._pause.start)
        self.words.returnPressed.connect(self._changed)
        self._pause.timeout.connect(self._changed)
        self.filters.changed.connect(self._changed)

    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.found.grid.currentIndex().row() <= last.row():
            self._tell_facts()
