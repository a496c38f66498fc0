"""Contact lines that a page sets side by side: each column is someone of his own."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.extract.contacts.labels import labels_in
from reader.extract.located import LocatedText, picked

GAP = re.compile(r"[ ]{2,}|[\t\u3000]+")
FEWEST = 2  # lines that repeat their label on the other side of a gap


def columns_apart(piece: LocatedText) -> list[LocatedText]:
    """Part a text whose lines print the same label twice or more (联系人：徐亮    联系人：郑爽) into its columns."""
    lines, at = [], 0
    for line in piece.text.split("\n"):
        lines.append((at, line, _cuts(line)))
        at += len(line) + 1
    width = max(len(cuts) for _, _, cuts in lines)
    if width < 2 or sum(len(cuts) == width for _, _, cuts in lines) < FEWEST:
        return [piece]
    columns: list[list[int]] = [[] for _ in range(width)]
    for start, line, cuts in lines:
        bounds = [0, *cuts[1:], len(line)] if len(cuts) == width else [0, len(line)]
        for column, (begin, end) in enumerate(pairwise(bounds)):
            columns[column] += range(start + begin, start + end)
            if start + len(line) < len(piece.text):
                columns[column].append(start + len(line))
    return [picked(piece, kept) for kept in columns]


def _cuts(line: str) -> list[int]:
    """Return where the columns of a line begin: at its start and behind each gap, where the same label stands."""
    labels = labels_in(line)
    if not labels or labels[0].start > 1:
        return [0]
    behind = {m.end() for m in GAP.finditer(line)}
    return [0, *(label.start for label in labels[1:] if label.kind == labels[0].kind and label.start in behind)]
