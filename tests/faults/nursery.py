"""Brings up programs cheaply: one process loads everything once and forks a program for each line it reads.

`python -m tests.faults.nursery`: a line of stdin is an `Order` in JSON, the process id of its program comes
back. Where a system cannot fork, each program loads everything anew.
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys

FORKS = hasattr(os, "fork")


def main() -> None:
    if FORKS:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks for their exit statuses
        from tests.faults import program

        program.load()
        gc.collect()
        gc.freeze()
    for line in sys.stdin:
        print(_forked(line) if FORKS else _spawned(line), flush=True)


def _forked(line: str) -> int:
    child = os.fork()
    if child:
        return child
    from tests.faults import program

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    status = 70
    try:
        status = program.run(line)
    finally:
        os._exit(status)


def _spawned(line: str) -> int:
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.program"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdin is not None
    child.stdin.write(line)
    child.stdin.close()
    return child.pid


if __name__ == "__main__":
    main()
