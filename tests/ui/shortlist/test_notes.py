"""The note line: what is typed belongs to the offer it was typed at, and none of it is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.waiting import until
from tests.ui.grid.moves import click, offer

KEY = Qt.Key


def commit(line, text):
    """Put any text into a line as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(line, event)


async def test_the_keyboard_goes_from_the_cards_to_the_note_and_on_as_they_are_seen(bench):
    await bench.filled(2)
    click(bench.grid, 0)
    on_the_way = []
    for _ in range(3):
        on_the_way.append(QApplication.focusWidget())
        QTest.keyClick(on_the_way[-1], KEY.Key_Tab)
    assert on_the_way == [bench.grid, bench.page.note, bench.page.results.size_slider]


async def test_a_note_is_stored_while_it_is_typed_and_shown_with_its_offer(bench):
    await bench.filled(3)
    assert not bench.page.note.isEnabled()
    click(bench.grid, 1)
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "thick handle")
    await until(lambda: [entry.note for entry in bench.shortlist.entries] == ["", "thick handle", ""])
    assert bench.page.note.hasFocus()
    click(bench.grid, 2)
    assert bench.page.note.text() == ""
    click(bench.grid, 1)
    assert bench.page.note.text() == "thick handle"
    await bench.settled()
    assert (await bench.stored())[1] == (offer(1).ref.id, "thick handle")


@pytest.mark.parametrize("leave", ["other card", "enter", "delete", "session"])
async def test_no_note_is_lost_by_leaving_quickly(bench, leave):
    await bench.filled(3)
    click(bench.grid, 1)
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "blue")
    match leave:
        case "other card":
            bench.grid.setCurrentIndex(bench.grid.model().index(2))
        case "enter":
            QTest.keyClick(bench.page.note, KEY.Key_Return)
        case "delete":
            bench.found.shortlist_toggled.emit([offer(1)])
            await until(bench.toast.isVisible)
            bench.toast.undo.click()
        case "session":
            bench.page.save_note()
            await bench.keeping.finish(seconds=5)
    await bench.settled()
    assert (await bench.stored())[1] == (offer(1).ref.id, "blue")


async def test_what_is_typed_at_an_offer_that_goes_does_not_come_to_its_neighbour(bench):
    await bench.filled(3)
    click(bench.grid, 1)
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "blue")
    bench.found.shortlist_toggled.emit([offer(1)])
    await until(lambda: len(bench.offers) == 2)
    QTest.keyClicks(QApplication.focusWidget(), " and red")
    await bench.settled()
    assert QApplication.focusWidget() is bench.grid
    assert {note for _, note in await bench.stored()} == {""}
    bench.toast.undo.click()
    await bench.settled()
    assert (await bench.stored())[1] == (offer(1).ref.id, "blue")


@pytest.mark.parametrize(
    "note", ["ten thousand " * 770, "👍🏽👨‍👩‍👧 rẻ ถูก 便宜", "שלום \u202eabc\u202c مرحبا", "a\tb\nc"]
)
async def test_any_note_is_kept_whole(bench, note):
    await bench.filled(1)
    click(bench.grid, 0)
    bench.page.note.setFocus()
    commit(bench.page.note, note)
    QTest.keyClick(bench.page.note, KEY.Key_Return)
    await bench.settled()
    assert (await bench.stored())[0][1] == note


async def test_a_note_that_cannot_be_stored_can_be_tried_again(bench):
    await bench.filled(2)
    click(bench.grid, 0)
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "blue")
    with bench.locked():
        QTest.keyClick(bench.page.note, KEY.Key_Return)
        await until(bench.page.results.banner.isVisible)
    assert bench.page.note.text() == "blue"
    bench.page.results.banner.retry.click()
    await bench.settled()
    assert (await bench.stored())[0][1] == "blue"
    assert not bench.page.results.banner.isVisible()


async def test_notes_that_cannot_be_stored_are_tried_again_together(bench):
    await bench.filled(2)
    with bench.locked():
        for row, note in enumerate(("blue", "red")):
            click(bench.grid, row)
            bench.page.note.setFocus()
            QTest.keyClicks(bench.page.note, note)
            QTest.keyClick(bench.page.note, KEY.Key_Return)
            await bench.settled()
    bench.page.results.banner.retry.click()
    await bench.settled()
    assert [note for _, note in await bench.stored()] == ["blue", "red"]


async def test_a_newer_note_is_not_undone_by_trying_the_older_again(bench):
    await bench.filled(1)
    click(bench.grid, 0)
    bench.page.note.setFocus()
    QTest.keyClicks(bench.page.note, "blue")
    with bench.locked():
        QTest.keyClick(bench.page.note, KEY.Key_Return)
        await until(bench.page.results.banner.isVisible)
    QTest.keyClicks(bench.page.note, " and red")
    QTest.keyClick(bench.page.note, KEY.Key_Return)
    await bench.settled()
    assert not bench.page.results.banner.isVisible()
    bench.page.results.banner.retry.click()
    await bench.settled()
    assert [note for _, note in await bench.stored()] == ["blue and red"]
