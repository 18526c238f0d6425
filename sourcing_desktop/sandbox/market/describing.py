"""What the worker processes of the picture index do: draw main pictures and describe them.

NumPy is loaded only once a worker has begun, so that `begin` can still tell it how many threads to use.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sourcing_desktop.sandbox.drawing.look import Look, View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE = 256
"""Pixels of the pictures described."""


def begin() -> None:
    """Make this process a worker: matrices in one thread, because every core has a worker already, and an
    end when the parent is killed, because its queue would keep the worker waiting for ever."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def described(looks: Sequence[Look]) -> list[NDArray[np.float32]]:
    """The vectors of the looks' main pictures."""
    from sourcing_desktop.vision.windows import describe_gallery

    return [describe_gallery(drawn(look)) for look in looks]


def drawn(look: Look) -> NDArray[np.uint8]:
    """The look's main picture as rows of RGB pixels."""
    import numpy as np

    from sourcing_desktop.sandbox.drawing.goods import draw

    image = draw(look, View.MAIN, SIDE)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)
    return np.ascontiguousarray(pixels[:, :, 2::-1])
