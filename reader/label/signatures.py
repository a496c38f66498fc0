"""Lines that are neither text nor heading: contacts, label lines, notes about authors, sign-offs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from reader.label.facts import ORIGIN
from reader.label.typesetting import INDENT_MAX
from reader.model.draft import Aside, Draft, HeadingStyle, Label, Mark, Part, Piece
from reader.text.patterns import (
    AUTHOR_NOTE,
    CONTACT_LABEL,
    EDITOR_NOTE,
    is_contact,
    label_line,
    rare,
)
from reader.text.vocabulary import (
    EDITORS,
    IN_CHARGE,
    REACHED_BY,
    REACHED_PERSONS,
    SIGNS_OF_REACH,
    UNIT_SIGNS,
    UNITS,
    wide,
)

LABEL_VALUE_EM = 60  # em; the value of a label line
FRONT_FACTS = 4  # lines above a title
LABEL_LINES = 3  # lines that the value of a label line is wrapped over
SIGN_OFF_EM = 24  # em; an office or a date below a letter
ORG_EM = 36  # em; the name of a unit

FIELD_TITLE = re.compile(
    r"^(?:(?:邮件|文章|新闻|稿件)?标\s*题|题\s*目|篇\s*名|会议名称|活动名称|培训名称|讲座名称|项目名称|名\s*称)\s*[：:]\s*"
)
FIELD_BODY = re.compile(r"^(?:摘\s*要|简\s*介|内\s*容|正\s*文|内容提要|内容简介|主要内容|内容摘要|会议简介)\s*[：:]\s*")
FIELD_STARTS = frozenset("标题邮文新稿篇会活培讲项名摘简内正主")
IMPRINT = re.compile(
    rf"""
    (?:{wide(EDITORS)}|{wide(REACHED_BY)}|[Ee]-?mail)
    (?>\s*)(?:[：:]|(?<=[\u3000\ ])(?=\S))
    """,
    re.X,
)
ENDS_IN_DIGIT = re.compile(r"\d[）)]?$")
COPIES = rare(r"^[（(]?共?印\s?\d+\s?份[）)]?$")
PRINTED = rare(r"\S{4,30}+\s++\d{4}\s*+年\s*+\d{1,2}\s*+月\s*+\d{1,2}\s*+日\s*+印发$")  # 某局办公室　2031年4月29日印发
SENT_TO = rare(r"^(?:报|送|发|抄报|抄送|分送|呈报|主送|报送|印发)\s*[：:]")
HAS_PERSON = rare(rf"(?:\S{{0,4}}(?:{REACHED_PERSONS}))\s*[：:]\s*\S")
PICTURES = "\U0001f000"  # and above; a line with one in front begins something of its own
CARD_LINES = 6  # of what is said of a person, with the lines that it wraps over
PUBLISHED = rare(r"(?:主办|主管|承办|协办|编印|出版|发行)(?:单位)?\s*[：:]")
POSTCODE = rare(r"[（(]\s*邮\s*编\s*[：:]\s*\d{6}\s*[）)]$")
LATIN_LABEL = rare(r"(?:Contact|Tel|Telephone|Phone|Mobile|Fax|E-?mail|Mail|Website)\.?\s*[：:]\s*\S", re.I)
RESPONSIBLE = rare(rf"\S{{0,6}}(?:{IN_CHARGE})\s*[：:]")
ORG_END = rare(rf"(?:[{UNIT_SIGNS}]|{UNITS}|联系方式|联系人)[：:]?$")
SIGNED_DATE = re.compile(r"^(?:\d{4}|[二〇零一三四五六七八九]{4})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日$")
ONLY_PHONES = rare(r"^[\d\-—－；;、，,/\s()（）+]{7,}$")
BOLD_LABEL = rare(rf"^\*\*(?P<label>{ORIGIN})(?:\*\*\s*[：:]|\s*[：:]\s*\*\*)\s*(?P<value>[^\s*][^*]*)$")
STROKE_LABEL = rare(rf"^(?P<label>{ORIGIN})\s*[|｜丨]\s*(?P<value>\S.*)$")
STATES = rare(rf"(?:{ORIGIN}|\S{{0,4}}(?:编号|文号|密级|程度|类别|单位|期号))\s*[：:]")  # what no headline begins with
FACTS_APART = rare(rf"(?<=\S)(?:[ \u3000\t]*[|｜丨/][ \u3000\t]*|[ \u3000\t]+)(?=(?:{ORIGIN})\s*[：:]\s*\S)")
NO_LABEL = rare(r"(?:括|指出|表示|认为|介绍|强调|说|道|为|是|有|如下|例如|其中)$")  # 主要行动包括：is prose
REACH = rare(r"(?<![\d-])(?:0\d{2,3}[-－—]\d{7,8}|1[3-9]\d{9})(?![\d-])|(?<![\w.-])[\w.-]++@[\w-]++\.\w")


def fields(draft: Draft) -> Iterator[Mark]:
    """Label articles laid out as fields: 标题：… is a heading, 摘要：… opens the text.

    Believed only where the same field comes back or opens the file, so that a lone 内容：… in a text stays text.
    """
    starts = [i for i in draft.free if draft.pieces[i].text[0] in FIELD_STARTS]
    titles = {i: m for i in starts if (m := FIELD_TITLE.match(draft.pieces[i].text))}
    bodies = {i: m for i in starts if (m := FIELD_BODY.match(draft.pieces[i].text))}
    names = Counter(m.group().strip() for m in titles.values())
    if 2 * sum(_is_fact_of_item(draft, i) for i in titles) > len(titles):
        return
    labelled = [i for i in titles if i + 1 < len(draft.pieces) and label_line(draft.pieces[i + 1].text)]
    if max(names.values(), default=0) < 2 or len(bodies) < 2 and len(labelled) < 2:
        titles = {i: m for i, m in titles.items() if i == draft.free[0]}  # one at the very top is believed
        bodies = {}
    for i, m in titles.items():
        piece = draft.pieces[i]
        cut = piece.start + m.end()
        parts = (Part(piece.start, cut, "drop:field-label"), Part(cut, piece.end, "title"))
        yield Mark(i, Label("heading", "title field", 0.95, i, parts, data=HeadingStyle("field")))
    for i, m in bodies.items():
        piece = draft.pieces[i]
        cut = piece.start + m.end()
        parts = (Part(piece.start, cut, "drop:field-label"), Part(cut, piece.end, "text"))
        yield Mark(i, Label("opening", "text field", 0.95, i, tuple(p for p in parts if p.end > p.start)))


def _is_fact_of_item(draft: Draft, i: int) -> bool:
    """Tell whether a title field stands below a numbered line: the item that it is a fact of, 题目 of a lecture."""
    above = draft.pieces[i - 1] if i else None
    if above is None or above.closed or above.number is None:
        return False
    return above.number.style not in ("han", "chapter")


def meta_lines(draft: Draft) -> Iterator[Mark]:
    """Label runs of label lines directly below a heading: 文章：… 学报：… 时间：… 联系人：…"""
    pieces = draft.pieces
    for head, label in enumerate(draft.labels):
        if label is None or label.role not in ("heading", "byline"):
            continue
        run, end = [], head + 1
        while end < len(pieces) and draft.role(end) in ("meta", "furniture") and pieces[end].hint:
            end += 1  # facts that the file told
        while lines := _label_line(draft, _below_furniture(draft, end)):
            run.append(lines)
            end = lines[-1] + 1
        facts = _without_cards(draft, run)
        if not all(contact_line(draft, lines[0]) for lines in facts):
            for lines in facts:
                yield from as_meta(draft, lines)


def _without_cards(draft: Draft, run: list[list[int]]) -> list[list[int]]:
    """Leave out the cards of several people among label lines, or of one that is all there is.

    What is asked of an event has one name and one number; whoever signs a report has a card with numbers each.
    """
    inside: set[int] = set()
    cards = 0
    for lines in run:
        last = _card_end(draft, lines[0])
        if lines[0] not in inside and last > lines[0]:
            inside.update(range(lines[0], last + 1))
            cards += 1
    facts = [lines for lines in run if lines[0] not in inside]
    return facts if cards > 1 or not facts else run


def _below_furniture(draft: Draft, i: int) -> int:
    """Step over what a file sets between label lines and tells to be no text."""
    while i < len(draft.pieces) and draft.role(i) == "furniture" and draft.pieces[i].hint:
        i += 1
    return i


def _label_line(draft: Draft, i: int) -> list[int]:
    """Return the pieces of a label line at i, its wrapped value included; empty where it is none."""
    if i >= len(draft.pieces) or draft.role(i):
        return []
    m = _labelled(draft.pieces[i].text)
    if not m or EDITOR_NOTE.match(m.string) or FIELD_BODY.match(m.string) or NO_LABEL.search(m.group("label")):
        return []
    lines = [i]
    while draft.measures[i] and lines[-1] + 1 < len(draft.pieces) and len(lines) <= LABEL_LINES:
        following = lines[-1] + 1
        if draft.role(following) or draft.opens(following) or label_line(draft.pieces[following].text):
            break
        lines.append(following)
    last = draft.pieces[lines[-1]]
    closed = last.closed and last.text[-1] not in "》）)”"
    wide = sum(draft.pieces[k].width for k in lines) > LABEL_VALUE_EM
    return [] if closed or wide or len(lines) > LABEL_LINES else lines


def _labelled(text: str) -> re.Match[str] | None:
    """Split a line into label and value, also where the label is set in bold or a stroke stands behind it."""
    return label_line(text) or BOLD_LABEL.match(text) or STROKE_LABEL.match(text)


def as_meta(draft: Draft, lines: list[int], rule: str = "label line below a heading") -> Iterator[Mark]:
    """Label the pieces of one label line, on which several facts may stand: 来源：… 作者：…"""
    piece = draft.pieces[lines[0]]
    parts = tuple(_facts(piece))
    yield Mark(lines[0], Label("meta", rule, 0.9, lines[0], parts))
    for k in lines[1:]:
        rest = (Part(draft.pieces[k].start, draft.pieces[k].end, "value"),)
        yield Mark(k, Label("meta", rule, 0.9, lines[0], rest))


def _facts(piece: Piece) -> Iterator[Part]:
    """Part a label line into its labels and values, and the strokes between them."""
    gaps = [m.span() for m in FACTS_APART.finditer(piece.text)]
    ends = [0, *(end for _, end in gaps)]
    for start, (stop, end) in zip(ends, [*gaps, (len(piece.text), len(piece.text))], strict=True):
        m = _labelled(piece.text[start:stop])
        assert m is not None
        cuts = (0, m.start("label"), m.end("label"), m.start("value"), stop - start)
        for (a, b), name in zip(pairwise(cuts), ("drop:markup:*", "label", "colon", "value"), strict=True):
            if b > a:
                yield Part(piece.start + start + a, piece.start + start + b, name)
        if piece.text[stop:end].strip():
            yield Part(piece.start + stop, piece.start + end, "drop:punctuation")


def front_lines(draft: Draft) -> Iterator[Mark]:
    """Label the facts that stand above the first title of a file, and nothing else does: 题目编号：…"""
    head = next((i for i, label in enumerate(draft.labels) if label and label.role == "heading"), -1)
    above = [i for i in range(head) if not draft.role(i)]
    if not 0 < len(above) <= FRONT_FACTS or any(contact_line(draft, i) for i in above):
        return
    runs = [_label_line(draft, i) for i in above if STATES.match(draft.pieces[i].text)]
    if [i for lines in runs for i in lines] == above:
        for lines in runs:
            yield from as_meta(draft, lines, "label line above the title")


def author_notes(draft: Draft) -> Iterator[Mark]:
    """Label notes about authors or the issue, in brackets of their own: （作者系…研究员）"""
    for unit in draft.units():
        if draft.pieces[unit[0]].text[0] not in "（(【[":
            continue
        text = draft.joined(unit)
        if AUTHOR_NOTE.match(text) and len(text) <= 140:
            for i in unit:
                yield Mark(i, Label("remark", "bracketed note", 0.9, unit[0], data=Aside(_is_of_column(text))))


def _is_of_column(text: str) -> bool:
    """Tell whether a note or contact speaks of the whole column rather than of the article above it."""
    return re.search("专栏|栏目|本期|本版|^[（(]以上", text[:12]) is not None


def sign_offs(draft: Draft) -> Iterator[Mark]:
    """Label the signature of a letter: a date alone on its line, and the office set far to the right above it."""
    for i in draft.free:
        piece = draft.pieces[i]
        if piece.width > SIGN_OFF_EM or not SIGNED_DATE.match(piece.text) or not i or draft.role(i - 1):
            continue
        above = draft.pieces[i - 1]
        right = piece.indent > INDENT_MAX or _is_set_right(piece)
        office = _is_office(draft, i - 1, right)
        if office or above.closed and right:
            yield Mark(i, Label("remark", "date of a signature", 0.8, i, data=Aside(states="date")))
        k = i - 1
        while office and k >= 0 and (k == i - 1 or _is_unit(draft.pieces[k]) and _is_office(draft, k, right)):
            yield Mark(k, Label("remark", "office of a signature", 0.8, k, data=Aside(states="publisher")))
            k -= 1


def _is_office(draft: Draft, i: int, right: bool) -> bool:
    """Tell whether a line is the office that signs, or one of several: short, unclosed and set to the right."""
    piece = draft.pieces[i]
    if draft.role(i) or piece.closed or piece.width > SIGN_OFF_EM:
        return False
    if piece.hint and not piece.look and piece.hint.role in ("", "paragraph") and _is_unit(piece):
        return True  # a unit and a date, each a paragraph of its own, in a file that has no right edge
    return piece.indent > INDENT_MAX or right or _is_set_right(piece)


def _is_unit(piece: Piece) -> bool:
    return piece.number is None and ORG_END.search(piece.text) is not None


def _is_set_right(piece: Piece) -> bool:
    return piece.hint is not None and piece.hint.data == "right"


def distribution(draft: Draft) -> Iterator[Mark]:
    """Label the foot of an official paper: whom it was sent to, who printed it and when, and how many copies."""
    every = list(draft.units())
    units = [unit for unit in every if draft.pieces[unit[0]].text[0] in "报送发抄主分呈共印"]
    copies = [unit for unit in units if COPIES.match(draft.joined(unit))]
    copies += [unit for unit in every if draft.pieces[unit[-1]].text[-1] == "发" and PRINTED.match(draft.joined(unit))]
    lists = [unit for unit in units if SENT_TO.match(draft.pieces[unit[0]].text)]
    for unit in [*(lists if copies or len(lists) > 1 else ()), *copies]:
        for i in unit:
            yield Mark(i, Label("remark", "foot of an official paper", 0.85, unit[0]))


def contacts(draft: Draft) -> Iterator[Mark]:
    """Label contact blocks: label lines with the units above them, and imprint lines; a block for each person."""
    i, pieces = 0, draft.pieces
    while i < len(pieces):
        if draft.role(i) or not (contact_line(draft, i) or _card_end(draft, i) > i):
            i += 1
            continue
        first, last = _first_line(draft, i), _last_line(draft, i)
        if last > first or _is_whole_contact(pieces[i].text):
            scope = Aside(_is_of_column(pieces[first].text))
            for k in range(first, last + 1):
                yield Mark(k, Label("contact", "contact block", 0.9, first, data=scope))
        i = last + 1


def _is_whole_contact(text: str) -> bool:
    """Tell whether one line alone is a contact block: of two labels, or led by the picture of a telephone."""
    labels = max(len(IMPRINT.findall(text)), len(CONTACT_LABEL.findall(text)))
    return labels > 1 or text[0] in SIGNS_OF_REACH


def _first_line(draft: Draft, i: int) -> int:
    """Return the first of the units above a contact line, or the line itself."""
    while i and not draft.role(i - 1) and _unit_line(draft, i - 1) and not contact_line(draft, i - 1):
        i -= 1
        if draft.pieces[i].number:
            break
    return i


def _last_line(draft: Draft, i: int) -> int:
    """Return the last line of a contact block: it goes on until another person begins another one."""
    card, named, reached = i, False, False
    pictured = draft.pieces[i].text[0] in SIGNS_OF_REACH
    while True:
        text = draft.pieces[i].text
        if HAS_PERSON.match(text):
            card, named, reached = max(i, _card_end(draft, i)), True, False
        reached = reached or is_contact(text)
        i += 1
        if i >= len(draft.pieces) or draft.role(i) or not (i <= card or _goes_on(draft, i)):
            return i - 1
        text = draft.pieces[i].text
        if named and reached and HAS_PERSON.match(text) or text[0] in SIGNS_OF_REACH and not pictured:
            return i - 1


def _card_end(draft: Draft, i: int) -> int:
    """Return the last way to reach the person whom a label line names, among the label lines below; i where none."""
    last = i
    if draft.role(i) or not HAS_PERSON.match(draft.pieces[i].text):
        return i
    for k in range(i + 1, min(i + 1 + CARD_LINES, len(draft.pieces))):
        text = draft.pieces[k].text
        label = label_line(text)
        if draft.role(k) or draft.pieces[k].closed or HAS_PERSON.match(text) or not label and draft.opens(k):
            break
        if is_contact(text) or not label and last == k - 1 > i:  # wrapped
            last = k
    return last


def contact_line(draft: Draft, i: int) -> bool:
    """Tell whether a piece is a line of a contact block: a label with a way to reach somebody, or an imprint."""
    piece = draft.pieces[i]
    text = piece.text.replace("**", "")
    if piece.closed and not ENDS_IN_DIGIT.search(text[-2:]):
        return False
    if IMPRINT.match(text) and len(IMPRINT.findall(text)) >= 2:
        return True
    if text[0] in SIGNS_OF_REACH:
        return REACH.search(text) is not None
    label = label_line(text)
    if label is None:
        return LATIN_LABEL.match(text) is not None
    if is_contact(text) or RESPONSIBLE.match(text) or POSTCODE.search(text):
        return True
    if PUBLISHED.match(text) and IMPRINT.search(text):
        return True
    return piece.hint is not None and REACH.search(label.group("value")) is not None


def _unit_line(draft: Draft, i: int) -> bool:
    piece = draft.pieces[i]
    if piece.number and piece.number.style in ("han", "han_paren", "chapter"):
        return False
    fits = piece.width <= ORG_EM and not piece.closed and piece.text[0] != "#"
    return fits and ORG_END.search(piece.text) is not None


def _goes_on(draft: Draft, i: int) -> bool:
    """Tell whether a contact block goes on: with label lines, until a new number or unit begins another."""
    text = draft.pieces[i].text
    above = draft.pieces[i - 1].text
    if above[-1] in "：:；;、" and contact_line(draft, i - 1) or ONLY_PHONES.match(text):
        return draft.pieces[i].width <= LABEL_VALUE_EM
    if above.count("（") > above.count("）") or text[0] == "（" and not draft.opens(i):
        return draft.pieces[i].width <= ORG_EM
    if draft.pieces[i].number or text[0] == "#":
        return False
    if text[0] >= PICTURES:
        return contact_line(draft, i)
    rest = not draft.opens(i) and draft.pieces[i].width <= ORG_EM and "。" not in text  # of a wrapped address
    return contact_line(draft, i) or rest
