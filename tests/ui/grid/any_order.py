"""A buyer and a program at random over one grid, with a plain list as the measure of what must be shown."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from sourcing_desktop.ui.theme import DARK, LIGHT
from tests.ui.grid.moves import CTRL, LEFT, NO_KEYS, ask_for_menu, offer, wheel

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
WALKING = (
    KEY.Key_Left,
    KEY.Key_Right,
    KEY.Key_Up,
    KEY.Key_Down,
    KEY.Key_Home,
    KEY.Key_End,
    KEY.Key_PageUp,
    KEY.Key_PageDown,
)
OTHERS = (KEY.Key_Space, KEY.Key_Escape, KEY.Key_A, KEY.Key_C, KEY.Key_Return)
MODIFIERS = (NO_KEYS, NO_KEYS, SHIFT, CTRL, CTRL | SHIFT)
NO_BUTTON = Qt.MouseButton.NoButton


class AnyOrder:
    """Does one thing after another, and checks after each that the grid shows what it must."""

    def __init__(self, grid, seed: int) -> None:
        self.grid, self.model = grid, grid.model()
        self.random = Random(seed)
        self.rows: list = []
        self.done: list[str] = []
        self.made = 0
        self.deeds = [self.bar, self.wheel, self.walk, self.walk, self.key, self.click, self.hover, self.pull]
        self.deeds += [
            self.append,
            self.insert,
            self.insert,
            self.remove,
            self.remove,
            self.replace,
            self.paint,
        ]
        self.seldom = [self.reset, self.loading, self.dim, self.zoom, self.width, self.resize, self.theme]
        self.seldom += [self.hide, self.leave, self.drag, self.settle, self.type, self.menu]
        self.wishes: list = []  # offers somebody asked for
        grid.quick_look_wanted.connect(lambda row: self.wishes.append(self.rows[row]))
        grid.opened.connect(self.wishes.append)
        grid.menu_requested.connect(lambda offer, place: self.wishes.append(offer))

    def step(self) -> None:
        deed = self.random.choice(self.deeds if self.random.random() < 0.9 else self.seldom)
        self.done.append(deed.__name__)
        if (said := deed()) is not None:
            self.done[-1] += f" {said}"
        self.check()

    # The program

    def offers(self, most: int) -> list:
        count = self.random.randint(1, most)
        self.made += count
        return [offer(number) for number in range(self.made - count, self.made)]

    def reset(self):
        self.rows = self.offers(self.random.choice((1, 30, 400))) if self.random.random() < 0.9 else []
        self.model.reset(self.rows)
        return len(self.rows)

    def append(self):
        if len(self.rows) < 1000:
            more = self.offers(20)
            self.keeping(lambda: self.model.append(more))
            self.rows = self.rows + more
            return len(more)

    def insert(self):
        row, more = self.random.randint(0, len(self.rows)), self.offers(12)
        self.keeping(lambda: self.model.insert(row, more))
        self.rows = [*self.rows[:row], *more, *self.rows[row:]]
        return f"{len(more)} at {row}"

    def remove(self):
        first, count = self.random.randint(0, len(self.rows)), self.random.randint(0, 25)
        rows = [row for row in range(first, min(first + count, len(self.rows))) if self.random.random() < 0.8]
        self.random.shuffle(rows)
        self.keeping(lambda: self.model.remove(rows), gone=[self.rows[row] for row in rows])
        self.rows = [each for row, each in enumerate(self.rows) if row not in set(rows)]
        return sorted(rows)

    def keeping(self, change, gone=()) -> None:
        """Current and selected offers stay what they are, and the first one in sight where it is."""
        grid, gone = self.grid, {each.ref for each in gone}
        current, chosen = grid.current_offer(), {each.ref for each in grid.selected_offers()}
        before, banding = self.first_line(), grid.band.active
        change()
        if current is not None and current.ref not in gone:
            assert grid.current_offer() is current
        if not banding:  # it selects what is under it now
            after = {each.ref for each in grid.selected_offers()}
            assert after == chosen - gone, f"{len(after)} instead of {len(chosen - gone)} selected"
        bar = grid.verticalScrollBar()
        held = grid.isVisible() and 0 < bar.value() < bar.maximum()
        if held and before and not gone & before.keys():
            rows = {self.model.offer(row).ref: row for row in range(self.model.rowCount())}
            moved = {grid.cell_rect(rows[ref]).top() - top for ref, top in before.items()}
            assert 0 in moved, f"the first line moved by {moved} px"

    def first_line(self) -> dict:
        """The offers of the first line in sight and their heights; none at the very top."""
        grid, offset = self.grid, self.grid.verticalOffset()
        rows = [row for row in grid.shown_rows() if grid.cell_rect(row).bottom() >= 0]
        line = rows[: grid._geometry.columns] if offset else ()
        return {self.model.offer(row).ref: grid.cell_rect(row).top() for row in line}

    def replace(self):
        if self.rows:
            row = self.random.randrange(len(self.rows))
            self.rows = [*self.rows]
            self.rows[row] = replace(self.rows[row], moq=self.made)
            self.model.replace(row, self.rows[row])
            return row

    def loading(self):
        self.grid.set_loading(self.random.random() < 0.5)

    def dim(self):
        self.model.set_dimmed(self.random.random() < 0.5)

    def theme(self):
        self.grid.set_theme(self.random.choice((LIGHT, DARK)))

    def hide(self):
        self.grid.setVisible(not self.grid.isVisible())

    def settle(self):
        QApplication.processEvents()

    def paint(self):
        grid = self.grid
        if grid.isVisible() and self.random.random() < 0.2:
            grid.viewport().repaint()
            if told := grid._wishes._told:  # not yet, when it has just been shown again
                shown, near, _ = told
                assert shown == grid.shown_rows()
                named = (*shown[:1], *shown[-1:], *near[:1], *near[-1:])
                assert all(0 <= row < len(self.rows) for row in named)

    # The buyer

    def point(self) -> QPoint:
        area = self.grid.viewport().rect().adjusted(-20, -20, 20, 20)
        return QPoint(
            self.random.randint(area.left(), area.right()), self.random.randint(area.top(), area.bottom())
        )

    def bar(self):
        bar = self.grid.verticalScrollBar()
        bar.setValue(self.random.randint(0, bar.maximum()))

    def wheel(self):
        wheel(self.grid, self.random.choice((-3, -1, 1, 3)), self.point())

    def zoom(self):
        wheel(self.grid, self.random.choice((-1, 1)), self.point(), CTRL)

    def width(self):
        self.grid.set_cell_width(self.random.randint(60, 500))

    def resize(self):
        self.grid.resize(self.random.randint(150, 420), self.random.randint(120, 320))

    def walk(self):
        return self.press(self.random.choice(WALKING), self.random.choice(MODIFIERS))

    def key(self):
        return self.press(self.random.choice(OTHERS), self.random.choice(MODIFIERS))

    def press(self, key, modifiers):
        text = chr(key).lower() if key < 128 and not modifiers else ""
        QApplication.sendEvent(self.grid, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
        return f"{modifiers.value:#x} {key.name}"

    def type(self):
        """Letters of which some are in titles and some are not; the search may still run when all changes."""
        text = self.random.choice(("s", "summer", "dress 1", "dress 12", "zz", "连衣裙", "w d"))
        for letter in text:
            QApplication.sendEvent(
                self.grid, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_unknown, NO_KEYS, letter)
            )
        assert self.grid.type_ahead.text().startswith("“")
        assert self.grid.viewport().geometry().right() >= self.grid.type_ahead.geometry().right()
        if self.random.random() < 0.5:
            QApplication.processEvents()
        return text

    def menu(self):
        by = self.random.choice((QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse))
        at, asked = self.point(), len(self.wishes)
        ask_for_menu(self.grid, by, at)
        if len(self.wishes) > asked:
            assert self.wishes[-1] is self.grid.current_offer()
            assert self.wishes[-1] in self.grid.selected_offers()
        return f"{by.name} {at.toTuple()}"

    def mouse(self, kind, point, button=NO_BUTTON, held=NO_BUTTON, modifiers=NO_KEYS) -> None:
        at = QPointF(point)
        event = QMouseEvent(kind, at, self.grid.viewport().mapToGlobal(at), button, held, modifiers)
        QApplication.sendEvent(self.grid.viewport(), event)

    def click(self):
        at, modifiers = self.point(), self.random.choice(MODIFIERS)
        self.mouse(QEvent.Type.MouseButtonPress, at, LEFT, LEFT, modifiers)
        self.mouse(QEvent.Type.MouseButtonRelease, at, LEFT, NO_BUTTON, modifiers)
        return at.toTuple()

    def hover(self):
        self.mouse(QEvent.Type.MouseMove, self.point())

    def leave(self):
        QApplication.sendEvent(self.grid.viewport(), QEvent(QEvent.Type.Leave))

    def pull(self):
        """A rubber band in three acts, with anything in between."""
        if not self.grid.band.active:
            self.mouse(QEvent.Type.MouseButtonPress, QPoint(3, self.point().y()), LEFT, LEFT)
            return "begun"
        if self.random.random() < 0.7:
            self.mouse(QEvent.Type.MouseMove, self.point(), NO_BUTTON, LEFT)
            return "on"
        self.mouse(QEvent.Type.MouseButtonRelease, self.point(), LEFT)
        return "ended"

    def drag(self):
        at = self.point()
        self.mouse(QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
        self.mouse(QEvent.Type.MouseMove, at + QPoint(30, 30), NO_BUTTON, LEFT)
        self.mouse(QEvent.Type.MouseButtonRelease, at + QPoint(30, 30), LEFT)
        return at.toTuple()

    # What must hold

    def check(self) -> None:
        grid, rows, bar = self.grid, len(self.rows), self.grid.verticalScrollBar()
        assert self.model.rowCount() == rows
        while self.wishes:
            wish = self.wishes.pop()
            assert any(wish is each for each in self.rows), f"{wish} was wished for, which is not shown"
        if grid.isVisible():  # else its new size comes when it is shown
            assert bar.maximum() == max(0, grid._geometry.height - grid.viewport().height())
        assert grid._geometry.cells >= rows
        shown, height = grid.shown_rows(), grid.viewport().height()
        for row in (*shown[:1], *shown[-1:]):
            assert self.model.offer(row) is self.rows[row]
            rect = grid.visualRect(self.model.index(row))
            assert rect.bottom() > -5
            assert rect.top() < height + 5
            assert grid.indexAt(rect.center()).row() == row
        assert all(chosen.bottom() < rows for chosen in grid.selectionModel().selection().toList())
        assert grid.currentIndex().row() < rows
        assert grid._hover < rows
        if not grid.band.active:
            assert grid.band.area.isNull()
        assert grid.state() in (QAbstractItemView.State.NoState, QAbstractItemView.State.DraggingState)
