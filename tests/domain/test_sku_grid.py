"""SKUs as a matrix or a list: whatever the platform sends, each stands in exactly one cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sourcing_desktop.domain.offer import Sku, SkuAttribute, Words
from sourcing_desktop.domain.sku_grid import Head, SkuGrid, labels, sku_list, sku_matrix

VALUES = st.sampled_from(["红色", "red", "XL", "", "أحمر", "x" * 200])
ATTRIBUTES = st.builds(
    SkuAttribute,
    st.builds(Words, st.sampled_from(["颜色", "尺码", "材质", ""])),
    st.builds(Words, VALUES, VALUES),
)
ANY_SKUS = st.lists(
    st.builds(Sku, st.text(max_size=3), st.lists(ATTRIBUTES, max_size=4).map(tuple), picture=VALUES),
    max_size=30,
)


@st.composite
def regular_skus(draw) -> list[Sku]:
    """Of offers with the same attributes at every SKU, some combinations not sold."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    place = st.tuples(*(st.integers(0, size - 1) for size in sizes))
    places = draw(st.lists(place, min_size=1, max_size=60, unique=True))
    return [sku(*map(str, place)) for place in places]


def sku(*values: str, picture: str = "") -> Sku:
    attributes = (SkuAttribute(Words(f"name {at}"), Words(value)) for at, value in enumerate(values))
    return Sku(" ".join(values), tuple(attributes), picture=picture)


def standing(grid: SkuGrid) -> list[Sku]:
    assert len(grid.rows) == len(grid.cells)
    assert all(len(row) == len(grid.columns) for row in grid.cells)
    return [each for row in grid.cells for each in row if each is not None]


@given(ANY_SKUS | regular_skus())
def test_every_sku_stands_in_exactly_one_cell(skus):
    for grid in (sku_list(skus), sku_matrix(skus)):
        if grid is not None:
            assert sorted(map(id, standing(grid))) == sorted(map(id, skus))


@given(regular_skus())
def test_heads_and_what_is_shared_name_every_value(skus):
    for grid in (sku_list(skus), sku_matrix(skus)):
        if grid is None:
            continue
        for row, head in zip(grid.cells, grid.rows, strict=True):
            for each, column in zip(row, grid.columns, strict=True):
                if each is not None:
                    named = [*head.values, *column.values, *(shared.value for shared in grid.shared)]
                    assert sorted(map(repr, named)) == sorted(repr(own.value) for own in each.attributes)


@given(regular_skus())
def test_a_matrix_is_mostly_full_and_no_row_or_column_is_empty(skus):
    grid = sku_matrix(skus)
    if grid is not None:
        assert 2 * len(skus) >= len(grid.rows) * len(grid.columns)
        assert len(grid.columns) > 1
        assert all(any(row) for row in grid.cells)
        assert all(any(column) for column in zip(*grid.cells, strict=True))


def test_few_columns_and_rows_that_show_a_picture():
    plain = [sku(colour, size) for colour in "ab" for size in "12345"]
    grid = sku_matrix(plain)
    assert [head.shown for head in grid.columns] == ["a", "b"]
    pictured = [sku(colour, size, picture=colour) for colour in "ab" for size in "12345"]
    grid = sku_matrix(pictured)
    assert [head.picture for head in grid.rows] == ["a", "b"]
    assert [head.shown for head in grid.columns] == list("12345")


def test_a_third_attribute_makes_more_rows():
    grid = sku_matrix([sku(colour, size, lining) for lining in "xy" for colour in "abc" for size in "1234"])
    assert [head.shown for head in grid.columns] == ["a", "b", "c"]
    assert [head.shown for head in grid.rows][:3] == ["1 · x", "1 · y", "2 · x"]
    assert [name.shown for name in grid.row_names] == ["name 1", "name 2"]


def test_the_hole_of_what_is_not_sold():
    grid = sku_matrix([sku("a", "1"), sku("a", "2"), sku("b", "2")])
    assert [[each is not None for each in row] for row in grid.cells] == [[True, True], [False, True]]


def test_what_makes_no_matrix():
    assert sku_matrix([]) is None
    assert sku_matrix([sku()]) is None
    assert sku_matrix([sku("a"), sku("b")]) is None
    assert sku_matrix([sku("a", "1"), sku("b", "1")]) is None, "the second leaves no choice"
    assert sku_matrix([sku("a", "1"), sku("b", "2"), sku("c", "3")]) is None, "sparse"
    square = [sku(colour, size) for colour in "ab" for size in "12"]
    assert sku_matrix(square) is not None
    assert sku_matrix([*square, Sku("again", square[0].attributes)]) is None, "two of the same values"
    assert sku_matrix([*square, sku("c")]) is None, "an attribute is missing"


def test_a_list_shares_what_all_have():
    grid = sku_list([sku("a", "cotton"), sku("b", "cotton")])
    assert [head.shown for head in grid.rows] == ["a", "b"]
    assert [each.value.shown for each in grid.shared] == ["cotton"]
    assert sku_list([]) == SkuGrid()
    assert sku_list([sku()]).rows == (Head(),)


def test_equal_translations_show_the_original():
    heads = [
        Head((Words("浅蓝", "light blue"),)),
        Head((Words("淡蓝", "light blue"),)),
        Head((Words("红", "red"),)),
    ]
    assert labels(heads) == ["light blue (浅蓝)", "light blue (淡蓝)", "red"]
