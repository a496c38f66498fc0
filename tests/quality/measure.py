"""Compare what was understood of a bulletin with the right answer; whitespace never counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from tests.quality.readings import Item, Outline, Readings, digest, digest_in, readings_of, squeeze, walk

BODY_TYPES = frozenset({"paragraph", "list_item", "editor_note", "note", "contact"})
MEASURES = (
    "headings",  # titles and subheads together: found, whatever taken for
    "titles",
    "parents",
    "subheads",
    "body",
    "placed",
    "tables",
    "footnotes",
    "refs",
    "bylines",
    "meta",
    "captions",
    "contents",
    "highlights",
)
FACTS = ("title", "number", "date", "publisher")
_DIGEST = re.compile(r"[0-9a-f]{10}")


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits of one measure, with what is missed and what is falsely there."""

    hits: int
    missed: tuple[Item, ...]
    false: tuple[Item, ...]

    @property
    def expected(self) -> int:
        return self.hits + len(self.missed)

    @property
    def applies(self) -> bool:
        """Tell whether there is anything to compare."""
        return bool(self.hits or self.missed or self.false)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, 1 when there is nothing to compare."""
        return 2 * self.hits / (2 * self.hits + len(self.missed) + len(self.false)) if self.applies else 1.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Visible source characters shown nowhere or twice, and shown characters that the source lacks."""

    lost: int
    twice: int
    alien: int


@dataclass(frozen=True, slots=True)
class Result:
    """All that was measured of one bulletin."""

    tallies: dict[str, Tally]
    order: float
    facts: dict[str, bool]  # facts of the masthead that the right answer states
    coverage: Coverage | None

    def value(self, name: str) -> float | None:
        """Give one measure as a number, None where the bulletin has nothing of the kind."""
        if name == "order":
            return self.order
        if name == "masthead":
            return sum(self.facts.values()) / len(self.facts) if self.facts else None
        if name in ("lost", "twice", "alien"):
            return None if self.coverage is None else float(getattr(self.coverage, name))
        tally = self.tallies[name]
        return tally.f1 if tally.applies else None


def measure(expected: Outline, actual: Outline, source: str | None = None) -> Result:
    """Compare two outlines; with the source text, also check that every character is accounted for."""
    readings = readings_of(expected, frozenset({_issue_title(expected), _issue_title(actual)} - {""}))
    want, have = _collect(expected, readings), _collect(actual, readings)
    tallies = {name: _tally(name, want[name], have[name], readings.optional) for name in MEASURES}
    order = order_ratio([item[0] for item in want["body"]], [item[0] for item in have["body"]])
    stated, found = expected.get("issue") or {}, actual.get("issue") or {}
    facts = {name: squeeze(stated[name]) == squeeze(found.get(name)) for name in FACTS if stated.get(name)}
    return Result(tallies, order, facts, None if source is None else cover(actual, source))


def order_ratio(expected: list[str], actual: list[str]) -> float:
    """Give the share of common texts that stand in the same order: the longest increasing run."""
    place: dict[str, int] = {}
    for index, text in enumerate(actual):
        place.setdefault(text, index)
    common = [place[text] for text in dict.fromkeys(expected) if text in place]
    tails: list[int] = []
    for index in common:
        at = bisect_left(tails, index)
        tails[at : at + 1] = [index]
    return len(tails) / len(common) if common else 1.0


def cover(actual: Outline, source: str) -> Coverage:
    """Count visible characters that lie in no span or in two, and shown ones not found in their spans."""
    steps = [0] * (len(source) + 1)
    for start, end in _all_spans(actual):
        low, high = max(0, start), min(len(source), end)
        if low < high:
            steps[low] += 1
            steps[high] -= 1
    depths = [depth for char, depth in zip(source, accumulate(steps), strict=False) if not char.isspace()]
    alien = sum(_strangers(block, source) for node, _ in walk(actual) for block in node.get("blocks") or [])
    return Coverage(depths.count(0), sum(depth > 1 for depth in depths), alien)


def words_of(*outlines: Outline) -> dict[str, str]:
    """Map the digests that tallies show back to readable beginnings."""
    words = {}
    for outline in outlines:
        for node, _ in walk(outline):
            for text in _texts(node):
                words[digest(text)] = squeeze(text)[:44]
    return words


def _issue_title(outline: Outline) -> str:
    return squeeze((outline.get("issue") or {}).get("title"))


