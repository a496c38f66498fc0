"""Heads of entries: what opens a paragraph or a list item and names it, in 【】, in bold or as a link, text behind it.

Only a group of sisters is believed: several heads that are set alike and read like headlines. Labels (时间：), terms
with their explanation, opening words in bold (会议指出，) and datelines are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.load.html.face import Face
from reader.load.html.headings import LARGER
from reader.load.html.rows import BLANK, Chunk, Row
from reader.load.html.traits import Ordinary

BRACKETED = re.compile(r"[\s\W]{0,4}(?:\d{1,2}\s*[.、．]\s*)?(?P<head>[【〖][^【】〖〗]{2,60}[】〗])[\s：:]*")
NO_HEAD = re.compile(  # labels of any article, and what a report opens with
    r"""
      ^(?:编者|編者|导[读语]|導讀|摘\s*要|关键词|要点|提要|按语?|注|附|来源|來源|作者|记者|编辑|时间|地点|解说|同期|字幕|旁白|问|答|声明)
    | (?:讯|訊|电|電|报道|報道|报导|報導|消息|专递|供稿|摄|编|译)$
    """,
    re.X,
)
GOES_ON = re.compile(r"^\s*[，,、；;。.！!？?）)”’》〉\]%％—–-]")  # the sentence that the head only begins
COLON = re.compile(r"[：:]\s*$")
OPENS_SENTENCE = re.compile(r"[，,、；;。]\s*$")
HEADS_LEAST = 3  # of a group
HEADS_LEAST_IN_LISTS = 2  # where the heads of other items stand alone
HEAD_LEAST = 4  # characters of a head, but for one in brackets among others
HEAD_LONGEST = 60
BRACKETED_MEAN = 5.0  # characters of a group's heads on the average; labels are shorter
MEAN = 8.0  # the same for heads in bold or linked: terms and labels are shorter
COLON_MEAN = 10.0  # the same for heads that end in a colon
ENDS = frozenset("。！？；…!?;")
CLOSERS = frozenset("”’」』）)]】.")
SENTENCE_LEAST = 30  # characters; a shorter text behind a head is not closed by a bracket
PROSE_LEAST = 80  # characters that are a text however it ends
TEXTS_SHARE = 0.6  # of the texts behind a group's heads are closed
TEXT_LEAST = 12  # characters of text behind the heads on the average


class Head(NamedTuple):
    """A head that opens a row: its kind, where the text behind it begins, and what it says."""

    row: int
    kind: str  # bracket bold link large color, with a colon where one stands behind the head
    cut: int
    text: str
    behind: int  # characters of text behind it
    closed: bool  # it is closed like a sentence, or missing: then the text stands below


def apart(rows: Sequence[Row], usual: Ordinary) -> list[Row]:
    """Return the rows with the heads of entries in rows of their own."""
    found = [head for i, row in enumerate(rows) if _is_text(row) and (head := _head(i, row, usual))]
    cuts: dict[int, Head] = {}
    for kind in ("bracket", *(f"{name}{colon}" for name in ("bold", "link", "large", "color") for colon in ("", ":"))):
        group = [head for head in found if head.kind == kind]
        alone = list(_alone(rows, usual)) if kind == "bold" and group and all(rows[h.row].item for h in group) else []
        cuts |= {head.row: head for head in group} if _is_believed(group, alone) else {}
    if not cuts:
        return list(rows)
    return [part for i, row in enumerate(rows) for part in (_parted(row, cuts[i]) if i in cuts else (row,))]


def _is_text(row: Row) -> bool:
    return not row.reason and not row.role and row.cell is None and row.data != "fact"


def _head(i: int, row: Row, usual: Ordinary) -> Head | None:
    """Find the head that a row opens with."""
    text = row.text
    if m := BRACKETED.match(text):
        inner = m["head"][1:-1].strip()
        rest = text[m.end() :].strip(BLANK)
        return None if NO_HEAD.search(inner) else Head(i, "bracket", m.end(), inner, len(rest), _is_closed(rest))
    for kind, opens in WAYS.items():
        if (kind != "link" or row.item) and (cut := _reach(row.chunks, opens, usual)):
            return _checked(i, kind, text, cut)
    return None


WAYS: dict[str, Callable[[Face, Ordinary], bool]] = {  # in which a head is set apart from the text behind it
    "bold": lambda face, usual: face.bold and not usual.bold,
    "large": lambda face, usual: face.size >= usual.size * LARGER,
    "link": lambda face, usual: face.linked,
    "color": lambda face, usual: face.color != usual.color and not face.linked,
}


def _reach(chunks: Sequence[Chunk], opens: Callable[[Face, Ordinary], bool], usual: Ordinary) -> int:
    """Return how many characters a row opens with that are set apart; 0 where that is none or all."""
    at = reach = 0
    for text, face, _ in chunks:
        blank = not text.strip(BLANK)
        if not (opens(face, usual) or blank):
            return reach
        at += len(text)
        reach = reach if blank else at
    return 0


def _checked(i: int, kind: str, text: str, cut: int) -> Head | None:
    """Take the opening words for a head where they read like one."""
    head, rest = text[:cut].strip(BLANK), text[cut:]
    colon = re.match(r"\s*[：:]\s*", rest)
    if colon:
        cut, rest = cut + colon.end(), rest[colon.end() :]
    bare = COLON.sub("", head)
    if not HEAD_LEAST <= len(bare) <= HEAD_LONGEST or NO_HEAD.search(bare) or GOES_ON.match(rest):
        return None
    if OPENS_SENTENCE.search(bare):
        return None
    rest = rest.strip(BLANK)
    return Head(i, f"{kind}:" if colon or bare != head else kind, cut, bare, len(rest), _is_closed(rest))


def _is_closed(text: str) -> bool:
    """Tell whether a text ends like a sentence, or in a bracket that names its source, or is long enough to be one."""
    closed = text[-1:] in ENDS or len(text) > SENTENCE_LEAST and text[-1:] in CLOSERS
    return not text or closed or len(text) > PROSE_LEAST


def _alone(rows: Sequence[Row], usual: Ordinary) -> Iterator[str]:
    """Yield the heads of list items that stand on a line of their own, above the item's text."""
    for row, below in pairwise(rows):
        bold = not usual.bold and all(chunk.face.bold for chunk in row.chunks)
        if row.item and bold and _is_text(row) and _is_text(below) and below.depth >= row.depth and not below.item:
            yield row.text.strip(BLANK)


