"""The one decision: what the headings of each group are, by evidence that adds up for the group.

From the top down: a group of sisters opens articles or divides the text of the heading above. Below a heading that
divides a text, all headings do. A heading above articles is a section; above everything, the title of the issue.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import fmean

from reader.label.levels.evidence import DATED, EMPTY, Sister
from reader.label.levels.groups import TOP, Grouped, GroupPlace, grouped, masthead_facts
from reader.label.levels.headings import Heading
from reader.label.levels.numbering import TEXTS
from reader.label.levels.ranks import Rank, kind_of
from reader.label.levels.together import told_together
from reader.label.levels.tree import FOREIGN, Depth
from reader.label.levels.weights import CONSTANT, weighed, weights
from reader.label.levels.words import (
    is_back_matter,
    is_name_and_number,
    is_office,
    is_structural,
    names_document,
    names_periodical,
    numbers_issue,
)
from reader.model.draft import Draft
from reader.model.kinds import NodeKind, Reading

POOLED = 0.8  # of the verdict on a group is that on all groups of its kind: parts of one level are of one kind
DEEPEST_LISTED = 2  # the step of a contents list that names the articles
TOLD = 5.0  # log odds of what the file tells outright
ARTICLE = 60  # characters below a heading that make a text of its own, not a word of welcome
NAMED = 3  # pieces of evidence that are named as reasons


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a group of sisters is, how sure, and why: above 0 they divide one text."""

    score: float
    reason: str

    @property
    def divides(self) -> bool:
        return self.score > 0


CHOSEN: Mapping[Reading, Verdict] = {
    "articles": Verdict(-TOLD, "articles: chosen by the reader"),
    "one": Verdict(TOLD, "one article: chosen by the reader"),
}


class Decider:
    """Ranks the headings of one file, from the top down."""

    def __init__(self, draft: Draft, found: Sequence[Heading]) -> None:
        self.draft, self.tree = draft, grouped(draft, found)
        self.verdicts = verdicts(self.tree)
        self.has_title = "title" in masthead_facts(draft)
        self.ranks: dict[int, Rank] = {}

    def decide(self) -> list[Rank]:
        """Rank all headings."""
        self._rank_letterhead()
        if chosen := CHOSEN.get(self.draft.reading):
            self._obey(chosen)
        title = self._issue_title()
        if title is not None:
            self.ranks[title] = Rank(False, 0, "", "title of the issue", "title")
            self._rank_below(title, 1)
        self._rank_below(TOP, 1)
        return [self.ranks[at] for at in range(len(self.tree.headings))]

    def _rank_letterhead(self) -> None:
        """Rank the names of offices, and of the kind of document, that stand without text above its title."""
        top = self.tree.children[TOP]
        bare = list(takewhile(lambda at: self.tree.sisters[at].length < EMPTY and at not in self.tree.children, top))
        if len(bare) == len(top):
            return
        title = self.tree.headings[top[len(bare)]].text
        for at in bare:
            h = self.tree.headings[at]
            if is_office(h.text) or h.text in title:
                self.ranks[at] = Rank(False, 0, "", "above the title", "masthead")

    def _obey(self, chosen: Verdict) -> None:
        """Let the reader's choice decide what the outermost headings of which there are several are.

        One article is all that stands below the only heading at the top, be it a single part.
        """
        above, parts = TOP, [at for at in self.tree.children[TOP] if at not in self.ranks]
        while len(parts) == 1 and (above == TOP or not chosen.divides):
            lone = parts[0]
            self.verdicts[self.tree.place(lone, above)] = CHOSEN["articles"]
            above, parts = lone, list(self.tree.children.get(lone, ()))
        self.verdicts |= {self.tree.place(at, above): chosen for at in parts}

    def _opens(self, at: int) -> bool:
        """Tell whether articles stand below a heading."""
        return any(not self.verdicts[place].divides for place in self.tree.places_below(at))

    def _issue_title(self) -> int | None:
        """Name the heading at the top that is the title of the issue and heads its articles.

        It stands in the masthead, or names a periodical, a number, a date, or stands above the printed contents.
        """
        first, *others = [at for at in self.tree.children[TOP] if at not in self.ranks]
        sister = self.tree.sisters[first]
        if sister.heading.dress.dress == "masthead":
            bare = first not in self.tree.children
            return first if (names_periodical(sister.heading.text) if bare else self._opens(first)) else None
        if names_periodical(sister.heading.text) and self._names_all(first, others):
            return first
        if others and is_name_and_number(sister.heading.text):
            return first
        if others or self.has_title or self._reads_on(first) or not self._opens(first):
            return None
        tells_date = DATED.search(sister.heading.text) is not None
        return first if tells_date or self._stands_above_contents(first) else None

    def _names_all(self, first: int, others: Sequence[int]) -> bool:
        """Tell whether a heading at the top that names a periodical is above all others, also if set like them."""
        if not others:
            return self._opens(first)
        counts, *counting = (numbers_issue(self.tree.headings[at].text) for at in (first, *others))
        return self.tree.sisters[first].length < EMPTY or counts and not any(counting)

    def _stands_above_contents(self, at: int) -> bool:
        """Tell whether the contents list stands right below a heading that it does not name."""
        below = self.draft.role(self.tree.headings[at].begin)
        return below in ("contents head", "contents") and not self.tree.headings[at].listed

    def _reads_on(self, at: int) -> bool:
        """Tell whether a heading has a text of its own, as an article has, and not only a name."""
        sister = self.tree.sisters[at]
        return sister.own >= ARTICLE and (not sister.heading.short or sister.signed)

    def _rank_below(self, above: int, level: int) -> None:
        """Rank the headings right below one, or at the top, each with what stands below it."""
        for at in self.tree.children.get(above, ()):
            if at in self.ranks:
                continue
            verdict = self.verdicts[self.tree.place(at, above)]
            if verdict.divides:
                self._divide(at, verdict, 1)
            else:
                self._rank_node(at, verdict, level)

    def _rank_node(self, at: int, verdict: Verdict, level: int) -> None:
        """Rank a heading that opens a node; articles below one with a text of its own stand beside it."""
        h = self.tree.headings[at]
        if self._leads_up(at):
            self.ranks[at] = Rank(False, 0, "", "leads up to the title", "masthead")
            self._rank_below(at, level)
        elif not self._opens(at) or self._reads_on(at):
            self.ranks[at] = Rank(True, level, _kind(h), verdict.reason)
            self._rank_below(at, level)
        else:
            kind: NodeKind = "section" if self.tree.sisters[at].own < EMPTY else "column"
            self.ranks[at] = Rank(True, level, kind, verdict.reason)
            self._rank_below(at, level + 1)

    def _leads_up(self, at: int) -> bool:
        """Tell whether a first line without text stands above the only article: it names the column that this is of."""
        h, sister = self.tree.headings[at], self.tree.sisters[at]
        if h.dress.dress != "opening" or sister.own >= EMPTY or names_periodical(h.text):
            return False
        below = self.tree.children.get(at, ())
        return sum(not self.verdicts[self.tree.place(other, at)].divides for other in below) == 1

    def _divide(self, at: int, verdict: Verdict, level: int) -> None:
        """Rank a heading and all below it as subheadings."""
        self.ranks[at] = Rank(False, level, "", verdict.reason)
        for below in self.tree.children.get(at, ()):
            self._divide(below, self.verdicts[self.tree.place(below, at)], level + 1)


