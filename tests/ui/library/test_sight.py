"""Looking through the library by a picture: dropped, pasted or asked for, whole or in a box, with the real
engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.search import Region
from sourcing_desktop.domain.seen import SeenBefore, SeenOrder, SeenQuery
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from sourcing_desktop.ui.desk.picture_source import PictureSource
from sourcing_desktop.ui.library.library_controller import LibraryController
from sourcing_desktop.ui.library.library_page import LibraryPage
from sourcing_desktop.ui.library.sight_controller import SightController
from sourcing_desktop.ui.library.sight_intake import ONE, UNUSABLE
from sourcing_desktop.ui.notices import Toast
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.search.results_view import Stage
from tests.support.seen import MUGS, YESTERDAY, jpeg, offer
from tests.support.waiting import until

pytestmark = pytest.mark.limit(60)  # s: pictures are described behind everything else

KINDS = ("mug", "backpack", "sneaker", "sofa")
BAG = "http://127.0.0.1:9/backpack.jpg"


@dataclass
class Bench:
    """A library in which four goods were seen, on its page."""

    page: LibraryPage
    sight: SightController
    cards: OfferCards
    recognition: Recognition

    @property
    def titles(self) -> list[str]:
        """What the cards show, from the first."""
        model = self.page.found.model
        return [model.index(row).data() for row in range(model.rowCount())]

    async def shown(self) -> None:
        """Wait until something was found, or why nothing was."""
        done = (Stage.RESULTS, Stage.NONE, Stage.FAILED)
        await until(lambda: self.page.found.stage in done)


@pytest.fixture
def bench(theme, loader, open_scope, on_screen, runner, tmp_path) -> Iterator[Bench]:
    pictures = {f"http://127.0.0.1:9/{kind}.jpg": jpeg(kind, 3) for kind in KINDS}
    failed: list[BaseException] = []
    file, sightings = SeenLibrary(tmp_path / "seen", wait_seconds=0), Sightings()
    library = Library(file, sightings, failed.append, moment=0)
    recognition = Recognition(file, library, tmp_path / "seen", pictures.get, failed.append, start=0)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    page = LibraryPage(theme, loader, settings)
    page.resize(900, 700)
    on_screen(page)
    scope, cards = open_scope("session"), OfferCards(page)
    cards.adopt(page.found)
    goods = [
        replace(offer(number, fen=1000 - 100 * number, picture=url), title=offer(number).title)
        for number, url in enumerate(pictures)
    ]

    async def begin() -> None:
        sightings.note(goods, MUGS, YESTERDAY)
        await library.open()
        recognition.begin()
        while (await library.size()).described < len(goods):
            await until(lambda: not recognition._tasks.busy)
        LibraryController(page, library, "buyer", scope, open_scope("keeping"), Toast(page))
        await until(lambda: not scope.busy)

    runner.run(begin())
    yield Bench(page, SightController(page, recognition, pictures.get, cards, scope), cards, recognition)
    runner.run(scope.close())
    runner.run(recognition.close())
    runner.run(library.close())
    QGuiApplication.clipboard().clear()
    assert not failed


def photo(folder: Path, kind: str = "backpack") -> Path:
    """A smaller and worse picture of goods that were seen."""
    file = folder / f"{kind}.jpg"
    file.write_bytes(jpeg(kind, 3, side=200, quality=40))
    return file


def drop(page: LibraryPage, mime: QMimeData) -> None:
    buttons, keys, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, mime, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, buttons, keys))


def of_files(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


async def test_a_dropped_photo_brings_its_goods_to_the_top(bench, tmp_path):
    (tmp_path / "backpack.jpg").write_bytes(jpeg("backpack", 3))
    drop(bench.page, of_files(tmp_path / "backpack.jpg"))
    assert bench.page.by_sight
    assert bench.sight.bar.name.text() == "backpack.jpg"
    await bench.shown()
    assert bench.titles[0] == "Mug 1"
    assert "looks the same" in bench.sight.bar.said.text()
    model = bench.page.found.model
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).endswith("Looks the same")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Looks the same")
    bench.page.found.take_keyboard()
    assert bench.page.facts.text().startswith("Looks the same · Seen")


@pytest.mark.parametrize("width", [80, 110, 240])
async def test_a_card_says_that_it_looks_the_same(bench, tmp_path, width):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)))
    await bench.shown()
    grid, model = bench.page.found.grid, bench.page.found.model
    grid.set_cell_width(width)
    number = model.seen(0).number
    model.likeness = {number: False}
    similar = grid.grab().toImage()
    model.likeness = {number: True}
    assert grid.grab().toImage() != similar


async def test_a_pasted_bitmap_does_the_same(bench, tmp_path):
    QGuiApplication.clipboard().setImage(QImage(str(photo(tmp_path, "sofa"))))
    bench.page.found.take_keyboard()
    QTest.keyClick(bench.page.found.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await bench.shown()
    assert bench.titles[0] == "Mug 3"


async def test_what_is_kept_of_a_picture_needs_no_network(bench):
    bench.sight.look_for(PictureSource(url=BAG, title="a bag"))
    await bench.shown()
    assert (bench.sight.bar.name.text(), bench.titles[0]) == ("a bag", "Mug 1")


async def test_a_picture_that_nobody_has_says_why_and_offers_to_try_again(bench):
    bench.sight.look_for(PictureSource(url="http://127.0.0.1:9/unknown.jpg"))
    await bench.shown()
    assert bench.page.found.stage is Stage.FAILED
    assert bench.page.found.failed.text.text()
    assert not bench.sight.bar.desk.isEnabled()
    bench.page.found.failed.button.click()
    assert bench.page.found.stage is Stage.LOADING
    await bench.shown()
    assert bench.page.found.stage is Stage.FAILED


async def test_another_picture_takes_the_place_of_the_one_before(bench, tmp_path):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)))
    bench.sight.look_for(PictureSource(file=photo(tmp_path, "sneaker")))
    await bench.shown()
    assert (bench.titles[0], bench.sight.bar.name.text()) == ("Mug 2", "sneaker.jpg")


async def test_the_cheapest_may_come_first(bench, tmp_path):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)))
    await bench.shown()
    _, seen = await bench.recognition._library.first(SeenQuery(order=SeenOrder.DEAREST), 3)
    bench.sight._found = tuple((each, 0.9 - 0.1 * place) for place, each in enumerate(seen))
    for button, order in ((bench.sight.bar.cheap, "210"), (bench.sight.bar.alike, "012")):
        button.click()
        assert bench.titles == [f"Mug {number}" for number in order]


async def test_a_box_is_looked_for_and_given_up_again(bench, tmp_path):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)), Region(40, 40, 160, 160))
    await bench.shown()
    assert bench.sight.bar.box.region == Region(40, 40, 160, 160)
    assert bench.sight.bar.whole.isEnabled()
    bench.sight.bar.whole.click()
    assert bench.sight.bar.box.region is None
    await bench.shown()
    assert bench.titles[0] == "Mug 1"
    assert not bench.sight.bar.whole.isEnabled()


async def test_nothing_to_see_in_a_picture_is_said_with_ways_on(bench, tmp_path):
    blank = QImage(200, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(tmp_path / "blank.png"))
    bench.sight.look_for(PictureSource(file=tmp_path / "blank.png"))
    await bench.shown()
    none = bench.page.found.none
    assert bench.page.found.stage is Stage.NONE
    assert "blank" in none.text.text()
    platforms, back = none.findChildren(QPushButton)
    wanted = QSignalSpy(bench.sight.desk_wanted)
    platforms.click()
    source, region = wanted.at(0)
    assert (source.name, source.ready.width, region) == ("blank.png", 200, None)
    back.click()
    assert not bench.page.by_sight


@pytest.mark.parametrize("data", [b"", b"no picture", jpeg("mug", 3)[:300]])
async def test_what_is_no_picture_is_said(bench, tmp_path, data):
    (tmp_path / "broken.jpg").write_bytes(data)
    bench.sight.look_for(PictureSource(file=tmp_path / "broken.jpg"))
    await bench.shown()
    assert bench.page.found.stage is Stage.NONE
    assert "picture" in bench.page.found.none.text.text().lower()


async def test_esc_gives_up_the_box_and_then_goes_back_to_all(bench, tmp_path):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)), Region(40, 40, 160, 160))
    await bench.shown()
    bench.sight.bar.box.setFocus()
    QTest.keyClick(bench.sight.bar.box, Qt.Key.Key_Escape)
    assert bench.page.by_sight
    QTest.keyClick(bench.sight.bar.box, Qt.Key.Key_Escape)
    assert not bench.page.by_sight
    await until(lambda: len(bench.titles) == len(KINDS))
    assert not bench.page.found.model.likeness
    assert bench.page.words.isVisible()


async def test_esc_in_the_cards_goes_back_too(bench, tmp_path):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)))
    await bench.shown()
    bench.page.found.take_keyboard()
    QTest.keyClick(bench.page.found.grid, Qt.Key.Key_Escape)
    assert not bench.page.by_sight


async def test_several_at_once_and_none_are_refused(bench, tmp_path):
    for mime, sentence in (
        (of_files(photo(tmp_path), photo(tmp_path, "sofa")), ONE),
        (of_files(tmp_path), ONE),
        (QMimeData(), UNUSABLE),
    ):
        bench.page.found.banner.hide()
        drop(bench.page, mime)
        assert bench.page.found.banner.text.text() == sentence
        assert bench.page.found.banner.isVisible()
    assert not bench.page.by_sight


async def test_what_looks_alike_is_shown_and_the_very_offer_is_opened(bench):
    card = offer(9, picture=BAG)
    opened = QSignalSpy(bench.cards.opened)
    bench.sight.show_earlier(card, SeenBefore(card.ref, YESTERDAY, Money(900), "Yiwu"))
    assert opened.at(0) == [card]
    assert not bench.page.by_sight
    bench.sight.show_earlier(card, SeenBefore(offer(1).ref, YESTERDAY, Money(900), "Yiwu", 0.9))
    await bench.shown()
    assert (opened.count(), bench.titles[0]) == (1, "Mug 1")


async def test_another_account_begins_with_all_and_hears_each_drop_once(bench, tmp_path, open_scope):
    bench.sight.look_for(PictureSource(file=photo(tmp_path)))
    await bench.shown()
    bench.sight.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    other = SightController(
        bench.page, bench.recognition, lambda _url: None, bench.cards, open_scope("other")
    )
    bench.page.begin("another")
    assert not bench.page.by_sight
    assert not bench.page.found.model.likeness
    wanted = QSignalSpy(other.shown)
    drop(bench.page, of_files(photo(tmp_path)))
    await bench.shown()
    assert (wanted.count(), bench.titles[0]) == (1, "Mug 1")


async def test_the_keyboard_is_at_a_way_on_after_each_picture_that_finds_nothing(bench, tmp_path):
    blank = QImage(200, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(tmp_path / "blank.png"))
    bench.page.found.take_keyboard()
    for _ in range(3):
        drop(bench.page, of_files(tmp_path / "blank.png"))
        await bench.shown()
        assert QApplication.focusWidget() in bench.page.found.none.findChildren(QPushButton)


async def test_a_picture_is_pasted_into_the_words_and_a_text_stays_one(bench, tmp_path):
    words, clipboard = bench.page.words, QGuiApplication.clipboard()
    words.setFocus()
    clipboard.setText("mug")
    QTest.keySequence(words, QKeySequence(QKeySequence.StandardKey.Paste))
    assert (words.text(), bench.page.by_sight) == ("mug", False)
    clipboard.setImage(QImage(str(photo(tmp_path))))
    QTest.keySequence(words, QKeySequence(QKeySequence.StandardKey.Paste))
    await bench.shown()
    assert bench.titles[0] == "Mug 1"
