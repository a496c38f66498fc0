"""From judged rows to a source text with its lines and styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.load.html.face import Face
from reader.load.html.headings import DATED
from reader.load.html.rows import BLANK, Row
from reader.load.html.words import COUNTER_FIELD, FILE_TOOL_END, INFO
from reader.model.document import PICTURE_SIGN, Hint, Line, Picture, Styled
from reader.model.kinds import LineRole

FIELD_GAP = re.compile(r"\s*[|｜丨]\s*|(?:[\u3000\xa0]|[ \u2003]{2}|\xa0 )[\s\xa0\u3000]*")
LABEL_BEGUN = re.compile(r"(?:^|[\s|｜丨])[^\W\d_]{1,4}\Z")
WHEN = re.compile(r"(?<=\S[ \xa0])\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?!\s*[—-])")  # 来源：某网 2025-08-02
RECORD = re.compile(  # date, number and addresses of a story
    r"(?:^|\s)(?:19|20)\d{2}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[:.]\d{1,3}\s\d{5,}\s.*$", re.S
)
TOOL_LONGEST = 40  # characters of a button and what stands before it
INFO_LONGEST = 200  # characters of a bar of facts


class Sheet:
    """The source text as it grows, with its lines and styles."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.styled: list[Styled] = []
        self.pictures: list[Picture] = []
        self._parts: list[str] = []
        self._length = 0
        self._groups = 0
        self._color = ""  # of most text
        self._waiting: list[Picture] = []  # that stand above the row that is written next

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, rows: Sequence[Row], below: Iterable[Picture] = ()) -> None:
        """Write rows one below the other; `below` are pictures that stand below all of them."""
        above: Row | None = None
        self._color = _usual_color(rows)
        numbers: dict[tuple[str, int], int] = {}
        for row in rows:
            if row.role in ("said", "picture"):
                self._waiting += [replace(p, reason=p.reason or row.reason) for p in row.pictures]
                continue
            key = _thing(row)
            if key not in numbers:
                numbers[key] = self._groups = self._groups + 1
            self._row(row, numbers[key], _gap(above, row))
            above = row
        self._waiting += below

    def _row(self, row: Row, group: int, gap: int) -> None:
        self._write("\n" * gap if self._length else "")
        start = self._length
        self._waiting += row.pictures
        self.place_waiting()
        blanks = max(0, gap - 1) if start else 0
        is_mixed = row.role != "heading" and not row.reason and len({chunk.face.color for chunk in row.chunks}) > 1
        for text, face, picture in row.chunks:
            if picture is not None:
                self.pictures.append(replace(picture, at=self._length + max(0, text.find(PICTURE_SIGN))))
            self._style(text, face)
            if is_mixed and face.color != self._color and not face.linked:
                self._extend(Styled(self._length, self._length + len(text), "color"))
            self._write(text)
        hints = list(_fields(row, group))
        for a, b, hint in hints:
            self.lines.append(Line(start + a, start + b, blanks, hint=hint))
            blanks = 0

    def place_waiting(self) -> None:
        """Let the pictures that wait for what follows them stand here."""
        self.pictures += [replace(picture, at=self._length) for picture in self._waiting]
        self._waiting.clear()

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _style(self, text: str, face: Face) -> None:
        end = self._length + len(text)
        for style in face.styles:
            self._extend(Styled(self._length, end, style))
        if face.url:
            self._extend(Styled(self._length, end, "link", face.url))

    def _extend(self, new: Styled) -> None:
        """Add a style, or lengthen the same one that ends here."""
        for at in range(len(self.styled) - 1, max(-1, len(self.styled) - 5), -1):
            old = self.styled[at]
            if old.end == new.start and old[2:] == new[2:]:
                self.styled[at] = old._replace(end=new.end)
                return
        self.styled.append(new)


def _usual_color(rows: Sequence[Row]) -> str:
    """Return the colour of most text outside links, headings and what is left out."""
    colors: Counter[str] = Counter()
    for row in rows:
        if row.role != "heading" and not row.reason:
            for text, face, _ in row.chunks:
                colors[face.color] += len(text) * (not face.linked)
    return colors.most_common(1)[0][0] if colors else ""


def _thing(row: Row) -> tuple[str, int]:
    """Name the thing that a row is part of: a table, a heading, a run of lines."""
    if row.cell is not None:
        return "table", row.cell.table
    return ("heading", row.group) if row.group >= 0 else ("run", row.run)


