"""Titles as a reader should see them: lines joined, letter-spacing closed, runs of spaces one space."""

from __future__ import annotations

import re

from reader.compose.blocks import Paper, read_slices
from reader.compose.inline import join_runs
from reader.model.document import Block, Run
from reader.text.patterns import is_letter_spaced, rare

OPENING_TITLE = rare(r"^[^。！？!?\n]{2,40}?(?=[，。：；！？,;\s]|$)|^.{2,24}")
WORDS = re.compile(r"[^\W\d_年月日号至到周星期]{2}")  # what a date alone does not hold
SPACING = re.compile(r"[ \u3000]+")


def closed_up(runs: list[Run]) -> list[Run]:
    """Close letter-spacing in a short name and fold runs of spaces into one."""
    whole = "".join(run.text for run in runs)
    gap = "" if is_letter_spaced(whole.strip()) else " "
    out: list[Run] = []
    for run in runs:
        cursor = 0
        for m in SPACING.finditer(run.text):
            if len(m.group()) == 1 and gap:
                continue
            out += (_piece(run, cursor, m.start()), run._replace(text=gap, start=-1))
            cursor = m.end()
        out.append(_piece(run, cursor, len(run.text)))
    return [run for run in out if run.text]


def _piece(run: Run, start: int, end: int) -> Run:
    """Cut a piece out of a run; one of a joiner is a joiner."""
    return run._replace(text=run.text[start:end], start=run.start + start if run.start >= 0 else -1)


def title_runs(paper: Paper, slices: list[tuple[int, int]]) -> tuple[Run, ...]:
    """Read the slices of a title as one line."""
    return join_runs([closed_up(line) for line in read_slices(paper, slices)], paper.spaced)


def opening_title(blocks: tuple[Block, ...], name: str) -> tuple[Run, ...]:
    """Name a headless article by its opening words, no mere date where others stand, or by `name` where it has none."""
    date = ""
    for block in blocks:
        m = OPENING_TITLE.match(block.text.plain.strip())
        if m and WORDS.search(m.group()):
            return (Run(m.group()),)
        date = date or (m.group() if m else "")
    return (Run(date or name),)
