"""Who made an article: signed lines, datelines, notes about authors, brackets at the beginning or end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.extract.contacts.contact_draft import ContactDraft
from reader.extract.contacts.labels import KINDS, MADE_BY, ROLES, labels_in
from reader.extract.contacts.names import POST, is_name, is_org, is_surely_name, names_in, unit_and_post
from reader.extract.located import LocatedText, fold
from reader.model.document import Node
from reader.model.kinds import ContactRole
from reader.text.patterns import HAN_LETTER, LABEL_LINE

STANDING = "实习|见习|特约|首席|驻站|驻京|資深|實習|特約"
PAPER = rf"(?:本报|本刊|本网|本社|新华社|中新社|{HAN_LETTER}{{2,8}}[报刊网社台報](?=(?:{STANDING})?[记記通]))"
WORDS = "|".join(
    sorted(
        (re.escape(word) for kind, words in MADE_BY.items() if kind != "publisher" for word in words.split()),
        key=len,
        reverse=True,
    )
)
MADE = re.compile(
    rf"(?<![\w：:“《·.-])(?P<paper>{PAPER})?(?P<standing>{STANDING})?(?P<word>{WORDS}|[图圖](?=/))(?:人|员|者)?(?!自)(?P<gap>\s{{0,3}}[:：/|]?\s{{0,3}})"
)
MADE_AFTER = re.compile(
    rf"""^(?P<paper>{PAPER})?(?:(?:{STANDING})?(?:记者|記者|通讯员|摄影师)?)\s*+
    (?P<who>\S.{{1,28}}?)\s*+[/]?\s*+
    (?P<word>供稿|撰稿|撰文|编译整理|编译|編譯|整理|摘编|编写|翻译|供图|供圖|摄影|攝影|摄|攝|制图|绘图|报道|報道|報導|报导|采写|审校|校对|编辑|推荐)
    (?:自.{{2,20}})?$""",
    re.X,
)
ADAPTED = re.compile(
    r"^(?P<who>[^，。；：:()]{2,24}?)\s*(?:编译|摘编|整理|摘译|翻译)自\s*(?=\S)"
)  # 李晓东 编译自 https://…
AFTER_ROLE: dict[str, ContactRole] = {
    "摄": "image_source",
    "攝": "image_source",
    "报道": "journalist",
    "報道": "journalist",
    "報導": "journalist",
}
BRACKETS = re.compile(r"^(?P<open>[(\[【〔])(?P<inner>[^()\[\]【】〔〕]{2,60})[)\]】〕]")
LAST_BRACKETS = re.compile(r"[(\[【〔](?P<inner>[^()\[\]【】〔〕]{2,60})[)\]】〕]\s*[。.]?$")
OPENING = re.compile(rf"^(?:{PAPER})?(?:{STANDING})?(?:记者|記者)\s?(?P<names>{HAN_LETTER}[^，。,；：:“”]{{1,24}})$")
AUTHORS = re.compile(
    r"^[(\[【]?\s*(?:本文|文章|第一|通[讯信]|主要)?作者(?:简介|单位|介绍)?\s*[:：]?|^[(\[【]\s*(?=[^()]{2,14}(?:均?系|单位))"
)
SLASHED = re.compile(
    rf"(?P<name>{HAN_LETTER}{{2,4}})\s?/\s?(?P<word>文|[图圖]|摄影?|攝影?)(?=[\s、,，;；)]|$)"
)  # 赵敏/文 钱进/图
LEADS = " *·•▪●■◆★☆◎※>👉✍📝🖊\ufe0f"  # what a signature may be marked with
EDGE = 64  # characters at the beginning and the end of a text in which its brackets are looked for
WHO_IS = re.compile(
    r"^(?:和|及|第一|通[讯信])?(?:作者)?(?P<names>[^系为是]{0,40}?)(?:，|,|\s)?(?:均|都|分别|现|现任|同){0,3}(?:系|為|为|是|任职于|供职于|就职于|来自|单位[:：]?|[:：])(?P<rest>.{2,80})$"
)
PLANNED = re.compile(
    r"由(?P<org>[^由，。,]{3,30}?)(?:联合|共同|独家)?(?P<what>策划|主办|出品|供稿|编译|整理|编写|提供)"
)
PLANNED_ROLE: dict[str, ContactRole] = {
    "策划": "planner",
    "出品": "planner",
    "主办": "publisher",
    "供稿": "author",
    "提供": "author",
}


AS_SENT = re.compile(r"(?:讯|电|消息)$")  # 本报讯 names 本报
UNITS_OF_AUTHORS = ("作者单位", "单位", "作者机构", "供稿单位")
NUMBERED_UNIT = re.compile(r"(?:[;；]\s*+|(?<![;；\s])\s*+)(?<!\w)\d{1,2}[.．、]\s*|[;；]\s*")
EDITION = re.compile(r"(?:官方)?网站$|(?<=》)[^》]*$|(?<!\s)\s*+\d{4}\s*+年第?(?s:.*)|[,，](?s:.*)")


class Maker(NamedTuple):
    """People or units that a text names as makers in one role; the range is in the text."""

    role: ContactRole
    names: tuple[str, ...]
    orgs: tuple[str, ...]
    title: str
    start: int
    end: int


def makers_in(text: str) -> list[Maker]:
    """Read a signature: 本报记者 张三 通讯员 李四, 编译：王五, 赵六 供稿, 图片来源：某研究所."""
    folded = fold(text)
    marks = [] if SLASHED.search(folded) else list(MADE.finditer(folded))
    found = [
        Maker("author" if "文" in m["word"] else "image_source", (m["name"],), (), m["word"], m.start(), m.end())
        for m in SLASHED.finditer(folded)
        if is_surely_name(m["name"])
    ]
    for i, m in enumerate(marks):
        stop = marks[i + 1].start() if i + 1 < len(marks) else len(folded)
        value = re.split(r"/|报道|報導|報道|摄$|攝$", folded[m.end() : stop])[0]
        names, orgs = _who(value)
        paper = m.group("paper") or ""
        if not m.group("gap") and not (len(m.group("word")) > 1 and names and is_surely_name(names[0])):
            continue
        if names or orgs:
            kind = KINDS.get(m.group("word"), "image")
            title = f"{m.group('standing') or ''}{m.group('word')}"
            found.append(
                Maker(ROLES.get(kind, "contact"), names, (paper, *orgs) if paper else orgs, title, m.start(), stop)
            )
    if not found and (after := MADE_AFTER.match(folded.strip())) and any(_who(after.group("who"))):
        return [_maker_after(after)]
    return found


def is_maker_line(text: str) -> bool:
    """Tell whether a text is no more than a signature with its role: 文/张三 图/李四."""
    text = text.lstrip(LEADS)
    m = MADE.match(fold(text)) if len(text) <= 40 else None
    if m is None:
        return False
    return bool(m.group("gap").strip() and makers_in(text)) or len(makers_in(text)) > 1


def _maker_after(m: re.Match[str]) -> Maker:
    word = m.group("word")
    kind = KINDS.get(word, "compiler")
    role = AFTER_ROLE.get(word) or ROLES.get(kind, "contact")
    names, orgs = _who(m.group("who"))
    paper = m.group("paper") or ""
    return Maker(role, names, (paper, *orgs) if paper else orgs, word, m.start("who"), m.end("who"))


def _who(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part a value into names and units."""
    bare = re.sub(r"[:：()]", "  ", value).strip(" ,，、;；。.")
    names = tuple(name for name, _, _ in names_in(bare))
    orgs = tuple(word for word in re.split(r"[\s、,，;；]+", bare) if is_org(word))
    return names, orgs if orgs or names or len(bare) < 3 else ((bare,) if len(bare) <= 20 else ())


