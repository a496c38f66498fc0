"""Where the words of an amendment stand: every place in the draft is weighed, and all amendments are placed together.

A quote may stand in the contents list, in a running head and above its article. What the place is labelled, whether
the quote fills its lines, what stands around it, and the order of the amendments among each other add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reader.compose.amend.words import OUTSIDE, Letters, Range, letters
from reader.model.amendments import Amendment
from reader.model.draft import Draft
from reader.model.kinds import AmendmentKind

EDGE = 2.0  # the quote begins, or ends, where a printed line does
EXACT = 2.0  # capitals and signs are those of the quote
BOUND = 0.5  # no letter touches the quote, once for each side
NUMBERED = 1.5  # it begins behind the number of a line
GAP = 1.0  # something stands between two lines of a quote
ORDER = 3.0  # it stands below the one before it
BESIDE = 20.0  # what is said to stand before it, or behind, does
NEAR = 8.0  # does so further off
CONTEXT = 12  # letters that are surely no chance
NEARBY = 300  # letters around a place
MOST = 60  # places of one quote that are weighed
GAP_SLOTS = 40  # between two lines of one quote
SHORTEST_LINE = 2  # letters of a quote's line, where something stands below it

HEADING = 4.0
WORTH: Mapping[str, float] = MappingProxyType(  # of a place for a heading, by its role
    {
        "title": HEADING,
        "subheading": HEADING,
        "masthead": -0.5,
        "caption": -1.0,
        "table": -1.0,
        "remark": -0.5,
        "contact": -1.0,
        "note": -1.5,
        "contents": -5.0,
        "contents head": -5.0,
        "highlight": -4.0,
        "highlights head": -4.0,
        "furniture": -3.0,
        "duplicate": -3.0,
        "outside": -3.0,
    }
)
LISTED_SECTION = -2.0  # of an entry of the contents for a section: many are printed only there
GONE = ("furniture", "duplicate", "outside")
FAVOURED: Mapping[AmendmentKind, tuple[tuple[str, ...], float]] = MappingProxyType(
    {  # the roles of what such an amendment is mostly about
        "text": (("title", "subheading"), 2.0),
        "show": (GONE, 12.0),
        "leave-out": (("", "title", "subheading"), 3.0),
        "join": (("", "title"), 3.0),
        "split": (("",), 3.0),
        "byline": (("byline",), 3.0),
        "issue": (("masthead",), 5.0),
    }
)


Lines = tuple[tuple[int, int], ...]  # letters, from and to; several where something stands between the lines of a quote


class Spot(NamedTuple):
    """A place where a quote may be meant to stand."""

    parts: Lines
    score: float
    is_aside: bool = False  # in the contents list, which stands above all that it names

    @property
    def begin(self) -> int:
        return self.parts[0][0]

    @property
    def stop(self) -> int:
        return self.parts[-1][1]


def role_of(draft: Draft, words: Letters, slot: int) -> str:
    """Name the role of what stands in a slot; empty for running text."""
    piece = words.slots[slot].piece
    return "outside" if piece == OUTSIDE else draft.role(piece)


def places_of(draft: Draft, words: Letters, amendments: Sequence[Amendment]) -> list[Spot | None]:
    """Place amendments by their words; `None` for each whose words stand nowhere."""
    found = [_spots(draft, words, amendment) for amendment in amendments]
    return _together(found)


def ranges_of(words: Letters, spot: Spot) -> tuple[Range, ...]:
    """Return the characters of a place."""
    return tuple(part for begin, stop in spot.parts for part in words.ranges(begin, stop))


def _spots(draft: Draft, words: Letters, amendment: Amendment) -> list[Spot]:
    quote = letters(amendment.quote)
    if not quote:
        return []
    whole: list[Lines] = [((at, at + len(quote)),) for at in _occurrences(words.text, quote)]
    bare = whole or list(_torn(words, quote))
    weighed = [_weighed(draft, words, amendment, parts) for parts in bare]
    return sorted(weighed, key=lambda spot: (-spot.score, spot.begin))[:MOST]


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _torn(words: Letters, quote: str) -> Iterator[Lines]:
    """Find a quote whose lines stand apart: each line ends with its slot, the next begins one further down."""
    head = quote[:SHORTEST_LINE]
    for at in _occurrences(words.text, head):
        parts = _followed(words, quote, at)
        if parts:
            yield parts


def _followed(words: Letters, quote: str, at: int) -> Lines:
    """Follow a quote from one letter on, over what stands between its lines; nothing where it breaks off."""
    parts: list[tuple[int, int]] = []
    rest = quote
    while True:
        slot = words.slot_at(at)
        stop = min(words.begins[slot + 1], at + len(rest))
        if words.text[at:stop] != rest[: stop - at]:
            return ()
        parts.append((at, stop))
        rest = rest[stop - at :]
        if not rest:
            return tuple(parts)
        begins = words.begins[slot + 1 : slot + 1 + GAP_SLOTS]
        lines = (b for b, e in zip(begins, words.begins[slot + 2 :], strict=False) if e > b)
        below = next((b for b in lines if _begins_line(words, b, rest)), -1)
        if below < 0:
            return ()
        at = below


def _begins_line(words: Letters, at: int, rest: str) -> bool:
    """Tell whether the line at a letter is, or begins with, what is left of a quote."""
    end = words.begins[words.slot_at(at) + 1]
    size = min(end - at, len(rest))
    return size >= min(SHORTEST_LINE, len(rest)) and words.text[at : at + size] == rest[:size]


def _weighed(draft: Draft, words: Letters, amendment: Amendment, parts: Lines) -> Spot:
    begin, stop = parts[0][0], parts[-1][1]
    first = words.slot_at(begin)
    role = role_of(draft, words, first)
    is_aside = role == "contents" and amendment.what == "section"
    score = (LISTED_SECTION if is_aside else WORTH.get(role, 0.0)) - GAP * (len(parts) - 1)
    roles, favour = FAVOURED.get(amendment.what, ((), 0.0))
    score += favour if role in roles else 0.0
    is_first, is_last = words.fills(begin, stop)
    score += EDGE if is_first else NUMBERED if _is_behind_number(draft, words, begin, first) else 0.0
    score += EDGE if is_last else 0.0
    score += BOUND * words.bounds(begin, stop)
    score += EXACT if _is_exact(words, amendment.quote, parts) else 0.0
    return Spot(parts, score + _context(words, amendment, begin, stop), is_aside)


def _is_exact(words: Letters, quote: str, parts: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place says a quote to the letter: C++ is not C, and Go not go."""
    found = "".join(words.verbatim(begin, stop) for begin, stop in parts)
    return "".join(found.split()) in "".join(quote.split())


