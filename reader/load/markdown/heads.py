"""Lines that head what follows without a # sign: in bold, in 【】, a link behind a number; alone, or with text behind.

Whether a head opens an article is decided later, for sisters together; here only its words and its dress are told. One
head with text behind it could be a label as well: several that are headlines, with text of their own, are believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from reader.load.markdown.sheet import BROKEN, WRAPPED, Row, Sheet
from reader.text.han import simplified
from reader.text.signing import signature

ORNAMENT = r"[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3\u200d]"
LEAD = re.compile(
    rf"""
    (?> (?P<ornament> (?> (?: [0-9#*]\ufe0f?\u20e3 | {ORNAMENT} )+ ) [ \u3000]*+ )? )
    (?> (?P<number> (?: \d{{1,3}} [、.．)）] | [（(]?[一二三四五六七八九十]{{1,3}}[、.．)）] )(?!\d)[ \u3000]*+ )? )
    """,
    re.X,
)
BOLD = r"_{0,2}\*\*(?!\s)[^*\n]{1,120}?\*\*"
LINK = r"\[[^\[\]\n]{1,160}\]\([^()\s]{1,600}\)"
BOLD_LINK = rf"_{{0,2}}\[\s*_{{0,2}}\*\*[^*\n]{{1,120}}\*\*_{{0,2}}\s*\]\([^()\s]{{1,600}}\)|\*\*{LINK}\*\*"
CORES = (
    ("bracket", re.compile(r"\*\*【[^【】\n]{2,120}】\*\*|【[^【】\n]{2,120}】")),
    ("bold", re.compile(rf"(?>(?:(?:{BOLD_LINK}|{BOLD}|__(?!\s)[^_\n]{{1,120}}?__)_{{0,2}}[ \u3000]?)+)")),
    ("link", re.compile(LINK)),
)
PICTOGRAPH = re.compile(r"[\u231a-\u23ff\u2600-\u2604\u2607-\u27bf\u2b50\u2b55\u20e3\U0001f000-\U0001faff]")
SIGNED_LINE = re.compile(r"[^*_\[\]【】`<>|\n]{2,60}")  # the words of a line that a sign leads and nothing else dresses
TORN = re.compile(r"\*\*(?=【[^【】\n]{2,120}】[^*\n])")
MARKUP = re.compile(r"\]\([^()\s]*\)|[*_\[\]【】`]|</?[a-zA-Z][^<>]*>")
WORDS = re.compile(r"[\u3400-\u9fff]{2}|[A-Za-z]{3}|\d[年月日]")
SENTENCE = re.compile(r"[。；;，,][^\w。；;，,]*+$")
HAN = re.compile(r"[\u3400-\u9fff]")
QUESTION = re.compile(r"(?:[QA问答問]|Q\d+)\s*[：:]")
NUMBERED = re.compile(r"(?:\d{1,3}|[（(]?[一二三四五六七八九十]{1,3})[、.．)）]")
COLON = re.compile(r"[：:]")
LABEL = re.compile(r"(?P<label>[\u3400-\u9fff]{2,6})[：:](?=.)")
NOTE = re.compile(r"[（(\[].{0,200}[）)\]]\W*")
LINKS = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)|https?://\S+")
STOP = re.compile(r"[。！？…；]|[.!?](?:\s|$)")
BEHIND = re.compile(r"\s*[：:—–\-]*\s*")
SENTENCE_HEAD = "bold sentence"  # data of a head that its stop stands in: **标题。**正文
LABEL_EM = 7.0  # em; of heads with text behind them, half are longer, or they are labels
TEXT_LEAST = 24  # characters of the text behind or below, in half of them
BRACKETS_LONGEST = 14  # characters of the only line in brackets
SISTERS = 3  # heads with text behind them, or links, that make one believed
FOLLOWED = 0.6  # of the heads of a kind have text of their own


class Head(NamedTuple):
    """A head that a row may begin with."""

    row: int
    kind: str  # bracket, bold, link, sign
    start: int  # of its words, its number among them
    end: int
    words: str  # without markup
    behind: int  # where the text behind it begins; the row's end where there is none
    lead: str  # how it is led: ornament, number
    item: bool
    torn: bool = False  # stars open before it and close behind what follows it


def tell_heads(sheet: Sheet) -> None:
    """Tell the rows that are heads; a row with text behind its head becomes two."""
    sheet.rows.sort(key=lambda row: row.start)
    heads = [head for at in range(len(sheet.rows)) if (head := _head(sheet, at))]
    believed = _believed(sheet, heads)
    rows: list[Row] = []
    begun: dict[int, int] = {}  # the group of the text below a head, by that of its paragraph; 0: not yet begun
    for at, row in enumerate(sheet.rows):
        if row.group in begun and row.data in (WRAPPED, BROKEN):  # the text below a head that stands in its paragraph
            begun[row.group] = begun[row.group] or sheet.group()
            row.role, row.level, row.marker, row.group = "paragraph", 0, "", begun[row.group]
        head = believed.get(at)
        if head is None:
            rows.append(row)
            continue
        rows.extend(_cut(sheet, row, head))
        begun[row.group] = rows[-1].group if len(rows) > 1 and rows[-1].role != "heading" else 0
    sheet.rows = rows


def _head(sheet: Sheet, at: int) -> Head | None:
    """Read the head that a row begins with, if it is a paragraph or an item."""
    row, text = sheet.rows[at], sheet.text
    if row.role not in ("paragraph", "list_item") or row.quote or row.data == WRAPPED:
        return None
    lead = LEAD.match(text, row.start, row.end)
    begin = lead.end() if lead else row.start
    torn = bool(TORN.match(text, begin, row.end))
    for kind, pattern in CORES:
        m = pattern.match(text, begin + 2 * torn, row.end)
        if m is None:
            continue
        start = begin + 2 * torn if torn else lead.start("number") if lead and lead["number"] else begin
        words = MARKUP.sub("", text[start : m.end()]).strip()
        if not WORDS.search(words) and not (lead and lead["number"]):
            return None
        if (kind == "bracket" or kind == "bold" and at and sheet.rows[at - 1].role == "heading") and _is_signed(words):
            return None
        gap = BEHIND.match(text, m.end(), row.end)
        behind = gap.end() if gap else m.end()
        led = f"{'ornament' if lead and lead['ornament'] else ''} {'number' if NUMBERED.match(words) else ''}"
        end = m.start() + len(m.group().rstrip())
        return Head(at, kind, start, end, words, behind, led.strip(), row.role == "list_item", torn)
    return _signed_line(sheet, at, begin) if lead and PICTOGRAPH.search(lead["ornament"] or "") else None


def _signed_line(sheet: Sheet, at: int, begin: int) -> Head | None:
    """Read a whole row that a sign leads, 🚇 or ⛽, as a head; not one that reads like a sentence or a label."""
    row = sheet.rows[at]
    m = SIGNED_LINE.fullmatch(sheet.text, begin, row.end)
    if m is None or not WORDS.search(m.group()) or SENTENCE.search(m.group()) or STOP.search(m.group()):
        return None
    return Head(at, "sign", begin, row.end, m.group().strip(), row.end, "ornament", row.role == "list_item")


def _is_signed(words: str) -> bool:
    """Tell whether words in brackets, or in bold right below a heading, say who wrote rather than head a text."""
    signed = signature(simplified(words))
    return signed is not None and signed.is_certain


def _believed(sheet: Sheet, heads: Sequence[Head]) -> dict[int, Head]:
    """Return the heads that are believed, by their rows."""
    found: dict[int, Head] = {}
    kinds: dict[tuple[str, bool], list[Head]] = {}
    repeated = Counter(head.words for head in heads)
    labels = Counter(m["label"] for head in heads if head.kind == "bold" and (m := LABEL.match(head.words)))
    for head in heads:
        if head.kind == "bold" and (m := LABEL.match(head.words)) and labels[m["label"]] > 1:
            continue  # 状态：… below one heading after the other
        if repeated[head.words] >= SISTERS and (_em(head.words) > LABEL_EM or not HAN.search(head.words)):
            continue  # an ornament, or a call to click
        if head.kind != "bold" or _may_head(sheet, head):
            kinds.setdefault((head.kind, head.item), []).append(head)
    taken = {head.row for head in heads}
    for (kind, item), sisters in kinds.items():
        alone = [head for head in sisters if _is_alone(sheet, head)]
        if item or kind in ("link", "sign"):
            led = [head for head in alone if head.lead or item and kind != "link"]
            believed = led if _have_text_below(sheet, led, taken) else []
        elif kind == "bracket":
            believed = alone if len(alone) > 1 else [head for head in alone if len(head.words) < BRACKETS_LONGEST]
        else:
            believed = alone
        found.update((head.row, head) for head in believed)
        running = [head for head in sisters if not _is_alone(sheet, head)]
        lists = _by_section(sheet, running) if item else [running]
        headlines = [head for one in lists if kind != "link" and _are_headlines(sheet, one) for head in one]
        if headlines:
            found.update((head.row, head) for head in headlines if _em(head.words) > LABEL_EM)
        elif kind == "bold" and not item and any(head.lead == "number" for head in believed):
            found.update((head.row, head) for head in running if head.lead == "number")
    return found


def _may_head(sheet: Sheet, head: Head) -> bool:
    """Tell whether words in bold may be a heading: no question, no sentence, but for one that opens a list item."""
    closed = SENTENCE.search(head.words) is not None
    opens = head.item and head.words.endswith("。") and not _is_alone(sheet, head)
    return not QUESTION.match(head.words) and (opens or not closed)


def _by_section(sheet: Sheet, heads: Sequence[Head]) -> list[list[Head]]:
    """Part heads where headings stand between them: each list is one for itself, but short ones tell only together."""
    parts: list[list[Head]] = []
    last = 0
    for head in heads:
        if not parts or any(row.role == "heading" for row in sheet.rows[last : head.row]):
            parts.append([])
        parts[-1].append(head)
        last = head.row
    short = [head for part in parts if len(part) < SISTERS for head in part]
    return [*(part for part in parts if len(part) >= SISTERS), short]


def _rest(sheet: Sheet, head: Head) -> str:
    """Return the text behind a head in its row."""
    return sheet.text[head.behind : sheet.rows[head.row].end].strip()


def _is_alone(sheet: Sheet, head: Head) -> bool:
    """Tell whether a row holds a head and nothing else, but for a note in brackets: （来源：…）"""
    if head.words.endswith(("：", ":")) or COLON.search(sheet.text, head.end, head.behind):
        return False
    rest = _rest(sheet, head)
    return not rest.strip("*") or head.kind != "bold" and bool(NOTE.fullmatch(rest))


def _em(text: str) -> float:
    """Measure a text: a wide character counts 1, others a half."""
    return sum(1.0 if char >= "\u2e80" else 0.5 for char in NUMBERED.sub("", text))


def _are_headlines(sheet: Sheet, heads: Sequence[Head]) -> bool:
    """Tell whether heads with text behind them are headlines, and not labels or names of what follows."""
    if len(heads) < SISTERS or Counter(head.words for head in heads).most_common(1)[0][1] > 1:
        return False
    words = median(_em(head.words) for head in heads)
    texts = median(len(_rest(sheet, head)) for head in heads)
    colons = sum(
        head.words.endswith(("：", ":")) or bool(COLON.search(sheet.text, head.end, head.behind)) for head in heads
    )
    joined = sum(  # the subject of a sentence
        head.behind == head.end and head.kind == "bold" and not head.words.endswith("。") for head in heads
    )
    return words > LABEL_EM and texts >= TEXT_LEAST and colons + joined <= len(heads) / 2


def _have_text_below(sheet: Sheet, heads: Sequence[Head], taken: set[int]) -> bool:
    """Tell whether most heads have a text of their own below them: sentences, not a line or a link."""
    texts = ["".join(_text_below(sheet, head, taken)) for head in heads]
    told = [len(text) >= TEXT_LEAST and STOP.search(text) is not None for text in texts]
    return len(heads) > 1 and sum(told) >= FOLLOWED * len(heads)


def _text_below(sheet: Sheet, head: Head, taken: set[int]) -> Iterator[str]:
    """Yield the lines of text below a head, without links."""
    group, at = sheet.rows[head.row].group, head.row + 1
    while at < len(sheet.rows) and at not in taken and _is_text(sheet.rows[at], group):
        yield LINKS.sub("", sheet.text[sheet.rows[at].start : sheet.rows[at].end])
        at += 1


def _is_text(row: Row, group: int) -> bool:
    """Tell whether a row is text below a head of a group: a line of its paragraph, or a paragraph."""
    return row.group == group and row.data in (WRAPPED, BROKEN) or row.role in ("paragraph", "quote")


def _cut(sheet: Sheet, row: Row, head: Head) -> list[Row]:
    """Cut a row into its head and the text behind it; what leads the head is left out."""
    sheet.leave_out(row.start, head.start, "bullet")
    group = sheet.group()
    told = replace(row, start=head.start, end=head.end, role="heading", level=0, group=group, data=head.kind, marker="")
    told.dress = head.lead
    if head.kind == "bracket":
        told.start, told.end = sheet.text.find("【", head.start) + 1, sheet.text.rfind("】", head.start, head.end)
        sheet.leave_out(row.start, told.start, "bullet")
        sheet.leave_out(told.end, head.end, "markup:【】")
    elif head.words.endswith("。"):
        told.data = SENTENCE_HEAD
    rest = sheet.text[head.behind : row.end]
    if not rest.strip().strip("*"):
        sheet.leave_out(head.end, row.end, "punctuation")
        return [told]
    if head.kind == "link" and NOTE.fullmatch(rest.strip()):
        return [replace(told, end=row.end)]  # （英文）
    sheet.leave_out(head.end, head.behind, "punctuation")
    below = replace(row, start=head.behind, role="paragraph", level=0, data="", marker="", group=sheet.group())
    if head.torn:  # the stars close behind what stands behind the head
        stars = rest.rfind("**")
        sheet.leave_out(head.behind + stars, head.behind + stars + 2, "markup:*")
        below.end = head.behind + stars if stars >= 0 else row.end
    return [told, below]
