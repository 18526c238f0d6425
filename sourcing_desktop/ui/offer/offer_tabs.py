"""The offer dock's content: offers as tabs, each with a way back. Only the one in front has widgets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.seen import price_as_on_cards
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.actions import with_standard
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.offer_page import OfferPage
from sourcing_desktop.ui.offer.visits import Lately, Trail, Visit
from sourcing_desktop.ui.plain_tip import plain_tip
from sourcing_desktop.ui.tab_cross import add_cross
from sourcing_desktop.ui.theme import Theme

MOST_CLOSED = 20
"""Closed tabs that can be opened again."""

TAB_WIDTH = 120
"""px of a title in its tab, at most."""

LONGEST_TITLE = 200

Standard = QKeySequence.StandardKey


class OfferTabs(QWidget):
    """One page, which shows the visit in front. `wanted` asks for what is not known of one, each time it is
    shown: its detail, then what is related; whoever reads it fills it and calls `tell`. `similar_requested`
    carries a picture's url."""

    wanted = Signal(object)
    similar_requested = Signal(str)

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trails: list[Trail] = []
        self._closed: list[Trail] = []
        self._lately = Lately()
        self._numbers = count(1)
        self._shown: Visit | None = None
        self.page = OfferPage(theme, loader)
        self.setFocusProxy(self.page)
        self.bar = QTabBar()
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setDocumentMode(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)  # titles are short enough: many tabs scroll
        self.bar.setAccessibleName(tr("Open offers"))
        self.back = self._button(theme, "previous", tr("Back (Alt+Left)"), lambda: self.go(-1))
        self.forward = self._button(theme, "next", tr("Forward (Alt+Right)"), lambda: self.go(1))
        self._top = self._row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.page, 1)
        self.bar.currentChanged.connect(self._show)
        self.bar.tabMoved.connect(self._move)
        self.page.similar_requested.connect(self.similar_requested)
        for keys, also, do in (
            ("Alt+Left", Standard.Back, lambda: self.go(-1)),
            ("Alt+Right", Standard.Forward, lambda: self.go(1)),
            ("Ctrl+W", Standard.Close, lambda: self.close_tab(self.bar.currentIndex())),
            ("Ctrl+Shift+T", Standard.UnknownKey, self.open_closed),
            ("Ctrl+Tab", Standard.NextChild, lambda: self.walk(1)),
            ("Ctrl+Shift+Tab", Standard.PreviousChild, lambda: self.walk(-1)),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(with_standard(keys, also))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()

    @property
    def front(self) -> Visit | None:
        """What is looked at."""
        trail = self._trail
        return trail.here if trail is not None else None

    def titles(self) -> list[str]:
        """What the offer in each tab is called."""
        return [_title(trail.here) for trail in self._trails]

    def visits(self) -> list[Visit]:
        """All that can be gone to."""
        return [visit for trail in (*self._trails, *self._closed) for visit in trail.visits()]

    def tab_of(self, visit: Visit) -> int:
        """The number of the tab a visit belongs to; 0 for one that nobody can go to any more."""
        trails = (trail for trail in (*self._trails, *self._closed) if visit in trail.visits())
        return next((trail.number for trail in trails), 0)

    def open(self, visit: Visit) -> None:
        """Go to another offer in the tab in front; the same one is read again."""
        trail = self._trail
        if trail is None:
            self.open_apart(visit)
            return
        if trail.here.ref == visit.ref:
            self._keep()
            trail.here.forget()
        else:
            trail.go_to(visit)
        self._show()

    def open_apart(self, visit: Visit) -> None:
        """Open an offer in a tab of its own, behind the one in front."""
        self._insert(Trail(next(self._numbers), visit))
        if visit is not self.front:
            self.wanted.emit(visit)

    def tell(self, visit: Visit) -> None:
        """More is known of a visit."""
        self._name_tabs()
        if visit is self.front:
            self._show()

    def read_again(self) -> None:
        """The gateway is another one, or answers in another language: ask for everything anew."""
        self._keep()
        for visit in self.visits():
            visit.forget()
        if self._shown is not None:
            self._show()

    def go(self, steps: int) -> None:
        """Back and forward in the tab in front."""
        if (trail := self._trail) is not None:
            trail.go(steps)
            self._show()

    def walk(self, steps: int) -> None:
        """To the next tab, from the last to the first, too."""
        if self._trails:
            self.bar.setCurrentIndex((self.bar.currentIndex() + steps) % len(self._trails))

    def close_tab(self, place: int) -> None:
        """Close one of the tabs."""
        if 0 <= place < len(self._trails):
            self._keep()
            self._closed = [*self._closed, self._trails.pop(place)][-MOST_CLOSED:]
            self.bar.removeTab(place)
            self._show()

    def open_closed(self) -> None:
        """Open the tab again that was closed last."""
        if self._closed:
            self._insert(self._closed.pop())
            self.bar.setCurrentIndex(len(self._trails) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The two buttons at the side of a mouse."""
        steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
        if steps is not None:
            self.go(steps)
        event.setAccepted(steps is not None)

    @property
    def _trail(self) -> Trail | None:
        place = self.bar.currentIndex()
        return self._trails[place] if 0 <= place < len(self._trails) else None

    def _insert(self, trail: Trail) -> None:
        self._trails.append(trail)
        place = self.bar.addTab(_title(trail.here))
        add_cross(self.bar, place, self._theme, tr("Close this offer"), self.close_tab)
        self._name_tabs()

    def _move(self, before: int, after: int) -> None:
        self._trails.insert(after, self._trails.pop(before))

    def _name_tabs(self) -> None:
        for place, trail in enumerate(self._trails):
            title = _title(trail.here)
            short = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, TAB_WIDTH)
            self.bar.setTabText(place, short.replace("&", "&&"))
            self.bar.setTabToolTip(place, plain_tip(title))
        front = self._trail
        self.back.setEnabled(front is not None and front.can_go_back)
        self.forward.setEnabled(front is not None and front.can_go_on)
        self._top.setVisible(front is not None)

    def _keep(self) -> None:
        """Remember how the offer shown is being looked at."""
        if (visit := self._shown) is not None and self.page.detail is not None:
            visit.typed, visit.scroll = self.page.typed(), self.page.scroll
            visit.picture = self.page.gallery.url

    def _show(self) -> None:
        """Show what is in front, as far as it is known, and as it was left."""
        visit, before = self.front, self._shown
        if before is not None and before is not visit:
            self._keep()
        self._shown = visit
        self._name_tabs()
        if visit is None:
            self.page.show_hint()
            return
        self._lately.look_at(visit)
        if visit.detail is not None:
            self._show_detail(visit, again=visit is before)
        elif visit.offer is not None:
            self.page.show_offer(visit.offer)
        else:
            self.page.show_reading()
        if visit.fault:
            self.page.show_failed(visit.fault, lambda: self._ask(visit))
        elif visit.related is None:
            self.wanted.emit(visit)

    def _show_detail(self, visit: Visit, *, again: bool) -> None:
        page, detail = self.page, visit.detail
        if detail is None:
            return
        if page.detail is not detail:
            page.show_detail(detail)
            page.type_again(visit.typed)
            if not again and visit.picture:
                page.gallery.show_large(visit.picture)
        page.show_related(visit.related or ())
        page.show_kept(visit.kept_at, lambda: self._ask(visit))
        now = price_as_on_cards(detail) if visit.kept_at is None else None
        page.history.show_changes(visit.history, now, visit.times)
        page.head.show_unit(detail.unit.shown, page.history.before)
        if not again:
            page.scroll_to(visit.scroll)

    def _ask(self, visit: Visit) -> None:
        visit.forget()
        self.tell(visit)

    def _row(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "bar")
        row = QHBoxLayout(frame)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addWidget(self.bar, 1)
        frame.hide()
        return frame

    def _button(self, theme: Theme, sign: str, text: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, theme.text))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button


def _title(visit: Visit) -> str:
    """What an offer is called in its tab."""
    offer = visit.detail.offer if visit.detail is not None else visit.offer
    return offer.title.shown[:LONGEST_TITLE] if offer is not None else tr("Offer")
