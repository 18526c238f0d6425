"""`sourcing-desktop call`: what is sent, what is shown, and what is not done unasked."""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path

import pytest

from sourcing_desktop.app.paths import Paths
from sourcing_desktop.domain.account import Account, AccountKind, Credentials
from sourcing_desktop.storage.accounts import Accounts
from sourcing_desktop.storage.database import Database
from tests.app.conftest import Command
from tests.support.sandbox import RunningSandbox

SEARCH = ("AG3", "keyword=bag", "beginPage=1", "pageSize=2", "country=en")


def test_the_answer_is_printed_as_it_came(command: Command, sandbox: RunningSandbox, keys: dict[str, str]):
    for generation, name in (("v1", "offerId"), ("v2", "offerMapId")):
        result = command("call", *SEARCH, "--url", sandbox.url, "--generation", generation, **keys)
        assert (result.returncode, result.stderr) == (0, "")
        answer = json.loads(result.stdout)
        assert answer["code"] == 200
        assert len(answer["data"]["data"]) == 2
        assert all(row[name] for row in answer["data"]["data"])
        assert answer["data"]["data"][0]["subject"] in result.stdout  # Chinese as it is
        assert not [each for each in keys.values() if each in result.stdout]


def test_a_refusal_is_printed_and_said(command: Command, sandbox: RunningSandbox, keys: dict[str, str]):
    wrong = keys | {"SOURCING_SECRET": "0123456789abcdef"}
    result = command("call", *SEARCH, "--url", sandbox.url, **wrong)
    assert result.returncode == 1
    assert json.loads(result.stdout)["code"] != 200
    assert (
        result.stderr == "The gateway did not accept the signature. Check the secret in Account settings.\n"
    )


def test_the_warehouse_calls_and_open_places_of_paths_are_signed_too(
    command: Command, sandbox: RunningSandbox, keys: dict[str, str]
):
    result = command("call", "ta5", "refundId=1", "--url", sandbox.url, "--yes", **keys)
    assert result.returncode == 1
    assert sandbox.control.calls("TA5") == 1


def test_nothing_binding_is_done_unasked(command: Command, sandbox: RunningSandbox, keys: dict[str, str]):
    words = ("call", "AO8", "webSite=1688", "orderId=1", "cancelReason=other", "--url", sandbox.url)
    result = command(*words, **keys)
    assert result.returncode == 2
    assert "Add --yes" in result.stderr
    assert sandbox.control.calls("AO8") == 0
    assert command(*words, "--yes", **keys).returncode == 1  # there is no such order
    assert sandbox.control.calls("AO8") == 1


def test_a_dry_run_needs_no_keys_and_sends_nothing(command: Command, sandbox: RunningSandbox, tmp_path: Path):
    result = command("call", *SEARCH, "--dry-run", "--url", sandbox.url)
    assert result.returncode == 0
    head, body = result.stdout.split("\n\n")
    first, *headers = head.splitlines()
    assert first == "POST /v2/alibaba/product/keywords/query"
    sent = dict(line.split(": ", 1) for line in headers)
    assert sent["host"] == sandbox.url.removeprefix("http://")
    assert (sent["access-key"], sent["signature"]) == ("•••", "•••")
    assert sent["timestamp"].isdecimal()
    assert json.loads(body) == {"keyword": "bag", "beginPage": 1, "pageSize": 2, "country": "en"}
    assert sandbox.control.calls("AG3") == 0
    assert not [*tmp_path.iterdir()]


def test_a_dry_run_shows_the_query_with_its_signature_hidden(command: Command):
    result = command("call", "W1", "itemId=1", "--dry-run", "--generation", "v1")
    assert result.stdout.startswith("POST /open/pp/logistics/itemLogisticsPrice?sign=•••&timestamp=")
    result = command("call", "AO9", "orderId=a b", "--dry-run")
    assert result.stdout.startswith("GET /v2/alibaba/order/pay/url?orderId=a%20b\n")


