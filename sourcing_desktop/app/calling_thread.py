"""Lets Qt paint and NumPy multiply with the calling thread alone. Imported for that, before either is loaded.

Qt hands larger fills to a pool of its own and waits for it. Pictures of cards are too small to gain by that,
and while other threads have the cores the window waits for up to a tenth of a second. NumPy's threads wait
for each other in the same way. Both look once.
"""

from __future__ import annotations

import os

os.environ["QT_NO_GUI_THREADPOOL"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
