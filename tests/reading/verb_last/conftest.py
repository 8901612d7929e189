"""The tests of this grammar read sentences as those of the grammar that it is built on."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "subject_first"))
