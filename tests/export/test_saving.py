"""What is saved is read back by other programs: spreadsheets, address books, calendars."""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import thread_time

import icalendar
import openpyxl
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from reader.export.cards import VERSIONS, contacts_vcard
from reader.export.context import Sentences
from reader.export.deadlines import days_of, deadlines_ics, once_each, where_to_send
from reader.export.exporters import EXPORTERS, export, exporter, suffixes
from reader.export.files import write_file
from reader.model.document import Block, Run, Span, Text
from reader.model.errors import CannotWrite
from reader.model.mentions import Contact, Figure, Link, Mentions
from reader.pipeline import extract_mentions, open_issue
from tests.export.bulletin import CONTACTS, FIGURES, ISSUE, MENTIONS, SENTENCES, TEXT, TITLE, figure


def _rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def _saved(what: str, tmp_path: Path, suffix: str, language: str = "zh", mentions: Mentions = MENTIONS) -> Path:
    path = tmp_path / f"out{suffix}"
    export(what, ISSUE, mentions, path, language)
    return path


def test_figures_become_a_table_in_the_users_words(tmp_path: Path) -> None:
    head, *rows = _rows(_saved("figures", tmp_path, ".csv"))
    assert head[:10] == ["类别", "含义", "原文", "数值", "上限", "单位", "比较", "文章", "所在句子", "原文位置"]
    assert head[10:] == ["基准值", "基准单位"]
    assert rows[0][:9] == ["金额", "项目经费", "5500万元", "55000000", "", "CNY", "=", TITLE, SENTENCES[0]]
    assert rows[1][3:7] == ["98.5", "", "%", "≥"]
    assert TEXT[int(rows[0][9]) :].startswith("5500万元")
    assert len(rows) == len(FIGURES)


def test_the_table_speaks_english_when_asked(tmp_path: Path) -> None:
    head, first, *_ = _rows(_saved("figures", tmp_path, ".csv", "en"))
    assert (head[0], first[0]) == ("Kind", "money")


def test_no_cell_of_a_table_is_run_as_a_formula(tmp_path: Path) -> None:
    rows = _rows(_saved("figures", tmp_path, ".csv"))
    cold = next(row for row in rows if "℃" in row)
    assert cold[1:4] == ["'=SUM(A1)", "'-3℃", "-3"]
    assert all(len(cell) == 1 or cell[0] not in "=@+" for row in rows for cell in row if cell)


def test_a_date_without_a_year_is_completed_or_shown_as_printed(tmp_path: Path) -> None:
    bare = Mentions((replace(FIGURES[4], inferred=""), FIGURES[4]))
    rows = _rows(_saved("figures", tmp_path, ".csv", mentions=bare))
    assert [row[3] for row in rows[1:]] == ["11-05", "2025-11-05"]