def test_another_path_is_tried_without_changing_the_table(command: Command):
    tried = ("--path", "/v2/taobao/order/{orderId}", "--generation", "v2", "--dry-run")
    assert command("call", "TO8", "orderId=7", *tried).stdout.startswith("GET /v2/taobao/order/7\n")
    for words in (("AG6", "--path", "v2/x"), ("ListCategories", "--path", "/x")):
        result = command("call", *words, "--dry-run")
        assert result.returncode == 2
        assert "begins with a slash" in result.stderr


def test_a_picture_is_read_from_a_file(command: Command, tmp_path: Path):
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(b"\xff\xd8 a picture")
    result = command("call", "AG4", f"imageBase64=@{picture}", "--dry-run")
    body = json.loads(result.stdout.split("\n\n")[1])
    assert base64.b64decode(body["imageBase64"]) == b"\xff\xd8 a picture"
    result = command("call", "AA3", f"imageData=@{picture}", "--dry-run")
    assert "content-type: multipart/form-data; boundary=" in result.stdout
    assert 'name="imageData"' in result.stdout


MISUSED = {
    "an unknown call": (("XX1",), "There is no call named XX1"),
    "a word without a key": (("AG3", "bag"), "'bag' is not"),
    "a value that does not fit": (("AG3", "beginPage=one"), "beginPage must be a whole number"),
    "a path that stays open": (("TA5",), "TA5 needs refundId"),
    "a path that leads elsewhere in LinkedMall": (
        ("GetPurchaserShop",),
        "GetPurchaserShop needs purchaserId",
    ),
    "a field given twice": (("AG3", "keyword=a", "keyword=b"), "keyword is given 2 times"),
    "a binding call without what it must have": (("AO8", "orderId=1"), "AO8 lacks webSite"),
    "a change of the selection without": (
        ("SelectionGroupAddProduct", "purchaserId=P"),
        "SelectionGroupAddProduct lacks productIds",
    ),
    "a keyword that is no text": (("AG3", "keyword=\udcff"), "What is given as keyword is no text in UTF-8"),
    "two places to call": (
        ("AG3", "--url", "http://127.0.0.1:9", "--account", "sandbox"),
        "not allowed with argument",
    ),
    "a call of the other generation": (("TG5", "--generation", "v2"), "TG5 does not exist in v2"),
    "a file that is not there": (("AG4", "imageBase64=@/no/such/file"), "/no/such/file cannot be read"),
}


@pytest.mark.parametrize(("words", "sentence"), MISUSED.values(), ids=MISUSED.keys())
def test_words_that_make_no_sense_are_named(command: Command, words, sentence):
    result = command("call", *words, "--dry-run")
    assert (result.returncode, result.stdout) == (2, "")
    assert sentence in result.stderr.splitlines()[-1]
    assert result.stderr.count("\n") == 1 or result.stderr.startswith("usage: ")


def test_a_read_that_lacks_something_is_sent_and_that_said(command: Command):
    result = command("call", "W1", "itemId=1", "--dry-run")
    assert result.returncode == 0
    assert result.stderr.startswith("W1 lacks skuId, receiverAddress, quantity")
    assert result.stdout.endswith('{"itemId":"1"}\n')


def test_nothing_but_the_call_is_asked_for(command: Command):
    assert command("call").stderr.endswith("the following arguments are required: CODE\n")


def test_a_field_that_two_pages_place_differently_goes_to_both_places(command: Command):
    result = command("call", "AA1", "refundId=TQ1", "--dry-run")
    assert result.stdout.startswith("POST /v2/alibaba/refund/info?refundId=TQ1\n")
    assert result.stdout.endswith('{"refundId":"TQ1"}\n')


CHANGES = {
    "a cart": ("TK4", "ids=[]"),
    "an address": ("F2", "name=A"),
    "a selection": ("SelectionGroupAddProduct", "purchaserId=P", "productIds=[]"),
}


@pytest.mark.parametrize("words", CHANGES.values(), ids=CHANGES.keys())
def test_nothing_at_all_is_changed_unasked(command: Command, sandbox: RunningSandbox, keys, words):
    result = command("call", *words, "--url", sandbox.url, **keys)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.endswith("Add --yes to send it.\n")


