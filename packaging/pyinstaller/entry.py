"""Where the built program starts. The sandbox's process is this same program with `--sandbox-server`."""

from __future__ import annotations

import sys

from sourcing_desktop.__main__ import main

sys.exit(main())
