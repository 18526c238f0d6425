"""How 1688 trades an order: what it offers, of which the buyer may take another than the usual one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sourcing_desktop.domain.order import ON_CREDIT, OrderPreview
from sourcing_desktop.language import tr
from sourcing_desktop.ui.checkout import sentences
from sourcing_desktop.ui.choice_box import SteadyBox
from sourcing_desktop.ui.plain_tip import plain_tip


class TradeChoice(QWidget):
    """The preview is not asked for again after another choice: the gateway takes no choice with that question
    (contract AO6), and its one answer is for all it offers."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: OrderPreview | None = None
        self._chosen = ""
        self.words = QLabel(tr("To be paid with"))
        self.words.setProperty("role", "soft")
        self.box = SteadyBox(tr("How the order is paid"))
        self.flow = QLabel()
        self.flow.setProperty("role", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.words, self.box, self.flow):
            row.addWidget(part)
        row.addStretch(1)
        self.box.activated.connect(self._choose)
        self.hide()

    @property
    def trade_type(self) -> str:
        """The contract's word for it; empty where the platform has none."""
        if self._preview is None:
            return ""
        return self._chosen if self._chosen in self._preview.trade_types else self._preview.trade_type

    def show_preview(self, preview: OrderPreview) -> None:
        """Offer what the preview offers. Credit is only taken by itself where there is nothing else."""
        self._preview = preview
        self.box.clear()
        for each in preview.trade_types:
            self.box.addItem(sentences.trade(each), each)
        self.box.setCurrentIndex(self.box.findData(self.trade_type))
        self.box.setVisible(len(preview.trade_types) > 1)
        self.setVisible(bool(preview.trade_types))
        self._show_words()

    def _choose(self) -> None:
        self._chosen = self.box.currentData()
        self._show_words()

    def _show_words(self) -> None:
        preview, trade = self._preview, self.trade_type
        if preview is None or not trade:
            return
        alone = self.box.isHidden()
        unnamed = tr("in the flow {flow}", flow=preview.flow) if preview.flow else ""
        flow = sentences.FLOW_NAMES.get(preview.flow, unnamed)
        self.words.setText(sentences.paid_with(trade, flow) if alone else tr("To be paid with"))
        self.words.setProperty("role", "warning" if trade in ON_CREDIT else "soft")
        self.words.style().polish(self.words)
        self.flow.setText(flow)
        self.flow.setVisible(bool(flow) and not alone)
        known = ((tr("trade type"), trade), (tr("flow"), preview.flow))
        self.setToolTip(plain_tip(", ".join(f"{name} {code}" for name, code in known if code)))
