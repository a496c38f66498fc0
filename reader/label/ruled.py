"""Headings that a text sets apart by printed rules: a line between two of them, or right above one of its width."""

from __future__ import annotations

from collections.abc import Iterator

from reader.label.headings import title_parts
from reader.model.draft import Draft, HeadingStyle, Label, Mark
from reader.text.patterns import CONTACT_LABEL, LABEL_LINE, RULE_LINE, has_url

RULED_EM = 40.0  # a longer line between rules is a text in a box
UNDERLINE_SLACK = 3.0  # em by which a line of dashes can be shorter or longer than the words that it underlines
UNDERLINE = frozenset("=-—─━＝~")


def ruled(draft: Draft) -> Iterator[Mark]:
    """Label the headings that stand between two rules, or are underlined."""
    if any(piece.hint or piece.look for piece in draft.pieces[:1]):
        return
    for i in draft.free:
        if not _may_head(draft, i):
            continue
        above, below = _is_rule(draft, i - 1), _is_rule(draft, i + 1)
        if above and below and draft.pieces[i - 1].text[0] == draft.pieces[i + 1].text[0]:
            yield _heading(draft, i, "between rules")
        elif below and not above and draft.pieces[i + 1].blanks == 0 and _underlines(draft, i):
            yield _heading(draft, i, "underlined")


def _heading(draft: Draft, i: int, rule: str) -> Mark:
    piece = draft.pieces[i]
    return Mark(
        i, Label("heading", rule, 0.85, i, title_parts(piece.text, piece.start), 0, HeadingStyle("ruled", mark=rule))
    )


def _may_head(draft: Draft, i: int) -> bool:
    piece = draft.pieces[i]
    text = piece.text
    if piece.width > RULED_EM or piece.closed and text[-1] not in "？！?!" or text[-1] in "，、；：":
        return False
    return not (LABEL_LINE.match(text) or CONTACT_LABEL.search(text) or has_url(text) or "|" in text)


def _is_rule(draft: Draft, i: int) -> bool:
    return 0 <= i < len(draft.pieces) and RULE_LINE.match(draft.pieces[i].text) is not None


def _underlines(draft: Draft, i: int) -> bool:
    """Tell whether the rule below is about as wide as the line, which the underline of words is."""
    words, line = draft.pieces[i], draft.pieces[i + 1]
    wide = len(line.text) if line.text[0] in "—─━＝" else len(line.text) / 2
    return line.text[0] in UNDERLINE and abs(wide - words.width) <= UNDERLINE_SLACK
