"""When pictures that are shown already are written to disk, and that nothing there holds the others up."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from sourcing_desktop.pictures import decode, saving, unsaved
from tests.support.wanted_pictures import all_there, keys, path

NEVER = 10**6


def files(folder: Path) -> int:
    return len([*folder.iterdir()]) if folder.exists() else 0


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "pictures"


@pytest.fixture
def patient(monkeypatch):
    """Nothing becomes due by waiting."""
    monkeypatch.setattr(unsaved, "LONGEST_S", NEVER)


def test_pictures_are_written_when_there_is_nothing_else_to_do(
    qtbot, host, make_loader, folder, patient, monkeypatch
):
    monkeypatch.setattr(saving, "EVERY_MS", NEVER)
    loader, wanted = make_loader(), keys(host, range(40))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert not folder.exists()
    loader._saving._now_and_then.start(0)  # it is time
    qtbot.waitUntil(lambda: not loader._unsaved)
    assert files(folder) == 40
    qtbot.waitUntil(lambda: not loader._saving._now_and_then.isActive())


def test_pictures_are_written_while_more_and_more_come(qtbot, host, make_loader, folder, monkeypatch):
    """Who kills the program while it browses loses few of them."""
    monkeypatch.setattr(saving, "EVERY_MS", NEVER)
    monkeypatch.setattr(unsaved, "LONGEST_S", 0.0)
    loader, wanted = make_loader(), keys(host, range(40))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    qtbot.waitUntil(lambda: loader._workers.idle)
    assert files(folder) >= 20


def test_saving_goes_on_after_the_workers_had_other_work(qtbot, host, make_loader, folder, patient):
    loader, wanted = make_loader(), keys(host, range(5))
    done = threading.Event()
    loader._workers.start(lambda: done.wait() and (), lambda: None, urgent=True)
    times: list[None] = []
    loader._saving._now_and_then.timeout.connect(lambda: times.append(None))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    qtbot.waitUntil(lambda: len(times) >= 2)
    assert not folder.exists()  # showing comes first
    done.set()
    qtbot.waitUntil(lambda: files(folder) == 5)


def test_what_waits_for_long_is_saved_beside_other_work(qtbot, host, loader, folder):
    done = threading.Event()
    loader._workers.start(lambda: done.wait() and (), lambda: None, urgent=True)
    wanted = keys(host, range(5))
    loader.want(wanted)
    qtbot.waitUntil(lambda: files(folder) == 5)
    done.set()


@pytest.mark.expects_log("picture cache cannot")
def test_a_disk_that_fails_costs_no_picture_and_no_time_at_the_end(
    qtbot, host, make_loader, folder, patient, caplog
):
    folder.write_text("in the way")
    loader, wanted = make_loader(), keys(host, range(20))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    qtbot.waitUntil(lambda: not loader._unsaved)  # given up, not tried for ever
    more = keys(host, range(20, 30))
    loader.want(more)
    qtbot.waitUntil(all_there(loader, more))
    loader.close()
    assert len(caplog.records) == 1


def test_somebody_elses_file_in_the_folder_costs_nothing(qtbot, host, make_loader, folder):
    folder.mkdir()
    (folder / "x.part").touch()
    loader, wanted = make_loader(), keys(host, range(20))
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    loader.close()
    assert files(folder) == 21


def test_a_smaller_size_comes_from_a_larger_one_on_disk(qtbot, host, make_loader):
    for side in (390, 200, 60):  # renditions of 400, 220 and 60 pixels
        loader, wanted = make_loader(), keys(host, range(5), side=side)
        loader.want(wanted)
        qtbot.waitUntil(all_there(loader, wanted))
        loader.close()
    assert len(host.paths) == 5


# What nobody wants, and what is too large for two at a time


def test_what_nobody_wants_any_more_is_kept_and_not_decoded(qtbot, host, loader):
    host.hold()
    wanted = keys(host, range(6))
    loader.want(wanted)
    qtbot.waitUntil(lambda: len(host.paths) == 6)
    loader.want([])
    host.let_go()
    qtbot.waitUntil(lambda: all(loader._unsaved.read(host.url(path(number))) for number in range(6)))
    qtbot.waitUntil(lambda: loader._workers.idle)
    assert not any(loader.any_size(key.url) for key in wanted)
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert len(host.paths) == 6


def test_large_pictures_leave_a_worker_to_the_small(qtbot, host, make_loader, monkeypatch):
    monkeypatch.setattr(decode, "LARGE_PIXELS", 0)
    loader = make_loader()
    wanted = keys(host, range(3))
    with decode._alone:  # another large one is being unpacked
        loader.want(wanted)
        qtbot.waitUntil(lambda: len(loader._aside) == 3)
        qtbot.waitUntil(lambda: loader._workers.idle)
        monkeypatch.setattr(decode, "LARGE_PIXELS", 10**9)
        small = keys(host, range(10, 13))
        loader.want(wanted + small)
        qtbot.waitUntil(all_there(loader, small))
        assert not all_there(loader, wanted[:1])()
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
    assert len(host.paths) == len(set(host.paths))
