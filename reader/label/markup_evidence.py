"""What the file itself says of its lines: the markup of web pages and documents, as evidence among other evidence.

Cells, code, captions, the linked contents and what is left out are taken as told. A heading is only believed where
its text could be one, and a masthead, a byline or a contact among the told lines goes by the rules for those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from reader.label.contents import dressed
from reader.label.facts import IS_FACT
from reader.label.headings import title_parts
from reader.label.markup import bare, whole_line
from reader.label.notes import Opening, label_note
from reader.label.order import reordered
from reader.label.signatures import as_meta, contact_line
from reader.model.document import Hint
from reader.model.draft import Cells, Draft, HeadingStyle, Label, LeftOut, ListItem, Mark, Part, Piece, Signed, em
from reader.model.kinds import Dress
from reader.text.patterns import (
    AUTHOR_NOTE,
    CONTACT_LABEL,
    EDITOR_NOTE,
    IS_HAN,
    SALUTATION,
    SIGNED,
    ends_sentence,
    is_caption,
    is_dateline,
    is_role_byline,
    label_line,
    mark_value,
    rare,
)
from reader.text.signing import signs_by_role

TOLD_HEADING_EM = 80.0  # em; a longer text is none, whatever its markup says
TOLD_HEADING_LINES = 4
TOLD_CONTACT_LINES = 2  # lines with a phone or an address that make a block of lines a contact

NONE = Hint("")
NOTE_NAME = rare(r"\[\^(?P<name>[^\[\]\s]{1,60})\]:")
NOTE_MARK = rare(r"[\[［(（]?(?P<number>\d{1,4})[\]］)）]?")
PAGED = rare(r"^(?P<title>.+?)(?:(?<=^.)|(?<![\t \u3000.…·]))(?P<leader>[\t \u3000.…·]++)(?P<page>\d{1,4})$")
WORDS = rare(r"[A-Za-z]{3,}")
CALENDAR = rare(
    r"^(?:(?:\d{2,4}|[二〇零一三四五六七八九]{4})\s*年(?:\s*\S{1,3}\s*月(?:\s*\S{1,3}\s*日)?)?|\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2})$"
)
TIME = rare(  # the value of a label, and nothing else
    r"\d{4}\s*+[-/.年]\s*+\d{1,2}\s*+[-/.月]\s*+\d{1,2}\s*+日?\s*+(?:\d{1,2}:\d{2}\s*+)?(?:[（(][^（）()]{1,12}[）)])?$"
)
SET_APART = ("link", "bracket", "bold sentence")  # what several sisters share is no slip, even where they are sentences
ASKED = rare(r"^[问答QA]\s*[：:]")  # in an interview
DATES_LEAST = 3  # headings that are dates, in a chronicle
ATTACHMENTS = rare(r"^附\s*[件表](?:下载|列表|清单)?\s*[：:]?$")


def hint(piece: Piece) -> Hint:
    """Return what the file says of a piece; a hint without a role where it says nothing."""
    return piece.hint or NONE


def arranged(draft: Draft) -> Draft:
    """Put facts about the article that stand above its title (索引号：… 来源：…) below it, where they belong."""
    title = [i for i, piece in enumerate(draft.pieces) if hint(piece).data == "title"]
    if not title:
        return draft
    above = [i for i in range(title[0]) if hint(draft.pieces[i]).role in ("paragraph", "kicker")]
    facts = [i for i in above if hint(draft.pieces[i]).role == "kicker" or label_line(draft.pieces[i].text)]
    facts.sort(key=lambda i: hint(draft.pieces[i]).role == "kicker")
    return reordered(draft, [(tuple(facts), title[-1] + 1)]) if facts else draft


def furniture(draft: Draft) -> Iterator[Mark]:
    """Label what the file itself sets beside its text, with the reason that is told."""
    for i in draft.free:
        if hint(draft.pieces[i]).role == "furniture":
            yield Mark(i, Label("furniture", "told by the file", data=LeftOut(hint(draft.pieces[i]).data)))


def blocks(draft: Draft) -> Iterator[Mark]:
    """Label code, captions and notes of tables that are told."""
    own: dict[int, tuple[int, int]] = {}  # of a table: group and first line
    for i in draft.free:
        piece = draft.pieces[i]
        role, _, group, data = hint(piece)[:4]
        if role == "code":
            yield Mark(i, Label("code", "code told by the file", 1.0, group, whole_line(draft, i)))
        elif data == "table" and role in ("caption", "note"):
            first = i if i - 1 not in own or own[i - 1][0] != group else own[i - 1][1]
            own[i] = (group, first)
            yield Mark(i, Label("caption" if role == "caption" else "remark", f"{role} of a table", 0.9, first))
        elif role == "caption":
            yield Mark(i, Label("caption", "caption told by the file", 0.9, i))
        elif role == "byline":
            yield Mark(i, Label("byline", "author told by the file", 0.95, i, data=Signed()))
        elif role == "kicker":
            yield Mark(i, Label("remark", "leads up to the title", 0.8, i))


def notes(draft: Draft) -> Iterator[Mark]:
    """Label the footnotes that are told, each with the mark that calls it in front."""
    groups: dict[int, list[int]] = {}
    for i in draft.free:
        if hint(draft.pieces[i]).role == "note":
            groups.setdefault(hint(draft.pieces[i]).group, []).append(i)
    for lines in groups.values():
        text = draft.pieces[lines[0]].text
        if m := NOTE_NAME.match(text):
            opening = Opening(mark_value(m["name"]), *m.span("name"), text[m.end() :].lstrip(), strong=True)
            yield from _named(draft, list(label_note(draft, lines, opening)), m)
        elif m := NOTE_MARK.match(text):
            opening = Opening(int(m["number"]), 0, m.end(), text[m.end() :].lstrip(), strong=True)
            yield from label_note(draft, lines[:1], opening)


def _named(draft: Draft, marks: list[Mark], m: re.Match[str]) -> Iterator[Mark]:
    """Leave out the brackets around the name of a note: [^1]:"""
    start = draft.pieces[marks[0].piece].start
    around = ((0, m.start("name")), (m.end("name"), m.end()))
    signs = tuple(Part(start + a, start + b, "drop:markup:[^]") for a, b in around)
    label = marks[0].label
    yield marks[0]._replace(label=label._replace(parts=(signs[0], *label.parts[:1], signs[1], *label.parts[1:])))
    yield from marks[1:]


def cells(draft: Draft) -> Iterator[Mark]:
    """Label the cells of tables that are told; their hints say what each begins, its row and its column."""
    first: dict[int, int] = {}  # piece by table
    row: dict[int, str] = {}
    for i in draft.free:
        piece = draft.pieces[i]
        told = hint(piece)
        if told.role != "cell":
            continue
        group = told.group
        begins, number, column = (*told.data.split(" "), "", "")[:3]
        if begins not in ("line", "break") and row.get(group) != number:
            row[group] = number
            begins = "head" if begins == "head" else "row"
        elif begins not in ("line", "break"):
            begins = "cell"
        name = begins
        if begins not in ("line", "break"):
            name = f"{begins} {column} {told.down} {told.across}" if column else begins
        parts = (Part(piece.start, piece.end, name),)
        yield Mark(
            i,
            Label("table", "cells told by the file", 0.95, first.setdefault(group, i), parts, data=Cells("cells")),
        )


def contents(draft: Draft) -> Iterator[Mark]:
    """Label the contents list that the file links to the places in it."""
    entries = [i for i in draft.free if hint(draft.pieces[i]).role == "contents"]
    for i in entries:
        piece = draft.pieces[i]
        _, level, _, data = hint(piece)[:4]
        if data == "head":
            yield Mark(i, Label("contents head", "contents head"))
        else:
            yield Mark(i, Label("contents", "contents told by the file", 0.95, i, _entry(piece), level))


def _entry(piece: Piece) -> tuple[Part, ...]:
    """Split an entry of the contents into its title and its page, where it names one."""
    m = PAGED.match(piece.text) if "\t" in piece.text else None
    if m is None:
        return dressed(piece.text, piece.start)
    leader, page = (Part(piece.start + m.start(n), piece.start + m.end(n), n) for n in ("leader", "page"))
    return (*dressed(m["title"], piece.start), leader._replace(name="drop:toc-leader"), page)


def headings(draft: Draft) -> Iterator[Mark]:
    """Label the headings that are told and read like headings."""
    groups: dict[int, list[int]] = {}
    for i in draft.free:
        if hint(draft.pieces[i]).role == "heading":
            groups.setdefault(hint(draft.pieces[i]).group, []).append(i)
    dates = sum(CALENDAR.match(bare(draft.joined(lines))) is not None for lines in groups.values())
    labels = {i for lines in groups.values() if label_line(draft.joined(lines)) for i in lines}
    spoken = _spoken(draft, groups) if draft.markup else frozenset()
    for lines in groups.values():
        if lines[0] in spoken:
            continue
        _, level, _, data = hint(draft.pieces[lines[0]])[:4]
        if data == "look" and lines[0] in labels and {lines[0] - 1, lines[-1] + 1} & labels:
            continue  # one of the lines of a form: 学院：… 班级：…
        if _reads_like_heading(draft, lines, data, dates) and not _heads_contact(draft, lines[-1], data):
            confidence = 0.95 if data in ("title", "tag") else 0.85 if data == "entry" else 0.75
            for i in lines:
                piece = draft.pieces[i]
                parts = title_parts(piece.text, piece.start) if i == lines[0] else ()
                parts = _without_colon(draft, i, parts) if i == lines[-1] else parts
                rule = f"heading told by the file ({data or 'tag'})"
                yield Mark(
                    i,
                    Label(
                        "heading",
                        rule,
                        confidence,
                        lines[0],
                        parts,
                        0,
                        _style(level, data, hint(draft.pieces[lines[0]]).dress if draft.markup else ""),
                    ),
                )


def _spoken(draft: Draft, groups: Mapping[int, list[int]]) -> frozenset[int]:
    """Name the questions of an interview among the headings: they are some where a level of tags is theirs alone."""
    asked = {lines[0]: ASKED.match(bare(draft.joined(lines))) is not None for lines in groups.values()}
    shared = {hint(draft.pieces[i]).level for i, asks in asked.items() if not asks}
    told = (hint(draft.pieces[i]) for i in asked)
    return frozenset(
        i for (i, asks), h in zip(asked.items(), told, strict=True) if asks and (h.data != "tag" or h.level in shared)
    )


DRESSES: Mapping[str, Dress] = MappingProxyType(
    {"bold": "bold", "bold sentence": "bold", "bracket": "bracket", "link": "link", "": "tag", "tag": "tag"}
)


def _style(level: int, data: str, lead: str = "") -> HeadingStyle:
    """Return how a heading is dressed whose hint says `data`; `lead` is what leads it, a number or an ornament."""
    if data == "title":
        return HeadingStyle("told title")
    return HeadingStyle(DRESSES.get(data, "set"), min(level, 9), lead)


def _without_colon(draft: Draft, i: int, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Leave out the colon that a heading ends in, but where the file has its text as it is to be shown."""
    piece = draft.pieces[i]
    if draft.markup or piece.text[-1] not in "：:" or len(piece.text) < 2:
        return parts
    kept = parts[:-1] if parts else ()
    last = parts[-1] if parts else Part(piece.start, piece.end, "title")
    return (*kept, last._replace(end=piece.end - 1), Part(piece.end - 1, piece.end, "drop:punctuation"))


