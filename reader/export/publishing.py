"""From an issue to a publication: chosen articles with what the user wants to hand on with them."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from reader.export.columns import CONTACT_COLUMNS, contact_row, kind_name
from reader.export.covering import Cover
from reader.export.plates import Fetch, Plates
from reader.export.publication import Chapter, Choice, Marked, MarkedQuote, Note, Passage, Phrase, Publication, Words
from reader.model.document import PICTURE_SIGN, Block, Footnote, Issue, Node, Ref, Run, Span, Text
from reader.model.mentions import Contact, Mentions
from reader.model.shown import ENUMERATED, NoteCalls, number_of, shown_marker, target_of
from reader.model.shown import title_of as name_of
from reader.model.verbatim import located

CONTACT_FACTS = 9  # columns that tell of the contact itself; those behind tell where it stands
AUTHORING = ("author", "compiler", "journalist")
LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
WEB = re.compile(r"https?://[!-~]*[\w/=&#~%+-]", re.ASCII)  # a full stop or bracket behind it is none of it
STYLES = ("sup", "sub", "strong", "em", "code", "strike", "ins", "underline", "mark", "color")


def publish(
    issue: Issue,
    nodes: Collection[str] | None = None,
    choice: Choice | None = None,
    marked: Sequence[Marked] = (),
    mentions: Mentions | None = None,
    fetch: Fetch | None = None,
) -> Publication:
    """Make a publication of the nodes of these ids with all below them; of the whole issue where `nodes` is None.

    `marked` are the highlights of the issue and `mentions` its figures and contacts, as far as `choice` wants them;
    `fetch` reads the bytes of its pictures.
    """
    choice = choice or Choice()
    work = _Publishing(issue, choice, marked, mentions or Mentions(), Plates(issue, choice, fetch))
    chapters = tuple(work.chapters(issue.nodes, nodes))
    if choice.only_highlights:
        chapters = tuple(_with_marks(chapters))
    chapters = _lone(chapters)
    head = issue.masthead
    one = next(iter(chapters)) if len(chapters) == 1 else None
    named = " ".join(filter(None, (head.title.text, head.number.text))) or PurePath(issue.source.name).stem
    return Publication(
        title=(title_of(one).strip() if one else "") or named,
        chapters=chapters,
        authors=tuple(dict.fromkeys(name for chapter in chapters for name in chapter.authors)),
        issue=head.title.text,
        number=head.number.text,
        date=head.date.text,
        publisher=head.publisher.text,
        file=issue.source.name,
        identity=_identity(issue, chapters, choice),
        listed=len(chapters) > 1,
        choice=choice,
        plates=tuple(work.plates.made),
    )


def _lone(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Leave out the headings above where they lead to but one article: they are told above its title."""
    if not chapters:
        return chapters
    *above, last = chapters
    if any(has_text(chapter) for chapter in above):
        return chapters
    if any(chapter.level != level for level, chapter in enumerate(chapters, 1)):
        return chapters
    titles = (chapters[0].section, *map(title_of, above))
    return (replace(last, section=" / ".join(filter(None, titles)), level=1),)


def has_text(chapter: Chapter) -> bool:
    """Tell whether a chapter is more than a heading."""
    return bool(chapter.signed or chapter.meta or chapter.passages or chapter.notes or chapter.marks)


def title_of(chapter: Chapter) -> str:
    """Return the title of a chapter as plain text."""
    return "".join(words.text for words in chapter.title)


def _identity(issue: Issue, chapters: tuple[Chapter, ...], choice: Choice) -> str:
    made = (issue.source.sha256, choice, [(chapter.key, chapter.marks) for chapter in chapters])
    return hashlib.sha256(repr(made).encode("utf-8", "replace")).hexdigest()


