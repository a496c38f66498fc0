"""Style sheets that stand in a page: how its tags, classes and names set text. Others are not fetched.

Only rules of one plain selector count (h2, .title, p.lead, #top): they say what dresses headings. What only holds on
other screens, or in a place that a longer selector describes, does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.load.html.tree import Element, Tree

PROPERTIES = frozenset(
    ("font", "font-size", "font-weight", "font-style", "color", "text-align", "text-decoration", "vertical-align")
)
SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:(?P<kind>[.#])(?P<name>[\w-]+))?", re.I)
LONGEST = 400_000  # characters of style sheets that are read
RULES_MOST = 5000
NOTHING: Mapping[str, str] = {}

Rules = Mapping[tuple[str, str], Mapping[str, str]]  # declarations by tag and .class or #id, each perhaps empty


def rules_of(tree: Tree) -> Rules:
    """Read the style sheets of a page."""
    sheets = [node.text for node in tree if not node.tag and node.parent >= 0 and tree[node.parent].tag == "style"]
    found: dict[tuple[str, str], dict[str, str]] = {}
    depth = 0
    for part in _without_comments("".join(sheets)[:LONGEST]).split("}"):
        opened = part.count("{")
        if depth == 0 and opened == 1 and len(found) < RULES_MOST:
            selectors, _, declarations = part.partition("{")
            told = dict(_declarations(declarations))
            for selector in selectors.split(",") if told else ():
                if (m := SELECTOR.fullmatch(selector.strip())) and m.group():
                    key = (m["tag"] or "").lower(), f"{m['kind']}{m['name']}" if m["kind"] else ""
                    found.setdefault(key, {}).update(told)
        depth = max(0, depth + opened - 1)
    return found


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _declarations(text: str) -> list[tuple[str, str]]:
    """Return what a rule says of the properties that dress text."""
    pairs = (part.partition(":") for part in text.split(";"))
    found = ((name.strip().lower(), value.partition("!")[0].strip().lower()) for name, _, value in pairs)
    return [(name, value) for name, value in found if name in PROPERTIES and value]


def told_of(rules: Rules, node: Element) -> Mapping[str, str]:
    """Return what the style sheets say of an element: by its tag, then its classes, then its name."""
    if not rules:
        return NOTHING
    names = [f".{name}" for name in node.attributes.get("class", "").split()[:20]]
    if name := node.attributes.get("id"):
        names.append(f"#{name}")
    told: dict[str, str] = {}
    for key in ((node.tag, ""), *(key for name in names for key in (("", name), (node.tag, name)))):
        if found := rules.get(key):
            told.update(found)
    return told
