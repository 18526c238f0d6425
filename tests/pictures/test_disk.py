"""The disk cache keeps to its cap, survives a kill, and never lets a bad disk cost a picture."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sourcing_desktop.pictures import disk
from sourcing_desktop.pictures.disk import DiskCache

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX users, limits or links")


def files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()]


def held(folder: Path) -> int:
    return sum(file.stat().st_size for file in files(folder))


@contextmanager
def program(code: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that uses the folder, killed in the end."""
    begin = "import os, sys; from pathlib import Path; from sourcing_desktop.pictures.disk import DiskCache\n"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", begin + code, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline().strip()


def test_what_was_written_is_read(tmp_path):
    cache = DiskCache(tmp_path / "new" / "folder")
    cache.write("https://a/1.jpg", b"one")
    assert cache.read("https://a/1.jpg") == b"one"
    assert cache.read("https://a/2.jpg") is None
    cache.write("https://a/1.jpg", b"another")
    assert cache.read("https://a/1.jpg") == b"another"
    cache.forget("https://a/1.jpg")
    assert cache.read("https://a/1.jpg") is None


# The cap


def test_the_least_recently_used_go_first(tmp_path):
    cache = DiskCache(tmp_path, cap_bytes=10_000)
    for number in range(10):
        cache.write(f"u{number}", b"x" * 1000)
        os.utime(cache._path(f"u{number}"), (number, number))
    assert cache.read("u0") is not None  # used again just now
    cache.write("one more", b"x" * 1000)
    assert held(tmp_path) <= 10_000
    assert cache.read("u0") is not None
    assert cache.read("u1") is None
    assert cache.read("one more") is not None


def test_the_cap_counts_what_an_earlier_run_left(tmp_path):
    for number in range(10):
        DiskCache(tmp_path).write(f"old{number}", b"x" * 1000)
    cache = DiskCache(tmp_path, cap_bytes=5000)
    for number in range(3):
        cache.write(f"new{number}", b"x" * 1000)
    assert held(tmp_path) <= 5000


