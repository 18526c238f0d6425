"""LinkedMall's selection pool: one more source, with its own categories, words, sources and order."""

from __future__ import annotations

from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.domain.selection import SoldOrder, Source
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.choice_box import ChoiceBox
from sourcing_desktop.ui.discover.category_trail import LINES
from sourcing_desktop.ui.discover.feed_pane import FeedPane
from sourcing_desktop.ui.theme import Theme

SOURCES = {
    None: tr("From everywhere"),
    Source.ALIBABA: tr("From 1688"),
    Source.TAOBAO: tr("From Taobao"),
    Source.TMALL: tr("From Tmall"),
}

ORDERS = {
    None: tr("Newest first"),
    SoldOrder.MOST_FIRST: tr("Most sold first"),
    SoldOrder.FEWEST_FIRST: tr("Least sold first"),
}


class PoolPane(FeedPane):
    """The whole pool, or what is asked of it."""

    def __init__(self, theme: Theme, loader: PictureLoader) -> None:
        note = tr(
            "Goods from 1688, Taobao and Tmall in LinkedMall’s pool, with Chinese titles. They can be kept"
            " and compared, but do not go into the cart."
        )
        super().__init__(theme, loader, FeedKind.POOL, "exchange", note)
        self._trail = self.put_trail(lines=LINES)
        self.source = ChoiceBox(tr("Where goods of the pool come from"))
        self.order = ChoiceBox(tr("Order of results"))
        for source, name in SOURCES.items():
            self.source.addItem(name, source)
        for order, name in ORDERS.items():
            self.order.addItem(name, order)
        for box in (self.source, self.order):
            box.currentIndexChanged.connect(self._ask)
        hint = tr("Words in Chinese titles")
        self._filters = self.put_search(theme, hint, self.source, self.order)
        for unknown in (self._filters.sort, self._filters.category, self._filters.words):
            unknown.hide()  # the pool's are above, or it has none

    def feed(self) -> Feed | None:
        prices = self._filters.filters()
        if prices is None:
            return None
        return Feed(
            self.kind,
            self.typed,
            Filters(prices.price_from, prices.price_to, category_id=self._trail.category_id),
            source=self.source.currentData(),
            sold=self.order.currentData(),
        )
