"""Titles, headings, captions and the list of contents of a page, by its tags and by how its rows are set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import NamedTuple

from reader.load.html.face import Face
from reader.load.html.headings import CLOSED, ENDING, HEADING_LONGEST, HEADING_ROWS, NO_HEADING, PROSE_LEAST, QUESTION
from reader.load.html.rows import Chunk, Row
from reader.load.html.traits import Ordinary, Trait
from reader.load.html.tree import Tree
from reader.load.html.words import CONTENTS_NAMES, INFO

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
CAPTION_LONGEST = 120
FACTS_ROWS = 2  # below the title
FACTS_LONGEST = 60  # characters
SEPARATOR = re.compile(r"\s*[-_|｜—–·•:：»>«<]+\s*|\s{1,}")
NUMBER = re.compile(r"\s*[\[［(（]?\d{1,3}[\]］)）]?\s*$")
NUMBERED = re.compile(r"[\[［(（]?\d{1,3}[\]］)）]?[\s.、:：]*\S")
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


def mark_notes(
    rows: list[Row], traits: Sequence[Trait], targets: Mapping[str, int], noted: Set[int] = frozenset()
) -> None:
    """Mark footnotes: rows further down that begin with the number that a link leads to them from.

    One that a book says is a note (`noted`) is given that number where it has none.
    """
    for i, row in enumerate(rows):
        for text, face, _ in row.chunks if not row.reason else ():
            to = targets.get(face.url[1:], -1) if face.url.startswith("#") and NUMBER.match(text) else -1
            if i < to < len(rows) and not rows[to].reason and not rows[to].role:
                number = text.strip(" []（）()［］")
                if NUMBERED.match(traits[to].text) and traits[to].text.lstrip("[［(（").startswith(number):
                    rows[to].role = "note"
                elif to in noted and number.isdecimal():
                    rows[to].role = "note"
                    rows[to].chunks.insert(0, Chunk(f"{number} ", Face()))


class Named(NamedTuple):
    """Rows that spell a name of the page, and how much says that they are its title; sorted, the best last."""

    fits: int
    long: bool
    heading: int
    size: float
    place: int
    block: list[int]


def find_title(rows: Sequence[Row], traits: Sequence[Trait], names: Sequence[str], tree: Tree) -> list[int]:
    """Return the rows of the page's own title: those that spell one of its `names`, its only <h1>, or as named."""
    found = list(_named(rows, traits, names))
    best = max(found, default=None)
    first = [i for i, trait in enumerate(traits) if trait.heading == 1 and not rows[i].reason and not rows[i].role]
    alone = len({rows[i].run for i in first}) == 1 and sum(traits[i].chars for i in first) <= HEADING_LONGEST
    site = alone and any(_key("".join(traits[i].text for i in first)) in _key(name)[1:] for name in names)
    if best and (not alone or site or best.fits > 1 or traits[best.block[0]].heading == 1):
        return best.block
    if alone:
        return first
    return _named_title(rows, traits, tree) if not first else []


def _named(rows: Sequence[Row], traits: Sequence[Trait], names: Sequence[str]) -> Iterator[Named]:
    """Yield the rows above the text that spell a name of the page; the name of a channel, which is a link, is none."""
    keys = [_key(name) for name in names if len(_key(name)) >= TITLE_LEAST]
    parts = frozenset(_key(part) for name in names for part in SEPARATOR.split(name) if len(_key(part)) >= TITLE_LEAST)
    channels = {_key(text) for row in rows if row.reason for text, face, _ in row.chunks if face.linked}
    prose = sum(_prose(trait) for trait in traits)
    passed = 0
    for i, row in enumerate(rows):
        passed += _prose(traits[i])
        if 2 * passed > prose > 0:
            return
        if row.reason or row.role or row.cell is not None or traits[i].chars > HEADING_LONGEST:
            continue
        for take in range(1, HEADING_ROWS + 1):
            block = list(range(i, i + take))
            if block[-1] >= len(rows) or any(rows[k].run != row.run or rows[k].reason for k in block[1:]):
                break
            text = _key("".join(traits[k].text for k in block))
            fits = max((_fit(text, key) for key in keys), default=0) or int(text in parts)
            if fits and not (text in channels and traits[i].heading != 1):
                size = traits[i].size - 2 * traits[i].linked
                yield Named(fits, len(text) >= TITLE_LONG, 7 - (traits[i].heading or 6), size, -i, block)


def _prose(trait: Trait) -> int:
    """Return how many characters of running text a row holds."""
    return trait.chars if trait.chars > PROSE_LEAST and CLOSED.search(trait.text[-ENDING:]) else 0


def _named_title(rows: Sequence[Row], traits: Sequence[Trait], tree: Tree) -> list[int]:
    """Find the title by the name of its block, or right above the line that says when the page was put up."""
    largest = 0.0
    for i, row in enumerate(rows[:FRONT_ROWS]):
        trait = traits[i]
        largest = max(largest, trait.size if not row.reason else 0.0)
        if _prose(trait):
            return []
        if row.reason or row.role or row.cell is not None or trait.linked or len(trait.text) > HEADING_LONGEST:
            continue
        closed = CLOSED.search(trait.text[-ENDING:]) and not (trait.heading and QUESTION.search(trait.text))
        smaller = trait.size < largest and not trait.heading
        if len(trait.text) < TITLE_LONG or closed or smaller or trait.text.endswith(("…", "...")):
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


def mark_facts(rows: list[Row], traits: Sequence[Trait], title: Sequence[int]) -> None:
    """Mark a line below the title that says when the page was put up, with or without a label."""
    head = title[-1] if title else next((i for i, row in enumerate(rows) if row.role == "heading"), -1)
    shown = (i for i in range(head + 1, min(len(rows), head + FRONT_ROWS)) if not rows[i].reason)
    for i in islice(shown, FACTS_ROWS) if head >= 0 else ():
        row, trait = rows[i], traits[i]
        short = trait.chars <= FACTS_LONGEST and not CLOSED.search(trait.text[-ENDING:])
        if not row.role and short and WITH_DATE.search(trait.text):
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
        one = trait.text.count("。") < 2 and trait.chars <= 60
        if LOOKS_LIKE_CAPTION.search(trait.text) or apart and not trait.bold and one:
            row.role = "caption"
