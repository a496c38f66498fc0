"""A publication as PDF, typeset by Typst with our own template and fonts.

Text reaches the template as data, never as markup. The same publication gives the same bytes: no date is written.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.app.paths import resource
from reader.export.characters import address
from reader.export.facts import CellPlace, spans_of
from reader.export.publication import Chapter, MarkedQuote, Note, Passage, Phrase, Plate, Publication, Words, plain
from reader.export.typography import LONGEST, cleaned, is_latin, together
from reader.export.wording import words_in
from reader.model.document import Merged
from reader.model.marks import COLOURS

TEMPLATE = "print/publication.typ"
BOXES = ("Bulletin Last", "Bulletin Last Han", "Bulletin Last Signs")  # for what no font has
OTHERS = ("Bulletin Letters", "Bulletin Math", "Bulletin Emoji", *BOXES)
FAMILIES = {"serif": ("Bulletin Serif", *OTHERS), "sans": ("Bulletin Sans", "Bulletin Serif", *OTHERS)}
TABLE_POINTS = 419.0  # that a table can take on the narrowest page, with line numbers in the margin
TABLE_SIZE = 0.72  # of the size of the text, in which wide tables are set
INSET_EM = 1.05  # beside the text of a cell
WORD_EM = 0.6  # of a Latin letter or digit, bold
WORD = re.compile(r"[!-~\u00a1-\u024f]+")
DRAWN_PPI = 200.0
ALONE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("{file}", width: {width:.2f}pt)\n'
SHORT = 24  # characters of a quote by which a remark is told

Data = dict[str, Any]
Spans = Mapping[CellPlace, Merged]


def make(publication: Publication) -> bytes:
    """Return the publication as a tagged PDF with outline and links; other threads run on meanwhile."""
    plates = {f"{number}{plate.suffix}": plate for number, plate in enumerate(publication.plates)}
    data = _data(publication)
    data["plates"] = [
        {"file": name, "width": plate.width, "height": plate.height, "alt": cleaned(plate.alt)}
        for name, plate in plates.items()
    ]
    if not plates:
        return _Press.ours().print(json.dumps(data, ensure_ascii=False))
    try:
        return _Press.ours().print_with(json.dumps(data, ensure_ascii=False), plates)
    except RuntimeError:  # of one that it cannot read
        sound = {name: plate for name, plate in plates.items() if drawn(plate)}
    for told in data["plates"]:
        told["file"] = told["file"] if told["file"] in sound else ""
    return _Press.ours().print_with(json.dumps(data, ensure_ascii=False), sound)


def drawn(plate: Plate) -> bytes:
    """Draw a picture as PNG; empty where the typesetter cannot read it."""
    return _Press.ours().drawn(f"a{plate.suffix}", plate.data, plate.width)


class _Press:
    """The typesetter with template and fonts loaded; one thread uses it at a time."""

    def __init__(self) -> None:
        import typst

        folder = resource("fonts")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        self._fonts = fonts
        self._template = resource(TEMPLATE).read_bytes()
        self._compiler = typst.Compiler(self._template, font_paths=fonts)
        self._busy = threading.Lock()

    @staticmethod
    @lru_cache(maxsize=1)
    def ours() -> _Press:
        """Return the press of this process."""
        return _Press()

    def print(self, data: str) -> bytes:
        """Set the data; the template is given each time, because the compiler forgets it."""
        with self._busy:
            made = self._compiler.compile(input=self._template, format="pdf", sys_inputs={"data": data})
        return _single(made)

    def print_with(self, data: str, plates: Mapping[str, Plate]) -> bytes:
        """Set the data with pictures, which lie in a folder that is there for as long as it takes."""
        import typst

        with TemporaryDirectory() as name:
            folder = Path(name)
            for file, plate in plates.items():
                (folder / file).write_bytes(plate.data)
            (folder / "page.typ").write_bytes(self._template)
            compiler = typst.Compiler(folder / "page.typ", root=folder, font_paths=self._fonts)
            return _single(compiler.compile(format="pdf", sys_inputs={"data": data}))

    def drawn(self, file: str, picture: bytes, width: float) -> bytes:
        """Draw one picture as PNG; empty where it cannot be read."""
        import typst

        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / file).write_bytes(picture)
            (folder / "page.typ").write_text(ALONE.format(file=file, width=max(1.0, width)), "utf-8")
            try:
                compiler = typst.Compiler(folder / "page.typ", root=folder, font_paths=self._fonts)
                return _single(compiler.compile(format="png", ppi=DRAWN_PPI))
            except (RuntimeError, TypeError):
                return b""


def _single(made: object) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no single file")
    return made


def _data(publication: Publication) -> Data:
    """Return what the template needs to know."""
    choice = publication.choice
    own = words_in(choice.language)
    source = publication.source
    return {
        "title": cleaned(publication.title),
        "authors": [cleaned(name) for name in publication.authors],
        "description": cleaned(" ".join(source)),
        "keywords": [],
        "facts": [cleaned(fact) for fact in _facts(publication)],
        "running": cleaned(" ".join(source[:2])),
        "listed": publication.listed,
        "quotes": choice.only_highlights,
        "margins": choice.provenance,
        "paper": "us-letter" if choice.paper == "letter" else "a4",
        "size": choice.size,
        "lang": "zh",
        "region": "cn",
        "fonts": {"body": FAMILIES[choice.face], "sans": FAMILIES["sans"]},
        "colours": _colours(),
        "own": dict(own),
        "chapters": [_chapter(chapter, publication, own) for chapter in publication.chapters],
    }


def _facts(publication: Publication) -> Iterator[str]:
    """Yield what is told of an issue below its title: what the title does not say, and the file."""
    for fact in (publication.issue, publication.number, publication.date, publication.publisher, publication.file):
        if fact and fact not in publication.title:
            yield fact


def _chapter(chapter: Chapter, publication: Publication, own: Mapping[str, str]) -> Data:
    letters = _letters(chapter.marks)
    setting = _PdfSetting(chapter, letters, TABLE_POINTS / (TABLE_SIZE * publication.choice.size))
    printed = own["printed"].format(page=chapter.page) if chapter.page else ""
    source = () if publication.listed else publication.source
    return {
        "level": min(chapter.level, 6),
        "kicker": cleaned(chapter.section),
        "title": setting.words(chapter.title),
        "shown": chapter.has_title,
        "lines": chapter.lines,
        "source": [cleaned(fact) for fact in (*source, printed) if fact] if chapter.passages or chapter.marks else [],
        "signed": setting.words(chapter.signed),
        "meta": [[cleaned(label), setting.words(value)] for label, value in chapter.meta],
        "passages": list(setting.passages()),
        "notes": [_note(note, number, setting) for number, note in enumerate(chapter.notes)],
        "marks": [_mark(mark, k, letters[k], chapter, own) for k, mark in enumerate(chapter.marks)],
        "figures": _figures(chapter, own),
        "contacts": [
            [[cleaned(label), together(cleaned(value))] for label, value in lines] for lines in chapter.contacts
        ],
    }


class _PdfSetting:
    """Turns the phrases of a chapter into data, and remembers which marks the text has shown so far."""

    def __init__(self, chapter: Chapter, letters: Sequence[int], table_em: float) -> None:
        self._chapter = chapter
        self._table_em = table_em  # that a table can take, in em of its own size
        self._letters = letters
        self._called: set[int] = set()  # notes whose first mark has been set
        self._last: dict[int, Words] = {}  # of each highlight with a remark, the words that it ends with
        for phrase in _phrases(chapter):
            self._last.update({words.mark: words for words in phrase if words.mark >= 0 and letters[words.mark]})

    def words(self, phrase: Phrase) -> list[Data]:
        """Return a phrase as data."""
        return [data for words in phrase for data in self._word(words)]

    def _word(self, words: Words) -> Iterator[Data]:
        data: Data = {"t": together(cleaned(words.text))}
        if words.plate >= 0:
            data["p"] = words.plate
        if words.note >= 0:
            data |= {"n": words.note, "first": words.note not in self._called}
            self._called.add(words.note)
        if words.styles:
            data["s"] = words.styles
        if target := address(words.url):
            data["u"] = target
        if words.mark >= 0:
            mark = self._chapter.marks[words.mark]
            data["m"] = [mark.colour if mark.colour in COLOURS else COLOURS[0], mark.underline]
        yield data
        if self._last.get(words.mark) is words:
            yield {"r": [_key("r", self._chapter, words.mark), self._letters[words.mark]]}

    def passages(self) -> Iterator[Data]:
        """Yield the passages as data, items of one list together."""
        passages = self._chapter.passages
        at = 0
        for (bullet, level), group in groupby(passages, key=lambda p: (p.bullet, p.level if p.bullet else 0)):
            run = list(group)
            if bullet:
                yield self._list(run, level)
            else:
                for k, passage in enumerate(run):
                    after = passages[at + k + 1] if at + k + 1 < len(passages) else None
                    yield self._passage(passage, after)
            at += len(run)

    def _list(self, items: Sequence[Passage], level: int) -> Data:
        first, last = items[0].lines, items[-1].lines
        lines = f"{first.partition('–')[0]}–{last.rpartition('–')[2]}" if first and first != last else first
        words = [self.words(item.words) for item in items]
        return {"kind": "list", "level": max(level, 1), "items": words, "lines": lines, "latin": False}

    def _passage(self, passage: Passage, after: Passage | None) -> Data:
        data: Data = {
            "kind": passage.kind,
            "words": self.words(passage.words),
            "level": max(passage.level, 1),
            "code": passage.code,
            "verse": passage.is_verse,
            "quote": passage.quote,
            "plate": passage.plate,
            "lines": passage.lines,
            "latin": is_latin(plain(passage.words)),
            "sticky": after is not None and (after.kind == "table" or passage.plate >= 0 and after.kind == "caption"),
        }
        if passage.rows:
            width = max(len(row) for row in passage.rows)
            rows = [[*row, *[()] * (width - len(row))] for row in passage.rows]
            data |= {
                "kind": "table",
                "header": min(passage.header_rows, len(rows)),
                "parts": list(self._parts(rows, *spans_of(passage))),
            }
        return data

    def _parts(self, rows: Sequence[Sequence[Phrase]], spans: Spans, taken: Collection[CellPlace]) -> Iterator[Data]:
        """Yield a table as it fits the page: where its columns would print over each other, some after the others.

        Each part begins with the first column, which names the rows.
        """
        least = [max(map(_least_em, column), default=INSET_EM) for column in zip(*rows, strict=True)]
        fitting = list(_fitting(least, self._table_em))
        whole = len(fitting) == 1
        for number, columns in enumerate(fitting):
            cells = [[row[column] for column in columns] for row in rows]
            yield {
                "rows": [
                    [
                        [{"t": together(cleaned(plain(cell)))}] if number and not k else self.words(cell)
                        for k, cell in enumerate(row)
                    ]
                    for row in cells
                ],
                "spans": [[row, column, one.rows, one.columns] for (row, column), one in spans.items() if whole],
                "taken": [f"{row} {column}" for row, column in sorted(taken) if whole],
                "shares": _shares(cells, [least[column] for column in columns], self._table_em),
            }


def _note(note: Note, number: int, setting: _PdfSetting) -> Data:
    chapter = setting._chapter
    return {
        "marker": cleaned(note.marker) or "*",
        "words": setting.words(note.words),
        "called": note.called,
        "key": _key("n", chapter, number),
    }


def _mark(mark: MarkedQuote, number: int, letter: int, chapter: Chapter, own: Mapping[str, str]) -> Data:
    quote = cleaned(mark.quote)
    return {
        "quote": together(quote),
        "short": quote if len(quote) <= SHORT else f"{quote[:SHORT]}…",
        "note": together(cleaned(mark.note)),
        "letter": letter,
        "key": _key("r", chapter, number),
        "colour": mark.colour if mark.colour in COLOURS else COLOURS[0],
        "page": own["printed"].format(page=mark.page) if mark.page else "",
    }


def _letters(marks: Sequence[MarkedQuote]) -> list[int]:
    """Number the highlights that have a remark, from 1; 0 for those that have none."""
    letters, last = [], 0
    for mark in marks:
        last += bool(mark.note.strip())
        letters.append(last if mark.note.strip() else 0)
    return letters


def _figures(chapter: Chapter, own: Mapping[str, str]) -> list[list[list[Data]]]:
    if not chapter.figures:
        return []
    rows = [(own["measures"], own["figure"], own["kind"]), *chapter.figures]
    return [[[{"t": together(cleaned(cell))}] for cell in row] for row in rows]


def _key(kind: str, chapter: Chapter, number: int) -> str:
    return f"{kind}-{chapter.key}-{number}"


def _phrases(chapter: Chapter) -> Iterator[Phrase]:
    """Yield all phrases of a chapter in the order in which they are set."""
    yield chapter.title
    yield chapter.signed
    yield from (value for _label, value in chapter.meta)
    for passage in chapter.passages:
        yield passage.words
        for row in passage.rows:
            yield from row
    yield from (note.words for note in chapter.notes)


def _shares(rows: Sequence[Sequence[Phrase]], least: Sequence[float], em: float) -> list[float]:
    """Share the width among columns: what each needs, the rest by the square root of their longest cells."""
    longest = [max(1.0, *(_em(plain(cell)) for cell in column)) ** 0.5 for column in zip(*rows, strict=True)]
    rest = max(0.0, em - sum(least))
    return [round(need + rest * root / sum(longest), 3) for need, root in zip(least, longest, strict=True)]


def _least_em(cell: Phrase) -> float:
    """Measure how narrow a cell can be set, in em: its longest word stays on one line."""
    words = WORD.findall(plain(cell))
    return INSET_EM + max(1.0, WORD_EM * max((min(len(word), LONGEST) for word in words), default=0))


def _fitting(least: Sequence[float], em: float) -> Iterator[list[int]]:
    """Yield the columns that fit side by side, the first among them each time."""
    part, used = [0], least[0]
    for column in range(1, len(least)):
        if used + least[column] > em and len(part) > 1:
            yield part
            part, used = [0], least[0]
        part.append(column)
        used += least[column]
    yield part


def _em(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


@lru_cache(maxsize=1)
def _colours() -> Mapping[str, Mapping[str, str]]:
    """Return the colours of highlights on paper, those of the light theme: behind the text, and of lines."""
    theme = json.loads(resource("themes/light.json").read_text("utf-8"))
    return {name: {"fill": theme[f"marker_{name}"], "line": theme[f"ink_{name}"]} for name in COLOURS}
