"""Find the bulletins whose right answers are known."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

QUALITY = Path(__file__).resolve().parent
ROOT = QUALITY.parents[1]
OUTLINES = QUALITY / "outlines"

Outline = dict[str, Any]


def outline_names() -> list[str]:
    """List the names of all known outlines."""
    return sorted(path.stem for path in OUTLINES.glob("*.json"))


def load_outline(name: str) -> Outline:
    """Read one right answer: `file, issue, contents, highlights, nodes`."""
    outline: Outline = json.loads((OUTLINES / f"{name}.json").read_text("utf-8"))
    return outline


def original_path(name: str) -> Path:
    """Give the bulletin that an outline describes."""
    return ROOT / str(load_outline(name)["file"])


def corpus_sha256() -> str:
    """Hash all outlines and their bulletins, so that no floor is compared across different corpora."""
    total = hashlib.sha256()
    for name in outline_names():
        total.update(name.encode())
        total.update((OUTLINES / f"{name}.json").read_bytes())
        total.update(original_path(name).read_bytes())
    return total.hexdigest()
