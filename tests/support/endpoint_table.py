"""At the end of a run of the whole suite: which calls were seen to work, and in which respect.

A call's **request** is ticked when the client sent it as described and it went well, its **sandbox** when the
sandbox's success was as described (`openapi.OBSERVED`), its **response** when in a test that passed the
client's own method made something of such a success (`answers_read`), or the receiver of a pushed message. A
run of everything in which something stays without its tick fails.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sourcing_desktop.contract.endpoints import CALLBACKS, ENDPOINTS
from sourcing_desktop.contract.linkedmall import OPERATIONS
from tests.support.answers_read import SEEN, watch
from tests.support.openapi import OBSERVED

GENERATIONS = ("v1", "v2")
RESPECTS = ("request", "response", "sandbox")
TICK, MISSING, NOT_THERE = "✓", "MISSING", "·"

READ: set[tuple[str, str]] = set()
"""Code and generation of the answers read in tests that passed."""

watch()


def ticks() -> dict[tuple[str, str, str], bool]:
    """Whether each call works, by code, generation (empty where there are none) and respect."""
    seen = {"request": OBSERVED.requests, "response": READ, "sandbox": OBSERVED.answers}
    calls = [
        (code, generation)
        for code, endpoint in ENDPOINTS.items()
        for generation, route in zip(GENERATIONS, (endpoint.v1, endpoint.v2), strict=True)
        if route.path
    ]
    calls += [(name, "") for name in OPERATIONS]
    wanted = [(*call, respect) for call in calls for respect in RESPECTS]
    wanted += [(code, "", "response") for code in CALLBACKS]
    return {
        (code, generation, respect): (code, generation) in seen[respect]
        for code, generation, respect in wanted
    }


def table(found: dict[tuple[str, str, str], bool]) -> Iterator[str]:
    """The lines to print."""
    yield row("", [f"{generation} {respect}" for generation in GENERATIONS for respect in RESPECTS], "")
    for code, endpoint in ENDPOINTS.items():
        yield row(
            code,
            [mark(found, code, each, respect) for each in GENERATIONS for respect in RESPECTS],
            endpoint.name,
        )
    yield row("", RESPECTS, "")
    for code, name in [
        *((code, callback.name) for code, callback in CALLBACKS.items()),
        *((each, "") for each in OPERATIONS),
    ]:
        yield row(code, [mark(found, code, "", respect) for respect in RESPECTS], name)


def mark(found: dict[tuple[str, str, str], bool], *where: str) -> str:
    return NOT_THERE if where not in found else TICK if found[where] else MISSING


def row(code, cells, name) -> str:
    return f"{code:29}{''.join(f'{cell:13}' for cell in cells)}{name}".rstrip()


def is_everything(config: pytest.Config) -> bool:
    """Whether nothing was left out of this run."""
    option = config.option
    chosen = (
        option.keyword,
        option.markexpr,
        option.deselect,
        option.collectonly,
        getattr(option, "lf", False),
    )
    return config.args == config.getini("testpaths") and not any(chosen)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):
    report = yield
    if report.when == "call" and report.passed:
        READ.update(SEEN)
    if report.when == "teardown":
        SEEN.clear()
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if exitstatus == pytest.ExitCode.OK and is_everything(session.config) and not all(ticks().values()):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    if not is_everything(config):
        return
    found = ticks()
    terminalreporter.section("endpoints")
    for line in table(found):
        terminalreporter.write_line(line)
    missing = [" ".join(filter(None, where)) for where, seen in found.items() if not seen]
    if missing:
        terminalreporter.write_line(f"FAILED: {len(missing)} ticks missing: {', '.join(missing)}", red=True)
