"""Where paragraphs begin: evidence for a break before each piece, added up as log odds.

How a file shows its paragraphs (blank lines, indents, trailing spaces, a first line that is two em
narrower) is a habit of that file. It is learned from the pairs of lines that leave no doubt — a
sentence end with room to spare is a break, a comma at the column's edge is not — and then helps to
decide the others. Punctuation, room at the right edge, numbering and open brackets add their share.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from math import log
from typing import NamedTuple

from reader.label.counting import Counting, counts_on, in_series
from reader.label.cuts import are_set_close
from reader.label.line_fit import fragments, is_centred, is_narrow, plain_edges, slack
from reader.label.markup_breaks import SAME_LINE, told_break
from reader.label.room import room_left
from reader.label.typesetting import (
    FIRST_LINE_EM,
    INDENT_MAX,
    INDENT_MIN,
    LOOK_ALIKE,
    ROOM_CLEAR,
)
from reader.model.draft import Boundary, CutLines, Draft, Evidence, Piece, is_marked_up
from reader.model.kinds import Role
from reader.text.patterns import (
    AUTHOR_NOTE,
    BULLETS,
    CIRCLED,
    CLOSERS,
    CREDIT_LINE,
    IS_HAN,
    ONLY_URL,
    OPENERS,
    PAIRS,
    SALUTATION,
    SIGNED,
    SPACED_RUN,
    URL_LONGEST,
    is_dateline,
    is_letter_spaced,
    label_line,
    rare,
)

MARKS_MEET = -2.5  # log odds that a paragraph begins between a mark that closes in mid-sentence and one that opens
NARROW_OPENS = 2.0  # log odds that a paragraph begins at such a line, two em narrower than the column
# Scores are log odds of a paragraph break.
OPENING_LINE = 4.0  # log odds of a break below the line that opens a file whose paragraphs are a line each
OPENING_EM = 45.0  # em; a longer line is a paragraph itself
OPENING_BELOW = 1.5  # times as wide is the paragraph below, at least
IN_SERIES = 3.0  # log odds of a number that counts on
HARD_BREAK_SHARE = 0.3  # of lines with trailing space: more is a habit of the extractor, not Markdown
BRACKET_LINES = 4  # lines that a bracket can stay open over
LABEL_REPEATS = 3  # lines that begin with the same label
INDENT_HABIT = 2.0  # log odds of an indent from which on a file is held to indent its paragraphs
HABIT_LIMIT = 4.0  # no habit alone outweighs everything else
# Pseudo-counts of the classes in Habits, for breaks and for joins: what is usual in print.
HABIT_PRIOR = (
    ((1.0, 1.0, 0.5), (1.2, 1.0, 0.2), (1.0, 1.0), (1.2, 0.8)),
    ((1.4, 0.8, 0.2), (2.0, 0.3, 0.1), (1.3, 0.7), (1.6, 0.4)),
)
FIRST_LINE_NARROW = 1.2  # log odds of a narrow line at sure paragraph starts: then first lines are held to be narrower

BARRIERS: frozenset[Role] = frozenset(
    ("heading", "byline", "meta", "remark", "contact", "contents", "contents head", "masthead")
)
COMMAS = "，、,"
STOP, COMMA, COLON, SOFT, NO_END = ("stop", 2.0), ("comma", -5.0), ("colon", 0.8), ("soft", 0.6), ("no end", -2.2)
END_MARKS = {
    **dict.fromkeys("；;", SOFT),
    **dict.fromkeys("：:", COLON),
    **dict.fromkeys(f"{COMMAS}{OPENERS}-—－／/", COMMA),
}
STOPPED = frozenset((STOP, SOFT, COLON))
LATIN_END = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,.&’'-")
BRACKETS = re.compile(f"[{re.escape(OPENERS + ''.join(PAIRS))}]")
OPEN_URL = rare(r"https?://[!-~]*$")
ADDRESS = rare(r"(?:https?://|www\.)[!-~]+$")
SENT_TO = re.compile(r"(?:报|送|发|抄)\s*[：:]")  # at the foot of a paper; other labels are longer
LABEL_LENGTH = 12  # characters of a label that stands alone above its value
PARALLEL = re.compile(
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|其[一二三四五六]|首先|其次|再次|最后)"
)
PARALLEL_STARTS = frozenset("一二三四五六七八九十第其首再最")


class Habits(NamedTuple):
    """The four layout signals of a pair of lines, each as a small class."""

    blanks: int  # 0, 1, 2 (or more)
    indent: int  # 0 none, 1 a paragraph's, 2 deeper
    trailing: int
    narrow: int  # the line is full but for the two em of a lost indent


def habits(draft: Draft, i: int, j: int) -> Habits:
    """Read the layout signals between piece i and the next piece j of running text."""
    b, doubled = draft.pieces[j], draft.double_spaced
    page_start = b.page_break or (doubled and b.blanks == 0)
    blanks = 1 if page_start and doubled else 0 if page_start else min(b.blanks, 2)
    indent = 0 if b.indent < INDENT_MIN or page_start and b.indent < 1 else 1 if b.indent <= INDENT_MAX else 2
    narrow = b.indent < INDENT_MIN and draft.measures[j] > 0 and is_narrow(draft, j)
    return Habits(blanks, indent, int(draft.pieces[i].trailing), int(narrow))


class HabitWeights(NamedTuple):
    """What each class of the layout signals says for a break."""

    blanks: tuple[Evidence, ...]
    indent: tuple[Evidence, ...]
    trailing: tuple[Evidence, ...]
    narrow: tuple[Evidence, ...]


class Learned(NamedTuple):
    """What a file's undoubted pairs of lines teach about the doubtful ones."""

    layouts: Mapping[int, Habits]  # of all pairs, by the second piece
    weights: HabitWeights
    first_line: float  # em that a paragraph's first line is narrower because its indent was lost
    inline_circled: bool  # ① ② stand inside paragraphs rather than at their beginnings
    labels: frozenset[str]  # labels (作者：) that several lines begin with
    plain_edges: Mapping[float, float]  # how far lines of Han characters alone reach, by the measure
    hard_breaks: bool  # two spaces end a line here and there, as Markdown breaks a line


