"""Describes pictures on one thread and compares them on another, so that no look waits for a description.

NumPy, Pillow and the network are loaded on those threads when they first work: nobody waits for them.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sourcing_desktop.domain.errors import BadPicture, SourcingError, StorageFailed
from sourcing_desktop.domain.search import QueryPicture, Region
from sourcing_desktop.language import tr
from sourcing_desktop.services.describer import Describer
from sourcing_desktop.vision import ENGINE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sourcing_desktop.vision.encoder import Encoder
    from sourcing_desktop.vision.index import VectorIndex

T = TypeVar("T")

QUERY_SIDE = 800
MARGIN = 0.05
"""Of a box, added on each side: what was cut off closely is not recognised so well."""

BLANK = tr("There is nothing to search by in this picture: it is blank or of one colour.")
BROKEN = tr("The picture is damaged or incomplete. Save or copy it again and try once more.")

Alike = list[tuple[int, float]]
"""Numbers of offers and how much alike they look, the best first."""


class Eye:
    """The pictures of one library; its index lies in `folder`. What needs the network raises SourcingError
    with the sentence that says why it is off; StorageFailed when the index cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread, self._describing = (
            ThreadPoolExecutor(1, thread_name_prefix=name) for name in ("recognition", "describing")
        )
        self._describer = Describer()
        self._opened: VectorIndex | None = None
        self._looked_at: tuple[QueryPicture, NDArray[np.float32]] | None = None

    async def load(self) -> int:
        """Open the index; how many offers can be found."""
        return await self._on_thread(lambda: len(self._index))

    async def described(self, read: Callable[[], bytes | None]) -> tuple[bool, bytes | None]:
        """Whether the picture that `read` gives is there, and its vector; None if it shows nothing."""

        def work() -> tuple[bool, bytes | None]:
            data = read()
            return data is not None, None if data is None else self._describer.describe(data)

        return await asyncio.get_running_loop().run_in_executor(self._describing, self._translated, work)

    async def like_picture(self, picture: QueryPicture, most: int, least: float) -> Alike:
        """What looks like the picture, or like what is in its box. BadPicture."""
        return await self._on_thread(lambda: self._found(self._query(picture), most, least))

    async def like_vectors(self, vectors: Mapping[int, bytes], most: int, least: float) -> dict[int, Alike]:
        """What looks like each of these offers, without themselves."""

        def work() -> dict[int, Alike]:
            found = {key: self._found(_row(vector), most + 1, least) for key, vector in vectors.items()}
            return {key: [each for each in alike if each[0] != key] for key, alike in found.items()}

        return await self._on_thread(work)

    async def add(self, numbers: Sequence[int], vectors: bytes) -> None:
        """Find these offers from now on; their vectors stand one behind the other."""
        await self._on_thread(lambda: self._index.add(numbers, _table(vectors)))

    async def add_missing(self, numbers: array[int], vectors: bytes) -> None:
        """The same of those of them that cannot be found yet."""

        def work() -> None:
            import numpy as np

            keys = _keys(numbers)
            missing = ~np.isin(keys, self._index.keys())
            self._index.add(keys[missing], _table(vectors)[missing])

        await self._on_thread(work)

    async def remove(self, numbers: array[int]) -> None:
        """Find these offers no more."""
        await self._on_thread(lambda: self._index.remove(_keys(numbers)))

    async def keep_only(self, numbers: array[int]) -> bool:
        """Find no other offers than these; tells whether some of them cannot be found yet."""

        def work() -> bool:
            import numpy as np

            wanted, here = _keys(numbers), self._index.keys()
            self._index.remove(here[~np.isin(here, wanted)])
            return len(self._index) < len(wanted)

        return await self._on_thread(work)

    async def close(self) -> None:
        """Let go of the index when what is under way has ended. No picture is waited for."""
        self._describer.give_up()
        for thread, end in ((self._describing, self._describer.close), (self._thread, self._close)):
            await asyncio.get_running_loop().run_in_executor(thread, end)
            thread.shutdown()

    async def _on_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._translated, work)

    # On the thread

    def _translated(self, work: Callable[[], T]) -> T:
        from sourcing_desktop.vision.index import IndexInUse
        from sourcing_desktop.vision.weights import EngineMissing

        try:
            return work()
        except EngineMissing as error:
            raise SourcingError(error.sentence) from error
        except IndexInUse as error:
            sentence = tr("Your library is in use by another program. Close it and try again.")
            raise StorageFailed(sentence, detail=str(error)) from error
        except OSError as error:
            sentence = tr(
                "Finding by sight is off: the disk is full, or the library’s folder cannot be written."
            )
            raise StorageFailed(sentence, detail=str(error)) from error

    @cached_property
    def _encoder(self) -> Encoder:
        from sourcing_desktop.vision.encoder import Encoder

        return Encoder.load()

    @property
    def _index(self) -> VectorIndex:
        if self._opened is None:
            from sourcing_desktop.vision.index import VectorIndex

            self._opened = VectorIndex.open(self._folder, ENGINE)
        return self._opened

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _query(self, picture: QueryPicture) -> NDArray[np.float32]:
        """The same picture as the last time is not looked at again."""
        if self._looked_at is None or self._looked_at[0] != picture:
            self._looked_at = picture, self._look_at(picture)
        return self._looked_at[1]

    def _look_at(self, picture: QueryPicture) -> NDArray[np.float32]:
        from sourcing_desktop.vision.reading import read_rgb

        try:
            rgb = read_rgb(picture.jpeg, QUERY_SIDE)
        except ValueError as error:
            raise BadPicture(BROKEN, detail=str(error)) from error
        if picture.region is not None:
            rgb = _cut(rgb, picture.region, rgb.shape[1] / max(picture.width, 1))
        if self._encoder.tells_nothing(rgb):
            raise BadPicture(BLANK)
        return self._encoder.query(rgb)

    def _found(self, query: NDArray[np.float32], most: int, least: float) -> Alike:
        return [(match.key, match.alike) for match in self._index.search(query, most, least)]


def _cut(rgb: NDArray[np.uint8], box: Region, scale: float) -> NDArray[np.uint8]:
    """What is in the box, and a little more. Of a box without room, the whole picture."""
    height, width = rgb.shape[:2]
    across, down = MARGIN * (box.right - box.left), MARGIN * (box.bottom - box.top)
    left, right = max(0, round((box.left - across) * scale)), round((box.right + across) * scale)
    top, bottom = max(0, round((box.top - down) * scale)), round((box.bottom + down) * scale)
    part = rgb[top : min(bottom, height), left : min(right, width)]
    return part if part.size else rgb


def _table(vectors: bytes) -> NDArray[np.int8]:
    import numpy as np

    return np.frombuffer(vectors, dtype=np.int8).reshape(-1, 256)


def _keys(numbers: array[int]) -> NDArray[np.int64]:
    import numpy as np

    return np.frombuffer(numbers, dtype=np.int64)


def _row(vector: bytes) -> NDArray[np.float32]:
    return _table(vector).astype("float32")
