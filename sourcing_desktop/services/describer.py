"""Describes pictures in a process of its own: in a thread NumPy kept the interpreter, and the window waited.
Both ends of the line to it are here; neither is for more than one thread."""

from __future__ import annotations

import subprocess
import sys
from enum import IntEnum
from typing import IO, TYPE_CHECKING

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.language import tr

if TYPE_CHECKING:
    from sourcing_desktop.vision.encoder import Encoder

SIDE = 448
"""px of the longer side of what is described: twice what the network takes."""

ENDED = tr("Finding by sight is off: the process for it has ended. Restart the program.")

LENGTH = 4
"""Bytes before each picture and each answer that say how long it is."""


class Kind(IntEnum):
    """What an answer begins with."""

    VECTOR = 0
    NOTHING = 1
    OFF = 2


class Describer:
    """Starts with the first picture, ends with `close` or with the program, however that ends."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def describe(self, data: bytes) -> bytes | None:
        """The vector of a picture; None of what is none or shows nothing. Raises EngineMissing or
        SourcingError where it cannot be done."""
        try:
            if self._process is None:
                self._process = _launched()
            answer = _asked(self._process, data)
        except OSError as error:
            raise SourcingError(ENDED, detail=str(error)) from error
        if not answer:
            raise SourcingError(ENDED)
        if answer[0] == Kind.OFF:
            from sourcing_desktop.vision.weights import load_weights

            load_weights()  # says why in the buyer's language, which that process does not speak
            raise SourcingError(answer[1:].decode())
        return answer[1:] if answer[0] == Kind.VECTOR else None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _asked(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
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
    """Empty when the line is cut."""
    return source.read(int.from_bytes(source.read(LENGTH), "big"))


def _launched() -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "sourcing_desktop"]
    return subprocess.Popen(
        [*program, "--describe-pictures"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
