"""The room that a line leaves at its end: what it says for a paragraph break below."""

from __future__ import annotations

from reader.label.line_fit import is_plain, slack
from reader.label.typesetting import MEASURE_SLACK, ROOM_CLEAR, ROOM_SOME
from reader.model.draft import Draft, Evidence, Piece
from reader.text.patterns import IS_HAN, OPENERS, rare, unbalanced_open

ROOM_WIDE = 6.0  # em; no printer ends a line so far from the edge but on purpose, whatever else a file does
ROOM_EXACT = -0.05  # em left over on a line whose width is known exactly: the next token would have fitted
UNWRAPPED_SHORT = 30.0  # em; a line this short without an end mark, where lines are not wrapped, stands alone
UNWRAPPED_TINY = 12.0  # em; the same, beyond doubt
COMMA_HEADING = 14.0  # em; where lines are not wrapped, a longer line with a comma in it is a sentence cut off
UNWRAPPED_NUMBERED = 48.0  # em; the same for a numbered line, which is a heading or an item more often than not
OVERFLOW = 8.0  # em; a line this much wider than the measure above was not wrapped to it
NOTICE_TITLE = rare(r"^关于[^，。；]{4,60}的?(?:公告|通告|通知|通报|公示|意见|决定|请示|批复|报告|函)$")
NEVER_LAST = frozenset(f"，、,；;：:-—－／/{OPENERS}")  # a line that ends so is not complete


def room_left(
    draft: Draft, i: int, following: Piece, stopped: bool, lost: float, edge: float, unreached: float
) -> Evidence:
    """Weigh the room at the end of piece i; `lost` em of its indent were, `unreached` are those that no line fills."""
    piece, measure = draft.pieces[i], draft.measures[i]
    if not measure or following.edge > measure + OVERFLOW:
        if stopped:
            return "line", 2.0
        if _is_prose(piece):
            return "prose", -1.5
        if piece.width < UNWRAPPED_TINY:
            return "tiny line", 4.5
        if piece.text[0] == "关" and NOTICE_TITLE.match(piece.text):
            return "name of a notice", 3.0
        limit = UNWRAPPED_NUMBERED if piece.number else UNWRAPPED_SHORT
        return ("short line", 3.0) if piece.width < limit else ("long line", -1.5)
    room = slack(draft, i, following, edge) - lost
    if room > ROOM_CLEAR:
        if piece.look:
            return "room on the page", 6.5
        wide = room > ROOM_WIDE and not stopped and _are_apart(piece, following, measure)
        return ("wide room", 8.0) if wide else ("room", 4.5)
    if room - unreached > ROOM_EXACT and is_plain(piece.text):
        return "exact room", 3.2
    if room > ROOM_SOME:
        return "some room", 1.5
    return "full", -2.6 if stopped else -1.5


def _are_apart(above: Piece, below: Piece, measure: float) -> bool:
    """Tell whether a line and the one below cannot be parts of one that a tool cut: words meet, or they fill two."""
    if above.text[-1] in NEVER_LAST or unbalanced_open(above.text):
        return False
    return bool(IS_HAN.match(above.text[-1]) and IS_HAN.match(below.text)) or below.edge > measure - MEASURE_SLACK


def _is_prose(piece: Piece) -> bool:
    """Tell whether a line without an end mark reads like a sentence cut off: it has stops or commas inside.

    Numbered headings may hold a comma; plain ones set a space instead.
    """
    text = piece.text
    return "。" in text or len(text) > COMMA_HEADING and not piece.number and ("，" in text or "," in text)
