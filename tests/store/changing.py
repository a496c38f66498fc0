"""Change texts as files change between two openings, knowing where every kept character went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NEW_WORDS = "另据悉有关方面表示将继续推进此项事宜并适时公布进展情况"


@dataclass(frozen=True)
class Changed:
    """A changed text; `origins` holds for each of its characters the offset in the old one, or -1."""

    text: str
    origins: tuple[int, ...]

    def kept(self, start: int, end: int) -> list[int]:
        """Return where the characters `[start, end)` of the old text are now."""
        return [at for at, origin in enumerate(self.origins) if start <= origin < end]


Change = Callable[[Changed, Random], Changed]


def seed_texts() -> list[str]:
    """Return the texts of the sample issues."""
    return [path.read_text("utf-8") for path in sorted(SEEDS.iterdir())]


def unchanged(text: str) -> Changed:
    """Return a text as it is."""
    return Changed(text, tuple(range(len(text))))


def _spliced(changed: Changed, edits: Sequence[tuple[int, int, str]]) -> Changed:
    """Replace ranges, given from the last to the first."""
    texts: list[str] = []
    origins: list[int] = []
    at = 0
    for start, end, new in reversed(edits):
        texts += [changed.text[at:start], new]
        origins += [*changed.origins[at:start], *([-1] * len(new))]
        at = end
    return Changed("".join((*texts, changed.text[at:])), (*origins, *changed.origins[at:]))


def with_crlf(changed: Changed, _random: Random) -> Changed:
    """End every line as Windows does."""
    breaks = [at for at, sign in enumerate(changed.text) if sign == "\n"]
    return _spliced(changed, [(at, at, "\r") for at in reversed(breaks)])


def rewrapped(changed: Changed, random: Random) -> Changed:
    """Break long lines anew, at another width."""
    width = random.randint(12, 50)
    edits, column = [], 0
    for at, sign in enumerate(changed.text):
        column = 0 if sign == "\n" else column + 1
        if column == width:
            edits.append((at, at, "\n"))
            column = 0
    return _spliced(changed, edits[::-1])


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def with_new_paragraphs(changed: Changed, random: Random) -> Changed:
    """Put new paragraphs between the old ones."""
    places = sorted(random.sample(_paragraphs(changed.text), 4), reverse=True)
    edits = []
    for start, _ in places:
        words = "".join(random.choices(NEW_WORDS, k=random.randint(20, 120)))
        edits.append((start, start, f"{words}。\n"))
    return _spliced(changed, edits)


def without_some_lines(changed: Changed, random: Random) -> Changed:
    """Take some lines out."""
    lines = _paragraphs(changed.text)
    gone = sorted(random.sample(lines, max(1, len(lines) // 12)), reverse=True)
    return _spliced(changed, [(start, end, "") for start, end in gone])


def with_other_words(changed: Changed, random: Random) -> Changed:
    """Change a few characters here and there, as one who corrects does."""
    places = sorted(random.sample(range(len(changed.text)), len(changed.text) // 60), reverse=True)
    edits = [(at, at + 1, random.choice(NEW_WORDS)) for at in places if not changed.text[at].isspace()]
    return _spliced(changed, edits)


def with_articles_moved(changed: Changed, random: Random) -> Changed:
    """Cut the text in three and put the last part before the middle one."""
    first, last = sorted(start for start, _ in random.sample(_paragraphs(changed.text), 2))
    text, origins = changed.text, changed.origins
    return Changed(
        text[:first] + text[last:] + "\n" + text[first:last],
        (*origins[:first], *origins[last:], -1, *origins[first:last]),
    )
