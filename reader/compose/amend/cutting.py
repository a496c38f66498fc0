"""A draft cut where amendments say that a thing begins or ends inside a printed line.

Each part keeps the label that the line had; what dresses a part (a number, brackets, stars, a colon behind it) is left
out as it is before headings. Groups of pieces that a cut tears apart become two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from reader.compose.amend.words import OUTSIDE, Range, Slot, letters, shown
from reader.compose.styled import Reading
from reader.model.draft import RUNNING, SPACES, Boundary, CutLines, Draft, Label, ListItem, Part, Piece

MARKUP = "*_~`"
MARKS = ("**", "__", "~~", "*", "`")  # of emphasis, the longer before what it begins with
PAIRS: Mapping[str, str] = MappingProxyType(dict(zip("【[［〔（(《〈“「『", "】]］〕）)》〉”」』", strict=True)))
BULLETS = frozenset("•●○■□◆◇▲△▶►★☆◎※·▪◾➢✓♦")
SPLITTER = re.compile(r"[\s:：。．.、，—–|｜/／-]*")  # between a heading and the text in its line
CODE_MARKS = frozenset("](<$&\\")  # of markup that holds letters which are not shown


@dataclass(frozen=True, slots=True)
class Taken:
    """The piece that an amendment took: its number in the cut draft, its parts, and the label that it had."""

    piece: int
    parts: tuple[Part, ...]  # what is shown is named `shown`
    was: Label | None


@dataclass(slots=True)
class CutDraft:
    """The pieces of a draft in the making, each with its label, and what the amendments took."""

    pieces: list[Piece] = field(default_factory=list)
    labels: list[Label | None] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)  # number in the old draft; OUTSIDE
    opens: list[bool] = field(default_factory=list)  # cut out of the middle of a line
    taken: dict[int, list[Taken]] = field(default_factory=dict)  # by the number of the amendment

    def add(self, piece: Piece, label: Label | None, source: int, *, opens: bool = False) -> int:
        """Append a piece; return its number."""
        self.pieces.append(piece)
        self.labels.append(label)
        self.sources.append(source)
        self.opens.append(opens)
        return len(self.pieces) - 1


@dataclass(frozen=True, slots=True)
class Claim:
    """What one amendment takes of a slot; all behind `start` where it only says that something begins there."""

    owner: int
    range: Range
    heads: bool = False  # what dresses it is left out
    goes_on: bool = False  # with a line above, so that signs between the two belong to it
    goes_further: bool = False  # with a line below
    lead: str = ""  # signs that the quote begins with
    tail: str = ""


class Cutter:
    """Cuts the lines of one draft."""

    def __init__(self, draft: Draft, text: str, slots: Sequence[Slot], reading: Reading) -> None:
        self._draft, self._text, self._slots, self._reading = draft, text, slots, reading
        self.out = CutDraft()

    def cut(self, claims: Iterable[Claim]) -> Draft:
        """Cut what is claimed out of its lines; of two claims to the same characters the first stands."""
        by_slot: dict[int, list[Claim]] = {}
        for claim in claims:
            others = by_slot.setdefault(claim.range.slot, [])
            if all(claim.range.end <= o.range.start or o.range.end <= claim.range.start for o in others):
                others.append(claim)
        for at, slot in enumerate(self._slots):
            own = sorted(by_slot.get(at, ()), key=lambda claim: claim.range.start)
            if own:
                self._cut_line(slot, own)
            elif slot.piece != OUTSIDE:
                self.out.add(self._draft.pieces[slot.piece], self._draft.labels[slot.piece], slot.piece)
        return self._draft_of()

    def _cut_line(self, slot: Slot, claims: Sequence[Claim]) -> None:
        line = _Line(self._draft, self._text, slot, self._reading)
        cursor = slot.start
        for k, claim in enumerate(claims):
            start = line.widened_down(claim.range.start, cursor, claim.lead)
            limit = claims[k + 1].range.start if k + 1 < len(claims) else slot.end
            end = line.widened_up(claim.range.end, limit, claim.tail)
            start = cursor if claim.goes_on and not line.has_letters(cursor, start) else start
            end = limit if claim.goes_further and not line.has_letters(end, limit) else end
            start, end = line.balanced(start, end, cursor, limit, whole=not (claim.goes_on or claim.goes_further))
            head = line.dressing(cursor, start, heads=claim.heads and not claim.goes_on)
            if head is None:
                self._rest(line, cursor, start, opens=cursor > slot.start)
                head = ()
            stop, tail = line.ending(
                start, end, limit, heads=claim.heads and not claim.goes_further, last=limit == slot.end
            )
            self._take(line, claim, (*head, *line.inner(start, end), *tail))
            cursor = stop
        if line.has_letters(cursor, slot.end):
            self._rest(line, cursor, slot.end, opens=True)

    def _rest(self, line: _Line, start: int, end: int, *, opens: bool) -> None:
        """Keep what no amendment takes as a piece of its own."""
        if piece := line.piece(start, end):
            self.out.add(piece, clipped(line.label, piece.start, piece.end, opens=opens), line.source, opens=opens)

    def _take(self, line: _Line, claim: Claim, parts: tuple[Part, ...]) -> None:
        piece = line.piece(parts[0].start, parts[-1].end)
        assert piece is not None
        label = clipped(line.label, piece.start, piece.end)
        at = self.out.add(piece, label, line.source)
        self.out.taken.setdefault(claim.owner, []).append(Taken(at, parts, line.label))

    def _draft_of(self) -> Draft:
        """Return the cut draft, with what is known of its pieces under their new numbers."""
        out, old = self.out, self._draft
        first: dict[int, int] = {}
        for new, source in enumerate(out.sources):
            first.setdefault(source, new)
        breaks = {
            new: boundary._replace(after=first.get(boundary.after, -1))
            for source, boundary in old.breaks.items()
            for new in ([first[source]] if source in first else [])
            if not out.opens[new]
        }
        measures = tuple(old.measures[source] if source != OUTSIDE else 0.0 for source in out.sources)
        cuts = old.cuts and CutLines(
            {first[i]: edge for i, edge in old.cuts.edges.items()}, frozenset(first[i] for i in old.cuts.narrow)
        )
        return replace(
            old, pieces=tuple(out.pieces), labels=tuple(out.labels), measures=measures, breaks=breaks, cuts=cuts
        )


class _Line:
    """A slot while it is cut."""

    def __init__(self, draft: Draft, text: str, slot: Slot, reading: Reading) -> None:
        self._draft, self._text, self._slot, self._reading = draft, text, slot, reading
        self.source = slot.piece
        self.label = draft.labels[slot.piece] if slot.piece != OUTSIDE else None
        self._parts = self.label.parts if self.label else ()

    def piece(self, start: int, end: int) -> Piece | None:
        """Return what stands between two places as a piece; nothing where only spaces do."""
        body = self._text[start:end]
        start += len(body) - len(body.lstrip(SPACES))
        shown_text = self._draft.text[start:end].rstrip(SPACES)
        if not shown_text:
            return None
        end = start + len(shown_text)
        if self.source == OUTSIDE:
            return Piece(shown_text, start, end, self._line_near(start), 0, 0, 0, 0, False, 1, False, False, None)
        old = self._draft.pieces[self.source]
        hint = old.hint._replace(marker="", group=-1) if old.hint and start > old.start else old.hint
        return old._replace(text=shown_text, start=start, end=end, hint=hint)

    def _line_near(self, start: int) -> int:
        return max((p.line for p in self._draft.pieces if p.start <= start), default=0)

    def widened_down(self, start: int, limit: int, signs: str) -> int:
        """Return where a quote begins with the signs that stand before its first letter."""
        at = start
        for sign in reversed(signs):
            while at > limit and self._text[at - 1].isspace():
                at -= 1
            if at <= limit or self._text[at - 1] != sign:
                return start
            at -= 1
        return at

    def widened_up(self, end: int, limit: int, signs: str) -> int:
        """Return where a quote ends with the signs that stand behind its last letter."""
        at = end
        for sign in signs:
            while at < limit and self._text[at].isspace():
                at += 1
            if at >= limit or self._text[at] != sign:
                return end
            at += 1
        return at

    def balanced(self, start: int, end: int, lowest: int, highest: int, *, whole: bool) -> tuple[int, int]:
        """Take the marks of emphasis in, of which only one end stands in a quote: **head** and more.

        Of one of several lines of a quote, which are no `whole`, those on both sides are taken in.
        """
        body = self._text[start:end]
        for mark in MARKS:
            size = len(mark)
            before = self._text.startswith(mark, start - size) and start - size >= lowest
            behind = self._text.startswith(mark, end) and end + size <= highest
            if body.count(mark) % 2:
                return (start - size, end) if before else (start, end + size) if behind else (start, end)
            if before and behind and not whole:
                return start - size, end + size
        return start, end

    def has_letters(self, start: int, end: int) -> bool:
        """Tell whether words stand between two places that are shown and that no rule has left out."""
        return any(letters(self._text[a:b]) for a, b in self._visible(start, end))

    def _visible(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        gone = [(p.start, p.end) for p in self._parts if p.name.startswith("drop:")]
        spans = [(start, end)]
        if CODE_MARKS.intersection(self._text[self._slot.start : self._slot.end]):
            runs = self._reading.slices([(self._slot.start, self._slot.end)])[0].runs
            spans = [(max(a, start), min(b, end)) for a, b in shown(runs) if a < end and b > start]
        for a, b in spans:
            for s, e in gone:
                if s < b and e > a:
                    if s > a:
                        yield a, s
                    a = max(a, e)
            if b > a:
                yield a, b

    def dressing(self, start: int, end: int, *, heads: bool) -> tuple[Part, ...] | None:
        """Return what stands before a quote in its line, left out before headings; `None` where it says something."""
        reason = ""
        if self.has_letters(start, end):
            number = self._draft.pieces[self.source].number if self.source != OUTSIDE else None
            is_first = number is not None and start == self._slot.start
            if number is None or not is_first or self.has_letters(start + number.end, end):
                return None
            reason = "list-marker"
        return tuple(self._dropped(start, end, reason) if heads else self.inner(start, end))

    def _dropped(self, start: int, end: int, reason: str = "") -> Iterator[Part]:
        cursor = start
        for part in self._parts:
            if part.name.startswith("drop:") and start <= part.start and part.end <= end:
                yield from self._signs(cursor, part.start, reason)
                yield part
                cursor = part.end
        yield from self._signs(cursor, end, reason)

    def _signs(self, start: int, end: int, reason: str) -> Iterator[Part]:
        body = self._text[start:end]
        if sign := body.strip(SPACES):
            start += len(body) - len(body.lstrip(SPACES))
            yield Part(start, start + len(sign), f"drop:{reason or _reason(sign)}")

    def ending(self, start: int, end: int, limit: int, *, heads: bool, last: bool) -> tuple[int, tuple[Part, ...]]:
        """Return where the next thing begins behind a quote, and what dresses its end."""
        if last and not self.has_letters(end, limit):
            return limit, tuple(self._dropped(end, limit) if heads else self.inner(end, limit))
        if not heads:
            return end, ()
        stop = end
        before = self._text[self._slot.start : start].rstrip(SPACES)
        while before and stop < limit:
            sign = before[-1]
            if self._text[stop] != PAIRS.get(sign, sign if sign in MARKUP else ""):
                break
            before, stop = before[:-1], stop + 1
        if splitter := SPLITTER.match(self._text, stop, limit):
            stop = splitter.end()
        return stop, tuple(self._dropped(end, stop))

    def inner(self, start: int, end: int) -> Iterator[Part]:
        """Yield what is shown of a quote: all but signs that a rule has left out."""
        cursor = start
        for part in self._parts:
            inside = start <= part.start and part.end <= end and part.name.startswith("drop:")
            if inside and not letters(self._text[part.start : part.end]):
                if part.start > cursor:
                    yield Part(cursor, part.start, "shown")
                yield part
                cursor = part.end
        if end > cursor:
            yield Part(cursor, end, "shown")


def _reason(sign: str) -> str:
    """Name why a sign beside a heading is not shown."""
    if sign[0] == "#":
        return "markup:#"
    if set(sign) <= set(MARKUP):
        return "markup:*"
    if sign[0] in BULLETS:
        return "bullet"
    return "punctuation"


def clipped(label: Label | None, start: int, end: int, *, opens: bool = False) -> Label | None:
    """Return the label of a line for a part of it; a part of a heading is running text."""
    if label is None:
        return None
    parts = tuple(
        part._replace(start=max(part.start, start), end=min(part.end, end))
        for part in label.parts
        if part.start < end and part.end > start
    )
    if label.role in ("title", "subheading", "heading", *RUNNING):
        kept = label if label.role in RUNNING and not opens else None
        return running(parts, start, end, label.rule, kept)
    return label._replace(parts=parts)


def running(
    parts: Iterable[Part], start: int, end: int, rule: str, item: Label | None = None, *, named: bool = False
) -> Label | None:
    """Return the label of running text of which the ends that rules left out are not shown; `None` where all is."""
    gone = [part for part in parts if part.name.startswith("drop:")]
    for part in gone:
        if part.start <= start < part.end:
            start = part.end
        elif part.end >= end > part.start:
            end = part.start
    list_item = item.data if item and isinstance(item.data, ListItem) else None
    if not gone and list_item is None and not named:
        return None
    text = (*gone, Part(start, end, "text")) if gone else ()
    level = item.level if item and list_item else 0
    return Label("opening", rule, 1.0, parts=text, level=level, data=list_item)


def between(score: float, name: str) -> Boundary:
    """Return the boundary that an amendment says."""
    return Boundary(score, ((name, score),))
