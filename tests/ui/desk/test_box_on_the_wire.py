"""The order of a box's edges as the gateway gets them."""

from __future__ import annotations

import json

import pytest
from PIL import Image
from PySide6.QtCore import QPoint

from sourcing_desktop.app.hand import drag, drop_file
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.gateways.pandapon import PandaPon
from sourcing_desktop.services.search import Search
from sourcing_desktop.ui.desk.desk_controller import DeskController
from sourcing_desktop.ui.desk.desk_page import DeskPage
from sourcing_desktop.ui.notices import Toast
from tests.support.canned_server import CannedServer, envelope
from tests.support.waiting import until


@pytest.mark.parametrize("generation", ["v1", "v2"])
async def test_left_right_top_bottom_in_pixels_of_the_upload(
    theme, loader, on_screen, open_scope, at_the_end, tmp_path, generation
):
    async with CannedServer(envelope({"data": []})) as server:
        gateway = PandaPon(
            Account("Trial", AccountKind.PANDAPON, server.url, generation), Credentials("key", "secret", "1")
        )
        at_the_end.append(gateway.close)
        page = DeskPage(theme, loader)
        page.resize(1000, 700)
        on_screen(page)
        DeskController(page, Search(gateway), open_scope("page"), Toast(page))
        Image.new("RGB", (1600, 1600), "white").save(tmp_path / "large.png")
        drop_file(page.box, tmp_path / "large.png")
        await until(lambda: len(server.asked) == 1)
        page.box.setFixedSize(408, 408)  # 400 px for the 800 px that are sent
        drag(page.box, QPoint(4 + 50, 4 + 100), QPoint(4 + 150, 4 + 300))
        await until(lambda: len(server.asked) == 2)
        whole, part = (json.loads(asked.body) for asked in server.asked)
        assert not whole.get("region")
        assert part["region"] == "100,301,200,601"
