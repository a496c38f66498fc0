"""Formulas of word processors (OMML) and web pages (MathML) on a line: a/b for fractions, √(…), raised and lowered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.load.html.tree import Tree, words
from reader.model.kinds import TextStyle

DEEPEST = 40  # formulas in each other; what stands deeper is read without its structure
SILENT = words(
    """
    annotation annotation-xml mspace mphantom rpr ctrlpr fpr radpr ssuppr ssubpr ssubsuppr narypr dpr accpr funcpr mpr
    barpr
    """
)
SCRIPTS: dict[str, tuple[TextStyle | None, ...]] = {  # of the children, one after the other
    "ssup": (None, "sup"),
    "msup": (None, "sup"),
    "ssub": (None, "sub"),
    "msub": (None, "sub"),
    "ssubsup": (None, "sub", "sup"),
    "msubsup": (None, "sub", "sup"),
    "spre": ("sub", "sup", None),
    "limlow": (None, "sub"),
    "limupp": (None, "sup"),
    "munder": (None, "sub"),
    "mover": (None, "sup"),
    "munderover": (None, "sub", "sup"),
}
BOUNDS: dict[str, TextStyle] = {"sub": "sub", "sup": "sup"}
FRACTIONS = frozenset(("f", "mfrac"))
ROOTS = frozenset(("rad", "msqrt", "mroot"))
ROWS = frozenset(("m", "eqarr", "mtable"))
INTEGRAL = "∫"
ACCENT = "\u0302"  # a hat, which is meant where none is named
SIMPLE = re.compile(r"\d+(?:\.\d+)?|[^\x00-\xff]+|.")  # a number, one sign or words: no brackets in a fraction
ACCENTS = dict(zip("^ˆ~˜¯‾.˙→⃗", "\u0302\u0302\u0303\u0303\u0305\u0305\u0307\u0307\u20d7\u20d7", strict=True))


class FormulaPart(NamedTuple):
    """Characters of a formula on the line, or raised or lowered."""

    text: str
    style: TextStyle | None = None


Parts = list[FormulaPart]


def formula(tree: Tree, at: int) -> Parts:
    """Write the formula at a node on a line."""
    return list(_merged(_read(tree, at, DEEPEST)))


def _merged(parts: Sequence[FormulaPart]) -> Iterator[FormulaPart]:
    """Join neighbours of one style and leave out what is empty."""
    text, style = "", None
    for part in parts:
        if part.style != style and text:
            yield FormulaPart(text, style)
            text = ""
        text, style = text + part.text, part.style
    if text:
        yield FormulaPart(text, style)


def _children(tree: Tree, at: int) -> list[int]:
    """Return the elements and texts right inside a node, without properties."""
    found = []
    k = at + 1
    while k < tree[at].end:
        if tree[k].tag not in SILENT:
            found.append(k)
        k = max(tree[k].end, k + 1)
    return found


def _elements(tree: Tree, at: int) -> list[int]:
    return [k for k in _children(tree, at) if tree[k].tag]


def _read(tree: Tree, at: int, depth: int) -> Parts:
    node = tree[at]
    if not node.tag:
        return [FormulaPart(node.text.strip())]
    if depth <= 0:
        return [FormulaPart("".join(below.text.strip() for below in tree[at : node.end]))]
    if node.tag in SCRIPTS:
        return _scripts(tree, at, depth)
    if node.tag == "mmultiscripts":
        return _around(tree, at, depth)
    if node.tag in FRACTIONS:
        top, bottom = [*(_read(tree, k, depth - 1) for k in _elements(tree, at)), [], []][:2]
        return [*_bracketed(top), FormulaPart("/"), *_bracketed(bottom)]
    if node.tag in ROOTS:
        return _root(tree, at, depth)
    if node.tag == "nary":
        return _operator(tree, at, depth)
    if node.tag in ("d", "mfenced"):
        return _fenced(tree, at, depth)
    if node.tag in ("acc", "bar"):
        accent = _property(tree, at, "chr", ACCENT if node.tag == "acc" else "\u0305")
        return [*_inside(tree, at, depth), FormulaPart(accent)]
    if node.tag in ROWS:
        rows = [_row(tree, k, depth) for k in _elements(tree, at)]
        return [FormulaPart("["), *_separated(rows, "; "), FormulaPart("]")]
    return _inside(tree, at, depth)


def _inside(tree: Tree, at: int, depth: int) -> Parts:
    """Write what a node holds; a fraction is set apart from a number before it and bracketed beside a factor."""
    groups = [(tree[k].tag in FRACTIONS, _read(tree, k, depth - 1)) for k in _children(tree, at)]
    firsts = [_edge(group, 0) for _, group in groups]
    out: Parts = []
    for k, (is_fraction, group) in enumerate(groups):
        before, after = _edge(out, -1), firsts[k + 1] if k + 1 < len(firsts) else ""
        if is_fraction and before.isdecimal():
            out += [FormulaPart(" "), *group]
        elif is_fraction and (before.isalpha() or after.isalnum()):
            out += [FormulaPart("("), *group, FormulaPart(")")]
        else:
            out += group
    return out


def _edge(parts: Parts, at: int) -> str:
    """Return the first or the last character of what stands on the line; empty where it is raised or lowered."""
    return parts[at].text[at:][:1] if parts and not parts[at].style else ""


def _row(tree: Tree, at: int, depth: int) -> Parts:
    """Write a row of a matrix, its cells parted by commas."""
    cells = _elements(tree, at)
    if tree[at].tag in ("mr", "mtr") and len(cells) > 1:
        return _separated([_read(tree, k, depth - 2) for k in cells], ", ")
    return _inside(tree, at, depth - 1)


def _separated(groups: Sequence[Parts], sign: str) -> Parts:
    out: Parts = []
    for number, group in enumerate(groups):
        out += [FormulaPart(sign), *group] if number else group
    return out


def _scripts(tree: Tree, at: int, depth: int) -> Parts:
    """Write a base and what is raised and lowered beside it; an accent stands on its base."""
    out: Parts = []
    styles = SCRIPTS[tree[at].tag]
    for k, style in zip(_elements(tree, at), styles, strict=False):
        parts = _read(tree, k, depth - 1)
        accent = ACCENTS.get("".join(part.text for part in parts)) if tree[at].tag == "mover" and style else None
        out += [FormulaPart(accent)] if accent else _raised(parts, style) if style else parts
    return out


def _around(tree: Tree, at: int, depth: int) -> Parts:
    """Write a base with low and raised parts behind it and, after a mark, before it: the numbers of an isotope."""
    before: Parts = []
    behind: Parts = []
    base, side, count = _elements(tree, at)[:1], behind, 0
    for k in _elements(tree, at)[1:]:
        if tree[k].tag == "mprescripts":
            side, count = before, 0
        else:
            side += _raised(_read(tree, k, depth - 1), "sup" if count % 2 else "sub")
            count += 1
    return [*before, *(part for k in base for part in _read(tree, k, depth - 1)), *behind]


def _raised(parts: Parts, style: TextStyle) -> Parts:
    """Raise or lower a part; one that holds raised parts itself is written with a sign before it."""
    if any(part.style for part in parts):
        return [FormulaPart("^" if style == "sup" else "_"), FormulaPart("("), *parts, FormulaPart(")")]
    return [part._replace(style=style) for part in parts]


def _bracketed(parts: Parts) -> Parts:
    """Put brackets around what is more than one sign, number or word."""
    text = "".join(part.text for part in parts)
    simple = not text or SIMPLE.fullmatch(text) or text[0] == "(" and text[-1] == ")" and text.count("(") == 1
    return parts if simple else [FormulaPart("("), *parts, FormulaPart(")")]


def _root(tree: Tree, at: int, depth: int) -> Parts:
    inside = _elements(tree, at)
    if tree[at].tag == "msqrt":
        return [FormulaPart("√"), FormulaPart("("), *_inside(tree, at, depth), FormulaPart(")")]
    degree = [k for k in inside if tree[k].tag == "deg"] if tree[at].tag == "rad" else inside[1:2]
    base = [k for k in inside if k not in degree][:1]
    raised = [part._replace(style="sup") for k in degree for part in _read(tree, k, depth - 1)]
    body = [part for k in base for part in _read(tree, k, depth - 1)]
    return [*raised, FormulaPart("√"), FormulaPart("("), *body, FormulaPart(")")]


def _operator(tree: Tree, at: int, depth: int) -> Parts:
    """Write a sum, a product or an integral with its bounds."""
    out = [FormulaPart(_property(tree, at, "chr", INTEGRAL))]
    for k in _elements(tree, at):
        parts = _read(tree, k, depth - 1)
        style = BOUNDS.get(tree[k].tag)
        out += _raised(parts, style) if style else parts
    return out


def _fenced(tree: Tree, at: int, depth: int) -> Parts:
    opens, closes, sign = ("begchr", "endchr", "sepchr") if tree[at].tag == "d" else ("open", "close", "separators")
    inner = [_read(tree, k, depth - 1) for k in _elements(tree, at)]
    begin, end = _property(tree, at, opens, "("), _property(tree, at, closes, ")")
    between = _property(tree, at, sign, "|" if tree[at].tag == "d" else ",")
    return [FormulaPart(begin), *_separated(inner, between), FormulaPart(end)]


def _property(tree: Tree, at: int, name: str, usual: str) -> str:
    """Read a sign that a formula names: an attribute, or an element among its properties."""
    if name in tree[at].attributes:
        return tree[at].attributes[name][:2]
    for node in tree[at + 1 : min(tree[at].end, at + 12)]:
        if node.tag == name:
            return next((text[:2] for key, text in node.attributes.items() if key.rpartition("}")[2] == "val"), "")
    return usual
