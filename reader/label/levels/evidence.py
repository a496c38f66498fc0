"""What tells whether a group of sister headings opens articles or divides one text: numbers that add up.

Each feature is a sentence about the printed page; `weights.py` says how much it counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from reader.label.levels.headings import Heading
from reader.label.levels.words import (
    is_back_matter,
    is_column,
    is_structural,
    names_document,
    names_periodical,
    numbers_issue,
)
from reader.label.overlap import pairs
from reader.model.draft import Draft
from reader.model.kinds import Dress
from reader.text.patterns import has_url, is_dateline

COMPARED = 10  # sisters whose words are compared with each other
SAMPLE = 600  # characters of a text that tell its words
OPENING = 120  # characters in which the date of a piece of news stands
INNER_STYLES = ("han_paren", "multi", "arab_paren", "circled")
SHORT = 8  # characters of the name of a section
LONG_TITLE = 40  # characters; longer titles tell no more
TEXT = 60  # characters below a heading that are a text of its own
EMPTY = 10  # characters; less is no text
DAY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.年]\s*\d{1,2}")
DATED = re.compile(r"\d{8}|\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}\s*月")
ASKED = re.compile(r"[问Q]\s*[：:]")
ANSWER = re.compile(r"[答A]\s*[：:]")
QUESTION = re.compile(r"[？?]$")
DATE_TITLE = re.compile(r"^(?:\d{4}[-/.年]\s*)?\d{1,2}[-/.月]\s*\d{1,2}|^\d{4}\s*年")
SOURCE = 40  # characters of the source of a text, in brackets at its end
SOURCED = re.compile(r"[。！？；”][（(【〔][^（）()。]{2,36}[）)】〕]$")
SIGN = re.compile(r"^[^\w\s“”‘’《》〈〉「」『』【】（）()\[\]<>*#.]")


@dataclass(frozen=True, slots=True)
class Sister:
    """A heading with the text below it, up to the next heading that is not below it."""

    heading: Heading
    text: str  # the beginning of what stands below, its own subheadings left out
    length: int  # characters below, all of them
    own: int  # characters directly below, before any other heading
    signed: bool
    labelled: bool  # label lines
    linked: bool
    pictured: bool
    listing: float  # share of its pieces that are items of a list
    sourced: bool  # its text ends in brackets: （日报1月3日）
    leads_on: bool  # what stands directly below ends in a colon: 他提出三条建议：
    answered: bool  # its text begins as an answer does: 答：


@dataclass(frozen=True, slots=True)
class Group:
    """Sister headings, the heading above them, and how far they are spread over the file."""

    sisters: tuple[Sister, ...]
    above: Sister | None  # None at the top
    alone: bool  # the heading above stands alone at the top
    depth: int  # headings above
    parents: int  # headings that have such sisters below
    issue: bool  # the file has a masthead, or the heading at the top names a periodical
    document: bool  # the first heading, or the title in the front matter, names a document
    fronted: bool  # the file begins with front matter, as posts of a web log do
    share: float  # of the text of the file that stands below
    goes_on: bool  # it counts on from the last group that is as deep, below another heading
    nested: float  # share of the sisters whose number comes back in those below: 2 above 2.1


def sister(draft: Draft, heading: Heading, stop: int) -> Sister:
    """Look at the text below a heading, up to piece `stop`."""
    indexes = range(heading.begin, stop)
    own = range(heading.begin, min(heading.stop, stop))
    words = [i for i in indexes if draft.role(i) not in ("furniture", "heading")]
    text = _beginning(draft, words)
    return Sister(
        heading,
        text,
        sum(len(draft.pieces[i].text) for i in words),
        sum(len(draft.pieces[i].text) for i in own if draft.role(i) not in ("furniture", "note")),
        any(draft.role(i) == "byline" for i in own) or heading.follows == "byline",
        sum(draft.role(i) == "meta" for i in own) > 0,
        any(has_url(draft.pieces[i].text) for i in (*heading.pieces, *own)),
        any(draft.role(i) == "caption" for i in own),
        _listing(draft, own),
        any(SOURCED.search(draft.pieces[i].text[-SOURCE:]) for i in words[-1:]),
        any(draft.pieces[i].text[-1] in ":：" for i in _last_text(draft, own)),
        ANSWER.match(text) is not None,
    )


def _last_text(draft: Draft, own: range) -> Iterator[int]:
    """Yield the last of some pieces that holds text, where there is one."""
    yield from islice((i for i in reversed(own) if draft.role(i) not in ("furniture", "heading")), 1)


def _beginning(draft: Draft, indexes: Iterable[int]) -> str:
    text = ""
    for i in indexes:
        text += draft.pieces[i].text
        if len(text) > SAMPLE:
            break
    return text[:SAMPLE]


def _listing(draft: Draft, indexes: Sequence[int]) -> float:
    """Return the share of the pieces that are told to be, or begin like, items of a list."""
    if not indexes:
        return 0.0
    items = sum(1 for i in indexes if (p := draft.pieces[i]).hint and p.hint.role == "list_item" or p.text[0] in "-*•·")
    return items / len(indexes)


def _share(group: Group, tells: Callable[[Sister], bool]) -> float:
    return sum(tells(s) for s in group.sisters) / len(group.sisters)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def _counts_on(group: Group) -> float:
    """Return the share of steps from one sister to the next in which the number goes up by one."""
    numbers = [s.heading.value for s in group.sisters]
    steps = list(pairwise(numbers))
    return sum(b == a + 1 and a > 0 for a, b in steps) / len(steps) if steps else 0.0


def _begins_later(group: Group) -> float:
    """Tell whether the numbering goes on from an earlier group: it begins with no one."""
    number = group.sisters[0].heading.number
    return float(number is not None and number.value > 1)


def _shared(group: Group) -> float:
    """Return how much of their wording sisters share, two by two."""
    texts = [pairs(s.text) for s in group.sisters[:COMPARED] if s.length >= EMPTY]
    return _mean(len(a & b) / max(1, min(len(a), len(b))) for a, b in combinations(texts, 2))


def _of_above(group: Group) -> float:
    """Return how much of the wording of the heading above comes back in the texts of the sisters."""
    wanted = pairs(group.above.heading.bare) if group.above else set()
    if not wanted:
        return 0.0
    return _mean(len(wanted & pairs(s.heading.text + s.text)) / len(wanted) for s in group.sisters)


def _above_is(group: Group, dress: Dress) -> bool:
    return group.above is not None and group.above.heading.dress.dress == dress


FEATURES: Mapping[str, Callable[[Group], float]] = {
    "how many": lambda g: math.log(len(g.sisters)),
    "one alone": lambda g: float(len(g.sisters) == 1),
    "numbered": lambda g: _share(g, lambda s: s.heading.number is not None),
    "numbered 一、": lambda g: _share(g, lambda s: s.heading.style.partition("/")[0] in ("han", "chapter", "formal")),
    "numbered （一） or 1.1": lambda g: _share(g, lambda s: s.heading.style.startswith(INNER_STYLES)),
    "numbers count on": _counts_on,
    "numbering goes on from before": _begins_later,
    "numbers count on below the next heading": lambda g: float(g.goes_on),
    "numbers come back below": lambda g: g.nested,
    "numbered below a text": lambda g: (
        _share(g, lambda s: s.heading.number is not None) * (g.above is not None and g.above.own >= TEXT)
    ),
    "a colon leads on to them": lambda g: float(g.above is not None and g.above.leads_on),
    "questions that are answered": lambda g: _share(
        g, lambda s: s.answered and ASKED.match(s.heading.text) is not None
    ),
    "sources in brackets": lambda g: _share(g, lambda s: s.sourced),
    "words of structure": lambda g: _share(g, lambda s: is_structural(s.heading.bare)),
    "words of columns": lambda g: _share(g, lambda s: is_column(s.heading.bare)),
    "back matter": lambda g: _share(g, lambda s: is_back_matter(s.heading.bare)),
    "short titles": lambda g: _share(g, lambda s: len(s.heading.bare) <= SHORT),
    "length of titles": lambda g: _mean(min(len(s.heading.bare), LONG_TITLE) / 20 for s in g.sisters),
    "colons in titles": lambda g: _share(g, lambda s: "：" in s.heading.bare or ":" in s.heading.bare),
    "questions": lambda g: _share(g, lambda s: bool(QUESTION.search(s.heading.text))),
    "signs before titles": lambda g: _share(g, lambda s: bool(SIGN.match(s.heading.text))),
    "bold only": lambda g: _share(g, lambda s: s.heading.dress.dress == "bold"),
    "in brackets": lambda g: _share(g, lambda s: s.heading.dress.dress == "bracket"),
    "bylines": lambda g: _share(g, lambda s: s.signed),
    "label lines": lambda g: _share(g, lambda s: s.labelled),
    "dates at the beginning": lambda g: _share(g, lambda s: bool(DAY.search(s.text[:OPENING]))),
    "datelines": lambda g: _share(g, lambda s: is_dateline(s.text[:OPENING])),
    "links": lambda g: _share(g, lambda s: s.linked),
    "pictures": lambda g: _share(g, lambda s: s.pictured),
    "lists": lambda g: _mean(s.listing for s in g.sisters),
    "length of texts": lambda g: _mean(math.log(1 + s.length) for s in g.sisters),
    "no text": lambda g: _share(g, lambda s: s.length < EMPTY),
    "no text of their own": lambda g: _share(g, lambda s: s.own < EMPTY <= s.length),
    "words in common": _shared,
    "words of the heading above": _of_above,
    "listed in the contents": lambda g: _share(g, lambda s: s.heading.listed > 0),
    "at the top": lambda g: float(g.above is None),
    "depth": lambda g: float(g.depth),
    "headings with such parts": lambda g: math.log(g.parents),
    "the heading above is the title of a page": lambda g: float(_above_is(g, "told title")),
    "the heading above is told by the masthead": lambda g: float(_above_is(g, "masthead")),
    "the heading above carries a date": lambda g: float(bool(g.above and DATED.search(g.above.heading.text))),
    "the heading above is the only one": lambda g: float(g.alone),
    "the heading above is signed": lambda g: float(g.above is not None and (g.above.signed or g.above.labelled)),
    "the heading above is short": lambda g: float(g.above is not None and len(g.above.heading.bare) <= SHORT),
    "the heading above is numbered": lambda g: float(g.above is not None and g.above.heading.number is not None),
    "the heading above names a periodical": lambda g: float(
        g.above is not None and names_periodical(g.above.heading.text)
    ),
    "the heading above counts an issue": lambda g: float(
        g.above is not None and names_periodical(g.above.heading.text) and numbers_issue(g.above.heading.text)
    ),
    "the heading above names a document": lambda g: float(bool(g.above and names_document(g.above.heading.text))),
    "the file is a document": lambda g: float(g.document),
    "front matter": lambda g: float(g.fronted),
    "dates as titles": lambda g: _share(g, lambda s: bool(DATE_TITLE.match(s.heading.text))),
    "text before the first": lambda g: math.log(1 + g.above.own) if g.above else 0.0,
    "an issue": lambda g: float(g.issue),
    "share of the file": lambda g: g.share,
}


def evidence(group: Group) -> dict[str, float]:
    """Measure every feature of a group."""
    return {name: measure(group) for name, measure in FEATURES.items()}