def learn(draft: Draft, layouts: Mapping[int, Habits]) -> Learned:
    """Learn how this file shows its paragraphs from the pairs of lines that leave no doubt."""
    sure = {True: [list(p) for p in HABIT_PRIOR[0]], False: [list(p) for p in HABIT_PRIOR[1]]}
    for i, j in pairwise(draft.free):
        if j != i + 1:
            continue
        verdict = _undoubted(draft, i, j)
        if verdict is None:
            continue
        closed = draft.pieces[j].closed
        for signal, value in enumerate(layouts[j]):
            if signal < 3 or not closed:
                sure[verdict][signal][value] += 1
    weights: list[tuple[Evidence, ...]] = []
    for name, yes, no in zip(Habits._fields, sure[True], sure[False], strict=True):
        total_yes, total_no = sum(yes), sum(no)
        odds = (log(y / total_yes) - log(n / total_no) for y, n in zip(yes, no, strict=True))
        weights.append(tuple((name, max(-HABIT_LIMIT, min(HABIT_LIMIT, value))) for value in odds))
    narrow = sure[True][3][1] - HABIT_PRIOR[0][3][1]
    lost = narrow >= 3 and weights[3][1][1] > FIRST_LINE_NARROW
    trailing = sum([p.trailing for p in draft.pieces])
    few = trailing < HARD_BREAK_SHARE * len(draft.pieces)
    circled = [p.text for p in draft.pieces if "①" in p.text or "②" in p.text]
    starts = sum(p.text[0] in CIRCLED for p in draft.pieces) if circled else 0
    inside = sum(text.count(sign, 1) for text in circled for sign in CIRCLED)
    found = Counter(m.group("label") for p in draft.pieces if (m := label_line(p.text)))
    labels = frozenset(name for name, count in found.items() if count >= LABEL_REPEATS)
    return Learned(
        layouts,
        HabitWeights(*weights),
        FIRST_LINE_EM if lost else 0.0,
        inside > starts,
        labels,
        plain_edges(draft),
        few,
    )


def _undoubted(draft: Draft, i: int, j: int) -> bool | None:
    a, b, measure = draft.pieces[i], draft.pieces[j], draft.measures[i]
    last = a.text[-1]
    if last in COMMAS:
        return False
    if a.closed:
        far = slack(draft, i, b) > 2 * ROOM_CLEAR if measure > 0 else a.edge > 4
        return True if far else None
    if measure > 0 and "\u3400" <= last <= "\u9fff" and draft.measures[j] == measure and slack(draft, i, b) < 0:
        return False
    return None


