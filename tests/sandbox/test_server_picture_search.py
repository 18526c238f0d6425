"""Searching by sight over the wire, and what is no picture (contract AG4, TG1, upstream C5)."""

from __future__ import annotations

import base64
import io
import json
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from sourcing_desktop.sandbox.door.codes import Code
from sourcing_desktop.vision.weights import WHEEL
from tests.sandbox.conftest import Goods
from tests.support.shapes import example


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return base64.b64encode(buffer.getvalue()).decode()


def picture_of(client, offer) -> Image.Image:
    """The main picture, as the picture host serves it."""
    url = client.data("AG1", {"offerMapId": offer.map_id})["productImage"]["images"][0]
    return Image.open(io.BytesIO(client.http.get(url).content)).convert("RGB")


def found(client, text: str, **fields: object) -> list[str]:
    """The map ids of the first row of five."""
    rows = client.data("AG4", {"imageBase64": text, "beginPage": 1, "pageSize": 5, "country": "en", **fields})
    return [row["offerMapId"] for row in rows["data"]]


def test_a_rescaled_and_recompressed_copy_finds_its_offer(v2, goods: Goods):
    offer = goods.some("1688")
    copy = picture_of(v2, offer).resize((300, 300))
    for kind, options in (("JPEG", {"quality": 50}), ("PNG", {}), ("WEBP", {})):
        assert offer.map_id in found(v2, encoded(copy, kind, **options))


def test_a_box_searches_the_part_inside_it(v2, goods: Goods):
    offer = goods.some("1688")
    sheet = Image.new("RGB", (1200, 900), "#c9d6c3")
    sheet.paste(picture_of(v2, offer).resize((500, 500)), (640, 350))
    data = v2.data("AG4", {"imageBase64": encoded(sheet), "region": "640,1140,350,850", "pageSize": 5})
    assert offer.map_id in [row["offerMapId"] for row in data["data"]]
    assert data["picRegionInfo"]["currentRegion"] == "640,1140,350,850"


def test_subjects_are_boxes_in_pixels_of_the_upload(v2):
    picture = Image.new("RGB", (2000, 1000), "white")
    picture.paste("#aa2222", (1400, 300, 1800, 700))
    regions = v2.data("AG4", {"imageBase64": encoded(picture, "PNG")})["picRegionInfo"]
    left, right, top, bottom = map(int, regions["currentRegion"].split(","))
    assert regions["yoloCropRegion"].split(";")[0] == regions["currentRegion"]
    for edge, expected in ((left, 1400), (right, 1800), (top, 300), (bottom, 700)):
        assert abs(edge - expected) < 50


def test_an_own_address_wins_over_a_dummy(either, goods: Goods):
    offer = goods.some("1688")
    asked = {"offerMapId": offer.map_id} if either.generation == "v2" else {"offerId": offer.id}
    url = either.data("AG1", asked)["productImage"]["images"][0]
    data = either.data("AG4", {"imageBase64": "xxxx", "imageAddress": url, "beginPage": 1, "pageSize": 5})
    own = offer.map_id if either.generation == "v2" else int(offer.id)
    assert own in [row.get("offerMapId", row.get("offerId")) for row in data["data"]]


def test_pages_and_filters_narrow_what_was_seen(v2, goods: Goods):
    text = encoded(picture_of(v2, goods.some("1688")))
    asked = {
        "imageBase64": text,
        "pageSize": 10,
        "priceStart": "10",
        "priceEnd": "100",
        "sort": '{"price":"asc"}',
    }
    first, second = (v2.data("AG4", asked | {"beginPage": number}) for number in (1, 2))
    prices = [float(row["priceInfo"]["price"]) for page in (first, second) for row in page["data"]]
    assert len(prices) == 20
    assert prices == sorted(prices)
    assert 10 <= prices[0] <= prices[-1] <= 100
    assert first["totalPage"] == first["totalRecords"] // 10 + 1


def test_taobao_finds_only_its_own(v2, goods: Goods):
    offer = goods.some("taobao")
    url = v2.data("TG4", {"itemId": offer.map_id})["picUrls"][0]
    text = base64.b64encode(v2.http.get(url).content).decode()
    rows = v2.data("TG1", {"imageBase64": text, "pageNo": 1, "pageSize": 5, "language": "en"})["data"]
    assert offer.map_id in [row["itemMapId"] for row in rows]
    own = {offer.map_id for offer in goods.offers if offer.platform == "taobao"}
    assert {row["itemMapId"] for row in rows} <= own


