"""Numbering as evidence: the number that is due next opens a line of its own."""

from __future__ import annotations

from reader.model.draft import Draft, Evidence, Piece
from reader.text.patterns import CIRCLED, rare

ORDINALS = "一二三四五六七八九十"
ORDINAL_INSIDE = rare(r"(?<=[，。；：、])(?P<ordinal>[一二三四五六七八九])是")
SERIES_NEAR = 8  # lines that the neighbours of a number that counts on are away at most
IN_LINE = -3.0  # log odds of a paragraph at an ordinal that counts on from one in the middle of this paragraph


class Counting:
    """Follows the numbering of headings and items through a file: what is due next is likely a new line."""

    def __init__(self, inline_circled: bool) -> None:
        self.inline_circled = inline_circled
        self.last: dict[str, int] = {}
        self.alone: dict[str, int] = {}
        self.inside = -1  # the last ordinal that stands in the middle of the paragraph: 一是 …；二是 …

    def read(self, piece: Piece, opens: bool) -> None:
        """Note the ordinals inside a paragraph that this piece opens or goes on with."""
        if opens:
            self.inside = -1
        for match in ORDINAL_INSIDE.finditer(piece.text):
            self.inside = ORDINALS.index(match["ordinal"])

    def opened(self, piece: Piece) -> None:
        """Note that a paragraph begins with this piece."""
        if piece.number:
            self.last[piece.number.style] = piece.number.value

    def stood_alone(self, piece: Piece) -> None:
        """Note that this numbered line had no end mark and nothing went on below it."""
        if piece.number and not piece.closed:
            self.alone[piece.number.style] = piece.number.value

    def evidence(self, a: Piece, b: Piece, opens: bool) -> list[Evidence]:
        """Return what the numbering says of a break between the pieces a and b."""
        found: list[Evidence] = []
        if self.inside >= 0 and b.text.startswith(f"{ORDINALS[self.inside + 1]}是"):
            found.append(("series in the line", IN_LINE))
        below, above = b.number, a.number if opens else None
        if not (below or above) or self.inline_circled and b.text[0] in CIRCLED:
            return found
        if below and below.value > 1 and self.last.get(below.style) == below.value - 1 and below.end < len(b.text):
            found.append(("number due", 3.5 if below.style in ("han", "chapter", "topic") else 2.5))
        elif below and below.value == 1 and above and above.style != below.style and not a.closed:
            found.append(("first below a numbered line", 3.0))
        if above and not a.closed and above.value > 1 and self.alone.get(above.style) == above.value - 1:
            found.append(("like the number before", 2.5))
        return found


def counts_on(a: Piece, b: Piece) -> bool:
    """Tell whether two lines begin with numbers of a kind that follow each other."""
    if a.number is None or b.number is None:
        return False
    return a.number.style == b.number.style and b.number.value == a.number.value + 1


def in_series(draft: Draft, j: int) -> bool:
    """Tell whether a number counts on from one that stands near above, or a near one below counts on from it."""
    number = draft.pieces[j].number
    if number is None:
        return False
    above = (draft.pieces[k].number for k in range(max(0, j - SERIES_NEAR), j))
    below = (draft.pieces[k].number for k in range(j + 1, min(len(draft.pieces), j + 1 + SERIES_NEAR)))
    return any(n and n.style == number.style and n.value == number.value - 1 for n in above) or any(
        n and n.style == number.style and n.value == number.value + 1 for n in below
    )
