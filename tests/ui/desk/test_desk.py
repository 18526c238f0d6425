"""Several pictures on the desk: each keeps what is its own; both platforms; next steps; what was sent."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from sourcing_desktop.app.hand import click, drag, press, write
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, Region
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.desk.desk_controller import MOST_KEPT
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.desk.platform_choice import BOTH
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
ALIBABA, TAOBAO = (Platform.ALIBABA,), (Platform.TAOBAO,)


@pytest.fixture
def goods(image, runner, tmp_path) -> list[Path]:
    """Pictures of three offers, as files."""

    async def of_the_market() -> list[bytes]:
        offers = [(await image.desk.offer(row=row)).offer for row in range(3)]
        return [(await query_picture.from_url(offer.picture)).jpeg for offer in offers]

    paths = []
    for number, jpeg in enumerate(runner.run(of_the_market())):
        paths.append(tmp_path / f"goods {number}.jpg")
        paths[-1].write_bytes(jpeg)
    return paths


async def put(image, path: Path) -> None:
    """Put a picture on the desk and wait for what looks like it."""
    image.controller.use(PictureSource(file=path))
    await until(lambda: image.page.chosen is not None and image.page.chosen.name == path.name)
    await image.stage(Stage.RESULTS)
    await image.answered()


def refs(image) -> list:
    return [offer.ref for offer in image.offers]


def steps(image) -> dict[str, QPushButton]:
    """What is offered where nothing was found."""
    buttons = image.results.none.findChildren(QPushButton)
    return {button.text(): button for button in buttons if not button.isHidden()}


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
    calls = image.desk.sandbox.control.calls("AG4")
    image.page.strip.choose(oldest)
    assert image.results.stage is Stage.LOADING
    await image.stage(Stage.RESULTS)
    assert image.desk.sandbox.control.calls("AG4") == calls + 1


def ready(image) -> bool:
    newest = image.page.desk.pictures[0]
    return newest.picture is not None and image.page.chosen is newest


async def test_delete_removes_and_undo_brings_it_back_as_it_was(image, goods):
    await put(image, goods[0])
    found = refs(image)
    await put(image, goods[1])
    page, toast = image.page, image.controller._toast
    page.strip.choose(page.desk.pictures[1])
    page.strip.setFocus()
    press(page.strip, KEY.Key_Delete)
    assert [picture.name for picture in page.desk.pictures] == ["goods 1.jpg"]
    assert page.chosen.name == "goods 1.jpg"
    assert "goods 0.jpg" in toast.text.text()
    calls = image.desk.sandbox.control.calls("AG4")
    toast.undo.click()
    assert [picture.name for picture in page.desk.pictures] == ["goods 1.jpg", "goods 0.jpg"]
    assert (page.chosen.name, refs(image)) == ("goods 0.jpg", found)
    assert image.desk.sandbox.control.calls("AG4") == calls


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
    calls = image.desk.sandbox.control.calls("AG4")
    click(image.page.platform.buttons[BOTH])
    views = image.page.chosen_views()
    assert views[Platform.ALIBABA] is first
    await until(lambda: views[Platform.TAOBAO].stage is Stage.RESULTS)
    assert image.desk.sandbox.control.calls("AG4") == calls  # it had answered before
    for platform, view in views.items():
        assert view.isVisible()
        assert view.count.text()
        assert view.model.offer(0).ref.platform is platform
    click(image.page.platform.buttons[TAOBAO])
    assert image.results is views[Platform.TAOBAO]
    assert not first.isVisible()


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


async def test_a_turn_turns_the_box_and_searches_again(image, goods):
    await put(image, goods[0])
    page = image.page
    width, height = page.chosen.picture.width, page.chosen.picture.height
    page.box.setFocus()
    press(page.box, KEY.Key_B)
    await until(lambda: page.chosen.region is not None)
    region = page.chosen.region
    await image.answered()
    calls = image.desk.sandbox.control.calls("AG4")
    click(page.panel.right)
    await until(lambda: page.chosen.turns == 1)
    assert (page.chosen.picture.width, page.chosen.picture.height) == (height, width)
    assert page.box.region == region.turned(height)
    await image.stage(Stage.RESULTS)
    assert image.desk.sandbox.control.calls("AG4") == calls + 1
    click(page.panel.left)
    click(page.panel.left)
    click(page.panel.left)
    await until(lambda: page.chosen.turns == 2)
    assert page.box.region == region.turned(height).turned(width)


async def test_two_ways_to_turn_by_keyboard(image, goods):
    await put(image, goods[0])
    for key, turns in (("Ctrl+[", 3), ("Ctrl+]", 0)):
        tool = image.page.panel.left if key == "Ctrl+[" else image.page.panel.right
        assert tool.shortcut().toString() == key
        press(image.page.box, KEY.Key_BracketLeft if turns else KEY.Key_BracketRight, CTRL)
        await until(lambda turns=turns: image.page.chosen.turns == turns)


async def test_handles_and_the_inside_of_the_box_are_pulled_by_mouse(image, goods):
    await put(image, goods[0])
    box = image.page.box
    drag(box, QPoint(80, 80), QPoint(160, 160))
    before = box.region
    drag(box, QPoint(160, 160), QPoint(200, 220))
    sized = box.region
    assert (sized.left, sized.top) == (before.left, before.top)
    assert sized.right > before.right
    assert sized.bottom > before.bottom
    drag(box, QPoint(130, 130), QPoint(120, 120))
    moved = box.region
    assert moved.left < sized.left
    assert (moved.right - moved.left, moved.bottom - moved.top) == (
        sized.right - sized.left,
        sized.bottom - sized.top,
    )


@pytest.fixture
def two_things(goods, tmp_path) -> Path:
    sheet = Image.new("RGB", (800, 600), "#c9d6c3")
    sheet.paste(Image.open(io.BytesIO(goods[0].read_bytes())).resize((340, 340)), (430, 230))
    sheet.paste(Image.open(io.BytesIO(goods[2].read_bytes())).resize((240, 240)), (40, 40))
    sheet.save(tmp_path / "two.png")
    return tmp_path / "two.png"


async def test_subjects_are_numbered_and_chosen_by_key_and_button(image, two_things):
    await put(image, two_things)
    page = image.page
    subjects = page.chosen.subjects
    assert len(subjects) >= 2
    page.box.setFocus()
    press(page.box, KEY.Key_2)
    assert page.box.region == subjects[1]
    await image.stage(Stage.RESULTS)
    await image.answered()
    badge = page.box._badges[0]
    assert (badge.text(), badge.accessibleName()) == ("1", "Search for subject 1 of the picture")
    first = page.chosen.subjects[0]
    click(badge)
    assert page.box.region == first
    press(page.box, KEY.Key_9)
    assert page.box.region == first


async def test_where_nothing_is_found_the_next_steps_are_buttons_that_do_it(image, two_things):
    await put(image, two_things)
    page = image.page
    page.box.setFocus()
    press(page.box, KEY.Key_B)
    await image.stage(Stage.RESULTS)
    write(page.filters.price_from, "999999")
    press(page.filters.price_from, KEY.Key_Return)
    await image.stage(Stage.NONE)
    assert set(steps(image)) == {
        "Search the whole picture",
        "Search for the subject found in it",
        "Turn the picture right",
        "Search on Taobao",
        "Search without filters",
    }
    click(steps(image)["Search the whole picture"])
    assert page.box.region is None
    await image.stage(Stage.NONE)
    assert "Search the whole picture" not in steps(image)
    click(steps(image)["Turn the picture right"])
    await until(lambda: page.chosen.turns == 1)
    await image.stage(Stage.NONE)
    click(steps(image)["Search for the subject found in it"])
    assert page.box.region == page.chosen.subjects[0]
    await image.stage(Stage.NONE)
    click(steps(image)["Search without filters"])
    await image.stage(Stage.RESULTS)
    assert page.filters.filters() == Filters()


async def test_the_step_to_the_other_platform(image, goods):
    await put(image, goods[0])
    write(image.page.filters.price_from, "999999")
    press(image.page.filters.price_from, KEY.Key_Return)
    await image.stage(Stage.NONE)
    click(steps(image)["Search on Taobao"])
    assert image.page.platform.platforms == TAOBAO
    assert image.page.chosen.platforms == TAOBAO
    await until(lambda: image.results.stage in (Stage.NONE, Stage.RESULTS))


async def test_what_was_sent_is_shown_and_saved(image, goods, tmp_path):
    await put(image, goods[0])
    page = image.page
    page.box.setFocus()
    press(page.box, KEY.Key_B)
    await until(lambda: page.chosen.region is not None)
    click(page.panel.sent)
    await until(lambda: image.controller.sheet is not None)
    sheet = image.controller.sheet
    assert sheet.sent.jpeg == page.chosen.picture.jpeg
    assert isinstance(sheet.sent.region, Region)
    assert f"{len(sheet.sent.jpeg) / 1000:.0f} kB" in sheet.size_line.text()
    assert f"from {sheet.sent.region.left} px of the left" in sheet.part_line.text()
    click(sheet.save)
    await until(lambda: sheet.findChildren(QFileDialog))
    dialog = sheet.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "kept.jpg"))
    dialog.accept()
    await until((tmp_path / "kept.jpg").exists)
    assert (tmp_path / "kept.jpg").read_bytes() == sheet.sent.jpeg
    sheet.leave.click()
    await until(lambda: image.controller.sheet is None)


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
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "empty"))])
    image.page._give((PictureSource(file=tmp_path / "empty"),))
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
