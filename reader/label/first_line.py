"""The title of a marked-up file that was left without markup of its own: its first line."""

from __future__ import annotations

from collections.abc import Iterator

from reader.label.headings import reads_like_title, title_parts, unclosed
from reader.label.masthead import NUMBER
from reader.model.draft import Draft, HeadingStyle, Label, Mark, Part

OPENING_EM = 40.0  # em; a longer first line is text


def opening_line(draft: Draft) -> Iterator[Mark]:
    """Label the very first line of a marked-up file as its heading, where it was left without markup of its own.

    It is short and unclosed, stands alone in its paragraph, and headings with markup follow.
    """
    first = next((i for i in range(len(draft.pieces)) if draft.role(i) != "furniture"), -1)
    if first < 0 or draft.role(first) or not any(_tells_level(label) for label in draft.labels):
        return
    unit = next(draft.units())
    piece = draft.pieces[first]
    if (
        unit != [first]
        or piece.width > OPENING_EM
        or piece.hint is not None
        and piece.hint.role not in ("", "paragraph")
    ):
        return
    if NUMBER.fullmatch(piece.text):
        yield Mark(
            first, Label("masthead", "number above the title", 0.8, parts=(Part(piece.start, piece.end, "number"),))
        )
    elif unclosed(piece.text) and reads_like_title(draft, unit, piece.text):
        parts = title_parts(piece.text, piece.start)
        yield Mark(first, Label("heading", "first line of the file", 0.6, first, parts, 0, HeadingStyle("opening")))


def _tells_level(label: Label | None) -> bool:
    """Tell whether a piece is a heading whose level its file tells."""
    return (
        label is not None and label.role == "heading" and isinstance(label.data, HeadingStyle) and label.data.level > 0
    )
