"""What is asked for next after a failure, and how much may wait to be decoded."""

from __future__ import annotations

import pytest

from sourcing_desktop.pictures import jobs as jobs_
from sourcing_desktop.pictures.answer import Verdict
from sourcing_desktop.pictures.jobs import MOST_TRIES, Job, Jobs
from sourcing_desktop.pictures.renditions import origin_of
from sourcing_desktop.pictures.wishes import PictureKey
from tests.support.wanted_pictures import all_there, keys

SMALL, WHOLE = "http://a/x.220x220.jpg", "http://a/x.jpg"


def asked(verdict: Verdict, most: int = 20) -> list[str]:
    """The addresses asked for, one after the other, by a picture that always fails so."""
    job, asked = Job(SMALL, WHOLE, SMALL), [SMALL]
    while job.failed(verdict) and len(asked) < most:
        asked.append(job.address)
    return asked


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.BAD, [SMALL, WHOLE]),
        (Verdict.REFUSED, [SMALL] + [WHOLE] * MOST_TRIES),
        (Verdict.BUSY, [SMALL] * MOST_TRIES + [WHOLE]),
        (Verdict.CUT, [SMALL] * MOST_TRIES + [WHOLE]),
        (Verdict.AWAY, [SMALL] * MOST_TRIES + [WHOLE]),
        (Verdict.TOO_LARGE, [SMALL]),
        (Verdict.DROPPED, [SMALL] * 20),
    ],
)
def test_whatever_fails_the_original_is_asked_for_unless_it_would_only_be_larger(verdict, expected):
    assert asked(verdict) == expected


@pytest.mark.parametrize("verdict", [Verdict.BUSY, Verdict.CUT])
def test_the_original_after_many_tries_waits_behind_what_was_tried_less(verdict):
    job = Job(SMALL, WHOLE, SMALL)
    for _ in range(MOST_TRIES):
        job.failed(verdict)
    assert (job.address, job.tries > 1) == (WHOLE, True)


def test_bytes_pile_up_until_their_jobs_are_done(monkeypatch):
    monkeypatch.setattr(jobs_, "MOST_UNDECODED", 1000)
    jobs, first, second = Jobs(), Job("a", "a", "a"), Job("b", "b", "b")
    jobs.fetched(first, 600)
    assert not jobs.piled_up
    jobs.fetched(second, 600)
    assert jobs.piled_up
    jobs.finish(first, [PictureKey("a", 1)])
    assert not jobs.piled_up
    jobs.fetched(first, 600)
    jobs.release(second)
    assert not jobs.piled_up


def test_nothing_is_fetched_while_decoding_is_behind(qtbot, host, loader, monkeypatch):
    monkeypatch.setattr(jobs_, "MOST_UNDECODED", 1)
    wanted, behind = keys(host, range(30)), Job("s", "s", "s")
    loader._jobs.fetched(behind, 2)
    assert not loader._may_fetch(origin_of(wanted[0].url))
    loader._jobs.release(behind)
    loader.want(wanted)
    qtbot.waitUntil(all_there(loader, wanted))
