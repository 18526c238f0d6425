"""`python -m sourcing_desktop.sandbox`: see `serve`."""

from __future__ import annotations

import sys

from sourcing_desktop.sandbox.serve import run

if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:]))
