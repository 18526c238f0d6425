"""Pictures described and compared in the background: what waits for what, and what is done only once."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.search import Region
from sourcing_desktop.services.eye import Eye
from sourcing_desktop.services.query_picture import from_bytes
from tests.support.seen import jpeg
from tests.support.waiting import until

pytestmark = pytest.mark.limit(60)  # s: pictures are described behind everything else

BAG = jpeg("backpack", 3)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
async def test_nobody_waits_for_a_description_that_does_not_end(tmp_path: Path):
    eye = Eye(tmp_path)
    assert (await eye.described(lambda: BAG))[0]
    os.kill(eye._describer._process.pid, signal.SIGSTOP)
    read: list[bytes] = []
    stuck = eye._describing.submit(lambda: eye._describer.describe(read.append(BAG) or BAG))
    await until(lambda: read)
    assert await eye.load() == 0
    await eye.close()
    with pytest.raises(SourcingError):
        stuck.result()


async def test_the_same_picture_is_not_looked_at_twice(tmp_path: Path):
    eye, picture = Eye(tmp_path), await from_bytes(jpeg("mug", 1))
    query = eye._query(picture)
    assert eye._query(await from_bytes(jpeg("mug", 1))) is query
    assert eye._query(replace(picture, region=Region(0, 0, 160, 160))) is not query
    await eye.close()
