"""The form for an address: places in either script, a whole address pasted, and what is said at each part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from sourcing_desktop.app.hand import write
from sourcing_desktop.domain.address import Address, AddressEntry
from sourcing_desktop.ui.address.address_form import NEEDLESS, NOT_UNDERSTOOD, TAKEN_APART, AddressForm
from sourcing_desktop.ui.address.place_box import PlaceList
from sourcing_desktop.ui.address.places import places

KEY = Qt.Key
YIWU = Address(
    name="李雷 ABC-1234",
    mobile="13800000000",
    province="浙江省",
    city="金华市",
    district="义乌市",
    street="商城大道1号3号仓",
    town="福田街道",
    district_code="330782",
)
PLACE = ("province", "city", "district", "district_code")


@pytest.fixture
def form(on_screen):
    form = AddressForm()
    on_screen(form)
    return form


def paste(form, text):
    mime = QMimeData()
    mime.setText(text)
    form.paste.insertFromMimeData(mime)


def fill(form, address):
    for part in Address.__slots__:
        form.lines[part].setText(getattr(address, part))


def sentences(form):
    return {part: field.sentence for part, field in form.fields.items() if field.sentence}


def texts(form, *parts):
    return tuple(form.lines[part].text() for part in parts)


def test_what_is_missing_is_said_at_its_part_and_goes_when_it_is_there(form):
    told = QSignalSpy(form.written)
    form.lines["name"].setText("王芳")
    assert sentences(form) == {}
    form.save.click()
    assert set(sentences(form)) == {"mobile", "province", "city", "district", "town", "street"}
    assert form.lines["mobile"].hasFocus()
    assert told.count() == 0
    fill(form, YIWU)
    assert sentences(form) == {"province": "Zhejiang", "city": "Jinhua", "district": "Yiwu"}
    QTest.keyClick(form.lines["street"], KEY.Key_Return)
    assert told.at(0) == [AddressEntry(YIWU)]


@pytest.mark.parametrize("typed", ["yiwu", "义乌"])
def test_a_district_alone_brings_its_city_province_and_code(form, typed):
    write(form.boxes["district"], typed)
    QTest.keyClick(form.boxes["district"], KEY.Key_Return)
    assert texts(form, *PLACE) == ("浙江省", "金华市", "义乌市", "330782")


def test_places_are_searched_inside_the_larger_place(form):
    form.lines["province"].setText("新疆维吾尔自治区")
    write(form.boxes["district"], "Yiwu")
    QTest.keyClick(form.boxes["district"], KEY.Key_Return)
    assert texts(form, *PLACE) == ("新疆维吾尔自治区", "哈密市", "伊吾县", "650522")


def test_latin_letters_that_mean_one_place_become_it(form):
    for part, typed in (("province", "zhejiang"), ("city", "jinhua shi")):
        write(form.boxes[part], typed)
        keyboard = QApplication.activePopupWidget() or form.boxes[part]
        QTest.keyClick(keyboard, KEY.Key_Tab)
    assert texts(form, "province", "city") == ("浙江省", "金华市")
    assert form.boxes["district"].hasFocus()


def test_the_lists_hold_what_lies_in_the_larger_place(form):
    boxes = form.boxes
    assert [boxes[part].count() for part in boxes] == [31, 0, 0]
    form.lines["province"].setText("广东")
    assert boxes["city"].count() == len(places().children("440000"))
    form.lines["city"].setText("东莞市")
    assert (boxes["district"].count(), form.lines["district"].placeholderText()) == (0, NEEDLESS)
    assert form.lines["district_code"].text() == "441900"
    form.lines["province"].setText("浙江省")
    assert texts(form, "city", "district_code") == ("", "")
    boxes["city"].setCurrentIndex(0)
    boxes["city"].activated.emit(0)
    assert texts(form, "city") == ("杭州市",)


def test_a_place_that_is_not_listed_is_doubted_and_kept(form):
    told = QSignalSpy(form.written)
    fill(form, replace(YIWU, district="新义区"))
    assert form.fields["district"].sentence == "Not in the list: check the spelling."
    assert form.lines["district_code"].text() == "330782"  # as it was written
    form.lines["district_code"].setText("")
    form.save.click()
    assert told.at(0) == [AddressEntry(replace(YIWU, district="新义区", district_code=""))]


def test_a_pasted_address_fills_the_form_and_has_to_be_looked_at(form):
    told = QSignalSpy(form.written)
    paste(form, "浙江省金华市义乌市福田街道商城大道1号3号仓 李雷 ABC-1234 13800000000")
    assert (form.entry.address, form.hint.text()) == (YIWU, TAKEN_APART)
    assert told.count() == 0
    form.save.click()
    assert told.count() == 1


def test_what_is_no_address_changes_nothing(form):
    fill(form, YIWU)
    paste(form, "https://detail.1688.com/offer/1.html")
    assert (form.entry.address, form.hint.text()) == (YIWU, NOT_UNDERSTOOD)


@pytest.mark.parametrize("text", ["👩‍🔧 سارة الخيرية", "\u202eevil\x07", "长" * 3000, "\ud83d"])
def test_strange_text_is_taken_as_it_can_be(form, text):
    paste(form, text)
    fill(form, YIWU)
    form.lines["name"].setText(text)
    form.save.click()
    assert form.entry.address.name.isprintable() or "\u200d" in form.entry.address.name
    assert form.grab().width() > 0


def test_an_entry_is_changed_and_keeps_what_else_the_book_says(form):
    entry = AddressEntry(YIWU, id="7", label="Yiwu forwarder", default=True, gateway_id="3")
    form.show_entry(entry)
    assert not form.dirty
    form.default.setChecked(False)
    form.lines["label"].setText("  Old  warehouse ")
    assert form.dirty
    assert form.entry == replace(entry, label="Old warehouse", default=False)
    form.show_entry(entry)
    assert not form.dirty


def test_the_wheel_never_changes_a_place(form):
    form.lines["province"].setText("浙江省")
    box = form.boxes["province"]
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert texts(form, "province") == ("浙江省",)


def test_the_list_of_places_is_a_proper_model(qtbot, form):
    model = PlaceList(places(), form)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(places().children("330700"), "330700")
    assert model.index(0, 0).data() == "婺城区 · Wucheng"
    model.show(places().children("330700"), "")
    assert model.index(0, 0).data() == "婺城区 · Wucheng · 金华市 · 浙江省"
