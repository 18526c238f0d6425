"""The disk cache keeps to its cap, survives a kill, and never lets a bad disk cost a picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sourcing_desktop.pictures.disk import DiskCache


def held(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_what_was_written_is_read(tmp_path):
    cache = DiskCache(tmp_path / "new" / "folder")
    cache.write("https://a/1.jpg", b"one")
    assert cache.read("https://a/1.jpg") == b"one"
    assert cache.read("https://a/2.jpg") is None
    cache.forget("https://a/1.jpg")
    assert cache.read("https://a/1.jpg") is None


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
    DiskCache(tmp_path, cap_bytes=5000).write("new", b"x" * 1000)
    assert held(tmp_path) <= 5000


WRITER = """
import sys
from pathlib import Path
from sourcing_desktop.pictures.disk import DiskCache
cache = DiskCache(Path(sys.argv[1]), cap_bytes=3_000_000)
for number in range(10**9):
    cache.write(str(number), str(number % 10).encode() * 200_000)
    if number == 30:
        print("going", flush=True)
"""


def test_a_kill_leaves_only_whole_files(tmp_path):
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"going\n"
        writer.kill()
    cache = DiskCache(tmp_path)
    found = {number: cache.read(str(number)) for number in range(10_000)}
    kept = {number: data for number, data in found.items() if data is not None}
    assert kept
    assert all(data == str(number % 10).encode() * 200_000 for number, data in kept.items())


def test_a_folder_deleted_while_running_is_made_again(tmp_path):
    folder = tmp_path / "pictures"
    cache = DiskCache(folder)
    cache.write("a", b"one")
    cache._path("a").unlink()
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


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_file_another_worker_has_just_renamed_is_no_trouble(tmp_path):
    (tmp_path / "a.part").symlink_to(tmp_path / "gone")  # listed, and not there when asked about
    cache = DiskCache(tmp_path)
    cache.write("https://a/1.jpg", b"one")
    assert cache.read("https://a/1.jpg") == b"one"
