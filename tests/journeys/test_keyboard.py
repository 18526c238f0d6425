"""A buyer's whole job by keyboard alone: keys go where the focus is, and nothing else touches the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from tests.support.waiting import until

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)
ADDRESS = ("Li Lei", "13800000000", "", "浙江省", "杭州市", "余杭区", "仓前街道", "Wenyi West Road 1")


class MouseWatch(QObject):
    """Notes what a keyboard cannot do."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOUSE:
            self.seen.append(event.type())
        return False


class Buyer:
    """Two hands on a keyboard in front of the window."""

    def __init__(self, program) -> None:
        self.window = program.window
        self.session = program.session

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus is nowhere"
        assert focus.isVisible(), f"the focus is at {focus}, which nobody sees"
        return focus

    def press(self, *keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, hold)

    def type(self, text: str) -> None:
        for character in text:
            if character.isascii():
                QTest.keyClick(self.focus, character)
            else:
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(self.focus, event)

    def tab_to(self, widget: QWidget, *, back: bool = False, most: int = 12) -> None:
        for _ in range(most):
            if self.focus is widget:
                return
            self.press(
                KEY.Key_Backtab if back else KEY.Key_Tab, hold=SHIFT if back else Qt.KeyboardModifier(0)
            )
        raise AssertionError(f"{widget} is not within {most} tabs; the focus is at {self.focus}")

    async def results(self, results: ResultsView) -> None:
        await until(lambda: results.stage is not Stage.LOADING, seconds=10)
        assert results.stage is Stage.RESULTS

    async def open_one_that_can_be_had(self, results: ResultsView) -> int:
        """Enter on one card after the other until a SKU has stock; that SKU has the keyboard then."""
        offer = self.window.offer.page
        self.press(KEY.Key_R, hold=CTRL)
        for _ in range(results.model.rowCount()):
            before = offer.detail
            self.press(KEY.Key_Return)
            await until(lambda before=before: offer.detail is not None and offer.detail is not before)
            least = offer.detail.rules.rounded_up(max(offer.detail.rules.moq, 2))
            rows = [row for row, sku in enumerate(offer.detail.skus) if (sku.stock or 0) >= 2 * least]
            if offer.detail.obstacle is None and rows:
                assert self.focus is offer.skus.table
                self.go_to(offer.detail.skus[rows[0]].id)
                return least
            self.press(KEY.Key_R, hold=CTRL)
            self.press(KEY.Key_Right)
        raise AssertionError("nothing can be had")

    def go_to(self, sku_id: str) -> None:
        """Walk down and across to a SKU with the arrow keys."""
        skus = self.window.offer.page.skus
        here, there = skus.table.currentIndex(), skus.model.index_of(sku_id)
        self.press(*[KEY.Key_Down] * (there.row() - here.row()))
        self.press(*[KEY.Key_Right] * (there.column() - here.column()))

    async def take(self, pieces: int) -> None:
        """Type a quantity at the SKU and put it into the cart."""
        lines = len(self.session.basket.cart.lines)
        self.type(str(pieces))
        assert isinstance(self.focus, QLineEdit)
        self.press(KEY.Key_Return, hold=CTRL)
        await until(lambda: len(self.session.basket.cart.lines) > lines)
        await until(lambda: self.window.offer.page.add.text() == "Add to cart")  # told; one at a time


@pytest.fixture
def buyer(program, qapp) -> Iterator[Buyer]:
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield Buyer(program)
    qapp.removeEventFilter(watch)
    assert not watch.seen


