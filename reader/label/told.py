"""What the file itself says of its lines: cells, and what is set beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from reader.document import Hint
from reader.draft import Draft, Label, Mark, Part, Piece

NONE = Hint("")


def hint(piece: Piece) -> Hint:
    """Return what the file says of a piece; a hint without a role where it says nothing."""
    return piece.hint or NONE


def furniture(draft: Draft) -> Iterator[Mark]:
    """Label what the file itself sets beside its text, with the reason that is told."""
    for i in draft.free:
        if hint(draft.pieces[i]).role == "furniture":
            yield Mark(i, Label("furniture", "told by the file", data=hint(draft.pieces[i]).data))


def cells(draft: Draft) -> Iterator[Mark]:
    """Label the cells of tables that are told; their hints say what each begins, its row and its column."""
    first: dict[int, int] = {}  # piece by table
    row: dict[int, str] = {}
    for i in draft.free:
        piece = draft.pieces[i]
        role, _, group, data = hint(piece)
        if role != "cell":
            continue
        begins, number, column = (*data.split(" "), "", "")[:3]
        if begins != "line" and row.get(group) != number:
            row[group] = number
            begins = "head" if begins == "head" else "row"
        elif begins != "line":
            begins = "cell"
        name = begins if begins == "line" else f"{begins} {column}".rstrip()
        parts = (Part(piece.start, piece.end, name),)
        yield Mark(
            i, Label("table", "cells told by the file", 0.95, first.setdefault(group, i), parts, data="table told")
        )
