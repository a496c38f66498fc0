"""How few corrections set an outline right: the proof that one word of a person moves what belongs to it.

usage: python -m tests.quality.fewest [NAME-part …]
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Iterator
from typing import Any

from reader.export.contract import issue_as_json
from reader.model.amendments import Amendment
from reader.pipeline import Understood, composed, read
from tests.quality.corpus import load_answer, original_names, original_path
from tests.quality.measure import Result, measure
from tests.quality.readings import Outline, squeeze, walk

MOST = 40  # corrections of one bulletin
WORST = 12  # bulletins
LOOKED_AT = 12  # corrections that are tried before each is chosen


def fewest(name: str) -> list[Amendment]:
    """Return corrections that make titles and parents of a bulletin right, each the best that can be said next."""
    answer, understood = load_answer(name), read(original_path(name))
    told: list[Amendment] = []
    outline = _outline(understood, told)
    while _missing(measure(answer, outline)) and len(told) < MOST:
        tried = [[*told, one] for one, _ in zip(_wishes(answer, outline, told), range(LOOKED_AT), strict=False)]
        if not tried:
            break
        outlines = [_outline(understood, wish) for wish in tried]
        left = [_missing(measure(answer, one)) for one in outlines]
        best = min(range(len(tried)), key=left.__getitem__)
        told, outline = tried[best], outlines[best]
    return told


def all_headings(answer: Outline) -> Iterator[Amendment]:
    """Yield all headings of an outline as a person would tell them."""
    for node, _ in walk(answer):
        if node["title"]:
            yield _heading(node)
        for block in node.get("blocks") or []:
            if block["type"] == "subheading":
                yield Amendment("subheading", block["text"], level=block.get("level") or 1)


def is_right(name: str, told: list[Amendment], *, as_outline: bool = False) -> bool:
    """Tell whether corrections make titles and parents of a bulletin right, and lose nothing."""
    understood = read(original_path(name))
    outline = _outline(understood, told, as_outline=as_outline)
    result = measure(load_answer(name), outline, understood.loaded.source.text)
    cover = result.coverage
    return not _missing(result) and cover is not None and (cover.lost, cover.twice) == (0, 0)


def worst_names(count: int = WORST) -> list[str]:
    """Name the bulletins whose titles and parents are read worst."""
    scores = {}
    for name in original_names():
        answer = load_answer(name)
        if answer["nodes"]:
            tallies = measure(answer, _outline(read(original_path(name)), [])).tallies
            scores[name] = tallies["titles"].f1 + tallies["parents"].f1
    return sorted(scores, key=scores.__getitem__)[:count]


def _outline(understood: Understood, told: list[Amendment], *, as_outline: bool = False) -> Outline:
    issue = composed(understood, told, as_outline=as_outline).issue
    outline: Outline = json.loads(json.dumps(issue_as_json(issue)))
    return outline


def _missing(result: Result) -> int:
    """Count what is wrong among titles and parents; a wrong title weighs more, as its parent is wrong with it."""
    titles, parents = (result.tallies[name] for name in ("titles", "parents"))
    return 2 * (len(titles.missed) + len(titles.false)) + len(parents.missed) + len(parents.false)


def _wishes(answer: Outline, outline: Outline, told: list[Amendment]) -> Iterator[Amendment]:
    """Yield what a person would say next: of the headings in their order, those that are wrong."""
    result = measure(answer, outline)
    missed = {item[0] for item in result.tallies["titles"].missed}
    false = {item[0] for item in result.tallies["titles"].false}
    moved = {item[0] for item in result.tallies["parents"].missed}
    cut = {
        squeeze(node["title"]) for node, _ in walk(answer) if any(squeeze(node["title"]) in title for title in false)
    }
    said = {(one.what, squeeze(one.quote)) for one in told}
    for node, _ in walk(outline):
        title = node["title"] or ""
        blocks = [block["text"] for block in node["blocks"] if block.get("text")]
        if not title and "" in false and blocks:
            yield Amendment("join", blocks[-1])
        elif title and squeeze(title) in false and ("text", squeeze(title)) not in said:
            yield Amendment("text", title)
            yield Amendment("subheading", title)
    for node, parent in walk(answer):
        title = node["title"] or ""
        wrong = missed | moved | cut | {squeeze(parent["title"]) for _ in [0] if parent and squeeze(title) in moved}
        if title and squeeze(title) in wrong:
            one = _heading(node)
            if (one.what, squeeze(title)) not in said:
                yield one


def _heading(node: Outline) -> Amendment:
    """Return what is said of a heading that ought to be one."""
    what: Any = "section" if node["kind"] in ("section", "column") and node.get("children") else "article"
    return Amendment(what, node["title"], level=node["level"])


def main(parts: list[str]) -> int:
    """Print how many corrections each of the worst bulletins takes; return 1 where one cannot be set right."""
    names = [name for name in worst_names() if not parts or any(part in name for part in parts)]
    counts = []
    for name in names:
        told = fewest(name)
        counts.append(len(told) if is_right(name, told) else MOST)
        print(f"{name:24} {len(told):3} {'' if is_right(name, told) else 'NOT RIGHT'}", flush=True)
        print("".join(f"    {one.what} {one.level or ''} {one.quote}\n" for one in told), end="")
    print(f"median {statistics.median(counts)}")
    return int(max(counts) >= MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
