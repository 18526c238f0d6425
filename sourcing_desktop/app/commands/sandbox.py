"""`sourcing-desktop sandbox`: runs the sandbox alone and says how to call it."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict
from pathlib import Path

from sourcing_desktop.app.commands.accounts import KEY, SECRET, USER
from sourcing_desktop.app.commands.terminal import complain, say
from sourcing_desktop.app.paths import Paths

IN_MEMORY = ":memory:"
HIGHEST_PORT = 65_535


def run(words: list[str]) -> int:
    """Prepare the market where needed, say where it is, and serve until Ctrl+C."""
    options = _parser().parse_args(words)
    # NumPy reads it when it is loaded: a core for each of its threads would cost more than it gives here.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        return _serve(options)
    except OSError as error:
        return complain(f"The sandbox cannot run: {error.strerror or error}.")
    except KeyboardInterrupt:
        return complain("Stopped.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing-desktop sandbox",
        description="Run the sandbox alone until Ctrl+C. Its keys are new in every run.",
    )
    parser.add_argument("--port", type=_port, default=0, help="a free one unless given")
    parser.add_argument(
        "--home",
        type=Path,
        metavar="FOLDER",
        help="where the program keeps everything, carts and orders of the sandbox too; they go unless given",
    )
    parser.add_argument("--json", action="store_true", help="say it in one line of JSON")
    return parser


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port, a number up to {HIGHEST_PORT}")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    from sourcing_desktop.sandbox.preparation import prepare_market
    from sourcing_desktop.sandbox.server import Sandbox

    paths = Paths.below(options.home) if options.home else Paths.usual()
    for folder in (paths.sandbox_market, paths.data):
        folder.mkdir(parents=True, exist_ok=True)
    market = paths.sandbox_market / "market.sqlite"
    for step in prepare_market(market):
        complain(f"Preparing the {step} of the sandbox. This takes some seconds, once.")
    sandbox = Sandbox(market, str(paths.sandbox_trade) if options.home else IN_MEMORY, options.port)
    facts = {"url": sandbox.url, **asdict(sandbox.keys)}
    say(json.dumps(facts) if options.json else _in_words(facts))
    sandbox.warm()
    sandbox.run()
    return 0


def _in_words(facts: dict[str, str]) -> str:
    """What a person copies from here into another terminal."""
    keys = f"{KEY}={facts['access_key']} {SECRET}={facts['secret']} {USER}={facts['user_id']}"
    sample = f"sourcing-desktop call AG3 keyword=bag beginPage=1 pageSize=5 country=en --url {facts['url']}"
    named = "\n".join(f"{name.replace('_', ' '):18} {value}" for name, value in facts.items())
    return f"{named}\n\nCall it with\n{keys} \\\n  {sample}\n\nCtrl+C ends it."
