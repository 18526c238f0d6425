"""Looking for goods by words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.actions import with_standard
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.platform_switch import PlatformSwitch
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.search.search_tabs import MOST_TABS, SearchTabs
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.ui.search.chinese_line import ChineseLine
    from sourcing_desktop.ui.searches.suggestions import Suggestions

PAUSE_MS = 600
SHORTEST_WHILE_TYPING = 2

Step = tuple[str, Callable[[], object]]
"""What stands on a button, and what it does."""

HINT = tr("Type what you look for in your own language or in Chinese, and press Enter.")


class KeywordPage(SearchPage):
    """A line of words, filters, and results, of several searches in tabs. Emits `search_requested` when there
    is something to look for, `settled` when that is worth remembering, `turned` when another search is in
    front, and `picture_wanted` when the buyer would rather search by picture."""

    search_requested = Signal()
    settled = Signal()
    turned = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._queries: dict[ResultsView, KeywordQuery] = {}
        self._suggested: dict[ResultsView, Sequence[str]] = {}
        self._examples: Sequence[Step] = ()
        self._reminders: Sequence[Step] = ()
        self._language = ""
        self.platform = PlatformSwitch()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What are you looking for?  backpack · áo thun · 连衣裙"))
        self.words.setAccessibleName(tr("Words to search for"))
        self.words.setClearButtonEnabled(True)
        self.button = QPushButton(tr("Search"))
        self.button.setProperty("kind", "primary")
        self.in_chinese = QToolButton()
        self.in_chinese.setText("中文")
        self.in_chinese.setCheckable(True)
        self.in_chinese.setAccessibleName(tr("Chinese words"))
        self.in_chinese.setToolTip(tr("Search for Chinese words of your own instead"))
        self.star = self._tool("star", tr("Save this search"))
        self.new = self._tool("plus", tr("Keep this search open, and begin another beside it"))
        self.filters = FilterBar(theme)
        self.tabs = SearchTabs(theme, lambda: self.add_view(ResultsView(theme, loader, "search", HINT, self)))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()

    @cached_property
    def chinese(self) -> ChineseLine:
        """The line for Chinese words, between the field and the filters. Made with the first search."""
        from sourcing_desktop.ui.search.chinese_line import ChineseLine

        line = ChineseLine()
        self._column.insertWidget(1, line)
        self.setTabOrder(self.new, line.field)
        line.field.textEdited.connect(self._pause.start)
        line.field.returnPressed.connect(self._ask)
        line.field.editingFinished.connect(self.settled)
        line.chosen.connect(self._now)
        return line

    @cached_property
    def suggestions(self) -> Suggestions:
        """Searches made before, below the field. Made when there are some to tell."""
        from sourcing_desktop.ui.searches.suggestions import Suggestions

        return Suggestions(self._theme, self.words, self)

    def words_field(self) -> QLineEdit:
        return self.words

    def query(self) -> KeywordQuery | None:
        """What the fields say; None without words, and while a price cannot be read."""
        words, chinese, filters = self.words.text().strip(), self.chinese.words, self.filters.filters()
        if not (words or chinese) or filters is None:
            return None
        own = words if chinese and chinese != words else ""
        return KeywordQuery(self.platform.platform, chinese or words, filters, own, self._language)

    def query_of(self, view: ResultsView) -> KeywordQuery | None:
        """What was last searched for in a results area; None before that."""
        return self._queries.get(view)

    def forget_languages(self) -> None:
        """Search in the account's language, also for what was searched for in another one."""
        self._language = ""
        self._queries = {view: replace(query, language="") for view, query in self._queries.items()}

    def show_searched(self, query: KeywordQuery) -> None:
        """Name the tab in front by what it now searches for."""
        self._queries[self.results] = query
        self.tabs.name(self.results, " · ".join((query.title, PLATFORM_NAMES[query.platform])))

    def open(self, query: KeywordQuery, *, apart: bool = False) -> None:
        """Search for this: in the tab in front, or `apart` in one of its own."""
        if apart and self.query_of(self.results) is not None and not self._add_tab():
            return
        self._show_query(query)
        self._now()

    def new_search(self) -> None:
        """Begin another search and leave the one in front open."""
        if self.query_of(self.results) is None or self._add_tab():
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        """Close the search in front."""
        self.tabs.close_at(self.tabs.bar.currentIndex())

    def suggest_chinese(self, view: ResultsView, words: Sequence[str]) -> None:
        """Offer Chinese words found in the titles of a results area."""
        self._suggested[view] = words
        if view is self.results:
            self.chinese.suggest(words)

    def open_chinese(self) -> None:
        """Let the buyer write Chinese words."""
        self.in_chinese.setChecked(True)
        self.chinese.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def teach(self, examples: Sequence[Step]) -> None:
        """Offer searches where there is none yet, to show what can be typed."""
        self._examples = examples
        self._offer_steps()

    def remind(self, reminders: Sequence[Step]) -> None:
        """Offer searches made before in the same place."""
        self._reminders = reminders
        self._offer_steps()

    def add_view(self, view: ResultsView) -> ResultsView:
        view.hint.offer(*self._examples, *self._reminders)
        return super().add_view(view)

    def _front(self) -> ResultsView:
        return self.tabs.front

    def _show_query(self, query: KeywordQuery) -> None:
        """Fill the fields, without searching."""
        self._pause.stop()
        self.platform.blockSignals(True)
        self.platform.choose(query.platform)
        self.platform.blockSignals(False)
        self.filters.set_platform(query.platform)
        self.filters.show_filters(query.filters)
        self.words.setText(query.title)
        self.chinese.field.setText(query.keyword if query.words else "")
        self.in_chinese.blockSignals(True)
        self.in_chinese.setChecked(bool(query.words))
        self.in_chinese.blockSignals(False)
        self.chinese.setVisible(bool(query.words))
        self._language = query.language

    def _turned(self) -> None:
        self._show_query(self.query_of(self.results) or KeywordQuery(self.platform.platform, "", Filters()))
        self.chinese.suggest(self._suggested.get(self.results, ()))
        self.turned.emit()

    def _offer_steps(self) -> None:
        for view in self.views():
            view.hint.offer(*self._examples, *self._reminders)

    def _closed(self, view: ResultsView) -> None:
        self._queries.pop(view, None)
        self._suggested.pop(view, None)
        if view is self.results:
            self._turned()

    def _add_tab(self) -> bool:
        if self.tabs.full:
            self.results.banner.say(
                tr("{count} searches are open. Close one to open another.", count=MOST_TABS)
            )
            return False
        self.tabs.add()
        return True

    def _typed(self) -> None:
        self._language = ""
        self.chinese.field.clear()  # they were for other words
        self._pause.start()

    def _typed_enough(self) -> None:
        longest = max(len(self.words.text().strip()), len(self.chinese.words))
        if longest >= SHORTEST_WHILE_TYPING:
            self._ask()
            if not (self.words.hasFocus() or self.chinese.field.hasFocus()):
                self.settled.emit()  # the buyer had left the field before the pause was over

    def _platform_changed(self, platform: Platform) -> None:
        self.filters.set_platform(platform)
        self._now()

    def _chinese_toggled(self, down: bool) -> None:
        self.chinese.setVisible(down)
        if self.chinese.field.text().strip():
            self._now()

    def _now(self) -> None:
        self._ask()
        self.settled.emit()

    def _ask(self) -> None:
        self._pause.stop()
        if self.words.text().strip() or self.chinese.words:
            self.search_requested.emit()

    def _tool(self, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, self._theme.text))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        top = QFrame()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(8)
        row.addWidget(self.platform)
        row.addWidget(self.words, 1)
        for widget in (self.in_chinese, self.button, self.star, self.new):
            row.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (top, self.filters):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._typed_enough)
        self.words.textEdited.connect(self._typed)
        self.words.returnPressed.connect(self._ask)
        self.words.editingFinished.connect(self.settled)
        self.button.clicked.connect(self._now)
        self.in_chinese.toggled.connect(self._chinese_toggled)
        self.platform.changed.connect(self._platform_changed)
        self.filters.changed.connect(self._now)
        self.new.clicked.connect(self.new_search)
        self.tabs.turned.connect(self._turned)
        self.tabs.closed.connect(self._closed)
        for keys, standard, call in (
            ("Ctrl+W", QKeySequence.StandardKey.Close, self.close_search),
            ("Ctrl+Tab", QKeySequence.StandardKey.NextChild, lambda: self.tabs.walk(1)),
            ("Ctrl+Shift+Tab", QKeySequence.StandardKey.PreviousChild, lambda: self.tabs.walk(-1)),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(with_standard(keys, standard))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
