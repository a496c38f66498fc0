"""The masthead: title, number, date and publisher of the issue, printed once at its front.

Facts are only taken where they stand together at the front, so that a date or an institute in the
text is never mistaken for the issue's own. YAML front matter of Markdown states them outright.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reader.label.contents import heading_text
from reader.label.facts import heads_a_text
from reader.label.line_fit import is_set_alike
from reader.label.signatures import IMPRINT
from reader.model.draft import Draft, Label, LeftOut, Mark, Part, Piece
from reader.text.patterns import ATX, LETTER, ends_sentence, rare
from reader.text.vocabulary import UNIT_SIGNS, UNITS

HEADLINE_ONLY_EM = 30  # em; a line that can be a headline below a title alone
FRONT_MOST = 400  # lines; a contents list further down does not end the front of the file
FRONT_LINES = 14  # lines at the top of a file without a contents list that can be its masthead

DECORATION = "".join(map(chr, (*range(0x2600, 0x27C0), *range(0x1F300, 0x1FB00), 0xFE0F, 0x200D))) + "★☆◆●▲ \u3000"
QUOTED = re.compile(r"[“「][^”」]{0,40}[”」]")  # a motto
YEAR = re.compile(r"\d{4}\s*年")
NAME_LEAST, NAME_MOST = 3, 16  # characters of a periodical's name
NAME_LINES = 5  # lines at the top of a file among which its number and date stand
ISSUES_LEAST = 3  # headings with one name and different days that make a file one of many issues
FACTS_EM = 70.0  # em; a longer line states no facts
NO_NAME = re.compile(r"^(?:我[校院所市省国]|本[校院所市省])|承办|主办|举办|举行|召开|第[一二三四五六七八九十\d]+[届次]")
GAP = re.compile(r"[ \u3000\t]{2,}|\u3000|(?<=[期日刊])[ ]+(?=\S)|[ ]*[|｜][ ]*")
NUMBER = re.compile(
    r"""
      (?:\d{4}\s*年\s*|[〔（(\[]\d{4}[〕）)\]]\s*)?(?:第\s*[\d一二三四五六七八九十百]+\s*卷[\s,，]*)?
      第\s*[\d一二三四五六七八九十百〇]+(?:\s*[—–~～-]\s*\d+)?\s*(?:期(?:合刊)?|[封辑](?!信))(?:\s*[（(]?\s*总\s*第?\s*\d+\s*期\s*[）)]?)?
    | [^\s〔〕]{2,8}〔\d{4}〕\s*\d+\s*号
    | ^〔\d{4}〕\s*\d+\s*号$
    | 总\s*第\s*\d+\s*期
    | [Nn][Oo]\.?\s*\d+
    | [Vv]ol\.?\s*\d+(?:[,，\s]*[Nn]o\.?\s*\d+)?
    | [Ii]ssue\s*\d+
    """,
    re.X,
)
IN_ALL = re.compile(r"[（(]?\s*+总\s*+第?\s*+\d++\s*+期\s*+[）)]?")  # the number counted from the first issue on
NUMBERED_LINE = re.compile(rf"(?:{NUMBER.pattern})(?=[\s·•|｜—-])", re.X)
SERIAL = re.compile(rf"{NUMBER.pattern}|\#\s?\d{{1,4}}(?!\d)", re.X)
LEADS_TO_DATE = re.compile(r"(?:[于於在至从自到为是]|日期|时间)$")  # 会议定于2031年4月2日
GAPS = " \t\u3000·|｜,，"  # around a fact on its line
BETWEEN = f"{GAPS}:：-—–（(《》【】[]）)"  # a name and its number
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(
    rf"""
      (?:\d{{4}}|[二〇零一三四五六七八九]{{4}}|民国\s*(?:\d{{2,3}}|[〇零○一二三四五六七八九十百]{{2,5}}))\s*年
      \s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月
      (?:\s*(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*日)?
    | (?<!\d)(?:1[89]|2[01])\d{{2}}[./-](?:0?[1-9]|1[0-2])(?:[./-](?:0?[1-9]|[12]\d|3[01]))?(?!\d|[./-]\d)
    | (?:\d{{1,2}}\s+)?(?:{MONTH})\s+(?:\d{{1,2}},?\s+)?\d{{4}}
    """,
    re.X,
)
NAME_AND_DAY = re.compile(
    rf"^【(?P<title>[^】\d]{{3,16}})】[ \u3000]*(?P<date>{DATE.pattern})(?=$|[ \u3000，,])[^。]{{0,60}}$", re.X
)
TITLE = re.compile(
    r"""
      ^《?[\w·“”\s]{0,24}
      (?:快报|简报|周报|日报|月报|时报|晚报|晨报|导报|公报|通报|专报|要报|摘报|校报|科技报|院报|电子报|(?<![申汇填上预举呈])报
        |参考|摘编|文摘|通讯|快讯|简讯|动态|信息|资讯|内参|观察|速递|速览
        |周刊|月刊|季刊|半月刊|双月刊|学刊|期刊|刊|杂志
      )》?$
    | ^[A-Z][A-Za-z&'’\ \-]{0,40}\b
      (?:Weekly|Monthly|Daily|Quarterly|Monitor|Bulletin|Newsletter|Digest|Review
        |News|Report|Letter|Gazette|Times|Brief)$
    """,
    re.X,
)
PUBLISHER = re.compile(
    rf"""^
    (?:(?:主办|编印|编制|出版|承办|编辑|主编|编辑部|发行)(?:单位|机构)?\s*[：:]\s*)?
    (?P<name>
        (?:{LETTER}|[（）()·\s]){{3,40}}?
        (?:{UNITS}|[{UNIT_SIGNS}])
    )
    (?P<verb>\s*(?:主办|编印|编制|出版|编辑|承办|印发|编发|编|发行|主编|印))?$
    """,
    re.X,
)
PAPER_NAME = re.compile(r"(?:纪要|通报|公报|会报|专报|快报)\s*$")  # and no letterhead, …文件
COVER_LINES = 6  # above the contents list: title, author, place, date
BOLD = re.compile(r"\*\*(?P<inner>[^*]+)\*\*")
SUBTITLE = re.compile(  # （周报） or （内部参考·月刊） below a title
    rf"^[（(]\s*+(?:{LETTER}|[·\s]){{0,12}}(?:[报刊版号]|内部\s*(?:参考|资料|发行)|[双半]?[年季月旬周日]\s*[刊报])\s*+[）)]$"
)
DOCUMENT = "文件"
LETTERHEAD = re.compile(r"^\S{4,30}文件$")
LATIN_TITLE = re.compile(r"^[A-Z][A-Za-z\s&\-.'’]{5,60}$")
PAGE_HEAD = re.compile(
    r"""
      ^第\s*\d+\s*版 | 今日\s*\d+\s*版 | (?:^|\s)第?[A-D]?\d{1,2}\s*版
    | 星期[一二三四五六日天] | 农历
    | 国内统一 | 邮发代号 | [Ii][Ss][Ss][Nn]
    | 内部资料 | 注意保存
    """,
    re.X,
)
YAML_LINE = rare(r"^(?P<key>[A-Za-z_]+)\s*:\s*(?P<value>.*)$")
YAML_FIELDS = {
    "title": "title",
    "number": "number",
    "issue": "number",
    "date": "date",
    "publisher": "publisher",
    "publish": "publisher",
}


def front_matter(draft: Draft) -> Iterator[Mark]:
    """Label YAML front matter: a block between two lines of dashes at the very top."""
    pieces = draft.pieces
    if not pieces or pieces[0].text != "---" or draft.text[: pieces[0].start].strip():
        return
    close = next((i for i in range(1, min(len(pieces), 60)) if pieces[i].text in ("---", "...")), -1)
    if close < 0 or not any(YAML_LINE.match(p.text) for p in pieces[1:close]):
        return
    for i in range(close + 1):
        piece = pieces[i]
        m = YAML_LINE.match(piece.text)
        name = YAML_FIELDS.get(m.group("key").lower()) if m else None
        if not m or not name or not m.group("value"):
            yield Mark(i, Label("furniture", "front matter", data=LeftOut("front-matter")))
            continue
        value = m.group("value")
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        s, e = piece.start + m.start("value") + quoted, piece.end - quoted
        parts = (Part(piece.start, s, "drop:front-matter"), Part(s, e, name), Part(e, piece.end, "drop:front-matter"))
        yield Mark(i, Label("masthead", "front matter", parts=tuple(p for p in parts if p.end > p.start)))


def _are_issues(draft: Draft) -> bool:
    """Tell whether a file holds many issues: headings that say the same, but for their days, open one each."""
    heads = (piece.text for piece in draft.pieces if piece.hint and piece.hint.role == "heading")
    days: dict[str, set[str]] = {}
    for text in heads:
        if len(text) <= FACTS_EM and (day := DATE.search(text)):
            days.setdefault(heading_text(text.replace(day.group(), "")), set()).add(day.group())
    return any(len(own) >= ISSUES_LEAST for own in days.values())


def masthead(draft: Draft) -> Iterator[Mark]:
    """Label the masthead lines at the front of the file."""
    last = draft.free[-1] if draft.free else 0  # what the envelope of a message says stands below its text
    told = [(i, label) for i, label in enumerate(draft.labels[:last]) if label and label.role == "masthead"]
    found = {part.name: i for i, label in told for part in label.parts if part.name != "masthead"}
    if told and set(found) != {"publisher"}:
        return  # told by the file, but for who is named above the title
    if _are_issues(draft):
        return
    front = list(_front(draft))
    marks: list[Mark] = []
    named = _named_by_facts(draft, front) or _named_above_facts(draft, front) or _is_red_head(draft, front)
    for at, i in enumerate(front):
        piece = draft.pieces[i]
        if at == 0 and _is_cover(draft, i):
            found["cover"] = i
            parts: tuple[Part, ...] | None = (Part(piece.start, piece.end, "masthead"),)
        elif at == 0 and (m := NAME_AND_DAY.match(piece.text)):
            found |= {"title": i, "date": i}
            parts = tuple(_name_and_day(piece, m))
        elif named and at == 0:
            found["title"] = i
            parts = tuple(_bare_title(piece))
        else:
            parts = facts_on(draft, i, found)
        if parts is None and "title" in found and _stands_among_facts(draft, front[at : at + 3], found):
            parts = (Part(piece.start, piece.end, "masthead"),)
        if parts is None:
            break
        marks.append(Mark(i, Label("masthead", "masthead", 0.9, parts=parts)))
    lists = _lists(draft)
    while marks and not lists[bisect_left(lists, marks[-1].piece) :] and not _tells_a_fact(draft, marks[-1]):
        marks.pop()
    if len(found) >= 2 or found and (_before_lists(draft, marks) or _names_the_file(draft, found)):
        yield from marks


def _named_by_facts(draft: Draft, front: list[int]) -> bool:
    """Tell whether the first line is a name and nothing else, with a number and a date within the next lines."""
    if not front or draft.pieces[front[0]].hint or draft.pieces[front[0]].look:
        return False
    name = draft.pieces[front[0]].text.strip(DECORATION)
    if not (NAME_LEAST <= len(heading_text(name)) <= NAME_MOST and heading_text(name).isalpha()):
        return False
    below = [draft.pieces[i].text for i in front[1:NAME_LINES] if draft.pieces[i].width <= FACTS_EM]
    texts = [text for text in below if "。" not in QUOTED.sub("", text)]
    return any(map(NUMBER.search, texts)) and any(DATE.search(text) or YEAR.search(text) for text in texts)


def _named_above_facts(draft: Draft, front: list[int]) -> bool:
    """Tell whether the first line of a file is a short name, and lines that are nothing but facts stand right below."""
    if not front or front[0] != 0 or any(draft.role(i) for i in range(front[0])):
        return False
    name = heading_text(draft.pieces[0].text.strip(DECORATION))
    facts = [p.text for p in draft.pieces[1:3] if NUMBER.fullmatch(p.text) or DATE.fullmatch(p.text)]
    return NAME_LEAST <= len(name) <= NAME_MOST and name.isalpha() and len(facts) > 1


def _is_cover(draft: Draft, i: int) -> bool:
    """Tell whether the first line is the title on a cover: a contents list follows, and below that the title again."""
    lists = _lists(draft)
    if i or not 0 < (lists[0] if lists else 0) <= COVER_LINES:
        return False
    title = heading_text(draft.pieces[0].text)
    return any(heading_text(draft.pieces[k].text) == title for k in draft.free if k > lists[-1])


def _is_red_head(draft: Draft, front: list[int]) -> bool:
    """Tell whether the first line names a kind of paper, not one of a meeting, and but a number stands right below."""
    name = draft.pieces[0].text
    if len(front) < 2 or front[:2] != [0, 1] or not PAPER_NAME.search(name) or NO_NAME.search(name):
        return False
    return NUMBER.fullmatch(draft.pieces[1].text.strip()) is not None


def _name_and_day(piece: Piece, m: re.Match[str]) -> Iterator[Part]:
    """Part the name in brackets, the day and what the calendar says of it: 【每日要闻】2031年9月1日，星期一"""
    bounds = (0, m.start("title"), m.end("title"), m.start("date"), m.end("date"), len(piece.text))
    names = ("drop:decoration", "title", "drop:decoration", "date", "masthead")
    for (start, end), name in zip(pairwise(bounds), names, strict=True):
        if end > start:
            yield Part(piece.start + start, piece.start + end, name)


def _bare_title(piece: Piece) -> Iterator[Part]:
    """Part a name from the pictures that decorate it."""
    name = piece.text.strip(DECORATION)
    start = piece.start + piece.text.index(name)
    yield from _with_rest(piece, Part(start, start + len(name), "title"))


def _with_rest(piece: Piece, part: Part) -> Iterator[Part]:
    if part.start > piece.start:
        yield Part(piece.start, part.start, "drop:decoration")
    yield part
    if part.end < piece.end:
        yield Part(part.end, piece.end, "drop:decoration")


def _stands_among_facts(draft: Draft, lines: list[int], found: dict[str, int]) -> bool:
    """Tell whether a short line, a motto or an address, stands above one that tells the number or the date."""
    told = draft.pieces[lines[0]].hint
    if told and told.role == "heading" and told.level > 1:
        return False
    if draft.pieces[lines[0]].width > FACTS_EM or "。" in QUOTED.sub("", draft.pieces[lines[0]].text):
        return False
    below = [draft.pieces[i].text for i in lines[1:] if draft.pieces[i].width <= FACTS_EM / 2]
    due = [pattern for name, pattern in (("number", NUMBER), ("date", DATE)) if name not in found]
    return any(pattern.match(text) for text in below for pattern in due)


def _tells_a_fact(draft: Draft, mark: Mark) -> bool:
    """Tell whether a line of the front names a fact or is a page's head, so that the masthead can end there."""
    names = {part.name for part in mark.label.parts}
    return bool(names - {"masthead"} or PAGE_HEAD.search(draft.pieces[mark.piece].text))


def _lists(draft: Draft) -> list[int]:
    """Return the pieces of the contents list and of the highlights."""
    return [i for i, label in enumerate(draft.labels) if label and label.role.startswith(("contents", "highlight"))]


def _names_the_file(draft: Draft, found: dict[str, int]) -> bool:
    """Tell whether the very first line is a title alone, with a headline directly below it."""
    below = next((i for i in draft.free if i > 0), -1)
    if found.get("title") != 0 or below < 0:
        return False
    following = draft.pieces[below]
    if any(is_set_alike(draft.pieces[0], draft.pieces[i]) for i in draft.free[1:]):
        return False  # a section's name, as there are others set like it
    return not following.closed and following.width <= HEADLINE_ONLY_EM and "，" not in following.text


def _front(draft: Draft) -> Iterator[int]:
    """Yield the free pieces that stand before the text: above and between highlights and contents."""
    lists = [i for i in _lists(draft) if i < FRONT_MOST]
    end = lists[-1] if lists else min(FRONT_LINES, len(draft.pieces))
    for i in range(end):
        dated = draft.role(i) == "caption" and DATE.fullmatch(draft.pieces[i].text)  # in a box at the top
        if draft.role(i) and not dated:
            continue
        if _is_headline(draft, i):
            return
        yield i


def _is_headline(draft: Draft, i: int) -> bool:
    """Tell whether the file itself sets a piece as one of several lines of a headline."""
    hint = draft.pieces[i].hint
    if hint is None or hint.role != "heading":
        return False
    lines = [p for p in draft.pieces[i : i + 4] if p.hint and p.hint.role == "heading" and p.hint.group == hint.group]
    return len(lines) > 1 and not TITLE.match(heading_text("".join(p.text for p in lines)))


def _before_lists(draft: Draft, marks: list[Mark]) -> bool:
    lists = _lists(draft)
    return bool(lists and marks and marks[0].piece < lists[-1])


def facts_on(draft: Draft, i: int, found: dict[str, int]) -> tuple[Part, ...] | None:
    """Name the facts on one line of the front; None where the line is no masthead line."""
    piece = draft.pieces[i]
    start, end, before, after = _undressed(piece)
    parts = _facts(piece, start, piece.text[start - piece.start : end - piece.start], found, i)
    return None if parts is None else (*before, *parts, *after)


def _undressed(piece: Piece) -> tuple[int, int, tuple[Part, ...], tuple[Part, ...]]:
    """Return where a line begins and ends without the signs of its dress, and these: # in front, stars around."""
    lead = ATX.match(piece.text)
    start, end = piece.start + (lead.end() if lead else 0), piece.end
    before = (Part(piece.start, start, "drop:markup:#"),) if lead else ()
    if bold := BOLD.fullmatch(piece.text[start - piece.start :]):
        opened, end = start, start + bold.end("inner")
        start += bold.start("inner")
        return start, end, (*before, Part(opened, start, "drop:markup:*")), (Part(end, piece.end, "drop:markup:*"),)
    return start, end, before, ()


def _facts(piece: Piece, base: int, text: str, found: dict[str, int], i: int) -> tuple[Part, ...] | None:
    """Name the facts in the text of a line that begins at `base`."""
    whole_line = (Part(base, base + len(text), "masthead"),)
    if "title" in found and SUBTITLE.match(text):
        return whole_line
    dated = DATE.match(text) is not None and NUMBER.search(text) is not None  # 2031年9月1日，星期一，第三期
    numbered = NUMBERED_LINE.match(text) is not None  # 第 31 期 · 每天三分钟，知道天下事
    is_prose = text[-1:] == "。" or not (dated or numbered) and (ends_sentence(text) or "，" in text)
    if is_prose or piece.width > FACTS_EM:
        return None
    whole = heading_text(text)
    if "title" not in found and (TITLE.match(whole) or TITLE.match(text)):
        found["title"] = i
        return (Part(base, base + len(text), "title"),)
    if LETTERHEAD.match(whole):
        found["letterhead"] = i
        return tuple(_letterhead(text, base, found, i))
    parts, known = _tokens(text, base, found, i)
    parts = _named(piece, parts, text, base, found, i)
    if heads_a_text(piece, parts):
        del found["date"]
        return None
    if piece.text.startswith("##") and {part.name for part in parts} == {"publisher"}:
        del found["publisher"]
        return None  # below the title of a file that is marked up, a heading heads a text
    if not known and IMPRINT.match(text) and "title" in found:
        return whole_line
    if not known and not LATIN_TITLE.match(text) and not PAGE_HEAD.search(text):
        return None
    return tuple(parts)


def _tokens(text: str, base: int, found: dict[str, int], i: int) -> tuple[list[Part], bool]:
    """Name what stands between the gaps of a line; and tell whether any of it is a fact."""
    parts: list[Part] = []
    known = False
    cursor = 0
    for m in [*GAP.finditer(text), None]:
        stop = m.start() if m else len(text)
        for part in _token(text[cursor:stop], base + cursor, found, i):
            known = known or part.name != "masthead" or bool(PAGE_HEAD.search(text[cursor:stop]))
            parts.append(part)
        if m and m.group().strip():
            parts.append(Part(base + m.start(), base + m.end(), "drop:punctuation"))
        cursor = m.end() if m else stop
    return parts, known


def _named(piece: Piece, parts: list[Part], text: str, base: int, found: dict[str, int], i: int) -> list[Part]:
    """Take the first words of a heading that states a number or a date for the name of the issue: 早茶｜第9期"""
    is_heading = piece.text[0] in "#*" or piece.hint is not None and piece.hint.role == "heading"
    states = {part.name for part in parts} & {"number", "date"}
    if "title" in found or not is_heading or not states or parts[0].name != "masthead":
        return parts
    name = text[parts[0].start - base : parts[0].end - base]
    if not (name.isalpha() and NAME_LEAST - 1 <= len(name) <= NAME_MOST):
        return parts
    found["title"] = i
    return [parts[0]._replace(name="title"), *parts[1:]]


def name_parts(draft: Draft) -> Iterator[Mark]:
    """Part the number and the date off the title of an issue that holds them: 早茶周刊（第9期）：山与海"""
    for i, label in enumerate(draft.labels):
        if label is None or label.role != "masthead":
            continue
        at = next((k for k, part in enumerate(label.parts) if part.name == "title"), -1)
        if at >= 0 and (parts := _parts_of_name(draft.text, label.parts[at])):
            yield Mark(i, label._replace(parts=(*label.parts[:at], *parts, *label.parts[at + 1 :])))


def _parts_of_name(text: str, part: Part) -> list[Part]:
    name = text[part.start : part.end]
    facts = [(m.span(), kind) for kind, pattern in (("number", SERIAL), ("date", DATE)) if (m := pattern.search(name))]
    facts.sort()
    title = name[: facts[0][0][0]].rstrip(BETWEEN) if facts else ""
    if len(title) < NAME_LEAST - 1 or len(facts) > 1 and facts[1][0][0] < facts[0][0][1]:
        return []
    lead = len(title) - len(title.lstrip("【《")) if name[len(title) : len(title) + 1] in ("】", "》") else 0
    parts = [Part(part.start, part.start + lead, "masthead")] if lead else []
    parts.append(Part(part.start + lead, part.start + len(title), "title"))
    for (start, end), kind in [*facts, ((len(name), len(name)), "")]:
        cut = parts[-1].end - part.start
        if name[cut:start].strip():
            parts.append(Part(part.start + cut, part.start + start, "masthead"))
        if kind:
            parts.append(Part(part.start + start, part.start + end, kind))
    return parts


def _letterhead(text: str, base: int, found: dict[str, int], i: int) -> Iterator[Part]:
    """Split a letterhead (某省某厅文件) into who publishes and the word for what it is."""
    if "publisher" in found or not text.endswith(DOCUMENT) or not PUBLISHER.match(text[: -len(DOCUMENT)]):
        yield Part(base, base + len(text), "masthead")
        return
    found["publisher"] = i
    yield from office_parts(text, base)


def office_parts(text: str, base: int) -> Iterator[Part]:
    """Split a line that begins at `base` into the office that it names and, where it ends so, the word 文件."""
    cut, end = base + len(text.removesuffix(DOCUMENT)), base + len(text)
    yield from (part for part in (Part(base, cut, "publisher"), Part(cut, end, "masthead")) if part.end > part.start)


def _publisher(text: str) -> re.Match[str] | None:
    """Match the name of a publisher, which is the name of a unit and tells of nothing that the unit did."""
    m = PUBLISHER.match(text)
    return None if m and NO_NAME.search(m.group("name")) else m


def _token(text: str, start: int, found: dict[str, int], i: int) -> Iterator[Part]:
    """Split one blank-separated token of a masthead line into facts and the rest."""
    if not text.strip():
        return
    if found.get("number") == i - 1 and IN_ALL.fullmatch(text.strip()):
        yield Part(start, start + len(text), "number")
        return
    taken: list[Part] = []
    number = NUMBER.search(text) if "number" not in found else None
    if number:
        found["number"] = i
        taken.append(Part(start + number.start(), start + number.end(), "number"))
    rest_from = number.end() if number else 0
    date = DATE.search(text, rest_from) or YEAR.fullmatch(text.strip()) if "date" not in found else None
    date = date or (DATE.match(text) if "date" not in found else None)
    if date and not (number and date.start() < number.end() and date.end() > number.start()):
        found["date"] = i
        taken.append(Part(start + date.start(), start + date.end(), "date"))
        taken.sort()
    if not taken:
        m = _publisher(text) if "publisher" not in found else None
        if m and ({"title", "number", "cover"} & found.keys() or m.group("verb")):
            found["publisher"] = i
            taken.append(Part(start + m.start("name"), start + m.end("name"), "publisher"))
        elif "title" not in found and TITLE.match(heading_text(text)):
            found["title"] = i
            taken.append(Part(start, start + len(text), "title"))
    cursor = start
    for part in taken:
        yield from _beside(text[cursor - start : part.start - start], cursor, found, i, before=True)
        yield part
        cursor = part.end
    yield from _beside(text[cursor - start :], cursor, found, i, before=False)


def _beside(text: str, start: int, found: dict[str, int], i: int, before: bool) -> Iterator[Part]:
    """Name what stands beside a number or date: a title before it, a publisher after it, else the rest."""
    bare = text.strip(f"{GAPS}（(《》【[" if before else GAPS)
    if not bare:
        if text.strip():
            yield Part(start, start + len(text), "masthead")
        return
    at = start + text.index(bare)
    name = ""
    if before and "title" not in found and 2 <= len(bare) <= 20 and bare.isalpha() and not LEADS_TO_DATE.search(bare):
        name = "title"
    elif "publisher" not in found and (m := _publisher(bare)) and (m.group("verb") or "title" in found):
        name, bare, at = "publisher", m.group("name"), at + m.start("name")
    if not name:
        yield Part(start, start + len(text), "masthead")
        return
    found[name] = i
    if text[: at - start].strip():
        yield Part(start, at, "masthead")
    yield Part(at, at + len(bare), name)
    if text[at - start + len(bare) :].strip():
        yield Part(at + len(bare), start + len(text), "masthead")
