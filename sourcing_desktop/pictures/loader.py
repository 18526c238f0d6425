"""Pictures for whoever paints: memory, then disk, then network, decoded in workers at the size asked for.

Lives in the GUI thread and never makes it wait: workers read, decode and store, and what they bring is
taken over in small portions per frame. Knows no widget.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.answer import Answer, Verdict
from sourcing_desktop.pictures.broken import BrokenLog, BrokenPictures
from sourcing_desktop.pictures.decode import AnotherIsLarge, BrokenPicture, decode, large_one_under_way
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.jobs import Job, Jobs
from sourcing_desktop.pictures.memory import MOST_BYTES, PixmapCache
from sourcing_desktop.pictures.renditions import every, larger, origin_of
from sourcing_desktop.pictures.saving import Saving
from sourcing_desktop.pictures.unsaved import Unsaved
from sourcing_desktop.pictures.wishes import PictureKey, Wishes
from sourcing_desktop.pictures.workers import Landing, Task, Workers

if TYPE_CHECKING:
    from sourcing_desktop.pictures.network import PictureNetwork

__all__ = ["PictureKey", "PictureLoader"]

MOST_VISIBLE, MOST_NEAR = 1000, 500
"""Of one asker's wishes: no screen shows more, and thousands would make the window wait."""

LOOKED_UP_AT_ONCE = 8
"""Pictures sought on disk by one task: enough to make it worth the while, few enough to share."""


