"""Runs the sandbox as a process of its own, which ends with the program that started it."""

from __future__ import annotations

import argparse
import gc
import json
import os
import threading
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sourcing_desktop.sandbox.preparation import prepare_market
from sourcing_desktop.sandbox.server import Sandbox

# Numbers and not sys.stdin and sys.stdout, which a frozen program without a console does not have.
_STDIN, _STDOUT = 0, 1


def run(argv: Sequence[str]) -> int:
    """Prepare the market where needed, say on stdout where it is, and serve until stdin ends or Ctrl+C.

    Stdout gets one JSON object a line: `{"preparing": …}` while a market is made, then the address and keys.
    """
    gc.freeze()  # modules stay: collections to come need not look at them
    gc.enable()
    options = _options(argv)
    # NumPy reads it when it is loaded: a core for each of its threads would cost more than it gives here.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    threading.Thread(target=_end_with_input, daemon=True).start()
    for step in prepare_market(options.catalogue):
        _say({"preparing": step})
    sandbox = _open(options)
    _say({"url": sandbox.url, **asdict(sandbox.keys)})
    sandbox.warm()
    sandbox.run()
    return 0


def _open(options: argparse.Namespace) -> Sandbox:
    """On the port of last time, if that is wanted and nobody else has it: it stands in every picture's
    address, and a client that kept pictures knows them by it."""
    file: Path | None = options.port_file
    port = _number_in(file) if file else options.port
    try:
        sandbox = Sandbox(options.catalogue, options.trade, port, far=options.far)
    except (OSError, OverflowError):
        if file is None:
            raise
        sandbox = Sandbox(options.catalogue, options.trade, far=options.far)
    if file:
        file.write_text(sandbox.url.rpartition(":")[2], encoding="utf-8")
    return sandbox


def _number_in(file: Path) -> int:
    try:
        return int(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sourcing-desktop-sandbox", description=__doc__)
    parser.add_argument("--catalogue", type=Path, required=True, help="the market's file, made when missing")
    parser.add_argument("--trade", required=True, help="carts and orders: a file, or :memory:")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--port-file", type=Path, help="keeps the port for the next start")
    parser.add_argument("--far", action="store_true", help="pictures come over a line like one to China")
    return parser.parse_args(argv)


def _end_with_input() -> None:
    """End the process, whatever it is doing, once nobody holds the other end of its input any more."""
    # Not sys.stdin.read: a thread inside it aborts the interpreter on its way out.
    while os.read(_STDIN, 4096):
        continue
    os._exit(0)


def _say(line: dict[str, object]) -> None:
    os.write(_STDOUT, json.dumps(line).encode() + b"\n")
