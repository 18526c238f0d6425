"""Walking through a shop: whatever names it, searching inside it, and what names none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.search import ShopQuery
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
NONSENSE = "This names no shop. Paste a shop id (BBB…), an offer number or the link of an offer."
TAOBAO = "Taobao shops cannot be searched through this gateway. Paste a 1688 shop or offer."


def name_shop(store, text):
    store.page.shop.clear()
    write(store.page.shop, text)
    press(store.page.shop, ENTER)


@pytest.fixture
def detail(store, runner):
    """An offer of a shop with more than one."""
    return runner.run(store.desk.offer())


async def goods_of(store, supplier, words=""):
    """The shop's first page as the gateway gives it."""
    return list((await store.desk.gateway.alibaba.shop(ShopQuery(supplier.id, words), 1, 20)).offers)


async def test_a_shop_is_opened_by_its_id(store, detail):
    name_shop(store, f" {detail.supplier.id} ")
    await store.stage(Stage.RESULTS)
    assert store.offers[:20] == await goods_of(store, detail.supplier)
    assert store.page.header.isVisible()
    assert store.page.filters.isVisible()


@pytest.mark.parametrize(
    "text",
    ["{}", "https://detail.1688.com/offer/{}.html?spm=a1", "http://m.1688.com/page/offer/{}.html"],
)
async def test_a_shop_is_opened_by_number_and_link_of_one_of_its_offers(store, open_desk, at_the_end, text):
    """Numbers are of the old generation of the contract, the account is of the new one."""
    old = await open_desk("v1")
    at_the_end.append(old.gateway.close)
    detail = await old.offer()
    name_shop(store, text.format(detail.ref.id))
    await store.stage(Stage.RESULTS)
    assert (store.page.shop.text(), store.page.header.name.text()) == (
        detail.supplier.id,
        detail.supplier.name,
    )
    assert detail.offer.title in [offer.title for offer in store.offers]


async def test_a_shop_is_opened_by_an_offer_id_of_its_generation(store, detail):
    name_shop(store, detail.ref.id)
    await store.stage(Stage.RESULTS)
    assert store.page.header.name.text() == detail.supplier.name
    assert store.page.shop.text() == detail.supplier.id
    assert detail.ref in [offer.ref for offer in store.offers]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a red bag", NONSENSE),
        ("12345", NONSENSE),
        ("https://example.com/shop", NONSENSE),
        ("https://item.taobao.com/item.htm?id=600000000001", TAOBAO),
    ],
)
async def test_what_names_no_shop_is_refused_and_stays_typed(store, detail, text, sentence):
    store.controller.open(detail.supplier)
    await store.stage(Stage.RESULTS)
    before = store.offers
    name_shop(store, text)
    await until(store.page.banner.isVisible)
    assert store.page.banner.text.text() == sentence
    assert store.page.shop.text() == text
    assert store.offers[: len(before)] == before


async def test_an_offer_that_is_gone_names_no_shop(store):
    name_shop(store, "aaaaaaaaaaaaaaaaaaaaaa")
    await until(store.page.banner.isVisible)
    assert store.page.banner.text.text().startswith("The gateway does not know this any more.")
    assert store.results.stage is Stage.HINT


async def test_more_of_the_shop_of_an_offer(store, detail):
    store.controller.open_shop_of(detail.ref)
    await store.stage(Stage.RESULTS)
    assert store.page.header.name.text() == detail.supplier.name


async def test_the_search_for_a_shop_shows_that_it_runs_and_can_be_tried_again(store, detail):
    control = store.desk.sandbox.control
    control.fault("AG1", "delay", seconds=0.3)
    control.fault("AG1", "http_500", times=0)
    name_shop(store, detail.ref.id)
    assert store.page.open.text() == "Opening…"
    await store.stage(Stage.RESULTS)
    assert store.page.open.text() == "Open shop"
    name_shop(store, detail.ref.id)
    await until(store.page.banner.isVisible)
    assert store.page.open.text() == "Open shop"
    control.clear()
    store.page.banner.retry.click()
    await until(lambda: store.page.shop.text() == detail.supplier.id)


async def test_the_latest_shop_wins(store, detail):
    other = (await store.desk.offer(row=6)).supplier
    assert other.id != detail.supplier.id
    store.desk.sandbox.control.fault("AG1", "delay", seconds=0.4)
    name_shop(store, detail.ref.id)
    await until(lambda: store.desk.sandbox.control.calls("AG1") > 2)
    store.controller.open(other)
    await store.stage(Stage.RESULTS)
    await store.answered()
    assert (store.page.shop.text(), store.page.header.name.text()) == (other.id, other.name)


async def test_a_shop_named_twice_in_haste_is_opened_once(store, detail):
    asked = QSignalSpy(store.page.shop_named)
    name_shop(store, detail.ref.id)
    press(store.page.shop, ENTER)
    assert asked.count() == 2
    await store.stage(Stage.RESULTS)


