"""What of a page is not its text: menus, share bars, footers, lists of other pages, what is hidden.

A name of a class or a tag is only believed where what it holds looks the part: few words, many links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.load.html.face import CONTROLS, Face
from reader.load.html.tree import ROOT, Element, Tree, words
from reader.load.html.weights import Weight, Weights

HIDDEN, NAVIGATION, FOOTER, RELATED, CHART = "hidden", "navigation", "footer", "related", "chart"
TOOL, RULE = "attachment-tool", "rule"

NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
NAMED = {  # words in the names of classes and ids
    NAVIGATION: words(
        """
        nav navi navbar navigation menu submenu mainmenu topmenu breadcrumb breadcrumbs crumb crumbs dqwz
        weizhi location position share bdshare bdsharebuttonbox jiathis social toolbar tools tool print
        fontsize zihao search searchbox login register topbar toptool skip wza gotop backtop pager
        pagination prevnext prev next shangyipian logo qr qrcode ewm erweima floatbar header head top banner
        guide tags
        """
    ),
    FOOTER: frozenset(["footer", "foot", "copyright", "bottom", "beian", "icp", "footernav", "dibu", "banquan"]),
    RELATED: words(
        """
        related relate relevant recommend recommended xgwz xgyd xglj xgxw sidebar side aside hot hotnews
        rank ranking comment comments pinglun ad ads adv advert advertisement friendlink friendlinks yqlj
        widget rightbar
        """
    ),
}
WEAK = words(
    """
    header head top banner guide tool tools location position bottom next prev side hot print ad ads adv
    """
)
ROLES = {
    "navigation": NAVIGATION,
    "search": NAVIGATION,
    "banner": NAVIGATION,
    "toolbar": NAVIGATION,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
    "contentinfo": FOOTER,
    "complementary": RELATED,
}
TAGS = {"nav": NAVIGATION, "menu": NAVIGATION, "footer": FOOTER, "aside": RELATED, "header": NAVIGATION}
NAMES_LONGEST = 200  # characters
PROSE_SHARE = 0.25  # of what a part holds; with more prose it is text, whatever its name
PART_SHARE = 0.5  # of all that is on the page; no furniture is larger
LINKED = 0.5  # of the characters of a menu are links
LINKED_WEAK = 0.65
FEW = 40  # characters; a part that holds less can be furniture without links
INDEX_PROSE = 400  # characters of prose; a page with less, and more in links, leads to other pages
MAIN_SHARE = 0.8  # of the page's prose stands in its main part


class Parts(NamedTuple):
    """The main part of a page `[start, end)`, in nodes, and why each node is left out, if it is."""

    main: int
    end: int
    reasons: list[str]


def parts_of(tree: Tree, faces: Sequence[Face], blocks: Sequence[bool], weights: Weights) -> Parts:
    """Find the main part and what is furniture by its names, its tags or because it is hidden."""
    main = _main_part(tree, faces, weights)
    whole = weights.of(ROOT)
    reasons = [""] * len(tree)
    for at, node in enumerate(tree):
        if at == ROOT:
            continue
        reasons[at] = reasons[node.parent]
        if faces[at].hidden:
            reasons[at] = HIDDEN
        elif _is_drawn(tree, at):
            reasons[at] = CHART
        elif not reasons[at] and node.tag:
            holds_main = at <= main < node.end
            reasons[at] = _reason(node, weights.of(at), whole, holds_main, within=main < at < tree[main].end)
    return Parts(main, tree[main].end, reasons)


def _is_drawn(tree: Tree, at: int) -> bool:
    """Tell whether a node is the text of a drawing: a label of a chart."""
    return tree[at].tag == "text" and tree[tree[at].parent].tag in ("svg", "g")


def _main_part(tree: Tree, faces: Sequence[Face], weights: Weights) -> int:
    """Return the innermost node that holds nearly all prose of the page; the root where there is none."""
    whole = weights.of(ROOT)
    wanted = MAIN_SHARE * whole.prose
    at = ROOT
    if whole.prose < INDEX_PROSE and whole.prose < whole.linked:
        return at  # a page of headlines: its texts are no more its main part than its links
    while wanted:
        inner = at + 1
        while inner < tree[at].end and not (tree[inner].tag and weights.of(inner).prose >= wanted):
            inner = max(tree[inner].end, inner + 1)
        if inner >= tree[at].end or tree[inner].tag in ("p", "span", "font", "b", "strong"):
            break
        at = inner
    return at


def _reason(node: Element, weight: Weight, whole: Weight, holds_main: bool, within: bool) -> str:
    """Name why a node is left out; empty where it is text for all that its tag and its names say."""
    if node.tag in CONTROLS:
        return NAVIGATION
    if holds_main or not weight.chars or weight.chars > PART_SHARE * whole.chars:
        return ""
    if weight.prose > PROSE_SHARE * weight.chars:
        return ""
    reason = TAGS.get(node.tag) or ROLES.get(node.attributes.get("role", "").lower(), "")
    if reason and not (node.tag in ("header", "footer") and within) and not (reason == NAVIGATION and weight.headings):
        return reason
    return _named(node, weight)


def _named(node: Element, weight: Weight) -> str:
    names = f"{node.attributes.get('class', '')[:NAMES_LONGEST]} {node.attributes.get('id', '')[:NAMES_LONGEST]}"
    if names == " ":
        return ""
    found_words = {word.lower() for word in NAME_WORDS.findall(names)} | set(names.lower().split())
    for reason, known in NAMED.items():
        if not (found := found_words & known):
            continue
        linked = weight.linked / weight.chars
        if found <= WEAK:
            if linked >= LINKED_WEAK:
                return reason
        elif linked >= LINKED or weight.chars <= FEW or reason == FOOTER:
            return reason
    return ""
