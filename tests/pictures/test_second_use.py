"""What was fetched once is never fetched again, and what fits into memory is decoded once."""

from __future__ import annotations

from sourcing_desktop.pictures.memory import LEAST_BYTES
from tests.support.wanted_pictures import all_there, keys

SIDE = 100
ONE = SIDE * SIDE * 4


def test_neither_a_second_life_nor_a_small_memory_asks_the_host_again(qtbot, host, make_loader):
    wanted = keys(host, range(30), side=SIDE)
    for _ in range(2):
        loader = make_loader(memory_bytes=5 * ONE)
        for _ in range(3):
            for key in wanted:
                loader.want([key])
                qtbot.waitUntil(all_there(loader, [key]))
        loader.close()
    assert len(host.paths) == len(set(host.paths)) == len(wanted)


def test_other_sizes_of_one_rendition_come_from_disk(qtbot, host, make_loader):
    for side in (150, 180, 210, 151):
        loader = make_loader()
        wanted = keys(host, range(5), side=side)
        loader.want(wanted)
        qtbot.waitUntil(all_there(loader, wanted))
        loader.close()
    assert len(host.paths) == 5


def test_a_memory_too_small_for_what_comes_next_decodes_nothing_twice(qtbot, host, make_loader):
    loader = make_loader(memory_bytes=ONE)
    came: list[str] = []
    loader.ready.connect(came.append)
    visible, near = keys(host, range(10), side=SIDE), keys(host, range(100, 140), side=SIDE)
    loader.want(visible, near)
    qtbot.waitUntil(all_there(loader, visible))
    (marker,) = keys(host, ["last"], side=SIDE)
    for _ in range(10):
        loader.want(visible, near)
    loader.want([marker], asker="marker")
    qtbot.waitUntil(all_there(loader, [marker]))
    for _ in range(10):
        loader.want(visible, near)
    qtbot.waitUntil(lambda: not loader._jobs.origins() and loader._workers.idle)
    assert len(came) == len(set(came))
    assert all_there(loader, visible)()
    assert loader._memory.held_bytes <= 2 * len(visible) * ONE


def test_one_asker_does_not_push_out_what_another_looks_at(qtbot, host, make_loader):
    loader = make_loader(memory_bytes=ONE)
    grid, dock = keys(host, range(8), side=SIDE), keys(host, range(100, 106), side=2 * SIDE)
    loader.want(grid, asker="grid")
    loader.want(dock, asker="dock")
    qtbot.waitUntil(all_there(loader, grid + dock))
    loader.want([], asker="grid")
    later = keys(host, range(200, 212), side=2 * SIDE)
    came: list[str] = []
    loader.ready.connect(came.append)
    for key in later:
        loader.want([key], asker="one after another")
        qtbot.waitUntil(all_there(loader, [key]))
    qtbot.waitUntil(lambda: len(came) == len(later))
    assert all_there(loader, dock)()


def test_memory_shrinks_when_nobody_looks(qtbot, host, make_loader):
    loader = make_loader()
    many = keys(host, range(400), side=200)
    loader.want(many)
    assert loader._memory.cap_bytes > 4 * LEAST_BYTES
    loader.want([])
    assert loader._memory.cap_bytes == LEAST_BYTES
