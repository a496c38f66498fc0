"""Furniture: printed rules, page numbers and running heads, which belong to the page and not to the text.

A lone number is a page number when it stands at a page's edge or counts up by one at page-long
distances; a line is a running head when it comes back, digits apart, at the edges of pages, or cuts
sentences in two wherever it comes back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.contents import heading_text
from reader.model.draft import PAGE_NUMBER, RUNNING_HEAD, Draft, Label, LeftOut, Mark, is_marked_up
from reader.text.patterns import CONTACT_LABEL, IS_HAN, LABEL_LINE, RULE_LINE, SIGNED, URL, rare

ONCE_SHARE = 0.6  # of the pages, that show a running head
PAGE_LINES = 10  # lines; no page is shorter
PAGE_CHARACTERS = 150  # no page between two numbers is shorter, pictures and tables aside
CELLS_APART = 6  # lines in which two more lone numbers make a number the cell of a table
HEAD_LONGEST = 60  # characters; a running head fits on one line
DATED_HEAD = 16  # characters beside the date in the head of a page
EDITION_NAME = 8  # characters; what else stands in the head of a newspaper page: 要闻, 综合新闻
HEAD_REPEATS = 3  # pages that show it
HEAD_PARTS = 3  # left, middle and right
HEAD_ROOM = 6.0  # em from the top or the bottom of what a page holds in which its heads stand, where that is known

DRESSED = re.compile(
    r"""^(?:
      [-—–―·•~～=\s]+ \d{1,4} [-—–―·•~～=\s]+
    | 第\s*\d{1,4}\s*页 (?:[\s,，/／]*共\s*\d+\s*页)?
    | [Pp](?:age|\.)\s*\d{1,4} (?:\s*(?:of|/)\s*\d+)?
    | \d{1,4}\s*[/／]\s*\d{1,4}
    )$""",
    re.X,
)
HEAD_WITH_PAGE = rare(
    r"""^(?:
      第\s*\d{1,4}\s*页[ \u3000\t|｜]+[^。，；！？]{2,40}
    | [^。，；！？]{2,40}[ \u3000\t|｜]+第\s*\d{1,4}\s*页
    )$""",
    re.X,
)
MAIL_SENDER = re.compile(r"(?:发[件信]人|寄[件信]者|寄[件信]人|From)\s*[：:]", re.I)
MAIL_FIELD = re.compile(
    r"(?:[发收寄][件信][人者]|抄送|密送|副本|日期|发送时间|时间|主[题旨]|回复|From|To|Cc|Bcc|Date|Sent|Subject|Reply-To)"
    r"\s*[：:]\s*\S",
    re.I,
)
MAIL_FIELDS = 3  # that make the header of a mail
APART_EM = 5.0  # em; a number this far in does not stand in the text
ROBOT = rare(r"^[※*＊（(【].{0,40}(?:自动|系统).{0,40}(?:回复|回覆|回信).{0,10}$")
PLAIN = re.compile(r"^\d{1,4}$")
LATIN_LINE = rare(r"^[!-~\s‘’“”–—]+$")
EDITION = rare(r"第\s*[A-D]?\d{1,2}\s*版|^[A-D]?\d{1,2}\s*版")
ISSUE_NUMBER = re.compile(r"(?:总)?第\d+期|\d{4}年第\d+期|[Nn]o\.?\d+|[Vv]ol\.?\d+")
DATED = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}(?P<dash>[-./])\d{1,2}(?P=dash)\d{1,2}|星期[一二三四五六日天]|责任?编辑?[：:]\S+"
)
WIDE_GAP = re.compile(r"[ \u3000]{3,}")
HAS_NUMBER = re.compile(r"[\d一二三四五六七八九十星](?:(?<=\d)|(?<=[一二三四五六七八九十])[月期版日]|(?<=星)期)")
COUNTS = rare(r"\W|\d|[年月日期卷版第总No]")  # what stands around the issue's name and number
DIGITS = re.compile(r"\d+|(?<![一二三四五六七八九十])[一二三四五六七八九十]++(?=[月期版日])")


def rules(draft: Draft) -> Iterator[Mark]:
    """Label printed rules: a line of dashes, dots or box strokes and nothing else."""
    for i in draft.free:
        text = draft.pieces[i].text
        if RULE_LINE.match(text) and "|" not in text and "\t" not in text:
            yield Mark(i, Label("furniture", "printed rule", data=LeftOut("rule")))


def mail_header(draft: Draft) -> Iterator[Mark]:
    """Label the lines above a letter that a mail program wrote: who sent it to whom, when, and about what."""
    header: list[int] = []
    for i in draft.free:
        text = draft.pieces[i].text
        if MAIL_FIELD.match(text):
            header.append(i)
        elif not (header and i == header[-1] + 1 and ROBOT.match(text)):
            break
        else:
            header.append(i)
    if len(header) >= MAIL_FIELDS and any(MAIL_SENDER.match(draft.pieces[i].text) for i in header):
        for i in header:
            yield Mark(i, Label("furniture", "header of a mail", 0.9, data=LeftOut("mail-header")))


def page_edges(draft: Draft) -> set[int]:
    """Find the pieces at which a page visibly begins: form feeds, or the odd line without a blank above."""
    pieces = draft.pieces
    edges = {i for i, piece in enumerate(pieces) if piece.page_break}
    if draft.double_spaced:
        close = [i for i, piece in enumerate(pieces) if i and piece.blanks == 0 and 0 < piece.indent < 1]
        edges.update(i for i in close if pieces[i].line != pieces[i - 1].line)
    return edges


def page_numbers(draft: Draft) -> Iterator[Mark]:
    """Label page numbers, dressed (— 3 —, 第 3 页) or plain."""
    edges = page_edges(draft)
    plain: list[int] = []
    dressed: set[int] = set()
    for i in draft.free:
        text = draft.pieces[i].text
        if len(text) <= HEAD_LONGEST and "页" in text and HEAD_WITH_PAGE.match(text):
            yield Mark(i, Label("furniture", "page number beside a running head", data=PAGE_NUMBER))
        if len(text) > 16:
            continue
        if DRESSED.match(text):
            dressed.add(i)
            yield Mark(i, Label("furniture", "page number", data=PAGE_NUMBER))
        elif PLAIN.match(text) and not _numbers_a_note(draft, i):
            plain.append(i)
    if len(dressed) >= HEAD_REPEATS:  # one file dresses all its page numbers or none: a plain one is a cell
        return
    at_edge = {i for i in plain if i in edges or i + 1 in edges or i - 1 in edges}
    for i in plain:
        if i in at_edge and dressed.isdisjoint(range(i - 2, i + 3)):  # no page has two
            yield Mark(i, Label("furniture", "page number at a page's edge", data=PAGE_NUMBER))
        elif _is_set_apart(draft, i):
            at_edge.add(i)
            yield Mark(i, Label("furniture", "page number set apart", 0.8, data=PAGE_NUMBER))
    lone = [i for i in _without_neighbours(plain) if i not in at_edge]
    for i in _counting(draft, lone):
        yield Mark(i, Label("furniture", "page number that counts up", 0.8, data=PAGE_NUMBER))


def _between_blocks(draft: Draft, lone: Sequence[int]) -> list[int]:
    """Return the lone numbers that a converter left as paragraphs where its pages ended: they grow from page to page.

    Numbers of parts grow as well, but by one from 1 on, and they never stand in the middle of a sentence.
    """
    values = [int(draft.pieces[i].text) for i in lone]
    grows = all(b > a for a, b in pairwise(values))
    skips = values[:1] != [1] or any(b != a + 1 for a, b in pairwise(values))
    cuts = any(_cuts_a_sentence(draft, i) for i in lone)
    far = all(
        draft.pieces[b].start - draft.pieces[a].end >= PAGE_CHARACTERS and draft.pieces[b].blanks
        for a, b in pairwise(lone)
    )
    return list(lone) if len(lone) > 1 and grows and far and (skips or cuts) else []


def numbers_between_blocks(draft: Draft) -> Iterator[Mark]:
    """Label the page numbers that a converter to Markdown left as paragraphs of their own."""
    if not draft.markup or sum(label is not None and label.data == PAGE_NUMBER for label in draft.labels) > 1:
        return
    plain = [i for i in draft.free if PLAIN.match(draft.pieces[i].text) and not _numbers_a_note(draft, i)]
    for i in _between_blocks(draft, list(_without_neighbours(plain))):
        yield Mark(i, Label("furniture", "page number between paragraphs", 0.7, data=PAGE_NUMBER))


def _is_set_apart(draft: Draft, i: int) -> bool:
    """Tell whether a number stands in the middle of a line with much space above and below it."""
    below = draft.pieces[i + 1] if i + 1 < len(draft.pieces) else None
    piece = draft.pieces[i]
    return piece.indent >= APART_EM and piece.blanks >= 2 and (below is None or below.blanks >= 1)


def _without_neighbours(numbers: Sequence[int]) -> Iterator[int]:
    """Yield the lone numbers that stand far from others; where two more are near, they are the cells of a table."""
    for at, i in enumerate(numbers):
        near = numbers[max(0, at - 2) : at + 3]
        if sum(abs(i - k) <= CELLS_APART for k in near) < 3:
            yield i


def lone_numbers(draft: Draft) -> Iterator[Mark]:
    """Label a lone number right below the front matter, or at the very end: the first or last page's."""
    for i in draft.free:
        text = draft.pieces[i].text
        if len(text) > 4 or not PLAIN.match(text) or _numbers_a_note(draft, i):
            continue
        above = draft.role(i - 1)
        if above.startswith(("contents", "masthead", "highlight")) or i + 1 == len(draft.pieces) > 1:
            yield Mark(i, Label("furniture", "page number beside the front matter", 0.8, data=PAGE_NUMBER))