@pytest.mark.limit(60)
async def test_from_search_to_placed_orders(buyer, program):
    window = buyer.window
    page, results = window.keyword, window.keyword.results
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("backpack")
    buyer.press(KEY.Key_Return)
    await buyer.results(results)
    least = await buyer.open_one_that_can_be_had(results)
    await buyer.take(least)

    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.tab_to(page.platform.buttons[Platform.TAOBAO], back=True)
    buyer.press(KEY.Key_Space)
    assert page.platform.platform is Platform.TAOBAO
    buyer.press(KEY.Key_F, hold=CTRL)
    buyer.type("lamp")
    buyer.press(KEY.Key_Return)
    await buyer.results(results)
    await buyer.open_one_that_can_be_had(results)
    await buyer.take(1)

    buyer.press(KEY.Key_K, hold=CTRL | SHIFT)
    assert buyer.focus is window.cart.tree
    assert len(window.cart.model.cart.sellers) == 2
    buyer.tab_to(window.cart.checkout)
    buyer.press(KEY.Key_Space)
    await until(lambda: buyer.session.checkout.confirmation is not None)
    sheet = buyer.session.checkout.confirmation.sheet
    await until(sheet.isActiveWindow)  # not at once when it is visible
    await until(sheet.address.form.isVisible)
    buyer.tab_to(sheet.address.form.lines["name"])
    for text in ADDRESS:
        buyer.type(text)
        buyer.press(KEY.Key_Tab)
    buyer.press(KEY.Key_Return)
    await until(lambda: sheet.address.address is not None)
    await until(sheet.place.isEnabled, seconds=10)
    buyer.press(KEY.Key_Return, hold=CTRL)
    await until(lambda: sheet.title.text() == "2 orders placed", seconds=20)
    buyer.press(KEY.Key_Escape)
    await until(lambda: buyer.session.checkout.confirmation is None)
    window.activateWindow()  # what a window manager does
    await until(window.isActiveWindow)

    buyer.press(KEY.Key_O, hold=CTRL)
    await until(lambda: window.orders.model.rowCount() == 2)
    await until(lambda: not window.cart.model.rowCount())
    buyer.tab_to(window.orders.table)
    assert len(program.sandbox.control.orders()) == 2


async def test_a_search_by_picture(buyer, program):
    window = buyer.window
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.keyword.results)
    offer = window.keyword.results.model.offer(0)
    buyer.press(KEY.Key_2, hold=CTRL)
    assert buyer.focus is window.image.link
    buyer.type(offer.picture)
    buyer.press(KEY.Key_Return)
    await until(lambda: window.image.results.stage is not Stage.HINT)
    await buyer.results(window.image.results)
    assert window.image.results.model.offer(0).ref == offer.ref
    buyer.tab_to(window.image.box, back=True)
    buyer.press(KEY.Key_B)
    buyer.press(KEY.Key_Right, hold=SHIFT)
    await until(lambda: window.image.results.stage is Stage.LOADING)
    await buyer.results(window.image.results)
    buyer.press(KEY.Key_R, hold=CTRL)
    buyer.press(KEY.Key_Return)
    await until(lambda: window.offer.page.detail is not None)
    assert (await query_picture.from_url(window.offer.page.detail.pictures[0])).width


async def test_a_walk_through_a_shop(buyer):
    window = buyer.window
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.keyword.results)
    await buyer.open_one_that_can_be_had(window.keyword.results)
    supplier = window.offer.page.detail.supplier
    buyer.tab_to(window.offer.page.supplier.more)
    buyer.press(KEY.Key_Space)
    await until(lambda: window.store.results.stage is not Stage.HINT)
    await buyer.results(window.store.results)
    assert window.store.header.name.text() == supplier.name
    buyer.press(KEY.Key_F, hold=CTRL)
    assert buyer.focus is window.store.words
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.store.results)
    buyer.press(KEY.Key_R, hold=CTRL)
    assert buyer.focus is window.store.results.grid
    buyer.press(KEY.Key_3, hold=CTRL)
    buyer.tab_to(window.store.shop, back=True)
    buyer.type("nonsense")
    buyer.press(KEY.Key_Return)
    await until(window.store.banner.isVisible)


