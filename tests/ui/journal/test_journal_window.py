"""The window of the journal: thousands of entries, found by words, followed live, read by keyboard."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from benchmarks.journal_entries import entry, write_entries
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.ui.journal.journal_controller import FORMS, PAGE
from tests.support.waiting import until
from tests.ui.journal.conftest import OURS

CONTROL = Qt.KeyboardModifier.ControlModifier


def words_on(widget) -> str:
    """All that is written on it."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def choose(box, text: str) -> None:
    """Choose an entry of a combo box, as a click in its list does."""
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


async def test_an_empty_journal_says_what_will_be_in_it(reading):
    window = await reading.opened(0)
    assert window.empty.text.text().startswith("Nothing yet.")
    assert not window.copy.isEnabled()
    assert window.count.text() == ""


async def test_the_latest_entry_is_told_at_once(reading):
    window = await reading.opened(1)
    assert window.count.text() == "1 entry"
    said = words_on(window.story)
    for part in (
        "Order from 义乌市星河日用百货有限公司第0分店",
        "¥1,383.00",
        "浙江省 金华市",
        "Ordered as order",
    ):
        assert part in said, part


async def test_ten_thousand_entries_are_read_page_after_page(reading):
    window = await reading.opened(10_000)
    assert len(reading.shown) == PAGE
    assert window.count.text() == f"The latest {PAGE} entries"
    bar = window.list.verticalScrollBar()
    for pages in range(2, 6):
        bar.setValue(bar.maximum())
        await until(lambda pages=pages: len(reading.shown) == pages * PAGE)
    assert reading.shown == [entry(number).reference for number in range(9_999, 9_999 - 5 * PAGE, -1)]


async def test_the_end_of_the_journal_is_reached_by_key(reading):
    window = await reading.opened(PAGE + 50)
    QTest.keyClick(window.list, Qt.Key.Key_End)
    await until(lambda: len(reading.shown) == PAGE + 50)
    QTest.keyClick(window.list, Qt.Key.Key_End)
    await until(lambda: window.story.story.intent.reference == entry(0).reference)
    assert window.count.text() == f"{PAGE + 50} entries"
    QTest.keyClick(window.list, Qt.Key.Key_Home)
    await until(lambda: window.story.story.intent.reference == entry(PAGE + 49).reference)


async def test_words_kind_and_state_narrow_the_list(reading):
    window = await reading.opened(30)
    window.filters.words.setText("第3分店")
    await until(lambda: reading.shown == [entry(3).reference])
    window.filters.words.setText("第3分店 nobody")
    await until(window.none.isVisible)
    assert not window.story.isVisible()
    window.filters.words.clear()
    choose(window.filters.kind, "Payments")
    await until(lambda: len(reading.shown) == 10)
    choose(window.filters.state, "Only open")
    await until(window.none.isVisible)
    await reading.told(reading.journal.write(replace(entry(2), reference="SD-OPEN", order_id="7")))
    await until(lambda: reading.shown == ["SD-OPEN"])
    await until(lambda: window.story.story.intent.reference == "SD-OPEN")


async def test_the_entry_that_is_read_stays_when_the_list_is_narrowed(reading):
    window = await reading.opened(30)
    window.list.show_at(window.model.row_of(entry(3).reference))
    await until(lambda: window.story.story.intent.reference == entry(3).reference)
    choose(window.filters.kind, "Orders")
    await until(lambda: len(reading.shown) == 20)
    assert window.list.current().reference == entry(3).reference


async def test_every_turn_is_shown_as_it_is_taken(reading):
    window = await reading.opened(3)
    intent = await reading.told(reading.journal.write(replace(entry(0), reference="SD-LIVE", lines=())))
    await until(lambda: reading.shown[0] == "SD-LIVE")
    window.list.show_at(0)
    for state, said in (
        (IntentState.SENDING, "Sent to 1688"),
        (IntentState.UNKNOWN, "No clear answer"),
        (IntentState.ABSENT, "The gateway knows no such order"),
        (IntentState.SENDING, "Sent again to 1688, with the same reference"),
        (IntentState.DONE, "Ordered as order 7001"),
    ):
        ids = ("7001",) if state is IntentState.DONE else ()
        proof = f"what came back before “{said}”"
        await reading.told(reading.journal.move(intent.reference, state, order_ids=ids, evidence=proof))
        assert window.model.intent(0).state is state
        await until(lambda proof=proof: f"Came back: {proof}" in words_on(window.story))
        assert said in words_on(window.story).split("\n")


