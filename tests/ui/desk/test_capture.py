"""Cutting a region out of the screen, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from sourcing_desktop.app.hand import drag, press
from sourcing_desktop.ui.desk.capture import FINE_STEP, STEP, ScreenCapture
from tests.support.waiting import until

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
RED = QColor("#d02020")


@pytest.fixture
def capture(on_screen, theme) -> ScreenCapture:
    window = QWidget()
    window.resize(300, 200)
    on_screen(window)
    return ScreenCapture(theme, window)


@pytest.fixture
def screen(capture):
    """A screen of 800 × 800 px with two pixels to one, grey but for a red square."""
    shot = QPixmap(1600, 1600)
    shot.fill(QColor("#888888"))
    painter = QPainter(shot)
    painter.fillRect(QRect(400, 600, 200, 200), RED)
    painter.end()
    capture.show_shots([(shot, QRect(0, 0, 800, 800))])
    yield capture.screens[0]
    if capture.screens:
        press(capture.screens[0], KEY.Key_Escape)


@pytest.fixture
def cut(capture) -> QSignalSpy:
    return QSignalSpy(capture.captured)


def only_red(picture: QImage) -> bool:
    corners = (QPoint(0, 0), QPoint(picture.width() - 1, picture.height() - 1))
    return all(picture.pixelColor(corner) == RED for corner in corners)


def test_a_drag_cuts_out_device_pixels(capture, screen, cut):
    drag(screen, QPoint(200, 300), QPoint(299, 399))
    assert cut.count() == 1
    picture = cut.at(0)[0]
    assert (picture.size(), picture.devicePixelRatio()) == (QSize(200, 200), 1)
    assert only_red(picture)
    assert capture.screens == []


def test_a_drag_the_other_way_does_the_same(screen, cut):
    drag(screen, QPoint(299, 399), QPoint(200, 300))
    assert only_red(cut.at(0)[0])


def test_a_drag_beyond_the_screen_ends_at_its_edge(screen, cut):
    drag(screen, QPoint(700, 700), QPoint(5000, 5000))
    assert cut.at(0)[0].size() == QSize(200, 200)


def test_a_click_cuts_nothing(screen, cut):
    drag(screen, QPoint(200, 300), QPoint(205, 305))
    assert cut.count() == 0
    assert screen.box.isEmpty()


def test_arrows_bring_move_and_size_a_box_and_enter_takes_it(screen, cut):
    press(screen, KEY.Key_Right)
    assert screen.box.size() == QSize(400, 400)
    assert screen.box.center() == screen.rect().center()
    before = QRect(screen.box)
    press(screen, KEY.Key_Left)
    press(screen, KEY.Key_Down, CTRL)
    assert screen.box == before.translated(-STEP, FINE_STEP)
    press(screen, KEY.Key_Up, SHIFT)
    assert screen.box.size() == QSize(400, 400 - STEP)
    press(screen, KEY.Key_Return)
    assert cut.at(0)[0].size() == QSize(800, 2 * (400 - STEP))


def test_a_box_stays_on_the_screen_and_large_enough(screen):
    for key, modifiers in ((KEY.Key_Left, Qt.KeyboardModifier.NoModifier), (KEY.Key_Up, SHIFT)):
        for _ in range(60):
            press(screen, key, modifiers)
    assert screen.rect().contains(screen.box)
    assert STEP <= screen.box.height() < 2 * STEP


def test_enter_alone_takes_the_whole_screen(screen, cut):
    press(screen, KEY.Key_Enter)
    assert cut.at(0)[0].size() == QSize(1600, 1600)


@pytest.mark.parametrize("how", ["escape", "right click"])
def test_leaving_cuts_nothing_and_goes_back_to_the_window(capture, screen, cut, how):
    if how == "escape":
        press(screen, KEY.Key_Escape)
    else:
        QTest.mouseClick(screen, Qt.MouseButton.RightButton)
    assert (cut.count(), capture.screens) == (0, [])


def test_what_would_be_cut_is_bright_and_the_rest_is_dark(screen):
    screen.box = QRect(200, 300, 100, 100)
    seen = screen.grab().toImage()
    assert seen.pixelColor(250, 350) == RED
    assert seen.pixelColor(20, 780).lightness() < 80


async def test_the_command_shows_the_screen_as_it_is_without_the_program(capture, cut):
    window = capture.parent()
    capture.begin()
    assert not window.isVisible()
    await until(lambda: capture.screens)
    assert not window.isVisible()
    shown = list(capture.screens)
    capture.begin()
    assert capture.screens == shown
    press(shown[0], KEY.Key_Return)
    assert cut.at(0)[0].size() == shown[0].size() * shown[0].devicePixelRatioF()
    assert window.isVisible()


@pytest.mark.parametrize("how", ["escape", "closed by the system"])
async def test_the_program_comes_back_however_it_is_left(capture, how, qapp):
    ended = QSignalSpy(qapp.lastWindowClosed)
    capture.begin()
    await until(lambda: capture.screens)
    if how == "escape":
        press(capture.screens[0], KEY.Key_Escape)
    else:
        capture.screens[0].close()
    assert capture.screens == []
    assert capture.parent().isVisible()
    assert ended.count() == 0


def test_tab_goes_to_the_next_screen(capture, qtbot):
    shots = []
    for place in range(2):
        shot = QPixmap(800, 800)
        shot.fill(RED)
        shots.append((shot, QRect(800 * place, 0, 800, 800)))
    capture.show_shots(shots)
    first, second = capture.screens
    qtbot.waitUntil(lambda: first.isActiveWindow() or second.isActiveWindow())
    active, other = (first, second) if first.isActiveWindow() else (second, first)
    press(active, KEY.Key_Tab)
    qtbot.waitUntil(other.isActiveWindow)
    press(other, KEY.Key_Escape)
