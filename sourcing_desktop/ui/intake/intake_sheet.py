"""The dialog for a list: where to paste it, then a table of what would go into the cart. Decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.services.intake.plan import PlanRow
from sourcing_desktop.services.intake.verdicts import Summary, Verdict
from sourcing_desktop.services.intake.wishes import WishList
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.dialogs import in_order
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.intake.given import GivenLists
from sourcing_desktop.ui.intake.intake_model import IntakeModel, OnlyProblems
from sourcing_desktop.ui.intake.intake_table import IntakeTable
from sourcing_desktop.ui.intake.words import addition, remainder
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

TITLE = tr("Add a list to the cart")
EXPLANATION = tr(
    "One line for each: the link of an offer or its id, how many, and the colour or size where there are "
    "several. Rows copied from a spreadsheet will do, and so will files: Excel (.xlsx), CSV, text."
)
EXAMPLE = tr(
    "https://detail.1688.com/offer/672991141190.html   20   red / XL\n"
    "https://item.taobao.com/item.htm?id=683381637585   5\n"
    "672991141190, 30, black"
)


class IntakeSheet(QDialog):
    """Emits what the buyer wishes: `read_requested` with a text or a Path, to add what is shown, to look rows
    up again by their numbers, to stop looking."""

    read_requested = Signal(object)
    file_wanted = Signal()
    add_requested = Signal()
    ask_requested = Signal(tuple)
    stop_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(860, 480)
        self.model = IntakeModel(self)
        self.rows = OnlyProblems(self.model, self)
        self.table = IntakeTable(theme, loader, self.rows)
        self.banner = Banner(theme)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(EXAMPLE)
        self.text.setAccessibleName(tr("The list"))
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)  # what is dropped is for the whole sheet
        self.read = QPushButton(tr("Look at it"))
        self.file = QPushButton(icon("folder", theme.text), tr("Open a file…"))
        self.source = QLabel()
        self.source.setProperty("role", "heading")
        self.remarks = QLabel()
        self.remarks.setProperty("role", "soft")
        self.remarks.setWordWrap(True)
        self.only_problems = QCheckBox()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress_text = QLabel()
        self.stop = QPushButton(tr("Stop"))
        self.counts = QLabel()
        self.counts.setProperty("role", "title")
        self.remainder = QLabel()
        self.remainder.setProperty("role", "soft")
        self.back = QPushButton(tr("Back to the list"))
        self.close_button = QPushButton(tr("Close"))
        self.add = QPushButton()
        for button in (self.read, self.add):
            button.setProperty("kind", "primary")
        self.add.setIcon(icon("cart", theme.on_accent, theme.text_soft))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._paste_page())
        self.pages.addWidget(self._plan_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        column.addLayout(self._foot())
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the rows, and never adds anything by accident
        self._connect()
        self.show_paste()
        self.resize(self.sizeHint().boundedTo(parent.size() * 0.92))  # Qt: two thirds of the screen at most

    def sizeHint(self) -> QSize:
        return QSize(1120, 720)

    def show_paste(self) -> None:
        """Let the buyer paste or change the list."""
        self.pages.setCurrentIndex(0)
        self._show_reading(False)
        for widget in (self.back, self.add, self.counts, self.remainder):
            widget.hide()
        self.read.show()
        self.file.show()
        self.text.setFocus()

    def show_reading(self, given: str | Path) -> None:
        """The list is being read; it stays where it was pasted."""
        self.banner.hide()
        if isinstance(given, str) and given != self.text.toPlainText():
            self.text.setPlainText(given)
        self._show_reading(True)
        self.progress_text.setText(
            tr("Reading {file}…", file=given.name) if isinstance(given, Path) else tr("Reading the list…")
        )

    def show_unread(self, sentence: str) -> None:
        """The list cannot be read."""
        self.show_paste()
        self.banner.say(sentence)

    def show_plan(self, listed: WishList) -> None:
        """The list was read; rows follow."""
        self.model.clear()
        self.only_problems.setChecked(False)
        self.source.setText(listed.source or tr("What you pasted"))
        self.remarks.setText(" ".join(listed.remarks))
        self.remarks.setVisible(bool(listed.remarks))
        self.pages.setCurrentIndex(1)
        self._show_reading(False)
        self.read.hide()
        self.file.hide()
        for widget in (self.back, self.add, self.counts, self.remainder):
            widget.show()
        self.table.setFocus()

    def show_rows(
        self, rows: Sequence[PlanRow], verdicts: Mapping[int, Verdict], counts: Summary, looking: bool
    ) -> None:
        """Show the plan as it is now. While goods are being looked up nothing can be added."""
        self.model.show_rows(rows, verdicts)
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
        problems = self.model.problems
        self.only_problems.setText(tr("Only problems ({count})", count=f"{problems:,}"))
        self.only_problems.setEnabled(bool(problems) or self.only_problems.isChecked())
        self.counts.setText(formats.money(counts.total))
        self.remainder.setText(" · ".join(filter(None, (tr("without freight"), remainder(counts)))))
        self.add.setText(addition(counts))
        self.add.setEnabled(bool(counts.lines) and not looking)
        self.add.setToolTip(tr("Wait until everything is looked up, or stop.") if looking else "")

    def show_progress(self, done: int, of: int) -> None:
        """How many goods are looked up; nothing more to do at the end."""
        under_way = done < of
        for widget in (self.progress, self.progress_text, self.stop):
            widget.setVisible(under_way)
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress_text.setText(tr("Looked up {done} of {all}", done=f"{done:,}", all=f"{of:,}"))

    def show_adding(self, adding: bool) -> None:
        """While goods are being put into the cart nothing can be changed."""
        self.table.setEnabled(not adding)
        self.add.setEnabled(not adding)
        self.back.setEnabled(not adding)

    def _show_reading(self, reading: bool) -> None:
        self.text.setEnabled(not reading)
        self.read.setEnabled(not reading and bool(self.text.toPlainText().strip()))
        self.file.setEnabled(not reading)
        self.progress.setRange(0, 0)
        self.progress.setVisible(reading)
        self.progress_text.setVisible(reading)
        self.stop.setVisible(reading)

    def _paste_page(self) -> QWidget:
        about = QLabel(EXPLANATION)
        about.setWordWrap(True)
        page, column = _page()
        column.addWidget(about)
        column.addWidget(self.text, 1)
        return page

    def _plan_page(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.source, 1)
        head.addWidget(self.only_problems)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        page, column = _page()
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(frame, 1)
        return page

    def _foot(self) -> QHBoxLayout:
        sums = QVBoxLayout()
        sums.setSpacing(0)
        sums.addWidget(self.counts)
        sums.addWidget(self.remainder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file)
        row.addLayout(sums)
        row.addStretch(1)
        row.addWidget(self.progress_text)
        row.addWidget(self.progress)
        row.addWidget(self.stop)
        row.addWidget(self.back)
        for button in in_order(self.close_button, self.read, self.add):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        GivenLists(self).given.connect(self.read_requested)
        self.read.clicked.connect(self._read)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self.text)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._read)
        self.text.textChanged.connect(lambda: self.read.setEnabled(bool(self.text.toPlainText().strip())))
        self.file.clicked.connect(self.file_wanted)
        self.only_problems.toggled.connect(self.rows.show_only_problems)
        self.table.ask_requested.connect(self.ask_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.back.clicked.connect(self.stop_requested)
        self.back.clicked.connect(self.show_paste)
        self.close_button.clicked.connect(self.reject)
        self.add.clicked.connect(self.add_requested)

    def _read(self) -> None:
        if text := self.text.toPlainText().strip():
            file = QUrl(text).toLocalFile()  # as file managers copy it
            self.read_requested.emit(Path(file) if file else text)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return page, column
