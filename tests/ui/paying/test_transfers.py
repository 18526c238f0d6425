"""Showing the picture of a transfer instead of paying."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.order import OrderState
from sourcing_desktop.domain.payment import PayWay
from sourcing_desktop.services.transfer_picture import TransferPictures
from sourcing_desktop.ui.paying.paying_sheet import PayingSheet
from tests.support.desk import OpenDesk
from tests.support.till import Till
from tests.support.waiting import until


@pytest.fixture
def transfers(joined, open_desk: OpenDesk, runner) -> Till:
    async def opened() -> Till:
        return joined(await open_desk("v1"), "v1")

    return runner.run(opened())


def slip(path, size=(900, 1400)):
    Image.new("RGB", size, "white").save(path)
    return path


async def by_transfer(till: Till) -> PayingSheet:
    await till.place(Platform.TAOBAO)
    till.page.table.setCurrentIndex(till.page.model.index(0, 0))
    till.page.table.transfer.trigger()
    return await till.opened()


async def test_a_transfer_is_shown_by_a_picture_that_was_chosen(transfers, tmp_path):
    sheet = await by_transfer(transfers)
    (group,) = sheet.groups
    assert group.way is PayWay.VOUCHER
    assert not sheet.pay.isEnabled()
    assert sheet.obstacle.isVisible()
    group.transfer.file_chosen.emit(slip(tmp_path / "slip.png"))
    await until(sheet.pay.isEnabled)
    (address,) = group.transfer.addresses
    assert address.startswith("http")
    sheet.pay.click()
    await transfers.paid("Transfer shown")
    (intent,) = await transfers.desk.journal.payments()
    assert intent.draft.vouchers == (address,)
    await transfers.close()
    assert transfers.page.model.order(0).state is OrderState.CHECKING_PAYMENT


async def test_the_finance_department_may_refuse_a_transfer(transfers):
    sheet = await by_transfer(transfers)
    transfers.control.refuse_voucher(transfers.placed[0])
    box = sheet.groups[0].transfer
    box.address.setText("https://pictures.example/slip.jpg")
    box.add.click()
    sheet.pay.click()
    await transfers.paid("Transfer shown")
    transfers.control.advance(transfers.placed[0])
    await transfers.close()
    await transfers.read()
    assert transfers.page.model.order(0).state is OrderState.PAYMENT_REFUSED
    assert transfers.page.model.all_payable


async def test_what_is_no_picture_is_said_at_the_box(transfers, tmp_path):
    sheet = await by_transfer(transfers)
    box = sheet.groups[0].transfer
    broken = tmp_path / "slip.jpg"
    broken.write_bytes(b"<html>not a picture</html>")
    box.file_chosen.emit(broken)
    await until(box.banner.isVisible)
    assert not sheet.pay.isEnabled()
    transfers.control.fault("AA3", "http_500", times=0)
    box.file_chosen.emit(slip(tmp_path / "good.png"))
    await until(lambda: box.pick.text() == "Uploading…")
    await until(lambda: box.pick.isEnabled())
    assert box.banner.isVisible()
    assert not box.addresses
    await transfers.close()


def test_a_large_photograph_is_made_small_enough(tmp_path, runner, transfers):
    noise = Image.effect_noise((4200, 3000), 90)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    path = tmp_path / "photo.png"
    path.write_bytes(buffer.getvalue())
    address = runner.run(TransferPictures(transfers.desk.gateway).upload(path))
    assert address.startswith("http")


async def test_an_account_of_v2_is_told_why_it_shows_no_transfer(joined, open_desk: OpenDesk):
    till = joined(await open_desk("v2"))
    sheet = await by_transfer(till)
    assert sheet.groups[0].way is PayWay.ACCOUNT
    assert sheet.groups[0].note.isVisible()
    assert "only with a v1 account" in sheet.groups[0].note.text()
    await till.close()