def _reads_like_heading(draft: Draft, lines: list[int], data: str, dates: int = 0) -> bool:
    """Tell whether lines that are set as a heading could be one; `dates` of them are dates, as in a diary."""
    text = bare(draft.joined(lines)) if draft.markup else draft.joined(lines)
    if data == "title":
        return True
    if CALENDAR.match(text):
        return dates >= DATES_LEAST
    wide = em(text) if draft.markup else sum(draft.pieces[i].width for i in lines)
    if len(lines) > TOLD_HEADING_LINES or wide > TOLD_HEADING_EM:
        return False
    if len(IS_HAN.findall(text)) < 2 and not WORDS.search(text) and not (data == "tag" and draft.markup):
        return False
    if (
        _is_sentence(text, data, draft.markup)
        or is_caption(text)
        or is_dateline(text)
        or is_role_byline(text)
        or signs_by_role(text)
    ):
        return False
    label = label_line(text) if data not in ("tag", "entry", *SET_APART) else None
    if label and (IS_FACT.fullmatch("".join(label["label"].split())) or TIME.match(label["value"])):
        return False
    return not any(p.match(text) for p in (CONTACT_LABEL, SIGNED, EDITOR_NOTE, SALUTATION, AUTHOR_NOTE))


def _is_sentence(text: str, data: str, markup: bool) -> bool:
    """Tell whether a text is closed as a sentence is; what signs of Markdown mark as a heading is so by 。 alone."""
    if data in SET_APART:
        return False
    if markup and data in ("tag", "bold"):
        return text.endswith("。")
    return ends_sentence(text.rstrip("？！?!"))