def head_numbers(draft: Draft) -> Iterator[Mark]:
    """Label the lone numbers that touch running heads and count up with them, in a table too."""
    heads = [i for i, label in enumerate(draft.labels) if label and label.data == RUNNING_HEAD]
    found: dict[int, set[int]] = defaultdict(set)  # by how far the number is ahead of the head
    for at, head in enumerate(heads):
        for i in (head - 1, head + 1):
            if not 0 <= i < len(draft.pieces) or draft.role(i) and draft.data(i) != PAGE_NUMBER:
                continue
            if PLAIN.match(draft.pieces[i].text):
                found[int(draft.pieces[i].text) - at].add(i)
    best = max(found.values(), key=len, default=set())
    for i in best if len(best) >= 2 else ():
        if not draft.role(i):
            yield Mark(
                i,
                Label("furniture", "page number that counts with the running heads", 0.8, data=PAGE_NUMBER),
            )
    pairs = list(_dated_pairs(draft))
    if len(pairs) >= 2 and all(b - a >= PAGE_LINES for (a, _), (b, _) in pairwise(pairs)):
        values = [int(draft.pieces[number].text) for number, _ in pairs]
        if all(b == a + 1 for a, b in pairwise(values)):
            for number, head in pairs:
                yield Mark(number, Label("furniture", "page number beside a date", 0.7, data=PAGE_NUMBER))
                yield Mark(head, Label("furniture", "date beside a page number", 0.7, data=RUNNING_HEAD))


