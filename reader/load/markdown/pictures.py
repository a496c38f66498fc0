"""The pictures that Markdown shows: those of its own marks and of the HTML in it, but for what stands in code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.load.html.pictures import Beside, picture_of
from reader.load.html.tree import Element
from reader.load.markdown.sheet import Sheet
from reader.model.document import Picture

IMAGE = re.compile(
    r"""
    !\[(?P<alt>[^\[\]\n]{0,500})\]
    (?: \(\s*(?:<(?P<framed>[^<>\n]{1,2000})>|(?P<address>[^\s()<>]{1,4000}(?:\([^\s()]*\)[^\s()]{0,200})?))
        (?:\s+["'(](?P<title>[^\n]{0,300}?)["')])?\s*\)
      | \[(?P<label>[^\[\]\n]{0,100})\] )
    """,
    re.X,
)
TAG = re.compile(r"<img\b(?P<told>[^<>]{1,8000})>", re.I)
TOLD = re.compile(
    r"(?P<name>[a-zA-Z-]{2,20})\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
CODE = ("code",)


def pictures_of(sheet: Sheet, path: Path, references: Mapping[str, str]) -> tuple[Picture, ...]:
    """Return the pictures in the order of the text, each with the offset of its mark."""
    code = sorted((row.start, row.end) for row in sheet.rows if row.role in CODE)
    around = Beside(path)
    known = {label.casefold(): address for label, address in references.items()}
    found = []
    for at, told in _told(sheet.text, known):
        if _is_in(code, at) or _is_ticked(sheet.text, at):
            continue
        element = [Element("", -1, end=2), Element("img", 0, told, end=2)]
        if picture := picture_of(element, 1, around):
            found.append(replace(picture, at=at))
    return tuple(sorted(found, key=lambda picture: picture.at))


def _told(text: str, references: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield what is told of each picture as an element of HTML would tell it."""
    for m in IMAGE.finditer(text):
        label = " ".join((m["label"] or m["alt"]).split()).casefold()
        address = m["framed"] or m["address"] or references.get(label, "")
        if address:
            yield m.start(), {"src": address, "alt": m["alt"] or m["title"] or ""}
    for m in TAG.finditer(text):
        told = {t["name"].lower(): t["double"] or t["single"] or t["bare"] or "" for t in TOLD.finditer(m["told"])}
        yield m.start(), told


def _is_in(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a place lies in one of some ranges, which do not overlap."""
    before = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return before >= 0 and ranges[before][0] <= at < ranges[before][1]


def _is_ticked(text: str, at: int) -> bool:
    """Tell whether a place stands between the ticks of code in its line."""
    return text.count("`", text.rfind("\n", 0, at) + 1, at) % 2 == 1
