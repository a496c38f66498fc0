"""What the file itself says of a break between two of its lines: blocks of their own, or lines of one."""

from __future__ import annotations

from reader.model.draft import Draft, Evidence

SAME_LINE = -6.0  # log odds of a break inside a printed line
TOLD_BLOCK = 7.0  # log odds of a break where the file itself begins a new block
TOLD_BLANK = 5.0  # the same where a blank line of Markdown says so
TOLD_KIND = 12.0  # the same where Markdown begins another item of a list, or ends one
TOLD_LINE = 2.5  # the same where it only breaks a line inside a block
TOLD_WRAP = -5.0  # the same where only the source is broken, as it is for its writer


def told_break(draft: Draft, i: int, j: int) -> Evidence | None:
    """Weigh what the file itself says of a break between two pieces: blocks of their own, or lines of one."""
    a, b = draft.pieces[i].hint, draft.pieces[j].hint
    if a is None or b is None:
        return None
    if a.group != b.group:
        if not draft.markup:
            return "block of its own", TOLD_BLOCK
        blank = a.role == b.role == "paragraph" and not (
            a.quote or b.quote
        )  # a converter leaves a blank line at a column's end, too
        return ("blank line", TOLD_BLANK) if blank else ("block of another kind", TOLD_KIND)
    if "fact" in (a.data, b.data):
        return "field of its own", TOLD_BLOCK
    if "\n" not in draft.text[draft.pieces[i].end : draft.pieces[j].start]:
        return "part of a printed line", SAME_LINE
    if b.data == "wrapped":
        return "soft end of a line", TOLD_WRAP if b.role == "paragraph" else -TOLD_KIND
    return "line of its own", TOLD_LINE
