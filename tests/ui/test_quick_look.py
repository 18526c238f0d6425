"""The large picture over the window: by keyboard, mouse and wheel, and whatever the picture is like."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QSize, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.offer import Words
from tests.support.picture_host import PictureHost
from tests.ui.grid.moves import CTRL, LEFT, move_mouse, offer, shown, turn_wheel

KEY = Qt.Key
SHAPES = {"square": (900, 900), "tall": (150, 2400), "wide": (2400, 150), "small": (90, 90)}
COUNT = 60


def png(width, height):
    file = io.BytesIO()
    Image.new("RGB", (width, height), (40, 120, 200)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def host():
    host = PictureHost(png(*SHAPES["square"]))
    for name, size in SHAPES.items():
        host.tell(f"/{name}.png", 200, png(*size))
    host.tell("/broken.png", 200, b"<html>no such picture</html>")
    yield host
    host.close()


@pytest.fixture
def grid(window, host):
    """Sixty offers in the program's window, the keyboard at the first."""
    results = window.keyword.results
    pictures = [*SHAPES, "broken"]
    results.model.reset([offer(n, host.url(f"/{pictures[n % 5]}.png")) for n in range(COUNT)])
    results.show_results()
    results.take_keyboard()
    return results.grid


@pytest.fixture
def look(window, grid):
    """Opened with Space."""
    QTest.keyClick(grid, KEY.Key_Space)
    return window.offer_commands.quick_look


def place(look):
    return look.place.text()


def below_menus(window):
    return window.rect().adjusted(0, window.menuBar().height(), 0, 0)


def go_to(grid, row):
    grid.setCurrentIndex(grid.model().index(row))


def test_space_opens_it_over_the_whole_window_and_takes_the_keyboard(window, look):
    assert look.isVisible()
    assert look.geometry() == below_menus(window)
    for covered in (window.keyword, window.offer_dock, window.statusBar()):
        assert covered.visibleRegion().isEmpty()
    assert QApplication.focusWidget() is look
    assert place(look) == "1 of 60"
    assert look.caption.title.text().startswith("Summer dress 0")
    assert look.caption.original.text() == offer(0).title.original
    assert look.caption.price.text() == "¥12.80"
    assert look.caption.facts.text().split("\n") == [
        "1688",
        "MOQ 2",
        "1,204 sold",
        "Super factory",
        "Curated",
    ]
    assert look.accessibleDescription().startswith("Summer dress 0")


def test_keys_walk_through_the_grid_which_follows(grid, look):
    columns = grid._geometry.columns
    for key, row in (
        (KEY.Key_Right, 1),
        (KEY.Key_Down, 1 + columns),
        (KEY.Key_Left, columns),
        (KEY.Key_Up, 0),
        (KEY.Key_Left, 0),
        (KEY.Key_End, COUNT - 1),
        (KEY.Key_Right, COUNT - 1),
        (KEY.Key_Home, 0),
        (KEY.Key_End, COUNT - 1),
    ):
        QTest.keyClick(look, key)
        assert place(look) == f"{row + 1} of 60"
        assert grid.currentIndex().row() == row
        assert grid.viewport().rect().contains(shown(grid, row))
    assert look.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Escape])
def test_it_closes_and_the_grid_has_the_keyboard_at_the_offer_last_seen(grid, look, key):
    QTest.keyClick(look, KEY.Key_Right)
    QTest.keyClick(look, key)
    assert not look.isVisible()
    assert QApplication.focusWidget() is grid
    assert grid.currentIndex().row() == 1
    QTest.keyClick(grid, KEY.Key_Space)
    assert place(look) == "2 of 60"


def test_a_click_beside_the_picture_closes_and_one_on_it_does_not(qtbot, look):
    picture = look.picture
    qtbot.waitUntil(lambda: picture._loader.pixmap(*picture._key) is not None)
    QTest.mouseClick(picture, LEFT, pos=picture.picture_place().center().toPoint())
    assert look.isVisible()
    QTest.mouseClick(picture, LEFT, pos=QPoint(2, 2))
    assert not look.isVisible()


def test_it_goes_when_the_keyboard_goes_elsewhere(window, grid, look):
    window.actions_by_name["find"].trigger()
    assert not look.isVisible()
    assert QApplication.focusWidget() is window.keyword.words
    QTest.keyClick(grid, KEY.Key_Space)
    window.tabs.setCurrentIndex(1)
    assert not look.isVisible()


