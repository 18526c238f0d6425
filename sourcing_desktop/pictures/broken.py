"""The pictures that could not be shown: why, and when each may be tried again. Fetches nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from sourcing_desktop.pictures.answer import Verdict
from sourcing_desktop.pictures.renditions import origin_of, original

log = logging.getLogger(__name__)

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 300.0
"""Before one and the same picture is tried again; each pause is twice as long as the last."""

MOST = 4096

LOG_EVERY_S = 60.0


@dataclass(slots=True)
class _Broken:
    reason: str
    verdict: Verdict
    again_at: float
    pause: float
    waits: bool  # to be seen anew, before it is tried again


class BrokenPictures:
    """By url. Times are seconds of a clock of the caller's that never goes back."""

    def __init__(self) -> None:
        self._broken: dict[str, _Broken] = {}

    def __bool__(self) -> bool:
        return bool(self._broken)

    def reason(self, url: str) -> str | None:
        """Why there is no picture, in words for the buyer; also while it is tried again."""
        found = self._broken.get(url)
        return found.reason if found else None

    def add(self, url: str, reason: str, verdict: Verdict, now: float, host_pause_end: float) -> bool:
        """Note a failure; tells whether the picture was not broken before.

        AWAY is the host's fault: the picture is tried again when the pause of the host ends, or the host is
        `forgive`n. Otherwise the picture gets a pause of its own. After BAD it also has to be seen anew.
        """
        before = self._broken.pop(url, None)
        pause = before.pause if before else 0.0
        if verdict is Verdict.AWAY:
            again_at = host_pause_end
        else:
            pause = min(max(2 * pause, FIRST_PAUSE_S), LONGEST_PAUSE_S)
            again_at = max(host_pause_end, now + pause)
        self._broken[url] = _Broken(reason, verdict, again_at, pause, waits=verdict is Verdict.BAD)
        while len(self._broken) > MOST:
            del self._broken[next(iter(self._broken))]
        return before is None

    def seen(self, url: str) -> None:
        """Somebody looks at the picture who did not before."""
        if found := self._broken.get(url):
            found.waits = False

    def held_back(self, url: str, now: float) -> bool:
        """Whether the picture is broken and must not be tried now."""
        found = self._broken.get(url)
        return found is not None and (found.waits or now < found.again_at)

    def next_pause_end(self, urls: Iterable[str], now: float) -> float | None:
        """When the first of these that are held back may be tried again without being seen anew."""
        found = (self._broken.get(url) for url in urls)
        return min(
            (each.again_at for each in found if each and not each.waits and each.again_at > now), default=None
        )

    def heal(self, url: str) -> None:
        """The picture is there."""
        self._broken.pop(url, None)

    def forgive(self, origin: str) -> None:
        """The host answers again: what was broken by its absence may be tried at once."""
        for url, found in self._broken.items():
            if found.verdict is Verdict.AWAY and origin_of(original(url)) == origin:
                found.again_at = 0.0


class BrokenLog:
    """One line for each host and minute, however many of its pictures break."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[float, int]] = {}  # when, by origin, and how many broke since

    def note(self, address: str, reason: str, now: float) -> None:
        """The picture there cannot be shown. Times as above."""
        origin = origin_of(address)
        said_at, more = self._said.get(origin, (float("-inf"), 0))
        if now - said_at < LOG_EVERY_S:
            self._said[origin] = (said_at, more + 1)
            return
        self._said[origin] = (now, 0)
        others = f"; nor from {more} other addresses there since the last such line" if more else ""
        log.info("no picture from %r: %s%s", address, reason, others)