def test_a_workbook_holds_numbers_as_numbers_below_a_frozen_head(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(_saved("figures", tmp_path, ".xlsx")).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:6] == ["金额", "项目经费", "5500万元", 55_000_000, None, "CNY"]
    assert sheet["D3"].value == 98.5 and sheet["D3"].data_type == "n"
    assert sheet["B8"].value == "=SUM(A1)" and sheet["B8"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["I"].width > sheet.column_dimensions["F"].width


def test_contacts_become_a_table(tmp_path: Path) -> None:
    head, first, *rest = _rows(_saved("contacts", tmp_path, ".csv"))
    assert head[:5] == ["身份", "姓名", "职务或事项", "单位", "电话"]
    assert first[1] == "欧阳清；Jane Doe" and first[4] == "0571-87651234；13800138000" and first[9] == "2"
    assert [row[0] for row in rest] == ["报送", "记者", "网站"]  # a source's address is a link


def test_links_become_a_table_of_their_own(tmp_path: Path) -> None:
    links = Mentions(
        links=(Link("用海指南", "https://a.example/1", 3, 7, "n1", TITLE), Link("", "b.example.org", 9, 22))
    )
    head, *rest = _rows(_saved("links", tmp_path, ".csv", mentions=links))
    assert head == ["文字", "网址", "文章", "原文位置"]
    assert rest == [["用海指南", "https://a.example/1", TITLE, "3"], ["b.example.org", "b.example.org", "", "9"]]
    assert openpyxl.load_workbook(_saved("links", tmp_path, ".xlsx", mentions=links)).active["B2"].value == rest[0][1]


def test_who_can_be_reached_becomes_cards(tmp_path: Path) -> None:
    cards = list(vobject.readComponents(_saved("contacts", tmp_path, ".vcf").read_text("utf-8")))
    assert [card.fn.value for card in cards] == ["欧阳清", "Jane Doe", "a@b.cn", "某某平台"]
    first = cards[0]
    assert first.version.value == "3.0"
    assert (first.n.value.family, first.n.value.given) == ("欧阳", "清")
    assert (cards[1].n.value.family, cards[1].n.value.given) == ("Doe", "Jane")
    assert first.org.value[-1] == "科技处" and len(first.org.value) == 2
    assert [(tel.value, tel.params["TYPE"]) for tel in first.contents["tel"]] == [
        ("0571-87651234", ["voice"]),
        ("13800138000", ["cell", "voice"]),
        ("0571-87651235", ["fax"]),
    ]
    assert first.email.value == "x@b.cn" and first.adr.value.street == "文三路20号, 3楼"
    assert first.title.value == "业务" and first.role.value == "联系人"
    assert first.note.value == f"{TITLE}\n科技快报 第9期 2025年8月15日"


@pytest.mark.parametrize("version", VERSIONS)
def test_cards_are_valid_in_both_versions(version: str) -> None:
    raw = contacts_vcard(ISSUE, MENTIONS, "zh", version)
    assert (b"KIND:org" in raw) is (version == "4.0")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode("utf-8").replace("\r\n ", "")
    for card in re.findall(r"BEGIN:VCARD\r\n(.*?)END:VCARD", text, re.DOTALL):
        lines = card.strip().split("\r\n")
        assert lines[0] == f"VERSION:{version}"
        names = [re.split("[;:]", line)[0] for line in lines]
        assert {"FN", "N", "UID", "NOTE"} <= set(names)
        assert names.count("FN") == names.count("N") == names.count("UID") == 1
    assert "URL:https://b.cn/a,b;c" in text  # an address is not escaped


def test_the_same_person_in_two_articles_has_one_card(tmp_path: Path) -> None:
    other = replace(CONTACTS[1], node="n2", article="另一篇公告")
    path = _saved("contacts", tmp_path, ".vcf", mentions=Mentions((), (CONTACTS[1], other)))
    (card,) = vobject.readComponents(path.read_text("utf-8"))
    assert card.note.value.splitlines()[:2] == [TITLE, "另一篇公告"]


def test_deadlines_become_a_calendar(tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(_saved("deadlines", tmp_path, ".ics").read_bytes())
    timed, year_end, inferred, ranged = calendar.walk("VEVENT")
    assert timed["DTSTART"].dt.replace(tzinfo=None) == datetime(2025, 9, 1, 18)
    assert timed["DTSTART"].params["TZID"] == "Asia/Shanghai" and "DTEND" not in timed
    assert timed["SUMMARY"] == f"截止：申请书 · {TITLE} · 科技快报 第9期"
    assert len({event["SUMMARY"] for event in calendar.walk("VEVENT")}) == 4
    told = str(timed["DESCRIPTION"]).splitlines()
    assert told[0] == "申请书于2025年9月1日18:00前发至 a@b.cn；"
    assert told[1] == "报送：a@b.cn 文三路20号"
    assert (year_end["DTSTART"].dt, year_end["DTEND"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert inferred["DTSTART"].dt == date(2025, 11, 5)
    assert (ranged["DTSTART"].dt, ranged["DTEND"].dt) == (date(2025, 10, 1), date(2025, 11, 1))
    assert len({event["UID"] for event in calendar.walk("VEVENT")}) == 4
    assert timed["DTSTAMP"].dt.date() == date(2025, 8, 15)


@pytest.mark.parametrize(
    ("low", "high", "comparator", "days"),
    [
        ("2025-10-31", None, "≤", (date(2025, 10, 31), date(2025, 10, 31))),
        ("2025", None, "<", (date(2024, 12, 31), date(2024, 12, 31))),
        ("2028", None, "≤", (date(2028, 12, 31), date(2028, 12, 31))),
        ("2027-Q2", None, "≤", (date(2027, 6, 30), date(2027, 6, 30))),
        ("2025-H2", None, "<", (date(2025, 6, 30), date(2025, 6, 30))),
        ("2024-02", None, "≤", (date(2024, 2, 29), date(2024, 2, 29))),
        (None, "2025-10-31", "≤", (date(2025, 10, 31), date(2025, 10, 31))),
        ("2025-09", "2025-10-31", "=", (date(2025, 9, 1), date(2025, 10, 31))),
        ("2025-10-31T24:00", None, "<", (datetime(2025, 11, 1), datetime(2025, 11, 1))),
        ("--11-05", None, "<", None),
        ("2025-02-30", None, "<", None),
        ("soon", None, "<", None),
        (None, None, "<", None),
    ],
)
def test_the_days_of_a_deadline(low: str | None, high: str | None, comparator: str, days: object) -> None:
    assert days_of(Figure("deadline", "", 0, 1, low, high, comparator=comparator)) == days


def test_without_a_submission_address_the_contact_is_told() -> None:
    asked = Mentions((), (CONTACTS[0], replace(CONTACTS[1], node="n2")))
    assert where_to_send(FIGURES[2], asked).startswith("欧阳清 Jane Doe x@b.cn 0571-87651234")
    assert where_to_send(FIGURES[2], Mentions((), (Contact("author", 0, 1, persons=("张三",), node="n1"),))) == ""


def _due(label: str, start: int, day: str = "2026-03-20", node: str = "n1") -> Figure:
    return Figure("deadline", day, start, start + 10, day, label=label, node=node)


def test_a_deadline_that_is_stated_again_is_one_with_what_it_says_most_of() -> None:
    long, short, other = _due("项目书报送至计划处", 9), _due("申报", 40), _due("缴纳会费", 60)
    elsewhere = _due("", 80, node="n2")
    assert once_each([long, short, other, elsewhere]) == [long, other, elsewhere]
    assert once_each([short, long]) == [long]
    assert once_each([long, _due("申报", 70, "2026-04-01")]) == [long, _due("申报", 70, "2026-04-01")]


def test_where_to_send_is_what_the_sentence_of_the_deadline_names() -> None:
    source = "书面材料于2026-03-20前寄至东路1号。电子版于2026-04-01前发至 a@b.cn。"
    paper = Contact("submission", 18, 22, address="东路1号", node="n1")
    mail = Contact("submission", 42, 48, emails=("a@b.cn",), node="n1")
    both = Mentions(contacts=(paper, mail))
    assert where_to_send(_due("", 5), both, source) == "东路1号"
    assert where_to_send(_due("", 27), both, source) == "a@b.cn"
    assert where_to_send(_due("", 5), both) == "东路1号；a@b.cn"


@pytest.mark.parametrize("row", EXPORTERS, ids=lambda row: f"{row.what}{row.suffix}")
def test_two_exports_are_byte_identical_and_of_nothing_no_file_is_made(row: object, tmp_path: Path) -> None:
    what, suffix, make = row  # type: ignore[misc]
    assert make(ISSUE, MENTIONS, "zh") == make(ISSUE, MENTIONS, "zh")
    assert export(what, ISSUE, MENTIONS, tmp_path / f"full{suffix}")
    assert not export(what, ISSUE, Mentions(), tmp_path / f"empty{suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [f"full{suffix}"]


def test_a_suffix_that_nobody_writes_is_refused_by_name() -> None:
    with pytest.raises(
        CannotWrite, match=r"out\.doc does not say what to write; end the name in \.csv, \.xlsx\."
    ) as told:
        exporter("figures", Path("out.doc"))
    assert told.value.code == "unknown-suffix"
    assert exporter("contacts", Path("OUT.VCF")).suffix == ".vcf"
    assert suffixes("deadlines") == (".ics",)


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"could not be written \(No space left on device\)") as told:
        write_file(path, b"new")
    assert told.value.code == "not-written"
    assert path.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_and_a_folder_are_told(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "no" / "a.csv", "no-folder"),
        (tmp_path, "target-is-folder"),
        (Path("a\0b"), "no-folder"),
    ):
        with pytest.raises(CannotWrite) as told:
            write_file(path, b"x")
        assert told.value.code == code


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_file(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "real.csv").read_bytes() == b"new"


def test_the_sentence_around_a_figure() -> None:
    sentences = Sentences(ISSUE)
    assert sentences.around(FIGURES[1].start, FIGURES[1].end) == SENTENCES[0]
    energy = figure("measure", "10500kWh", None)
    assert sentences.around(energy.start, energy.end) == "能耗 | 10500kWh"
    assert sentences.around(0, 2) == TITLE
    assert sentences.around(len(TEXT) + 5, len(TEXT) + 6) == ""


@given(st.text(max_size=40), st.text(max_size=40), st.text(min_size=1, max_size=20))
def test_whatever_is_printed_the_files_are_read_back(label: str, org: str, person: str) -> None:
    mentions = Mentions(
        (Figure("money", label, 0, 1, None, label=label, article=org),),
        (Contact("contact", 0, 1, (org,), (person,), label, ("010-62345678",), address=label, node="n1", article=org),),
        links=(Link(label, "https://a.example", 0, 1, "n1", org),),
    )
    for row in EXPORTERS:
        raw = row.make(ISSUE, mentions, "zh")
        if row.suffix == ".csv":
            read = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
            assert len(read) == 2 and len(read[0]) == len(read[1])
        elif row.suffix == ".xlsx":
            assert openpyxl.load_workbook(io.BytesIO(raw)).active is not None
        elif row.suffix == ".vcf":
            (card,) = vobject.readComponents(raw.decode("utf-8"))
            assert card.tel.value == "010-62345678"


NOTICE = """　　　　科技快报
　　　　2031年第9期

关于征集方案的通知

　　各单位要重视这项工作，认真组织，按照要求准备材料，做好宣传和动员。申请书请于2031年9月1日前报送科技处，
逾期不再受理。评审结果将在网站公布，有关单位可以查询。
　　报名截止日期为2031年10月8日，过期不候。请各单位做好准备，并把有关情况及时报告我们。
"""


def test_an_event_keeps_its_name_through_an_added_line_and_another_encoding(tmp_path: Path) -> None:
    found = []
    for data in (NOTICE.encode(), NOTICE.encode("gb18030"), f"{NOTICE}\n　　附：材料清单。\n".encode("utf-16")):
        path = tmp_path / "notice.txt"
        path.write_bytes(data)
        issue = open_issue(path)
        calendar = icalendar.Calendar.from_ical(deadlines_ics(issue, extract_mentions(issue), "zh"))
        found.append([(str(event["UID"]), str(event["SUMMARY"])) for event in calendar.walk("VEVENT")])
    assert found[0] == found[1] == found[2]
    assert len(set(found[0])) == len({summary for _uid, summary in found[0]}) == 2


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u3000＝", "\t=", "\n"])
def test_no_cell_is_run_as_a_formula(sign: str, tmp_path: Path) -> None:
    risky = replace(FIGURES[0], label=f"{sign}HYPERLINK(1)")
    rows = _rows(_saved("figures", tmp_path, ".csv", mentions=Mentions((risky,))))
    assert rows[1][1] == f"'{sign}HYPERLINK(1)"


def test_telephones_keep_their_zeros_in_every_table(tmp_path: Path) -> None:
    reached = replace(CONTACTS[0], phones=("02887651234",))
    rows = _rows(_saved("contacts", tmp_path, ".csv", mentions=Mentions((), (reached,))))
    assert rows[1][4] == "02887651234\t"
    sheet = openpyxl.load_workbook(_saved("contacts", tmp_path, ".xlsx", mentions=Mentions((), (reached,)))).active
    assert sheet is not None
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("02887651234", "s")


def test_sentences_of_many_figures_are_found_in_linear_time() -> None:
    def seconds(count: int) -> float:
        text = "".join(f"第{n}项投资{n}亿元，进展顺利。" for n in range(count))
        run = Run(text, 0)
        block = Block("paragraph", Text((run,)), (Span(0, len(text)),))
        sentences = Sentences(replace(ISSUE, nodes=(replace(ISSUE.nodes[0], blocks=(block,), children=()),)))
        begun = thread_time()
        for place in range(0, len(text), 9):
            sentences.around(place, place + 1)
        return thread_time() - begun

    assert min(seconds(3200) for _ in range(3)) < 30 * min(seconds(400) for _ in range(3))
