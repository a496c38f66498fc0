"""Where paragraphs begin: evidence for a break before each piece, added up as log odds.

How a file shows its paragraphs (blank lines, indents, trailing spaces, a first line that is two em
narrower) is a habit of that file. It is learned from the pairs of lines that leave no doubt — a
sentence end with room to spare is a break, a comma at the column's edge is not — and then helps to
decide the others. Punctuation, room at the right edge, numbering and open brackets add their share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from typing import NamedTuple

from reader.draft import Boundary, Draft, Piece
from reader.label.counting import Counting
from reader.label.fit import fragments, is_centred, is_narrow, slack
from reader.label.params import (
    BRACKET_LINES,
    COMMA_HEADING,
    FIRST_LINE_EM,
    FIRST_LINE_NARROW,
    HABIT_LIMIT,
    HABIT_PRIOR,
    HARD_BREAK_SHARE,
    INDENT_HABIT,
    INDENT_MAX,
    INDENT_MIN,
    KNOWN_WIDTH,
    LABEL_REPEATS,
    OVERFLOW,
    ROOM_CLEAR,
    ROOM_EXACT,
    ROOM_SOME,
    UNWRAPPED_NUMBERED,
    UNWRAPPED_SHORT,
    UNWRAPPED_TINY,
    URL_LONGEST,
)
from reader.patterns import (
    BULLETS,
    CIRCLED,
    CLOSERS,
    LABEL_LINE,
    ONLY_URL,
    OPENERS,
    PAIRS,
    SALUTATION,
    SIGNED,
    SPACED_RUN,
    ends_sentence,
    is_dateline,
    is_letter_spaced,
    numbered,
)

BARRIERS = frozenset(("heading", "byline", "meta", "remark", "contact", "contents", "contents head", "masthead"))
COMMAS = "，、,"
SOFT = "；;：:"
LATIN_END = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,.&’'-")
LATIN_START = re.compile(r"^[a-z]")
BRACKETS = re.compile(f"[{re.escape(OPENERS + ''.join(PAIRS))}]")
LATIN_1 = re.compile(r"[\x00-\xff]")
CIRCLED_INSIDE = re.compile(f"(?<=.)[{CIRCLED}]")
OPEN_URL = re.compile(r"https?://[!-~]*$")
PARALLEL = re.compile(
    r"^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|其[一二三四五六]|首先|其次|再次|最后)"
)


class Habits(NamedTuple):
    """The four layout signals of a pair of lines, each as a small class."""

    blanks: int  # 0, 1, 2 (or more)
    indent: int  # 0 none, 1 a paragraph's, 2 deeper
    trailing: int
    narrow: int  # the line is full but for the two em of a lost indent


def habits(draft: Draft, i: int, j: int) -> Habits:
    """Read the layout signals between piece i and the next piece j of running text."""
    a, b, measure = draft.pieces[i], draft.pieces[j], draft.measures[j]
    doubled = draft.double_spaced
    page_start = b.page_break or (doubled and b.blanks == 0)
    blanks = 1 if page_start and doubled else 0 if page_start else min(b.blanks, 2)
    indent = 0 if b.indent < INDENT_MIN or page_start and b.indent < 1 else 1 if b.indent <= INDENT_MAX else 2
    return Habits(blanks, indent, int(a.trailing), int(bool(measure) and b.indent < INDENT_MIN and is_narrow(draft, j)))


def text_pairs(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield neighbouring pieces of running text; what was labelled otherwise is skipped over."""
    before = -1
    for i in draft.free():
        if before >= 0:
            yield before, i
        before = i


@dataclass(frozen=True, slots=True)
class Learned:
    """What a file's undoubted pairs of lines teach about the doubtful ones."""

    odds: tuple[tuple[float, ...], ...]  # log odds of a break, a row a signal of Habits, a column a class
    first_line: float  # em that a paragraph's first line is narrower because its indent was lost
    inline_circled: bool  # ① ② stand inside paragraphs rather than at their beginnings
    labels: frozenset[str]  # labels (作者：) that several lines begin with
    hard_breaks: bool  # two spaces end a line here and there, as Markdown breaks a line


def learn(draft: Draft) -> Learned:
    """Learn how this file shows its paragraphs from the pairs of lines that leave no doubt."""
    sure = {True: [list(p) for p in HABIT_PRIOR[0]], False: [list(p) for p in HABIT_PRIOR[1]]}
    for i, j in text_pairs(draft):
        if j != i + 1:
            continue
        verdict = _undoubted(draft, i, j)
        if verdict is None:
            continue
        closed = ends_sentence(draft.pieces[j].text)
        for signal, value in enumerate(habits(draft, i, j)):
            if signal < 3 or not closed:
                sure[verdict][signal][value] += 1
    odds = []
    for yes, no in zip(sure[True], sure[False], strict=True):
        total_yes, total_no = sum(yes), sum(no)
        odds.append(
            tuple(
                max(-HABIT_LIMIT, min(HABIT_LIMIT, log(y / total_yes) - log(n / total_no)))
                for y, n in zip(yes, no, strict=True)
            )
        )
    narrow = sure[True][3][1] - HABIT_PRIOR[0][3][1]
    lost = narrow >= 3 and odds[3][1] > FIRST_LINE_NARROW
    trailing = sum(p.trailing for p in draft.pieces)
    few = trailing < HARD_BREAK_SHARE * len(draft.pieces)
    starts = sum(p.text[0] in CIRCLED for p in draft.pieces)
    inside = sum(len(CIRCLED_INSIDE.findall(p.text)) for p in draft.pieces if "①" in p.text or "②" in p.text)
    found = Counter(m.group("label") for p in draft.pieces if (m := _label_in(p.text)))
    labels = frozenset(name for name, count in found.items() if count >= LABEL_REPEATS)
    return Learned(tuple(odds), FIRST_LINE_EM if lost else 0.0, inside > starts, labels, few)


