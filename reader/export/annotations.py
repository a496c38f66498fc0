"""Marks as W3C Web Annotations (JSON-LD), written and read.

Each piece of a mark is a target with a TextQuoteSelector and a TextPositionSelector. What the standard has no word
for stands under names of our own, which other programs pass over. Source: W3C Recommendation, Web Annotation Data
Model (2017).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reader.model.errors import ReaderError
from reader.model.marks import COLOURS, SCOPES, Anchor, Bookmark, Highlight, IssueCard, Locator, Mark

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reader": "urn:bulletin-reader:"}]
ISSUE = "urn:bulletin-reader:issue:"
UNDERLINE = "underline"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOT_ANNOTATIONS = "These are no annotations; choose a file of W3C Web Annotations (JSON)."

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """Marks that were read, and how many annotations have no quoted text by which to place them."""

    marks: tuple[Mark, ...]
    skipped: int = 0


def marks_json(marks: Sequence[Mark], cards: Sequence[IssueCard]) -> bytes:
    """Return the marks as an annotation page, JSON in UTF-8."""
    known = {card.key: card for card in cards}
    items = [_annotation(mark, known.get(mark.locator.issue, IssueCard(mark.locator.issue))) for mark in marks]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def marks_from_json(data: bytes, issue: str, known: frozenset[str] = frozenset()) -> Imported:
    """Read annotations: a page, a collection, a list or one alone.

    Those of an issue whose key is in `known` stay with it; all others are taken to be of `issue`. Raises
    `ReaderError` where the data are no annotations.
    """
    try:
        read = list(_annotations(json.loads(data.decode("utf-8-sig"))))
        marks = [mark for annotation in read if (mark := _mark(annotation, issue, known)) is not None]
    except (ValueError, RecursionError) as error:
        raise ReaderError(NOT_ANNOTATIONS, code="not-annotations") from error
    if not read:
        raise ReaderError(NOT_ANNOTATIONS, code="not-annotations")
    return Imported(tuple(marks), len(read) - len(marks))


def _annotation(mark: Mark, card: IssueCard) -> Json:
    """Write one mark."""
    source = {"id": ISSUE + card.key, "type": "Text"} | {
        f"reader:{name}": value for name in ("title", "number", "date", "name") if (value := getattr(card, name))
    }
    targets = [_target(piece, source) for piece in mark.locator.pieces]
    out: Json = {"id": f"urn:uuid:{UUID(hex=mark.id)}" if _is_uuid(mark.id) else mark.id, "type": "Annotation"}
    if isinstance(mark, Highlight):
        out["motivation"] = ["highlighting", "commenting"] if mark.note else "highlighting"
        bodies = [("commenting", mark.note), ("tagging", mark.colour), ("tagging", UNDERLINE if mark.underline else "")]
    else:
        out["motivation"] = "bookmarking"
        out["reader:scope"] = mark.scope
        bodies = [("describing", mark.name)]
    out["body"] = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
        for purpose, value in bodies
        if value
    ]
    out["target"] = targets[0] if len(targets) == 1 else targets
    out |= {f"reader:{name}": value for name in ("article", "page") if (value := getattr(mark, name))}
    out |= {name: _iso(value) for name, value in (("created", mark.created), ("modified", mark.updated)) if value}
    return out


def _target(piece: Anchor, source: Json) -> Json:
    quote = {"type": "TextQuoteSelector", "exact": piece.quote, "prefix": piece.before, "suffix": piece.after}
    selectors: list[Json] = [quote]
    if 0 <= piece.start < piece.end:
        own = {f"reader:{name}": getattr(piece, name) for name in ("ahead", "behind", "rival")}
        selectors.append({"type": "TextPositionSelector", "start": piece.start, "end": piece.end, **own})
    return {"source": source, "selector": selectors}


def _annotations(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the annotations in whatever they are wrapped in."""
    if isinstance(value, list):
        for item in value:
            yield from _annotations(item)
    elif isinstance(value, dict):
        if "target" in value:
            yield value
        else:
            for name in ("items", "first", "rows", "annotations"):
                yield from _annotations(value.get(name, []))


