"""Footnotes: told before paragraphs are joined, because they stand in the middle of sentences.

A note begins with the number that is expected next (or 1 again), usually stands at a page's foot, is
usually in another script than the text and mostly ends in a URL; each of these counts, and so does
a mark in the text above that calls for it. A URL goes on while lines are nothing but URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.label.furniture import page_edges
from reader.label.line_fit import is_set_otherwise, slack
from reader.label.setting import body_setting
from reader.label.typesetting import LOOK_SMALLER
from reader.model.draft import Draft, Label, Mark, Part, Piece
from reader.text.patterns import (
    CIRCLED,
    IS_HAN,
    LETTER,
    ONLY_URL,
    SUPERSCRIPT,
    URL,
    URL_LONGEST,
    ends_sentence,
    has_url,
    is_caption,
    mark_value,
)

NOTE_LINES = 12  # lines; no footnote of a bulletin is longer
NOTE_NEEDED = 4.5  # of: expected number 2, special mark 2, URL 2.5, other script 2, called for 1.5, page's foot 0.7
LEFT_OUT = 3  # notes, at most, that a tool scattered so that they are not seen
NOTE_ELSEWHERE = 150  # lines of the next column or page, at whose foot a note goes on
NOTE_SMALL = 2.5  # log odds of a note where a line is set smaller than the text; against one where it is not

NOTE = re.compile(
    rf"""^
    (?:
        (?P<sup>
            [{SUPERSCRIPT}]++ | <sup>\s*+\[?\d+\]?\s*</sup> | \$\^\{{?\d+\}}?\$
          | \\?\[\^?\d+\\?\]:? | ［\d+］ | 〔\d+〕 | [{CIRCLED}]
        )
      | 注\s*(?P<word>\d*+)\s*+[：:]
      | (?P<plain>\d{{1,3}})(?![\d.,:：/%％\-—–~～年月日、）)])
    )
    [ \t\u3000]*+(?P<rest>.*+)$
    """,
    re.X,
)
# The first character comes first, what it may follow behind it: so the search skips all others at once.
CALL = re.compile(
    rf"""
    [\d{SUPERSCRIPT}\[［〔<{CIRCLED}]
    (?:
        (?:(?<={LETTER}\d)|(?<=[）)”》」』]\d))\d{{0,2}}(?=\s*(?:[，。；：、！？]|$))
      | (?<=[{SUPERSCRIPT}])[{SUPERSCRIPT}]*
      | (?<=[\[［〔])\d{{1,3}}[\]］〕]
      | (?<=<)sup>\s*\[?\d+\]?\s*</sup>
      | (?<=[{CIRCLED}])
    )
    """,
    re.X,
)
NOTE_STARTS = frozenset(f"{SUPERSCRIPT}{CIRCLED}<$\\[［〔注")  # or a digit


LINKED = re.compile(
    r"\[(?P<words>[^\[\]]{1,300})\]\(\s*<?(?P<url>[^\s<>()]++)>?[^()\n]{0,200}\)"
)  # as Markdown links words
OPEN_URL = re.compile(r"(?:https?://|www\.)[!-~]*$")  # an address that may go on below


class Opening(NamedTuple):
    """A line that may open a footnote: its number, its marker's range in the line, the rest."""

    value: int
    start: int
    end: int
    rest: str
    strong: bool  # a superscript or bracketed mark


def notes(draft: Draft) -> Iterator[Mark]:
    """Label footnotes with their marker, text and URL parts."""
    edges = page_edges(draft)
    looks = _Looks(draft)
    han = sum(1 for p in draft.pieces if p.width > 0.8 * len(p.text))
    foreign = han > 0.5 * len(draft.pieces)
    calls: dict[int, int] | None = None
    expected, left = 1, 0  # the number that is due, and the one that was where the count began anew
    taken: set[int] = set()
    for i in draft.free:
        if i in taken:
            continue
        opening = looks.opening(i)
        if not opening or opening.value not in (1, left) and not expected <= opening.value <= expected + LEFT_OUT:
            continue
        if opening.value != expected and _rather(draft, i, expected):
            continue
        lines = looks.lines(i) or [
            k for k in range(i, _last_line(draft, i, opening) + 1) if k == i or not draft.role(k)
        ]
        calls = _calls(draft) if calls is None else calls
        due = left if opening.value == left else expected
        score = _score(draft, lines, opening, due, foreign, edges, calls) + looks.score(i)
        if score < NOTE_NEEDED:
            continue
        yield from label_note(draft, lines, opening)
        left = expected if opening.value == 1 != expected else left
        expected = opening.value + 1
        taken.update(lines)


