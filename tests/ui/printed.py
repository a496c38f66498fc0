"""PDFs for the window's tests: an issue in two columns, a locked one, one without words, one with a bad page."""

from __future__ import annotations

from pathlib import Path

from tests.pdfs import typeset, written

TWO_COLUMNS = """
#set document(date: none)
#set text(font: "Bulletin Serif", size: 10.5pt, lang: "zh", region: "cn")
#set page(width: 180mm, height: 240mm, margin: 20mm, columns: 2, footer: context align(center, counter(page).display()))
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "Bulletin Sans", size: 14pt)
"""
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
WHO = ("调查船", "值班员", "研究组", "港务局", "渔业站", "气象台", "志愿者")
WHEN = (
    "清晨",
    "退潮以后",
    "入冬之前",
    "台风过境的第二天",
    "整个夏季里",
    "春汛期间",
    "傍晚时分",
    "月底",
    "雾散之后",
    "开航当日",
    "周末",
)
DID = ("检修了", "重新标定了", "更换了", "比较了", "拍摄了", "记录下", "送走了", "清点了")
WHAT = (
    "浊度仪的镜头",
    "两组缆绳",
    "浮标上的电池",
    "水样和标签",
    "声学探头",
    "航道里的淤泥",
    "卫星天线",
    "海冰的边界",
    "潮位曲线",
)
SO = (
    "读数比上次更稳", "费用少了一成", "没有发现异常", "结果要到年底公布", "误差落在允许的范围里", "大家都松了一口气",
    "新的方案因此提前",
    "岸上的人随即收到消息", "旧办法从此不用", "学校的师生也来观看", "下一步还要再试", "备件已经运到", "图纸需要修改",
)  # fmt: skip
POOLS = (WHO, WHEN, DID, WHAT)
TITLES = ("浮标连成一张网", "鱼群向北迁移", "港口清淤完工")
PASSWORD = "haigang2025"
LOCKED_LINES = "BT /F1 14 Tf 40 340 Td (Harbour bulletin: the dredging of the northern port is finished.) Tj ET"


def station(number: int) -> str:
    """Name a station by two signs of the calendar of sixty; each names one paragraph."""
    return STEMS[number % 10] + BRANCHES[number % 12]


def article(title: str, first: int, paragraphs: int) -> str:
    """Write an article of Typst source, each of whose paragraphs names a station of its own."""
    rows = []
    for number in range(first, first + paragraphs):
        sentences = [
            "".join(pool[(5 * number + k) * (3 + at) % len(pool)] for at, pool in enumerate(POOLS))
            + f"，{SO[(7 * number + 3 * k) % len(SO)]}。"
            for k in range(5)
        ]
        rows.append(f"先看{station(number)}站的情况，" + "".join(sentences))
    return f"= {title}\n" + "\n\n".join(rows) + "\n\n"


def issue(folder: Path, name: str = "海港简报.pdf") -> Path:
    """Write an issue of three articles in two columns on several pages."""
    source = "".join(article(title, 18 * at, 12 + at) for at, title in enumerate(TITLES))
    path = folder / name
    path.write_bytes(typeset(source, TWO_COLUMNS))
    return path


def locked(folder: Path, name: str = "加密简报.pdf", password: str = PASSWORD) -> Path:
    """Write an issue that opens with a password alone."""
    path = folder / name
    path.write_bytes(written([LOCKED_LINES], password=password))
    return path


def scanned(folder: Path, pages: int = 3, name: str = "扫描件.pdf") -> Path:
    """Write pages without words: a red square on each."""
    path = folder / name
    path.write_bytes(written(["1 0 0 rg 30 300 60 60 re f"] * pages))
    return path


def torn(folder: Path) -> Path:
    """Write three pages without words, of which the second is damaged."""
    path = scanned(folder, name="破损.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Kids [4 0 R 6 0 R", b"/Kids [4 0 R 3 0 R"))
    return path
