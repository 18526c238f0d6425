"""When pictures that are shown already go to disk: while there is nothing else to do, and little by little
when they have waited for long. One thread writes at a time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from sourcing_desktop.pictures.unsaved import Unsaved
from sourcing_desktop.pictures.workers import Landing, Workers

EVERY_MS = 200

SAVED_FOR_EACH = 2
"""Of what has waited for long, with each picture that comes: more than one, so that it gets less."""


class Saving(QObject):
    """Looks after what is unsaved as long as there is something. GUI thread, where nothing else is said."""

    def __init__(self, unsaved: Unsaved, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._unsaved = unsaved
        self._workers = workers
        self._closed = False
        self._now_and_then = QTimer(self, interval=EVERY_MS)
        self._now_and_then.timeout.connect(self._look)

    def begin(self) -> None:
        """There is something to save."""
        if not self._now_and_then.isActive() and not self._closed:
            self._now_and_then.start()

    def save_what_is_due(self) -> None:
        """In a worker that has just added something."""
        for _ in range(SAVED_FOR_EACH):
            if self._unsaved.due:
                self._unsaved.save_one()

    def close(self) -> None:
        """Begin nothing any more."""
        self._closed = True
        self._now_and_then.stop()

    def _look(self) -> None:
        if not self._unsaved:
            self._now_and_then.stop()
        elif self._workers.idle or self._unsaved.due:
            self._workers.start(self._save, self.begin, urgent=False)

    def _save(self) -> Iterable[Landing]:
        """In a worker."""
        while (self._workers.at_one_task or self._unsaved.due) and not self._closed:
            if not self._unsaved.save_one():
                break
        return ()
