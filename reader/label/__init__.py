"""Labelling: what each printed line is. The list of rules is the documentation of the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.document import Line
from reader.draft import WIDE_SPACE, Draft, Mark, pieces_of
from reader.label import (
    captions,
    contents,
    flow,
    furniture,
    headings,
    levels,
    markup,
    masthead,
    moved,
    notes,
    repeats,
    signatures,
    tables,
)
from reader.label.fit import is_double_spaced
from reader.label.joins import with_breaks
from reader.label.measure import best_space, measures_of

Rule = Callable[[Draft], Iterable[Mark]]
Transform = Callable[[Draft], Draft]
Progress = Callable[[str, float], None]

BEFORE_JOINING: tuple[Rule, ...] = (
    masthead.front_matter,
    markup.code,
    markup.pictures,
    furniture.rules,
    furniture.page_numbers,
    furniture.running_heads,
    contents.contents,
    contents.highlights,
    masthead.masthead,
    furniture.lone_numbers,
    furniture.page_heads,
    notes.notes,
    signatures.fields,
    headings.listed,
    headings.marked_up,
)

AFTER_JOINING: tuple[Rule, ...] = (
    tables.tables,
    captions.captions,
    signatures.bylines,
    signatures.author_notes,
    signatures.sign_offs,
    signatures.meta_lines,
    signatures.contacts,
    headings.bulleted,
    headings.numbered_lines,
    headings.plain,
    signatures.meta_lines,
)

RANKING: tuple[Rule, ...] = (levels.levels, repeats.repeats)

PASSES: tuple[tuple[tuple[Rule, ...], tuple[Transform, ...]], ...] = (
    (BEFORE_JOINING, (with_breaks,)),
    (AFTER_JOINING, (flow.follow_jumps, flow.resume, moved.put_back, with_breaks)),
    (RANKING, ()),
)


def label(text: str, lines: Iterable[Line], progress: Progress | None = None) -> Draft:
    """Label all lines of a source text; what stays free is running text, with its paragraph breaks.

    `progress("label", fraction)` is called before each rule and may raise to stop the work.
    """
    printed = tuple(lines)
    pieces = pieces_of(text, printed)
    space = best_space(pieces)
    if space != WIDE_SPACE:
        pieces = pieces_of(text, printed, space)
    draft = Draft(text, pieces, (None,) * len(pieces), measures_of(pieces), double_spaced=is_double_spaced(pieces))
    done = 0
    for rules, change in PASSES:
        for rule in rules:
            if progress:
                progress("label", done / sum(len(rules) for rules, _ in PASSES))
            draft = draft.marked(rule(draft))
            done += 1
        for transform in change:
            draft = transform(draft)
    return draft
