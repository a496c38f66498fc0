"""Titles, headings, captions and the list of contents of a page, by its tags and by how its rows are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.load.html.rows import Chunk, Row
from reader.load.html.traits import Ordinary, Trait
from reader.load.html.tree import Tree
from reader.load.html.words import ATTACHMENT, CONTENTS_NAMES, INFO

HEADING_LONGEST = 90  # characters of a heading, over all its rows
HEADING_ROWS = 3
ENDING = 12  # characters in which a text closes
COLON_LONGEST = 14  # characters of a heading that ends in a colon
LARGER = 1.12  # times the ordinary size
TITLE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|subject|arti?title|newstitle)\d*(?:$|[\s_-])", re.I
)
FRONT_ROWS = 40  # among which the title of a page stands
DATE_LINE = 30  # characters of a line with little more than a date
STYLE_LONGEST = 200
TITLE_LEAST = 4  # characters
TITLE_LONG = 9  # characters; names of sites and columns are shorter than titles
CONTENTS_LEAST = 3  # links to places below that make a list of contents
ENTRY_LONGEST = 80  # characters
PROSE_LEAST = 40  # characters of a row that is certainly running text
PROSE_LOOK = 0.08  # of the running text is set in a look that is not apart
CAPTION_LONGEST = 120
FACTS_LONGEST = 60  # characters
CLOSED = re.compile(r"[。；;，,、：:]$|[。！？；][”’」』）)]*$")
SEPARATOR = re.compile(r"\s*[-_|｜—–·•:：»>«<]+\s*|\s{1,}")
NUMBER = re.compile(r"\s*[\[［(（]?\d{1,3}[\]］)）]?\s*$")
NUMBERED = re.compile(r"[\[［(（]?\d{1,3}[\]］)）]?[\s.、:：]*\S")
NO_HEADING = re.compile(
    r"^[\W\d_]*$|^[图表圖]\s*\d|^https?://|^\S+@\S+$|^(?:问|答|記者|记者)\s*[：:]|^(?:来源|來源|作者|责编|编辑|发布|时间|日期|电话|联系|地址|邮箱)\S{0,6}\s*[：:]"
)
ISSUE_NAME = re.compile(
    r"(?:(?<![申汇填上预举])[报報]|刊|[通快简簡][讯訊报報]|动态|動態|速递|文摘|参考|参阅"
    r"|Newsletter|Bulletin|Weekly|Monthly|Digest|Review)"
    r"(?:\s*(?:\d{4}年)?\s*第?.{0,8}[期號号])?$",
    re.I,
)
WITH_DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
LOOKS_LIKE_CAPTION = re.compile(
    r"^(?:[▲△↑↓]|图|圖|照片|摄影|攝影|[（(]?(?:图|圖)[片]?(?:源|来源|说|說|为|為|：))|(?:摄|供图|攝|提供)[）)]?$"
)


def mark_contents(rows: list[Row], traits: Sequence[Trait], targets: Mapping[str, int], tree: Tree) -> None:
    """Mark the printed contents: links to places further down the page, and the names of sections among them."""
    links = [i for i, row in enumerate(rows) if _leads_below(i, row, traits[i], targets, len(rows))]
    if len(links) < CONTENTS_LEAST:
        return
    listed = frozenset(links)
    first, last = links[0], links[-1]
    goal = min(_targets(traits[i], targets) for i in links)
    box = _common(tree, rows[first].node, rows[last].node)
    inside = [i for i, row in enumerate(rows) if tree[box].tag and box <= row.node < tree[box].end and i < goal]
    if inside and all(traits[i].chars <= ENTRY_LONGEST for i in inside):
        first, last = min(first, inside[0]), max(last, inside[-1])
    elif first and CONTENTS_NAMES.match(traits[first - 1].text):
        first -= 1
    if first and CONTENTS_NAMES.match(traits[first - 1].text) and not CONTENTS_NAMES.match(traits[first].text):
        first -= 1
    region = [i for i in range(first, last + 1) if not rows[i].reason and traits[i].chars <= ENTRY_LONGEST]
    heads = frozenset(i for i in region if CONTENTS_NAMES.match(traits[i].text))
    named = any(i not in listed and i not in heads for i in region)
    shallow = min((rows[i].depth for i in region if i not in heads), default=0)
    for i in region:
        rows[i].role, rows[i].cell, rows[i].item = "contents", None, 0
        if i in heads:
            rows[i].data = "head"
        elif named:
            rows[i].level = 2 if i in listed else 1
        else:
            rows[i].level = rows[i].depth - shallow + 1
        _set_page_apart(rows[i])


def _set_page_apart(row: Row) -> None:
    """Part the page number behind the link of an entry from its title, as the page's style does."""
    last = row.chunks[-1] if len(row.chunks) > 1 else None
    if last and last.text.strip().isdecimal() and not last.face.url and any(chunk.face.url for chunk in row.chunks):
        row.chunks.insert(-1, Chunk("\t", last.face))


