"""Ask the library: which articles answer a question, how many, of which periodicals and years, and what they say."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.library.conditions import Asked, asked
from reader.library.folding import canonical, located
from reader.library.query import Asking, parsed, words_of
from reader.library.shelf import IssueLibrary

Order = Literal["best", "newest"]
TITLE_WEIGHT = 8.0  # a word of the title counts as often
BEFORE = 40  # characters that are shown before what was found
LENGTH = 160  # characters of a quotation
MOST_QUOTES = 3  # pieces of a quotation, where the words stand apart
MOST_VALUES = 30  # of one facet
STOPS = "。！？；\n"
RANKED = f"SELECT rowid AS id, bm25(grams, {TITLE_WEIGHT}, 1.0) AS rank FROM grams WHERE grams MATCH ?"
FACETS = {
    "periodical": "i.title",
    "year": "substr(i.date, 1, 4)",
    "format": "i.format",
}
COUNTED = {"deadline": "a.deadlines > 0", "figure": "a.figures > 0", "contact": "a.contacts > 0"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of a text: `lit` are the ranges of it that were asked for."""

    text: str
    lit: tuple[tuple[int, int], ...] = ()
    is_cut_before: bool = False
    is_cut_after: bool = False


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that answers a question."""

    id: int
    path: str
    is_missing: bool
    issue: str
    date: str
    node: str
    title: str
    score: float
    quotes: tuple[Quote, ...]

    @property
    def quote(self) -> str:
        return " … ".join(quote.text for quote in self.quotes)


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits that were asked for, and how many there are of which kinds."""

    hits: tuple[ArticleHit, ...]
    total: int
    facets: dict[str, dict[str, int]]
    seconds: float


@dataclass(frozen=True)
class Traces:
    """What the user did, that a question can ask for: what he read, and his tags and stars (`*`)."""

    read: Iterable[tuple[str, str]] = field(default=())  # edition and key of each article
    labels: Iterable[tuple[str, str]] = field(default=())  # hash of an issue and label


Bring = Callable[[], Traces]  # asked only where the question is about them


def search(
    library: IssueLibrary,
    question: str,
    limit: int = 50,
    *,
    order: Order = "best",
    skip: int = 0,
    traces: Bring = Traces,
) -> Answer:
    """Answer a question with the first hits, one an article; a limit of 0 gives all.

    Raises `ReaderError` with one sentence for a question that cannot be read.
    """
    began = time.perf_counter()
    tree = parsed(question)
    ready = asked(tree)
    find(library, ready, traces)
    total = library.base.rows("SELECT count(*) FROM temp.found")[0][0]
    hits = _hits(library, words_of(tree), limit, order, skip)
    facets = _facets(library)
    return Answer(tuple(hits), total, facets, time.perf_counter() - began)


def find(library: IssueLibrary, ready: Asked, traces: Bring = Traces) -> None:
    """Put the articles that answer into the table `found` of this connection."""
    base = library.base
    base.run("CREATE TEMP TABLE IF NOT EXISTS found (id INTEGER PRIMARY KEY, rank REAL NOT NULL)")
    base.run("DELETE FROM temp.found")
    if ready.needs_marks:
        _bring_marks(library, traces())
    where = " AND ".join(ready.conditions) or "1"
    if ready.match and not ready.conditions:
        base.run(f"INSERT INTO temp.found {RANKED}", (ready.match,))
        return
    ranked = f"({RANKED}) g JOIN articles a ON a.id = g.id" if ready.match else "articles a"
    rank, values = ("g.rank", [ready.match]) if ready.match else ("0.0", [])
    base.run(
        f"INSERT INTO temp.found SELECT a.id, {rank} FROM {ranked} JOIN issues i ON i.id = a.issue WHERE {where}",
        [*values, *ready.values],
    )


def new_since(library: IssueLibrary, moment: int) -> int:
    """Count the articles of the last answer whose issues were read in after a moment (microseconds)."""
    rows = library.base.rows(
        "SELECT count(*) FROM temp.found f JOIN articles a ON a.id = f.id JOIN issues i ON i.id = a.issue "
        "WHERE i.taken > ?",
        (moment,),
    )
    return int(rows[0][0])


