"""What tells the rank of a heading, the ranks, and those of headings below titles that the file itself tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.kinds import NodeKind
from reader.label.contents import SECTION_EM
from reader.patterns import NOTICE_TITLE, SECTION_WORDS, STYLE_ORDER, numbered

MARKED = re.compile(r"(?:atx|look|tag|set)(?P<level>\d+)$")  # signatures of headings that # signs, tags or looks tell
ATTACHMENTS = "attachments"  # the signature of 附件： above a list
TOLD_TITLE = "told title"  # the signature of the title that a page has as a whole


class Heading(NamedTuple):
    """A heading with what tells its rank."""

    pieces: tuple[int, ...]
    text: str
    signature: str
    follows: str  # byline, meta, dateline, heading, text, nothing
    after: str  # what stands directly above: byline, remark, contact, heading, text, ""
    listed: int  # level in the contents; 0 when not listed
    frame: tuple[int, int] | None = None  # page and number of the frame that it stands in

    @property
    def strong(self) -> bool:
        """Tell whether an article certainly begins here, though no number says how deep."""
        notice = bool(NOTICE_TITLE.search(self.text)) and not SECTION_WORDS.match(self.text)
        return not self.number and (self.signed or notice or self.signature == "field")

    @property
    def signed(self) -> bool:
        """Tell whether an author, label lines or a dateline stand below, or an article's end above."""
        return self.follows in ("byline", "meta", "dateline") or self.after in ("byline", "remark")

    @property
    def number(self) -> str:
        """Name the numbering style the heading carries; empty when none."""
        found = numbered(self.text)
        return found.style if found else ""

    @property
    def atx(self) -> int:
        if self.signature == TOLD_TITLE:
            return 1
        m = MARKED.match(self.signature)
        return int(m["level"]) if m else 0

    @property
    def told(self) -> bool:
        """Tell whether the file itself, not a sign in its text, makes this a heading."""
        return self.signature.startswith(("tag", "set"))

    @property
    def short(self) -> bool:
        return len("".join(self.text.split())) <= SECTION_EM - 2


class Rank(NamedTuple):
    """The place of a heading: a node of the outline at `level`, or a subheading at `level`."""

    node: bool
    level: int
    kind: NodeKind | Literal[""]  # of a node
    rule: str


def kind_of(heading: Heading) -> NodeKind:
    """Name the kind of node that a heading of an article opens."""
    return "notice" if NOTICE_TITLE.search(heading.text) else "article"


def tells_titles(found: Sequence[Heading]) -> bool:
    """Tell whether a file says which titles open articles: several, or one with nothing signed of its own below."""
    titles = [h for h in found if h.signature == TOLD_TITLE]
    if len(titles) > 1:
        return True
    others = [h for h in found if h.signature != TOLD_TITLE and not h.number]
    return len(titles) == 1 and sum(h.follows in ("byline", "dateline") for h in others) < 2


def by_title(found: Sequence[Heading]) -> list[Rank]:
    """Rank headings below the told titles; the deeper their markup, the deeper they are."""
    told: dict[str, int] = {}  # the level that the file tells for one numbering, which holds for all of it
    for h in found:
        if h.number and h.atx:
            told[h.number] = min(h.atx, told.get(h.number, h.atx))
    deepest = len(STYLE_ORDER) + 1
    depths = {h: (told.get(h.number, h.atx or deepest), STYLE_ORDER.index(h.number) if h.number else -1) for h in found}
    below = sorted({depths[h] for h in found if h.signature not in (TOLD_TITLE, ATTACHMENTS)})
    ranks = []
    for h in found:
        if h.signature == TOLD_TITLE:
            ranks.append(Rank(True, 1, kind_of(h), "title of the page"))
        else:
            level = below.index(depths[h]) + 1 if depths[h] in below and h.signature != ATTACHMENTS else 1
            ranks.append(Rank(False, level, "", "below the title"))
    return ranks