class PictureLoader(QObject):
    """Gives pixmaps that are there and brings those that are not. All methods: GUI thread."""

    ready = Signal(str)
    """Paint this url again: it is there in a size asked for, or broken."""

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
        self._saving = Saving(self._unsaved, self._workers, self)
        self._wishes = Wishes()
        self._jobs = Jobs()
        self._broken, self._broken_log = BrokenPictures(), BrokenLog()
        self._closed = False
        self._aside: deque[Job] = deque()  # large pictures, until none is being unpacked
        self._asked_again = False  # in this turn of the event loop
        self._turn_end = QTimer(self, singleShot=True, interval=0)
        self._turn_end.timeout.connect(self._end_turn)
        self._try_again = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._try_again.timeout.connect(self._plan)

    # What painters ask

    def pixmap(self, url: str, side_px: int) -> QPixmap | None:
        """The picture with a longer side of exactly `side_px` device pixels, if it is in memory."""
        return self._memory.get(url, side_px)

    def any_size(self, url: str) -> QPixmap | None:
        """The picture at whatever size is in memory, to stretch until the wanted size is ready."""
        return self._memory.any_size(url)

    def broken(self, url: str) -> str | None:
        """Why the picture cannot be shown, in words for the buyer, until it can; else None."""
        return self._broken.reason(url) if url else tr("the offer has no picture")

    def kept(self, url: str) -> bytes | None:
        """The bytes of the picture as they were kept in some size, if they were. For worker threads."""
        return next((data for address in every(url) if (data := self._unsaved.read(address))), None)

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way, or fly past."""
        return self._jobs.under_way or self._workers.scrolling

    def want(
        self, visible: Sequence[PictureKey], near: Sequence[PictureKey] = (), asker: Hashable = None
    ) -> None:
        """Replace what `asker` waits for: the visible come before anyone's near ones.

        What an earlier call of the same asker wanted and nobody has started is dropped. The latest asker
        is served first; of those that ask in the same turn of the event loop, the first. Empty lists mean
        that the asker no longer looks. A broken picture that comes into sight again is tried again. Of very
        long lists only the beginning counts.
        """
        if self._closed:
            return
        change = self._wishes.replace(asker, visible[:MOST_VISIBLE], near[:MOST_NEAR])
        if change.came and change.went:
            self._workers.view_moved()
        for url in change.came:
            self._broken.seen(url)
        self._memory.look_at(self._wishes.visible())
        if self._turn_end.isActive():
            self._asked_again = True  # all widgets of a page ask, and are planned for together
        else:
            self._turn_end.start()
            self._plan()

    def warm(self) -> None:
        """Pictures are about to be wanted: connect to the hosts they came from lately. Asks for nothing."""
        if "_network" in vars(self) and not self._closed:
            self._network.warm()

    def close(self) -> None:
        """Stop everything. No thread, timer or connection is left; painters may go on asking in vain."""
        self._closed = True
        self._turn_end.stop()
        self._try_again.stop()
        self._saving.close()
        if "_network" in vars(self):
            self._network.close()
        self._workers.close()
        self._unsaved.save_rest()
        for waiting in (self._wishes, self._jobs, self._aside):
            waiting.clear()

    @cached_property
    def _network(self) -> PictureNetwork:
        from sourcing_desktop.pictures.network import PictureNetwork  # start-up can do without Qt's network

        network = PictureNetwork(self._referer, self)
        network.room.connect(self._start_what_can)
        network.recovered.connect(self._forgive)
        return network

    # What is brought next

    def _end_turn(self) -> None:
        self._wishes.next_turn()
        if self._asked_again:
            self._asked_again = False
            self._plan()

    def _plan(self) -> None:
        """Wait for what everyone wishes, what is there or broken excepted, and start what can be started."""
        if self._closed:
            return
        now, keys = monotonic(), []
        for key in chain(self._wishes.visible(), self._memory.fitting(self._wishes.near())):
            if key.url and key not in self._memory and not self._broken.held_back(key.url, now):
                keys.append(key)
        self._jobs.plan(keys)
        self._start_what_can()
        self._await_retry()

    def _start_what_can(self) -> None:
        self._take_up_a_large_one()
        while self._workers.have_room() and (jobs := [*islice(self._next_to_look_up(), LOOKED_UP_AT_ONCE)]):
            self._work(jobs, partial(self._look_up, jobs), urgent=False)
        for origin in self._jobs.origins():
            if not origin:
                self._break_all(origin, tr("the address leads to no picture host"), Verdict.BAD)
            elif reason := self._network.given_up(origin):
                self._break_all(origin, reason, Verdict.AWAY)
            else:
                self._network.make_room(origin)
                while self._may_fetch(origin) and (job := self._jobs.next_to_fetch(origin)):
                    self._jobs.begin(job)
                    if self._network.doubted(origin):
                        job.address = job.fallback
                    wanted = partial(self._jobs.wanted, job)
                    self._network.fetch(job.address, partial(self._fetched, job), wanted)

    def _take_up_a_large_one(self) -> None:
        while self._aside and not large_one_under_way():
            job = self._aside.popleft()
            self._again(job)
            if self._jobs.wanted(job):
                return

    def _may_fetch(self, origin: str) -> bool:
        return not self._jobs.piled_up and self._network.has_room(origin)

    def _break_those(self, jobs: Sequence[Job]) -> None:
        """A worker failed; what it had shown before stays."""
        for job in jobs:
            if job.busy:
                self._break(job, tr("the picture could not be read"), Verdict.BAD)

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
        self._workers.start(task, failed, urgent=urgent)

    # In the workers

    def _look_up(self, jobs: Sequence[Job]) -> Iterator[Landing]:
        found = [(job, self._kept(job)) for job in jobs]
        yield partial(self._missed, [job for job, kept in found if kept is None])
        for job, kept in found:
            if kept is not None:
                source, data = kept
                try:
                    yield self._decoded(job, data)
                except BrokenPicture:
                    self._unsaved.forget(source)
                    yield partial(self._missed, [job])

    def _kept(self, job: Job) -> tuple[str, bytes] | None:
        """Where the picture was kept, in that size or a larger one, and its bytes."""
        for source in (job.source, *larger(*job.keys[0])):
            if (data := self._unsaved.read(source)) is not None:
                return source, data
        return None

    def _unpack(self, job: Job, data: bytes) -> Iterator[Landing]:
        try:
            landing = self._decoded(job, data)
        except BrokenPicture as error:
            yield partial(self._failed, job, Verdict.BAD, str(error))
            return
        self._unsaved.add(job.source, data)
        yield landing
        self._saving.save_what_is_due()

    def _decoded(self, job: Job, data: bytes) -> Landing:
        """What becomes of a picture whose bytes are there. Raises BrokenPicture."""
        if not self._jobs.wanted(job):
            return partial(self._again, job)
        try:
            return partial(self._show, job, {key: decode(data, key.side) for key in [*job.keys]})
        except AnotherIsLarge:
            return partial(self._aside.append, job)

    # Back in the GUI thread

    def _again(self, job: Job) -> None:
        """Its bytes are kept; look them up when somebody wants it."""
        self._saving.begin()
        job.missed = False
        self._jobs.release(job)

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
            self._broken.heal(key.url)
        self._jobs.finish(job, [key for key in job.keys if key not in images])
        self._saving.begin()
        for url in {key.url for key in images}:
            self.ready.emit(url)

    # What is broken

    def _break(self, job: Job, reason: str, verdict: Verdict) -> None:
        keys, now = [*job.keys], monotonic()
        self._jobs.finish(job, [])
        pause_end = self._network.pause_end(origin_of(job.address))
        for url in {key.url for key in keys}:
            if self._broken.add(url, reason, verdict, now, pause_end):
                self._broken_log.note(job.address, reason, now)
            self.ready.emit(url)
        self._await_retry()

    def _forgive(self, origin: str) -> None:
        self._broken.forgive(origin)
        self._plan()

    def _await_retry(self) -> None:
        """Until the first pause ends of a picture somebody looks at; a timer that fires early waits again."""
        if self._broken and not self._closed:
            now, watched = monotonic(), (key.url for key in self._wishes.visible())
            if (end := self._broken.next_pause_end(watched, now)) is not None:
                self._try_again.start(round((end - now) * 1000) + 1)
