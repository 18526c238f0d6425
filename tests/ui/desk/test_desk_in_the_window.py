"""The desk inside the whole window: pictures come to it from anywhere, nothing stays for another account."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.search import Region
from sourcing_desktop.ui.desk.capture import CutFrom
from sourcing_desktop.ui.desk.desk_page import ALL
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.picture_label import PictureLabel
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.pictures import bag
from tests.support.waiting import until


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for path in paths:
        bag().save(path)
    return paths


def screens() -> list[CutFrom]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CutFrom) and each.isVisible()]


async def test_the_command_captures_the_screen_and_searches_with_it(program):
    window = program.window
    window.actions_by_name["capture"].trigger()
    await until(screens)
    press(screens()[0], Qt.Key.Key_Return)
    page = window.image
    await until(lambda: page.chosen is not None and page.results.stage in (Stage.RESULTS, Stage.NONE))
    assert window.tabs.currentWidget() is page
    assert not screens()


async def test_find_similar_at_a_picture_searches_with_it(program):
    window = program.window
    window.keyword.words.setText("mug")
    window.keyword.words.returnPressed.emit()
    await until(lambda: window.keyword.results.stage is Stage.RESULTS)
    window.cards.opened.emit(window.keyword.results.model.offer(0))
    await until(lambda: any(each.isVisible() for each in window.offer.findChildren(PictureLabel)))
    label = next(each for each in window.offer.findChildren(PictureLabel) if each.isVisible())
    mouse, place = QContextMenuEvent.Reason.Mouse, QPoint(5, 5)
    QApplication.sendEvent(label, QContextMenuEvent(mouse, place, label.mapToGlobal(place)))
    [menu] = label.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    page = window.image
    await until(lambda: page.chosen is not None and page.results.stage is Stage.RESULTS)
    assert window.tabs.currentWidget() is page


async def test_each_account_has_its_own_queue_after_a_restart_too(program, open_window, files):
    page = program.window.image
    page.sources_given.emit(tuple(PictureSource(file=path) for path in files))
    await until(lambda: page.areas.count() > ALL and page.areas.widget(ALL).bar.value() == len(files))
    await open_window(id="other", name="Other")
    assert page.areas.count() == ALL
    assert page.area_tabs.isHidden()
    page.sources_given.emit((PictureSource(file=files[0]), PictureSource(file=files[1])))
    await until(lambda: page.areas.count() > ALL)
    assert page.areas.currentIndex() == ALL
    await open_window()
    await until(lambda: page.areas.count() > ALL)
    assert page.area_tabs.tabText(ALL) == "All pictures (3)"
    assert page.areas.currentIndex() == ALL
    overview = page.areas.widget(ALL)
    await until(lambda: all(overview.model.search(row).thumbnail for row in range(3)))
    assert overview.words.text().startswith("3 of 3 searched")


async def test_a_queue_of_last_time_goes_on_when_the_buyer_says_so(program, open_window, files):
    page = program.window.image
    program.sandbox.control.fault("AG4", "code", code="40101", times=0)
    page.sources_given.emit(tuple(PictureSource(file=path) for path in files))
    await until(lambda: page.areas.count() > ALL and page.areas.widget(ALL).banner.isVisibleTo(page))
    program.sandbox.control.clear()
    await open_window()
    await until(lambda: page.areas.count() > ALL)
    overview = page.areas.widget(ALL)
    assert overview.words.text() == "0 of 3 searched · paused"
    overview.banner.retry.click()
    await until(lambda: overview.bar.value() == len(files))


async def test_the_picture_in_front_and_its_box_are_looked_for_in_the_library(program, files):
    page, wanted = program.window.image, QSignalSpy(program.window.library_sight_wanted)
    assert not page.panel.library.isEnabled()
    page.sources_given.emit((PictureSource(file=files[0]),))
    await until(lambda: page.chosen is not None and page.chosen.picture is not None)
    page.box.draw_region()
    page.panel.library.click()
    source, box = wanted.at(0)
    assert (source.ready, source.name) == (page.chosen.picture, "0.png")
    assert box == page.box.region == Region(50, 50, 150, 150)
