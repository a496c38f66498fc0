"""An issue made by hand that is full of figures, people and dates, with what should be taken out of it."""

from __future__ import annotations

from decimal import Decimal

from reader.model.document import Field, Issue, Masthead, Node, Source
from reader.model.mentions import CaptionMention, Contact, Figure, Mentions
from tests.ui.bulletins import located, paragraph, span

SOURCE = """港口通讯 2031年第4期
深水泊位开工
北湾港投资 30 亿元扩建深水泊位，其中设备 4.5 亿元，另获 2.2 亿美元贷款，岸电覆盖率达到 96%。
新泊位年吞吐 800 万 TEU，耗电下降约 12%，招收 40 多名引航员和 6 名轮机员。
图1 泊位平面图
申报材料须于 2031年8月31日18:00前寄出，评审在 2031年9月进行。
联系人：宋 岚（副处长） 电话：0771-3900112
邮箱：berth@example.org
渔船改造
补贴 9000 万元，每船减排 35 吨。
记者 白杨
2030年第一批渔船下水。
"""


def money(surface: str, low: str, unit: str, label: str, **more: object) -> Figure:
    """Return an amount of the first article."""
    return figure("money", surface, Decimal(low), unit=unit, label=label, **more)


def figure(kind: str, surface: str, low: Decimal | str, node: str = "b1", **more: object) -> Figure:
    """Return a figure at its first place in the source."""
    start = SOURCE.index(surface)
    title = "深水泊位开工" if node == "b1" else "渔船改造"
    return Figure(kind, surface, start, start + len(surface), low, node=node, article=title, **more)  # type: ignore[arg-type]


FIGURES = (
    money("30 亿元", "3000000000", "CNY", "北湾港投资"),
    money("4.5 亿元", "450000000", "CNY", "设备"),
    money("2.2 亿美元", "220000000", "USD", "贷款"),
    figure("percent", "96%", Decimal(96), unit="%", label="岸电覆盖率"),
    figure("measure", "800 万 TEU", Decimal(8_000_000), unit="TEU", label="年吞吐"),
    figure("percent", "12%", Decimal(12), unit="%", comparator="~", label="耗电下降"),
    figure("count", "40 多名", Decimal(40), unit="名", comparator=">", label="引航员"),
    figure("count", "6 名", Decimal(6), unit="名", label="轮机员"),
    figure("deadline", "2031年8月31日18:00前", "2031-08-31T18:00", comparator="<", label="申报材料寄出"),
    figure("date", "2031年9月", "2031-09", label="评审"),
    figure("money", "9000 万元", Decimal(90_000_000), "b2", unit="CNY", label="补贴"),
    figure("measure", "35 吨", Decimal(35), "b2", unit="t"),
    figure("date", "2030年", "2030", "b2", label="第一批渔船下水"),
)
_BLOCK = "联系人：宋 岚（副处长） 电话：0771-3900112\n邮箱：berth@example.org"
CONTACTS = (
    Contact(
        "contact", *span(SOURCE, _BLOCK), orgs=("北湾港务局", "建设处"), persons=("宋岚",), title="副处长",
        phones=("0771-3900112",), emails=("berth@example.org",), repeats=2, node="b1", article="深水泊位开工",
    ),
    Contact("journalist", *span(SOURCE, "记者 白杨"), persons=("白杨",), node="b2", article="渔船改造"),
    Contact("publisher", *span(SOURCE, "港口通讯"), orgs=("港口通讯",)),
)  # fmt: skip
CAPTIONS = (
    CaptionMention(
        "figure", "图1", "图1 泊位平面图", "", *span(SOURCE, "图1 泊位平面图"), node="b1", article="深水泊位开工"
    ),
)


def harbour() -> Issue:
    """Return an issue of two articles."""
    lines = SOURCE.splitlines()
    berth = Node(
        "b1", "article", 1, located(SOURCE, lines[1]), (span(SOURCE, lines[1]),),
        blocks=(
            *(paragraph(SOURCE, line) for line in lines[2:4]),
            paragraph(SOURCE, lines[4], "caption"),
            paragraph(SOURCE, lines[5]),
            *(paragraph(SOURCE, line, "contact") for line in lines[6:8]),
        ),
    )  # fmt: skip
    boats = Node(
        "b2", "article", 1, located(SOURCE, lines[8]), (span(SOURCE, lines[8]),),
        blocks=tuple(paragraph(SOURCE, line) for line in lines[9:12]),
    )  # fmt: skip
    head = Masthead(title=Field("港口通讯"), number=Field("2031年第4期"))
    return Issue(Source("harbour.txt", "", "text", "utf-8", SOURCE), head, (), (), (berth, boats), ())


def harbour_mentions() -> Mentions:
    """Return what is to be found in the harbour issue."""
    return Mentions(FIGURES, CONTACTS, CAPTIONS)
