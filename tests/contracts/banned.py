"""Calls, handlers and names that this project does without. Reads source text, imports nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

LONGEST_FILE = 350

Nodes = Iterable[ast.AST]
"""All of a file's."""

VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "base"}

# Name -> the one file that may say it (None: nobody), and why.
IN_THE_PACKAGE: dict[str, tuple[str | None, str]] = {
    "create_task": ("sourcing_desktop/tasks.py", "start tasks through TaskScope"),
    "ensure_future": ("sourcing_desktop/tasks.py", "start tasks through TaskScope"),
    "processEvents": (None, "a nested Qt loop loses other tasks' wake-ups"),
    "asyncSlot": (None, "keeps no strong reference and runs two clicks twice; use TaskScope"),
    "asyncClose": (None, "spins processEvents; the lifecycle awaits closing"),
}

# One runs Qt's loop before the program's own has begun; for the other Qt has no other way.
OWN_LOOPS = ("sourcing_desktop/app/first_paint.py", "sourcing_desktop/ui/grid/dragging.py")

# What runs a Qt loop inside the caller.
NESTED_LOOPS = {
    "waitUntil",
    "waitSignal",
    "waitSignals",
    "waitCallback",
    "waitExposed",
    "waitActive",
    "processEvents",
    "exec",
}


def banned_offences(path: PurePosixPath, source: str) -> list[str]:
    """What the file does and must not, one `file:line: reason` each. `path` is inside the project."""
    nodes = list(ast.walk(ast.parse(source)))
    offences = [*handler_offences(nodes)]
    if path.parts[0] == "tests":
        offences += suite_offences(nodes)
    else:
        offences += call_offences(path, nodes)
    return [f"{path}:{line}: {reason}" for line, reason in sorted(offences)]


def call_offences(path: PurePosixPath, nodes: Nodes) -> Iterator[tuple[int, str]]:
    for line, name in said_names(nodes):
        home, reason = IN_THE_PACKAGE.get(name, (str(path), ""))
        if home != str(path):
            yield line, f"{name}: {reason}"
    for call in calls(nodes):
        runs_a_loop = isinstance(call.func, ast.Attribute) and call.func.attr in ("exec", "exec_")
        if runs_a_loop and str(path) not in OWN_LOOPS:
            yield call.lineno, "exec(): open() the dialog, popup() the menu, and await a future"


def handler_offences(nodes: Nodes) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno, "bare except: name the errors"
            elif all(is_nothing(statement) for statement in node.body):
                yield node.lineno, "except that does nothing: handle the error or let it pass on"
            elif names_everything(node.type) and not answers(node):
                yield node.lineno, "catches every error and drops it: log it, use it or raise"
    for call in calls(nodes):
        if name_of(call.func) == "suppress" and any(names_everything(each) for each in call.args):
            yield call.lineno, "suppresses every error: name the errors"


def suite_offences(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """Tests wait for what they want to see, and use the real classes."""
    for line, name in said_names(nodes):
        if name in ("mock", "MagicMock", "AsyncMock"):
            yield line, "mock: use the real class, the sandbox, or a small real object"
    for call in calls(nodes):
        name = name_of(call.func)
        if name in ("sleep", "qWait", "qSleep") and not is_zero(call.args):
            yield call.lineno, "sleep: wait for the condition (tests.support.waiting.until)"
        elif name == "wait" and isinstance(call.func, ast.Attribute) and name_of(call.func.value) == "qtbot":
            yield call.lineno, "qtbot.wait: wait for the condition (qtbot.waitUntil)"
    for function in nodes:
        if isinstance(function, ast.AsyncFunctionDef):
            for call in calls(ast.walk(function)):
                if name_of(call.func) in NESTED_LOOPS:
                    yield call.lineno, "nested Qt loop in a coroutine: use tests.support.waiting"


def name_offences(path: PurePosixPath) -> list[str]:
    """Folders and modules whose name says nothing about what is inside."""
    words = {word for part in path.parts for word in part.removesuffix(".py").split("_")}
    return [f"{path}: '{word}' says nothing; name what it holds" for word in sorted(words & VAGUE_NAMES)]


def length_offences(path: PurePosixPath, source: str) -> list[str]:
    lines = source.count("\n")
    return [f"{path}: {lines} lines; split it (limit {LONGEST_FILE})"] if lines > LONGEST_FILE else []


def calls(nodes: Nodes) -> Iterator[ast.Call]:
    return (node for node in nodes if isinstance(node, ast.Call))


def said_names(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """Line and name of everything read, reached by a dot, or imported."""
    for node in nodes:
        if isinstance(node, ast.Name | ast.Attribute):
            yield node.lineno, name_of(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, alias.name.rpartition(".")[2]


def name_of(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def is_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def names_everything(node: ast.expr) -> bool:
    nodes = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(name_of(each) in ("Exception", "BaseException") for each in nodes)


def answers(handler: ast.ExceptHandler) -> bool:
    """Whether a handler raises, uses the error it caught, or logs it with its traceback."""
    inside = [node for statement in handler.body for node in ast.walk(statement)]
    return any(
        isinstance(node, ast.Raise)
        or (isinstance(node, ast.Name) and node.id == handler.name)
        or (isinstance(node, ast.Attribute) and node.attr == "exception")
        for node in inside
    )


def is_zero(arguments: list[ast.expr]) -> bool:
    return len(arguments) == 1 and isinstance(arguments[0], ast.Constant) and arguments[0].value == 0
