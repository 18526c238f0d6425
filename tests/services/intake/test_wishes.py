"""What lines and columns of a list are taken to mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.errors import BadList
from sourcing_desktop.domain.offer import Platform
from sourcing_desktop.domain.quantity import read_quantity
from sourcing_desktop.services.intake.text_list import decoded, text_table
from sourcing_desktop.services.intake.wishes import MOST_GOODS, read_wishes
from tests.services.intake.lists import link, ref

A, B = 672991141190, 683381637585


def read(text: str):
    return read_wishes(text_table(text))


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(wish.refs[0].id if wish.refs else "", wish.quantity, wish.words) for wish in read(text).wishes]


@pytest.mark.parametrize(
    ("line", "quantity", "words"),
    [
        (f"{link(A)} 20", "20", ()),
        (f"{link(A)}", "", ()),
        (f"{link(A)} x20 red", "20", ("red",)),
        (f"20件 {link(A)} 红色", "20", ("红色",)),
        (f"{link(A)} red size 38 qty: 1,200", "1200", ("red size 38",)),
        (f"{link(A)}红色３０个", "30", ("红色",)),
        (f"{A} 5", "5", ()),
        (f"{link(A)} 5 38", "5", ("38",)),
        (f"{link(A)} red 5 38", "", ("red 5 38",)),
        (f"{A},5,red/XL", "5", ("red/XL",)),
        (f"{A}；5；红色", "5", ("红色",)),
        (f"{A} 12 pcs 3 colours", "12", ("3 colours",)),
        (f"{A} 20 pcs 2XL", "20", ("2XL",)),
        (f"{A} pcs: 20 red", "20", ("red",)),
        (f"{A} red x20pcs", "20", ("red",)),
        (f"{A} 20x30cm 5", "5", ("20x30cm",)),
        (f"{A} red 30 cm", "", ("red 30 cm",)),
        (f"{A} ๒๐ แดง", "20", ("แดง",)),
        (f"{A} ٢٠", "20", ()),
    ],
)
def test_a_line(line, quantity, words):
    assert told(line) == [(str(A), quantity, words)]


@pytest.mark.parametrize(
    ("line", "quantity"),
    [
        (f"{A} 12.5", "12.5"),
        (f"{A},12.5", "12.5"),
        (f"{A} -5 red", "-5"),
        (f"{A} × 12.5", "12.5"),
        (f"{A} x1.5 red", "1.5"),
        (f"{A} 12.5 pcs", "12.5"),
        (f"{A} red qty: -3", "-3"),
        (f"{A}\t12.5\tred", "12.5"),
        (f"{A}\t-5", "-5"),
        (f"{A}\t1.5k\tred", "1.5k"),
        (f"{A}\t9.50\tred", ""),
        (f"{A} 9.50 red", ""),
    ],
)
def test_what_is_meant_as_a_quantity_is_never_replaced_by_the_minimum(line, quantity):
    assert [found for _, found, _ in told(line)] == [quantity]


def test_half_a_column_of_quantities_is_one():
    found = told(f"{A}\t5\tred\n{B}\t12.5\tblue")
    assert found == [(str(A), "5", ("red",)), (str(B), "12.5", ("blue",))]


def test_each_of_several_links_in_a_line_has_its_quantity():
    expected = [(str(A), "5", ()), (str(B), "10", ())]
    assert told(f"{link(A)} 5 {link(B)} 10") == expected
    assert told(f"{link(A)}, 5, {link(B)}, 10") == expected


def test_columns_are_told_by_what_they_hold():
    rows = (
        "No\tPicture\tLink\tColour\tPrice\tQty\tTotal",
        f"1\t\t{link(A)}\tred\t12\t50\t600",
        f"2\t\t{link(B)}\tblue\t14\t60\t840",
        "\t\t\t\t\t110\t1440",
    )
    assert told("\n".join(rows)) == [(str(A), "50", ("red",)), (str(B), "60", ("blue",))]
    assert read("\n".join(rows)).remarks == ("1 line names no goods.",)


def test_without_names_the_whole_numbers_beside_the_goods_are_the_quantity():
    rows = [f"{number}\t{link(A + number)}\t{number * 7}\tred\t9.50" for number in range(1, 6)]
    assert [quantity for _, quantity, _ in told("\n".join(rows))] == ["7", "14", "21", "28", "35"]


def test_a_quantity_that_is_none_stays_as_it_is_written():
    rows = [f"{link(A + number)}\t{text}" for number, text in enumerate(["5", "7", "-3", "1,000", "20 pcs"])]
    assert [quantity for _, quantity, _ in told("\n".join(rows))] == ["5", "7", "-3", "1000", "20"]


def test_the_same_goods_in_the_same_words_are_one_wish():
    found = read(f"{link(A)}\t5\tred\n{link(B)}\t1\tred\n{link(A)}\t7\tred\n{link(A)}\t1\tblue").wishes
    assert [(wish.places, wish.quantity) for wish in found] == [((1, 3), "12"), ((2,), "1"), ((4,), "1")]


def test_an_id_of_a_line_that_speaks_of_taobao_is_of_taobao():
    (one,) = read(f"淘宝\t{A}\t5").wishes
    assert [each.platform for each in one.refs] == [Platform.TAOBAO, Platform.ALIBABA]


def test_platforms_may_be_mixed():
    found = read(f"{link(A)} 5\nhttps://item.taobao.com/item.htm?id={B} 6").wishes
    assert [wish.refs[0].platform for wish in found] == [Platform.ALIBABA, Platform.TAOBAO]


def test_a_list_that_is_too_long_is_cut_where_it_says():
    text = "\n".join(f"{link(A + number)} 5" for number in range(MOST_GOODS + 500))
    found = read(text)
    assert len(found.goods) == MOST_GOODS
    assert found.remarks == (
        "The list names more than 2,000 different goods. Everything before line 2,001 is here; "
        "paste the rest afterwards.",
    )


def test_line_numbers_are_those_of_the_text():
    found = read(f'\n\n{link(A)}\t"red\nand blue"\t5\n\n{link(B)}\tred\t6').wishes
    assert [(wish.places, wish.quantity) for wish in found] == [((3,), "5"), ((6,), "6")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_files_of_every_encoding_are_read(encoding):
    text = f"链接,颜色,数量\r\n{link(A)},红色,20\r\n"
    (one,) = read(decoded(text.encode(encoding))).wishes
    assert (one.refs, one.words, one.quantity) == ((ref(A),), ("红色",), "20")


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"abc\x00\x01\x02" * 10, b"\x81" * 99])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadList):
        decoded(data)


pieces = st.sampled_from([*"\t,;| \n\"'x05红件.:/", link(A), str(B), "https://m.tb.cn/h.5"])


@given(st.lists(pieces, max_size=60).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_no_pieces_are_made_up(text):
    found = read(text)
    for wish in found.wishes:
        assert wish.refs or wish.trouble
        assert wish.places
        assert read_quantity(wish.quantity) is None or wish.quantity.isdigit()
    places = [place for wish in found.wishes for place in wish.places]
    assert all(1 <= place <= text.count("\n") + 1 for place in places)


orders = st.lists(
    st.tuples(
        st.integers(10**11, 10**12 - 1), st.integers(1, 10**6), st.sampled_from(["", "red", "红色 / XL"])
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda order: order[0],
)


@given(orders, st.sampled_from(["\t", ", ", "; ", " | ", "  "]), st.booleans())
def test_a_tidy_list_is_read_back_as_it_is(order, separator, linked):
    text = "\n".join(
        separator.join((link(number) if linked else str(number), str(quantity), words))
        for number, quantity, words in order
    )
    found = read(text).wishes
    assert [(int(wish.refs[0].id), int(wish.quantity)) for wish in found] == [each[:2] for each in order]
    assert all(not words or words in wish.words for wish, (*_, words) in zip(found, order, strict=True))