def _mark(annotation: Mapping[str, Any], issue: str, known: frozenset[str]) -> Mark | None:
    """Read one annotation; `None` where it quotes nothing."""
    targets = _listed(annotation["target"])
    pieces = tuple(piece for target in targets if (piece := _piece(target)) is not None)
    if not pieces or len(pieces) < len(targets):
        return None
    locator = Locator(_issue_of(targets[0], issue, known), pieces)
    bodies = list(_bodies(annotation))
    where = (
        _text(annotation.get("reader:article")),
        _text(annotation.get("reader:page")),
        _microseconds(annotation.get("created")),
        _microseconds(annotation.get("modified", annotation.get("updated"))),
    )
    key = _key(annotation, pieces)
    if "bookmarking" in _listed(annotation.get("motivation")):
        scope = annotation.get("reader:scope")
        name = "\n".join(text for _, text in bodies)
        return Bookmark(key, locator, name, scope if scope in SCOPES else SCOPES[-1], *where)
    tags = [text for purpose, text in bodies if purpose == "tagging"]
    colour = next((tag for tag in tags if tag in COLOURS), COLOURS[0])
    unknown = [tag for tag in tags if tag not in (*COLOURS, UNDERLINE)]
    note = "\n".join([*(text for purpose, text in bodies if purpose != "tagging"), *(f"#{tag}" for tag in unknown)])
    return Highlight(key, locator, colour, UNDERLINE in tags, note, *where)


def _piece(target: Any) -> Anchor | None:
    """Read the selectors of a target, those that refine others too."""
    selectors = list(_selectors(target.get("selector"))) if isinstance(target, dict) else []
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    exact = _text(quote.get("exact"))
    if not exact.strip():
        return None
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {})
    start, end, ahead, behind = (
        _number(position.get(name)) for name in ("start", "end", "reader:ahead", "reader:behind")
    )
    rival = position.get("reader:rival", 0.0)
    rival = float(rival) if isinstance(rival, int | float) and 0 <= rival <= 1 else 0.0
    before, after = _text(quote.get("prefix")), _text(quote.get("suffix"))
    return Anchor(start, end, exact, before, after, ahead, behind, rival)


def _selectors(value: Any) -> Iterator[Mapping[str, Any]]:
    for selector in _listed(value):
        if isinstance(selector, dict):
            yield selector
            yield from _selectors(selector.get("refinedBy"))


def _bodies(annotation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield purpose and text of the bodies, in the shapes that the standard and Hypothesis give them."""
    for body in [
        *_listed(annotation.get("body")),
        *_listed(annotation.get("bodyValue")),
        *_listed(annotation.get("text")),
    ]:
        if isinstance(body, str) and body:
            yield "commenting", body
        elif isinstance(body, dict) and (text := _text(body.get("value"))):
            yield _text(body.get("purpose")), text
    for tag in _listed(annotation.get("tags")):
        if isinstance(tag, str):
            yield "tagging", tag


def _issue_of(target: Any, issue: str, known: frozenset[str]) -> str:
    source = target.get("source")
    name = _text(source.get("id") if isinstance(source, dict) else source)
    key = name.removeprefix(ISSUE)
    return key if name.startswith(ISSUE) and key in known else issue


def _key(annotation: Mapping[str, Any], pieces: Sequence[Anchor]) -> str:
    """Return an id, the same whenever the same annotation is read."""
    given = _text(annotation.get("id"))
    bare = given.removeprefix("urn:uuid:")
    if _is_uuid(bare):
        return UUID(bare).hex
    told = given or repr([(piece.before, piece.quote, piece.after) for piece in pieces] + list(_bodies(annotation)))
    return uuid5(NAMESPACE_URL, told).hex


def _is_uuid(text: str) -> bool:
    with suppress(ValueError):
        return bool(UUID(text))
    return False


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value < 1 << 53 else -1


def _iso(microseconds: int) -> str:
    return (EPOCH + timedelta(microseconds=microseconds)).isoformat(timespec="microseconds")


def _microseconds(value: Any) -> int:
    """Read a time; 0 where there is none."""
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(_text(value))
        return max(0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - EPOCH) // timedelta(microseconds=1))
    return 0
