"""What the look of a line tells, where the file tells it: larger, bolder, in another typeface than the text.

A heading is set apart; how far, is counted together with what its words say. Headings that look alike are of one rank.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.label.facts import states_fact
from reader.label.headings import DATE_ONLY, OPEN_END, title_parts
from reader.label.line_fit import is_centred, is_set_alike
from reader.label.setting import Setting, body_setting, setting
from reader.label.signatures import contact_line
from reader.label.typesetting import LOOK_ALIKE, LOOK_SMALLER, ROOM_CLEAR
from reader.model.draft import Draft, HeadingStyle, Label, Mark, Piece
from reader.text.patterns import (
    AUTHOR_NOTE,
    CONTACT_LABEL,
    EDITOR_NOTE,
    IS_HAN,
    SALUTATION,
    SIGNED,
    ends_sentence,
    has_url,
    is_caption,
    is_dateline,
    label_line,
    numbered,
)

DATES = re.compile(r"^[\d\s年月日号至到\-—–~～./（）()周星期]+$")  # a date, from one to another
LOOK_MUCH_LARGER, LOOK_LARGER, LOOK_SLIGHTLY_LARGER = 1.5, 1.15, 1.06
LOOK_BELIEVED = 1.0  # log odds of a heading from which on it is one
LOOK_LISTED = 3.0  # log odds of a heading that the file's own outline names
LOOK_COLOURED, LOOK_BARRED, LOOK_RULED = 1.5, 2.0, 0.8  # log odds of a colour, a bar, a rule of its own
LOOK_GREY = 40  # of 255, by which the parts of a colour differ at least
LOOK_LINES = 4  # lines that a headline is set over
LOOK_LONGEST = 60  # characters of a headline
CONTACT_SHARE = 0.5  # of the lines in a frame that read like those of a contact: then all are one
CONTACT_LONGEST = 60  # characters of a sentence; a longer one is no contact's
LOOK_COLUMNS = 0.6  # of the width of a page's text; narrower text stands in columns
LookDress = tuple[Setting, int, bool, bool]  # how a line is set, its colour, a bar behind it, a bar beside it
LOOK_SISTERS = 3  # lines of one dress above text, from which on they are a kind


def headings(draft: Draft) -> Iterator[Mark]:
    """Label the lines that are set apart from the text and read like headings, with their rank among all of them."""
    body = body_setting(draft)
    if body is None:
        return
    ink = _usual_colour(draft)
    runs = list(_runs(draft))
    plain = (body, ink, False, False)
    sisters = Counter(_dress(draft, run) for run in runs if _heads_text(draft, run, plain))
    found = [
        run
        for run in runs
        if _score(draft, run, body) + _told_by_dress(draft, run, ink) + _told_by_sisters(draft, run, sisters, plain)
        >= LOOK_BELIEVED
    ]
    ranks = _ranks(draft, found, body)
    for run in found:
        first = draft.pieces[run[0]]
        number = numbered(first.text)
        rank = ranks[setting(first)]
        style = HeadingStyle("number", rank, number.style) if number else HeadingStyle("look", rank)
        for i in run:
            piece = draft.pieces[i]
            parts = title_parts(piece.text, piece.start) if i == run[0] else ()
            yield Mark(i, Label("heading", "set apart by its look", 0.9, run[0], parts, 0, style))


def _runs(draft: Draft) -> Iterator[list[int]]:
    """Yield the free pieces that are set alike one right below the other."""
    run: list[int] = []
    for i in draft.free:
        piece = draft.pieces[i]
        if run:
            last = draft.pieces[run[-1]]
            if (
                i == run[-1] + 1
                and not piece.blanks
                and is_set_alike(last, piece)
                and _near(last, piece)
                and not piece.number
            ):
                run.append(i)
                continue
            yield run
        run = [i]
    if run:
        yield run


def _near(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces stand in one column or frame of one page."""
    if a.look is None or b.look is None or a.look.page != b.look.page or a.look.inside != b.look.inside:
        return False
    return a.look.column.left == b.look.column.left or b.look.box.top > a.look.box.top


