"""Ranks of headings that nothing but their place tells from text: equal things are headed equally.

What follows a heading (an author's mark, label lines, a dateline, another heading, text) and how it is set
(numbering, bullets, wide letters) decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.label.levels.headings import Heading
from reader.label.levels.numbering import BARE_STYLE, order_of
from reader.label.levels.ranks import Rank, kind_of, with_sublevels
from reader.text.patterns import SECTION_WORDS, rare

STANDING_HEAD = rare(  # what a paper heads from issue to issue, whatever stands above
    r"(?:简明|一句话|图片|要闻|本周|国内|国际)?新闻(?:集锦|速览|荟萃)?|(?:今日|一周)?天气(?:预报)?|短评|社论|时评|读者来信|编读往来|下期预告"
)
STRONG_SHARE = 0.4  # of unnumbered headings that show an article's opening: then the others are subheadings
PARTS_LEAST = 3  # headings of a file that tell whether it is one paper, or counts its items
ITEMS_LEAST = 3  # numbered headings with label lines below that are items: talks, projects
BARE_SHARE = 0.6  # of numbered headings that stand right above headlines without a number: sections
ITEMS_SHARE = 0.6  # of the headings of a style


def by_signature(found: Sequence[Heading]) -> list[Rank]:
    """Rank headings by what follows them and how they are set."""
    free = [h for h in found if not h.marked]
    strong = sum(h.strong for h in free)
    selective = strong >= STRONG_SHARE * max(1, len(free)) and strong > 0
    outer = _outer_style(found)
    if outer and (nested := _by_numbers(found, outer)):
        return nested
    if _is_one_paper(found, free):
        first, *others = found
        parts = [Rank(False, 1, "", "parts of the only text that is signed") for _ in others]
        return with_sublevels(found, [Rank(True, 1, kind_of(first), "signature of an article"), *parts])
    counted = _are_counted(found)
    ranks: list[Rank] = []
    section: Heading | None = None
    child: Heading | None = None  # the first article of the open section
    article: Heading | None = None
    deepest = 0  # the deepest # level among the open article's subheadings
    apart, openers = _set_apart(found), first_strong(found)
    items = items_of(found)
    for at, h in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if h.marked and h.marked in items and h.marked != outer:
            ranks.append(Rank(True, 2 if ranks else 1, kind_of(h), "label lines below each of its kind"))
            continue
        if h.marked and h.marked != outer:
            ranks.append(
                Rank(False, 1, "", "numbered below an article")
                if article or not outer
                else Rank(True, 1, "article", "numbered")
            )
            deepest = max(deepest, h.level)
            continue
        if _opens_section(h, following, apart):
            section, child, article, deepest = h, None, None, 0
            ranks.append(Rank(True, 1, "section" if h.follows == "heading" else "column", "heads other headings"))
            continue
        if counted and not h.number:
            ranks.append(Rank(False, 1, "", "stands between items that count on"))
            continue
        back_at_top = article and h.level and deepest > h.level and h.level <= (article.level or h.level)
        node = (
            bool(h.marked)
            or counted
            or h.strong
            or not selective
            or article is None
            or bool(back_at_top)
            or h.signature.startswith("bullet")
            or STANDING_HEAD.fullmatch("".join(h.text.split())) is not None
        )
        if not node:
            ranks.append(Rank(False, 1, "", "nothing says that an article begins"))
            continue
        if section and (section.frame not in (None, h.frame) or child and leaves(h, child, openers, at)):
            section = None  # a section in a frame ends with the frame
        child = child or h
        article, deepest = h, 0
        ranks.append(Rank(True, 2 if section else 1, kind_of(h), "signature of an article"))
    return with_sublevels(found, ranks)


def _is_one_paper(found: Sequence[Heading], free: Sequence[Heading]) -> bool:
    """Tell whether only the first heading is signed, and numbers begin anew below most others: parts of one paper."""
    if found[0].follows != "byline" or found[0].number or sum(h.strong for h in free) > 1 or len(free) < PARTS_LEAST:
        return False
    below = sum(b.number is not None and not a.number for a, b in pairwise(found[1:]))
    return 2 * below > len(free) - 1


def _are_counted(found: Sequence[Heading]) -> bool:
    """Tell whether plain numbers, 3 讲座, 4 徒步, count on from the first heading to the last: others are parts."""
    values = [h.number.value for h in found if h.number and h.style == BARE_STYLE]
    first = values[0] if values and found[0].style == BARE_STYLE else 0
    return len(values) >= PARTS_LEAST and values == list(range(first, first + len(values)))


def items_of(found: Sequence[Heading]) -> frozenset[str]:
    """Name the styles of numbering whose headings are items with facts: label lines stand right below nearly all."""
    count = Counter(h.marked for h in found if h.marked)
    labelled = Counter(h.marked for h in found if h.marked and h.follows == "meta")
    return frozenset(style for style, n in count.items() if n >= ITEMS_LEAST and labelled[style] >= ITEMS_SHARE * n)


def _by_numbers(found: Sequence[Heading], outer: str) -> list[Rank]:
    """Rank headings of which the numbered ones are articles: the style that signed headings carry."""
    inner = sorted({h.marked for h in found if h.marked and h.marked != outer}, key=order_of)
    for style in inner:
        own = [h for h in found if h.marked == style]
        if sum(h.signed for h in own) >= STRONG_SHARE * len(own) and order_of(style) > order_of(outer):
            break
    else:
        holds = [h for h in found if h.marked == outer]
        bare = sum(h.follows == "heading" for h in holds)
        below = [b.marked for a, b in pairwise(found) if a.marked == outer and b.marked != outer]
        style = max(set(below), key=below.count) if below else ""
        if not below or bare < (len(holds) if style else BARE_SHARE * len(holds)):
            return []
    ranks: list[Rank] = []
    section = False
    for h in found:
        if h.marked == outer:
            section = h.follows == "heading"
            ranks.append(Rank(True, 1, "section" if section else "article", "numbered section"))
        elif h.marked == style and section:
            ranks.append(Rank(True, 2, kind_of(h), "numbered article"))
        else:
            ranks.append(Rank(False, 1, "", "numbered below an article"))
    return with_sublevels(found, ranks)


def _outer_style(found: Sequence[Heading]) -> str:
    """Name the numbering style that runs once through the file without a heading above it."""
    style = found[0].marked if found else ""
    last = max((at for at, h in enumerate(found) if style and h.marked == style), default=0)
    if not style or any(not h.marked and h.strong for h in found[:last]):
        return ""
    values = [h.number.value for h in found if h.number and h.marked == style]
    return style if values == sorted(set(values)) and len(values) >= 2 else ""


def _set_apart(found: Sequence[Heading]) -> frozenset[str]:
    """Return the signatures of headings set apart: in wide letters, in brackets, or only ever above others."""
    count = Counter(h.signature for h in found)
    with_text = {h.signature for h in found if h.follows != "heading"}
    return frozenset(("spaced", "bracket", *(s for s, n in count.items() if n > 1 and s not in with_text)))


def first_strong(found: Sequence[Heading]) -> dict[str, list[tuple[int, Heading]]]:
    """Return, by what follows them, the first two headings that certainly open an article, with their places."""
    first: dict[str, list[tuple[int, Heading]]] = {}
    for at, h in enumerate(found):
        if h.strong and len(first.setdefault(h.follows, [])) < 2:
            first[h.follows].append((at, h))
    return first


def _opens_section(h: Heading, following: Heading | None, apart: frozenset[str]) -> bool:
    """Tell whether a heading heads other headings: it is short, or set apart, and directly above one."""
    if h.marked or h.strong and h.follows != "heading" or following is None or h.follows != "heading":
        return False
    if following.marked:
        return False
    return h.signature in apart or h.short or bool(SECTION_WORDS.match(h.text))


def leaves(h: Heading, child: Heading, openers: Mapping[str, list[tuple[int, Heading]]], at: int) -> bool:
    """Tell whether a heading belongs above the open section: set or followed unlike its first article."""
    if h.signature != child.signature and (h.signature.startswith("bullet") or child.signature.startswith("bullet")):
        return True
    alike = h.follows == child.follows or not h.strong
    seen_at_top = any(k < at and opener is not child for k, opener in openers.get(h.follows, ()))
    return not alike and seen_at_top and h.follows in ("byline", "meta", "dateline")
