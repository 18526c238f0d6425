"""Several pictures on the desk: each keeps what is its own, on one platform or on both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu

from sourcing_desktop.app.hand import click, drop_file, press, write
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.desk.desk_controller import MOST_KEPT, DeskController
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.desk.platform_choice import BOTH
from sourcing_desktop.ui.grid.geometry import columns_for
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until
from tests.ui.desk.moves import put, refs

KEY = Qt.Key
TAOBAO = (Platform.TAOBAO,)


async def test_each_picture_keeps_what_it_found_its_box_and_its_filters(image, goods):
    page = image.page
    await put(image, goods[0])
    page.filters.price_to.setText("80")
    page.filters.price_to.editingFinished.emit()
    await image.stage(Stage.RESULTS)
    page.box.setFocus()
    press(page.box, KEY.Key_B)
    press(page.box, KEY.Key_Right)
    region = page.box.region
    await until(lambda: page.chosen.region == region)
    await image.stage(Stage.RESULTS)
    await image.answered()
    view = image.results
    view.grid.setCurrentIndex(view.model.index(10))
    first, place = refs(image)[:20], view.grid.verticalScrollBar().value()
    await put(image, goods[1])
    assert image.results is not view
    page.filters.reset()
    page.box.clear_region()
    await image.stage(Stage.RESULTS)
    page.strip.setFocus()
    press(page.strip, KEY.Key_Right)
    assert page.chosen.name == "goods 0.jpg"
    assert image.results is view
    assert (view.stage, refs(image)[:20], page.box.region) == (Stage.RESULTS, first, region)
    assert page.filters.filters() == Filters(price_to=Money.yuan(80))
    assert view.grid.verticalScrollBar().value() == place > 0
    press(page.strip, KEY.Key_Left)
    assert page.box.region is None
    assert page.filters.filters() == Filters()
    assert image.results.stage is Stage.RESULTS


async def test_the_newest_stands_first_and_a_click_chooses(image, goods):
    for path in goods:
        await put(image, path)
    strip = image.page.strip
    names = [picture.name for picture in image.page.desk.pictures]
    assert names == ["goods 2.jpg", "goods 1.jpg", "goods 0.jpg"]
    click(strip.viewport(), strip.visualRect(image.page.desk.index(2)).center())
    assert image.page.chosen.name == "goods 0.jpg"
    assert "goods 0.jpg" in image.page.about.text()


async def test_results_of_pictures_long_ago_are_searched_again(image, goods):
    await put(image, goods[0])
    oldest = image.page.chosen
    for number in range(MOST_KEPT):
        image.controller.use(PictureSource(file=goods[1 + number % 2]))
        await until(lambda number=number: len(image.page.desk.pictures) == number + 2 and ready(image))
    await image.stage(Stage.RESULTS)
    await image.answered()
    await until(lambda: len(image.page.views()) == MOST_KEPT + 1)  # and the one for no picture
    image.page.strip.choose(oldest)
    assert image.results.stage is Stage.LOADING
    await image.stage(Stage.RESULTS)


def ready(image) -> bool:
    newest = image.page.desk.pictures[0]
    return newest.picture is not None and image.page.chosen is newest


async def test_delete_removes_and_undo_brings_it_back_as_it_was(image, goods):
    await put(image, goods[0])
    found = refs(image)[:20]
    await put(image, goods[1])
    page, toast = image.page, image.controller._toast
    page.strip.choose(page.desk.pictures[1])
    page.strip.setFocus()
    press(page.strip, KEY.Key_Delete)
    assert [picture.name for picture in page.desk.pictures] == ["goods 1.jpg"]
    assert page.chosen.name == "goods 1.jpg"
    assert "goods 0.jpg" in toast.text.text()
    toast.undo.click()
    assert [picture.name for picture in page.desk.pictures] == ["goods 1.jpg", "goods 0.jpg"]
    assert (page.chosen.name, refs(image)[:20]) == ("goods 0.jpg", found)
    assert image.results.stage is Stage.RESULTS  # as it was: nothing is searched again


async def test_without_pictures_the_desk_invites_again(image, goods):
    await put(image, goods[0])
    image.page.panel.remove.click()
    assert image.page.chosen is None
    assert image.results.stage is Stage.HINT
    assert not image.page.strip.isVisible()
    assert not image.page.panel.left.isEnabled()
    assert image.page.box.region is None


async def test_both_platforms_answer_side_by_side(image, goods):
    await put(image, goods[0])
    first = image.results
    click(image.page.platform.buttons[BOTH])
    views = image.page.chosen_views()
    assert views[Platform.ALIBABA] is first
    assert first.stage is Stage.RESULTS  # it had answered before
    await until(lambda: views[Platform.TAOBAO].stage is Stage.RESULTS)
    for platform, view in views.items():
        assert view.isVisible()
        assert view.count.text()
        assert view.model.offer(0).ref.platform is platform
    click(image.page.platform.buttons[TAOBAO])
    assert image.results is views[Platform.TAOBAO]
    assert not first.isVisible()


async def test_in_a_low_window_each_side_shows_a_card_in_full(image, goods):
    image.page.resize(640, 540)
    await put(image, goods[0])
    click(image.page.platform.buttons[BOTH])
    views = image.page.chosen_views().values()
    await until(lambda: all(view.stage is Stage.RESULTS for view in views))
    for view in views:
        assert view.grid.viewport().rect().contains(view.grid.cell_rect(0))
    image.page.resize(1100, 700)
    for view in views:
        assert columns_for(view.grid.viewport().width(), view.grid.cell_width) == 2


async def test_there_are_filters_where_there_is_a_picture(image, goods):
    assert not image.page.filters.isVisible()
    await put(image, goods[0])
    assert image.page.filters.isVisible()
    picture = image.page.chosen
    image.page.desk.remove(picture)
    assert not image.page.filters.isVisible()


@pytest.mark.parametrize(("width", "orientation"), [(1100, "Horizontal"), (640, "Vertical")])
async def test_two_sides_stand_where_there_is_room_for_them(image, goods, width, orientation):
    image.page.resize(width, 700)
    await put(image, goods[0])
    click(image.page.platform.buttons[BOTH])
    await until(lambda: image.results.stage is Stage.RESULTS)
    views = image.page.chosen_views().values()
    left, right = (QRect(view.mapTo(image.page, QPoint(0, 0)), view.size()) for view in views)
    assert not left.intersects(right)
    beside = orientation == "Horizontal"
    assert (left.right() < right.left()) is beside
    assert (left.bottom() < right.top()) is not beside
    assert image.page.width() == width
    for view in views:
        assert columns_for(view.grid.viewport().width(), view.grid.cell_width) >= 2


async def test_a_picture_that_comes_while_both_are_chosen_has_small_cards_at_once(image, goods):
    click(image.page.platform.buttons[BOTH])
    await put(image, goods[0])
    for view in image.page.chosen_views().values():
        assert columns_for(view.grid.viewport().width(), view.grid.cell_width) == 2


async def test_one_platform_that_fails_does_not_hide_the_other(image, goods):
    image.desk.sandbox.control.fault("TG1", "http_500", times=0)
    await put(image, goods[0])
    click(image.page.platform.buttons[BOTH])
    views = image.page.chosen_views()
    failed = views[Platform.TAOBAO]
    await until(lambda: failed.stage is Stage.FAILED)
    assert views[Platform.ALIBABA].stage is Stage.RESULTS
    image.desk.sandbox.control.clear()
    click(failed.failed.button)
    await until(lambda: failed.stage is Stage.RESULTS)


async def test_several_at_once_and_folders_are_handed_on_one_by_one(image, goods, tmp_path):
    given = QSignalSpy(image.controller.many_given)
    (tmp_path / "notes.txt").write_text("no picture")
    folder = tmp_path / "more"
    folder.mkdir()
    for path in goods[:2]:
        (folder / path.name).write_bytes(path.read_bytes())
    image.controller.use_all((PictureSource(file=folder), PictureSource(file=goods[2])))
    await until(lambda: given.count() == 1)
    names = [source.name for source in given.at(0)[0]]
    assert names == ["goods 0.jpg", "goods 1.jpg", "goods 2.jpg"]
    assert image.page.chosen is None


async def test_links_pasted_together_are_several(image):
    given = QSignalSpy(image.controller.many_given)
    QGuiApplication.clipboard().setText("https://a.example/1.jpg\nhttps://a.example/2.jpg\n")
    image.page.paste.click()
    await until(lambda: given.count() == 1)
    assert [source.url for source in given.at(0)[0]] == ["https://a.example/1.jpg", "https://a.example/2.jpg"]


async def test_a_folder_without_pictures_says_so(image, tmp_path):
    (tmp_path / "empty").mkdir()
    drop_file(image.page.box, tmp_path / "empty")
    await until(image.page.banner.isVisible)
    assert image.page.banner.text.text() == "There is no picture in the folder empty."


async def test_a_picture_that_cannot_be_read_leaves_the_others_alone(image, goods, tmp_path):
    broken = tmp_path / "torn.jpg"
    broken.write_bytes(goods[1].read_bytes()[:200])
    image.controller.use(PictureSource(file=broken))
    image.controller.use(PictureSource(file=goods[0]))
    await image.stage(Stage.RESULTS)
    await until(lambda: len(image.page.desk.pictures) == 1)
    assert image.page.chosen.name == "goods 0.jpg"
    assert image.page.banner.text.text().startswith("The picture is damaged or incomplete.")


async def test_a_link_nobody_answers_can_be_tried_again(image, goods):
    await put(image, goods[0])
    write(image.page.link, "http://127.0.0.1:9/bag.jpg")
    press(image.page.link, KEY.Key_Return)
    await until(image.page.banner.isVisible)
    assert [picture.name for picture in image.page.desk.pictures] == ["goods 0.jpg"]
    click(image.page.banner.retry)
    assert image.page.about.text() == "Reading the picture…"
    assert [picture.name for picture in image.page.desk.pictures] == ["bag.jpg", "goods 0.jpg"]
    await until(image.page.banner.isVisible)
    assert "goods 0.jpg" in image.page.about.text()


async def test_the_menu_of_a_small_picture_removes_it(image, goods):
    await put(image, goods[0])
    await put(image, goods[1])
    strip = image.page.strip
    place = strip.visualRect(image.page.desk.index(1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, strip.viewport().mapToGlobal(place))
    QApplication.sendEvent(strip.viewport(), event)
    menu = strip.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert [picture.name for picture in image.page.desk.pictures] == ["goods 1.jpg"]


async def test_a_picture_that_is_still_being_read_can_be_removed(image, goods):
    await put(image, goods[0])
    image.desk.sandbox.control.fault("IMG", "delay", seconds=0.5)
    url = (await image.desk.offer()).offer.picture
    image.controller.use(PictureSource(url=url))
    reading = image.page.desk.pictures[0]
    image.page.strip.remove_requested.emit(reading)
    assert [picture.name for picture in image.page.desk.pictures] == ["goods 0.jpg"]
    assert "goods 0.jpg" in image.page.about.text()


async def test_two_files_one_after_the_other_are_both_on_the_desk(image, goods):
    for path in goods[:2]:
        drop_file(image.page, path)
    await until(lambda: len(image.page.desk.pictures) == 2)
    await image.stage(Stage.RESULTS)
    await image.answered()


async def test_a_picture_that_is_being_read_when_the_account_changes_is_read_again(image, goods, open_scope):
    image.controller.use(PictureSource(file=goods[0]))
    await image.controller._scope.close()
    image.controller.deleteLater()
    assert image.page.desk.pictures[0].picture is None
    search = Search(image.desk.gateway)
    image.controller = DeskController(image.page, search, open_scope("next"), Toast(image.page))
    await image.stage(Stage.RESULTS)
    assert image.page.chosen is image.page.desk.pictures[0]
    await image.answered()


async def test_the_chosen_picture_is_painted_from_all_its_pixels(image, goods):
    await put(image, goods[0])
    sent = image.page.chosen.picture
    await until(lambda: image.page.box.picture.width() == sent.width)
    assert 128 <= min(image.page.chosen.thumbnail.width(), image.page.chosen.thumbnail.height()) < 200