def with_breaks(draft: Draft) -> Draft:
    """Return the draft with the evidence for a paragraph break before each piece of running text."""
    learned = learn(draft, {j: habits(draft, i, j) for i, j in pairwise(draft.free)})
    indents = learned.weights.indent[1][1] > INDENT_HABIT
    return replace(draft, breaks=boundaries(draft, learned), first_line=learned.first_line, indents=indents)


def boundaries(draft: Draft, learned: Learned) -> dict[int, Boundary]:
    """Return the evidence for a break before each piece of running text but the first."""
    cut = CutLines({}, frozenset()) if is_marked_up(draft.pieces) else draft.cuts or fragments(draft)
    barriers = [i for i, label in enumerate(draft.labels) if label and label.role in BARRIERS]
    found: dict[int, Boundary] = {}
    open_since: list[tuple[str, int]] = []
    above, current, opens = -1, -1, True
    counting = Counting(learned.inline_circled)
    for i, j in pairwise(draft.free):
        a, b = draft.pieces[i], draft.pieces[j]
        if opens:
            above, current = (current if not draft.role(i - 1) else -1), i
        open_since = _brackets([] if opens else open_since, a.text, i)
        counting.read(a, opens)
        certain = _certain(draft, i, j, barriers, cut)
        if certain:
            found[j] = Boundary(certain[1], (certain,), i)
        else:
            if opens:
                counting.opened(a)
            evidence = _weigh(draft, i, j, learned, above if opens else None, bool(open_since), cut.edges.get(i, 0.0))
            score = sum([value for _, value in evidence])
            if j in cut.narrow and draft.measures[i]:
                score += NARROW_OPENS
                evidence.append(("narrow", NARROW_OPENS))
            if more := counting.evidence(a, b, opens):
                score += sum([value for _, value in more])
                evidence += more
            if opens and score > 0:
                counting.stood_alone(a)
            found[j] = Boundary(score, tuple(evidence), i)
        opens = found[j].score > 0
    return found


def _certain(draft: Draft, i: int, j: int, barriers: list[int], cut: CutLines) -> Evidence | None:
    """Tell what leaves no choice between pieces i and j, where something does."""
    label = draft.labels[j]
    if label and label.role == "opening" or j > i + 1 and bisect_right(barriers, i) < bisect_left(barriers, j):
        return "below a heading", 9.0
    if draft.pieces[j].line < draft.pieces[i].line:
        return "printed further up", 9.0
    a, b = draft.pieces[i].look, draft.pieces[j].look
    if a and b and (a.inside, a.page if a.inside >= 0 else 0) != (b.inside, b.page if b.inside >= 0 else 0):
        return "in a frame", 9.0
    if (told := told_break(draft, i, j)) and told[1] <= SAME_LINE:
        return told
    if _is_spaced_label(draft, j):
        return "label in wide letters", 9.0
    if _is_spaced_label(draft, i):
        return "label in wide letters", SAME_LINE
    inside = j in cut.edges and j not in cut.narrow
    return ("part of a printed line", SAME_LINE) if inside or draft.pieces[j].goes_on else None


def _is_spaced_label(draft: Draft, i: int) -> bool:
    """Tell whether a line is the first character of a label in wide letters, which a tool parted: 时, 间：周六."""
    text = draft.pieces[i].text
    if len(text) > 1 or i + 1 >= len(draft.pieces) or draft.role(i + 1) or not IS_HAN.match(text):
        return False
    return draft.pieces[i + 1].text[1:2] in ("：", ":") and IS_HAN.match(draft.pieces[i + 1].text) is not None


def _brackets(open_since: list[tuple[str, int]], text: str, line: int) -> list[tuple[str, int]]:
    """Follow the brackets of a paragraph; one that stays open over many lines is a slip of the printer."""
    found = BRACKETS.findall(text)
    if not found and not open_since:
        return open_since
    depth = [(ch, since) for ch, since in open_since if line - since <= BRACKET_LINES]
    for ch in found:
        if ch in OPENERS:
            depth.append((ch, line))
        elif depth and depth[-1][0] in PAIRS[ch]:
            depth.pop()
    return depth


