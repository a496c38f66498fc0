"""Which headings open an article, which a section, which only a part of an article.

Equal things are headed equally: what follows a heading (an author's mark, label lines, a dateline,
another heading, text) and how it is set (numbering, # signs, bullets) decide. A contents list settles it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reader.draft import Draft, Mark, Opens, Signed, Unpaged
from reader.kinds import Role
from reader.label.ranks import Heading, Rank, by_title, kind_of, tells_titles
from reader.patterns import (
    SECTION_WORDS,
    STYLE_ORDER,
    closed_up,
    is_dateline,
    numbered,
)

STRONG_SHARE = 0.4  # of unnumbered headings that show an article's opening: then the others are subheadings


def headings(draft: Draft) -> list[Heading]:
    """Collect the headings of a draft in reading order."""
    groups = list(draft.grouped("heading"))
    groups.sort(key=lambda g: g[0])
    found = []
    for group in groups:
        label = draft.label(group[0])
        text = closed_up("".join(shown_title(draft, i) for i in group))
        follows, after = _follows(draft, group[-1]), _after(draft, group[0])
        found.append(
            Heading(
                tuple(group),
                text,
                draft.dress(group[0]).signature,
                follows,
                after,
                label.level,
                _frame(draft, group[0]),
            )
        )
    return found


def _frame(draft: Draft, i: int) -> tuple[int, int] | None:
    """Name the frame on a page that a piece stands in."""
    look = draft.pieces[i].look
    return (look.page, look.inside) if look and look.inside >= 0 else None


def shown_title(draft: Draft, i: int) -> str:
    """Return the title characters of one heading piece."""
    return draft.named(i, "title") or draft.pieces[i].text


TRANSPARENT: tuple[Role, ...] = ("furniture", "note", "caption")


def _follows(draft: Draft, i: int) -> str:
    i += 1
    while i < len(draft.pieces) and draft.role(i) in TRANSPARENT:
        i += 1
    if i >= len(draft.pieces):
        return "nothing"
    role = draft.role(i)
    if role in ("remark", "contact"):
        below = i
        while below < len(draft.pieces) and draft.role(below) in (*TRANSPARENT, "remark", "contact"):
            below += 1
        return "heading" if draft.role(below) == "heading" else "text"
    if role == "byline" and draft.data(i) == Signed(at_end=True):
        return "text"
    if role in ("byline", "meta", "heading"):
        return role
    text = draft.pieces[i].text
    return "dateline" if is_dateline(text) else "text"


def _after(draft: Draft, i: int) -> str:
    i -= 1
    while i >= 0 and draft.role(i) in TRANSPARENT:
        i -= 1
    role = draft.role(i) if i >= 0 else ""
    if role == "byline" and draft.data(i) != Signed(at_end=True):
        return "text"
    return role or ("text" if i >= 0 else "")


def levels(draft: Draft) -> Iterator[Mark]:
    """Give each heading its rank: relabel it as title or subheading with its level."""
    found = headings(draft)
    if not found:
        return
    if any(h.listed for h in found):
        entries = [draft.label(group[-1]) for group in draft.grouped("contents")]
        flat = any(entry.data == Unpaged() for entry in entries)
        ranks = _by_contents(found, flat, not flat and any(entry.level == 1 for entry in entries))
    elif tells_titles(found):
        ranks = by_title(found)
    elif _trusts_markup(found):
        ranks = _by_markup(found)
    else:
        ranks = _by_signature(found)
    for heading, rank in zip(found, ranks, strict=True):
        for i in heading.pieces:
            label = draft.label(i)
            role: Role = "title" if rank.node else "subheading"
            yield Mark(
                i,
                label._replace(
                    role=role,
                    level=rank.level,
                    rule=f"{label.rule}; {rank.rule}",
                    data=Opens(rank.kind or "article") if rank.node else None,
                ),
            )


def _sublevels(found: Sequence[Heading], start: int, stop: int) -> dict[str, int]:
    """Number the subheading styles of one article by first appearance, within the usual nesting."""
    seen: list[str] = []
    for heading in found[start:stop]:
        style = heading.number or heading.signature
        if style not in seen:
            seen.append(style)
    seen.sort(key=lambda style: STYLE_ORDER.index(style) if style in STYLE_ORDER else -1)
    return {style: rank + 1 for rank, style in enumerate(seen)}


def _with_sublevels(found: Sequence[Heading], ranks: list[Rank]) -> list[Rank]:
    """Fill in the level of each subheading within its article."""
    out = list(ranks)
    start = 0
    for at in range(len(ranks) + 1):
        if at < len(ranks) and not ranks[at].node:
            continue
        table = _sublevels(found, start, at)
        for k in range(start, at):
            out[k] = ranks[k]._replace(level=table[found[k].number or found[k].signature])
        start = at + 1
    return out


def _by_contents(found: Sequence[Heading], flat: bool, sections: bool) -> list[Rank]:
    """Rank headings by the contents; a `flat` list says nothing of levels, the body does.

    `sections`: the list names some, whether the body prints them or not.
    """
    levels = _levels_of_flat(found) if flat else [h.listed for h in found]
    nested = any(level > 1 for level in levels) and (sections or 1 in levels)
    ranks = []
    for h, level in zip(found, levels, strict=True):
        if level:
            kind = "section" if level == 1 and nested else kind_of(h)
            ranks.append(Rank(True, level if nested else 1, kind, "level of the contents"))
        elif h.strong:
            ranks.append(Rank(True, 2 if nested else 1, kind_of(h), "signature of an article"))
        elif h.signature == "spaced" and h.follows == "heading":
            ranks.append(Rank(True, 1, "section", "letter-spaced above a heading"))
        else:
            ranks.append(Rank(False, 1, "", "not in the contents"))
    return _with_sublevels(found, _released(found, ranks))


def _released(found: Sequence[Heading], ranks: Sequence[Rank]) -> list[Rank]:
    """Let articles out of a section that they are set unlike: a contents list does not say where one ends."""
    out = list(ranks)
    child: Heading | None = None
    outside = True
    openers = _first_strong(found)
    for at, (h, rank) in enumerate(zip(found, ranks, strict=True)):
        if not rank.node:
            continue
        if rank.level == 1:
            child, outside = None, False
        elif child is None and not outside:
            child = h
        elif child is not None and (outside or _leaves(h, child, openers, at)):
            outside = True
            out[at] = rank._replace(level=1, rule="set unlike the section's articles")
    return out


def _levels_of_flat(found: Sequence[Heading]) -> list[int]:
    """Find the sections of a flat list: short titles directly above another; short titles are their peers."""
    out = []
    inside = False
    for h in found:
        if not h.listed:
            out.append(0)
            continue
        section = h.listed == 1 or h.short and h.follows == "heading"
        inside = section or inside and not h.short
        out.append(2 if inside and not section else 1)
    return out


def _trusts_markup(found: Sequence[Heading]) -> bool:
    """Tell whether # levels mean something: strong headings all share one level."""
    marked = [h for h in found if h.atx]
    if len(marked) < 0.6 * len(found):
        return False
    strong = {h.atx for h in marked if h.strong}
    alike = all(h.told and not h.number for h in found)
    return len(strong) <= 1 and (alike or len({h.atx for h in marked}) >= 2)