def test_a_folder_that_is_a_file_is_said(command: Command, tmp_path: Path):
    home = tmp_path / "file"
    home.write_text("")
    result = command("call", "F1", "--home", str(home))
    assert (result.returncode, result.stdout) == (1, "")
    assert "cannot be used: Not a directory." in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_keys_and_a_silent_address_are_said(command: Command, keys: dict[str, str]):
    result = command("call", *SEARCH, "--url", "http://127.0.0.1:9")
    assert result.returncode == 1
    assert "SOURCING_ACCESS_KEY and SOURCING_SECRET" in result.stderr
    result = command("call", *SEARCH, "--url", "http://127.0.0.1:9", **keys)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("The gateway cannot be reached")


def test_linkedmall_is_called_with_its_own_keys(command: Command, sandbox: RunningSandbox):
    keys = {
        "SOURCING_ACCESS_KEY": sandbox.keys.linkedmall_key,
        "SOURCING_SECRET": sandbox.keys.linkedmall_secret,
    }
    shops = command("call", "listpurchasershops", "pageSize=1", "pageNumber=1", "--url", sandbox.url, **keys)
    assert (shops.returncode, shops.stderr) == (0, "")
    purchaser = json.loads(shops.stdout)["shopList"][0]["purchaserId"]
    words = ("SearchProducts", f"purchaserId={purchaser}", "pageSize=2", "pageNumber=1")
    found = command("call", *words, "--url", sandbox.url, **keys)
    assert len(json.loads(found.stdout)["products"]) == 2
    assert sandbox.keys.linkedmall_key not in found.stdout
    wrong = command("call", *words, "--url", sandbox.url, **keys | {"SOURCING_SECRET": "0123456789"})
    assert wrong.returncode == 1
    assert "did not accept the signature" in wrong.stderr


async def test_the_account_last_used_is_called_for(
    command: Command, sandbox: RunningSandbox, key_ring: object, tmp_path: Path
):
    database = Database(Paths.below(tmp_path).library)
    await database.open()
    account = Account("Trial", AccountKind.PANDAPON, sandbox.url, generation="v1", user_id="77")
    await Accounts(database).save(account, Credentials("key", "secret", "77"))
    await Accounts(database).choose(account)
    await database.close()
    home = ("--home", str(tmp_path))
    dry = command("call", "AK6", "--dry-run", *home).stdout
    assert dry.startswith("GET /alibaba/cart/list\n")
    assert "\nuser-id: 77\n" in dry
    other = command("call", "AK6", "--dry-run", "--account", "sandbox", *home).stdout
    assert other.startswith("GET /v2/alibaba/cart/list\n")
    nobody = command("call", "AK6", "--account", "nobody", *home)
    assert nobody.returncode == 1
    assert nobody.stderr == "There is no account named “nobody”. There are: Sandbox, Trial.\n"
    keyless = command("call", "AK6", *home, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert keyless.stderr == "The keys of “Trial” are not in the keyring. Enter them in Accounts.\n"


def test_the_sandbox_runs_for_the_call_on_the_account_s_own_orders(
    command: Command, market_path: Path, tmp_path: Path
):
    market = Paths.below(tmp_path).sandbox_market / "market.sqlite"
    market.parent.mkdir(parents=True)
    shutil.copy(market_path, market)
    address = (
        "name=Trial",
        "province=浙江省",
        "city=杭州市",
        "district=余杭区",
        "address=1",
        "phone=13800000000",
    )
    answers = []
    for words in (("F2", *address), ("F1",), ("ListPurchaserShops", "pageNumber=1", "pageSize=1")):
        result = command("call", *words, "--home", str(tmp_path))
        assert (result.returncode, result.stderr) == (0, "")
        answers.append(result.stdout)
    assert "浙江省" in answers[1]
    assert "purchaserId" in answers[2]


@pytest.mark.parametrize("call", [SEARCH, ("ListCategories",)], ids=["PandaPon", "LinkedMall"])
@pytest.mark.parametrize("address", ["http://", "nonsense", "http://[::", "http://127.0.0.1:99999", ""])
def test_an_address_that_is_none_is_said_before_anything_is_sent(command: Command, address: str, call):
    result = command("call", *call, "--dry-run", "--url", address)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("The gateway cannot be asked, because its address is no web address.")
    assert "Traceback" not in result.stderr
