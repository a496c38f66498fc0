"""Put the fragments of one column together to printed lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.load.pdf.fragments import LOWERED, RAISED, SCRIPT_SIZE, space
from reader.load.pdf.parts import Fragment, Typeface, hull
from reader.model.document import Box, Styled
from reader.model.kinds import TextStyle

PAGE_NUMBER = re.compile(r"^[(（]?\d{1,4}[)）]?$")  # of a contents list
LEVEL = 0.3  # em by which the baselines of one line may differ
SCRIPT_LONGEST = 4  # characters that are raised or lowered as a fragment of their own
SHARED = 0.5  # of a small fragment's height that lies in the line it is raised in


class LineOfType(NamedTuple):
    """A printed line of a column."""

    text: str
    box: Box
    base: float
    size: float
    face: Typeface
    styled: tuple[Styled, ...]  # offsets in `text`
    colour: int = 0  # of most characters, 0xRRGGBB


def rows_of(fragments: Iterable[Fragment]) -> Iterator[LineOfType]:
    """Yield the lines that fragments of one column make, from the top."""
    lines: list[list[Fragment]] = []
    small: list[Fragment] = []
    ordered = sorted(fragments, key=lambda fragment: (fragment.base, fragment.left))
    sizes = Counter(round(fragment.size, 1) for fragment in ordered for _ in fragment.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    for fragment in ordered:
        if fragment.size <= SCRIPT_SIZE * usual and len(fragment.text) <= SCRIPT_LONGEST:
            small.append(fragment)
        elif lines and abs(fragment.base - lines[-1][0].base) <= LEVEL * min(fragment.size, lines[-1][0].size):
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    for fragment in small:
        line = next((line for line in lines if _raised_in(fragment, line)), None)
        if line is None:
            lines.append([fragment])
        else:
            line.append(fragment)
    lines.sort(key=lambda line: (line[0].base, line[0].left))
    return (row_of(sorted(line, key=lambda fragment: fragment.left)) for line in lines)


def with_pages(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Join the titles of a contents list with the page numbers far to the right, so that no column is seen between."""
    edge = max((fragment.right for fragment in fragments), default=0.0)
    numbers = [f for f in fragments if PAGE_NUMBER.match(f.text) and edge - f.right <= 0.5 * f.size]
    orders = {number.order for number in numbers}
    out = [fragment for fragment in fragments if fragment.order not in orders]
    for number in numbers:
        line = [f for f in out if abs(f.base - number.base) <= LEVEL * number.size and f.right < number.left]
        last = max(line, key=lambda f: f.right, default=None)
        if last is None or not any(char.isalpha() for char in last.text) or last.text[-1] in "。；":
            out.append(number)
            continue
        row = row_of([last, number])
        out[out.index(last)] = last._replace(text=row.text, right=number.right, styled=row.styled)
    return out


def _raised_in(small: Fragment, line: Sequence[Fragment]) -> bool:
    """Tell whether a small fragment stands in a line, raised, lowered or level."""
    top, bottom = min(f.top for f in line), max(f.bottom for f in line)
    return min(bottom, small.bottom) - max(top, small.top) >= SHARED * (small.bottom - small.top)


def row_of(fragments: Sequence[Fragment]) -> LineOfType:
    """Put the fragments of one line together, with the white between them as spaces."""
    main = max(fragments, key=lambda fragment: (len(fragment.text) * fragment.size, -fragment.left))
    text = ""
    styled: list[Styled] = []
    last: Fragment | None = None
    for fragment in fragments:
        if last is not None:
            text += space(last.text[-1], fragment.text[0], (fragment.left - last.right) / main.size, False)
        start = len(text)
        text += fragment.text
        styled += (row._replace(start=start + row.start, end=start + row.end) for row in fragment.styled)
        if fragment is not main:
            styled += (Styled(start, len(text), style) for style in _styles(fragment, main))
        last = fragment
    return LineOfType(
        text, hull(f.box for f in fragments), main.base, main.size, main.face, tuple(sorted(styled)), main.colour
    )


def _styles(fragment: Fragment, main: Fragment) -> Iterator[TextStyle]:
    """Yield how a fragment is set among the others of its line."""
    rise = (main.base - fragment.base) / main.size
    small = fragment.size <= SCRIPT_SIZE * main.size and len(fragment.text) <= SCRIPT_LONGEST
    if small and rise >= RAISED:
        yield "sup"
    elif small and rise <= -LOWERED:
        yield "sub"
    if fragment.face.bold and not main.face.bold:
        yield "strong"
