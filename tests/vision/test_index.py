"""The index finds what a comparison with every vector finds, whatever was added and removed before."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sourcing_desktop.vision.index import IndexInUse, VectorIndex
from sourcing_desktop.vision.likeness import NUMBERS, scales, sign_bits

ENGINE = "test-1"
KEYS = some.integers(0, 40)
STEPS = some.one_of(
    some.tuples(some.just("add"), some.lists(some.tuples(KEYS, some.integers(0, 15)), max_size=12)),
    some.tuples(some.just("remove"), some.lists(KEYS, max_size=12)),
    some.tuples(some.just("reopen"), some.none()),
)


def vectors(*seeds: int) -> np.ndarray:
    return np.stack([np.random.default_rng(seed).integers(-127, 128, NUMBERS, np.int8) for seed in seeds])


def query(seed: int, rows: int = 3) -> np.ndarray:
    return np.random.default_rng(1_000 + seed).normal(size=(rows, NUMBERS)).astype(np.float32)


def alike(asked: np.ndarray, vector: np.ndarray) -> float:
    """The best cosine, without any haste."""
    rows, one = asked.astype(np.float64), vector.astype(np.float64)
    return float((rows @ one / np.linalg.norm(rows, axis=1) / np.linalg.norm(one)).max())


def clustered(count: int, seed: int = 5) -> np.ndarray:
    """Vectors in families of fifty."""
    rng = np.random.default_rng(seed)
    middles = np.repeat(rng.normal(size=(-(-count // 50), NUMBERS)).astype(np.float32), 50, axis=0)[:count]
    rows = middles + rng.normal(size=middles.shape).astype(np.float32)
    return np.rint(127 * rows / np.abs(rows).max(axis=1, keepdims=True)).astype(np.int8)


@pytest.fixture
def index(tmp_path):
    opened = VectorIndex.open(tmp_path, ENGINE)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """More than are all compared."""
    opened = VectorIndex.open(tmp_path_factory.mktemp("large"), ENGINE)
    opened.add(np.arange(60_000)[::-1], clustered(60_000))
    yield opened
    opened.close()


@settings(deadline=None, max_examples=60)
@given(steps=some.lists(STEPS, max_size=12), most=some.integers(0, 50), least=some.sampled_from([-1, 0, 0.1]))
def test_it_answers_like_a_comparison_with_every_vector(tmp_path_factory, steps, most, least):
    folder = tmp_path_factory.mktemp("index")
    index, twin = VectorIndex.open(folder, ENGINE), {}
    for step, what in steps:
        if step == "add" and what:
            index.add([key for key, _ in what], vectors(*(seed for _, seed in what)))
            twin |= {key: vectors(seed)[0] for key, seed in what}
        elif step == "remove":
            index.remove(what)
            twin = {key: vector for key, vector in twin.items() if key not in what}
        elif step == "reopen":
            index.close()
            index = VectorIndex.open(folder, ENGINE)
            assert not index.lost
    asked = query(len(steps))
    found = index.search(asked, most, least)
    wanted = {key: score for key, vector in twin.items() if (score := alike(asked, vector)) >= least}
    index.close()
    keys = [match.key for match in found]
    assert len(keys) == len(set(keys))
    assert len(found) == min(most, len(wanted))
    assert all(match.alike == pytest.approx(wanted[match.key], abs=5e-4) for match in found)
    assert found == sorted(found, key=lambda match: (-match.alike, match.key))
    left = [score for key, score in wanted.items() if key not in keys]
    assert not found or not left or max(left) <= found[-1].alike + 5e-4


def test_its_keys_are_those_added_and_not_removed(index):
    index.add([7, 3, 9], vectors(1, 2, 3))
    index.add([3], vectors(4))
    index.remove([9, 55])
    assert sorted(index.keys()) == [3, 7]
    assert len(index) == 2
    assert index.search(vectors(4).astype(np.float32), 1)[0].key == 3


def test_nothing_of_what_was_removed_or_replaced_stays_in_the_file(tmp_path):
    index = VectorIndex.open(tmp_path, ENGINE)
    index.add([1, 2, 3], vectors(1, 2, 3))
    index.add([3], vectors(4))
    index.remove([1])
    index.close()
    there = (tmp_path / "sight.index").read_bytes()
    kept = {seed: vectors(seed).tobytes() in there for seed in (1, 2, 3, 4)}
    bits = {seed: sign_bits(vectors(seed)).tobytes()[:8] in there for seed in (1, 2, 3, 4)}
    assert kept == bits == {1: False, 2: True, 3: False, 4: True}


def test_of_equal_keys_the_last_counts(index):
    index.add([5, 5, 5], vectors(1, 2, 3))
    [match] = index.search(vectors(3).astype(np.float32), 9)
    assert (match.key, round(match.alike, 3)) == (5, 1)


def test_the_lower_key_comes_first_of_equal_pictures_wherever_they_lie(index):
    index.add(np.arange(3_000)[::-1], np.repeat(vectors(1), 3_000, axis=0))
    index.add([9_000, 8_000], vectors(2, 1))
    found = index.search(query(3), 3_001)
    assert [match.key for match in found if match.alike == found[0].alike] in (
        [*range(3_000), 8_000],
        [9_000],
    )


def test_of_many_it_finds_nearly_all_that_are_most_alike(large):
    rows, found = clustered(60_000), 0
    asked = (rows[::3_000].astype(np.float32) / 127) + query(1, 20) * 0.2
    floats = rows.astype(np.float32) * scales(rows)[:, None]
    for one in asked:
        truth = 59_999 - np.argsort(-(floats @ one), kind="stable")[:20]
        found += len({match.key for match in large.search(one[None], 20)} & set(truth.tolist()))
    assert found / (20 * len(asked)) >= 0.98


def test_of_many_the_nearest_row_of_the_query_counts(large):
    rows = clustered(60_000)[[17, 40_404]].astype(np.float32)
    assert {match.key for match in large.search(np.concatenate([query(2), rows]), 2)} == {59_982, 19_595}


def test_a_great_many_of_the_same_picture_are_answered_alike_each_time(tmp_path):
    index = VectorIndex.open(tmp_path, ENGINE)
    index.add(np.arange(60_000), np.repeat(vectors(1), 60_000, axis=0))
    asked = vectors(1).astype(np.float32)
    first, again = index.search(asked, 100), index.search(asked, 100)
    assert first == again
    assert [match.key for match in first] == [*range(100)]
    assert len(index.search(asked, 5_000)) == 5_000
    index.remove(np.arange(0, 60_000, 7))
    assert [match.key for match in index.search(asked, 6)] == [1, 2, 3, 4, 5, 6]
    index.close()


def test_what_is_gone_leaves_the_disk_when_it_is_much(tmp_path, index):
    index.add(np.arange(30_000), clustered(30_000))
    before, asked = (tmp_path / "sight.index").stat().st_size, query(7)
    kept = [match for match in index.search(asked, 200) if match.key >= 20_000]
    index.remove(np.arange(20_000))
    assert (tmp_path / "sight.index").stat().st_size <= before * 0.51
    assert index.search(asked, len(kept)) == kept
    assert len(index) == 10_000


@pytest.mark.parametrize(
    "bad", [np.zeros((2, NUMBERS)), np.full((1, NUMBERS), np.nan), np.zeros((0, NUMBERS))]
)
def test_a_query_without_direction_is_refused(index, bad):
    index.add([1], vectors(1))
    for asked in (bad, np.ones((2, 5)), np.ones(NUMBERS)):
        with pytest.raises(ValueError, match="row"):
            index.search(asked.astype(np.float32), 5)


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        ([1], vectors(1, 2)),
        ([-1], vectors(1)),
        ([1], vectors(1).astype(np.float32)),
        ([1], vectors(1)[:, :9]),
    ],
)
def test_what_is_no_table_of_vectors_is_refused(index, keys, rows):
    with pytest.raises(ValueError, match="keys"):
        index.add(keys, rows)
    assert len(index) == 0


def test_a_vector_of_nothing_is_like_nothing(index):
    index.add([1, 2], np.stack([np.zeros(NUMBERS, np.int8), vectors(1)[0]]))
    found = {match.key: match.alike for match in index.search(query(1), 5, least=-1)}
    assert found[1] == 0


def test_an_empty_index_finds_nothing(index):
    assert index.search(query(1), 5) == []
    assert len(index) == 0


def test_an_index_has_one_owner(tmp_path, index):
    index.add([1], vectors(1))
    with pytest.raises(IndexInUse):
        VectorIndex.open(tmp_path, ENGINE)
    assert index.search(vectors(1).astype(np.float32), 1)[0].key == 1


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for the size of files")
def test_a_full_disk_is_told_and_leaves_what_was_there(tmp_path, index):
    index.add(np.arange(8_000), clustered(8_000))
    before, (soft, hard) = index.search(query(1), 50), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, hard))
    try:
        with pytest.raises(OSError, match="large"):
            index.add(np.arange(8_000, 9_000), clustered(1_000))
        assert index.search(query(1), 50) == before
        index.remove([before[0].key])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    index.add([9_999], vectors(1))
    index.close()
    again = VectorIndex.open(tmp_path, ENGINE)
    assert again.search(query(1), 49) == before[1:]
    assert len(again) == 8_000
    again.close()


def test_the_folder_is_made(tmp_path: Path):
    VectorIndex.open(tmp_path / "not" / "there", ENGINE).close()
    assert (tmp_path / "not" / "there" / "sight.index").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_disk_too_full_for_a_smaller_file_is_not_left_fuller(tmp_path, index):
    index.add(np.arange(30_000), clustered(30_000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            index.remove(np.arange(12_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sight.index", "sight.lock"]
    assert sorted(index.keys()) == [*range(12_000, 30_000)]
