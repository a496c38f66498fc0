"""Put columns apart whose lines a tool wrote down in turns: a line of the left column, one of the right, and so on.

Where the lines of a page stand far apart, `pdftotext` takes each for a block of its own and reads the blocks by their
heights. Nothing but the words tells then what goes on with what: each block is given to the column whose last line
it continues best, and the best of many ways to do so for a page is kept (a beam search, linear). Most pages have a
way that leaves their blocks as they are, and are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, permutations
from math import log
from typing import NamedTuple

from reader.load.gutters import NUMBER
from reader.model.document import Line
from reader.words import rarity

SINGLE_LEAST = 8  # lines between empty ones on a page, that end in mid-sentence: fewer tell nothing
SINGLE_SHARE = 0.25  # of the blocks of a page, that are such lines
LINES_MOST = 600  # of a page; a longer one was never printed
TORN = 0.3  # log odds a line, below which such lines do not go on with what follows them
WIDTH_SLACK = 1.2  # em by which a full line may miss the usual width
INDENT, INDENT_SLACK = 2.0, 0.7  # em that the first line of a paragraph is shorter, as its indent is lost
ENDS = "。！？：；…!?"
BEHIND_ENDS = "”’」』）)】》"
PAIRS = {"”": "“", "）": "（", "》": "《", "」": "「", "』": "『", "】": "【", "’": "‘", "〉": "〈"}
COLUMNS_MOST = 4
SPLITS = ((1, 1), (2, 1), (1, 2), (2, 2), (1, 3), (3, 1))  # characters of a word before and behind a cut
HEADLINE_LINES = 3
BEAM = 24  # ways that are followed at once
OPENS, CLOSES = 5.0, 4.0  # what it costs to believe that a column begins beside, that all columns end
STAYS, JUMPS = 1.0, 1.5  # what it costs that a column has two blocks in turn, or that one is passed over
SURE = 6.0  # log odds by which columns must explain a page better than none
TIE, TIE_LEAST, TIE_MOST, SMOOTH = 1.0, -1.5, 3.0, 0.15  # of a pair of characters across two lines
UNSEEN = -0.7
CLOSED, LEFT_OPEN = 1.5, -1.5  # of brackets that the next line closes, and of one that closes what was never open
FRESH, STALE = 0.8, -0.7  # of a paragraph's first line below its last one, and elsewhere
CUT_SHORT = -1.0  # of a sentence whose line ends before the edge
WORD, RAREST = 1.6, 11.9  # of a word across two lines; how rare it may be, in log odds
LATIN = 1.2  # of Latin letters at both sides of the cut
INDENTED_SHARE = 0.08  # of the lines that end in mid-sentence, that are shorter by an indent where there are such
KNOWN = 0.4  # times as much evidence suffices for a page where another one of the file has columns


class TornBlock(NamedTuple):
    """Lines without an empty one between them."""

    begin: int  # numbers of lines
    end: int


class Way(NamedTuple):
    """One way to give the blocks of a page to columns, so far."""

    score: float
    heads: tuple[int, ...]  # of each open column the first block
    tails: tuple[int, ...]  # and the last one
    at: int  # the column of the last block
    above: Way | None
    opened: bool  # whether a column beside others was ever believed
    closed: bool  # whether all columns above were closed with this block


class Neighbours:
    """How often characters stand beside each other within the lines of a file; counted when it is first asked."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    @cached_property
    def pairs(self) -> Counter[str]:
        return Counter(a + b for held in self.texts for a, b in pairwise(held))

    @cached_property
    def singles(self) -> Counter[str]:
        return Counter("".join(self.texts))

    @cached_property
    def many(self) -> int:
        return max(1, self.singles.total())

    def tie(self, a: str, b: str) -> float:
        """Return the log odds that one character is followed by the other, rather than by any."""
        chance = self.singles[a] * self.singles[b] / self.many
        return max(TIE_LEAST, min(TIE_MOST, TIE * log((self.pairs[a + b] + SMOOTH) / (chance + SMOOTH))))


