"""Measure the library: `python -m tests.benchmarks.library [ISSUES]`.

Issues are printed anew from the sentences of the samples, each with numbers of its own. Prints how fast they are put in
and whether the last cost more than the first, the bytes of the file for each character, and how long questions take.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from reader.library import FILE_NAME, IssueLibrary, Seen, search
from reader.library.held import HeldArticle, HeldIssue
from tests.benchmarks.figures import seed_text

ISSUES = 300
ARTICLES = 14  # of an issue
PARAGRAPHS = 10  # of an article
BATCH = 32  # issues that are written at once, as reading in does
QUESTIONS = 100
FIRST = 50  # hits of a page
SENTENCE = re.compile(r"[^。\n]{12,}。?")
DIGITS = re.compile(r"\d")


def main(arguments: list[str]) -> int:
    """Print characters a second, the cost of the last tenth against the first, bytes a character, and latencies."""
    count = int(arguments[0]) if arguments else ISSUES
    dice = random.Random(1)
    sentences = SENTENCE.findall(seed_text())
    with tempfile.TemporaryDirectory() as folder, IssueLibrary(Path(folder) / FILE_NAME) as library:
        characters, seconds = _put(library, count, sentences, dice)
        library.tidy()
        library.base.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        tenth = max(1, len(seconds) // 10)
        ratio = (sum(seconds[-tenth:]) / tenth) / (sum(seconds[:tenth]) / tenth)
        print(f"{count:,} issues, {characters:,} characters: {characters / sum(seconds):,.0f} a second")
        print(f"the last tenth costs {ratio:.2f}x the first, {size / characters:.1f} bytes a character")
        _ask(library, sentences, dice)
    return 0


def _put(library: IssueLibrary, count: int, sentences: Sequence[str], dice: random.Random) -> tuple[int, list[float]]:
    """Put issues in; return their characters and the seconds of each batch."""
    characters, seconds = 0, []
    for first in range(0, count, BATCH):
        batch = [_issue(number, sentences, dice) for number in range(first, min(count, first + BATCH))]
        characters += sum(issue.characters for _seen, issue in batch)
        began = time.perf_counter()
        library.put(batch)
        seconds.append((time.perf_counter() - began) / len(batch))
    return characters, [each * BATCH for each in seconds]


def _issue(number: int, sentences: Sequence[str], dice: random.Random) -> tuple[Seen, HeldIssue]:
    articles = []
    for at in range(ARTICLES):
        texts = tuple(_printed("".join(dice.sample(sentences, 2)), dice) for _ in range(PARAGRAPHS))
        articles.append(HeldArticle(f"n{at}", "article", dice.choice(sentences)[:18], True, f"k{at}", texts))
    characters = sum(len(text) for article in articles for text in article.texts)
    date = f"{2010 + number % 15}-{1 + number % 12:02}"
    issue = HeldIssue(
        f"{number:064x}", f"{number}.txt", "text", f"刊物{number % 40}", f"第{number}期", date, date, "", f"{number:x}",
        characters, tuple(articles),
    )  # fmt: skip
    return Seen(f"/issues/{number}.txt", characters, number), issue


def _printed(text: str, dice: random.Random) -> str:
    """Give a text numbers of its own."""
    return DIGITS.sub(lambda _digit: str(dice.randrange(10)), text)


def _ask(library: IssueLibrary, sentences: Sequence[str], dice: random.Random) -> None:
    """Print how long the first hits take, with all counts and facets."""
    taken = []
    for _ in range(QUESTIONS):
        sentence = dice.choice(sentences)
        at = dice.randrange(max(1, len(sentence) - 6))
        words = sentence[at : at + dice.choice((1, 2, 2, 3, 4, 6))].strip().replace('"', "")
        if words:
            answer = search(library, f'"{words}"', FIRST)
            taken.append((answer.seconds * 1000, answer.total))
    taken.sort()
    median, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"the first {FIRST} hits with counts and facets: median {median[0]:.1f} ms, p95 {late[0]:.1f} ms")
    print(f"hits: median {sorted(total for _, total in taken)[len(taken) // 2]}, most {max(t for _, t in taken)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
