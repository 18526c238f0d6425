"""Random days at one cart while the gateway fails at random: in the end it has what the buyer wants."""

from __future__ import annotations

import contextlib
import random

import pytest

from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import OfferDetail, Platform
from tests.support.desk import Desk, OpenDesk

CALLS = {Platform.ALIBABA: ["AK2", "AK4", "AK5", "AK6"], Platform.TAOBAO: ["TK4", "TK6", "TK5", "TK3"]}
KINDS = ["cut_before", "cut_after", "cut_middle", "http_500", "html", "throttle"]
STEPS = 14


class Day:
    """A buyer at work, and what that buyer wants by now: pieces by SKU."""

    def __init__(self, chance: random.Random, open_desk: OpenDesk, details: list[OfferDetail]) -> None:
        self.chance = chance
        self.open_desk = open_desk
        self.details = details
        self.wanted: dict[str, int] = {}

    async def step(self, desk: Desk) -> Desk:
        """Do one thing; a restart leads to another desk."""
        basket, detail = desk.basket, self.chance.choice(self.details)
        sku, pieces = detail.skus[0].id, self.chance.randint(1, 99)
        key = f"{detail.ref.platform}:{sku}"
        action = self.chance.choice(["add", "add", "set", "set", "remove", "undo", "refresh", "restart"])
        if action == "add":
            await basket.add(detail, {sku: pieces})
            self.wanted[sku] = self.wanted.get(sku, 0) + pieces
        elif action == "set" and sku in self.wanted:
            await basket.set_quantity(key, pieces)
            self.wanted[sku] = pieces
        elif action == "remove":
            await basket.remove([key])
            self.wanted.pop(sku, None)
        elif action == "undo":
            await basket.put_back(await basket.remove([key]))
        elif action == "refresh":
            with contextlib.suppress(SourcingError):
                await basket.refresh()
        elif action == "restart":
            desk = await self.open_desk()
            await desk.basket.load()
        return desk

    def storm(self, desk: Desk) -> None:
        """Let the next call of something go wrong, or of everything for a while."""
        platform = self.chance.choice(list(Platform))
        call = self.chance.choice([*CALLS[platform], "*"])
        desk.sandbox.control.fault(call, self.chance.choice(KINDS), times=self.chance.randint(1, 3))


@pytest.mark.parametrize("seed", range(8))
async def test_the_gateway_ends_with_what_the_buyer_wants(open_desk: OpenDesk, seed: int):
    chance = random.Random(seed)
    desk = await open_desk()
    details = [await desk.offer(row=row) for row in (0, 6)] + [await desk.offer(Platform.TAOBAO)]
    day = Day(chance, open_desk, details)
    for _ in range(STEPS):
        if chance.random() < 0.5:
            day.storm(desk)
        desk = await day.step(desk)
        assert {line.sku.id: line.quantity for line in desk.basket.cart.lines} == day.wanted
    desk.sandbox.control.clear()
    await desk.basket.refresh()
    at_gateway = [line for each in Platform for line in await desk.gateway.side(each).cart_lines()]
    assert {line.sku.id: line.quantity for line in at_gateway} == day.wanted
    assert not any(line.untold or line.elsewhere for line in desk.basket.cart.lines)
    assert (desk.basket.untold, desk.basket.trouble) == (0, "")