def signed(node: Node, pieces: list[LocatedText], paper: str, source: str) -> Iterator[ContactDraft]:
    """Yield who made an article, with what its notes say about them; `paper` is what 本报 means."""
    makers = [*_byline(node, pieces, source), *_dateline(node, pieces), *_meta(pieces)]
    makers += [*_label_lines(pieces), *_brackets(node, pieces)]
    notes = [piece for piece in pieces if piece.zone in ("note", "paragraph", "editor_note") and len(piece.text) < 200]
    authors = [draft for draft in makers if draft.role == "author"]
    for note in notes:
        makers += _noted(note, authors)
    for draft in makers:
        draft.orgs = [paper if org in ("本报", "本刊", "本网", "本社") and paper else org for org in draft.orgs]
        yield draft


def _byline(node: Node, pieces: Iterable[LocatedText], source: str) -> Iterator[ContactDraft]:
    line = next((piece for piece in pieces if piece.zone == "byline"), None)
    if node.byline is None or line is None:
        return
    span = line.span(0, len(line.text))
    printed = " ".join(source[span.start : span.end].split("\n"))  # the byline itself is closed up
    text = printed.strip("()（）[]【】 \u3000\r")
    told = makers_in(text)
    if any(maker.role != "author" for maker in told):
        for role in dict.fromkeys(maker.role for maker in told):
            yield _draft([maker for maker in told if maker.role == role], role, *span)
        return
    names = [name for name in node.byline.names if not is_org(name)]
    orgs = [word for word in re.split(r"[\s、,，;；]+", text) if is_org(word)]
    signed: ContactRole = "compiler" if node.byline.role == "source" else node.byline.role
    yield ContactDraft(signed, *span, orgs=orgs or ([] if names else list(node.byline.names)), persons=names)


