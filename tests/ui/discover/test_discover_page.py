"""Walking through feeds: every feed brings offers, says what it cannot tell, and fails in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.feed import FeedKind
from sourcing_desktop.domain.ranking import RankKind
from sourcing_desktop.domain.selection import SoldOrder, Source
from sourcing_desktop.services.discovery import Discovery
from sourcing_desktop.ui.discover.discover_controller import DiscoverController
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.pool import pool_without_account
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
BY_CATEGORY = (FeedKind.HOT_LIST, FeedKind.CATEGORY)


def calls(discover, code):
    return discover.desk.sandbox.control.calls(code)


async def look(discover, kind=FeedKind.RECOMMENDED):
    """Come to the page, and choose a feed."""
    discover.page.window().setCurrentIndex(1)
    if kind is not FeedKind.RECOMMENDED:
        await discover.stage(Stage.RESULTS)
        click(discover.page.chips[kind])
    return discover.page.pane


async def below(discover, name: str = "") -> None:
    """Go down to a category by its chip; to the first one without a name."""
    trail = discover.page.pane.trail
    await until(lambda: trail.chips.buttons)
    chips = [chip for chip in trail.chips.buttons if chip.text() == name] or trail.chips.buttons
    chips[0].click()


async def test_recommendations_come_when_the_page_is_seen(discover):
    assert discover.results.stage is Stage.HINT
    assert calls(discover, "AG7") == 0
    await look(discover)
    await discover.stage(Stage.RESULTS)
    assert len(discover.offers) >= 20
    assert discover.page.chips[FeedKind.RECOMMENDED].isChecked()


async def test_nothing_is_asked_of_feeds_nobody_looked_at(discover):
    await look(discover)
    await discover.stage(Stage.RESULTS)
    assert [calls(discover, code) for code in ("AM1", "AM2", "AM3", "AG6")] == [0, 0, 0, 0]


@pytest.mark.parametrize("kind", [FeedKind.STRICT_SELECTION, FeedKind.GLOBAL_SELECTION])
async def test_selections_can_be_searched_inside(discover, kind):
    await look(discover, kind)
    await discover.stage(Stage.RESULTS)
    everything = discover.offers
    write(discover.page.pane.words, everything[0].title.shown.split()[-1])
    press(discover.page.pane.words, ENTER)
    await discover.stage(Stage.RESULTS)
    assert everything[0].ref in [offer.ref for offer in discover.offers]
    discover.page.pane.words.clear()
    write(discover.page.pane.words, "zzqqxx")
    press(discover.page.pane.words, ENTER)
    await discover.stage(Stage.NONE)
    assert discover.results.none.text.text().startswith("The selection has no such goods.")


async def test_arrows_on_the_feeds_choose_them(discover):
    page = discover.page
    await look(discover, FeedKind.STRICT_SELECTION)
    press(page.window().focusWidget(), Qt.Key.Key_Right)
    assert page.pane.kind is FeedKind.GLOBAL_SELECTION
    press(page.window().focusWidget(), Qt.Key.Key_Left)
    assert page.pane.kind is FeedKind.STRICT_SELECTION
    assert page.chips[FeedKind.STRICT_SELECTION].hasFocus()


async def test_a_feed_is_as_it_was_left(discover):
    await look(discover)
    await discover.stage(Stage.RESULTS)
    first = discover.offers
    click(discover.page.chips[FeedKind.STRICT_SELECTION])
    await discover.stage(Stage.RESULTS)
    asked = calls(discover, "AG7")
    click(discover.page.chips[FeedKind.RECOMMENDED])
    assert discover.offers[: len(first)] == first
    assert calls(discover, "AG7") == asked


async def test_hot_lists_begin_with_a_category_and_tell_places_but_no_prices(discover):
    await look(discover, FeedKind.HOT_LIST)
    await discover.stage(Stage.RESULTS)
    assert [offer.place for offer in discover.offers] == list(range(1, 21))
    assert all(offer.price is None and offer.buyers_30_days for offer in discover.offers)
    assert "no prices" in discover.page.pane.note.text()
    model = discover.results.model
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "No. 1 · 1688" in spoken
    assert "buyers" in spoken


async def test_another_kind_of_list_ranks_anew(discover):
    await look(discover, FeedKind.HOT_LIST)
    await discover.stage(Stage.RESULTS)
    before = [offer.ref for offer in discover.offers]
    rank = discover.page.pane.rank
    rank.setCurrentIndex(rank.findData(RankKind.GOOD_PRICE))
    await until(lambda: [offer.ref for offer in discover.offers] != before)
    assert [offer.place for offer in discover.offers] == list(range(1, 21))


async def test_an_empty_hot_list_says_so(discover):
    pane = await look(discover, FeedKind.HOT_LIST)
    await until(lambda: pane.trail.chips.buttons)
    empty, rank = await empty_list(discover.desk.gateway.alibaba)
    pane.rank.setCurrentIndex(pane.rank.findData(rank))
    pane.trail.choose(empty)
    await discover.stage(Stage.NONE)
    assert discover.results.none.text.text().startswith("This list is empty.")


async def empty_list(alibaba):
    """A category and a kind of which the market has no goods."""
    for top in (await alibaba.category()).children:
        for group in (await alibaba.category(top.id)).children:
            for leaf in (await alibaba.category(group.id)).children:
                for rank in (RankKind.VIETNAM_HOT, RankKind.LIVE_NEW):
                    if not (await alibaba.marketing.hot_list(leaf.id, rank)).offers:
                        return leaf, rank
    raise LookupError("every list has goods")


async def test_categories_lead_down_three_levels_and_back(discover):
    await look(discover, FeedKind.CATEGORY)
    trail = discover.page.pane.trail
    await discover.stage(Stage.RESULTS)
    assert trail.category.level == 1  # the first one's goods come at once
    click(trail.all)
    assert discover.results.stage is Stage.HINT
    assert not discover.page.pane.filters.isVisible()
    tops = [chip.text() for chip in trail.chips.buttons]
    await below(discover, tops[1])
    await discover.stage(Stage.RESULTS)
    whole = discover.offers
    await until(lambda: [chip.text() for chip in trail.chips.buttons] not in ([], tops))
    await below(discover)
    await until(lambda: trail.category.level == 2 and trail.chips.buttons)
    await below(discover)
    await until(lambda: trail.category.level == 3)
    assert not trail.chips.buttons
    asked = calls(discover, "AG6")
    crumbs = trail.crumbs()
    assert crumbs[:2] == ["All categories", tops[1]]
    assert len(crumbs) == 4
    click(trail.all)
    assert discover.results.stage is Stage.HINT
    assert [chip.text() for chip in trail.chips.buttons] == tops
    await below(discover, tops[1])
    await until(lambda: discover.offers[:5] == whole[:5])
    assert calls(discover, "AG6") == asked


async def test_words_inside_a_category(discover):
    await look(discover, FeedKind.CATEGORY)
    await below(discover)
    await discover.stage(Stage.RESULTS)
    write(discover.page.pane.words, discover.offers[3].title.shown.split()[-1])
    wanted = discover.offers[3].ref
    press(discover.page.pane.words, ENTER)
    await discover.stage(Stage.RESULTS)
    assert wanted in [offer.ref for offer in discover.offers]


@pytest.mark.parametrize("kind", BY_CATEGORY)
async def test_categories_that_do_not_come_can_be_asked_for_again(discover, kind):
    control = discover.desk.sandbox.control
    control.fault("AG6", "http_500", times=0)
    await look(discover, kind)
    trail = discover.page.pane.trail
    await until(trail.problem.isVisible)
    assert discover.results.stage is Stage.HINT
    control.clear()
    click(trail.retry)
    await until(lambda: trail.chips.buttons)
    assert not trail.problem.isVisible()


@pytest.mark.parametrize("kind", BY_CATEGORY)
async def test_a_category_that_is_gone(discover, kind):
    await look(discover, kind)
    trail = discover.page.pane.trail
    await until(lambda: trail.chips.buttons)
    await discover.answered()
    gone = await discover.desk.gateway.alibaba.category("101")
    trail.choose(replace(gone, id="999999", leaf=True))
    await discover.stage(Stage.FAILED if kind is FeedKind.HOT_LIST else Stage.NONE)
    if kind is FeedKind.HOT_LIST:
        assert discover.results.failed.text.text().startswith("The gateway has no list of this category")


async def test_the_pool_is_one_more_source(discover):
    await look(discover, FeedKind.POOL)
    await discover.stage(Stage.RESULTS)
    pane = discover.page.pane
    assert {offer.ref.generation for offer in discover.offers} == {"linkedmall"}
    pane.source.setCurrentIndex(pane.source.findData(Source.ALIBABA))
    pane.order.setCurrentIndex(pane.order.findData(SoldOrder.MOST_FIRST))
    await until(lambda: {offer.ref.platform for offer in discover.offers} == {"1688"})
    write(pane.filters.price_to, "20")
    press(pane.filters.price_to, ENTER)
    await until(lambda: discover.offers and all(offer.price.minor <= 2000 for offer in discover.offers))
    assert not pane.filters.sort.isVisible()


async def test_categories_of_the_pool(discover):
    await look(discover, FeedKind.POOL)
    await discover.stage(Stage.RESULTS)
    whole, trail = discover.offers[:20], discover.page.pane.trail
    await until(lambda: trail.chips.buttons)
    assert trail.chips.buttons[0].text() == trail.chips.buttons[0].accessibleName()  # Chinese only
    trail.chips.buttons[-1].click()
    await until(lambda: discover.offers[:20] != whole)
    await discover.stage(Stage.RESULTS)


async def test_without_an_account_the_pool_says_how_to_add_one(discover_with):
    discover = discover_with(pool_without_account())
    await look(discover, FeedKind.POOL)
    await until(lambda: "no LinkedMall account" in discover.results.hint.text.text())
    asked = []
    discover.page.accounts_requested.connect(lambda: asked.append(True))
    (button,) = discover.results.hint.findChildren(QPushButton)
    click(button)
    assert asked == [True]


async def test_a_feed_that_fails_can_be_tried_again(discover):
    await look(discover)
    control = discover.desk.sandbox.control
    await discover.stage(Stage.RESULTS)
    control.fault("AM2", "http_500", times=0)
    click(discover.page.chips[FeedKind.STRICT_SELECTION])
    await discover.stage(Stage.FAILED)
    control.clear()
    click(discover.results.failed.button)
    await discover.stage(Stage.RESULTS)


async def test_feeds_and_categories_by_keyboard(discover):
    await look(discover)
    await discover.stage(Stage.RESULTS)
    kinds = list(FeedKind)
    discover.page.chips[kinds[0]].setFocus()
    for here, following in pairwise(kinds[:5]):
        press(discover.page.chips[here], Qt.Key.Key_Right)
        assert discover.page.pane.kind is following
        assert discover.page.chips[following].hasFocus()
    trail = discover.page.pane.trail
    await until(lambda: trail.chips.buttons)
    trail.chips.buttons[0].setFocus()
    press(trail.chips.buttons[0], Qt.Key.Key_End)
    assert trail.chips.buttons[-1].hasFocus()
    press(trail.chips.buttons[-1], Qt.Key.Key_Left)
    assert trail.chips.buttons[-2].hasFocus()
    press(trail.chips.buttons[-2], Qt.Key.Key_Home)
    press(trail.chips.buttons[0], Qt.Key.Key_Right)
    assert trail.chips.buttons[1].hasFocus()
    press(trail.chips.buttons[1], Qt.Key.Key_Tab)
    assert not trail.chips.isAncestorOf(discover.page.window().focusWidget())
    trail.chips.buttons[1].setFocus()
    press(trail.chips.buttons[1], Qt.Key.Key_Space)
    await discover.stage(Stage.RESULTS)
    assert trail.isAncestorOf(discover.page.window().focusWidget())


async def test_another_account_begins_anew_with_the_feed_in_front(discover, open_scope, sandbox):
    pane = await look(discover, FeedKind.CATEGORY)
    await below(discover)
    await discover.stage(Stage.RESULTS)
    other = discover.page.panes()
    await discover.answered()
    discover.controller.deleteLater()
    discovery = Discovery(discover.desk.gateway, pool_without_account())
    asked = calls(discover, "AG7")
    DiscoverController(discover.page, discovery, open_scope("another account"))
    assert discover.results.stage is Stage.HINT
    assert not pane.filters.isVisible()
    assert pane.trail.crumbs() == ["All categories"]
    assert [each.results.model.rowCount() for each in other] == [0, 0]
    await until(lambda: pane.trail.category is not None and pane.trail.category.level == 1)
    await discover.stage(Stage.RESULTS)
    click(discover.page.chips[FeedKind.RECOMMENDED])
    await discover.stage(Stage.RESULTS)
    assert calls(discover, "AG7") == asked + 1
