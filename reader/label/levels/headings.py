"""The headings of a draft with what tells their rank: how they are set and numbered, and what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reader.label.contents import SECTION_EM, compact
from reader.label.highlights import highlighted
from reader.label.levels.numbering import Numbering, numberings
from reader.label.setting import Setting, setting
from reader.model.draft import Draft, HeadingStyle, Label, Signed
from reader.text.patterns import (
    ATTACHMENT_MARK,
    ATX,
    JUMP_FROM,
    NOTICE_TITLE,
    SECTION_WORDS,
    STYLE_ORDER,
    closed_up,
    is_dateline,
    rare,
)

LINKED = rare(r"\[(?P<words>[^\[\]]*)\]\([^()]*\)")
ATTACHMENT = rare(rf"{ATTACHMENT_MARK}\s*+[：:]?(?=\S)(?!下载|列表|清单)")
NEWS = rare(r"本[报台刊网社]讯[\s\u3000]")  # without a reporter: it opens a report too
EMPHASIS = rare(r"\*\*|__|~~")
TRANSPARENT = ("furniture", "note", "caption")
FRONT_PIECES = 80  # pieces at the top of a file in which its title stands


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what tells its rank."""

    pieces: tuple[int, ...]
    text: str
    dress: HeadingStyle
    level: int  # that the markup or the look tells, 1 is the top; 0 where they tell none
    number: Numbering | None
    follows: str  # byline, meta, dateline, heading, text, nothing
    after: str  # what stands directly above: byline, remark, contact, heading, text, ""
    listed: int  # level in the contents; 0 when not listed
    stop: int  # the piece of the next heading: what lies between is its own text
    frame: tuple[int, int] | None = None  # page and number of the frame that it stands in
    told: str = ""  # how the file dresses it, where the contents list tells that it is a heading
    highlighted: bool = False  # in the list of what the issue brings

    @property
    def signature(self) -> str:
        """Write how it is dressed as one word: atx2, tag3, bold, bracket, bullet★, plain, spaced, contents."""
        return self.dress.signature

    @property
    def strong(self) -> bool:
        """Tell whether an article certainly begins here, though no number says how deep."""
        notice = bool(NOTICE_TITLE.search(self.text)) and not SECTION_WORDS.match(self.text)
        return self.attached or not self.number and (self.signed or notice or self.dress.dress == "field")

    @property
    def attached(self) -> bool:
        """Tell whether it is the title of what is attached to a paper: a paper of its own beside that one."""
        return ATTACHMENT.match(self.text) is not None and bool(self.bare) and self.dress.dress != "attachments"

    @property
    def signed(self) -> bool:
        """Tell whether an author, label lines or a dateline stand below, or an article's end above."""
        return self.follows in ("byline", "meta", "dateline") or self.after in ("byline", "remark")

    @property
    def style(self) -> str:
        """Name the numbering style; empty when the heading carries no number."""
        return self.number.style if self.number else ""

    @property
    def value(self) -> int:
        """Return the number that it carries; 0 where it carries none."""
        return self.number.value if self.number else 0

    @property
    def marked(self) -> str:
        """Name the numbering style where a mark stands behind the number: 1. and （一）, not 1 alone."""
        return self.style if self.style.partition("/")[0] in (*STYLE_ORDER, "formal") else ""

    @property
    def bare(self) -> str:
        """Return the heading without its number."""
        return self.text[self.number.end :] if self.number else self.text

    @property
    def short(self) -> bool:
        return len("".join(self.text.split())) <= SECTION_EM - 2

    @property
    def begin(self) -> int:
        """Return the first piece below."""
        return self.pieces[-1] + 1


def headings(draft: Draft) -> list[Heading]:
    """Collect the headings of a draft in reading order."""
    groups = sorted(draft.grouped("heading"), key=lambda group: group[0])
    texts = [_read(draft, group) for group in groups]
    stops = [*(group[0] for group in groups[1:]), len(draft.pieces)]
    found = [
        _heading(draft, group, text, number, stop)
        for group, text, number, stop in zip(groups, texts, numberings(texts), stops, strict=False)
    ]
    if highlights := set(highlighted(draft)):
        found = [replace(h, highlighted=compact(h.text) in highlights) for h in found]
    return _levelled(draft, found) if any(piece.look for piece in draft.pieces[:1]) else found


def _levelled(draft: Draft, found: list[Heading]) -> list[Heading]:
    """Give headings that the contents list tells the level of those set like them, else one by their size."""
    rows = [(setting(draft.pieces[h.pieces[0]]), h.level) for h in found]
    levels = {row: row[1] for row in rows if row[1]}
    alike = {setting: level for (setting, _), level in levels.items()}
    for row in sorted({r for h, r in zip(found, rows, strict=True) if _is_only_listed(h)}):
        levels = levels | {row: alike[row[0]]} if row[0] in alike else _with(levels, row)
    return [
        replace(h, level=levels.get(row, 0)) if h.level or _is_only_listed(h) else h
        for h, row in zip(found, rows, strict=True)
    ]