class TornPage:
    """What a page of lines tells about which of them go on with which."""

    def __init__(self, texts: Sequence[str], blanks: Sequence[int], pairs: Neighbours) -> None:
        cuts = [k for k in range(1, len(texts)) if blanks[k]]
        self.texts = texts
        self.blocks = [TornBlock(begin, end) for begin, end in pairwise([0, *cuts, len(texts)])]
        self.pairs = pairs
        self.widths = [_width(text) for text in texts]
        ordered = sorted(self.widths)
        self.usual = ordered[int(0.8 * (len(ordered) - 1))]
        cut = [k for k, held in enumerate(texts) if not _is_ended(held) and self.is_full(k)]
        self.indents = sum(self._is_indented(k) for k in cut) >= INDENTED_SHARE * len(cut)
        self.numbered = bool(NUMBER.fullmatch(texts[-1])) and len(self.blocks) > 1
        self._known: dict[tuple[int, int], float] = {}

    def takes_turns(self) -> bool:
        """Tell whether many lines stand by themselves, end in mid-sentence, and do not go on with what follows."""
        blocks = range(len(self.blocks) - 1)
        single = [
            k for k in blocks if self.blocks[k].end - self.blocks[k].begin == 1 and self._cut(self.blocks[k].begin)
        ]
        if len(single) < max(SINGLE_LEAST, SINGLE_SHARE * len(self.blocks)):
            return False
        return sum(self.goes_on(k, k + 1) for k in single) < TORN * len(single)

    def _cut(self, line: int) -> bool:
        return self.is_full(line) and not _is_ended(self.texts[line])

    def is_full(self, line: int) -> bool:
        """Tell whether a line ends at the edge of its column."""
        return self.widths[line] >= self.usual - WIDTH_SLACK - INDENT

    def goes_on(self, above: int, below: int) -> float:
        """Return the log odds that one block goes on with another, rather than with any."""
        key = (above, below)
        if key not in self._known:
            self._known[key] = self._weigh(self.blocks[above].end - 1, self.blocks[below].begin)
        return self._known[key]

    def _is_indented(self, line: int) -> bool:
        return abs(self.usual - INDENT - self.widths[line]) <= INDENT_SLACK

    def _is_short(self, line: int) -> bool:
        """Tell whether a line ends before its column does; without a sentence's end it may have lost its indent."""
        return self.widths[line] < self.usual - WIDTH_SLACK - (0.0 if _is_ended(self.texts[line]) else INDENT)

    def _weigh(self, last: int, first: int) -> float:
        above, below = self.texts[last], self.texts[first]
        short = self._is_short(last)
        indented = self._is_indented(first) and not _is_ended(below)
        if _is_ended(above):
            fresh = FRESH if indented else STALE if self.is_full(first) else 0.0
            return fresh if short and self.indents else 0.0
        score = _brackets(above, below) + (CUT_SHORT if short else 0.0)
        score += STALE if indented and self.indents else 0.0
        if _is_letter(above[-1]) and _is_letter(below[0]):
            word = WORD if _is_word_across(above, below) else UNSEEN
            return score + max(self.pairs.tie(above[-1], below[0]), word)
        return score + (LATIN if _is_latin(above[-1]) and _is_latin(below[0]) else 0.0)

    def is_over(self, block: int) -> bool:
        """Tell whether a paragraph ends with a block."""
        last = self.blocks[block].end - 1
        return _is_ended(self.texts[last]) or not self.is_full(last)

    def may_head(self, block: int) -> bool:
        """Tell whether a block can be a headline."""
        begin, end = self.blocks[block]
        return end - begin <= HEADLINE_LINES and not _is_ended(self.texts[end - 1])

    def breaks(self, last: int, first: int) -> bool:
        """Tell whether a paragraph or a headline ends between two lines of one column."""
        return self._is_short(last) or self.widths[first] < self.usual / 2