def _heads_contact(draft: Draft, i: int, data: str) -> bool:
    """Tell whether a heavy line is the first of a contact block: set close above lines with a phone or an address."""
    if data != "look" or i + 1 >= len(draft.pieces) or draft.pieces[i + 1].blanks:
        return False
    lines = _block(draft, i + 1)
    return sum(contact_line(draft, k) for k in lines) >= TOLD_CONTACT_LINES


def _block(draft: Draft, first: int) -> list[int]:
    """Return the free pieces from one on that the file sets as lines of one block."""
    group = hint(draft.pieces[first]).group
    lines: list[int] = []
    for i in range(first, len(draft.pieces)):
        if hint(draft.pieces[i]).group != group or draft.role(i):
            break
        lines.append(i)
    return lines


def contacts(draft: Draft) -> Iterator[Mark]:
    """Label whole blocks of lines as a contact where several of them are the lines of one."""
    starts = [i for i in draft.free if hint(draft.pieces[i]).role == "paragraph"]
    above = {b: a for a, b in pairwise(range(len(draft.pieces)))}
    for i in starts:
        if i and hint(draft.pieces[i - 1]).group == hint(draft.pieces[i]).group and not draft.role(i - 1):
            continue
        lines = _block(draft, i)
        found = sum(contact_line(draft, k) for k in lines)
        long = sum(draft.pieces[k].closed and draft.pieces[k].width > TOLD_HEADING_EM / 2 for k in lines)
        if len(lines) < 2 or found < TOLD_CONTACT_LINES or found < len(lines) / 3 or long:
            continue
        head = above.get(i, -1)
        if (
            head >= 0
            and not draft.pieces[i].blanks
            and not draft.role(head)
            and hint(draft.pieces[head]).role == "heading"
        ):
            lines = [head, *lines]
        for k in lines:
            yield Mark(k, Label("contact", "contact block told by the file", 0.9, lines[0]))


