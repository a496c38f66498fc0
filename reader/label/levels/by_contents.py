"""Ranks of headings by the printed contents list, the best evidence there is, in files that set headings like text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.label.levels.headings import Heading
from reader.label.levels.ranks import Rank, kind_of, with_sublevels


def by_contents(found: Sequence[Heading], flat: bool, sections: bool) -> list[Rank]:
    """Rank headings by the contents; a `flat` list says nothing of levels, the body does.

    `sections`: the list names some, whether the body prints them or not.
    """
    levels = levels_of_flat(found) if flat else [h.listed for h in found]
    nested = any(level > 1 for level in levels) and (sections or 1 in levels)
    ranks = []
    for h, level in zip(found, levels, strict=True):
        if level:
            kind = "section" if level == 1 and nested else kind_of(h)
            ranks.append(Rank(True, level if nested else 1, kind, "level of the contents"))
        elif h.strong:
            ranks.append(Rank(True, 2 if nested else 1, kind_of(h), "signature of an article"))
        elif h.signature == "spaced" and h.follows == "heading":
            ranks.append(Rank(True, 1, "section", "letter-spaced above a heading"))
        else:
            ranks.append(Rank(False, 1, "", "not in the contents"))
    return with_sublevels(found, ranks)


def levels_of_flat(found: Sequence[Heading]) -> list[int]:
    """Find the sections of a flat list: short titles directly above another; short titles are their peers."""
    out = []
    inside = False
    for h in found:
        if not h.listed:
            out.append(0)
            continue
        section = h.listed == 1 or h.short and h.follows == "heading"
        inside = section or inside and not h.short
        out.append(2 if inside and not section else 1)
    return out
