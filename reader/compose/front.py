"""What stands before the text: the masthead's facts, the contents list, the highlights; and the notes' marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.compose.blocks import Paper, labelled_slices
from reader.compose.titles import closed_up, title_runs
from reader.model.amendments import Amendment
from reader.model.document import ContentsEntry, Field, Issue, Masthead, Node, Run, Span
from reader.model.draft import Draft, ListedOnly
from reader.model.kinds import SignOff
from reader.text.patterns import mark_value

PAPER_LABELS = (
    ("number", ("文号", "发文字号", "文件编号", "公文文号")),
    ("date", ("成文日期", "发文日期", "印发日期", "签发日期")),
    ("publisher", ("发布机构", "发文机关", "发文单位", "制发机关", "发布单位")),
)
PUT_UP = ("发布时间", "发布日期", "发表时间", "发表日期")  # the date of a page that is one story
DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")
TOLD = "masthead told by the file"
SUP_TAG = re.compile(r"</?sup>")


def masthead(paper: Paper, draft: Draft) -> Masthead:
    """Compose the masthead: its facts, and the spans of all else that is printed with them."""
    facts: dict[str, Field] = {}
    rest: list[Span] = []
    for i, label in enumerate(draft.labels):
        if label is None or label.role not in ("masthead", "contents head", "highlights head"):
            continue
        if label.role != "masthead" or not label.parts:
            rest.append(Span(draft.pieces[i].start, draft.pieces[i].end))
            continue
        rest += (Span(s, e) for s, e in labelled_slices(paper, draft, [i], "masthead"))
        for part in label.parts:
            if part.name != "masthead" and not part.name.startswith("drop:"):
                runs = closed_up([Run(paper.text[part.start : part.end], part.start)])
                fact = Field("".join(run.text for run in runs), (Span(part.start, part.end),))
                if part.name == "number" and (counted := _counted_on(facts.get("number"), fact)):
                    fact = counted
                elif part.name in facts:  # what the envelope or the edge of a page says stands behind what is printed
                    told = label.rule == TOLD
                    rest += (fact if told else facts[part.name]).spans
                    fact = facts[part.name] if told else fact
                facts[part.name] = fact
    title, number, date, publisher = (facts.get(n, Field()) for n in ("title", "number", "date", "publisher"))
    return Masthead(title, number, date, publisher, tuple(rest))


def _counted_on(number: Field | None, fact: Field) -> Field | None:
    """Join the number within a year and the number from the first issue on, where a line each tells them."""
    if number is None or "总" in number.text or "总" not in fact.text:
        return None
    return Field(number.text + fact.text, (*number.spans, *fact.spans))


def of_paper(head: Masthead, nodes: Sequence[Node], signature: Mapping[SignOff, Sequence[str]]) -> Masthead:
    """Take the facts of a paper that is no issue, a notice, from its label lines and from what its signature states.

    They stay where they are printed: these fields own no characters.
    """
    if not nodes or head.title.text or len(nodes) > 1 and "〔" not in head.number.text:  # with attachments
        return head
    days = [day.group() for line in nodes[0].meta if line.label in PUT_UP and (day := DAY.match(line.value))]
    found = {"date": days[-1]} if days and len(nodes) == 1 else {}
    found |= {name: line.value for line in nodes[0].meta for name, labels in PAPER_LABELS if line.label in labels}
    found |= {str(fact): " ".join(lines) for fact, lines in signature.items()}
    number, date, publisher = (Field(found.get(name, "")) for name in ("number", "date", "publisher"))
    return replace(
        head,
        number=head.number if head.number.text else number,
        date=head.date if head.date.text else date,
        publisher=head.publisher if head.publisher.text else publisher,
    )


def with_facts(issue: Issue, amendments: Iterable[Amendment]) -> Issue:
    """Return an issue with the facts that a person told; what is printed stays with the rest of the masthead."""
    head = issue.masthead
    for name, fact in (fact for amendment in amendments for fact in amendment.facts):
        old: Field = getattr(head, name)
        if old.text != fact:
            head = replace(head, spans=(*head.spans, *old.spans), **{name: Field(fact)})
    return issue if head is issue.masthead else replace(issue, masthead=head)


def contents(paper: Paper, draft: Draft) -> tuple[ContentsEntry, ...]:
    """Compose the entries of the contents list."""
    return tuple(_entry(paper, draft, group) for group in draft.grouped("contents"))


def named(draft: Draft) -> Mapping[int, ListedOnly]:
    """Return what a person said of the entries of the contents list that are printed only there, by their numbers."""
    data = (draft.data(group[0]) for group in draft.grouped("contents"))
    return {k: told for k, told in enumerate(data) if isinstance(told, ListedOnly)}


def _entry(paper: Paper, draft: Draft, group: Sequence[int]) -> ContentsEntry:
    slices = labelled_slices(paper, draft, group, "title")
    pages = [(p.start, p.end) for i in group for p in draft.label(i).parts if p.name == "page"]
    title = "".join(run.text for run in title_runs(paper, slices))
    page = "".join(paper.text[s:e] for s, e in pages)
    owned = tuple(Span(s, e) for s, e in sorted([*slices, *pages]) if e > s)
    return ContentsEntry(draft.label(group[-1]).level, title, page, owned)


def highlights(paper: Paper, draft: Draft) -> tuple[ContentsEntry, ...]:
    """Compose the highlights."""
    found = []
    for group in draft.grouped("highlight"):
        slices = labelled_slices(paper, draft, group, "title")
        title = "".join(run.text for run in title_runs(paper, slices))
        found.append(ContentsEntry(0, title, "", tuple(Span(s, e) for s, e in slices)))
    return tuple(found)


class EntryPlaces:
    """Finds the contents entry that a printed title ends in, however it is numbered."""

    def __init__(self, entries: Sequence[ContentsEntry]) -> None:
        self.places: dict[str, list[int]] = {}
        for at, entry in enumerate(entries):
            self.places.setdefault(_compact(entry.title), []).append(at)
        self.lengths = sorted({len(title) for title in self.places})

    def find(self, title: str, start: int) -> int:
        """Return the place of the first entry from `start` on that `title` ends in; -1 where there is none."""
        key = _compact(title)
        found = []
        for length in self.lengths:
            places = self.places.get(key[len(key) - length :], []) if length <= len(key) else []
            found += places[(at := bisect_left(places, start)) : at + 1]
        return min(found, default=-1)


def _compact(text: str) -> str:
    return "".join(text.split())


def names(draft: Draft, notes: Sequence[Sequence[int]]) -> frozenset[str]:
    """Return the names of the footnotes that the file tells: [^1], [^source]."""
    groups = (group for group in notes if (told := draft.pieces[group[0]].hint) and told.role == "note")
    parts = (part for group in groups for part in draft.label(group[0]).parts if part.name == "marker")
    return frozenset(draft.text[part.start : part.end] for part in parts)


def markers(draft: Draft, notes: Sequence[Sequence[int]]) -> dict[int, str]:
    """Return the marks of the footnotes as printed, by their number."""
    found: dict[int, str] = {}
    for group in notes:
        for part in draft.label(group[0]).parts:
            if part.name == "marker":
                raw = SUP_TAG.sub("", draft.text[part.start : part.end])
                found.setdefault(mark_value(raw), raw)
    found.pop(0, None)
    return found
