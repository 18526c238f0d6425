"""The queue of pictures: how far it is, what steers it, and the table of what was found."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.queued_search import QueueProgress
from sourcing_desktop.language import tr, trn
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.desk.queue_model import QueueModel
from sourcing_desktop.ui.desk.queue_table import QueueTable
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

SIGN = QSize(18, 18)
EMPTY = tr(
    "Drop or open several pictures at once: each is searched with by itself, and its best match is here."
)


class QueueView(QWidget):
    """Decides nothing: a controller hears what is wanted and shows how far the queue is."""

    pause_wanted = Signal(bool)
    resume_wanted = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = QueueModel(self)
        self.table = QueueTable(theme, loader, self.model)
        self.banner = Banner(theme)
        self.words = QLabel()
        self.words.setProperty("role", "soft")
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Pictures searched with"))
        self._pausing, self._going_on = icon("pause", theme.text), icon("resume", theme.text)
        self.pause = _button(self._pausing, "")
        self.pause.setCheckable(True)
        self.retry = _button(icon("refresh", theme.text), tr("Try those again that failed"))
        self.export = _button(icon("export", theme.text), tr("Export the table…"))
        self.cancel = _button(icon("close", theme.text), "")
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for button in (self.pause, self.retry, self.export, self.cancel):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(head)
        lines.setContentsMargins(16, 8, 8, 8)
        lines.setSpacing(4)
        lines.addLayout(row)
        lines.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        self.pause.clicked.connect(self.pause_wanted)
        self.setFocusProxy(self.table)
        self.show_progress(QueueProgress())

    def show_progress(self, progress: QueueProgress) -> None:
        """Say how far the queue is, and what can be done about it."""
        self.words.setText(summary(progress) if progress.total else EMPTY)
        self.bar.setMaximum(max(progress.total, 1))
        self.bar.setValue(progress.over)
        _name(self.pause, tr("Go on") if progress.paused else tr("Pause: what has begun comes to its end"))
        self.pause.setIcon(self._going_on if progress.paused else self._pausing)
        self.pause.setChecked(progress.paused)
        self.pause.setEnabled(bool(progress.left))
        self.retry.setEnabled(bool(progress.failed))
        self.export.setEnabled(bool(progress.total))
        self.cancel.setEnabled(bool(progress.total))
        _name(self.cancel, tr("Cancel those that wait") if progress.left else tr("Empty the queue"))
        if not progress.trouble:
            self.banner.withdraw()
        elif self.banner.isHidden() or self.banner.text.text() != progress.trouble:
            self.banner.say(progress.trouble, self.resume_wanted.emit, tr("Go on now"))


def summary(progress: QueueProgress) -> str:
    """`37 of 200 searched · 30 found something · 2 failed`, in words that say what is not zero."""
    facts = [
        trn("{over} of {count} searched", "{over} of {count} searched", progress.total, over=progress.over)
    ]
    if progress.found:
        facts.append(trn("{count} found something", "{count} found something", progress.found))
    if progress.nothing:
        facts.append(trn("{count} found nothing", "{count} found nothing", progress.nothing))
    if progress.failed:
        facts.append(trn("{count} failed", "{count} failed", progress.failed))
    if progress.left and progress.paused:
        facts.append(tr("paused"))
    return " · ".join(facts)


def _button(sign: QIcon, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(sign)
    button.setIconSize(SIGN)
    _name(button, name)
    return button


def _name(button: QToolButton, name: str) -> None:
    button.setToolTip(name)
    button.setAccessibleName(name)
