"""Which of several lines one below the other are one headline, and which stand for themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.contents import BULLET_LEAD
from reader.label.line_fit import has_same_middle, slack
from reader.label.overlap import overlap, pairs, text_of
from reader.label.typesetting import ROOM_CLEAR
from reader.model.draft import Draft
from reader.text.patterns import BULLETS, is_letter_spaced

HEADING_LINES = 4  # lines that a headline is set over
NARROW_SHARE = 0.4  # of a narrow column, that the first line of a headline takes at least
HEADLINE_FIRST_EM = 7.5  # em; a shorter line is a section name, not the first line of a headline
SURE_LINES = 20  # lines inside paragraphs, beyond doubt, that tell what a blank line means in a file
PARTING_SHARE = 0.08  # of such lines that have a blank line above, where pages end; with more it means nothing
HEADLINE_WIDER = 2.0  # em that a lower line of a headline can be wider than the one above
OVERLAP_LINES = 24  # lines above and below in which a headline's words are looked for
OVERLAP_ARTICLE = 120  # lines above in which the words of a headline printed below its text are looked for
OVERLAP_MARGIN = 0.2  # of a headline's character pairs
OVERLAP_PAIRS = 5  # character pairs; fewer tell nothing
WRAPPED_ALIKE = 3  # lines of headlines that end at one place far from the edge: headlines, set larger, wrap there
WRAPPED_SHARE = 0.4  # of the lines of headlines with another one below
WRAPPED_SLACK = 0.6  # em


def width_of_headlines(draft: Draft, runs: Sequence[list[list[int]]]) -> float:
    """Find how wide headlines are set that are larger than the text, in em of the text; 0 where nothing tells."""
    upper = [draft.pieces[above[-1]] for run in runs for above, _ in pairwise(run)]
    ends = Counter(round(piece.width) for piece in upper)
    width, lines = ends.most_common(1)[0] if ends else (0, 0)
    return float(width) if lines >= max(WRAPPED_ALIKE, WRAPPED_SHARE * len(upper)) else 0.0


def _wraps(draft: Draft, above: int, below: int, width: float) -> bool:
    """Tell whether a line ends where headlines are wrapped, and the line below is no wider."""
    a, b = draft.pieces[above], draft.pieces[below]
    full = width > 0 and abs(a.width - width) <= WRAPPED_SLACK
    return full and b.width <= width + WRAPPED_SLACK and b.blanks <= 1


def headlines(draft: Draft, run: list[list[int]], parting: bool, width: float) -> Iterator[list[int]]:
    """Put the lines of one headline together; keep a section name and a neighbour's headline apart.

    `width` is how wide headlines are set in the file, where that is known.
    """
    above = text_of(draft, range(max(0, run[0][0] - OVERLAP_LINES), run[0][0]))
    article = text_of(draft, range(_begin_of_text(draft, run[0][0]), run[0][0]))
    below = text_of(draft, range(run[-1][-1] + 1, min(len(draft.pieces), run[-1][-1] + OVERLAP_LINES)))
    current: list[int] = []
    for lines in run:
        if (
            current
            and not _wraps(draft, current[-1], lines[0], width)
            and (
                _belongs_above(draft, current, lines, above, below, article)
                or parting
                and draft.pieces[lines[0]].blanks
                or not _same_headline(draft, current, lines)
            )
        ):
            yield current
            current = []
        current = [*current, *lines]
    if current:
        yield current


def _begin_of_text(draft: Draft, end: int) -> int:
    """Return where the text above a piece begins: below the heading before, or some lines above."""
    first = end
    while first > max(0, end - OVERLAP_ARTICLE) and draft.role(first - 1) not in ("heading", "byline"):
        first -= 1
    return first


def _belongs_above(draft: Draft, upper: list[int], lower: list[int], above: str, below: str, article: str) -> bool:
    """Tell whether the upper of two lines speaks of the text above, the lower one of the text below."""
    first, second = pairs(draft.joined(upper)), pairs(draft.joined(lower))
    return max(overlap(first, above), overlap(first, article)) > overlap(first, below) + OVERLAP_MARGIN and (
        overlap(second, below) >= overlap(second, above) or len(second) < OVERLAP_PAIRS
    )


def blanks_part(draft: Draft) -> bool:
    """Tell whether no line of a paragraph has a blank above, so that one parts two headlines."""
    inner = [i for i, boundary in draft.breaks.items() if boundary.score < -2 and boundary.after == i - 1]
    return len(inner) >= SURE_LINES and sum(draft.pieces[i].blanks > 0 for i in inner) <= PARTING_SHARE * len(inner)


def parted(draft: Draft, unit: list[int]) -> Iterator[list[int]]:
    """Cut a unit of a few lines that could be headlines at its blank lines."""
    if len(unit) > HEADING_LINES or any(draft.pieces[i].closed for i in unit):
        yield unit
        return
    cuts = [k for k in range(1, len(unit)) if draft.pieces[unit[k]].blanks and unit[k] == unit[k - 1] + 1]
    yield from (unit[a:b] for a, b in pairwise([0, *cuts, len(unit)]))


def _same_headline(draft: Draft, above: list[int], below: list[int]) -> bool:
    a, b = draft.pieces[above[-1]], draft.pieces[below[0]]
    usual = 1 if draft.double_spaced else 0
    if is_letter_spaced(a.text) or is_letter_spaced(b.text) or a.text[0] in BULLETS or b.text[0] in BULLETS:
        return False
    if BULLET_LEAD.match(b.text):
        return False
    if not b.blanks and has_same_middle(a, b):
        return len(above) < HEADING_LINES
    if not draft.measures[above[-1]]:
        return False
    fits = b.width <= a.width + HEADLINE_WIDER or not is_short(draft, above[-1])
    first = min(HEADLINE_FIRST_EM, NARROW_SHARE * draft.measures[above[-1]])
    return fits and a.width >= first and b.blanks <= max(usual, a.blanks) and len(above) < HEADING_LINES


def is_short(draft: Draft, i: int) -> bool:
    """Tell whether a line ends well before its column does."""
    following = draft.pieces[i + 1] if i + 1 < len(draft.pieces) else None
    return bool(draft.measures[i]) and slack(draft, i, following) > ROOM_CLEAR + draft.first_line