def decided(draft: Draft, found: Sequence[Heading]) -> list[Rank]:
    """Rank the headings of a file."""
    return Decider(draft, found).decide()


def _kind(h: Heading) -> NodeKind:
    return "notice" if is_back_matter(h.bare) else kind_of(h)


def verdicts(tree: Grouped) -> dict[GroupPlace, Verdict]:
    """Weigh the evidence on each group, most of it that on all groups of its kind together."""
    counted = {place: weighed(group) for place, group in tree.groups.items()}
    scores = _pooled_by_kind(
        tree, {place: weights()[CONSTANT] + sum(counts.values()) for place, counts in counted.items()}
    )
    known = {place: verdict for place in scores if (verdict := _known(tree, place))}
    told = {p: v.score for p, v in known.items() if p.above == TOP or not tree.depths[p.above].names}
    against = told_together(tree, scores | told)
    found = {}
    for place, score in scores.items():
        total = score - against[place]
        counts = counted[place] | {"articles below": -against[place]}
        found[place] = known.get(place) or Verdict(total, _reason(counts, total))
    _agree(tree, found)
    return found


def _pooled_by_kind(tree: Grouped, scores: Mapping[GroupPlace, float]) -> dict[GroupPlace, float]:
    """Weigh each group's score with those of all groups of its kind."""
    alike: dict[tuple[Depth, bool], list[float]] = {}
    for place, score in scores.items():
        alike.setdefault(_kind_of_group(tree, place), []).append(score)
    return {place: pooled(score, fmean(alike[_kind_of_group(tree, place)])) for place, score in scores.items()}


def pooled(score: float, mean: float) -> float:
    """Weigh a group's own evidence with that of its kind in the file, which decides which of the two it is."""
    total = (1 - POOLED) * score + POOLED * mean
    return total if (total > 0) == (mean > 0) else mean


def _kind_of_group(tree: Grouped, place: GroupPlace) -> tuple[Depth, bool]:
    """Name the kind of a group: how deep it is set, and whether most of it is numbered."""
    sisters = tree.groups[place].sisters
    return place.depth, 2 * sum(s.heading.number is not None for s in sisters) > len(sisters)


