"""Fails a test during which anything logged a warning or worse, unless the test said that it would.

@pytest.mark.expects_log("gateway is busy")     a pattern searched in the message; it must then appear
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.get_records("teardown")]
    messages = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
    ]
    patterns = [marker.args[0] for marker in request.node.iter_markers("expects_log")]
    unexpected = [line for line in messages if not any(re.search(pattern, line) for pattern in patterns)]
    missing = [pattern for pattern in patterns if not any(re.search(pattern, line) for line in messages)]
    assert not unexpected, "unexpected log records:\n" + "\n".join(unexpected)
    assert not missing, f"these log records never came: {missing}"
