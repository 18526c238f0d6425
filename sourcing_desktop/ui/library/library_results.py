"""The cards of the library, and what can be done with them beyond what any card offers."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence

from sourcing_desktop.domain.offer import Offer
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.library.library_model import LibraryModel
from sourcing_desktop.ui.search.offer_menu import OfferMenu
from sourcing_desktop.ui.search.results_view import ResultsView


class LibraryResults(ResultsView):
    """Emits `forget_wanted` to forget what is chosen, `seller_wanted` with the name of one whose offers alone
    shall be shown."""

    forget_wanted = Signal()
    seller_wanted = Signal(str)

    @cached_property
    def model(self) -> LibraryModel:
        """What was seen and fits."""
        return LibraryModel(self)

    def _show_menu(self, offer: Offer, place: QPoint) -> None:
        menu = OfferMenu(self.grid, offer, self)
        menu.addSeparator()
        seller = menu.addAction(tr("Only of this seller"), lambda: self.seller_wanted.emit(offer.shop_name))
        seller.setEnabled(bool(offer.shop_name))
        count = max(1, self.grid.selected_count())
        text = tr("Forget this offer") if count == 1 else tr("Forget {those}", those=formats.offers(count))
        key = QKeySequence(QKeySequence.StandardKey.Delete)
        menu.addAction(
            f"{text}\t{key.toString(QKeySequence.SequenceFormat.NativeText)}", self.forget_wanted.emit
        )
        menu.popup(place)
