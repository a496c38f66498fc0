"""Lay printed pieces out in columns and pages, with notes at the foot and furniture around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.quality.breaking import PrintedLine
from tests.quality.pieces import Piece


@dataclass(frozen=True, slots=True)
class Row:
    """One line on a page; `tight` keeps blank lines out of its paragraph."""

    text: str
    ends: bool = False  # the last line of its paragraph
    starts: bool = False  # the first line of its paragraph
    tight: bool = False
    solid: bool = False  # never joined to the line above: a row of a table


@dataclass(slots=True)
class Column:
    """A run of lines and the notes below it."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)

    @property
    def height(self) -> int:
        return len(self.rows) + len(self.notes)


@dataclass(frozen=True, slots=True)
class Layout:
    """Filled columns and the column in which each node begins."""

    columns: list[Column]
    starts: dict[int, int]


def fill_columns(pieces: list[Piece], height: int, notes: Mapping[str, list[str]]) -> Layout:
    """Fill columns of `height` lines; a note stands below the column that bears its mark."""
    layout = Layout([Column()], {})
    waiting: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.title:
            _flush(layout, waiting)
        if piece.floats and layout.columns[-1].rows:
            waiting.append(piece)
            continue
        follower = pieces[index + 1] if index + 1 < len(pieces) else None
        needed = len(piece.lines) + 1 if piece.keep_next and follower else 1
        if layout.columns[-1].height + needed > height and layout.columns[-1].rows:
            layout.columns.append(Column())
            _flush(layout, waiting)
        layout.starts.setdefault(piece.node, len(layout.columns) - 1)
        _place(layout, piece, height, notes, waiting)
    _flush(layout, waiting)
    return layout


def _place(layout: Layout, piece: Piece, height: int, notes: Mapping[str, list[str]], waiting: list[Piece]) -> None:
    for index, line in enumerate(piece.lines):
        foot = _foot(line, notes)
        column = layout.columns[-1]
        if column.rows and column.height + 1 + len(foot) > height:
            column = Column()
            layout.columns.append(column)
            _flush(layout, waiting)
        column.rows.append(_row(piece, index))
        column.notes += foot


def _row(piece: Piece, index: int) -> Row:
    ends = piece.solid or index == len(piece.lines) - 1
    return Row(piece.lines[index].text, ends, index == 0, piece.tight, piece.solid)


def _foot(line: PrintedLine, notes: Mapping[str, list[str]]) -> list[Row]:
    rows = []
    for mark in line.marks:
        texts = notes.get(mark, [])
        rows += [Row(text, index == len(texts) - 1, index == 0, tight=True) for index, text in enumerate(texts)]
    return rows


def _flush(layout: Layout, waiting: list[Piece]) -> None:
    """Set the waiting floats into the newest column."""
    for piece in waiting:
        layout.columns[-1].rows += [_row(piece, index) for index in range(len(piece.lines))]
    waiting.clear()
