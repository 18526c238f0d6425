"""The pictures of an offer: the strip, the viewer over the window, those of the description."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.offer import Sku, SkuAttribute, Words
from sourcing_desktop.ui.offer.picture_viewer import PictureViewer
from tests.ui.offer.conftest import offer, settled

KEY = Qt.Key


def test_sixty_pictures_are_walked_through(page):
    urls = tuple(f"http://127.0.0.1:9/{number}.jpg" for number in range(60))
    page.show_detail(offer(pictures=urls))
    settled(page)
    assert len(page.gallery.small) == 60
    page.gallery.small[0].setFocus()
    press(page, KEY.Key_Right)
    assert page.gallery.url == urls[1]
    press(page, KEY.Key_End)
    assert page.gallery.url == urls[-1]
    assert page.gallery.small[-1].hasFocus()
    assert not page.gallery.small[-1].visibleRegion().isEmpty()
    QTest.mouseMove(page.gallery.small[-2])
    assert page.gallery.url == urls[-2]


def test_the_viewer(page):
    urls = tuple(f"http://127.0.0.1:9/{number}.jpg" for number in range(3))
    page.show_detail(offer(pictures=urls))
    settled(page)
    page.gallery.large.setFocus()
    press(page, KEY.Key_Space)
    viewer = page.findChild(PictureViewer)
    assert viewer.isVisible()
    assert viewer.geometry() == page.window().rect()
    press(viewer, KEY.Key_Left)
    assert (viewer.url, viewer.said.text()) == (urls[2], "3 of 3")
    press(viewer, KEY.Key_Plus)
    press(viewer, KEY.Key_Plus)
    zoomed = viewer.zoom
    assert zoomed > 1.5
    before = viewer.picture_place().center()
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(200, 400))
    QTest.mouseMove(viewer, QPoint(180, 400))
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=QPoint(180, 400))
    assert viewer.picture_place().center().x() == before.x() - 20
    press(viewer, KEY.Key_0)
    assert viewer.zoom == 1
    turn_wheel(viewer, QPoint(200, 400), 120)
    assert viewer.zoom > 1
    QTest.mouseDClick(viewer, Qt.MouseButton.LeftButton, pos=QPoint(200, 400))
    assert viewer.zoom == 1
    asked = QSignalSpy(page.similar_requested)
    press(viewer, KEY.Key_F)
    assert asked.at(0) == [urls[2]]
    assert not viewer.isVisible()
    assert page.gallery.large.hasFocus()


def test_tab_stays_in_the_viewer_and_keys_work_everywhere_in_it(page):
    page.show_detail(offer(pictures=("http://127.0.0.1:9/0.jpg", "http://127.0.0.1:9/1.jpg")))
    settled(page)
    viewer = page.gallery.look(page.gallery.urls, page.gallery.url)
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        press(seen[-1], KEY.Key_Tab)
    assert set(seen) == {viewer, *viewer.buttons.values()}
    press(viewer.buttons["close"], KEY.Key_Right)
    assert viewer.said.text() == "2 of 2"
    viewer.buttons["previous"].setFocus()
    press(viewer.buttons["previous"], KEY.Key_Return)
    assert viewer.said.text() == "1 of 2"
    press(viewer.buttons["previous"], KEY.Key_Escape)
    assert not viewer.isVisible()


def test_the_viewer_goes_on_to_the_pictures_of_skus_and_names_them(page):
    red, blue = (Words("", colour) for colour in ("red", "blue"))
    skus = tuple(
        Sku(
            f"{colour.shown} {size}",
            (SkuAttribute(Words("", "Colour"), colour), SkuAttribute(Words("", "Size"), Words(size))),
            picture=f"http://127.0.0.1:9/{colour.shown}.jpg",
        )
        for colour in (red, blue)
        for size in ("S", "M")
    )
    page.show_detail(offer(pictures=("http://127.0.0.1:9/0.jpg",), skus=skus))
    page.skus.sku_chosen.emit(skus[3])
    press(page.gallery.large, KEY.Key_Space)
    viewer = page.findChild(PictureViewer)
    assert viewer.said.text() == "3 of 3 · blue"
    press(viewer, KEY.Key_Left)
    assert viewer.said.text() == "2 of 3 · red"
    press(viewer, KEY.Key_Left)
    assert (viewer.url, viewer.said.text()) == ("http://127.0.0.1:9/0.jpg", "1 of 3")


def test_a_viewer_goes_with_the_window_it_was_over(page, on_screen, qapp):
    page.show_detail(offer(pictures=("http://127.0.0.1:9/0.jpg",)))
    for _ in range(3):
        other = QWidget()
        on_screen(other)
        page.setParent(other)
        page.show()
        page.gallery.look(page.gallery.urls, page.gallery.url)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sum(isinstance(each, PictureViewer) for each in qapp.allWidgets()) == 1


def turn_wheel(widget: QWidget, where: QPoint, angle: int) -> None:
    here, none = QPointF(where), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        here, widget.mapToGlobal(here), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_pictures_of_the_description_are_asked_for_when_they_come_into_sight(page, loader):
    source = "".join(f'<img src="http://127.0.0.1:9/{number}.jpg">' for number in range(100))
    page.show_detail(offer(description_html=source))
    settled(page)
    assert len(page.description.urls) == 100
    seen = page.description.picture_at(QPoint(10, 10))
    assert seen == "http://127.0.0.1:9/0.jpg"
    QTest.mouseClick(page.description, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    viewer = page.findChild(PictureViewer)
    assert viewer.said.text() == "1 of 100"
    press(viewer, KEY.Key_Escape)


def test_pictures_of_the_description_by_keyboard(page):
    source = "".join(f'<img src="http://127.0.0.1:9/{number}.jpg">' for number in range(100))
    page.show_detail(offer(description_html=source))
    settled(page)
    page.description.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (KEY.Key_End, KEY.Key_Up, KEY.Key_Right, KEY.Key_Left):
        press(page.description, key)
    assert page.description.accessibleName() == "Picture 99 of 100 of the description"
    assert page.description.picture_at(page.description.visibleRegion().boundingRect().center())
    press(page.description, KEY.Key_Space)
    viewer = page.findChild(PictureViewer)
    assert viewer.url == "http://127.0.0.1:9/98.jpg"
    press(viewer, KEY.Key_Escape)
    assert page.description.hasFocus()