async def test_searching_inside_the_shop(store, detail):
    store.controller.open(detail.supplier)
    await store.stage(Stage.RESULTS)
    everything = await goods_of(store, detail.supplier)
    word = detail.offer.title.shown.split()[-1]
    write(store.page.words, word)
    press(store.page.words, ENTER)
    await store.stage(Stage.RESULTS)
    assert detail.ref in [offer.ref for offer in store.offers]
    store.page.words.clear()
    write(store.page.words, "zzqqxx")
    press(store.page.words, ENTER)
    await store.stage(Stage.NONE)
    assert store.results.none.text.text() == "This shop has no such goods. Try other words or fewer filters."
    store.page.words.clear()
    press(store.page.words, ENTER)
    await store.stage(Stage.RESULTS)
    assert store.offers[:20] == everything


async def test_searching_without_a_shop_asks_nothing(store):
    store.controller.search()
    assert store.results.stage is Stage.HINT


async def test_offers_of_taobao_lead_to_no_shop(store):
    store.controller.open_shop_of(OfferRef(Platform.TAOBAO, "v2", "x"))
    await until(store.page.banner.isVisible)
    assert store.page.banner.text.text() == TAOBAO


# Shops that are known


def names(store):
    """The shops on the list, without their headings."""
    shops = store.page.shops.list
    texts = [shops.item(row).text() for row in range(shops.count())]
    return [text.partition("\n")[0] for text in texts if "\n" in text]


async def walk_into(store, supplier):
    """Open a shop and wait until it is known."""
    store.controller.open(supplier)
    await store.stage(Stage.RESULTS)
    await until(lambda: (supplier.name or supplier.id) in names(store))


async def test_a_shop_that_was_visited_can_be_opened_from_the_list(store, detail):
    other = (await store.desk.offer(row=6)).supplier
    await walk_into(store, detail.supplier)
    await walk_into(store, other)
    assert names(store) == [other.name, detail.supplier.name]
    click(store.page.known)
    shops = store.page.shops.list
    assert shops.isVisible()
    assert shops.hasFocus()
    press(shops, Qt.Key.Key_Down)
    press(shops, ENTER)
    await until(lambda: store.page.header.name.text() == detail.supplier.name)
    assert not shops.isVisible()
    await store.stage(Stage.RESULTS)


async def test_a_remembered_shop_stands_above_those_visited(store, detail, shops):
    other = (await store.desk.offer(row=6)).supplier
    await walk_into(store, detail.supplier)
    click(store.page.header.star)
    await until(lambda: store.page.header.star.isChecked() and any(shop.remembered for shop in shops.known))
    assert store.page.header.star.accessibleName() == "Forget this shop"
    await walk_into(store, other)
    assert not store.page.header.star.isChecked()
    assert names(store) == [detail.supplier.name, other.name]
    headings = [store.page.shops.list.item(row).text() for row in (0, 2)]
    assert headings == ["Remembered", "Visited lately"]


async def test_a_shop_is_taken_off_the_list_and_brought_back(store, detail, toast):
    await walk_into(store, detail.supplier)
    click(store.page.known)
    press(store.page.shops.list, Qt.Key.Key_Delete)
    await until(lambda: names(store) == [])
    assert detail.supplier.name in toast.text.text()
    toast.take_back()
    await until(lambda: names(store) == [detail.supplier.name])


async def test_the_rest_of_a_shop_named_by_its_id_is_learned_from_its_goods(store, detail):
    name_shop(store, detail.supplier.id)
    await until(lambda: store.page.header.name.text() == detail.supplier.name)
    assert store.page.header.known.isVisible()
    await until(lambda: names(store) == [detail.supplier.name])


async def test_a_shop_nobody_has_is_not_remembered(store, shops):
    name_shop(store, "BBBnobodyhasthisid0000")
    await store.stage(Stage.FAILED)
    await store.answered()
    assert shops.known == ()
    assert not store.page.known.isVisible()


async def test_the_shops_of_the_time_before_are_offered_at_once(store, detail, shops, runner):
    await shops.visit(detail.supplier)
    assert store.page.shops.list.isVisible()
    assert names(store) == [detail.supplier.name]


async def test_where_nothing_is_found_the_next_steps_are_offered(store, detail):
    await walk_into(store, detail.supplier)
    write(store.page.words, "zzqqxx")
    press(store.page.words, ENTER)
    await store.stage(Stage.NONE)
    (button,) = store.results.none.findChildren(QPushButton)
    click(button)
    await store.stage(Stage.RESULTS)
    assert store.page.words.text() == ""


async def test_a_shop_narrowed_to_one_offer(store, detail):
    await walk_into(store, detail.supplier)
    dearest = max(offer.price for offer in store.offers)
    write(store.page.filters.price_from, f"{dearest.major:.2f}")
    press(store.page.filters.price_from, ENTER)
    await until(lambda: store.results.stage is Stage.RESULTS and len(store.offers) == 1)
    assert store.results.count.text() in ("1 offer", "1 offer so far")
