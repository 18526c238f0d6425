"""One run: a buyer orders and pays at a faulty gateway or on a faulty computer. The program is started again;
everything must be as the buyer confirmed it."""

from __future__ import annotations

import asyncio
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.line import Line
from tests.faults.lives import Died, Life, Nursery
from tests.faults.market import Goods, Market
from tests.faults.scenario import PREVIEW, Action, Scenario
from tests.faults.striking import Striker
from tests.faults.verdict import Evidence, journal, judge

LONGEST_SECONDS = 90
LATE_MS = 500
"""By how much a faulty gateway shows an order late: less than the program's patience."""


@dataclass(slots=True)
class Result:
    """What came of a run: what struck, and what is wrong, by column."""

    number: int
    kind: str
    struck: list[str] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    confirmed: int = 0
    ordered: int = 0
    paid: int = 0


class Run:
    """Everything of one run below `home`, which may be thrown away after it."""

    def __init__(
        self, scenario: Scenario, seed: int, market: Market, nursery: Nursery, home: Path, broken: str = ""
    ) -> None:
        self._scenario = scenario
        self._market = market
        self._nursery = nursery
        self._home = home
        self._broken = broken
        self._dice = random.Random(f"{seed}/{scenario.number}/goods")
        self._evidence = Evidence()
        self._bugs: list[BaseException] = []

    async def perform(self) -> Result:
        """Do it all. What should never happen, be it in the proof itself, counts as untrue."""
        scenario, evidence = self._scenario, self._evidence
        self._user = await self._market.new_buyer()
        self._goods = self._market.draw(self._dice, scenario.platforms)
        await self._fill_cart()
        striker = self._striker()
        line = Line(self._market.keys.port, striker, self._bugs.append)
        striker.line = line
        await line.open()
        self._url = line.url
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self._first_life(striker)
                striker.over()
                await self._reset_prices()
                await self._second_life(striker)
        except TimeoutError:
            evidence.wrong.append(("untrue", "the run never ended"))
        finally:
            await line.close()
        evidence.gateway = await self._market.ordered(self._user)
        library = self._home / "data" / "library.sqlite"
        evidence.intents = journal(library) if library.exists() else []
        evidence.wrong += [("untrue", f"the proof stumbled: {error!r}") for error in self._bugs]
        return Result(
            scenario.number,
            scenario.kind,
            striker.struck,
            judge(evidence),
            len(evidence.confirmed),
            len(evidence.gateway),
            sum(map(bool, (order["paid"] for order in evidence.gateway))),
        )

    async def _fill_cart(self) -> None:
        for goods in self._goods:
            for sku_id in goods.sku_ids:
                await self._market.tell(
                    "/buyers/cart", user_id=self._user, sku_id=sku_id, quantity=goods.quantity
                )
                self._evidence.cart[sku_id] = goods.quantity

    def _striker(self) -> Striker:
        return Striker(
            self._scenario.faults,
            self._market,
            self._user,
            self._goods,
            self._home / "data" / "library.sqlite",
            self._dice,
            self._second_program,
        )

    async def _first_life(self, striker: Striker) -> None:
        if any(fault.action is Action.LATE_LIST for fault in self._scenario.faults):
            await self._market.tell("/buyers/late", user_id=self._user, milliseconds=LATE_MS)
            striker.struck.append("order shown late")
        strikes = [
            {"action": fault.action.value, "moment": fault.moment.value, "nth": fault.nth}
            for fault in self._scenario.faults
            if fault.in_the_library
        ]
        life = striker.life = Life(self._heard)
        await self._start(life, strikes)
        try:
            await life.ask("begin")
            done = await life.ask("order", quantity=self._typed())
            self._evidence.outcomes = done.get("outcomes", [])
            if self._scenario.pay:
                await life.ask("pay", way=self._scenario.pay)
            if self._scenario.closed_after:
                life.tell("close")
        except Died:
            if not life.killed and not strikes:
                self._note_death(striker)
        else:
            if not self._scenario.closed_after:
                life.kill()
        await life.end()

    def _note_death(self, striker: Striker) -> None:
        if not any(fault.action is Action.CLOSE for fault in self._scenario.faults):
            self._evidence.wrong.append(("untrue", f"the program ended by itself after {striker.struck}"))

    async def _second_life(self, striker: Striker) -> None:
        """Start it again, let it settle, and look."""
        life = striker.life = Life(self._heard)
        await self._start(life, [])
        try:
            begun = await life.ask("begin")
            if not begun.get("ready"):
                self._evidence.wrong.append(("untrue", f"it does not start again: {begun}"))
                return
            settled = await life.ask("settle", send_again=self._scenario.sends_again)
            if "not_seen" in settled:
                self._evidence.wrong.append(("untrue", f"never settled: {settled['not_seen']}"))
            self._evidence.seen = await life.ask("look")
            await life.ask("grab", file=str(self._home / "window.png"))
            life.tell("close")
        except Died:
            self._evidence.wrong.append(("untrue", "the program ended by itself when started again"))
        await life.end()

    async def _second_program(self) -> None:
        """Somebody starts the program on the same library once more: it must do nothing but say so."""
        life = Life(self._heard)
        await self._start(life, [])
        begun = await life.ask("begin")
        if begun.get("ready"):
            self._evidence.wrong.append(("untrue", "two programs work on one library"))
        life.kill()
        await life.end()

    async def _start(self, life: Life, strikes: list[dict[str, Any]]) -> None:
        keys = self._market.keys
        await life.begin(
            self._nursery,
            home=str(self._home),
            cache=str(self._home.parent / "cache"),
            url=self._url,
            user_id=self._user,
            access_key=keys.access_key,
            secret=keys.secret,
            generation=self._scenario.generation,
            broken=self._broken,
            strikes=strikes,
        )

    def _heard(self, said: dict[str, Any]) -> None:
        self._evidence.confirmed += said.get("confirmed", [])
        self._evidence.approved += said.get("approved", [])

    def _typed(self) -> int:
        """What the buyer types at the first line right before checking out; 0 for nothing."""
        if any(fault.action is Action.TYPED for fault in self._scenario.faults):
            return 3 * self._goods[0].quantity
        return 0

    async def _reset_prices(self) -> None:
        changed = [fault for fault in self._scenario.faults if fault.action is Action.NEW_PRICE]
        for goods in self._goods if changed else ():
            await self._market.tell("/price", offer_id=goods.offer_id, percent=100)

    def keep(self, folder: Path) -> None:
        """Keep library, log and picture of it."""
        shutil.copytree(self._home, folder, dirs_exist_ok=True)


assert Goods
assert PREVIEW
