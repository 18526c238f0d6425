"""Search sessions: paged until nothing new comes."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, KeywordQuery, Page
from sourcing_desktop.services.search import Search, SearchSession
from tests.support.desk import Desk


async def walk(session: SearchSession, most: int = 200):
    offers = []
    for _ in range(most):
        page = await session.next_page()
        offers.extend(page.offers)
        if session.ended:
            break
    return offers


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.limit(60)
async def test_a_session_ends_and_shows_every_offer_once(desk: Desk, platform):
    session = Search(desk.gateway).begin(KeywordQuery(platform, "mug"))
    offers = await walk(session)
    assert session.ended
    assert len(offers) > 1
    assert len({offer.ref for offer in offers}) == len(offers)
    assert not (await session.next_page()).offers


async def test_a_failed_page_can_be_asked_for_again(desk: Desk):
    session = Search(desk.gateway).begin(KeywordQuery(Platform.ALIBABA, "mug"))
    first = await session.next_page()
    desk.sandbox.control.fault("AG3", "html", times=3)
    with pytest.raises(SourcingError):
        await session.next_page()
    desk.sandbox.control.clear()
    second = await session.next_page()
    assert second.offers
    assert not {offer.ref for offer in first.offers} & {offer.ref for offer in second.offers}


async def test_taobao_prices_are_filtered_here_and_counted(desk: Desk):
    filters = Filters(price_from=Money.yuan(20), price_to=Money.yuan(60))
    session = Search(desk.gateway).begin(KeywordQuery(Platform.TAOBAO, "lamp", filters))
    offers = await walk(session)
    assert offers
    assert all(filters.price_from <= offer.price <= filters.price_to for offer in offers)
    assert session.left_out > 0


async def test_a_price_nothing_has_is_looked_for_a_few_pages_at_a_time(desk: Desk):
    asked = []

    async def fetch(number: int) -> Page:
        asked.append(number)
        return await desk.gateway.taobao.keyword(KeywordQuery(Platform.TAOBAO, "lamp"), number, 2)

    session = SearchSession(fetch, lambda offer: False)
    page = await session.next_page()
    assert (page.offers, session.ended, asked, session.left_out) == ((), False, [1, 2, 3, 4, 5], 10)
    await session.next_page()
    assert asked[-1] == 10


async def test_related_offers_are_for_1688_only(desk: Desk):
    search = Search(desk.gateway)
    assert await search.related((await desk.offer(Platform.TAOBAO)).ref) == ()
    assert await search.related((await desk.offer()).ref)
