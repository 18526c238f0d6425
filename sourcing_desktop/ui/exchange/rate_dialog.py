"""A currency, what one yuan costs in it, and what that makes of a thousand yuan."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.exchange import CURRENCIES, Rate, read_rate
from sourcing_desktop.domain.money import Money
from sourcing_desktop.language import tr
from sourcing_desktop.ui import formats
from sourcing_desktop.ui.dialogs import button_row
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

EXAMPLE = Money.yuan(1000)
ABOUT = tr(
    "Orders are paid in yuan. Beside them the program can show what they come to in your own money, at the"
    " rate you write here: your bank's or your agent's. It asks nobody for rates."
)


class RateDialog(QDialog):
    """Emits `use_requested` with the currency and the units of it for one yuan, and `forget_requested`."""

    use_requested = Signal(str, object)
    forget_requested = Signal()

    def __init__(self, theme: Theme, rate: Rate | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exchange rate"))
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("role", "soft")
        self.currency = QComboBox()
        for code, name in CURRENCIES.items():
            self.currency.addItem(f"{code} · {name}", code)
        self.per_yuan = QLineEdit()
        self.per_yuan.setAccessibleName(tr("What one yuan costs"))
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.banner = Banner(theme)
        self.banner.retry.setAutoDefault(False)
        self.use = QPushButton(tr("Use this rate"))
        self.use.setProperty("kind", "primary")
        self.use.setDefault(True)
        self.forget = QPushButton(tr("Yuan only"))
        self.forget.setToolTip(tr("Show sums in yuan alone"))
        self.forget.setVisible(rate is not None)
        self.cancel = QPushButton(tr("Cancel"))
        for button in (self.forget, self.cancel):
            button.setAutoDefault(False)
        if rate is not None:
            self.currency.setCurrentIndex(max(0, self.currency.findData(rate.currency)))
            self.per_yuan.setText(f"{rate.per_yuan:f}")
        self._lay_out(about)
        self.currency.currentIndexChanged.connect(self._show_example)
        self.per_yuan.textChanged.connect(self._show_example)
        self.use.clicked.connect(self._use)
        self.forget.clicked.connect(self.forget_requested)
        self.cancel.clicked.connect(self.reject)
        self._show_example()
        self.per_yuan.setFocus()
        self.per_yuan.selectAll()

    def _use(self) -> None:
        self.use_requested.emit(self.currency.currentData(), self._read())

    def _read(self) -> Decimal:
        return read_rate(self.per_yuan.text(), self.currency.currentData())

    def _show_example(self) -> None:
        """What the rate makes of a sum one knows shows whether it is off by a thousand, or upside down."""
        try:
            rate = Rate(self.currency.currentData(), self._read(), datetime.now(UTC))
        except ValueError as error:
            self.example.setText(str(error) if self.per_yuan.text().strip() else "")
            self.use.setEnabled(False)
        else:
            worth = formats.money(rate.convert(EXAMPLE))
            self.example.setText(tr("{yuan} is about {worth}.", yuan=formats.money(EXAMPLE), worth=worth))
            self.use.setEnabled(True)

    def _lay_out(self, about: QLabel) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(tr("Currency"), self.currency)
        form.addRow(tr("For one yuan"), self.per_yuan)
        form.addRow("", self.example)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(about)
        column.addWidget(self.banner)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(button_row(self.cancel, self.use, beside=[self.forget]))
        self.setMinimumWidth(440)
        self.example.setMinimumHeight(2 * self.example.fontMetrics().lineSpacing())
