"""The headings of a page: its title, what is tagged, what is set apart by size, weight, place or colour, and heads.

How a heading is dressed is told with it, so that sisters can be found: a group of headings is decided as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.load.html.periodical import names_issue
from reader.load.html.rows import Row
from reader.load.html.traits import Ordinary, Trait
from reader.load.html.words import ATTACHMENT, INFO

HEADING_LONGEST = 90  # characters of a heading, over all its rows
HEADING_ROWS = 3
ENDING = 12  # characters in which a text closes
COLON_LONGEST = 14  # characters of a heading that ends in a colon
LARGER = 1.12  # times the ordinary size
PROSE_LEAST = 40  # characters of a row that is certainly running text
PROSE_LOOK = 0.08  # of the running text is set in a look that is not apart
TEXT_LEAST = 20  # characters of a row below a heading that is one by its link, its place or its colour alone
WEAK_LEAST = 3  # headings that are set alike, where only their link, their place or their colour tells
WEAK_SHARE = 0.7  # of them stand right above a text
LABEL_LONGEST = 8.0  # em of a label before a linked headline
LINK_LEAST = 8  # characters of that headline
DATED = re.compile(
    r"[\[【(（]?\s*(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.:月]\s*\d{1,2}\s*日?(?:[\s:]\d{1,2}){0,3}\s*[\]】)）]?"
)
CLOSED = re.compile(r"[。；;，,、：:]$|[。！？；][”’」』）)]*$")
NO_HEADING = re.compile(
    r"^[\W\d_]*$|^[图表圖]\s*\d|^[图圖][为為]|(?:摄|攝|供图|供圖)[）)]?$|^(?:原创|原創|转载)\s*[：:]|^https?://|^[^\s@]++@\S++$|^(?:问|答|記者|记者)\s*[：:]|^(?:来源|來源|作者|责编|编辑|发布|时间|日期|电话|联系|地址|邮箱)\S{0,6}\s*[：:]"
)
QUESTION = re.compile(r"[！？!?][”’」』）)]*$")  # a heading may end so


class RowLook(NamedTuple):
    """How headings are set that are alike; sorted, the higher ones stand first."""

    smaller: float  # the size, negative
    light: bool
    kind: str  # by which they are headings: look item linked term colored centered, or one of ENTRIES
    color: str


ENTRIES = ("bracket", "bold", "large", "link", "color")  # kinds of heads with text behind them


def mark_headings(rows: list[Row], traits: Sequence[Trait], usual: Ordinary, title: Sequence[int]) -> None:
    """Mark the headings with their levels: the title, those that are tagged, then the others, larger ones first."""
    deepest = _mark_title(rows, traits, title)
    looks: dict[RowLook, list[list[int]]] = {}
    prose = _looks_of_prose(rows, traits)
    for block in _stretches(rows, traits):
        if rows[block[0]].role or not _may_head(rows, traits, block):
            continue
        trait = traits[block[0]]
        if trait.heading:
            level = max(2, trait.heading) if title else trait.heading
            deepest = max(deepest, level)
            _as_heading(rows, _with_subtitle(rows, traits, block), level, "tag", _dress(trait, usual))
        elif kind := _kind(rows, traits, block, usual, (trait.size, trait.bold, trait.color) in prose):
            looks.setdefault(_look(kind, trait), []).append(block)
    believed = {look: blocks for look, blocks in looks.items() if _is_believed(look, rows, traits, blocks)}
    for rank, look in enumerate(sorted(believed, key=_order), 1):
        for block in believed[look]:
            data = "entry" if look.kind in (*ENTRIES, "linked", "item") else "look"
            _as_heading(
                rows, block, deepest + rank, data, " ".join((look.kind, _dress(traits[block[0]], usual))).strip()
            )


def _mark_title(rows: list[Row], traits: Sequence[Trait], title: Sequence[int]) -> int:
    """Mark the title of the page and return its level; 0 where it has none."""
    if not title:
        return 0
    kind = "tag" if names_issue("".join(traits[i].text for i in title)) else "title"
    if kind == "title" and _is_subtitle(rows, traits, title[-1] + 1):
        title = [*title, title[-1] + 1]
    for i in title:
        rows[i].role, rows[i].level, rows[i].group, rows[i].data = "heading", 1, title[0], kind
    return 1


def _with_subtitle(rows: Sequence[Row], traits: Sequence[Trait], block: Sequence[int]) -> list[int]:
    """Return the rows of a tagged heading with the line that goes on with it after a dash."""
    following = block[-1] + 1
    goes_on = _is_subtitle(rows, traits, following) and not CLOSED.search(traits[following].text[-ENDING:])
    return [*block, following] if goes_on and not traits[following].heading else [*block]


def _is_subtitle(rows: Sequence[Row], traits: Sequence[Trait], i: int) -> bool:
    """Tell whether a row right below the title goes on with it after a dash."""
    if i >= len(rows) or rows[i].reason or rows[i].role or rows[i].cell is not None:
        return False
    return traits[i].text.startswith(("——", "—")) and traits[i].chars <= HEADING_LONGEST // 2


def _looks_of_prose(rows: Sequence[Row], traits: Sequence[Trait]) -> frozenset[tuple[float, bool, str]]:
    """Return how running text is set: a short row that is set the same is not set apart."""
    looks: Counter[tuple[float, bool, str]] = Counter()
    for row, trait in zip(rows, traits, strict=True):
        if not row.reason and row.cell is None and trait.chars > PROSE_LEAST and CLOSED.search(trait.text[-ENDING:]):
            looks[trait.size, trait.bold, trait.color] += trait.chars
    most = sum(looks.values())
    return frozenset(look for look, chars in looks.items() if chars > PROSE_LOOK * most)


def _as_heading(rows: list[Row], block: Sequence[int], level: int, data: str, dress: str) -> None:
    for i in block:
        rows[i].role, rows[i].level, rows[i].group, rows[i].data = "heading", level, block[0], data
        rows[i].dress, rows[i].item = dress, 0


def _stretches(rows: Sequence[Row], traits: Sequence[Trait]) -> Iterator[list[int]]:
    """Group the rows of a run that are set alike."""
    block: list[int] = []
    above: tuple[object, ...] = ()
    for i, (row, trait) in enumerate(zip(rows, traits, strict=True)):
        if row.reason or row.role or row.cell is not None:
            continue
        is_none = NO_HEADING.search(trait.text) is not None
        look = (row.run, trait.size, trait.bold, trait.color, trait.heading, row.entry, is_none)
        if block and (block[-1] != i - 1 or look != above or row.entry):
            yield block
            block = []
        block.append(i)
        above = look
    if block:
        yield block


def _may_head(rows: Sequence[Row], traits: Sequence[Trait], block: Sequence[int]) -> bool:
    """Tell whether a stretch reads like a heading: short, not closed like a sentence, no label and no address."""
    text = "".join(traits[i].text for i in block)
    if rows[block[0]].entry:
        return True
    if len(text) > HEADING_LONGEST or NO_HEADING.search(text) or ATTACHMENT.match(text):
        return False
    if text[-1] in "：:":
        return len(text) <= COLON_LONGEST
    return not CLOSED.search(text[-ENDING:]) or traits[block[0]].heading > 0 and QUESTION.search(text) is not None


def _kind(rows: Sequence[Row], traits: Sequence[Trait], block: Sequence[int], usual: Ordinary, prose: bool) -> str:
    """Name by what a stretch without a tag is a heading; empty where nothing sets it apart."""
    row, trait = rows[block[0]], traits[block[0]]
    if row.entry:
        return row.entry
    linked = trait.linked > 0.9 or _is_link_with_date(row)
    if row.item:
        return "item" if (trait.bold and not usual.bold or linked) and _heads_item(rows, traits, block[-1]) else ""
    if trait.linked and not (linked and _heads_text(rows, traits, block[-1])) or len(block) > HEADING_ROWS:
        return ""
    if not prose and _stands_out(trait, usual):
        return "look"
    if linked or row.term:
        return "linked" if linked else "term"
    if trait.size < usual.size / LARGER:
        return ""
    if not prose and trait.color != usual.color:
        return "colored"
    return "centered" if trait.align == "center" else ""


def _is_link_with_date(row: Row) -> bool:
    """Tell whether a row is one link, with a label before it or a date or a time of day behind it, and no more."""
    linked = [k for k, chunk in enumerate(row.chunks) if chunk.face.linked]
    if not linked or any(not row.chunks[k].face.linked for k in range(linked[0], linked[-1])):
        return False
    before = "".join(chunk.text for chunk in row.chunks[: linked[0]]).strip()
    behind = "".join(chunk.text for chunk in row.chunks[linked[-1] + 1 :]).strip()
    link = "".join(row.chunks[k].text for k in linked).strip()
    dated = not behind or DATED.fullmatch(behind) is not None
    wide = len(before) - 0.5 * len(before.encode("ascii", "ignore"))
    return wide <= LABEL_LONGEST and len(link) >= LINK_LEAST and dated


def _stands_out(trait: Trait, usual: Ordinary) -> bool:
    """Tell whether a row is larger or heavier than the ordinary text."""
    if trait.size < usual.size / LARGER:
        return False
    return trait.size >= usual.size * LARGER or trait.bold and not usual.bold


def _below(rows: Sequence[Row], i: int) -> int:
    """Return the next row that is shown; -1 below the last."""
    return next((k for k in range(i + 1, len(rows)) if not rows[k].reason and rows[k].role != "picture"), -1)


def _heads_text(rows: Sequence[Row], traits: Sequence[Trait], i: int) -> bool:
    """Tell whether a text stands right below a row, or a bar of facts."""
    k = _below(rows, i)
    if k < 0 or rows[k].cell is not None:
        return False
    facts = INFO.search(traits[k].text[:TEXT_LEAST]) or DATED.fullmatch(traits[k].text)
    return traits[k].linked < 0.5 and (traits[k].chars >= TEXT_LEAST or facts is not None)


def _heads_item(rows: Sequence[Row], traits: Sequence[Trait], i: int) -> bool:
    """Tell whether the text of a list item goes on below its first row."""
    k = _below(rows, i)
    return k >= 0 and not rows[k].item and rows[k].depth >= rows[i].depth and _heads_text(rows, traits, i)


def _look(kind: str, trait: Trait) -> RowLook:
    """Name how a heading is set; heads of entries are sisters whatever their size and weight."""
    if kind == "item" and trait.bold:
        kind = "bold"  # the head of a list item, whether its text goes on in the line or below
    if kind in ENTRIES:
        return RowLook(0.0, True, kind, "")
    return RowLook(-trait.size, not trait.bold, kind, trait.color)


def _order(look: RowLook) -> tuple[bool, float, bool, str, str]:
    return (look.kind in ENTRIES, *look)


def _is_believed(look: RowLook, rows: Sequence[Row], traits: Sequence[Trait], blocks: Sequence[Sequence[int]]) -> bool:
    """Tell whether headings that little sets apart are believed: several, and most of them above a text."""
    if look.kind == "look" or look.kind in ENTRIES:
        return True
    above = sum(_heads_text(rows, traits, block[-1]) for block in blocks)
    return len(blocks) >= (1 if look.kind == "item" else WEAK_LEAST) and above >= WEAK_SHARE * len(blocks)


def _dress(trait: Trait, usual: Ordinary) -> str:
    """Name what sets a heading apart: its tag, size, weight, place, colour and link."""
    larger = round(trait.size / usual.size, 1)
    told = (
        f"h{trait.heading}" if trait.heading else "",
        f"size{larger}" if larger != 1.0 else "",
        "strong" if trait.bold and not usual.bold else "",
        "centered" if trait.align == "center" else "",
        "colored" if trait.color != usual.color else "",
        "linked" if trait.linked > 0.9 else "",
    )
    return " ".join(word for word in told if word)
