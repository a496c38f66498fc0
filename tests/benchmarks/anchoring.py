"""Measure keeping and placing marks in a big text: `python -m tests.benchmarks.anchoring [MEGABYTES]`."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from reader.model.document import Issue, Masthead, Source, Span
from reader.model.marks import Highlight, new_id
from reader.store import Edit, Library, make_locator, normalise, place_all
from tests.benchmarks.figures import joined_copies, seed_text

MEGABYTES = 10.0
MARKS = 200
LENGTHS = (4, 20, 60, 150)

Result = TypeVar("Result")


def main(arguments: list[str]) -> int:
    """Print the milliseconds of each step."""
    megabytes = float(arguments[0]) if arguments else MEGABYTES
    seeds = seed_text()
    text = joined_copies(seeds, max(1, round(megabytes * 1_000_000 / len(seeds.encode()))))
    random = Random(1)
    spans = [Span(at, at + random.choice(LENGTHS)) for at in random.sample(range(len(text) - max(LENGTHS)), MARKS)]
    print(f"{len(text):,} characters, {MARKS} marks")
    squeezed = _timed("normalise", lambda: normalise(text))
    made = _timed(f"make {MARKS} anchors", lambda: [make_locator(squeezed, "k", [span]) for span in spans])
    locators = [locator for locator in made if locator is not None]
    for name, changed in (
        ("the same text", text),
        ("CRLF and a new beginning", "新的开头。\r\n" + text.replace("\n", "\r\n")),
        ("other words", text.replace("技术", "工艺").replace("发展", "成长").replace("，", "、").replace("2", "7")),
        ("another text", "".join(random.sample(text, len(text)))),
    ):
        new = normalise(changed)
        placed = _timed(f"place in {name}", lambda new=new: place_all(new, locators))  # type: ignore[misc]
        print(f"  {sum(placement is not None for placement in placed)} of {len(locators)} placed")
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.sqlite3") as library:
        issue = Issue(Source("a.txt", "00", "text", "utf-8", text), Masthead(), (), (), (), ())
        _timed("recognise a new issue", lambda: library.recognise(issue, squeezed))
        _timed("recognise it again", lambda: library.recognise(issue, squeezed))
        edits = [Edit(None, Highlight(new_id(), locator)) for locator in locators]
        _timed(f"write {len(edits)} marks, one by one", lambda: [library.apply([edit]) for edit in edits])
        _timed("list them", lambda: library.marks("k"))
        _timed("ask for changes", lambda: library.changes_since(library.changes_since(-1).cursor))
        _timed("open the library again", lambda: Library(library.path).close())
    return 0


def _timed(name: str, work: Callable[[], Result]) -> Result:
    started = time.perf_counter()
    result = work()
    print(f"{name}: {(time.perf_counter() - started) * 1000:.1f} ms")
    return result


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
