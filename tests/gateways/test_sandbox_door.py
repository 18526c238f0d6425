"""What a buyer reads when the sandbox does not let the client in, and how it behaves under faults."""

from __future__ import annotations

import asyncio
import time

import pytest

from sourcing_desktop.domain.errors import BadReply, Busy, ClockSkewed, Rejected, SignInNeeded, Unreachable
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.gateways.pandapon import Limits, PandaPon
from tests.support.waiting import until

BAGS = KeywordQuery(Platform.ALIBABA, "bag")


async def no_pause(seconds: float) -> None:
    """Tries follow each other at once."""


async def test_a_wrong_key(connect):
    with pytest.raises(SignInNeeded) as caught:
        await connect(key="0" * 32).alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence == (
        "The gateway did not accept the access key. Check the key in Account settings."
    )


async def test_a_wrong_secret(connect):
    with pytest.raises(SignInNeeded) as caught:
        await connect(secret="not the secret").alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence == (
        "The gateway did not accept the signature. Check the secret in Account settings."
    )


@pytest.mark.parametrize(("hours", "words"), [(1, "1 hour ahead"), (-25, "1 day 1 hour behind")])
async def test_a_clock_that_is_off(connect, hours, words):
    pandapon = connect(now=lambda: time.time() + 3600 * hours)
    with pytest.raises(ClockSkewed) as caught:
        await pandapon.alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence.startswith(f"This computer's clock is {words}; the gateway accepts")
    assert round(caught.value.offset.total_seconds() / 3600) == hours
    assert round(pandapon.clock_offset.total_seconds() / 3600) == hours


async def test_a_clock_a_little_off_is_only_noted(connect):
    pandapon = connect(now=lambda: time.time() - 300)
    assert pandapon.clock_offset is None
    assert (await pandapon.alibaba.keyword(BAGS, 1, 5)).offers
    assert -303 < pandapon.clock_offset.total_seconds() < -297


async def test_throttled_reads_are_tried_again(connect, sandbox):
    pandapon = connect(pause=no_pause)
    sandbox.control.fault("AG3", "throttle", times=2, seconds=1)
    assert (await pandapon.alibaba.keyword(BAGS, 1, 5)).offers
    assert sandbox.control.calls("AG3") == 3
    sandbox.control.fault("AG3", "throttle", times=0, seconds=60)
    with pytest.raises(Busy) as caught:
        await pandapon.alibaba.keyword(BAGS, 1, 5)
    assert caught.value.retry_after == 60


FAULTS = {
    "http_500": (Unreachable, "The gateway failed on its side.", 1),
    "html": (BadReply, "A web page came instead of the gateway's answer.", 1),
    "cut_before": (Unreachable, "The gateway cut the connection", 3),
    "cut_middle": (Unreachable, "The gateway cut the connection", 3),
    "oversized": (BadReply, "The gateway's answer is larger than 8 MB", 1),
}


@pytest.mark.parametrize(("fault", "expected"), FAULTS.items())
async def test_faults_of_a_read(connect, sandbox, fault, expected):
    kind, sentence, calls = expected
    sandbox.control.fault("AG3", fault, times=0)
    with pytest.raises(kind) as caught:
        await connect(pause=no_pause).alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence.startswith(sentence)
    assert sandbox.control.calls("AG3") == calls


async def test_an_unknown_code_is_passed_on_in_words(connect, sandbox):
    sandbox.control.fault("AG3", "code", code=87_654)
    with pytest.raises(Rejected) as caught:
        await connect().alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence == "The gateway refused: scripted"


async def test_a_slow_gateway_is_given_up(connect, sandbox):
    sandbox.control.fault("AG3", "delay", seconds=0.5)
    with pytest.raises(Unreachable) as caught:
        await connect(limits=Limits(silence=0.1)).alibaba.keyword(BAGS, 1, 5)
    assert caught.value.sentence.startswith("The gateway did not answer in time.")


async def test_searches_given_up_leave_the_next_one_fast(connect, sandbox):
    pandapon: PandaPon = connect()
    sandbox.control.fault("AG3", "delay", times=4, seconds=0.2)
    for _ in range(6):
        typing = [
            asyncio.get_running_loop().create_task(pandapon.alibaba.keyword(BAGS, 1, 5)) for _ in range(12)
        ]
        await until(lambda: sandbox.control.calls("AG3"))
        for each in typing:
            each.cancel()
        await asyncio.gather(*typing, return_exceptions=True)
    assert (await pandapon.alibaba.keyword(BAGS, 1, 5)).offers
    assert sandbox.control.calls("AG3") < 72
