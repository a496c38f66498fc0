"""Labelling: what each printed line is. The list of rules is the documentation of the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.document import Line
from reader.label import captions, contents, furniture, headings, levels, masthead, moved, notes, repeats, signatures, tables
from reader.draft import Draft, Mark, pieces_of
from reader.label.joins import boundaries
from reader.label.measure import measures_of

Rule = Callable[[Draft], Iterable[Mark]]
Progress = Callable[[str, float], None]

BEFORE_JOINING: tuple[Rule, ...] = (
    masthead.front_matter,
    furniture.rules,
    furniture.page_numbers,
    furniture.running_heads,
    contents.contents,
    contents.highlights,
    masthead.masthead,
    furniture.lone_numbers,
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
    signatures.meta_lines,
    signatures.contacts,
    headings.bulleted,
    headings.numbered_lines,
    headings.plain,
    signatures.meta_lines,
)

RANKING: tuple[Rule, ...] = (levels.levels, repeats.repeats)


def label(text: str, lines: Iterable[Line], progress: Progress | None = None) -> Draft:
    """Label all lines of a source text; what stays free is running text, with its paragraph breaks.

    `progress("label", fraction)` is called before each rule and may raise to stop the work.
    """
    pieces = pieces_of(text, lines)
    draft = Draft(text, pieces, (None,) * len(pieces), measures_of(pieces))
    steps = (*BEFORE_JOINING, find_breaks, *AFTER_JOINING, moved.put_back, find_breaks, *RANKING)
    for done, step in enumerate(steps):
        if progress:
            progress("label", done / len(steps))
        draft = step(draft) if step in TRANSFORMS else draft.marked(step(draft))
    return draft


def find_breaks(draft: Draft) -> Draft:
    """Return the draft with the evidence for paragraph breaks between what is running text now."""
    return replace(draft, breaks=boundaries(draft))


TRANSFORMS = (find_breaks, moved.put_back)
