"""What a buyer reads when the gateway does not let the program in, and that no secret is ever said."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from sourcing_desktop.domain.account import Credentials
from sourcing_desktop.domain.errors import BadReply, ClockSkewed, NotFound, Rejected, SignInNeeded
from sourcing_desktop.domain.offer import OfferRef, Platform
from sourcing_desktop.gateways.pandapon.alibaba.side import Alibaba
from sourcing_desktop.gateways.pandapon.shapes import Caller
from tests.gateways.goods import draft_line, draft_of
from tests.gateways.lines import KEY, NOON, SECRET, USER, failure_of, line
from tests.support.canned_server import answer, envelope

HOUR = 3600
REFUSED_AT_THE_DOOR = {
    "key": (envelope(code=401, msg="access-key不存在", date=NOON), NOON, SignInNeeded),
    "secret": (envelope(code=9, msg="Signature mismatch", date=NOON), NOON, SignInNeeded),
    "status alone": (answer(b"denied", status=401, date=NOON), NOON, SignInNeeded),
    "user": (envelope(code=403, msg="denied", date=NOON), NOON, SignInNeeded),
    "secret, clock an hour ahead": (envelope(code=9, msg="签名错误", date=NOON), NOON + HOUR, ClockSkewed),
    "clock": (envelope(code=9, msg="timestamp 过期", date=NOON), NOON - HOUR, ClockSkewed),
    "clock, for no visible reason": (envelope(code=9, msg="timestamp", date=NOON), NOON, ClockSkewed),
    "gone": (envelope(code=404, msg="", date=NOON), NOON, NotFound),
    "anything": (envelope(code=77, msg="今天不行", date=NOON), NOON, Rejected),
}


@pytest.mark.parametrize(
    ("reply", "now", "kind"), REFUSED_AT_THE_DOOR.values(), ids=REFUSED_AT_THE_DOOR.keys()
)
async def test_refusals_are_told_apart(reply, now, kind):
    error, there = await failure_of(reply, now=now)
    assert type(error) is kind
    assert len(there.server.asked) == 1


@pytest.mark.parametrize("data", [None, {}, {"success": False}])
async def test_an_order_refused_in_unknown_words_is_left_open(data):
    refused = envelope(data, code=77, msg="create order timeout", date=NOON)
    async with line(refused) as there:
        side = Alibaba(there.transport, Caller("v2"))
        with pytest.raises(BadReply) as caught:
            await side.create(draft_of(draft_line(OfferRef(Platform.ALIBABA, "v2", "x"))))
    assert "create order timeout" in caught.value.sentence
    assert len(there.server.asked) == 1


async def test_a_clock_that_is_off_is_said_with_its_offset():
    error, there = await failure_of(envelope(code=9, msg="timestamp", date=NOON), now=NOON + HOUR + 120)
    assert isinstance(error, ClockSkewed)
    assert error.offset == timedelta(hours=1, minutes=2)
    assert there.transport.clock_offset == error.offset
    assert error.sentence == (
        "This computer's clock is 1 hour 2 minutes ahead; the gateway accepts at most 10 minutes. "
        "Set the clock of this computer and try again."
    )


@pytest.mark.parametrize(
    ("key", "secret", "sentence"),
    [
        ("", SECRET, "The access key is missing. Enter it in Account settings."),
        (KEY, "  ", "The secret is missing. Enter it in Account settings."),
        (
            "钥匙",
            SECRET,
            "The access key contains characters it cannot have. Copy it again into Account settings.",
        ),
        (
            "a\r\nb: c",
            SECRET,
            "The access key contains characters it cannot have. Copy it again into Account settings.",
        ),
    ],
)
async def test_keys_that_cannot_be_right_are_not_sent(key, secret, sentence):
    error, there = await failure_of(envelope(), key=key, secret=secret)
    assert isinstance(error, SignInNeeded)
    assert error.sentence == sentence
    assert there.server.asked == []


async def test_no_secret_in_errors_logs_and_reprs(caplog):
    caplog.set_level(logging.DEBUG)
    echo = envelope(code=9, msg=f"bad signature of {KEY} with {SECRET}, I mean {SECRET}")
    error, there = await failure_of(echo)
    other, _ = await failure_of(envelope(code=77, msg=f"what is {SECRET}"))
    said = [
        caplog.text,
        repr(there.transport),
        repr(vars(there.transport)),
        repr(Credentials(KEY, SECRET, USER)),
    ]
    for each in (error, other):
        said += [each.sentence, each.detail, str(each), repr(each)]
    assert other.sentence == "The gateway refused: what is •••"
    assert "HTTP 200" in caplog.text
    assert not [text for text in said if SECRET in text or KEY in text]