class _Looks:
    """What the file tells of how its notes are set: smaller than the text, behind a raised number."""

    def __init__(self, draft: Draft) -> None:
        body = body_setting(draft)
        self._draft, self._size = draft, body.size if body else 0.0
        self._raised = {row.start for row in draft.styled if row.style == "sup"} if body else set()

    def opening(self, i: int) -> Opening | None:
        """Parse a piece as the opening of a note; its number may be raised."""
        opening = note_opening(self._draft.pieces[i].text)
        raised = opening is not None and self._draft.pieces[i].start in self._raised
        return opening._replace(strong=True) if opening and raised else opening

    def is_small(self, i: int) -> bool:
        """Tell whether a piece is set smaller than the text."""
        look = self._draft.pieces[i].look
        return look is not None and look.size <= LOOK_SMALLER * self._size

    def score(self, i: int) -> float:
        """Weigh the size of a piece; no footnote is set as large as the text."""
        if not self._size:
            return 0.0
        return NOTE_SMALL if self.is_small(i) else -NOTE_SMALL

    def lines(self, first: int) -> list[int]:
        """Follow a small note to its last line: as long as the size stays and no raised number begins another.

        One that is not complete goes on at the foot of the next column or page. Empty where the file does not tell.
        """
        if not self.is_small(first) or self._draft.pieces[first].start not in self._raised:
            return []
        lines = self._run(first)
        text = self._draft.pieces[lines[-1]].text
        below = self._elsewhere(lines[-1]) if not _complete(text) or text[-1] in "-/_" else -1
        return [*lines, *self._run(below)] if below >= 0 else lines

    def _opens(self, i: int) -> bool:
        piece = self._draft.pieces[i]
        return piece.start in self._raised and note_opening(piece.text) is not None

    def _run(self, first: int) -> list[int]:
        """Return the pieces from one on that stand below each other and are set alike."""
        lines = [first]
        for i in range(first + 1, min(first + NOTE_LINES, len(self._draft.pieces))):
            piece, above = self._draft.pieces[i], self._draft.pieces[lines[-1]]
            if self._draft.role(i) or self._opens(i) or piece.blanks or is_caption(piece.text):
                break
            if is_set_otherwise(above, piece) or not _below(above, piece):
                break
            lines.append(i)
        return lines

    def _elsewhere(self, last: int) -> int:
        """Find the first small line at the foot of the next column or page, where it begins no other note; else -1."""
        above = self._draft.pieces[last]
        for i in range(last + 1, min(last + NOTE_ELSEWHERE, len(self._draft.pieces))):
            piece = self._draft.pieces[i]
            if self._draft.role(i) or not self.is_small(i) or not piece.blanks or is_caption(piece.text):
                continue
            return -1 if self._opens(i) or is_set_otherwise(above, piece) else i
        return -1


def _below(a: Piece, b: Piece) -> bool:
    """Tell whether a piece stands below another one in the same column of the same page."""
    if a.look is None or b.look is None or a.look.page != b.look.page:
        return False
    return b.look.box.top > a.look.box.top and abs(b.look.column.left - a.look.column.left) <= a.look.size


def _rather(draft: Draft, i: int, expected: int) -> bool:
    """Tell whether a lone number out of turn stands right above the note that is expected: it is no note's."""
    following = note_opening(draft.pieces[i + 1].text) if i + 1 < len(draft.pieces) else None
    return draft.pieces[i].text.isdigit() and following is not None and following.value == expected


