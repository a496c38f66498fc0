"""What stands across a page ends the columns above it; a text and its translation are read one after the other."""

from __future__ import annotations

from pathlib import Path

from tests.load.pdf.test_pdf import PARAGRAPHS, opened
from tests.pdfs import typeset

ENGLISH = (
    "The two universities exchanged gifts at the ceremony, and a bottle of water from the northern sea was among them.",
    "Students spend the first year on core courses in the city and the second one at sea aboard a research vessel.",
)


def order(source: str, words: list[str], folder: Path) -> list[str]:
    text = "".join(opened(typeset(source), folder).source.text.split())
    return sorted(words, key=text.index)


def test_a_bar_of_colour_across_the_page_ends_the_columns_above_it(tmp_path: Path) -> None:
    story = "#columns(2, gutter: 1.5em)[" + "\n\n".join(PARAGRAPHS[:2]) + "]"
    other = "#columns(2, gutter: 1.5em)[" + "\n\n".join(PARAGRAPHS[2:4]) + "]"
    bar = "#block(fill: blue, width: 100%, inset: 4pt)[#text(fill: white)[校园通知]]"
    words = ["".join(text.split())[:12] for text in (*PARAGRAPHS[:2], "校园通知", *PARAGRAPHS[2:4])]
    source = f"#block(height: 90pt)[{story}]{bar}#block(height: 90pt)[{other}]"
    assert order(source, words[::-1], tmp_path) == words


def test_label_lines_and_their_translation_are_read_one_after_the_other(tmp_path: Path) -> None:
    han = ("主讲人：米雷拉", "题目：珊瑚记得什么", "时间：四月八日晚上", "地点：海洋楼的报告厅")
    latin = ("Speaker: Mirela Castellan", "Title: What Corals Remember", "Time: 8 April, 19:00", "Venue: Lecture Hall")
    cells = ", ".join(f"[{a}], [{b}]" for a, b in zip((*han, PARAGRAPHS[0]), (*latin, ENGLISH[0]), strict=True))
    words = ["".join(text.split())[:9] for text in (*han, *latin)]
    source = f"#grid(columns: (1fr, 1fr), gutter: 1em, {cells})"
    assert order(source, words[::-1], tmp_path) == words


def test_stories_in_columns_with_short_headlines_at_the_left_are_read_one_after_the_other(tmp_path: Path) -> None:
    half = "河堤上的柳树今年长出新枝，守堤人把旧木桩一根根换掉，水面比去年低了两尺，渡船照常往来。"
    names = ("北岸修堤", "南岸种柳", "渡口换桩")
    stories = [
        f"#text(size: 15pt, weight: 700)[{name}]\n\n#block(height: 95pt, columns(2, gutter: 2em)["
        f"开始{name}。{half}\n\n{half} #colbreak() {half}\n\n{half}轮到{name}。])"
        for name in names
    ]
    words = [word for name in names for word in (f"开始{name}", f"轮到{name}")]
    assert order("\n\n#v(1em)\n".join(stories), words[::-1], tmp_path) == words


def test_a_headline_in_the_middle_above_short_columns_is_read_before_them(tmp_path: Path) -> None:
    cells = ("四月起渡船改走北线，", "每天早晚各有一班。", "票价与从前相同，", "孩子免费乘坐。", "大雾天停航。")
    rows = "#grid(columns: (1fr,) * 4, gutter: 2em, " + ", ".join(f"[{c * 3}]" for c in cells[:4]) + ")"
    names = ("渡船改线", "栈桥换灯")
    stories = [f"#align(center, text(size: 18pt, weight: 700)[{name}])\n\n{rows}" for name in names]
    source = "#set page(flipped: true)\n" + "\n\n#v(1em)\n".join(stories)
    text = "".join(opened(typeset(source), tmp_path).source.text.split())
    first, second = text.index(names[0]), text.index(names[1])
    assert text.startswith(names[0])
    assert first < text.index(cells[0]) < text.index(cells[3]) < second < text.rindex(cells[0])
