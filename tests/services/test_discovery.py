"""Feeds end where they end, go to the call they name, and fail in words."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import NotFound, SourcingError
from sourcing_desktop.domain.feed import Feed, FeedKind
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.search import Filters, Sort
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.services.discovery import Discovery
from sourcing_desktop.services.sightings import Sightings
from tests.support.pool import pool_without_account

TOP = "101"


@pytest.fixture
def discovery(desk) -> Discovery:
    return Discovery(desk.gateway, pool_without_account())


async def walked(session):
    """All offers of a feed."""
    offers = []
    while not session.ended:
        offers += (await session.next_page()).offers
    return offers


@pytest.mark.parametrize(
    ("feed", "code"),
    [
        (Feed(FeedKind.RECOMMENDED), "AG7"),
        (Feed(FeedKind.STRICT_SELECTION), "AM2"),
        (Feed(FeedKind.GLOBAL_SELECTION), "AM1"),
        (Feed(FeedKind.HOT_LIST, filters=Filters(category_id=TOP)), "AM3"),
        (Feed(FeedKind.CATEGORY, filters=Filters(category_id=TOP)), "AG3"),
    ],
)
async def test_each_feed_asks_its_own_call_and_brings_offers_of_the_account(desk, discovery, feed, code):
    page = await discovery.begin(feed).next_page()
    assert desk.sandbox.control.calls(code) == 1
    assert len(page.offers) == 20
    assert {offer.ref.generation for offer in page.offers} == {desk.gateway.generation}


async def test_what_is_shown_of_a_feed_is_noted_under_its_name(desk):
    notes, sightings = [], Sightings()
    sightings.hear(notes.append)
    discovery = Discovery(desk.gateway, pool_without_account(), sightings)
    session = discovery.begin(Feed(FeedKind.CATEGORY, filters=Filters(category_id=TOP)), "Categories")
    page = await session.next_page()
    assert not notes
    session.shown(page)
    (note,) = notes
    assert (note.offers, note.found_by) == (page.offers, FoundBy(FoundIn.FEED, "Categories", TOP))
    assert note.began < note.at


async def test_a_selection_is_walked_to_its_end(discovery):
    offers = await walked(discovery.begin(Feed(FeedKind.STRICT_SELECTION)))
    assert len(offers) > 100
    assert len({offer.ref for offer in offers}) == len(offers)


async def test_what_is_asked_of_a_feed_narrows_it(discovery):
    filters = Filters(price_to=Money.yuan(100), sort=Sort.PRICE_DOWN)
    page = await discovery.begin(Feed(FeedKind.GLOBAL_SELECTION, "包", filters)).next_page()
    prices = [offer.price.minor for offer in page.offers]
    assert prices
    assert prices == sorted(prices, reverse=True)
    assert prices[0] <= 10_000


async def test_a_hot_list_has_twenty_places_and_no_second_page(desk, discovery):
    feed = Feed(FeedKind.HOT_LIST, filters=Filters(category_id=TOP), rank=RankKind.HOT)
    offers = await walked(discovery.begin(feed))
    assert [offer.place for offer in offers] == list(range(1, 21))
    assert all(offer.buyers_30_days for offer in offers)
    assert desk.sandbox.control.calls("AM3") == 1


async def test_a_category_that_is_gone_has_no_list(discovery):
    feed = Feed(FeedKind.HOT_LIST, filters=Filters(category_id="999999"))
    with pytest.raises(NotFound, match="no list of this category any more"):
        await discovery.begin(feed).next_page()
    with pytest.raises(SourcingError):
        await discovery.categories_below(FeedKind.CATEGORY, "999999")


async def test_categories_lead_down_to_a_leaf(discovery):
    tops = await discovery.categories_below(FeedKind.CATEGORY)
    groups = await discovery.categories_below(FeedKind.CATEGORY, tops[0].id)
    leaves = await discovery.categories_below(FeedKind.CATEGORY, groups[0].id)
    assert [each[0].level for each in (tops, groups, leaves)] == [1, 2, 3]
    assert leaves[0].leaf
    assert tops[0].name.translated
