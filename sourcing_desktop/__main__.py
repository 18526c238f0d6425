"""`python -m sourcing_desktop`: reads the command line and starts what it names."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run the program, or the sandbox server of it; returns the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == ["--sandbox-server"]:
        from sourcing_desktop.sandbox.serve import run as serve

        return serve(words[1:])
    options = _parser().parse_args(words)
    gc.disable()  # until the first paint: what is imported stays, so looking for garbage there is lost time
    from sourcing_desktop.app.bootstrap import run

    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sourcing-desktop", description=__doc__)
    parser.add_argument("--home", type=Path, help="keep everything in this folder instead of the usual ones")
    parser.add_argument(
        "--tour", type=Path, metavar="FOLDER", help="do the whole job on the sandbox and leave pictures there"
    )
    parser.add_argument(
        "--selftest", action="store_true", help="check that this installation works, then end"
    )
    for measured in ("--exit-after-first-paint", "--exit-when-ready"):
        parser.add_argument(measured, action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
