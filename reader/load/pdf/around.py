"""What belongs to a table or a chart: its caption, the unit of its numbers, the notes and the source below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.load.pdf.layout import Placed
from reader.load.pdf.parts import PdfPage
from reader.model.document import Box, Hint
from reader.text.han import simplified
from reader.text.patterns import is_caption, numbered

NEAR = 2.2  # em of white between a table and what belongs to it
NAME_LONGEST = 24  # characters of a name without a number
SHORT, CLOSE = 12, 0.7  # characters of a name, em to its table, where nothing else tells it
ABOVE_MOST = 3  # lines above a table that are looked at
OVERLAP = 0.5  # of the narrower of a chart and a line, that stands below the other
ALIKE = 1.05  # times the size of the cells
LARGER = 1.2  # times the size of the cells; a larger line is a heading
UNIT = re.compile(r"^[（(]?(?:计量|金额|货币|时延|数据)?单位\s*(?:[：:]|为)\s*\S{1,24}$|^[（(][^（()）]{1,30}[)）]$")
NOTE = re.compile(
    r"^[（(]?(?:数据|资料|图片|图表|信息)?来源\s*[：:]|^(?:说明|备注|附注)\s*[：:]|^注\s*\d{0,2}\s*[：:.、]|^\*\s?\S|^Notes?:|^Source",
    re.IGNORECASE,
)
SOURCE = re.compile(r"^[（(]?(?:数据|资料|图片|图表|信息)?来源\s*[：:]|^Source", re.IGNORECASE)

Found = dict[int, Hint]  # by place among the lines of a page


def with_surroundings(pages: Sequence[PdfPage], placed: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return the lines with hints on those that belong to a table or a chart."""
    out: list[list[Placed]] = []
    groups = iter(range(1_000_000_000))
    for page, rows in zip(pages, placed, strict=True):
        found: Found = {}
        for first, last in _tables(rows):
            _look_above(rows, first, found, groups)
            _look_below(rows, last, found, groups)
        for chart in page.charts:
            _look_around(rows, chart.box, found, groups)
        out.append([place._replace(hint=found.get(k, place.hint)) for k, place in enumerate(rows)])
    return out


def _tables(rows: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each table."""
    first = -1
    for k, place in enumerate(rows):
        inside = place.cell is not None
        if inside and (first < 0 or _table(rows[k - 1]) != _table(place)):
            if first >= 0:
                yield first, k - 1
            first = k
        elif not inside and first >= 0:
            yield first, k - 1
            first = -1
    if first >= 0:
        yield first, len(rows) - 1


def _table(place: Placed) -> int:
    return place.cell.table if place.cell else -1


def _look_above(rows: Sequence[Placed], first: int, found: Found, groups: Iterator[int]) -> None:
    """Find the unit and the caption of a table, the caption in as many lines as it has."""
    unit = -1
    lines: list[int] = []
    top = rows[first].column.top
    for k in range(first - 1, max(-1, first - 1 - ABOVE_MOST), -1):
        place = rows[k]
        if not _is_free(place) or k in found or not 0 <= top - place.row.box.bottom + 2 <= NEAR * place.row.size:
            break
        if not lines and UNIT.match(_words(place)):
            unit = k
        elif is_caption(_words(place)) or _names(rows, k, rows[first], unit == k + 1 and not lines):
            lines.append(k)
            found |= dict.fromkeys(lines, Hint("caption", group=next(groups), data="table"))
            break
        elif lines or place.row.size > LARGER * rows[first].row.size:
            break
        else:
            lines.append(k)
        top = place.row.box.top
    if unit >= 0:
        found[unit] = Hint("note", group=next(groups), data="table")


def _names(rows: Sequence[Placed], k: int, cell: Placed, above_unit: bool) -> bool:
    """Tell whether a line without a number is the name of a table: above its unit, or called a table."""
    place = rows[k]
    text = place.row.text.strip()
    if len(text) > NAME_LONGEST or text[-1] in "。；：，:;,？！?!”" or numbered(text) or _ends_paragraph(rows, k):
        return False
    alike = place.row.size <= ALIKE * cell.row.size
    close = cell.column.top - place.row.box.bottom <= CLOSE * place.row.size
    named = not place.row.face.bold and text.endswith("表") or close and len(text) <= SHORT
    return place.row.size <= LARGER * cell.row.size and (above_unit or alike and named)


def _ends_paragraph(rows: Sequence[Placed], k: int) -> bool:
    """Tell whether a line is the last of several that are set alike."""
    above, place = rows[k - 1] if k else None, rows[k]
    if above is None or not _is_free(above) or above.leaf != place.leaf:
        return False
    alike = abs(above.row.size - place.row.size) < 0.2 and above.row.face.bold == place.row.face.bold
    return alike and place.row.box.top - above.row.box.bottom <= 0.9 * place.row.size


def _look_below(rows: Sequence[Placed], last: int, found: Found, groups: Iterator[int]) -> None:
    """Find the notes below a table with all their lines, or its caption there."""
    bottom = rows[last].column.bottom
    note: Hint | None = None
    for k in range(last + 1, len(rows)):
        place = rows[k]
        if not _is_free(place) or k in found or not -2 <= place.row.box.top - bottom <= NEAR * place.row.size:
            return
        if NOTE.match(_words(place)):
            note = Hint("note", group=next(groups), data="table")
        elif note is None and is_caption(_words(place)) and not _heads_table(rows, k):
            found[k] = Hint("caption", group=next(groups), data="table")
            return
        elif note is None or not _goes_on(rows[k - 1], place):
            return
        found[k] = note
        bottom = place.row.box.bottom


def _heads_table(rows: Sequence[Placed], k: int) -> bool:
    """Tell whether a table follows a line, or follows the next one, which can be the unit."""
    return any(place.cell is not None for place in rows[k + 1 : k + 3])


def _goes_on(above: Placed, below: Placed) -> bool:
    """Tell whether a line of a note goes on in the next: it was full."""
    same = abs(above.row.size - below.row.size) < 0.2 and above.leaf == below.leaf
    return same and above.row.box.right >= below.column.right - 2 * above.row.size


def _look_around(rows: Sequence[Placed], chart: Box, found: Found, groups: Iterator[int]) -> None:
    """Find the caption above or below a chart, and the source below it."""
    for k, place in enumerate(rows):
        box, em = place.row.box, place.row.size
        shared = min(chart.right, box.right) - max(chart.left, box.left)
        if not _is_free(place) or k in found or shared < OVERLAP * min(chart.right - chart.left, box.right - box.left):
            continue
        above, below = chart.top - box.bottom, box.top - chart.bottom
        if not (-em <= above <= NEAR * em or -em <= below <= NEAR * em):
            continue
        if is_caption(_words(place)) or below >= -em and SOURCE.match(_words(place)):
            found[k] = Hint("caption", group=next(groups), data="table")


def _words(place: Placed) -> str:
    return simplified(place.row.text.strip())


def _is_free(place: Placed) -> bool:
    return place.hint is None and place.cell is None
