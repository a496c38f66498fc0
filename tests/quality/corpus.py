"""Find the bulletins whose right answers are known.

`bulletins/` holds invented bulletins in the shapes that real ones take, `bulletins/answers/` what is right
for each; `outlines/` holds the right answers of the samples, and outlines that are printed again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

QUALITY = Path(__file__).resolve().parent
ROOT = QUALITY.parents[1]
OUTLINES = QUALITY / "outlines"
BULLETINS = QUALITY / "bulletins"
ANSWERS = BULLETINS / "answers"

Outline = dict[str, Any]


def outline_names() -> list[str]:
    """List the names of all outlines that can be printed again."""
    return _stems(OUTLINES)


def original_names() -> list[str]:
    """List the names of all files with a right answer: samples and bulletins."""
    return sorted({*outline_names(), *_stems(ANSWERS)})


def load_outline(name: str) -> Outline:
    """Read one outline to print: `file, issue, contents, highlights, nodes`."""
    return _load(OUTLINES / f"{name}.json")


def load_answer(name: str) -> Outline:
    """Read the right answer of an original; that of a bulletin tells the readings that count too."""
    return _load(_answer_path(name))


def original_path(name: str) -> Path:
    """Give the file that an answer describes."""
    answer = load_answer(name)
    return ROOT / answer["file"] if "file" in answer else BULLETINS / answer["source"]["name"]


def corpus_sha256() -> str:
    """Hash all answers and their files, so that no floor is compared across different corpora."""
    total = hashlib.sha256()
    for path in sorted(OUTLINES.glob("*.json")):
        total.update(path.read_bytes())
    for name in original_names():
        total.update(name.encode())
        total.update(_answer_path(name).read_bytes())
        total.update(original_path(name).read_bytes())
    return total.hexdigest()


def _answer_path(name: str) -> Path:
    own = ANSWERS / f"{name}.json"
    return own if own.exists() else OUTLINES / f"{name}.json"


def _stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.json"))


def _load(path: Path) -> Outline:
    outline: Outline = json.loads(path.read_text("utf-8"))
    return outline