def _label_in(text: str) -> re.Match[str] | None:
    return LABEL_LINE.match(text) if "：" in text or ":" in text else None


def _undoubted(draft: Draft, i: int, j: int) -> bool | None:
    a, b = draft.pieces[i].text, draft.pieces[j]
    wrapped = draft.measures[i] > 0
    if a[-1] in COMMAS:
        return False
    if ends_sentence(a):
        if wrapped and slack(draft, i, b) > 2 * ROOM_CLEAR or not wrapped and draft.pieces[i].edge > 4:
            return True
        return None
    if wrapped and "\u3400" <= a[-1] <= "\u9fff" and slack(draft, i, b) < 0 and draft.measures[j] == draft.measures[i]:
        return False
    return None


def with_breaks(draft: Draft) -> Draft:
    """Return the draft with the evidence for a paragraph break before each piece of running text."""
    learned = learn(draft)
    indents = learned.odds[1][1] > INDENT_HABIT
    return replace(draft, breaks=boundaries(draft, learned), first_line=learned.first_line, indents=indents)


def boundaries(draft: Draft, learned: Learned) -> dict[int, Boundary]:
    """Return the evidence for a break before each piece of running text but the first."""
    cut = fragments(draft)
    found: dict[int, Boundary] = {}
    open_since: list[tuple[str, int]] = []
    above, current = -1, -1
    counting = Counting(learned.inline_circled)
    for i, j in text_pairs(draft):
        opens = i not in found or found[i].score > 0
        if opens:
            above, current = (current if not draft.role(i - 1) else -1), i
        open_since = _brackets([] if opens else open_since, draft.pieces[i].text, i)
        label = draft.labels[j]
        if label and label.role == "opening" or j > i + 1 and any(draft.role(k) in BARRIERS for k in range(i + 1, j)):
            found[j] = Boundary(9.0, ("below a heading +9.0",), i)
            continue
        if draft.pieces[j].start < draft.pieces[i].start:
            found[j] = Boundary(9.0, ("printed further up +9.0",), i)
            continue
        if j in cut:
            found[j] = Boundary(-6.0, ("part of a printed line -6.0",), i)
            continue
        if opens:
            counting.opened(draft.pieces[i].text)
        boundary = _weigh(draft, i, j, learned, above if opens else None, bool(open_since), cut.get(i, 0.0))
        more = counting.evidence(draft.pieces[i].text, draft.pieces[j].text, opens)
        if more:
            score = boundary.score + sum(value for _, value in more)
            boundary = Boundary(score, (*boundary.reasons, *(_reason(name, value) for name, value in more)), i)
        if opens and boundary.score > 0:
            counting.stood_alone(draft.pieces[i].text)
        found[j] = boundary
    return found


def _brackets(open_since: list[tuple[str, int]], text: str, line: int) -> list[tuple[str, int]]:
    """Follow the brackets of a paragraph; one that stays open over many lines is a slip of the printer."""
    depth = [(ch, since) for ch, since in open_since if line - since <= BRACKET_LINES]
    for ch in BRACKETS.findall(text):
        if ch in OPENERS:
            depth.append((ch, line))
        elif ch in PAIRS and depth and depth[-1][0] == PAIRS[ch]:
            depth.pop()
    return depth