class _Publishing:
    """What making the chapters of one issue needs to know."""

    def __init__(
        self, issue: Issue, choice: Choice, marked: Sequence[Marked], mentions: Mentions, plates: Plates
    ) -> None:
        self.plates = plates
        self.text = issue.source.text
        self.choice = choice
        wanted = choice.highlights or choice.only_highlights
        self.marked = marked if wanted else ()
        self.cover = Cover(mark.spans for mark in self.marked)
        self.mentions = mentions
        self.line_ends = [m.end() for m in LINE_END.finditer(self.text)] if choice.provenance else []
        self.numbers: dict[int, int] = {}  # of the highlights met in a chapter, in their order

    def chapters(self, nodes: Sequence[Node], wanted: Collection[str] | None) -> Iterator[Chapter]:
        """Yield the chapters of the wanted nodes in reading order, their levels counted from the highest."""
        found = list(_wanted(nodes, wanted, ()))
        top = min((node.level for node, _above in found), default=1)
        for node, above in found:
            chapter = self._chapter(node, above)
            yield replace(chapter, level=max(node.level - top + 1, 1))

    def _chapter(self, node: Node, above: tuple[str, ...]) -> Chapter:
        self.numbers = {}
        calls = _Calls(node)
        title = self._phrase(node.title)
        byline = node.byline
        signed = self._located(byline.text, byline.spans) if byline else ()
        meta = tuple((line.label, self._located(line.value, line.spans)) for line in node.meta)
        passages = tuple(
            passage
            for block in node.blocks
            if (passage := self._passage(block, calls) if block.picture < 0 else self.plates.passage(block.picture))
        )
        notes = tuple(self._note(number, note, calls) for number, note in enumerate(node.footnotes))
        for span in node.spans():
            self._meet(span)  # those on labels and others that no shown word tells of
        marks = tuple(self._quote(number) for number in self.numbers)
        return Chapter(
            key=node.id,
            kind=node.kind,
            level=node.level,
            title=title if node.title.plain.strip() else (Words(name_of(node)),),
            section=" / ".join(above),
            page=node.page,
            signed=signed,
            authors=byline.names if byline and byline.role in AUTHORING else (),
            meta=meta,
            passages=() if self.choice.only_highlights else passages,
            notes=() if self.choice.only_highlights else notes,
            marks=marks,
            figures=self._figures(node.id) if self.choice.figures else (),
            contacts=self._contacts(node.id) if self.choice.contacts else (),
            lines=self._lines(node.title_spans),
            has_title=node.title_from != "opening" and bool(node.title.plain.strip()),
        )

    def _passage(self, block: Block, calls: _Calls) -> Passage:
        number = number_of(block)
        phrase = self._phrase(block.text, block.refs, calls)
        return Passage(
            block.kind,
            (Words(f"{number}\u2002"), *phrase) if number else phrase,
            block.level,
            block.kind == "list_item" and not number and not ENUMERATED.match(block.text.plain),
            tuple(tuple(self._phrase(cell) for cell in row) for row in block.rows),
            block.header_rows,
            block.merged,
            block.code,
            block.quote,
            self._lines(block.spans),
        )

    def _phrase(self, text: Text, refs: tuple[Ref, ...] = (), calls: _Calls | None = None) -> Phrase:
        """Return the runs of a text as words: cut where highlights begin and end, footnote marks in their places."""
        waiting = sorted(refs, key=lambda ref: ref.at)
        out: list[Words] = []
        ours: list[bool] = []  # whether a piece is a joiner or a footnote mark
        passed = 0
        for run in text.runs:
            for piece in self._pieces(run, passed, waiting):
                out += [self._call(piece, calls)] if isinstance(piece, Ref) else self._marked(piece)
                ours += [isinstance(piece, Ref) or piece.is_joiner] * (len(out) - len(ours))
            passed += len(run.text)
        out += [self._call(ref, calls) for ref in waiting]
        ours += [True] * len(waiting)
        return self._closed(out, ours)

    @staticmethod
    def _pieces(run: Run, passed: int, waiting: list[Ref]) -> Iterator[Run | Ref]:
        """Yield a run in pieces, the footnote marks that stand in it between them."""
        begin = 0
        while waiting and waiting[0].at < passed + len(run.text):
            cut = max(waiting[0].at - passed, begin)
            if cut > begin:
                yield _part(run, begin, cut)
            yield waiting.pop(0)
            begin = cut
        if begin < len(run.text):
            yield _part(run, begin, len(run.text))

    def _call(self, ref: Ref, calls: _Calls | None) -> Words:
        note = calls.note_of(ref.marker) if calls else -1
        mark = next((top for _start, _end, top in self.cover.cut(*ref.span) if top >= 0), -1)
        self._meet(ref.span)
        return Words(
            shown_marker(ref.marker), () if note >= 0 else ("sup",), mark=self.numbers.get(mark, -1), note=note
        )

    def _marked(self, run: Run) -> Iterator[Words]:
        styles, url = tuple(style for style in run.styles if style in STYLES), target_of(run)
        if run.is_joiner:
            yield Words(run.text, styles, url)
            return
        end = run.start + len(run.text)
        self._meet(Span(run.start, end))
        for start, stop, mark in self.cover.cut(run.start, end):
            shown = run.text[start - run.start : stop - run.start]
            words = Words(shown, styles, url, self.numbers.get(mark, -1))
            yield from self.plates.signed(words, start) if PICTURE_SIGN in shown else (words,)

    def _meet(self, span: Span) -> None:
        """Number the highlights on a span that this chapter has not met yet, in their order."""
        for mark in self.cover.on(*span):
            self.numbers.setdefault(mark, len(self.numbers))

    @staticmethod
    def _closed(words: list[Words], ours: list[bool]) -> Phrase:
        """Let a highlight lie on joiners and footnote marks between its pieces too, but on no other text."""
        out = list(words)
        last = -1  # place of the last piece that is the bulletin's
        for i, piece in enumerate(words):
            if ours[i]:
                continue
            if last >= 0 and piece.mark == words[last].mark >= 0:
                out[last + 1 : i] = [between._replace(mark=piece.mark) for between in words[last + 1 : i]]
            last = i
        return tuple(out)

    def _located(self, text: str, spans: tuple[Span, ...], url: str = "") -> Phrase:
        """Return a text that was put together as words, its addresses as links."""
        phrase = self._phrase(located(self.text, text, spans))
        return _linked(phrase, url)

    def _note(self, number: int, note: Footnote, calls: _Calls) -> Note:
        words = self._located(note.text, note.spans, note.url)
        if note.url and note.url not in note.text:
            words += (*((Words(" "),) if note.text else ()), Words(note.url, (), note.url))
        return Note(shown_marker(note.marker), words, number in calls.called)

    def _quote(self, mark: int) -> MarkedQuote:
        light = self.marked[mark].highlight
        return MarkedQuote(light.locator.quote, light.colour, light.underline, light.note, light.page)

    def _figures(self, node: str) -> tuple[tuple[str, str, str], ...]:
        language = self.choice.language
        own = (figure for figure in self.mentions.figures if figure.node == node)
        return tuple((figure.label, figure.surface, kind_name(figure.kind, language)) for figure in own)

    def _contacts(self, node: str) -> tuple[tuple[tuple[str, str], ...], ...]:
        own = (contact for contact in self.mentions.contacts if contact.node == node)
        return tuple(_contact_lines(contact, self.choice.language) for contact in own)

    def _lines(self, spans: tuple[Span, ...]) -> str:
        """Name the lines of the source, from 1, that hold spans: 12 or 12–15."""
        if not self.choice.provenance or not spans:
            return ""
        first = bisect_right(self.line_ends, min(span.start for span in spans)) + 1
        last = bisect_right(self.line_ends, max(span.end for span in spans) - 1) + 1
        return str(first) if first == last else f"{first}–{last}"