def _targets(trait: Trait, targets: Mapping[str, int]) -> int:
    return min(targets[url[1:]] for url in trait.urls if url[1:] in targets)


def _leads_below(i: int, row: Row, trait: Trait, targets: Mapping[str, int], count: int) -> bool:
    """Tell whether a row is a link to a place further down."""
    if row.reason or trait.linked < 0.7 or trait.chars > ENTRY_LONGEST or trait.chars < 2:
        return False
    return any(url.startswith("#") and i + 1 < targets.get(url[1:], -1) < count for url in trait.urls)


def _common(tree: Tree, a: int, b: int) -> int:
    """Return the innermost node that holds both."""
    while not (a <= b < tree[a].end):
        a = tree[a].parent
    return a


def mark_notes(rows: list[Row], traits: Sequence[Trait], targets: Mapping[str, int]) -> None:
    """Mark footnotes: rows further down that begin with the number that a link leads to them from."""
    for i, row in enumerate(rows):
        for text, face in row.chunks if not row.reason else ():
            to = targets.get(face.url[1:], -1) if face.url.startswith("#") and NUMBER.match(text) else -1
            if i < to < len(rows) and not rows[to].reason and not rows[to].role:
                number = text.strip(" []（）()［］")
                if NUMBERED.match(traits[to].text) and traits[to].text.lstrip("[［(（").startswith(number):
                    rows[to].role = "note"


def find_title(rows: Sequence[Row], traits: Sequence[Trait], names: Sequence[str], tree: Tree) -> list[int]:
    """Return the rows of the page's own title: those that spell one of its `names`, its only <h1>, or as named."""
    keys = [_key(name) for name in names if len(_key(name)) >= TITLE_LEAST]
    parts = frozenset(_key(part) for name in names for part in SEPARATOR.split(name) if len(_key(part)) >= TITLE_LEAST)
    found: list[tuple[tuple[int, bool, int, float, int], list[int]]] = []
    for i, row in enumerate(rows):
        if row.reason or row.role or row.cell is not None or traits[i].chars > HEADING_LONGEST:
            continue
        for take in range(1, HEADING_ROWS + 1):
            block = list(range(i, i + take))
            if block[-1] >= len(rows) or any(rows[k].run != row.run or rows[k].reason for k in block[1:]):
                break
            text = _key("".join(traits[k].text for k in block))
            fits = max((_fit(text, key) for key in keys), default=0) or int(text in parts)
            if fits:
                heading, size = 7 - (traits[i].heading or 6), traits[i].size - 2 * traits[i].linked
                rank = (fits, len(text) >= TITLE_LONG, heading, size, -i)
                found.append((rank, block))
    if found:
        return max(found)[1]
    first = [i for i, trait in enumerate(traits) if trait.heading == 1 and not rows[i].reason and not rows[i].role]
    runs = {rows[i].run for i in first}
    if len(runs) == 1 and sum(traits[i].chars for i in first) <= HEADING_LONGEST:
        return first
    return _named_title(rows, traits, tree) if not first else []


def _named_title(rows: Sequence[Row], traits: Sequence[Trait], tree: Tree) -> list[int]:
    """Find the title by the name of its block, or right above the line that says when the page was put up."""
    for i, row in enumerate(rows[:FRONT_ROWS]):
        trait = traits[i]
        if row.reason or row.role or row.cell is not None or trait.linked:
            continue
        if len(trait.text) > HEADING_LONGEST or len(trait.text) < TITLE_LONG or CLOSED.search(trait.text[-ENDING:]):
            continue
        attributes = tree[row.node].attributes
        named = TITLE_NAMES.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:STYLE_LONGEST])
        below = traits[i + 1].text[:FACTS_LONGEST] if i + 1 < len(rows) else ""
        if named or WITH_DATE.search(below) and (INFO.search(below) or len(below) < DATE_LINE):
            return [] if NO_HEADING.search(trait.text) else [i]
    return []


def _key(text: str) -> str:
    return "".join(text.split()).strip("《》【】[]")


def _fit(text: str, key: str) -> int:
    """Tell how well a row spells the page's name: 2 all of it, 1 all but the name of the site behind it, 0 not."""
    if len(text) < TITLE_LEAST or not key.startswith(text):
        return 0
    rest = key[len(text) :]
    return 2 if not rest else 1 if rest[0] in "-_|｜—–·•:：»>«<(（[【" else 0