async def test_tab_goes_round_what_is_seen_of_the_window(buyer):
    window = buyer.window
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.keyword.results)
    await buyer.open_one_that_can_be_had(window.keyword.results)
    await until(window.offer.page.related.isVisible)
    await until(lambda: window.offer.page.related.height() >= window.offer.page.related.sizeHint().height())
    buyer.press(KEY.Key_1, hold=CTRL)
    seen: list[QWidget] = []
    while buyer.focus not in seen:
        assert not buyer.focus.visibleRegion().isEmpty(), f"{buyer.focus} is behind something"
        assert not window.offer.visibleRegion().isEmpty(), f"{buyer.focus} brought another dock to the front"
        seen.append(buyer.focus)
        buyer.press(KEY.Key_Tab)
    assert buyer.focus is window.keyword.words
    page = window.keyword
    for widget in (
        page.platform.buttons[Platform.ALIBABA],  # arrows go on to the other one
        *(page.in_chinese, page.button, page.star, page.new),
        *(page.filters.sort, page.filters.price_from, page.filters.words),
        *(page.results.grid, page.results.size_slider, window.tabs.tabBar()),
        *(window.offer.page.skus.table, window.offer.page.similar, window.offer.page.supplier.more),
    ):
        assert widget in seen, f"Tab never comes to {widget}"
    buyer.press(KEY.Key_O, hold=CTRL)
    buyer.tab_to(window.orders.refresh)
    buyer.tab_to(window.tabs.tabBar(), back=True, most=20)
    assert not window.orders.visibleRegion().isEmpty()


async def test_the_keyboard_stays_in_a_cart_that_becomes_empty(buyer):
    window = buyer.window
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.keyword.results)
    await buyer.take(await buyer.open_one_that_can_be_had(window.keyword.results))
    buyer.press(KEY.Key_K, hold=CTRL | SHIFT)
    buyer.press(KEY.Key_End, KEY.Key_Delete)
    await until(lambda: not window.cart.model.rowCount())
    assert window.cart_dock.isAncestorOf(buyer.focus)
    assert not window.cart.visibleRegion().isEmpty()
    buyer.press(KEY.Key_D, hold=CTRL)
    assert buyer.focus is window.offer.page.skus.table


async def test_retry_is_within_reach(buyer, program):
    program.sandbox.control.fault("AG3", "http_500", times=0)
    window = buyer.window
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    results = window.keyword.results
    await until(lambda: results.stage is Stage.FAILED)
    program.sandbox.control.clear()
    buyer.press(KEY.Key_R, hold=CTRL)
    assert buyer.focus is results.failed.button
    buyer.press(KEY.Key_Space)
    await buyer.results(results)
    assert buyer.focus is results.grid
    buyer.press(KEY.Key_Return)
    await until(lambda: window.offer.page.detail is not None)


async def test_a_look_around_in_quick_look(buyer):
    window = buyer.window
    grid = window.keyword.results.grid
    buyer.press(KEY.Key_1, hold=CTRL)
    buyer.type("mug")
    buyer.press(KEY.Key_Return)
    await buyer.results(window.keyword.results)
    buyer.press(KEY.Key_R, hold=CTRL)
    buyer.press(KEY.Key_Space)
    look = window.offer_commands.quick_look
    assert buyer.focus is look
    buyer.press(KEY.Key_Right, KEY.Key_Right)
    seen = look.offer
    assert seen == window.keyword.results.model.offer(2)
    await until(lambda: window.loader.pixmap(*look.picture._key) is not None)
    buyer.press(KEY.Key_B, hold=CTRL)
    await until(lambda: window.shortlist.results.model.rowCount() == 1)
    assert look.caption.shortlist.text() == "Remove from shortlist"
    buyer.press(KEY.Key_Escape)
    assert buyer.focus is grid
    assert grid.current_offer() == seen
    buyer.press(KEY.Key_Space, KEY.Key_Return)
    await until(lambda: window.offer.page.detail is not None)
    assert window.offer.page.detail.ref == seen.ref
    buyer.press(KEY.Key_R, hold=CTRL)
    buyer.press(KEY.Key_G, hold=CTRL)
    await until(lambda: window.image.results.stage is not Stage.HINT)
    await buyer.results(window.image.results)
    assert window.image.results.model.offer(0).ref == seen.ref
