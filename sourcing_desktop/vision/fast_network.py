"""Runs the picture network with onnxruntime where that is installed: the same up to rounding, and faster."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcing_desktop.vision.onnx_file import INPUT, OUTPUT, onnx_model
from sourcing_desktop.vision.weights import Filters

Floats = NDArray[np.float32]

log = logging.getLogger(__name__)


class FastNetwork:
    """The layers in a session of onnxruntime, on one thread as NumPy's."""

    def __init__(self, session: Any) -> None:
        self._session = session

    @classmethod
    def load(cls, filters: list[Filters]) -> FastNetwork | None:
        """None where onnxruntime is not installed, or does not work."""
        try:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 4
            providers = ["CPUExecutionProvider"]
            return cls(onnxruntime.InferenceSession(onnx_model(filters), options, providers=providers))
        except ImportError:
            return None
        except Exception as error:  # it is optional, and raises what it likes
            log.info("onnxruntime does not work here, NumPy does its part: %r", error)
            return None

    def map(self, pixels: Floats) -> Floats:
        """(side, side, 3) scaled pixels to (side / 32, side / 32, 1280); sides are multiples of 32."""
        (found,) = self._session.run([OUTPUT], {INPUT: pixels.transpose(2, 0, 1)[None]})
        return np.asarray(found[0].transpose(1, 2, 0), dtype=np.float32)
