"""One run: a buyer orders and pays at a faulty gateway or on a faulty computer. The program is started again;
everything must be as the buyer confirmed it."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.line import Line
from tests.faults.lives import Died, Life, Nursery
from tests.faults.market import Market
from tests.faults.scenario import Action, Scenario
from tests.faults.striking import Striker
from tests.faults.verdict import Evidence, bugs, journal, judge

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
        self,
        scenario: Scenario,
        seed: int,
        market: Market,
        nursery: Nursery,
        home: Path,
        *,
        broken: str,
        keeps: bool,
    ) -> None:
        self._scenario = scenario
        self._market = market
        self._nursery = nursery
        self._home = home
        self._broken = broken
        self._keeps = keeps
        self._dice = random.Random(f"{seed}/{scenario.number}/goods")
        self._evidence = Evidence()
        self._bugs: list[BaseException] = []
        self._told: list[dict[str, Any]] = []

    async def perform(self) -> Result:
        """Do it all. What should never happen, be it in the proof itself, counts as untrue."""
        scenario, evidence = self._scenario, self._evidence
        self._user = await self._market.new_buyer()
        self._goods = self._market.draw(self._dice, scenario.platforms)
        await self._fill_cart()
        striker = self._striker = self._new_striker()
        line = Line(self._market.keys.port, striker, self._bugs.append)
        striker.line = line
        await line.open()
        self._url = line.url
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                self._may_strike = True
                await self._first_life(striker)
                self._may_strike = False
                await striker.over()
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
        evidence.wrong += [("untrue", f"a bug: {each}") for each in bugs(self._home / "data" / "log.txt")]
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

    def _new_striker(self) -> Striker:
        return Striker(
            self._scenario.faults,
            self._market,
            self._user,
            self._goods,
            self._home / "data" / "library.sqlite",
            self._dice,
            self._second_program,
            self._bugs.append,
        )

    async def _first_life(self, striker: Striker) -> None:
        if any(fault.action is Action.LATE_LIST for fault in self._scenario.faults):
            await self._market.tell("/buyers/lists", user_id=self._user, orders_ms=LATE_MS)
            striker.struck.append("order shown late")
        strikes = [
            {"action": fault.action.value, "moment": fault.moment.value, "nth": fault.nth}
            for fault in self._scenario.faults
            if fault.in_the_library
        ]
        life = striker.life = Life(self._heard)
        await self._start(life, strikes)
        try:
            await self._ask(life, "begin")
            done = await self._ask(life, "order", quantity=self._typed())
            self._evidence.outcomes = done.get("outcomes", [])
            await self._pay(life)
            await striker.done()
            if self._scenario.closed_after:
                life.tell("close")
        except Died:
            if strikes and not life.killed:
                striker.struck.append("killed at a write")
            elif not life.killed:
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
            begun = await self._ask(life, "begin")
            if not begun.get("ready"):
                self._evidence.wrong.append(("untrue", f"it does not start again: {begun}"))
                return
            settled = await self._ask(life, "settle", send_again=self._scenario.sends_again)
            if "not_seen" in settled:
                self._evidence.wrong.append(("untrue", f"never settled: {settled['not_seen']}"))
            if self._scenario.tries_again and await self._left():
                await self._ask(life, "order", quantity=0)
            await self._pay(life)
            await self._ask(life, "settle", send_again=self._scenario.sends_again)
            self._evidence.seen = await self._ask(life, "look")
            if self._keeps:
                await life.ask("grab", file=str(self._home / "window.png"))
            life.tell("close")
        except Died:
            self._evidence.wrong.append(("untrue", "the program ended by itself when started again"))
        await life.end()

    async def _ask(self, life: Life, what: str, **how: Any) -> dict[str, Any]:
        began = time.monotonic()
        answer = await life.ask(what, **how)
        self._told.append({what: answer, "seconds": round(time.monotonic() - began, 2)})
        return answer

    async def _pay(self, life: Life) -> None:
        """Pay what can be paid, as soon as the platforms have built it."""
        if self._scenario.pay:
            for order in await self._market.ordered(self._user):
                if order["state"] == "building":
                    await self._market.tell("/orders/advance", order_id=order["id"])
            done = await self._ask(life, "pay", way=self._scenario.pay, waits=self._may_strike)
            self._evidence.paid_outcomes += done.get("paid", [])

    async def _left(self) -> bool:
        """Whether some of the goods were not ordered: the buyer still wants them."""
        orders = await self._market.ordered(self._user)
        there = {line["sku_id"] for order in orders for line in order["lines"]}
        return not there >= set(self._evidence.cart)

    async def _second_program(self) -> None:
        """Somebody starts the program on the same library once more: it must do nothing but say so."""
        life = Life(self._heard)
        await self._start(life, [])
        begun = await self._ask(life, "begin")
        if begun.get("ready") and self._striker.life.lives:
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
        self._striker.struck += [said["struck"]] if "struck" in said else []
        if "approved" in said and self._may_strike:
            self._striker.approved()

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
        """Keep library, log and picture of it, and all that is known of it."""
        shutil.copytree(self._home, folder, dirs_exist_ok=True)
        known = {"scenario": asdict(self._scenario), "told": self._told, **asdict(self._evidence)}
        text = json.dumps(known, ensure_ascii=False, indent=1)
        (folder / "evidence.json").write_text(text, encoding="utf-8")
