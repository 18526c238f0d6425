"""The account dialog: what is missing, keys that are refused, and where good ones are kept."""

from __future__ import annotations

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt

from sourcing_desktop.app.hand import click, press, write
from sourcing_desktop.domain.account import LINKEDMALL_URL, SANDBOX, Account, AccountKind
from sourcing_desktop.domain.errors import Rejected
from sourcing_desktop.domain.intent import IntentState
from sourcing_desktop.services.sign_in import SignIn
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from sourcing_desktop.storage.journal import Journal
from sourcing_desktop.ui.account.account_controller import AccountController
from sourcing_desktop.ui.account.account_dialog import AccountDialog
from tests.storage.test_journal import draft
from tests.support.waiting import until

ENTER = Qt.Key.Key_Return
WRONG_SECRET = "The gateway did not accept the signature. Check the secret in Account settings."


class Reception:
    """The dialog, opened and closed again and again in one window."""

    def __init__(self, window, sandbox, sign_in: SignIn, scope, library) -> None:
        self.window = window
        self.sandbox = sandbox
        self.sign_in = sign_in
        self.library = library
        self.scope = scope
        self._controller = AccountController(window, sign_in, scope)

    @property
    def dialog(self) -> AccountDialog:
        (found,) = self.window.findChildren(AccountDialog)
        return found

    async def enter(self):
        """Open the dialog; the task's result tells whether another account was put to use."""
        asked = self.scope.start(self._controller.choose(), name="choose")
        await until(lambda: self.window.findChildren(AccountDialog) and self.dialog.isVisible())
        return asked

    def begin_new(self, **changes: str) -> None:
        """Fill in the form of a new account; an empty change leaves the field empty."""
        dialog, keys = self.dialog, self.sandbox.keys
        dialog.list.setCurrentRow(dialog.list.count() - 2)
        texts = {
            "name": "Trial",
            "address": f"{self.sandbox.url}/",
            "access_key": keys.access_key,
            "secret": keys.secret,
            "user_id": keys.user_id,
        } | changes
        for name, text in texts.items():
            getattr(dialog, name).clear()
            write(getattr(dialog, name), text)

    async def add(self, **changes: str) -> None:
        """Put a new account to use."""
        asked = await self.enter()
        self.begin_new(**changes)
        click(self.dialog.use)
        assert await asked

    async def refused(self) -> str:
        """The sentence in the dialog."""
        await until(lambda: self.dialog.banner.isVisible() and self.dialog.use.isEnabled())
        return self.dialog.banner.text.text()


@pytest.fixture
def reception(window, sandbox, open_scope, at_the_end, tmp_path, key_ring, runner):
    database = Database(tmp_path / "library.sqlite")
    runner.run(database.open())
    at_the_end.append(database.close)
    return Reception(
        window, sandbox, SignIn(Accounts(database)), open_scope("accounts"), tmp_path / "library.sqlite"
    )


async def test_the_first_start_is_on_the_sandbox(reception):
    asked = await reception.enter()
    assert reception.dialog.chosen == SANDBOX
    assert not reception.dialog.name.isVisible()
    assert reception.dialog.use.text() == "Use the sandbox"
    reception.dialog.reject()
    assert not await asked


async def test_missing_fields_are_named(reception):
    asked = await reception.enter()
    reception.begin_new(name="", secret=" ", user_id="")
    click(reception.dialog.use)
    assert await reception.refused() == "Fill in a name, the access secret, the user id."
    assert reception.dialog.access_key.text() == reception.sandbox.keys.access_key
    reception.dialog.reject()
    assert not await asked
    assert reception.sandbox.control.calls("AO5") == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"secret": "wrong"}, WRONG_SECRET),
        ({"access_key": "wrong"}, "The gateway did not accept the access key."),
        ({"user_id": "1"}, "The gateway does not let this user do this."),
        ({"address": "http://127.0.0.1:9"}, "The gateway cannot be reached."),
        (
            {"address": "api.pandapon.com"},
            "The gateway cannot be asked, because its address is no web address.",
        ),
    ],
)
async def test_what_the_gateway_refuses_is_said_and_not_kept(reception, key_ring, changes, sentence):
    asked = await reception.enter()
    reception.begin_new(**changes)
    click(reception.dialog.use)
    assert reception.dialog.use.text() == "Checking…"
    assert (await reception.refused()).startswith(sentence)
    for name, text in changes.items():
        assert getattr(reception.dialog, name).text() == text
    assert not key_ring.kept
    assert await reception.sign_in.all() == (SANDBOX,)
    reception.dialog.reject()
    assert not await asked