def _dated_pairs(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield each lone number that touches a line of little more than a date or an issue's number, with that line."""
    for i in draft.free:
        if len(draft.pieces[i].text) > 4 or not PLAIN.match(draft.pieces[i].text):
            continue
        for head in (i - 1, i + 1):
            if 0 <= head < len(draft.pieces) and not draft.role(head) and not draft.pieces[head].closed:
                bare = "".join(draft.pieces[head].text.split())
                rest = DATED.sub("", ISSUE_NUMBER.sub("", bare))
                if rest != bare and len(rest) <= DATED_HEAD and not LABEL_LINE.match(bare):
                    yield i, head
                    break


def listed_pages(draft: Draft) -> Iterator[Mark]:
    """Label lone numbers that open pages, where at least two stand above the title that the contents put there."""
    listed = [
        ("".join(draft.named(i, "title") for i in group), draft.named(group[-1], "page"))
        for group in draft.grouped("contents")
    ]
    pages = {page for _, page in listed if page}
    lone = [i for i in draft.free if draft.pieces[i].blanks and PLAIN.match(draft.pieces[i].text)] if pages else []
    known = 0
    chain: list[int] = []
    for i in lone:
        value, last = int(draft.pieces[i].text), int(draft.pieces[chain[-1]].text) if chain else 0
        if value < last or value > max(map(int, pages)):
            continue
        chain.append(i)
        below = [heading_text(p.text) for p in draft.pieces[i + 1 : i + 3]]
        titles = [heading_text(title) for title, page in listed if page == draft.pieces[i].text]
        known += any(len(line) > 1 and title.startswith(line) for title in titles for line in below)
    if known >= 2:
        for i in chain:
            yield Mark(i, Label("furniture", "page number that the contents name", 0.8, data=PAGE_NUMBER))


def _numbers_a_note(draft: Draft, i: int) -> bool:
    """Tell whether a lone number stands above a footnote in a foreign language or before a cut-off comma."""
    following = draft.pieces[i + 1].text if i + 1 < len(draft.pieces) else ""
    return bool(URL.match(following) or LATIN_LINE.match(following) and len(following) > 12) or following.startswith(
        ("，", "。", "、", "；")
    )


def _counting(draft: Draft, plain: list[int]) -> list[int]:
    """Return the longest chain of numbers that count up by one at page-long distances."""
    best: dict[int, list[int]] = {}
    for i in plain:
        value = int(draft.pieces[i].text)
        before = best.get(value - 1, [])
        chain = [*before, i] if before and i - before[-1] >= PAGE_LINES else [i]
        if len(chain) > len(best.get(value, [])):
            best[value] = chain
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) >= 3 else []


