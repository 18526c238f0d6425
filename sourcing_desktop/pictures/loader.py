"""Pictures for whoever paints: memory, then disk, then network, decoded in workers at the size asked for.

Lives in the GUI thread and never makes it wait: workers read, decode and store, and what they bring is
taken over in small portions per frame. Knows no widget.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from sourcing_desktop.pictures.answer import Answer, Verdict
from sourcing_desktop.pictures.decode import BrokenPicture, decode
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.memory import PixmapCache
from sourcing_desktop.pictures.renditions import host_of, original, rendition

if TYPE_CHECKING:
    from sourcing_desktop.pictures.network import PictureNetwork

log = logging.getLogger(__name__)

WORKERS = 2
WORK_AHEAD = 6
"""Jobs given to the workers at a time: enough to keep them busy, few enough to change one's mind."""

FRAME_S = 0.016
BUDGET_S = 0.004
"""Of each frame, the time the GUI thread spends on taking pictures over."""

MOST_REFUSALS = 3
BROKEN_FOR_S = {Verdict.BAD: 300.0, Verdict.BUSY: 60.0, Verdict.AWAY: 10.0}
MOST_BROKEN = 4096


class PictureKey(NamedTuple):
    """A picture at a size: its address as the offer gives it, and the longer side in device pixels."""

    url: str
    side: int


@dataclass(slots=True, eq=False)
class _Job:
    """One rendition on its way, for everyone who asked for it. `address` is what is fetched next."""

    source: str
    fallback: str
    address: str
    keys: list[PictureKey] = field(default_factory=list)
    missed: bool = False  # the disk has been asked
    busy: bool = False  # a worker or the network has it
    refusals: int = 0


