"""The pictures under way: each rendition once, for everyone who asked, in the order of the wishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from sourcing_desktop.pictures.answer import Verdict
from sourcing_desktop.pictures.renditions import origin_of, original, rendition
from sourcing_desktop.pictures.wishes import PictureKey

MOST_TRIES = 3
"""Of one address, when its host refuses or says nothing; the original after a rendition gets one more."""

MOST_UNDECODED = 32 * 2**20
"""With more bytes than that waiting to be decoded, nothing else need be fetched."""


@dataclass(slots=True, eq=False)
class Job:
    """One rendition on its way. It lies on disk as `source`; `address` is what is fetched next."""

    source: str
    fallback: str
    address: str
    keys: list[PictureKey] = field(default_factory=list)
    missed: bool = False  # the disk has been asked
    busy: bool = False  # a worker or the network has it
    tries: int = 0  # that ended without an answer about this address
    place: int = 0  # among all wishes
    undecoded: int = 0  # bytes that were fetched and wait for a worker

    def failed(self, verdict: Verdict) -> bool:
        """Note that nothing came; tells whether to ask again: later, or for the original instead of a
        rendition (contract upstream C11)."""
        is_rendition = self.address != self.fallback
        if is_rendition and verdict in (Verdict.BAD, Verdict.REFUSED):
            self.address, self.tries = self.fallback, 0
            return True
        if verdict in (Verdict.BAD, Verdict.TOO_LARGE):
            return False
        self.tries += 1
        if self.tries < MOST_TRIES or verdict is Verdict.DROPPED:
            return True
        self.address, self.tries = self.fallback, MOST_TRIES - 1  # behind what was tried less
        return is_rendition


_Queue = list[tuple[int, int, Job]]
"""A heap: what was tried less often comes first, then what is wished for more urgently."""


class Jobs:
    """What waits for the disk and, by origin, for the network. A job that is busy waits for neither."""

    def __init__(self) -> None:
        self._wanted: dict[str, Job] = {}
        self._busy: dict[str, Job] = {}  # wanted still or not
        self._to_look_up: _Queue = []
        self._to_fetch: dict[str, _Queue] = {}
        self._undecoded = 0  # bytes

    @property
    def under_way(self) -> bool:
        """Whether a worker or the network has any."""
        return bool(self._busy)

    @property
    def piled_up(self) -> bool:
        """Whether decoding is too far behind fetching."""
        return self._undecoded > MOST_UNDECODED

    def plan(self, keys: Iterable[PictureKey]) -> None:
        """Wait for these pictures and no others. What has begun goes on, wanted or not."""
        before, self._wanted = self._wanted, {}
        for key in keys:
            source = rendition(key.url, key.side)
            job = self._wanted.get(source)
            if job is None:
                job = before.get(source) or self._busy.get(source)
                job = job or Job(source, fallback=original(key.url), address=source)
                self._wanted[source] = job
                if not job.busy:
                    job.keys.clear()
            if key not in job.keys:
                job.keys.append(key)
        self._to_look_up.clear()
        self._to_fetch.clear()
        for place, job in enumerate(self._wanted.values()):
            job.place = place
            if not job.busy:
                self._queue(job)

    def next_to_look_up(self) -> Job | None:
        """The next job to look for on disk."""
        return heappop(self._to_look_up)[-1] if self._to_look_up else None

    def origins(self) -> list[str]:
        """The origins that jobs wait for."""
        return [origin for origin, queue in self._to_fetch.items() if queue]

    def next_to_fetch(self, origin: str) -> Job | None:
        """The next job to fetch from there."""
        queue = self._to_fetch.get(origin)
        return heappop(queue)[-1] if queue else None

    def begin(self, job: Job) -> None:
        """A worker or the network takes the job."""
        job.busy = True
        self._busy[job.source] = job

    def fetched(self, job: Job, size: int) -> None:
        """So many bytes wait for a worker, until the job is released or finished."""
        job.undecoded = size
        self._undecoded += size

    def wanted(self, job: Job) -> bool:
        """Whether anybody still waits for it; for any thread."""
        return self._wanted.get(job.source) is job

    def release(self, job: Job) -> None:
        """The job waits again, unless nobody wants it any more."""
        job.busy = False
        self._undecoded -= job.undecoded
        job.undecoded = 0
        self._busy.pop(job.source, None)
        if self.wanted(job):
            self._queue(job)

    def finish(self, job: Job, left: list[PictureKey]) -> None:
        """The job is done, except for the sizes that are left: those are on disk by now."""
        job.keys[:] = left
        job.missed = False
        if not left and self.wanted(job):
            del self._wanted[job.source]
        self.release(job)

    def clear(self) -> None:
        for jobs in (self._wanted, self._busy, self._to_look_up, self._to_fetch):
            jobs.clear()

    def _queue(self, job: Job) -> None:
        queue = self._to_look_up
        if job.missed:
            queue = self._to_fetch.setdefault(origin_of(job.address), [])
        heappush(queue, (job.tries, job.place, job))
