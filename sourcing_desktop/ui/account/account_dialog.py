"""The accounts, and a form for the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sourcing_desktop.domain.account import LINKEDMALL_URL, Account, AccountKind, Credentials
from sourcing_desktop.language import tr
from sourcing_desktop.ui.dialogs import button_row
from sourcing_desktop.ui.notices import Banner
from sourcing_desktop.ui.theme import Theme

ABOUT = {
    AccountKind.SANDBOX: tr("A market inside this program. Everything works, and nothing is really bought."),
    AccountKind.PANDAPON: tr(
        "The PandaPon gateway to 1688 and Taobao. Orders are real. Keys stay in this system's keyring."
    ),
    AccountKind.LINKEDMALL: tr(
        "LinkedMall of Alibaba Cloud. Its pool of goods stands under Discover, whatever account you work"
        " with; nothing is ordered there. Keys stay in this system's keyring."
    ),
}

NEW = (
    (tr("New PandaPon account…"), Account("PandaPon", AccountKind.PANDAPON)),
    (tr("New LinkedMall account…"), Account("LinkedMall", AccountKind.LINKEDMALL, LINKEDMALL_URL)),
)
"""What can be added."""

ROW_HEIGHT = 32
"""px."""


class AccountDialog(QDialog):
    """Emits `use_requested` with the account in the form and `remove_requested` with the chosen one."""

    use_requested = Signal()
    remove_requested = Signal(object)

    def __init__(self, theme: Theme, accounts: Sequence[Account], current: Account, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Account settings"))
        self.setMinimumSize(self.sizeHint())  # each form in turn has the same room
        self._known = len(accounts)
        self._accounts = [*accounts, *(account for _, account in NEW)]
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Accounts"))
        self.list.setFixedWidth(208)
        self.list.addItems([account.name for account in accounts])
        self.list.addItems([name for name, _ in NEW])
        for number in range(self.list.count()):
            self.list.item(number).setSizeHint(QSize(0, ROW_HEIGHT))
        self.about = QLabel()
        self.about.setProperty("role", "soft")
        self.about.setWordWrap(True)
        self.name = QLineEdit()
        self.address = QLineEdit()
        self.generation = QComboBox()
        self.generation.addItems(["v2", "v1"])
        self.access_key = QLineEdit()
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.user_id = QLineEdit()
        self.banner = Banner(theme)
        self.use = QPushButton(tr("Check and use"))
        self.use.setProperty("kind", "primary")
        self.remove = QPushButton(tr("Remove"))
        close = QPushButton(tr("Close"))
        self.use.setDefault(True)
        for button in (self.remove, close, self.banner.retry):
            button.setAutoDefault(False)  # Enter in the form is for the other button
        self._form = QWidget()
        self._fields = form = QFormLayout(self._form)
        form.setContentsMargins(0, 8, 0, 8)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        for label, field in (
            (tr("Name"), self.name),
            (tr("Gateway address"), self.address),
            (tr("Generation"), self.generation),
            (tr("Access key"), self.access_key),
            (tr("Access secret"), self.secret),
            (tr("User id"), self.user_id),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.about)
        right.addWidget(self._form)
        right.addStretch(1)
        right.addWidget(self.banner)
        right.addLayout(button_row(close, self.use, beside=[self.remove]))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.list.currentRowChanged.connect(self._show)
        self.use.clicked.connect(self.use_requested)
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self.chosen))
        close.clicked.connect(self.reject)
        self.list.setCurrentRow([account.id for account in accounts].index(current.id))

    def sizeHint(self) -> QSize:
        return QSize(680, 420)

    @property
    def chosen(self) -> Account:
        """The account marked in the list, as it was before editing."""
        return self._accounts[max(0, self.list.currentRow())]

    def account(self) -> Account:
        """The account as the form says."""
        chosen = self.chosen
        if chosen.kind is AccountKind.SANDBOX:
            return chosen
        return replace(
            chosen,
            name=self.name.text().strip(),
            base_url=self.address.text().strip().rstrip("/"),
            generation=self.generation.currentText(),
            user_id=self.user_id.text().strip(),
        )

    def credentials(self) -> Credentials | None:
        """The keys as typed; None where those in the keyring count, and for the sandbox."""
        fields = (self.access_key, self.secret, *self._user_ids())
        parts = [field.text().strip() for field in fields]
        if self.chosen.kind is AccountKind.SANDBOX or not all(parts):
            return None
        return Credentials(*parts)

    def fault(self) -> str:
        """What must still be filled in or changed, in one sentence; empty when nothing. Marks the fields."""
        if self.chosen.kind is AccountKind.SANDBOX:
            return ""
        name = self.name.text().strip()
        taken = {account.name.casefold() for account in self._accounts[: self._known]}
        if self._is_new() and name.casefold() in taken:
            _mark(self.name, True)
            return tr("There is an account named “{name}” already. Choose another name.", name=name)
        fields = {tr("a name"): self.name, tr("the gateway address"): self.address}
        if self._is_new() or self.access_key.text() or self.secret.text():
            fields |= {tr("the access key"): self.access_key, tr("the access secret"): self.secret}
        fields |= {tr("the user id"): field for field in self._user_ids()}
        empty = [name for name, field in fields.items() if not field.text().strip()]
        for name, field in fields.items():
            _mark(field, name in empty)
        return tr("Fill in {fields}.", fields=", ".join(empty)) if empty else ""

    def show_busy(self, busy: bool) -> None:
        """While the gateway is asked."""
        self.use.setEnabled(not busy)
        self.use.setText(tr("Checking…") if busy else self._use_text())

    def _is_new(self) -> bool:
        return self.list.currentRow() >= self._known

    def _user_ids(self) -> tuple[QLineEdit, ...]:
        """The field for the user id, where the gateway has users."""
        return (self.user_id,) if self.chosen.kind is AccountKind.PANDAPON else ()

    def _use_text(self) -> str:
        return {
            AccountKind.SANDBOX: tr("Use the sandbox"),
            AccountKind.PANDAPON: tr("Check and use"),
            AccountKind.LINKEDMALL: tr("Check and keep"),
        }[self.chosen.kind]

    def _show(self) -> None:
        account = self.chosen
        own = account.kind is not AccountKind.SANDBOX
        self.about.setText(ABOUT[account.kind])
        self._form.setVisible(own)
        for field in (self.generation, self.user_id):
            self._fields.setRowVisible(field, account.kind is AccountKind.PANDAPON)
        self.remove.setVisible(own and not self._is_new())
        self.name.setReadOnly(not self._is_new())
        for field in (self.access_key, self.secret):
            field.setPlaceholderText("" if self._is_new() else tr("kept in the keyring"))
        self.name.setText(account.name)
        self.address.setText(account.base_url)
        self.generation.setCurrentText(account.generation)
        self.user_id.setText(account.user_id)
        for field in (self.name, self.address, self.access_key, self.secret, self.user_id):
            _mark(field, False)
        self.access_key.clear()
        self.secret.clear()
        self.use.setText(self._use_text())
        self.banner.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _mark(field: QLineEdit, wrong: bool) -> None:
    field.setProperty("problem", wrong)
    field.style().polish(field)