def note_opening(text: str) -> Opening | None:
    """Parse a line as the opening of a footnote."""
    if text[:1] not in NOTE_STARTS and not text[:1].isdecimal():
        return None
    m = NOTE.match(text)
    if not m:
        return None
    raw = m.group("sup") or m.group("word") or m.group("plain") or ""
    value = mark_value(raw)
    name = "sup" if m.group("sup") else "plain"
    start, end = m.span(name) if m.group(name) else (0, m.start("rest"))
    return Opening(value, start, end, m.group("rest"), bool(m.group("sup")) or m.group("word") is not None)


def _calls(draft: Draft) -> dict[int, int]:
    """Find, for each number, the first piece with a mark in the text that calls for its note."""
    calls: dict[int, int] = {}
    for i in draft.free:
        text = draft.pieces[i].text
        for m in CALL.finditer(text):
            if m.start():
                calls.setdefault(mark_value(m.group()), i)
        if len(text) <= 3 and text.isdecimal():
            calls.setdefault(int(text), i)
    return calls


def _is_called_closely(text: str, mark: str) -> bool:
    """Tell whether a sign that begins a line, ①, stands in a text before a stop or at its end: so no list counts."""
    at = text.find(mark, 1) if mark in CIRCLED else -1
    return at > 0 and text[at + 1 : at + 2] in ("", *"，。；：、！？”）")


def _last_line(draft: Draft, first: int, opening: Opening) -> int:
    """Follow a note to its last line."""
    last, text = first, opening.rest
    for i in range(first + 1, min(first + NOTE_LINES, len(draft.pieces))):
        if draft.role(i):
            if draft.role(i) == "furniture" and not _complete(text):
                continue
            break
        piece = draft.pieces[i]
        if not _goes_on(draft, text, last, i):
            break
        following = note_opening(piece.text)
        if following and following.value == opening.value + 1 and _complete(text):
            break
        if following and not _complete(text) and _is_other_note(opening, following, text, piece.text):
            break
        text, last = f"{text}\n{piece.text}" if text else piece.text, i
    return last


def _is_other_note(opening: Opening, following: Opening, text: str, line: str) -> bool:
    """Tell whether a numbered line is no rest of a note: its mark is of another kind, or its script."""
    if following.strong:
        return not opening.strong
    return len(line) > 12 and _latin(line) and (not _latin(text) or following.value == opening.value)


def _complete(text: str) -> bool:
    return has_url(text) or ends_sentence(text)


def _goes_on(draft: Draft, text: str, last: int, i: int) -> bool:
    """Tell whether piece i continues a note whose text so far is `text`."""
    line = draft.pieces[i].text
    if not text:
        return True
    tail = text.rsplit("\n", 1)[-1]
    url = OPEN_URL.search(text.replace("\n", "")[-URL_LONGEST:])
    if url and (has_url(tail) or ONLY_URL.match(tail)):
        if tail.endswith(">") or not ONLY_URL.match(line) or note_opening(line) and has_url(line):
            return False
        full = draft.measures[last] and slack(draft, last, draft.pieces[i]) <= 1.0
        return not URL.match(line) and (tail[-1] in "-/_.=&?%" or bool(full) or len(tail) > 60)
    if URL.match(line.lstrip("<")):
        return True
    if _latin(text) and not ends_sentence(text):
        return _latin(line)
    if _latin(text):
        return _latin(line) and has_url(line) and not note_opening(line)
    return (
        not ends_sentence(text) and not IS_HAN.match(line[:1]) and draft.pieces[i].blanks <= draft.pieces[last].blanks
    )


def _latin(text: str) -> bool:
    return len(IS_HAN.findall(text)) <= 0.15 * len(text)


