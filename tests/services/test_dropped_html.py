"""What a browser puts on the clipboard or drops, however long and broken, is looked through in a moment."""

from __future__ import annotations

from time import perf_counter

import pytest

from sourcing_desktop.domain.errors import BadPicture
from sourcing_desktop.services import query_picture


@pytest.mark.parametrize("piece", ["<img", "<img src='", '<img src=" ', "<img " + "a" * 5000])
async def test_a_megabyte_of_tags_nobody_closes_takes_a_moment(piece):
    begin = perf_counter()
    with pytest.raises(BadPicture):
        await query_picture.from_html(piece * (1_000_000 // len(piece)))
    assert perf_counter() - begin < 10


async def test_what_is_carried_inside_an_address_has_the_limit_of_a_file():
    with pytest.raises(BadPicture, match="larger than 40 MB"):
        await query_picture.from_url("data:image/png;base64," + "A" * 54_000_000)
