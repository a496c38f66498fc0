"""Labels as amendments say: what they took is relabelled, and what belongs to it goes along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader.compose.amend.cutting import CutDraft, Taken, between, running
from reader.compose.amend.nesting import Told, is_outline, levelled
from reader.compose.amend.words import letters
from reader.model.amendments import Amendment
from reader.model.document import Source
from reader.model.draft import RUNNING, Boundary, Draft, Label, LeftOut, ListedOnly, Opens, Part, Signed
from reader.model.kinds import NodeKind, Role

RULE = "corrected by hand"
NEXT = 3  # lines of a contents list behind an entry that names what they list
SURE = 9.0  # log odds of a break that a person sets
HEADINGS: tuple[Role, ...] = ("title", "subheading")
LISTED: tuple[Role, ...] = ("contents",)
WHOLE_GROUPS: tuple[Role, ...] = ("note", "contents", "highlight", "title", "subheading")  # that nothing tears apart
GONE: tuple[Role, ...] = ("furniture", "duplicate")


class Relabelling:
    """Sets the labels of one cut draft."""

    def __init__(
        self, source: Source, draft: Draft, cut: CutDraft, amendments: Sequence[Amendment], *, as_outline: bool
    ) -> None:
        self._source, self._draft, self._cut, self._amendments = source, draft, cut, amendments
        self._as_outline = as_outline
        self._labels = list(draft.labels)
        self._breaks: dict[int, Boundary] = dict(draft.breaks)
        self._new_group = 1 + max((label.group for label in draft.labels if label), default=0) + len(draft.pieces)
        self._printed = self._printed_titles()
        self._told: dict[int, Told] = {}  # by the group of the title
        self._begins: set[int] = set()  # pieces with which something new begins
        self.placed: set[int] = set()
        self.is_whole = False
        self._leads_in = False

    def relabelled(self) -> Draft:
        """Return the draft with all labels set."""
        for owner, amendment in enumerate(self._amendments):
            if amendment.what == "issue":
                self.placed.add(owner)
            elif taken := self._cut.taken.get(owner):
                self._apply(amendment, taken)
                self.placed.add(owner)
        self._free_rests()
        self._tear_groups()
        self._nest()
        return replace(
            self._draft, labels=tuple(self._labels), breaks=self._breaks, leads_in=self.is_whole or self._leads_in
        )

    def _group(self) -> int:
        self._new_group += 1
        return self._new_group

    def _apply(self, amendment: Amendment, taken: Sequence[Taken]) -> None:
        first = taken[0].piece
        if amendment.is_heading:
            self._heading(amendment, taken)
        elif amendment.what == "text":
            if not self._unname(taken):
                self._text(taken)
        elif amendment.what == "show":
            self._show(taken)
        elif amendment.what == "leave-out":
            data = LeftOut(amendment.reason or "by-hand")
            for one in taken:
                self._labels[one.piece] = Label("furniture", RULE, data=data)
        elif amendment.what == "byline":
            self._byline(amendment, taken)
        elif amendment.what == "split":
            self._breaks[first] = between(SURE, RULE)
            self._begins.add(first)
        elif amendment.what == "join":
            self._join(taken)

    def _heading(self, amendment: Amendment, taken: Sequence[Taken]) -> None:
        was = taken[0].was
        if was and _is_listed(taken) and amendment.what != "subheading" and self._names_below(taken):
            kind: NodeKind = "section" if amendment.what == "section" else "article"
            for one in taken:
                self._labels[one.piece] = was._replace(data=ListedOnly(kind, amendment.level or 1))
            return
        group = self._group()
        self._begins.add(taken[0].piece)
        for one in taken:
            parts = tuple(part._replace(name="title") if part.name == "shown" else part for part in one.parts)
            role: Role = "subheading" if amendment.what == "subheading" else "title"
            level = amendment.level or (was.level if was and was.role == role else 0) or 1
            label = Label(role, RULE, 1.0, group, parts, level, moved=bool(was and was.moved))
            data = None if role == "subheading" else Opens(_kind(amendment, was))
            self._labels[one.piece] = label._replace(data=data)
        self._told[group] = Told(amendment, was)

    def _names_below(self, taken: Sequence[Taken]) -> bool:
        """Tell whether an entry of the contents list names what follows: an entry below it is printed as a title."""
        labels = self._draft.labels
        below = range(taken[-1].piece + 1, len(labels))
        entries = (i for i in below if (label := labels[i]) and label.role == "contents")
        return any(letters(self._text_of(i)) in self._printed for _, i in zip(range(NEXT), entries, strict=False))

    def _printed_titles(self) -> frozenset[str]:
        """Return the letters of the headings that stand in the text."""
        told = (
            letters(amendment.quote)
            for k, amendment in enumerate(self._amendments)
            if amendment.is_heading and not _is_listed(self._cut.taken.get(k, ()))
        )
        labels = enumerate(self._draft.labels)
        others = (letters(self._text_of(i)) for i, label in labels if label and label.role in HEADINGS)
        return frozenset([*told, *others])

    def _text_of(self, i: int) -> str:
        label = self._draft.labels[i]
        parts = [part for part in label.parts if part.name == "title"] if label else []
        whole = [Part(self._draft.pieces[i].start, self._draft.pieces[i].end, "title")]
        return "".join(self._source.text[part.start : part.end] for part in parts or whole)

    def _unname(self, taken: Sequence[Taken]) -> bool:
        """Let an entry of the contents list that named what follows name it no more."""
        was = taken[0].was
        if was is None or was.role not in LISTED or was.level != 1:
            return False
        for one in taken:
            self._labels[one.piece] = was._replace(data=ListedOnly("section", 0))
        return True

    def _text(self, taken: Sequence[Taken]) -> None:
        """Make running text of what was taken: one paragraph."""
        for k, one in enumerate(taken):
            piece = self._draft.pieces[one.piece]
            self._labels[one.piece] = running(one.parts, piece.start, piece.end, RULE, one.was, named=True)
            self._breaks[one.piece] = between(-SURE if k else SURE, RULE)
        self._open_below(taken[-1].piece)

    def _open_below(self, i: int) -> None:
        """Let the running text behind a piece begin a paragraph of its own."""
        below = i + 1
        if below < len(self._labels) and self._is_running(below):
            self._breaks[below] = between(SURE, RULE)

    def _is_running(self, i: int) -> bool:
        label = self._labels[i]
        return label is None or label.role in RUNNING

    def _show(self, taken: Sequence[Taken]) -> None:
        hidden = [one for one in taken if one.was is None or one.was.role in GONE or one.was.role in RUNNING]
        self._text(hidden)
        for one in taken:
            if one not in hidden and one.was:  # left out at the edge of something that is shown
                name = {"title": "title", "subheading": "title"}.get(one.was.role, "text")
                parts = tuple(part._replace(name=name) for part in one.parts if not part.name.startswith("drop:"))
                self._labels[one.piece] = one.was._replace(parts=parts)

    def _byline(self, amendment: Amendment, taken: Sequence[Taken]) -> None:
        group = self._group()
        for one in taken:
            parts = tuple(part._replace(name="text") if part.name == "shown" else part for part in one.parts)
            data = one.was.data if one.was and isinstance(one.was.data, Signed) else Signed()
            data = replace(data, names=amendment.names if one is taken[0] else ())
            self._labels[one.piece] = Label("byline", RULE, 1.0, group, parts, data=data)

    def _join(self, taken: Sequence[Taken]) -> None:
        """Let the paragraph behind go on with this one; the last above the first title stands below it."""
        above = self._labels[: taken[0].piece]
        for i in range(taken[-1].piece + 1, len(self._labels)):
            label = self._labels[i]
            if label and label.role in HEADINGS:
                self._leads_in |= not any(other and other.role == "title" for other in above)
                return
            if self._is_running(i) and self._draft.opens(i):
                self._breaks[i] = between(-SURE, RULE)
                return

    def _free_rests(self) -> None:
        """Make text of the lines of a heading of which an amendment took others."""
        taken = {one.piece for own in self._cut.taken.values() for one in own}
        torn = {
            (one.was.role, one.was.group)
            for own in self._cut.taken.values()
            for one in own
            if one.was and one.was.role in HEADINGS and one.was.group >= 0
        }
        above = False
        for i, label in enumerate(self._draft.labels):
            is_rest = label is not None and i not in taken and (label.role, label.group) in torn
            if is_rest and label:
                piece = self._draft.pieces[i]
                self._labels[i] = running(label.parts, piece.start, piece.end, label.rule, named=True)
                self._breaks[i] = between(-SURE if above else SURE, RULE)
            elif above:
                self._open_below(i - 1)
            above = is_rest

    def _tear_groups(self) -> None:
        """Let a group of pieces in which something new begins be two, so that each part stands in its place."""
        epoch = 0
        first: dict[tuple[Role, int], int] = {}
        renamed: dict[tuple[Role, int, int], int] = {}
        for i, label in enumerate(self._labels):
            epoch += i in self._begins
            if label is None or label.group < 0 or label.role in (*RUNNING, *WHOLE_GROUPS):
                continue
            begun = first.setdefault((label.role, label.group), epoch)
            if begun != epoch:
                key = (label.role, label.group, epoch)
                group = renamed[key] if key in renamed else renamed.setdefault(key, self._group())
                self._labels[i] = label._replace(group=group)

    def _nest(self) -> None:
        """Give headings that nobody spoke of the levels that follow from those that somebody did."""
        if self._as_outline and all(a.is_heading or a.what == "text" for a in self._amendments):
            taken = [one.was for own in self._cut.taken.values() for one in own]
            spoken_of = {(was.role, was.group) for was in taken if was and was.role in HEADINGS}
            self.is_whole = is_outline(self._labels, self._told, len(spoken_of))
        if self.is_whole:
            self._forget_others()
        for i, label in levelled(self._labels, self._told):
            self._labels[i] = label
        self._close_sections()

    def _close_sections(self) -> None:
        """Make an article of a section that has lost the only heading below it."""
        titles = [i for i, label in enumerate(self._labels) if label and label.role == "title"]
        for own in self._cut.taken.values():
            lost = own[0].piece
            above = bisect_left(titles, lost) - 1
            if above < 0 or not (was := own[0].was) or was.role != "title" or lost in titles:
                continue
            label = self._draft_label(titles[above])
            below = self._draft_label(titles[above + 1]).level if above + 1 < len(titles) else 0
            is_section = isinstance(label.data, Opens) and label.data.node == "section"
            if is_section and label.group not in self._told and below <= label.level < was.level:
                for i in titles:
                    if self._draft_label(i).group == label.group:
                        self._labels[i] = label._replace(data=Opens("article"))

    def _draft_label(self, i: int) -> Label:
        label = self._labels[i]
        assert label is not None
        return label

    def _forget_others(self) -> None:
        """Make text of the headings that a whole outline does not name."""
        tells_parts = any(told.is_part for told in self._told.values())
        roles = HEADINGS if tells_parts else ("title",)
        for i, label in enumerate(self._labels):
            if label and label.role in roles and label.group not in self._told:
                piece = self._draft.pieces[i]
                self._labels[i] = running(label.parts, piece.start, piece.end, RULE, named=True)
                self._breaks[i] = between(SURE, RULE)
                self._open_below(i)
            elif label and label.role in LISTED and label.data is None and label.level == 1:
                self._labels[i] = label._replace(data=ListedOnly("section", 0))


def _is_listed(taken: Sequence[Taken]) -> bool:
    """Tell whether words stand in the contents list."""
    return bool(taken) and (was := taken[0].was) is not None and was.role in LISTED


def _kind(amendment: Amendment, was: Label | None) -> NodeKind:
    """Name what a heading opens; a column is a section, a notice an article."""
    old: NodeKind | None = was.data.node if was and isinstance(was.data, Opens) else None
    if amendment.what == "section":
        return old if old in ("section", "column") and old else "section"
    return old if old in ("article", "notice") and old else "article"
