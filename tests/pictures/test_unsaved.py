"""What is shown and not yet on disk: read as if it were there, and saved one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcing_desktop.pictures import unsaved
from sourcing_desktop.pictures.disk import DiskCache
from sourcing_desktop.pictures.unsaved import CLOSING_S, LONGEST_S, Unsaved


class Clock:
    """Stands still, or goes on by `step` seconds with each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def disk(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "pictures")


def test_it_is_read_before_and_after_it_is_saved(disk):
    waiting = Unsaved(disk)
    waiting.add("a", b"one")
    assert (waiting.read("a"), disk.read("a")) == (b"one", None)
    assert waiting.save_one()
    assert (waiting.read("a"), disk.read("a")) == (b"one", b"one")
    assert not waiting
    assert not waiting.save_one()
    waiting.forget("a")
    assert waiting.read("a") is None


def test_what_waits_for_long_is_due(disk):
    clock = Clock()
    waiting = Unsaved(disk, clock)
    waiting.add("a", b"one")
    clock.now = LONGEST_S / 2
    waiting.add("b", b"two")
    assert not waiting.due
    clock.now = LONGEST_S
    assert waiting.due
    waiting.save_one()
    assert not waiting.due
    assert disk.read("a") == b"one"


def test_much_is_due_at_once(disk, monkeypatch):
    monkeypatch.setattr(unsaved, "MOST_BYTES", 10)
    waiting = Unsaved(disk, Clock())
    for _ in range(3):
        waiting.add("a", b"x" * 10)  # the same: it counts once
    assert not waiting.due
    waiting.add("b", b"x")
    assert waiting.due
    waiting.forget("a")
    assert not waiting.due


@pytest.mark.expects_log("picture cache cannot write")
def test_what_cannot_be_written_is_not_tried_again(tmp_path):
    (tmp_path / "no folder").touch()
    waiting = Unsaved(DiskCache(tmp_path / "no folder"))
    for name in "abc":
        waiting.add(name, b"x")
    waiting.save_rest()
    assert not waiting


def test_the_end_is_not_held_up(disk):
    waiting = Unsaved(disk, Clock(step=CLOSING_S / 10))
    for number in range(100):
        waiting.add(str(number), b"x")
    waiting.save_rest()
    assert 1 <= sum(disk.read(str(number)) is not None for number in range(100)) <= 10
