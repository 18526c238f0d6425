"""`sourcing-desktop read`: what a saved answer became, what nobody used, and a sentence for what is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.conftest import Command

EXAMPLES = Path(__file__).resolve().parents[1] / "contract" / "examples"


def test_an_answer_becomes_domain_objects_and_what_is_unread(command: Command):
    result = command("read", "AG5", str(EXAMPLES / "1688-store-search.v1.response.json"))
    assert (result.returncode, result.stderr) == (0, "")
    read = json.loads(result.stdout)
    offer = read["objects"]["offers"][0]
    assert offer["ref"] == {"platform": "1688", "generation": "v1", "id": "683381637585"}
    assert offer["price"] == {"minor": 680, "currency": "CNY"}
    assert offer["title"]["original"] in result.stdout  # Chinese as it is
    assert read["unread"]["data.data[0].traceInfo"] == "object_id@683381637585^object_type@offer"
    assert read["envelope"] == {
        "code": "200",
        "message": "成功",
        "request_id": "e31936c5d70f4a0c8d35ba437d2d55bf",
        "refusal": "",
    }


def test_an_answer_may_come_from_the_input_and_the_code_in_any_case(command: Command):
    result = command("read", "to4", "-", given=(EXAMPLES / "1688-order-cancel.v2.response.json").read_text())
    assert (result.returncode, json.loads(result.stdout)["objects"]) == (0, True)


def test_callbacks_and_operations_of_linkedmall_are_read(command: Command):
    event = command("read", "AC2", str(EXAMPLES / "xport-ka-callback-ORDER_CANCEL.json"))
    assert json.loads(event.stdout)["objects"]["sent_at"] == "2026-05-20T07:47:49.913000Z"
    pool = command("read", "SearchProducts", str(EXAMPLES / "linkedmall-search-products.2.response.json"))
    assert json.loads(pool.stdout)["objects"]["total"] == 3


def test_a_placeholder_is_read_and_its_code_said(command: Command):
    result = command("read", "AA4", str(EXAMPLES / "1688-refund-create.v1.response.json"))
    assert result.returncode == 0
    assert json.loads(result.stdout)["envelope"]["code"] == "0"


FAILURES = {
    "no JSON": (("AG3", "-"), "<html>", 1, "This is no JSON"),
    "truncated": (("AG3", "-"), '{"code": 200, "data": {"data": [', 1, "This is no JSON"),
    "a field of another kind": (
        ("AG3", "-"),
        '{"code": 200, "data": {"data": 7}}',
        1,
        "data.data is no list",
    ),
    "a field that is missing": (
        ("AG3", "-"),
        '{"code": 200, "data": {"data": [{}]}}',
        1,
        "offerMapId is missing",
    ),
    "no such file": (("AG3", "/no/such/file"), "", 1, "/no/such/file cannot be read"),
    "no such generation of it": (("TG5", "-", "--generation", "v2"), "{}", 2, "TG5 does not exist in v2."),
    "no such call": (("XX1", "-"), "", 2, "There is no call named XX1"),
}


@pytest.mark.parametrize(("words", "given", "status", "sentence"), FAILURES.values(), ids=FAILURES.keys())
def test_what_cannot_be_read_is_said_in_a_sentence(command: Command, words, given, status, sentence):
    result = command("read", *words, given=given)
    assert (result.returncode, result.stdout) == (status, "")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_help_names_the_commands_and_each_explains_itself(command: Command):
    assert all(f"\n  {name}" in command("--help").stdout for name in ("call", "read", "sandbox"))
    for name in ("call", "read", "sandbox"):
        result = command(name, "--help")
        assert result.returncode == 0
        assert result.stdout.startswith(f"usage: sourcing-desktop {name}")


def test_commands_start_without_qt_database_and_server():
    code = (
        "import sys; from sourcing_desktop.app.commands import call, read, sandbox;"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'sqlalchemy', 'starlette'))])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
