"""Searches for what the page of words asks, each search in its own tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sourcing_desktop.domain.chinese_words import frequent_words, is_chinese
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery, Page
from sourcing_desktop.language import tr
from sourcing_desktop.ui.formats import PLATFORM_NAMES, shortened
from sourcing_desktop.ui.search.keyword_page import KeywordPage
from sourcing_desktop.ui.search.results_view import ResultsView
from sourcing_desktop.ui.search.search_controller import SearchController

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search
    from sourcing_desktop.tasks import TaskScope

EXAMPLES = {
    "en": ("backpack", "ceramic mug", "desk lamp"),
    "vi": ("ba lô", "cốc sứ", "đèn bàn"),
    "es": ("mochila", "taza de cerámica", "lámpara de mesa"),
    "th": ("กระเป๋าเป้", "แก้วเซรามิก", "โคมไฟตั้งโต๊ะ"),
}
"""What a buyer may type, in the languages of titles."""

LAST_WORD_TELLS = ("en",)
"""Languages whose last word names the goods, as `red bag`; in the others the first one does."""


class KeywordController(QObject):
    """Looks after the tabs: the one in front is searched again in place, and one that was searched with
    another account when it is looked at. `language` is that of the account."""

    def __init__(self, page: KeywordPage, search: Search, scope: TaskScope, language: str = "en") -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._scope = scope
        self._language = language
        self._results: dict[ResultsView, SearchController] = {}
        for view in page.views():
            self._adopt(view)
        page.view_made.connect(self._adopt)
        page.search_requested.connect(self.search)
        page.turned.connect(self._catch_up)
        page.tabs.closed.connect(self._forget)
        page.teach([*self._examples()])
        page.forget_languages()
        if page.query() is not None:
            self.search()  # typed while the program was starting, or before the account was changed

    def search(self) -> None:
        """Search for the words with the filters as they are."""
        page = self._page
        if (query := page.query()) is None:
            return
        page.show_searched(query)
        page.suggest_chinese(page.results, ())
        self._results[page.results].search(
            self._search.begin(query),
            tr("Nothing found for “{words}”.", words=shortened(query.title)),
            *self._steps(query),
        )

    def _adopt(self, view: ResultsView) -> None:
        controller = self._results[view] = SearchController(view, self._scope, self)
        controller.page_arrived.connect(partial(self._arrived, view))
        controller.forget()

    def _forget(self, view: ResultsView) -> None:
        self._results[view].forget()

    def _catch_up(self) -> None:
        """The search in front, if it was begun with another account or not at all."""
        view = self._page.results
        if self._page.query_of(view) is not None and not self._results[view].begun:
            self.search()

    def _arrived(self, view: ResultsView, page: Page) -> None:
        self._page.suggest_chinese(view, frequent_words(offer.title.original for offer in page.offers))

    def _examples(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for words in EXAMPLES.get(self._language, EXAMPLES["en"]):
            query = KeywordQuery(Platform.ALIBABA, words)
            yield tr("Try “{words}”", words=words), partial(self._page.open, query)

    def _steps(self, query: KeywordQuery) -> Iterator[tuple[str, Callable[[], object]]]:
        """What may find something where this search found nothing."""
        page = self._page
        if query.filters != Filters(sort=query.filters.sort):
            yield tr("Take the filters off"), page.filters.reset
        other = Platform.TAOBAO if query.platform is Platform.ALIBABA else Platform.ALIBABA
        yield (
            tr("Search on {platform}", platform=PLATFORM_NAMES[other]),
            partial(page.platform.choose, other),
        )
        if fewer := self._fewer(query.title):
            fewer_query = KeywordQuery(query.platform, fewer, query.filters)
            yield tr("Search for “{words}” only", words=shortened(fewer)), partial(page.open, fewer_query)
        if not is_chinese(query.keyword):
            yield tr("Search for Chinese words instead"), page.open_chinese
        yield tr("Search by picture"), page.picture_wanted.emit

    def _fewer(self, text: str) -> str:
        """The words without one that says least; empty for a single word."""
        words = text.split()
        return " ".join(words[1:] if self._language in LAST_WORD_TELLS else words[:-1])
