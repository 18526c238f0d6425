"""Entries in words: what is said is what the journal holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.journal_entries import entry
from sourcing_desktop.domain.intent import Intent, IntentState, Turn
from sourcing_desktop.domain.journal import JournalStory
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.ui.journal import telling

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
ORDER, PAYMENT = entry(0), entry(2)


def intent(draft, state=IntentState.UNKNOWN, **said):
    return Intent(draft, state, NOW, NOW, **said)


def headline(draft, state, again=False, ids=()):
    return telling.headline(intent(draft, state), Turn(NOW, state, ids), again)


@pytest.mark.parametrize("draft", [ORDER, PAYMENT])
@pytest.mark.parametrize("state", list(IntentState))
def test_every_state_has_its_name_sign_and_headline(draft, state):
    assert telling.state_name(intent(draft, state))
    assert telling.SIGNS[state]
    assert telling.EITHER_STATES[state]
    assert headline(draft, state)


def test_what_was_seen_and_what_was_only_said_are_told_apart():
    assert headline(ORDER, IntentState.DONE, ids=("7001",)) == "Ordered as order 7001"
    assert headline(ORDER, IntentState.DONE, ids=("7001", "7002")) == "Ordered as orders 7001, 7002"
    said = headline(ORDER, IntentState.UNKNOWN, ids=("7001",))
    assert said == "No clear answer; the gateway named order 7001"
    assert "7001" not in telling.summary(intent(ORDER, IntentState.UNKNOWN, order_ids=("7001",)))
    assert "7001" in telling.summary(intent(ORDER, IntentState.DONE, order_ids=("7001",)))


def test_a_conclusion_that_only_repeats_is_left_out():
    turns = (Turn(NOW, IntentState.DONE, explanation="Paid."),)
    story = JournalStory(intent(PAYMENT, IntentState.DONE, explanation="Paid."), turns)
    assert "Concluded" not in telling.as_text(story)
    assert (
        telling.concluded("Paid", "Paid. It was seen at the gateway.") == "Paid. It was seen at the gateway."
    )


def test_a_payment_by_transfer_is_never_called_paid():
    transfer = replace(PAYMENT, way=PayWay.VOUCHER)
    assert headline(transfer, IntentState.DONE) == "Transfer shown"
    assert telling.state_name(intent(transfer, IntentState.DONE)) == "Transfer shown"
    assert telling.state_name(intent(PAYMENT, IntentState.DONE)) == "Paid"


def test_sending_again_says_so_and_what_was_sent_stands_in_the_details():
    assert headline(ORDER, IntentState.SENDING) == "Sent to 1688"
    assert headline(ORDER, IntentState.SENDING, again=True) == "Sent again to 1688, with the same reference"
    sent = telling.details(intent(ORDER), Turn(NOW, IntentState.SENDING))
    assert sent.startswith(
        "AO7, create an order; seller b2b-2200000000; flow general; trade type assureTrade"
    )
    assert "SKUs 4970432383383 × 20, 4970432383384 × 21, " in sent
    paid = telling.details(intent(PAYMENT), Turn(NOW, IntentState.SENDING))
    assert paid == "AO1, submit and pay; order 2871134000000, ¥1,383.00"
    assert telling.details(intent(ORDER), Turn(NOW, IntentState.DONE)) == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "at once"), (0.3, "0.3 s later"), (42, "42 s later"), (600, "10 min later"),
        (7200, "2 h later"), (864_000, "10 days later"), (-5, "by a clock that was put back"),
    ],
)  # fmt: skip
def test_the_time_between_turns(seconds, said):
    assert telling.apart(NOW, NOW + timedelta(seconds=seconds)) == said


@given(seconds=st.floats(-1e9, 1e9))
def test_any_gap_has_words(seconds):
    assert telling.apart(NOW, NOW + timedelta(seconds=seconds))


def test_a_story_as_text_leaves_nothing_out():
    turns = (
        Turn(NOW, IntentState.PREPARED),
        Turn(NOW, IntentState.SENDING),
        Turn(NOW + timedelta(seconds=20), IntentState.UNKNOWN, (), "No answer came.", "no answer in 20 s"),
        Turn(NOW + timedelta(minutes=2), IntentState.SENDING),
        Turn(NOW + timedelta(minutes=2), IntentState.DONE, ("7001",), "Seen.", "code 200"),
    )
    draft = replace(ORDER, note="不要发票")
    text = telling.as_text(JournalStory(intent(draft, IntentState.DONE, order_ids=("7001",)), turns))
    for said in (
        "Order from 义乌市星河日用百货有限公司第0分店: Ordered", "SD-000000000000", "浙江省 金华市 义乌市",
        "Note to the seller: 不要发票", "Total: ¥1,383.00", "× 20 at ¥12.50", "SKU 4970432383383",
        "Concluded: No answer came.", "Came back: no answer in 20 s", "20 s later", "Sent again to 1688",
        "Ordered as order 7001", "Came back: code 200",
    ):  # fmt: skip
        assert said in text, said
    paid = telling.as_text(JournalStory(intent(PAYMENT, IntentState.HANDED_OVER), turns[:2]))
    for said in ("Payment of order 2871134000000: Pay page opened", "Amount: ¥1,383.00", "by the account"):
        assert said in paid, said
