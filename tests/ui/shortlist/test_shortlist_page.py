"""The shortlist's tab: hearts fill it, Delete empties it, and what was taken off can be brought back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.domain.money import Money
from sourcing_desktop.ui.grid.carrying import MOST_CARRIED
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until
from tests.ui.grid.moves import CTRL, click, offer, selected

KEY = Qt.Key


async def test_an_empty_list_says_how_to_fill_it(bench):
    counted = []
    bench.page.counted.connect(counted.append)
    bench.controller.read()
    assert bench.page.results.stage is Stage.LOADING
    await bench.settled()
    assert bench.page.results.stage is Stage.HINT
    assert "heart" in bench.page.results.hint.text.text()
    assert not bench.page.note.isVisible()
    assert set(counted) == {0}


async def test_a_heart_fills_the_tab_and_marks_the_card_everywhere(bench):
    bench.controller.read()
    await bench.settled()
    bench.found.shortlist_toggled.emit([offer(1), offer(2)])
    await until(lambda: bench.offers == [offer(1), offer(2)])
    assert bench.page.results.stage is Stage.RESULTS
    assert bench.page.results.count.text() == "2 offers"
    for grid in (bench.found, bench.grid):
        assert grid.is_shortlisted(offer(1))
        assert not grid.is_shortlisted(offer(3))
    await bench.settled()
    assert [known for known, _ in await bench.stored()] == [offer(1).ref.id, offer(2).ref.id]


async def test_hearts_of_several_put_all_on_the_list_before_they_take_all_off(bench):
    await bench.filled(1)
    bench.found.shortlist_toggled.emit([offer(0), offer(1)])
    await bench.settled()
    assert {each.ref for each in bench.offers} == {offer(0).ref, offer(1).ref}
    bench.found.shortlist_toggled.emit([offer(0), offer(1)])
    await bench.settled()
    assert bench.offers == []
    assert not bench.found.is_shortlisted(offer(0))
    assert bench.page.results.stage is Stage.HINT


async def test_hearts_count_also_when_several_come_in_one_go(bench):
    """As they do after the program was busy for a moment: the second takes back what the first began."""
    await bench.filled(1)
    for _ in range(2):
        bench.found.shortlist_toggled.emit([offer(5)])
    for _ in range(3):
        bench.found.shortlist_toggled.emit([offer(0)])
    await bench.settled()
    assert bench.offers == []
    assert await bench.stored() == []


async def test_a_heart_for_nothing_does_nothing(bench):
    await bench.filled(1)
    bench.found.shortlist_toggled.emit([])
    bench.page.remove_requested.emit([])
    await bench.settled()
    assert bench.offers == [offer(0)]
    assert not bench.toast.isVisible()


async def test_delete_takes_the_selected_off_and_undo_brings_them_back(bench):
    await bench.filled(6)
    before = bench.offers
    click(bench.grid, 1)
    click(bench.grid, 3, CTRL)
    QTest.keyClick(bench.grid, KEY.Key_Delete)
    await until(bench.toast.isVisible)
    assert bench.offers == [before[row] for row in (0, 2, 4, 5)]
    assert bench.toast.text.text() == "Took 2 offers off the shortlist"
    bench.toast.undo.click()
    await bench.settled()
    assert bench.offers == before
    assert len(await bench.stored()) == 6


async def test_delete_again_takes_the_next_one_off(bench):
    await bench.filled(4)
    before = bench.offers
    click(bench.grid, 1)
    for left in (3, 2):
        QTest.keyClick(bench.grid, KEY.Key_Delete)
        await until(lambda left=left: len(bench.offers) == left)
    assert bench.offers == [before[0], before[3]]
    await bench.settled()


async def test_the_newest_are_seen_first_when_the_tab_comes_to_the_front(bench):
    await bench.filled(60)
    bar = bench.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    bench.found.shortlist_toggled.emit([offer(100)])
    await bench.settled()
    assert bar.value() > 0
    bench.page.hide()
    bench.found.shortlist_toggled.emit([offer(101)])
    await bench.settled()
    bench.page.show()
    assert bar.value() == 0


async def test_the_place_is_kept_while_only_notes_and_old_offers_change_behind(bench):
    await bench.filled(60)
    bar = bench.grid.verticalScrollBar()
    bench.grid.setCurrentIndex(bench.grid.model().index(50))
    before = bar.value()
    assert before > 0
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "blue")
    bench.page.hide()
    bench.found.shortlist_toggled.emit([offer(59)])
    await bench.settled()
    assert len(bench.offers) == 59
    bench.toast.undo.click()
    await bench.settled()
    assert len(bench.offers) == 60
    assert bar.value() == before


async def test_removals_are_undone_together_while_the_way_back_stands(bench):
    await bench.filled(6)
    before = bench.offers
    for row in (4, 2, 0):
        bench.found.shortlist_toggled.emit([before[row]])
        await bench.settled()
    assert bench.toast.text.text() == "Took 3 offers off the shortlist"
    bench.toast.undo.click()
    await bench.settled()
    assert bench.offers == before
    bench.found.shortlist_toggled.emit([before[1]])
    await bench.settled()
    assert bench.toast.text.text() == "Took an offer off the shortlist"


async def test_what_was_put_back_by_hand_is_not_counted_as_gone(bench):
    await bench.filled(3)
    for number in (0, 0, 1):
        bench.found.shortlist_toggled.emit([offer(number)])
        await bench.settled()
    assert bench.toast.text.text() == "Took an offer off the shortlist"
    bench.toast.undo.click()
    await bench.settled()
    assert len(bench.offers) == 3


async def test_after_another_word_only_what_is_gone_since_is_brought_back(bench):
    await bench.filled(3)
    bench.found.shortlist_toggled.emit([offer(0)])
    await bench.settled()
    bench.toast.say("Added to the cart", print)
    bench.found.shortlist_toggled.emit([offer(1)])
    await bench.settled()
    bench.toast.undo.click()
    await bench.settled()
    assert bench.offers == [offer(1), offer(2)]


async def test_all_of_many_selected_are_taken_off(bench):
    """More than a drag carries."""
    await bench.filled(MOST_CARRIED + 100)
    click(bench.grid, 0)
    bench.grid.selectAll()
    QTest.keyClick(bench.grid, KEY.Key_Delete)
    await bench.settled()
    assert bench.offers == []


async def test_what_stays_keeps_its_place_and_stays_selected(bench):
    await bench.filled(8)
    click(bench.grid, 4)
    chosen = bench.grid.current_offer()
    bench.found.shortlist_toggled.emit([offer(20), offer(21)])
    bench.found.shortlist_toggled.emit([offer(0), offer(7)])
    await bench.settled()
    assert bench.grid.current_offer() == chosen
    assert [bench.offers[row] for row in selected(bench.grid)] == [chosen]
    assert len(bench.offers) == 8


async def test_an_offer_put_aside_again_looks_as_it_does_now(bench):
    await bench.filled(3)
    cheaper = replace(offer(1), price=Money(100))
    bench.found.shortlist_toggled.emit([cheaper, offer(9)])
    await bench.settled()
    assert bench.offers == [offer(9), offer(0), cheaper, offer(2)]


async def test_a_heart_that_cannot_be_stored_goes_back_and_says_why(bench):
    await bench.filled(1)
    counted = []
    bench.page.counted.connect(counted.append)
    with bench.locked():
        bench.found.shortlist_toggled.emit([offer(5)])
        await bench.settled()
    assert counted == [2, 1]
    assert bench.offers == [offer(0)]
    assert not bench.found.is_shortlisted(offer(5))
    assert "in use by another program" in bench.toast.text.text()
    assert not bench.toast.undo.isVisible()


async def test_a_list_that_cannot_be_read_says_so_and_is_read_again(bench):
    await bench.filled(2)
    again = type(bench)(
        bench.library,
        bench.database,
        type(bench.shortlist)(bench.shortlist._rows),
        bench.page,
        bench.found,
        bench.toast,
        bench.scope,
        bench.keeping,
    )
    with bench.locked():
        again.controller.read()
        await until(lambda: bench.page.results.stage is Stage.FAILED)
    assert "in use by another program" in bench.page.results.failed.text.text()
    bench.page.results.failed.button.click()
    await until(lambda: len(again.offers) == 2)


async def test_five_thousand_are_shown_in_steps_that_nobody_feels(bench, qapp):
    """Counted, not timed: one offer more is one row more in the view, whatever else is there."""
    await bench.filled(5000)
    inserted, reset = [], []
    bench.page.results.model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    bench.page.results.model.modelReset.connect(lambda: reset.append(True))
    bench.found.shortlist_toggled.emit([offer(6000)])
    await bench.settled()
    assert (inserted, reset) == ([(0, 0)], [])
    assert bench.page.results.count.text() == "5,001 offers"
