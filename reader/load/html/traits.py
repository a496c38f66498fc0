"""What can be seen of a row: how long it is, how much of it is linked, how large, heavy and coloured it is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.load.html.rows import BLANK, Row


class Trait(NamedTuple):
    """The looks of one row."""

    text: str  # without outer spaces
    chars: int  # without spaces
    linked: float  # share of the characters in links
    size: float  # of most characters, 1 being the page's ordinary size
    bold: bool  # all of it
    color: str  # of most characters
    align: str
    heading: int  # 1 to 6 where all of it stands in <h1> to <h6>
    urls: tuple[str, ...]

    @property
    def width(self) -> float:
        """Return the width in em."""
        return len(self.text) - 0.5 * len(self.text.encode("ascii", "ignore"))


def traits_of(rows: Iterable[Row]) -> list[Trait]:
    """Look at all rows."""
    return [_trait(row) for row in rows]


def _trait(row: Row) -> Trait:
    chars = linked = light = 0
    sizes: Counter[float] = Counter()
    colors: Counter[str] = Counter()
    heading = 7
    urls: list[str] = []
    for text, face, _ in row.chunks:
        count = len("".join(text.split()))
        if not count:
            continue
        chars += count
        linked += count * face.linked
        light += count * (not face.bold)
        sizes[round(face.size, 2)] += count
        colors[face.color] += count
        heading = min(heading, face.heading or 0)
        if face.url and (not urls or urls[-1] != face.url):
            urls.append(face.url)
    return Trait(
        row.text.strip(BLANK),
        chars,
        linked / chars if chars else 0.0,
        sizes.most_common(1)[0][0] if sizes else 1.0,
        not light,
        colors.most_common(1)[0][0] if colors else "",
        row.chunks[0].face.align if row.chunks else "",
        heading if heading < 7 else 0,
        tuple(urls),
    )


class Ordinary(NamedTuple):
    """How most of a page's text is set."""

    size: float
    bold: bool
    color: str


def ordinary(rows: Sequence[Row], traits: Sequence[Trait]) -> Ordinary:
    """Find how most of the text is set; longer rows tell more, cells and furniture nothing."""
    looks: Counter[Ordinary] = Counter()
    for row, trait in zip(rows, traits, strict=True):
        if not row.reason and row.cell is None and not trait.heading and row.role != "picture":
            looks[Ordinary(trait.size, trait.bold, trait.color)] += max(1, trait.chars - 10)
    return looks.most_common(1)[0][0] if looks else Ordinary(1.0, False, "")