def test_enter_opens_the_offer(qtbot, grid, look):
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(look, KEY.Key_Return)
    assert opened.args == [offer(0, grid.current_offer().picture)]
    assert not look.isVisible()


def test_f_finds_similar(qtbot, grid, look):
    with qtbot.waitSignal(grid.similar_wanted) as wanted:
        QTest.keyClick(look, KEY.Key_F)
    assert wanted.args == [grid.current_offer()]
    assert not look.isVisible()


def test_the_shortlist_key_is_for_the_offer_that_is_seen(qtbot, window, grid):
    grid.selectAll()
    QTest.keyClick(grid, KEY.Key_Space)
    look = window.offer_commands.quick_look
    for press in (
        lambda: QTest.keyClick(look, KEY.Key_B, Qt.KeyboardModifier.ControlModifier),
        lambda: QTest.mouseClick(look.caption.shortlist, LEFT),
    ):
        with qtbot.waitSignal(grid.shortlist_toggled) as toggled:
            press()
        assert toggled.args == [[grid.current_offer()]]
    assert look.caption.shortlist.text() == "Shortlist"
    grid.set_shortlisted({grid.current_offer().ref})
    assert look.caption.shortlist.text() == "Remove from shortlist"
    assert look.isVisible()


def test_the_wheel_walks(look):
    for notches, seen in ((-1, 2), (-2, 4), (1, 3), (9, 1)):
        turn_wheel(look, notches, look.rect().center())
        assert place(look) == f"{seen} of 60"


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_fits_in_exact_pixels(qtbot, grid, look, shape):
    go_to(grid, list(SHAPES).index(shape))
    picture = look.picture

    def there():
        pixmap = picture._loader.pixmap(*picture._key)
        return pixmap is not None and picture._shape_known

    qtbot.waitUntil(there)
    covered, room = picture.picture_place(), QSizeF(picture.size())
    width, height = SHAPES[shape]
    assert (
        picture._loader.pixmap(*picture._key).size()
        == (covered.size() * picture.devicePixelRatioF()).toSize()
    )
    assert covered.width() / covered.height() == pytest.approx(width / height, rel=0.03)
    if shape == "small":  # not larger than twice its size
        assert (covered.width(), covered.height()) == (180, 180)
    else:
        assert max(covered.width() / room.width(), covered.height() / room.height()) == pytest.approx(
            1, abs=0.01
        )
    colour = picture.grab().toImage().pixelColor(QPointF(covered.center()).toPoint())
    assert (colour.red(), colour.green(), colour.blue()) == (40, 120, 200)


def test_a_smaller_picture_stands_in_until_the_large_one_comes(qtbot, grid, host, window):
    loader, url = window.loader, grid.current_offer().picture
    window.repaint()
    qtbot.waitUntil(lambda: loader.any_size(url) is not None)
    small = loader.any_size(url).width()
    host.hold()
    QTest.keyClick(grid, KEY.Key_Space)
    picture = window.offer_commands.quick_look.picture
    assert loader.any_size(url).width() == small < picture.picture_place().width()
    colour = picture.grab().toImage().pixelColor(picture.rect().center())
    assert (colour.red(), colour.green(), colour.blue()) == (40, 120, 200)
    host.let_go()


def test_a_broken_picture_says_why(qtbot, grid, look):
    go_to(grid, 4)
    url = grid.current_offer().picture
    loading = look.picture.grab().toImage()
    qtbot.waitUntil(lambda: look.picture._loader.broken(url) is not None)
    assert look.picture.grab().toImage() != loading


def test_neighbours_are_there_before_they_are_asked_for(qtbot, grid, look):
    picture = look.picture
    qtbot.waitUntil(lambda: all(picture._loader.any_size(url) is not None for url in picture._near[:2]))
    QTest.keyClick(look, KEY.Key_Right)
    assert picture._loader.any_size(grid.current_offer().picture) is not None


def test_walking_to_the_end_asks_for_more(qtbot, grid, look):
    model = grid.model()
    model.append([offer(n) for n in range(COUNT, 4000)])
    QTest.keyClick(look, KEY.Key_Home)
    with qtbot.waitSignal(grid.near_end):
        QTest.keyClick(look, KEY.Key_End)
    model.append([offer(n) for n in range(4000, 4060)])
    assert place(look) == "4,000 of 4,060"
    QTest.keyClick(look, KEY.Key_Right)
    assert place(look) == "4,001 of 4,060"


