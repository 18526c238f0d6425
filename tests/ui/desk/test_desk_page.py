"""Looking for goods by sight: whatever is dropped or pasted, a box by mouse and by keyboard, and refusals."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app.hand import click, drag, press, write
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import PictureQuery, Region
from sourcing_desktop.services import query_picture
from sourcing_desktop.ui.desk.desk_page import UNUSABLE
from sourcing_desktop.ui.desk.picture_source import read_mime
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.waiting import until

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def drop(widget, mime: QMimeData) -> None:
    middle, copy = widget.rect().center(), Qt.DropAction.CopyAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(middle, copy, mime, buttons, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), copy, mime, buttons, none))


def mime(*, url: str = "", html: str = "", text: str = "", image: QImage | None = None) -> QMimeData:
    made = QMimeData()
    if url:
        made.setUrls([QUrl(url)])
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    if image is not None:
        made.setImageData(image)
    return made


@pytest.fixture
def goods(image, runner):
    """An offer of the market and its picture."""

    async def of_the_market():
        offer = (await image.desk.offer()).offer
        return offer, (await query_picture.from_url(offer.picture)).jpeg

    return runner.run(of_the_market())


@pytest.fixture
def sheet(goods, tmp_path):
    """A file with the goods at its right, on a ground of 800 × 600 px."""
    sheet = Image.new("RGB", (800, 600), "#c9d6c3")
    sheet.paste(Image.open(io.BytesIO(goods[1])).resize((340, 340)), (430, 230))
    path = tmp_path / "sheet.png"
    sheet.save(path)
    return path


def first_row(image):
    return [offer.ref for offer in image.offers[:5]]


async def searched_with(image, path):
    """Drop a file and wait for what looks like it."""
    drop(image.page, mime(url=QUrl.fromLocalFile(str(path)).toString()))
    await image.stage(Stage.RESULTS)
    await image.answered()


def on_widget(box, x, y) -> QPoint:
    """Where a pixel of a picture of 800 × 600 px is painted."""
    scale = min((box.width() - 8) / 800, (box.height() - 8) / 600)
    left, top = (box.width() - 800 * scale) / 2, (box.height() - 600 * scale) / 2
    return QPoint(round(left + x * scale), round(top + y * scale))


def near(region, *expected, by=4):
    edges = (region.left, region.right, region.top, region.bottom)
    return all(abs(edge - wanted) <= by for edge, wanted in zip(edges, expected, strict=True))


@pytest.mark.parametrize("source", ["file", "url", "html", "bitmap", "pasted bitmap", "pasted link", "link"])
async def test_a_picture_of_goods_finds_them(image, goods, tmp_path, source):
    offer, jpeg = goods
    path = tmp_path / "goods.jpg"
    path.write_bytes(jpeg)
    bitmap = QImage.fromData(jpeg)
    page = image.page
    match source:
        case "file":
            drop(page.box, mime(url=QUrl.fromLocalFile(str(path)).toString()))
        case "url":
            drop(page, mime(url=offer.picture))
        case "html":
            drop(page, mime(html=f'<p>buy <img alt="x" src="{offer.picture}"></p>', text="buy"))
        case "bitmap":
            drop(page, mime(image=bitmap, url=offer.picture))
        case "pasted bitmap":
            QGuiApplication.clipboard().setImage(bitmap)
            page.paste.click()
        case "pasted link":
            QGuiApplication.clipboard().setText(f"  {offer.picture}\n")
            page.box.setFocus()
            press(page.box, KEY.Key_V, CTRL)
        case "link":
            write(page.link, offer.picture)
            press(page.link, KEY.Key_Return)
    await image.stage(Stage.RESULTS)
    assert offer.ref in first_row(image)
    assert "px" in page.about.text()
    assert not page.banner.isVisible()


async def test_goods_are_found_on_taobao_too(image, tmp_path):
    offer = (await image.desk.offer(Platform.TAOBAO)).offer
    path = tmp_path / "goods.jpg"
    path.write_bytes((await query_picture.from_url(offer.picture)).jpeg)
    await searched_with(image, path)
    image.page.platform.buttons[(Platform.TAOBAO,)].click()
    await image.stage(Stage.RESULTS)
    assert offer.ref in first_row(image)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (mime(), UNUSABLE),
        (mime(text="a red bag"), UNUSABLE),
        (mime(html="<p>a red bag</p>", text="a red bag"), UNUSABLE),
        (mime(html='<img src="/relative.jpg">'), "This is not the address of a picture on the web"),
        (mime(text="data:image/png;base64,%%%"), "The picture is damaged or incomplete."),
        (mime(text="https://"), "This is not the address of a picture on the web"),
    ],
)
async def test_what_is_no_picture_is_refused_and_what_was_there_stays(image, sheet, given, sentence):
    await searched_with(image, sheet)
    offers, about = image.offers, image.page.about.text()
    drop(image.page, given)
    await until(image.page.banner.isVisible)
    assert image.page.banner.text.text().startswith(sentence)
    assert (image.offers, image.page.about.text()) == (offers, about)
    drag(image.page.box, on_widget(image.page.box, 100, 100), on_widget(image.page.box, 400, 400))
    assert image.results.stage is Stage.LOADING


async def test_a_file_that_is_no_picture_is_refused(image, tmp_path):
    path = tmp_path / "offer.jpg"
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 1000)
    drop(image.page, mime(url=QUrl.fromLocalFile(str(path)).toString()))
    await until(image.page.banner.isVisible)
    assert image.page.banner.text.text().startswith("This is not a picture the program can read.")
    assert (image.page.about.text(), image.results.stage) == ("", Stage.HINT)


async def test_a_clipboard_without_a_picture_says_so(image):
    QGuiApplication.clipboard().setText("a red bag")
    image.page.paste.click()
    assert image.page.banner.text.text() == UNUSABLE


async def test_a_link_that_cannot_be_read_stays_typed(image):
    write(image.page.link, f"{image.desk.sandbox.url}/img/nothing.jpg")
    press(image.page.link, KEY.Key_Return)
    await until(image.page.banner.isVisible)
    assert "(HTTP 404)" in image.page.banner.text.text()
    assert image.page.link.text().endswith("nothing.jpg")


async def test_a_drag_that_leaves_again_changes_nothing(image):
    middle, none = image.page.rect().center(), Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime(), Qt.MouseButton.LeftButton, none)
    before = image.page.box.grab().toImage()
    QApplication.sendEvent(image.page, entering)
    assert image.page.box.grab().toImage() != before
    QApplication.sendEvent(image.page, QDragLeaveEvent())
    assert image.page.box.grab().toImage() == before


async def test_the_latest_picture_wins(image, goods, sheet, tmp_path):
    offer, jpeg = goods
    path = tmp_path / "goods.jpg"
    path.write_bytes(jpeg)
    image.desk.sandbox.control.fault("IMG", "delay", seconds=0.5)
    drop(image.page, mime(url=(await image.desk.offer(row=1)).offer.picture))
    await until(lambda: image.desk.sandbox.control.calls("IMG"))
    await searched_with(image, path)
    assert offer.ref in first_row(image)


async def test_a_box_by_mouse_searches_the_part_inside(image, goods, sheet):
    await searched_with(image, sheet)
    box = image.page.box
    assert not image.page.whole.isEnabled()
    drag(box, on_widget(box, 430, 230), on_widget(box, 770, 570))
    assert near(box.region, 430, 770, 230, 570)
    await image.stage(Stage.RESULTS)
    assert goods[0].ref in first_row(image)
    image.page.whole.click()
    assert box.region is None
    assert image.results.stage is Stage.LOADING
    assert not image.page.whole.isEnabled()


async def test_a_box_stays_inside_the_picture(image, sheet):
    await searched_with(image, sheet)
    box = image.page.box
    drag(box, on_widget(box, 400, 300), QPoint(5000, 5000))
    assert near(box.region, 400, 800, 300, 600)


async def test_a_click_on_a_subject_makes_it_the_box(image, sheet):
    await searched_with(image, sheet)
    picture = await query_picture.from_file(sheet)
    subject = (
        await image.desk.gateway.alibaba.picture(PictureQuery(Platform.ALIBABA, picture), 1, 20)
    ).subjects[0]
    box = image.page.box
    drag(box, on_widget(box, 10, 10), on_widget(box, 60, 60))
    assert box.region != subject
    click(box, on_widget(box, (subject.left + subject.right) // 2, (subject.top + subject.bottom) // 2))
    assert box.region == subject
    await image.stage(Stage.RESULTS)


async def test_a_click_beside_the_subjects_asks_nothing(image, sheet):
    await searched_with(image, sheet)
    told = QSignalSpy(image.page.search_requested)
    box = image.page.box
    click(box, QPoint(1, 1))
    assert (box.region, told.count()) == (None, 0)
    drag(box, on_widget(box, 100, 100), on_widget(box, 300, 300))
    region = box.region
    click(box, QPoint(1, 1))
    assert (box.region, told.count()) == (region, 1)


async def test_a_box_by_keyboard(image, sheet):
    await searched_with(image, sheet)
    box = image.page.box
    box.setFocus()
    told = QSignalSpy(image.page.search_requested)
    press(box, KEY.Key_Right)
    assert box.region is None
    press(box, KEY.Key_B)
    assert box.region == Region(200, 150, 600, 450)
    press(box, KEY.Key_Right)
    press(box, KEY.Key_Down)
    assert box.region == Region(208, 158, 608, 458)
    press(box, KEY.Key_Left, SHIFT)
    press(box, KEY.Key_Down, SHIFT)
    assert box.region == Region(208, 158, 600, 466)
    await until(lambda: told.count() == 1)
    assert image.page.whole.isEnabled()
    for _ in range(60):
        press(box, KEY.Key_Left)
        press(box, KEY.Key_Up, SHIFT)
    assert (box.region.left, box.region.bottom - box.region.top) == (0, 24)
    press(box, KEY.Key_Escape)
    assert box.region is None
    await until(lambda: not image.page.whole.isEnabled())


async def test_keys_do_nothing_without_a_picture(image):
    image.page.box.setFocus()
    for key in (KEY.Key_B, KEY.Key_Left, KEY.Key_Escape):
        QTest.keyClick(image.page.box, key)
    assert image.page.box.region is None


async def test_a_failed_search_can_be_tried_again(image, sheet):
    image.desk.sandbox.control.fault("AG4", "http_500", times=0)
    drop(image.page, mime(url=QUrl.fromLocalFile(str(sheet)).toString()))
    await image.stage(Stage.FAILED)
    assert image.results.failed.text.text() == "The gateway failed on its side. Try again in a moment."
    image.desk.sandbox.control.clear()
    image.results.failed.button.click()
    await image.stage(Stage.RESULTS)


def test_a_clipboard_without_anything_gives_nothing():
    assert read_mime(None) == ()
