"""A publication as Markdown: CommonMark with the tables and footnotes of GitHub and Pandoc.

Every sign of the text that Markdown could take for its own is escaped. Raised and lowered text and highlights are
HTML, which CommonMark knows, and so is bold text where `**` would open or close nothing: beside punctuation, which
Chinese sets without spaces. Source: CommonMark 0.31, 6.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from reader.export.characters import address, fit
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
from reader.export.publication import Chapter, MarkedQuote, Passage, Phrase, Publication, Words
from reader.export.wording import words_in

ACTIVE = re.compile(r"[\\`*_\[\]{}<>|~$&#^]|==")
AT_START = re.compile(
    r"""
      ^ (?P<before>
          (?= [-+=:%] )                # lists, rulings, underlined headings, what Pandoc adds
        | \d{1,9} (?= [.)] )           # a numbered list
        | \[\^ [A-Za-z0-9.-]+ \] (?= : )    # a footnote, where the text has but its mark
      )
    """,
    re.VERBOSE,
)
BLANKS = re.compile(r"[ \t]+")
LABEL = re.compile(r"[A-Za-z0-9]+")
STARS = {("strong",): "**", ("em",): "*", ("strike",): "~~"}
STARS_WORK = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
TICKS = re.compile("`+")
TAGS = {
    "sup": "sup", "sub": "sub", "strong": "strong", "em": "em", "code": "code", "strike": "del", "ins": "ins",
    "underline": "u", "mark": "mark", "color": "span",
}  # fmt: skip
DEEPEST = 6  # level of heading
ASIDES = ("note", "editor_note", "contact")
EMPTY = "&nbsp;"  # a footnote without any text would be none
HARD_BREAK = "\\\n"  # a line end that stays one
AUTOLINK = re.compile(r"(?:https?|ftp)://[!-%'-;=?-Z\]_a-z~]+")  # no &, whose names are read, and no brackets


@dataclass(slots=True)
class _MarkdownPage:
    """A chapter in the making."""

    publication: Publication
    chapter: Chapter
    number: int  # from 1
    taken: set[str]  # labels of the footnotes of the whole file
    labels: dict[int, str] = field(default_factory=dict)  # of the footnotes that have a mark

    @property
    def level(self) -> int:
        return self.chapter.level + int(self.publication.listed)

    def own(self, name: str) -> str:
        """Return one of our own words."""
        return words_in(self.publication.choice.language)[name]


def make(publication: Publication) -> bytes:
    """Return the Markdown in UTF-8."""
    taken: set[str] = set()
    pieces = list(_front(publication))
    for number, chapter in enumerate(publication.chapters, 1):
        pieces += _chapter(_MarkdownPage(publication, chapter, number, taken))
    return ("\n\n".join(filter(None, pieces)) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """Write text so that Markdown shows it as it is, but for the beginnings of lines: see `_paragraph`."""
    return ACTIVE.sub(lambda m: "".join(f"\\{sign}" for sign in m.group()), BLANKS.sub(" ", fit(text)))


def _front(publication: Publication) -> Iterator[str]:
    """Yield title, source and contents."""
    words = words_in(publication.choice.language)
    facts = [in_one_line(fact) for fact in source_facts(publication)]
    if publication.listed:
        yield _heading(escaped(publication.title), 1)
        facts = [fact for fact in facts if fact != in_one_line(publication.title)]
    if facts:
        yield _paragraph(f"{words['source']}{words['colon']}{' · '.join(map(escaped, facts))}")
    if publication.listed:
        yield _heading(words["contents"], 2)
        yield "\n".join(_contents(publication))


def _contents(publication: Publication) -> Iterator[str]:
    depth = 0
    for number, chapter in enumerate(publication.chapters, 1):
        depth = min(chapter.level, depth + 1)
        page = f" {escaped(chapter.page)}" if chapter.page else ""
        yield f"{'  ' * (depth - 1)}- [{escaped(named(chapter, publication.choice.language))}](#c{number}){page}"


def _chapter(page: _MarkdownPage) -> Iterator[str]:
    chapter, publication = page.chapter, page.publication
    anchor = f'<a id="c{page.number}"></a>' if publication.listed else ""
    yield _paragraph(escaped(chapter.section))
    yield _heading(anchor + _phrase(page, chapter.title), page.level) if chapter.has_title else anchor
    yield _paragraph(_phrase(page, chapter.signed))
    colon = page.own("colon")
    yield _paragraph("\n".join(f"{escaped(label)}{colon}{_phrase(page, value)}" for label, value in chapter.meta))
    yield _paragraph(" · ".join(map(escaped, chapter_facts(publication, chapter))))
    for is_list, group in groupby(chapter.passages, lambda passage: passage.kind == "list_item" and passage.bullet):
        if is_list:
            yield "\n".join(_items(page, group))
        else:
            for passage in group:
                yield from _passage(page, passage)
    yield from _notes(page)
    if marks := listed_marks(publication, chapter):
        yield _heading(page.own("highlights" if publication.choice.only_highlights else "marks"), page.level + 1)
        for mark in marks:
            yield from _mark(mark, publication.choice.language)
    if chapter.figures:
        heads = tuple(page.own(name) for name in ("measures", "figure", "kind"))
        yield _heading(page.own("figures"), page.level + 1)
        yield _table([heads, *(tuple(map(escaped, row)) for row in chapter.figures)], 1)
    if chapter.contacts:
        yield _heading(page.own("contacts"), page.level + 1)
        lines = ("\n".join(f"{escaped(label)}{colon}{escaped(value)}" for label, value in c) for c in chapter.contacts)
        yield "\n".join(f"- {_paragraph(contact, '  ')}" for contact in lines)


def _items(page: _MarkdownPage, items: Iterable[Passage]) -> Iterator[str]:
    """Yield the items of a list; none lies more than one deeper than the one before."""
    depth = 0
    for item in items:
        depth = min(max(item.level, 1), depth + 1)
        indent = "  " * depth
        yield f"{indent[2:]}- {_paragraph(_lines(item) + _phrase(page, item.words), indent)}"


def _passage(page: _MarkdownPage, passage: Passage) -> Iterator[str]:
    text = _phrase(page, passage.words)
    lines = _lines(passage)
    if passage.plate >= 0:
        yield _picture(page, passage.plate)
    elif passage.rows:
        columns = columns_of(passage)
        rows = [tuple(_phrase(page, cell) for cell in padded(row, columns)) for row in passage.rows]
        yield lines.strip()
        yield _table(rows, passage.header_rows)
        yield _paragraph(text)
    elif passage.code:
        yield lines.strip()
        yield _fenced("".join(words.text for words in passage.words))
    elif passage.kind == "subheading":
        yield _heading(lines + text, page.level + max(passage.level, 1))
    elif passage.kind in ASIDES or passage.quote:
        yield _quoted(_paragraph(lines + text))
    else:
        yield _paragraph(lines + text)


def _picture(page: _MarkdownPage, number: int) -> str:
    """Show a picture that lies in the folder beside the file; what a preview cannot show is named."""
    plate = page.publication.plates[number]
    if not page.publication.folder:
        return escaped(page.own("picture") + plate.alt)
    return f"![{escaped(in_one_line(plate.alt))}](<{page.publication.folder}/{number + 1}{plate.suffix}>)"


def _lines(passage: Passage) -> str:
    return f"({passage.lines}) " if passage.lines else ""


def _notes(page: _MarkdownPage) -> Iterator[str]:
    """Yield the footnotes: as such where the text has their mark, else as lines, as they would not be shown."""
    for number, label in page.labels.items():
        text = _paragraph(_phrase(page, page.chapter.notes[number].words), "    ")
        yield f"[^{label}]: {text or EMPTY}"
    rest = [note for number, note in enumerate(page.chapter.notes) if number not in page.labels]
    if rest:
        yield _heading(page.own("notes"), page.level + 1)
        yield "\n".join(f"- {_paragraph(f'{escaped(note.marker)} {_phrase(page, note.words)}', '  ')}" for note in rest)


def _mark(mark: MarkedQuote, language: str) -> Iterator[str]:
    facts = ", ".join(mark_facts(mark, language))
    yield f"{_quoted(_paragraph(escaped(mark.quote)))}\n>\n> {_paragraph(escaped(facts))}"
    yield _paragraph(escaped(mark.note.strip()))


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(level, DEEPEST)} {' '.join(text.split())}".rstrip(" ")


def _paragraph(text: str, indent: str = "") -> str:
    """Write lines whose beginnings mean nothing to Markdown; those after the first one are indented."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return f"{HARD_BREAK}{indent}".join(AT_START.sub(r"\g<before>\\", line) for line in lines)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _table(rows: list[tuple[str, ...]], header_rows: int) -> str:
    """Write a table; Markdown knows one row of heads, which may be empty."""
    if not header_rows:
        rows = [("",) * len(rows[0]), *rows]
    lines = [f"| {' | '.join(cell.strip().replace(chr(10), '<br>') for cell in row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _fenced(text: str) -> str:
    fence = "`" * (max((len(ticks) for ticks in TICKS.findall(text)), default=2) + 1)
    fence = fence if len(fence) >= 3 else "```"
    return f"{fence}\n{fit(text)}\n{fence}"


def _phrase(page: _MarkdownPage, phrase: Phrase) -> str:
    out = []
    for mark, marked in groupby(phrase, lambda words: words.mark):
        inner = "".join(_linked(page, url, words) for url, words in groupby(marked, lambda words: words.url))
        if mark >= 0 and inner:
            light = page.chapter.marks[mark]
            tag = "u" if light.underline else "mark"
            inner = f'<{tag} class="{light.colour}">{inner}</{tag}>'
        out.append(inner)
    return "".join(out)


def _linked(page: _MarkdownPage, url: str, group: Iterable[Words]) -> str:
    """Write words that lead somewhere; those that are the address itself stand alone in angles."""
    inner, pieces = "", list(group)
    if AUTOLINK.fullmatch(url) and all(words.note < 0 for words in pieces) and url == "".join(w.text for w in pieces):
        return f"<{url}>"
    for words in pieces:
        inner += _words(page, words, inner)
    target = address(url).replace("&", "&amp;") if url else ""
    return f"[{inner}](<{target}>)" if target and inner.strip() else inner


def _words(page: _MarkdownPage, words: Words, before: str) -> str:
    if words.note >= 0:
        return f"[^{_label(page, words.note)}]"
    if words.plate >= 0:
        return _picture(page, words.plate)
    text = escaped(words.text)
    if not text:
        return ""
    if words.styles in STARS and STARS_WORK.fullmatch(words.text) and not before.endswith(("*", "~")):
        return f"{STARS[words.styles]}{text}{STARS[words.styles]}"
    for style in words.styles:
        named = ' class="color"' if style == "color" else ""
        text = f"<{TAGS[style]}{named}>{text}</{TAGS[style]}>"
    return text


def _label(page: _MarkdownPage, note: int) -> str:
    """Return the label of a footnote, no other in the file has it; its printed mark where that can be."""
    if note not in page.labels:
        marker = page.chapter.notes[note].marker
        wanted = marker if LABEL.fullmatch(marker) else str(note + 1)
        tries = (wanted, f"{page.number}-{wanted}", f"{page.number}.{note + 1}")  # the last is like no other
        label = next(name for name in tries if name not in page.taken)
        page.taken.add(label)
        page.labels[note] = label
    return page.labels[note]
