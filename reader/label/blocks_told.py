"""What the file itself says of a break between two of its lines: blocks of their own, or lines of one."""

from __future__ import annotations

from reader.draft import Draft, Evidence
from reader.label.params import SAME_LINE, TOLD_BLANK, TOLD_BLOCK, TOLD_LINE, TOLD_WRAP


def told_break(draft: Draft, i: int, j: int) -> Evidence | None:
    """Weigh what the file itself says of a break between two pieces: blocks of their own, or lines of one."""
    a, b = draft.pieces[i].hint, draft.pieces[j].hint
    if a is None or b is None:
        return None
    if a.group != b.group:
        blank = draft.markup and a.role == b.role == "paragraph"  # which a converter leaves at a column's end, too
        return ("blank line", TOLD_BLANK) if blank else ("block of its own", TOLD_BLOCK)
    if "fact" in (a.data, b.data):
        return "field of its own", TOLD_BLOCK
    if "\n" not in draft.text[draft.pieces[i].end : draft.pieces[j].start]:
        return "part of a printed line", SAME_LINE
    if b.data == "wrapped":
        return "soft end of a line", TOLD_WRAP
    return "line of its own", TOLD_LINE
