"""How the lists of a page number their items: start, type, value and reversed, or what the style sheet says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.load.html.face import css_of
from reader.load.html.tree import Tree
from reader.load.numbering import written

BULLET = "•"
TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
STYLES = {  # of list-style-type
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "decimal-leading-zero": "decimalZero",
    "lower-greek": "lowerGreek",
    "none": "none",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}


@dataclass(slots=True)
class Listing:
    """A list around the text that is being read, and the number of its next item."""

    end: int  # index behind the last node inside
    form: str  # as word processors name it: decimal, lowerLetter, bullet …
    number: int = 1
    step: int = 1

    def next(self, attributes: Mapping[str, str]) -> str:
        """Return the marker of the next item; empty where none is shown."""
        self.number = _whole(attributes.get("value", ""), self.number)
        form = TYPES.get(attributes.get("type", ""), self.form)
        number, self.number = self.number, self.number + self.step
        if form in ("bullet", "none"):
            return BULLET if form == "bullet" else ""
        return written(number, form) + ("、" if form.startswith(("chinese", "ideograph")) else ".")


def listing_of(tree: Tree, at: int) -> Listing:
    """Read how the list at a node numbers its items."""
    node = tree[at]
    css = css_of(node)
    said = f"{css.get('list-style-type', '')} {css.get('list-style', '')}".split()
    usual = TYPES.get(node.attributes.get("type", ""), "decimal") if node.tag == "ol" else "bullet"
    form = next((STYLES[word] for word in said if word in STYLES), usual)
    backwards = "reversed" in node.attributes
    first = 1
    if backwards:
        first = sum(below.tag == "li" and below.parent == at for below in tree[at + 1 : node.end])
    return Listing(node.end, form, _whole(node.attributes.get("start", ""), first), -1 if backwards else 1)


def _whole(text: str, usual: int) -> int:
    """Read a whole number that a list could count to."""
    digits = text.strip().lstrip("-")
    if not digits.isdecimal() or len(digits) > 6:
        return usual
    return -int(digits) if text.strip().startswith("-") else int(digits)
