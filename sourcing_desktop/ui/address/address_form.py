"""Writing down a delivery address."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sourcing_desktop.domain.address import Address

NAMES = {
    "name": "Recipient",
    "mobile": "Mobile",
    "province": "Province",
    "city": "City",
    "district": "District",
    "town": "Town",
    "street": "Street and house",
    "postcode": "Postcode",
    "phone": "Phone",
    "district_code": "Division code",
}
EXAMPLES = {
    "name": "who receives the goods",
    "mobile": "13800001111",
    "province": "广东省",
    "city": "广州市",
    "district": "白云区",
    "town": "石井街道",
    "street": "street, number, building",
    "district_code": "440111, if known",
}


class AddressForm(QWidget):
    """Emits `written` with a complete address. What is typed stays until `clear`."""

    written = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {field.name: self._line(field.name) for field in fields(Address)}
        self.missing = QLabel()
        self.missing.setProperty("role", "danger")
        self.missing.setWordWrap(True)
        self.missing.hide()
        self.save = QPushButton("Use this address")
        self.save.setAutoDefault(False)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, text in NAMES.items():
            form.addRow(
                f"{text} *" if name in Address("", "", "", "", "", "").missing() else text, self.lines[name]
            )
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.missing)
        column.addLayout(buttons)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)

    def address(self) -> Address:
        """What is written now, complete or not."""
        return Address(**{name: line.text().strip() for name, line in self.lines.items()})

    def clear(self) -> None:
        """Begin another address."""
        for line in self.lines.values():
            line.clear()
        self._mark(())

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(EXAMPLES.get(name, ""))
        line.setAccessibleName(NAMES[name])
        line.setMaxLength(200)
        line.textEdited.connect(self._edited)
        line.returnPressed.connect(self._save)
        return line

    def _save(self) -> None:
        address = self.address()
        missing = address.missing()
        self._mark(missing)
        if missing:
            self.lines[missing[0]].setFocus()
        else:
            self.written.emit(address)

    def _edited(self) -> None:
        """Once marked, each mark goes as soon as its line is filled."""
        if self.missing.isVisibleTo(self):
            self._mark(self.address().missing())

    def _mark(self, missing: tuple[str, ...]) -> None:
        for name, line in self.lines.items():
            line.setProperty("problem", name in missing)
            line.style().polish(line)
        self.missing.setText(f"Still missing: {', '.join(NAMES[name].lower() for name in missing)}.")
        self.missing.setVisible(bool(missing))
