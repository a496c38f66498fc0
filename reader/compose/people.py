"""Signed lines and datelines: who wrote, from layout cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.model.document import Byline, Dateline, Span
from reader.model.draft import Draft, Label, Signed
from reader.model.kinds import BylineRole
from reader.text.han import simplified
from reader.text.patterns import BY_REPORTER, DATELINE, HAN_LETTER, ROLE_WORDS, is_dateline, rare
from reader.text.signing import signature
from reader.text.vocabulary import REPORTERS, STANDING, UNIT_SIGNS, UNITS

LATIN_BY, LATIN_AND = rare(r"^[Bb]y\s+"), rare(r"(?<!\s)\s*+(?:,|&|\band\b)\s*")
WORK = rare(r"(?<!\s)\s*+(?:编译|整理|编写|摘编|供稿|报道|撰稿|综合|编辑|采写|图/文|文/图)$")
SPLIT = rare(r"[\s\u3000、,，/\d¹²³⁴⁵⁶⁷⁸⁹*＊†\\]+")  # marks of offices among them
ORG = rare(rf"(?:{UNITS}|[{UNIT_SIGNS}网报])$")
PICTURES_BY = rare(
    r"(?<![\s、,，/])[\s、,，/]++(?:摄影|摄像|图片|供图|图)"
)  # who took the pictures stands behind the reporters
POST = re.compile(r"(?:副|执行|责任)?(?:主编|编辑)|责编|社长|馆长|站长")
NAME = rare(rf"(?:{HAN_LETTER}|·){{2,}}")
REPORTS = rare(rf"\s*(?:本报|本刊)?(?P<role>(?:{STANDING})?(?:{REPORTERS}))")


def names_in(text: str) -> tuple[str, ...]:
    """Split a signed line into names; a name set wide (万 勇) is closed up."""
    if text.isascii():
        return tuple(name for name in LATIN_AND.split(LATIN_BY.sub("", text.strip("() "))) if name)
    view = simplified(text)
    names = _names_in(view)
    return names if view == text else _as_printed(names, view, text)


def _as_printed(names: Iterable[str], view: str, text: str) -> tuple[str, ...]:
    """Write names that were read in a view of a text as the text has them; they stand in it in order."""
    printed, at = [], 0
    for name in names:
        places = []
        for char in name:
            places.append(view.index(char, at))
            at = places[-1] + 1
        printed.append("".join(text[place] for place in places))
    return tuple(printed)


def _names_in(text: str) -> tuple[str, ...]:
    if signed := signature(text):
        return signed.names
    bare = WORK.sub("", ROLE_WORDS.sub(" ", text.strip("（）() \u3000")))
    parts = [p for p in SPLIT.split(bare) if p]
    parts = [p for p in parts if not POST.fullmatch(p)] or parts  # （主编　万勇）
    people = [p for p in parts if not (len(p) > 2 and ORG.search(p))]
    parts = people or parts
    if parts and all(len(p) == 1 for p in parts):
        return ("".join(parts),) if len(parts) <= 4 else tuple(parts)
    out: list[str] = []
    for part in parts:
        if len(part) == 1 and out and len(out[-1]) == 1:
            out[-1] += part
        else:
            out.append(part)
    return tuple(out)


def byline(source: str, draft: Draft, label: Label, i: int) -> Byline:
    """Compose the byline of a signed piece."""
    piece = draft.pieces[i]
    start, end = next(((p.start, p.end) for p in label.parts if p.name == "text"), (piece.start, piece.end))
    text = source[start:end]
    names = (label.data.names if isinstance(label.data, Signed) else ()) or names_in(text)
    role: BylineRole
    if re.search(REPORTERS, draft.text[start:end]):
        role = "journalist"
    elif label.data == Signed(at_end=True) and not ((signed := signature(simplified(text))) and signed.is_authors):
        role = "source" if len(names) == 1 and ORG.search(names[0]) and len(names[0]) > 3 else "compiler"
    else:
        role = "author"
    shown = _closed(text, names) if text[0] in "（(〔" else text
    return Byline(shown, names, role, (Span(start, end),))


def _closed(text: str, names: tuple[str, ...]) -> str:
    """Close the names that are set wide in a signed line (万 勇), and the space around them."""
    for name in names:
        text = re.sub(r"[\s\u3000]*".join(map(re.escape, name)), name, text, count=1)
    return re.sub(r"\s+", " ", re.sub(r"(?<=[（(])\s++|(?<!\s)\s++(?=[）)])", "", text))


def dateline(text: str) -> Dateline | None:
    """Read the dateline that a news paragraph begins with."""
    if not is_dateline(simplified(text)):
        return None
    m = DATELINE.match(simplified(text)) or BY_REPORTER.match(simplified(text))
    if m is None:
        return None
    found = {name: text[slice(*m.span(name))] if start >= 0 else "" for name, start in _starts(m)}
    place, date, by = (found.get(name, "") for name in ("place", "date", "by"))
    return Dateline(found["text"], found["agency"], place, date, _role(by), _reporters(by))


def _starts(m: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield the named groups of a match and where they begin; -1 where one took no part."""
    return ((name, m.start(name)) for name in m.re.groupindex)


def _role(by: str) -> str:
    m = REPORTS.match(simplified(by))
    return by[slice(*m.span("role"))] if m else ""


def _reporters(by: str) -> tuple[str, ...]:
    return tuple(n for n in names_in(PICTURES_BY.split(by)[0]) if NAME.fullmatch(n))
