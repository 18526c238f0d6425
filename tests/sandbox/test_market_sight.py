"""Finding goods in the sandbox market by sight: what was shipped is what the engine says of the market."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.describe_market import drawn
from sourcing_desktop.sandbox.market.index import VECTORS, WAY, PictureIndex, name_of, offers_and_looks
from sourcing_desktop.vision.encoder import Encoder

MAKE_AGAIN = "python -m benchmarks.describe_market makes the vectors again"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


@pytest.fixture(scope="module")
def index(market_path: Path) -> PictureIndex:
    return PictureIndex.load(market_path)


def test_the_shipped_vectors_are_of_this_engine_and_these_drawings():
    with np.load(VECTORS) as shipped:
        assert shipped["way"] == WAY, MAKE_AGAIN


def test_the_shipped_vectors_are_what_the_engine_says_of_the_market(market_path: Path, encoder: Encoder):
    _, looks = offers_and_looks(market_path)
    with np.load(VECTORS) as shipped:
        rows = dict(zip(shipped["names"].tolist(), shipped["vectors"], strict=True))
    assert set(rows) == {name_of(look) for look in looks}, MAKE_AGAIN
    for look in looks[::270]:
        told, kept = (vector.astype(float) for vector in (encoder.describe(drawn(look)), rows[name_of(look)]))
        assert told @ kept > 0.99 * np.linalg.norm(told) * np.linalg.norm(kept), MAKE_AGAIN


def test_the_shipped_vectors_are_small():
    assert VECTORS.stat().st_size < 1_000_000


def test_a_cropped_picture_finds_its_offer(market_path: Path, index: PictureIndex):
    offer_ids, looks = offers_and_looks(market_path)
    for row in range(7, len(looks), 400):
        found = index.search(drawn(looks[row])[18:238, 26:246], 5)
        assert offer_ids[row] in dict(found)
        assert 1.0 >= found[0][1] >= found[-1][1] >= 0.2


def test_what_shows_nothing_finds_nothing(index: PictureIndex):
    assert index.search(np.full((200, 300, 3), 240, np.uint8), 5) == []
