"""Picture bytes kept on disk between runs: one file per address, the least recently used culled at a cap.

For worker threads only. A cache must never cost a picture: every failure of the disk is one log line.
"""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

log = logging.getLogger(__name__)

CULL_TO = 0.8
"""Culling frees this much below the cap at once, so that it stays rare."""


class DiskCache:
    """A folder of at most about `cap_bytes`. A file appears whole or not at all, also when killed."""

    def __init__(self, folder: Path, cap_bytes: int = 512 * 2**20) -> None:
        self._folder = folder
        self._cap = cap_bytes
        self._held: int | None = None  # bytes in the folder; None until the first look
        self._lock = threading.Lock()
        self._complained = False

    def read(self, url: str) -> bytes | None:
        """The bytes kept for that address, now the most recently used; None when there are none."""
        path = self._path(url)
        try:
            data = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._complain("read", error)
            return None
        return data or None

    def write(self, url: str, data: bytes) -> None:
        """Keep the bytes for that address."""
        path = self._path(url)
        part = path.with_suffix(f".{threading.get_ident()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(data)
                os.replace(part, path)
            finally:
                part.unlink(missing_ok=True)
            self._count(len(data))
        except OSError as error:
            self._complain("write", error)
        else:
            self._complained = False

    def forget(self, url: str) -> None:
        """Drop the bytes kept for that address: they turned out to be no picture."""
        try:
            self._path(url).unlink(missing_ok=True)
        except OSError as error:
            self._complain("delete", error)

    def _path(self, url: str) -> Path:
        import hashlib  # not at the top: it loads OpenSSL, and start-up can do without

        return self._folder / hashlib.sha256(url.encode()).hexdigest()[:40]

    def _count(self, added: int) -> None:
        with self._lock:
            if self._held is None:
                self._held = sum(size for _, size, _ in self._files())
            else:
                self._held += added
            if self._held > self._cap:
                self._held = self._cull()

    def _cull(self) -> int:
        """Delete the files used longest ago; the bytes that stay."""
        files = sorted(self._files())
        held = sum(size for _, size, _ in files)
        for _, size, path in files:
            if held <= self._cap * CULL_TO:
                break
            os.unlink(path)
            held -= size
        return held

    def _files(self) -> list[tuple[float, int, str]]:
        found = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                try:
                    facts = entry.stat()
                except FileNotFoundError:
                    continue  # another worker has just finished with it
                found.append((facts.st_mtime, facts.st_size, entry.path))
        return found

    def _complain(self, what: str, error: OSError) -> None:
        """One line when the trouble begins, none for each picture that meets it."""
        if not self._complained:
            log.warning("the picture cache cannot %s: %s", what, error)
        self._complained = True
