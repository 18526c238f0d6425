"""One run: a buyer orders and pays at a faulty gateway or on a faulty computer. The program is started again;
everything must be as the buyer confirmed it."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.evidence import Deed, Evidence, bugs, journal
from tests.faults.line import Line, Listens
from tests.faults.lives import Died, Life, Nursery
from tests.faults.market import Market
from tests.faults.scenario import SHOWN, Action, Fault, Scenario
from tests.faults.striking import Striker
from tests.faults.verdict import judge

LONGEST_SECONDS = 120
HARMLESS = (Action.OLDEST_FIRST, Action.SHORT_PAGES)
"""How orders may be shown by a gateway that is well."""
WITHOUT_LIBRARY = (Action.DISK_FULL, Action.LOCKED)


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
        self._strikers: list[Striker] = []
        self._bugs: list[BaseException] = []
        self._told: list[dict[str, Any]] = []

    async def perform(self) -> Result:
        """Do it all. What should never happen, be it in the proof itself, counts as untrue."""
        scenario, evidence = self._scenario, self._evidence
        self._user = await self._market.new_buyer()
        self._goods = self._market.draw(self._dice, scenario.platforms)
        evidence.address = {"name": f"Buyer {scenario.number}", "street": f"商城大道{scenario.number}号"}
        evidence.prices_change = scenario.has(Action.NEW_PRICE)
        faults = (*scenario.faults, *scenario.again)
        evidence.lame = any(fault.action in WITHOUT_LIBRARY for fault in faults)
        await self._fill_cart()
        await self._show(scenario.faults)
        line = self._line = Line(self._market.keys.port, Listens(), self._bugs.append)
        await line.open()
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self._live(scenario.faults, self._order_and_pay)
                if scenario.again:
                    await self._live(scenario.again, self._settle_and_go_on, armed=True)
                await self._show([fault for fault in scenario.faults if fault.action in HARMLESS])
                await self._make_well()
                await self._last_life()
        except TimeoutError:
            evidence.wrong.append(("untrue", "the run never ended"))
        finally:
            await line.close()
        await self._conclude()
        return Result(
            scenario.number,
            scenario.kind,
            [f"{life}: {each}" for life, one in enumerate(self._strikers, 1) for each in one.struck],
            judge(evidence),
            len(evidence.confirmed),
            len(evidence.gateway),
            sum(map(bool, (order["paid"] for order in evidence.gateway))),
        )

    async def _conclude(self) -> None:
        evidence, library = self._evidence, self._home / "data" / "library.sqlite"
        evidence.gateway = await self._market.ordered(self._user)
        evidence.intents = journal(library) if library.exists() else []
        evidence.repriced = {each for striker in self._strikers for each in striker.repriced}
        evidence.wrong += [("untrue", f"the proof stumbled: {error!r}") for error in self._bugs]
        evidence.wrong += [("untrue", f"a bug: {each}") for each in bugs(self._home / "data" / "log.txt")]

    # What the gateway is like

    async def _fill_cart(self) -> None:
        for goods in self._goods:
            for sku_id in goods.sku_ids:
                await self._market.tell(
                    "/buyers/cart", user_id=self._user, sku_id=sku_id, quantity=goods.quantity
                )
                self._evidence.cart[sku_id] = goods.quantity

    async def _show(self, faults: Iterable[Fault]) -> None:
        """From now on the buyer is shown orders so, and otherwise as usual."""
        how: dict[str, object] = {}
        for fault in faults:
            how |= SHOWN.get(fault.action, {})
        await self._market.tell("/buyers/lists", user_id=self._user, **how)

    async def _make_well(self) -> None:
        for order in await self._market.ordered(self._user):
            await self._market.tell("/refusals", order_id=order["id"], code="")
        for goods in self._goods if self._scenario.has(Action.NEW_PRICE) else ():
            await self._market.tell("/price", offer_id=goods.offer_id, percent=100)

    async def _build(self) -> None:
        """What the platforms do before an order can be paid."""
        for order in await self._market.ordered(self._user):
            if order["state"] == "building":
                await self._market.tell("/orders/advance", order_id=order["id"])

    # Lives of the program

    async def _live(
        self, faults: tuple[Fault, ...], lead: Callable[[Life], Awaitable[None]], *, armed: bool = False
    ) -> None:
        """One that is struck, and killed or closed when it has survived."""
        striker = self._striker = self._new_striker(faults)
        strikes = [
            {"action": fault.action.value, "moment": fault.moment.value, "nth": fault.nth}
            for fault in faults
            if fault.in_the_library
        ]
        life = striker.life = Life(self._heard)
        try:
            await self._start(life, strikes, armed=armed)
            await self._ask(life, "begin")
            await lead(life)
            await striker.done()
            if self._scenario.closed_after:
                life.tell("close")
        except Died:
            if strikes and not life.killed:
                striker.struck.append("killed at a write")
            elif not life.killed and not any(fault.action is Action.CLOSE for fault in faults):
                self._evidence.wrong.append(("untrue", f"it ended by itself after {striker.struck}"))
        else:
            if not self._scenario.closed_after:
                life.kill()
        await life.end()
        await striker.over()

    async def _last_life(self) -> None:
        """Start it again, and look."""
        striker = self._striker = self._new_striker(())
        life = striker.life = Life(self._heard)
        try:
            await self._start(life, [])
            begun = await self._ask(life, "begin")
            if not begun.get("ready"):
                self._evidence.wrong.append(("untrue", f"it does not start again: {begun}"))
                return
            settled = await self._settle(life)
            if "not_seen" in settled:
                self._evidence.wrong.append(("untrue", f"never settled: {settled['not_seen']}"))
            await self._go_on(life)
            self._evidence.seen = await self._ask(life, "look")
            if self._keeps:
                await life.ask("grab", file=str(self._home / "window.png"))
            life.tell("close")
        except Died:
            self._evidence.wrong.append(("untrue", "the program ended by itself when started again"))
        await life.end()
        await striker.over()

    # What the buyer does in them

    async def _order_and_pay(self, life: Life) -> None:
        await self._order(life, first=True)
        if self._scenario.waits:
            await self._settle(life)
        await self._pay(life)
        if self._scenario.waits:
            await self._settle(life)

    async def _settle_and_go_on(self, life: Life) -> None:
        await self._settle(life)
        await self._go_on(life)

    async def _go_on(self, life: Life) -> None:
        if self._scenario.tries_again and await self._left():
            await self._order(life)
        await self._pay(life)
        await self._settle(life)

    async def _order(self, life: Life, *, first: bool = False) -> None:
        how = {"quantity": self._typed() if first else 0, "note": self._scenario.note if first else ""}
        await self._do(life, "order", **how)

    async def _pay(self, life: Life) -> None:
        if self._scenario.pay:
            await self._build()
            await self._do(life, "pay", way=self._scenario.pay)

    async def _settle(self, life: Life) -> dict[str, Any]:
        return await self._ask(life, "settle", send_again=self._scenario.sends_again)

    async def _do(self, life: Life, deed: str, **how: Any) -> None:
        """Order or pay, and keep what the window then says."""
        before = await self._market.ordered(self._user)
        done = await self._ask(life, deed, **how)
        after = await self._market.ordered(self._user)
        self._evidence.deeds.append(Deed(deed, done.get("outcomes", []), before, after))

    async def _ask(self, life: Life, what: str, **how: Any) -> dict[str, Any]:
        began = time.monotonic()
        answer = await life.ask(what, **how)
        self._told.append({what: answer, "seconds": round(time.monotonic() - began, 2)})
        return answer

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

    def _new_striker(self, faults: tuple[Fault, ...]) -> Striker:
        library = self._home / "data" / "library.sqlite"
        about = (self._market, self._user, self._goods, library, self._dice)
        striker = Striker(faults, *about, self._second_program, self._changed_elsewhere, self._bugs.append)
        striker.line = self._line
        self._line.listener = striker
        self._strikers.append(striker)
        return striker

    async def _start(self, life: Life, strikes: list[dict[str, Any]], *, armed: bool = False) -> None:
        keys = self._market.keys
        await life.begin(
            self._nursery,
            home=str(self._home),
            cache=str(self._home.parent / "cache"),
            url=self._line.url,
            user_id=self._user,
            access_key=keys.access_key,
            secret=keys.secret,
            receiver=self._evidence.address,
            generation=self._scenario.generation,
            broken=self._broken,
            strikes=strikes,
            armed=armed,
        )

    def _heard(self, said: dict[str, Any]) -> None:
        evidence, striker = self._evidence, self._striker
        evidence.confirmed += said.get("confirmed", [])
        evidence.approved += said.get("approved", [])
        striker.struck += [said["struck"]] if "struck" in said else []
        if "typed" in said:
            sku_id, quantity = said["typed"]["sku_id"], said["typed"]["quantity"]
            evidence.typed[sku_id] = quantity, evidence.cart[sku_id]
            evidence.cart[sku_id] = quantity
        if said.get("at") == "payment":
            striker.approved()
        elif said.get("at") == "cart":
            striker.at_cart()

    def _changed_elsewhere(self, order_id: str | None, sku_id: str, pieces: int) -> None:
        """Another computer put goods into the cart, or made this order of them."""
        evidence = self._evidence
        if order_id is None:
            evidence.cart[sku_id] += pieces
        else:
            evidence.elsewhere.add(order_id)
            evidence.bought.add(sku_id)
            del evidence.cart[sku_id]

    def _typed(self) -> int:
        """What the buyer types at the first line right before checking out; 0 for nothing."""
        return 3 * self._goods[0].quantity if self._scenario.has(Action.TYPED) else 0

    def keep(self, folder: Path) -> None:
        """Keep library, log and picture of it, and all that is known of it."""
        shutil.copytree(self._home, folder, dirs_exist_ok=True)
        known = {"scenario": asdict(self._scenario), "told": self._told, **asdict(self._evidence)}
        text = json.dumps(known, ensure_ascii=False, indent=1, default=list)
        (folder / "evidence.json").write_text(text, encoding="utf-8")