def facts(draft: Draft) -> Iterator[Mark]:
    """Label the facts in the bar below a title: 来源：…, or a date alone."""
    heads = [i for i, label in enumerate(draft.labels) if label and label.role == "heading"]
    for head in heads:
        i = head + 1
        while i < len(draft.pieces) and draft.role(i) in ("", "furniture", "byline"):
            piece = draft.pieces[i]
            if not draft.role(i):
                if hint(piece).data != "fact":
                    break
                if label_line(piece.text):
                    yield from as_meta(draft, [i])
                else:
                    parts = (Part(piece.start, piece.end, "value"),)
                    yield Mark(i, Label("meta", "fact below a title", 0.8, i, parts))
            i += 1


def items(draft: Draft) -> Iterator[Mark]:
    """Label the items of lists that are told."""
    for i in draft.free:
        role, level, _, data = hint(draft.pieces[i])[:4]
        if role == "list_item" and data != "wrapped" and draft.labels[i] is None:
            yield Mark(i, Label("opening", "list item told by the file", 0.95, i, level=level, data=ListItem()))


def attachments(draft: Draft) -> Iterator[Mark]:
    """Label 附件： alone in its block as the head of the list below it."""
    for i in draft.free:
        piece = draft.pieces[i]
        if (
            piece.hint is None
            or piece.text[0] != "附"
            or not ATTACHMENTS.match(piece.text)
            or i + 1 >= len(draft.pieces)
        ):
            continue
        if draft.pieces[i + 1].number or hint(draft.pieces[i + 1]).role == "list_item":
            cut = piece.end - (piece.text[-1] in "：:")
            parts = (Part(piece.start, cut, "title"), Part(cut, piece.end, "drop:punctuation"))
            kept = tuple(part for part in parts if part.end > part.start)
            yield Mark(i, Label("heading", "heads a list of attachments", 0.8, i, kept, 0, HeadingStyle("attachments")))
