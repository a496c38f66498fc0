"""Putting pieces into another order: the draft is kept in reading order, offsets tell the printed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model.draft import Draft, Label


def reordered(draft: Draft, moves: Sequence[tuple[tuple[int, ...], int]], marked: bool = False) -> Draft:
    """Return the draft with each move's pieces put right before its target; groups are renumbered along.

    `marked` says on their labels that the pieces were printed elsewhere. Breaks have to be found again.
    """
    lifted = {i for pieces, _ in moves for i in pieces}
    above: dict[int, list[int]] = {}
    for pieces, target in moves:
        above.setdefault(target, []).extend(pieces)
    order: list[int] = []
    for i in range(len(draft.pieces) + 1):
        order.extend(above.get(i, ()))
        if i not in lifted and i < len(draft.pieces):
            order.append(i)
    place = {old: new for new, old in enumerate(order)}
    labels = tuple(_relabelled(draft.labels[i], marked and i in lifted, place) for i in order)
    return replace(
        draft,
        pieces=tuple(draft.pieces[i] for i in order),
        labels=labels,
        measures=tuple(draft.measures[i] for i in order),
        breaks={},
    )


def _relabelled(label: Label | None, moved: bool, place: dict[int, int]) -> Label | None:
    if label is None:
        return None
    group = place.get(label.group, label.group)
    if moved:
        return label._replace(group=group, rule=f"{label.rule}; printed below its body", moved=True)
    return label if group == label.group else label._replace(group=group)