def mark_headings(rows: list[Row], traits: Sequence[Trait], usual: Ordinary, title: Sequence[int]) -> None:
    """Mark the headings: the title, those that are tagged, and short rows set larger, heavier or in another colour."""
    levels: dict[tuple[float, bool, str], list[list[int]]] = {}
    deepest = 1 if title else 0
    kind = "tag" if ISSUE_NAME.search("".join(traits[i].text for i in title)) else "title"
    if title and kind == "title" and _is_subtitle(rows, traits, title[-1] + 1):
        title = [*title, title[-1] + 1]
    for i in title:
        rows[i].role, rows[i].level, rows[i].group, rows[i].data = "heading", 1, title[0], kind
    prose = _looks_of_prose(rows, traits)
    for block in _stretches(rows, traits):
        if not _may_head(rows, traits, block):
            continue
        trait = traits[block[0]]
        if trait.heading:
            level = trait.heading if not title else max(2, trait.heading)
            deepest = max(deepest, level)
            _as_heading(rows, block, level, "tag")
        elif (
            (trait.size, trait.bold, trait.color) not in prose
            and _stands_out(trait, usual)
            and len(block) <= HEADING_ROWS
            and not trait.linked
        ):
            levels.setdefault((-trait.size, not trait.bold, trait.color), []).append(block)
    for rank, look in enumerate(sorted(levels), 1):
        for block in levels[look]:
            _as_heading(rows, block, deepest + rank, "look")


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


def _as_heading(rows: list[Row], block: Sequence[int], level: int, data: str) -> None:
    for i in block:
        rows[i].role, rows[i].level, rows[i].group, rows[i].data = "heading", level, block[0], data


def _stretches(rows: Sequence[Row], traits: Sequence[Trait]) -> list[list[int]]:
    """Group the rows of a run that are set alike."""
    out: list[list[int]] = []
    for i, row in enumerate(rows):
        if row.reason or row.role or row.cell is not None:
            continue
        look = (row.run, traits[i].size, traits[i].bold, traits[i].color, traits[i].heading)
        if out and out[-1][-1] == i - 1:
            k = out[-1][-1]
            if look == (rows[k].run, traits[k].size, traits[k].bold, traits[k].color, traits[k].heading):
                out[-1].append(i)
                continue
        out.append([i])
    return out


def _may_head(rows: Sequence[Row], traits: Sequence[Trait], block: Sequence[int]) -> bool:
    """Tell whether a stretch reads like a heading: short, not closed like a sentence, no label and no address."""
    text = "".join(traits[i].text for i in block)
    if len(text) > HEADING_LONGEST or NO_HEADING.search(text) or ATTACHMENT.match(text):
        return False
    if rows[block[0]].item and not traits[block[0]].heading:
        return False
    if text[-1] in "：:":
        return len(text) <= COLON_LONGEST
    return not CLOSED.search(text[-ENDING:]) or traits[block[0]].heading in (1, 2)


def _stands_out(trait: Trait, usual: Ordinary) -> bool:
    """Tell whether a row is set apart from the ordinary text."""
    if trait.size < usual.size / LARGER:
        return False
    return trait.size >= usual.size * LARGER or trait.bold and not usual.bold


def mark_facts(rows: list[Row], traits: Sequence[Trait], title: Sequence[int]) -> None:
    """Mark a line below the title that says when the page was put up, with or without a label."""
    head = title[-1] if title else next((i for i, row in enumerate(rows) if row.role == "heading"), -1)
    for i in range(head + 1, min(len(rows), head + 3)) if head >= 0 else ():
        row, trait = rows[i], traits[i]
        short = trait.chars <= FACTS_LONGEST and not CLOSED.search(trait.text[-ENDING:])
        if not row.reason and not row.role and short and WITH_DATE.search(trait.text):
            row.data = "fact"


def mark_captions(
    rows: list[Row], traits: Sequence[Trait], pictures: frozenset[int], usual: Ordinary, tree: Tree
) -> None:
    """Mark captions: tagged ones, and what stands right below a picture and is set or reads like one."""
    for i, row in enumerate(rows):
        if row.reason or row.role or row.cell is not None:
            continue
        if tree[row.node].tag in ("caption", "figcaption"):
            row.role = "caption"
        if i not in pictures:
            continue
        trait = traits[i]
        if trait.chars > CAPTION_LONGEST or trait.heading or trait.linked > 0.5:
            continue
        apart = trait.size < usual.size or trait.align == "center" or trait.color != usual.color
        if LOOKS_LIKE_CAPTION.search(trait.text) or apart and not trait.bold and trait.chars <= 60:
            row.role = "caption"
