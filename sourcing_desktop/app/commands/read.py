"""`sourcing-desktop read CODE FILE`: what a saved answer became, and the fields nobody used, as JSON."""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal
from pathlib import Path

import msgspec

from sourcing_desktop.app.commands.terminal import MISUSED, as_json, complain, known_name, say
from sourcing_desktop.contract.endpoints import ENDPOINTS
from sourcing_desktop.domain.errors import SourcingError
from sourcing_desktop.gateways.saved_answer import READABLE, SavedAnswer, read_saved


def run(words: list[str]) -> int:
    """Read and print; returns the exit status."""
    options = _parser().parse_args(words)
    name = known_name(options.code, READABLE)
    if name is None:
        return complain(f"There is no call named {options.code}; docs/contract.md lists them all.", MISUSED)
    try:
        if options.generation and name in ENDPOINTS:
            ENDPOINTS[name].route(options.generation)
        saved = read_saved(name, _content(options.file), options.generation)
    except OSError as error:
        return complain(f"{options.file} cannot be read: {error.strerror or type(error).__name__}.")
    except LookupError as error:
        return complain(f"{error.args[0]}.", MISUSED)
    except SourcingError as error:
        return complain(error.sentence)
    say(written(saved))
    return 0


def written(saved: SavedAnswer) -> str:
    """Domain objects as JSON has them: money as minor units and currency, times in ISO's form."""
    return as_json(msgspec.to_builtins(saved, builtin_types=(Decimal,), str_keys=True))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing-desktop read",
        description="Print what a saved answer becomes here, and apart the fields nobody uses.",
    )
    parser.add_argument("code", metavar="CODE", help="of a call or callback, or a LinkedMall operation")
    parser.add_argument("file", metavar="FILE", help="the saved answer, or only its data; - reads the input")
    parser.add_argument(
        "--generation", choices=("v1", "v2"), default="", help="told by the ids in it unless given"
    )
    return parser


def _content(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
