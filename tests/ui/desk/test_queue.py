"""Many pictures given to the desk at once: they are worked through, and what they found is at hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from sourcing_desktop.app.hand import press
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueuedSearch, Step
from sourcing_desktop.services.given_picture import GivenPicture, lost
from sourcing_desktop.services.picture_queue import LEFT, PictureQueue
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.desk.desk_page import ALL
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.desk.queue_controller import QueueController
from sourcing_desktop.ui.desk.queue_model import MATCH, PICTURE, PRICE, STATE
from sourcing_desktop.ui.desk.queue_view import EMPTY, QueueView
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.pictures import bag
from tests.support.search_page import Bench
from tests.support.waiting import until

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
COLOURS = ("#b33030", "#30b330", "#3030b3", "#b3b330")


@dataclass
class Overview:
    """The desk with its queue."""

    image: Bench
    queue: PictureQueue
    controller: QueueController
    toast: Toast

    @property
    def view(self) -> QueueView:
        return self.controller.view

    @property
    def table(self):
        return self.view.table

    def names(self) -> list[str]:
        """What stands in the first column, from the top."""
        rows = self.table.model()
        return [rows.index(row, PICTURE).data() for row in range(rows.rowCount())]

    async def over(self) -> None:
        await until(lambda: self.queue.searches and not self.queue.progress.left)


@pytest.fixture
def overview(image, open_scope, theme, loader) -> Overview:
    queue = PictureQueue(Search(image.desk.gateway), open_scope("queue"))
    toast = Toast(image.page)
    made = QueueController(
        image.page, image.controller, queue, (theme, loader), open_scope("overview"), toast
    )
    return Overview(image, queue, made, toast)


@pytest.fixture
def files(tmp_path):
    paths = []
    for number, colour in enumerate(COLOURS):
        paths.append(tmp_path / f"{number}.png")
        bag(colour).save(paths[-1])
    return paths


def sources(paths) -> list[PictureSource]:
    return [PictureSource(file=path) for path in paths]


def busy(overview: Overview) -> bool:
    return any(each.step in (Step.READING, Step.SEARCHING) for each in overview.queue.searches)


async def test_several_files_become_the_queue_and_their_summary(overview, files):
    page = overview.image.page
    page.sources_given.emit(tuple(sources(files)))
    await overview.over()
    assert page.areas.currentWidget() is overview.view
    assert overview.names() == ["0.png", "1.png", "2.png", "3.png"]
    assert overview.view.words.text().startswith("4 of 4 searched")
    assert overview.view.bar.value() == 4
    rows = overview.table.model()
    for row, search in enumerate(overview.queue.searches):
        assert rows.index(row, MATCH).data() == search.best.title.shown
        assert rows.index(row, STATE).data() == "Found"
    assert overview.toast.text.text().startswith("The queue of pictures is through: 4 of 4 searched")


async def test_what_is_left_of_last_time_does_not_push_in_front_of_a_picture(overview, files):
    page = overview.image.page
    overview.image.controller.use(PictureSource(file=files[0]))
    await until(lambda: page.chosen is not None)
    overview.queue.restore([(QueuedSearch("1", "old.jpg", Platform.ALIBABA), GivenPicture(lost))])
    assert page.area_tabs.tabText(ALL) == "All pictures (1)"
    assert page.areas.currentWidget() is not overview.view
    assert overview.view.banner.text.text() == LEFT


async def test_the_desk_searches_them_where_it_searches(overview, files):
    overview.image.page.platform.choose(tuple(Platform))
    overview.controller.add(sources(files[:2]))
    await overview.over()
    assert [search.platform for search in overview.queue.searches] == [*Platform, *Platform]


async def test_enter_opens_the_best_match(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    opened = QSignalSpy(overview.controller.opened)
    overview.table.take_keyboard()
    press(overview.table, KEY.Key_Down)
    press(overview.table, KEY.Key_Return)
    press(overview.table, KEY.Key_Enter)
    assert [opened.at(time)[0] for time in range(opened.count())] == [overview.queue.searches[1].best] * 2


async def test_g_finds_similar_to_the_best_match(overview, files):
    overview.controller.add(sources(files[:1]))
    await overview.over()
    asked = QSignalSpy(overview.table.alike_wanted)
    overview.table.take_keyboard()
    press(overview.table, KEY.Key_G)
    assert [search.name for search in asked.at(0)[0]] == ["0.png"]


async def test_a_double_click_does_too(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    opened = QSignalSpy(overview.controller.opened)
    place = overview.table.visualRect(overview.table.model().index(2, MATCH)).center()
    viewport = overview.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert opened.at(0) == [overview.queue.searches[2].best]


async def test_all_that_was_found_is_shown_on_the_desk(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    overview.table.take_keyboard()
    press(overview.table, KEY.Key_R)
    page = overview.image.page
    await until(lambda: page.chosen is not None and overview.image.results.stage is Stage.RESULTS)
    assert page.chosen.name == "0.png"
    sent = await overview.queue.picture(overview.queue.searches[0].key).bring()
    assert page.chosen.original == sent
    assert page.areas.currentWidget() is not overview.view


async def test_matches_of_the_selected_rows_go_on_the_shortlist(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    toggled = QSignalSpy(overview.controller.shortlist_toggled)
    overview.table.take_keyboard()
    overview.table.selectAll()
    press(overview.table, KEY.Key_S)
    wanted = {search.best.ref for search in overview.queue.searches}
    assert {offer.ref for offer in toggled.at(0)[0]} == wanted


async def test_what_is_removed_comes_back_with_undo(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    overview.table.take_keyboard()
    press(overview.table, KEY.Key_Down)
    press(overview.table, KEY.Key_Delete)
    assert overview.names() == ["0.png", "2.png", "3.png"]
    assert overview.toast.text.text() == "Took a search off the queue"
    overview.toast.undo.click()
    assert overview.names() == ["0.png", "1.png", "2.png", "3.png"]


async def test_pause_cancel_and_empty(overview, files):
    overview.image.desk.sandbox.control.fault("AG4", "delay", times=0, seconds=0.2)
    overview.controller.add(sources(files))
    view = overview.view
    await until(lambda: overview.queue.progress.over)
    view.pause.click()
    assert overview.queue.progress.paused
    assert view.pause.accessibleName() == "Go on"
    await until(lambda: not busy(overview))
    assert view.cancel.accessibleName() == "Cancel those that wait"
    over = overview.queue.progress.over
    view.cancel.click()
    assert overview.queue.progress.total == over
    assert view.cancel.accessibleName() == "Empty the queue"
    view.cancel.click()
    assert overview.names() == []
    assert view.words.text() == EMPTY
    overview.toast.undo.click()
    assert len(overview.names()) == over
    assert not view.pause.isEnabled()


async def test_a_gateway_in_trouble_is_told_with_a_way_on(overview, files):
    overview.image.desk.sandbox.control.fault("AG4", "code", code="40101", times=0)
    overview.controller.add(sources(files))
    view = overview.view
    await until(lambda: view.banner.isVisible() and not busy(overview))
    assert "access key" in view.banner.text.text()
    overview.image.desk.sandbox.control.clear()
    view.banner.retry.click()
    await overview.over()
    assert not view.banner.isVisible()


async def test_what_failed_says_why_in_its_row_and_can_be_tried_again(overview, files):
    files[1].write_bytes(b"%PDF-1.7")
    overview.controller.add(sources(files))
    await overview.over()
    reason = overview.table.model().index(1, MATCH).data()
    assert reason.startswith("This is not a picture the program can read.")
    bag().save(files[1])
    overview.view.retry.click()
    await overview.over()
    assert overview.queue.progress.failed == 0


async def test_rows_are_sorted_when_asked_and_stay_so(overview, files):
    files[2].write_bytes(b"%PDF-1.7")
    overview.controller.add(sources(files))
    await overview.over()
    header = overview.table.horizontalHeader()
    overview.table.setColumnHidden(PRICE, False)
    for order in Qt.SortOrder:
        header.setSortIndicator(PRICE, order)
        rows = overview.table.model()
        prices = [rows.search(row).best.price for row in range(3)]
        assert prices == sorted(prices, reverse=order is Qt.SortOrder.DescendingOrder)
        assert rows.search(3).best is None
    overview.controller.add(sources(files[:1]))
    await overview.over()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert overview.names() == ["0.png", "1.png", "2.png", "3.png", "0.png"]


async def test_the_menu_offers_what_fits(overview, files):
    files[0].write_bytes(b"%PDF-1.7")
    overview.controller.add(sources(files))
    await overview.over()
    offered = []
    for row in range(2):
        overview.table.selectRow(row)
        overview.table.customContextMenuRequested.emit(QPoint(20, 20))
        menu = next(menu for menu in overview.table.findChildren(QMenu) if menu.isVisible())
        offered.append({action.text() for action in menu.actions()})
        menu.close()
    assert "Try again" in offered[0] - offered[1]
    assert "Open the best match" in offered[1] - offered[0]


async def test_rows_are_copied_as_a_table(overview, files):
    overview.controller.add(sources(files))
    await overview.over()
    overview.table.take_keyboard()
    overview.table.selectRow(1)
    press(overview.table, KEY.Key_C, CTRL)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("Picture\tPlatform")
    assert overview.queue.searches[1].best.title.original in row


async def test_the_table_is_exported(overview, files, tmp_path):
    overview.controller.add(sources(files))
    await overview.over()
    overview.view.export.click()
    await until(lambda: overview.view.findChild(QFileDialog))
    dialog = overview.view.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "summary"))
    dialog.accept()
    await until(lambda: overview.toast.text.text() == "Saved summary.csv")
    assert (tmp_path / "summary.csv").stat().st_size > 100


@pytest.mark.parametrize("width", [330, 640, 1100])
async def test_nothing_is_lost_at_any_width(overview, files, width):
    overview.controller.add(sources(files))
    await overview.over()
    view = overview.view
    view.setParent(None)
    view.resize(width, 500)
    view.show()
    table = view.table
    assert table.columnWidth(MATCH) >= 200
    assert sum(table.columnWidth(column) for column in range(8)) == table.viewport().width()
    right = view.cancel.mapTo(view, QPointF(view.cancel.width(), 0)).x()
    assert right <= width
    view.close()
    view.deleteLater()
