"""Offers and categories as the window asks for them."""

from __future__ import annotations

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery
from sourcing_desktop.services.catalog import Catalog
from sourcing_desktop.services.search import Search
from tests.support.desk import Desk


async def test_each_category_narrows_a_search_to_its_goods(desk: Desk):
    categories = await Catalog(desk.gateway).categories()
    assert len(categories) >= 12
    names = {name.shown: category_id for category_id, name in categories}
    everything = await Search(desk.gateway).begin(KeywordQuery(Platform.ALIBABA, "leather")).next_page()
    bags = Filters(category_id=next(names[name] for name in names if "Bag" in name or "Luggage" in name))
    only_bags = await Search(desk.gateway).begin(KeywordQuery(Platform.ALIBABA, "leather", bags)).next_page()
    assert 0 < only_bags.total < everything.total