def _is_only_listed(h: Heading) -> bool:
    """Tell whether the contents list tells a heading, and nothing its level."""
    return not h.level and h.dress.dress == "contents"


def _with(levels: dict[tuple[Setting, int], int], row: tuple[Setting, int]) -> dict[tuple[Setting, int], int]:
    """Put a setting above all levels that are set smaller, and push those down."""
    largest: dict[int, float] = {}
    for (other, _), level in levels.items():
        largest[level] = max(other.size, largest.get(level, 0.0))
    smaller = takewhile(lambda level: largest[level] < row[0].size, sorted(largest, reverse=True))
    own = min(smaller, default=0)
    return {other: level + (level >= own) for other, level in levels.items()} | {row: own} if own else levels


TOLD = "masthead told by the file"


def with_front(draft: Draft, found: list[Heading]) -> list[Heading]:
    """Put the title that the masthead or the front matter tells above the headings, where nothing says of what it is.

    A title beside the number of an issue is that of the issue; alone, it may be the headline of the only article.
    """
    first = found[0].pieces[0] if found else len(draft.pieces)
    labels = ((i, draft.labels[i]) for i in range(min(first, FRONT_PIECES, len(draft.pieces))))
    heads = [(i, label) for i, label in labels if label is not None and label.role == "masthead"]
    titled = [(i, label) for i, label in heads if _names(label) == {"title"}]
    dated = any("date" in _names(label) and label.rule == TOLD for _, label in heads) and not draft.markup
    if not titled or dated or any("number" in _names(label) for _, label in heads):
        return found  # a page tells the date of an issue beside its name; front matter tells that of any text
    at, label = titled[0]
    text = "".join(draft.text[part.start : part.end] for part in label.parts if part.name == "title")
    top = Heading((at,), text, HeadingStyle("masthead"), 0, None, _follows(draft, at), "", 0, first)
    return [top, *found]


def _names(label: Label) -> set[str]:
    return {part.name for part in label.parts if not part.name.startswith("drop:")}


def _read(draft: Draft, group: Sequence[int]) -> str:
    """Read a heading as it is shown, without emphasis and the addresses of links."""
    text = closed_up("".join(shown_title(draft, i) for i in group))
    return EMPHASIS.sub("", LINKED.sub(r"\g<words>", text)) if draft.markup else text


def _heading(draft: Draft, group: Sequence[int], text: str, number: Numbering | None, stop: int) -> Heading:
    label = draft.label(group[0])
    return Heading(
        tuple(group),
        text,
        draft.dress(group[0]),
        _level(draft, group[0]),
        number,
        _follows(draft, group[-1]),
        _after(draft, group[0]),
        label.level,
        stop,
        _frame(draft, group[0]),
        _told(draft, group[0]),
    )


def _told(draft: Draft, i: int) -> str:
    """Name how the file dresses a heading that the contents list announces: bold, bracket."""
    hint = draft.pieces[i].hint
    return hint.data if hint and hint.role == "heading" and draft.dress(i).dress == "contents" else ""


def _level(draft: Draft, i: int) -> int:
    """Return the level that markup or look tell, also of a heading that was found by other evidence."""
    dress, piece = draft.dress(i), draft.pieces[i]
    if dress.dress == "told title":
        return 1
    if dress.level:
        return dress.level
    if piece.hint is not None and piece.hint.role == "heading":
        return piece.hint.level
    lead = ATX.match(piece.text) if draft.markup else None
    return len(lead.group(1)) if lead else 0


def _frame(draft: Draft, i: int) -> tuple[int, int] | None:
    """Name the frame on a page that a piece stands in."""
    look = draft.pieces[i].look
    return (look.page, look.inside) if look and look.inside >= 0 else None


def shown_title(draft: Draft, i: int) -> str:
    """Return the title characters of one heading piece."""
    return draft.named(i, "title") or draft.pieces[i].text


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
        if draft.role(below) == "byline" and draft.data(below) != Signed(at_end=True):
            return "byline"  # below the title in another language
        return "heading" if draft.role(below) == "heading" else "text"
    if role == "byline" and draft.data(i) == Signed(at_end=True):
        return "text"
    if role in ("byline", "meta", "heading"):
        return role
    text = draft.pieces[i].text
    return "dateline" if is_dateline(text) or NEWS.match(text) or JUMP_FROM.match(text) else "text"


def _after(draft: Draft, i: int) -> str:
    i -= 1
    while i >= 0 and draft.role(i) in TRANSPARENT:
        i -= 1
    role = draft.role(i) if i >= 0 else ""
    if role == "byline" and draft.data(i) != Signed(at_end=True):
        return "text"
    return role or ("text" if i >= 0 else "")
