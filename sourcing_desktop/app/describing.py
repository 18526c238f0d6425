"""The process that describes pictures for the library: it gives way to everything else on the computer."""

from __future__ import annotations

import os
import sys

from sourcing_desktop.services.describer import serve

POLITENESS = 10
"""How much it gives way where the system knows such a thing."""


def run() -> int:
    """Answer pictures from standard input on standard output until there are no more."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one core is enough; heeded when NumPy is loaded
    if sys.platform != "win32":
        os.nice(POLITENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0
