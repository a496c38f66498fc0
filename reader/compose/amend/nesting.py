"""The levels of headings around those that a person set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.model.amendments import Amendment
from reader.model.draft import Label, Opens

# A list of headings is an outline, and no list of corrections, where it says again what the rules say, which nobody
# need set right; or where it speaks of nearly all headings; or of most, and leaves them titles and subheadings.
CONFIRMED = 0.2  # of the list
NEARLY_ALL = 0.9  # of the headings
MOST, SAME_RANK = 0.75, 0.75  # of the headings; of the list


class Told(NamedTuple):
    """A heading that a person told, and what the rules had said of its words."""

    amendment: Amendment
    was: Label | None

    @property
    def is_part(self) -> bool:
        return self.amendment.what == "subheading"

    @property
    def keeps_rank(self) -> bool:
        """Tell whether the rules say, too, that it is a title, or that it is none."""
        return self.was is not None and self.was.role == ("subheading" if self.is_part else "title")

    @property
    def confirms(self) -> bool:
        """Tell whether it says again what the rules say."""
        if not self.keeps_rank or self.is_part:
            return self.keeps_rank
        return self.amendment.level in (0, self.old_level) and was_section(self) == (self.amendment.what == "section")

    @property
    def old_level(self) -> int:
        return self.was.level if self.was and self.was.role == "title" else 0


class _Title(NamedTuple):
    """The pieces of a title as they stand in the draft."""

    pieces: tuple[int, ...]
    label: Label
    told: Told | None


def is_outline(labels: Sequence[Label | None], told: Mapping[int, Told], spoken_of: int) -> bool:
    """Tell whether headings tell the whole outline.

    `spoken_of` counts the headings of the rules of which a person says anything.
    """
    if not told:
        return False
    ranks = ("title", "subheading") if any(one.is_part for one in told.values()) else ("title",)
    left = {(label.role, label.group) for label in labels if label and label.role in ranks and label.group not in told}
    covered = spoken_of / max(1, spoken_of + len(left))
    confirmed = sum(one.confirms for one in told.values()) / len(told)
    kept = sum(one.keeps_rank for one in told.values()) / len(told)
    return not left or confirmed >= CONFIRMED or covered >= NEARLY_ALL or covered >= MOST and kept >= SAME_RANK


def levelled(labels: Sequence[Label | None], told: Mapping[int, Told]) -> Iterator[tuple[int, Label]]:
    """Yield the pieces of titles whose level follows from what a person told, with their labels.

    A title that he lifts or lowers takes along what stands below it; articles behind a new section stand in it.
    """
    shift, shift_above = 0, 0  # what stands below the last title that moved: by how much, and down to which level
    section = 0  # level of the new section above
    above: Label | None = None
    for title in _titles(labels, told):
        label = title.label
        if title.told:
            level = title.told.amendment.level or _level(title.told, label, above)
            old = title.told.old_level
            shift, shift_above = (level - old, old) if old else (0, 0)
            is_section = title.told.amendment.what == "section"
            section = level if is_section and not was_section(title.told) else 0 if level <= section else section
        else:
            level = label.level
            if level <= shift_above:
                shift, shift_above = 0, 0
            level = max(1, level + shift)
            kind = label.data.node if isinstance(label.data, Opens) else "article"
            if kind != "article" and level <= section:
                section = 0
            elif section and level <= section:
                level = section + 1
        above = label._replace(level=level)
        if level != label.level:
            for i in title.pieces:
                own = labels[i]
                assert own is not None
                yield i, own._replace(level=level)


def _level(told: Told, label: Label, above: Label | None) -> int:
    """Return the level of a title of which nobody told one: as it was, beside the title above, or below its section."""
    if told.old_level:
        return told.old_level
    if told.amendment.what == "section" or above is None:
        return 1
    is_in_section = isinstance(above.data, Opens) and above.data.node in ("section", "column")
    return above.level + is_in_section


def was_section(told: Told) -> bool:
    data = told.was.data if told.was else None
    return isinstance(data, Opens) and data.node in ("section", "column")


def _titles(labels: Sequence[Label | None], told: Mapping[int, Told]) -> Iterator[_Title]:
    groups: dict[int, list[int]] = {}
    for i, label in enumerate(labels):
        if label and label.role == "title":
            groups.setdefault(label.group, []).append(i)
    for group, pieces in groups.items():
        label = labels[pieces[0]]
        assert label is not None
        yield _Title(tuple(pieces), label, told.get(group))
