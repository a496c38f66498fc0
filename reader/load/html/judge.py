"""What each row of a page is: text, heading, cell, caption, contents, or furniture with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from reader.load.html.code import mark_code
from reader.load.html.entries import apart
from reader.load.html.front import masthead_rows
from reader.load.html.furniture import FOOTER, NAVIGATION, RELATED, Parts
from reader.load.html.headings import mark_headings
from reader.load.html.outline import TITLE_LONG, find_title, mark_captions, mark_contents, mark_facts, mark_notes
from reader.load.html.periodical import NAME_LONGEST, ORGAN, IssueName, facts_in, issue_name, names_issue
from reader.load.html.rows import Row, Walker
from reader.load.html.traits import Ordinary, Trait, ordinary, traits_of
from reader.load.html.tree import Tree
from reader.load.html.words import ATTACHED, ATTACHMENT, RELATED_HEAD, furniture_of

LINKED = 0.5  # of a row's characters in links outside the main part: a menu
PROSE = re.compile(r"[，。；！？].{0,300}?[。！？；]|[a-z][,;] .{0,300}?[.!?]")
PROSE_WITHIN = 500  # characters of a row, in which prose shows
FACT = re.compile(r"^\S{2,8}\s*[：:](?!\s*(?:\d{3,4}-)?\d{7,11}$)")  # of a story; a number alone is its owner's
OFFICIAL = re.compile(r"文件$|[〔\[]\d{4}[〕\]]|第.{1,6}[期号號]")  # of the head of an official paper or of an issue
DATED = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]")
HAN = re.compile(r"[\u4e00-\u9fff]")
KICKER_LEAST = 6  # characters
SHORT = 60  # characters; a longer row is text
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}")
BESIDE_LONGEST = 16  # characters beside the number of an issue on a line of its own
COMMENTS = "comments"
COMMENTS_HEAD = re.compile(
    r"^(?:精选留言|全部留言|网友(?:评论|留言)|最新评论|热门评论|我要(?:评论|留言)|写留言|评论区?)\s*+(?:[(（]?\s*+\d++\s*+条?[)）]?)?$"
)
COMMENTS_SHARE = 0.3  # of the text of a page stands below the head of its comments, at most
ORDINAL = re.compile(r"(?:No\.?|Part\.?|PART\.?|NO\.?)?\s*0?\d{1,2}")
ORDINALS_LEAST = 3
RELATED_LEAST = 3  # rows of links alone, below all text, that make a list of other pages


class Page(NamedTuple):
    """What is known of a page besides its rows."""

    tree: Tree
    parts: Parts
    names: tuple[str, ...]  # what the page calls itself


def judge(page: Page, walker: Walker) -> list[Row]:
    """Give each row its role, its level or the reason why it is left out."""
    rows = [row for row in walker.rows if row.held]
    mark_code(rows)
    traits = traits_of(rows)
    for row, trait in zip(rows, traits, strict=True):
        if not row.reason and not row.role and row.cell is None:
            found = furniture_of(trait.text)
            row.reason = found if not trait.heading or found == RELATED else ""
    if any(map(names_issue, page.names)):
        _readers_address(rows, traits)
    mark_contents(rows, traits, walker.targets, page.tree)
    mark_notes(rows, traits, walker.targets, walker.noted)
    title = find_title(rows, traits, page.names, page.tree)
    _other_language(rows, traits, title)
    _outside(page, rows, traits, title)
    if title and not names_issue("".join(traits[i].text for i in title)):
        _above_title(rows, traits, title)
    for row in takewhile(lambda row: row.reason or row.role == "picture", rows):
        row.reason = row.reason or NAVIGATION  # a logo, a banner
    _lists_below(rows, traits)
    _comments_below(rows, traits)
    _ordinals(rows, traits)
    usual = ordinary(rows, traits)
    _said_again(rows, traits)
    mark_captions(rows, traits, frozenset(walker.pictures), usual, page.tree)
    rows, traits, title = _with_heads(rows, traits, usual, [i for i in title if not rows[i].reason])
    _organ_above(rows, traits, title)
    mark_headings(rows, traits, usual, title)
    mark_facts(rows, traits, title)
    name = issue_name(" ".join(rows[i].text for i in title)) if title else None
    issue = title if name and name.is_dated else [] if title else _numbered_title(rows)
    return _with_masthead(rows, issue) if issue else rows


def _numbered_title(rows: Sequence[Row]) -> list[int]:
    """Find the name of an issue that only the number below it tells: 第5期, and hardly more, right below a heading."""
    shown = [i for i, row in enumerate(rows) if not row.reason][:2]
    if len(shown) < 2 or rows[shown[0]].role != "heading" or len(rows[shown[0]].text) > NAME_LONGEST:
        return []
    name, below = (rows[i] for i in shown)
    if issue_name(name.text) or below.role == "heading" or not _counts(below, facts_in(below.text), (0, 0)):
        return []  # what is known for a periodical by its words is told with all that stands around it
    return shown[:1]


def _organ_above(rows: Sequence[Row], traits: Sequence[Trait], title: Sequence[int]) -> None:
    """Take the organ that is named alone above the name of a periodical for its publisher."""
    if not title or issue_name("".join(traits[i].text for i in title)) is None:
        return
    above = next((i for i in range(title[0] - 1, -1, -1) if not rows[i].reason), -1)
    if above >= 0 and not rows[above].role and rows[above].cell is None and ORGAN.fullmatch(traits[above].text):
        rows[above].role, rows[above].data = "masthead", "publisher"


def _with_masthead(rows: list[Row], title: Sequence[int]) -> list[Row]:
    """Take the title of an issue, over one line or more, for its masthead, and the facts below it."""
    first = title[0]
    name = issue_name(rows[first].text) or IssueName((0, len(rows[first].text)))
    cut = {first: list(masthead_rows(rows[first], name))}
    number, date = name.number, name.date
    for i in [i for i in range(first + 1, len(rows)) if not rows[i].reason]:
        row, facts = rows[i], facts_in(rows[i].text)
        if i not in title and (row.role == "heading" or row.data != "fact" and not _counts(row, facts, number)):
            break
        if facts.number[1] and not number[1] or facts.date[1] and not date[1]:
            cut[i] = list(masthead_rows(row, facts, ""))
            number, date = (facts.number if not number[1] else number), (facts.date if not date[1] else date)
        else:
            row.role, row.data = "masthead", ""
    return [part for i, row in enumerate(rows) for part in cut.get(i, (row,))]


def _counts(row: Row, facts: IssueName, number: tuple[int, int]) -> bool:
    """Tell whether a row is the number of an issue that has none yet, and hardly more."""
    start, end = facts.number
    rest = "".join((row.text[:start] + row.text[end:]).split())
    return end > 0 and not number[1] and len(rest) <= BESIDE_LONGEST


def _with_heads(
    rows: list[Row], traits: list[Trait], usual: Ordinary, title: list[int]
) -> tuple[list[Row], list[Trait], list[int]]:
    """Put the heads of entries in rows of their own; the title's rows stay the same."""
    parted = apart(rows, usual)
    if len(parted) == len(rows):
        return parted, traits_of(parted), title
    places = {id(row): i for i, row in enumerate(parted)}
    return parted, traits_of(parted), [places[id(rows[i])] for i in title if id(rows[i]) in places]


