"""Signed lines: who wrote the text below a heading, or the one that ends here.

What a line holds is told by `text/signing.py`; here counts where it stands. Names come from layout cues alone (◎,
（万 勇）, 记者): on the sample issues these found every name and no false one, where part-of-speech tagging found a
third among many false ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from reader.label.journal import is_short_line
from reader.label.typesetting import INDENT_MAX
from reader.model.draft import Draft, Label, Mark, Part, Piece, Signed
from reader.text.patterns import (
    BULLETS,
    HAN_LETTER,
    IS_HAN,
    MARKED_BYLINE,
    is_role_byline,
    label_line,
    rare,
)
from reader.text.signing import Signature, is_credits, is_framed, signature
from reader.text.vocabulary import REPORTERS

BYLINE_EM = 42.0  # em; a longer line is text
TITLE_EM = 7.0  # em; a shorter line above is a section's name
HEADLINE_EM = 30.0  # em; what is no longer and unclosed below a signature can head the next text
BELOW_TITLE = "names below a title"
ALONE = 6  # characters of one word that stands alone, a name or a term
TEXT_EM = 20.0  # em of the line below a name, from which it is text

LATIN_BYLINE = rare(r"^[Bb]y\s+[A-Z][\w.'’-]+(?:(?:,|\s+and|\s*&)?\s+(?:[A-Z][\w.'’-]+|de|van|von|al)){1,8}$")
REPORTED = rare(
    rf"""^[【〔\[（(]\s*
    (?P<names>(?:{HAN_LETTER}{{0,6}})(?:{REPORTERS})\s*{HAN_LETTER}{{2,4}}(?:[、,，\s]+{HAN_LETTER}{{2,4}}){{0,4}})
    \s*[／/∕]\s*\S{{1,16}}(?:报道|报导|电|讯)\s*[】〕\]）)]$""",
    re.X,
)
BYLINE_MARKS = "◎○●□■☆★ "
BULLETS_OF_LISTS = frozenset("●◆▲■★")
BYLINE_STARTS = frozenset("◎○●◆△▲■□☆★／/文撰作供")
NEWS_IN_BRIEF = rare(r"[讯闻态]$|^(?:广告|公告|通知|启事)$")  # ■短讯 heads a column
NAMES_ONLY = rare(rf"^(?:{HAN_LETTER}|[·\s、,，/]){{2,30}}$")
ABOUT_AUTHORS = rare(r"^[（(【\[]\s*(?:本文)?作者(?:[系为是均单简]|均?就职)")  # tells of authors who signed elsewhere


def bylines(draft: Draft) -> Iterator[Mark]:
    """Label signed lines, by the frame that they stand in."""
    titled = {text[0] for i in draft.free if _marks_a_title(text := draft.pieces[i].text)}
    people = _people_sign_alone(draft)
    for i in draft.free:
        piece = draft.pieces[i]
        if piece.width > BYLINE_EM or piece.hint and piece.hint.data == "wrapped":  # its paragraph goes on with it
            continue
        frames = (frame for frame in FRAMES if frame is not _marked or piece.text[0] not in titled)
        if (mark := next(filter(None, (frame(draft, i) for frame in frames)), None)) and (
            people or len(piece.text) > ALONE or mark.label.rule != BELOW_TITLE
        ):
            yield mark


def _people_sign_alone(draft: Draft) -> bool:
    """Tell whether all words that stand alone below headings can be names: in a glossary they are terms."""
    below = (draft.pieces[i].text for i in draft.free if draft.role(i - 1) == "heading")
    return all(_sure(text) for text in below if len(text) <= ALONE and IS_HAN.match(text))


def _in_brackets(draft: Draft, i: int) -> Mark | None:
    """Label （万 勇） behind a closed text or below a heading, there only where it surely is a name."""
    text = draft.pieces[i].text
    if text[0] not in "（(" or not is_framed(text) or ABOUT_AUTHORS.match(text) or not (signed := signature(text)):
        return None
    above = _above(draft, i)
    if draft.role(above) == "heading":
        fits = signed.by in ("role", "surname")
    else:
        closed = above < 0 or signed.by == "role" or _closed(draft, above)
        fits = closed and (signed.by != "" or _ends_text(draft, i))
    return _byline(i, "signed in brackets", at_end=True) if fits else None


def _in_corners(draft: Draft, i: int) -> Mark | None:
    """Label 〔农技站 苏明〕 or 【苏明】 at the end of a text."""
    text = draft.pieces[i].text
    if text[0] not in "〔【[［" or not is_framed(text) or not (signed := signature(text)):
        return None
    above = _above(draft, i)
    if signed.by == "role":
        return _byline(i, "signed in brackets", at_end=True)
    sure = signed.is_certain or text[0] == "〔" and signed.by != ""
    closes = above >= 0 and draft.role(above) != "heading" and _closed(draft, above) and _ends_text(draft, i)
    return _byline(i, "signed in brackets", at_end=True) if sure and closes else None


def _behind_dash(draft: Draft, i: int) -> Mark | None:
    """Label ——本报记者 苏明; at the end of a text a name alone may be that of who is quoted."""
    text = draft.pieces[i].text
    if text[:1] not in "—―–" or not (signed := signature(text)):
        return None
    below_heading = draft.role(_above(draft, i)) == "heading"
    fits = signed.by == "role" or signed.by == "surname" and below_heading
    return _byline(i, "signed behind a dash") if fits else None


def _marked(draft: Draft, i: int) -> Mark | None:
    """Label ◎苏明, 文/苏明 or 文字｜苏明; what begins with a bullet may head a list as well."""
    piece = draft.pieces[i]
    if piece.text[2:3] and piece.text[2] in "/／|｜丨" and (signed := signature(piece.text)) and signed.by == "role":
        return _byline(i, "signed behind a stroke")
    m = _marked_byline(piece.text)
    if m and m["mark"][0] in BULLETS_OF_LISTS and not _sure(m["names"]):
        return None
    return _byline(i, "signed with a mark", 0.95, parts=_below_mark(piece, m.end("mark"))) if m else None


def _emphasised(draft: Draft, i: int) -> Mark | None:
    """Label *文/苏明* or **审核｜路望**, set in italics or bold as a whole."""
    piece = draft.pieces[i]
    inner = piece.text.strip("*_")
    length = len(piece.text) - len(piece.text.lstrip("*_"))
    if (
        not draft.markup
        or not length
        or not inner
        or piece.text != f"{piece.text[:length]}{inner}{piece.text[:length]}"
    ):
        return None
    start, end = piece.start + length, piece.end - length
    parts = (
        Part(piece.start, start, "drop:markup:*"),
        Part(start, end, "text"),
        Part(end, piece.end, "drop:markup:*"),
    )
    if is_credits(inner):
        return Mark(i, Label("remark", "who made the page", 0.8, i, parts))
    signed = _sure(inner)
    if signed and (signed.by == "role" or draft.role(_above(draft, i)) == "heading"):
        return _byline(i, "signed in italics or bold", parts=parts)
    return None


def _in_latin(draft: Draft, i: int) -> Mark | None:
    text = draft.pieces[i].text
    if text[:3] not in ("By ", "by ") or draft.role(i - 1) != "heading" or not LATIN_BYLINE.match(text):
        return None
    return _byline(i, "signed below a heading")


def _by_role(draft: Draft, i: int) -> Mark | None:
    """Label 本报记者 苏明 通讯员 路望."""
    piece = draft.pieces[i]
    bare = piece.text.lstrip(BYLINE_MARKS)
    if piece.closed or piece.text[-1] == "摄" or not is_role_byline(bare):
        return None
    return _byline(i, "signed by a reporter", parts=_below_mark(piece, len(piece.text) - len(bare)))


def _credits(draft: Draft, i: int) -> Mark | None:
    """Label 编辑｜苏明 审核｜路望 as a note: those who made the page did not write the text."""
    if not is_credits(draft.pieces[i].text):
        return None
    return Mark(i, Label("remark", "who made the page", 0.8, i))


def _bare(draft: Draft, i: int) -> Mark | None:
    """Label names, units and roles without a frame right below a title, or set to the right at the end of a text."""
    piece = draft.pieces[i]
    if piece.closed or not IS_HAN.match(piece.text) or label_line(piece.text) or not (signed := _sure(piece.text)):
        return None
    if _stands_below_title(draft, i, signed):
        return _byline(i, BELOW_TITLE, 0.7)
    above = _above(draft, i)
    is_right = piece.indent > INDENT_MAX or piece.hint is not None and piece.hint.data == "right"
    if above < 0 or draft.role(above) or not _ends_text(draft, i):
        return None
    if is_right and draft.pieces[above].closed:
        return _byline(i, "signed at the right", 0.8, at_end=True)
    several = len(signed.names) > 1 and piece.hint is not None and _is_text(draft, above) and _is_last(draft, i)
    return _byline(i, "names at the end", 0.7, at_end=True) if several else None


FRAMES: tuple[Callable[[Draft, int], Mark | None], ...] = (
    _in_brackets,
    _behind_dash,
    _marked,
    _emphasised,
    _in_latin,
    _by_role,
    _credits,
    _bare,
)


def _byline(i: int, rule: str, confidence: float = 0.9, *, parts: tuple[Part, ...] = (), at_end: bool = False) -> Mark:
    return Mark(i, Label("byline", rule, confidence, i, parts, data=Signed(at_end)))


def _sure(text: str) -> Signature | None:
    signed = signature(text)
    return signed if signed and signed.by in ("role", "surname") else None


def _stands_below_title(draft: Draft, i: int, signed: Signature) -> bool:
    """Tell whether a signature stands between a title and its text, and not in a list of people."""
    if any(0 <= k < len(draft.pieces) and _sure(draft.pieces[k].text) for k in (i - 1, i + 1)):
        return False
    if i + 1 < len(draft.pieces) and not draft.role(i + 1) and not draft.opens(i + 1):
        return False  # a sentence that goes on
    above = _above(draft, i)
    foreign = draft.role(above) == "remark" and not IS_HAN.search(draft.pieces[above].text)
    if foreign or draft.role(above) == "heading":
        return True
    if above < 0 or draft.role(above) or draft.pieces[i].hint or draft.pieces[i].look:
        return False
    titled = is_short_line(draft, above) and draft.pieces[above].width >= TITLE_EM
    return titled and (len(signed.names) > 1 or signed.by == "role" or _is_text(draft, i + 1))


def _is_last(draft: Draft, i: int) -> bool:
    """Tell whether a heading, or nothing at all, stands below a line."""
    return draft.role(i + 1) == "heading" or i + 1 == len(draft.pieces)


def _is_text(draft: Draft, i: int) -> bool:
    return i < len(draft.pieces) and not draft.role(i) and draft.pieces[i].width >= TEXT_EM


def reporters(draft: Draft) -> Iterator[Mark]:
    """Label signed lines in brackets like those of headings, or that name the place too: 【記者 葉藍舟／濱海報導】"""
    for i in draft.free:
        piece = draft.pieces[i]
        if piece.text[0] not in "【〔[［（(" or piece.width > BYLINE_EM:
            continue
        m = REPORTED.match(piece.text)
        if m is None:
            if mark := _in_corners(draft, i):
                yield mark
            continue
        cuts = (0, m.start("names"), m.end("names"), len(piece.text))
        names = ("drop:byline mark", "text", "drop:byline mark")
        parts = tuple(
            Part(piece.start + a, piece.start + b, name) for (a, b), name in zip(pairwise(cuts), names, strict=True)
        )
        yield _byline(i, "signed by a reporter in brackets", parts=parts)


def _marked_byline(text: str) -> re.Match[str] | None:
    m = MARKED_BYLINE.match(text) if text[0] in BYLINE_STARTS else None
    names = m.group("names") if m else ""
    return m if NAMES_ONLY.match(names) and _short_names(names) and not NEWS_IN_BRIEF.search(names) else None


def _marks_a_title(text: str) -> bool:
    """Tell whether a line that opens with a mark holds more than names: then the mark is no signature's."""
    m = MARKED_BYLINE.match(text) if text[0] in BULLETS else None
    return bool(m and not _marked_byline(text) and not is_role_byline(m.group("names")))


