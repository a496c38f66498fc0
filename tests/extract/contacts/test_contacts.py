"""Who can be reached, and who made what: every case of `contacts/` is found as it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.extract import contacts_of
from reader.extract.contacts.names import is_name, is_org, is_surely_name, names_in, unit_and_post
from reader.extract.contacts.reach import reaches_in
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.errors import Cancelled
from reader.pipeline import open_issue
from tests.extract.contacts.contact_cases import ContactCase, read_contact_cases, told

ALL = tuple(read_contact_cases())


def _parameter(case: ContactCase) -> object:
    marks = [pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else []
    return pytest.param(case, id=f"{case.file}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in ALL])
def test_a_case_is_found(case: ContactCase, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_text(case.text, "utf-8")
    assert tuple(told(contact) for contact in contacts_of(open_issue(path))) == case.contacts


@pytest.mark.parametrize("case", [_parameter(case) for case in ALL if not case.failure])
def test_what_is_found_stands_where_it_says(case: ContactCase, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_text(case.text, "utf-8")
    issue = open_issue(path)
    for contact in contacts_of(issue):
        place = "".join(issue.source.text[contact.start : contact.end].split())
        assert place
        if contact.repeats == 1:
            assert all("".join(phone.split()) in place for phone in contact.phones)


def test_no_two_cases_have_one_title() -> None:
    assert [title for title, count in Counter(case.title for case in ALL).items() if count > 1] == []


def test_the_work_can_be_stopped(tmp_path: Path) -> None:
    def stop(stage: str, fraction: float) -> None:
        raise Cancelled

    path = tmp_path / "a.txt"
    path.write_text("标题\n\n联系人：张三，电话：010-62345678。", "utf-8")
    with pytest.raises(Cancelled):
        contacts_of(open_issue(path), stop)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("电话 0971-5509936；18797329600", ["0971-5509936", "18797329600"]),
        ("（010）88887777 或 ０２１－６５９８１２３４", ["（010）88887777", "０２１－６５９８１２３４"]),
        ("021 65981234转801，010-88886666/7777", ["021 65981234转801", "010-88886666/7777"]),
        ("400-810-8888 与 +86 10 6234 5678", ["400-810-8888", "+86 10 6234 5678"]),
        ("+44 20 7946 0958、+1 650-253-0000", ["+44 20 7946 0958", "+1 650-253-0000"]),
        ("(02)2737-7440 分機 7440、0912-345-678", ["(02)2737-7440 分機 7440", "0912-345-678"]),
        ("2022-12-21 18:00，GB16297-1996，ISSN 1000-1234", []),
        ("营收13800000000元，编号 0123456.7，2019-2024 年", []),
        ("DOI 10.1038/s41586-020-2649-2，ZL201910123456.7", []),
    ],
)
def test_numbers_are_told_from_other_digits(text: str, numbers: list[str]) -> None:
    assert [reach.value for reach in reaches_in(text) if reach.kind == "phone"] == numbers


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("见http://a.b.cn/x（官网），www.most.gov.cn。", ["http://a.b.cn/x", "www.most.gov.cn"]),
        ("<https://x.cn/a-b_c?d=e&f>，投至 foo＠bar.org.cn", ["https://x.cn/a-b_c?d=e&f", "foo@bar.org.cn"]),
        ("（https://x.org/a_(b)）", ["https://x.org/a_(b)"]),
        ("登录 kjt.qinghai.gov.cn 或写信给 zhang.san[at]ict.ac.cn", ["kjt.qinghai.gov.cn", "zhang.san@ict.ac.cn"]),
        ("用 ASP.net 写成，发表于 Nature.com", []),
    ],
)
def test_addresses_end_where_the_sentence_goes_on(text: str, addresses: list[str]) -> None:
    assert [reach.value for reach in reaches_in(text)] == addresses


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("吴浩 庞雅琪", ["吴浩", "庞雅琪"]),
        ("黄 健", ["黄健"]),
        ("张 三 李 四", ["张三", "李四"]),
        ("单云阔　晏清和", ["单云阔", "晏清和"]),
        ("欧阳清和、上官禾", ["欧阳清和", "上官禾"]),
        ("王老师，张伟老师", ["王老师", "张伟"]),
        ("阿里木·买买提", ["阿里木·买买提"]),
        ("李思1，王武2", ["李思", "王武"]),
        ("Jane Doe", ["Jane Doe"]),
        ("科技处 主任", []),
    ],
)
def test_a_value_is_split_into_names(value: str, names: list[str]) -> None:
    assert [name for name, _, _ in names_in(value)] == names


def test_units_and_names_are_told_apart() -> None:
    assert all(map(is_org, ("高新处", "省科技厅", "某某学会", "山东大学(理学院)", "市科技局办公室")))
    assert not any(map(is_org, ("李立社", "张三", "请与设备中心联系", "请各市科技局")))
    assert is_name("水无痕") and not is_surely_name("水无痕")
    assert is_surely_name("纪先生") and not is_name("总工程师")


@pytest.mark.parametrize(
    ("text", "unit", "post"),
    [
        ("某某大学环境学院副教授", "某某大学环境学院", "副教授"),
        ("中国工程院院士、某某科技大学教授", "某某科技大学", "教授"),
        ("某某研究院研究员、金融中心主任", "某某研究院", "研究员、金融中心主任"),
        ("自由撰稿人", "", "自由撰稿人"),
    ],
)
def test_unit_and_post_are_parted(text: str, unit: str, post: str) -> None:
    assert unit_and_post(text) == (unit, post)


def test_a_contact_block_wrapped_at_the_measure_is_read_whole() -> None:
    lines = (
        "编辑：祝余 审核：闻人月 校对：景",
        "山 电话：0571-55505101 传真：",
        "0571-55505102 信箱：",
        "zb@example.com 地址：南浦市文三弄",
        "9号楼415室（310012）",
    )
    text = "\n".join(lines)
    runs = [Run("\n") if i % 2 else Run(lines[i // 2], sum(map(len, lines[: i // 2])) + i // 2) for i in range(9)]
    block = Block("contact", Text(tuple(runs)), (Span(0, len(text)),))
    node = Node("n1", "article", 1, Text(), blocks=(block,))
    (found,) = contacts_of(Issue(Source("a.txt", "", "text", "utf-8", text), Masthead(), (), (), (node,), ()))
    assert found.persons == ("祝余", "闻人月", "景山")
    assert (found.phones, found.fax) == (("0571-55505101",), ("0571-55505102",))
    assert found.address == "南浦市文三弄9号楼415室"


WORDS = st.sampled_from(
    [
        "联系人：",
        "电话：",
        "张三",
        "李四",
        "，",
        "。",
        "\n",
        "010-62345678",
        "13800138000",
        "a@b.cn",
        "科技处",
        "（",
        "）",
        "责编 ",
        "1. ",
        "https://a.cn/",
        "的",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_whatever_stands_in_a_text_each_number_is_found_at_most_as_often_as_printed(words: list[str]) -> None:
    text = "".join(words)
    for value, count in Counter(reach.value for reach in reaches_in(text)).items():
        assert count <= text.count(value)


@given(st.lists(WORDS, min_size=1, max_size=24))
def test_whatever_is_printed_contacts_are_whole_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_text("通知的标题\n\n" + "".join(words) + "\n", "utf-8")
    issue = open_issue(path)
    found = contacts_of(issue)
    assert [c.start for c in found] == sorted(c.start for c in found)
    for contact in found:
        assert 0 <= contact.start <= contact.end <= len(issue.source.text)
        assert contact.persons or contact.orgs or contact.phones or contact.emails or contact.urls or contact.fax
        assert all(value == value.strip() for value in (*contact.persons, *contact.orgs, *contact.phones))
