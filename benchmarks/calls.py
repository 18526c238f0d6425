"""What the client of the gateway costs: reading a page, signing, a thousand calls, and offers in memory."""

from __future__ import annotations

import asyncio
import hashlib
import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

import httpx
import msgspec

from benchmarks.answers import page
from benchmarks.rows import RUNS, Row, at_most, at_most_times
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.gateways.exchange import Answer
from sourcing_desktop.gateways.pandapon.alibaba.goods import read_page
from sourcing_desktop.gateways.pandapon.envelope import open_envelope
from sourcing_desktop.gateways.pandapon.shapes import Caller
from sourcing_desktop.gateways.pandapon.signing import Signer
from sourcing_desktop.gateways.pandapon.transport import DEFAULT_LIMITS, Transport, prepared

CALLS = 1000
PAGES, ROWS = 40, 50
REPEATS = 100
KEYS = Credentials("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210", "2100007350001")
ASKED = {"keyword": "杯子", "beginPage": 1, "pageSize": 20, "country": "en"}


async def rows() -> list[Row]:
    """Each beside its floor, in turns."""
    return [*_reading(), _signing(), await _calling(), _remembering()]


def _reading() -> list[Row]:
    """A page of 50 offers into domain objects, against decoding it with two libraries and no more."""
    content = page(ROWS)
    ours, floor, peer = _in_turns(
        lambda: offers_in(content), lambda: json.loads(content), lambda: msgspec.json.decode(content)
    )
    return [
        at_most("read a page of 50 offers; floor: json.loads", "ms", ours, floor, 8.0),
        at_most("the same; floor: msgspec.json.decode", "ms", ours, peer, 8.0),
    ]


def offers_in(content: bytes) -> tuple[Offer, ...]:
    """What the client makes of an answer."""
    return read_page(open_envelope(Answer("AG3", 200, content)), Caller("v2")).offers


def _signing() -> Row:
    signer, call = Signer(KEYS, time.time), prepared("AG3", "v2", body=ASKED)
    text = f"{KEYS.access_key}1779263269{KEYS.access_key}{KEYS.secret}".encode()
    ours, floor = _in_turns(lambda: signer.sign(call), lambda: hashlib.md5(text).hexdigest())
    return at_most(
        "sign a call; floor: one MD5",
        "µs",
        [each * 1000 for each in ours],
        [each * 1000 for each in floor],
        50,
    )


def _in_turns(*works: Callable[[], object]) -> list[list[float]]:
    """ms for each of the works, once, in every run."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, times in zip(works, taken, strict=True):
            begin = perf_counter()
            for _ in range(REPEATS):
                work()
            times.append((perf_counter() - begin) * 1000 / REPEATS)
    return taken


async def _calling() -> Row:
    """A thousand calls, as many at a time as the gate lets through, against httpx and `json.loads` alone,
    which send the same bytes."""
    ours, floor = [], []
    with _server() as url:
        for _ in range(RUNS):
            ours.append(await _through_the_gate(url))
            floor.append(await _bare(url))
    return at_most_times(
        f"{CALLS:,} calls, {DEFAULT_LIMITS.slots} at a time; floor: httpx", "ms", ours, floor, 1.15
    )


async def _through_the_gate(url: str) -> float:
    transport = Transport(Account("", AccountKind.SANDBOX, url), KEYS)
    await transport.read("AG3", body=ASKED)  # certificates are loaded for the first
    begin = perf_counter()
    await asyncio.gather(*(transport.read("AG3", body=ASKED) for _ in range(CALLS)))
    taken = perf_counter() - begin
    await transport.close()
    return taken * 1000


async def _bare(url: str) -> float:
    call, turns = prepared("AG3", "v2", body=ASKED), asyncio.Semaphore(DEFAULT_LIMITS.slots)
    headers = {**Signer(KEYS, time.time).sign(call).headers, "content-type": call.content_type}
    async with httpx.AsyncClient(trust_env=False) as client:

        async def one_call() -> object:
            async with turns:
                answer = await client.post(url + call.path, content=call.content, headers=headers)
            return json.loads(answer.content)

        await one_call()
        begin = perf_counter()
        await asyncio.gather(*(one_call() for _ in range(CALLS)))
        return (perf_counter() - begin) * 1000


@contextmanager
def _server() -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.answers"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    process.communicate()


def _remembering() -> Row:
    """Bytes for each of 2,000 offers, against what `json.loads` keeps of the same rows."""
    contents = [page(ROWS, first) for first in range(0, PAGES * ROWS, ROWS)]
    ours = _bytes_kept(lambda: [offer for content in contents for offer in offers_in(content)])
    floor = _bytes_kept(lambda: [row for content in contents for row in json.loads(content)["data"]["data"]])
    count = PAGES * ROWS
    return at_most_times(
        f"memory of one of {count:,} offers; floor: decoded", "B", [ours / count], [floor / count], 1.0
    )


def _bytes_kept(work: Callable[[], object]) -> int:
    tracemalloc.start()
    kept = work()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return size
