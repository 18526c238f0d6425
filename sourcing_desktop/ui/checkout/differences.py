"""What differs from what the buyer knows about an order: small things are said, large ones must be ticked."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sourcing_desktop.domain.intent import OrderIntent
from sourcing_desktop.language import tr
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.checkout.labels import label, say
from sourcing_desktop.ui.checkout.must_see import MustSee
from sourcing_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from sourcing_desktop.services.previewing import Answer


class Differences(QVBoxLayout):
    """Emits `ticked` when the buyer says that they saw something. Notices are made when they are needed; the
    Tab key comes to them after the widget `before` them."""

    ticked = Signal()

    def __init__(self, theme: Theme, before: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._last_stop = before
        self._repeat_of = ""
        self.setSpacing(8)
        self.small = label("warning")
        self.small.hide()
        self.addWidget(self.small)

    @cached_property
    def large(self) -> MustSee:
        """What became much dearer or cheaper."""
        return self._must_see(tr("I have seen it"))

    @cached_property
    def repeat(self) -> MustSee:
        """That the same goods were ordered a moment ago."""
        return self._must_see(tr("Order them once more"))

    @property
    def agreed(self) -> bool:
        """Whether all was seen that must be."""
        return self.open_tick is None

    @property
    def open_tick(self) -> QWidget | None:
        """The first tick that is still to be made."""
        return next((notice.tick for notice in self._made if notice.open), None)

    def show_answer(self, answer: Answer, now: datetime) -> None:
        """What differs from the cart and from the preview before, and how sure the freight is."""
        found = [] if answer.preview.freight_is_final else [sentences.NOT_FINAL]
        found += [sentences.change(each, now) for each in answer.changes if not each.large]
        say(self.small, " ".join(found), "warning")
        large = " ".join(sentences.change(each, now) for each in answer.changes if each.large)
        if large or "large" in vars(self):
            self.large.say(large)

    def show_repeat(self, before: OrderIntent | None, now: datetime) -> None:
        """Say that the same was ordered a moment ago. A tick stays for as long as it is about that order."""
        reference = before.reference if before is not None else ""
        if before is not None and reference != self._repeat_of:
            self.repeat.say(sentences.ordered_before(before, now))
        elif before is None and "repeat" in vars(self):
            self.repeat.say("")
        self._repeat_of = reference

    def clear(self) -> None:
        """Nothing is known that could differ. What was said of other orders stays."""
        self.small.hide()

    def hide(self) -> None:
        """The buyer has decided."""
        self.small.hide()
        for notice in self._made:
            notice.hide()

    @property
    def _made(self) -> list[MustSee]:
        return [getattr(self, name) for name in ("large", "repeat") if name in vars(self)]

    def _must_see(self, agreement: str) -> MustSee:
        notice = MustSee(self._theme, agreement)
        notice.ticked.connect(self.ticked)
        self.addWidget(notice)
        QWidget.setTabOrder(self._last_stop, notice.tick)
        self._last_stop = notice.tick
        return notice