def running_heads(draft: Draft) -> Iterator[Mark]:
    """Label lines that come back at the edges of pages; a file that is marked up and has no pages repeats itself."""
    if is_marked_up(draft.pieces) and not any(piece.page_break for piece in draft.pieces):
        return
    edges = page_edges(draft)
    page_starts = sorted(i for i, piece in enumerate(draft.pieces) if piece.page_break)
    for i in _heads_in_parts(draft, page_starts):
        yield Mark(i, Label("furniture", "running head with a part that changes", 0.9, data=RUNNING_HEAD))
    for masked, places in _by_text(draft).items():
        if len(places) < 2 or not re.search(r"\w{2}", masked.replace("#", "")) or CONTACT_LABEL.search(masked):
            continue
        if why := _why_running(draft, masked, places, edges, page_starts):
            for i in _without_titles(draft, places, edges):
                yield Mark(i, Label("furniture", why, 0.9, data=RUNNING_HEAD))


def _without_titles(draft: Draft, places: list[int], edges: set[int]) -> list[int]:
    """Spare the lines on the first page that a running head repeats: the title on the cover and over the body.

    They are told by numbered headings or contents below; the name of a periodical stands in the masthead anyway.
    """
    later = [i for i in places if i and _at_page_edge(draft, i, edges)]
    if len(later) < 2 or draft.pieces[places[0]].look is not None:
        return places
    titles = [i for i in places if i < later[0] and (i == 0 or _heads_numbers(draft, i))]
    return [i for i in places if i not in titles] if any(titles) else places


def _heads_numbers(draft: Draft, i: int) -> bool:
    """Tell whether the first of several numbered parts stands right below a line."""
    number = draft.pieces[i + 1].number if i + 1 < len(draft.pieces) else None
    return number is not None and number.value == 1 or draft.pieces[i + 1].text[:2] in ("1 ", "1\u3000")