class PictureLoader(QObject):
    """Gives pixmaps that are there and brings those that are not. All methods: GUI thread."""

    ready = Signal(str)
    """The picture of this url is there in a size asked for, or is known to be broken: paint it again."""

    _landed = Signal()

    def __init__(
        self,
        folder: Path,
        *,
        memory_bytes: int = 192 * 2**20,
        disk_bytes: int = 512 * 2**20,
        referer: str = "https://detail.1688.com/",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = PixmapCache(memory_bytes)
        self._disk = DiskCache(folder, disk_bytes)
        self._referer = referer
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)
        self._working = 0
        self._lists: dict[Hashable, tuple[Sequence[PictureKey], Sequence[PictureKey]]] = {}
        self._singles: dict[PictureKey, None] = {}
        self._waiting: dict[str, _Job] = {}  # wanted, in order, by rendition address
        self._busy: dict[str, _Job] = {}  # in a worker or on the network, wanted still or not
        self._broken: dict[str, tuple[str, float]] = {}
        self._landings: deque[Callable[[], None]] = deque()
        self._frame_began = self._spent = 0.0
        self._closed = False
        self._next_frame = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next_frame.timeout.connect(self._take_over)
        self._landed.connect(self._take_over, Qt.ConnectionType.QueuedConnection)

    # What painters ask

    def pixmap(self, url: str, side_px: int) -> QPixmap | None:
        """The picture with a longer side of exactly `side_px` device pixels, if it is in memory."""
        return self._memory.get(url, side_px)

    def any_size(self, url: str) -> QPixmap | None:
        """The picture at whatever size is in memory, to stretch until the wanted size is ready."""
        return self._memory.any_size(url)

    def broken(self, url: str) -> str | None:
        """Why the picture cannot be shown, in words for the buyer; None while it may still come."""
        if not url:
            return "the offer has no picture"
        found = self._broken.get(url)
        return found[0] if found else None

    def want(
        self, visible: Sequence[PictureKey], near: Sequence[PictureKey] = (), asker: Hashable = None
    ) -> None:
        """Replace what `asker` waits for: the visible come before anyone's near ones.

        What an earlier call of the same asker wanted and nobody has started is dropped. The latest asker
        is served first. Empty lists mean that the asker no longer looks.
        """
        self._lists.pop(asker, None)
        if visible or near:
            self._lists[asker] = (visible, near)
        self._plan()

    def request(self, url: str, side_px: int) -> None:
        """Bring one picture, before all lists; it is not dropped. Ask `pixmap` first: it may be there."""
        self._singles[PictureKey(url, side_px)] = None
        self._plan()

    def close(self) -> None:
        """Stop everything. No thread, timer or connection is left; painters may go on asking in vain."""
        self._closed = True
        self._next_frame.stop()
        if "_network" in vars(self):
            self._network.close()
        self._pool.clear()
        self._pool.waitForDone()
        for waiting in (self._landings, self._lists, self._singles, self._waiting, self._busy):
            waiting.clear()

    @cached_property
    def _network(self) -> PictureNetwork:
        from sourcing_desktop.pictures.network import PictureNetwork  # start-up can do without Qt's network

        network = PictureNetwork(self._referer, self)
        network.room.connect(self._start_what_can)
        return network

    # What is brought next

    def _plan(self) -> None:
        """Put together the waiting list from everyone's wishes, and start what can be started."""
        if self._closed:
            return
        lists = [*reversed(self._lists.values())]
        wishes = [*self._singles]
        wishes += [key for visible, _ in lists for key in visible]
        wishes += [key for _, near in lists for key in near]
        now = monotonic()
        before, self._waiting = self._waiting, {}
        for key in wishes:
            if not key.url or key in self._memory or self._is_broken(key.url, now):
                self._singles.pop(key, None)
                continue
            source = rendition(key.url, key.side)
            job = self._waiting.get(source)
            if job is None:
                job = before.get(source) or self._busy.get(source)
                job = job or _Job(source, fallback=original(key.url), address=source)
                self._waiting[source] = job
                if not job.busy:
                    job.keys.clear()
            if key not in job.keys:
                job.keys.append(key)
        self._start_what_can()

    def _is_broken(self, url: str, now: float) -> bool:
        found = self._broken.get(url)
        if found is not None and now >= found[1]:
            del self._broken[url]
            return False
        return found is not None

    def _start_what_can(self) -> None:
        full: set[str] = set()
        for job in [*self._waiting.values()]:
            if job.busy:
                continue
            if not job.missed:
                if self._working < WORK_AHEAD:
                    self._work(job, partial(self._look_up, job), urgent=False)
            elif (host := host_of(job.address)) not in full:
                if self._network.has_room(host):
                    self._mark_busy(job)
                    self._network.fetch(job.address, partial(self._fetched, job))
                else:
                    full.add(host)

    def _mark_busy(self, job: _Job) -> None:
        job.busy = True
        self._busy[job.source] = job

    def _work(self, job: _Job, task: Callable[[], Callable[[], None]], urgent: bool) -> None:
        self._mark_busy(job)
        self._working += 1
        self._pool.start(partial(self._run, job, task), 1 if urgent else 0)

    # In the workers

    def _run(self, job: _Job, task: Callable[[], Callable[[], None]]) -> None:
        """Do the task and hand what it returns to the GUI thread."""
        try:
            landing = task()
        except Exception:  # a bug must not leave the picture waiting for ever
            log.exception("the picture worker failed")
            landing = partial(self._break, job, "the picture could not be read", Verdict.BAD)
        self._landings.append(landing)
        self._landed.emit()

    def _look_up(self, job: _Job) -> Callable[[], None]:
        data = self._disk.read(job.source)
        if data is None:
            return partial(self._missed, job)
        try:
            return partial(self._show, job, self._decode(job, data))
        except BrokenPicture:
            self._disk.forget(job.source)
            return partial(self._missed, job)

    def _unpack(self, job: _Job, data: bytes) -> Callable[[], None]:
        try:
            images = self._decode(job, data)
        except BrokenPicture as error:
            return partial(self._failed, job, Verdict.BAD, str(error))
        self._disk.write(job.source, data)
        return partial(self._show, job, images)

    def _decode(self, job: _Job, data: bytes) -> dict[PictureKey, QImage]:
        return {key: decode(data, key.side) for key in [*job.keys]}

    # Back in the GUI thread

    def _take_over(self) -> None:
        """Handle what the workers brought, within this frame's budget, and the rest in the next frame."""
        now = monotonic()
        if now - self._frame_began >= FRAME_S:
            self._frame_began, self._spent = now, 0.0
        while self._landings and self._spent < BUDGET_S:
            began = monotonic()
            self._working -= 1
            self._landings.popleft()()
            self._spent += monotonic() - began
        self._start_what_can()
        if self._landings:
            left = self._frame_began + FRAME_S - monotonic()
            self._next_frame.start(max(0, round(left * 1000)))

    def _missed(self, job: _Job) -> None:
        self._release(job)
        job.missed = True

    def _fetched(self, job: _Job, answer: Answer) -> None:
        self._release(job)
        if answer.verdict is Verdict.GOOD:
            self._work(job, partial(self._unpack, job, answer.data), urgent=True)
        else:
            self._failed(job, answer.verdict, answer.reason)
        self._start_what_can()

    def _failed(self, job: _Job, verdict: Verdict, reason: str) -> None:
        """Try the original after a rendition, and again after a refusal; else the picture is broken."""
        self._release(job)
        job.refusals += verdict is Verdict.BUSY
        if verdict is Verdict.BAD and job.address != job.fallback:
            job.address = job.fallback
        elif verdict is not Verdict.BUSY or job.refusals >= MOST_REFUSALS:
            self._break(job, reason, verdict)

    def _show(self, job: _Job, images: dict[PictureKey, QImage]) -> None:
        for key, image in images.items():
            self._memory.put(key.url, key.side, QPixmap.fromImage(image))
            self._singles.pop(key, None)
        self._finish(job, [key for key in job.keys if key not in images])
        for url in {key.url for key in images}:
            self.ready.emit(url)

    def _break(self, job: _Job, reason: str, verdict: Verdict) -> None:
        log.info("no picture from %s: %s", job.address, reason)
        keys = [*job.keys]
        self._finish(job, [])
        for key in keys:
            self._singles.pop(key, None)
            self._broken[key.url] = (reason, monotonic() + BROKEN_FOR_S[verdict])
        while len(self._broken) > MOST_BROKEN:
            del self._broken[next(iter(self._broken))]
        for url in {key.url for key in keys}:
            self.ready.emit(url)

    def _finish(self, job: _Job, left: list[PictureKey]) -> None:
        """The job is done, except for sizes asked for while it was being decoded: those come from disk."""
        self._release(job)
        job.keys[:] = left
        job.missed = False
        if not left and self._waiting.get(job.source) is job:
            del self._waiting[job.source]

    def _release(self, job: _Job) -> None:
        job.busy = False
        self._busy.pop(job.source, None)