def _draft(makers: list[Maker], role: ContactRole, start: int, end: int) -> ContactDraft:
    draft = ContactDraft(role, start, end)
    for maker in makers:
        draft.orgs += [org for org in maker.orgs if org not in draft.orgs]
        named = draft.orgs if role == "reference" else draft.persons  # a source is a paper, whatever it looks like
        named += [name for name in maker.names if name not in named]
    draft.titles = list(dict.fromkeys(maker.title for maker in makers))
    return draft


def _dateline(node: Node, pieces: Iterable[LocatedText]) -> Iterator[ContactDraft]:
    news = node.dateline
    if news is None or not news.reporters:
        return
    for piece in pieces:
        at = piece.text.find(news.text) if piece.zone == "paragraph" else -1
        if at >= 0:
            agency = AS_SENT.sub("", news.agency)
            orgs = [agency] if agency else []
            span = piece.span(at, at + len(news.text))
            yield ContactDraft(
                "journalist", *span, orgs=orgs, persons=list(news.reporters), titles=[news.role or "记者"]
            )
            return


def _meta(pieces: Iterable[LocatedText]) -> Iterator[ContactDraft]:
    """Read label lines that name makers: 作者：某大学张三、李四; 评荐：王五（某大学教授）."""
    lines = [piece for piece in pieces if piece.zone == "meta" and len(labels_in(piece.text)) < 2]
    kinds = [KINDS.get("".join(piece.part.split()), "") for piece in lines]
    authors: list[ContactDraft] = []
    for piece, kind in zip(lines, kinds, strict=True):
        value = piece.text[len(piece.part) + 1 :]
        role = ROLES.get(kind, "contact")
        if not kind and "author" not in kinds and _only_names(value):
            role = "author"  # a list of names under a label of something else is a misprint for the authors
        elif kind not in MADE_BY or kind == "publisher":
            continue
        draft = described(value, role)
        draft.reach_over(*piece.span(0, len(piece.text)))
        if role == "reference":
            draft.titles, draft.persons, draft.orgs = [value], [], [EDITION.sub("", value).strip("《》 ")]
        if role == "author":
            authors.append(draft)
        yield draft
    units = [piece.text[len(piece.part) + 1 :] for piece in lines if piece.part in UNITS_OF_AUTHORS]
    for draft in authors:
        draft.orgs += [name for unit in units for name in NUMBERED_UNIT.split(unit) if name and name not in draft.orgs]


