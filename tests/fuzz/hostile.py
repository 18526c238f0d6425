"""What must hold of every answer, however bad: a reading or one of the domain's errors, soon."""

from __future__ import annotations

import json
from time import process_time

from sourcing_desktop.app.commands.read import written
from sourcing_desktop.domain.errors import BadReply, SourcingError
from sourcing_desktop.gateways.saved_answer import read_saved

LONGEST_SECONDS = 10.0
"""Of the processor; a megabyte takes a fraction of it."""

WITHOUT_PATH = ("This is no JSON", "nested too deeply")
"""What a BadReply says that is about no field."""


def check(name: str, generation: str, content: bytes) -> None:
    """Read a saved answer and write what it became. Any other exception than the domain's is a bug."""
    started = process_time()
    outcome = _outcome(name, generation, content)
    assert process_time() - started < LONGEST_SECONDS
    if isinstance(outcome, BadReply):
        assert outcome.path or any(words in outcome.sentence for words in WITHOUT_PATH), outcome.sentence


def _outcome(name: str, generation: str, content: bytes) -> object:
    try:
        text = written(read_saved(name, content, generation))
    except SourcingError as error:
        return error
    return json.loads(text.encode(errors="backslashreplace"))
