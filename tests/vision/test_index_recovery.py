"""Whatever happened to the index's file, it opens: with what was complete, or empty and saying so."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sourcing_desktop.vision.index import VectorIndex
from sourcing_desktop.vision.index_file import BLOCK
from sourcing_desktop.vision.likeness import NUMBERS

ENGINE = "test-1"
ROWS = BLOCK + 300
HEAD, ROW = 4_096, 8 + 4 + 32 + NUMBERS
SECOND = HEAD + BLOCK * ROW
VECTORS = SECOND + BLOCK * (ROW - NUMBERS)
LENGTHS = [0, 1, 100, 511, 512, 520, 528, HEAD - 1, HEAD, HEAD + 5, HEAD + BLOCK * 9, HEAD + BLOCK * 44]
LENGTHS += [
    HEAD + BLOCK * 44 + 1_000,
    SECOND - 1,
    SECOND,
    SECOND + 77,
    SECOND + BLOCK * 8,
    VECTORS - 1,
    VECTORS,
]
LENGTHS += [VECTORS + 255, VECTORS + 256, VECTORS + 299 * 256 + 1, VECTORS + 300 * 256, VECTORS + 4_000 * 256]

WRITER = """
import itertools, sys
from pathlib import Path
import numpy as np
from sourcing_desktop.vision.index import VectorIndex

index = VectorIndex.open(Path(sys.argv[1]), "test-1")
for turn in itertools.count():
    rows = np.full((500, 256), turn % 100 + 1, np.int8)
    rows[:, : turn % 200] *= -1
    index.add(np.arange(500), rows)
    index.add(np.arange(500) + 1_000 + turn % 50 * 500, rows)
    index.remove([1_000 + turn % 50 * 500])
    print(turn, flush=True)
"""


def rows_of(count: int) -> np.ndarray:
    return np.random.default_rng(3).integers(-127, 128, (count, NUMBERS), np.int8)


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory) -> Path:
    """The file of an index whose keys are the numbers of their rows."""
    folder = tmp_path_factory.mktemp("whole")
    index = VectorIndex.open(folder, ENGINE)
    index.add(np.arange(ROWS), rows_of(ROWS))
    index.close()
    return folder / "sight.index"


@pytest.fixture
def whole(whole_file) -> bytes:
    return whole_file.read_bytes()


def opened(folder: Path, content: bytes, engine: str = ENGINE) -> VectorIndex:
    folder.mkdir(exist_ok=True)
    (folder / "sight.index").write_bytes(content)
    return VectorIndex.open(folder, engine)


def use(index: VectorIndex) -> None:
    """All that one does with an index."""
    index.search(rows_of(2).astype(np.float32), 10)
    index.add([3, 70_000], rows_of(2))
    index.remove([4])
    keys = set(index.keys().tolist())
    assert {3, 70_000} <= keys
    assert 4 not in keys
    assert 70_000 in [match.key for match in index.search(rows_of(2)[1:].astype(np.float32), 40)]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_shortened_file_opens_with_the_rows_that_are_whole(tmp_path, whole, length):
    index = opened(tmp_path, whole[:length])
    assert index.lost == (length < 512)
    assert np.array_equal(index.keys(), np.arange(len(index)))
    in_first = min(BLOCK, max(0, length - HEAD - BLOCK * 44) // NUMBERS)
    assert len(index) == min(ROWS, in_first + max(0, length - VECTORS) // NUMBERS)
    for row in {0, len(index) // 2, len(index) - 1} if len(index) else ():
        [match] = index.search(rows_of(ROWS)[row : row + 1].astype(np.float32), 1)
        assert (match.key, match.alike) == (row, pytest.approx(1, abs=1e-3))
    use(index)
    index.close()


@settings(deadline=None, max_examples=40)
@given(at=some.integers(0, SECOND + BLOCK * ROW - 64), bytes_=some.binary(min_size=1, max_size=64))
def test_a_damaged_file_opens(tmp_path_factory, whole_file, at, bytes_):
    content = whole_file.read_bytes()
    index = opened(tmp_path_factory.mktemp("damaged"), content[:at] + bytes_ + content[at + len(bytes_) :])
    use(index)
    index.close()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 9_000, b"sight index 2\n" + b"x" * 9_000, b"PK\3\4" * 2_000]
)
def test_what_is_no_index_of_this_program_is_begun_anew(tmp_path, content):
    index = opened(tmp_path, content)
    assert index.lost
    assert len(index) == 0
    use(index)
    index.close()
    again = VectorIndex.open(tmp_path, ENGINE)
    assert not again.lost
    again.close()


def test_vectors_of_another_engine_are_begun_anew(tmp_path, whole):
    index = opened(tmp_path, whole, engine="test-2")
    assert (index.lost, len(index)) == (True, 0)
    index.close()


def test_what_a_killed_rewriting_left_is_cleared_away(tmp_path, whole):
    (tmp_path / "sight.new").write_bytes(b"half")
    index = opened(tmp_path, whole)
    assert len(index) == ROWS
    index.close()
    assert not (tmp_path / "sight.new").exists()


def test_a_row_replaced_when_the_process_ended_is_there_once(tmp_path, whole):
    """Killed after the new row counted and before the old one went."""
    index = opened(tmp_path, whole)
    index.add([0, 5], rows_of(9)[7:])
    index.close()
    content = bytearray((tmp_path / "sight.index").read_bytes())
    content[HEAD : HEAD + BLOCK * 8] = np.arange(BLOCK, dtype="<i8").tobytes()
    content[512:528] = struct.pack("<QQ", ROWS + 2, ROWS)
    again = opened(tmp_path, bytes(content))
    assert sorted(again.keys()) == [*range(ROWS)]
    assert {match.key for match in again.search(rows_of(9)[7:].astype(np.float32), 4)} == {0, 5, 7, 8}
    again.close()


def test_a_killed_writer_leaves_what_was_complete(tmp_path):
    for lines in (1, 3, 8, 20):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            for _ in range(lines):
                writer.stdout.readline()
            writer.kill()
        index = VectorIndex.open(tmp_path, ENGINE)
        keys = index.keys()
        assert not index.lost
        assert len(keys) == len(set(keys.tolist()))
        assert set(range(500)) <= set(keys.tolist())
        assert len(index.search(np.ones((1, NUMBERS), np.float32), len(keys), least=-1)) == len(keys)
        index.close()
