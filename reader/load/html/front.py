"""The name of an issue as rows of its masthead: title, number and date apart, what else stands in it left out."""

from __future__ import annotations

from collections.abc import Iterator

from reader.load.html.entries import split
from reader.load.html.periodical import BETWEEN, IssueName
from reader.load.html.rows import Chunk, Row


def masthead_rows(row: Row, name: IssueName, reason: str = "page-title") -> Iterator[Row]:
    """Cut the row of an issue's name in its facts and what stands between them, which is left out for a reason."""
    cursor = 0
    text = row.text
    facts = sorted((span, fact) for fact, span in zip(IssueName._fields, name, strict=True) if span[1] > span[0])
    chunks = row.chunks
    for (start, end), fact in [*facts, ((len(text), len(text)), "")]:
        between, chunks = split(chunks, start - cursor)
        if between:
            yield _left_out(row, between, reason)
        if fact:
            taken, chunks = split(chunks, end - start)
            yield Row(row.node, row.run, taken, role="masthead", data=fact, held=True)
        cursor = end


def _left_out(row: Row, chunks: list[Chunk], reason: str) -> Row:
    """Leave out what is no fact: a stroke, a bracket, a headline behind the name; without a reason, words are kept."""
    words = "".join(chunk.text for chunk in chunks).strip(BETWEEN)
    if words and not reason:
        return Row(row.node, row.run, chunks, role="masthead", held=True)
    return Row(row.node, row.run, chunks, reason if words else "punctuation", held=True, aside=True)
