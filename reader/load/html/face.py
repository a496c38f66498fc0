"""How each element of a page shows its text: block or inline, hidden, its size and weight, its link and its styles.

Inline style sheets are read, linked ones are not: what matters is told by tags, attributes and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.load.html.sheets import rules_of, told_of
from reader.load.html.tree import ROOT, Element, Tree, words
from reader.load.symbols import face_of
from reader.model.kinds import TextStyle

BLOCKS = words(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p
    pre search section summary table tbody td tfoot th thead title tr ul xmp listing plaintext
    """
)
SILENT = words(
    """
    area base datalist embed frame frameset head iframe link meta noembed noframes param progress meter script
    source style svg template track xml
    """
)
DRAWN = frozenset(("foreignobject", "text"))  # what can be read in a drawing
INSTEAD = words("applet audio canvas noscript object rp video")  # words for programs that cannot show something else
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CONTROLS = frozenset(("button", "select", "option", "optgroup", "input", "datalist", "textarea"))
RAISED: dict[str, TextStyle] = {"super": "sup", "sub": "sub"}
STYLES: dict[str, TextStyle] = {
    "sup": "sup",
    "sub": "sub",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "i": "em",
    "em": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "b": "strong",
    "strong": "strong",
    "s": "strike",
    "strike": "strike",
    "del": "strike",
    "ins": "ins",
    "u": "underline",
    "mark": "mark",
}
LINES: dict[str, TextStyle] = {"line-through": "strike", "underline": "underline"}  # of text-decoration
FONT_SIZES = (0.63, 0.82, 1.0, 1.13, 1.5, 2.0, 3.0)  # of <font size=1> to 7
NAMED_SIZES = {
    "xx-small": 0.6,
    "x-small": 0.75,
    "small": 0.89,
    "medium": 1.0,
    "large": 1.2,
    "x-large": 1.5,
    "xx-large": 2.0,
}
TAG_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67, "big": 1.2, "small": 0.83}
HIDDEN_MOST = 0.4  # of the text of a page that can be hidden
PIXELS = 16.0  # of a size of 1
SIZE = re.compile(r"^(?P<number>\d++(?:\.\d++)?|\.\d++)\s*+(?P<unit>px|pt|em|rem|%|ex)")
UNITS = {"px": 1 / PIXELS, "pt": 4 / 3 / PIXELS, "rem": 1.0}
OUT_OF_SIGHT = re.compile(r"^-\s*\d{3,}|^-\d{2,}em")
LINK = re.compile(r"^\s*(?:https?:|mailto:|tel:|ftp:|/|\.|#|\w[^:]*$)", re.I)


class Face(NamedTuple):
    """How text is shown, as it is inherited from element to element."""

    size: float = 1.0  # 1 is the page's ordinary size
    bold: bool = False
    color: str = ""
    styles: tuple[TextStyle, ...] = ()
    url: str = ""  # of the link that the text is in
    linked: bool = False
    pre: bool = False
    align: str = ""
    hidden: bool = False
    silent: bool = False
    heading: int = 0  # 1 to 6 inside <h1> to <h6>
    symbols: str = ""  # the typeface of signs that it is set in: a letter is the bullet of an item
    quote: bool = False  # inside <blockquote>
    code: bool = False  # inside <pre>


def css_of(node: Element) -> dict[str, str]:
    """Read the inline style sheet of an element."""
    style = node.attributes.get("style", "")
    rules = (part.partition(":") for part in style[:2000].split(";")) if style else ()
    return {name.strip().lower(): value.strip().lower() for name, _, value in rules}


def faces_of(tree: Tree) -> tuple[list[Face], list[bool]]:
    """Return the face of each node and whether it is a block of its own.

    A part that holds most of the page cannot stay hidden: a script shows it when the page is there.
    """
    faces, blocks = _faces(tree, frozenset())
    if shown := _shown_later(tree, faces):
        faces, blocks = _faces(tree, shown)
    return faces, blocks


def _shown_later(tree: Tree, faces: list[Face]) -> frozenset[int]:
    """Return the hidden nodes that hold most of the text of a page."""
    whole = sum(len(node.text.strip()) for node, face in zip(tree, faces, strict=True) if not face.silent)
    found = set()
    at = 1
    while at < len(tree):
        if not faces[at].hidden:
            at += 1
            continue
        end = tree[at].end
        chars = sum(len(tree[k].text.strip()) for k in range(at, end) if not faces[k].silent)
        if chars > HIDDEN_MOST * whole:
            found.add(at)
        at = max(end, at + 1)
    return frozenset(found)


def _faces(tree: Tree, shown: frozenset[int]) -> tuple[list[Face], list[bool]]:
    """Work the faces out from the root down, each once; `shown` nodes are not hidden whatever they say."""
    faces = [Face()] * len(tree)
    blocks = [False] * len(tree)
    rules = rules_of(tree)
    for at, node in enumerate(tree):
        if at == ROOT:
            continue
        above = faces[node.parent]
        if not node.tag:
            faces[at] = above
            continue
        told_here, css = told_of(rules, node), css_of(node)
        css = {**told_here, **css} if told_here else css
        display = css.get("display", "")
        told = display and display != "none" and not display.startswith("inline")
        blocks[at] = display != "contents" if told else node.tag in BLOCKS
        if display.startswith("inline") and node.tag not in ("td", "th", "tr", "table"):
            blocks[at] = False
        faces[at] = _face(node, css, above, at in shown)
    return faces, blocks