def _is_behind_number(draft: Draft, words: Letters, begin: int, slot: int) -> bool:
    piece = words.slots[slot].piece
    number = draft.pieces[piece].number if piece != OUTSIDE else None
    return number is not None and begin - words.begins[slot] == len(letters(draft.pieces[piece].text[: number.end]))


def _context(words: Letters, amendment: Amendment, begin: int, stop: int) -> float:
    """Weigh what stands around a place against what is said to stand there."""
    before, after = letters(amendment.prefix), letters(amendment.suffix)
    score = 0.0
    if before:
        score += _alike(before[::-1], words.text[max(0, begin - NEARBY) : begin][::-1])
    if after:
        score += _alike(after, words.text[stop : stop + NEARBY])
    return score


def _alike(wanted: str, found: str) -> float:
    pairs = enumerate(zip(wanted, found, strict=False))
    shared = next((k for k, (a, b) in pairs if a != b), min(len(wanted), len(found)))
    beside = BESIDE * min(shared, CONTEXT) / min(len(wanted), CONTEXT)
    return max(beside, NEAR if wanted[:CONTEXT] in found else 0.0)


def _together(found: Sequence[Sequence[Spot]]) -> list[Spot | None]:
    """Choose a place for each amendment: the best sum of what speaks for the places and for their order (Viterbi)."""
    placed = [(at, spots) for at, spots in enumerate(found) if spots]
    totals: list[list[float]] = []
    steps: list[list[int]] = []
    for k, (_, spots) in enumerate(placed):
        above = placed[k - 1][1] if k else ()
        best = [_step(above, totals[k - 1] if k else (), spot) for spot in spots]
        totals.append([spot.score + total for spot, (total, _) in zip(spots, best, strict=True)])
        steps.append([step for _, step in best])
    chosen: list[Spot | None] = [None] * len(found)
    at = max(range(len(totals[-1])), key=lambda j: totals[-1][j]) if totals else -1
    for k in range(len(placed) - 1, -1, -1):
        chosen[placed[k][0]] = placed[k][1][at]
        at = steps[k][at]
    return chosen


def _step(above: Sequence[Spot], totals: Iterable[float], spot: Spot) -> tuple[float, int]:
    """Return the best total up to the amendment before, and by which of its places, if this one stands at `spot`."""
    ways = ((total + _in_order(other, spot), -k) for k, (other, total) in enumerate(zip(above, totals, strict=True)))
    total, k = max(ways, default=(0.0, 0))
    return total, -k


def _in_order(above: Spot, below: Spot) -> float:
    if above.stop <= below.begin or above.is_aside or below.is_aside:
        return ORDER
    return 0.0 if below.stop <= above.begin else -2 * BESIDE