async def test_none_of_many_orders_at_once_is_left_out(reading):
    await reading.opened(3)
    drafts = [replace(entry(0), reference=f"SD-LIVE-{number}", lines=()) for number in range(70)]
    for intent in await reading.journal.write_all(drafts):
        reading.changed.tell(intent)
    before = [entry(number).reference for number in (2, 1, 0)]
    await until(lambda: len(reading.shown) > 3)
    assert reading.shown == [*(draft.reference for draft in reversed(drafts)), *before]


async def test_a_story_that_goes_on_stays_where_it_is_read(reading):
    window = await reading.opened(0)
    intent = await reading.told(reading.journal.write(replace(entry(0), reference="SD-LIVE")))
    await until(lambda: window.story.story is not None)
    window.story.setFocus()
    bar = window.story.verticalScrollBar()
    window.resize(window.minimumSize())
    await until(lambda: bar.maximum() > 120)
    bar.setValue(120)
    await reading.told(reading.journal.move(intent.reference, IntentState.SENDING))
    await until(lambda: "Sent to 1688" in words_on(window.story))
    await until(lambda: bar.value() == 120)
    assert window.story.hasFocus()
    window.story.details.setFocus()
    await reading.told(reading.journal.move(intent.reference, IntentState.UNKNOWN))
    await until(lambda: "No clear answer" in words_on(window.story))
    assert window.story.hasFocus()


async def test_what_comes_above_does_not_move_what_is_read(reading):
    window = await reading.opened(100)
    bar = window.list.verticalScrollBar()
    bar.setValue(1000)
    row = window.list.rowAt(0)
    before = (window.model.intent(row).reference, window.list.visualRect(window.model.index(row, 0)).top())
    await reading.told(reading.journal.write(replace(entry(0), reference="SD-LIVE", lines=())))
    await until(lambda: reading.shown[0] == "SD-LIVE")
    row = window.list.rowAt(0)
    assert before == (
        window.model.intent(row).reference,
        window.list.visualRect(window.model.index(row, 0)).top(),
    )


async def test_what_the_gateway_says_is_shown_as_it_is(reading):
    window = await reading.opened(0)
    written = await reading.told(
        reading.journal.write(replace(entry(0), seller_name="<b>Shop</b> & Söhne", note="<a href='x'>y</a>"))
    )
    await reading.journal.move(written.reference, IntentState.REJECTED, explanation="<h1>no</h1>")
    await reading.told(reading.journal.intent(written.reference))
    await until(lambda: "<h1>no</h1>" in words_on(window.story))
    labels = window.story.findChildren(QLabel)
    assert {label.textFormat() for label in labels if "<" in label.text()} == {Qt.TextFormat.PlainText}


async def test_no_word_is_wider_than_the_page(reading):
    window = await reading.opened(0)
    wide = "W" * 3_000 + " " + "ж" * 3_000
    draft = replace(entry(0), seller_name=wide, note=wide)
    written = await reading.journal.write(draft)
    moved = reading.journal.move(written.reference, IntentState.REJECTED, explanation=wide, evidence=wide)
    await reading.told(moved)
    await until(lambda: window.story.story is not None)
    assert window.story.widget().width() == window.story.viewport().width()


async def test_details_say_what_was_sent_and_stay_shown(reading):
    window = await reading.opened(4)
    assert "AO7" not in words_on(window.story)
    window.story.details.click()
    assert "TO1, create an order" in words_on(window.story)
    window.list.show_at(3)
    await until(lambda: "AO7, create an order" in words_on(window.story))


async def test_the_keyboard_walks_from_words_to_list_to_story_and_out(reading):
    window = await reading.opened(5)
    await until(window.list.hasFocus)
    QTest.keyClick(window.list, Qt.Key.Key_F, CONTROL)
    assert window.filters.words.hasFocus()
    QTest.keyClicks(window.filters.words, "SD")
    QTest.keyClick(window.filters.words, Qt.Key.Key_Escape)
    assert window.filters.words.text() == ""
    QTest.keyClick(window.filters.words, Qt.Key.Key_Down)
    assert window.list.hasFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert window.story.hasFocus()
    QTest.keyClick(window.story, Qt.Key.Key_End)
    assert window.story.verticalScrollBar().value() == window.story.verticalScrollBar().maximum() > 0
    QTest.keyClick(window.story, Qt.Key.Key_Escape)
    assert window.list.hasFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Escape)
    assert not window.isVisible()


