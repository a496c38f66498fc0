"""Read the case files: sentences, and below each the figures that are to be read in it.

    == A title that says what the sentences share
    工期不超过18个月，总投资3.2亿元。
      duration 18个月 ≤ 18 mo
      money 3.2亿元 = 320000000 CNY

A line that is not indented is a sentence; an indented one a figure: its kind, its surface without spaces, what
bounds it, its value (`low..high` of a range) and its unit, if it has one. A sentence without such lines has no
figure. A title that speaks of Taiwan makes 元 its dollar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reader.extract import figures_of
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.mentions import Figure, Value

CASES = Path(__file__).resolve().parents[1] / "cases"
OF_TAIWAN = "（新臺幣）"


@dataclass(slots=True)
class Sentence:
    """A sentence of a case and the figures that are to be read in it."""

    file: str
    title: str
    text: str
    figures: list[str] = field(default_factory=list)


def read_sentences() -> Iterator[Sentence]:
    """Yield the sentences of all case files."""
    for path in sorted(CASES.glob("*.txt")):
        title, sentence = "", None
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("== "):
                title = line[3:]
            elif line.startswith("  ") and sentence:
                sentence.figures.append(line.strip())
            elif line.strip():
                if sentence:
                    yield sentence
                sentence = Sentence(path.stem, title, line.strip())
        if sentence:
            yield sentence


def issue_of(text: str, *, after: str = "") -> Issue:
    """Return an issue whose only paragraph is `text`; `after` stands behind it in the source, shown nowhere."""
    source = Source("bulletin.txt", "", "text", "utf-8", text + after)
    block = Block("paragraph", Text((Run(text, 0),)), (Span(0, len(text)),))
    return Issue(source, Masthead(), (), (), (Node("n1", "article", 1, Text(), blocks=(block,)),), ())


def figures_in(text: str, title: str = "") -> tuple[Figure, ...]:
    """Take the figures out of a sentence."""
    return figures_of(issue_of(text, after=OF_TAIWAN if "Taiwan" in title else ""))


def told(figure: Figure) -> str:
    """Write a figure as the case files do."""
    value = _plain(figure.value_low) + (f"..{_plain(figure.value_high)}" if figure.value_high is not None else "")
    surface = "".join(figure.surface.split())
    return " ".join(part for part in (figure.kind, surface, figure.comparator, value, figure.unit) if part)


def _plain(value: Value) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)
