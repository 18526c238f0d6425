"""Gives the memory of pictures back to the system as soon as they are dropped, on Linux.

Its allocator learns from freed blocks to keep ever larger ones, and a day of scrolling leaves a heap that is
mostly holes: a third more memory than the pictures in it. A limit that is set does not grow.
"""

from __future__ import annotations

import sys

M_MMAP_THRESHOLD = -3
LARGE = 64 * 1024
"""Bytes: the picture of a card 128 px wide."""


def give_back_large_blocks() -> None:
    """From now on. Nothing happens where the C library has no such setting."""
    if sys.platform == "linux":
        import ctypes  # not at the top: the first paint does without

        set_option = getattr(ctypes.CDLL(None), "mallopt", None)
        if set_option is not None:
            set_option(M_MMAP_THRESHOLD, LARGE)
