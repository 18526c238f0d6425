"""`python -m sourcing_desktop`: reads the command line and starts what it names."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

COMMANDS = {
    "call": "sign and send one call, and print its answer",
    "read": "print what a saved answer becomes",
    "sandbox": "run the sandbox alone until Ctrl+C",
}
"""What runs without a window: the module of that name in `app.commands`."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program, or the sandbox server or the describer of it; returns the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        command: Callable[[list[str]], int] = import_module(f"sourcing_desktop.app.commands.{words[0]}").run
        return command(words[1:])
    if words == ["--describe-pictures"]:
        from sourcing_desktop.app.describing import run as describe

        return describe()
    gc.disable()  # until it works: what is imported stays, so looking for garbage there is lost time
    if words[:1] == ["--sandbox-server"]:
        from sourcing_desktop.sandbox.serve import run as serve

        return serve(words[1:])
    options = _parser().parse_args(words)
    from sourcing_desktop.app.interface import speak_chosen

    shown_to_all = options.tour or options.gallery or options.selftest
    speak_chosen(options.home, options.language or ("en" if shown_to_all else ""))
    from sourcing_desktop.app.bootstrap import run

    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcing-desktop",
        description="Without a command: the window, where goods of 1688 and Taobao are found and ordered.",
        epilog="commands (each with --help):\n"
        + "\n".join(f"  {n:10}{what}" for n, what in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--home", type=Path, help="keep everything in this folder instead of the usual ones")
    parser.add_argument(
        "--tour", type=Path, metavar="FOLDER", help="do the whole job on the sandbox and leave pictures there"
    )
    parser.add_argument(
        "--gallery",
        type=Path,
        metavar="FOLDER",
        help="show every page in every state and leave pictures there",
    )
    parser.add_argument("--titles", default="en", metavar="CODE", help=argparse.SUPPRESS)
    parser.add_argument("--themes", nargs="+", default=["light", "dark"], help=argparse.SUPPRESS)
    parser.add_argument("--rules-only", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument(
        "--selftest", action="store_true", help="check that this installation works, then end"
    )
    parser.add_argument(
        "--language", default="", metavar="CODE", help="speak this language, such as vi, this time"
    )
    parser.add_argument("--exit-at", choices=("paint", "search", "library"), help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
