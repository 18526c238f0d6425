"""Who sells an offer, with only the evidence that was returned: what is not known is not shown as missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from sourcing_desktop.domain.offer import OfferDetail
from sourcing_desktop.domain.supplier import Supplier
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.flow import Flow
from sourcing_desktop.ui.icons import icon
from sourcing_desktop.ui.offer.breaking_label import BreakingLabel
from sourcing_desktop.ui.theme import Theme

COLUMNS = 3
MOST_FIGURES = 12


class SupplierCard(QFrame):
    """Hidden where nothing at all is known of the seller. `more` and `chat` are its buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name = BreakingLabel("heading")
        self.known = BreakingLabel("soft")
        self._figures = [(_label(""), _label("soft")) for _ in range(MOST_FIGURES)]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for number, (figure, name) in enumerate(self._figures):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(figure)
            cell.addWidget(name)
            cell.addStretch(1)
            self._grid.addLayout(cell, number // COLUMNS, number % COLUMNS)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.more = QPushButton(tr("More of this shop"))
        self.more.setIcon(icon("store", theme.text))
        self.chat = QPushButton(tr("Chat with the seller"))
        self.chat.setIcon(icon("chat", theme.text))
        buttons = Flow(8)
        buttons.add(self.more)
        buttons.add(self.chat)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(12, 12, 12, 12)
        column_of_all.setSpacing(8)
        column_of_all.addWidget(self.name)
        column_of_all.addWidget(self.known)
        column_of_all.addLayout(self._grid)
        column_of_all.addWidget(buttons)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What is shown, as (label, figure)."""
        return [(name.text(), figure.text()) for figure, name in self._figures if not figure.isHidden()]

    def show_seller(self, detail: OfferDetail) -> None:
        """Show what is known of who sells the offer."""
        seller = detail.supplier
        self.setVisible(bool(seller.id or seller.name))
        self.name.setText(seller.name or tr("A seller without a name"))
        about = [seller.location, *(formats.badge(code) for code in seller.identities)]
        self.known.setText(" · ".join(part for part in about if part))
        self.known.setVisible(bool(self.known.text()))
        figures = _figures(seller)[:MOST_FIGURES]
        for number, (figure, name) in enumerate(self._figures):
            there = number < len(figures)
            figure.setVisible(there)
            name.setVisible(there)
            if there:
                name.setText(figures[number][0])
                figure.setText(figures[number][1])
        unnamed = "" if seller.id else tr("The gateway does not say which shop this is.")
        problem = formats.shop_problem(detail.offer) or unnamed
        self.more.setEnabled(not problem)
        self.more.setToolTip(problem)
        self.chat.setToolTip(tr("Opens in the browser"))


def _figures(seller: Supplier) -> list[tuple[str, str]]:
    """(label, figure) of what was returned."""
    shares = (
        (tr("buy again"), seller.repurchase_percent),
        (tr("collected within 48 h"), seller.collect_48h_percent),
        (tr("sent back for quality in 30 days"), seller.quality_refund_percent),
    )
    scores = (
        (tr("service"), seller.service_score),
        (tr("goods as described"), seller.goods_score),
        (tr("delivery"), seller.logistics_score),
        (tr("advice"), seller.advice_score),
        (tr("after sales"), seller.after_sales_score),
        (tr("disputes"), seller.dispute_score),
    )
    found = [(name, _share(share)) for name, share in shares if share is not None]
    found += [(name, tr("{score} of 5", score=f"{score:.1f}")) for name, score in scores if score is not None]
    if seller.medal_level is not None:
        found.append((tr("trade medal level"), formats.count(seller.medal_level)))
    if seller.mixed_batch is not None:
        found.append((tr("mixes from"), formats.mixed_limits(seller.mixed_batch)))
    return found


def _share(percent: float) -> str:
    """To a tenth where that says more: few of ten thousand are not none."""
    return (
        formats.percent(percent) if percent >= 10 or not percent else tr("{share} %", share=f"{percent:.1f}")
    )


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
