"""The shortlist among the other tabs, and from one session to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import press, write
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


async def put_aside(window, count):
    """Look for mugs and put the first of them on the shortlist; returns those."""
    results = window.keyword.results
    write(window.keyword.words, "mug")
    press(window.keyword.words, KEY.Key_Return)
    await until(lambda: results.stage is Stage.RESULTS)
    offers = [results.model.offer(row) for row in range(count)]
    results.grid.shortlist_toggled.emit(offers)
    await listed(window, offers)
    return offers


async def listed(window, offers):
    """Wait until the tab shows these and no others."""
    model = window.shortlist.results.model
    await until(lambda: [model.offer(row) for row in range(model.rowCount())] == offers)


def title(window):
    return window.tabs.tabText(window.tabs.indexOf(window.shortlist))


async def test_the_tab_counts_and_its_cards_open_as_everywhere(program):
    window = program.window
    offers = await put_aside(window, 3)
    assert title(window) == "Shortlist 3"
    press(window, KEY.Key_5, CTRL)
    grid = window.shortlist.results.grid
    assert grid.hasFocus()
    press(grid, KEY.Key_Right)
    press(grid, KEY.Key_Return)
    await until(lambda: window.offer.page.detail is not None)
    assert window.offer.page.detail.ref == offers[1].ref
    press(window, KEY.Key_5, CTRL)
    grid.selectAll()
    press(grid, KEY.Key_Delete)
    await until(lambda: title(window) == "Shortlist")
    await until(window.toast.undo.isVisible)


async def test_the_list_and_its_marks_are_there_in_the_next_session(open_window):
    window = (await open_window()).window
    offers = await put_aside(window, 2)
    await open_window(language="es")
    await listed(window, offers)
    assert window.keyword.results.grid.is_shortlisted(offers[0])


async def test_every_account_has_a_list_of_its_own(open_window):
    window = (await open_window()).window
    offers = await put_aside(window, 2)
    await open_window(name="Other", id="other")
    await until(lambda: window.shortlist.results.stage is Stage.HINT)
    assert title(window) == "Shortlist"
    assert not window.keyword.results.grid.is_shortlisted(offers[0])
    await open_window()
    await listed(window, offers)


async def test_a_note_being_typed_outlives_the_session(open_window):
    window = (await open_window()).window
    await put_aside(window, 1)
    press(window, KEY.Key_5, CTRL)
    write(window.shortlist.note, "ask for blue")
    await open_window(language="es")
    await until(lambda: window.shortlist.results.stage is Stage.RESULTS)
    press(window, KEY.Key_5, CTRL)
    assert window.shortlist.note.text() == "ask for blue"


async def test_no_way_back_is_offered_after_its_session(open_window):
    window = (await open_window()).window
    offers = await put_aside(window, 1)
    window.keyword.results.grid.shortlist_toggled.emit(offers)
    await open_window(language="es")
    assert not window.toast.isVisible()
    await until(lambda: window.shortlist.results.stage is Stage.HINT)
