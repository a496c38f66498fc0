"""Which articles of an issue are meant: by number, by title, by a part of a title."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.document import Issue, Node
from reader.model.errors import ReaderError
from reader.model.shown import is_readable, title_of
from reader.text.fold import IGNORABLE, fold

MOST_CANDIDATES = 5
LONGEST_TITLE = 30  # characters of a title in a sentence
SPACES = str.maketrans("", "", IGNORABLE)


def picked(issue: Issue, wishes: Sequence[str]) -> frozenset[str] | None:
    """Return the ids of the nodes that are wished for, each with all below it; None, the whole issue, without a wish.

    A number counts the articles as they are read, from 1. A title may be that of a section too; width, case and spaces
    of a title do not matter. Raises `ReaderError` where a wish fits nothing or several, and names candidates.
    """
    if not wishes:
        return None
    return frozenset(_one(issue, wish).id for wish in wishes)


def _one(issue: Issue, wish: str) -> Node:
    readable = [node for node in issue.walk() if is_readable(node)]
    if wish.isdecimal() and 1 <= int(wish) <= len(readable):
        return readable[int(wish) - 1]
    wanted = _folded(wish)
    nodes = list(issue.walk())
    titles = [_folded(title_of(node)) for node in nodes]
    exact = [node for node, title in zip(nodes, titles, strict=True) if title == wanted]
    found = exact or [node for node, title in zip(nodes, titles, strict=True) if wanted and wanted in title]
    if len(found) == 1:
        return found[0]
    names = {node.id: f"{number} {_short(node)}" for number, node in enumerate(readable, 1)}
    if found:
        raise ReaderError(
            "“{wish}” fits several articles of “{file}”: {candidates}; give more of the title, or the number.",
            wish=wish, file=issue.source.name, candidates=_listed(found, names),
        )  # fmt: skip
    near = sorted(nodes, key=lambda node: -_likeness(wanted, _folded(title_of(node))))
    raise ReaderError(
        "“{file}” has no article “{wish}”; it has {count}, the likeliest being {candidates}.",
        wish=wish, file=issue.source.name, count=len(readable), candidates=_listed(near, names),
    )  # fmt: skip


def _folded(text: str) -> str:
    return "".join(fold(text).translate(SPACES).split())


def _likeness(wanted: str, title: str) -> float:
    from difflib import SequenceMatcher  # only a title that is not found needs it

    return SequenceMatcher(None, wanted, title[: 4 * LONGEST_TITLE]).ratio()


def _short(node: Node) -> str:
    title = " ".join(title_of(node).split())
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…"


def _listed(nodes: Sequence[Node], names: dict[str, str]) -> str:
    """Name nodes: an article with its number, a section by its title."""
    shown = [names.get(node.id, _short(node)) for node in nodes[:MOST_CANDIDATES]]
    return ", ".join(shown) + (", …" if len(nodes) > MOST_CANDIDATES else "")
