"""The journal in a window of its own: entries on the left, the story of the chosen one on the right. Decides
nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.journal import EVERYTHING, JournalStory
from sourcing_desktop.language import tr, trn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.journal.journal_filters import JournalFilters
from sourcing_desktop.ui.journal.journal_list import JournalList
from sourcing_desktop.ui.journal.journal_model import JournalModel
from sourcing_desktop.ui.journal.story_view import StoryView
from sourcing_desktop.ui.notices import Banner, Message
from sourcing_desktop.ui.theme import Theme

USUAL_SIZE = QSize(1120, 760)
LIST_WIDTH = 400
EMPTY = tr("Nothing yet. Every order and payment you confirm is written down here before it is sent.")
NONE = tr("No entry fits. Look for other words, or in any state.")


class JournalWindow(QWidget):
    """`export_wanted` carries whether only the entries that fit the filters are meant."""

    export_wanted = Signal(bool)
    copy_wanted = Signal()
    cancel_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowTitle(tr("Journal"))
        self.setWindowIcon(icon("journal", theme.accent))
        self.setMinimumSize(800, 480)
        self.model = JournalModel(self)
        self.filters = JournalFilters()
        self.list = JournalList(theme, loader, self.model)
        self.story = StoryView(theme, loader)
        self.banner = Banner(theme)
        self.loading = Message(theme, "journal", tr("Reading the journal…"))
        self.empty = Message(theme, "journal", EMPTY)
        self.none = Message(theme, "filter", NONE)
        self.failed = Message(theme, "warning", "", button=tr("Retry"))
        self.entries, self.reading = QStackedWidget(), QStackedWidget()
        self.nothing = QWidget()
        for stack, widgets in (
            (self.entries, (self.list, self.none, self.failed)),
            (self.reading, (self.nothing, self.loading, self.empty, self.story)),
        ):
            for widget in widgets:
                stack.addWidget(widget)
        self.count = QLabel()
        self.count.setProperty("role", "soft")
        self.progress = QLabel()
        self.progress.setProperty("role", "soft")
        self.cancel = QPushButton(tr("Cancel"))
        self.copy = QPushButton(icon("copy", theme.text), tr("Copy as text"))
        self.export = QPushButton(icon("export", theme.text), tr("Export"))
        menu = QMenu(self.export)
        menu.addAction(tr("Everything…")).triggered.connect(lambda: self.export_wanted.emit(False))
        self.export_found = menu.addAction(tr("What is shown…"))
        self.export_found.triggered.connect(lambda: self.export_wanted.emit(True))
        self.export.setMenu(menu)
        self._lay_out()
        self._connect()
        self.show_entries(None)
        geometry, parts = settings.value("journal/geometry"), settings.value("journal/parts")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(USUAL_SIZE)
        if isinstance(parts, QByteArray):
            self.parts.restoreState(parts)

    def show_entries(self, more: bool | None) -> None:
        """Show what the model holds, and whether there is more on disk; None while the first are read."""
        rows = self.model.rowCount()
        narrowed = self.filters.wanted != EVERYTHING
        fits_none = more is not None and rows == 0 and narrowed
        self.entries.setCurrentWidget(self.none if fits_none else self.list)
        self.count.setText(_counted(rows, bool(more)) if rows else "")
        self.export_found.setEnabled(narrowed and rows > 0)
        if rows == 0:
            beside = self.loading if more is None else self.empty
            self.reading.setCurrentWidget(self.nothing if fits_none else beside)
        self.copy.setEnabled(self.reading.currentWidget() is self.story)

    def show_story(self, story: JournalStory) -> None:
        """Tell what became of an entry."""
        self.story.show_story(story)
        self.reading.setCurrentWidget(self.story)
        self.copy.setEnabled(True)

    def show_failed(self, sentence: str) -> None:
        """The entries could not be read."""
        if self.model.rowCount():
            self.banner.say(sentence, self.retry_wanted.emit)
            return
        self.failed.text.setText(sentence)
        self.entries.setCurrentWidget(self.failed)
        self.reading.setCurrentWidget(self.nothing)

    def show_progress(self, text: str, *, busy: bool) -> None:
        """Say how far an export is, or what became of it."""
        self.progress.setText(text)
        self.cancel.setVisible(busy)
        self.export.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back: from the story and the words to the list, and from there out of the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.list.hasFocus() or self.entries.currentWidget() is not self.list:
            self.close()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue("journal/geometry", self.saveGeometry())
        self._settings.setValue("journal/parts", self.parts.saveState())
        super().closeEvent(event)

    def _connect(self) -> None:
        self.list.story_wanted.connect(self._go_to_story)
        self.filters.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.failed.pressed.connect(self.retry_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.list.copy_wanted.connect(self.copy_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_words)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)

    def _go_to_words(self) -> None:
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    def _go_to_story(self) -> None:
        if self.reading.currentWidget() is self.story:
            self.story.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 8)
        foot.addWidget(self.count)
        left = QWidget()
        entries = QVBoxLayout(left)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(0)
        entries.addWidget(self.filters)
        entries.addWidget(self.banner)
        entries.addWidget(self.entries, 1)
        entries.addLayout(foot)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.progress, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.copy)
        head.addWidget(self.export)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.reading, 1)
        self.cancel.hide()
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(left)
        self.parts.addWidget(right)
        self.parts.setStretchFactor(1, 1)
        self.parts.setSizes([LIST_WIDTH, USUAL_SIZE.width() - LIST_WIDTH])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)


def _counted(rows: int, more: bool) -> str:
    if more:
        return trn("The latest {count} entry", "The latest {count} entries", rows)
    return trn("{count} entry", "{count} entries", rows)
