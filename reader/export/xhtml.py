"""Chapters as XHTML, for the web page and for the book: the same code, which both kinds of program read.

Every text goes through `escaped`; ids are our own, so that no file can put markup or scripts into ours.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from reader.export.characters import address, fit
from reader.export.columns import SEPARATOR
from reader.export.facts import chapter_facts, columns_of, listed_marks, listed_notes, mark_facts, padded, spans_of
from reader.export.publication import Chapter, MarkedQuote, Note, Passage, Phrase, Plate, Publication, Words
from reader.export.wording import words_in
from reader.model.document import Merged
from reader.pictures.facts import MEDIA, POINTS

TAGS = {
    "sup": "sup", "sub": "sub", "strong": "strong", "em": "em", "code": "code", "strike": "del", "ins": "ins",
    "underline": "u", "mark": "mark", "color": "span",
}  # fmt: skip
LOWEST = 6  # level of heading
LONGEST_HINT = 300  # characters of a note that pointing at a highlight shows; the whole one stands below


@dataclass(frozen=True, slots=True)
class Shape:
    """How chapters are written: `top` is the level of a heading of level 1; in a book, footnotes pop up."""

    publication: Publication
    top: int = 1
    is_book: bool = False

    def picture(self, number: int) -> str:
        """Return a picture as an element: its file in a book, its data in a page that stands alone."""
        plate = self.publication.plates[number]
        width, height = (f"{max(1, round(points / POINTS))}" for points in (plate.width, plate.height))
        if self.is_book:
            source = plate_file(number, plate)
        else:
            source = f"data:{MEDIA[plate.format]};base64,{b64encode(plate.data).decode()}"
        return f'<img src="{source}" alt="{escaped(plate.alt)}" width="{width}" height="{height}"/>'

    @property
    def language(self) -> str:
        return self.publication.choice.language

    def own(self, name: str) -> str:
        """Return one of our own words, escaped."""
        return escaped(words_in(self.language)[name])

    @property
    def lang(self) -> str:
        """Return the attribute of an element that holds our own words."""
        return lang_of("en") if self.language == "en" else ""


@dataclass(slots=True)
class _WebPage:
    """A chapter in the making."""

    shape: Shape
    chapter: Chapter
    key: str  # of its ids
    called: set[int] = field(default_factory=set)  # footnotes that have a mark so far


def plate_file(number: int, plate: Plate) -> str:
    """Name the file of a picture, counted from 0, in a book."""
    return f"pictures/{number + 1}{plate.suffix}"


def lang_of(language: str) -> str:
    """Return the attributes that tell a language, for HTML and XML alike."""
    return f' lang="{language}" xml:lang="{language}"'


def escaped(text: str) -> str:
    """Return text as content or as the value of an attribute."""
    return escape(fit(text))


def chapter_key(number: int) -> str:
    """Return the id of a chapter, counted from 1."""
    return f"c{number}"


def chapter_lines(shape: Shape, chapter: Chapter, number: int) -> list[str]:
    """Return a chapter as lines of XHTML: one element."""
    page = _WebPage(shape, chapter, chapter_key(number))
    tag = "section" if chapter.kind in ("section", "column") else "article"
    return [
        f'<{tag} class="chapter {escaped(chapter.kind)} level{min(chapter.level, 3)}" id="{page.key}">',
        *_head(page),
        *_passages(page),
        *_notes(page),
        *_marks(page),
        *_figures(page),
        *_contacts(page),
        f"</{tag}>",
    ]


def _level(page: _WebPage, below: int = 0) -> int:
    return min(page.shape.top + page.chapter.level - 1 + below, LOWEST)


def _head(page: _WebPage) -> Iterator[str]:
    chapter = page.chapter
    facts = chapter_facts(page.shape.publication, chapter)
    if not (chapter.has_title or chapter.section or chapter.signed or facts or chapter.meta):
        return
    yield "<header>"
    if chapter.section:
        yield f'<p class="within">{escaped(chapter.section)}</p>'
    if chapter.has_title:
        level = _level(page)
        yield f"<h{level}>{_phrase(page, chapter.title)}</h{level}>"
    if chapter.signed:
        yield f'<p class="byline">{_phrase(page, chapter.signed)}</p>'
    if chapter.meta:
        yield '<dl class="meta">'
        for label, value in chapter.meta:
            yield f"<div><dt>{escaped(label)}</dt><dd>{_phrase(page, value)}</dd></div>"
        yield "</dl>"
    if facts:
        yield f'<p class="facts"{page.shape.lang}>{" · ".join(map(escaped, facts))}</p>'
    yield "</header>"


def _passages(page: _WebPage) -> Iterator[str]:
    for is_list, group in groupby(page.chapter.passages, lambda passage: passage.kind == "list_item"):
        if is_list:
            yield "<ul>"
            for item in group:
                kind = "dotted" if item.bullet else "own"
                inner = f"{_lines(page, item)}{_phrase(page, item.words)}"
                yield f'<li class="{kind} depth{min(max(item.level, 1), 4)}">{inner}</li>'
            yield "</ul>"
        else:
            for passage in group:
                yield from _passage(page, passage)


def _passage(page: _WebPage, passage: Passage) -> Iterator[str]:
    if passage.plate >= 0:
        yield f'<figure class="picture">{page.shape.picture(passage.plate)}</figure>'
        return
    if passage.kind == "picture":
        yield f'<p class="absent"{page.shape.lang}>{_phrase(page, passage.words)}</p>'
        return
    if passage.rows:
        yield from _table(page, passage)
        if not passage.words:
            return
    text = _phrase(page, passage.words, breaks="\n" if passage.code else "<br/>\n")
    lines = _lines(page, passage) if not passage.rows else ""
    if passage.code:
        yield f'<pre class="{escaped(passage.kind)}">{lines}<code>{text}</code></pre>'
    elif passage.kind == "subheading":
        level = _level(page, max(passage.level, 1))
        yield f"<h{level}>{lines}{text}</h{level}>"
    elif passage.kind == "caption":
        yield f'<figure class="caption"><figcaption>{lines}{text}</figcaption></figure>'
    elif passage.kind == "contact":
        yield f'<address class="contact">{lines}{text}</address>'
    elif passage.kind in ("note", "editor_note"):
        yield f'<div class="{passage.kind}"><p>{lines}{text}</p></div>'
    else:
        opening = '<p class="verse">' if passage.is_verse else "<p>"
        inner = f"{opening}{lines}{text}</p>"
        yield f"<blockquote>{inner}</blockquote>" if passage.quote else inner


def _lines(page: _WebPage, passage: Passage) -> str:
    """Name the lines of the source beside a passage."""
    if not passage.lines:
        return ""
    told = escaped(words_in(page.shape.language)["lines"].format(lines=passage.lines))
    return f'<span class="lines" title="{told}"{page.shape.lang}>{escaped(passage.lines)}</span>'


def _table(page: _WebPage, passage: Passage) -> Iterator[str]:
    columns = columns_of(passage)
    yield '<figure class="table">' + _lines(page, passage)
    yield "<table>"
    spans, taken = spans_of(passage)
    for is_head, group in groupby(enumerate(passage.rows), lambda row: row[0] < passage.header_rows):
        yield "<thead>" if is_head else "<tbody>"
        for number, row in group:
            cells = (
                _cell(page, cell, is_head, spans.get((number, k)))
                for k, cell in enumerate(padded(row, columns))
                if (number, k) not in taken
            )
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</thead>" if is_head else "</tbody>"
    yield "</table>"
    yield "</figure>"


def _cell(page: _WebPage, cell: Phrase, is_head: bool, span: Merged | None) -> str:
    """Write a cell, which may take several rows and columns."""
    tag, told = ("th", ' scope="col"') if is_head else ("td", "")
    if span and span.rows > 1:
        told += f' rowspan="{span.rows}"'
    if span and span.columns > 1:
        told += f' colspan="{span.columns}"'
    return f"<{tag}{told}>{_phrase(page, cell)}</{tag}>"


def _notes(page: _WebPage) -> Iterator[str]:
    """List the footnotes: those that are called with a way back, the others as they are."""
    notes = page.chapter.notes
    if not notes:
        return
    uncalled = {number for number, _note in listed_notes(page.chapter)}
    level = _level(page, 1)
    yield '<section class="notes">'
    yield f"<h{level}{page.shape.lang}>{page.shape.own('notes')}</h{level}>"
    for number, note in enumerate(notes):
        yield _note(page, number, note, number not in uncalled and number in page.called)
    yield "</section>"


def _note(page: _WebPage, number: int, note: Note, is_called: bool) -> str:
    text = _phrase(page, note.words)
    marker = escaped(note.marker)
    if not is_called:
        return f'<p class="footnote" id="{page.key}-n{number}"><span class="marker">{marker}</span> {text}</p>'
    back = f'<a class="marker" href="#{page.key}-r{number}" title="{page.shape.own("back")}"'
    if page.shape.is_book:
        kind = 'aside epub:type="footnote" role="doc-footnote"'
        return f'<{kind} class="footnote" id="{page.key}-n{number}"><p>{back}>{marker}</a> {text}</p></aside>'
    return f'<p class="footnote" id="{page.key}-n{number}">{back} role="doc-backlink">{marker}</a> {text}</p>'


def _marks(page: _WebPage) -> Iterator[str]:
    publication = page.shape.publication
    marks = listed_marks(publication, page.chapter)
    if not marks:
        return
    level = _level(page, 1)
    heading = "highlights" if publication.choice.only_highlights else "marks"
    yield '<section class="marks">'
    yield f"<h{level}{page.shape.lang}>{page.shape.own(heading)}</h{level}>"
    for mark in marks:
        quote = _broken(escaped(mark.quote))
        kind = f"{mark.colour} underlined" if mark.underline else mark.colour
        facts = " · ".join(map(escaped, mark_facts(mark, page.shape.language)))
        yield f'<blockquote class="{kind}"><p>{quote}</p></blockquote>'
        if mark.note.strip():
            yield f'<p class="remark">{_broken(escaped(mark.note.strip()))}</p>'
        yield f'<p class="facts"{page.shape.lang}>{facts}</p>'
    yield "</section>"


def _figures(page: _WebPage) -> Iterator[str]:
    if not page.chapter.figures:
        return
    shape, level = page.shape, _level(page, 1)
    heads = "".join(f'<th scope="col">{shape.own(name)}</th>' for name in ("measures", "figure", "kind"))
    yield '<section class="figures">'
    yield f"<h{level}{shape.lang}>{shape.own('figures')}</h{level}>"
    yield f'<figure class="table"><table><thead><tr{shape.lang}>{heads}</tr></thead><tbody>'
    for row in page.chapter.figures:
        yield f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table></figure>"
    yield "</section>"


def _contacts(page: _WebPage) -> Iterator[str]:
    if not page.chapter.contacts:
        return
    level = _level(page, 1)
    yield '<section class="contacts">'
    yield f"<h{level}{page.shape.lang}>{page.shape.own('contacts')}</h{level}>"
    yield '<div class="cards">'
    for contact in page.chapter.contacts:
        yield '<dl class="card">'
        for label, value in contact:
            yield f"<div><dt{page.shape.lang}>{escaped(label)}</dt><dd>{_reached(value)}</dd></div>"
        yield "</dl>"
    yield "</div>"
    yield "</section>"


def _reached(value: str) -> str:
    """Write ways to reach someone; those that are addresses lead there."""
    parts = []
    for part in value.split(SEPARATOR):
        target = address(f"mailto:{part}" if "@" in part and "/" not in part else part)
        parts.append(f'<a href="{escaped(target)}">{escaped(part)}</a>' if target else escaped(part))
    return SEPARATOR.join(parts)


def _phrase(page: _WebPage, phrase: Phrase, breaks: str = "<br/>\n") -> str:
    """Write a phrase; pieces of one highlight and of one link are one element each."""
    out = []
    for mark, marked in groupby(phrase, lambda words: words.mark):
        inner = "".join(_linked(page, url, words, breaks) for url, words in groupby(marked, lambda words: words.url))
        if mark >= 0:
            inner = _marked(page.chapter.marks[mark], inner)
        out.append(inner)
    return "".join(out)


def _marked(light: MarkedQuote, inner: str) -> str:
    """Put a highlight around text; pointing at it shows its note."""
    kind = f"{light.colour} underlined" if light.underline else light.colour
    note = " ".join(light.note.split())
    told = f' title="{escaped(note[:LONGEST_HINT])}"' if note else ""
    return f'<mark class="{kind}"{told}>{inner}</mark>'


def _linked(page: _WebPage, url: str, pieces: Iterable[Words], breaks: str) -> str:
    inner = "".join(_words(page, words, breaks) for words in pieces)
    target = address(url) if url else ""
    return f'<a href="{escaped(target)}">{inner}</a>' if target else inner


def _words(page: _WebPage, words: Words, breaks: str) -> str:
    text = _broken(escaped(words.text), breaks)
    if words.note >= 0:
        return _call(page, words.note, text)
    if words.plate >= 0:
        return page.shape.picture(words.plate)
    for style in words.styles:
        tag, named = TAGS[style], ' class="color"' if style == "color" else ""
        text = f"<{tag}{named}>{text}</{tag}>"
    return text


def _call(page: _WebPage, note: int, text: str) -> str:
    """Write the mark of a footnote; the first one of a note is where its way back leads."""
    own = "" if note in page.called else f' id="{page.key}-r{note}"'
    page.called.add(note)
    kind = ' epub:type="noteref"' if page.shape.is_book else ""
    return f'<sup class="call"><a href="#{page.key}-n{note}"{own}{kind} role="doc-noteref">{text}</a></sup>'


def _broken(text: str, breaks: str = "<br/>\n") -> str:
    return text.replace("\n", breaks) if "\n" in text else text