class Seam(NamedTuple):
    """The place between two pieces of running text."""

    i: int
    j: int
    a: Piece  # above
    b: Piece  # below
    end: Evidence  # what the last character above says
    above: int | None  # the piece that opened the paragraph above, when i opens one itself
    told: Evidence | None  # what the file itself says of a break

    @property
    def touching(self) -> bool:
        """Tell whether nothing was skipped between the two."""
        return self.j == self.i + 1

    @property
    def stopped(self) -> bool:
        """Tell whether the line above ends a sentence or breaks off where one may end."""
        return self.end in STOPPED


def _weigh(
    draft: Draft, i: int, j: int, learned: Learned, above: int | None, bracket_open: bool, edge: float
) -> list[Evidence]:
    """Collect the evidence for a break between i and j: how the lines end, stand, begin, and what is open.

    `above` is the piece that opened the paragraph above, when i opens one itself; None when i does not.
    """
    a, b = draft.pieces[i], draft.pieces[j]
    end = STOP if a.closed else END_MARKS.get(a.text[-1], NO_END)
    seam = Seam(i, j, a, b, end, above, told_break(draft, i, j))
    room = _room_left(draft, seam, learned, edge)
    evidence = [end, room]
    _add_layout(evidence, b, learned, j, seam.touching)
    _add_words(evidence, seam, learned, room[1] > 0)
    if seam.a.look and seam.b.number and in_series(draft, j):
        evidence.append(("series", IN_SERIES))
    if seam.told:
        evidence.append(seam.told)
    _add_open_ends(evidence, draft, seam, bracket_open)
    evidence += _looks(a, b)
    _add_places(evidence, draft, seam)
    _add_spaces(evidence, draft, seam, learned)
    return evidence


def _room_left(draft: Draft, seam: Seam, learned: Learned, edge: float) -> Evidence:
    """Weigh the room that the line above left, by what this file's lines usually reach."""
    measure = draft.measures[seam.i]
    lost = learned.first_line if seam.above is not None and seam.a.indent < INDENT_MIN else 0.0
    unreached = measure - learned.plain_edges.get(measure, measure)
    return room_left(draft, seam.i, seam.b, seam.stopped, lost, edge, unreached)


def _add_words(evidence: list[Evidence], seam: Seam, learned: Learned, has_room: bool) -> None:
    """Add how the line below begins: with a mark, a number, a label that comes back or follows another one."""
    text = seam.b.text
    if not (learned.inline_circled and text[0] in CIRCLED) and (opening := _opening(seam.a.text, seam.b, seam.stopped)):
        evidence.append(opening)
    if SENT_TO.match(text) and not seam.a.text.endswith(("：", ":")):
        evidence.append(("whom it is sent to", 6.5))
    label = label_line(text)
    listed = seam.a.look is not None and seam.a.text[-1] in "：:"
    if label and (listed or label.group("label") in learned.labels or label_line(seam.a.text) or has_room):
        evidence.append(("label", 4.5))


def _add_open_ends(evidence: list[Evidence], draft: Draft, seam: Seam, bracket_open: bool) -> None:
    """Add what is not complete yet: a bracket, a sentence whose marks meet at the cut, an item of a list."""
    if bracket_open:
        evidence.append(("open bracket", -5.0 if seam.a.look else -3.0))
    elif seam.touching and not seam.b.blanks and are_set_close(seam.a, seam.b) and not SIGNED.match(seam.b.text):
        evidence.append(("marks meet", MARKS_MEET))
    if (
        not (seam.stopped or counts_on(seam.a, seam.b))
        and seam.above is not None
        and _continues_list(draft, seam.i, seam.above)
    ):
        evidence.append(("item cut off", -5.0))


def _add_places(evidence: list[Evidence], draft: Draft, seam: Seam) -> None:
    """Add where the two lines stand in their column, beyond the habits of the file."""
    if seam.told is None and (is_centred(draft, seam.i) or is_centred(draft, seam.j)):
        evidence.append(("centred", 4.0))
    measure = draft.measures[seam.i]
    if not seam.stopped and seam.i == draft.free[0] and _opens_the_file(seam.a, seam.b, measure):
        evidence.append(("first line", OPENING_LINE))
    if not (seam.stopped or measure or seam.b.indent) and INDENT_MIN <= seam.a.indent <= INDENT_MAX:
        evidence.append(("indented above", -1.5))


