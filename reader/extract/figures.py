"""The figures of an issue: every number with a meaning, its typed value, what it measures and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from reader.document import Issue
from reader.extract.bounds import comparator
from reader.extract.columns import Column, columns_of, read_cell, rejoined
from reader.extract.dates import completed, due, read_date, with_shared_years
from reader.extract.labels import label_of, topic_after
from reader.extract.lexicon import Lexicon, lexicon
from reader.extract.located import Piece, fold, pieces_of
from reader.extract.rates import rated
from reader.extract.scan import figures_in
from reader.extract.spot import Found, Line
from reader.mentions import Figure, Value

Progress = Callable[[str, float], None]
TOLD_EVERY = 200  # pieces; some hundredths of a second of work
SKIPPED = frozenset({"byline", "note_url"})
OF_THE_MASTHEAD = frozenset({"date", "date_range", "issue"})
TAIWAN = re.compile(r"新臺幣|新台幣|民國")
HAN = re.compile(r"[\u4e00-\u9fff]")
HAN_OF_REFERENCE = 0.2  # share of a note under which it is a foreign reference
# Characters of traditional writing that units and their like are written with; one for one, offsets stay.
TRADITIONAL = str.maketrans(
    "億萬兩個張戶筆顆輛隻條種項間臺噸釐鐘時週歲幣圓鎊歐韓盧馬過於達內餘來點體總約從開兒歷減產處層棟雙對噴國縣鎮滿屆號線門問題軟盤場熱電壓級讀單類遍戰億貫鋼鐵節盧畝頃瓩僅後萬餘間萬奈數據錢塊當參劑針齣齡歲裡飛納兆億內達優於於",
    "亿万两个张户笔颗辆只条种项间台吨厘钟时周岁币圆镑欧韩卢马过于达内余来点体总约从开儿历减产处层栋双对喷国县镇满届号线门问题软盘场热电压级读单类遍战亿贯钢铁节卢亩顷瓩仅后万余间万奈数据钱块当参剂针出龄岁里飞纳兆亿内达优于于",
)
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def figures_of(issue: Issue, progress: Progress | None = None) -> tuple[Figure, ...]:
    """List the figures of an issue in source order; `progress` may raise to stop the work."""
    words = lexicon()
    home = "TWD" if TAIWAN.search(issue.source.text) else "CNY"
    issued = _issued(issue, words)
    pieces = rejoined([piece for piece in pieces_of(issue) if _is_read(piece)])
    columns = _columns(pieces, words, home)
    figures: list[Figure] = []
    for k, piece in enumerate(pieces):
        if progress and not k % TOLD_EVERY:
            progress("figures", k / len(pieces))
        line = _line(piece, words, home)
        column = columns.get(_place(piece), Column())
        figures += _figures(piece, line, column, issued)
    return tuple(_apart(figures))


def _is_read(piece: Piece) -> bool:
    """Tell whether a piece may hold figures: addresses, signatures and code hold none."""
    return piece.zone not in SKIPPED and not (piece.block and piece.block.code)


def _line(piece: Piece, words: Lexicon, home: str) -> Line:
    text = fold(piece.text)
    if not text.isascii():
        text = text.translate(TRADITIONAL)
    if piece.raised:
        text = _with_raised(text, piece.raised)
    zone = piece.zone
    if zone == "note_text" and len(HAN.findall(text)) < HAN_OF_REFERENCE * len(text):
        zone = "reference"
    return Line(text, piece.text, words, home, zone)


def _with_raised(text: str, raised: Sequence[tuple[int, int]]) -> str:
    """Write digits that are set as superscript with the characters for it, so that m3 and 10-9 are told as powers."""
    parts: list[str] = []
    cursor = 0
    for start, end in raised:
        parts += (text[cursor:start], text[start:end].translate(RAISED))
        cursor = end
    return "".join((*parts, text[cursor:]))


def _figures(piece: Piece, line: Line, column: Column, issued: str) -> Iterator[Figure]:
    found = (piece.row >= 0 and read_cell(line, column)) or rated(line, with_shared_years(line, figures_in(line)))
    if piece.zone == "masthead":
        found = [figure for figure in found if figure.kind in OF_THE_MASTHEAD]
    floor, topic = 0, ""
    for figure in found:
        figure = due(figure, column.head)
        bound = comparator(line, figure)
        topic = topic_after(line, figure.start, floor, topic)
        label = label_of(line, figure, floor, topic) or column.head
        floor = figure.end
        yield _figure(piece, line, figure, bound, label, issued)


def _figure(piece: Piece, line: Line, figure: Found, bound: str, label: str, issued: str) -> Figure:
    start, end = piece.span(figure.start, figure.end)
    inferred = ""
    if issued and isinstance(figure.low, str) and figure.low.startswith("--"):
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
        found = read_date(Line(text, text, words, zone="masthead"), at) if text[at].isdecimal() else []
        if found and isinstance(found[0].low, str):
            return found[0].low if found[0].low[:1].isdecimal() else ""
    return ""


def _place(piece: Piece) -> tuple[int, int, int]:
    return (id(piece.block), piece.row, piece.column)


def _columns(pieces: Sequence[Piece], words: Lexicon, home: str) -> dict[tuple[int, int, int], Column]:
    """Tell of each cell of all tables what its column's head says."""
    found: dict[tuple[int, int, int], Column] = {}
    above = ""
    for block, cells in _tables(pieces):
        if block:
            columns = columns_of(sorted(cells, key=lambda c: (c.row, c.column)), above, words, home)
            found |= {(block, *place): column for place, column in columns.items()}
        above = cells[-1].text[-40:]
    return found


def _tables(pieces: Iterable[Piece]) -> Iterator[tuple[int, list[Piece]]]:
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