async def test_a_clock_that_is_off_is_told_here_too(reception):
    asked = await reception.enter()
    reception.sandbox.control.set_clock(3600)
    reception.begin_new()
    click(reception.dialog.use)
    assert (await reception.refused()).startswith("This computer's clock is 1 hour behind;")
    reception.sandbox.control.set_clock(0)
    click(reception.dialog.use)
    assert await asked


async def test_good_keys_are_kept_in_the_keyring_and_nowhere_else(reception, key_ring, tmp_path, caplog):
    caplog.set_level("DEBUG")
    await reception.add()
    account = await reception.sign_in.current()
    assert (account.name, account.base_url) == ("Trial", reception.sandbox.url)
    keys = reception.sandbox.keys
    ((service, name),) = key_ring.kept
    assert (service, name) == ("Sourcing Desktop", account.id)
    kept = await reception.sign_in.credentials(account)
    assert (kept.access_key, kept.secret, kept.user_id) == (keys.access_key, keys.secret, keys.user_id)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"Trial" in content for content in written)
    for secret in (keys.access_key, keys.secret):
        assert not any(secret.encode() in content for content in written)
        assert secret not in caplog.text


async def test_enter_in_the_form_checks_the_keys(reception):
    asked = await reception.enter()
    reception.begin_new()
    press(reception.dialog.name, ENTER)
    assert await asked


async def test_an_account_is_used_again_without_typing_its_keys(reception):
    await reception.add()
    asked = await reception.enter()
    reception.dialog.list.setCurrentRow(0)
    click(reception.dialog.use)
    assert await asked
    assert await reception.sign_in.current() == SANDBOX
    asked = await reception.enter()
    reception.dialog.list.setCurrentRow(1)
    assert reception.dialog.access_key.text() == ""
    click(reception.dialog.use)
    assert await asked
    assert (await reception.sign_in.current()).name == "Trial"


async def test_an_account_is_changed_without_typing_its_keys(reception):
    await reception.add()
    asked = await reception.enter()
    reception.dialog.generation.setCurrentText("v1")
    click(reception.dialog.use)
    assert await asked
    assert (await reception.sign_in.current()).generation == "v1"


async def test_new_keys_replace_the_old_ones_only_when_both_are_typed_and_good(reception, key_ring):
    await reception.add()
    before = dict(key_ring.kept)
    asked = await reception.enter()
    dialog = reception.dialog
    write(dialog.access_key, reception.sandbox.keys.access_key)
    click(dialog.use)
    assert await reception.refused() == "Fill in the access secret."
    write(dialog.secret, "wrong")
    click(dialog.use)
    await until(lambda: dialog.banner.text.text() == WRONG_SECRET)
    assert key_ring.kept == before
    dialog.reject()
    assert not await asked


@pytest.mark.parametrize("name", ["Sandbox", "Trial"])
async def test_a_name_that_is_taken_is_refused(reception, key_ring, name):
    await reception.add()
    before = dict(key_ring.kept)
    asked = await reception.enter()
    reception.begin_new(name=name)
    click(reception.dialog.use)
    assert await reception.refused() == f"There is an account named “{name}” already. Choose another name."
    assert key_ring.kept == before
    reception.dialog.reject()
    assert not await asked
    assert (await reception.sign_in.all())[0] == SANDBOX


