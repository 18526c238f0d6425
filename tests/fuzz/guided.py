"""`python -m tests.fuzz.guided [libFuzzer options]`: atheris looks for inputs that reach new branches of the
readers. Ends with a non-zero status, and the input in a file, when something other than the domain's errors
comes out."""

from __future__ import annotations

import logging
import sys

import atheris

with atheris.instrument_imports(include=["sourcing_desktop.gateways", "sourcing_desktop.domain"]):
    from sourcing_desktop.gateways.saved_answer import READABLE

from tests.fuzz.hostile import check
from tests.fuzz.mutations import mutated
from tests.fuzz.samples import samples

NAMES = sorted(READABLE)


def one_input(data: bytes) -> None:
    """A reader and what it reads, both from the fuzzer's bytes: a sample made worse, or raw bytes."""
    source = atheris.FuzzedDataProvider(data)

    def choose(count: int) -> int:
        return source.ConsumeIntInRange(0, count - 1)

    name, generation = NAMES[choose(len(NAMES))], ("v1", "v2")[choose(2)]
    if choose(8) == 0:
        content = source.ConsumeBytes(sys.maxsize)
    else:
        several = samples()[name]
        content = mutated(several[choose(len(several))], choose)
    check(name, generation, content)


if __name__ == "__main__":
    logging.disable(logging.INFO)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