def _by_text(draft: Draft) -> dict[str, list[int]]:
    """Return the lines that could be a running head by what they read, what counts on masked."""
    seen: dict[str, list[int]] = defaultdict(list)
    inside = _inside_pages(draft)
    for i in draft.free:
        text = draft.pieces[i].text
        if (
            i not in inside
            and 2 <= len(text) - text.count("  ") <= HEAD_LONGEST
            and text[0] not in "#|-*•"
            and not (text[0] in "（(" and SIGNED.match(text))
        ):
            bare = "".join(text.split())
            if HAS_NUMBER.search(bare):
                masked = _masked(bare)
                bare = bare if masked == "#" and IS_HAN.search(bare) else masked  # 2031年第8期, page after page
            seen[bare].append(i)
    return seen


def _why_running(draft: Draft, masked: str, places: list[int], edges: set[int], page_starts: Sequence[int]) -> str:
    """Tell why lines that read alike are a running head; empty where they are none."""
    at_edge = sum(_at_page_edge(draft, i, edges) for i in places)
    cuts = sum(_cuts_a_sentence(draft, i) for i in places)
    few = len(places) < HEAD_REPEATS and places[-1] - places[0] < 2 * PAGE_LINES
    first = draft.pieces[places[0]]
    if len(places) == at_edge and not few or len(places) >= HEAD_REPEATS and at_edge >= 0.6 * len(places):
        return "running head at a page's edge"
    if (
        len(places) >= HEAD_REPEATS
        and cuts >= 0.4 * len(places)
        and _far_apart(places)
        and first.number is None  # 1) 背景 under each heading
        and not LABEL_LINE.match(first.text)
    ):
        return "running head that cuts sentences"
    if _comes_once_a_page(masked, places, page_starts):
        return "number of the issue, once a page"
    if few or not (masked.endswith("#") or masked.startswith("#")) or LABEL_LINE.match(first.text):
        return ""
    texts = ["".join(draft.pieces[i].text.split()) for i in places]
    dated = all(DATED.search(text) or ISSUE_NUMBER.search(text) for text in texts)
    return "name and date that come back" if dated and not any(draft.pieces[i].closed for i in places) else ""


def _heads_in_parts(draft: Draft, page_starts: Sequence[int]) -> Iterator[int]:
    """Yield the lines at the tops, or at the ends, of pages of which one part comes back: name, chapter, number.

    Wide space parts them, as on a page that is written down as it is laid out.
    """
    ends = [i - 1 for i in page_starts if i] + [len(draft.pieces) - 1]
    for edge in ([0, *page_starts], ends):
        found: dict[tuple[int, str], set[int]] = defaultdict(set)
        for i in edge:
            text = draft.pieces[i].text
            if draft.pieces[i].closed or draft.role(i):
                continue
            parts = WIDE_GAP.split(text)
            if 2 <= len(parts) <= HEAD_PARTS:
                found[-1, _masked("".join(parts[-1].split()))].add(i)
                found[0, _masked("".join(parts[0].split()))].add(i)
            elif len(text) <= HEAD_LONGEST and " " in text:
                found[0, _masked(text.partition(" ")[0])].add(i)
        for (_, text), places in found.items():
            if len(places) >= max(HEAD_REPEATS, ONCE_SHARE * len(page_starts)) and re.search(r"\w{2}", text):
                yield from places - {0}  # it heads the issue, too


def _comes_once_a_page(text: str, places: list[int], page_starts: Sequence[int]) -> bool:
    """Tell whether a line of nothing but a date or an issue's number stands on most pages, on each at most once.

    A tool that reads a page block by block may put the half of a running head between two blocks.
    """
    if len(places) < HEAD_REPEATS or not IS_HAN.search(text) or _masked(text) != "#":
        return False
    pages = {bisect_right(page_starts, i) for i in places}
    return len(pages) == len(places) >= ONCE_SHARE * (len(page_starts) + 1)


