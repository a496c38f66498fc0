"""The issue as JSON: what `inspect --json` prints, one object with offsets into the source text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.model.document import Block, ContentsEntry, FilePart, Footnote, Issue, Node, PagePart, Picture, Span, Text
from reader.model.mentions import CaptionMention, Contact, Figure, Mentions, Value
from reader.model.shown import signed_pictures, signs_in

NONE = Mentions()


def issue_as_json(issue: Issue, mentions: Mentions = NONE) -> dict[str, Any]:
    """Return the issue and its mentions as plain dictionaries and lists, ready for json.dumps."""
    source, head = issue.source, issue.masthead
    facts = {name: getattr(head, name) for name in ("title", "number", "date", "publisher")}
    return {
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "format": source.format,
            "encoding": source.encoding,
            "characters": len(source.text),
            "warnings": list(source.warnings),
        },
        "issue": {
            **{name: fact.text or None for name, fact in facts.items()},
            "spans": _spans(sorted([*head.spans, *(s for fact in facts.values() for s in fact.spans)])),
        },
        "contents": [_entry(e) for e in issue.contents] or None,
        "highlights": [{"title": e.title, "spans": _spans(e.spans)} for e in issue.highlights] or None,
        "nodes": [_node(n) for n in issue.nodes],
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in issue.dropped],
        "figures": [_figure(f) for f in mentions.figures],
        "contacts": [_contact(c) for c in mentions.contacts],
        "captions": [_caption(c) for c in mentions.captions],
        "pictures": pictures_as_json(issue, mentions),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[s, e] for s, e in spans]


def _entry(entry: ContentsEntry) -> dict[str, Any]:
    return {"level": entry.level, "title": entry.title, "page": entry.page or None, "spans": _spans(entry.spans)}


def _node(node: Node) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": node.id,
        "kind": node.kind,
        "level": node.level,
        "title": node.title.plain if node.title_from != "opening" else None,
        "title_spans": _spans(node.title_spans),
        "byline": None,
        "dateline": None,
        "meta": [{"label": m.label, "value": m.value, "spans": _spans(m.spans)} for m in node.meta],
        "blocks": [_block(b) for b in node.blocks],
        "footnotes": [_footnote(f) for f in node.footnotes],
        "children": [_node(child) for child in node.children],
    }
    if node.byline:
        by = node.byline
        out["byline"] = {"text": by.text, "names": list(by.names), "role": by.role, "spans": _spans(by.spans)}
    if node.dateline:
        d = node.dateline
        out["dateline"] = {
            "text": d.text,
            "agency": d.agency,
            "place": d.place,
            "date": d.date,
            "role": d.role,
            "reporters": list(d.reporters),
        }
    if node.title_from:
        out["title_from"] = node.title_from
    if node.page:
        out["page"] = node.page
    if node.moved:
        out["moved"] = True
    return out


def _block(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {"type": block.kind, "text": block.text.plain, "spans": _spans(block.spans)}
    if block.level:
        out["level"] = block.level
    if block.kind == "list_item":
        out |= {"marker": block.marker or None, "depth": max(block.level, 1) - 1}
    if block.rows:
        out["rows"] = [[cell.plain for cell in row] for row in block.rows]
        out["header_rows"] = block.header_rows
        del out["text"]
    if block.merged:
        out["merged"] = [merged._asdict() for merged in block.merged]
    if block.refs:
        out["refs"] = [{"marker": r.marker, "at": r.at} for r in block.refs]
    styles = _styles(block.text)
    if styles:
        out["styles"] = styles
    if block.repeats > 1 or block.kind == "contact":
        out["repeats"] = block.repeats
    if block.quote:
        out["quote"] = True
    if block.picture >= 0:
        out["picture"] = block.picture
    if block.code:
        out["code"] = True
    return out


def _styles(text: Text) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    at = 0
    for run in text.runs:
        for style in run.styles:
            entry: dict[str, Any] = {"start": at, "end": at + len(run.text), "style": style}
            if style == "link":
                entry["url"] = run.url
            found.append(entry)
        at += len(run.text)
    return found


def _footnote(note: Footnote) -> dict[str, Any]:
    return {"marker": note.marker, "text": note.text, "url": note.url or None, "spans": _spans(note.spans)}


def _figure(figure: Figure) -> dict[str, Any]:
    out: dict[str, Any] = {
        "kind": figure.kind,
        "surface": figure.surface,
        "value_low": _value(figure.value_low),
        "value_high": _value(figure.value_high),
        "unit": figure.unit or None,
        "comparator": figure.comparator,
        "label": figure.label or None,
        "article": figure.article or None,
        "start": figure.start,
        "end": figure.end,
    }
    if figure.inferred:
        out["inferred"] = figure.inferred
    return out


def _value(value: Value) -> int | float | str | None:
    """Write a whole number as one, so that it reads exactly."""
    if value is None or isinstance(value, str):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _contact(contact: Contact) -> dict[str, Any]:
    out: dict[str, Any] = {"role": contact.role, "org": contact.org or None, "orgs": list(contact.orgs)}
    for name in ("persons", "phones", "emails", "urls"):
        out[name] = list(getattr(contact, name))
    if contact.fax:
        out["fax"] = list(contact.fax)
    if contact.accounts:
        out["accounts"] = list(contact.accounts)
    out |= {"address": contact.address or None, "repeats": contact.repeats, "article": contact.article or None}
    if contact.title:
        out["title"] = contact.title
    return {**out, "start": contact.start, "end": contact.end}


def pictures_as_json(issue: Issue, mentions: Mentions = NONE) -> list[dict[str, Any]]:
    """Return what is drawn beside the words, in reading order."""
    captions = {block.spans[0].start: block for node in issue.walk() for block in node.blocks if block.spans}
    told = {caption.start: caption for caption in mentions.captions}
    articles = pictured_nodes(issue)
    out = []
    for number, picture in enumerate(issue.pictures):
        block, caption = captions.get(picture.caption), told.get(picture.caption)
        out.append(
            {
                "kind": picture.kind,
                "alt": picture.alt or None,
                "caption": block.text.plain if block else None,
                "credit": caption.credit or None if caption else None,
                "width": picture.width or None,
                "height": picture.height or None,
                "article": articles[number].title.plain if number in articles else None,
                "source": _place(picture),
                "start": picture.at,
            }
        )
    return out


def pictured_nodes(issue: Issue) -> dict[int, Node]:
    """Return the nodes in which the pictures stand, by their numbers."""
    found: dict[int, Node] = {}
    by_place = signed_pictures(issue)
    for node in issue.walk():
        for block in node.blocks:
            if block.picture >= 0:
                found[block.picture] = node
            for text in (block.text, *(cell for row in block.rows for cell in row)) if by_place else ():
                for at in signs_in(text):
                    if at in by_place:
                        found[by_place[at]] = node
    return found


def _place(picture: Picture) -> dict[str, Any] | None:
    """Tell where a picture lies: on a page, in the file or beside it, or at an address."""
    match picture.place:
        case PagePart(page, box):
            return {"page": page + 1, "box": [round(edge, 2) for edge in box]}
        case FilePart(lies, name, format_name):
            return {"lies": lies, "name": name, "format": format_name or None}
    return {"url": picture.url} if picture.url else None


def _caption(caption: CaptionMention) -> dict[str, Any]:
    out = {name: getattr(caption, name) or None for name in ("kind", "label", "surface", "credit", "article")}
    return {**out, "start": caption.start, "end": caption.end}