def _is_believed(group: Sequence[Head], alone: Sequence[str] = ()) -> bool:
    """Tell whether a group of heads is one of headlines with text behind them; some may stand alone in their items."""
    if len(group) + len(alone) < (HEADS_LEAST_IN_LISTS if alone else HEADS_LEAST):
        return False
    texts = [*(head.text for head in group), *alone]
    mean = sum(map(len, texts)) / len(texts)
    behind = sum(head.behind for head in group) / len(group)
    wanted = BRACKETED_MEAN if group[0].kind == "bracket" else COLON_MEAN if group[0].kind[-1] == ":" else MEAN
    closed = sum(head.closed for head in group)
    return mean >= wanted and behind >= TEXT_LEAST and closed >= TEXTS_SHARE * len(group)


def _parted(row: Row, head: Head) -> Iterator[Row]:
    """Cut a row in its head and the text behind it."""
    first, rest = split(row.chunks, head.cut)
    yield replace(row, chunks=first, entry=head.kind.rstrip(":"), item=0, marker="", held=True)
    if any(chunk.text.strip(BLANK) for chunk in rest):
        yield replace(row, chunks=rest, item=0, marker="", opens_cell=False, pictures=())


def split(chunks: Sequence[Chunk], cut: int) -> tuple[list[Chunk], list[Chunk]]:
    """Cut chunks behind so many characters."""
    first: list[Chunk] = []
    rest: list[Chunk] = []
    at = 0
    for text, face, picture in chunks:
        inside = max(0, min(len(text), cut - at))
        if inside:
            first.append(Chunk(text[:inside], face, picture))
        if inside < len(text):
            rest.append(Chunk(text[inside:], face, None if inside else picture))
        at += len(text)
    return first, rest