def _inside_pages(draft: Draft) -> frozenset[int]:
    """Return the pieces that a file places away from the top and the bottom of their pages: they head none."""
    placed = [(i, piece.look) for i, piece in enumerate(draft.pieces) if piece.look]
    tops: dict[int, float] = {}
    ends: dict[int, float] = {}
    for _, look in placed:
        tops[look.page] = min(tops.get(look.page, look.box.top), look.box.top)
        ends[look.page] = max(ends.get(look.page, look.box.bottom), look.box.bottom)
    return frozenset(
        i
        for i, look in placed
        if look.box.top > tops[look.page] + HEAD_ROOM * look.size
        and look.box.bottom < ends[look.page] - HEAD_ROOM * look.size
    )


def _masked(text: str) -> str:
    """Put # in place of what counts from page to page or from issue to issue."""
    if "年" in text or "星" in text or "编" in text:
        text = DATED.sub("#", text)
    if "期" in text or "o" in text:
        text = ISSUE_NUMBER.sub("#", text)
    return DIGITS.sub("#", text)


def page_heads(draft: Draft) -> Iterator[Mark]:
    """Label the heads of newspaper pages: 第3版 综合, with the paper's name and date or without."""
    title = next(
        (
            _compact_title(draft, i)
            for i, label in enumerate(draft.labels)
            if label and label.role == "masthead" and _compact_title(draft, i)
        ),
        "",
    )
    edges = page_edges(draft)
    for i in draft.free:
        piece = draft.pieces[i]
        if piece.hint and piece.hint.role == "heading" and not draft.markup:
            continue  # a page that lists a paper's articles heads them by its pages
        text = piece.text
        if len(text) <= HEAD_LONGEST and ("版" in text or HAS_NUMBER.search(text)):
            why, confidence = _page_head(draft, i, title, edges)
            if why:
                yield Mark(i, Label("furniture", why, confidence, data=RUNNING_HEAD))


def _page_head(draft: Draft, i: int, title: str, edges: set[int]) -> tuple[str, float]:
    """Tell why a line is the head of a page, and how sure that is; empty where it is none."""
    piece = draft.pieces[i]
    bare = "".join(piece.text.split())
    if title and title in bare:
        rest = DATED.sub("", ISSUE_NUMBER.sub("", bare.replace(title, "")))
        if not COUNTS.sub("", rest):
            return "the issue's name on a page", 0.9
    if piece.closed:
        return "", 0.0
    label = LABEL_LINE.match(piece.text)
    # Where the page's edges are known, what stands there page after page is known too.
    if (
        piece.look is None and "，" not in bare and (label is None or "编" in label.group("label"))
    ):  # 检索日期：… is no head
        rest = DATED.sub("", ISSUE_NUMBER.sub("", bare))
        if rest != bare and len(rest) <= DATED_HEAD and _at_page_edge(draft, i, edges):
            return "name and date at a page's edge", 0.8
    if "版" in bare and EDITION.search(piece.text):
        rest = EDITION.sub("", DATED.sub("", bare.replace(title, "") if title else bare))
        if len(rest) <= EDITION_NAME:
            return "head of a newspaper page", 0.9
    return "", 0.0


def _compact_title(draft: Draft, i: int) -> str:
    return "".join(draft.named(i, "title").split())


def _at_page_edge(draft: Draft, i: int, edges: set[int]) -> bool:
    """Tell whether a piece touches a page's edge, other furniture in between allowed."""
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(draft.pieces) and draft.role(j) == "furniture":
            if draft.data(j) == PAGE_NUMBER:
                return True
            j += step
    return i in edges or i + 1 in edges or i - 1 in edges


def _cuts_a_sentence(draft: Draft, i: int) -> bool:
    j = i - 1
    while j >= 0 and draft.role(j) == "furniture":
        j -= 1
    return j >= 0 and draft.pieces[j].width > 12 and not draft.pieces[j].closed


def _far_apart(places: list[int]) -> bool:
    return min(b - a for a, b in pairwise(places)) >= PAGE_LINES
