"""Contacts in running order: contact blocks and label lines as runs, and sentences that say how to reach someone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.extract.contacts.blocks import Assembler
from reader.extract.contacts.contact_draft import ContactDraft
from reader.extract.contacts.labels import KINDS, MADE_BY, PLACES, REACHED_BY, labels_in
from reader.extract.contacts.names import is_org, is_surely_name
from reader.extract.contacts.reach import reaches_after_labels, reaches_in
from reader.extract.contacts.side_by_side import columns_apart
from reader.extract.located import LocatedText, fold, picked
from reader.model.draft import em
from reader.text.patterns import HAN_LETTER, numbered, rare

TRIGGERS = (
    *("联系", "電話", "电话", "聯", "手机", "传真", "邮箱", "信箱", "热线", "咨询", "网址", "官网", "洽", "收件人"),
    *("@", "＠", "://", "www.", "mail", "Tel", "TEL", ".cn", ".com", ".org"),
)
NUMBER = re.compile(r"[0-9０-９][0-9０-９\-—－–() （）]{5,}[0-9０-９]")
LINE_LENGTH = 160  # characters; a longer text is prose with labels in it
UNIT_LENGTH = 36
FULL = 0.8  # of the longest line, from which a line counts as full
TOPIC = rare(rf"{HAN_LETTER}{{3,8}}[：:]")  # 更正与补充：
SHORT = 10  # em; no column is narrower
SAID_IN_FRONT = 44  # characters that unit and person take before their number
PROMISES = re.compile(
    r"(?:联\s*+系\s*+方\s*+式|聯\s*+[絡系繫]\s*+方\s*+式|[联聯][系絡繫](?:人|[电電][话話])|咨询(?:方式|电话|服务)|諮詢|咨詢|业务咨询|窗口[电電][话話]|"
    r"[电電][话話]|通讯录|热线)\s*+(?:[(（][^()（）]*+[)）])?\s*+[:：]?$"
)
SENTENCES = re.compile(r"[^。！？\n]+[。！？\n]?")
LEAD = re.compile(r"^[\s(\[【〔◆●■▲★☆◎※*·\u2600-\u27bf\U0001f300-\U0001faff\ufe0f-]*")  # bullets, pictures
IN_CHARGE = re.compile(r"[^：:，。]{2,8}[：:]\s*(?P<who>[^：:，。\d]{2,14})")
SUBMITS = re.compile(
    r"投稿|来稿|征稿|征文|提交|报送|上报|递交|呈报|申报|报名|发送?[至到给往]|寄[至到往送]|发[至到]|反馈[至到]?|投递|应征|传[至到]|回执|報名|投遞|寄至|发电子邮件"
)
SUBMISSION_TITLE = re.compile(r"投稿|来稿|征稿|征文|报送|提交|报名|申报|征集|简历|稿件|線索|线索|投诉|意见")
SENT_TO = re.compile(r"(?:邮寄|寄送|寄|送|递交|报送|提交)(?:至|到|往)\s*[:：]?(?P<address>[^，。,；;：:()（）@]{6,50})")
IS_ADDRESS = re.compile(r"[省市区县镇乡路街道巷号室楼層层座幢弄]")
VISITS = re.compile(r"登[录陆錄陸]|访问|浏览|进入|查阅|查看|点击|打开|关注|通过|请[在至到]|可[在至到]")
SITE_OWNER = re.compile(
    r"(?:登[录陆錄陸]|访问|浏览|进入|查阅|查看|点击|打开|关注|通过|在|至|到|见|^|[，,；;：:。])\s?"
    r"(?P<org>[^\W\d_]{2,24}?)(?P<what>官方网站|门户网站|网站|官网|網站|平台|系统|主页|网页|公众号|门户)?(?:官网)?\s?"
    r"[(:：,，]?\s?(?:网址|網址|官网|链接|网站|地址)?(?:为|是)?\s?[:：]?\s?<?$"
)
IN_NAME = ("平台", "系统", "门户")  # words that belong to the name of a site
CITED = re.compile(r"[编摘译理]自|来源|來源|原文|链接|出处|全文|论文|文献|参考|doi|DOI|下载|报告|详见|参见|arxiv", re.I)


def line_contacts(pieces: Sequence[LocatedText]) -> Iterator[ContactDraft]:
    """Yield the contacts of the texts of one node, tables aside."""
    yield from _meta_contacts([piece for piece in pieces if piece.zone == "meta"])
    body = [piece for piece in pieces if piece.zone in BODY]
    run: Assembler | None = None
    expects = False  # a heading or an open label promises numbers
    for i, piece in enumerate(body):
        expects = _promises_numbers(piece) or expects and _is_short(piece)
        if _is_line(piece) or _heads_lines(piece, body[i + 1 : i + 4]) or expects and _holds_numbers(piece):
            run = run or Assembler()
            run.expects_numbers = expects and _holds_numbers(piece)
            for column in columns_apart(piece):
                run.read(_unwrapped(column))
            continue
        if run:
            yield from _roles(run.contacts())
            run = None
        if _may_reach(piece.text):
            yield from _of_prose(piece)
        yield from _linked(piece)
    if run:
        yield from _roles(run.contacts())


BODY = ("title", "contact", "paragraph", "list_item", "note", "editor_note", "subheading")


def _promises_numbers(piece: LocatedText) -> bool:
    """Tell whether a text announces numbers below it: a heading 联系方式, or 咨询电话： without a value."""
    return len(piece.text) <= UNIT_LENGTH and PROMISES.search(piece.text.rstrip()) is not None


def _is_short(piece: LocatedText) -> bool:
    return piece.zone != "subheading" and len(piece.text) <= LINE_LENGTH // 2 and "。" not in piece.text


def _holds_numbers(piece: LocatedText) -> bool:
    """Tell whether a short text holds a number of seven or eight digits, or a longer one."""
    return _is_short(piece) and bool(reaches_after_labels(piece.text, ((0, len(piece.text), "phone"),)))


def _may_reach(text: str) -> bool:
    """Tell by a quick look whether a text can hold a contact."""
    return any(word in text for word in TRIGGERS) or NUMBER.search(text) is not None


def _is_line(piece: LocatedText) -> bool:
    """Tell whether a text is a contact block, or a line that begins with a label."""
    if piece.zone == "contact":
        return True
    if piece.zone == "title":
        return is_contact_title(piece.text)
    text = piece.text
    if len(text) > LINE_LENGTH or piece.block is not None and piece.block.code:
        return False
    if piece.zone == "subheading":
        return any(reach.kind in ("phone", "email") for reach in reaches_in(text))
    lead = LEAD.match(text)
    at = lead.end() if lead else 0
    number = numbered(text[at:])
    at += number.end if number else 0
    if "：" not in text and ":" not in text and not _may_reach(text):
        return False
    labels = labels_in(text)
    if not labels and _lists_a_number(text[at:]):
        return True
    if not labels or not any(label.kind in REACHED_BY and label.kind != "none" for label in labels):
        return len(labels) > 1 and labels[0].start <= at + 1 and all(label.kind != "source" for label in labels)
    first = labels[0]
    prefix = _without_reaches(text[at : first.start]).strip(" \u3000：:，,；;、*")
    ends = text.rstrip()[-1:] in "。！？"
    return (not prefix or is_org(prefix) or _names_someone(prefix)) and (not ends or len(text) <= 80)


def _names_someone(text: str) -> bool:
    """Tell whether a text is a matter and who is in charge of it: 技术支持：刘涛."""
    m = IN_CHARGE.fullmatch(text)
    return m is not None and all(map(is_surely_name, re.split(r"[、，, ]+", m["who"].strip())))


def _without_reaches(text: str) -> str:
    """Return a text without its numbers and addresses."""
    for reach in reversed(reaches_after_labels(text, ((0, len(text), "phone"),))):
        text = text[: reach.start] + text[reach.end :]
    return text


def _lists_a_number(text: str) -> bool:
    """Tell whether a text without a label is no more than a unit, a person and how to reach them."""
    reaches = [reach for reach in reaches_in(text) if reach.kind in ("phone", "email")]
    if not reaches or reaches[-1].end - reaches[0].start < len(text) - SAID_IN_FRONT:
        return False
    for reach in reaches:
        text = text[: reach.start] + " " * (reach.end - reach.start) + text[reach.end :]
    words = re.split(r"[\s、,，;；:：|/()（）]+", text.strip())
    return len(words) <= 6 and all(len(word) <= 6 or is_org(word) for word in words) and not re.search("[。！？]", text)


def is_contact_title(title: str) -> bool:
    """Tell whether what was taken for a heading is a contact line: 联系人：…, or a name with its number."""
    if len(title) > LINE_LENGTH or not _may_reach(title):
        return False
    labels = labels_in(title)
    labelled = bool(labels) and labels[0].kind in ("person", "phone", "fax", "email", "address", "url")
    valued = labelled and labels[0].end < len(title) and labels[0].start <= UNIT_LENGTH
    return valued or _lists_a_number(title)


def _heads_lines(piece: LocatedText, following: Sequence[LocatedText]) -> bool:
    """Tell whether a text is the unit above contact lines."""
    text = piece.text.strip()
    number = numbered(text)
    bare = text[number.end if number else 0 :].rstrip("：:")
    named = _names_a_member(bare)
    if len(bare) > UNIT_LENGTH or not named and (piece.zone == "subheading" or not is_org(bare)):
        return False
    for below in following:
        if _is_line(below):
            return below.zone != "contact" or not is_org(below.text.partition("\n")[0])
        if not is_org(below.text.strip()):
            return False
    return False


def _names_a_member(text: str) -> bool:
    """Tell whether a line is units and a person of theirs: 某研究所 人事处 张老师."""
    *units, person = text.split() or [""]
    return bool(units) and all(map(is_org, units)) and is_surely_name(person)


def _meta_contacts(lines: Sequence[LocatedText]) -> Iterator[ContactDraft]:
    """Read label lines below a heading as one run: 联系人：…, 电话：…; where it takes place is the address."""
    kinds = [KINDS.get("".join(piece.part.split()), "") or _kind_inside(piece) for piece in lines]
    for piece, kind in zip(lines, kinds, strict=True):
        made = [label.kind for label in labels_in(piece.text) if label.kind in MADE_BY]
        if made and len(labels_in(piece.text)) > 1:
            several = Assembler()
            several.read(piece)
            yield from _roles(several.contacts())
        elif kind not in REACHED_BY:
            for reach in reaches_in(piece.text):
                if reach.kind == "url":
                    source = ContactDraft("reference", titles=[piece.part])
                    source.add("urls", reach.value, *piece.span(reach.start, reach.end))
                    yield source
    if not {"person", "phone", "email", "reach", "fax"} & set(kinds):
        return
    run = Assembler()
    units, place = [], ""
    for piece, kind in zip(lines, kinds, strict=True):
        value = piece.text[len(piece.part) + 1 :].strip()
        if kind in REACHED_BY and kind != "none":
            run.read(piece)
        elif kind == "publisher":
            units.append(value)
        elif piece.part in PLACES:
            place = value
    for draft in _roles(run.contacts()):
        draft.orgs = draft.orgs or units[:1]
        draft.address = draft.address or place
        yield draft


def _kind_inside(piece: LocatedText) -> str:
    labels = labels_in(piece.text)
    return labels[0].kind if labels and labels[0].start == 0 else ""


def _roles(drafts: Sequence[ContactDraft]) -> Iterator[ContactDraft]:
    """Give the role of what only takes what is sent in, and of what is only a site."""
    for draft in drafts:
        if draft.role == "contact" and not draft.persons and not draft.phones and not draft.fax:
            if draft.emails and any(SUBMISSION_TITLE.search(title) for title in draft.titles):
                draft.role = "submission"
            elif draft.urls and not draft.emails:
                draft.role = "website"
        yield draft


def _of_prose(piece: LocatedText) -> Iterator[ContactDraft]:
    """Read a text sentence by sentence."""
    for m in SENTENCES.finditer(piece.text):
        if not _may_reach(m.group()):
            continue
        part = _cut(piece, m.start(), m.end())
        run = Assembler(prose=True)
        run.expects_numbers = sum(reach.kind == "phone" for reach in reaches_in(part.text)) > 1  # a list of them
        run.read(part)
        for draft in run.contacts():
            sent = (m["address"].strip() for m in SENT_TO.finditer(part.text) if IS_ADDRESS.search(m["address"]))
            draft.address = draft.address or run.addressed(next(sent, ""))
            if draft.persons and draft.role == "contact" or draft.phones or draft.fax:
                yield draft
            elif draft.emails or draft.urls:
                yield from _sites(draft, part)


def _sites(draft: ContactDraft, part: LocatedText) -> Iterator[ContactDraft]:
    """Yield the addresses of a sentence one by one, with what they are for."""
    for email in draft.emails:
        at = max(part.text.find(email[:4]), 0)
        mail = ContactDraft("submission" if SUBMITS.search(part.text) else "contact")
        mail.add("emails", email, *part.span(at, min(at + len(email), len(part.text))))
        mail.address = draft.address
        yield mail
    for url in draft.urls:
        at = max(part.text.find(url), 0)
        before = fold(part.text[:at])
        owner = SITE_OWNER.search(before[-60:])
        named = VISITS.split(owner.group("org"))[-1] if owner else ""
        unit = ""
        if owner and owner.group("what"):
            unit = named + (owner.group("what") if owner.group("what") in IN_NAME else "")
        elif is_org(named):
            unit = named
        site = ContactDraft("reference" if not unit and CITED.search(before[-24:]) else "website")
        site.add("urls", url, *part.span(at, at + len(url)))
        site.orgs = [unit] if unit else draft.orgs
        yield site


def _unwrapped(piece: LocatedText) -> LocatedText:
    """Close the lines of a contact block that were wrapped at the measure: full lines, no label or unit below."""
    lines = piece.text.split("\n")
    full = max(FULL * max(map(em, lines)), SHORT)
    kept: list[int] = []
    at = 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        kept += range(at, at + len(line))
        at += len(line) + 1
        labels = labels_in(below)
        labelled = TOPIC.match(below) or labels and not below[: labels[0].start].strip()
        own = numbered(below) or is_org(below.strip()) or labelled
        wraps = em(line) >= full and not own and len(lines) > 2
        joint = at - 1 < len(piece.text) and (not wraps or line[-1:].isascii() and below[:1].isascii())
        kept += [at - 1] if joint else []
    return picked(piece, kept)


def _cut(piece: LocatedText, start: int, end: int) -> LocatedText:
    """Return a part of a text as a text of its own."""
    return picked(piece, range(start, end))


def _linked(piece: LocatedText) -> Iterator[ContactDraft]:
    """Yield the link that a list item opens with: what the item is about."""
    if piece.zone != "list_item" or piece.block is None or not piece.block.text.runs:
        return
    first = piece.block.text.runs[0]
    if first.url.startswith("http") and first.text and not first.text.startswith("http"):
        draft = ContactDraft("reference", titles=[first.text])
        draft.add("urls", first.url, first.start, first.start + len(first.text))
        yield draft
