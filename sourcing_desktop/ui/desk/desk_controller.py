"""Puts pictures on the desk, searches with the chosen one, and brings back what was found with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from sourcing_desktop.domain.errors import Busy, SourcingError, Unreachable
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import Filters, QueryPicture, Region
from sourcing_desktop.language import tr
from sourcing_desktop.tasks import TaskScope
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.desk.desk_picture import DeskPicture
from sourcing_desktop.ui.desk.picture_search import PictureSearch
from sourcing_desktop.ui.desk.picture_source import PictureSource, normalised, one_by_one, unpacked
from sourcing_desktop.ui.desk.sent_sheet import SentSheet
from sourcing_desktop.ui.dialogs import answer, pick_pictures, pick_target
from sourcing_desktop.ui.formats import PLATFORM_NAMES
from sourcing_desktop.ui.notices import Toast

if TYPE_CHECKING:
    from sourcing_desktop.services.search import Search

MOST_KEPT = 20
"""Pictures whose results stay as they are; with older ones is searched again when they are chosen."""

JPEG = {tr("JPEG picture (*.jpg)"): ".jpg"}

THUMBNAIL = 128
"""px of the shorter side: as many as the strip of pictures has room for on any screen."""

SHARP = "sharp"
"""The task that brings all pixels of the chosen picture."""

Step = tuple[str, Callable[[], object]]


class DeskController(QObject):
    """Emits `many_given` with the sources when there are several at once: they are somebody else's work."""

    many_given = Signal(object)

    def __init__(self, page: DeskPage, search: Search, scope: TaskScope, toast: Toast) -> None:
        super().__init__(page)
        self._page = page
        self._search = search
        self._scope = scope
        self._toast = toast
        self._kept: dict[DeskPicture, PictureSearch] = {}
        self._turning: dict[DeskPicture, int] = {}
        self.sheet: SentSheet | None = None
        """What shows what was sent, while it is open."""
        panel = page.panel
        page.sources_given.connect(self.use_all)
        page.search_requested.connect(self.search)
        page.strip.chosen.connect(self._show)
        page.strip.remove_requested.connect(self.remove)
        page.platform.changed.connect(self._platforms_changed)
        panel.open.clicked.connect(self._open)
        panel.turn_requested.connect(self.turn)
        panel.sent.clicked.connect(self._tell_sent)
        panel.remove.clicked.connect(self._remove_chosen)
        page.forget_found()  # by another account
        self._show(page.chosen)
        self._latest = next(iter(page.desk.pictures), None)
        for picture in page.desk.pictures:
            if picture.read is not None:  # what ran it went with the account
                self._begin_reading(picture)

    # What comes to the desk

    def use(self, source: PictureSource, region: Region | None = None) -> None:
        """Search with what was dropped, pasted or picked, or a box in it, in front of the pictures before."""
        page, read = self._page, partial(normalised, source)
        page.banner.hide()
        filters = page.filters.filters() or Filters()
        self._add(DeskPicture(source.name, read, page.platform.platforms, filters, region=region))

    def use_all(self, sources: tuple[PictureSource, ...]) -> None:
        """The same for several at once, and for folders: one picture is searched with, many are told."""
        if len(sources) == 1 and sources[0].file is None:
            self.use(sources[0])
        else:
            self._scope.start(self._sort_out(sources), name="what was given")

    def use_ready(
        self, name: str, ready: QueryPicture, platforms: tuple[Platform, ...], filters: Filters
    ) -> None:
        """Search with a picture that was read before."""

        async def given() -> QueryPicture:
            return ready

        self._add(DeskPicture(name, given, platforms, filters))

    def _add(self, picture: DeskPicture) -> None:
        self._latest = picture
        self._page.desk.add(picture)
        self._begin_reading(picture)

    def _begin_reading(self, picture: DeskPicture) -> None:
        self._page.panel.show_about(self._page.chosen, reading=tr("Reading the picture…"))
        self._scope.replace(self._read(picture), name=_reading(picture))

    async def _sort_out(self, sources: tuple[PictureSource, ...]) -> None:
        try:
            pictures = await one_by_one(sources)
        except SourcingError as error:
            self._page.refuse(error.sentence)
            return
        if len(pictures) == 1:
            self.use(pictures[0])
        else:
            self._page.banner.hide()
            self.many_given.emit(pictures)

    async def _read(self, picture: DeskPicture) -> None:
        page = self._page
        if picture.read is None:
            return
        try:
            found = await picture.read()
        except SourcingError as error:
            page.desk.remove(picture)
            page.panel.show_about(page.chosen)
            again = isinstance(error, Unreachable | Busy)
            page.banner.say(error.sentence, (lambda: self._add(picture)) if again else None)
            return
        small = await unpacked(found, THUMBNAIL)
        picture.read, picture.original = None, found
        picture.show(found, small)
        page.desk.changed(picture)
        if page.chosen is picture:
            self._show(picture)
        elif picture is self._latest:
            page.strip.choose(picture)

    def _open(self) -> None:
        self._scope.start_once(self._pick, name="pick pictures")

    async def _pick(self) -> None:
        if paths := await pick_pictures(self._page):
            self.use_all(tuple(PictureSource(file=path) for path in paths))

    # What is done with the chosen one

    def search(self) -> None:
        """Search with the picture, its box and the filters as they are now."""
        picture, filters = self._page.chosen, self._page.filters.filters()
        if picture is None or picture.picture is None or filters is None:
            return
        picture.region, picture.filters = self._page.box.region, filters
        self._searching(picture).begin()

    def turn(self, quarters: int) -> None:
        """Turn the chosen picture by quarters to the right, and its box with it, and search again."""
        picture = self._page.chosen
        if picture is not None and picture.original is not None:
            turning = self._turning.get(picture, picture.turns)
            self._turning[picture] = turns = (turning + quarters) % 4
            self._scope.replace(self._turn(picture, picture.original, turns), name=f"turn {id(picture)}")

    def remove(self, picture: DeskPicture) -> None:
        """Take a picture off the desk. What it found is kept for a while, should it come back."""
        reading = picture.picture is None
        row = self._page.desk.remove(picture)
        if reading:
            self._scope.cancel(_reading(picture))
            self._page.panel.show_about(self._page.chosen)
        else:
            taken = tr("{name} is off the desk", name=picture.name)
            self._toast.say(taken, lambda: self._put_back(picture, row))

    def _put_back(self, picture: DeskPicture, row: int) -> None:
        self._page.desk.add(picture, min(row, len(self._page.desk.pictures)))
        self._page.strip.choose(picture)

    def _remove_chosen(self) -> None:
        if self._page.chosen is not None:
            self.remove(self._page.chosen)

    async def _turn(self, picture: DeskPicture, original: QueryPicture, turns: int) -> None:
        from sourcing_desktop.services import query_picture

        ready = await query_picture.turned(original, turns)
        small = await unpacked(ready, THUMBNAIL)
        del self._turning[picture]
        picture.show(ready, small, turns)
        self._page.desk.changed(picture)
        if picture is self._page.chosen:
            self._show(picture)

    def _platforms_changed(self) -> None:
        if (picture := self._page.chosen) is not None:
            picture.platforms = self._page.platform.platforms
        self._page.show_platforms(self._page.platform.platforms)
        self.search()

    def _show(self, picture: DeskPicture | None) -> None:
        self._page.show_picture(picture)
        self._scope.cancel(SHARP)
        if picture is None or picture.picture is None:
            self._page.show_sides(None)
        else:
            self._scope.replace(self._sharpen(picture.picture), name=SHARP)
            searching = self._searching(picture)
            searching.begin()
            self._page.show_sides(searching.sides)

    async def _sharpen(self, picture: QueryPicture) -> None:
        """Show all pixels of the chosen one: too many to be kept for every picture of the desk."""
        self._page.box.sharpen(QPixmap.fromImage(await unpacked(picture)))

    def _searching(self, picture: DeskPicture) -> PictureSearch:
        """The searches with a picture: those from before, or new ones in place of the oldest."""
        searching = self._kept.pop(picture, None)
        if searching is None:
            searching = PictureSearch(picture, self._page.make_sides(), self._search, self._scope)
            searching.subjects_found.connect(lambda: self._show_subjects(picture))
            searching.nothing_found.connect(
                lambda view: view.show_none(view.none.text.text(), *self._steps(picture))
            )
        self._kept[picture] = searching
        if len(self._kept) > MOST_KEPT:
            oldest = self._kept.pop(next(iter(self._kept)))
            oldest.end()
            self._page.drop_sides(oldest.sides)
        return searching

    def _show_subjects(self, picture: DeskPicture) -> None:
        if picture is self._page.chosen:
            self._page.box.show_subjects(picture.subjects)

    def _steps(self, picture: DeskPicture) -> Iterator[Step]:
        """What may find something where nothing was found."""
        page = self._page
        if picture.region is not None:
            yield tr("Search the whole picture"), page.box.clear_region
        if picture.subjects and picture.subjects[0] != picture.region:
            yield tr("Search for the subject found in it"), lambda: page.box.choose_subject(1)
        yield tr("Turn the picture right"), lambda: self.turn(1)
        if len(picture.platforms) == 1:
            other = next(platform for platform in Platform if platform not in picture.platforms)
            words = tr("Search on {platform}", platform=PLATFORM_NAMES[other])
            yield words, lambda: self._choose_platforms((other,))
        if picture.filters != Filters():
            yield tr("Search without filters"), page.filters.reset

    def _choose_platforms(self, platforms: tuple[Platform, ...]) -> None:
        self._page.platform.choose(platforms)
        self._platforms_changed()

    # What was sent

    def _tell_sent(self) -> None:
        picture = self._page.chosen
        if picture is not None and (query := picture.query(picture.platforms[0])) is not None:
            sheet = self._page.make_sent_sheet(picture.name, query.picture)
            self._scope.start_once(lambda: self._show_sent(sheet), name="what was sent")

    async def _show_sent(self, sheet: SentSheet) -> None:
        self.sheet = sheet
        sheet.save_requested.connect(lambda: self._scope.start_once(self._save, name="save what was sent"))
        try:
            await answer(sheet)
        finally:
            self.sheet = None
            sheet.deleteLater()

    async def _save(self) -> None:
        from sourcing_desktop.services import query_picture

        if (sheet := self.sheet) is None:
            return
        path = await pick_target(sheet, tr("Save what was sent"), sheet.file_name, JPEG)
        if path is None:
            return
        try:
            await query_picture.save(sheet.sent, path)
        except SourcingError as error:
            sheet.banner.say(error.sentence)


def _reading(picture: DeskPicture) -> str:
    return f"read {id(picture)}"
