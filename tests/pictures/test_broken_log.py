"""Which pictures never came is told in the log, in few lines."""

from __future__ import annotations

import logging

import pytest

from sourcing_desktop.pictures.broken import LOG_EVERY_S, BrokenLog


@pytest.fixture(autouse=True)
def heard(caplog) -> None:
    caplog.set_level(logging.INFO, "sourcing_desktop.pictures.broken")


def test_a_flood_is_one_line_a_minute_for_each_host(caplog):
    log = BrokenLog()
    for number in range(1000):
        log.note(f"https://one.example/{number}.jpg", "the picture is gone", number / 1000)
    log.note("https://two.example/a.jpg", "the picture is damaged", 1.0)
    assert caplog.messages == [
        "no picture from 'https://one.example/0.jpg': the picture is gone",
        "no picture from 'https://two.example/a.jpg': the picture is damaged",
    ]
    log.note("https://one.example/z.jpg", "the picture is gone", LOG_EVERY_S)
    assert "nor from 999 other addresses there" in caplog.messages[-1]
    log.note("https://two.example/b.jpg", "the picture is gone", 1.0 + LOG_EVERY_S)
    assert caplog.messages[-1] == "no picture from 'https://two.example/b.jpg': the picture is gone"


def test_an_address_that_cannot_be_written_is_written_in_ascii(caplog):
    BrokenLog().note("https://x.y/\ud800.jpg", "no", 0.0)
    assert caplog.messages[-1].encode()