def _score(draft: Draft, run: Sequence[int], body: Setting) -> float:
    """Add up what speaks for a heading, as log odds."""
    pieces = [draft.pieces[i] for i in run]
    text = draft.joined(run)
    score = _told_by_setting(setting(pieces[0]), body) - 2.0
    score += {1: 0.5, 2: 0.0, 3: -0.5}.get(len(run), -2.0 if len(run) <= LOOK_LINES else -8.0)
    score += 1.0 if all(is_centred(draft, i) for i in run) else 0.0
    score += 0.5 if pieces[0].blanks or pieces[0].page_break else 0.0
    score += 0.5 if pieces[0].number else 0.0
    score += 0.8 if len(run) == 1 and draft.measures[run[0]] - pieces[0].edge > ROOM_CLEAR else 0.0
    score -= 2.0 if len(text) > LOOK_LONGEST else 0.0
    score += LOOK_LISTED if draft.outline and "".join(text.split()) in draft.outline else 0.0
    return score + _told_by_words(text) + _told_by_place(draft, run)


def _told_by_setting(own: Setting, body: Setting) -> float:
    """Weigh size, weight and typeface."""
    ratio = own.size / (body.size or 1.0)
    score = 0.0
    if ratio >= LOOK_MUCH_LARGER:
        score = 4.5
    elif ratio >= LOOK_LARGER:
        score = 3.5
    elif ratio >= LOOK_SLIGHTLY_LARGER:
        score = 2.0
    elif ratio <= LOOK_SMALLER:
        score = -3.0
    if own.bold != body.bold:
        score += 2.2 if own.bold else -1.0
    elif own.face != body.face and ratio > LOOK_SMALLER:
        score += 0.8
    return score


def _told_by_dress(draft: Draft, run: Sequence[int], ink: int) -> float:
    """Weigh a colour of its own, a bar behind or beside, rules above and below."""
    looks = [look for i in run if (look := draft.pieces[i].look)]
    if not looks:
        return 0.0
    first, last = looks[0], looks[-1]
    score = LOOK_COLOURED if is_coloured(first.colour) and first.colour != ink else 0.0
    score += LOOK_BARRED if any(look.ground >= 0 for look in looks) else 0.0
    score += LOOK_BARRED if first.flank else 0.0
    return score + (LOOK_RULED if last.below else 0.0) + (LOOK_RULED / 2 if first.above else 0.0)


def _dress(draft: Draft, run: Sequence[int]) -> LookDress:
    """Return how a run is set and what is drawn around it, by which its sisters are known."""
    look = draft.pieces[run[0]].look
    own = setting(draft.pieces[run[0]])
    return (own, look.colour, look.ground >= 0, look.flank) if look else (own, 0, False, False)


def _heads_text(draft: Draft, run: Sequence[int], plain: LookDress) -> bool:
    """Tell whether a few lines set otherwise than the text stand right above some of it."""
    below = run[-1] + 1
    if len(run) > 2 or below >= len(draft.pieces) or draft.role(below) or draft.pieces[run[-1]].closed:
        return False
    return setting(draft.pieces[below]) == plain[0] and _dress(draft, run) != plain


def _told_by_sisters(draft: Draft, run: Sequence[int], sisters: Counter[LookDress], plain: LookDress) -> float:
    """Weigh how many lines of one dress stand above text: a label stands among labels, a heading above its part."""
    if not _heads_text(draft, run, plain) or sisters[_dress(draft, run)] < LOOK_SISTERS:
        return 0.0
    return 1.0 + (2.5 if label_line(draft.joined(run)) else 0.0)


def is_coloured(colour: int) -> bool:
    """Tell whether a colour is one, neither black nor white nor grey."""
    channels = [colour >> shift & 255 for shift in (0, 8, 16)]
    return max(channels) - min(channels) > LOOK_GREY


