"""Numbers of notes that a tool wrote down behind their notes: back in front of them.

The number of a note is raised, so that a tool that goes by heights can meet it last: the first note of a page
without its number, all others with theirs, and then the first number by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.model.document import Line

NUMBER_LONGEST = 3  # digits
LATIN_SHARE = 0.6  # of a line's characters in references to what is printed abroad
NOTE_LEAST = 20  # characters of the first line of a note


def with_numbers_first(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with such numbers moved up; most files are as they were."""
    cuts = [i for i, line in enumerate(lines) if line.page_break and i]
    out: list[Line] = []
    for start, end in pairwise([0, *cuts, len(lines)]):
        out += _mended(text, lines[start:end])
    return tuple(out)


def _mended(text: str, page: Sequence[Line]) -> Sequence[Line]:
    """Move the number of the first note of a page up, where it stands right below the last line of its notes."""
    for last in range(len(page) - 1, 0, -1):
        if page[last].blanks:
            continue
        begin = _begin_of_notes(text, page, last)
        if begin < 0:
            return page
        number, first = page[last], page[begin]
        number = number._replace(blanks=first.blanks, page_break=first.page_break)
        first = first._replace(blanks=0, page_break=False)
        return [*page[:begin], number, first, *page[begin + 1 : last], *page[last + 1 :]]
    return page


def _begin_of_notes(text: str, page: Sequence[Line], last: int) -> int:
    """Return the first line of the notes that end with the number of the first of them; -1 where none do."""
    own = _number(text, page[last])
    if not own or _number(text, page[last - 1]):
        return -1
    begin, numbers = last, list[int]()
    for k in _upwards(text, page, last):
        begin = k
        if value := _number(text, page[k]):
            numbers.append(value)
    counted = list(range(own + len(numbers), own, -1))
    held = text[page[begin].start : page[begin].end].strip()
    bare = len(held) >= NOTE_LEAST and not held[0].isdigit()
    return begin if begin < last and bare and numbers == counted else -1


def _upwards(text: str, page: Sequence[Line], last: int) -> Iterator[int]:
    """Yield the lines above the last number, the nearest first, as far as they are of notes."""
    for k in range(last - 1, -1, -1):
        if not (_number(text, page[k]) or _is_latin(text, page[k])):
            return
        yield k
        if page[k].blanks:
            return


def _number(text: str, line: Line) -> int:
    """Return the number that is all of a line, 0 where there is none."""
    held = text[line.start : line.end].strip()
    return int(held) if held.isascii() and held.isdecimal() and len(held) <= NUMBER_LONGEST else 0


def _is_latin(text: str, line: Line) -> bool:
    """Tell whether a line is mostly of Latin letters, as references are, or an address."""
    held = "".join(text[line.start : line.end].split())
    return any(char.isalpha() for char in held) and sum(char.isascii() for char in held) >= LATIN_SHARE * len(held)
