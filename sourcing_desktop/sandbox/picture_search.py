"""Finds offers by sight: the picture index behind a worker thread, loaded when first needed."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sourcing_desktop.sandbox.door.codes import Code, Refused
from sourcing_desktop.sandbox.query_picture import read_picture

if TYPE_CHECKING:
    from sourcing_desktop.sandbox.market.index import PictureIndex

MOST_LIKE = 1_000
"""How many offers count as alike, over both platforms."""
_REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Sighting:
    """The offers that look most alike, best first, each with its cosine; the boxes of the query picture, in
    wire order."""

    alike: dict[str, float]
    region: str
    subjects: tuple[str, ...]


class PictureSearch:
    """Searches the pictures of a catalogue. The pages of one search look at the picture once."""

    def __init__(self, catalogue: Path) -> None:
        self._catalogue = catalogue
        self._pool = ThreadPoolExecutor(1, "picture-search")
        self._remembered: OrderedDict[bytes, Sighting] = OrderedDict()

    async def find(self, file: bytes, region: str) -> Sighting:
        """What looks like the picture in the file, or like the part in `region` of it. Refused where pictures
        cannot be described."""
        key = hashlib.sha1(file + region.encode(), usedforsecurity=False).digest()
        known = self._remembered.get(key)
        if known is None:
            loop = asyncio.get_running_loop()
            known = await loop.run_in_executor(self._pool, self._look, file, region)
            self._remembered[key] = known
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return known

    def warm(self) -> None:
        """Load the index in the background."""
        self._pool.submit(lambda: self._index)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    @cached_property
    def _index(self) -> PictureIndex:
        from sourcing_desktop.sandbox.market.index import PictureIndex

        return PictureIndex.load(self._catalogue)

    def _look(self, file: bytes, region: str) -> Sighting:
        from sourcing_desktop.vision.weights import EngineMissing

        query = read_picture(file, region)
        try:
            found = self._index.search(query.rgb, MOST_LIKE)
        except EngineMissing as error:
            raise Refused(Code.NO_SIGHT, error.sentence) from error
        return Sighting(dict(found), query.region, query.subjects)
