"""The calls that money goes through, on answers made worse: each is sent once, and says what became of all it
was asked for or raises the domain's errors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.domain.errors import SourcingError, Unreachable
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.domain.order import OrderDraft, Placed
from sourcing_desktop.domain.payment import Payment
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.fuzz.hostile import LONGEST_SECONDS
from tests.fuzz.mutations import mutated
from tests.fuzz.samples import samples
from tests.gateways.goods import WAREHOUSE, draft_line, draft_of
from tests.gateways.test_after_sales_requests import REQUEST
from tests.gateways.test_saved_answers import leaves
from tests.support.canned_server import CannedServer, answer

Asking = Callable[[PandaPon, Sequence[str]], Awaitable[object]]


def drafts(client: PandaPon, platform: Platform, ids: Sequence[str]) -> list[OrderDraft]:
    """An order for each id, of an offer and a SKU that have it too."""
    generation = GENERATIONS[client]
    refs = [OfferRef(platform, generation, each) for each in ids]
    return [
        draft_of(draft_line(ref, ref.id, ref.id), reference=f"SD-{ref.id}", seller=ref.id) for ref in refs
    ]


CALLS: dict[str, Asking] = {
    "AO1": lambda client, ids: client.alibaba.pay_many(ids),
    "AO3": lambda client, ids: client.alibaba.create_many(drafts(client, Platform.ALIBABA, ids)),
    "AO7": lambda client, ids: client.alibaba.create(*drafts(client, Platform.ALIBABA, ids)),
    "AO9": lambda client, ids: client.alibaba.pay(*ids),
    "AK1": lambda client, ids: client.alibaba.order_cart(ids, WAREHOUSE, reference="SD-1"),
    "AA4": lambda client, ids: client.alibaba.refunds.apply(REQUEST),
    "TO1": lambda client, ids: client.taobao.create(*drafts(client, Platform.TAOBAO, ids)),
    "TO6": lambda client, ids: client.taobao.pay_many(ids),
    "TK1": lambda client, ids: client.taobao.order_cart(ids, WAREHOUSE),
    "TA7": lambda client, ids: client.taobao.refunds.apply(REQUEST),
}
"""The method of each call, and the orders or goods it is about."""

SINGLE = {"AO7", "AO9", "TO1"}
"""Calls about one of them only."""

GENERATIONS: dict[PandaPon, str] = {}


class Till:
    """A gateway that answers whatever it is told to, and a client of each generation."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._runner = runner
        self._said = answer(b"")
        self.server = CannedServer(self._play)
        runner.run(self.server.__aenter__())
        self.clients = [self._client(generation) for generation in ("v1", "v2")]

    async def _play(self, writer: asyncio.StreamWriter) -> None:
        await self._said(writer)

    def _client(self, generation: str) -> PandaPon:
        account = replace(SANDBOX, base_url=self.server.url, generation=generation)
        client = PandaPon(account, Credentials("0" * 32, "a secret", "7"))
        GENERATIONS[client] = generation
        return client

    def ask(
        self, asking: Asking, client: PandaPon, ids: Sequence[str], content: bytes, status: int
    ) -> object:
        """What came of it, the domain's errors too."""
        self._said = answer(content, status=status)

        async def asked() -> object:
            try:
                return await asking(client, ids)
            except SourcingError as error:
                return error

        return self._runner.run(asked())

    def close(self) -> None:
        for client in self.clients:
            del GENERATIONS[client]
            self._runner.run(client.close())
        self._runner.run(self.server.__aexit__(None, None, None))


@pytest.fixture
def till(runner: asyncio.Runner) -> Iterator[Till]:
    till = Till(runner)
    yield till
    till.close()


@pytest.mark.parametrize("code", CALLS)
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_a_bad_answer_leaves_nothing_unsaid(till: Till, code: str, data: st.DataObject):
    sample = data.draw(st.sampled_from(samples()[code]))
    content = mutated(sample, lambda count: data.draw(st.integers(0, count - 1)))
    ids = data.draw(
        st.lists(
            st.sampled_from(numbers(sample)), min_size=1, unique=True, max_size=1 if code in SINGLE else 3
        )
    )
    client = data.draw(st.sampled_from(till.clients))
    status = data.draw(st.sampled_from([200, 200, 200, 200, 400, 429, 500, 503]))
    before, started = len(till.server.asked), process_time()
    outcome = till.ask(CALLS[code], client, ids, content, status)
    assert process_time() - started < LONGEST_SECONDS
    assert len(till.server.asked) == before + 1
    assert says_what_became_of(ids, outcome), outcome


def numbers(sample: Any) -> list[str]:
    return [leaf for leaf in leaves(sample) if leaf.isdecimal()] or ["7"]


def says_what_became_of(ids: Sequence[str], outcome: object) -> bool:
    """Whether nothing asked for is passed over in silence, and no order is without its number."""
    match outcome:
        case Unreachable():
            return outcome.sent
        case SourcingError():
            return bool(outcome.sentence)
        case Payment():
            told = {*outcome.paid, *outcome.refused, *outcome.unclear}
            return bool(outcome.cashier) or told >= {*ids}
        case Placed():
            return bool(outcome.order_ids) and all(outcome.order_ids)
        case tuple():
            return all(each.order_ids or each.left_out for each in outcome) and len(outcome) == len(ids)
        case _:
            return isinstance(outcome, str) and bool(outcome)
