"""Which texts a buyer may see bypass `tr` and `trn`. Reads source text, imports nothing.

In `ui` every literal that looks like words counts; elsewhere sentences do, and what errors are made of.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

Literal = ast.Constant | ast.JoinedStr

TRANSLATORS = {"tr", "trn"}

# Calls whose texts nobody reads: names of things, formats, logs, errors that are bugs.
UNSEEN = {
    *("setProperty", "property", "setObjectName", "Signal", "icon", "shortcut", "keys", "QKeySequence"),
    *(
        "TypeVar",
        "cast",
        "compile",
        "sub",
        "fullmatch",
        "match",
        "strftime",
        "normalize",
        "cancel",
        "running",
    ),
    *("print", "debug", "info", "warning", "error", "exception", "getLogger"),
    *("ValueError", "LookupError", "KeyError", "RuntimeError", "TypeError", "FileNotFoundError"),
}
UNSEEN_KEYWORDS = {"name", "detail", "path", "code"}
"""The name of a task, and what is told to the log alone."""

SHOWING = {
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QMenu", "ElidedLabel"),
    *("setText", "setToolTip", "setStatusTip", "setPlaceholderText", "setWindowTitle", "setTabText"),
    *("setAccessibleName", "setAccessibleDescription", "addItem", "addAction", "addMenu", "addTab", "addRow"),
    *(
        "show_work",
        "show_start",
        "setTitle",
        "setSuffix",
        "setPrefix",
        "setHeaderLabels",
        "drawText",
        "say",
        "said",
        "announce",
    ),
}
"""Calls whose first text is read even where it looks like a name."""

ERRORS = {
    *(
        "SourcingError",
        "Unreachable",
        "Busy",
        "SignInNeeded",
        "ClockSkewed",
        "Rejected",
        "NotFound",
        "BadReply",
    ),
    *("BadPicture", "BadList", "Conflict", "StorageFailed", "BrokenPicture"),
}

SPEAKERS = {"domain", "services", "storage", "gateways", "pictures", "app"}
"""Rooms that speak to the buyer in sentences; `ui` also in words."""

SILENT = (
    "app/commands",
    "app/gallery",
    "app/tour.py",
    "app/selftest.py",
    "app/hand.py",
    "app/demonstration.py",
)
"""What no buyer reads: command lines, the gallery, the tour and the self-test."""

# Read, but the same in every language: shortcuts, calls and currencies, paths and markup.
THE_SAME = re.compile(
    r"((Ctrl|Shift|Alt|Meta)\+)*(F\d+|Del|Delete|Ins|Space|Backspace|Tab|Enter|Return|Esc|Home|End|Left|Right|Up|Down|PgUp|PgDown|.)?"
    r"|[A-Z][A-Z0-9_]+|\S*[/.\\]\S*|<.*>|%.*",
    re.DOTALL,
)
NAMES = {"Taobao", "PandaPon", "LinkedMall", "Sourcing Desktop", "Alipay", "GitHub", "kg"}

SENTENCE = re.compile(r"[A-Z“{].*\s.*[.!?…]\s*$", re.DOTALL)
STATEMENT = re.compile(r"(SELECT|INSERT|UPDATE|DELETE) ")
"""Of SQL; its question marks are places for values."""

A_LETTER = re.compile(r"[^\W\d_]")
A_WORD = re.compile(r"[^\W\d_]{2,}")


def word_offences(path: PurePosixPath, source: str) -> list[tuple[str, str]]:
    """Place and text of what bypasses translation. `path` is inside the package."""
    room = path.parts[0].removesuffix(".py")
    if room not in SPEAKERS | {"ui"} or any(path.is_relative_to(place) for place in SILENT):
        return []
    tree = ast.parse(source)
    bare = list(_literals(tree, _unread(tree)))
    found = {node: text for node, text in bare if (_words if room == "ui" else _sentence)(node, text)}
    texts = dict(bare)
    found |= {
        node: texts[node] for node in _handed_over(tree) if node in texts and _has_words(node, texts[node])
    }
    places = [(node.lineno, text) for node, text in found.items()]
    places += [(line, "a message that no tool finds") for line in _hidden_messages(tree)]
    return [(f"sourcing_desktop/{path}:{line}", text) for line, text in sorted(places)]


def _words(node: Literal, text: str) -> bool:
    """Whether a literal of `ui` looks like words; lower case without a space is a name."""
    if isinstance(node, ast.JoinedStr):
        return _has_words(node, text)
    first = A_LETTER.search(text)
    return first is not None and (bool(re.search(r"\s", text.strip())) or first[0].isupper())


def _sentence(node: Literal, text: str) -> bool:
    return SENTENCE.match(text) is not None and not STATEMENT.match(text)


def _has_words(node: Literal, text: str) -> bool:
    return any(word not in NAMES for word in A_WORD.findall(text))


def _literals(node: ast.AST, unread: set[ast.AST]) -> Iterator[tuple[Literal, str]]:
    """Every literal that somebody may read, f-strings with their places emptied."""
    if node in unread:
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        if not _is_the_same("".join(parts)):
            yield node, "".join(parts)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):  # but not how it is formatted
                yield from _literals(part.value, unread)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_the_same(node.value):
        yield node, node.value
    for child in ast.iter_child_nodes(node):
        yield from _literals(child, unread)


def _is_the_same(text: str) -> bool:
    return THE_SAME.fullmatch(text.strip()) is not None or text in NAMES


def _unread(tree: ast.Module) -> set[ast.AST]:
    """Docstrings and notes, messages that are translated, arguments nobody reads, annotations, comparisons,
    and members of enumerations, which are names for the code."""
    unread: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                unread.add(node.value)
            case ast.Assert() | ast.MatchValue():
                unread.add(node)
            case ast.Call():
                unread.update(_unread_arguments(node))
            case ast.Subscript():
                unread.add(node.slice)
            case ast.Compare():
                unread.update(node.comparators)
            case ast.ClassDef() if any("Enum" in ast.unparse(base) for base in node.bases):
                unread.update(each for each in node.body if isinstance(each, ast.Assign))
            case ast.AnnAssign() | ast.arg() if node.annotation is not None:
                unread.add(node.annotation)
    return unread


def _unread_arguments(call: ast.Call) -> Iterator[ast.AST]:
    name = _called(call)
    if name in TRANSLATORS:
        yield from _messages(call)
    elif name in UNSEEN:
        yield from (*call.args, *(word.value for word in call.keywords))
    else:
        yield from (word.value for word in call.keywords if word.arg in UNSEEN_KEYWORDS)


def _handed_over(tree: ast.Module) -> Iterator[ast.AST]:
    """Literals that are themselves handed to what shows or raises them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in SHOWING | ERRORS:
            yield from node.args[:1]


def _hidden_messages(tree: ast.Module) -> Iterator[int]:
    """Lines of calls of a translator whose message is no literal, or stands inside an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
            yield from (node.lineno for each in inside if _called(each) in TRANSLATORS)
        if isinstance(node, ast.Call) and _called(node) in TRANSLATORS:
            yield from (node.lineno for message in _messages(node) if not isinstance(message, ast.Constant))


def _messages(call: ast.Call) -> list[ast.expr]:
    return call.args[: 2 if _called(call) == "trn" else 1]


def _called(call: ast.Call) -> str:
    """The last name of what is called."""
    match call.func:
        case ast.Attribute(attr=name):
            return name
        case ast.Name(id=name):
            return name
    return ""
