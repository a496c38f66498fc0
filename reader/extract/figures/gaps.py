"""Blanks that typesetting or a content system left inside numbers: 202 6 年 1 0 月, 3 5 件, 12. 5%.

They are read through only where the parts make one number that nothing else explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.extract.figures.lexicon import Lexicon
from reader.extract.figures.reading import read_as
from reader.extract.located import LocatedText, picked

MAY_BE = re.compile(r"[0-9０-９] [0-9０-９.．]|[0-9０-９][.,．，] [0-9０-９]")
LETTER_BEFORE = r"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))(?<![第图表])(?<![第图表] )"
YEAR = re.compile(r"(?<![0-9.])(?:1 ?9|2 ?0)(?: ?[0-9]){2}(?= ?年)")
MONTH = re.compile(r"年 ?(?P<gap>1 [0-2])(?= ?月)|(?<![0-9] )(?<![0-9])1 [0-2](?= ?月 ?[0-9])")
DAY = re.compile(r"月 ?[1-3] [0-9](?= ?[日号])")
DIGITS = re.compile(LETTER_BEFORE + r"[1-9](?: [0-9]){1,5}(?:\.[0-9]{1,3})?(?![0-9.,]| [0-9])(?P<unit> ?[^\s0-9])")
POINT = re.compile(LETTER_BEFORE + r"[0-9]{1,4}(?: \.|\. | \. )[0-9]{1,3}(?![0-9.])(?P<unit> ?[^\s0-9])")
GROUPS = re.compile(LETTER_BEFORE + r"[0-9]{1,3}(?:,[0-9]{3})*, [0-9]{3}(?![0-9,.])(?P<unit> ?[^\s0-9])")
DATED = (YEAR, MONTH, DAY)
COUNTED = (DIGITS, POINT, GROUPS)
SCALES = frozenset("万亿千百%")


def without_gaps(piece: LocatedText, lexicon: Lexicon) -> LocatedText:
    """Return a text without the blanks inside its numbers; cells of tables keep theirs, which part columns."""
    if piece.row >= 0 or not MAY_BE.search(piece.text):
        return piece
    text = read_as(piece.text)
    gaps = {at for start, end in _numbers(text, lexicon) for at in range(start, end) if text[at] == " "}
    if not gaps:
        return piece
    kept = [at for at in range(len(text)) if at not in gaps]
    raised = tuple((_moved(start, gaps), _moved(end, gaps)) for start, end in piece.raised)
    return replace(picked(piece, kept), raised=raised)


def _numbers(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for pattern in DATED:
        for m in pattern.finditer(text):
            digit = re.search("[0-9]", m.group())
            yield m.start() + (digit.start() if digit else 0), m.end()
    for pattern in COUNTED:
        for m in pattern.finditer(text):
            sign = m["unit"].lstrip()
            if sign in SCALES or lexicon.longest(text, m.end() - 1):
                yield m.start(), m.start("unit")


def _moved(at: int, gaps: set[int]) -> int:
    return at - sum(gap < at for gap in gaps)
