"""Which preformatted lines of a page are code; others are text that its maker wrapped himself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby

from reader.load.html.rows import Row

SENTENCES = re.compile(r"[，。；！？、]")
RUNS_FROM = 1 << 40  # numbers of runs that no page reaches
PROSE_SIGNS = 0.02  # of the characters of a text are Chinese punctuation; of code with comments fewer


def mark_code(rows: Sequence[Row]) -> None:
    """Mark the lines of preformatted blocks that hold code: said so by a tag inside, or hardly any sentence."""
    fresh = count(RUNS_FROM)
    for _, block in groupby((row for row in rows if row.chunks and row.coded), key=lambda row: row.run):
        lines = list(block)
        text = "".join(row.text for row in lines)
        said = all("code" in chunk.face.styles for row in lines for chunk in row.chunks)
        if said or len(SENTENCES.findall(text)) <= PROSE_SIGNS * len(text):
            for row in lines:
                row.role, row.cell, row.item = "code", None, 0
        else:
            _part(lines, fresh)


def _part(lines: Sequence[Row], fresh: Iterator[int]) -> None:
    """Let blank lines part the paragraphs of a text: each is a run of rows of its own."""
    run = lines[0].run
    for row in lines:
        run = next(fresh) if row.blanks else run
        row.run = run
