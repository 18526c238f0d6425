"""The menu every product picture has, by mouse and by keyboard, and what it asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.cart import Cart
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import Order, OrderLine, order_state
from sourcing_desktop.ui.cart.cart_model import GOODS
from sourcing_desktop.ui.cart.cart_page import CartPage
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.large_picture import LargePicture
from sourcing_desktop.ui.notices import Banner, Toast
from sourcing_desktop.ui.orders.orders_page import OrdersPage
from sourcing_desktop.ui.picture_commands import PictureCommands
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.picture_menu import PictureMenu, find_similar
from tests.support.cart_rows import line
from tests.support.goods import cart_line
from tests.support.picture_host import PictureHost
from tests.support.pictures import encoded
from tests.support.waiting import until

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
URL = "http://127.0.0.1:9/img/bag.jpg"
FILE = encoded(Image.new("RGB", (300, 200), "#c03020"), "PNG")


class DeskWindow(QMainWindow):
    """A window with a desk, as far as pictures know it."""

    similar_wanted = Signal(str)
    library_sight_wanted = Signal(object, object)
    picture_copy_wanted = Signal(str)
    picture_save_wanted = Signal(str)


@pytest.fixture
def window(on_screen, theme) -> DeskWindow:
    window = DeskWindow()
    window.setCentralWidget(QWidget())
    window.problem = Banner(theme)
    QVBoxLayout(window.centralWidget()).addWidget(window.problem)
    window.resize(500, 400)
    on_screen(window)
    return window


@pytest.fixture
def label(window, theme, loader) -> PictureLabel:
    return shown(PictureLabel(theme, loader, 120), window.centralWidget())


@pytest.fixture
def host():
    host = PictureHost(FILE)
    yield host
    host.close()


@pytest.fixture
def commands(window, theme, open_scope):
    """Commands at work for the window, and the toast they say it with."""
    toast = Toast(window)
    PictureCommands(window, open_scope("session"), toast)
    return toast


def shown(picture, parent):
    picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    parent.layout().addWidget(picture)
    picture.show()
    picture.show_url(URL)
    return picture


def ask(widget, reason=QContextMenuEvent.Reason.Mouse) -> QContextMenuEvent:
    event = QContextMenuEvent(reason, QPoint(10, 10), widget.mapToGlobal(QPoint(10, 10)))
    QApplication.sendEvent(widget, event)
    return event


def menu_of(widget) -> QMenu:
    [menu] = widget.findChildren(QMenu)
    return menu


def choose(widget, text: str) -> None:
    menu = menu_of(widget)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def action_of(widget, text: str) -> QAction:
    [action] = [each for each in widget.actions() if each.text() == text]
    return action


def texts(widget) -> list[str]:
    return [action.text() for action in menu_of(widget).actions() if action.text()]


def test_a_picture_offers_all_that_can_be_done(label):
    ask(label)
    assert texts(label) == [
        "Find similar",
        "Find in your library",
        "Copy picture",
        "Copy link of the picture",
        "Save picture…",
    ]
    menu_of(label).close()


def test_find_in_the_library_reaches_the_window(window, label):
    wanted = QSignalSpy(window.library_sight_wanted)
    ask(label)
    choose(label, "Find in your library")
    assert wanted.at(0) == [PictureSource(url=URL), None]


def test_find_similar_reaches_the_window(window, label):
    wanted = QSignalSpy(window.similar_wanted)
    ask(label)
    choose(label, "Find similar")
    assert wanted.at(0) == [URL]


def test_the_link_is_copied(label):
    ask(label)
    choose(label, "Copy link of the picture")
    assert QGuiApplication.clipboard().text() == URL


def test_the_keyboard_opens_it_at_the_picture(label):
    label.setFocus()
    ask(label, QContextMenuEvent.Reason.Keyboard)
    menu = menu_of(label)
    assert menu.isVisible()
    assert menu.pos() == label.mapToGlobal(label.rect().center())
    menu.close()


def test_a_large_picture_has_it_too(window, theme, loader):
    large = shown(LargePicture(theme, loader), window.centralWidget())
    ask(large)
    assert "Find similar" in texts(large)
    menu_of(large).close()


def test_without_a_picture_there_is_no_menu(label):
    label.show_url("")
    assert not ask(label).isAccepted()
    assert label.findChildren(QMenu) == []


def test_a_picture_in_a_dialog_reaches_the_window_behind(window, theme, loader, qtbot):
    dialog = QDialog(window)
    QVBoxLayout(dialog)
    picture = shown(PictureLabel(theme, loader, 120), dialog)
    wanted = QSignalSpy(window.similar_wanted)
    find_similar(picture, URL)
    find_similar(picture, "")
    assert wanted.count() == 1
    dialog.deleteLater()


def test_a_window_of_its_own_can_only_give_the_link(theme, loader, on_screen):
    picture = PictureLabel(theme, loader, 120)
    on_screen(picture)
    picture.show_url(URL)
    ask(picture)
    assert texts(picture) == ["Copy link of the picture"]
    menu_of(picture).close()


def test_the_menu_goes_when_it_hides(label, qtbot):
    menu = PictureMenu(label, URL)
    menu.popup(QPoint(0, 0))
    menu.hide()
    qtbot.waitUntil(lambda: label.findChildren(QMenu) == [])


async def test_the_picture_itself_is_copied(window, label, host, commands):
    label.show_url(host.url("/bag.png"))
    ask(label)
    choose(label, "Copy picture")
    await until(commands.isVisible)
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (300, 200)
    assert image.pixelColor(150, 100).red() > 180
    assert commands.text.text() == "Picture copied"


async def test_the_file_is_saved_as_it_was_uploaded(window, label, host, commands, tmp_path):
    label.show_url(host.url("/bag.jpg"))
    ask(label)
    choose(label, "Save picture…")
    await until(lambda: window.findChildren(QFileDialog))
    [dialog] = window.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "png"  # by what is in it
    dialog.findChild(QLineEdit).setText(str(tmp_path / "kept"))
    dialog.accept()
    await until(commands.isVisible)
    assert QImage(str(tmp_path / "kept.png")) == QImage.fromData(FILE)
    assert commands.text.text() == "Saved kept.png"


async def test_what_cannot_be_had_is_said(window, label, commands):
    ask(label)
    choose(label, "Copy picture")
    await until(window.problem.isVisible)
    assert "127.0.0.1" in window.problem.text.text()


def test_the_goods_of_a_line_in_the_cart_are_looked_for(window, theme, loader):
    page = CartPage(theme, loader)
    window.setCentralWidget(page)
    page.show()
    page.model.show_cart(Cart((replace(cart_line(1), picture=URL),)))
    page.show_read()
    page.tree.setFocus()
    page.tree.setCurrentIndex(line(page.model, column=GOODS))
    wanted = QSignalSpy(window.similar_wanted)
    press(page.tree, Qt.Key.Key_G)
    assert wanted.count() == 1
    assert wanted.at(0) == [URL]
    in_library = QSignalSpy(window.library_sight_wanted)
    action_of(page.tree, "Find in your library").trigger()
    assert in_library.at(0) == [PictureSource(url=URL), None]


def test_the_goods_of_an_order_are_looked_for(window, theme, loader):
    page = OrdersPage(theme, loader)
    window.setCentralWidget(page)
    page.show()
    lines = (OrderLine("Bag", 2), OrderLine("Cup", 3, picture=URL))
    state = order_state(Platform.ALIBABA, "success")
    page.model.show_orders([Order(Platform.ALIBABA, "1", state, "success", lines, NOW, Money(100))])
    page.show_read(NOW, False)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    wanted = QSignalSpy(window.similar_wanted)
    press(page.table, Qt.Key.Key_G)
    assert wanted.count() == 1
    assert wanted.at(0) == [URL]
    in_library = QSignalSpy(window.library_sight_wanted)
    action_of(page.table, "Find in your library").trigger()
    assert in_library.at(0) == [PictureSource(url=URL), None]
