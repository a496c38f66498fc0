"""A PDF opens as its text in reading order, each line with its look; what the page draws tells tables and frames."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reader.load import load
from reader.load.loaded import Loaded
from reader.model.document import Issue, Span
from reader.model.errors import Cancelled, CannotRead, NeedsPassword
from reader.pipeline import NO_TEXT, UNREADABLE, open_issue
from tests.pdfs import SETTING, typeset, written
from tests.quality.fiction import make_outline
from tests.quality.measure import squeeze

PROSE = "研究团队在海上平台完成了为期两年的连续观测，获得了完整的温度和盐度剖面，数据已向社会开放。"
PARAGRAPHS = [  # no two alike
    block["text"]
    for number in range(6)
    for node in make_outline("campus", number)["nodes"]
    for block in node["blocks"]
    if block["type"] == "paragraph"
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def opened(data: bytes, folder: Path, password: str | None = None) -> Loaded:
    path = folder / "快报.pdf"
    path.write_bytes(data)
    return load(path, password=password)


def understood(data: bytes, folder: Path) -> Issue:
    path = folder / "快报.pdf"
    path.write_bytes(data)
    return open_issue(path)


def rows(loaded: Loaded) -> list[str]:
    return [loaded.source.text[line.start : line.end] for line in loaded.lines]


def line(x: float, y: float, text: str, size: float = 10) -> str:
    """Write a line of Helvetica at a place of the page, counted from its lower left corner."""
    return f"BT /F1 {size:g} Tf 1 0 0 1 {x:g} {y:g} Tm ({text}) Tj ET "


def test_the_source_holds_the_lines_and_a_form_feed_between_pages(folder: Path) -> None:
    loaded = opened(written([line(40, 350, "First page"), line(40, 350, "Second") + line(40, 330, "page")]), folder)
    assert loaded.source.text == "First page\n\fSecond\npage"
    assert (loaded.source.format, loaded.source.pages) == ("pdf", 2)
    assert [row.page_break for row in loaded.lines] == [False, True, False]


def test_a_line_tells_its_place_size_weight_and_typeface(folder: Path) -> None:
    loaded = opened(typeset(f'= 要闻\n\n#text(weight: "bold")[整行加粗]\n\n{PROSE}'), folder)
    bold = loaded.lines[rows(loaded).index("整行加粗")].look
    body = loaded.lines[-1].look
    assert bold and body
    assert (bold.bold, body.bold) == (True, False)
    assert bold.size == body.size == 10.5
    assert "Serif" in body.face
    assert body.box.top > bold.box.bottom > bold.box.top > 0


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ("/MediaBox [0 0 300 400]", line(40, 350, "Upright text")),
        ("/MediaBox [0 0 400 300] /Rotate 90", "q 0 1 -1 0 400 0 cm " + line(40, 350, "Upright text") + "Q"),
        ("/MediaBox [0 0 300 400] /Rotate 180", "q -1 0 0 -1 300 400 cm " + line(40, 350, "Upright text") + "Q"),
        ("/MediaBox [0 0 400 300] /Rotate 270", "q 0 -1 1 0 0 300 cm " + line(40, 350, "Upright text") + "Q"),
        ("/MediaBox [-20 -30 500 600] /CropBox [0 0 300 400]", line(40, 350, "Upright text")),
    ],
)
def test_places_are_those_of_the_page_as_it_is_seen(page: str, content: str, folder: Path) -> None:
    loaded = opened(written([content], page), folder)
    assert loaded.source.text == "Upright text"
    look = loaded.lines[0].look
    assert look
    assert look.box.left == pytest.approx(40, abs=0.5)
    assert look.box.top == pytest.approx(400 - 350 - 8.8, abs=0.5)


def test_a_page_printed_sideways_is_read_and_its_places_are_sideways(folder: Path) -> None:
    content = "q 0 1 -1 0 300 0 cm " + line(40, 250, "Sideways first") + line(40, 230, "then second") + "Q"
    loaded = opened(written([content]), folder)
    assert rows(loaded) == ["Sideways first", "then second"]
    look = loaded.lines[0].look
    assert look and look.turns == 1
    assert look.box.bottom - look.box.top > look.box.right - look.box.left


def test_what_lies_outside_the_cropped_page_is_not_read(folder: Path) -> None:
    content = line(40, 350, "Seen") + line(40, 20, "Cut off")
    assert opened(written([content], "/MediaBox [0 0 300 400] /CropBox [0 100 300 400]"), folder).source.text == "Seen"


def test_the_order_of_the_file_does_not_matter_within_a_column(folder: Path) -> None:
    content = line(40, 310, "third") + line(40, 350, "first") + line(40, 330, "second")
    assert rows(opened(written([content]), folder)) == ["first", "second", "third"]


def two_columns(interleaved: bool) -> str:
    left = [line(40, 350 - 14 * k, f"left column line {k} of some words") for k in range(8)]
    right = [line(310, 350 - 14 * k, f"right column line {k} of some words") for k in range(8)]
    head = line(40, 375, "A headline that stands across both of the columns of this page", 16)
    pairs = [text for pair in zip(left, right, strict=True) for text in pair]
    return head + "".join(pairs if interleaved else [*left, *right])


def test_columns_are_read_one_after_the_other_below_what_stands_across(folder: Path) -> None:
    read = rows(opened(written([two_columns(False)], "/MediaBox [0 0 600 400]"), folder))
    assert read[0].startswith("A headline")
    assert [row.split()[0] for row in read[1:]] == ["left"] * 8 + ["right"] * 8


def test_three_columns_and_a_headline_over_two_of_them(folder: Path) -> None:
    source = "#set page(columns: 3, width: 300mm, height: 200mm)\n#set par(first-line-indent: 0em)\n" + "\n".join(
        f"第{k}段：{PROSE * 2}\n" for k in range(12)
    )
    read = squeeze("".join(rows(opened(typeset(source), folder))))
    assert [read.index(f"第{k}段") for k in range(12)] == sorted(read.index(f"第{k}段") for k in range(12))


def test_a_label_and_its_value_far_apart_stay_on_one_line(folder: Path) -> None:
    content = "".join(line(40, 350 - 16 * k, f"Name {k}") + line(160, 350 - 16 * k, f"{k} kg") for k in range(6))
    assert rows(opened(written([content]), folder))[0] == "Name 0  0 kg"


def test_a_frame_is_read_for_itself(folder: Path) -> None:
    source = (
        "#set page(columns: 2)\n"
        + "\n\n".join(PARAGRAPHS[:6])
        + "\n#rect(width: 100%)[#set par(first-line-indent: 0em)\n*编辑部*\n\n"
        + "电话：010-55500000\n\n邮箱：a\\@example.org]\n"
        + "\n\n".join(PARAGRAPHS[6:12])
    )
    loaded = opened(typeset(source), folder)
    inside = [text for text, row in zip(rows(loaded), loaded.lines, strict=True) if row.look and row.look.inside >= 0]
    assert inside == ["编辑部", "电话：010-55500000", "邮箱：a@example.org"]


def test_a_section_in_a_frame_ends_with_the_frame(folder: Path) -> None:
    def frame(*lines: str) -> str:
        return "#rect(width: 100%)[#set par(first-line-indent: 0em)\n" + "\n\n".join(lines) + "]\n\n"

    def large(text: str) -> str:
        return f'#text(size: 14pt, weight: "bold")[{text}]'

    source = (
        f"#set page(columns: 2)\n{large('海上观测网全面建成')}\n\n{PARAGRAPHS[0]}\n\n"
        f"{large('数据平台开放共享')}\n\n{PARAGRAPHS[3]}\n\n{PARAGRAPHS[4]}\n\n"
        + frame(large("学术预告"), "*让显微镜看见时间*", "主讲人：卓一帆", PARAGRAPHS[1], "（以上讲座无需预约。）")
        + frame(large("数读科研"), PARAGRAPHS[2])
    )
    found = [(node.level, squeeze(node.title.plain)) for node in understood(typeset(source), folder).walk()]
    assert found[-3:] == [(1, "学术预告"), (2, "让显微镜看见时间"), (1, "数读科研")]


TABLE = "[甲地], [12], [按月报送], [乙地], [345], [#h(0pt)], [丙地], [6], [逐日报送并抄送各有关单位备案]"


@pytest.mark.parametrize(
    "stroke",
    ["0.5pt", "(x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt })", "(x, y) => (y: 0.5pt)"],
)
def test_a_ruled_table_becomes_rows_of_cells(stroke: str, folder: Path) -> None:
    source = (
        f"= 统计\n\n{PROSE}\n\n#block[#set par(first-line-indent: 0em, justify: false)\n"
        f"#table(columns: (3em, 3em, 6em), stroke: {stroke}, [地区], [数量], [方式], {TABLE})]\n\n{PARAGRAPHS[0]}"
    )
    (table,) = (b for node in understood(typeset(source), folder).walk() for b in node.blocks if b.kind == "table")
    assert [[cell.plain for cell in row] for row in table.rows] == [
        ["地区", "数量", "方式"],
        ["甲地", "12", "按月报送"],
        ["乙地", "345", ""],
        ["丙地", "6", "逐日报送并抄送各有关单位备案"],
    ]


def test_a_table_over_a_page_s_end_is_one_and_its_head_is_shown_once(folder: Path) -> None:
    cells = ", ".join(f"[地区{k}], [{k}], [按月报送]" for k in range(40))
    source = (
        f"= 统计\n\n{PROSE}\n\n#table(columns: 3, table.header([地区], [数量], [方式]), {cells})\n\n{PARAGRAPHS[0]}"
    )
    issue = understood(typeset(source), folder)
    (table,) = (block for node in issue.walk() for block in node.blocks if block.kind == "table")
    assert [row[1].plain for row in table.rows] == ["数量", *map(str, range(40))]
    assert "repeated-table-head" in {d.reason for d in issue.dropped}


def test_a_letterhead_of_several_close_lines_is_left_out_on_each_of_two_pages(folder: Path) -> None:
    lines = ("北岸护堤会", "North Bank Dike Society", "柳亭街二十一号", "21 Liuting Street, North Bank")
    head = "#align(center)[#set par(spacing: 0.4em)\n" + "\n\n".join(lines) + "]"
    setting = SETTING + f"#set page(margin: (top: 5cm), header-ascent: 40%, header: [{head}])\n"
    issue = understood(typeset("= 要闻\n" + "\n\n".join(PARAGRAPHS[:20]), setting), folder)
    assert [node.title.plain for node in issue.walk() if node.title] == ["要闻"]
    assert {d.reason for d in issue.dropped} == {"running-header"}


def test_heads_and_numbers_of_pages_are_left_out_with_their_reason(folder: Path) -> None:
    setting = SETTING + '#set page(header: [内部资料 #h(1fr) 第8期], numbering: "— 1 —")\n'
    issue = understood(typeset("= 要闻\n" + "\n\n".join(PARAGRAPHS[:30]), setting), folder)
    assert {d.reason for d in issue.dropped} == {"running-header", "page-number"}
    shown = [squeeze(block.text.plain) for node in issue.walk() for block in node.blocks]
    assert shown == [squeeze(text) for text in PARAGRAPHS[:30]]


def test_a_sentence_goes_on_over_columns_and_pages(folder: Path) -> None:
    body = "\n\n".join(PARAGRAPHS[:20])
    issue = understood(typeset("#set page(columns: 2, height: 120mm)\n= 要闻\n" + body), folder)
    (article,) = issue.walk()
    assert [squeeze(block.text.plain) for block in article.blocks] == [squeeze(text) for text in PARAGRAPHS[:20]]


def test_sizes_tell_sections_articles_and_subheadings(folder: Path) -> None:
    setting = SETTING + "#show heading: set block(above: 1.4em, below: 1em)\n"
    source = (
        f"= 政策动态\n== 海上观测网全面建成\n{PARAGRAPHS[0]}\n\n=== 观测站点\n{PARAGRAPHS[1]}\n\n"
        f"== 数据平台开放共享\n{PARAGRAPHS[2]}\n\n= 研究进展\n== 新材料通过验收\n{PARAGRAPHS[3]}"
    )
    issue = understood(typeset(source, setting), folder)
    assert [(node.level, node.title.plain) for node in issue.walk()] == [
        (1, "政策动态"),
        (2, "海上观测网全面建成"),
        (2, "数据平台开放共享"),
        (1, "研究进展"),
        (2, "新材料通过验收"),
    ]
    (subheading,) = (b for node in issue.walk() for b in node.blocks if b.kind == "subheading")
    assert subheading.text.plain == "观测站点"


def test_a_raised_number_calls_the_note_at_the_foot(folder: Path) -> None:
    note = '#footnote[Open Ocean Observing Plan. #link("https://example.org/ocean-plan")]'
    issue = understood(typeset(f"= 要闻\n研究团队公布了观测计划{note}，面积为 5 km#super[2]。{PROSE}"), folder)
    (article,) = issue.walk()
    (block,) = article.blocks
    assert block.text.plain.startswith("研究团队公布了观测计划，面积为 5 km2。")
    assert [(ref.marker, ref.at) for ref in block.refs] == [("1", 11)]
    assert [(note.marker, note.url) for note in article.footnotes] == [("1", "https://example.org/ocean-plan")]


def test_a_footnote_in_chinese_goes_on_below_and_belongs_to_the_article_that_calls_it(folder: Path) -> None:
    note = (
        "数据来源：省统计局《海洋年鉴》第三卷，第 35 页；" + "口径与本文不同，引用时请注意换算；" * 4 + "单位为万元。"
    )
    issue = understood(
        typeset(f"= 要闻速览\n增长明显#footnote[{note}]。{PARAGRAPHS[0]}\n\n= 平台开放\n{PARAGRAPHS[1]}"), folder
    )
    first, second = issue.walk()
    assert [(n.marker, squeeze(n.text)) for n in first.footnotes] == [("1", squeeze(note))]
    assert second.footnotes == ()


def test_divided_words_are_whole_again_and_the_hyphen_is_told(folder: Path) -> None:
    setting = (
        '#set text(font: "Bulletin Serif", lang: "en", hyphenate: true)\n#set page(width: 60mm)\n'
        "#set par(justify: true)\n"
    )
    words = "The observatory completed uninterrupted measurements demonstrating unprecedented characterisation. "
    issue = understood(typeset(f"= Annual report\n{words * 3}", setting), folder)
    (article,) = issue.walk()
    assert "".join(block.text.plain for block in article.blocks) == (words * 3).strip()
    assert {d.reason for d in issue.dropped} == {"hyphen"}


def test_a_newspaper_page_is_read_storey_by_storey(folder: Path) -> None:
    titles = ["观测网全面建成", "水厂扩建通水", "线路今起调整", "图书馆延时开放", "老城改造征求意见"]
    cells = [f'[#text(size: 16pt, weight: "bold")[{t}]\n\n{PARAGRAPHS[k]}]' for k, t in enumerate(titles)]
    source = (
        f"#grid(columns: (2fr, 1fr, 1fr), gutter: 14pt, {', '.join(cells[:3])})\n#line(length: 100%)\n"
        f"#grid(columns: (1fr, 2fr), gutter: 14pt, {', '.join(cells[3:])})"
    )
    issue = understood(typeset(source, SETTING + '#set page(paper: "a3")\n'), folder)
    assert [squeeze(node.title.plain) for node in issue.walk()] == titles
    assert [squeeze(node.blocks[0].text.plain) for node in issue.walk()] == [squeeze(text) for text in PARAGRAPHS[:5]]


def test_the_outline_of_the_file_tells_headings_that_are_set_like_the_text(folder: Path) -> None:
    source = '#show heading: it => block(text(size: 10.5pt, weight: "regular", it.body))\n' + "\n\n".join(
        f"= {title}\n{PARAGRAPHS[k]}" for k, title in enumerate(("观测网全面建成", "平台开放共享", "人才引进办法"))
    )
    issue = understood(typeset(source), folder)
    assert [node.title.plain for node in issue.walk()] == ["观测网全面建成", "平台开放共享", "人才引进办法"]


def test_the_head_of_a_table_may_have_two_rows(folder: Path) -> None:
    cells = (
        "table.cell(rowspan: 2)[站点], table.cell(colspan: 2)[要素], table.cell(rowspan: 2)[备注], "
        "[水温], [盐度], [东湾], [12.5], [34.1], [正常]"
    )
    issue = understood(
        typeset(f"= 统计情况\n{PARAGRAPHS[0]}\n\n#table(columns: 4, {cells})\n\n{PARAGRAPHS[1]}"), folder
    )
    (table,) = (block for node in issue.walk() for block in node.blocks if block.kind == "table")
    assert table.header_rows == 2
    assert [[cell.plain for cell in row] for row in table.rows] == [
        ["站点", "要素", "", "备注"],
        ["", "水温", "盐度", ""],
        ["东湾", "12.5", "34.1", "正常"],
    ]


def test_the_items_of_a_list_are_no_headings(folder: Path) -> None:
    issue = understood(
        typeset("= 建设成果\n- 建成站点十二座\n- 开放数据三百万条\n\n= 下一步计划\n" + PARAGRAPHS[0]), folder
    )
    assert [node.title.plain for node in issue.walk()] == ["建设成果", "下一步计划"]


def test_a_link_of_the_file_is_a_link_in_the_text(folder: Path) -> None:
    issue = understood(typeset(f'= 要闻\n{PROSE}详见#link("https://example.org/a")[项目主页]。'), folder)
    runs = [run for node in issue.walk() for block in node.blocks for run in block.text.runs if run.url]
    assert [(run.text, run.url) for run in runs] == [("项目主页", "https://example.org/a")]


def test_each_line_can_be_marked_on_its_page(folder: Path) -> None:
    issue = understood(typeset("= 要闻\n" + "\n\n".join(PARAGRAPHS[:30])), folder)
    block = next(issue.walk()).blocks[-1]
    places = issue.places_of(Span(block.spans[0].start, block.spans[-1].end))
    assert {place.page for place in places} == {issue.source.pages - 1}
    assert "".join(issue.source.text[place.start : place.end] for place in places) == block.text.plain
    assert all(place.box.left < place.box.right and place.box.top < place.box.bottom for place in places)
    assert pickle.loads(pickle.dumps(issue)) == issue


def test_a_file_of_pictures_says_that_it_has_no_text(folder: Path) -> None:
    issue = understood(written(["1 0 0 rg 30 300 60 60 re f", ""]), folder)
    assert NO_TEXT in issue.source.warnings and UNREADABLE in issue.source.warnings
    assert (issue.nodes, issue.source.pages) == ((), 2)


def test_a_scanned_page_among_others_is_told(folder: Path) -> None:
    picture = "q 300 0 0 400 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF FF00> EI Q"  # fills the page
    loaded = opened(written([line(40, 350, "Words"), picture]), folder)
    assert loaded.source.warnings == ("Pictures without text: page 2.",)


def test_a_locked_file_opens_with_its_password(folder: Path) -> None:
    data = written([line(40, 350, "Locked words")], password="geheim")
    with pytest.raises(NeedsPassword) as caught:
        opened(data, folder)
    assert caught.value.code == "password"
    with pytest.raises(NeedsPassword) as caught:
        opened(data, folder, "falsch")
    assert caught.value.code == "wrong-password"
    assert opened(data, folder, "geheim").source.text == "Locked words"


@pytest.mark.parametrize("cut", [9, 60, 200])
def test_a_damaged_file_is_refused_in_one_sentence(cut: int, folder: Path) -> None:
    with pytest.raises(CannotRead) as caught:
        opened(written([line(40, 350, "Words")])[:cut], folder)
    assert caught.value.code == "damaged"
    assert str(caught.value).count("\n") == 0


def test_progress_is_told_page_by_page_and_may_stop_the_work(folder: Path) -> None:
    path = folder / "long.pdf"
    path.write_bytes(written([line(40, 350, f"Page {k}") for k in range(30)]))
    told: list[float] = []
    load(path, progress=lambda stage, fraction: told.append(fraction))
    assert len(told) >= 30
    assert told == sorted(told)

    def stop(stage: str, fraction: float) -> None:
        if fraction > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(path, progress=stop)