def _usual_colour(draft: Draft) -> int:
    """Return the colour of most characters."""
    counts: Counter[int] = Counter()
    for i in draft.free:
        look = draft.pieces[i].look
        counts[look.colour if look else 0] += len(draft.pieces[i].text)
    return max(counts, key=lambda colour: counts[colour], default=0)


def _told_by_words(text: str) -> float:
    """Weigh what cannot be a heading by its words."""
    if not any(char.isalnum() for char in text) or has_url(text) or DATE_ONLY.match(text) or DATES.match(text):
        return -8.0
    score = 0.0
    if ends_sentence(text.rstrip("？！?!")) or text[-1] in OPEN_END and text[-1] not in "：:":
        score -= 4.0
    elif text[-1] in "：:":
        score -= 1.5
    if "。" in text or "；" in text:
        score -= 3.0
    if any(pattern.match(text) for pattern in (SIGNED, AUTHOR_NOTE, EDITOR_NOTE, SALUTATION)):
        score -= 5.0
    if is_caption(text) or is_dateline(text):
        score -= 5.0
    if label_line(text) and not numbered(text) or CONTACT_LABEL.search(text) or states_fact(text):
        score -= 3.0
    return score if IS_HAN.search(text) else score - 1.0


def _told_by_place(draft: Draft, run: Sequence[int]) -> float:
    """Weigh what stands below: text that is set smaller speaks for a heading, nothing at all against it."""
    below = run[-1] + 1
    while below < len(draft.pieces) and draft.role(below) in ("furniture", "note"):
        below += 1
    if below >= len(draft.pieces):
        return -2.5
    return 0.5 if setting(draft.pieces[below]).size < setting(draft.pieces[run[0]]).size else 0.0


def contacts(draft: Draft) -> Iterator[Mark]:
    """Label what a frame holds as a contact where several of its lines name a phone, an address or who is in charge."""
    frames: dict[tuple[int, int], list[int]] = {}
    for i in draft.free:
        look = draft.pieces[i].look
        if look and look.inside >= 0:
            frames.setdefault((look.page, look.inside), []).append(i)
    for lines in frames.values():
        found = sum(contact_line(draft, i) for i in lines)
        prose = sum(draft.pieces[i].closed and len(draft.pieces[i].text) > CONTACT_LONGEST for i in lines)
        if found >= max(2, CONTACT_SHARE * len(lines)) and not prose:
            for i in lines:
                yield Mark(i, Label("contact", "contact in a frame", 0.9, lines[0]))


def _ranks(draft: Draft, found: Sequence[Sequence[int]], body: Setting) -> dict[Setting, int]:
    """Number the settings of headings from the largest down.

    In columns the size of a headline tells how important its article is, and all large ones are of one rank.
    """
    seen = {setting(draft.pieces[run[0]]): None for run in found}
    ordered = sorted(seen, key=lambda row: (-row.size, not row.bold, row.face))
    columned = _in_columns(draft)
    ranks: dict[Setting, int] = {}
    rank = 0
    last: Setting | None = None
    for row in ordered:
        same = last is not None and abs(last.size - row.size) <= LOOK_ALIKE * last.size and last.bold == row.bold
        headline = columned and last is not None and row.size >= LOOK_LARGER * body.size
        if not same and not headline:
            rank += 1
        ranks[row] = max(1, rank)
        last = row
    return ranks


def _in_columns(draft: Draft) -> bool:
    """Tell whether most of the text stands in columns that are much narrower than the page's text."""
    looks = [(piece.look, len(piece.text)) for piece in draft.pieces if piece.look and piece.look.inside < 0]
    if not looks:
        return False
    left, right = min(look.column.left for look, _ in looks), max(look.column.right for look, _ in looks)
    total = sum(length for _, length in looks)
    narrow = sum(
        length for look, length in looks if look.column.right - look.column.left < LOOK_COLUMNS * (right - left)
    )
    return narrow > total / 2
