"""The remote systems, one folder each. The only importer of httpx; raises nothing but the domain's errors."""

import sys

# httpx would load its command line too, and with it click, rich and pygments where they are installed: up to
# half of its time. It does without what cannot be imported.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
