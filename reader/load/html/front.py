"""The name of an issue as rows of its masthead: title, number, date and publisher apart, all else left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.load.html.entries import split
from reader.load.html.periodical import BETWEEN, IssueName
from reader.load.html.rows import Chunk, Row

ORGAN = (
    r"[\w（）()·\s]{2,38}?(?:协会|學會|学会|中心|研究[院所]|科学院|学院|大学|委员会|联合会|编辑部|情报所|图书馆|出版社|报社"
    r"|杂志社|公司|集团|社区|联盟|办公室|[局厅部处系站社院所馆])"
)
PUBLISHER = re.compile(
    rf"(?P<label>(?:主办|编印|承办|出版|编制)(?:单位)?\s*[：:]\s*)?(?P<name>{ORGAN})(?P<verb>\s*(?:主办|编印|编制|承办|出版|印发|编))?"
)


def masthead_rows(row: Row, name: IssueName, reason: str = "page-title") -> Iterator[Row]:
    """Cut the row of an issue's name in its facts and what stands between them, which is left out for a reason."""
    cursor = 0
    text = row.text
    facts = sorted((span, fact) for fact, span in zip(IssueName._fields, name, strict=True) if span[1] > span[0])
    chunks = row.chunks
    for (start, end), fact in [*facts, ((len(text), len(text)), "")]:
        between, chunks = split(chunks, start - cursor)
        if between:
            yield from _between(row, between, reason)
        if fact:
            taken, chunks = split(chunks, end - start)
            yield _fact(row, taken, fact)
        cursor = end


def publisher_rows(row: Row) -> list[Row]:
    """Return the rows of a line that says who publishes: 主办：…, … 编印; none where it says nothing of the kind."""
    text = row.text
    m = PUBLISHER.fullmatch(text.strip(BETWEEN))
    if m is None or not (m["label"] or m["verb"]):
        return []
    lead = len(text) - len(text.lstrip(BETWEEN))
    before, rest = split(row.chunks, lead + m.start("name"))
    named, behind = split(rest, m.end("name") - m.start("name"))
    said = ((before, ""), (named, "publisher"), (behind, ""))
    return [_fact(row, chunks, fact) for chunks, fact in said if "".join(chunk.text for chunk in chunks).strip(BETWEEN)]


def _fact(row: Row, chunks: list[Chunk], fact: str) -> Row:
    return Row(row.node, row.run, chunks, role="masthead", data=fact, held=True)


def _between(row: Row, chunks: list[Chunk], reason: str) -> Iterator[Row]:
    """Take the name of an organ for the publisher; leave out what is no fact: a stroke, a bracket, a headline."""
    text = "".join(chunk.text for chunk in chunks).strip(BETWEEN)
    if PUBLISHER.fullmatch(text):
        yield _fact(row, chunks, "publisher")
    else:
        yield Row(row.node, row.run, chunks, reason if text else "punctuation", held=True, aside=True)
