"""What a person says of an outline, applied to what the rules labelled: the last word before composition.

Amendments are placed by their words, or by spans where their place is known, the lines cut where a thing begins or
ends inside one, and the labels set. All other labels stay, but that what stands below a heading goes along with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.compose.amend.cutting import Claim, Cutter
from reader.compose.amend.placing import places_of, ranges_of
from reader.compose.amend.relabelling import Relabelling
from reader.compose.amend.words import OUTSIDE, Letters, Range, slots_of
from reader.compose.styled import Reading
from reader.model.amendments import Amendment
from reader.model.document import Dropped, Source, Span
from reader.model.draft import SPACES, Draft

SIGNS_MOST = 4  # at either end of a quote


@dataclass(frozen=True, slots=True)
class AmendedDraft:
    """A draft as a person set it right, and the amendments whose words stand nowhere in it."""

    draft: Draft
    unplaced: tuple[Amendment, ...] = ()
    is_whole: bool = False  # they tell the whole outline


def amended(
    source: Source,
    draft: Draft,
    amendments: Sequence[Amendment],
    *,
    left_out: Iterable[Dropped] = (),
    places: Sequence[Sequence[Span]] = (),
    as_outline: bool = False,
) -> AmendedDraft:
    """Apply amendments to a labelled draft.

    `left_out` is what the file sets outside of all lines, `places` where each amendment stands, where that is known.
    `as_outline`: headings alone that mostly say again what the rules say are the whole outline; others are text then.
    """
    if not amendments:
        return AmendedDraft(draft)
    reading, words, ranges = _found(source, draft, amendments, left_out, places)
    cutter = Cutter(draft, source.text, words.slots, reading)
    cut = cutter.cut(claim for k, own in enumerate(ranges) for claim in _claims(source, words, k, amendments[k], own))
    relabelling = Relabelling(source, cut, cutter.out, amendments, as_outline=as_outline)
    done = relabelling.relabelled()
    failed = (a for k, a in enumerate(amendments) if k not in relabelling.placed)
    return AmendedDraft(done, tuple(failed), relabelling.is_whole)


def _found(
    source: Source,
    draft: Draft,
    amendments: Sequence[Amendment],
    left_out: Iterable[Dropped],
    places: Sequence[Sequence[Span]],
) -> tuple[Reading, Letters, list[tuple[Range, ...]]]:
    """Return how a source is read, its letters, and those that each amendment is about; none where it has no place."""
    reading = Reading(source.text, draft.styled, markup=draft.markup, plain=source.format == "text")
    words = Letters(source.text, slots_of(draft, left_out))
    known = [tuple(words.within(spans)) for spans in places] or [()] * len(amendments)
    told = [amendment for amendment, own in zip(amendments, known, strict=True) if not own]
    found = places_of(draft, words, told) if told else []
    ranges = [ranges_of(words, spot) if spot else () for spot in found]
    if None in found:  # letters of markup, of a formula, perhaps, stand among those of the quote
        as_shown = Letters(source.text, words.slots, reading)
        again = places_of(draft, as_shown, told)
        ranges = [own or (ranges_of(as_shown, spot) if spot else ()) for own, spot in zip(ranges, again, strict=True)]
    rest = iter(ranges)
    return reading, words, [own or next(rest) for own in known]


def pieces_of(
    source: Source,
    draft: Draft,
    amendments: Sequence[Amendment],
    *,
    left_out: Iterable[Dropped] = (),
    places: Sequence[Sequence[Span]] = (),
) -> list[tuple[int, ...]]:
    """Return the numbers of the pieces that each amendment is about."""
    _, words, ranges = _found(source, draft, amendments, left_out, places)
    numbers = (tuple(words.slots[part.slot].piece for part in own) for own in ranges)
    return [tuple(number for number in own if number != OUTSIDE) for own in numbers]


def _claims(source: Source, words: Letters, owner: int, amendment: Amendment, own: Sequence[Range]) -> Iterator[Claim]:
    """Return what an amendment takes of each line; one that says where something begins takes the rest of its line."""
    if amendment.what == "issue":
        return
    quote = "".join(char for char in amendment.quote if char not in SPACES)
    for k, part in enumerate(own[:1] if amendment.what == "split" else own):
        slot = words.slots[part.slot]
        if amendment.what in ("join", "split"):
            part = part._replace(start=slot.start if amendment.what == "join" else part.start, end=slot.end)
        lead = quote[: _signs(quote)] if k == 0 else ""
        tail = quote[len(quote) - _signs(quote[::-1]) :] if k == len(own) - 1 else ""
        yield Claim(owner, part, amendment.is_heading, k > 0, k < len(own) - 1, lead, tail)


def _signs(quote: str) -> int:
    """Count the signs that a quote begins with."""
    return next((k for k, char in enumerate(quote[:SIGNS_MOST]) if char.isalnum()), 0)
