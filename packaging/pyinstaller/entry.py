"""Where the built program starts. The sandbox's process is this same program with `--sandbox-server`, and its
workers are this program too: `freeze_support` lets them do their work instead of opening a window."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from sourcing_desktop.__main__ import main

    sys.exit(main())
