"""Describes pictures in a process of its own: in a thread NumPy kept the interpreter, and the window waited.
Both ends of the line to it are here; neither is for more than one thread."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from enum import IntEnum
from threading import Event, Timer
from typing import IO, TYPE_CHECKING

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.language import tr

if TYPE_CHECKING:
    from sourcing_desktop.vision.encoder import Encoder

SIDE = 448
"""px of the longer side of what is described: twice what the network takes."""

PATIENCE_S = 30.0
"""For one picture, and for the start of the process with the first."""

ENDED = tr("Finding by sight is off: the process for it has ended. Restart the program.")

LENGTH = 4
"""Bytes before each picture and each answer that say how long it is."""


class Kind(IntEnum):
    """What an answer begins with."""

    VECTOR = 0
    NOTHING = 1
    OFF = 2


class Describer:
    """Starts with the first picture, ends with `close` or with the program, however that ends. What ends the
    process or takes longer than PATIENCE_S cannot be described; the next picture has a new process."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._given_up = Event()
        self._in_vain = False

    def describe(self, data: bytes) -> bytes | None:
        """The vector of a picture; None of what is none or shows nothing. Raises EngineMissing or
        SourcingError where it cannot be done."""
        answer = self._answer(data) or self._answer(data)  # anybody may have ended the first process
        if not answer and (self._in_vain or self._given_up.is_set()):
            raise SourcingError(ENDED)
        self._in_vain = not answer
        if answer[:1] == bytes([Kind.OFF]):
            from sourcing_desktop.vision.weights import load_weights

            load_weights()  # says why in the buyer's language, which that process does not speak
            raise SourcingError(answer[1:].decode())
        return answer[1:] if answer[:1] == bytes([Kind.VECTOR]) else None

    def give_up(self) -> None:
        """Describe nothing more, not even what is being described. From any thread."""
        self._given_up.set()
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answer(self, data: bytes) -> bytes:
        """Empty when the process ended over it, or was ended."""
        try:
            self._process = process = self._process or _launched()
        except OSError as error:
            raise SourcingError(ENDED, detail=str(error)) from error
        if self._given_up.is_set():
            return b""
        limit = Timer(PATIENCE_S, process.kill)
        limit.start()
        try:
            answer = _asked(process, data)
        finally:
            limit.cancel()
        if not answer or answer[0] == Kind.OFF:
            self.close()
        return answer


def _asked(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):  # one that is off says so before it has taken the picture
        _send(process.stdin, data)
    return _received(process.stdout)


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """The other end: answer every picture until there are no more."""
    from sourcing_desktop.vision.encoder import Encoder
    from sourcing_desktop.vision.weights import EngineMissing

    try:
        encoder = Encoder.load()
    except EngineMissing as error:
        _send(sink, bytes([Kind.OFF]) + error.sentence.encode())
        return
    while data := _received(source):
        vector = _described(encoder, data)
        _send(sink, bytes([Kind.NOTHING]) if vector is None else bytes([Kind.VECTOR]) + vector)


def _described(encoder: Encoder, data: bytes) -> bytes | None:
    from sourcing_desktop.vision.reading import read_rgb

    try:
        rgb = read_rgb(data, SIDE)
    except ValueError:
        return None
    return None if encoder.tells_nothing(rgb) else encoder.describe(rgb).tobytes()


def _send(sink: IO[bytes], data: bytes) -> None:
    sink.write(len(data).to_bytes(LENGTH, "big") + data)
    sink.flush()


def _received(source: IO[bytes]) -> bytes:
    """Empty when the line is cut, also in the middle."""
    length = int.from_bytes(source.read(LENGTH), "big")
    data = source.read(length)
    return data if len(data) == length else b""


def _launched() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([] if frozen else ["-m", "sourcing_desktop"]), "--describe-pictures"]
