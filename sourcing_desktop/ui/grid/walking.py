"""Where the keyboard goes from one cell of a grid. Pure arithmetic."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

Action = QAbstractItemView.CursorAction


def walked(action: Action, row: int, rows: int, columns: int, page_lines: int) -> int:
    """The row after that movement. From a full line one can step down onto the end of a shorter last line."""
    match action:
        case Action.MoveHome:
            return 0
        case Action.MoveEnd:
            return rows - 1
        case Action.MoveLeft | Action.MovePrevious:
            return max(row - 1, 0)
        case Action.MoveRight | Action.MoveNext:
            return min(row + 1, rows - 1)
        case Action.MoveUp:
            return _by_lines(row, -1, rows, columns)
        case Action.MoveDown:
            return _by_lines(row, 1, rows, columns)
        case Action.MovePageUp:
            return _by_lines(row, -page_lines, rows, columns)
        case Action.MovePageDown:
            return _by_lines(row, page_lines, rows, columns)
    return row


def _by_lines(row: int, lines: int, rows: int, columns: int) -> int:
    line, column = divmod(row, columns)
    line = min(max(line + lines, 0), (rows - 1) // columns)
    return min(line * columns + column, rows - 1)
