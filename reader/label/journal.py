"""What stands at the head of a journal's article: the title in another language, the names of its authors.

A text that was taken out of a journal has neither sizes nor blank lines to tell these from headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from reader.label.line_fit import slack
from reader.label.typesetting import ROOM_CLEAR
from reader.model.draft import Draft, Label, Mark
from reader.text.patterns import HAN_LETTER, IS_HAN, has_url, rare

TITLE_WIDEST = 60.0  # em; a longer one is a paragraph
FOREIGN_LINES = 5  # of a title in another language, with the names of its authors
FOREIGN_WORDS = 2  # words of one line
FOREIGN_LONGEST = 100  # characters
FOREIGN_FULL = 40  # characters of a line, that a title in another language goes on below
HAN_SHARE = 0.5  # of the lines of a file that is written in Chinese
JOURNAL_FIELD = rare(  # 关键词　船闸　人字门: a field without a colon
    r"^(?:摘\s*要|关\s*键\s*词|中图分类号|文献标识码|文章编号|收稿日期|作者简介|基金项目|Abstract|Key\s?words)[\s\u3000：:]\s*\S",
    re.I,
)
FIELD_LINES = 3  # lines that a field is wrapped over
AFFILIATION = rare(
    rf"^{HAN_LETTER}{{2,4}}\s*+[（(][^（）()]{{6,60}}(?<=\d{{6}})[）)]$"
)  # 林若水（渡口大学　北镇　100000）
WORDS = re.compile(r"[A-Za-z][A-Za-z'’\-]{2,}")


def foreign_titles(draft: Draft) -> Iterator[Mark]:
    """Label lines without Han below a short Chinese one as notes: a title and its authors in another language."""
    pieces = draft.pieces
    if any(piece.hint or piece.look for piece in pieces[:1]):
        return
    if sum(IS_HAN.search(piece.text) is not None for piece in pieces) < HAN_SHARE * len(pieces):
        return
    last = -1
    for i in draft.free:
        if i <= last or i == 0 or not _is_foreign(draft, i) or not is_short_line(draft, i - 1):
            continue
        if not draft.opens(i) and not is_in_field(draft, i - 1):  # inside a sentence
            continue
        following = range(i, min(len(pieces), i + FOREIGN_LINES + 1))
        run = list(takewhile(lambda k: not draft.role(k) and _is_foreign(draft, k), following))
        last = run[-1]
        if len(run) <= FOREIGN_LINES:
            yield from _notes(draft, run)


def is_in_field(draft: Draft, i: int) -> bool:
    """Tell whether a line belongs to a field such as 关键词, whose last line is not closed by a mark."""
    lines = (k for k in range(i, max(-1, i - FIELD_LINES), -1) if not draft.role(k))
    return any(JOURNAL_FIELD.match(draft.pieces[k].text) for k in lines)


def affiliations(draft: Draft) -> Iterator[Mark]:
    """Label lines that name an author with his unit and its postcode in brackets."""
    for i in draft.free:
        if draft.pieces[i].text[-1] in "）)" and AFFILIATION.match(draft.pieces[i].text):
            yield Mark(i, Label("remark", "unit of an author", 0.8, i))


def _notes(draft: Draft, run: list[int]) -> Iterator[Mark]:
    group = run[0]
    for i in run:
        if i > run[0] and len(draft.pieces[i - 1].text) < FOREIGN_FULL:
            group = i
        yield Mark(i, Label("remark", "title in another language", 0.7, group))


def _is_foreign(draft: Draft, i: int) -> bool:
    text = draft.pieces[i].text
    if not (text[0].isascii() and text[0].isalpha()) or len(text) > FOREIGN_LONGEST:
        return False
    if IS_HAN.search(text) or has_url(text) or "@" in text:
        return False
    return len(WORDS.findall(text)) >= FOREIGN_WORDS and draft.pieces[i].number is None


def is_short_line(draft: Draft, i: int) -> bool:
    """Tell whether a line of Chinese leaves room and ends no sentence, as titles and keywords do."""
    piece = draft.pieces[i]
    if draft.role(i) or piece.closed or not IS_HAN.search(piece.text) or piece.width > TITLE_WIDEST:
        return False
    return not draft.measures[i] or slack(draft, i, draft.pieces[i + 1]) > ROOM_CLEAR
