"""The picture desk at work."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sourcing_desktop.services import query_picture
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.notices import Toast
from tests.support.search_page import Bench


@pytest.fixture
def image(show, search_desk, open_scope) -> Bench:
    return show(
        DeskPage,
        lambda page: DeskController(page, Search(search_desk.gateway), open_scope("page"), Toast(page)),
    )


@pytest.fixture
def goods(image, runner, tmp_path) -> list[Path]:
    """Pictures of three offers, as files."""

    async def of_the_market() -> list[bytes]:
        offers = [(await image.desk.offer(row=row)).offer for row in range(3)]
        return [(await query_picture.from_url(offer.picture)).jpeg for offer in offers]

    paths = []
    for number, jpeg in enumerate(runner.run(of_the_market())):
        paths.append(tmp_path / f"goods {number}.jpg")
        paths[-1].write_bytes(jpeg)
    return paths


@pytest.fixture
def two_things(goods, tmp_path) -> Path:
    sheet = Image.new("RGB", (800, 600), "#c9d6c3")
    sheet.paste(Image.open(io.BytesIO(goods[0].read_bytes())).resize((340, 340)), (430, 230))
    sheet.paste(Image.open(io.BytesIO(goods[2].read_bytes())).resize((240, 240)), (40, 40))
    sheet.save(tmp_path / "two.png")
    return tmp_path / "two.png"
