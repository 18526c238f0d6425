"""What others left in the folder of the disk cache neither ends its cap nor makes anyone wait."""

from __future__ import annotations

import os
import threading

import pytest

from sourcing_desktop.pictures import disk
from sourcing_desktop.pictures.disk import DiskCache
from tests.pictures.test_disk import files, held, posix, program, said


@pytest.mark.parametrize("name", ["x.part", ".part", "a.b.c.part", f"{'0' * 40}.one.two.part"])
def test_a_file_of_somebody_else_does_no_harm(tmp_path, name):
    (tmp_path / name).write_bytes(b"theirs")
    cache = DiskCache(tmp_path, cap_bytes=5000)
    for number in range(20):
        cache.write(f"u{number}", b"x" * 1000)
        assert cache.read(f"u{number}") is not None
    assert held(tmp_path) <= 5000


def test_a_part_that_cannot_be_deleted_does_not_end_the_cap(tmp_path):
    part = tmp_path / f"{'0' * 40}.1.1.part"
    part.mkdir()
    os.utime(part, (1, 1))
    cache = DiskCache(tmp_path, cap_bytes=5000)
    for number in range(20):
        cache.write(f"u{number}", b"x" * 1000)
    assert held(tmp_path) <= 5000


@pytest.mark.expects_log("picture cache cannot be tidied: .*the first time")
def test_after_a_failure_the_folder_is_tidied_from_the_beginning(tmp_path, monkeypatch):
    cache = DiskCache(tmp_path, cap_bytes=5000)

    def failing(folder):
        monkeypatch.undo()
        raise ValueError("the first time")

    monkeypatch.setattr(os, "scandir", failing)
    for number in range(20):
        cache.write(f"u{number}", b"x" * 1000)
    assert held(tmp_path) <= 5000
    assert cache.read("u19") is not None


@posix
def test_what_is_no_file_is_removed_and_makes_nobody_wait(tmp_path):
    use = """
cache = DiskCache(Path(sys.argv[1]))
os.mkfifo(cache._path("a"))
print(cache.read("a"), os.path.exists(cache._path("a")), flush=True)
cache.write("a", b"one")
print(cache.read("a"), flush=True)
"""
    with program(use, tmp_path) as other:
        timer = threading.Timer(60, other.kill)  # one that waits would wait for ever
        timer.start()
        assert (said(other), said(other)) == ("None False", "b'one'")
        timer.cancel()
        timer.join()


def test_a_file_too_large_for_a_picture_is_not_read_but_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "LARGEST_BYTES", 10)
    cache = DiskCache(tmp_path)
    cache.write("a", b"x" * 10)
    cache.write("b", b"x" * 11)
    assert cache.read("a") == b"x" * 10
    assert cache.read("b") is None
    assert len(files(tmp_path)) == 1
