"""The head of an official paper in a text: the offices that issue it, the word 文件, its number (某发〔2031〕8号).

Set in large red type on the page, they are nothing but short lines here; the number below tells what they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.label.masthead import office_parts
from reader.model.draft import Draft, Label, Mark, Part
from reader.text.patterns import IS_HAN, PAPER_NUMBER, ends_sentence, rare

FRONT = 10  # lines at the top of a file
LINE_EM = 32.0  # em; a longer line names no office
NUMBER_LINE = rare(rf"(?P<number>[\u3400-\u9fff]{{2,12}}+\s*+{PAPER_NUMBER})(?:\s*+签发人\s*+[：:]\s*+\S.*)?$")


def letterhead(draft: Draft) -> Iterator[Mark]:
    """Label the lines down to the number of an official paper at the top of a text as its masthead."""
    front = draft.free[:FRONT]
    at = next((k for k, i in enumerate(front) if NUMBER_LINE.match(draft.pieces[i].text)), 0)
    if not at or front[0] > 0 or any(piece.hint or piece.look for piece in draft.pieces[:1]):
        return
    offices = front[:at]
    if not all(_is_office(draft, i) for i in offices):
        return
    for i in offices:
        parts = tuple(office_parts(draft.pieces[i].text, draft.pieces[i].start))
        yield Mark(i, Label("masthead", "head of an official paper", 0.9, parts=parts))
    piece = draft.pieces[front[at]]
    m = next(NUMBER_LINE.finditer(piece.text))
    rest = (Part(piece.start + m.end("number"), piece.end, "masthead"),) if m.end("number") < len(piece.text) else ()
    number = Part(piece.start, piece.start + m.end("number"), "number")
    yield Mark(front[at], Label("masthead", "number of an official paper", 0.9, parts=(number, *rest)))


def _is_office(draft: Draft, i: int) -> bool:
    piece = draft.pieces[i]
    return piece.width <= LINE_EM and not ends_sentence(piece.text) and len(IS_HAN.findall(piece.text)) > 1
