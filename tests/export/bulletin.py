"""An issue with figures and contacts, as the pipeline would give it, made by hand."""

from __future__ import annotations

from decimal import Decimal

from reader.model.document import Block, Field, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.mentions import Contact, Figure, Link, Mentions

TITLE = "关于征集方案的公告"
SENTENCES = (
    "项目经费5500万元，氯化镁回收率≥98.5%。",
    "申请书于2025年9月1日18:00前发至 a@b.cn；逾期不候。",
    "首期于2026年底前建成，二期于11月5日前报名。",
    "论文征集自2025年10月1日起，至10月31日止。",
    "=SUM(A1) 是公式，-3℃不是。",
)
TEXT = TITLE + "\n" + "".join(SENTENCES) + "\n指标\t数值\n能耗\t10500kWh\n"


def _at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _run(words: str) -> Text:
    return Text((Run(words, TEXT.index(words)),))


BODY = Block("paragraph", _run("".join(SENTENCES)), (Span(*_at("".join(SENTENCES))),))
TABLE = Block(
    "table",
    Text(),
    (Span(TEXT.index("指标"), len(TEXT) - 1),),
    rows=((_run("指标"), _run("数值")), (_run("能耗"), _run("10500kWh"))),
    header_rows=1,
)
NODE = Node("n1", "notice", 1, _run(TITLE), (Span(*_at(TITLE)),), blocks=(BODY, TABLE))
ISSUE = Issue(
    Source("期.txt", "ab" * 32, "text", "utf-8", TEXT),
    Masthead(Field("科技快报"), Field("第9期"), Field("2025年8月15日")),
    (),
    (),
    (NODE,),
    (),
)


def figure(kind: str, surface: str, low: Decimal | str | None, **more: object) -> Figure:
    """Make a figure of the issue where its surface is printed."""
    start, end = _at(surface)
    return Figure(kind, surface, start, end, low, node="n1", article=TITLE, **more)  # type: ignore[arg-type]


FIGURES = (
    figure("money", "5500万元", Decimal(55_000_000), unit="CNY", label="项目经费"),
    figure("percent", "≥98.5%", Decimal("98.5"), unit="%", comparator="≥", label="氯化镁回收率"),
    figure("deadline", "2025年9月1日18:00", "2025-09-01T18:00", comparator="<", label="申请书"),
    figure("deadline", "2026年底", "2026-12-31", comparator="<"),
    figure("deadline", "11月5日", "--11-05", comparator="<", inferred="2025-11-05"),
    figure("deadline", "10月31日", "2025-10-01", value_high="2025-10-31", label="论文征集"),
    figure("measure", "-3℃", Decimal(-3), unit="℃", label="=SUM(A1)"),
    figure("measure", "10500kWh", Decimal(10500), unit="kWh", label="能耗"),
)
CONTACTS = (
    Contact(
        "contact", 0, 9, ("某某大学;东校区", "科技处"), ("欧阳清", "Jane Doe"), "业务",
        ("0571-87651234", "13800138000"),
        ("0571-87651235",), ("x@b.cn",), ("https://b.cn/a,b;c",), "文三路20号, 3楼", 2, "n1", TITLE,
    ),
    Contact("submission", 9, 12, emails=("a@b.cn",), address="文三路20号", node="n1", article=TITLE),
    Contact("journalist", 12, 14, ("某某报",), ("张三",), node="n1", article=TITLE),
    Contact("reference", 14, 15, title="A plan", urls=("https://c.cn",), node="n1", article=TITLE),
    Contact("website", 15, 16, ("某某平台",), urls=("https://d.cn",), node="n1", article=TITLE),
)  # fmt: skip
MENTIONS = Mentions(FIGURES, CONTACTS, links=(Link("", "https://a.example/1", 0, 2, "n1", TITLE),))
