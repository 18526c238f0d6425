"""Memory of dropped pictures goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

CODE = """
import sys
from sourcing_desktop.app.large_blocks import give_back_large_blocks
if sys.argv[1] == "given":
    give_back_large_blocks()
held = [bytes(4_000_000)]
del held[0]  # from now on blocks of this size would come from the heap
blocks = [bytearray(b"x") * 135_000 for _ in range(400)]
small = [bytearray(b"x") * 100 for _ in range(10)]
blocks[:-1] = []  # the last stands above the hole
statm = open("/proc/self/statm").read().split()
print(int(statm[1]) * 4096)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's allocator")
def test_dropped_blocks_are_given_back():
    kept, given = (
        int(
            subprocess.run(
                [sys.executable, "-c", CODE, how], capture_output=True, text=True, check=True
            ).stdout
        )
        for how in ("kept", "given")
    )
    assert given < kept - 30_000_000
