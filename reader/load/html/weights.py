"""How much each part of a page holds of what: characters, linked ones, prose."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from reader.load.html.face import HEADINGS, Face
from reader.load.html.tree import Tree

PROSE_LEAST = 16  # characters of a text that can be prose
NOTHING = (0,) * 7
SENTENCE = re.compile(r"[，。；！？]|[a-z][,.;] ")


class Weight(NamedTuple):
    """What a range of nodes holds."""

    chars: int  # that are shown
    linked: int  # of them
    prose: int  # of them in running text outside links
    links: int
    headings: int
    tables: int
    pictures: int


class Weights:
    """The weights of all nodes; `of(at)` is that of a node with all in it."""

    def __init__(self, tree: Tree, faces: Sequence[Face]) -> None:
        self._tree = tree
        self._sums = tuple(array("q", [0]) for _ in Weight._fields)
        total = [0] * len(Weight._fields)
        for node, face in zip(tree, faces, strict=True):
            own = _own(node.tag, node.text, face)
            for k, sums in enumerate(self._sums):
                total[k] += own[k]
                sums.append(total[k])

    def of(self, at: int) -> Weight:
        """Weigh a node and all in it."""
        return self.between(at, self._tree[at].end)

    def between(self, start: int, end: int) -> Weight:
        """Weigh the nodes `[start, end)`."""
        return Weight(*(sums[end] - sums[start] for sums in self._sums))


def _own(tag: str, text: str, face: Face) -> tuple[int, ...]:
    if face.silent or face.hidden:
        return NOTHING
    if tag:
        return (0, 0, 0, tag == "a", tag in HEADINGS, tag == "table", tag == "img")
    chars = len("".join(text.split()))
    prose = chars if chars >= PROSE_LEAST and not face.linked and SENTENCE.search(text) else 0
    return (chars, chars if face.linked else 0, prose, 0, 0, 0, 0)
