"""The sandbox answers what its description allows, and what it does not, as the description says."""

from __future__ import annotations

from tests.support.asking import Asker
from tests.support.openapi import described
from tests.support.sandbox import RunningSandbox

EXAMPLES = 2
"""Of each operation in each round; `python3 dev.py bench contract` asks many more."""


def test_the_sandbox_answers_as_described(sandbox: RunningSandbox):
    description = described("pandapon.yaml")
    asked = Asker(description.path, sandbox.url, sandbox.keys, number=1).ask_all(EXAMPLES)
    assert asked.failures == []
    assert asked.operations == len(description.operations)
    assert asked.cases > 2 * EXAMPLES * asked.operations
    assert len(asked.successful) > 20, "too few answers to look at besides refusals"