def _label_lines(pieces: Iterable[LocatedText]) -> Iterator[ContactDraft]:
    """Read label lines of makers that stand in the text: 评荐：王五（某大学教授）."""
    for piece in pieces:
        m = LABEL_LINE.match(piece.text) if piece.zone in ("paragraph", "list_item", "note") else None
        kind = KINDS.get("".join(m.group("label").split()), "") if m and len(piece.text) <= 120 else ""
        if not m or kind not in MADE_BY or kind in ("publisher", "source") or len(labels_in(piece.text)) > 1:
            continue
        draft = described(m.group("value"), ROLES.get(kind, "contact"))
        named = sum(map(len, draft.persons)) + sum(map(len, draft.orgs)) + sum(map(len, draft.titles))
        units = all(is_org(word) for org in draft.orgs for word in org.split())
        if (draft.persons or units) and named * 10 >= len(re.sub(r"[\s、,，;；()（）]", "", m.group("value"))) * 8:
            draft.reach_over(*piece.span(0, len(piece.text)))
            yield draft


def _only_names(value: str) -> bool:
    parts = [part.strip() for part in re.split(r"[、,，]", value)]
    sure = sum(is_surely_name(part) for part in parts)
    return len(parts) > 2 and sure * 2 > len(parts) and all(is_name(part) for part in parts)


def described(value: str, role: ContactRole) -> ContactDraft:
    """Read people with what is said of them: a unit in front, or unit and post in brackets behind."""
    folded = fold(value)
    draft = ContactDraft(role)
    inner = re.search(r"(?<=[^\s(])\((?P<inner>[^()]{3,80}(?:\([^()]*\)[^()]*)?)\)\s*$", folded)
    front = folded[: inner.start()] if inner else folded
    if inner:
        unit, post = unit_and_post(inner.group("inner"))
        unit = unit or (inner.group("inner") if is_org(inner.group("inner")) else "")
        draft.orgs += [unit] if unit else []
        draft.titles += [inner.group("inner")] if post and not is_org(inner.group("inner")) else []
    lead = re.match(
        r"(?P<org>\S{2,30}?(?:大学|学院|研究[院所]|公司|中心|医院|实验室|委员会|[局厅处])(?:\([^()]{2,12}\))?)\s*(?=\S)",
        front,
    )
    if lead and names_in(front[lead.end() :]):
        draft.orgs.append(value[: lead.end("org")])
        front = front[lead.end() :]
    draft.persons = [name for name, _, _ in names_in(re.sub(r"\([^()]*\)", "  ", front))]
    if not draft.persons and not draft.orgs and front.strip():
        draft.orgs = [front.strip()]
    return draft


def _brackets(node: Node, pieces: list[LocatedText]) -> Iterator[ContactDraft]:
    """Read brackets that sign a text at its beginning or end, and 本报记者 张三 alone on its line."""
    for piece in pieces:
        adapted = ADAPTED.match(fold(piece.text[:40])) if piece.zone in ("paragraph", "note", "list_item") else None
        names = [name for name, _, _ in names_in(adapted.group("who"))] if adapted else []
        if adapted and names and sum(map(len, names)) >= len(re.sub(r"[\s、]", "", adapted.group("who"))):
            yield ContactDraft("compiler", *piece.span(0, adapted.end("who")), persons=names, titles=["编译"])
        if piece.zone == "title" and is_maker_line(piece.text):
            yield from _made(piece, fold(piece.text), 0, len(piece.text))
    text = [piece for piece in pieces if piece.zone in ("paragraph", "list_item", "note", "editor_note", "subheading")]
    for piece in text:
        first, last = fold(piece.text[:EDGE]), fold(piece.text[-EDGE:])
        head = BRACKETS.match(first) if first[0] in "([【〔" else None
        tail = LAST_BRACKETS.search(last) if last.rstrip("。. ")[-1:] in (")", "]", "】", "〕") else None
        if len(first) < 40 and OPENING.match(first):
            yield from _made(piece, first, 0, len(first))
        elif head:
            yield from _made(piece, head.group("inner"), head.start("inner"), head.end("inner"))
        if tail and not (head and len(piece.text) < EDGE):
            base = max(0, len(piece.text) - EDGE)
            start, end = base + tail.start("inner"), base + tail.end("inner")
            found = list(_made(piece, tail.group("inner"), start, end))
            yield from found
            if not found and node.byline is None:
                yield from _signature(piece, start, end, piece is text[-1])


