"""The printed table of contents and the highlights: the best evidence for what is a heading.

An entry is a title, a leader and a page; an entry without a page is a section; a title can be
wrapped over lines. A list without any page is believed when its lines come back in the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.typesetting import INDENT_MIN
from reader.model.draft import SPACES, Draft, Label, LeftOut, Mark, Part, Piece, Unpaged
from reader.text.patterns import BULLETS, CONTENTS_HEAD, ends_sentence, is_caption, is_letter_spaced, rare

CONTENTS_GAP = 3  # lines without a page in a row: a section name and a title wrapped over lines
ENTRY_LONGEST = 200  # characters of one line of the list, its leader included
UNPAGED_MOST = 400  # lines; no list of titles is longer
WRAP_SHARE = 0.6  # of the widest line of a listed title; a much shorter line above it is a section
WRAP_SLACK = 2.6  # em; a listed title that goes on below fills its line up to here
PAGED_SHARE = 0.25  # of the lines of a list that end in a page; fewer are accidents
TITLE_LEAST = 3  # characters; a shorter title has to stand alone to be recognised
SECTION_EM = 10  # characters; names of sections are short
NESTED_SHARE = 0.7  # of the entries of a list that is set in two steps

# A title, a leader of dots, strokes, a tab, wide spaces, or one space before digits, and a page.
NAME = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff][ \u3000][\u3400-\u9fff](?![\u3400-\u9fff]))"
BY = rf"{NAME}(?:[ \u3000、，,]{{1,2}}{NAME}){{0,4}}(?:\s?等)?(?=\s*+[（(]|[ \u3000]+\d)"
# Of a journal, with who wrote before the page: 题目…… 苏明 路望（17）
ENTRY = rare(
    rf"""^
    (?P<title>\S.{{0,200}}?)(?<![ \u3000])[ \u3000]{{0,200}}
    (?P<leader>
        (?>(?:[·•∙.．…‥⋯﹒_＿\-—–─]\s*+){{3,200}})(?:{BY})?
      | …++\s*+(?:{BY})?
      | (?<!\d)[ \u3000]*+(?>(?:[·.．…][ ]*+){{1,2}})(?=\d{{1,3}}$)  # what OCR leaves of a row of dots
      | \t++[ \u3000]*+
      | [ \u3000]{{2,}}+
      | (?<=\D)[ ](?=\d{{1,3}}$)
      | (?<=[\u3400-\u9fff”》])(?=[（(]\d{{1,3}}[）)]$)
      | [ \u3000]*[/／][ ]*(?=(?:[Pp]\.?)?\d{{1,3}}$)
    )
    \s*+(?P<page>[（(]?(?:[Pp]\.?\s*+|第\s*+)?\d{{1,3}}(?:\s*+页)?[）)]?)$
    """,
    re.X,
)
BARE_LEADER = rare(r"(?:[·•∙.．…‥⋯_＿\-—─]\s*){4,}|…{2,}")
LEADER_PAGE = rare(r"^(?P<leader>(?>(?:[·•∙.．…‥⋯_＿\-—─]\s*+){2,}))(?P<page>\d{1,3})$")
ASKING = "？！?!…"  # a title may end so
PAGE_END = frozenset("0123456789页）)")
TABLE_RULE = rare(r"^[\s\-—:|+=\t]{3,}$")
FIGURES_HEAD = rare(r"^(?:图\s*表|插\s*图|附\s*图|图|表|表\s*格|图\s*片)\s*目\s*录$|^List of (?:Figures|Tables)$", re.I)
BULLET_LEAD = re.compile(rf"^(?:[{BULLETS}◎]|[-*]\s|·(?=[\s\u3400-\u9fff]))\s*")
BRACKETED = re.compile(r"^【\s{0,9}(?P<inner>[^】]{2,20})\s{0,9}】$|^\[\s{0,9}(?P<square>[^\]]{2,20})\s{0,9}\]$")
DRESSES = frozenset(f"#*-·●【[{BULLETS}")  # what a title's dress begins with
MARKUP = re.compile(r"^#{1,6}\s+(?:<a\s[^<>]{0,200}></a>\s*)?|^\*\*(?=.*\*\*$)")


def compact(text: str) -> str:
    """Remove all white space: what is compared when a heading is looked up."""
    return "".join(text.split())


def heading_text(text: str) -> str:
    """Strip what may dress a title (#, bullets, 【】) and all white space."""
    if text[:1] not in DRESSES:
        return compact(text.rstrip("*"))
    if text[0] == text[-1] and text[0] in BULLETS:
        text = text[:-1]
    text = BULLET_LEAD.sub("", MARKUP.sub("", text)).rstrip("*")
    m = BRACKETED.match(text)
    return compact((m.group("inner") or m.group("square")) if m else text)


def contents(draft: Draft) -> Iterator[Mark]:
    """Label the contents list: its head, its entries with title, leader and page, and its printed rules."""
    for head in _heads(draft):
        last = _end_of_list(draft, head)
        if last > head:
            yield from _nested(draft, list(_label_list(draft, head, last)))
            return


def _nested(draft: Draft, marks: list[Mark]) -> Iterator[Mark]:
    """Make sections of the entries that stand further out than the entries directly below them."""
    firsts = [mark.piece for mark in marks if mark.label.role == "contents" and mark.label.group == mark.piece]
    indents = {i: depth(draft.pieces[i]) for i in firsts}
    outer = min(indents.values(), default=0.0)
    inner = [i for i in firsts if indents[i] > outer + INDENT_MIN]
    above = {i for i, below in pairwise(firsts) if indents[below] > outer + INDENT_MIN >= indents[i]}
    is_nested = len(inner) > 1 and firsts[0] in above and len(above) + len(inner) > NESTED_SHARE * len(firsts)
    for mark in marks:
        if is_nested and mark.label.group in above:
            mark = mark._replace(label=mark.label._replace(level=1))
        yield mark


def depth(piece: Piece) -> float:
    """Return how deep an entry stands: as the file tells of lists, else by its indent."""
    return 2.0 * piece.hint.level if piece.hint else piece.indent


def _heads(draft: Draft) -> Iterator[int]:
    """Yield where a list may begin: before a head line, or before the first of many leaders."""
    short = [(i, text) for i in draft.free if i < 400 and len(text := draft.pieces[i].text) <= ENTRY_LONGEST]
    for i, text in short:
        if CONTENTS_HEAD.match(MARKUP.sub("", text)) or CONTENTS_HEAD.match(heading_text(text)):
            yield i
    leaders = [i for i, text in short if _paged(text) and BARE_LEADER.search(text)]
    if len(leaders) >= 3:
        yield _first_line_of(draft, leaders[0]) - 1


def _first_line_of(draft: Draft, i: int) -> int:
    """Step back over a section name above the first entry."""
    while i and draft.role(i - 1) == "" and _may_be_section(draft.pieces[i - 1].text):
        i -= 1
    return i


def _may_be_section(text: str) -> bool:
    return len(compact(text)) <= SECTION_EM and not ends_sentence(text) and not re.search(r"[\d：:]", text)


def _paged(text: str) -> re.Match[str] | None:
    """Read a line as a title with its page, or as a leader and a page below a wrapped title.

    The pattern tries every place at which a leader may begin: long lines would take it forever.
    """
    if len(text) > ENTRY_LONGEST or text[-1] not in PAGE_END:
        return None
    return ENTRY.match(text) or LEADER_PAGE.match(text)


def _end_of_list(draft: Draft, head: int) -> int:
    """Return the last piece of the list that begins after `head`; `head` itself where there is none."""
    last, gap, paged = head, 0, 0
    for i in range(head + 1, len(draft.pieces)):
        text = draft.pieces[i].text
        if draft.role(i) == "furniture" or TABLE_RULE.match(text):
            continue
        if _paged(text):
            last, gap, paged = i, 0, paged + 1
            continue
        gap += 1
        if gap > CONTENTS_GAP or draft.pieces[i].width > 60 or draft.pieces[i].closed:
            break
    while last + 1 < len(draft.pieces) and TABLE_RULE.match(draft.pieces[last + 1].text):
        last += 1
    if paged >= 2 or paged and head >= 0 and _comes_back(draft, head + 1, last):
        return last
    return _end_of_unpaged(draft, head)


def _comes_back(draft: Draft, first: int, last: int) -> bool:
    """Tell whether the title on the list's lines stands again below them."""
    title = "".join(heading_text(draft.pieces[i].text) for i in range(first, last)) + _title_of(draft, last)
    below = "".join(compact(p.text) for p in draft.pieces[last + 1 : last + 80])
    return len(title) > 3 and title in below


def _end_of_unpaged(draft: Draft, head: int) -> int:
    """Find where a list without pages ends: right before its first title stands again, over the body."""
    if head < 0:
        return head
    first = head + 1
    while first < len(draft.pieces) and draft.role(first):
        first += 1
    if first >= len(draft.pieces):
        return head
    openings = {heading_text(draft.pieces[first].text), heading_text(_unnumbered(draft.pieces[first]))}
    for i in range(first + 1, min(len(draft.pieces), first + UNPAGED_MOST)):
        if draft.pieces[i].closed and draft.pieces[i].text[-1] not in ASKING:
            break
        again = heading_text(draft.pieces[i].text)
        if len(again) > 1 and any(
            (opening.startswith(again) or again.startswith(opening)) and _spells_on(draft, opening, i)
            for opening in openings
        ):
            return _last_counted(draft, first, i - 1)
    return head


def _last_counted(draft: Draft, first: int, last: int) -> int:
    """Step back over the names of sections above the body: where the list counts its entries, they have no number."""
    numbers = [number.value for i in range(first, last + 1) if (number := draft.pieces[i].number)]
    counts = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    while counts and last > first and draft.pieces[last].number is None and draft.pieces[last].hint is not None:
        last -= 1
    return last


def _unnumbered(piece: Piece) -> str:
    """Return the text of an entry without the number that only the list prints: 1. 2. 3."""
    number = piece.number
    return piece.text[number.end :].lstrip() if number and number.style == "arab" else piece.text


def _spells_on(draft: Draft, opening: str, again: int) -> bool:
    """Tell whether the body from `again` on spells the first listed lines, however it wraps them."""
    if len(opening) <= TITLE_LEAST:
        return heading_text(draft.pieces[again].text) == opening
    below = "".join(heading_text(p.text) for p in draft.pieces[again : again + 4])
    return below.startswith(opening)


def _label_list(draft: Draft, head: int, last: int) -> Iterator[Mark]:
    if head >= 0:
        yield Mark(head, Label("contents head", "contents head"))
    lines = [heading_text(p.text) for p in draft.pieces[last + 1 :]]
    body, starts = "".join(lines), {line[:4] for line in lines}
    run: list[int] = []
    listed = [i for i in range(head + 1, last + 1) if not draft.role(i) and not TABLE_RULE.match(draft.pieces[i].text)]
    any_page = sum(_paged(draft.pieces[i].text) is not None for i in listed) >= PAGED_SHARE * len(listed)
    figures = _lists_of_figures(draft, head, last)
    for i in range(head + 1, last + 1):
        text = draft.pieces[i].text
        if draft.role(i) == "furniture":
            continue
        if i in figures:
            yield Mark(i, Label("furniture", "list of figures", data=LeftOut("list-of-figures")))
        elif CONTENTS_HEAD.match(heading_text(text)):
            yield Mark(i, Label("contents head", "contents head"))
        elif TABLE_RULE.match(text):
            yield Mark(i, Label("furniture", "rule in the contents", data=LeftOut("toc-leader")))
        elif any_page and _paged(text):
            title = _wrapped_with(draft, run, i, body, starts)
            for j in run[: len(run) - len(title) + 1]:
                yield _section(draft, j)
            yield from _entry(draft, title)
            run = []
        else:
            run.append(i)
    if any_page:
        for j in run:
            yield _section(draft, j)
    else:
        yield from _unpaged(draft, run, body)


def _lists_of_figures(draft: Draft, head: int, last: int) -> frozenset[int]:
    """Return the lines from 图表目录 on that begin as captions do, or are the rest of one: they head no text."""
    found: list[int] = []
    for i in range(head + 1, last + 1):
        text = draft.pieces[i].text
        if FIGURES_HEAD.match(text) or found and (is_caption(text) or not _paged(draft.pieces[i - 1].text)):
            found.append(i)
        elif found and not draft.role(i):
            break
    return frozenset(found)


def _wrapped_with(draft: Draft, run: list[int], i: int, body: str, starts: set[str]) -> list[int]:
    """Choose how many lines above an entry's page belong to its title: the most that the body repeats."""
    own = _title_of(draft, i)
    if own in body and own[:4] in starts:
        return [i]
    widest = max(draft.pieces[j].width for j in (*run, i))
    for take in range(min(3, len(run)), 0, -1):
        lines = run[-take:]
        if any(draft.pieces[j].width < WRAP_SHARE * widest for j in lines):
            continue
        if any(is_letter_spaced(draft.pieces[j].text) or BRACKETED.match(draft.pieces[j].text) for j in lines):
            continue
        title = "".join(heading_text(draft.pieces[j].text) for j in lines) + own
        if title in body:
            return [*lines, i]
    if own and own in body or not run:
        return [i]
    above = draft.pieces[run[-1]].text
    long_above = len(compact(above)) > SECTION_EM and not is_letter_spaced(above)
    return [run[-1], i] if not own or long_above else [i]


def _title_of(draft: Draft, i: int) -> str:
    m = _paged(draft.pieces[i].text)
    return heading_text(m.group("title")) if m and "title" in m.re.groupindex else ""


def _section(draft: Draft, i: int) -> Mark:
    piece = draft.pieces[i]
    return Mark(
        i, Label("contents", "contents: no page, a section", group=i, parts=dressed(piece.text, piece.start), level=1)
    )


def _unpaged(draft: Draft, lines: list[int], body: str) -> Iterator[Mark]:
    """Label the entries of a list without pages; a full line that the body spells with the next goes on below."""
    parted = sum(draft.pieces[i].blanks > 0 for i in lines) > 0.5 * len(lines)
    column, count = Counter(draft.measures).most_common(1)[0] if draft.measures else (0.0, 0)
    wider = any(draft.pieces[i].edge > column + 1.5 for i in lines)
    column = 0.0 if wider or count <= 0.5 * len(draft.measures) else column
    entries: list[list[int]] = []
    for i in lines:
        piece, above = draft.pieces[i], draft.pieces[entries[-1][-1]] if entries else None
        full = above is not None and 0 < column - WRAP_SLACK < above.edge
        wrapped = (
            full and _goes_on(draft, entries[-1], i, body) and (piece.blanks == 0 or not parted or draft.double_spaced)
        )
        if wrapped and not BRACKETED.match(draft.pieces[i].text) and len(entries[-1]) < 4:
            entries[-1].append(i)
        else:
            entries.append([i])
    counted = _only_counted_here(draft, [entry[0] for entry in entries], body)
    for entry in entries:
        for i in entry:
            piece = draft.pieces[i]
            apart = is_letter_spaced(piece.text) or BRACKETED.match(piece.text)
            yield Mark(
                i,
                Label(
                    "contents",
                    "contents without pages",
                    0.8,
                    entry[0],
                    _without_number(piece) if counted and i == entry[0] else dressed(piece.text, piece.start),
                    1 if apart else 2,
                    Unpaged(),
                ),
            )


def _only_counted_here(draft: Draft, firsts: Sequence[int], body: str) -> bool:
    """Tell whether the list counts its entries and the body does not."""
    pieces = [draft.pieces[i] for i in firsts]
    counted = [piece.number.value for piece in pieces if piece.number and piece.number.style == "arab"]
    return counted == list(range(1, len(pieces) + 1)) and not any(heading_text(piece.text) in body for piece in pieces)


def _without_number(piece: Piece) -> tuple[Part, ...]:
    """Split the number of an entry from its title."""
    cut = piece.end - len(_unnumbered(piece))
    return Part(piece.start, cut, "drop:bullet"), *dressed(piece.text[cut - piece.start :], cut)


def _goes_on(draft: Draft, entry: list[int], i: int, body: str) -> bool:
    """Tell whether the body spells a listed title and the line below it in one go."""
    return "".join(heading_text(draft.pieces[k].text) for k in (*entry, i)) in body


def dressed(text: str, start: int) -> tuple[Part, ...]:
    """Split the dress of a title (bullet, brackets, #) from the title itself."""
    m = BRACKETED.match(text)
    if m:
        s, e = m.span("inner") if m.group("inner") else m.span("square")
        return (
            Part(start, start + s, "drop:markup"),
            Part(start + s, start + e, "title"),
            Part(start + e, start + len(text), "drop:markup"),
        )
    lead = MARKUP.match(text) or BULLET_LEAD.match(text)
    cut = lead.end() if lead else 0
    end = len(text)
    if cut and text[0] == text[-1] and text[0] in BULLETS:  # ★ 要闻 ★
        end = len(text[:-1].rstrip(SPACES))
    elif lead and lead.group() == "**":
        end -= 2
    parts = (
        Part(start, start + cut, "drop:bullet"),
        Part(start + cut, start + end, "title"),
        Part(start + end, start + len(text), "drop:bullet"),
    )
    return tuple(part for part in parts if part.end > part.start)


def _entry(draft: Draft, lines: list[int]) -> Iterator[Mark]:
    for i in lines[:-1]:
        piece = draft.pieces[i]
        yield Mark(
            i,
            Label(
                "contents", "contents: wrapped title", group=lines[0], parts=dressed(piece.text, piece.start), level=2
            ),
        )
    piece = draft.pieces[lines[-1]]
    m = _paged(piece.text)
    assert m is not None
    base = piece.start
    digits = re.search(r"\d+", m.group("page"))
    assert digits is not None
    page = base + m.start("page") + digits.start()
    parts: list[Part] = []
    if "title" in m.re.groupindex:
        parts += dressed(m.group("title"), base + m.start("title"))
        lead = base + m.end("title")
    else:
        lead = base
    parts.append(Part(lead, page, "drop:toc-leader"))
    parts.append(Part(page, page + len(digits.group()), "page"))
    parts.append(Part(page + len(digits.group()), piece.end, "drop:toc-leader"))
    kept = tuple(p for p in parts if p.end > p.start)
    yield Mark(lines[-1], Label("contents", "contents: title and page", group=lines[0], parts=kept, level=2))
