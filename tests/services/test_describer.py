"""The process that describes pictures: whatever one does to it, the next is described."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO

import pytest

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.services import describer as describing
from sourcing_desktop.services.describer import Describer, Kind
from tests.support.seen import jpeg

pytestmark = pytest.mark.limit(60)  # s: pictures are described behind everything else

BAG = jpeg("backpack", 3)

FRAGILE = """
import sys
from sourcing_desktop.services import describer
described = describer._described
def touchy(encoder, data):
    if data.startswith(b"ends"):
        sys.exit(1)
    while data == b"lasts":
        pass
    return described(encoder, data)
describer._described = touchy
from sourcing_desktop.app.describing import run
run()
"""

OFF = f"""
import sys
from sourcing_desktop.services import describer
describer._send(sys.stdout.buffer, bytes([{int(Kind.OFF)}]) + b"No weights.")
"""


@pytest.fixture
def describer() -> Iterator[Describer]:
    made = Describer()
    yield made
    made.close()


@pytest.fixture
def fragile(monkeypatch) -> None:
    """Some pictures end the process, or take for ever, as with a faulty decoder."""
    monkeypatch.setattr(describing, "_command", lambda: [sys.executable, "-c", FRAGILE])


def test_a_process_that_is_killed_is_replaced(describer: Describer):
    vector = describer.describe(BAG)
    assert len(vector) == 256
    assert describer.describe(b"no picture") is None
    describer._process.kill()
    assert describer.describe(BAG) == vector


@pytest.mark.usefixtures("fragile")
def test_a_picture_that_ends_the_process_is_passed_over(describer: Describer):
    vector = describer.describe(BAG)
    assert describer.describe(b"ends it") is None
    assert describer.describe(BAG) == vector
    assert describer.describe(b"ends it") is None
    with pytest.raises(SourcingError, match="has ended"):
        describer.describe(b"ends it, too")


@pytest.mark.usefixtures("fragile")
def test_a_picture_that_takes_too_long_is_passed_over(describer: Describer, monkeypatch):
    vector = describer.describe(BAG)
    with monkeypatch.context() as hasty:
        hasty.setattr(describing, "PATIENCE_S", 0.2)
        assert describer.describe(b"lasts") is None
    assert describer.describe(BAG) == vector


def test_one_that_is_off_says_so_of_a_large_picture_too(describer: Describer, monkeypatch):
    monkeypatch.setattr(describing, "_command", lambda: [sys.executable, "-c", OFF])
    with pytest.raises(SourcingError, match="No weights"):
        describer.describe(bytes(600_000))


def test_an_answer_that_breaks_off_is_none():
    assert describing._received(BytesIO((257).to_bytes(4, "big") + b"half")) == b""


def test_the_process_ends_when_the_program_does():
    command = [sys.executable, "-m", "sourcing_desktop", "--describe-pictures"]
    answer = subprocess.run(command, input=b"", capture_output=True, timeout=60)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"", b"")