def judge_page_of_book(tree: Tree, walker: Walker, names: tuple[str, ...]) -> list[Row]:
    """Give each row of a book's page its role."""
    rows = [row for row in walker.rows if row.held]
    mark_code(rows)
    traits = traits_of(rows)
    mark_notes(rows, traits, walker.targets, walker.noted)
    title = find_title(rows, traits, names, tree)
    usual = ordinary(rows, traits)
    _said_again(rows, traits)
    mark_captions(rows, traits, frozenset(walker.pictures), usual, tree)
    rows, traits, title = _with_heads(rows, traits, usual, [i for i in title if not rows[i].reason])
    mark_headings(rows, traits, usual, title)
    return rows


def _outside(page: Page, rows: Sequence[Row], traits: Sequence[Trait], title: Sequence[int]) -> None:
    """Leave out what stands around the main part: rows of links, and all that is short below the page's owner."""
    whole = page.parts.main <= 0
    owned = next((i for i, row in enumerate(rows) if row.reason == FOOTER and _below(page, row)), len(rows))
    for i, (row, trait) in enumerate(zip(rows, traits, strict=True)):
        if row.reason or row.role not in ("", "picture") or i in title or whole:
            continue
        if page.parts.main <= row.node < page.parts.end:
            continue
        attached = any(ATTACHED.search(url) for url in trait.urls) or MAIL.fullmatch(trait.text) is not None
        if row.role == "picture":
            row.reason = NAVIGATION
        elif trait.linked > LINKED and not attached and not _is_prose(trait):
            row.reason = RELATED if _below(page, row) else NAVIGATION
        elif i > owned and not attached and trait.chars <= SHORT and not _is_prose(trait):
            row.reason = FOOTER


def _above_title(rows: Sequence[Row], traits: Sequence[Trait], title: Sequence[int]) -> None:
    """Leave out what is short above the title of an article, but for facts and the line that leads up to the title."""
    above = [i for i in range(title[0]) if not rows[i].reason]
    if any(rows[i].role == "contents" for i in above):
        return
    for i in above:
        row, trait = rows[i], traits[i]
        if row.role in ("said", "picture") or row.cell is not None or _is_prose(trait) or trait.chars > SHORT:
            continue
        if i == above[-1] and _leads_up(row, trait, rows[title[0]], traits[title[0]]):
            row.role = "kicker"
        elif not FACT.match(trait.text) and not OFFICIAL.search(trait.text) and not _outranks(trait, traits[title[0]]):
            row.reason = NAVIGATION


