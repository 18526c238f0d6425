"""The table of endpoints: printed after a run of everything, which fails while a tick is missing."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest

from sourcing_desktop.domain.account import SANDBOX, Credentials
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.search import KeywordQuery
from sourcing_desktop.gateways.pandapon import PandaPon
from tests.fuzz.samples import described_answers
from tests.support.answers_read import SEEN
from tests.support.canned_server import Answer, CannedServer, answer, envelope

CONFTEST = """
from tests.support.endpoint_table import READ, ticks
from tests.support.openapi import OBSERVED

pytest_plugins = ["tests.support.endpoint_table"]

for code, generation, respect in ticks():
    seen = {"request": OBSERVED.requests, "response": READ, "sandbox": OBSERVED.answers}[respect]
    if code not in ("AG3", "TC1"):
        seen.add((code, generation))
OBSERVED.requests |= {("AG3", "v1"), ("AG3", "v2")}
OBSERVED.answers |= {("AG3", "v1"), ("AG3", "v2")}
"""

SUITE = """
from tests.support.answers_read import SEEN

def test_read():
    SEEN.update([("AG3", "v1"), ("AG3", "v2")])

def test_callback():
    SEEN.add(("TC1", ""))
    assert {holds}
"""


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest):
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))
    pytester.makeconftest(CONFTEST)
    pytester.makeini("[pytest]\ntestpaths = tests\n")
    pytester.mkdir("tests")

    def run(holds: bool, *options: str) -> pytest.RunResult:
        (pytester.path / "tests" / "test_suite.py").write_text(SUITE.format(holds=holds))
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", *options)

    return run


def test_a_run_with_every_tick_passes(suite):
    result = suite(True)
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(
        ["*= endpoints =*", "AG3 *✓*✓*✓*✓*✓*✓*Commodity keyword query", "TC1 *·*✓*·*"]
    )
    assert "MISSING" not in result.stdout.str()


def test_a_tick_needs_a_test_that_passed(suite):
    result = suite(False)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["TC1 *MISSING*", "FAILED: 1 ticks missing: TC1 response"])


def test_a_missing_tick_fails_a_run_whose_tests_all_pass(suite, pytester: pytest.Pytester):
    conftest = pytester.path / "conftest.py"
    conftest.write_text(
        conftest.read_text().replace('OBSERVED.requests |= {("AG3", "v1"), ', "OBSERVED.requests |= {")
    )
    result = suite(True)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["FAILED: 1 ticks missing: AG3 v1 request"])


def test_a_part_of_the_suite_owes_no_ticks(suite):
    result = suite(True, "-k", "read")
    assert result.ret == pytest.ExitCode.OK
    assert "endpoints" not in result.stdout.str()


async def asked(*answers: Answer) -> set[tuple[str, str]]:
    """What was seen to be read when a buyer searched in v1 and got this."""
    async with CannedServer(*answers) as server:
        account = replace(SANDBOX, base_url=server.url, generation="v1")
        pandapon = PandaPon(account, Credentials("0" * 32, "a secret", "7"))
        try:
            with suppress(SourcingError):
                await pandapon.alibaba.keyword(KeywordQuery(Platform.ALIBABA, "包"), 1, 5)
        finally:
            await pandapon.close()
    seen = {*SEEN}
    SEEN.clear()  # this test reads on nobody's behalf
    return seen


async def test_an_answer_counts_when_it_became_something():
    described = json.dumps(described_answers()["AG3", "v1"]).encode()
    assert await asked(answer(described)) == {("AG3", "v1")}


async def test_an_answer_that_is_not_as_described_does_not_count():
    assert await asked(envelope({"data": [], "totalRecords": 0})) == set()


async def test_what_the_reader_refused_does_not_count():
    assert await asked(envelope("text")) == set()


async def test_a_refusal_does_not_count():
    assert await asked(envelope(code=500, msg="no")) == set()