def _gap(above: Row | None, row: Row) -> int:
    """Return how many line ends stand between two rows."""
    if above is None:
        return 2
    if row.role == above.role == "code" and row.run == above.run:
        return 1 + row.blanks
    close = (
        row.aside
        or row.run == above.run
        or row.cell is not None
        and above.cell is not None
        and row.cell.table == above.cell.table
        or row.role == above.role == "contents"
        or row.depth > 0
        and above.depth > 0
        and bool(row.item)
    )
    return 1 if close else 2


def _fields(row: Row, group: int) -> Iterator[tuple[int, int, Hint]]:
    """Yield the lines that a row gives; a bar of facts about the page gives one for each."""
    text = row.text
    tail, why = _tail(text) if not row.reason and row.cell is None else (0, "")
    if why:
        if tail:
            yield 0, tail, Hint("list_item" if row.item else "paragraph", row.item, group, "", row.marker)
        yield tail, len(text), Hint("furniture", 0, group, why)
    elif row.reason:
        yield 0, len(text), Hint("furniture", 0, group, row.reason)
    elif row.cell is not None:
        place = row.cell
        begins = "break" if not row.opens_cell else "head" if place.head else "cell"
        data = f"{begins} {place.row} {place.column}"
        yield 0, len(text), Hint("cell", 0, group, data, down=place.down, across=place.across)
    elif row.role == "masthead" and not row.data and _is_bar(text):
        for start, end, fact in _facts(text, group):
            yield start, end, fact if fact.role == "furniture" else Hint("masthead", 0, group)
    elif row.data == "fact" or not row.role and not row.item and _is_bar(text):
        yield from _facts(text, group)
    else:
        role = row.role or ("list_item" if row.item else "paragraph")
        data = row.data or ("right" if role == "paragraph" and row.chunks[0].face.align == "right" else "")
        cut = len(text) - _date_behind(row) if role == "heading" else len(text)
        told: LineRole = "caption" if role == "picture" or role == "said" else role  # neither is written
        yield 0, cut, Hint(told, row.level or row.item, group, data, row.marker, row.quoted, dress=row.dress)
        if cut < len(text):
            yield cut, len(text), Hint("paragraph", 0, group, "fact")


def _date_behind(row: Row) -> int:
    """Return how many characters of a linked heading are a date behind the link."""
    behind = row.chunks[-1].text if len(row.chunks) > 1 and not row.chunks[-1].face.linked else ""
    is_linked = any(chunk.face.linked for chunk in row.chunks)
    return len(behind) if is_linked and DATED.fullmatch(behind.strip()) else 0


def _tail(text: str) -> tuple[int, str]:
    """Find what ends a row and is no text, a button to fetch a file or a system's record of a story, and name it."""
    if m := FILE_TOOL_END.search(text, max(0, len(text) - TOOL_LONGEST)):
        return m.start(), "attachment-tool"
    if m := RECORD.search(text):
        return m.start(), "record"
    return 0, ""


def _is_bar(text: str) -> bool:
    """Tell whether a row is made of facts about the page: 来源：… 作者：…"""
    if len(text) > INFO_LONGEST or text.rstrip().endswith(("。", "；", "）", ")")) and "字" not in text:
        return False
    return INFO.search(text) is not None


def _cuts(text: str) -> list[tuple[int, int]]:
    """Return what parts the fields of a bar: strokes and wide gaps, and the place before each label."""
    cuts = [m.span() for m in FIELD_GAP.finditer(text)]
    for m in [*INFO.finditer(text), *WHEN.finditer(text)]:
        if LABEL_BEGUN.search(text, 0, m.start()):
            continue  # 闭馆时间 is one label
        at = m.start() - (m.start() > 0 and text[m.start() - 1] in "[【(（")
        gap = len(text[:at]) - len(text[:at].rstrip())
        if at and not any(start <= at <= end for start, end in cuts):
            cuts.append((at - gap, at))
    return sorted(cuts)


def _facts(text: str, group: int) -> Iterator[tuple[int, int, Hint]]:
    """Cut a bar of facts, 时间：… | 来源：… | 浏览：…, into its fields; counters and buttons are left out."""
    cuts = _cuts(text)
    ends = [0, *(b for _, b in cuts), len(text)]
    for number, (start, stop) in enumerate(pairwise(ends)):
        shown = cuts[number][0] if number < len(cuts) else stop
        if text[start:shown].strip(BLANK):
            tool = COUNTER_FIELD.match(text[start:shown].strip(BLANK))
            hint = Hint("furniture", 0, group, "navigation") if tool else Hint("paragraph", 0, group, "fact")
            yield start, shown, hint
        if text[shown:stop].strip(BLANK):
            yield shown, stop, Hint("furniture", 0, group, "punctuation")
