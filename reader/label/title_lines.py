"""Lines that belong to the title beside them: 附件 above that of an attachment, ——访… below a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.headings import ATTACHED, unclosed
from reader.model.draft import Draft, Label, Mark, Part
from reader.text.signing import signature

DASHES = ("——", "—", "──", "--")
BOX_EM = 6.0  # em; of a kicker in a box
SUBTITLE_EM = 40.0  # em; a longer line after a dash is text


def title_lines(draft: Draft) -> Iterator[Mark]:
    """Join to a heading the mark of an attachment right above it, and what goes on with it after a dash below."""
    groups = sorted(draft.grouped("heading"), key=lambda group: group[0])
    heads = {group[0]: group for group in groups}
    for group in groups:
        above, below = group[0] - 1, group[-1] + 1
        if above >= 0 and not draft.role(above) and ATTACHED.match(draft.pieces[above].text):
            mark = Part(draft.pieces[above].start, draft.pieces[above].end, "drop:attachment mark")
            yield _joined(draft, above, group[0], (mark,))
        if below >= len(draft.pieces) or not draft.pieces[below].text.startswith(DASHES):
            continue
        if draft.pieces[group[0]].text.startswith(DASHES):
            continue  # the heading is a subtitle itself
        if below in heads:
            for i in heads[below]:
                yield _joined(draft, i, group[0], draft.label(i).parts)
        elif not draft.role(below) and _is_subtitle(draft, below):
            yield _joined(draft, below, group[0], ())


def boxes(draft: Draft) -> Iterator[Mark]:
    """Label short headings that stand bare, two or more, above a longer one of their kind: they lead up to it.

    A single one would name a section; above another of its kind there would be nothing in it.
    """
    groups = sorted(draft.grouped("heading"), key=lambda group: group[0])
    run: list[tuple[int, ...]] = []
    for group, following in pairwise(groups[1:]):
        bare = following[0] == group[-1] + 1 and draft.dress(group[0]) == draft.dress(following[0])
        run = [*run, tuple(group)] if bare and _is_box(draft, group) else []
        if len(run) > 1 and not _is_box(draft, following):
            for i in (i for box in run for i in box):
                parts = tuple(p._replace(name="text") if p.name == "title" else p for p in draft.label(i).parts)
                yield Mark(i, Label("remark", "leads up to the headline", 0.6, i, parts))


def _is_box(draft: Draft, group: Sequence[int]) -> bool:
    return len(group) == 1 and draft.pieces[group[0]].width <= BOX_EM and draft.pieces[group[0]].number is None


def _is_subtitle(draft: Draft, i: int) -> bool:
    """Tell whether a line after a dash stands alone, and is neither a sentence nor a signature."""
    alone = i + 1 >= len(draft.pieces) or draft.opens(i + 1)
    text = draft.pieces[i].text
    return alone and draft.pieces[i].width <= SUBTITLE_EM and unclosed(text) and signature(text) is None


def _joined(draft: Draft, i: int, head: int, parts: tuple[Part, ...]) -> Mark:
    """Label a piece as a line of a heading."""
    label = draft.label(head)
    return Mark(
        i, Label("heading", f"{label.rule}; a line of its title", label.confidence, label.group, parts, 0, label.data)
    )
