"""The picture search finds changed copies of drawn goods, and takes any picture at all without harm."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.picture_changes import CHANGES, catalogue, picture
from sourcing_desktop.sandbox.drawing.goods import PAINTERS
from sourcing_desktop.sandbox.drawing.look import Look
from sourcing_desktop.vision import ENGINE
from sourcing_desktop.vision.gallery import Gallery, GalleryError
from sourcing_desktop.vision.subject import subjects
from sourcing_desktop.vision.windows import describe_gallery, describe_query

Pixels = NDArray[np.uint8]
SEARCHES = 10


@pytest.fixture(scope="module")
def looks() -> dict[str, Look]:
    return catalogue(list(PAINTERS)[::3], each=10, seed=4)


@pytest.fixture(scope="module")
def gallery(looks: dict[str, Look]) -> Gallery:
    gallery = Gallery()
    for key, look in looks.items():
        gallery.add(key, describe_gallery(picture(look)))
    return gallery


@pytest.mark.parametrize("change", CHANGES)
def test_changed_copy_is_among_the_first_five(change: str, looks: dict[str, Look], gallery: Gallery) -> None:
    rng = random.Random(change)
    missed = []
    for key in rng.sample(sorted(looks), SEARCHES):
        vectors = describe_query(np.asarray(CHANGES[change](looks[key], rng)))
        if key not in [found for found, _ in gallery.search(vectors, 5)]:
            missed.append(key)
    assert len(missed) <= 1, missed


def test_the_picture_itself_comes_first_with_a_score_near_one(
    looks: dict[str, Look], gallery: Gallery
) -> None:
    key, look = next(iter(looks.items()))
    found = gallery.search(describe_query(picture(look)), len(looks))
    assert found[0][0] == key
    assert found[0][1] > 0.98
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len({other for other, _ in found}) == len(found)


def test_equal_pictures_give_equal_vectors(looks: dict[str, Look]) -> None:
    look = next(iter(looks.values()))
    assert np.array_equal(describe_gallery(picture(look)), describe_gallery(picture(look)))
    assert np.array_equal(describe_query(picture(look)), describe_query(picture(look)))


def _flat(height: int, width: int, colour: tuple[int, int, int]) -> Pixels:
    return np.full((height, width, 3), colour, dtype=np.uint8)


def _noise(height: int, width: int) -> Pixels:
    return np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)


STRANGE = {
    "one pixel": _flat(1, 1, (10, 200, 30)),
    "two pixels": _noise(1, 2),
    "white": _flat(300, 300, (255, 255, 255)),
    "black": _flat(300, 300, (0, 0, 0)),
    "grey": _flat(256, 256, (127, 127, 127)),
    "very wide": _noise(3, 30_000),
    "very tall": _noise(30_000, 2),
    "noise": _noise(400, 300),
    "not contiguous": _noise(200, 300)[::-2, ::3],
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_pictures_are_searched_without_harm(name: str, gallery: Gallery) -> None:
    rgb = STRANGE[name]
    stored, asked = describe_gallery(rgb), describe_query(rgb)
    assert np.isfinite(stored).all()
    assert np.isfinite(asked).all()
    assert stored.shape == describe_gallery(_noise(64, 64)).shape
    assert all(0 < score <= 1 for _, score in gallery.search(asked, 50))
    height, width = rgb.shape[:2]
    for left, top, right, bottom in subjects(rgb):
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((40, 40), np.uint8),
        np.zeros((40, 40, 4), np.uint8),
        np.zeros((0, 40, 3), np.uint8),
        np.zeros((40, 40, 3), np.float32),
    ],
    ids=["grey", "alpha", "empty", "floats"],
)
def test_what_is_no_rgb_picture_is_refused_with_a_sentence(array: Pixels) -> None:
    for look_at in (describe_gallery, describe_query, subjects):
        with pytest.raises(ValueError, match="A picture must be an array of height x width x 3 bytes"):
            look_at(array)


def test_two_things_on_a_ground_are_boxed_most_solid_first() -> None:
    rgb = _flat(400, 600, (250, 250, 250))
    rgb[100:300, 200:400] = (200, 30, 30)
    rgb[20:70, 500:560] = (20, 30, 160)
    first, second = subjects(rgb)[:2]
    assert np.allclose(first, (200, 100, 400, 300), atol=12)
    assert np.allclose(second, (500, 20, 560, 70), atol=12)


def test_a_picture_without_anything_on_it_is_its_own_subject() -> None:
    assert subjects(_flat(30, 50, (90, 90, 90))) == [(0, 0, 50, 30)]


def test_saved_gallery_answers_as_before(looks: dict[str, Look], gallery: Gallery, tmp_path: Path) -> None:
    path = tmp_path / "gallery.npz"
    path.write_bytes(b"an older file")
    gallery.save(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["gallery.npz"]
    loaded = Gallery.load(path)
    query = describe_query(picture(next(iter(looks.values()))))
    assert len(loaded) == len(gallery)
    assert loaded.search(query, 20) == gallery.search(query, 20)


def test_loaded_gallery_can_grow(tmp_path: Path) -> None:
    small = Gallery()
    small.add("noise", describe_gallery(_noise(90, 90)))
    small.save(tmp_path / "small.npz")
    grown = Gallery.load(tmp_path / "small.npz")
    thing = _flat(90, 90, (255, 255, 255))
    thing[20:70, 30:60] = (10, 120, 40)
    assert grown.search(describe_query(_noise(90, 90)), 1)[0][0] == "noise"
    grown.add("thing", describe_gallery(thing))
    assert grown.search(describe_query(thing), 1)[0][0] == "thing"


def test_key_added_again_is_replaced() -> None:
    gallery = Gallery()
    gallery.add("a", describe_gallery(_noise(80, 80)))
    gallery.add("a", describe_gallery(_noise(50, 70)))
    assert [key for key, _ in gallery.search(describe_query(_noise(50, 70)), 5)] == ["a"]


def test_empty_gallery_finds_nothing_and_can_be_saved(tmp_path: Path) -> None:
    Gallery().save(tmp_path / "empty.npz")
    assert Gallery.load(tmp_path / "empty.npz").search(describe_query(_noise(50, 50)), 5) == []


def test_gallery_of_another_engine_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.npz"
    np.savez(path, engine=np.array("hashes-7"), keys=np.array(["a"]), vectors=np.zeros((1, 2, 3), np.float16))
    with pytest.raises(GalleryError, match=f"old.npz was described by hashes-7, .*{ENGINE}"):
        Gallery.load(path)


def test_damaged_gallery_is_refused(gallery: Gallery, tmp_path: Path) -> None:
    path = tmp_path / "gallery.npz"
    gallery.save(path)
    whole = path.read_bytes()
    for damaged in (b"", b"no archive at all", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        with pytest.raises(GalleryError, match="not a picture gallery"):
            Gallery.load(path)


def test_vectors_that_do_not_fit_are_refused() -> None:
    gallery = Gallery()
    gallery.add("a", np.ones((2, 4), np.float32))
    for vectors in (np.ones((2, 5)), np.ones((3, 4)), np.full((2, 4), np.nan), np.ones(4), np.ones((0, 4))):
        with pytest.raises(ValueError, match="ectors"):
            gallery.add("b", vectors.astype(np.float32))
    with pytest.raises(ValueError, match="do not fit"):
        gallery.search(np.ones((1, 5), np.float32), 3)