def _add_spaces(evidence: list[Evidence], draft: Draft, seam: Seam, learned: Learned) -> None:
    """Add what spaces inside, at the end of and between the lines say."""
    a, b = seam.a, seam.b
    if a.text[1:2] in (" ", "\u3000") and SPACED_RUN.match(a.text):
        evidence.append(("justified", -4.0))
    if learned.hard_breaks and a.trailing and draft.text.startswith("  ", a.end):
        evidence.append(("markdown break", 8.0))
    close = b.blanks == 0 and b.indent == 0 and not b.page_break and b.line != a.line
    if draft.double_spaced and seam.touching and close:
        evidence.append(("set close", -3.5))


def _opens_the_file(a: Piece, b: Piece, measure: float) -> bool:
    """Tell whether a short line above a whole paragraph opens a file whose paragraphs are a line each: its title."""
    if measure or a.width > OPENING_EM or a.text[-1] in END_MARKS:
        return False
    return b.closed and b.width > OPENING_BELOW * a.width


def _looks(a: Piece, b: Piece) -> Iterator[Evidence]:
    """Weigh how two pieces are set, where the file tells: a paragraph is set in one size, mostly in one weight."""
    if a.look is None or b.look is None:
        return
    if abs(a.look.size - b.look.size) > LOOK_ALIKE * a.look.size:
        yield "size", 5.0
    if a.look.bold != b.look.bold:
        yield "weight", 2.5
    elif a.look.face != b.look.face and IS_HAN.search(a.text) and IS_HAN.search(b.text):
        yield "typeface", 0.8


def _add_layout(evidence: list[Evidence], b: Piece, learned: Learned, j: int, touching: bool) -> None:
    """Add the layout signals before piece j; what was skipped above it says nothing of blanks and spaces."""
    blanks, indent, trailing, narrow = learned.layouts[j]
    weights = learned.weights
    if touching:
        evidence.append(weights.blanks[blanks])
    evidence.append(weights.indent[indent])
    if touching and not learned.hard_breaks:
        evidence.append(weights.trailing[trailing])
    if not b.closed:
        evidence.append(weights.narrow[narrow])


def _continues_list(draft: Draft, i: int, opened: int) -> bool:
    """Tell whether an unclosed numbered line follows a closed item of the same list: it goes on below.

    `opened` is the piece that opened the paragraph directly above piece i; -1 where something else stands there.
    """
    number = draft.pieces[i].number
    if not number or number.value < 2 or opened < 0:
        return False
    before = draft.pieces[opened].number
    closed = draft.pieces[i - 1].text[-1] in "。；;"
    return closed and before is not None and before.style == number.style and before.value == number.value - 1


def _opening(a: str, piece: Piece, stopped: bool) -> Evidence | None:
    """Weigh how a piece begins, below a line that reads `a`."""
    b, first = piece.text, piece.text[0]
    if first in CLOSERS:
        return "closing mark", -8.0
    if "!" <= a[-1] <= "~" and "/" in a[-60:] and ONLY_URL.match(b) and OPEN_URL.search(a[-URL_LONGEST:]):
        return "url goes on", -8.0
    if first in "hw" and ADDRESS.match(b):
        if a[-1] in "：:" and len(a) <= LABEL_LENGTH:
            return "address of a label", -8.0
        if a[-1] in "。！？":
            return "address of its own", 5.0
    if a[0] == ">" != first and piece.blanks:
        return "quote ends", 6.0
    if first in BULLETS or first in "-*+>" and b[1:2] == " ":
        return "bullet", 6.0
    if is_letter_spaced(b) or is_letter_spaced(a):
        return "letter-spaced", 6.0
    if is_dateline(b):
        return "dateline", 7.0
    if first in "各尊" and SALUTATION.match(b):
        return "salutation", 6.0
    if first == "◎" or a[0] == "◎" or first in "（(" and SIGNED.match(b) or a[0] in "（(" and SIGNED.match(a):
        return "signature", 5.0
    if first in "（(" and AUTHOR_NOTE.match(b) or a[0] in "（(" and AUTHOR_NOTE.match(a):
        return "bracketed note", 5.0
    if a[-1] in "摄图" and CREDIT_LINE.match(a):
        return "picture credit", 6.0
    if piece.number or first in PARALLEL_STARTS and PARALLEL.match(b):
        return "numbered", 3.0 if stopped else 0.8
    return ("latin", -1.5) if "a" <= first <= "z" and a[-1] in LATIN_END else None
