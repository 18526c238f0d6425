"""The address book's window: everything on disk first, and nothing half written is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sourcing_desktop.app.hand import click, write
from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.domain.address import AddressEntry
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.addresses import Addresses
from sourcing_desktop.storage.address_book import AddressBook
from sourcing_desktop.storage.database import Database
from sourcing_desktop.ui.address.address_controller import NOTHING_NEW, AddressController
from sourcing_desktop.ui.address.address_dialog import EMPTY, UNSAVED
from tests.support.waiting import until
from tests.ui.address.test_address_form import YIWU, fill

OTHER = replace(YIWU, name="韩梅梅", town="北苑街道")


class Counter:
    """The book at work in the window."""

    def __init__(self, window, sandbox, database, open_scope) -> None:
        keys = sandbox.keys
        account = replace(SANDBOX, base_url=sandbox.url)
        self.gateway = PandaPon(account, Credentials(keys.access_key, keys.secret, keys.user_id))
        self.control = sandbox.control
        self.book = Addresses(AddressBook(database, "trial"), self.gateway.addresses)
        self.scope, self.keeping = open_scope("controllers"), open_scope("keeping")
        self.controller = AddressController(window, self.book, self.scope, self.keeping)
        self.window = window

    async def open(self, *entries: AddressEntry):
        for entry in entries:
            await self.book.save(entry)
        self.controller.open()
        await until(lambda: self.controller.dialog is not None and self.controller.dialog.isVisible())
        await self.idle()
        return self.controller.dialog

    async def idle(self) -> None:
        await until(lambda: not self.keeping.busy and self.dialog.list.isEnabled())

    @property
    def dialog(self):
        return self.controller.dialog

    async def close(self) -> None:
        self.dialog.reject()
        await until(lambda: self.dialog is None)


@pytest.fixture
def counter(window, sandbox, open_scope, tmp_path, runner):
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    counter = Counter(window, sandbox, database, open_scope)
    yield counter
    runner.run(counter.scope.close())
    runner.run(counter.keeping.close())
    runner.run(counter.gateway.close())
    runner.run(database.close())


async def test_the_first_address_is_written_saved_and_shown(counter):
    dialog = await counter.open()
    assert dialog.about.text() == EMPTY
    fill(dialog.form, YIWU)
    write(dialog.form.lines["label"], "Yiwu forwarder")
    dialog.form.default.setChecked(True)
    QTest.keyClick(dialog.form.lines["label"], Qt.Key.Key_Return)
    await until(lambda: dialog.list.count() == 1)
    (entry,) = await counter.book.entries()
    assert (entry.address, entry.label, entry.default) == (YIWU, "Yiwu forwarder", True)
    assert dialog.list.item(0).text() == "Yiwu forwarder\nused first · 义乌市 福田街道"
    await counter.idle()
    await counter.close()


async def test_an_entry_is_edited_in_its_place(counter):
    dialog = await counter.open(AddressEntry(YIWU), AddressEntry(OTHER))
    dialog.list.setCurrentRow(1)
    assert dialog.form.entry.address == YIWU
    dialog.form.lines["street"].setText("新街1号")
    click(dialog.form.save)
    await until(lambda: not dialog.form.dirty)
    await counter.idle()
    assert {entry.address.street for entry in await counter.book.entries()} == {"新街1号", OTHER.street}
    assert dialog.chosen.address.street == "新街1号"
    await counter.close()


async def test_nothing_half_written_is_lost(counter):
    dialog = await counter.open(AddressEntry(YIWU))
    dialog.form.lines["street"].setText("新街1号")
    assert not dialog.list.isEnabled()
    dialog.reject()
    assert (dialog.isVisible(), dialog.banner.text.text()) == (True, UNSAVED)
    click(dialog.form.cancel)
    assert (dialog.form.entry.address, dialog.banner.isVisible()) == (YIWU, False)
    click(dialog.new)
    assert dialog.form.entry.address.name == ""
    await counter.close()


async def test_a_removed_address_comes_back_with_undo(counter):
    dialog = await counter.open(AddressEntry(YIWU, label="Yiwu forwarder"))
    click(dialog.remove)
    await until(dialog.banner.isVisible)
    assert dialog.banner.text.text() == "“Yiwu forwarder” was removed from this book."
    assert await counter.book.entries() == ()
    click(dialog.banner.retry)
    await until(lambda: dialog.list.count() == 1)
    await counter.idle()
    (entry,) = await counter.book.entries()
    assert (entry.address, entry.label) == (YIWU, "Yiwu forwarder")
    await counter.close()


async def test_an_address_goes_to_the_gateway_and_comes_from_it(counter):
    await counter.gateway.addresses.save(OTHER)
    dialog = await counter.open(AddressEntry(YIWU))
    click(dialog.keep)
    await until(lambda: dialog.chosen.gateway_id)
    assert "at the gateway" in dialog.list.item(0).text()
    await counter.idle()
    click(dialog.bring)
    await until(lambda: dialog.list.count() == 2)
    await until(dialog.banner.isVisible)
    assert dialog.banner.text.text().startswith("1 fetched from the gateway.")
    click(dialog.bring)
    await until(lambda: dialog.banner.text.text() == NOTHING_NEW)
    await counter.idle()
    await counter.close()


async def test_a_gateway_that_fails_says_so_and_the_book_stays(counter):
    dialog = await counter.open(AddressEntry(YIWU))
    counter.control.fault("F1", "http_500")
    click(dialog.keep)
    await until(dialog.banner.isVisible)
    await counter.idle()
    assert [entry.gateway_id for entry in await counter.book.entries()] == [""]
    await counter.close()


async def test_closing_while_the_gateway_is_slow_is_no_trouble(counter):
    dialog = await counter.open(AddressEntry(YIWU))
    counter.control.fault("F1", "delay", seconds=0.5)
    click(dialog.bring)
    await counter.close()
    await until(lambda: not counter.scope.busy)


async def test_the_book_opens_where_it_can_be_written_in(counter):
    counter.window.resize(1024, 640)
    dialog = await counter.open()
    assert dialog.focusWidget() is dialog.form.paste
    assert dialog.width() > 0.9 * 1024 * 0.92
    assert dialog.width() <= 1024
    await counter.close()


async def test_no_part_of_the_form_is_ever_out_of_reach(counter):
    dialog = await counter.open(AddressEntry(YIWU))
    dialog.resize(dialog.minimumSizeHint())
    await until(lambda: dialog.width() == max(dialog.minimumSizeHint().width(), dialog.minimumWidth()))
    assert dialog.form.width() >= dialog.form.minimumSizeHint().width()
    assert dialog.form.width() <= dialog.form.parentWidget().width()
    assert dialog.focusWidget() is dialog.list
    await counter.close()
