"""Make fictional bulletins from random Han sentences, so that tests do not lean on a few known files."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

Outline = dict[str, Any]

PLACES = ("云栖", "临江", "北屿", "长汀", "松河", "南礁", "青原", "白沙", "望海", "石桥", "远山", "东湾")
BODIES = (
    "材料研究院",
    "大学物理系",
    "科学技术局",
    "海洋实验室",
    "能源联合会",
    "工程中心",
    "数据研究所",
    "农业试验站",
    "医学院",
    "标准委员会",
)
ACTORS = (
    "研究团队",
    "课题组",
    "项目负责人",
    "有关部门",
    "合作单位",
    "技术人员",
    "评审专家",
    "示范企业",
    "志愿者",
    "首批用户",
)
VERBS = ("提出", "研制出", "验证了", "公布了", "启动", "完成", "改进了", "建成", "评估了", "推广", "梳理了", "资助")
THINGS = (
    "低温储能装置",
    "柔性传感薄膜",
    "分布式观测网",
    "稀土回收工艺",
    "海水淡化膜",
    "量子存储单元",
    "耐旱水稻品系",
    "开放数据平台",
    "无人巡检系统",
    "高温合金部件",
    "城市热环境模型",
    "生物降解塑料",
)
EFFECTS = (
    "成本明显下降",
    "效率稳步提高",
    "误差控制在较低水平",
    "运行时间显著延长",
    "能耗低于同类产品",
    "数据向社会开放",
    "结果经过独立复核",
    "适用范围进一步扩大",
    "安全性得到保障",
    "示范点逐年增加",
)
LINKS = ("目前，", "此外，", "据介绍，", "与此同时，", "在此基础上，", "结果显示，", "下一步，", "对比表明，")
LATIN = ("AI", "DNA", "GaN", "LiDAR", "OpenGrid", "Nature", "5G", "CO2", "MOF-5", "Hz")
SURNAMES = ("苏", "顾", "叶", "闻", "祝", "程", "岑", "路", "柏", "秋", "欧阳")
GIVEN = ("知远", "若水", "明", "清和", "望", "一舟", "青", "语桐", "立", "云开")
SECTIONS = ("政策动态", "战略规划", "项目资助", "研究进展", "产业观察", "会议信息", "人物", "数据")
TITLE_WORDS = (
    "新进展",
    "试验方案",
    "年度报告",
    "联合计划",
    "应用示范",
    "评价指南",
    "长期观测",
    "合作网络",
    "开放课题",
    "技术路线",
)
NOTICE_HEADS = (
    "项目名称",
    "项目背景",
    "申报条件",
    "支持方式",
    "考核指标",
    "报送要求",
    "时间安排",
    "经费管理",
    "联系方式",
)


def monitor(random: Random) -> Outline:
    """Make a monitoring bulletin: sections, signed articles, footnotes, a table, captions."""
    titles, marks = _titles(random), iter(range(1, 100))
    sections: list[Outline] = []
    for name in random.sample(SECTIONS, random.randint(2, 4)):
        articles = [_monitor_article(random, next(titles), marks) for _ in range(random.randint(1, 4))]
        sections.append({"kind": "section", "level": 1, "title": name, "children": articles})
    issue = {
        "title": f"{random.choice(PLACES)}科技监测快报",
        "number": f"第{random.randint(2, 52)}期",
        "date": f"{random.randint(2015, 2029)}年{random.randint(1, 12)}月",
        "publisher": _organisation(random),
    }
    listed = [article["title"] for section in sections for article in section["children"]]
    picked = sorted(random.sample(range(len(listed)), min(2, len(listed))))
    return _outline(issue, sections, [listed[index] for index in picked])


def campus(random: Random) -> Outline:
    """Make a campus newsletter: a flat run of unsigned articles with captions."""
    titles = _titles(random)
    articles = []
    for _ in range(random.randint(4, 9)):
        blocks = _paragraphs(random, random.randint(2, 5))
        if random.random() < 0.5:
            blocks.insert(random.randint(1, len(blocks)), _block("caption", f"图1 {random.choice(THINGS)}示意图"))
        articles.append({"kind": "article", "level": 1, "title": next(titles), "blocks": blocks})
    return _outline({}, articles)


def notice(random: Random) -> Outline:
    """Make an official call with three levels: 一、 then （一） then 1."""
    blocks = _paragraphs(random, 1)
    for number, head in enumerate(random.sample(NOTICE_HEADS, random.randint(4, 7))):
        blocks.append(_block("subheading", f"{'一二三四五六七'[number]}、{head}", level=1))
        shape = random.choice(("text", "parts", "items"))
        if shape == "text":
            blocks += _paragraphs(random, random.randint(1, 2))
        elif shape == "items":
            blocks += [_block("list_item", f"{item}. {_sentence(random)}") for item in range(1, random.randint(3, 6))]
        else:
            for part in range(random.randint(2, 3)):
                blocks.append(_block("subheading", f"（{'一二三'[part]}）{random.choice(THINGS)}", level=2))
                blocks += _paragraphs(random, 1)
    title = f"关于征集{random.choice(THINGS)}解决方案的公告"
    return _outline({}, [{"kind": "notice", "level": 1, "title": title, "blocks": blocks}])


def newspaper(random: Random) -> Outline:
    """Make a newspaper page: articles that open with a dateline, some signed before the text."""
    titles, day = _titles(random), random.randint(2, 28)
    articles = []
    for _ in range(random.randint(3, 7)):
        place, reporter = random.choice(PLACES), _person(random)
        blocks = _paragraphs(random, random.randint(3, 6))
        article: Outline = {"kind": "article", "level": 1, "title": next(titles)}
        if random.random() < 0.3:
            article["byline"] = {"text": f"本报记者 {reporter}", "names": [reporter], "role": "journalist"}
            blocks.insert(2, _block("subheading", f"让{random.choice(THINGS)}走出实验室", level=1))
        else:
            opening = f"科学晚报{place}{random.randint(1, 12)}月{day}日电（记者{reporter}）"
            blocks[0]["text"] = opening + blocks[0]["text"]
        articles.append(article | {"blocks": blocks})
    return _outline({}, articles)


KINDS: dict[str, Callable[[Random], Outline]] = {
    "monitor": monitor,
    "campus": campus,
    "notice": notice,
    "newspaper": newspaper,
}


def make_outline(kind: str, seed: int) -> Outline:
    """Make one fictional outline; equal arguments give equal outlines."""
    return KINDS[kind](Random(f"{kind} {seed}"))


def _outline(issue: Outline, nodes: list[Outline], highlights: list[str] | None = None) -> Outline:
    facts = {name: issue.get(name) for name in ("title", "number", "date", "publisher")}
    listed = None if highlights is None else [{"title": title} for title in highlights]
    return {"issue": facts, "contents": None, "highlights": listed, "nodes": nodes}


def _monitor_article(random: Random, title: str, marks: Any) -> Outline:
    blocks = _paragraphs(random, random.randint(2, 4))
    article: Outline = {"kind": "article", "level": 2, "title": title}
    # A mark stands behind a Han character: glued to a number it could not be told from it.
    places = [match.end() for match in re.finditer(r"[一-鿿)）](?=[，。！？])", blocks[0]["text"])]
    if places and random.random() < 0.7:
        marker = str(next(marks))
        blocks[0]["refs"] = [{"marker": marker, "at": places[-1]}]
        article["footnotes"] = [{"marker": marker, "text": _english(random), "url": _address(random)}]
    if random.random() < 0.3:
        blocks.insert(1, _block("subheading", f"（1）{random.choice(THINGS)}", level=1))
        blocks += [_block("subheading", f"（2）{random.choice(EFFECTS)}", level=1), *_paragraphs(random, 1)]
    if random.random() < 0.25:
        blocks.append(_table(random))
        blocks += _paragraphs(random, 1)
    if random.random() < 0.25:
        blocks.append(_block("caption", f"图 1 {random.choice(THINGS)}的结构"))
    name = _person(random)
    return article | {"blocks": blocks, "byline": {"text": f"（{name}）", "names": [name], "role": "compiler"}}


def _titles(random: Random) -> Any:
    """Yield titles, each a different one."""
    seen: set[str] = set()
    while True:
        verb, thing, end = random.choice(VERBS), random.choice(THINGS), random.choice(TITLE_WORDS)
        title = random.choice(
            (
                f"{random.choice(PLACES)}{random.choice(BODIES)}{verb}{thing}",
                f"{thing}{end}",
                f"{random.choice(PLACES)}{verb}{thing} {random.choice(EFFECTS)}",
                f"{random.choice(LATIN)} 助力{thing}{end}",
            )
        )
        if title not in seen:
            seen.add(title)
            yield title


def _paragraphs(random: Random, count: int) -> list[Outline]:
    return [_block("paragraph", "".join(_sentence(random) for _ in range(random.randint(2, 5)))) for _ in range(count)]


def _block(kind: str, text: str, **more: Any) -> Outline:
    return {"type": kind, "text": text, **more}


def _sentence(random: Random) -> str:
    number = random.choice(
        (
            f"{random.randint(2, 99)}%",
            f"{random.randint(2, 900)}万元",
            f"{random.randint(3, 80)} 个",
            f"{random.random():.2f}",
        )
    )
    clauses = [
        f"{random.choice(PLACES)}{random.choice(BODIES)}{random.choice(ACTORS)}{random.choice(VERBS)}{random.choice(THINGS)}",
        f"{random.choice(EFFECTS)}",
        f"相关指标达到{number}",
        f"其中“{random.choice(THINGS)}”（{random.choice(LATIN)}）最受关注",
        f"见《{random.choice(THINGS)}{random.choice(TITLE_WORDS)}》",
        f"{random.choice(ACTORS)}在 {random.randint(2001, 2030)} 年{random.choice(VERBS)}{random.choice(THINGS)}",
    ]
    picked = random.sample(clauses, random.randint(1, 4))
    return random.choice(["", "", *LINKS]) + "，".join(picked) + random.choice("。。。。。？！")


def _table(random: Random) -> Outline:
    head = ["序号", "方向", "金额（万元）", "内容"]
    rows = [
        [str(row), random.choice(THINGS), str(random.randint(10, 990)), random.choice(EFFECTS)]
        for row in range(1, random.randint(3, 6))
    ]
    return {"type": "table", "rows": [head, *rows], "header_rows": 1}


def _organisation(random: Random) -> str:
    return random.choice(PLACES) + random.choice(BODIES)


def _person(random: Random) -> str:
    return random.choice(SURNAMES) + random.choice(GIVEN)


def _english(random: Random) -> str:
    words = [
        "research",
        "new",
        "center",
        "launches",
        "open",
        "program",
        "materials",
        "energy",
        "water",
        "data",
        "grid",
        "plan",
        "annual",
        "support",
    ]
    return " ".join(random.choices(words, k=random.randint(4, 14))).capitalize() + "."


def _address(random: Random) -> str:
    words = ["news", "press", "program", "report", "release", "energy", "annual", "open", "materials", "2024", "11"]
    return "https://www.example.org/" + "/".join(
        "-".join(random.choices(words, k=3)) for _ in range(random.randint(1, 4))
    )
