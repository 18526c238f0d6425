"""Addresses, selections, hot lists, categories, chosen and source goods, and freight abroad, through the real
client in the real sandbox, in both generations."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sourcing_desktop.domain.errors import NotFound, Rejected
from sourcing_desktop.domain.freight import (
    Arrival,
    DomesticParcel,
    FreightItem,
    FreightLine,
    OverseasAddress,
)
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.search import Filters, FilterWord, KeywordQuery, Sort
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.gateways.goods import WAREHOUSE
from tests.gateways.test_sandbox_orders import details

TOKYO = OverseasAddress("Jane Doe", "JP", "Tokyo", "Chiyoda", "1 Main Street", "1000001", "0312345678")


async def test_addresses_are_saved_changed_and_listed(pandapon: PandaPon):
    book = pandapon.addresses
    assert await book.all() == ()
    await book.save(WAREHOUSE)
    [saved] = await book.all()
    assert saved.address.street == f"{WAREHOUSE.town} {WAREHOUSE.street}"
    assert (saved.address.name, saved.address.mobile) == (WAREHOUSE.name, WAREHOUSE.mobile)
    assert (saved.address.province, saved.address.city, saved.address.district) == (
        "浙江省",
        "杭州市",
        "余杭区",
    )
    await book.save(replace(saved.address, name="韩梅梅"), saved.id)
    [changed] = await book.all()
    assert changed == replace(saved, address=replace(saved.address, name="韩梅梅"))
    with pytest.raises(NotFound):
        await book.save(WAREHOUSE, "99")


async def test_selections_hold_only_what_was_selected(pandapon: PandaPon):
    side, query = pandapon.alibaba, KeywordQuery(Platform.ALIBABA, "bag", Filters(sort=Sort.PRICE_UP))
    everything = (await side.keyword(query, 1, 20)).offers
    for ask, word in (
        (side.marketing.global_selection, FilterWord.GLOBAL_SELECTION),
        (side.marketing.strict_selection, FilterWord.STRICT_SELECTION),
    ):
        narrowed = replace(query, filters=replace(query.filters, words=frozenset({word})))
        selected = await ask(query, 1, 20)
        assert selected.offers == (await side.keyword(narrowed, 1, 20)).offers != everything
        assert selected.offers


async def test_categories_lead_to_hot_lists(pandapon: PandaPon):
    side = pandapon.alibaba
    root = await side.category()
    assert (root.id, root.level, root.leaf) == ("0", 0, False)
    assert await side.categories() == tuple((each.id, each.name) for each in root.children)
    top = await side.category(root.children[0].id)
    assert (top.level, top.parent_id, top.name) == (1, "0", root.children[0].name)
    assert {each.parent_id for each in top.children} == {top.id}

    hot = await side.marketing.hot_list(top.id, RankKind.HOT, 5)
    assert (hot.category_id, hot.name, hot.kind) == (top.id, top.name.translated, "hot")
    assert [ranked.place for ranked in hot.offers] == [1, 2, 3, 4, 5]
    sold = [ranked.offer.sold_30_days for ranked in hot.offers]
    assert sold == sorted(sold, reverse=True)
    best = hot.offers[0].offer
    detail = await side.detail(best.ref)
    assert (detail.offer.title, detail.offer.picture) == (best.title, best.picture)
    with pytest.raises(NotFound):
        await side.category("999999999")


async def test_source_goods_have_no_supply(pandapon: PandaPon):
    [detail] = await details(pandapon, Platform.TAOBAO)
    source = await pandapon.taobao.source(detail.ref)
    assert (source.ref, source.supply_id, source.skus[0].id) == (detail.ref, "", detail.skus[0].id)
    assert source.offer.price == detail.offer.price


async def test_goods_chosen_before_are_listed_in_v1_only(connect, sandbox):
    first = await connect("v1").taobao.chosen(1, 10)
    second = await connect("v1").taobao.chosen(2, 10)
    assert len(first.offers) == len(second.offers) == 10
    assert first.total > 20
    assert not {offer.ref for offer in first.offers} & {offer.ref for offer in second.offers}
    detail = await connect("v1").taobao.detail(first.offers[0].ref)
    assert detail.offer.picture == first.offers[0].picture
    with pytest.raises(Rejected, match="first generation"):
        await connect("v2").taobao.chosen(1, 10)
    assert sandbox.control.calls("TG5") == 2


async def goods(pandapon: PandaPon) -> FreightItem:
    [detail] = await details(pandapon, Platform.TAOBAO)
    sku = detail.skus[0]
    return FreightItem(
        detail.supply_id, sku.id, 2, sku.price or Money(0), detail.offer.title.original, detail.offer.picture
    )


async def test_goods_are_sent_abroad(pandapon: PandaPon, sandbox):
    warehouse, item = pandapon.warehouse, await goods(pandapon)
    services = await warehouse.services(item, TOKYO)
    assert [service.price for service in services] == sorted(service.price for service in services)
    assert all(0 < service.least_days <= service.most_days and service.weight_g for service in services)
    lines = [FreightLine(item, services[0])]
    quote = await warehouse.quote(lines, TOKYO)
    assert quote.id.startswith("FF")
    assert quote.price == services[0].price == quote.lines[0].service.price
    assert (quote.lines[0].supply_id, quote.lines[0].quantity) == (item.supply_id, 2)

    booking = await warehouse.book(quote, lines, TOKYO, purchase_id="12345667", remark="fragile")
    assert (booking.price, booking.status) == (quote.price, "CREATED")
    [expected] = booking.parcels
    assert (expected.supply_id, expected.supply_sku_id) == (item.supply_id, item.supply_sku_id)
    sent = DomesticParcel("SF1234521212678", "顺丰", datetime(2025, 8, 5, tzinfo=UTC))
    await warehouse.announce(booking.id, [Arrival(expected.number, item, (sent,))], purchase_id="12345667")
    [kept] = sandbox.control.bookings()
    assert str(kept["id"]) == booking.id
    assert sent.waybill in str(kept)


async def test_a_service_nobody_offers(pandapon: PandaPon):
    warehouse, item = pandapon.warehouse, await goods(pandapon)
    [service, *_] = await warehouse.services(item, TOKYO)
    with pytest.raises(NotFound):
        await warehouse.quote([FreightLine(item, replace(service, id="0"))], TOKYO)
    with pytest.raises(Rejected):
        await warehouse.services(item, replace(TOKYO, country="Japan"))
