"""Which room may import which, and which library belongs to which room. Reads source text, imports nothing.

Rooms are the folders (and lone modules) directly inside the package; the drawing is in docs/architecture.md.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

PACKAGE = "sourcing_desktop"

# Room -> rooms of ours it may import. Everyone may import the LEAVES; nobody may import `app` or `__main__`.
ARROWS: dict[str, set[str]] = {
    "__init__": set(),
    "tasks": set(),
    "language": set(),
    "domain": set(),
    "contract": set(),
    "vision": {"domain"},
    "pictures": {"domain"},
    "storage": {"domain"},
    "gateways": {"domain", "contract"},
    "services": {"domain", "gateways", "storage", "vision"},
    "ui": {"domain", "services", "pictures"},
    "sandbox": {"domain", "contract", "vision"},
    "app": {"domain", "contract", "gateways", "storage", "pictures", "vision", "services", "ui", "sandbox"},
    "__main__": {"app", "sandbox"},  # one executable is both: packaging needs that
}

LEAVES = {"tasks", "language"}

# Library -> the only places, inside the package, that may import it.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui", "pictures", "app", "sandbox/drawing"},
    "shiboken6": {"ui", "pictures", "app", "sandbox/drawing"},
    "PySide6.QtWidgets": {"ui", "app"},
    "PySide6.QtNetwork": {"pictures", "app"},
    "qasync": {"app/runtime.py"},
    "httpx": {"gateways"},
    "httpcore": {"gateways"},
    "h11": {"gateways"},
    "sqlalchemy": {"storage"},
    "sqlite3": {"storage", "sandbox"},
    "starlette": {"sandbox"},
    "uvicorn": {"sandbox"},
    "keyring": {"storage"},
    "onnxruntime": {"vision/fast_network.py"},
    "openpyxl": {"services/intake", "services/journal_export.py"},
    "json": set(ARROWS) - {"ui"},
}


def room_of(path: PurePosixPath) -> str:
    """The room of a file, given its path inside the package."""
    return path.parts[0].removesuffix(".py")


def layer_offences(path: PurePosixPath, source: str) -> list[str]:
    """What the file imports and must not, one `file:line: reason` each. `path` is inside the package."""
    room = room_of(path)
    offences = []
    for line, module in imported_modules(path, source):
        if reason := arrow_offence(room, module) or library_offence(path, module):
            offences.append(f"{PACKAGE}/{path}:{line}: {reason}")
    return list(dict.fromkeys(offences))


def arrow_offence(room: str, module: str) -> str | None:
    parts = module.split(".")
    if parts[0] != PACKAGE or len(parts) == 1 or parts[1] not in ARROWS:
        return None
    if parts[1] in ARROWS[room] | LEAVES | {room}:
        return None
    return f"{room} must not import {parts[1]}"


def library_offence(path: PurePosixPath, module: str) -> str | None:
    for library, homes in LIBRARIES.items():
        at_home = room_of(path) in homes or any(path.is_relative_to(home) for home in homes)
        if not at_home and f"{module}.".startswith(f"{library}."):
            return f"{library} may be imported only in {', '.join(sorted(homes))}"
    return None


def imported_modules(path: PurePosixPath, source: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported, wherever in the file, TYPE_CHECKING blocks too.

    `from a import b` yields both `a` and `a.b`, as b may be a module. Relative imports are made absolute.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            origin = absolute_origin(path, node)
            yield node.lineno, origin
            for alias in node.names:
                yield node.lineno, f"{origin}.{alias.name}"


def absolute_origin(path: PurePosixPath, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    folder = [PACKAGE, *path.parts[:-1]]
    above = folder[: len(folder) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)
