"""A publication as plain text in UTF-8: one line a paragraph, blank lines between, tables in columns.

Footnote marks stand in brackets, highlights between 〖 and 〗; nothing else is added to the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from reader.export.characters import fit
from reader.export.facts import (
    chapter_facts,
    columns_of,
    in_one_line,
    listed_marks,
    mark_facts,
    named,
    padded,
    source_facts,
)
from reader.export.publication import Chapter, Passage, Phrase, Publication
from reader.export.wording import words_in
from reader.text.scripts import scripted_pieces

RULE = 40  # columns of the line between articles
WIDEST = 60  # columns; a wider cell pushes its own row aside, so that one long cell does not widen all rows
GAP = "  "
INDENT = "    "


def make(publication: Publication) -> bytes:
    """Return the text."""
    pieces = list(_front(publication))
    for chapter in publication.chapters:
        pieces += _chapter(publication, chapter)
    return ("\n\n".join(piece for piece in pieces if piece.strip()) + "\n").encode("utf-8")


def width_of(text: str) -> int:
    """Return how many columns a text takes where Han take two, as in terminals and typewriter faces."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _front(publication: Publication) -> Iterator[str]:
    words = words_in(publication.choice.language)
    facts = [in_one_line(fit(fact)) for fact in source_facts(publication)]
    if publication.listed:
        title = in_one_line(fit(publication.title))
        yield _headed(title, "=")
        facts = [fact for fact in facts if fact != title]
    yield f"{words['source']}{words['colon']}{'  '.join(facts)}" if facts else ""
    if publication.choice.highlights and any(chapter.marks for chapter in publication.chapters):
        yield words["marked"]
    if publication.listed:
        lines = [words["contents"]]
        for chapter in publication.chapters:
            page = f"{GAP}{chapter.page}" if chapter.page else ""
            lines.append(f"{'  ' * chapter.level}{fit(named(chapter, publication.choice.language))}{fit(page)}")
        yield "\n".join(lines)


def _headed(title: str, rule: str) -> str:
    return f"{title}\n{rule * min(width_of(title), 2 * RULE)}"


def _chapter(publication: Publication, chapter: Chapter) -> Iterator[str]:
    language = publication.choice.language
    words = words_in(language)
    yield "-" * RULE if publication.listed else ""
    yield fit(chapter.section)
    if chapter.has_title:
        yield _headed(_phrase(chapter.title).replace("\n", " "), "=" if chapter.level == 1 else "-")
    meta = (f"{fit(label)}{words['colon']}{_phrase(value)}" for label, value in chapter.meta)
    yield "\n".join(filter(None, (_phrase(chapter.signed), *meta, GAP.join(chapter_facts(publication, chapter)))))
    for is_list, group in groupby(chapter.passages, lambda passage: passage.kind == "list_item"):
        if is_list:
            yield "\n".join(map(_item, group))
        else:
            for passage in group:
                yield _picture(publication, passage) if passage.plate >= 0 else _passage(passage)
    if chapter.notes:
        notes = (f"[{fit(note.marker)}] {_phrase(note.words)}" for note in chapter.notes)
        yield "\n".join((words["notes"], *notes))
    if marks := listed_marks(publication, chapter):
        yield words["highlights" if publication.choice.only_highlights else "marks"]
        for mark in marks:
            told = f"〖{fit(mark.quote)}〗 ({', '.join(mark_facts(mark, language))})"
            yield "\n".join(filter(None, (told, fit(mark.note.strip()))))
    if chapter.figures:
        heads = tuple(words[name] for name in ("measures", "figure", "kind"))
        rows = [tuple(map(fit, row)) for row in chapter.figures]
        yield words["figures"] + "\n\n" + _columns([heads, *rows], 1)
    if chapter.contacts:
        yield words["contacts"]
        for contact in chapter.contacts:
            yield "\n".join(f"{INDENT}{fit(label)}{words['colon']}{fit(value)}" for label, value in contact)


def _picture(publication: Publication, passage: Passage) -> str:
    """Name a picture, and the file beside this one in which it is."""
    plate, folder = publication.plates[passage.plate], publication.folder
    file = f"{folder}/{passage.plate + 1}{plate.suffix}" if folder else ""
    told = words_in(publication.choice.language)["picture"]
    return GAP.join(part for part in (told + in_one_line(fit(plate.alt)), file) if part)


def _item(passage: Passage) -> str:
    bullet = "- " if passage.bullet else ""
    return f"{_lines(passage)}{'  ' * max(passage.level - 1, 0)}{bullet}{_phrase(passage.words)}"


def _passage(passage: Passage) -> str:
    text = _phrase(passage.words)
    if passage.rows:
        columns = columns_of(passage)
        rows = [tuple(_phrase(cell).replace("\n", " ") for cell in padded(row, columns)) for row in passage.rows]
        table = _lines(passage) + ("\n" if passage.lines else "") + _columns(rows, passage.header_rows)
        return f"{table}\n{text}" if text else table
    if passage.code:
        text = "\n".join(f"{INDENT}{line}" if line.strip() else "" for line in text.split("\n"))
        return f"{_lines(passage)}\n{text}" if passage.lines else text
    return f"{_lines(passage)}{text}"


def _lines(passage: Passage) -> str:
    return f"({passage.lines}) " if passage.lines else ""


def _columns(rows: list[tuple[str, ...]], header_rows: int) -> str:
    """Set rows in columns, with a line below those of the head."""
    rows = [tuple(cell.replace("\n", " ").replace("\t", " ").strip() for cell in row) for row in rows]
    widths = [min(max(map(width_of, column)), WIDEST) for column in zip(*rows, strict=True)]
    filled = ((cell + " " * max(w - width_of(cell), 0) for cell, w in zip(row, widths, strict=True)) for row in rows)
    lines = [GAP.join(row).rstrip(" ") for row in filled]
    if 0 < header_rows < len(rows):
        lines.insert(header_rows, GAP.join("-" * width for width in widths))
    return "\n".join(lines)


def _phrase(phrase: Phrase) -> str:
    out = []
    for mark, group in groupby(phrase, lambda words: words.mark):
        pieces = ((f"[{fit(w.text)}]", ()) if w.note >= 0 else (fit(w.text), w.styles) for w in group)
        inner = "".join(scripted_pieces(pieces))
        out.append(f"〖{inner}〗" if mark >= 0 and inner.strip() else inner)
    return "".join(out)
