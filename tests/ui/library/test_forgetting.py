"""Forgetting: a few with a way back, many after a question, and nothing by accident."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.seen import SeenQuery
from sourcing_desktop.ui.library.forget_sheet import ForgetSheet
from sourcing_desktop.ui.library.forgetting import A_FEW
from sourcing_desktop.ui.library.library_menu import CAPS
from tests.support.seen import CUPS, MUGS, offer
from tests.support.waiting import until

KEY = Qt.Key
NOW = datetime.now(UTC)


async def held(shelf) -> int:
    total, _ = await shelf.library.first(SeenQuery(), 0)
    return total


async def asked() -> ForgetSheet:
    """The sheet that asks, once it says what would go."""
    sheets = []

    def one_is_open() -> bool:
        sheets[:] = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, ForgetSheet) and each.isVisible()
        ]
        return bool(sheets) and bool(sheets[0].about.text())

    await until(one_is_open)
    return sheets[0]


def delete(shelf) -> None:
    shelf.page.found.grid.setFocus()
    QTest.keySequence(shelf.page.found.grid, QKeySequence(QKeySequence.StandardKey.Delete))


async def test_a_forgotten_offer_can_be_brought_back_to_its_place(shelf):
    await shelf.put([offer(number) for number in range(5)])
    before = shelf.titles
    shelf.page.found.grid.setCurrentIndex(shelf.model.index(2))
    delete(shelf)
    assert shelf.titles == [*before[:2], *before[3:]]
    assert shelf.page.found.count.text() == "4 offers"
    assert shelf.toast.text.text() == "Forgot an offer"
    assert await held(shelf) == 5  # as long as there is a way back
    shelf.toast.take_back()
    assert shelf.titles == before
    shelf.controller.keep()
    await shelf.settled()
    assert await held(shelf) == 5


async def test_it_is_gone_when_nobody_brings_it_back(shelf):
    await shelf.put([offer(number) for number in range(5)])
    shelf.page.found.grid.setCurrentIndex(shelf.model.index(0))
    delete(shelf)
    shelf.controller.look()
    await shelf.settled()
    assert shelf.model.rowCount() == 4  # still hidden, whatever is looked at
    shelf.controller._forgetting._later.timeout.emit()
    assert not shelf.keeping.busy  # the way back is there still: the mouse may be at it
    shelf.toast.withdraw()
    shelf.controller._forgetting._later.timeout.emit()
    await until(lambda: not shelf.keeping.busy)
    assert await held(shelf) == 4


async def test_the_next_account_forgets_what_it_chooses_and_nothing_else(shelf, open_shelf, tmp_path):
    await shelf.put([offer(9)])
    shelf = await open_shelf(tmp_path / "other", shelf.page)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    await shelf.put([offer(number) for number in range(3)])
    shelf.page.found.grid.setCurrentIndex(shelf.model.index(1))
    chosen = shelf.titles[1]
    delete(shelf)
    shelf.controller.keep()
    await until(lambda: not shelf.keeping.busy)
    assert await held(shelf) == 2
    shelf.controller.look()
    await shelf.settled()
    assert len(shelf.titles) == 2
    assert chosen not in shelf.titles


async def test_forgetting_goes_on_whatever_the_buyer_does_next(shelf):
    await shelf.put([offer(number) for number in range(5)])
    shelf.page.menu.forget_all_wanted.emit()
    (await asked()).forget.click()
    await until(lambda: shelf.keeping.busy)
    shelf.page.menu.caps[CAPS[0]].trigger()
    await shelf.scope.close()  # the session is over
    await until(lambda: shelf.toast.text.text() == "Forgot 5 offers")
    assert await held(shelf) == 0


async def test_brought_back_after_looking_at_something_else(shelf):
    await shelf.put([offer(number) for number in range(5)])
    shelf.page.found.grid.setCurrentIndex(shelf.model.index(0))
    delete(shelf)
    shelf.controller.look()
    await shelf.settled()
    shelf.toast.take_back()
    await until(lambda: shelf.model.rowCount() == 5)


async def test_what_is_forgotten_is_gone_when_the_session_ends(shelf):
    await shelf.put([offer(1), offer(2)])
    shelf.page.found.grid.selectAll()
    delete(shelf)
    assert shelf.toast.text.text() == "Forgot 2 offers"
    shelf.controller.keep()
    await until(lambda: not shelf.keeping.busy)
    assert await held(shelf) == 0


async def test_many_go_after_a_question_only(shelf):
    await shelf.put([offer(number) for number in range(A_FEW + 1)])
    shelf.page.found.grid.selectAll()
    delete(shelf)
    sheet = await asked()
    assert sheet.windowTitle() == "Forget 101 offers?"
    assert "about" in sheet.about.text()
    QTest.keyClick(sheet, KEY.Key_Return)  # leaves
    await shelf.settled()
    assert await held(shelf) == A_FEW + 1
    shelf.page.activateWindow()
    await until(shelf.page.isActiveWindow)
    delete(shelf)
    (await asked()).forget.click()
    await until(lambda: shelf.toast.text.text() == "Forgot 101 offers")
    assert await held(shelf) == 0


async def test_what_a_search_found_goes_without_what_others_found_too(shelf):
    await shelf.put([offer(1), offer(2)], MUGS)
    await shelf.put([offer(2), offer(3)], CUPS, NOW)
    shelf.page.filters.found_by.chosen.emit(MUGS)
    await shelf.settled()
    shelf.page.menu.forget_search_wanted.emit()
    sheet = await asked()
    assert "Up to 2 offers" in sheet.about.text()  # of the search that is looked at
    sheet.forget.click()
    await until(lambda: shelf.toast.text.text() == "Forgot an offer")
    await until(lambda: sorted(shelf.titles) == ["Mug 2", "Mug 3"])
    assert not shelf.page.filters.narrowed  # by what is no more


async def test_a_period_goes_by_its_days(shelf):
    long_ago = NOW - timedelta(days=10)
    await shelf.put([offer(1)], at=long_ago)
    await shelf.put([offer(2)], at=NOW)
    shelf.page.menu.forget_period_wanted.emit()
    sheet = await asked()
    days = sheet.findChild(type(shelf.page.filters.days.days))
    day = long_ago.astimezone().date()
    days.first.setDate(days.first.date().addDays(-10))
    assert days.days()[0] == day
    days.last.setDate(days.first.date())
    await until(lambda: "1 offer" in sheet.about.text())
    sheet.forget.click()
    await shelf.shows("Mug 2")


async def test_everything_goes_and_the_hint_comes_back(shelf):
    await shelf.put([offer(1), offer(2)])
    shelf.page.menu.forget_all_wanted.emit()
    sheet = await asked()
    assert sheet.about.text().startswith("2 offers · ")
    sheet.forget.click()
    await until(lambda: "stays here" in shelf.page.found.hint.text.text() and shelf.model.rowCount() == 0)
    assert await held(shelf) == 0


async def test_more_room_is_given_without_a_question(shelf):
    await shelf.put([offer(1)])
    shelf.page.menu.opening.emit()
    await until(lambda: any(action.isChecked() for action in shelf.page.menu.caps.values()))
    shelf.page.menu.caps[CAPS[0]].trigger()
    await shelf.settled()
    assert await shelf.library.most_offers() == CAPS[0]
