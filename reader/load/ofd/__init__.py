"""Official documents in layout form (OFD, GB/T 33190): their parts, what is drawn on their pages, their lines.

They are read in a process of its own, as PDFs are: what is drawn on a page may be a million things.
"""

from __future__ import annotations

from pathlib import Path

from reader.load import apart
from reader.load.loaded import Loaded, Progress


def load(path: Path, data: bytes, format_name: str, progress: Progress | None = None) -> Loaded:
    """Turn the pages of an OFD file into a source text and its lines."""
    return apart.load_apart(apart.ReadingWish(path, data, format_name, None), progress)