def _agree(tree: Grouped, found: dict[GroupPlace, Verdict]) -> None:
    """Let no heading divide a text that is set above articles below the same heading: the surer verdict holds.

    A lone heading, which may be none, says nothing about several that are set alike.
    """
    for place, verdict in list(found.items()):
        if not verdict.divides:
            continue
        below = [o for o in tree.places_below(place.above) if o.depth > place.depth and not found[o].divides]
        several = len(tree.groups[place].sisters) > 1
        heard = [other for other in below if len(tree.groups[other].sisters) > 1 or not several]
        if any(-found[other].score >= verdict.score for other in heard):
            found[place] = Verdict(-TOLD, "articles: set above others that are")
        else:
            found.update((other, Verdict(verdict.score, "subheadings: set below others that are")) for other in below)


def _known(tree: Grouped, place: GroupPlace) -> Verdict | None:
    """Return the verdict where nothing need be weighed, because the file itself tells."""
    sisters = tree.groups[place].sisters
    listed = sum(s.heading.listed > 0 for s in sisters)
    if place.depth.level == FOREIGN:
        return Verdict(TOLD, "repeats the title in another language")
    if all(s.heading.dress.dress == "told title" for s in sisters):
        return Verdict(-TOLD, "articles: the file tells that they are titles")
    if 2 * listed > len(sisters) and not any(s.heading.number for s in sisters) and not _lists_parts(tree, place):
        return Verdict(-TOLD, "articles: the contents list them")
    if 2 * sum(s.heading.highlighted for s in sisters) > len(sisters):
        return Verdict(-TOLD, "articles: the highlights name them")
    if all(s.heading.style in TEXTS for s in sisters):
        return Verdict(-TOLD, "articles: counted as texts")
    if place.above == TOP:
        alone = len(tree.children[TOP]) == 1
        if alone or tree.numbered:
            return Verdict(-TOLD, "the only heading at the top" if alone else "articles: an issue with its number")
        return None if _reads_like_parts(sisters) else Verdict(-TOLD, "articles: nothing stands above them")
    if tree.depths[place.above].names:
        return Verdict(-TOLD, "articles: a name stands above them")
    is_counted = all(s.heading.number and not s.signed for s in sisters)
    if tree.headings[place.above].listed == DEEPEST_LISTED and is_counted:
        return Verdict(TOLD, "subheadings: numbered below an article that the contents list")
    if _follows_parts(tree, place):
        return Verdict(-TOLD, "articles: set above the numbered parts of the text before")
    if tree.headings[place.above].dress.dress != "told title":
        return None
    if sum(h.dress.dress == "told title" for h in tree.headings) > 1:
        return Verdict(TOLD, "subheadings: the file tells which titles open articles")
    reads_on = tree.sisters[place.above].own >= ARTICLE
    return Verdict(TOLD, "subheadings: text stands right below the title of the page") if reads_on else None


def _lists_parts(tree: Grouped, place: GroupPlace) -> bool:
    """Tell whether the contents list the parts of one document, in one step below a heading that names one."""
    above = tree.headings[place.above]
    if place.above == TOP or above.listed or not names_document(above.text):
        return False
    below = (tree.headings[other] for at in tree.members[place] for other in tree.children.get(at, ()))
    return not any(h.listed for h in below)


def _reads_like_parts(sisters: Sequence[Sister]) -> bool:
    """Tell whether most headings are numbered or named as parts of one text are, so that it may have no headline."""
    parts = sum(s.heading.number is not None or is_structural(s.heading.text) for s in sisters)
    return 2 * parts > len(sisters)


def _follows_parts(tree: Grouped, place: GroupPlace) -> bool:
    """Tell whether headings without numbers follow numbered parts set less high: attachments stand below a paper."""
    own, before = tree.groups[place].sisters, []
    for other in tree.places_below(place.above):
        if other == place:
            break
        before.append(other)
    deeper = [tree.groups[other].sisters for other in before if other.depth > place.depth]
    is_plain = not any(s.heading.number or is_structural(s.heading.text) for s in own)
    return is_plain and any(all(s.heading.number for s in sisters) and len(sisters) > 1 for sisters in deeper)


def _reason(counted: Mapping[str, float], total: float) -> str:
    """Name what counted most for the verdict."""
    sign = 1 if total > 0 else -1
    most = sorted(counted.items(), key=lambda item: -sign * item[1])[:NAMED]
    named = ", ".join(f"{name} {value:+.1f}" for name, value in most if sign * value > 0)
    return f"{'subheadings' if total > 0 else 'articles'} {abs(total):.1f}: {named}"
