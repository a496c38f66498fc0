"""Make anchors in a text, and find them again in another text of the same issue.

A place is believed when two witnesses agree: what is quoted, and what stands around it or how far it is from one end
of the text. What has no second witness, or stands in two places as well, is not placed at all: a mark in a wrong place
is worse than one that waits to be claimed. Source: W3C Web Annotation, TextQuoteSelector and TextPositionSelector;
the order of the attempts is that of Hypothesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model.document import Span
from reader.model.marks import Anchor, Locator, Mark
from reader.store.fuzzy import Guess, Passage, similar_places, similarity
from reader.store.normalised import HIDDEN, NormalisedText, occurrences, visible

CONTEXT = 32  # visible characters kept on each side
MOST_TWINS = 500  # places of one quote that are looked at
MOST_WEIGHED = 8  # of them that are weighed, those whose direct neighbours are most as they were
NEIGHBOURHOOD = 40_000  # visible characters on each side in which rivals of a new anchor are looked for
ALIKE = 0.6  # similarity of contexts, both of them, that makes a second witness
VERY_ALIKE = 0.85  # of one context, the other being quite another
SHORT = 4  # visible characters of a quote; a shorter one must be as it was, or nearly so
TELLING = 8  # visible characters of a quote that no chance puts at a certain distance
MARGIN = 0.08  # by which the best place must beat the second one
ABOVE = 0.35  # share of the way from the rival of old to full likeness that the best place must have gone
BETWEEN_HAN = re.compile(r"(?<=[\u2e80-\uffef])\s+(?=[\u2e80-\uffef])")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a mark stands now; `changed` when its words are no longer what was marked."""

    spans: tuple[Span, ...]
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """The marks of an issue: those that have a place, and the orphans, to be shown with their old words."""

    marks: tuple[tuple[Mark, Placement], ...]
    orphans: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An anchor as its visible characters."""

    anchor: Anchor
    quote: str
    before: str
    after: str

    @property
    def whole(self) -> str:
        return self.before + self.quote + self.after

    @property
    def passage(self) -> Passage:
        return self.before, self.quote, self.after


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A place and how alike it is: its words and what stands on either side, each 0..1."""

    guess: Guess
    left: float
    right: float

    @property
    def score(self) -> float:
        return (2 * self.guess.likeness + self.left + self.right) / 4


def _wanted(anchor: Anchor) -> _Wanted:
    return _Wanted(anchor, visible(anchor.quote), visible(anchor.before), visible(anchor.after))


def _readable(text: str) -> str:
    """Return a piece of the source as one line, without the spaces that wrapping put between Han characters."""
    return BETWEEN_HAN.sub("", HIDDEN.sub(" ", text))


def make_locator(text: NormalisedText, issue: str, spans: Iterable[Span]) -> Locator | None:
    """Anchor the source characters in `spans`; `None` where there is nothing visible in them.

    Spans between which nothing but spaces stands become one piece.
    """
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end <= span.start and not HIDDEN.sub("", text.source[joined[-1].end : span.start]):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    pieces = tuple(anchor for span in joined if (anchor := make_anchor(text, span)) is not None)
    return Locator(issue, pieces) if pieces else None


def make_anchor(text: NormalisedText, span: Span) -> Anchor | None:
    """Describe a span of the source; `None` where there is nothing visible in it."""
    first, last = text.position(span.start), text.position(span.end)
    if first >= last:
        return None
    start, end = text.span(first, last)
    before = text.source[text.offset(max(0, first - CONTEXT)) : start]
    after = text.source[end : text.span(first, min(len(text.text), last + CONTEXT))[1]]
    quote = _readable(text.source[start:end]).strip()
    plain = Anchor(start, end, quote, _readable(before), _readable(after), first, len(text.text) - last)
    return replace(plain, rival=_rival(text.text, _wanted(plain), first))


def place_all(text: NormalisedText, locators: Sequence[Locator]) -> list[Placement | None]:
    """Find where the locators stand in a text, `None` for each that cannot be placed with certainty.

    Linear in the text: all that need a thorough look share one pass over it.
    """
    wanted = {piece: _wanted(piece) for locator in locators for piece in locator.pieces}
    found = {piece: _exact(text.text, want) for piece, want in wanted.items()}
    lost = [want for piece, want in wanted.items() if found[piece] is None and want.quote]
    guesses = similar_places(text.text, [want.passage for want in lost])
    for want, near in zip(lost, guesses, strict=True):
        found[want.anchor] = _best_guess(text.text, want, near)
    return [_placement(text, [found[piece] for piece in locator.pieces]) for locator in locators]


def place_marks(text: NormalisedText, marks: Sequence[Mark]) -> PlacedMark:
    """Tell which marks have a place in a text, and where, and which wait to be claimed."""
    placements = place_all(text, [mark.locator for mark in marks])
    pairs = list(zip(marks, placements, strict=True))
    return PlacedMark(
        tuple((mark, placement) for mark, placement in pairs if placement is not None),
        tuple(mark for mark, placement in pairs if placement is None),
    )


def _placement(text: NormalisedText, pieces: Sequence[Guess | None]) -> Placement | None:
    """Put the pieces of a mark together; it is whole or it is lost."""
    spans: list[Span] = []
    for piece in pieces:
        if piece is None:
            return None
        spans.append(Span(*text.span(piece.start, piece.end)))
    if not spans:
        return None
    return Placement(tuple(spans), any(piece is not None and piece.likeness < 1 for piece in pieces))


