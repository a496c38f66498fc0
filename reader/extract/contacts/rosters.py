"""Contacts in tables: a row each, the columns told by their heads and by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.extract.contacts.blocks import Assembler
from reader.extract.contacts.contact_draft import ContactDraft
from reader.extract.contacts.labels import KINDS, MADE_BY, REACHED_BY
from reader.extract.contacts.names import is_org, is_surely_name, names_in
from reader.extract.contacts.reach import Reach, reaches_after_labels
from reader.extract.contacts.signed import makers_in
from reader.extract.located import LocatedText

HEADS = (
    ("person", re.compile(r"联\s*系\s*人|聯絡人|聯繫人|联络人|姓\s*名|负责人|经办人|经理|老师|专员|主持人")),
    ("phone", re.compile(r"[电電]\s*[话話]|手\s*机|手機|座机|热线|联系方式|聯絡方式|Tel|Phone|号码")),
    ("fax", re.compile(r"[传傳]\s*真|Fax")),
    ("email", re.compile(r"[邮郵信]\s*箱|[电電]子[邮郵][件箱]|[Ee]-?mail")),
    ("url", re.compile(r"网\s*[址站]|網\s*[址站]|链接|官网|主页")),
    ("address", re.compile(r"地\s*址")),
    ("org", re.compile(r"单\s*位|部\s*门|部門|處室|处\s*室|机\s*构|單\s*位|公司|学院|院系|科室|企业名称")),
    (
        "title",
        re.compile(
            r"职\s*务|职\s*称|職\s*稱|岗位|事\s*项|方\s*向|领\s*域|区\s*域|业\s*务|范围|活动|类\s*别|地\s*区|项\s*目|职责"
        ),
    ),
)
BRACKETS = re.compile(r"[()（）]")
LISTS = {"phone": "phones", "email": "emails", "url": "urls"}


def table_contacts(cells: Sequence[LocatedText]) -> Iterator[ContactDraft]:
    """Yield the contacts of the cells of one table, given row by row."""
    rows: dict[int, list[LocatedText]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    if not any(_reaches(cell) for cell in cells):
        return
    listed = list(rows.values())
    heads = _heads(listed[0])
    if _is_run_together(listed[0]):
        run = Assembler()
        for cell in cells:
            run.read(cell)
        yield from run.contacts()
    elif heads:
        unit = ""
        for row in listed[1:]:
            draft = _of_row(row, heads)
            if draft and "org" in heads.values() and not draft.orgs and unit:
                draft.orgs = [unit]  # the cell of the unit reaches over several rows
            if draft:
                unit = draft.orgs[-1] if draft.orgs else ""
                yield draft
    elif pairs := list(_pairs(listed)):
        yield _of_pairs(pairs)
    else:
        yield from (draft for row in listed if (draft := _of_row(row, {})))


def _is_run_together(row: list[LocatedText]) -> bool:
    """Tell whether columns or rows were lost: a cell holds several heads, or heads and values share a row."""
    kinds = [sum(bool(pattern.search(cell.text)) for _, pattern in HEADS) for cell in row if len(cell.text) < 30]
    words = any(kind > 1 and " " in cell.text.strip() for kind, cell in zip(kinds, row, strict=False))
    bare = sum(_head(cell.text) in ("person", "phone", "email") and not KINDS.get(cell.text.strip()) for cell in row)
    return words or len(row) > 3 and any(map(_reaches, row)) and bare + _labels(row) > 1 and not _is_paired(row)


def _labels(row: list[LocatedText]) -> int:
    return sum(KINDS.get(cell.text.strip("：: "), "") in ("person", "phone", "email", "reach") for cell in row)


def _is_paired(row: list[LocatedText]) -> bool:
    """Tell whether each label of a row has its value behind it."""
    labels = [KINDS.get("".join(cell.text.strip("：: ").split()), "") in REACHED_BY for cell in row]
    return not any(one and other for one, other in pairwise(labels))


def _heads(row: list[LocatedText]) -> dict[int, str]:
    """Tell what each column holds by its head; nothing where no column holds people or numbers."""
    if any(_reaches(cell) for cell in row):
        return {}
    heads = {cell.column: kind for cell in row if (kind := _head(cell.text))}
    return heads if len(row) > 1 else {}


def _head(text: str) -> str:
    return next((kind for kind, pattern in HEADS if pattern.search(text)), "") if len(text) <= 16 else ""


def _reaches(cell: LocatedText) -> list[Reach]:
    return reaches_after_labels(cell.text, ())


def _of_row(row: list[LocatedText], heads: dict[int, str]) -> ContactDraft | None:
    draft = ContactDraft()
    after_person = False
    for cell in row:
        kind = heads.get(cell.column, "")
        promised = (
            ((0, len(cell.text), "url" if kind == "url" else "phone"),) if kind in ("phone", "fax", "url") else ()
        )
        reaches = reaches_after_labels(cell.text, promised)
        for reach in reaches:
            name = "fax" if kind == "fax" and reach.kind == "phone" else LISTS[reach.kind]
            draft.add(name, reach.value, *cell.span(reach.start, reach.end))
        rest = _without(cell.text, reaches)
        if kind == "address" and not reaches:
            draft.address = cell.text.strip()
        elif _takes_names(kind, rest, after_person, bool(reaches), bool(heads)):
            after_person = _add_people(draft, cell, rest)
        elif kind == "org" or not kind and is_org(rest.strip()):
            draft.add("orgs", " ".join(rest.split()), *cell.span(0, len(cell.text)))
        elif kind == "title" and rest.strip():
            draft.titles.append(rest.strip())
    if not draft.is_reached:
        return _site(draft, row) if draft.urls or _links(row) else None
    return draft


def _takes_names(kind: str, rest: str, after_person: bool, has_reach: bool, has_heads: bool) -> bool:
    """Tell whether a cell names people: by its head, or, its column shifted, by its words."""
    if kind == "person":
        return bool(rest.strip())
    names = [name for name, _, _ in names_in(BRACKETS.sub("　", rest))]
    sure = bool(names) and all(map(is_surely_name, names))
    may = not has_heads or kind in ("phone", "email") and (has_reach or after_person) or not kind and has_reach
    return may and (sure or after_person and bool(names) and not has_reach)


def _add_people(draft: ContactDraft, cell: LocatedText, rest: str) -> bool:
    """Add the people of a cell, 编辑 in front of a name gives the role; tell whether there were any."""
    makers = [maker for maker in makers_in(rest.strip()) if maker.names]
    if makers:
        draft.role = makers[0].role
        for maker in makers:
            draft.persons += [name for name in maker.names if name not in draft.persons]
            draft.titles.append(maker.title)
        draft.reach_over(*cell.span(0, len(cell.text)))
        return True
    names = names_in(BRACKETS.sub("　", rest))
    for name, start, end in names:
        draft.add("persons", name, *cell.span(start, end))
    if not names and is_org(rest.strip()):
        draft.add("orgs", rest.strip(), *cell.span(0, len(cell.text)))
    return bool(names)


def _without(text: str, reaches: list[Reach]) -> str:
    out = list(text)
    for reach in reaches:
        out[reach.start : reach.end] = "　" * (reach.end - reach.start)
    return "".join(out)


def _links(row: list[LocatedText]) -> list[str]:
    return [run.url for cell in row if cell.block for run in cell.block.rows[cell.row][cell.column].runs if run.url]


def _site(draft: ContactDraft, row: list[LocatedText]) -> ContactDraft:
    """Make the record of a row that only a web address reaches."""
    site = ContactDraft("website", titles=draft.titles, orgs=draft.orgs)
    for url in (*draft.urls, *_links(row)):
        site.add("urls", url, *row[-1].span(0, len(row[-1].text)))
    return site


def _pairs(rows: list[list[LocatedText]]) -> Iterator[tuple[str, LocatedText]]:
    """Yield label and value where a table sets them side by side: 联系人 | 张三 | 电话 | 010-…"""
    for row in rows:
        for label, value in pairwise(row):
            kind = KINDS.get("".join(label.text.strip("：: ").split()), "")
            if kind in REACHED_BY or kind in MADE_BY:
                yield kind, value


def _of_pairs(pairs: list[tuple[str, LocatedText]]) -> ContactDraft:
    draft = ContactDraft()
    for kind, cell in pairs:
        reaches = reaches_after_labels(cell.text, ((0, len(cell.text), "url" if kind == "url" else "phone"),))
        if kind not in ("none", "address"):
            for reach in reaches:
                name = "fax" if kind == "fax" and reach.kind == "phone" else LISTS[reach.kind]
                draft.add(name, reach.value, *cell.span(reach.start, reach.end))
        if kind == "person":
            _add_people(draft, cell, _without(cell.text, reaches))
        elif kind == "org":
            draft.add("orgs", cell.text.strip(), *cell.span(0, len(cell.text)))
        elif kind == "address":
            draft.address = draft.address or cell.text.strip()
    return draft
