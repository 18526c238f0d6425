"""What the status of an answer means, and how long a host asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from sourcing_desktop.pictures.answer import Verdict, pause_asked, without_picture

SENT = datetime(2026, 10, 21, 7, 28, tzinfo=UTC)


def header(when: datetime) -> bytes:
    return format_datetime(when, usegmt=True).encode()


@pytest.mark.parametrize(
    ("status", "others_answered", "verdict"),
    [
        (403, True, Verdict.REFUSED),
        (420, True, Verdict.BUSY),
        (429, True, Verdict.BUSY),
        (503, False, Verdict.REFUSED),
        (503, True, Verdict.CUT),
        (500, False, Verdict.CUT),
        (502, False, Verdict.CUT),
        (408, False, Verdict.CUT),
        (404, False, Verdict.BAD),
        (302, False, Verdict.BAD),
    ],
)
def test_what_a_status_says_of_the_host_and_of_the_address(status, others_answered, verdict):
    answer = without_picture(status, others_answered, 7.0)
    assert answer.verdict is verdict
    assert answer.pause_s == (7.0 if verdict in (Verdict.BUSY, Verdict.REFUSED) else 0.0)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        (b"300", 300),
        (header(SENT + timedelta(minutes=5)), 300),
        (header(SENT - timedelta(minutes=5)), 0),
        (b"", 0),
        (b"-7", 0),
        (b"soon", 0),
        (b"\xff\xfe", 0),
        (b"Wed, 99 Oct 2026 07:28:00 GMT", 0),
    ],
)
def test_a_pause_is_a_number_or_a_date(retry_after, seconds):
    assert pause_asked(retry_after, header(SENT)) == seconds


def test_a_date_counts_from_now_where_the_answer_does_not_say_when_it_was_sent():
    soon = header(datetime.now(UTC) + timedelta(hours=1))
    assert 3500 < pause_asked(soon, b"") <= 3600
