"""Contact blocks, label lines and imprints: unit, person, number, put together in the order of print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.extract.contacts.contact_draft import ContactDraft
from reader.extract.contacts.labels import KINDS, MADE_BY, ROLES, ContactLabel, labels_in
from reader.extract.contacts.names import POST, is_name, is_org, is_surely_name, names_in, unit_and_post
from reader.extract.contacts.owner import owner_before
from reader.extract.contacts.reach import Reach, reaches_after_labels
from reader.extract.located import LocatedText, fold
from reader.model.kinds import ContactRole
from reader.text.patterns import numbered
from reader.text.vocabulary import SIGNS_OF_REACH

POSTCODE = re.compile(
    r"(?<![\s,，;；])[\s,，;；]*+[(]?\s*+(?:邮\s?(?:政\s?)?编\s?码?\s*+[:：]?\s*+)?(?<!\d)\d{5,6}(?!\d)\s*+[)]?\s*+$"
    r"|(?<!\s)\s*+\(\s*+邮\s?编.{0,12}\)"
)
RECEIVES = ("收件人", "收信人")
SENTENCE_END = re.compile(r"[。！？!?]")
EDGES = " \t\n\r\u3000，,；;、。.：:|｜/／*"
PAIRED = re.compile(r"^[(（](?P<inner>[^()（）]*)[)）]$|^[(（]|[)）]$")
WORDS = re.compile(r"[^\s,，;；、|｜()（）：:]+|[：:]")
IS_FAX = re.compile(r"^\(?\s*(?:传\s*真|傳\s*真|fax)\s*\)?$", re.I)
PICTURE = re.compile(f"[{SIGNS_OF_REACH}]")
EXTENSION = re.compile(r"^(?:分机|分機|转|轉|ext\.?)\s*\d{1,6}$", re.I)
HAS_TASK = re.compile(r"(?P<name>[^()]{2,8})\((?P<task>[^()]{2,12})\)$")
# What a number is for, said behind it; not when it is answered or how it is dialled.
IS_TASK = re.compile(
    r"(?!.*(?:工作[日时]|上班|周[一二三四五六日]|小时|[转分区]|同号|微信|手机|长途|市话|免费|均可|或|收$|校[内外]|[市场本]内|外[线地]|本地|兼|传真|座机|直拨))[^\W\d_]{2,8}"
)
ADDRESSEE = re.compile(r"(?P<address>.*[号室楼层座栋幢])[\s,，]++(?P<rest>[^\d,，]{2,24}?)\s*+(?:\(收\)?)?$")
RECEIVER = re.compile(r"(?:^|[\s,，;；\d])(?P<name>[^\W\d_a-zA-Z]{2,4}?)\s?(?:\(收\)|收(?=[\s,，。;；]|$))")
IS_UNIT_LABEL = re.compile(r"(?:所在|工作|联系)?(?:单位|部门|机构|公司|学院|院系)")
LEADING_BRACKET = re.compile(r"\s*[(（](?P<inner>[^()（）]{1,30})[)）]")
HEADING = re.compile(r"(?:(?:联系方式|聯絡方式|联系人|咨询方式|联络方式|联系电话)\s*+|(?<!\s)\s*+)[：:]?\s*+$")


class LabelledValue(NamedTuple):
    """What stands between two labels or numbers of a text."""

    text: str
    start: int
    end: int

    def after(self, length: int) -> LabelledValue:
        """Return what is left behind a number of characters of its words."""
        skip = length + len(self.text) - len(self.text.lstrip(EDGES))
        return LabelledValue(self.text[skip:], self.start + skip, self.end)


class Assembler:
    """Puts together the contacts of one run of contact lines.

    `prose` is stricter about what no label announces; `expects_numbers` believes local numbers without a label.
    """

    def __init__(self, prose: bool = False) -> None:
        self.prose = prose
        self.expects_numbers = False
        self.done: list[ContactDraft] = []
        self.now = ContactDraft()
        self.imprint: dict[ContactRole, ContactDraft] = {}
        self.label: ContactLabel | None = None
        self.fresh_line = True
        self.in_imprint = False
        self.last_made: ContactRole = "editor"
        self.is_owned = False  # a bracket behind the last number says whose it is: the next one is another's
        self.named_in_brackets: list[str] = []
        self.piece: LocatedText
        self.first_of_piece = self.now

    def read(self, piece: LocatedText) -> None:
        """Read one more text of the run."""
        self.piece = piece
        self.label = None
        self.first_of_piece = self.now
        self.is_owned, self.named_in_brackets = False, []
        if PICTURE.match(piece.text):
            self.in_imprint = False  # a line with a sign of its own speaks of something else
        if not self.now.says_something:
            self.now.repeats = piece.block.repeats if piece.block else 1
        text = piece.text
        labels = labels_in(text, self.prose)
        promised = ((0, len(text), "phone"),) if self.expects_numbers else tuple(_promised(text, labels))
        marks: list[ContactLabel | Reach] = sorted(
            [*labels, *(r for r in reaches_after_labels(text, promised) if not _inside(r, labels))],
            key=lambda mark: mark.start,
        )
        if (
            labels
            and self.now.is_reached
            and numbered(text.lstrip())
            and (labels[0].about or labels[0].kind == "person")
        ):
            self._next()  # the next item of a list speaks of someone else
        at = 0
        for mark in [*marks, None]:
            stop = mark.start if mark else len(text)
            self._values(text, at, stop, mark)
            if isinstance(mark, ContactLabel):
                self._labelled(mark)
            elif mark:
                self._reached(mark)
            at = max(at, mark.end if mark else stop)
        self.fresh_line = True

    def contacts(self) -> list[ContactDraft]:
        """Return all contacts read so far that say something."""
        self._editors_of_publisher()
        return [draft for draft in (*self.done, self.now, *self.imprint.values()) if draft.says_something]

    def _editors_of_publisher(self) -> None:
        """Give the numbers of an imprint to its editors where the publisher is named first: 主办：… 电话：… 编辑：…"""
        publisher, editor = self.imprint.get("publisher"), self.imprint.get("editor")
        if publisher is None or editor is None or not publisher.is_reached or editor.is_reached:
            return
        del self.imprint["publisher"]
        editor.orgs, editor.address = [*publisher.orgs, *editor.orgs], editor.address or publisher.address
        for name in ("phones", "fax", "emails", "urls"):
            for value in getattr(publisher, name):
                editor.add(name, value, publisher.start, publisher.end)

    def _next(self, keep_orgs: bool = False) -> None:
        """Begin another contact; of the same unit where only the person changes."""
        orgs = list(self.now.orgs) if keep_orgs and self.now is not self.first_of_piece else []
        orgs = [org for org in orgs if org not in self.named_in_brackets]
        self.is_owned, self.named_in_brackets = False, []
        self.done.append(self.now)
        self.now = ContactDraft(orgs=orgs, repeats=self.piece.block.repeats if self.piece.block else 1)

    def _place(self, start: int, end: int) -> tuple[int, int]:
        span = self.piece.span(start, end)
        return span.start, span.end

    def _labelled(self, label: ContactLabel) -> None:
        now = self.now
        if label.kind == "person":
            alone = now.number_first and not now.persons
            if now.is_reached and not alone:
                self._next(keep_orgs=True)
        elif label.kind == "phone" and now.number_first and now.persons and self.fresh_line:
            self._next(keep_orgs=True)
        elif label.kind == "address" and now.address and now.is_reached:
            self._next()  # a second address is another's
        elif label.kind in ("org", "reach") and (now.is_reached or label.kind == "org" and now.persons):
            self._next()
        self.label = label
        self.fresh_line = False
        if label.kind in ("person", "org"):
            self.in_imprint = False
        if label.word in RECEIVES:
            self.now.role = "submission"
        if label.about and label.kind in ("person", "phone", "reach", "email"):
            self._about(label)

    def _about(self, label: ContactLabel) -> None:
        """Keep what a label speaks of: its unit, or its matter as a title."""
        about = label.about
        start = label.start
        if is_org(about):
            if about not in self.now.orgs:
                self._unit(about, start, start + len(about))
        elif not self.prose or len(about) <= 6:
            if self.now.is_reached and not self.now.persons and label.kind != "email":
                self._next(keep_orgs=True)
            self.now.titles.append(about)

    def _reached(self, reach: Reach) -> None:
        if self.is_owned and reach.kind == "phone" and not self.in_imprint:
            self._next(keep_orgs=True)
        target = self._target()
        name = {"phone": "phones", "email": "emails", "url": "urls"}[reach.kind]
        if reach.kind == "phone" and self.label and self.label.kind == "fax":
            name = "fax"
        elif reach.kind == "phone" and self.label and self.label.kind in ("none", "account"):
            if self.label.kind == "account":
                self._account(LabelledValue(reach.value, reach.start, reach.end))
            return
        if not target.persons and not target.is_reached and name == "phones":
            target.number_first = True
        target.add(name, reach.value, *self._place(reach.start, reach.end))
        if self.label and self.label.kind in ("phone", "fax", "email", "url"):
            target.reach_over(*self._place(self.label.start, self.label.end))
        elif self.label and (self.label.kind == "person" or self.label.kind in MADE_BY):
            self.label = None  # names were promised up to here

    def _target(self) -> ContactDraft:
        """Return the contact that a number belongs to: in an imprint the editors, else the one at hand."""
        if not self.in_imprint:
            return self.now
        return self.imprint.get("editor") or self.imprint[self.last_made]

    def _values(self, text: str, start: int, stop: int, following: ContactLabel | Reach | None) -> None:
        """Read what stands between two marks, line by line."""
        for m in re.finditer(r"[^\n]+|\n", text[start:stop]):
            if m.group() == "\n":
                self._line_end()
                continue
            value = LabelledValue(m.group(), start + m.start(), start + m.end())
            if value.text.strip(EDGES):
                near = following if start + m.end() == stop else None
                self._value(value, near)
                if SENTENCE_END.search(value.text):
                    self.label = None

    def _line_end(self) -> None:
        self.fresh_line = True
        pending = self.label and not self._has_value(self.label)
        if self.label and self.label.kind != "address" and not pending:
            self.label = None

    def _has_value(self, label: ContactLabel) -> bool:
        text = self.piece.text
        rest = text[label.end : label.end + 40].partition("\n")[0]
        return bool(rest.strip(EDGES))

    def _value(self, value: LabelledValue, following: ContactLabel | Reach | None) -> None:
        label = self.label
        kind = label.kind if label else ""
        if kind in ("phone", "person", "reach") and self._told_of_number(fold(value.text).strip(EDGES)):
            return
        bracket = LEADING_BRACKET.match(value.text)
        if bracket and kind in ("phone", "person", "reach", "") and self.now.is_reached and not self.in_imprint:
            self._bracketed(fold(bracket["inner"]), LabelledValue(value.text[: bracket.end()], value.start, value.end))
            self.label = None
            rest = LabelledValue(value.text[bracket.end() :], value.start + bracket.end(), value.end)
            if rest.text.strip(EDGES):
                self._value(rest, following)
            return
        if kind == "account":
            self._account(value)
        elif kind == "address":
            self._address(value)
        elif kind in MADE_BY:
            self._made(kind, value)
        elif kind == "org":
            unit = re.split(r"[(（，,；;。]", value.text)[0].strip(EDGES)
            if unit:
                self._unit(unit, value.start, value.start + len(value.text.rstrip()))
            self.label = None
        elif kind == "none":
            self._receiver(value)
        elif kind in ("person", "reach"):
            self._people(value, promised=kind == "person")
        else:
            self._unlabelled(value, following)

    def _account(self, value: LabelledValue) -> None:
        """Keep where else someone is found: QQ, WeChat."""
        word = re.match(r"[^\s，,；;。、()（）]{2,40}", value.text.strip(EDGES))
        if word and self.label:
            self._target().add(
                "accounts",
                f"{self.label.word} {word.group()}",
                *self._place(value.start, value.start + len(value.text)),
            )
            self._target().reach_over(*self._place(self.label.start, self.label.end))
        self.label = None

    def _address(self, value: LabelledValue) -> None:
        folded = fold(value.text)
        cut = SENTENCE_END.search(folded) if self.prose else None
        text = value.text[: cut.start()] if cut else value.text
        m = POSTCODE.search(fold(text))
        text = (text[: m.start()] if m else text).strip(EDGES).rstrip("（(").strip()
        text = self._addressee(text, value)
        target = self._target()
        if not text or target.address and self.fresh_line and is_org(text):
            return
        if not target.address:
            target.address = text
        target.reach_over(*self._place(value.start, value.start + len(text)))
        if self.prose:
            self.label = None

    def _addressee(self, text: str, value: LabelledValue) -> str:
        """Take the unit and the person that a letter is for off the end of its address: …8号 综合处 张晨（收）."""
        m = ADDRESSEE.match(fold(text))
        names = [name for name, _, _ in names_in(m["rest"]) if is_surely_name(name)] if m else []
        if m is None or not names or self.in_imprint:
            return text
        target = self._target()
        units = [word for word in m["rest"].split() if is_org(word)]
        for kind, words in (("orgs", units), ("persons", names)):
            for word in words:
                target.add(kind, word, *self._place(value.start, value.end))
        return text[: m.end("address")].rstrip()

    def _receiver(self, value: LabelledValue) -> None:
        """Keep who a letter is for where it is said behind the postal code: 邮编：230001，王海收."""
        m = RECEIVER.search(fold(value.text))
        if m and is_surely_name(m["name"]):
            self._target().add("persons", m["name"], *self._place(value.start + m.start("name"), value.end))

    def addressed(self, text: str) -> str:
        """Return the address of a sentence that says where to send things; who it is for goes into the contact."""
        return self._addressee(text, LabelledValue(text, 0, 0)) if text else ""

    def _made(self, kind: str, value: LabelledValue) -> None:
        """Add the people of an imprint label; all who edit are one contact."""
        role = ROLES[kind]
        draft = self.imprint.setdefault(role, ContactDraft(role))
        self.in_imprint, self.last_made = True, role
        names = names_in(_bare(value.text)) if kind != "source" else []
        for name, start, end in names:
            draft.add("persons", name, *self._place(value.start + start, value.start + end))
        if self.label and draft.start >= 0:
            draft.reach_over(*self._place(self.label.start, self.label.end))
        if not names and (is_org(value.text.strip(EDGES)) or kind == "source"):
            draft.add("orgs", value.text.strip(EDGES), *self._place(value.start, value.end))
        if names and self.label and role == "editor":
            draft.titles.append(f"{self.label.word}：{'、'.join(name for name, _, _ in names)}")

    def _people(self, value: LabelledValue, promised: bool) -> None:
        """Read the value of 联系人：names, with units or posts among them."""
        now = self.now
        inner = PAIRED.match(fold(value.text).strip(EDGES))
        if inner and inner.group("inner") and now.is_reached:
            self._bracketed(inner.group("inner"), value)
            return
        text = _bare(value.text)
        for name, start, end in names_in(text):
            if promised and not self.prose or is_surely_name(name) or promised and not now.persons:
                if now.is_reached and now.persons and not now.number_first:
                    self._next(keep_orgs=True)
                    now = self.now
                now.add("persons", name, *self._place(value.start + start, value.start + end))
                if promised and self.label and self.label.end <= value.start + start:
                    now.reach_over(*self._place(self.label.start, self.label.end))
            elif self.prose:
                break
        for m in WORDS.finditer(text):
            if POST.fullmatch(m.group()):
                now.titles.append(m.group())
            if is_org(m.group()) and m.group() not in now.orgs:
                if now.is_reached:
                    self._next()
                    now = self.now
                now.add("orgs", m.group(), *self._place(value.start + m.start(), value.start + m.end()))

    def _unlabelled(self, value: LabelledValue, following: ContactLabel | Reach | None) -> None:
        """Read what no label announces: a line that is a unit, a name in front of or behind its number."""
        text = value.text
        folded = fold(text).strip(EDGES)
        if self._told_of_number(folded):
            return
        inner = PAIRED.match(folded)
        if inner and inner.group("inner"):
            self._bracketed(inner.group("inner"), value)
            return
        if self.prose:
            self._name_before(value, following)
            return
        number = numbered(text.lstrip()) if self.fresh_line else None
        skip = len(text) - len(text.lstrip()) + (number.end if number else 0)
        if number and (self.now.persons or self.now.is_reached):
            self._next()
        self._words(LabelledValue(text[skip:], value.start + skip, value.end), following)
        self.fresh_line = False

    def _told_of_number(self, text: str) -> bool:
        """Read what stands behind a number: (传真) makes it a fax, an extension is kept as a remark."""
        target = self._target()
        if IS_FAX.match(text) and target.phones:
            target.fax.append(target.phones.pop())
            return True
        if EXTENSION.match(text) and target.phones:
            target.titles.append(text)
            return True
        return False

    def _words(self, value: LabelledValue, following: ContactLabel | Reach | None) -> None:
        line = value.text.strip(EDGES)
        role = re.match(r"(?P<role>[^：:]{2,8})[：:]\s*(?=\S)", line)  # 采购人：某大学
        if role and is_org(line[role.end() :]):
            line = line[role.end() :]
            names_unit = IS_UNIT_LABEL.fullmatch(role.group("role"))
            if names_unit and not self.now.is_reached and not self.now.orgs:
                self.now.add("orgs", line, *self._place(value.start, value.end))
                return
            if self.now.persons or self.now.is_reached:
                self._next()
            self.now.titles += [] if names_unit else [role.group("role")]
        if is_org(line) and len(names_in(line)) == 0:
            self._unit(line, value.start, value.end)
            return
        if role and self.fresh_line and self.now.is_reached and not KINDS.get(role.group("role")):
            self._next()  # a line of a matter of its own: 商务：Tom Lee <…>
            if is_org(role.group("role")):
                self.now.add("orgs", role.group("role"), *self._place(value.start, value.start + role.end()))
            else:
                self.now.titles.append(role.group("role"))
            value = value.after(role.end())
        title = HEADING.sub("", value.text.strip()).strip(EDGES)
        colon = value.text.rstrip().endswith(("：", ":"))
        owner = HAS_TASK.match(fold(title))
        if colon and owner and (names := names_in(owner.group("name"))) and is_surely_name(names[0][0]):
            self._person(names[0][0], value.start, value.start + len(value.text.rstrip()))  # 张三（会务）：138…
            self.now.titles.append(owner.group("task"))
            return
        if colon and title and not is_org(title) and not is_surely_name(title):
            self.in_imprint = False
            if self.now.is_reached or self.now.persons:
                self._next()
            self.now.titles.append(title)
            return
        for m in WORDS.finditer(value.text):
            word, start, end = m.group(), value.start + m.start(), value.start + m.end()
            if is_org(word):
                self._unit(word, start, end)
        names = names_in(_bare(value.text))
        for nth, (name, start, end) in enumerate(names, 1):
            touches = nth == len(names) and following is not None and _touches(value.text, following)
            if is_surely_name(name) or is_name(name) and touches:
                self._person(name, value.start + start, value.start + end)

    def _unit(self, unit: str, start: int, end: int) -> None:
        self.in_imprint = False
        if self.now.persons or self.now.is_reached:
            self._next()
        self.now.add("orgs", unit, *self._place(start, end))

    def _person(self, name: str, start: int, end: int) -> None:
        self.in_imprint = False
        if self.now.is_reached and not (self.now.number_first and not self.now.persons):
            self._next(keep_orgs=True)
        self.now.add("persons", name, *self._place(start, end))

    def _bracketed(self, inner: str, value: LabelledValue) -> None:
        """Read a bracket behind a number or a name: its owner, or the unit."""
        names = [name for name, _, _ in names_in(inner) if is_surely_name(name)]
        unit, post = unit_and_post(inner)
        self.is_owned = self.now.is_reached
        if names and self.now.is_reached:
            for name in names:
                self.now.add("persons", name, *self._place(value.start, value.end))
        elif unit or is_org(inner):
            self.named_in_brackets.append(unit or inner)
            self.now.add("orgs", unit or inner, *self._place(value.start, value.end))
            self.now.titles += [post] if post and unit else []
        elif self.now.is_reached and IS_TASK.fullmatch(inner):
            self.now.titles.append(inner)
        else:
            self.is_owned = False

    def _name_before(self, value: LabelledValue, following: ContactLabel | Reach | None) -> None:
        """In a sentence only the word that touches the number can be its owner."""
        if following is None or following.kind not in ("phone", "email"):
            return
        owner = owner_before(value.text)
        if owner and owner.unit:
            self._unit(owner.unit, value.start + owner.unit_start, value.start + owner.unit_end)
        if owner:
            self._person(owner.name, value.start + owner.start, value.start + owner.end)


def _bare(text: str) -> str:
    """Take off brackets that are not closed inside a value, and read those that are as separators."""
    return re.sub(r"[()（）<>：:|｜／/。]", "　", text)


def _touches(text: str, following: ContactLabel | Reach) -> bool:
    """Tell whether words lead to a number, or to an address in brackets or behind a Latin name: Tom Lee <tom@…>."""
    last = text.rstrip()[-1:]
    leads = last in ("<", "(", "（") or last.isascii() and last.isalpha()
    return following.kind == "phone" or following.kind == "email" and leads


def _inside(reach: Reach, labels: list[ContactLabel]) -> bool:
    return any(label.start < reach.end and reach.start < label.end for label in labels)


def _promised(text: str, labels: list[ContactLabel]) -> Iterator[tuple[int, int, str]]:
    """Yield the ranges in which a label promises a number or a web address: up to the next label or sentence end."""
    for i, label in enumerate(labels):
        stop = labels[i + 1].start if i + 1 < len(labels) else len(text)
        m = SENTENCE_END.search(text, label.end, stop)
        end = m.start() if m else stop
        if label.kind in ("phone", "fax", "person", "reach"):
            yield label.end, end, "number" if label.kind in ("phone", "fax") else "phone"
        elif label.kind in ("url", "source"):
            yield label.end, end, "url"
