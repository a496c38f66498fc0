"""How lines are set, where the file tells: in which size, weight and typeface, and how most of the text is."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from reader.model.draft import Draft, Piece


class Setting(NamedTuple):
    """How a line is set."""

    size: float
    bold: bool
    face: str


def setting(piece: Piece) -> Setting:
    """Return how a piece is set; only for pieces that have a look."""
    look = piece.look
    return Setting(round(look.size, 1), look.bold, look.face) if look else Setting(0.0, False, "")


def body_setting(draft: Draft) -> Setting | None:
    """Return how most of the text is set; None where the file does not tell."""
    if not any(piece.look for piece in draft.pieces[:1]):
        return None
    counts: Counter[Setting] = Counter()
    for i in draft.free:
        counts[setting(draft.pieces[i])] += len(draft.pieces[i].text)
    return max(counts, key=lambda row: counts[row], default=None)
