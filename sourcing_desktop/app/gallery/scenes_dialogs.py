"""Dialogs, menus and what helps around in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from sourcing_desktop.app.gallery.stage import SMALL, Scene, Stage
from sourcing_desktop.app.hand import click, pause, until, write
from sourcing_desktop.ui.account.account_dialog import AccountDialog
from sourcing_desktop.ui.actions import MENUS


async def accounts(stage: Stage) -> None:
    stage.go("accounts")
    await until(lambda: _accounts(stage), "the account settings")


async def account_of(row: int, stage: Stage) -> None:
    _accounts(stage)[0].list.setCurrentRow(row)
    await pause(0.1)


async def account_incomplete(stage: Stage) -> None:
    click(_accounts(stage)[0].use)
    await pause(0.1)


async def addresses(stage: Stage) -> None:
    book = stage.session.address_book
    await until(lambda: book.dialog is None, "the addresses put away")
    stage.go("addresses")
    await until(lambda: book.dialog is not None and book.dialog.isVisible(), "the addresses")
    await pause(0.3)


async def new_address(stage: Stage) -> None:
    dialog = stage.session.address_book.dialog
    assert dialog is not None
    click(dialog.new)
    await pause(0.1)


async def rate(stage: Stage) -> None:
    stage.go("exchange rate")
    await until(lambda: stage.session.rate.dialog is not None, "the exchange rate")
    dialog = stage.session.rate.dialog
    assert dialog is not None
    write(dialog.per_yuan, "3500")
    await pause(0.1)


async def palette(stage: Stage) -> None:
    stage.go("palette")
    await pause(0.2)


async def palette_found(stage: Stage) -> None:
    write(stage.window.guidance.palette.line, "sea")
    await pause(0.2)


async def palette_nothing(stage: Stage) -> None:
    stage.window.guidance.palette.line.setText("xyzzy")
    await pause(0.2)


async def command(name: str, stage: Stage) -> None:
    stage.go(name)
    await pause(0.3)


async def menu(title: str, stage: Stage) -> None:
    bar = stage.window.menuBar()
    action = next(each for each in bar.actions() if each.text() == MENUS[title])
    below = action.menu()
    assert isinstance(below, QMenu)
    below.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft() + QPoint(0, 1)))
    await pause(0.2)


def _accounts(stage: Stage) -> list[AccountDialog]:
    return [each for each in stage.in_front() if isinstance(each, AccountDialog)]


SCENES = (
    Scene("Accounts", "sandbox", accounts, stays=True),
    Scene("Accounts", "new, PandaPon", partial(account_of, 1), stays=True),
    Scene("Accounts", "incomplete", account_incomplete, stays=True),
    Scene("Accounts", "new, LinkedMall", partial(account_of, 2)),
    Scene("Addresses", "book", addresses, stays=True),
    Scene("Addresses", "new", new_address),
    Scene("Addresses", "book, small", addresses, SMALL),
    Scene("Exchange rate", "typed", rate),
    Scene("Palette", "opened", palette, stays=True),
    Scene("Palette", "found", palette_found, stays=True),
    Scene("Palette", "nothing found", palette_nothing),
    Scene("Help", "keys", partial(command, "shortcuts")),
    Scene("Help", "keys, small", partial(command, "shortcuts"), SMALL),
    Scene("Help", "about", partial(command, "about")),
    Scene("Help", "welcome", partial(command, "welcome")),
    *(Scene("Menus", title.replace("&", "").lower(), partial(menu, title)) for title in MENUS),
)
