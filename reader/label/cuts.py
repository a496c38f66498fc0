"""Where an extractor cut a printed line in two, told by the marks at the cut.

Typesetters set marks that meet narrower than they are, ”（ or 》， for instance. Extractors take the overlap for the
end of a line. No printed line begins with a mark that closes or stops (Chinese line breaking, GB/T 15834).
"""

from __future__ import annotations

from reader.label.typesetting import INDENT_MIN
from reader.model.draft import Piece

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】")
NARROWED = frozenset("，。、；：？！）》〉」』】”’")
OPENING = frozenset("（《〈「『【“‘")


def is_hanging(above: Piece, below: Piece) -> bool:
    """Tell whether a piece begins with a mark with which no line begins: it ends the line of the piece above."""
    return below.text[0] in NEVER_FIRST and below.indent <= INDENT_MIN and not below.blanks and below.line > above.line


def are_set_close(above: Piece, below: Piece) -> bool:
    """Tell whether in mid-sentence a mark that closes meets one that opens, as they do within a line."""
    return above.text[-1] in NARROWED and below.text[0] in OPENING and not above.closed


def is_cut_line(above: Piece, below: Piece) -> bool:
    """Tell whether the marks say that two pieces are parts of one printed line."""
    return is_hanging(above, below) or (are_set_close(above, below) and not below.blanks)
