"""Pictures are changed as buyers do it, the same way for the same seed; and finding by sight survives it."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PIL import Image

from benchmarks.fit_directions import Described, fit
from benchmarks.sight import packages
from benchmarks.sight.changes import CHANGES, Change
from benchmarks.sight.contest import CONTESTANTS, OURS, Answer, Cosines, Gallery, recall
from benchmarks.sight.grounds import cluttered, even, made, of_photographs
from benchmarks.sight.shots import SIDE, Shot, Source, drawn, on_ground, shot, without_twins
from sourcing_desktop.vision import LOOKS_SIMILAR, LOOKS_THE_SAME, QUERY_LOOKS_THE_SAME
from sourcing_desktop.vision.encoder import DIRECTIONS, Encoder
from sourcing_desktop.vision.layers import FEATURES
from sourcing_desktop.vision.likeness import NUMBERS


@pytest.fixture(scope="module")
def goods() -> list[Source]:
    return drawn(1, seed=77)


@pytest.fixture(scope="module")
def mug(goods) -> Shot:
    return next(source.shot() for source in goods if source.name.startswith("mug"))


def disc(colour: str, radius: int) -> Image.Image:
    """A disc on nothing."""
    y, x = np.mgrid[0:200, 0:200] - 100
    picture = Image.new("RGBA", (200, 200), colour)
    picture.putalpha(Image.fromarray(np.where(x * x + y * y < radius * radius, 255, 0).astype(np.uint8)))
    return picture


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_is_the_same_for_the_same_seed_and_keeps_a_picture(change: Change, mug: Shot):
    one, again = (change.apply(mug, random.Random(4), made) for _ in range(2))
    assert one.mode == "RGB"
    assert one.tobytes() == again.tobytes()
    assert one.tobytes() != mug.whole.tobytes()
    assert min(one.size) >= 200
    assert max(one.size) <= 1400


def test_there_are_twelve_changes_at_least_and_chance_has_a_part_in_most(mug: Shot):
    others = [
        change.name
        for change in CHANGES
        if change.apply(mug, random.Random(1), made).tobytes()
        != change.apply(mug, random.Random(2), made).tobytes()
    ]
    assert len(CHANGES) >= 12
    assert set(others) == {change.name for change in CHANGES} - {"jpeg q40", "220 px", "flip"}


def test_what_is_laid_on_other_grounds_needs_a_thing_cut_out():
    scene = shot(Image.fromarray(np.random.default_rng(1).integers(0, 255, (90, 120, 3), dtype=np.uint8)))
    assert scene.cut_out is None
    assert [change.name for change in CHANGES if not change.takes(scene)] == [
        "other plain ground",
        "photo ground",
        "photo ground, tilted, other light, q60",
    ]


def test_a_thing_is_cut_out_by_what_is_see_through_else_by_its_even_ground():
    see_through = shot(disc("#204080", 60))
    on_white = shot(on_ground(disc("#204080", 60), Image.new("RGB", (200, 200), "white")))
    for found in (see_through, on_white):
        assert found.whole.size == (SIDE, SIDE)
        assert found.whole.getpixel((3, 3)) == (255, 255, 255)
        assert found.cut_out is not None
        assert found.cut_out.getpixel((3, 3))[3] == 0
        assert found.cut_out.getpixel((SIDE // 2, SIDE // 2)) == (32, 64, 128, 255)


def test_drawn_goods_are_cut_out_in_the_place_where_they_stand(mug: Shot):
    assert mug.cut_out is not None
    presence = np.asarray(mug.cut_out)[..., 3]
    laid = np.asarray(on_ground(mug.cut_out, mug.whole)).astype(int)
    assert np.abs(laid - np.asarray(mug.whole))[presence > 250].max() <= 4
    assert 0.05 < (presence > 250).mean() < 0.7


def test_the_same_art_counts_once():
    discs = [Source(str(size), "discs", lambda size=size: shot(disc("#a03050", size))) for size in (60, 60)]
    square = Source("square", "squares", lambda: shot(Image.new("RGBA", (50, 80), "#20a040")))
    assert [source.name for source in without_twins([discs[0], square, discs[1]])] == ["60", "square"]


def test_grounds_have_the_size_asked_for(mug: Shot):
    for ground in (
        even,
        made,
        cluttered([disc("#204080", 60)]),
        of_photographs([Image.new("RGB", (90, 70))]),
    ):
        assert ground(random.Random(5), (120, 80)).size == (120, 80)


def test_pictures_of_a_package_are_read_without_letters_and_what_is_too_small(tmp_path):
    folder = tmp_path / "tuxpaint-stamps-default"
    for name, side in (("household/cup", 120), ("symbols/a", 120), ("household/dot", 20)):
        path = folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGBA", (side, side), "#c02020").save(path)
    assert [source.name for source in packages.sources([tmp_path], folder.name)] == [
        (folder / "household/cup.png").as_posix()
    ]
    assert [source.shot().whole.size for source in packages.sources([folder], folder.name)] == [(SIDE, SIDE)]


def test_a_fit_keeps_what_tells_pictures_apart_and_drops_what_copies_vary_by():
    noise = np.random.default_rng(3)
    originals = np.concatenate([noise.normal(size=(300, 6)), np.zeros((300, 6))], axis=1)
    varied = np.concatenate([np.zeros((300, 6)), noise.normal(size=(300, 6))], axis=1)
    described = Described(originals, originals + varied, np.arange(300))
    _, directions = fit(described, 4, 0.1)
    assert np.abs(directions[:6]).max() > 20 * np.abs(directions[6:]).max()


def test_the_fitted_directions_are_those_of_this_engine():
    with np.load(DIRECTIONS) as table:
        assert table["middle"].shape == (FEATURES,)
        assert table["weights"].shape == (FEATURES, NUMBERS)
        assert table["weights"].dtype == np.int8
        assert table["scale"].shape == (NUMBERS,)
        assert (np.abs(table["weights"]).max(axis=0) == 127).all()


def test_every_change_weighs_the_same_in_the_mean():
    sure = Cosines(0.9, 0.1)
    answers = [
        Answer(change, "discs", dict.fromkeys(CONTESTANTS, place), sure, sure)
        for change, place in (("flip", 0), ("flip", 0), ("flip", 7), ("crop", 2))
    ]
    assert recall(answers, OURS, 1) == pytest.approx(100 / 3)
    assert recall(answers, OURS, 5) == pytest.approx(250 / 3)
    assert recall(answers, OURS, 20) == 100


def test_goods_are_found_after_every_change(goods):
    gallery = Gallery(Encoder.load(), goods[::4])
    answers = gallery.answers((3, 11), seed=5, photographs=cluttered([goods[1].shot().cut_out]))
    assert {answer.change for answer in answers} == {change.name for change in CHANGES}
    assert recall(answers, OURS, 1) >= 90
    assert recall(answers, OURS, 5) >= 96
    assert LOOKS_SIMILAR < QUERY_LOOKS_THE_SAME < LOOKS_THE_SAME < 1
