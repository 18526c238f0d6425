"""What is done with one picture of the desk: turned, boxed, searched otherwise, shown as it was sent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from sourcing_desktop.app.hand import click, drag, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, Region
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until
from tests.ui.desk.moves import put, steps

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TAOBAO = (Platform.TAOBAO,)


async def test_a_turn_turns_the_box_and_searches_again(image, goods):
    await put(image, goods[0])
    page = image.page
    width, height = page.chosen.picture.width, page.chosen.picture.height
    page.box.setFocus()
    press(page.box, KEY.Key_B)
    await until(lambda: page.chosen.region is not None)
    region = page.chosen.region
    await image.stage(Stage.RESULTS)
    click(page.panel.right)
    await until(lambda: page.chosen.turns == 1)
    assert image.results.stage is Stage.LOADING
    assert (page.chosen.picture.width, page.chosen.picture.height) == (height, width)
    assert page.box.region == region.turned(height)
    await image.stage(Stage.RESULTS)
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
