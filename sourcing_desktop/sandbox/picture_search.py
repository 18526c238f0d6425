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

from sourcing_desktop.sandbox.query_picture import read_picture

if TYPE_CHECKING:
    from sourcing_desktop.sandbox.market.index import PictureIndex

MOST_LIKE = 1_000
"""How many offers count as alike, over both platforms."""
_REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class Sighting:
    """The offers that look most alike, best first, and the boxes of the query picture in wire order."""

    offer_ids: tuple[str, ...]
    region: str
    subjects: tuple[str, ...]


class PictureSearch:
    """Searches the index in the file at `path`. The pages of one search look at the picture once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, "picture-search")
        self._remembered: OrderedDict[bytes, Sighting] = OrderedDict()

    async def find(self, file: bytes, region: str) -> Sighting:
        """What looks like the picture in the file, or like the part in `region` of it."""
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

        return PictureIndex.load(self._path)

    def _look(self, file: bytes, region: str) -> Sighting:
        query = read_picture(file, region)
        found = self._index.search(query.rgb, MOST_LIKE)
        return Sighting(tuple(offer_id for offer_id, _ in found), query.region, query.subjects)
