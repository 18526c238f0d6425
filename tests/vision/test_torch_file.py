"""Files of tensors are read, and nothing in a hostile or damaged one is run or believed."""

from __future__ import annotations

import os
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest

from sourcing_desktop.vision.torch_file import read_tensors

HEAD = b"".join(
    pickle.dumps(part, 2)
    for part in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True, "type_sizes": {}})
)
NUMBERS = np.arange(6, dtype="<f4")


def tensor(
    shape: str = "I2\nI3\n", strides: str = "I1\nI2\n", start: int = 0, count: int = 6, kind: str = "Float"
) -> str:
    """The opcodes that describe a tensor in the block called `a`."""
    stored = f"(Vstorage\nctorch\n{kind}Storage\nVa\nVcpu\nI{count}\nNtQ"
    return f"ctorch._utils\n_rebuild_tensor_v2\n({stored}I{start}\n({shape}t({strides}tI00\nNtR"


def file_of(path: Path, value: str, *, count: int = 6, numbers: bytes = NUMBERS.tobytes()) -> Path:
    """A file whose table has `value` under the name `weight`."""
    table = f"ccollections\nOrderedDict\n)R(Vweight\n{value}u.".encode()
    path.write_bytes(HEAD + table + pickle.dumps(["a"], 2) + struct.pack("<q", count) + numbers)
    return path


def test_a_tensor_is_read_as_it_lies_in_memory(tmp_path):
    tensors = read_tensors(file_of(tmp_path / "a.pth", tensor()))
    assert tensors["weight"].tolist() == [[0, 2, 4], [1, 3, 5]]


def test_a_single_number_is_a_tensor(tmp_path):
    assert read_tensors(file_of(tmp_path / "a.pth", tensor("", "", start=5)))["weight"] == 5


@pytest.mark.parametrize(
    "value",
    [
        tensor("I2\nI4\n"),
        tensor("I2\nI3\n", "I1\nI9\n"),
        tensor("I2\nI3\n", "I1\nI-1\n"),
        tensor("I-2\nI3\n"),
        tensor("I0\n", "I1\n"),
        tensor("I2\n"),
        tensor("Vtwo\n", "I1\n"),
        tensor(start=1),
        tensor(start=-1),
        tensor(count=7),
        tensor(count=-6),
        tensor(count=10**15),
        tensor(count=10**30),
        tensor(kind="Long"),
        tensor(kind="Half"),
        "I6\n",
        "ctorch._utils\n_rebuild_tensor_v2\n(I1\nI0\n(t(tNNtR",
        "ctorch\nFloatStorage\n)R",
    ],
)
def test_what_a_file_says_of_its_tensors_is_checked(tmp_path, value):
    with pytest.raises(ValueError, match=r"is no file of tensors"):
        read_tensors(file_of(tmp_path / "a.pth", value))


@pytest.mark.parametrize("function", ["posix\nsystem", "os\nsystem", "builtins\neval", "builtins\nopen"])
def test_a_hostile_file_runs_nothing(tmp_path, function):
    trace = tmp_path / "trace"
    argument = f"open({str(trace)!r}, 'w')" if function.endswith("eval") else f"touch {trace}"
    hostile = file_of(tmp_path / "a.pth", f"c{function}\n(V{argument}\ntR")
    with pytest.raises(ValueError, match=function.replace("\n", ".")):
        read_tensors(hostile)
    assert os.listdir(tmp_path) == ["a.pth"]


def test_the_parts_before_and_after_the_table_run_nothing_either(tmp_path):
    trace, path = tmp_path / "trace", tmp_path / "a.pth"
    hostile = f"cposix\nsystem\n(Vtouch {trace}\ntR.".encode()
    table = b"ccollections\nOrderedDict\n)R."
    for content in (hostile, HEAD + hostile, HEAD + table + hostile):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"posix\.system"):
            read_tensors(path)
        assert not trace.exists()


def test_a_file_cut_short_is_refused_wherever_it_ends(tmp_path):
    whole = file_of(tmp_path / "a.pth", tensor()).read_bytes()
    for end in range(len(whole)):
        (tmp_path / "short.pth").write_bytes(whole[:end])
        with pytest.raises(ValueError, match=r"is no file of tensors"):
            read_tensors(tmp_path / "short.pth")


def test_a_damaged_file_is_refused_or_still_a_table(tmp_path):
    whole = file_of(tmp_path / "a.pth", tensor()).read_bytes()
    for place in range(len(whole)):
        for value in (0x00, 0x7F, 0xFF):
            damaged = bytearray(whole)
            damaged[place] = value
            (tmp_path / "damaged.pth").write_bytes(damaged)
            try:
                tensors = read_tensors(tmp_path / "damaged.pth")
            except ValueError:
                continue
            assert all(isinstance(each, np.ndarray) for each in tensors.values())
