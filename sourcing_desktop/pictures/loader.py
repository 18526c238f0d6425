"""Pictures for whoever paints: memory, then disk, then network, decoded in workers at the size asked for.

Lives in the GUI thread and never makes it wait: workers read, decode and store, and what they bring is
taken over in small portions per frame. Knows no widget.
"""

from __future__ import annotations

import logging
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from sourcing_desktop.pictures.answer import Answer, Verdict
from sourcing_desktop.pictures.broken import BrokenPictures
from sourcing_desktop.pictures.decode import BrokenPicture, decode
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.jobs import Job, Jobs
from sourcing_desktop.pictures.memory import MOST_BYTES, PixmapCache
from sourcing_desktop.pictures.renditions import origin_of
from sourcing_desktop.pictures.unsaved import Unsaved
from sourcing_desktop.pictures.wishes import PictureKey, Wishes
from sourcing_desktop.pictures.workers import Landing, Task, Workers

if TYPE_CHECKING:
    from sourcing_desktop.pictures.network import PictureNetwork

__all__ = ["PictureKey", "PictureLoader"]

log = logging.getLogger(__name__)

SCROLLING_S = 0.25
"""Wishes that follow one another faster than this come from a view that moves."""

LOOKED_UP_AT_ONCE = 8
"""Pictures sought on disk by one task: enough to make it worth the while, few enough to share."""

SAVE_AFTER_MS = 200
"""Pictures are written to disk when none has come for a while."""