def lying_size(side: int) -> bytes:
    """A PNG that says it is `side` pixels square."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + check

    size = side.to_bytes(4, "big")
    header = chunk(b"IHDR", size + size + bytes((8, 2, 0, 0, 0)))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def jpeg_bytes() -> bytes:
    return base64.b64decode(encoded(Image.effect_noise((400, 400), 60).convert("RGB")))


HOSTILE = {
    "no base64": "data:image/png;base64,AAAA",
    "nothing inside": base64.b64encode(b"").decode() or "=",
    "a PDF": base64.b64encode(b"%PDF-1.7\n%").decode(),
    "a GIF": encoded(Image.new("RGB", (9, 9)), "GIF"),
    "cut short": base64.b64encode(jpeg_bytes()[:2000]).decode(),
    "a bomb": base64.b64encode(lying_size(60_000)).decode(),
    "large and false": base64.b64encode(lying_size(4_000)).decode(),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_picture_is_refused(v2, text):
    assert v2.call("AG4", {"imageBase64": text, "pageSize": 5})["code"] == Code.BAD_PICTURE


@pytest.mark.parametrize(
    "text",
    [
        encoded(Image.new("RGB", (1, 1))),
        encoded(Image.new("CMYK", (40, 30))),
        encoded(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"),
        encoded(Image.new("P", (40, 30)), "PNG", transparency=0),
        encoded(Image.new("I;16", (40, 30)), "PNG"),
    ],
    ids=["one pixel", "CMYK", "transparent", "palette", "16 bits"],
)
def test_pictures_that_show_nothing_find_nothing(v2, text):
    data = v2.data("AG4", {"imageBase64": text, "beginPage": 1, "pageSize": 5})
    assert (data["data"], data["totalRecords"]) == ([], 0)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGBA", "P"])
def test_unusual_pictures_are_pictures(v2, goods: Goods, mode):
    offer = goods.some("1688", lambda offer: offer.kind == "pliers")
    text = encoded(picture_of(v2, offer).convert(mode), "JPEG" if mode == "CMYK" else "PNG")
    assert offer.map_id in found(v2, text)


def test_a_hard_picture_comes_back_with_near_misses_best_first(v2, sandbox, goods: Goods):
    offer = goods.some("1688", lambda offer: offer.kind == "tote_bag")
    rng = np.random.default_rng(4)
    copy = picture_of(v2, offer).rotate(12, fillcolor="#8a7f6c").resize((160, 160))
    noisy = np.clip(np.asarray(copy) + rng.normal(0, 18, (160, 160, 3)), 0, 255).astype(np.uint8)
    text = encoded(Image.fromarray(noisy), quality=45)
    rows = v2.data("AG4", {"imageBase64": text, "beginPage": 1, "pageSize": 50})
    body = json.dumps({"imageBase64": text}).encode()
    alike = sandbox.control.send("POST", "/likeness", body).json()
    by_map_id = {each.map_id: each for each in goods.offers}
    asked = [by_map_id[row["offerMapId"]] for row in rows["data"]]
    scores = [alike[each.id] for each in asked]
    assert scores == sorted(scores, reverse=True)
    assert 0.2 <= scores[-1] < scores[0] <= 1
    assert {each.kind for each in asked[:5]} == {"tote_bag"}
    assert rows["totalRecords"] < len(goods.offers) / 4


def test_without_weights_only_the_search_by_picture_is_refused(v2, goods: Goods, monkeypatch):
    monkeypatch.setitem(sys.modules, WHEEL, None)  # for Python: there is no such module
    answer = v2.call("AG4", {"imageBase64": base64.b64encode(jpeg_bytes()).decode(), "pageSize": 5})
    assert answer["code"] == Code.NO_SIGHT
    assert "Finding by sight is off" in answer["msg"]
    assert v2.data("AG1", {"offerMapId": goods.some("1688").map_id})


@pytest.mark.parametrize("region", ["1,2,3", "a,b,c,d", "50,40,0,10", "900,990,0,10", "nan,1,2,3"])
def test_a_box_must_be_in_the_picture(v2, region):
    text = encoded(Image.new("RGB", (100, 100)))
    assert v2.call("AG4", {"imageBase64": text, "region": region})["code"] == Code.BAD_PARAMETER


def test_too_large_a_picture(v2):
    assert v2.call("AG4", {"imageBase64": "A" * 4_100_000})["code"] == Code.TOO_LARGE


def test_a_picture_from_elsewhere_cannot_be_fetched(v1):
    asked = example("1688-image-search.v1.request")
    assert v1.call("AG4", asked)["code"] == Code.BAD_PICTURE
    assert v1.call("AG4", {"beginPage": 1})["code"] == Code.MISSING_PARAMETER
