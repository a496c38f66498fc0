"""From what the user wants to pages and texts: for any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.export.publication import Choice, Marked, Publication, plain
from reader.model.document import Issue
from reader.model.errors import Cancelled
from reader.model.mentions import Mentions
from reader.ui.features.export.scopes import Nodes
from reader.ui.kit.jobs import Report
from reader.ui.session.taking import take

if TYPE_CHECKING:
    from reader.pictures.pages import Pages
    from reader.pictures.picture_bytes import PictureBytes

PREVIEW_CHARACTERS = 120_000  # of a long issue as many are shown before it is made as a whole
TEXT_KINDS = (".md", ".txt")  # shown as the text that they are
PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be handed on, as what, and what is added."""

    nodes: Nodes
    choice: Choice
    suffix: str = PDF


@dataclass(frozen=True, slots=True)
class Made:
    """What can be shown of a wish: pages or a text."""

    pages: Pages | None = None
    sizes: tuple[tuple[float, float], ...] = ()  # of the pages, points
    text: str = ""
    is_part: bool = False  # only the beginning
    is_empty: bool = False  # there is nothing in it


@dataclass(eq=False, slots=True)
class Material:
    """An issue with what was taken out of it and marked in it."""

    issue: Issue
    marked: tuple[Marked, ...] | None  # both are None while they are not known
    mentions: Mentions | None
    pictures: PictureBytes | None = None
    _taking: threading.Lock = field(default_factory=threading.Lock)

    def publication(self, wish: ExportWish, report: Report) -> Publication:
        """Make the publication; figures and contacts are taken out when they are wanted and not known yet."""
        from reader.export.publishing import publish

        mentions = self._mentions(report) if wish.choice.figures or wish.choice.contacts else None
        fetch = self.pictures.read if self.pictures else None
        return publish(self.issue, wish.nodes, wish.choice, self.marked or (), mentions, fetch)

    def _mentions(self, report: Report) -> Mentions:
        with self._taking:
            if self.mentions is None:
                self.mentions = take(self.issue, report).mentions
        return self.mentions


def made(material: Material, wish: ExportWish, report: Report, is_wanted: Callable[[], bool] = lambda: True) -> Made:
    """Make what is to be shown of a wish; raise `Cancelled` when it is no longer wanted, `ReaderError` as makers do."""

    def go_on(stage: str, fraction: float) -> None:
        report(stage, fraction)
        if not is_wanted():
            raise Cancelled("Stopped.")

    go_on("publish", 0.0)
    whole = material.publication(wish, go_on)
    if not whole.chapters:
        return Made(is_empty=True)
    go_on("make", 0.3)
    first = beginning(whole)
    is_part = first is not whole
    if wish.suffix in TEXT_KINDS:
        return Made(text=_bytes_of(first, wish.suffix).decode("utf-8-sig"), is_part=is_part)
    pages = pages_of(first)
    return Made(pages, tuple(pages.size(page) for page in range(pages.count)), is_part=is_part)


def pages_of(publication: Publication) -> Pages:
    """Set a publication as pages."""
    from reader.pictures.pages import Pages

    return Pages(_bytes_of(publication, PDF))


def save(material: Material, wish: ExportWish, path: Path, report: Report) -> None:
    """Write the file, of the kind that its name tells. Raises `ReaderError`; stopped, it writes nothing."""
    from reader.export.publishers import beside, publisher, write_all

    kind = publisher(path)
    report("publish", 0.05)
    publication = beside(material.publication(wish, report), path)
    report("make", 0.35)
    data = kind.make(publication)
    report("write", 0.95)
    write_all(path, data, kind.files_beside(publication))


def beginning(publication: Publication) -> Publication:
    """Return as much of a long publication as can be shown at once."""
    room = PREVIEW_CHARACTERS
    for number, chapter in enumerate(publication.chapters):
        for at, passage in enumerate(chapter.passages):
            if room <= 0:
                last = replace(chapter, passages=chapter.passages[:at])
                return replace(publication, chapters=(*publication.chapters[:number], last))
            room -= len(plain(passage.words)) + sum(len(plain(cell)) for row in passage.rows for cell in row)
    return publication


def _bytes_of(publication: Publication, suffix: str) -> bytes:
    from reader.export.publishers import publisher

    return publisher(Path(f"a{suffix}")).make(publication)
