"""Which headings open an article, which a section, which only a part of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.label.levels.by_contents import by_contents
from reader.label.levels.decision import decided
from reader.label.levels.headings import Heading, headings, with_front
from reader.label.levels.numbering import BARE_STYLE
from reader.label.levels.ranks import Rank
from reader.label.levels.signature import STRONG_SHARE, by_signature
from reader.label.levels.tree import are_by_chance
from reader.label.levels.words import names_minutes
from reader.model.draft import Draft, Label, Mark, Opens, Part, Unpaged, is_marked_up

COUNTED = 0.75  # of the headings below that of minutes: they are its parts
LISTED_LEAST = 3  # headings in the contents that make them believed for the rest
TOLD = 0.5  # of the headings have a level of their own: then markup or look tell how they nest


def levels(draft: Draft) -> Iterator[Mark]:
    """Give each heading its rank: relabel it as title or subheading with its level."""
    plain = headings(draft)
    told = bool(plain) and _is_told(draft, plain)
    found = with_front(draft, plain) if told or not plain else plain
    if not found:
        return
    ranks = _with_last_notice(found, _ranks(draft, found, told))
    for heading, rank in zip(found, ranks, strict=True):
        yield from _marks(draft, heading, rank)


def _with_last_notice(found: Sequence[Heading], ranks: list[Rank]) -> list[Rank]:
    """Set the notice at the end of an issue beside its sections: the contents list what these hold, and not that."""
    last = ranks[-1]
    listed = sum(h.listed > 0 for h in found)
    if last.kind != "notice" or last.level < 2 or found[-1].listed or listed < LISTED_LEAST:
        return ranks
    return [*ranks[:-1], last._replace(level=1)]


def _is_told(draft: Draft, found: Sequence[Heading]) -> bool:
    """Tell whether markup or look tell how the headings nest."""
    told = sum(h.level > 0 or h.dress.dress == "bold" for h in found)
    return (
        (is_marked_up(draft.pieces) or told >= TOLD * len(found)) and not are_by_chance(found) and not _is_flat(found)
    )


def _is_flat(found: Sequence[Heading]) -> bool:
    """Tell whether all headings are marked as the highest, as converters do, and only some are signed as articles."""
    free = [h for h in found if not h.number and h.follows != "heading"]
    signed = sum(h.signed for h in free)
    return {h.level for h in found} == {1} and signed > 1 and STRONG_SHARE * len(free) <= signed < len(free)


def _ranks(draft: Draft, found: Sequence[Heading], told: bool) -> list[Rank]:
    """Rank headings by the one decision where their file tells how they nest, else by contents or by what follows."""
    if draft.reading or found[0].dress.dress == "masthead" or told or _are_parts(found):
        return decided(draft, found)
    if any(h.listed for h in found):
        entries = [draft.label(group[-1]) for group in draft.grouped("contents")]
        flat = any(entry.data == Unpaged() for entry in entries)
        return by_contents(found, flat, not flat and any(entry.level == 1 for entry in entries))
    return by_signature(found)


def _are_parts(found: Sequence[Heading]) -> bool:
    """Tell whether numbers are those of one report or paper: 1, 1.1, 1.2, 2, or those of minutes."""
    if len(found) > 1 and found[0].signed and not found[0].number and all(h.number for h in found[1:]):
        return True
    counted = sum(h.number is not None for h in found)
    if _is_report(found, counted):
        return True
    if not found[0].number and names_minutes(found[0].text) and counted >= COUNTED * (len(found) - 1):
        return True
    listed = [h for h in found if h.listed] or found
    nested = sum(h.style.startswith("multi") for h in listed)
    return nested > 0 and 2 * (nested + sum(h.style == BARE_STYLE for h in listed)) > len(listed)


def _is_report(found: Sequence[Heading], counted: int) -> bool:
    """Tell whether the contents count the parts of a report from 1 on, and its title stands right above the first."""
    first, second = found[0], found[min(1, len(found) - 1)]
    heads = first.follows == "heading" and not first.listed and not first.number and not first.signed
    return heads and second.listed > 0 and second.value == 1 and counted >= COUNTED * (len(found) - 1)


def _marks(draft: Draft, heading: Heading, rank: Rank) -> Iterator[Mark]:
    """Relabel the pieces of a heading by its rank."""
    for i in heading.pieces:
        label = draft.label(i)
        rule = f"{label.rule}; {rank.rule}"
        if rank.fact:
            whole = (Part(draft.pieces[i].start, draft.pieces[i].end, "title"),)
            parts = tuple(p._replace(name=rank.fact) if p.name == "title" else p for p in label.parts or whole)
            yield Mark(i, Label("masthead", rule, label.confidence, parts=parts))
        elif rank.node:
            opens = Opens(rank.kind or "article")
            yield Mark(
                i, label._replace(role="title", level=rank.level, rule=rule, data=opens, group=heading.pieces[0])
            )
        else:
            parts = _with_brackets(draft, label.parts)
            yield Mark(i, label._replace(role="subheading", level=rank.level, rule=rule, data=None, parts=parts))


def _with_brackets(draft: Draft, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Show the brackets around a subheading, 【…】: they are printed, and only a title does without them."""
    out: list[Part] = []
    for part in parts:
        shown = part.name == "title" or draft.text[part.start : part.end].strip() in ("【", "】")
        if shown and out and out[-1].name == "title":
            out[-1] = out[-1]._replace(end=part.end)
        else:
            out.append(part._replace(name="title") if shown else part)
    return tuple(out)
