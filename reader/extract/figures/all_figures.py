"""The figures of an issue: every number with a meaning, its typed value, what it measures and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from reader.extract.figures.bounds import comparator
from reader.extract.figures.cells import read_cell, rejoined
from reader.extract.figures.counted import with_own_measure_words
from reader.extract.figures.dates import completed, read_date, with_shared_years
from reader.extract.figures.deadlines import due
from reader.extract.figures.gaps import without_gaps
from reader.extract.figures.heads import TableColumn, columns_of
from reader.extract.figures.labels import Topic, adverbial, label_of, printed, words_before
from reader.extract.figures.lexicon import Lexicon, lexicon
from reader.extract.figures.rates import rated
from reader.extract.figures.reading import read_as, without_addresses
from reader.extract.figures.scan import figures_in
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.extract.located import LocatedText, fold, pieces_of
from reader.model.document import Issue
from reader.model.mentions import Figure, Value

Progress = Callable[[str, float], None]
TOLD_EVERY = 200  # pieces; some hundredths of a second of work
SKIPPED = frozenset({"byline", "note_url"})
OF_THE_MASTHEAD = frozenset({"date", "date_range", "issue"})
TAIWAN = re.compile(r"新臺幣|新台幣|民國")
HAN = re.compile(r"[\u4e00-\u9fff]")
SHORT_CELL = 20  # characters of a cell that says nothing by itself of what it measures
HAN_OF_REFERENCE = 0.2  # share of a note under which it is a foreign reference


def figures_of(
    issue: Issue, progress: Progress | None = None, located: Sequence[LocatedText] | None = None
) -> tuple[Figure, ...]:
    """List the figures of an issue in source order; `progress` may raise to stop the work."""
    words = lexicon()
    home = "TWD" if TAIWAN.search(issue.source.text) else "CNY"
    issued = _issued(issue, words)
    pieces = rejoined([piece for piece in (pieces_of(issue) if located is None else located) if _is_read(piece)])
    columns = _columns(pieces, words, home)
    figures: list[Figure] = []
    for k, piece in enumerate(pieces):
        if progress and not k % TOLD_EVERY:
            progress("figures", k / len(pieces))
        piece = without_gaps(piece, words)
        line = _line(piece, words, home)
        column = columns.get(_place(piece), TableColumn())
        figures += _figures(piece, line, column, issued)
    return tuple(with_own_measure_words(list(_apart(figures))))


def _is_read(piece: LocatedText) -> bool:
    """Tell whether a piece may hold figures: addresses, signatures and code hold none."""
    return piece.zone not in SKIPPED and not (piece.block and piece.block.code)


def _line(piece: LocatedText, words: Lexicon, home: str) -> FigureLine:
    text = without_addresses(piece.text, read_as(piece.text, piece.raised))
    zone = piece.zone
    if zone == "note_text" and len(HAN.findall(text)) < HAN_OF_REFERENCE * len(text):
        zone = "reference"
    return FigureLine(text, piece.text, words, home, zone)


def _figures(piece: LocatedText, line: FigureLine, column: TableColumn, issued: str) -> Iterator[Figure]:
    found = (piece.row >= 0 and read_cell(line, column)) or rated(line, with_shared_years(line, figures_in(line)))
    if piece.zone == "masthead":
        found = [figure for figure in found if figure.kind in OF_THE_MASTHEAD and not figure.unit]
    floor, topic = 0, Topic()
    dates: list[tuple[int, int]] = []
    of_table = column.label if len(piece.text) <= SHORT_CELL else ""
    for figure in found:
        figure = due(figure, column.head)
        bound = comparator(line, figure)
        label, topic = label_of(line, figure, words_before(line, figure.start, floor, dates), topic)
        label = of_table or printed(line, label) or column.label
        if said := adverbial(line, figure):
            dates.append(said)
        else:
            floor = max(figure.end, figure.behind)
        yield _figure(piece, line, figure, bound, label, issued)


def _figure(piece: LocatedText, line: FigureLine, figure: FoundFigure, bound: str, label: str, issued: str) -> Figure:
    start, end = piece.span(figure.start, figure.end)
    inferred = ""
    is_lunar = figure.kind == "date" and figure.unit  # no day of the calendar that the year belongs to
    if issued and isinstance(figure.low, str) and figure.low.startswith("--") and not is_lunar:
        inferred = completed(figure.low, issued, line.text[max(0, figure.start - 3) : figure.start].rstrip())
    unit = figure.unit
    if figure.kind == "count" and "/" not in unit and len(unit) == 1:  # a measure word stays as printed: 戶, 筆
        at = line.text.find(unit, figure.start, figure.end)
        unit = piece.text[at] if at >= 0 else unit
    return Figure(
        figure.kind,
        piece.text[figure.start : figure.end],
        start,
        end,
        _plain(figure.low),
        _plain(figure.high),
        unit,
        bound,
        label,
        inferred,
        piece.node,
        piece.article,
    )


def _plain(value: Decimal | str | None) -> Value:
    """Write a number without needless zeros and without an exponent."""
    return Decimal(format(value.normalize(), "f")) if isinstance(value, Decimal) else value


def _issued(issue: Issue, words: Lexicon) -> str:
    """Return the issue's own date as ISO text; empty where the masthead has none with a year."""
    text = fold(issue.masthead.date.text)
    for at in range(min(len(text), 12)):
        found = read_date(FigureLine(text, text, words, zone="masthead"), at) if text[at].isdecimal() else []
        if found and isinstance(found[0].low, str):
            return found[0].low if found[0].low[:1].isdecimal() else ""
    return ""


def _place(piece: LocatedText) -> tuple[int, int, int]:
    return (id(piece.block), piece.row, piece.column)


def _columns(pieces: Sequence[LocatedText], words: Lexicon, home: str) -> dict[tuple[int, int, int], TableColumn]:
    """Tell of each cell of all tables what its column's head says."""
    found: dict[tuple[int, int, int], TableColumn] = {}
    above: list[str] = []  # the two texts before a table, nearest first
    for block, cells in _tables(pieces):
        if block:
            columns = columns_of(sorted(cells, key=lambda c: (c.row, c.column)), above, words, home)
            found |= {(block, *place): column for place, column in columns.items()}
        above = [cell.text[-40:] for cell in reversed(cells[-2:])]
    return found


def _tables(pieces: Iterable[LocatedText]) -> Iterator[tuple[int, list[LocatedText]]]:
    """Group the cells of each table; all other pieces come with 0."""
    for block, group in groupby(pieces, key=lambda piece: id(piece.block) if piece.row >= 0 else 0):
        yield block, list(group)


def _apart(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures in source order, without those that another piece has given already."""
    end = -1
    for figure in sorted(figures, key=lambda figure: (figure.start, -figure.end)):
        if figure.start >= end and figure.end > figure.start:
            yield figure
            end = figure.end