def with_columns_apart(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with columns one after the other whose lines take turns; most files are as they were."""
    cuts = [i for i, line in enumerate(lines) if line.page_break and i]
    texts = [text[line.start : line.end].strip() for line in lines]
    pages = [(start, end) for start, end in pairwise([0, *cuts, len(lines)]) if end - start <= LINES_MOST]
    if not any(_may_take_turns(texts[start:end], lines[start:end]) for start, end in pages):
        return tuple(lines)
    pairs = Neighbours(texts)
    told = [TornPage(texts[start:end], [line.blanks for line in lines[start:end]], pairs) for start, end in pages]
    orders = [_order(page, SURE) if page.takes_turns() else None for page in told]
    if not any(orders):
        return tuple(lines)
    out = list(lines)
    for page, order, (start, end) in zip(told, orders, pages, strict=True):
        if order := order or _order(page, SURE * KNOWN):
            out[start:end] = _rearranged(page, order, lines[start:end])
    return tuple(out)


def _may_take_turns(texts: Sequence[str], lines: Sequence[Line]) -> bool:
    return sum(bool(line.blanks) for line in lines) >= SINGLE_LEAST and bool(all(texts))


def _rearranged(page: TornPage, order: Sequence[int], lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page in the order of their columns."""
    out: list[Line] = []
    above = -1
    for block in (page.blocks[k] for k in order):
        for k in range(block.begin, block.end):
            inside = k > block.begin
            apart = not inside and (above < 0 or page.breaks(above, k))
            out.append(lines[k]._replace(blanks=max(1, lines[k].blanks) if apart else 0, page_break=False))
            above = k
    out[0] = out[0]._replace(page_break=lines[0].page_break)
    return out


def _order(page: TornPage, sure: float) -> list[int] | None:
    """Return the blocks of a page in the order in which they are best read; None where that is theirs."""
    ways = [Way(0.0, (0,), (0,), 0, None, opened=False, closed=False)]
    end = len(page.blocks) - page.numbered
    for block in range(1, end):
        ways = _best(step for way in ways for step in _steps(page, way, block))
    ended = [(way, way.score + _joints(page, way)[0]) for way in ways]
    best, score = max(ended, key=lambda held: held[1])
    plain = sum(page.goes_on(k, k + 1) for k in range(end - 1))
    if not best.opened or score < plain + sure:
        return None
    return [*_read(page, best), *range(end, len(page.blocks))]


def _steps(page: TornPage, way: Way, block: int) -> Iterator[Way]:
    """Yield what can become of a way with the next block: it goes on with a column, begins one, or ends them all."""
    many = len(way.tails)
    for column, tail in enumerate(way.tails):
        cost = 0.0 if many == 1 or column == (way.at + 1) % many else STAYS if column == way.at else JUMPS
        tails = (*way.tails[:column], block, *way.tails[column + 1 :])
        score = way.score - cost + page.goes_on(tail, block)
        yield Way(score, way.heads, tails, column, way, way.opened, closed=False)
    if many < COLUMNS_MOST:
        yield Way(way.score - OPENS, (*way.heads, block), (*way.tails, block), many, way, opened=True, closed=False)
    if many > 1 and page.may_head(block) and any(page.is_over(tail) for tail in way.tails):
        score = way.score - CLOSES + _joints(page, way)[0]
        yield Way(score, (block,), (block,), 0, way, way.opened, closed=True)


def _best(ways: Iterator[Way]) -> list[Way]:
    """Keep the best ways, one of those that go on alike."""
    found: dict[tuple[tuple[int, ...], int], Way] = {}
    for way in ways:
        key = (way.tails, way.at)
        if key not in found or found[key].score < way.score:
            found[key] = way
    return sorted(found.values(), key=lambda way: -way.score)[:BEAM]


def _joints(page: TornPage, way: Way) -> tuple[float, tuple[int, ...]]:
    """Return in which order the open columns are best read, and how well each goes on with the next."""
    many = range(len(way.tails))
    return max(
        (
            (sum(page.goes_on(way.tails[a], way.heads[b]) for a, b in pairwise(order)), order)
            for order in permutations(many)
        ),
        key=lambda held: (held[0], [-k for k in held[1]]),
    )


def _read(page: TornPage, last: Way) -> list[int]:
    """Follow a way back from its end, and return its blocks, those of one column after those of another."""
    parts: list[list[int]] = []
    columns: dict[int, list[int]] = {}
    order = _joints(page, last)[1]
    way: Way | None = last
    while way is not None:
        columns.setdefault(way.at, []).append(way.tails[way.at])
        if way.above is None or way.closed:
            parts.append([block for column in order for block in reversed(columns.get(column, []))])
            columns = {}
            order = _joints(page, way.above)[1] if way.above else ()
        way = way.above
    return [block for part in reversed(parts) for block in part]


def _brackets(above: str, below: str) -> float:
    """Weigh whether a line closes what is left open above it."""
    opened: list[str] = []
    for char in above:
        if char in PAIRS.values():
            opened.append(char)
        elif opened and PAIRS.get(char) == opened[-1]:
            opened.pop()
    missing = _missing(below)
    if missing:
        return CLOSED if opened and opened[-1] == PAIRS[missing] else LEFT_OPEN
    return 0.0


def _missing(below: str) -> str:
    """Return the first bracket that a line closes without having opened it."""
    deep = 0
    for char in below:
        if char in PAIRS.values():
            deep += 1
        elif char in PAIRS:
            if not deep:
                return char
            deep -= 1
    return ""


def _is_word_across(above: str, below: str) -> bool:
    """Tell whether a word begins in a line and ends in the next."""
    return any(rarity(above[-k:] + below[:n]) <= RAREST for k, n in SPLITS if len(above) >= k and len(below) >= n)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_ended(text: str) -> bool:
    return text.rstrip(BEHIND_ENDS)[-1:] in ENDS


def _is_letter(char: str) -> bool:
    return char.isalpha() and not char.isascii()


def _width(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))
