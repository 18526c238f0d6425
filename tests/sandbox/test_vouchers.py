"""Pictures that prove what is wrong with the goods, over the wire (contract AA3)."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from sourcing_desktop.sandbox.door.codes import Code


def jpeg(side: int = 64) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (side, side), "tan").save(file, "JPEG")
    return file.getvalue()


@pytest.mark.parametrize("form", [True, False])
def test_a_voucher_is_kept_and_served(either, form):
    picture = jpeg()
    route = ("/v2" if either.generation == "v2" else "") + "/alibaba/refund/voucher/upload"
    sent = {"files": {"imageData": ("proof.jpg", picture, "image/jpeg")}}
    if not form:
        sent = {"json": {"imageData": base64.b64encode(picture).decode()}}
    data = either.http.post(route, headers=either.headers(), **sent).json()["data"]
    assert set(data) == {"imageDomain", "imageRelativeUrl"}
    served = either.http.get(data["imageDomain"] + data["imageRelativeUrl"])
    assert (served.status_code, served.content) == (200, picture)
    assert either.http.get("/img/voucher/no.jpg").status_code == 404


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.MISSING_PARAMETER),
        (b"GIF89a", Code.BAD_PICTURE),
        (jpeg()[:40], Code.BAD_PICTURE),
        (b"\xff\xd8\xff" + b"0" * 1_000_010, Code.TOO_LARGE),
    ],
)
def test_what_is_no_voucher(v2, data, code):
    assert v2.call("AA3", {"imageData": base64.b64encode(data).decode()})["code"] == code


def test_a_form_without_boundary_is_unreadable(v2):
    headers = v2.headers() | {"content-type": "multipart/form-data"}
    answer = v2.http.post("/v2/alibaba/refund/voucher/upload", content=b"--x\r\n", headers=headers)
    assert answer.json()["code"] == Code.UNREADABLE
