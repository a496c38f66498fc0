"""Which preformatted lines of a page are code; others are text that its maker wrapped himself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from reader.load.html.rows import Row

SENTENCES = re.compile(r"[，。；！？、]")
PROSE_SIGNS = 0.02  # of the characters of a text are Chinese punctuation; of code with comments fewer


def mark_code(rows: Sequence[Row]) -> None:
    """Mark the lines of preformatted blocks that hold code: said so by a tag inside, or hardly any sentence."""
    for _, block in groupby((row for row in rows if row.chunks and row.coded), key=lambda row: row.run):
        lines = list(block)
        text = "".join(row.text for row in lines)
        said = all("code" in chunk.face.styles for row in lines for chunk in row.chunks)
        if said or len(SENTENCES.findall(text)) <= PROSE_SIGNS * len(text):
            for row in lines:
                row.role, row.cell, row.item = "code", None, 0
