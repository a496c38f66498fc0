"""Listings: lines in a typeface whose letters are all as wide, with the indentation that the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.load.pdf.layout import Placed
from reader.load.pdf.rows import LineOfType
from reader.model.document import Hint

EVEN = re.compile(r"mono|courier|consol|menlo|inconsolata|typewriter|cmtt|fixed|code", re.IGNORECASE)
LETTER = 0.6  # em: the usual width of a letter of such a typeface
LEAST = 2  # lines


def with_listings(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return the lines with a hint on those of listings; an address that stands alone on some lines is none."""
    out = [list(rows) for rows in pages]
    for group, (page, run) in enumerate(_runs(pages)):
        left = min(pages[page][at].row.box.left for at in run)
        for at in run:
            place = pages[page][at]
            out[page][at] = place._replace(row=_indented(place.row, left), hint=Hint("code", group=group))
    return out


def _runs(pages: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, list[int]]]:
    """Yield the page and the lines of each listing."""
    for page, rows in enumerate(pages):
        run: list[int] = []
        for at, place in enumerate(rows):
            if run and not (_is_even(place) and place.leaf == rows[run[-1]].leaf):
                if _is_listing([rows[k] for k in run]):
                    yield page, run
                run = []
            if _is_even(place):
                run.append(at)
        if _is_listing([rows[k] for k in run]):
            yield page, run


def _is_even(place: Placed) -> bool:
    return place.hint is None and place.cell is None and EVEN.search(place.row.face.name) is not None


def _is_listing(run: Sequence[Placed]) -> bool:
    texts = [place.row.text for place in run]
    return len(run) >= LEAST and not any("://" in text for text in texts) and any(" " in text for text in texts)


def _indented(row: LineOfType, left: float) -> LineOfType:
    """Put the blanks in front of a line that it is set in by."""
    blanks = round((row.box.left - left) / (LETTER * row.size))
    styled = tuple(s._replace(start=s.start + blanks, end=s.end + blanks) for s in row.styled)
    return row._replace(text=" " * blanks + row.text, styled=styled)