class PictureLoader(QObject):
    """Gives pixmaps that are there and brings those that are not. All methods: GUI thread."""

    ready = Signal(str)
    """Paint this url again: it is there in a size asked for, or broken, or may be requested anew."""

    def __init__(
        self,
        folder: Path,
        *,
        memory_bytes: int = MOST_BYTES,
        disk_bytes: int = 512 * 2**20,
        referer: str = "https://detail.1688.com/",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = PixmapCache(memory_bytes)
        self._unsaved = Unsaved(DiskCache(folder, disk_bytes))
        self._referer = referer
        self._workers = Workers(self._start_what_can, self)
        self._asked_at = self._scrolled_at = float("-inf")
        self._wishes = Wishes()
        self._jobs = Jobs()
        self._broken = BrokenPictures()
        self._let_down: dict[str, None] = {}  # urls asked for singly and broken; their painters hear again
        self._closed = False
        self._calm = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._calm.timeout.connect(self._save_at_leisure)
        self._try_again = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._try_again.timeout.connect(self._retry)

    # What painters ask

    def pixmap(self, url: str, side_px: int) -> QPixmap | None:
        """The picture with a longer side of exactly `side_px` device pixels, if it is in memory."""
        return self._memory.get(url, side_px)

    def any_size(self, url: str) -> QPixmap | None:
        """The picture at whatever size is in memory, to stretch until the wanted size is ready."""
        return self._memory.any_size(url)

    def broken(self, url: str) -> str | None:
        """Why the picture cannot be shown, in words for the buyer, until it can; else None."""
        return self._broken.reason(url) if url else "the offer has no picture"

    def want(
        self, visible: Sequence[PictureKey], near: Sequence[PictureKey] = (), asker: Hashable = None
    ) -> None:
        """Replace what `asker` waits for: the visible come before anyone's near ones.

        What an earlier call of the same asker wanted and nobody has started is dropped. The latest asker
        is served first. Empty lists mean that the asker no longer looks. A broken picture that comes into
        sight again is tried again.
        """
        now = monotonic()
        if now - self._asked_at < SCROLLING_S:
            self._scrolled_at = now
        self._asked_at = now
        for url in self._wishes.replace(asker, visible, near):
            self._broken.seen(url)
        self._memory.look_at(self._wishes.visible())
        self._plan()

    def request(self, url: str, side_px: int) -> None:
        """Bring one picture, before all lists; it is not dropped. Ask `pixmap` first: it may be there.

        To be called whenever the picture is missing at painting; while it is broken that does nothing.
        """
        self._broken.seen(url)
        if not self._broken.held_back(url, monotonic()) and self._wishes.add(PictureKey(url, side_px)):
            self._plan()

    def warm(self) -> None:
        """Pictures are about to be wanted: connect to the hosts they came from lately. Asks for nothing."""
        if "_network" in vars(self) and not self._closed:
            self._network.warm()

    def close(self) -> None:
        """Stop everything. No thread, timer or connection is left; painters may go on asking in vain."""
        self._closed = True
        self._try_again.stop()
        self._calm.stop()
        if "_network" in vars(self):
            self._network.close()
        self._workers.close()
        while self._unsaved.save_one():
            continue
        for waiting in (self._wishes, self._jobs):
            waiting.clear()

    @cached_property
    def _network(self) -> PictureNetwork:
        from sourcing_desktop.pictures.network import PictureNetwork  # start-up can do without Qt's network

        network = PictureNetwork(self._referer, self)
        network.room.connect(self._start_what_can)
        network.recovered.connect(self._forgive)
        return network

    # What is brought next

    def _plan(self) -> None:
        """Wait for what everyone wishes, what is there or broken excepted, and start what can be started."""
        if self._closed:
            return
        now, keys = monotonic(), []
        for key in chain(self._wishes.urgent(), self._memory.fitting(self._wishes.near())):
            if not key.url or key in self._memory:
                self._wishes.drop(key)
            elif not self._broken.held_back(key.url, now):
                keys.append(key)
            elif self._wishes.drop(key):  # broken at another size meanwhile
                self._let_down[key.url] = None
        self._jobs.plan(keys)
        self._start_what_can()
        self._await_retry()

    def _start_what_can(self) -> None:
        while self._workers.have_room() and (jobs := [*islice(self._next_to_look_up(), LOOKED_UP_AT_ONCE)]):
            self._work(jobs, partial(self._look_up, jobs), urgent=False)
        for origin in self._jobs.origins():
            if not origin:
                self._break_all(origin, "the address leads to no picture host", Verdict.BAD)
            elif reason := self._network.given_up(origin):
                self._break_all(origin, reason, Verdict.AWAY)
            else:
                self._network.make_room(origin)
                while self._may_fetch(origin) and (job := self._jobs.next_to_fetch(origin)):
                    self._jobs.begin(job)
                    wanted = partial(self._jobs.wanted, job)
                    self._network.fetch(job.address, partial(self._fetched, job), wanted)

    def _may_fetch(self, origin: str) -> bool:
        return not self._jobs.piled_up and self._network.has_room(origin)

    def _break_those(self, jobs: Sequence[Job]) -> None:
        """A worker failed; what it had shown before stays."""
        for job in jobs:
            if job.busy:
                self._break(job, "the picture could not be read", Verdict.BAD)

    def _break_all(self, origin: str, reason: str, verdict: Verdict) -> None:
        while job := self._jobs.next_to_fetch(origin):
            self._break(job, reason, verdict)

    def _next_to_look_up(self) -> Iterator[Job]:
        while job := self._jobs.next_to_look_up():
            yield job

    def _work(self, jobs: Sequence[Job], task: Task, urgent: bool) -> None:
        for job in jobs:
            self._jobs.begin(job)
        failed = partial(self._break_those, jobs)
        scrolling = monotonic() - self._scrolled_at < SCROLLING_S
        self._workers.start(task, failed, urgent=urgent, scrolling=scrolling)

    def _save_at_leisure(self) -> None:
        """Until there are pictures to bring again."""
        if self._unsaved and self._workers.idle:
            self._workers.start(self._save, self._calm.start, urgent=False, scrolling=True)

    # In the workers

    def _look_up(self, jobs: Sequence[Job]) -> Iterator[Landing]:
        found = [(job, self._unsaved.read(job.source)) for job in jobs]
        yield partial(self._missed, [job for job, data in found if data is None])
        for job, data in found:
            if data is not None:
                try:
                    yield partial(self._show, job, self._decode(job, data))
                except BrokenPicture:
                    self._unsaved.forget(job.source)
                    yield partial(self._missed, [job])

    def _unpack(self, job: Job, data: bytes) -> Iterator[Landing]:
        try:
            images = self._decode(job, data)
        except BrokenPicture as error:
            yield partial(self._failed, job, Verdict.BAD, str(error))
            return
        self._unsaved.add(job.source, data)
        yield partial(self._show, job, images)
        while self._unsaved.too_much and self._unsaved.save_one():
            continue

    def _save(self) -> Iterable[Landing]:
        while self._workers.at_one_task and self._unsaved.save_one():
            continue
        return ()

    def _decode(self, job: Job, data: bytes) -> dict[PictureKey, QImage]:
        return {key: decode(data, key.side) for key in [*job.keys]}

    # Back in the GUI thread

    def _missed(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            job.missed = True
            self._jobs.release(job)

    def _fetched(self, job: Job, answer: Answer) -> None:
        if answer.verdict is Verdict.GOOD:
            self._jobs.fetched(job, len(answer.data))
            self._work([job], partial(self._unpack, job, answer.data), urgent=True)
        else:
            self._failed(job, answer.verdict, answer.reason)
        self._start_what_can()

    def _failed(self, job: Job, verdict: Verdict, reason: str) -> None:
        """Try the original after a rendition, and later again what had no answer; else it is broken."""
        if job.failed(verdict):
            self._jobs.release(job)
        elif verdict in (Verdict.BAD, Verdict.TOO_LARGE):
            self._break(job, reason, Verdict.BAD)
        else:
            away = self._network.given_up(origin_of(job.address))
            self._break(job, reason, Verdict.AWAY if away else Verdict.CUT)

    def _show(self, job: Job, images: dict[PictureKey, QImage]) -> None:
        for key, image in images.items():
            self._memory.put(key.url, key.side, QPixmap.fromImage(image))
            self._wishes.drop(key)
            self._broken.heal(key.url)
        self._jobs.finish(job, [key for key in job.keys if key not in images])
        self._calm.start()
        for url in {key.url for key in images}:
            self.ready.emit(url)

    # What is broken

    def _break(self, job: Job, reason: str, verdict: Verdict) -> None:
        keys, now = [*job.keys], monotonic()
        self._jobs.finish(job, [])
        pause_end = self._network.pause_end(origin_of(job.address))
        for key in keys:
            if self._wishes.drop(key) and verdict is not Verdict.BAD:
                self._let_down[key.url] = None
        for url in {key.url for key in keys}:
            if self._broken.add(url, reason, verdict, now, pause_end):
                log.info("no picture from %s: %s", job.address, reason)
            self.ready.emit(url)
        self._await_retry()

    def _forgive(self, origin: str) -> None:
        self._broken.forgive(origin)
        self._retry()

    def _retry(self) -> None:
        """A pause is over: ask again for what is in sight, and let those ask who requested singly."""
        now = monotonic()
        due = [url for url in self._let_down if not self._broken.held_back(url, now)]
        for url in due:
            del self._let_down[url]
            self.ready.emit(url)
        self._plan()

    def _await_retry(self) -> None:
        """Until the first pause ends of a picture somebody looks at; a timer that fires early waits again."""
        if self._broken and not self._closed:
            now, watched = monotonic(), chain((key.url for key in self._wishes.visible()), self._let_down)
            if (end := self._broken.next_pause_end(watched, now)) is not None:
                self._try_again.start(round((end - now) * 1000) + 1)
