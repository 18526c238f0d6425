"""The gateway of the proof: a real sandbox in a process of its own, with a buyer for every run."""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from sourcing_desktop.sandbox.market.catalogue import Catalogue

PLENTY = 1_000_000
OFFERS = 40
"""Of each platform, from as many sellers."""

FIRST_BUYER = 2_100_008_000_000


@dataclass(frozen=True, slots=True)
class Goods:
    """An offer of one seller: `quantity` pieces of each of these SKUs may be ordered."""

    platform: str
    offer_id: str
    sku_ids: tuple[str, ...]
    quantity: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the sandbox listens, and what it takes."""

    url: str
    access_key: str
    secret: str
    control_token: str

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


class Market:
    """From `open` to `close`."""

    def __init__(self, catalogue: Path) -> None:
        self._catalogue = catalogue
        self._buyers = count(FIRST_BUYER)

    async def open(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.faults.market",
            str(self._catalogue),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self.keys = Keys(**json.loads(await self._process.stdout.readline()))
        self._http = httpx.AsyncClient(
            base_url=f"{self.keys.url}/_sandbox", headers={"control-token": self.keys.control_token}
        )
        await self.tell("/cashier", forgetful=True)  # who asks for money twice gets it twice
        self.goods = _goods(self._catalogue)
        for offers in self.goods.values():
            for offer in offers:
                for sku_id in offer.sku_ids:
                    await self.tell("/stock", sku_id=sku_id, pieces=PLENTY)

    async def close(self) -> None:
        await self._http.aclose()
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def new_buyer(self) -> str:
        """Somebody with an empty cart and no orders."""
        user_id = str(next(self._buyers))
        await self.tell("/buyers", user_id=user_id)
        return user_id

    async def ordered(self, user_id: str) -> list[dict[str, Any]]:
        """A buyer's orders with lines and payments."""
        orders: list[dict[str, Any]] = await self.tell("/buyers/orders", user_id=user_id)
        return orders

    async def tell(self, path: str, **fields: object) -> Any:
        """Ask a command of the switchboard."""
        answer = await self._http.post(path, json=fields)
        if answer.status_code != 200:
            raise ValueError(f"{path}: {answer.text}")
        return answer.json()

    def draw(self, dice: random.Random, platforms: tuple[str, ...]) -> list[Goods]:
        """Goods of as many different sellers."""
        drawn: list[Goods] = []
        for platform in dict.fromkeys(platforms):
            drawn += dice.sample(self.goods[platform], platforms.count(platform))
        return drawn


def _goods(path: Path) -> dict[str, list[Goods]]:
    """Offers of different sellers that anybody may order, none so dear that it cannot be paid without a
    password."""
    catalogue = Catalogue(path)
    found: dict[str, list[Goods]] = {}
    for platform in ("1688", "taobao"):
        sellers: dict[str, Goods] = {}
        for offer in catalogue.recommended(1, 2000, platform):
            quantity = -(-max(offer.moq, offer.lot) // offer.lot) * offer.lot
            skus = [sku for sku in offer.skus if sku.stock > 0][:2]
            dear = sum(sku.price_fen * quantity for sku in skus) > 200_000
            if skus and not dear and not offer.refusal and offer.seller.mix_pieces is None:
                made = Goods(platform, offer.id, tuple(sku.id for sku in skus), quantity)
                sellers.setdefault(offer.seller.open_id, made)
        found[platform] = list(sellers.values())[:OFFERS]
    catalogue.close()
    return found


def _serve(catalogue: Path) -> None:
    """The sandbox alone, until stdin ends; it keeps nothing."""
    import threading

    from sourcing_desktop.sandbox.server import Sandbox

    def end_with_input() -> None:
        os.read(0, 1)
        os._exit(0)

    threading.Thread(target=end_with_input, daemon=True).start()
    sandbox = Sandbox(catalogue, ":memory:")
    keys = sandbox.keys
    told = {"url": sandbox.url, "access_key": keys.access_key, "secret": keys.secret}
    print(json.dumps({**told, "control_token": keys.control_token}), flush=True)
    sandbox.run()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
