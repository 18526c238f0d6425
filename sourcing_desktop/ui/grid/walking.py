"""Where the keyboard goes from one cell of a grid. Pure arithmetic."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

Action = QAbstractItemView.CursorAction


def walked(action: Action, row: int, rows: int, columns: int, page_lines: int) -> int:
    """The row after that movement. From a full line one can step down onto the end of a shorter last line."""
    line, column = divmod(row, columns)
    last_line = (rows - 1) // columns
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
            line -= 1
        case Action.MoveDown:
            line += 1
        case Action.MovePageUp:
            line -= page_lines
        case Action.MovePageDown:
            line += page_lines
    return min(min(max(line, 0), last_line) * columns + column, rows - 1)