def _score(
    draft: Draft,
    lines: Sequence[int],
    opening: Opening,
    expected: int,
    foreign: bool,
    edges: set[int],
    calls: dict[int, int],
) -> float:
    """Add up what speaks for a footnote; NOTE_NEEDED is needed."""
    first, last = lines[0], lines[-1]
    body = "\n".join(draft.pieces[i].text for i in lines)
    score = 2.0 if opening.value == expected else 1.0 if opening.value == 1 else 0.0
    score += 2.0 * bool(opening.strong)
    score += 2.5 * has_url(body)
    if opening.value == 1 != expected and not opening.strong and not has_url(body):
        score -= 1.5  # the first row of a table more likely than a count that begins anew
    rest = re.sub(r"[^\w]", "", opening.rest) or body.split("\n", 1)[-1]
    pure = _latin(rest) if has_url(body) else not IS_HAN.search(body)
    if foreign and pure and re.search(r"[A-Za-z]{3}", rest):
        score += 2.0
    elif not has_url(body):
        score -= 2.0
    called = calls.get(opening.value, first) < first
    score += 1.5 * called
    circled = called and _is_called_closely(draft.pieces[calls[opening.value]].text, draft.pieces[first].text[0])
    score += 1.5 * circled
    if not called and not opening.strong and not has_url(body):
        score -= 2.0
    if last + 1 in edges or last + 1 == len(draft.pieces) or draft.role(last + 1) in ("furniture", "note"):
        score += 0.7
    above = draft.pieces[first - 1].text if first else ""
    previous = note_opening(above)
    if previous and previous.value == opening.value - 1 and not _latin(above) and not circled:
        score -= 3.0
    return score


def _linked(base: int, text: str, m: re.Match[str]) -> Iterator[Part]:
    """Yield the parts of a line that has its address behind words that lead there, as Markdown writes it."""
    bounds = (0, m.start(), *m.span("words"), *m.span("url"), m.end(), len(text))
    names = ("text", "drop:markup:link", "text", "drop:markup:link", "url", "drop:markup:link", "text")
    says_url = m["words"] == m["url"]
    for (start, end), name in zip(pairwise(bounds), names, strict=True):
        if text[start:end].strip():
            yield Part(base + start, base + end, "drop:markup:link" if says_url and start == bounds[2] else name)


def label_note(draft: Draft, lines: Sequence[int], opening: Opening) -> Iterator[Mark]:
    """Label the pieces of a footnote, its marker, text and address apart."""
    in_url = False
    first, last = lines[0], lines[-1]
    for i in lines:
        piece = draft.pieces[i]
        parts: list[Part] = []
        cursor = 0
        if i == first:
            if opening.end > opening.start:
                parts.append(Part(piece.start + opening.start, piece.start + opening.end, "marker"))
            cursor = len(piece.text) - len(opening.rest)
            if opening.end <= opening.start:
                parts.append(Part(piece.start, piece.start + cursor, "marker"))
        text = piece.text[cursor:]
        m = None if in_url else URL.search(text) or (OPEN_URL.search(text) if i < last else None)
        linked = LINKED.search(text) if m and not in_url and draft.markup else None
        if linked and m and linked.start() <= m.start():
            parts += _linked(piece.start + cursor, text, linked)
        elif in_url:
            parts.append(Part(piece.start + cursor, piece.end, "url"))
        elif m:
            s, e = m.span()
            angled = s > 0 and text[s - 1] == "<" and text[e - 1 : e] == ">"
            s, e = (s - 1, e) if angled else (s, e)
            if text[:s].strip():
                parts.append(Part(piece.start + cursor, piece.start + cursor + s, "text"))
            if angled:
                parts.append(Part(piece.start + cursor + s, piece.start + cursor + s + 1, "drop:markup:<>"))
                parts.append(Part(piece.start + cursor + s + 1, piece.start + cursor + e - 1, "url"))
                parts.append(Part(piece.start + cursor + e - 1, piece.start + cursor + e, "drop:markup:<>"))
            else:
                parts.append(Part(piece.start + cursor + s, piece.start + cursor + e, "url"))
            if text[e:].strip():
                parts.append(Part(piece.start + cursor + e, piece.end, "text"))
            in_url = not text[e:].strip()
        elif text:
            parts.append(Part(piece.start + cursor, piece.end, "text"))
        yield Mark(i, Label("note", "footnote", 0.95, first, tuple(parts)))
