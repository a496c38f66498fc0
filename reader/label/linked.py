"""Contents that lead by links: Markdown lists of `[title](#anchor)`, as editors make them from the headings below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from reader.label.contents import MARKUP, depth
from reader.model.draft import Draft, Label, Mark, Part, Piece
from reader.text.patterns import CONTENTS_HEAD, rare

LEAST = 3  # links one below the other that make a list of contents
LINKED = rare(
    r"""^
    (?P<lead> (?: (?: [-*+] | \d{1,3}[.)] ) [ \t]+ )? \[ )
    (?P<title> [^\[\]]+ )
    (?P<link> \]\(\#[^()\s]*\) )
    (?P<leader> [ \t.…·]* )
    (?P<page> \d{1,4} )?
    $""",
    re.VERBOSE,
)
DROPPED = {"lead": "drop:bullet", "link": "drop:markup:link", "leader": "drop:toc-leader"}


def linked_contents(draft: Draft) -> Iterator[Mark]:
    """Label the first run of items that are nothing but links to places in the file, and the heading above it."""
    free = draft.free
    for at, i in enumerate(free):
        if not LINKED.match(draft.pieces[i].text):
            continue
        run = list(takewhile(lambda k: LINKED.match(draft.pieces[k].text), free[at:]))
        if len(run) >= LEAST:
            if at and CONTENTS_HEAD.match(MARKUP.sub("", draft.pieces[free[at - 1]].text)):
                yield Mark(free[at - 1], Label("contents head", "contents head"))
            depths = sorted({depth(draft.pieces[k]) for k in run})
            for k in run:
                level = depths.index(depth(draft.pieces[k])) + 1
                yield Mark(k, Label("contents", "contents that link", 0.95, k, _parts(draft.pieces[k]), level))
            return


def _parts(piece: Piece) -> tuple[Part, ...]:
    """Split an item into its title, its page and what is markup."""
    m = LINKED.match(piece.text)
    names = [name for name in ("lead", "title", "link", "leader", "page") if m and m[name]]
    return tuple(
        Part(piece.start + m.start(name), piece.start + m.end(name), DROPPED.get(name, name)) for name in names if m
    )