def _tally(name: str, expected: Iterable[Item], actual: Iterable[Item], optional: frozenset[str]) -> Tally:
    want, have = Counter(expected), Counter(actual)
    missed = (item for item in (want - have).elements() if optional.isdisjoint(item) and not _unnamed(name, item))
    return Tally((want & have).total(), tuple(missed), tuple((have - want).elements()))


def _unnamed(name: str, item: Item) -> bool:
    """Tell of matter without a title: it need not be an article of its own."""
    return name in ("headings", "titles", "parents") and not item[0]


def _collect(outline: Outline, readings: Readings) -> dict[str, list[Item]]:
    items: dict[str, list[Item]] = {name: [] for name in MEASURES}
    for node, parent in walk(outline):
        title = readings.title(node)
        if title or not node.get("children"):
            items["headings"].append((title,))
            items["titles"].append((title,))
            items["parents"].append((title, readings.title(parent)))
        items["bylines"] += [(title, _hashed(name)) for name in (node.get("byline") or {}).get("names") or []]
        items["meta"] += [
            (title, squeeze(line.get("label")), digest_in(line, "sha", "value")) for line in node.get("meta") or []
        ]
        items["footnotes"] += [_footnote(note) for note in node.get("footnotes") or []]
        for block in node.get("blocks") or []:
            _collect_block(title, block, items, readings)
    items["contents"] = [
        (squeeze(entry.get("title")), str(entry.get("page") or "")) for entry in outline.get("contents") or []
    ]
    items["highlights"] = [
        (squeeze(entry if isinstance(entry, str) else entry.get("title")),) for entry in outline.get("highlights") or []
    ]
    return items


def _collect_block(title: str, block: Outline, items: dict[str, list[Item]], readings: Readings) -> None:
    kind = block["type"]
    if kind == "subheading":
        words = readings.subheading(block)
        items["subheads"].append((words,))
        items["headings"].append((words,))
    elif kind == "table":
        cells = "".join(cell or "" for row in block.get("rows") or [] for cell in row)
        items["tables"].append((block.get("flat") or digest(cells),))
    elif kind == "caption":
        items["captions"].append((readings.text(block),))
    elif kind in BODY_TYPES and (line := readings.label_line(block)):
        items["meta"].append(line)
    elif kind in BODY_TYPES:
        name = readings.text(block)
        items["body"].append((name,))
        items["placed"].append((title, name))
        items["refs"] += [(name, str(ref["marker"])) for ref in block.get("refs") or []]


def _footnote(note: Outline) -> Item:
    url = note.get("url_sha") or (digest(note["url"]) if note.get("url") else "")
    return str(note.get("marker")), digest_in(note, "sha", "text"), url


def _hashed(value: str) -> str:
    return value if _DIGEST.fullmatch(value) else digest(value)


def _texts(node: Outline) -> Iterator[str]:
    yield from (node.get("byline") or {}).get("names") or []
    for line in node.get("meta") or []:
        yield line.get("value") or ""
    for note in node.get("footnotes") or []:
        yield note.get("text") or ""
        yield note.get("url") or ""
    for block in node.get("blocks") or []:
        yield block.get("text") or "".join(cell or "" for row in block.get("rows") or [] for cell in row)


def _all_spans(outline: Outline) -> Iterator[tuple[int, int]]:
    masthead = outline.get("issue") or {}
    holders: list[Any] = [masthead, *(outline.get("contents") or []), *(outline.get("highlights") or [])]
    for node, _ in walk(outline):
        yield from node.get("title_spans") or []
        holders += [node.get("byline"), *(node.get("meta") or []), *(node.get("blocks") or [])]
        holders += node.get("footnotes") or []
    for holder in holders:
        if isinstance(holder, dict):
            yield from holder.get("spans") or []
    for field in ("title_spans", "number_spans", "date_spans", "publisher_spans"):
        yield from masthead.get(field) or []
    for entry in outline.get("dropped") or []:
        yield entry["start"], entry["end"]


def _strangers(block: Outline, source: str) -> int:
    """Count visible characters of a block that do not follow in order in its own spans."""
    if not block.get("text") or not block.get("spans"):
        return 0
    held = squeeze("".join(source[start:end] for start, end in block["spans"]))
    shown, at, strange = squeeze(block["text"]), 0, 0
    for char in shown:
        found = held.find(char, at)
        if found < 0:
            # Nothing after the first stranger can be in order any more.
            strange += 1
            at = len(held)
        else:
            at = found + 1
    return strange
