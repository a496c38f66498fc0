"""The line measure around each piece: how wide the column is in which it was set.

A page can change its measure (two columns below a full-width opening), so one number a file is not
enough. The measures that occur are the peaks of the histogram of right edges; which one holds where
is the cheapest path through them (Viterbi, linear): a line wider than its column is nearly
impossible, a line that fills it is common, a short one costs a little, a change of column costs more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import add

from reader.draft import TIGHT_SPACE, WIDE_SPACE, Piece
from reader.label.params import (
    FIRST_LINE_EM,
    MEASURE_CHANGE,
    MEASURE_FULL,
    MEASURE_MIN,
    MEASURE_OVER,
    MEASURE_PILE,
    MEASURE_SHARE,
    MEASURE_SHORT,
    MEASURE_SLACK,
    MEASURE_STATES,
    MEASURE_UNWRAPPED,
    OUTER_SHARE,
    SPACE_LINES,
    TELLING_SHARE,
)


def measures_of(pieces: Sequence[Piece]) -> tuple[float, ...]:
    """Return the measure in em at each piece; 0 where lines are not wrapped."""
    edges = [piece.edge if _tells(piece) else 0.0 for piece in pieces]
    if sum(edge > 0 for edge in edges) < len(edges) / 3:
        edges = [piece.edge for piece in pieces]
    states = [0.0, *_peaks(edges)]
    if len(states) == 1:
        return (0.0,) * len(edges)
    return tuple(states[s] for s in _cheapest_path(edges, states))


def best_space(pieces: Sequence[Piece]) -> float:
    """Choose the width of a space with which more lines end at the same edge, as justified lines do."""
    spaced = [p for p in pieces if " " in p.text and _tells(p)]
    if len(spaced) < SPACE_LINES:
        return WIDE_SPACE
    edges = [p.edge for p in pieces if _tells(p)]
    tight = [p.edge - (WIDE_SPACE - TIGHT_SPACE) * p.text.count(" ") for p in pieces if _tells(p)]
    return TIGHT_SPACE if _piled(tight) > _piled(edges) else WIDE_SPACE


def _piled(edges: Sequence[float]) -> int:
    """Count the lines at the most frequent right edge, half an em either side."""
    bins = Counter(round(2 * edge) for edge in edges if edge >= MEASURE_MIN)
    return max((bins[b - 1] + bins[b] + bins[b + 1] for b in bins), default=0)


def _tells(piece: Piece) -> bool:
    """Tell whether a line's width says something: Latin letters are not half an em each."""
    return piece.width > TELLING_SHARE * len(piece.text)


def _peaks(edges: Sequence[float]) -> list[float]:
    """Pick the right edges at which lines pile up: many lines end there and few beyond."""
    bins = Counter(round(edge) for edge in edges if edge >= MEASURE_MIN)
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


def _right_edge(edges: Sequence[float], peak: float) -> float:
    """Refine a peak to the edge at which most of its lines end.

    Where paragraphs are short, their first lines, two em narrower, pile up as high: the outer pile counts.
    """
    near = Counter(edge for edge in edges if peak - 1.5 <= edge <= peak + 1.5)
    most = max(near, key=lambda edge: (near[edge], edge))
    outer = Counter(edge for edge in edges if most + 1.0 <= edge <= most + FIRST_LINE_EM + 0.5)
    if sum(outer.values()) > OUTER_SHARE * sum(near.values()):
        return max(outer, key=lambda edge: (outer[edge], edge))
    return most


def _cheapest_path(edges: Sequence[float], states: Sequence[float]) -> list[int]:
    costs = [0.0] * len(states)
    back: list[tuple[int, ...]] = []
    prices = {edge: [_cost(edge, measure) for measure in states] for edge in set(edges)}
    stay = tuple(range(len(states)))
    for edge in edges:
        lowest = min(costs)
        limit = lowest + MEASURE_CHANGE
        if max(costs) <= limit:
            back.append(stay)
        else:
            best = costs.index(lowest)
            back.append(tuple(s if cost <= limit else best for s, cost in enumerate(costs)))
            costs = [min(cost, limit) for cost in costs]
        costs = list(map(add, costs, prices[edge]))
    state = min(range(len(states)), key=costs.__getitem__)
    path = []
    for step_back in reversed(back):
        path.append(state)
        state = step_back[state]
    return path[::-1]


def _cost(edge: float, measure: float) -> float:
    if not edge:
        return 0.0
    if not measure:
        return MEASURE_UNWRAPPED
    if edge > measure + 1.0:
        return MEASURE_OVER
    return MEASURE_FULL if edge > measure - MEASURE_SLACK else MEASURE_SHORT