def _below_mark(piece: Piece, length: int) -> tuple[Part, ...]:
    """Split the mark of `length` characters that a signed line begins with from its text."""
    cut = piece.start + length
    mark = (Part(piece.start, cut, "drop:byline mark"),) if length else ()
    return (*mark, Part(cut, piece.end, "text"))


def _short_names(names: str) -> bool:
    return all(2 <= len(name) <= 5 for name in re.split(r"[\s\u3000、,，/]+", names.strip()) if name)


def _above(draft: Draft, i: int) -> int:
    i -= 1
    while i >= 0 and draft.role(i) in ("furniture", "note"):
        i -= 1
    return i


def _closed(draft: Draft, i: int) -> bool:
    """Tell whether a text ends here; scanners read a full stop as one of Latin print."""
    return draft.role(i) not in ("", "opening") or draft.pieces[i].closed or draft.pieces[i].text[-1] == "."


def _ends_text(draft: Draft, i: int) -> bool:
    """Tell whether no text goes on below a line: what follows is labelled, or is short and unclosed like a title."""
    i += 1
    while i < len(draft.pieces) and draft.role(i) in ("furniture", "note"):
        i += 1
    if i >= len(draft.pieces) or draft.role(i):
        return True
    below = draft.pieces[i]
    return not below.closed and below.width <= HEADLINE_EM
