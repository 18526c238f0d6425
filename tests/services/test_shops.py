"""Finding shops, and knowing again those the buyer was in."""

from __future__ import annotations

import pytest

from sourcing_desktop.domain.errors import NotFound
from sourcing_desktop.domain.offer import LINKEDMALL_IDS, OfferRef, Platform
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.services.shops import Shops
from sourcing_desktop.storage.remembered_shops import RememberedShops


@pytest.fixture
def shops(desk) -> Shops:
    return Shops(desk.gateway, RememberedShops(desk.database, "ours"))


async def test_a_shop_named_by_its_id_is_known_again_by_name(desk, shops):
    supplier = (await desk.offer()).supplier
    assert await shops.find(supplier.id) == Supplier(supplier.id)
    await shops.visit(supplier)
    assert await shops.find(supplier.id) == supplier


async def test_a_visit_without_facts_keeps_those_known(desk, shops):
    supplier = (await desk.offer()).supplier
    await shops.visit(supplier)
    await shops.visit(Supplier(supplier.id))
    assert [known.supplier for known in shops.known] == [supplier]


async def test_a_kept_shop_stays_kept_when_it_is_visited_and_until_it_is_let_go(shops):
    told = []
    shops.changed.subscribe(lambda known: told.append([each.remembered for each in known]))
    shop = Supplier("BBB1234567890", "义乌")
    await shops.keep(shop, True)
    await shops.visit(shop)
    await shops.keep(shop, False)
    assert told == [[True], [True], [False]]


async def test_a_forgotten_shop_can_be_brought_back_as_it_was(shops):
    shop = Supplier("BBB1234567890", "义乌")
    await shops.keep(shop, True)
    (known,) = shops.known
    gone = await shops.forget(shop.id)
    assert (gone, shops.known) == (known, ())
    await shops.restore(gone)
    assert shops.known == (known,)
    assert await shops.forget("BBB0000000000") is None


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        (OfferRef(Platform.TAOBAO, "v2", "x"), "Taobao shops cannot be searched"),
        (OfferRef(Platform.ALIBABA, LINKEDMALL_IDS, "660001"), "Shops of LinkedMall’s pool cannot"),
    ],
)
async def test_offers_that_lead_to_no_shop(shops, ref, sentence):
    with pytest.raises(NotFound, match=sentence):
        await shops.of(ref)
