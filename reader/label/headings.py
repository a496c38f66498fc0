"""Headings, by trust: marked up, numbered, or short lines that stand alone.

A heading needs no single proof. The plain ones are told by their place: after a closed paragraph,
without an end mark, broken off with room to spare, and with text below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.captions import PICTURE_END
from reader.label.contents import BRACKETED, dressed
from reader.label.facts import FIELDS, is_titled_story, states_fact
from reader.label.headlines import HEADING_LINES, blanks_part, headlines, is_short, parted, width_of_headlines
from reader.label.joins import PARALLEL
from reader.label.journal import JOURNAL_FIELD, is_in_field
from reader.label.line_fit import is_centred, slack
from reader.label.setting import body_setting, setting
from reader.label.typesetting import ROOM_SOME
from reader.model.draft import Draft, HeadingStyle, Label, Mark, Part, is_marked_up
from reader.text.patterns import (
    ATTACHMENT_MARK,
    ATX,
    AUTHOR_NOTE,
    BULLETS,
    CAPTION,
    CLOSERS,
    CONTACT_LABEL,
    DATELINE,
    EDITOR_NOTE,
    HAN_LETTER,
    IS_HAN,
    JUMP_FROM,
    JUMP_TO,
    LABEL_LINE,
    SALUTATION,
    SIGNED,
    STYLE_ORDER,
    Number,
    ends_sentence,
    has_url,
    is_letter_spaced,
    numbered,
    rare,
    unbalanced_open,
)

HEADING_EM = 72.0  # em; three lines of a narrow column
MARKED_EM = 200.0  # em; a longer line is text, whatever sign it begins with
HEADING_RUN = 4  # headings one below the other: kicker, section, headline over lines; more is a list
UNMARKED_EM = 24.0  # em; a heading that a marked-up file left without # signs
PROSE_LENGTH = 40  # characters of a paragraph beyond doubt
UNWRAPPED_HEADING_EM = 40.0  # em; where each paragraph is one line, a longer line is prose
HEADINGS_BY_LOOK = 2  # headings that are set apart in a file: then none is set like the text

BOLD_LINE = re.compile(r"^\*\*(?P<inner>[^*]{2,60})\*\*$")
CITED = rare(r"\[\d{1,3}\]\s*\S|.{4,200}\[[JMDCRSPNZ](?:/OL)?\][.．，,/]")  # a work that is cited: [3] …, …[J].
KIND_AND_TITLE = rare(r"【[^【】]{2,8}】[^。！？…【】]{4,28}$")  # 【通告】秋季观察
ATTACHED = rare(
    rf"(?:{ATTACHMENT_MARK}|附\s*+[表录]\s*+[\d一二三四五六七八九十]{{1,2}})\s*+[：:]?$"
)  # a line of the title below it
CLOSED_BOLD = re.compile(r"^(?P<number>[^*]{0,8})\*\*(?P<inner>[^*]{2,120})。\*\*$")  # the head of a text in its row
DATE_ONLY = rare(
    r"^(?:\d{4}|[二〇零一三四五六七八九]{4})\s*年\s*\S{1,3}\s*月(?:\s*\S{1,3}\s*日)?$|^\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+\S{2,6}[：:].*)?$"
)
ENACTED = re.compile(  # how a rule came to be: 1998年1月1日 施行
    r"(?:\d{4}|[〇零○一二三四五六七八九]{4}|(?:中华)?民国\s?[〇零○一二三四五六七八九十百\d]{1,5})"
    r"\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日[^。；]*"
    r"(?:第\s*\S{1,5}\s*次\S{0,6}会议|通过|[发公颁]布|[施实]行|实施|修[订正改]|订定|批准|印发|生效|起执行)$"
)
ASKS_TO_PRESS = re.compile(  # ▲点击了解更多
    r"(?:点击|长按|轻?触|戳)(?:认识|查看|阅读|观看|收听|播放|关注|进入|下载|报名|跳转|放大|识别|了解|下方|上方|[下上]图|[图视]"
    r"|链接|蓝字|标题|此处|这里|原文)|扫(?:一扫|描?上?下?方?二维码|码(?:关注|查看|阅读|观看|报名))"
)
HOURS = rare(r"(?:每?[周週]|每[天日月]|星期|工作日)[^：:]{0,12}\d{1,2}[：:]\d{2}")  # 周一至周五（9:00-17:00）
NAMES_IN_COLUMNS = rare(rf"^{HAN_LETTER}{{2,4}}(?:[ \u3000]+{HAN_LETTER}{{2,4}}){{3,}}$")
CLOSING_HASHES = re.compile(r"(?<!\s)\s+#+$")
VERSE_LOOK = 12  # lines above and below in which a block of lines is looked at
VERSE_LINES = 3  # of a block that is verse or an address
VERSE_EM = 20.0  # the longest of them
LETTERED = re.compile(r"[A-Za-h]\s*[.．、)）]\s*(?=[\u3400-\u9fff])")  # an item: A. 由两人商量
LEADING_EM = 14.0  # em; of a numbered heading that a colon ends: 十、报告事项：
LABEL_EM = 30.0  # em; a longer line behind a label is a paragraph
SPACED_NUMBER = re.compile(r"\d{1,2}[ \u3000]+(?=[\u3400-\u9fff《“])")  # 3　结果
LEADING_SIGNS = re.compile(r"^[^\w《〈“「『【〔（(]+")
SISTERS_NEAR = 4  # paragraphs that the next number of a series is away at most
HEADING_BULLETS = frozenset(BULLETS) - {"※"}  # which leads notes
BULLETS_LISTED = 3  # lines behind one bullet, from which on they can be seen to be a list
NOTE_MARKS = "*＊※"  # before a note below a list, where no Markdown makes bullets of them
OPEN_END = "，、；：,;:（(《“‘—-"


def title_parts(text: str, start: int) -> tuple[Part, ...]:
    """Split what dresses a title (#, bold stars, bullets, brackets) from the title."""
    lead = ATX.match(text)
    if lead:
        tail = CLOSING_HASHES.search(text)
        end = tail.start() if tail else len(text)
        inner = title_parts(text[lead.end() : end], start + lead.end())
        hashes = Part(start, start + lead.end(), "drop:markup:#")
        rest = (Part(start + end, start + len(text), "drop:markup:#"),) if tail else ()
        return (hashes, *inner, *rest)
    if closed := CLOSED_BOLD.match(text):
        cuts = [start + at for at in (0, closed.end("number"), *closed.span("inner"), len(text))]
        names = ("title", "drop:markup:*", "title", "drop:punctuation")
        parts = (Part(a, b, name) for (a, b), name in zip(pairwise(cuts), names, strict=True))
        return tuple(part for part in parts if part.end > part.start)
    bold = BOLD_LINE.match(text)
    if bold:
        s, e = start + bold.start("inner"), start + bold.end("inner")
        stars = (Part(start, s, "drop:markup:*"), Part(e, start + len(text), "drop:markup:*"))
        return (stars[0], *dressed(text[s - start : e - start], s), stars[1])
    return dressed(text, start)


def marked_up(draft: Draft) -> Iterator[Mark]:
    """Label headings that carry markup: # signs, a line in bold, a line in 【】."""
    told = draft.markup and is_marked_up(draft.pieces)  # by its loader, which knows Markdown
    marked = [i for i in draft.free if draft.pieces[i].text[0] in "#【[*"] if not told else []
    brackets = {i for i in marked if BRACKETED.match(draft.pieces[i].text)}
    for i in marked:
        piece = draft.pieces[i]
        text = piece.text
        lead = ATX.match(text) if draft.markup else None
        if lead and piece.width <= MARKED_EM and not ends_sentence(text.rstrip("？！?!")):
            yield from _headings(draft, [i], "marked with #", 0.95, HeadingStyle("atx", len(lead.group(1))))
        elif i in brackets and (len(brackets) > 1 or piece.width < 14) and not AUTHOR_NOTE.match(text):
            yield from _headings(draft, [i], "set in brackets", 0.9, HeadingStyle("bracket"))
        elif draft.markup and BOLD_LINE.match(text) and not ends_sentence(text.strip("*")):
            yield from _headings(draft, [i], "set in bold", 0.7, HeadingStyle("bold"))


def _headings(draft: Draft, lines: list[int], rule: str, confidence: float, style: HeadingStyle) -> Iterator[Mark]:
    for i in lines:
        piece = draft.pieces[i]
        parts = title_parts(piece.text, piece.start) if i == lines[0] else ()
        yield Mark(i, Label("heading", rule, confidence, lines[0], parts, 0, style))


def numbered_lines(draft: Draft) -> Iterator[Mark]:
    """Label numbered headings: unclosed, short, with text between a number and its next sibling."""
    units = list(draft.units())
    heads = [_numbered_head(draft, unit) for unit in units]
    numbers = [_number_of(draft, unit) for unit in units]
    told: dict[str, int] = {}  # the number of the last heading of each style
    for k, unit in enumerate(units):
        head = heads[k]
        if head is None:
            continue
        before, after = heads[k - 1] if k else None, heads[k + 1] if k + 1 < len(units) else None
        touching_next = after and k + 1 < len(units) and units[k + 1][0] == unit[-1] + 1
        touching_before = before and units[k - 1][-1] + 1 == unit[0]
        in_list = (
            touching_next and after == (head[0], head[1] + 1) or touching_before and before == (head[0], head[1] - 1)
        )
        last = unit[-1] + 1 >= len(draft.pieces)
        if in_list or is_item_among_items(numbers, heads, k):
            continue
        if last and head[0] in ("arab", "circled", "arab_paren"):
            continue
        parted = after is not None and after[1] == 1 and _is_deeper(after[0], head[0])
        begins = told.get(head[0]) != head[1] - 1 and not parted
        if head[0] in ("arab", "circled") and begins and not _has_body(draft, units, k):
            continue
        told[head[0]] = head[1]
        yield from _headings(
            draft, unit, "numbered and unclosed", 0.85, HeadingStyle("number", mark=_style_of(head[0]))
        )


def _is_deeper(style: str, other: str) -> bool:
    """Tell whether a style of numbering usually stands below another."""
    style, other = _style_of(style), _style_of(other)
    return style in STYLE_ORDER and other in STYLE_ORDER and STYLE_ORDER.index(style) > STYLE_ORDER.index(other)


def _style_of(series: str) -> str:
    """Return the style of a series of numbers, see `_series_of`."""
    return "chapter" if series.startswith("chapter") else series


def _number_of(draft: Draft, unit: list[int]) -> tuple[str, int] | None:
    number = draft.pieces[unit[0]].number
    return (_series_of(number), number.value) if number else None


def _series_of(number: Number) -> str:
    """Name the series that a number counts in: its style, and of 第一章 and 第一条 what they count."""
    return number.style + number.unit


def is_item_among_items(
    numbers: Sequence[tuple[str, int] | None], heads: Sequence[tuple[str, int] | None], k: int
) -> bool:
    """Tell whether the numbers before and behind one of a series stand near by and are no headings."""
    style, value = numbers[k] or ("", 0)
    above = next((j for j in range(k - 1, max(-1, k - 1 - SISTERS_NEAR), -1) if numbers[j] == (style, value - 1)), None)
    below = next(
        (j for j in range(k + 1, min(len(numbers), k + 1 + SISTERS_NEAR)) if numbers[j] == (style, value + 1)), None
    )
    return above is not None and below is not None and heads[above] is None and heads[below] is None


def _numbered_head(draft: Draft, unit: list[int]) -> tuple[str, int] | None:
    """Return the style and value of a unit that is numbered and could be a heading."""
    number = draft.pieces[unit[0]].number
    if not number or len(unit) > HEADING_LINES:
        return None
    text = draft.joined(unit)
    leads_on = text[-1] in "：:" and number.style == "han" and draft.pieces[unit[0]].width <= LEADING_EM
    if ends_sentence(text) or text[-1] in OPEN_END and not leads_on or "。" in text or len(text) <= number.end:
        return None
    if states_fact(text):
        return None
    if sum(draft.pieces[i].width for i in unit) > HEADING_EM or CONTACT_LABEL.search(text) or unbalanced_open(text):
        return None
    return _series_of(number), number.value


def _has_body(draft: Draft, units: list[list[int]], k: int) -> bool:
    """Tell whether a paragraph that ends in an end mark follows a unit, or a field: 时间：…"""
    if k + 1 >= len(units):
        return False
    following = units[k + 1]
    if _is_field(draft, following) or _is_label(draft, following[0]):
        return True
    return not draft.pieces[following[0]].number and ends_sentence(draft.joined(following))


def _is_label(draft: Draft, i: int) -> bool:
    """Tell whether a line is a label with its value, 题目编号：12, which ends what stands above it."""
    piece = draft.pieces[i]
    return piece.width <= LABEL_EM and LABEL_LINE.match(piece.text) is not None


def _is_field(draft: Draft, unit: list[int]) -> bool:
    """Tell whether a unit says when, where or by whom: a label that several lines of the text begin with."""
    match = LABEL_LINE.match(draft.pieces[unit[0]].text)
    return match is not None and FIELDS.fullmatch("".join(match["label"].split())) is not None


def bulleted(draft: Draft) -> Iterator[Mark]:
    """Label headings led by a printed bullet (◆ ■): unclosed, and mostly with something else below than the next."""
    body = body_setting(draft)
    units = [u for u in draft.units() if draft.pieces[u[0]].text[0] in HEADING_BULLETS]
    units = [u for u in units if body is None or setting(draft.pieces[u[0]]) != body]  # the items of a list
    for bullet in dict.fromkeys(draft.pieces[u[0]].text[0] for u in units):
        same = [u for u in units if draft.pieces[u[0]].text[0] == bullet]
        heads = [u for u in same if _heads_with_bullet(draft, u)]
        begins = {u[0] for u in same}
        listed = sum(u[-1] + 1 in begins for u in same)
        if len(heads) >= len(same) / 2 and (len(same) < BULLETS_LISTED or listed < len(same) / 2):
            for unit in heads:
                yield from _headings(draft, unit, "led by a bullet", 0.8, HeadingStyle("bullet", mark=bullet))


def _heads_with_bullet(draft: Draft, unit: list[int]) -> bool:
    """Tell whether a line behind a bullet could be a heading: short, unclosed, no field and no way to reach someone."""
    text = draft.joined(unit)
    bare = text.lstrip(BULLETS).strip()
    if len(text.strip(BULLETS)) <= 1 or not unclosed(text) or sum(draft.pieces[i].width for i in unit) > HEADING_EM:
        return False
    if ASKS_TO_PRESS.match(bare):
        return False
    return not (LABEL_LINE.match(bare) and (CONTACT_LABEL.search(bare) or has_url(bare)))


def unclosed(text: str) -> bool:
    """Tell whether a text neither ends nor holds a sentence."""
    return not ends_sentence(text) and text[-1] not in OPEN_END and "。" not in text


def plain(draft: Draft) -> Iterator[Mark]:
    """Label plain headings: units, or tails of units, that stand alone and have text below."""
    dresses = [draft.dress(i).dress for i, label in enumerate(draft.labels) if label and label.role == "heading"]
    if is_marked_up(draft.pieces) and len(dresses) > draft.markup:
        yield from _unmarked(draft) if draft.markup else ()  # only a converter leaves some of its headings undressed
        return
    if sum(dress in ("atx", "tag", "set") for dress in dresses) >= 3:
        yield from _unmarked(draft)
        return
    if dresses.count("look") >= HEADINGS_BY_LOOK:
        return  # headings that are set like the text are none where others are set apart
    parting = blanks_part(draft)
    units = (part for unit in draft.units() for part in (parted(draft, unit) if parting else (unit,)))
    candidates = [c for unit in units if (c := _candidate(draft, unit))]
    runs = list(_runs(draft, candidates))
    width = width_of_headlines(draft, runs)
    for run in runs:
        if len(run) > HEADING_RUN or not _in_place(draft, run):
            continue
        for lines in headlines(draft, run, parting, width):
            text = draft.joined(lines)
            if "contents" in dresses and PICTURE_END.search(text):
                for i in lines:
                    yield Mark(i, Label("caption", "names a picture", 0.6, lines[0]))
            else:
                yield from _headings(draft, lines, "stands alone", 0.6, _plain_style(draft.pieces[lines[0]].text))


def _plain_style(text: str) -> HeadingStyle:
    """Tell how a heading is dressed that stands alone: numbered without a stop, in wide letters, or not at all."""
    if SPACED_NUMBER.match(text):
        return HeadingStyle("number", mark="arab")
    return HeadingStyle("spaced" if is_letter_spaced(text) else "plain")


def _unmarked(draft: Draft) -> Iterator[Mark]:
    """Label the short lines between long closed paragraphs that a file marked with # left unmarked."""
    units = list(draft.units())
    for above, unit, below in zip(units, units[1:], units[2:], strict=False):
        if len(unit) > 1 or unit[0] != above[-1] + 1 or below[0] != unit[0] + 1:
            continue
        text = draft.pieces[unit[0]].text
        short = draft.pieces[unit[0]].width <= UNMARKED_EM and unclosed(text)
        if not short or not reads_like_title(draft, unit, text.replace("，", "")):
            continue
        prose = [draft.joined(u) for u in (above, below)]
        if all(len(p) > PROSE_LENGTH and ends_sentence(p) for p in prose):
            yield from _headings(draft, unit, "short between paragraphs", 0.55, HeadingStyle("plain"))


def _goes_on(draft: Draft, i: int) -> bool:
    """Tell whether a piece is one of several lines of a paragraph that its file tells."""
    told = draft.pieces[i].hint
    near = (draft.pieces[k].hint for k in (i - 1, i + 1) if 0 <= k < len(draft.pieces))
    return told is not None and any(other is not None and other.group == told.group for other in near)


def _candidate(draft: Draft, unit: list[int]) -> list[int] | None:
    """Return the lines of a unit that could be a headline: all of a short one, the tail of a long one."""
    pieces = draft.pieces
    last = pieces[unit[-1]]
    if last.hint is not None and (last.hint.role == "list_item" or pieces[unit[0]].text[0] in NOTE_MARKS):
        return None
    if draft.markup and _goes_on(draft, unit[-1]):
        return None
    if last.closed or not unclosed(last.text) or ATTACHED.match(last.text) or _is_verse(draft, unit[-1]):
        return None
    if CITED.match(pieces[unit[0]].text) or _signs_all(draft, unit[-1]):
        return None
    lines = unit = unit[1:] if ATTACHED.match(pieces[unit[0]].text) else unit
    for k in range(len(unit) - 1, 0, -1):
        if pieces[unit[k - 1]].closed or is_in_field(draft, unit[k - 1]):
            lines = unit[k:]
            break
    if len(lines) > HEADING_LINES or sum(pieces[i].width for i in lines) > HEADING_EM or _opens_paragraph(draft, lines):
        lines = unit[-1:]
    if (
        lines != unit
        and not is_short(draft, lines[-1])
        or draft.measures[lines[-1]]
        and not _has_room(draft, lines[-1])
    ):
        return None
    if lines != unit and not _stands_free(draft, unit, lines):
        return None
    text = draft.joined(lines)
    return lines if reads_like_title(draft, lines, text) else None


def _signs_all(draft: Draft, i: int) -> bool:
    """Tell whether nothing but a date stands below a line, and then the file ends: it is who signs."""
    return i + 2 == len(draft.pieces) and DATE_ONLY.match(draft.pieces[i + 1].text) is not None


def _stands_free(draft: Draft, unit: list[int], lines: list[int]) -> bool:
    """Tell whether the lines at the end of a unit stand below one that ends a sentence or its paragraph."""
    above = unit[len(unit) - len(lines) - 1]
    jumps = JUMP_TO.search(draft.pieces[above].text) is not None
    return jumps or draft.pieces[above].closed or is_short(draft, above) or draft.pieces[lines[0]].blanks > 0


def _is_verse(draft: Draft, i: int) -> bool:
    """Tell whether a line is one of several short ones that the file itself sets as one block: verse, an address."""
    told = draft.pieces[i].hint
    if told is None:
        return False
    near = range(max(0, i - VERSE_LOOK), min(len(draft.pieces), i + VERSE_LOOK + 1))
    block = [k for k in near if (other := draft.pieces[k].hint) and other.group == told.group]
    return len(block) >= VERSE_LINES and all(draft.pieces[k].width <= VERSE_EM for k in block)


def _opens_paragraph(draft: Draft, lines: list[int]) -> bool:
    """Tell whether a unit of several lines begins as this file's paragraphs do: indented, or narrower by as much."""
    boundary = draft.breaks.get(lines[0])
    if len(lines) == 1 or boundary is None:
        return False
    habit = "indent" if draft.indents else "narrow" if draft.first_line else ""
    return bool(habit) and boundary.shows(habit)


def _has_room(draft: Draft, i: int) -> bool:
    """Tell whether a line ends before its column does, if only by a little."""
    following = draft.pieces[i + 1] if i + 1 < len(draft.pieces) else None
    return is_centred(draft, i) or slack(draft, i, following) > ROOM_SOME


def reads_like_title(draft: Draft, lines: list[int], text: str) -> bool:
    """Tell whether lines could be a headline by their words."""
    if len(IS_HAN.findall(text)) < 2 and not re.match(r"^[A-Z].{8,}", text):
        return _is_rest(text) and not draft.pieces[lines[0]].blanks and bool(draft.measures[lines[0]])
    if (
        text[0] in CLOSERS
        or text[0] in "—–-"
        or numbered(text)
        or unbalanced_open(text)
        or has_url(text)
        or "|" in text
        or "\t" in text
        or text[0] == "【"
        and text[-1] != "】"
        and not (KIND_AND_TITLE.match(text) and draft.pieces[lines[0]].blanks)
        or LETTERED.match(text)
    ):
        return False
    text = text.replace("**", "")
    bare = LEADING_SIGNS.sub("", text)  # ◎ 信箱：… is no more a title than 信箱：…
    if (
        "@" in text
        or PARALLEL.match(text)
        or DATE_ONLY.match(text)
        or ENACTED.match(text)
        or ASKS_TO_PRESS.match(bare)
        or HOURS.match(text)
        or SALUTATION.search(text)
        or NAMES_IN_COLUMNS.match(draft.pieces[lines[0]].text)
        or JOURNAL_FIELD.match(text)
    ):
        return False
    if LABEL_LINE.match(text) and not is_titled_story(draft, lines, text) or LABEL_LINE.match(bare) and bare != text:
        return False
    for pattern in (CONTACT_LABEL, CAPTION, SIGNED, EDITOR_NOTE, DATELINE, JUMP_FROM):
        if pattern.match(text) or pattern.match(bare):
            return False
    if draft.measures[lines[0]]:
        return True
    below = draft.breaks.get(lines[-1] + 1)
    if below is not None and below.shows("first line"):
        return True
    return sum(draft.pieces[i].width for i in lines) <= UNWRAPPED_HEADING_EM and not re.search(r"[，,]", text)


def _runs(draft: Draft, candidates: list[list[int]]) -> Iterator[list[list[int]]]:
    """Group candidates that stand directly one below the other; one character alone ends a headline and opens none."""
    run: list[list[int]] = []
    for lines in candidates:
        if run and lines[0] != run[-1][-1] + 1:
            yield run
            run = []
        if run or not _is_rest(draft.pieces[lines[0]].text):
            run.append(lines)
    if run:
        yield run


def _is_rest(text: str) -> bool:
    """Tell whether a line is the one character that did not fit on the line above."""
    return len(text) == 1 and IS_HAN.match(text) is not None


def _in_place(draft: Draft, run: list[list[int]]) -> bool:
    """Tell whether a run of candidates follows something closed and is followed by text."""
    first, last = run[0][0], run[-1][-1]
    above = first - 1
    while above >= 0 and draft.role(above) in ("furniture", "note"):
        above -= 1
    if above >= 0 and draft.role(above) in ("", "opening"):
        closed = draft.pieces[above].closed or not is_short(draft, above)
        closed = closed or ATTACHED.match(draft.pieces[above].text) is not None
        if not (closed or _is_label(draft, above) or is_in_field(draft, above)):
            return False
    below = last + 1
    while below < len(draft.pieces) and draft.role(below) in ("furniture", "note", "caption"):
        below += 1
    if below >= len(draft.pieces):
        return True
    role = draft.role(below)
    if role == "heading":
        above_role = draft.role(above) if above >= 0 else ""
        return above_role != "heading" or draft.dress(above).dress == "contents"
    return role in ("", "byline", "meta", "contact", "remark", "table")
