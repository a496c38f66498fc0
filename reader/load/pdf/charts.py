"""Charts that are drawn on a page: what stands in them is the inside of a picture, not text.

A chart is told by its marks: bars that stand on one line, curves over a grid. Its grid alone could be a table's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.load.pdf.parts import Chart, Fragment, Strokes, holds, hull
from reader.model.document import Box
from reader.text.han import simplified

BARS_LEAST = 3
EDGE = 1.2  # points by which bars may miss the line that they stand on
BAR_GAP = 8.0  # times a bar's width; bars of one chart stand no further apart
GRID_LEAST = 3  # lines of a grid
STEP_MOST = 90.0  # points from one line of a grid to the next
EVEN = 1.15  # times: how much the steps of a grid may differ
CURVE_POINTS = 3  # of a curve over a grid
BARE_POINTS = 8  # of curves that no grid lies behind
TOGETHER = 12.0  # points between the marks of one chart
DRAWINGS, PLOTS = 400, 40  # of one page that are looked at: maps have more
SMALLEST = 30.0  # points: what is lower or narrower is an ornament
TEXTS_LEAST = 3
LONGEST = 24  # characters; what is longer is a sentence,
WORD = 8  # but for a row of such short names
SIZE_MOST, SIZE_LEAST = 1.2, 0.7  # times the size of the text in a chart
REACH, ASIDE = 2.0, 4.5  # em; what belongs to a chart is no further below, above, or beside it
FRAMED = 6.0  # times the marks' area, that a frame around a chart is large at most
SWATCH = 12.0  # points; an area as small in a legend shows the colour of a curve
NOT_INSIDE = re.compile(
    r"^(?:图|表|图表|Fig(?:ure)?\.?|Table)\s*[\d一二三四五六七八九十]|来源|^[注源][:：]|[。；]$", re.IGNORECASE
)
FIGURE = re.compile(r"^(?:图表?|Fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]", re.IGNORECASE)
NAMED = 20.0  # points between a chart without words and its caption
NUMERIC = re.compile(r"^[-−+(（]?[\d,.]+\s*(?:%|[)）])?$")


class Plot(NamedTuple):
    """The marks of a chart: the box around them, and what shows that they are some."""

    box: Box
    gridded: bool
    bars: bool
    points: int


def charts_of(fragments: Sequence[Fragment], strokes: Strokes) -> Iterator[Chart]:
    """Yield the charts of a page with the text that belongs to each."""
    free = list(fragments)
    plots = [plot for plot in _plots(strokes)[:PLOTS] if _could_be_chart(plot, fragments)]
    for plot in plots:
        others = [other.box for other in plots if other is not plot]
        near = [f for f in free if not any(_away(other, f.box) < _away(plot.box, f.box) for other in others)]
        chart = _framed(plot, free, strokes) or _grown(plot, near, strokes)
        numbers = sum(bool(NUMERIC.match(fragment.text)) for fragment in chart.fragments)
        told = len(chart.fragments) >= TEXTS_LEAST and (plot.gridded or plot.bars or numbers >= TEXTS_LEAST)
        if told or (plot.gridded or plot.bars) and _is_named(chart.box, fragments):
            taken = {fragment.order for fragment in chart.fragments}
            free = [fragment for fragment in free if fragment.order not in taken]
            yield chart


def _is_named(box: Box, fragments: Sequence[Fragment]) -> bool:
    """Tell whether the caption of a figure stands right below or above a box."""
    wide = Box(box.left - ASIDE * NAMED / REACH, box.top, box.right, box.bottom)  # a caption may begin further left
    named = (f for f in fragments if FIGURE.match(simplified(f.text)) and _away(wide, f.box) <= NAMED)
    return any(f.bottom <= box.top or f.top >= box.bottom for f in named)


def _could_be_chart(plot: Plot, fragments: Sequence[Fragment]) -> bool:
    """Tell whether marks are large enough and no sentence runs through them."""
    least = min(plot.box.right - plot.box.left, plot.box.bottom - plot.box.top)
    return least >= SMALLEST and all(_could_belong(f) for f in fragments if _meet(plot.box, f.box))


def without_charts(strokes: Strokes, charts: Sequence[Chart]) -> Strokes:
    """Return the strokes of a page that no chart is made of."""

    def outside(boxes: Iterable[Box]) -> tuple[Box, ...]:
        return tuple(box for box in boxes if not any(holds(chart.box, box, TOGETHER / 4) for chart in charts))

    grounds = tuple(g for g in strokes.grounds if not any(holds(chart.box, g.box, TOGETHER / 4) for chart in charts))
    drawn = tuple(d for d in strokes.drawn if not any(holds(chart.box, d.box, TOGETHER / 4) for chart in charts))
    return strokes._replace(
        across=outside(strokes.across),
        down=outside(strokes.down),
        frames=outside(strokes.frames),
        grounds=grounds,
        drawn=drawn,
    )


def _plots(strokes: Strokes) -> list[Plot]:
    """Put the marks of each chart together, with the grid behind them."""
    grids = sorted(_grids(strokes.across), key=_area)
    plots = [Plot(box, False, True, 0) for box in _bars(strokes)]
    plots += [Plot(drawing.box, False, False, drawing.points) for drawing in strokes.drawn[:DRAWINGS]]
    backed: list[Plot] = []
    for grid in grids:
        marks = [plot for plot in plots if holds(grid, plot.box, TOGETHER)]
        if any(mark.bars for mark in marks) or sum(mark.points for mark in marks) >= CURVE_POINTS:
            plots = [plot for plot in plots if plot not in marks]
            around = hull([grid, *(mark.box for mark in marks)])
            backed.append(Plot(around, True, any(mark.bars for mark in marks), 0))
    joined = _on_one_axis(_joined(plots), strokes.across)
    bare = [plot for plot in joined if plot.bars or plot.points >= BARE_POINTS]
    return backed + [plot._replace(box=_with_axes(plot.box, strokes)) for plot in bare]


def _on_one_axis(plots: Sequence[Plot], across: Sequence[Box]) -> list[Plot]:
    """Join the bars that stand on one drawn line with those that hang from it."""
    out = list(plots)
    for axis in across:
        ours = [plot for plot in out if plot.bars and _is_on(plot.box, axis)]
        if len(ours) > 1:
            whole = Plot(hull([axis, *(plot.box for plot in ours)]), False, True, sum(plot.points for plot in ours))
            out = [plot for plot in out if plot not in ours] + [whole]
    return out


def _is_on(box: Box, axis: Box) -> bool:
    """Tell whether marks stand on a line or hang from it."""
    meets = min(abs(box.bottom - axis.top), abs(box.top - axis.bottom), abs(box.top - axis.top)) <= EDGE
    return meets and axis.left - TOGETHER <= box.left and box.right <= axis.right + TOGETHER


def _with_axes(box: Box, strokes: Strokes) -> Box:
    """Return the box around marks and the axes that stand beside and below them."""
    for down in strokes.down:
        beside = down.top <= box.top + 1 and box.bottom <= down.bottom + 1 and abs(down.left - box.left) <= TOGETHER
        feet = [
            a for a in strokes.across if abs(a.top - down.bottom) <= EDGE and a.left <= down.right + EDGE <= a.right
        ]
        if beside and feet:
            return hull([box, down, *feet])
    return box


def _bars(strokes: Strokes) -> Iterator[Box]:
    """Yield the boxes around bars: areas of one width on one line, of different heights."""
    boxes = [ground.box for ground in strokes.grounds]
    yield from _standing([(b.left, b.right, b.top, b.bottom) for b in boxes], boxes)
    yield from _standing([(b.top, b.bottom, b.left, b.right) for b in boxes], boxes)


def _standing(edges: Sequence[tuple[float, float, float, float]], boxes: Sequence[Box]) -> Iterator[Box]:
    """Yield the bars that stand on one line, or hang from one; `edges` are given as begin, end, far end, near end."""
    for near in (3, 2):
        groups: dict[tuple[int, int], list[int]] = {}
        for k, row in enumerate(edges):
            groups.setdefault((round(row[near] / EDGE), round((row[1] - row[0]) / EDGE)), []).append(k)
        for group in groups.values():
            ends = {round(edges[k][5 - near]) for k in group}
            if len(group) < BARS_LEAST or len(ends) < 2:
                continue
            begins = sorted(edges[k][0] for k in group)
            wide = max(1.0, edges[group[0]][1] - edges[group[0]][0])
            if all(SMALLEST / 30 <= b - a <= BAR_GAP * wide for a, b in pairwise(begins)):
                yield hull(boxes[k] for k in group)


def _grids(across: Sequence[Box]) -> Iterator[Box]:
    """Yield the boxes of lines of one length that stand one above the other at even steps."""
    groups: dict[tuple[int, int], list[Box]] = {}
    for box in across:
        groups.setdefault((round(box.left / EDGE), round(box.right / EDGE)), []).append(box)
    for group in groups.values():
        run: list[Box] = []
        for box in sorted(group, key=lambda b: b.top):
            if len(run) >= 2 and not _is_even(run[-1].top - run[-2].top, box.top - run[-1].top):
                if len(run) >= GRID_LEAST:
                    yield hull(run)
                run = run[-1:]
            run.append(box)
        if len(run) >= GRID_LEAST:
            yield hull(run)


def _is_even(step: float, other: float) -> bool:
    return max(step, other) <= min(STEP_MOST, EVEN * min(step, other))


def _joined(plots: Sequence[Plot]) -> list[Plot]:
    """Join the marks that overlap or lie side by side."""
    out: list[Plot] = []
    for plot in plots:
        near = [known for known in out if _away(known.box, plot.box) <= TOGETHER]
        both = [plot, *near]
        around = Plot(hull(p.box for p in both), False, any(p.bars for p in both), sum(p.points for p in both))
        out = [known for known in out if known not in near] + [around]
    return out


def _away(box: Box, other: Box) -> float:
    """Measure how far two boxes are apart in the direction in which they are further."""
    aside = max(box.left - other.right, other.left - box.right)
    below = max(box.top - other.bottom, other.top - box.bottom)
    return max(0.0, aside, below)


def _framed(plot: Plot, fragments: Sequence[Fragment], strokes: Strokes) -> Chart | None:
    """Return the chart in the frame that is drawn around it."""
    for box in sorted(strokes.frames, key=_area):
        if not holds(box, plot.box) or _area(box) > FRAMED * _area(plot.box) or box == plot.box:
            continue
        inside = tuple(fragment for fragment in fragments if holds(box, fragment.box))
        if not any(len(fragment.text) > 2 * LONGEST or fragment.text[-1] in "。；" for fragment in inside):
            return Chart(box, inside)
    return None


def _grown(plot: Plot, fragments: Sequence[Fragment], strokes: Strokes) -> Chart:
    """Return the chart with what stands around its marks: the names of its axes, its legend."""
    box = plot.box
    found = [f for f in fragments if holds(box, f.box) and _could_belong(f)]
    near = [f for f in fragments if _away(box, f.box) <= ASIDE * f.size and NUMERIC.match(f.text)]
    em = median(f.size for f in [*found, *near]) if found or near else 0.0
    small = [g.box for g in strokes.grounds if max(g.box.right - g.box.left, g.box.bottom - g.box.top) <= SWATCH]
    left = [f for f in fragments if f not in found and _could_belong(f) and SIZE_LEAST * em <= f.size <= SIZE_MOST * em]
    for _ in range(4):
        more = [f for f in left if _touches(box, plot.box, f.box, em, bool(NUMERIC.match(f.text)) or plot.bars)]
        if not more:
            break
        found += more
        left = [f for f in left if f not in more]
        swatches = [s for s in small if any(_away(s, f.box) <= REACH * em for f in more)]
        box = hull([box, *(f.box for f in more), *swatches])
    return Chart(box, tuple(sorted(found, key=lambda f: f.order)))


def _could_belong(fragment: Fragment) -> bool:
    words = fragment.text.split()
    short = len(fragment.text) <= LONGEST or len(words) >= 3 and max(map(len, words)) <= WORD
    return short and not NOT_INSIDE.search(simplified(fragment.text))


def _touches(box: Box, plot: Box, text: Box, em: float, aside: bool) -> bool:
    """Tell whether a text stands right beside a chart, or above or below within its width."""
    middle = (text.top + text.bottom) / 2
    over = min(plot.right, text.right) - max(plot.left, text.left) >= (text.right - text.left) / 2
    if plot.top - em <= middle <= plot.bottom + em and not (over and not plot.top <= middle <= plot.bottom):
        return aside and _away(box, text) <= ASIDE * em
    return _away(box, text) <= REACH * em and box.left - em <= text.left and text.right <= box.right + 2 * em


def _meet(box: Box, text: Box) -> bool:
    """Tell whether a text stands in a box, in part at least."""
    return box.left < text.right and text.left < box.right and box.top < (text.top + text.bottom) / 2 < box.bottom


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