def test_a_crowded_folder_is_counted_and_culled_little_by_little(tmp_path):
    """No picture waits until thousands of files are looked at and deleted."""
    crowd = 4 * disk.LOOKS
    for number in range(crowd):
        (tmp_path / f"{number:040}").write_bytes(b"x" * 100)
    cache = DiskCache(tmp_path, cap_bytes=crowd * 50)
    before = crowd
    for number in range(4 + crowd // disk.DELETIONS):
        cache.write(str(number), b"x" * 10)
        now = len(files(tmp_path))
        assert now >= before - disk.DELETIONS
        before = now
    assert held(tmp_path) <= crowd * 50


def test_what_is_used_while_the_folder_is_culled_stays(tmp_path):
    cache = DiskCache(tmp_path, cap_bytes=10**9)
    for number in range(200):
        cache.write(f"u{number}", b"x" * 100)
        os.utime(cache._path(f"u{number}"), (number, number))
    culling = DiskCache(tmp_path, cap_bytes=3000)
    culling.write("first", b"x")
    assert culling.read("u99") is not None
    for number in range(200 // disk.DELETIONS):
        culling.write(f"more{number}", b"x")
    assert held(tmp_path) <= 3000
    assert culling.read("u99") is not None
    assert culling.read("u100") is None


def test_two_programs_keep_to_the_cap_together(tmp_path):
    write = """
cache = DiskCache(Path(sys.argv[1]), cap_bytes=1_000_000)
for number in range(300):
    cache.write(f"{os.getpid()} {number}", b"x" * 10_000)
print("done", flush=True)
"""
    with program(write, tmp_path) as first, program(write, tmp_path) as second:
        assert said(first) == said(second) == "done"
    assert 500_000 < held(tmp_path) <= 1_100_000


# Killed, and started again


def test_a_kill_leaves_only_whole_files(tmp_path):
    write = """
cache = DiskCache(Path(sys.argv[1]), cap_bytes=3_000_000)
for number in range(10**9):
    cache.write(str(number), str(number % 10).encode() * 200_000)
    if number == 30:
        print("going", flush=True)
"""
    with program(write, tmp_path) as writer:
        assert said(writer) == "going"
    cache = DiskCache(tmp_path)
    found = {number: cache.read(str(number)) for number in range(10_000)}
    kept = {number: data for number, data in found.items() if data is not None}
    assert kept
    assert all(data == str(number % 10).encode() * 200_000 for number, data in kept.items())


HALF_WAY = """
os.replace = lambda *names: (print("half-way", flush=True), sys.stdin.read())
DiskCache(Path(sys.argv[1])).write("never finished", b"x" * 5000)
"""


@posix
def test_what_a_killed_program_was_writing_is_removed(tmp_path):
    with program(HALF_WAY, tmp_path) as other:
        assert said(other) == "half-way"
        (part,) = tmp_path.iterdir()
        DiskCache(tmp_path).write("a", b"one")
        assert part.exists()  # it may still be finished
    DiskCache(tmp_path).write("b", b"two")
    assert not part.exists()
    assert DiskCache(tmp_path).read("a") == b"one"


def test_a_part_written_long_ago_is_removed_whoever_lives(tmp_path):
    part = tmp_path / f"{'0' * 40}.{os.getpid()}.1.part"
    older = tmp_path / f"{'0' * 40}.140250311894592.part"  # as an early version named them
    for file in (part, older):
        file.write_bytes(b"half")
        os.utime(file, (1, 1))
    DiskCache(tmp_path).write("a", b"one")
    assert [file.read_bytes() for file in files(tmp_path)] == [b"one"]


# A bad disk


def test_a_folder_deleted_while_running_is_made_again(tmp_path):
    folder = tmp_path / "pictures"
    cache = DiskCache(folder)
    cache.write("a", b"one")
    os.unlink(cache._path("a"))
    folder.rmdir()
    assert cache.read("a") is None
    cache.write("a", b"two")
    assert cache.read("a") == b"two"


@pytest.mark.expects_log("picture cache cannot")
def test_a_useless_disk_costs_one_log_line(tmp_path, caplog):
    file = tmp_path / "not a folder"
    file.write_text("in the way")
    cache = DiskCache(file)
    for number in range(20):
        cache.write(f"u{number}", b"data")
        assert cache.read(f"u{number}") is None
        cache.forget(f"u{number}")
    assert len(caplog.records) == 1
    file.unlink()
    cache.write("a", b"one")
    assert cache.read("a") == b"one"


@pytest.mark.expects_log("picture cache cannot")
def test_two_workers_that_meet_a_useless_disk_cost_one_log_line(tmp_path, caplog, monkeypatch):
    folder = tmp_path / "pictures"
    folder.write_text("in the way")
    cache = DiskCache(folder)

    def meanwhile(_record: logging.LogRecord) -> bool:
        monkeypatch.undo()
        other = threading.Thread(target=cache.read, args=("another",))
        other.start()
        other.join()
        return True

    monkeypatch.setattr(disk.log, "filter", meanwhile)
    cache.read("one")
    assert len(caplog.records) == 1


@pytest.mark.expects_log("picture cache cannot")
def test_a_folder_in_place_of_a_picture_costs_that_picture(tmp_path, caplog):
    cache = DiskCache(tmp_path, cap_bytes=1000)
    os.mkdir(cache._path("a"))
    for _ in range(3):
        cache.write("a", b"one")
        assert cache.read("a") is None
        cache.forget("a")
    for number in range(20):
        cache.write(f"b{number}", b"x" * 100)
    assert held(tmp_path) <= 1000
    assert cache.read("b19") is not None
    assert len(caplog.records) == 1


def test_an_empty_file_is_no_picture(tmp_path):
    cache = DiskCache(tmp_path)
    Path(cache._path("a")).touch()
    assert cache.read("a") is None
    cache.write("a", b"one")
    assert cache.read("a") == b"one"


@posix
def test_where_nothing_may_be_written_there_is_still_something_to_read():
    use = """
import hashlib
if os.getuid() == 0:
    os.setuid(65534)  # nothing is forbidden to root
cache = DiskCache(Path(sys.argv[1]))
for number in range(5):
    cache.write(f"new{number}", b"two")
    cache.forget("a")
    print(cache.read("a"), cache.read(f"new{number}"), flush=True)
"""
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        DiskCache(folder).write("a", b"one")
        folder.chmod(0o555)
        with program(use, folder) as other:
            assert [said(other) for _ in range(5)] == ["b'one' None"] * 5
        folder.chmod(0o755)


@posix
def test_a_file_larger_than_allowed_is_not_kept_in_part(tmp_path):
    use = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
cache = DiskCache(Path(sys.argv[1]))
cache.write("small", b"x" * 9_000)
cache.write("large", b"x" * 11_000)
print(cache.read("small") is not None, cache.read("large"), flush=True)
"""
    with program(use, tmp_path) as other:
        assert said(other) == "True None"
    assert [file.stat().st_size for file in files(tmp_path)] == [9_000]


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of its own, of 256 kB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.expects_log("picture cache cannot write: .*No space left")
def test_a_full_disk_costs_one_log_line_and_no_picture(small_disk, caplog):
    cache = DiskCache(small_disk / "pictures")
    for number in range(50):
        cache.write(str(number), b"x" * 10_000)
    kept = [number for number in range(50) if cache.read(str(number)) == b"x" * 10_000]
    assert 10 < len(kept) < 30
    assert len(files(small_disk / "pictures")) == len(kept)
    assert len(caplog.records) == 1
    for number in kept[:5]:
        cache.forget(str(number))
    cache.write("later", b"x" * 10_000)
    assert cache.read("later") is not None


@posix
def test_a_file_another_worker_has_just_renamed_is_no_trouble(tmp_path):
    (tmp_path / "a.1.1.part").symlink_to(tmp_path / "gone")
    (tmp_path / "b").symlink_to(tmp_path / "gone")
    cache = DiskCache(tmp_path)
    cache.write("https://a/1.jpg", b"one")
    assert cache.read("https://a/1.jpg") == b"one"