async def test_a_story_is_read_out_and_copied_as_text(reading):
    window = await reading.opened(1)
    assert "Order from" in window.story.accessibleDescription()
    window.copy.click()
    assert QGuiApplication.clipboard().text() == window.story.accessibleDescription()
    QGuiApplication.clipboard().clear()
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_C, CONTROL)
    assert entry(0).reference in QGuiApplication.clipboard().text()


async def test_opened_again_it_has_its_size_and_reads_the_journal_anew(reading):
    window = await reading.opened(2)
    window.resize(QSize(900, 600))
    window.close()
    await write_entries(reading.database, "Another", 1)
    await reading.journal.write(replace(entry(0), reference="SD-LIVE", lines=()))
    reading.controller.open()
    await until(lambda: reading.shown[0] == "SD-LIVE")
    assert window.size() == QSize(900, 600)
    assert window._settings.value("journal/geometry") is not None


async def test_a_library_that_cannot_be_read_is_said_with_a_way_to_try_again(reading):
    window = await reading.opened(3)
    reading.controller.read()
    await until(lambda: len(reading.shown) == 3)
    library = reading.database.path
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        reading.controller.read()
        await until(window.banner.isVisible)
        assert "in use by another program" in window.banner.text.text()
        window.list.show_at(1)
        await until(lambda: window.banner.text.text())
        other.execute("ROLLBACK")
    window.banner.retry.click()
    await until(lambda: not window.banner.isVisible())
    assert len(reading.shown) == 3


async def test_a_library_that_cannot_be_read_at_first_is_said_in_the_list(reading):
    await write_entries(reading.database, OURS, 3)
    with closing(sqlite3.connect(reading.database.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        reading.controller.open()
        await until(reading.window.failed.isVisible)
        other.execute("ROLLBACK")
    reading.window.failed.button.click()
    await until(lambda: len(reading.shown) == 3)


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".jsonl"])
async def test_what_is_found_is_exported_where_the_buyer_says(reading, tmp_path, ending):
    window = await reading.opened(30)
    assert not window.export_found.isEnabled()
    choose(window.filters.kind, "Payments")
    await until(lambda: len(reading.shown) == 10)
    path = tmp_path / f"mine{ending}"
    await reading.controller.export(window, path, window.filters.wanted)
    assert window.progress.text() == f"Exported 10 entries to mine{ending}"
    assert path.stat().st_size > 500
    assert window.export.isEnabled()
    assert not window.cancel.isVisible()


@pytest.mark.parametrize(
    ("typed", "form", "kept"),
    [
        ("mine", 0, "mine.xlsx"), ("mine", 1, "mine.csv"), ("mine.CSV", 0, "mine.CSV"),
        ("mine 11.2026", 2, "mine 11.2026.jsonl"),
    ],
)  # fmt: skip
async def test_the_buyer_is_asked_where_an_export_goes(reading, tmp_path, typed, form, kept):
    window = await reading.opened(3)
    window.export.menu().actions()[0].trigger()
    await until(lambda: window.findChild(QFileDialog))
    dialog = window.findChild(QFileDialog)
    dialog.selectNameFilter([*FORMS][form])
    dialog.filterSelected.emit([*FORMS][form])
    dialog.findChild(QLineEdit).setText(str(tmp_path / typed))
    dialog.accept()
    await until(lambda: window.progress.text() == f"Exported 3 entries to {kept}")
    assert (tmp_path / kept).exists()


async def test_who_closes_the_dialog_exports_nothing(reading):
    window = await reading.opened(3)
    window.export.menu().actions()[0].trigger()
    await until(lambda: window.findChild(QFileDialog))
    window.findChild(QFileDialog).reject()
    await until(lambda: not reading.controller._scope.running("journal export"))
    assert window.progress.text() == ""
    assert window.export.isEnabled()


async def test_an_export_that_fails_says_why(reading, tmp_path):
    window = await reading.opened(1)
    await reading.controller.export(window, tmp_path / "nowhere" / "mine.csv", window.filters.wanted)
    assert "mine.csv could not be written" in window.banner.text.text()
    assert window.progress.text() == ""
    assert window.export.isEnabled()


async def test_an_export_can_be_cancelled(reading, tmp_path):
    window = await reading.opened(2_000)
    scope = reading.controller._scope
    path = tmp_path / "mine.xlsx"
    scope.start_once(
        lambda: reading.controller.export(window, path, window.filters.wanted), name="journal export"
    )
    await until(lambda: "entries" in window.progress.text())
    window.cancel.click()
    await until(lambda: window.progress.text() == "Export cancelled")
    assert not path.exists()
    assert window.export.isEnabled()