def _outranks(trait: Trait, title: Trait) -> bool:
    """Tell whether a row above a title is set larger and is as long as one: it may be the title itself."""
    return trait.size > title.size and trait.chars >= TITLE_LONG and not trait.heading and not trait.linked


def _leads_up(row: Row, trait: Trait, title: Row, below: Trait) -> bool:
    """Tell whether a row directly above the title belongs to it: set like it, but smaller."""
    if (
        trait.linked
        or FACT.match(trait.text)
        or OFFICIAL.search(trait.text)
        or trait.chars < KICKER_LEAST
        or DATED.search(trait.text)
    ):
        return False
    return trait.align == below.align == "center" or bool(trait.heading) or row.run == title.run


def _other_language(rows: Sequence[Row], traits: Sequence[Trait], title: list[int]) -> None:
    """Take the Chinese one of two titles that stand one below the other; the other is left out."""
    if not title:
        return
    for near in (title[0] - 1, title[-1] + 1):
        if not 0 <= near < len(rows) or rows[near].reason or rows[near].role or not traits[near].heading:
            continue
        if traits[near].heading != traits[title[0]].heading or _is_han(traits[near]) == _is_han(traits[title[0]]):
            continue
        other = title[:] if _is_han(traits[near]) else [near]
        if near not in other:
            title[:] = [near]
        for i in other:
            rows[i].reason = "other-language-title"
        return


def _is_prose(trait: Trait) -> bool:
    return PROSE.search(trait.text[:PROSE_WITHIN]) is not None


def _is_han(trait: Trait) -> bool:
    return len(HAN.findall(trait.text[:PROSE_WITHIN])) > 2


def _below(page: Page, row: Row) -> bool:
    return row.node >= page.parts.end


def _lists_below(rows: Sequence[Row], traits: Sequence[Trait]) -> None:
    """Leave out the lists of other pages: below a head that says so, or rows of links alone below all text."""
    inside = False
    for row, trait in zip(rows, traits, strict=True):
        if row.reason == RELATED and RELATED_HEAD.match(trait.text):
            inside = True
        elif inside and not row.reason and trait.linked > LINKED and not row.role:
            row.reason = RELATED
        elif not row.reason and trait.linked <= LINKED:
            inside = False
    run: list[int] = []
    for i in range(len(rows) - 1, -1, -1):
        row, trait = rows[i], traits[i]
        if row.reason:
            continue
        attached = any(ATTACHED.search(url) for url in trait.urls) or ATTACHMENT.match(trait.text)
        if trait.linked < 0.8 or attached or row.role or row.cell is not None or any("#" in u[:1] for u in trait.urls):
            break
        run.append(i)
    if RELATED_LEAST <= len(run) < sum(not row.reason for row in rows):
        for i in run:
            rows[i].reason = RELATED


def _readers_address(rows: Sequence[Row], traits: Sequence[Trait]) -> None:
    """Keep the address of a periodical's makers, which stands in the footer of a newsletter."""
    for row, trait in zip(rows, traits, strict=True):
        if row.reason == FOOTER and MAIL.search(trait.text):
            row.reason = ""


def _comments_below(rows: Sequence[Row], traits: Sequence[Trait]) -> None:
    """Leave out what readers wrote: all below the head of the comments, where nearly all text stands above it."""
    texts = [trait.chars if not row.reason else 0 for row, trait in zip(rows, traits, strict=True)]
    below = 0
    for i in range(len(rows) - 1, -1, -1):
        if not rows[i].reason and COMMENTS_HEAD.match(traits[i].text) and below <= COMMENTS_SHARE * sum(texts):
            for row in rows[i:]:
                row.reason = row.reason or COMMENTS
            return
        below += texts[i]


def _ordinals(rows: Sequence[Row], traits: Sequence[Trait]) -> None:
    """Leave out numbers that stand alone above the items that they count: 01, 02, 03 …"""
    alone = [
        (i, int(trait.text[-2:]))
        for i, (row, trait) in enumerate(zip(rows, traits, strict=True))
        if not row.reason and not row.role and row.cell is None and ORDINAL.fullmatch(trait.text)
    ]
    counting = [number for _, number in alone] == list(range(1, len(alone) + 1))
    for i, _ in alone if counting and len(alone) >= ORDINALS_LEAST else ():
        rows[i].reason = "ordinal"


def _said_again(rows: list[Row], traits: Sequence[Trait]) -> None:
    """Take out what a picture says of itself where a row near it says the same."""
    for i, row in enumerate(rows):
        if row.role != "picture":
            continue
        near = [traits[k].text for k in range(max(0, i - 3), min(len(rows), i + 4)) if k != i]
        words = "".join(traits[i].text.split())
        if any(words in "".join(text.split()) or len(text) > 3 and text in words for text in near):
            row.role = "said"
