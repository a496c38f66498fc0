"""Markdown that stands on lines of its own: fenced code and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.draft import Draft, Label, LeftOut, Mark, Part
from reader.text.patterns import rare

FENCE = rare(r"^(?P<fence>`{3,}+|~{3,}+)[ \t]*+(?P<language>[\w+-]*+)[ \t]*+$")
INDENT = frozenset(" \t\u3000\xa0")
DRESS = rare(r"\*{1,3}|_{2}|~~|`|\]\([^()\s]*\)|\[(?=[^\[\]]*\]\()|</?[a-zA-Z][^<>]*>")
IMAGE = rare(r"^!\[(?P<alt>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])$")


def bare(text: str) -> str:
    """Strip the inline marks that may dress a line: emphasis, the brackets and the address of links, tags."""
    return DRESS.sub("", text).strip() if text[:1] in "*_[<~`" or text[-1:] in "*_)>~`" else text


def code(draft: Draft) -> Iterator[Mark]:
    """Label fenced code: the fences are markup, what they hold is neither heading nor list."""
    opened, fence = -1, ""
    marks: list[Mark] = []
    for i in draft.free if draft.markup else ():
        text = draft.pieces[i].text
        m = FENCE.match(text) if text[0] in "`~" else None
        if opened < 0:
            if m:
                opened, fence = i, m.group("fence")
                marks = [Mark(i, Label("furniture", "code fence", data=LeftOut("markup:```")))]
        elif m and not m.group("language") and m.group("fence").startswith(fence):
            marks.append(Mark(i, Label("furniture", "code fence", data=LeftOut("markup:```"))))
            yield from marks
            opened = -1
        else:
            marks.append(Mark(i, Label("code", "fenced code", 1.0, opened, whole_line(draft, i))))


def whole_line(draft: Draft, i: int) -> tuple[Part, ...]:
    """Return the whole printed line, its leading spaces included: they mean something in code."""
    piece = draft.pieces[i]
    start = piece.start
    while start and draft.text[start - 1] in INDENT:
        start -= 1
    return (Part(start, piece.end, "text"),)


def pictures(draft: Draft) -> Iterator[Mark]:
    """Label pictures in markup as captions: their alternative text is what can be read of them."""
    for i in draft.free if draft.markup else ():
        piece = draft.pieces[i]
        if piece.text.startswith("![") and (m := IMAGE.match(piece.text)):
            s, e = piece.start + m.start("alt"), piece.start + m.end("alt")
            parts = (
                Part(piece.start, s, "drop:markup:image"),
                Part(s, e, "text"),
                Part(e, piece.end, "drop:markup:image"),
            )
            yield Mark(i, Label("caption", "picture in markup", 1.0, i, tuple(p for p in parts if p.end > p.start)))
