"""The page of the contract says what its tables say."""

from __future__ import annotations

from docs.contract_page import PAGE, contract_page


def test_the_page_is_as_the_tables_are():
    assert PAGE.read_text(encoding="utf-8") == contract_page(), "run: python3 dev.py contract"