def _by_markup(found: Sequence[Heading]) -> list[Rank]:
    """Rank headings by their # signs: where sections hold headings only, the next level holds the articles."""
    marked = sorted({h.atx for h in found if h.atx and not h.number} or {h.atx for h in found if h.atx})
    top = marked[0]
    strong = {h.atx for h in found if h.strong}
    above = [h for h in found if h.atx == top]
    sections = [
        a for a, b in pairwise(found) if a.atx == top and a.follows == "heading" and b.atx > top and not b.number
    ]
    if strong:
        article = max(strong)
    elif len(marked) > 1 and len(above) > 1 and sections:
        article = marked[1]
    else:
        article = top
    ranks = []
    for h in found:
        if h.atx and h.atx <= article and not (h.number and h.atx == article and len(marked) > 1 and h.atx != top):
            level = h.atx - top + 1
            holder = h.atx < article
            kind = (
                ("section" if h.follows == "heading" else "column" if h.short else "article") if holder else kind_of(h)
            )
            ranks.append(Rank(True, level, kind, "level of the markup"))
        else:
            ranks.append(Rank(False, 1, "", "below the articles' markup"))
    return _with_sublevels(found, ranks)


def _by_signature(found: Sequence[Heading]) -> list[Rank]:
    """Rank headings by what follows them and how they are set."""
    free = [h for h in found if not h.number]
    strong = sum(h.strong for h in free)
    selective = strong >= STRONG_SHARE * max(1, len(free)) and strong > 0
    outer = _outer_style(found)
    if outer and (nested := _by_numbers(found, outer)):
        return nested
    ranks: list[Rank] = []
    section: Heading | None = None
    child: Heading | None = None  # the first article of the open section
    article: Heading | None = None
    deepest = 0  # the deepest # level among the open article's subheadings
    apart, openers = _set_apart(found), _first_strong(found)
    for at, h in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if h.number and h.number != outer:
            ranks.append(
                Rank(False, 1, "", "numbered below an article")
                if article or not outer
                else Rank(True, 1, "article", "numbered")
            )
            deepest = max(deepest, h.atx)
            continue
        if _opens_section(h, following, apart):
            section, child, article, deepest = h, None, None, 0
            ranks.append(Rank(True, 1, "section" if h.follows == "heading" else "column", "heads other headings"))
            continue
        back_at_top = article and h.atx and deepest > h.atx and h.atx <= (article.atx or h.atx)
        node = (
            bool(h.number)
            or h.strong
            or not selective
            or article is None
            or bool(back_at_top)
            or h.signature.startswith("bullet")
        )
        if not node:
            ranks.append(Rank(False, 1, "", "nothing says that an article begins"))
            continue
        if section and (section.frame not in (None, h.frame) or child and _leaves(h, child, openers, at)):
            section = None  # a section in a frame ends with the frame
        child = child or h
        article, deepest = h, 0
        ranks.append(Rank(True, 2 if section else 1, kind_of(h), "signature of an article"))
    return _with_sublevels(found, ranks)


