"""Writing down a delivery address: pasted whole, chosen from lists, or typed."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.address import Address, AddressEntry, tidy
from sourcing_desktop.domain.address_checks import completed, doubts, faults
from sourcing_desktop.domain.divisions import Division, Level
from sourcing_desktop.domain.pasted_address import split_address
from sourcing_desktop.language import tr
from sourcing_desktop.ui.address.address_field import AddressField
from sourcing_desktop.ui.address.paste_box import PasteBox
from sourcing_desktop.ui.address.place_box import PlaceBox
from sourcing_desktop.ui.address.places import places
from sourcing_desktop.ui.dialogs import in_order

NAMES = {
    "name": tr("Recipient *"),
    "mobile": tr("Mobile *"),
    "phone": tr("Other phone"),
    "province": tr("Province *"),
    "city": tr("City *"),
    "district": tr("District *"),
    "town": tr("Town or subdistrict *"),
    "street": tr("Street and house *"),
    "postcode": tr("Postcode"),
    "district_code": tr("Division code"),
    "label": tr("Your name for the address"),
}
EXAMPLES = {
    "label": tr("Yiwu forwarder"),
    "name": tr("and your customer code"),
    "mobile": "138 0000 0000",
    "phone": "0579-85550000",
    "province": tr("Zhejiang or 浙江省"),
    "city": tr("Jinhua or 金华市"),
    "district": tr("Yiwu or 义乌市"),
    "town": "福田街道",
    "street": tr("street, number, building"),
    "postcode": "322000",
    "district_code": "330782",
}
GRID = (
    (("name", 2), ("mobile", 2), ("phone", 2)),
    (("province", 2), ("city", 2), ("district", 2)),
    (("town", 2), ("street", 4)),
    (("postcode", 2), ("district_code", 2), ("label", 2)),
)
"""The rows of the form; how many of six columns each part takes."""

LEVELS = {"province": Level.PROVINCE, "city": Level.CITY, "district": Level.DISTRICT}

NOWHERE = Address("", "", "", "", "", "")
MANY = 2000
"""Characters: enough for anything that is pasted by mistake, so that it is seen and said to be too long."""

TAKEN_APART = tr("Taken apart by the program. Look at each part before you use the address.")
NEEDLESS = tr("this city has none")
NOT_UNDERSTOOD = tr("No place in China was found in this text. Fill in the form below.")


class AddressForm(QWidget):
    """Emits `written` with an AddressEntry that has no fault. What is typed stays until another is shown."""

    written = Signal(object)
    cancelled = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = AddressEntry(NOWHERE)
        self._judging = False
        self.paste = PasteBox()
        self.hint = QLabel()
        self.hint.setProperty("role", "warning")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.boxes = {part: PlaceBox(places(), level) for part, level in LEVELS.items()}
        self.fields = {
            part: AddressField(name, self.boxes.get(part) or QLineEdit(), EXAMPLES[part])
            for part, name in NAMES.items()
        }
        self.lines = {part: field.line for part, field in self.fields.items()}
        self.default = QCheckBox(tr("Use it first in the checkout"))
        self.save = QPushButton(tr("Use this address"))
        self.cancel = QPushButton(tr("Cancel"))
        for button in (self.save, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self.paste.pasted.connect(self._take_apart)
        self.default.toggled.connect(self.changed)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)
        for part, line in self.lines.items():
            line.setMaxLength(MANY)
            line.textChanged.connect(partial(self._edited, part))
            if part in self.boxes:
                self.boxes[part].picked.connect(self._picked)
                self.boxes[part].returned.connect(self._save)
            else:
                line.returnPressed.connect(self._save)

    @property
    def entry(self) -> AddressEntry:
        """What is written now, complete or not."""
        parts = {field.name: self.lines[field.name].text() for field in fields(Address)}
        address = completed(Address(**parts).tidied(), places())
        label = tidy(self.lines["label"].text())
        return replace(self._entry, address=address, label=label, default=self.default.isChecked())

    @property
    def tab_stops(self) -> list[QWidget]:
        """What can have the keyboard, in order."""
        editors = [field.editor for field in self.fields.values()]
        return [self.paste, *editors, self.default, *in_order(self.cancel, self.save)]

    @property
    def dirty(self) -> bool:
        """Whether something was changed since the entry was shown."""
        return self.entry != self._entry

    def show_entry(self, entry: AddressEntry) -> None:
        """Begin with what is in an entry of the book."""
        self._entry = entry
        self._judging = False
        self.paste.clear()
        self.hint.hide()
        self._fill({field.name: getattr(entry.address, field.name) for field in fields(Address)})
        self.lines["label"].setText(entry.label)
        self.default.setChecked(entry.default)
        self._judge()
        self.changed.emit()

    def clear(self) -> None:
        """Begin another address."""
        self.show_entry(AddressEntry(NOWHERE))

    def _fill(self, parts: dict[str, str]) -> None:
        for part in (*LEVELS, *(part for part in parts if part not in LEVELS)):  # places set the code
            if part in parts:
                self.lines[part].setText(parts[part])
                self.lines[part].setCursorPosition(0)

    def _take_apart(self, text: str) -> None:
        address = split_address(text, places())
        if understood := bool(address.province or address.mobile or address.phone):
            self._fill({field.name: getattr(address, field.name) for field in fields(Address)})
            self._judging = True
            self._judge()
        self.hint.setText(TAKEN_APART if understood else NOT_UNDERSTOOD)
        self.hint.show()

    def _picked(self, division: Division) -> None:
        """A place is known with all that it lies in."""
        path = places().path(division)
        self._fill({part: place.name for part, place in zip(LEVELS, path, strict=False)})

    def _edited(self, part: str, _text: str) -> None:
        if part in LEVELS:
            self._follow_places(part)
        self._judge()
        self.changed.emit()

    def _follow_places(self, part: str) -> None:
        """What can be chosen in the smaller places, and the code, follow the larger ones."""
        names = dict(zip(LEVELS, (self.lines[each].text() for each in LEVELS), strict=True))
        known = places().place(*names.values())
        if part == "province":
            self.boxes["city"].offer(known[0].code if known else "")
        if part in ("province", "city"):
            self.boxes["district"].offer(known[min(len(known), 2) - 1].code if known else "")
            self._forget_smaller(part, known)
        needless = len(known) > 1 and not places().children(known[1].code)
        self.lines["district"].setPlaceholderText(NEEDLESS if needless else EXAMPLES["district"])
        address = completed(replace(NOWHERE, **names), places())
        self.lines["district_code"].setText(address.district_code)

    def _forget_smaller(self, part: str, known: tuple[Division, ...]) -> None:
        """A city that is known and not in the province that was just chosen is a leftover."""
        parts = list(LEVELS)
        at = parts.index(part) + 1
        if len(known) == at and places().children(known[-1].code):
            smaller = self.lines[parts[at]].text()
            if any(each.name == smaller for each in places().written(smaller)):
                self.lines[parts[at]].clear()

    def _save(self) -> None:
        self._judging = True
        wrong = self._judge()
        if wrong:
            self.lines[next(part for part in NAMES if part in wrong)].setFocus()
        else:
            self.written.emit(self.entry)

    def _judge(self) -> dict[str, str]:
        """Show what is wrong, once it was asked for, and at once what is doubtful and how a place is read."""
        address = self.entry.address
        wrong = faults(address, places()) if self._judging else {}
        doubtful = doubts(address, places())
        known = places().place(address.province, address.city, address.district)
        read = {part: division.latin for part, division in zip(LEVELS, known, strict=False)}
        for part, field in self.fields.items():
            field.say(wrong.get(part, ""), doubtful.get(part, ""), read.get(part, ""))
        return wrong

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for row, parts in enumerate(GRID):
            column = 0
            for part, width in parts:
                grid.addWidget(self.fields[part], row, column, 1, width)
                column += width
        for column in range(6):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in in_order(self.cancel, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(12)
        column_of_all.addWidget(self.paste)
        column_of_all.addWidget(self.hint)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.default)
        column_of_all.addLayout(buttons)
        column_of_all.addStretch(1)
