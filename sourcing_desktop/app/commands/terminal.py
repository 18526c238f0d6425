"""How commands speak and listen: JSON on standard output, one sentence on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from decimal import Decimal

FAILED, MISUSED = 1, 2
"""Exit statuses: it could not be done; the command line makes no sense."""


def known_name(word: str, names: Iterable[str]) -> str | None:
    """The call a person means, whatever the case; None for a name nobody knows."""
    return next((name for name in names if name.casefold() == word.casefold()), None)


def as_json(value: object) -> str:
    """Indented JSON, Chinese as it is. A decimal that no double holds exactly becomes text."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=_number)


def say(text: str) -> None:
    """Print in UTF-8, whatever the terminal's encoding."""
    try:
        # Half a surrogate pair becomes its escape, which is what JSON wants.
        sys.stdout.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever read it has seen enough; Python flushes once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(sentence: str, status: int = FAILED) -> int:
    """Say what went wrong; returns the exit status."""
    print(sentence, file=sys.stderr, flush=True)
    return status


def _number(value: object) -> float | str:
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is no JSON")
    nearest = float(value)
    return nearest if Decimal(repr(nearest)) == value else str(value)
