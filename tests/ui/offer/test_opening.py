"""An offer that is opened in a small window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from sourcing_desktop.domain.offer import Words
from tests.ui.offer.conftest import offer


def test_it_is_seen_from_its_top_with_the_keyboard_at_the_skus(window):
    window.resize(1024, 560)
    detail = offer(Words("大容量帆布托特包" * 20, "Canvas tote bag with much room " * 9))
    page = window.offer.page
    window.raise_dock(window.offer_dock)
    page.setFocus()
    page.show_offer(detail.offer)
    QApplication.sendPostedEvents()
    page.show_detail(detail)
    QApplication.sendPostedEvents()
    assert page.skus.table.hasFocus()
    assert page.skus.table.visibleRegion().isEmpty()
    assert page.scroll == 0
