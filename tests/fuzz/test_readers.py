"""Every reader on answers made worse: hypothesis for each, atheris over all of them where it is installed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_desktop.app.commands.read import written
from sourcing_desktop.gateways.saved_answer import READABLE, read_saved
from tests.fuzz.hostile import check
from tests.fuzz.mutations import mutated
from tests.fuzz.samples import described_answers, samples
from tests.gateways.test_saved_answers import forms, leaves, parts

INPUTS_FOR_ATHERIS = 4000


@pytest.mark.parametrize("name", sorted(READABLE))
@given(data=st.data())
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_a_bad_answer_is_read_or_refused_by_the_domain(name, data):
    sample = data.draw(st.sampled_from(samples()[name]))
    content = mutated(sample, lambda count: data.draw(st.integers(0, count - 1)))
    check(name, data.draw(st.sampled_from(["v1", "v2"])), content)


@pytest.mark.parametrize(("name", "generation"), sorted(described_answers()))
def test_every_described_field_is_in_what_it_became_or_unread(name, generation):
    answer = described_answers()[name, generation]
    saved = read_saved(name, json.dumps(answer).encode(), generation)
    became = msgspec.to_builtins(saved, builtin_types=(Decimal,), str_keys=True)
    kept = {part for leaf in leaves(became) for part in re.split(r"[^\w.:+-]", leaf)}
    said = [part for leaf in leaves(answer) for part in parts(leaf)]
    assert [part for part in said if not forms(part) & kept] == []


def placeholder(value: Any) -> Any:
    """As documentation tools make them up: every text `string`, every number 0."""
    if isinstance(value, dict):
        return {name: placeholder(each) for name, each in value.items()}
    if isinstance(value, list):
        return [placeholder(each) for each in value]
    return "string" if isinstance(value, str) else value if isinstance(value, bool) else 0


@pytest.mark.parametrize(("name", "generation"), sorted(described_answers()))
def test_a_placeholder_is_read_whole_and_bare(name, generation):
    answer = placeholder(described_answers()[name, generation])
    for sample in (answer, answer.get("data", answer)):
        became = written(read_saved(name, json.dumps(sample).encode(), generation))
        assert "string" not in leaves(sample) or "string" in became


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no wheel for this Python or system")
def test_coverage_guided_fuzzing_finds_nothing(tmp_path: Path):
    command = [sys.executable, "-m", "tests.fuzz.guided", f"-runs={INPUTS_FOR_ATHERIS}", "-seed=1"]
    command += ["-max_len=2000", "-len_control=0", f"-artifact_prefix={tmp_path}/"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert result.returncode == 0, result.stderr[-3000:]
    assert f"Done {INPUTS_FOR_ATHERIS} runs" in result.stderr
