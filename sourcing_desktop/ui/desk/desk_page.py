"""Looking for goods by pictures: the pictures at the left, what looks like the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.queued_search import QueueProgress
from sourcing_desktop.domain.search import QueryPicture
from sourcing_desktop.language import tr
from sourcing_desktop.pictures.loader import PictureLoader
from sourcing_desktop.ui.desk.desk_panel import DeskPanel
from sourcing_desktop.ui.desk.desk_picture import DeskModel, DeskPicture
from sourcing_desktop.ui.desk.picture_source import PictureSource, read_links, read_mime
from sourcing_desktop.ui.desk.sent_sheet import SentSheet
from sourcing_desktop.ui.desk.sides import Sides
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.picture_menu import find_in_library
from sourcing_desktop.ui.search.filter_bar import FilterBar
from sourcing_desktop.ui.search.results_view import ResultsView, Stage
from sourcing_desktop.ui.search.search_page import SearchPage
from sourcing_desktop.ui.theme import Theme

HINT = tr(
    "Goods that look like your picture appear here."
    " “Find similar” at any picture of the program brings it to this desk."
)
UNUSABLE = tr(
    "Nothing to search with was given. Drop a picture file, a picture from a web page, or its link."
)

ROOMY = 800
"""px from which the pictures get all the room they like beside the results."""

ONE, ALL = range(2)


class DeskPage(SearchPage):
    """Takes drops anywhere. Besides the results of one picture it has room for an overview of many. `queues`
    says of each account how far its queue was when its session ended."""

    sources_given = Signal(object)
    search_requested = Signal()

    def __init__(self, theme: Theme, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self.desk = DeskModel(self)
        self.queues: dict[str, QueueProgress] = {}
        self.panel = DeskPanel(theme, self.desk)
        self.strip, self.box, self.link = self.panel.strip, self.panel.box, self.panel.link
        self.platform, self.about = self.panel.platform, self.panel.about
        self.open, self.paste, self.whole = self.panel.open, self.panel.paste, self.panel.whole
        self.banner = Banner(theme)
        self.filters = FilterBar(theme)
        self._blank = self.add_view(ResultsView(theme, loader, "image", HINT))
        self._found = QStackedWidget()
        self._found.addWidget(self._blank)
        one = QWidget()
        column = _column(one)
        column.addWidget(self.filters)
        column.addWidget(self._found, 1)
        self.areas = QStackedWidget()
        self.areas.addWidget(one)
        self.area_tabs = QTabBar()
        self.area_tabs.setDrawBase(False)
        self.area_tabs.setExpanding(False)
        self.area_tabs.setAccessibleName(tr("One picture or all"))
        self.area_tabs.addTab(tr("One picture"))
        self.area_tabs.hide()
        self.area_tabs.currentChanged.connect(self.areas.setCurrentIndex)
        right = QWidget()
        column = _column(right)
        column.addWidget(self.banner)
        column.addWidget(self.area_tabs)
        column.addWidget(self.areas, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(right, 1)

        self.setAcceptDrops(True)
        self.box.region_changed.connect(self._region_changed)
        self.strip.clicked.connect(lambda: self.area_tabs.setCurrentIndex(ONE))
        self.paste.clicked.connect(self.paste_picture)
        self.panel.library.clicked.connect(self._find_in_library)
        self.link.returnPressed.connect(self._link_given)
        self.filters.changed.connect(self.search_requested)
        self.show_picture(None)

    # What is shown

    @property
    def chosen(self) -> DeskPicture | None:
        """The picture whose results are shown."""
        return self.strip.current

    def show_picture(self, picture: DeskPicture | None) -> None:
        """Show a picture of the desk with its box, where it is searched, and its filters."""
        if picture is None:
            self.box.show_picture(QPixmap(), QSize())
        else:
            self.box.show_picture(picture.thumbnail, picture.size, picture.region)
            self.box.show_subjects(picture.subjects)
            self.platform.choose(picture.platforms)
            self.show_platforms(picture.platforms)
            self.filters.show_filters(picture.filters)
            self.area_tabs.setCurrentIndex(ONE)
        self.filters.setVisible(picture is not None)
        self.panel.show_about(picture)

    def show_platforms(self, platforms: tuple[Platform, ...]) -> None:
        """Offer the filters of these."""
        both = Platform.ALIBABA in platforms
        self.filters.set_platform(Platform.ALIBABA if both else Platform.TAOBAO)

    def make_sides(self) -> Sides:
        """Room for the results of one more picture."""
        sides = Sides(lambda: self.add_view(ResultsView(self._theme, self._loader, "image", HINT)))
        self._found.addWidget(sides)
        return sides

    def show_sides(self, sides: Sides | None) -> None:
        """Show the results of a picture; None for those of no picture."""
        self._found.setCurrentWidget(sides or self._blank)

    def drop_sides(self, sides: Sides) -> None:
        """Nobody will look at these results again."""
        self._found.removeWidget(sides)
        sides.deleteLater()

    def forget_found(self) -> None:
        """All that was found was found by somebody else."""
        for place in reversed(range(self._found.count())):
            if isinstance(sides := self._found.widget(place), Sides):
                self.drop_sides(sides)
        if (overview := self.areas.widget(ALL)) is not None:
            self.areas.removeWidget(overview)
            overview.deleteLater()
            self.area_tabs.removeTab(ALL)
            self.area_tabs.hide()

    def show_queue(self, overview: QWidget, title: str, *, in_front: bool = True) -> None:
        """Show an overview of many pictures under a tab of its own."""
        if self.areas.indexOf(overview) < 0:
            self.areas.insertWidget(ALL, overview)
            self.area_tabs.insertTab(ALL, title)
            self.area_tabs.show()
        self.name_queue(title)
        if in_front:
            self.area_tabs.setCurrentIndex(ALL)

    def name_queue(self, title: str) -> None:
        """Change the words on the overview's tab."""
        self.area_tabs.setTabText(ALL, title)

    def make_sent_sheet(self, name: str, sent: QueryPicture) -> SentSheet:
        """A sheet about what is sent of a picture, in front of the desk."""
        return SentSheet(self._theme, name, sent, self.box.picture, self)

    def refuse(self, sentence: str = UNUSABLE) -> None:
        """Say why there is nothing to search with; what was there stays."""
        self.banner.say(sentence)

    def words_field(self) -> QLineEdit:
        return self.link

    def chosen_views(self) -> dict[Platform, ResultsView]:
        """The results of the chosen picture on each platform it was ever searched on."""
        shown = self._found.currentWidget()
        return shown.views if isinstance(shown, Sides) else {}

    def _front(self) -> ResultsView:
        shown = self._found.currentWidget()
        return shown.front if isinstance(shown, Sides) else self._blank

    def take_keyboard(self) -> None:
        """Put the keyboard where the results come, or at the picture while there are none."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.results.stage is not Stage.HINT:
            self.results.take_keyboard()

    # What is given

    def paste_picture(self) -> None:
        """Search with what is on the clipboard."""
        self._give(read_mime(QGuiApplication.clipboard().mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_picture()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.box.invite(True)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.box.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.box.invite(False)
        event.acceptProposedAction()
        self._give(read_mime(event.mimeData()))

    def _give(self, sources: object) -> None:
        if sources:
            self.sources_given.emit(sources)
        else:
            self.refuse()

    def _link_given(self) -> None:
        if text := self.link.text().strip():
            links = read_links(text.split())
            several = len(links) == len(text.split())
            self.sources_given.emit(links if several else (PictureSource(url=text),))

    def _find_in_library(self) -> None:
        if self.chosen is not None and self.chosen.picture is not None:
            ready = PictureSource(ready=self.chosen.picture, title=self.chosen.name)
            find_in_library(self, ready, self.box.region)

    def _region_changed(self, region: object) -> None:
        self.whole.setEnabled(region is not None)
        self.search_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.panel.be_narrow(event.size().width() < ROOMY)
        super().resizeEvent(event)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
