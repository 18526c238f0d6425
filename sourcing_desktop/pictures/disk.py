"""Picture bytes kept on disk between runs: one file per address, the least recently used culled at a cap.

For worker threads only. A cache must never cost a picture: trouble with the disk is one log line.
"""

from __future__ import annotations

import logging
import os
import re
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, time
from typing import BinaryIO, NamedTuple

log = logging.getLogger(__name__)

LARGEST_BYTES = 20 * 2**20
"""A larger file is no picture of ours: the network brings none."""

CULL_TO = 0.8
"""Culling frees this much below the cap, so that it stays rare."""

LOOK_AGAIN = 0.05
"""After writing this share of the cap the folder is counted anew: another program may write to it too."""

LOOKS, DELETIONS = 100, 5
"""Files counted and files deleted with each picture written, so that none waits long: 50,000 files take
0.6 s to count when the disk is cold, and 10,000 take 2 s to delete."""

PART = re.compile(r"[0-9a-f]{40}\.(?:(\d+)\.)?\d+\.part")
"""A picture half-way written: its name, the process (not in early versions), the thread."""

STALE_S = 3600.0
QUIET_S = 600.0

AT_ONCE: int = getattr(os, "O_NONBLOCK", 0)  # what is no file must not make a worker wait


class _File(NamedTuple):
    used: float
    size: int
    path: str


class DiskCache:
    """A folder of about `cap_bytes`, or up to a tenth more while two programs fill it.

    A file appears whole or not at all, also when the program is killed.
    """

    def __init__(self, folder: Path, cap_bytes: int = 512 * 2**20) -> None:
        self._folder = folder
        self._cap = cap_bytes
        self._lock = threading.Lock()
        self._added = 0  # bytes written since the present round of counting began
        self._rounds = self._tidy()
        self._quiet_until = 0.0
        self._complaining = threading.Lock()

    def read(self, url: str) -> bytes | None:
        """The bytes kept for that address, now the most recently used; None when there are none."""
        path = self._path(url)
        try:
            data = _contents(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._complain("read", error)
            return None
        if data is None:
            self._remove(path)
            return None
        with suppress(OSError):  # where nothing may be written there is still much to read
            os.utime(path)
        return data or None

    def write(self, url: str, data: bytes) -> None:
        """Keep the bytes for that address."""
        path = self._path(url)
        part = f"{path}.{os.getpid()}.{threading.get_ident()}.part"
        try:
            with self._opened(part) as file:
                file.write(data)
            os.replace(part, path)
        except OSError as error:
            with suppress(OSError):
                os.unlink(part)
            self._complain("write", error)
        else:
            self._count(len(data))

    def forget(self, url: str) -> None:
        """Drop the bytes kept for that address: they turned out to be no picture."""
        self._remove(self._path(url))

    def _path(self, url: str) -> str:
        import hashlib  # not at the top: it loads OpenSSL, and start-up can do without

        return f"{self._folder}{os.sep}{hashlib.sha256(url.encode(errors='surrogatepass')).hexdigest()[:40]}"

    def _opened(self, part: str) -> BinaryIO:
        try:
            return open(part, "wb")
        except FileNotFoundError:  # the first picture, or somebody deleted the folder
            self._folder.mkdir(parents=True, exist_ok=True)
            return open(part, "wb")

    def _count(self, added: int) -> None:
        with self._lock:
            self._added += added
            try:
                next(self._rounds)
            except Exception as error:  # else what is broken would stay so: no generator goes on after one
                self._rounds = self._tidy()
                self._complain("be tidied", error)

    def _tidy(self) -> Iterator[None]:
        """Count the folder and cull it, round after round, a little between one yield and the next."""
        while True:
            self._added = 0
            files: list[_File] = []
            for number, file in enumerate(self._files(), 1):
                files.append(file)
                if number % LOOKS == 0:
                    yield
            held = sum(file.size for file in files)
            oldest_first = sorted(files) if held + self._added > self._cap else []
            for number, file in enumerate(oldest_first, 1):
                if held + self._added <= self._cap * CULL_TO:
                    break
                held -= self._delete(file)
                if number % DELETIONS == 0:
                    yield
            yield
            while self._added < self._cap * LOOK_AGAIN and held + self._added <= self._cap:
                yield

    def _files(self) -> Iterator[_File]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                try:
                    facts = entry.stat(follow_symlinks=False)
                except OSError:
                    continue  # somebody else has just finished with it, or it cannot be deleted either
                if not stat.S_ISREG(facts.st_mode):
                    continue
                part = PART.fullmatch(entry.name)
                if part is None:
                    yield _File(facts.st_mtime, facts.st_size, entry.path)
                elif _left_behind(part[1], facts.st_mtime):
                    self._remove(entry.path)

    def _delete(self, file: _File) -> int:
        """Delete the file unless it was used since it was counted; the bytes that are free now."""
        with suppress(OSError):
            if os.stat(file.path).st_mtime > file.used:
                return 0
        return file.size if self._remove(file.path) else 0

    def _remove(self, path: str) -> bool:
        """Whether the file is gone, by whomsoever."""
        try:
            os.unlink(path)
        except FileNotFoundError:
            return True
        except OSError as error:
            self._complain("delete", error)
            return False
        return True

    def _complain(self, what: str, error: Exception) -> None:
        """One line when the trouble begins, none for each picture that meets it."""
        with self._complaining:
            now = monotonic()
            begins, self._quiet_until = now >= self._quiet_until, now + QUIET_S
        if begins:
            log.warning("the picture cache cannot %s: %s", what, error)


def _contents(path: str) -> bytes | None:
    """What is in that file; None for what is no file, or too large. Waits for nobody."""
    with open(path, "rb", buffering=0, opener=lambda name, flags: os.open(name, flags | AT_ONCE)) as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > LARGEST_BYTES:
            return None
        return file.read()


def _left_behind(pid: str | None, written: float) -> bool:
    """Whether nobody is going to finish that part of a file."""
    return written < time() - STALE_S or (pid is not None and _has_ended(int(pid)))


def _has_ended(pid: int) -> bool:
    if sys.platform == "win32":
        return False  # asking in this way would end it; age must do
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False  # it is somebody else's
    return False
