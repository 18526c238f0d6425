"""Looks through the library by a picture: brings it, has its like found, and shows that on the cards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from sourcing_desktop.domain.errors import BadPicture, SourcingError, StorageFailed, Unreachable
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.domain.search import QueryPicture, Region
from sourcing_desktop.domain.seen import SeenBefore, SeenOffer
from sourcing_desktop.language import tr, trn
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.crop import distinct
from sourcing_desktop.ui.desk.picture_source import PictureSource, normalised, unpacked
from sourcing_desktop.ui.dialogs import pick_pictures
from sourcing_desktop.ui.notices import announce
from sourcing_desktop.ui.offer_cards import OfferCards
from sourcing_desktop.ui.picture_menu import source_of

if TYPE_CHECKING:
    from sourcing_desktop.services.recognition import Recognition
    from sourcing_desktop.ui.library.library_page import LibraryPage

TASK = "sight"


class SightController(QObject):
    """As long as the session. Emits `shown` when the page shall come to the front, `desk_wanted` with a
    source and its box to search the platforms with it."""

    shown = Signal()
    desk_wanted = Signal(object, object)

    def __init__(
        self,
        page: LibraryPage,
        recognition: Recognition,
        kept: Callable[[str], bytes | None],
        cards: OfferCards,
        scope: TaskScope,
    ) -> None:
        """`kept` gives the bytes of a picture that is on this computer, on any thread."""
        super().__init__(page)
        self._page = page
        self._recognition = recognition
        self._kept = kept
        self._cards = cards
        self._scope = scope
        self._source = PictureSource()
        self._region: Region | None = None
        self._picture: QueryPicture | None = None
        self._subjects: tuple[Region, ...] = ()
        self._found: tuple[tuple[SeenOffer, float], ...] = ()
        self.bar, self.intake = page.sight, page.intake
        self.intake.given.connect(self.look_for)
        self.intake.left.connect(self.leave)
        page.by_picture.clicked.connect(self._open)
        self.bar.left.connect(self.leave)
        self.bar.region_changed.connect(self._look_in_box)
        self.bar.order_changed.connect(self._show)
        self.bar.desk_wanted.connect(self._search_platforms)
        page.found.retry_requested.connect(self._retry)
        cards.earlier_wanted.connect(self.show_earlier)

    def look_for(self, source: PictureSource, region: Region | None = None) -> None:
        """Show what looks like a picture, or like what is in the box, in place of all that was seen."""
        self._source, self._region, self._picture, self._found = source, region, None, ()
        self._subjects = ()
        self._page.found.banner.hide()
        self._page.show_sight(self.bar)
        self.bar.show_reading(source.name)
        self._page.show_reading()
        self._scope.replace(self._look(), name=TASK)
        self.shown.emit()
        self._page.found.take_keyboard()

    def show_earlier(self, offer: Offer, mark: SeenBefore) -> None:
        """Open the very offer, with its prices of before; of another one, show all that looks like it."""
        if mark.same or not offer.picture:
            self._cards.opened.emit(offer)
        else:
            self.look_for(source_of(offer))

    def _open(self) -> None:
        self._scope.start_once(self._pick, name="pick a picture")

    async def _pick(self) -> None:
        if paths := await pick_pictures(self._page):
            self.intake.give(tuple(PictureSource(file=path) for path in paths))

    def leave(self) -> None:
        """Back to all that was seen."""
        if self._page.by_sight:
            self._scope.cancel(TASK)
            self._page.show_all()
            self._page.found.take_keyboard()

    # Bringing and finding

    async def _look(self) -> None:
        try:
            picture = await self._read()
        except SourcingError as error:
            self._refuse(error)
            return
        image = await unpacked(picture)
        size = QSize(picture.width, picture.height)
        self._picture = picture
        self.bar.show_picture(QPixmap.fromImage(image), size, self._region)
        await self._find()
        await self._find_subjects(picture)

    async def _read(self) -> QueryPicture:
        """From this computer where the picture is kept, so that it works without a network."""
        from sourcing_desktop.services import query_picture

        url = self._source.url
        kept = await asyncio.to_thread(self._kept, url) if url else None
        return await normalised(self._source) if kept is None else await query_picture.from_bytes(kept)

    async def _find(self) -> None:
        if (picture := self._picture) is None:
            return
        self.bar.say(tr("Comparing it with all you have seen…"))
        self._page.show_reading()
        try:
            self._found = await self._recognition.similar(picture, self._region)
        except SourcingError as error:
            self._refuse(error)
        else:
            self._show()

    async def _find_subjects(self, picture: QueryPicture) -> None:
        """Offer the things in the picture as boxes, as on the desk."""
        from sourcing_desktop.services.subjects import subjects_in

        self._subjects = distinct(await subjects_in(picture))
        self.bar.box.show_subjects(self._subjects)

    def _look_in_box(self, region: Region | None) -> None:
        self._region = region
        self._scope.replace(self._find(), name=TASK)

    def _retry(self) -> None:
        if self._page.by_sight:
            self.look_for(self._source, self._region)

    # What is shown

    def _show(self) -> None:
        page, found, same = self._page, self._found, self._recognition.looks_the_same
        if not found:
            nothing = tr("Nothing you have seen looks like this picture.")
            in_box = tr("Nothing you have seen looks like what is in the box.")
            self._show_none(in_box if self._region is not None else nothing)
            return
        page.found.model.likeness = {seen.number: same(alike) for seen, alike in found}
        offers = [seen for seen, _ in found]
        page.show_found(len(offers), sorted(offers, key=_price) if self.bar.cheapest_first else offers)
        page.found.grid.scrollToTop()
        told = [trn("{count} offer looks like this", "{count} offers look like this", len(found))]
        if alike := sum(same(cosine) for _, cosine in found):
            told.append(trn("{count} of them looks the same", "{count} of them look the same", alike))
        self.bar.say(" · ".join(told))
        announce(self.bar, self.bar.said.text())

    def _refuse(self, error: SourcingError) -> None:
        """Why nothing can be told: with Retry where trying again can help."""
        if isinstance(error, Unreachable | StorageFailed):
            self.bar.say("")
            self._page.found.model.show(0, ())
            self._page.found.show_failed(error.sentence)
        elif isinstance(error, BadPicture):
            self._show_none(error.sentence)
        else:
            self._show_none(self._recognition.why_off or error.sentence)

    def _show_none(self, sentence: str) -> None:
        self._found = ()
        self.bar.say("")
        self._page.found.model.show(0, ())
        self._page.facts.clear()
        self._page.found.show_none(sentence, *self._steps())

    def _steps(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What may find something."""
        if self._region is not None:
            yield tr("Search the whole picture"), self.bar.box.clear_region
        if self._subjects and self._subjects[0] != self._region:
            yield tr("Search for the subject found in it"), lambda: self.bar.box.choose_subject(1)
        if self._picture is not None:
            yield tr("Search the platforms with it"), self._search_platforms
        yield tr("Back to all you have seen"), self.leave

    def _search_platforms(self) -> None:
        if self._picture is not None:
            ready = PictureSource(ready=self._picture, title=self._source.name)
            self.desk_wanted.emit(ready, self._region)


def _price(seen: SeenOffer) -> tuple[bool, int]:
    """Without a price last. Among equals the order stays: most alike first."""
    price = seen.offer.price
    return (True, 0) if price is None else (False, price.minor)