class _Calls(NoteCalls):
    """Remembers which notes the text of an article calls."""

    def __init__(self, node: Node) -> None:
        super().__init__(node.footnotes)
        self.called: set[int] = set()

    def note_of(self, marker: str) -> int:
        number = super().note_of(marker)
        self.called.add(number)
        return number


def _wanted(
    nodes: Sequence[Node], wanted: Collection[str] | None, above: tuple[str, ...]
) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Yield the wanted nodes and the titles of what they stand in."""
    for node in nodes:
        if wanted is None or node.id in wanted:
            for own in node.walk():
                yield own, above if own is node else ()
        else:
            title = node.title.plain.strip()
            yield from _wanted(node.children, wanted, (*above, title) if title else above)


def _with_marks(chapters: Sequence[Chapter]) -> list[Chapter]:
    """Return the chapters with highlights, and the headings that these stand below."""
    kept: list[Chapter] = []
    for chapter in reversed(chapters):
        if chapter.marks or kept and chapter.level < kept[-1].level:
            kept.append(chapter)
    return kept[::-1]


def _part(run: Run, begin: int, end: int) -> Run:
    if begin == 0 and end == len(run.text):
        return run
    return run._replace(text=run.text[begin:end], start=run.start if run.is_joiner else run.start + begin)


def _linked(phrase: Phrase, url: str) -> Phrase:
    """Make links of the addresses in a phrase: the known one, which may hold any character, and others that show."""
    whole = "".join(words.text for words in phrase)
    at = whole.find(url) if url else -1
    places = (
        [(Span(at, at + len(url)), url)] if at >= 0 else [(Span(*m.span()), m.group()) for m in WEB.finditer(whole)]
    )
    cover = Cover([span] for span, _url in places)
    out: list[Words] = []
    passed = 0
    for words in phrase:
        for start, end, place in cover.cut(passed, passed + len(words.text)):
            target = places[place][1] if place >= 0 else words.url
            out.append(words._replace(text=words.text[start - passed : end - passed], url=target))
        passed += len(words.text)
    return tuple(out)


def _contact_lines(contact: Contact, language: str) -> tuple[tuple[str, str], ...]:
    """Return what is told of a contact: label and value of each fact, from its role to its address."""
    told = zip(CONTACT_COLUMNS[:CONTACT_FACTS], contact_row(contact, language), strict=False)
    return tuple((column.head(language), str(value)) for column, value in told if value)