def test_other_results_close_it(grid, look):
    grid.model().reset([offer(n) for n in range(3)])
    assert not look.isVisible()
    QTest.keyClick(grid, KEY.Key_Space)
    assert place(look) == "1 of 3"


def test_it_goes_on_with_what_is_left(grid, look):
    grid.model().remove([0])
    assert place(look) == "1 of 59"
    assert look.caption.title.text().startswith("Summer dress 1")
    grid.model().remove(range(59))
    assert not look.isVisible()


def test_the_picture_keeps_its_room_whatever_the_titles(look, grid):
    before = look.picture.size()
    long = offer(1)
    grid.model().replace(0, replace(long, title=Words("长" * 300, "W" * 300)))
    QApplication.processEvents()
    assert look.picture.size() == before
    assert look.caption.title.text().endswith("…")


def test_it_grows_with_the_window(window, look):
    window.resize(1100, 700)
    assert look.geometry() == below_menus(window)


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1440, 900), QSize(900, 1200)])
def test_the_picture_has_nearly_all_of_the_shorter_side(window, look, size):
    window.resize(size)
    QApplication.processEvents()
    side = min(look.picture.width(), look.picture.height())
    assert side > 0.82 * min(look.width(), look.height())
    assert not look.picture.geometry().intersects(look.caption.geometry())
    for part in (look.caption.title, look.caption.facts, look.caption.open, look.caption.shortlist):
        assert look.rect().contains(QRect(part.mapTo(look, QPoint()), part.size()))
        assert part.height() >= part.minimumSizeHint().height()


def test_shift_walks_without_choosing_what_is_passed(grid, look):
    for hold in (Qt.KeyboardModifier.ShiftModifier, CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(look, KEY.Key_Right, hold)
        assert grid.selected_offers() == [look.offer]
    assert place(look) == "4 of 60"


def test_a_click_on_the_words_or_with_another_button_does_not_close(look):
    for part in (look.caption, look.caption.title, look.caption.facts):
        QTest.mouseClick(part, LEFT)
        assert look.isVisible()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(look, button, pos=QPoint(3, 3))
        assert look.isVisible()
    QTest.mouseClick(look, LEFT, pos=QPoint(3, 3))
    assert not look.isVisible()


def test_without_a_picture_nothing_similar_can_be_found(qtbot, grid, look):
    grid.model().replace(0, offer(0))
    assert not look.caption.similar.isEnabled()
    assert look.caption.similar.toolTip() == "The offer has no picture."
    with qtbot.assertNotEmitted(grid.similar_wanted):
        QTest.keyClick(look, KEY.Key_F)
    assert look.isVisible()


@pytest.mark.parametrize("before", [True, False])
def test_what_the_toast_offers_can_be_pressed_meanwhile(window, grid, before):
    window.offer_commands.quick_look.look(grid, 0)
    if before:
        window.offer_commands.quick_look.close()
    window.toast.say("Took an offer off the shortlist", lambda: None)
    if before:
        QTest.keyClick(grid, KEY.Key_Space)
    assert window.offer_commands.quick_look.isVisible()
    assert window.childAt(window.toast.geometry().center()) in (window.toast, window.toast.text)


def test_without_a_current_card_it_is_the_one_under_the_mouse_else_the_first_in_sight(window, grid):
    look = window.offer_commands.quick_look
    bar = grid.verticalScrollBar()
    for press in (
        lambda: QTest.keyClick(grid, KEY.Key_Space),
        window.actions_by_name["quick look"].trigger,
    ):
        for mouse_at, seen in ((None, 2 * grid._geometry.columns), (shown(grid, 1).center(), None)):
            grid.setCurrentIndex(QModelIndex())
            bar.setValue(2 * grid._geometry.line_height)
            if mouse_at is None:
                QApplication.sendEvent(grid.viewport(), QEvent(QEvent.Type.Leave))
            else:
                move_mouse(grid, mouse_at)
                seen = grid.indexAt(mouse_at).row()
            press()
            assert grid.currentIndex().row() == seen
            look.close()
