"""What every kind of file tells beside the text: where it is from, and what belongs to a chapter."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.publication import Chapter, MarkedQuote, Note, Passage, Phrase, Publication
from reader.export.wording import words_in
from reader.model.document import Merged

CellPlace = tuple[int, int]  # row and column, from 0
LONGEST_TITLE = 120  # characters of a title where a program shows it in one line


def named(chapter: Chapter, language: str) -> str:
    """Return the title of a chapter in one line, for contents and outlines."""
    title = " ".join("".join(words.text for words in chapter.title if words.note < 0).split())
    return title or words_in(language)["untitled"]


def in_one_line(text: str) -> str:
    """Return a text without line ends, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE]}…"


def source_facts(publication: Publication) -> tuple[str, ...]:
    """Return where a publication is from: issue, number, date, publisher, printed page, file."""
    words = words_in(publication.choice.language)
    facts = [*publication.source, publication.publisher]
    if len(publication.chapters) == 1 and publication.chapters[0].page:
        facts.append(words["printed"].format(page=publication.chapters[0].page))
    if publication.issue and publication.file:
        facts.append(f"{words['file']}{words['colon']}{publication.file}")
    return tuple(dict.fromkeys(fact for fact in facts if fact.strip()))


def chapter_facts(publication: Publication, chapter: Chapter) -> tuple[str, ...]:
    """Return what stands below a title: printed page and lines of the source, each in our words."""
    words = words_in(publication.choice.language)
    facts = []
    if chapter.page and len(publication.chapters) > 1:
        facts.append(words["printed"].format(page=chapter.page))
    if chapter.lines:
        facts.append(words["lines"].format(lines=chapter.lines))
    return tuple(facts)


def listed_marks(publication: Publication, chapter: Chapter) -> tuple[MarkedQuote, ...]:
    """Return the highlights to list below a chapter: those with notes, or all where they are all that is wanted."""
    if publication.choice.only_highlights:
        return chapter.marks
    return tuple(mark for mark in chapter.marks if mark.note.strip())


def mark_facts(mark: MarkedQuote, language: str) -> tuple[str, ...]:
    """Return what is told of a listed highlight: its colour, that it is underlined, its printed page."""
    words = words_in(language)
    facts = [words[mark.colour], words["underline"] if mark.underline else ""]
    facts.append(words["printed"].format(page=mark.page) if mark.page else "")
    return tuple(filter(None, facts))


def listed_notes(chapter: Chapter) -> Iterator[tuple[int, Note]]:
    """Yield the footnotes without a mark in the text, with their numbers."""
    return ((number, note) for number, note in enumerate(chapter.notes) if not note.called)


def columns_of(passage: Passage) -> int:
    """Return how many columns a table has."""
    return max((len(row) for row in passage.rows), default=0)


def padded(row: tuple[Phrase, ...], columns: int) -> tuple[Phrase, ...]:
    """Return a row with as many cells as its table has columns."""
    return row if len(row) == columns else (*row, *((),) * (columns - len(row)))


def spans_of(passage: Passage) -> tuple[dict[CellPlace, Merged], dict[CellPlace, CellPlace]]:
    """Return the cells of a table that take several places, and of the other places that they take who takes them.

    None leaves the table or goes from its head on into its body, which no kind of file can show.
    """
    columns = columns_of(passage)
    found: dict[CellPlace, Merged] = {}
    taken: dict[CellPlace, CellPlace] = {}
    for merged in passage.merged:
        row, column = merged.row, merged.column
        last = passage.header_rows if row < passage.header_rows else len(passage.rows)
        rows, across = min(merged.rows, last - row), min(merged.columns, columns - column)
        places = {(row + down, column + right) for down in range(rows) for right in range(across)}
        if len(places) > 1 and not places & taken.keys() and not places & found.keys():
            found[row, column] = merged._replace(rows=rows, columns=across)
            taken |= dict.fromkeys(places - {(row, column)}, (row, column))
    return found, taken


def nested(chapters: tuple[Chapter, ...]) -> Iterator[tuple[bool, int, Chapter, int]]:
    """Yield chapters for nested contents: whether others lie in it, its number, and how many end after it.

    A level that is left out counts as none: what follows lies one deeper than what it stands in.
    """
    above: list[int] = []  # levels of those that it lies in
    for number, chapter in enumerate(chapters, 1):
        following = chapters[number].level if number < len(chapters) else 0
        if following > chapter.level:
            above.append(chapter.level)
            yield True, number, chapter, 0
            continue
        closing = 0
        while above and above[-1] >= following:
            above.pop()
            closing += 1
        yield False, number, chapter, closing