def _exact(text: str, want: _Wanted) -> Guess | None:
    """Find a quote letter by letter, in its old context or in one that tells it from its twins."""
    size = len(want.quote)
    if not size:
        return None
    whole = [at + len(want.before) for at in occurrences(text, want.whole, MOST_TWINS)]
    if len(whole) == 1 and want.anchor.rival < 1:
        return Guess(whole[0], whole[0] + size)
    if whole:
        return _by_distance(text, want, whole)
    places = occurrences(text, want.quote, MOST_TWINS)
    at = _likeliest(_weighed_quotes(text, want, places), want)
    return _by_distance(text, want, places) if at is None and size >= TELLING else at


def _best_guess(text: str, want: _Wanted, near: Sequence[Guess]) -> Guess | None:
    """Return the place whose words are like the quote's in a context like its own, if no other is as good."""
    exact = _weighed_quotes(text, want, occurrences(text, want.quote, MOST_TWINS))
    return _likeliest([*exact, *(_weighed(text, want, guess) for guess in near)], want)


def _by_distance(text: str, want: _Wanted, places: Sequence[int]) -> Guess | None:
    """Return the one place that is as far from the start, or from the end, as the quote was.

    Whoever changes a text in one place leaves one of the two as it was. Where such places follow each other closely,
    as in the dots of a contents list, only both distances together say which it is.
    """
    anchor, size = want.anchor, len(want.quote)
    likely = {anchor.ahead, len(text) - anchor.behind - size} if anchor.ahead >= 0 else set[int]()
    met = [place for place in places if place in likely]
    if len(met) != 1:
        return None
    at = met[0]
    is_crowded = any(0 < abs(place - at) < size + CONTEXT for place in places)
    return None if is_crowded and len(likely) > 1 else Guess(at, at + size)


def _rival(text: str, want: _Wanted, first: int) -> float:
    """Say how alike the likeliest place is that is not the one at `first`."""
    twins = occurrences(text, want.quote, MOST_TWINS)
    if len(twins) == MOST_TWINS:
        return 1.0
    last = first + len(want.quote)
    low, high = max(0, first - NEIGHBOURHOOD), last + NEIGHBOURHOOD
    elsewhere = text[low:first] + "\0" * (last - first) + text[last:high]
    near = [
        Guess(low + guess.start, low + guess.end, guess.likeness)
        for guess in similar_places(elsewhere, [("", want.quote, "")], is_thorough=True)[0]
    ]
    places = [*_weighed_quotes(text, want, twins), *(_weighed(text, want, guess) for guess in near)]
    return max((p.score for p in places if p.guess.end <= first or p.guess.start >= last), default=0.0)


def _likeliest(places: Sequence[_Weighed], want: _Wanted) -> Guess | None:
    """Return the best of some places if it is beyond doubt.

    It must have two witnesses, beat the next one, and be nearer to what was marked than the rival of old: when the
    marked text is gone, its double is still there.
    """
    ranked = sorted(places, key=lambda place: -place.score)
    if not ranked or want.anchor.rival >= 1:
        return None
    best = ranked[0]
    others = (p.score for p in ranked[1:] if p.guess.start >= best.guess.end or p.guess.end <= best.guess.start)
    if best.score - next(others, 0.0) < MARGIN or best.score < want.anchor.rival + ABOVE * (1 - want.anchor.rival):
        return None
    return best.guess if best.guess.likeness >= _least_likeness(len(want.quote), best.left, best.right) else None


def _least_likeness(size: int, left: float, right: float) -> float:
    """Say how like its old self a quote must be, the more so the less there is of it and of its context."""
    is_short = size < SHORT
    if min(left, right) >= ALIKE:
        return 0.9 if is_short else 0.6
    if max(left, right) >= (1 if is_short else VERY_ALIKE):
        return 1.0 if is_short else 0.75
    return 2.0  # never


def _weighed_quotes(text: str, want: _Wanted, places: Sequence[int]) -> list[_Weighed]:
    """Weigh the places where the quote stands letter by letter; none where it is all over the text."""
    if len(places) == MOST_TWINS:
        return []
    likeliest = sorted(places, key=lambda at: -_touching(text, want, at))[:MOST_WEIGHED]
    return [_weighed(text, want, Guess(at, at + len(want.quote))) for at in likeliest]


def _weighed(text: str, want: _Wanted, guess: Guess) -> _Weighed:
    """Weigh a place. Where no context was given it counts as met; where the text ended there, it must end here too."""
    left = similarity(want.before, text[max(0, guess.start - len(want.before)) : guess.start])
    right = similarity(want.after, text[guess.end : guess.end + len(want.after)])
    if want.anchor.ahead == 0 and guess.start > 0:
        left = 0.0
    if want.anchor.behind == 0 and guess.end < len(text):
        right = 0.0
    return _Weighed(guess, left, right)


def _touching(text: str, want: _Wanted, at: int) -> int:
    """Count the characters that directly touch the quote and are as they were."""
    behind = at + len(want.quote)
    left = _shared(want.before[::-1], text[max(0, at - CONTEXT) : at][::-1])
    return left + _shared(want.after, text[behind : behind + CONTEXT])


def _shared(first: str, second: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))
