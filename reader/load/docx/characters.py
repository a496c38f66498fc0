"""How the characters of a run are set, as a style or the run itself tells it; what is None is taken from below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reader.load.html.tree import Tree
from reader.load.symbols import face_of
from reader.model.kinds import TextStyle

RAISED: Mapping[str, TextStyle] = {"superscript": "sup", "subscript": "sub"}
OFF = frozenset(("0", "false", "off", "none"))
SWITCHES = {"b": "bold", "i": "slanted", "strike": "struck", "dstrike": "twice_struck", "vanish": "hidden"}
SWITCHES |= {"u": "underlined", "highlight": "marked"}
ELSEWHERE = frozenset(("rprchange", "pprchange", "numberingchange", "style"))  # tell how it was before, or of others


def value(attributes: Mapping[str, str], name: str = "val") -> str:
    """Return an attribute whatever its namespace."""
    return next((text for key, text in attributes.items() if key.rpartition("}")[2] == name), "")


def is_on(attributes: Mapping[str, str]) -> bool:
    """Tell whether a property that is there is switched on."""
    return value(attributes).lower() not in OFF


class Characters(NamedTuple):
    """What is told of characters."""

    bold: bool | None = None
    slanted: bool | None = None
    struck: bool | None = None
    twice_struck: bool | None = None
    underlined: bool | None = None
    marked: bool | None = None
    hidden: bool | None = None
    raised: str | None = None
    size: float | None = None  # points
    color: str | None = None
    symbols: str | None = None  # the typeface of signs

    def over(self, below: Characters) -> Characters:
        """Return this with what it does not tell taken from what it builds on."""
        missing: dict[str, Any] = {
            name: theirs for name, own, theirs in zip(self._fields, self, below, strict=True) if own is None
        }
        return self._replace(**missing)

    def styles_within(self, paragraph: Characters) -> tuple[TextStyle, ...]:
        """Name the styles that tell such characters from those of their paragraph; struck ones are so anywhere."""
        return tuple(_styles(self, paragraph))


UNTOLD = Characters()


def _styles(own: Characters, around: Characters) -> Iterator[TextStyle]:
    if own.slanted and not around.slanted:
        yield "em"
    if own.raised and own.raised in RAISED:
        yield RAISED[own.raised]
    if own.struck or own.twice_struck:
        yield "strike"
    if own.underlined and not around.underlined:
        yield "underline"
    if own.marked and not around.marked:
        yield "mark"
    if own.bold and not around.bold:
        yield "strong"


def now(tree: Tree, start: int, end: int) -> Iterator[int]:
    """Yield the places of the properties `[start, end)` that hold here and now."""
    at = start
    while at < end:
        if tree[at].tag in ELSEWHERE:
            at = max(tree[at].end, at + 1)
        else:
            yield at
            at += 1


def characters_of(tree: Tree, start: int, end: int) -> Characters:
    """Read the properties of characters among the nodes `[start, end)`."""
    told: dict[str, Any] = {}
    for at in now(tree, start, end):
        tag, attributes = tree[at].tag, tree[at].attributes
        said = value(attributes)
        if tag in SWITCHES:
            told[SWITCHES[tag]] = is_on(attributes)
        elif tag == "vertalign":
            told["raised"] = said
        elif tag == "sz" and said.isdecimal():
            told["size"] = int(said[:4]) / 2
        elif tag == "color":
            told["color"] = "" if said == "auto" else said
        elif tag == "rfonts":
            named = (value(attributes, name) for name in ("ascii", "hAnsi"))
            told["symbols"] = next(filter(None, map(face_of, named)), "")
    return UNTOLD._replace(**told)