def _by_numbers(found: Sequence[Heading], outer: str) -> list[Rank]:
    """Rank headings of which the numbered ones are articles: the style that signed headings carry."""
    inner = sorted({h.number for h in found if h.number and h.number != outer}, key=STYLE_ORDER.index)
    for style in inner:
        own = [h for h in found if h.number == style]
        if sum(h.signed for h in own) >= STRONG_SHARE * len(own) and STYLE_ORDER.index(style) > STYLE_ORDER.index(
            outer
        ):
            break
    else:
        holds = [h for h in found if h.number == outer]
        below = [b.number for a, b in pairwise(found) if a.number == outer and b.number != outer]
        if not below or any(h.follows != "heading" for h in holds):
            return []
        style = max(set(below), key=below.count)
    ranks: list[Rank] = []
    section = False
    for h in found:
        if h.number == outer:
            section = h.follows == "heading"
            ranks.append(Rank(True, 1, "section" if section else "article", "numbered section"))
        elif h.number == style and section:
            ranks.append(Rank(True, 2, kind_of(h), "numbered article"))
        else:
            ranks.append(Rank(False, 1, "", "numbered below an article"))
    return _with_sublevels(found, ranks)


def _outer_style(found: Sequence[Heading]) -> str:
    """Name the numbering style that runs once through the file without a heading above it."""
    style = found[0].number if found else ""
    last = max((at for at, h in enumerate(found) if style and h.number == style), default=0)
    if not style or any(not h.number and h.strong for h in found[:last]):
        return ""
    values = [n.value for h in found if h.number == style and (n := numbered(h.text))]
    return style if values == sorted(set(values)) and len(values) >= 2 else ""


def _set_apart(found: Sequence[Heading]) -> frozenset[str]:
    """Return the signatures of headings set apart: in wide letters, in brackets, or only ever above others."""
    count = Counter(h.signature for h in found)
    with_text = {h.signature for h in found if h.follows != "heading"}
    return frozenset(("spaced", "bracket", *(s for s, n in count.items() if n > 1 and s not in with_text)))


def _first_strong(found: Sequence[Heading]) -> dict[str, list[tuple[int, Heading]]]:
    """Return, by what follows them, the first two headings that certainly open an article, with their places."""
    first: dict[str, list[tuple[int, Heading]]] = {}
    for at, h in enumerate(found):
        if h.strong and len(first.setdefault(h.follows, [])) < 2:
            first[h.follows].append((at, h))
    return first


def _opens_section(h: Heading, following: Heading | None, apart: frozenset[str]) -> bool:
    """Tell whether a heading heads other headings: it is short, or set apart, and directly above one."""
    if h.number or h.strong and h.follows != "heading" or following is None or h.follows != "heading":
        return False
    if following.number:
        return False
    return h.signature in apart or h.short or bool(SECTION_WORDS.match(h.text))


def _leaves(h: Heading, child: Heading, openers: Mapping[str, list[tuple[int, Heading]]], at: int) -> bool:
    """Tell whether a heading belongs above the open section: set or followed unlike its first article."""
    if h.signature != child.signature and (h.signature.startswith("bullet") or child.signature.startswith("bullet")):
        return True
    alike = h.follows == child.follows or not h.strong
    seen_at_top = any(k < at and opener is not child for k, opener in openers.get(h.follows, ()))
    return not alike and seen_at_top and h.follows in ("byline", "meta", "dateline")
