"""Undo and redo as data: every edit knows the mark before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.model.marks import Kept

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one mark or correction: added where `before` is None, deleted where `after` is."""

    before: Kept | None
    after: Kept | None

    @property
    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


class Keeper(Protocol):
    """Whatever keeps marks."""

    def apply(self, edits: Sequence[Edit]) -> tuple[Kept, ...]:
        """Write the edits, all or none."""
        ...


class History:
    """What was done in one window, step by step; a step may hold several edits."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._done: list[tuple[Edit, ...]] = []
        self._undone: list[tuple[Edit, ...]] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def do(self, *edits: Edit) -> tuple[Edit, ...]:
        """Write a step, and remember it; raises `CannotKeep`, nothing being changed then."""
        self._keeper.apply(edits)
        self._done = [*self._done, edits][-MOST_STEPS:]
        self._undone.clear()
        return edits

    def undo(self) -> tuple[Edit, ...]:
        """Take the last step back; return the edits that did so, none where there is nothing to undo."""
        return self._move(self._done, self._undone)

    def redo(self) -> tuple[Edit, ...]:
        """Do again what was undone last."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[tuple[Edit, ...]], target: list[tuple[Edit, ...]]) -> tuple[Edit, ...]:
        if not source:
            return ()
        step = tuple(edit.inverse for edit in reversed(source[-1]))
        self._keeper.apply(step)
        source.pop()
        target.append(step)
        return step