def _face(node: Element, css: dict[str, str], above: Face, shown: bool) -> Face:
    tag, attributes = node.tag, node.attributes
    if tag in SILENT or above.silent:
        return above._replace(silent=tag not in DRAWN)
    if (
        not attributes
        and not css
        and tag not in STYLES
        and tag not in TAG_SIZES
        and tag not in ("pre", "center", "th", "caption", "blockquote")
        and tag not in INSTEAD
    ):
        return above
    weight = css.get("font-weight", "")
    bold = above.bold or tag in ("b", "strong", "th") or tag in HEADINGS
    if weight:
        bold = weight in ("bold", "bolder") or weight[:1] in "6789" and weight[:3].isdigit()
    styles = tuple(dict.fromkeys((*above.styles, *_styles(tag, css, bold))))
    href = attributes.get("href") if tag == "a" else None
    url = above.url
    if href is not None:
        url = href.strip() if LINK.match(href) else ""
    align = css.get("text-align") or attributes.get("align", "").lower() or ("center" if tag == "center" else "")
    return Face(
        _size(node, css, above.size),
        bold,
        css.get("color") or attributes.get("color", "").lower() or above.color,
        styles,
        url,
        above.linked or tag == "a" and ("href" in attributes or "onclick" in attributes or "name" not in attributes),
        above.pre or tag in ("pre", "xmp", "listing", "plaintext") or css.get("white-space", "").startswith("pre"),
        align or above.align,
        above.hidden or not shown and _is_hidden(node, css),
        above.silent,
        int(tag[1]) if tag in HEADINGS else _outline_level(css) or above.heading,
        _symbols(css, attributes) if "font-family" in css or "face" in attributes else above.symbols,
        above.quote or tag == "blockquote",
        above.code or tag in ("pre", "xmp", "listing", "plaintext"),
    )


def _styles(tag: str, css: dict[str, str], bold: bool) -> Iterator[TextStyle]:
    """Yield the styles that an element adds to its text: one that its tag or its style sheet says, and lines."""
    style = STYLES.get(tag) or RAISED.get(css.get("vertical-align", ""))
    if style is None and "font-weight" in css and bold:
        style = "strong"
    if style is None and css.get("font-style") in ("italic", "oblique"):
        style = "em"
    if style and not (style == "strong" and tag in HEADINGS):
        yield style
    if tag != "a":
        decoration = f"{css.get('text-decoration', '')} {css.get('text-decoration-line', '')}".split()
        yield from (LINES[word] for word in decoration if word in LINES)


def _outline_level(css: Mapping[str, str]) -> int:
    """Return the level of a heading that a word processor tells in the style of a paragraph; 0 for none."""
    level = css.get("mso-outline-level", "")
    return int(level) if level in ("1", "2", "3", "4", "5", "6") else 0


def _symbols(css: dict[str, str], attributes: Mapping[str, str]) -> str:
    """Name the typeface of signs that comes first in a list of typefaces."""
    return face_of((css.get("font-family") or attributes.get("face", "")).partition(",")[0])


def _size(node: Element, css: dict[str, str], above: float) -> float:
    """Work out the size of an element's text, 1 being ordinary."""
    stated = css.get("font-size") or _in_font(css.get("font", ""))
    if stated in NAMED_SIZES:
        return NAMED_SIZES[stated]
    if m := SIZE.match(stated):
        number = min(float(m.group("number")), 1000.0)
        if (unit := m.group("unit")) in UNITS:
            return number * UNITS[unit]
        return max(0.05, min(50.0, above * (number / 100 if unit == "%" else number)))
    if node.tag == "font" and (size := node.attributes.get("size", "").strip()):
        return _font_size(size, above)
    if node.tag in TAG_SIZES:
        return max(0.3, above * TAG_SIZES[node.tag]) if node.tag in ("big", "small") else TAG_SIZES[node.tag]
    return above


def _in_font(font: str) -> str:
    return next((word for word in font.split() if SIZE.match(word)), "")


def _font_size(size: str, above: float) -> float:
    digits = size.lstrip("+-")
    if not digits.isdecimal() or len(digits) > 2:
        return above
    step = int(digits)
    at = 3 + step if size[0] == "+" else 3 - step if size[0] == "-" else step
    return FONT_SIZES[min(7, max(1, at)) - 1]


def _is_hidden(node: Element, css: dict[str, str]) -> bool:
    """Tell whether an element is there but not shown."""
    attributes = node.attributes
    return (
        css.get("display") == "none"
        or css.get("visibility") in ("hidden", "collapse")
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or css.get("opacity") == "0"
        or css.get("font-size") in ("0", "0px", "0pt")
        or css.get("mso-hide") == "all"
        or bool(OUT_OF_SIGHT.match(css.get("left", "") or css.get("text-indent", "")))
        or node.tag in INSTEAD
    )
