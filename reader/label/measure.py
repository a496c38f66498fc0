"""The line measure around each piece: how wide the column is in which it was set.

A page can change its measure (two columns below a full-width opening), so one number a file is not
enough. The measures that occur are the peaks of the histogram of right edges; which one holds where
is the cheapest path through them (Viterbi, linear): a line wider than its column is nearly
impossible, a line that fills it is common, a short one costs a little, a change of column costs more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.label.cuts import is_cut_line
from reader.label.typesetting import FIRST_LINE_EM, MEASURE_SLACK, TELLING_SHARE
from reader.model.draft import TIGHT_SPACE, WIDE_SPACE, Piece, column_width

# Costs are negative log likelihoods (nats).
MEASURE_MIN = 9.0  # em; narrower columns are not set in Chinese print
MEASURE_PILE = 4  # lines that end at one edge before it can be a column's
MEASURE_SHARE = 0.03  # of all lines, the same
OUTER_SHARE = 0.4  # of a pile of lines that end two em further out: then these fill the column
MEASURE_STATES = 5  # columns of different width in one file
MEASURE_FULL = 1.0  # about a third of all lines end at one given half em of the edge
MEASURE_SHORT = 3.6  # a last line can end anywhere
MEASURE_OVER = 14.0  # no line passes its column's edge, but for an unbreakable token
MEASURE_UNWRAPPED = 4.2  # any width is as good as another
SPACE_LINES = 8  # lines with a space in them: fewer do not tell its width
MEASURE_CHANGE = 7.0  # columns change rarely


def measures_of(pieces: Sequence[Piece]) -> tuple[float, ...]:
    """Return the measure in em at each piece; 0 where lines are not wrapped.

    Where the file tells the columns of its lines, nothing need be guessed.
    """
    if any(piece.look for piece in pieces[:1]):
        return tuple(round(column_width(piece.look), 1) if piece.look else 0.0 for piece in pieces)
    edges = [p.edge if p.width > TELLING_SHARE * len(p.text) else 0.0 for p in pieces]
    edges = _mended(pieces, edges)
    if len(edges) - edges.count(0.0) < len(edges) / 3:
        edges = [piece.edge for piece in pieces]
    states = [0.0, *_peaks(Counter(edges))]
    if len(states) == 1:
        return (0.0,) * len(edges)
    return tuple(states[s] for s in _cheapest_path(edges, states))


def _mended(pieces: Sequence[Piece], edges: Sequence[float]) -> list[float]:
    """Let printed lines that an extractor cut end where their pieces end together; their other pieces tell nothing."""
    widest = max(_peaks(Counter(edges)), default=0.0)
    out = list(edges)
    for k, (above, below) in enumerate(pairwise(pieces)):
        together = out[k] + below.width
        if out[k] and out[k + 1] and is_cut_line(above, below) and together <= widest + 1.0:
            out[k], out[k + 1] = 0.0, together
    return out


def spaces_are_tight(pieces: Sequence[Piece]) -> bool:
    """Tell whether more lines end at the same edge, as justified lines do, where a space is narrow."""
    if any(piece.look for piece in pieces[:1]):
        return False
    telling = [p for p in pieces if p.width > TELLING_SHARE * len(p.text)]
    spaces = [p.text.count(" ") for p in telling]
    if len(spaces) - spaces.count(0) < SPACE_LINES:
        return False
    tight = Counter(p.edge - (WIDE_SPACE - TIGHT_SPACE) * n for p, n in zip(telling, spaces, strict=True))
    return _piled(tight) > _piled(Counter(p.edge for p in telling))


def _piled(edges: Mapping[float, int]) -> int:
    """Count the lines at the most frequent right edge, half an em either side."""
    bins: Counter[int] = Counter()
    for edge, lines in edges.items():
        if edge >= MEASURE_MIN:
            bins[round(2 * edge)] += lines
    return max((bins[b - 1] + bins[b] + bins[b + 1] for b in bins), default=0)


def _peaks(edges: Mapping[float, int]) -> list[float]:
    """Pick the right edges, counted in lines, at which lines pile up: many lines end there and few beyond."""
    bins: Counter[int] = Counter()
    for edge, lines in edges.items():
        if edge >= MEASURE_MIN:
            bins[round(edge)] += lines
    if not bins:
        return []
    total = sum(bins.values())
    piles = {w: bins[w] + bins[w - 1] for w in bins}
    found: list[float] = []
    for w in sorted(piles, key=lambda w: (-piles[w], -w)):
        if piles[w] < max(MEASURE_PILE, MEASURE_SHARE * total) or len(found) == MEASURE_STATES:
            break
        if all(abs(w - f) > MEASURE_SLACK for f in found):
            found.append(float(w))
    return [_right_edge(edges, w) for w in found]


def _right_edge(edges: Mapping[float, int], peak: float) -> float:
    """Refine a peak to the edge at which most of its lines end.

    Where paragraphs are short, their first lines, two em narrower, pile up as high: the outer pile counts.
    """
    near = {edge: lines for edge, lines in edges.items() if peak - 1.5 <= edge <= peak + 1.5}
    most = max(near, key=lambda edge: (near[edge], edge))
    outer = {edge: lines for edge, lines in edges.items() if most + 1.0 <= edge <= most + FIRST_LINE_EM + 0.5}
    if sum(outer.values()) > OUTER_SHARE * sum(near.values()):
        return max(outer, key=lambda edge: (outer[edge], edge))
    return most


def _cheapest_path(edges: Sequence[float], states: Sequence[float]) -> list[int]:
    """Choose a state for each edge; where a state costs more than a change from the cheapest, it is changed to."""
    costs = [0.0] * len(states)
    steps: list[tuple[list[float], float]] = []  # the costs before each edge and the most that a state may cost
    prices = {edge: [_cost(edge, measure) for measure in states] for edge in set(edges)}
    for edge in edges:
        limit = min(costs) + MEASURE_CHANGE
        steps.append((costs, limit))
        costs = [(cost if cost <= limit else limit) + price for cost, price in zip(costs, prices[edge], strict=True)]
    state = costs.index(min(costs))
    path = []
    for costs, limit in reversed(steps):
        path.append(state)
        if costs[state] > limit:
            state = costs.index(min(costs))
    return path[::-1]


def _cost(edge: float, measure: float) -> float:
    if not edge:
        return 0.0
    if not measure:
        return MEASURE_UNWRAPPED
    if edge > measure + 1.0:
        return MEASURE_OVER
    return MEASURE_FULL if edge > measure - MEASURE_SLACK else MEASURE_SHORT