def _bring_marks(library: IssueLibrary, traces: Traces) -> None:
    base = library.base
    for table, columns, rows in (("seen", "edition, key", traces.read), ("labels", "sha256, label", traces.labels)):
        base.run(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({columns}, PRIMARY KEY ({columns})) WITHOUT ROWID")
        base.run(f"DELETE FROM temp.{table}")
        base.run_many(f"INSERT OR IGNORE INTO temp.{table} VALUES (?, ?)", list(rows))


def _hits(library: IssueLibrary, words: Sequence[Asking], limit: int, order: Order, skip: int) -> Iterable[ArticleHit]:
    by = "f.rank, i.date DESC, a.id" if order == "best" else "i.date DESC, f.rank, a.id"
    rows = library.base.rows(
        f"""SELECT a.id, a.node, a.title, a.is_titled, i.title AS periodical, i.number, i.printed, i.name, i.date,
            f.rank, e.path, e.is_missing FROM temp.found f JOIN articles a ON a.id = f.id
            JOIN issues i ON i.id = a.issue LEFT JOIN files e ON e.id = (
                SELECT id FROM files o WHERE o.sha256 = i.sha256 ORDER BY o.is_missing, o.id LIMIT 1)
        ORDER BY {by} LIMIT ? OFFSET ?""",
        (limit or -1, skip),
    )
    for row in rows:
        named = (row["periodical"], row["number"] or row["printed"])
        title = row["title"] if row["is_titled"] else ""
        yield ArticleHit(
            id=row["id"],
            path=row["path"] or "",
            is_missing=bool(row["is_missing"]),
            issue=" ".join(filter(None, named)) if row["periodical"] else row["name"],
            date=row["date"],
            node=row["node"],
            title=row["title"],
            score=abs(round(row["rank"], 4)),
            quotes=quotes((title, *library.texts(row["id"])), words),
        )


def _facets(library: IssueLibrary) -> dict[str, dict[str, int]]:
    """Count the answers by what tells them apart, the most frequent first."""
    counted = ", ".join(f"sum({condition})" for condition in COUNTED.values())
    rows = library.base.rows(
        f"SELECT a.issue, count(*), {counted} FROM temp.found f JOIN articles a ON a.id = f.id GROUP BY a.issue"
    )
    told = {row[0]: row[1:] for row in library.base.rows(f"SELECT i.id, {', '.join(FACETS.values())} FROM issues i")}
    facets: dict[str, Counter[str]] = {name: Counter() for name in (*FACETS, "has")}
    for issue, times, *counts in rows:
        for name, value in zip(FACETS, told.get(issue, ()), strict=False):
            facets[name][value] += times
        facets["has"].update(dict(zip(COUNTED, counts, strict=True)))
    return {
        name: {value: n for value, n in counter.most_common(MOST_VALUES) if value and n}
        for name, counter in facets.items()
    }


def quotes(texts: Sequence[str], words: Sequence[Asking]) -> tuple[Quote, ...]:
    """Return the pieces of an article in which words stand that were asked for; without words, how it opens."""
    title, *running = texts
    wanted = {word.form: word.in_title for word in words}
    running_words = [word for word in words if not word.in_title]
    # Most words stand as they were typed: then few texts have to be folded.
    for text in running if running_words else ():
        if all(word.shown in text for word in running_words):
            return (_quote(text, [word.form for word in running_words]),)
    found: list[Quote] = []
    forms = {at: canonical(text) for at, text in enumerate(running)} if wanted else {}
    missing = {word.form for word in running_words}
    while missing and len(found) < MOST_QUOTES:
        at = max(forms, key=lambda number: sum(form in forms[number] for form in missing), default=-1)
        held = {form for form in missing if at >= 0 and form in forms[at]}
        if not held:
            break
        found.append(_quote(running[at], held))
        missing -= held
    if not found and title and any(form in canonical(title) for form in wanted):
        return (_quote(title, wanted),)
    return tuple(found) or (_quote(next((text for text in running if text.strip()), title), ()),)


def _quote(text: str, forms: Iterable[str]) -> Quote:
    """Cut the piece of a text in which forms stand, with the words of its sentence around the first."""
    form, offsets = located(text)
    places = sorted(place for wanted in forms for place in _places(form, offsets, wanted))
    first, last = places[0] if places else (0, 0)
    start = max(0, first - BEFORE)
    stop = max(text.rfind(sign, start, first) for sign in STOPS) + 1 if first else 0
    start = max(start, stop) if first > BEFORE or stop else 0
    end = min(len(text), max(start + LENGTH, last))
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    lit = tuple((a - start - lead, b - start - lead) for a, b in places if start <= a and b <= end)
    shown = piece.strip()
    return Quote(" ".join(shown.split("\n")), lit, start > 0, end < len(text))


def _places(form: str, offsets: Sequence[int], wanted: str) -> list[tuple[int, int]]:
    """Return where a form stands in a text, as offsets of that."""
    places, at = [], form.find(wanted)
    while at >= 0:
        places.append((offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = form.find(wanted, at + len(wanted))
    return places