async def test_the_name_of_an_account_stays(reception):
    await reception.add()
    asked = await reception.enter()
    assert reception.dialog.name.isReadOnly()
    reception.dialog.list.setCurrentRow(2)
    assert not reception.dialog.name.isReadOnly()
    reception.dialog.reject()
    assert not await asked


async def test_closing_the_dialog_while_keys_are_checked_changes_nothing(reception, key_ring):
    reception.sandbox.control.fault("AO5", "delay", seconds=0.5)
    asked = await reception.enter()
    reception.begin_new()
    click(reception.dialog.use)
    await until(lambda: reception.sandbox.control.calls("AO5"))
    reception.dialog.reject()
    assert not await asked
    await until(lambda: not reception.scope.running("check account"))
    assert not key_ring.kept
    assert await reception.sign_in.current() == SANDBOX


async def test_a_removed_account_leaves_no_keys(reception, key_ring):
    await reception.add()
    asked = await reception.enter()
    click(reception.dialog.remove)
    assert await asked
    assert not key_ring.kept
    assert await reception.sign_in.all() == (SANDBOX,)
    assert await reception.sign_in.current() == SANDBOX


async def test_an_account_with_an_unsettled_order_is_not_removed(reception, key_ring):
    await reception.add()
    account = await reception.sign_in.current()
    library = Database(reception.library)
    journal = Journal(library, account.id)
    await journal.write(draft())
    await journal.move(draft().reference, IntentState.SENDING)
    await library.close()
    asked = await reception.enter()
    click(reception.dialog.remove)
    assert (await reception.refused()).startswith("An order of “Trial” may exist and is not settled yet.")
    assert key_ring.kept
    reception.dialog.reject()
    assert not await asked
    assert await reception.sign_in.current() == account


async def test_a_computer_without_a_keyring_says_so(reception, key_ring):
    keyring.set_keyring(NoKeyring())
    asked = await reception.enter()
    reception.begin_new()
    click(reception.dialog.use)
    sentence = "This system has no working keyring, so keys cannot be kept."
    assert (await reception.refused()).startswith(sentence)
    assert await reception.sign_in.all() == (SANDBOX,)
    reception.dialog.reject()
    assert not await asked


async def test_keys_that_are_gone_from_the_keyring_are_asked_for(reception, key_ring):
    await reception.add()
    key_ring.kept.clear()
    asked = await reception.enter()
    click(reception.dialog.use)
    assert (await reception.refused()).startswith("The keys of “Trial” are not in the keyring.")
    reception.dialog.reject()
    assert not await asked


async def test_an_account_of_linkedmall_is_not_put_to_use(reception: Reception):
    mall = Account("Mall", AccountKind.LINKEDMALL, LINKEDMALL_URL)
    with pytest.raises(Rejected, match="LinkedMall"):
        await reception.sign_in.use(mall)
    assert await reception.sign_in.current() == SANDBOX


async def test_an_account_of_linkedmall_is_checked_and_kept_beside_the_one_in_use(reception: Reception):
    assert await reception.sign_in.pool_account() is None
    keys = reception.sandbox.keys
    asked = await reception.enter()
    dialog = reception.dialog
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert not dialog.user_id.isVisible()
    assert not dialog.generation.isVisible()
    write(dialog.access_key, keys.linkedmall_key)
    write(dialog.secret, "wrong")
    dialog.address.clear()
    write(dialog.address, reception.sandbox.url)
    click(dialog.use)
    assert await reception.refused()
    assert await reception.sign_in.pool_account() is None
    dialog.secret.clear()
    write(dialog.secret, keys.linkedmall_secret)
    click(dialog.use)
    assert await asked
    assert await reception.sign_in.current() == SANDBOX
    account, credentials = await reception.sign_in.pool_account()
    assert (account.name, account.kind) == ("LinkedMall", AccountKind.LINKEDMALL)
    assert credentials.secret == keys.linkedmall_secret
