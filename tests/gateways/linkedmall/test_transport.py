"""What goes over the wire to LinkedMall, and what is made of a network that misbehaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from sourcing_desktop.contract.acs3 import canonical_request, content_hash, signature
from sourcing_desktop.contract.linkedmall import OPERATIONS
from sourcing_desktop.domain.account import LINKEDMALL_URL, Account, AccountKind, Credentials
from sourcing_desktop.domain.errors import Busy, Rejected, SignInNeeded, Unreachable
from sourcing_desktop.domain.selection import SelectionQuery
from sourcing_desktop.gateways.gate import Priority
from sourcing_desktop.gateways.linkedmall import LinkedMall
from sourcing_desktop.gateways.linkedmall.pace import WINDOW
from sourcing_desktop.gateways.linkedmall.signing import Signer
from sourcing_desktop.gateways.linkedmall.transport import prepared
from tests.support.canned_server import Answer, CannedServer, after, answer, raw
from tests.support.waiting import until

KEY, SECRET, TOKEN = "LTAI5tExampleKey", "an example of a secret", "a-security-token"
NOON = 1_735_689_600.0
SEARCH = SelectionQuery("PID1")
EMPTY = answer(b'{"requestId":null,"total":0,"products":[]}', date=NOON)
PLACES = answer(b'{"divisionList":[]}', date=NOON)
CHANGED = answer(b'{"productIds":["1"]}', date=NOON)


@dataclass
class Line:
    """A client and the server it talks to, with the pauses it took and the time they make."""

    mall: LinkedMall
    server: CannedServer
    pauses: list[float] = field(default_factory=list)
    time: float = 0.0


@asynccontextmanager
async def line(
    *answers: Answer,
    token: str = "",
    path: str = "",
    pause: Callable[[float], Awaitable[None]] | None = None,
) -> AsyncIterator[Line]:
    async def move_on(seconds: float) -> None:
        there.pauses.append(seconds)
        there.time += seconds

    async with CannedServer(*answers) as server:
        account = Account("Mall", AccountKind.LINKEDMALL, base_url=server.url + path)
        credentials = Credentials(KEY, SECRET, security_token=token)
        mall = LinkedMall(
            account, credentials, now=lambda: NOON, clock=lambda: there.time, pause=pause or move_on
        )
        there = Line(mall, server)
        try:
            yield there
        finally:
            await mall.close()


def ask(coroutine: Coroutine[object, object, object]) -> asyncio.Task[object]:
    return asyncio.get_running_loop().create_task(coroutine)


async def turns(count: int = 5) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


def refused(code: str, message: str, status: int = 400, **headers: str) -> Answer:
    content = json.dumps({"RequestId": "R-1", "Code": code, "Message": message})
    return answer(content.encode(), status=status, date=NOON, **headers)


def checked(asked, secret: str = SECRET) -> dict[str, str]:
    """The headers of a request whose signature is that of what came over the wire."""
    headers = asked.headers
    scheme, _, parts = headers["authorization"].partition(" ")
    said = dict(part.split("=", 1) for part in parts.split(","))
    names = said["SignedHeaders"].split(";")
    path, _, query = asked.path.partition("?")
    pairs = [(name, headers[name]) for name in names]
    canonical = canonical_request(asked.verb, path, query, pairs, headers["x-acs-content-sha256"])
    assert (scheme, said["Credential"]) == ("ACS3-HMAC-SHA256", KEY)
    assert said["Signature"] == signature(canonical, secret)
    assert headers["x-acs-content-sha256"] == content_hash(asked.body)
    assert {name for name in headers if name.startswith("x-acs-")} | {"host"} <= set(names)
    return headers


async def test_a_search_is_signed_as_it_is_sent():
    async with line(EMPTY) as there:
        await there.mall.search(SEARCH, 1, 20)
        [asked] = there.server.asked
    headers = checked(asked)
    assert asked.verb == "POST"
    assert asked.path == OPERATIONS["SearchProducts"].path
    assert asked.body == b'{"purchaserId":"PID1","pageSize":20,"pageNumber":1}'
    assert headers["host"] == there.server.url.removeprefix("http://")
    assert headers["content-type"] == "application/json; charset=utf-8"
    assert headers["x-acs-date"] == "2025-01-01T00:00:00Z"
    assert (headers["x-acs-action"], headers["x-acs-version"]) == ("SearchProducts", "2023-09-30")
    assert "x-acs-security-token" not in headers


async def test_a_get_is_signed_with_its_blanks_and_chinese():
    async with line(answer(b'{"productId":"1"}', date=NOON)) as there:
        await there.mall.product("a b/中*~", "PID 1+2", "330106109")
        [asked] = there.server.asked
    headers = checked(asked)
    assert asked.path.endswith(
        "/products/a%20b%2F%E4%B8%AD%2A~?divisionCode=330106109&purchaserId=PID%201%2B2"
    )
    assert "content-type" not in headers


async def test_an_address_with_a_path_is_signed_with_it():
    async with line(EMPTY, path="/proxy/") as there:
        await there.mall.search(SEARCH, 1, 20)
        [asked] = there.server.asked
    checked(asked)
    assert asked.path == f"/proxy{OPERATIONS['SearchProducts'].path}"


async def test_a_temporary_key_sends_its_token():
    async with line(EMPTY, token=TOKEN) as there:
        await there.mall.search(SEARCH, 1, 20)
        [asked] = there.server.asked
    headers = checked(asked)
    assert (headers["x-acs-accesskey-id"], headers["x-acs-security-token"]) == (KEY, TOKEN)


def test_a_usual_port_is_not_part_of_the_host():
    signer = Signer(Credentials(KEY, SECRET), f"{LINKEDMALL_URL}:443", lambda: NOON)
    call = prepared("ListPurchaserShops", {})
    assert signer.sign(call).headers["host"] == "linkedmall.aliyuncs.com"


async def test_each_try_has_its_own_signature():
    async with line(raw(b"", hang_up=True), raw(b"", hang_up=True), EMPTY) as there:
        await there.mall.search(SEARCH, 1, 20)
        nonces = {checked(asked)["x-acs-signature-nonce"] for asked in there.server.asked}
    assert len(nonces) == 3


async def test_a_throttled_read_waits_as_long_as_it_is_told():
    throttled = refused("Throttling.Api", "denied due to api flow control", x_acs_retry_after="2500")
    async with line(throttled, EMPTY) as there:
        await there.mall.search(SEARCH, 1, 20)
    assert there.pauses == [2.5]


async def test_a_change_is_sent_once():
    async with line(refused("Throttling.User", "slow"), CHANGED) as there:
        with pytest.raises(Busy):
            await there.mall.add_to_selection("PID1", ["1"])
        assert await there.mall.remove_from_selection("PID1", ["1"]) == ("1",)
        assert len(there.server.asked) == 2


@pytest.mark.parametrize("broken", [raw(b"", hang_up=True), refused("ServiceUnavailable", "x", status=503)])
async def test_a_change_without_an_answer_stays_open(broken):
    async with line(broken) as there:
        with pytest.raises(Unreachable) as caught:
            await there.mall.add_to_selection("PID1", ["1"])
        assert len(there.server.asked) == 1
    assert caught.value.sent


async def test_the_pace_is_kept_before_anything_is_sent():
    async with line(EMPTY) as there:
        for _ in range(6):
            await there.mall.search(SEARCH, 1, 20)
    assert there.pauses == [pytest.approx(WINDOW)]


async def test_the_pace_is_kept_for_what_waited_for_a_slot():
    """Time goes by while four slow answers hold all slots: those behind do not come all at once then."""
    slow, sent = asyncio.Event(), []

    async def noted(writer: asyncio.StreamWriter) -> None:
        sent.append(there.time)
        await EMPTY(writer)

    async def pause(seconds: float) -> None:
        there.pauses.append(seconds)
        await until(lambda: len(sent) == 5 * len(there.pauses))
        there.time += seconds

    async with line(*[after(slow, PLACES)] * 4, noted, pause=pause) as there:
        busy = [ask(there.mall.divisions_below()) for _ in range(4)]
        await until(lambda: len(there.server.asked) == 4)
        queued = [ask(there.mall.search(SEARCH, 1, 20)) for _ in range(12)]
        await turns()
        there.time = 60.0
        slow.set()
        await asyncio.gather(*busy, *queued)
    assert sent == pytest.approx([60.0] * 5 + [60.0 + WINDOW] * 5 + [60.0 + 2 * WINDOW] * 2)


async def test_a_turn_goes_first_to_what_a_buyer_waits_for():
    """And who waits for one keeps no slot from another operation."""
    due = asyncio.Event()

    async def pause(seconds: float) -> None:
        await due.wait()
        there.time += seconds

    async with line(*[EMPTY] * 5, PLACES, EMPTY, pause=pause) as there:
        for _ in range(5):
            await there.mall.search(SEARCH, 1, 20)
        later = [ask(there.mall.search(SEARCH, page, 20, priority=Priority.BACKGROUND)) for page in (2, 3)]
        await there.mall.divisions_below()
        urgent = ask(there.mall.search(SEARCH, 4, 20))
        await turns()
        due.set()
        await asyncio.gather(urgent, *later)
    assert [asked.json["pageNumber"] for asked in there.server.asked[6:]] == [4, 2, 3]


async def test_who_waits_for_a_turn_at_the_end_is_told():
    async def pause(seconds: float) -> None:
        await asyncio.Event().wait()

    async with line(EMPTY, pause=pause) as there:
        for _ in range(5):
            await there.mall.search(SEARCH, 1, 20)
        waiting = [ask(there.mall.search(SEARCH, 1, 20)) for _ in range(6)]
        await turns()
        await there.mall.close()
        ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert [(type(each), each.sent) for each in ends] == [(Unreachable, False)] * 6


async def test_what_cannot_be_asked_is_not_sent():
    async with line(EMPTY) as there:
        with pytest.raises(Rejected):
            await there.mall.search(SelectionQuery(""), 1, 20)
        assert there.server.asked == []


async def test_secrets_the_gateway_echoes_are_blotted_out():
    echo = f"the key {KEY} with {SECRET} and {TOKEN} is wrong"
    async with line(refused("InvalidParameter", echo), token=TOKEN) as there:
        with pytest.raises(Rejected) as caught:
            await there.mall.search(SEARCH, 1, 20)
    told = f"{caught.value.sentence} {caught.value.detail} {caught.value}"
    assert "the key ••• with ••• and ••• is wrong" in told
    assert not any(secret in told for secret in (KEY, SECRET, TOKEN))


@pytest.mark.parametrize(
    ("credentials", "words"),
    [
        (Credentials("", SECRET), "AccessKey id is missing"),
        (Credentials(KEY, " "), "AccessKey secret is missing"),
        (Credentials("ключ", SECRET), "AccessKey id contains characters"),
        (Credentials(KEY, SECRET, security_token="a\nb"), "security token contains characters"),
    ],
)
async def test_keys_that_cannot_be_sent(credentials, words):
    account = Account("Mall", AccountKind.LINKEDMALL, base_url="http://127.0.0.1:9")
    mall = LinkedMall(account, credentials)
    with pytest.raises(SignInNeeded, match=words):
        await mall.search(SEARCH, 1, 20)
    await mall.close()


@pytest.mark.parametrize("address", ["gateway", "http://", "http://a:b/"])
async def test_an_address_that_is_none(address):
    mall = LinkedMall(Account("Mall", AccountKind.LINKEDMALL, base_url=address), Credentials(KEY, SECRET))
    with pytest.raises(Unreachable) as caught:
        await mall.purchaser_shops()
    await mall.close()
    assert not caught.value.sent