def _made(piece: LocatedText, inner: str, start: int, end: int) -> Iterator[ContactDraft]:
    if AUTHORS.match(inner) and WHO_IS.match(inner):
        return  # a note about the authors, read as such
    makers = [maker for maker in makers_in(inner) if maker.role != "editor" or maker.names]
    for role in dict.fromkeys(maker.role for maker in makers):
        yield _draft([maker for maker in makers if maker.role == role], role, *piece.span(start, end))


def _signature(piece: LocatedText, start: int, end: int, is_last: bool) -> Iterator[ContactDraft]:
    """Read a name in brackets behind a paragraph, or a unit behind the last one, as its compiler."""
    inner = piece.text[start:end]
    before = piece.text[: start - 1].rstrip()
    if before[-1:] not in "。！？”…":
        return
    names = [name for name, _, _ in names_in(inner)]
    orgs = [word for word in re.split(r"[\s、,，]+", inner) if is_org(word)] if names else []
    whole = sum(map(len, (*names, *orgs))) >= len(re.sub(r"[\s、,，]", "", inner))
    if names and whole and all(map(is_surely_name, names)):
        yield ContactDraft("compiler", *piece.span(start, end), orgs=orgs, persons=names)
    elif is_last and is_org(inner) and re.fullmatch(rf"{HAN_LETTER}+", inner):
        yield ContactDraft("compiler", *piece.span(start, end), orgs=[inner])


def _noted(note: LocatedText, authors: list[ContactDraft]) -> Iterator[ContactDraft]:
    """Read a note about authors into their records, or as a record where no line names them; and who planned it."""
    folded = fold(note.text).strip()
    span = note.span(0, len(note.text))
    planned = (
        PLANNED.search(folded) if note.zone == "note" and re.search("本[期版栏刊]|专栏|栏目", folded[:14]) else None
    )
    if planned:
        role = PLANNED_ROLE.get(planned.group("what"), "compiler")
        yield ContactDraft(role, *span, orgs=[planned.group("org")])
        return
    head = AUTHORS.match(folded)
    if not head:
        return
    for clause in re.split(
        r"[;；]|[,，](?=[^,，系为是]{2,12}(?:均|分别)?[系为是])", folded[head.end() :].strip("()[]【】。 ")
    ):
        m = WHO_IS.match(clause if head.end() and not clause.startswith("作者") else clause.removeprefix("作者"))
        names = [name for name, _, _ in names_in(m.group("names"))] if m else []
        unit, post = unit_and_post((m.group("rest") if m else clause).strip("()。 "))
        unit = unit or (m.group("rest").strip("()。 ") if m and is_org(m.group("rest").strip("()。 ")) else "")
        if not unit and not POST.search(post):
            continue
        draft = _author_of(names, authors)
        if draft is None and (names or not authors):
            if not names and not unit:
                continue
            draft = ContactDraft("author", *span, persons=names)
            authors.append(draft)
            yield draft
        elif draft and names and note.zone != "byline":
            draft.repeats = max(draft.repeats, 2)
        if draft and unit and unit not in draft.orgs:
            draft.orgs.append(unit)
        if draft and post:
            draft.titles.append(f"{'、'.join(names)}：{post}" if len(draft.persons) > len(names) > 0 else post)


def _author_of(names: list[str], authors: list[ContactDraft]) -> ContactDraft | None:
    """Return the record that a note speaks of: the one with a name of it, or the last where it names nobody."""
    if not names:
        return authors[-1] if authors else None
    return next((draft for draft in authors if set(names) & set(draft.persons)), None)
