"""One session after another in the same window, as when the account or the language is changed."""

from __future__ import annotations

import asyncio
import io
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from sourcing_desktop.app.hand import drag, press, write
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.pictures import bag
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
ALL = re.compile("[0-9,]+ offers")


async def search(window, words="mug"):
    window.keyword.words.clear()
    write(window.keyword.words, words)
    press(window.keyword.words, ENTER)
    await until(lambda: window.keyword.results.stage is Stage.RESULTS)


async def any_offer(program):
    await search(program.window)
    return program.window.keyword.results.model.offer(0).ref


def picture() -> QImage:
    buffer = io.BytesIO()
    bag().resize((400, 400)).save(buffer, "PNG")
    return QImage.fromData(buffer.getvalue())


async def test_words_are_searched_for_again_and_more_comes_at_the_end(open_window):
    window = (await open_window()).window
    await search(window)
    await open_window(language="es")
    results = window.keyword.results
    assert results.stage is Stage.LOADING
    await until(lambda: results.stage is Stage.RESULTS)
    bar = results.grid.verticalScrollBar()
    await until(lambda: bar.setValue(bar.maximum()) or ALL.fullmatch(results.count.text()))
    refs = [results.model.offer(row).ref for row in range(results.model.rowCount())]
    assert len(set(refs)) == len(refs) > 20


@pytest.mark.parametrize("page", ["keyword", "image", "store"])
async def test_what_was_being_searched_for_does_not_stay_half_done(open_window, page):
    program = await open_window()
    window = program.window
    window.show_page(getattr(window, page))
    supplier = (await program.session.catalog.detail(await any_offer(program))).supplier
    program.sandbox.control.fault("*", "delay", seconds=1, times=0)
    match page:
        case "keyword":
            press(window.keyword.words, ENTER)
        case "image":
            program.session.image.use(PictureSource(bitmap=picture()))
            await until(lambda: window.image.results.stage is Stage.LOADING)
        case "store":
            program.session.store.open(supplier)
    assert getattr(window, page).results.stage is Stage.LOADING
    program.sandbox.control.clear()
    await open_window(language="es")
    await until(lambda: getattr(window, page).results.stage is Stage.RESULTS)


async def test_the_query_picture_goes_on_to_work(open_window):
    program = await open_window()
    window = program.window
    window.show_page(window.image)
    program.session.image.use(PictureSource(bitmap=picture()))
    await until(lambda: window.image.results.stage is Stage.RESULTS)
    await open_window(language="es")
    await until(lambda: window.image.results.stage is Stage.RESULTS)
    box = window.image.box
    drag(box, box.rect().center() - QPoint(60, 60), box.rect().center() + QPoint(60, 60))
    assert window.image.results.stage is Stage.LOADING


async def test_the_open_offer_is_read_again(open_window):
    program = await open_window()
    window = program.window
    program.session.offer.open_ref(await any_offer(program))
    await until(lambda: window.offer.page.detail is not None)
    before = window.offer.page.detail
    await open_window(language="es")
    await until(lambda: window.offer.page.detail is not None and window.offer.page.detail is not before)
    assert window.offer.page.detail.ref == before.ref
    assert window.offer.page.title.text() != before.offer.title.shown


async def test_the_open_offer_goes_when_the_new_account_does_not_know_it(open_window):
    program = await open_window()
    window = program.window
    program.session.offer.open_ref(await any_offer(program))
    await until(lambda: window.offer.page.detail is not None)
    await open_window(generation="v1")
    await until(window.offer.page.banner.isVisible)
    assert window.offer.page.detail is None
    assert not window.offer.page.add.isVisibleTo(window.offer.page)


async def test_searching_while_a_session_ends_is_no_mistake(open_window, open_scope):
    program = await open_window()
    window = program.window
    write(window.keyword.words, "mug")
    order = asyncio.Event()
    program.session.placing.start(order.wait(), name="order")
    changing = open_scope("program").start(open_window(language="es"), name="change the language")
    await until(lambda: program.session.scope.closed)
    press(window.keyword.words, ENTER)
    window.actions_by_name["refresh"].trigger()
    order.set()
    assert window.keyword.results.stage is Stage.HINT
    await changing
    await until(lambda: window.keyword.results.stage is Stage.RESULTS)


async def in_the_cart(program):
    """Put as few pieces of an offer into the cart as may be bought; returns the line."""
    detail = await program.session.catalog.detail(await any_offer(program))
    await program.session.basket.add(detail, {detail.skus[0].id: detail.rules.rounded_up(detail.rules.moq)})
    return program.session.basket.cart.lines[0]


async def test_what_is_being_typed_into_the_cart_outlives_its_session(open_window):
    program = await open_window()
    window = program.window
    line = await in_the_cart(program)
    window.raise_dock(window.cart_dock)
    window.cart.tree.show_line(line.key)
    window.cart.tree.commands.edit_quantity()
    (editor,) = window.cart.tree.viewport().findChildren(QLineEdit)
    editor.selectAll()
    write(editor, str(line.quantity + line.rules.lot))
    (now,) = (await open_window(language="es")).session.basket.cart.lines
    assert now.quantity == line.quantity + line.rules.lot


async def test_a_note_being_written_outlives_its_session(open_window):
    program = await open_window()
    window = program.window
    line = await in_the_cart(program)
    window.raise_dock(window.cart_dock)
    window.cart.tree.show_line(line.key)
    window.cart.tree.commands.note()
    window.cart.note_editor.text.setPlainText("ask for the red one")
    (now,) = (await open_window(language="es")).session.basket.cart.lines
    assert now.note == "ask for the red one"


async def test_the_cart_is_there_and_works_without_a_gateway(open_window):
    program = await open_window()
    window = program.window
    line = await in_the_cart(program)
    more = line.quantity + line.rules.lot
    program.sandbox.control.fault("*", "cut_before", times=0)
    await open_window(language="es")
    window.raise_dock(window.cart_dock)
    await until(window.cart.banner.isVisible)
    window.cart.tree.show_line(line.key)
    press(window.cart.tree, Qt.Key.Key_Plus)
    await until(lambda: "1 change here is kept" in window.cart.banner.text.text())
    (now,) = (await open_window(language="vi")).session.basket.cart.lines
    assert (now.quantity, now.untold) == (more, True)
    program.sandbox.control.clear()
    await until(window.cart.refresh.isEnabled)
    window.cart.refresh.click()
    await until(lambda: not window.cart.model.cart.untold)
    await until(lambda: not window.cart.banner.isVisible())


async def test_no_undo_or_retry_outlives_its_session(open_window):
    program = await open_window()
    window = program.window
    line = await in_the_cart(program)
    window.cart.tree.commands.remove_requested.emit((line.key,))
    await until(window.toast.undo.isVisible)
    window.keyword.results.banner.say("It failed.", lambda: None)
    assert window.keyword.results.banner.isVisible()
    await open_window(language="es")
    assert not window.toast.isVisible()
    assert not window.keyword.results.banner.isVisible()
    window.toast.undo.click()
    assert not program.session.scope.busy