def _weigh(
    draft: Draft, i: int, j: int, learned: Learned, above: int | None, bracket_open: bool, edge: float
) -> Boundary:
    """Add up the evidence for a break between i and j.

    `above` is the piece that opened the paragraph above, when i opens one itself; None when i does not.
    """
    a, b, odds = draft.pieces[i], draft.pieces[j], learned.odds
    scores: list[tuple[str, float]] = [_end_mark(a.text)]
    stopped = scores[0][0] in ("stop", "soft", "colon")
    lost = learned.first_line if above is not None and a.indent < INDENT_MIN else 0.0
    scores.append(_room(draft, i, b, stopped, lost, edge))
    if j == i + 1:
        for name, weights, value in zip(Habits._fields, odds, habits(draft, i, j), strict=True):
            if name == "trailing" and learned.hard_breaks or name == "narrow" and ends_sentence(b.text):
                continue
            scores.append((name, weights[value]))
    else:
        layout = habits(draft, i, j)
        scores.append(("indent", odds[1][layout.indent]))
        if not ends_sentence(b.text):
            scores.append(("narrow", odds[3][layout.narrow]))
    if not (learned.inline_circled and b.text[0] in CIRCLED):
        scores.append(_opening(a.text, b.text, stopped))
    label = _label_in(b.text)
    if label and (label.group("label") in learned.labels or _label_in(a.text) or scores[1][1] > 0):
        scores.append(("label", 4.5))
    if bracket_open:
        scores.append(("open bracket", -3.0))
    if not stopped and above is not None and _continues_list(draft, i, above):
        scores.append(("item cut off", -5.0))
    if is_centred(draft, i) or is_centred(draft, j):
        scores.append(("centred", 4.0))
    if not (stopped or draft.measures[i] or b.indent) and INDENT_MIN <= a.indent <= INDENT_MAX:
        scores.append(("indented above", -1.5))
    if a.text[1:2] in (" ", "\u3000") and SPACED_RUN.match(a.text):
        scores.append(("justified", -4.0))
    if learned.hard_breaks and draft.text[a.end : a.end + 2] == "  ":
        scores.append(("markdown break", 8.0))
    if draft.double_spaced and j == i + 1 and b.blanks == 0 and b.indent == 0 and not b.page_break and b.line != a.line:
        scores.append(("set close", -3.5))
    total = sum(score for _, score in scores)
    return Boundary(total, tuple(_reason(name, score) for name, score in scores if abs(score) >= 0.5), i)


@lru_cache(maxsize=1024)
def _reason(name: str, score: float) -> str:
    """Name what counted and how much; few scores differ, so each is written once."""
    return f"{name} {score:+.1f}"


def _end_mark(text: str) -> tuple[str, float]:
    if ends_sentence(text):
        return "stop", 2.0
    last = text[-1]
    if last in COMMAS or last in OPENERS or last in "—-／/":
        return "comma", -5.0
    if last in "：:":
        return "colon", 0.8
    if last in SOFT:
        return "soft", 0.6
    return "no end", -2.2


def _room(draft: Draft, i: int, following: Piece, stopped: bool, lost: float, edge: float) -> tuple[str, float]:
    piece = draft.pieces[i]
    if not draft.measures[i] or following.edge > draft.measures[i] + OVERFLOW:
        if stopped:
            return "line", 2.0
        if _is_prose(piece.text):
            return "prose", -1.5
        if piece.width < UNWRAPPED_TINY:
            return "tiny line", 4.5
        limit = UNWRAPPED_NUMBERED if numbered(piece.text) else UNWRAPPED_SHORT
        return ("short line", 3.0) if piece.width < limit else ("long line", -1.5)
    room = slack(draft, i, following, edge) - lost
    if room > ROOM_CLEAR:
        return "room", 4.5
    if room > ROOM_EXACT and _width_is_known(piece.text):
        return "exact room", 3.2
    if room > ROOM_SOME:
        return "some room", 1.5
    return "full", -2.6 if stopped else -1.5


def _continues_list(draft: Draft, i: int, opened: int) -> bool:
    """Tell whether an unclosed numbered line follows a closed item of the same list: it goes on below.

    `opened` is the piece that opened the paragraph directly above piece i; -1 where something else stands there.
    """
    number = numbered(draft.pieces[i].text)
    if not number or number.value < 2 or opened < 0:
        return False
    before = numbered(draft.pieces[opened].text)
    closed = bool(re.search("[。；;]$", draft.pieces[i - 1].text))
    return closed and before is not None and before.style == number.style and before.value == number.value - 1


def _width_is_known(text: str) -> bool:
    """Tell whether a line's width is known exactly: Han characters alone, no mark that is set narrower."""
    return len(text) >= KNOWN_WIDTH and text.isalpha() and not LATIN_1.search(text)


def _is_prose(text: str) -> bool:
    """Tell whether a line without an end mark reads like a sentence cut off: it has stops or commas inside.

    Numbered headings may hold a comma; plain ones set a space instead.
    """
    return "。" in text or len(text) > COMMA_HEADING and not numbered(text) and ("，" in text or "," in text)


def _opening(a: str, b: str, stopped: bool) -> tuple[str, float]:
    if b[0] in CLOSERS:
        return "closing mark", -8.0
    if "/" in a[-60:] and ONLY_URL.match(b) and OPEN_URL.search(a[-URL_LONGEST:]):
        return "url goes on", -8.0
    if b[0] in BULLETS or b[:2] in ("- ", "* ", "+ ", "> "):
        return "bullet", 6.0
    if is_letter_spaced(b) or is_letter_spaced(a):
        return "letter-spaced", 6.0
    if is_dateline(b):
        return "dateline", 7.0
    if b[0] in "各尊" and SALUTATION.match(b):
        return "salutation", 6.0
    if b[0] in "（(◎" and (SIGNED.match(b) or b[0] == "◎") or a[0] == "◎" or a[0] in "（(" and SIGNED.match(a):
        return "signature", 5.0
    if numbered(b) or PARALLEL.match(b):
        return "numbered", 3.0 if stopped else 0.8
    if a[-1] in LATIN_END and LATIN_START.match(b):
        return "latin", -1.5
    return "", 0.0
