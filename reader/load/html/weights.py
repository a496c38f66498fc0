"""How much each part of a page holds of what: characters, linked ones, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.load.html.face import HEADINGS, Face
from reader.load.html.tree import Tree

PROSE_LEAST = 16  # characters of a text that can be prose
SENTENCE = re.compile(r"[，。；！？]|[a-z]{2,}[,.;] ")


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
        rows = [_own(node.tag, node.text, face) for node, face in zip(tree, faces, strict=True)]
        self._sums = [list(accumulate(column, initial=0)) for column in zip(*rows, strict=True)]

    def of(self, at: int) -> Weight:
        """Weigh a node and all in it."""
        return self.between(at, self._tree[at].end)

    def between(self, start: int, end: int) -> Weight:
        """Weigh the nodes `[start, end)`."""
        return Weight(*(sums[end] - sums[start] for sums in self._sums))


def _own(tag: str, text: str, face: Face) -> tuple[int, ...]:
    if face.silent or face.hidden:
        return (0,) * len(Weight._fields)
    if tag:
        return (0, 0, 0, tag == "a", tag in HEADINGS, tag == "table", tag == "img")
    chars = len("".join(text.split()))
    prose = chars if chars >= PROSE_LEAST and not face.linked and SENTENCE.search(text) else 0
    return (chars, chars if face.linked else 0, prose, 0, 0, 0, 0)
