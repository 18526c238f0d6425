from __future__ import annotations

from sourcing_desktop.sandbox.drawing.brush import Painter

PAINTERS: dict[str, Painter] = {}
