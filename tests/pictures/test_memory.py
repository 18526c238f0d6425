"""Memory keeps to a cap that follows what is in sight, and what is in sight."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QPixmap

from sourcing_desktop.pictures.memory import LEAST_BYTES, MOST_BYTES, SCREENS, PixmapCache

SIDE = 100
ONE = SIDE * SIDE * 4


@pytest.fixture
def square(qapp) -> QPixmap:
    return QPixmap(SIDE, SIDE)


def keys(*names: object) -> list[tuple[str, int]]:
    return [(str(name), SIDE) for name in names]


def filled(cache: PixmapCache, pixmap: QPixmap, names) -> PixmapCache:
    for name in names:
        cache.put(str(name), SIDE, pixmap)
    return cache


def kept(cache: PixmapCache, names) -> list[int]:
    return [name for name in names if (str(name), SIDE) in cache]


def test_only_the_exact_size_will_do(square):
    cache = filled(PixmapCache(), square, ["a"])
    assert cache.get("a", SIDE).size() == square.size()
    assert cache.get("a", SIDE + 1) is None
    assert cache.get("b", SIDE) is None


def test_the_largest_size_stands_in_for_one_that_is_missing(square):
    cache = filled(PixmapCache(), square, ["a"])
    cache.put("a", 50, QPixmap(50, 50))
    assert cache.any_size("a").width() == SIDE
    assert cache.any_size("b") is None


def test_the_least_recently_used_goes_first(square):
    cache = filled(PixmapCache(3 * ONE), square, range(3))
    cache.get("0", SIDE)
    cache.any_size("1")
    filled(cache, square, [3])
    assert kept(cache, range(4)) == [0, 1, 3]


def test_bytes_are_those_of_the_pixmaps_whatever_their_shape(square):
    cache = PixmapCache()
    cache.put("wide", SIDE, QPixmap(SIDE, 10))
    cache.put("wide", 50, QPixmap(50, 5))
    assert cache.held_bytes == 4 * (SIDE * 10 + 50 * 5)
    cache.put("wide", SIDE, square)  # in place of the other
    assert cache.held_bytes == ONE + 4 * 50 * 5
    cache.clear()
    assert cache.held_bytes == 0
    assert cache.any_size("wide") is None


def test_every_size_of_a_picture_counts_and_goes_by_itself(square):
    cache = PixmapCache(3 * ONE)
    for side in range(SIDE - 9, SIDE + 1):  # as when cards grow step by step
        cache.put("a", side, QPixmap(side, side))
    assert cache.held_bytes <= 3 * ONE
    assert cache.get("a", SIDE) is not None
    filled(cache, square, range(3))
    assert cache.any_size("a") is None


@pytest.mark.parametrize(
    ("seen_bytes", "cap"),
    [
        (0, LEAST_BYTES),
        (LEAST_BYTES // SCREENS, LEAST_BYTES),
        (10 * 2**20, SCREENS * 10 * 2**20),
        (MOST_BYTES // 4, MOST_BYTES),
        (MOST_BYTES, 2 * MOST_BYTES),
    ],
)
def test_the_cap_follows_what_is_in_sight(qapp, seen_bytes, cap):
    cache = PixmapCache()
    cache.look_at(keys(*range(seen_bytes // ONE)))
    assert cache.cap_bytes == pytest.approx(cap, rel=0.01)


def test_a_smaller_cap_lets_go_at_once(square):
    cache = PixmapCache()
    cache.look_at(keys(*range(LEAST_BYTES // ONE)))
    filled(cache, square, range(3 * LEAST_BYTES // ONE))
    assert cache.held_bytes > 2 * LEAST_BYTES
    cache.look_at([])
    assert cache.held_bytes <= LEAST_BYTES


def test_what_is_in_sight_stays_whatever_comes(square):
    cache = PixmapCache(10 * ONE)
    cache.look_at(keys(*range(4)))
    filled(cache, square, range(4))
    for name in range(100, 200):
        cache.put(str(name), SIDE, square)
        assert kept(cache, range(4)) == [0, 1, 2, 3]
        assert cache.held_bytes <= 10 * ONE
    cache.look_at([])
    filled(cache, square, range(200, 210))
    assert kept(cache, range(4)) == []


def test_what_is_brought_ahead_fits_beside_it(square):
    cache = PixmapCache(10 * ONE)
    seen, ahead = keys(*range(5)), keys(*range(10, 30))
    cache.look_at(seen)
    fitting = list(cache.fitting(ahead))
    assert 0 < len(fitting) < len(ahead)
    assert fitting == ahead[: len(fitting)]
    filled(cache, square, range(5))
    for key in fitting:
        cache.put(*key, square)
    assert all(key in cache for key in [*seen, *fitting])


def test_the_newest_stays_even_if_it_is_larger_than_the_cap(square):
    cache = filled(PixmapCache(2 * ONE), square, range(2))
    cache.put("poster", 2 * SIDE, QPixmap(2 * SIDE, 2 * SIDE))
    assert cache.get("poster", 2 * SIDE) is not None
    filled(cache, square, ["a"])
    assert cache.held_bytes <= 2 * ONE


def test_the_books_are_right_after_anything(qapp):
    rng = random.Random(8)
    cache = PixmapCache(12 * ONE)
    pixmaps = {side: QPixmap(side, side // 2) for side in (20, 50, 99)}
    for _ in range(1000):
        match rng.randrange(4):
            case 0:
                cache.look_at((str(rng.randrange(300)), 50) for _ in range(rng.randrange(40)))
            case 1:
                cache.any_size(str(rng.randrange(300)))
            case _:
                side = rng.choice([*pixmaps])
                cache.put(str(rng.randrange(300)), side, pixmaps[side])
        there = [cache.get(str(name), side) for name in range(300) for side in pixmaps]
        assert cache.held_bytes == sum(each.width() * each.height() * 4 for each in there if each)
        assert cache.held_bytes <= cache.cap_bytes
